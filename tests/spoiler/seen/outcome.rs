//! What comes out of one return that lies in a folder as a file, beside the other returns of the sample as they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tonghop::base::cell::CellAddress;
use tonghop::base::finding::Finding;
use tonghop::base::ids::{CriterionId, FigureId, UnitId};
use tonghop::base::origin::Origin;
use tonghop::base::points::Points;
use tonghop::input::inbox;
use tonghop::input::intake::{self, FolderReader};
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::input::receipt::Fate;
use tonghop::input::submission::Figure;
use tonghop::output::is_own_text;
use tonghop::result::report;

use crate::spoiler::run::file_row;
use crate::spoiler::truth::truth;

/// A cell of the file.
pub type Place = (String, CellAddress);

/// One number and where it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken<T> {
    pub value: Option<T>,
    pub at: Option<Place>,
}

/// What came out of one return.
pub struct Outcome {
    /// Whether it counts, for its own unit.
    pub counts: bool,
    pub scores: BTreeMap<CriterionId, Taken<Points>>,
    pub figures: BTreeMap<FigureId, Taken<Figure>>,
    /// The findings about its unit or its file.
    pub findings: Vec<Finding>,
}

/// Reads a file by its name among the returns, in the place of the return of the unit at this index.
pub fn of(index: usize, name: &str, bytes: &[u8]) -> Outcome {
    let truth = truth();
    let unit = &truth.units[index].unit;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    if let Some(kept) = std::env::var_os("SPOILER_KEPT") {
        fs::write(Path::new(&kept).join(name), bytes).unwrap();
    }
    let inbox = inbox::list(folder.path(), &[]).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let reader = Reader::new(ReadLimits::default(), program.to_path_buf());
    let reader = FolderReader::new(&reader, &is_own_text);
    let intake = intake::take_in(&inbox, &reader, truth.known(), &|| {});
    let (mut submissions, mut files) = (intake.submissions, intake.files);
    for other in truth.units.iter().filter(|one| one.unit != *unit) {
        // A file that names another unit is that one's second return, which is a case of its own.
        if submissions.iter().all(|one| one.unit != other.unit) {
            submissions.push(other.submission.clone());
            let row = file_row(&other.book.file, Some(&other.unit), Fate::Counted);
            files.push(row);
        }
    }
    submissions.sort_by_key(|submission| truth.plan.registry.position(&submission.unit));
    let report = report::build(report::Input {
        campaign: &truth.plan.campaign,
        scheme: &truth.plan.scheme,
        registry: &truth.plan.registry,
        submissions,
        files,
        findings: intake.findings,
        folder: "phieu-nop".to_string(),
        decisions: Vec::new(),
        of_files: report::FileDecisions::default(),
        time: std::time::Duration::from_secs(30),
    });
    outcome(unit, name, report)
}

fn outcome(unit: &UnitId, name: &str, report: report::Report) -> Outcome {
    let is_ours = |finding: &Finding| {
        let place = &finding.place;
        place.unit.as_ref() == Some(unit) || place.file.as_deref() == Some(name)
    };
    let findings = report.findings.iter().filter(|one| is_ours(one)).cloned();
    let mut out = Outcome {
        counts: false,
        scores: BTreeMap::new(),
        figures: BTreeMap::new(),
        findings: findings.collect(),
    };
    let mut rows = report.levels.into_iter().flat_map(|level| level.rows);
    let Some(row) = rows.find(|row| row.unit == *unit && row.file == name) else {
        return out;
    };
    out.counts = true;
    let cell = |origin: &Origin| {
        let (sheet, cell) = origin.cell()?;
        Some((sheet.to_string(), cell))
    };
    for (id, score) in &row.score.criteria {
        let source = row.sources.get(id);
        let at = source.and_then(|source| cell(&source.origin));
        let value = score.counted;
        out.scores.insert(id.clone(), Taken { value, at });
    }
    for (id, found) in row.figures {
        let at = cell(&found.source.origin);
        let value = found.value.clone();
        out.figures.insert(id, Taken { value, at });
    }
    out
}
