//! The sample campaign as it was meant: its workbooks, what is in them and where, read once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use tonghop::app::pipeline::Plan;
use tonghop::base::ids::{CriterionId, FigureId, UnitId};
use tonghop::base::points::Points;
use tonghop::input::intake::{self, FolderReader};
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::input::recognise::Known;
use tonghop::input::submission::Figure;
use tonghop::input::submission::Submission;
use tonghop::output::is_own_text;
use tonghop::result::report::{self, Report};
use tonghop_tools::spoiler::book::{Book, Sheet};

/// A score or a figure of a workbook.
#[derive(Clone, Debug)]
pub struct Spot {
    pub sheet: String,
    pub at: (u32, u32),
}

/// What a unit meant.
pub struct Meant {
    pub unit: UnitId,
    pub book: Book,
    pub submission: Submission,
    pub scores: BTreeMap<CriterionId, Points>,
    pub score_spots: BTreeMap<CriterionId, Spot>,
    pub figures: BTreeMap<FigureId, Figure>,
    pub figure_spots: BTreeMap<FigureId, Spot>,
    pub total: Points,
}

/// The sample.
pub struct Truth {
    pub plan: Plan,
    pub units: Vec<Meant>,
    pub report: Report,
}

impl Truth {
    pub fn known(&'static self) -> &'static Known<'static> {
        static KNOWN: OnceLock<Known<'static>> = OnceLock::new();
        let plan = &self.plan;
        KNOWN.get_or_init(|| Known::new(&plan.campaign, &plan.scheme, &plan.registry))
    }

    pub fn unit(&self, unit: &UnitId) -> Option<&Meant> {
        self.units.iter().find(|one| one.unit == *unit)
    }
}

/// The truth, read once.
pub fn truth() -> &'static Truth {
    static TRUTH: OnceLock<Truth> = OnceLock::new();
    TRUTH.get_or_init(read)
}

fn read() -> Truth {
    let plan = Plan::new(Path::new("samples/kontum-2017")).unwrap();
    let inbox = plan.list().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let reader = Reader::new(ReadLimits::default(), program.to_path_buf());
    let known = Known::new(&plan.campaign, &plan.scheme, &plan.registry);
    let files = FolderReader::new(&reader, &is_own_text);
    let intake = intake::take_in(&inbox, &files, &known, &|| {});
    let submissions = intake.submissions.clone();
    let report = report::build(report::Input {
        campaign: &plan.campaign,
        scheme: &plan.scheme,
        registry: &plan.registry,
        submissions: intake.submissions,
        files: intake.files,
        findings: intake.findings,
        folder: "phieu-nop".to_string(),
        decisions: Vec::new(),
        of_files: report::FileDecisions::default(),
        time: std::time::Duration::from_secs(30),
    });
    let units = submissions
        .into_iter()
        .map(|submission| {
            let path = plan.returns.join(&submission.file);
            let workbook = reader.read(&std::fs::read(path).unwrap()).unwrap();
            let book = Book {
                file: submission.file.clone(),
                stamp: workbook.properties.custom,
                sheets: workbook.grids.iter().map(Sheet::new).collect(),
            };
            meant(&report, submission, book)
        })
        .collect();
    Truth {
        plan,
        units,
        report,
    }
}

fn meant(report: &Report, submission: Submission, book: Book) -> Meant {
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let row = rows
        .into_iter()
        .find(|row| row.unit == submission.unit)
        .unwrap();
    let spot = |source: &report::ValueSource| {
        let (sheet, cell) = source.origin.cell().unwrap();
        Spot {
            sheet: sheet.to_string(),
            at: (cell.row, cell.column),
        }
    };
    let score = row.score.criteria.iter();
    let figures = row.figures.iter();
    Meant {
        unit: submission.unit.clone(),
        book,
        scores: score
            .map(|(id, score)| (id.clone(), score.counted.unwrap()))
            .collect(),
        score_spots: row
            .sources
            .iter()
            .map(|(id, source)| (id.clone(), spot(source)))
            .collect(),
        figures: figures
            .clone()
            .map(|(id, figure)| (id.clone(), figure.value.clone().unwrap()))
            .collect(),
        figure_spots: figures
            .map(|(id, figure)| (id.clone(), spot(&figure.source)))
            .collect(),
        total: row.score.total,
        submission,
    }
}
