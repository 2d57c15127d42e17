//! Blank forms: what comes back filled in reads without a finding, and says what was filled in.

mod files;
mod fill;
mod round;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tonghop::app::pipeline::Plan;
use tonghop::base::cell::Grid;
use tonghop::base::ids::LevelId;
use tonghop::base::points::Points;
use tonghop::input::read::ReadLimits;
use tonghop::result::report::{Report, UnitRow};

pub use crate::template::fill::grids;
use crate::template::fill::{Meant, fill, recalculate, strip};
use crate::write::recalculation::convert;

/// A campaign with nothing in its inbox, in a folder of its own, and the forms of its units.
pub struct Round {
    around: TempDir,
}

impl Round {
    /// Of a campaign in a folder.
    pub fn new(campaign: &str, previous: &[&str]) -> Round {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("đợt này");
        fs::create_dir_all(folder.join("phieu-nop")).unwrap();
        for name in ["campaign.toml", "scheme.toml", "units.csv"] {
            let from = Path::new(campaign).join(name);
            if from.exists() {
                fs::copy(from, folder.join(name)).unwrap();
            }
        }
        let round = Round { around };
        let mut arguments = vec!["template", "đợt này"];
        arguments.extend(previous);
        let (said, status) = round.run(&arguments);
        assert_eq!(status, Some(0), "{said}");
        round
    }

    fn run(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(self.around.path())
            .args(arguments)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8(said).unwrap(), output.status.code())
    }

    fn plan(&self) -> Plan {
        Plan::new(&self.around.path().join("đợt này")).unwrap()
    }

    fn inbox(&self) -> PathBuf {
        self.around.path().join("đợt này/phieu-nop")
    }

    /// The forms, as they went out.
    pub fn forms(&self) -> Vec<PathBuf> {
        files(&self.around.path().join("đợt này-phieu-mau"))
    }

    fn report(&self) -> Report {
        let plan = self.plan();
        let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
        let inbox = plan.list().unwrap();
        plan.report(
            &inbox,
            ReadLimits::default(),
            program,
            String::new(),
            &|| {},
        )
    }

    /// All forms come back, filled in; `finish` is done to each file then. Gives what was meant, by the names of the files.
    fn fill(&self, finish: impl Fn(&Path)) -> BTreeMap<String, Meant> {
        let plan = self.plan();
        let levels = levels(&self.forms());
        let mut meant = BTreeMap::new();
        for (seed, form) in self.forms().into_iter().enumerate() {
            let name = form.file_name().unwrap().to_string_lossy().into_owned();
            let back = self.inbox().join(&name);
            fs::copy(&form, &back).unwrap();
            let filled = fill(&back, &plan.scheme, &levels[&name], seed);
            finish(&back);
            meant.insert(name, filled);
        }
        meant
    }
}

/// The level of each form, as its stamp says.
fn levels(forms: &[PathBuf]) -> BTreeMap<String, LevelId> {
    let level = |form: &PathBuf| {
        let parts = crate::edits::book::Parts::open(form);
        let custom = &parts.0["docProps/custom.xml"];
        let (_, rest) = custom.split_once("name=\"tonghop-level\"").unwrap();
        let (_, rest) = rest.split_once("lpwstr>").unwrap();
        let (level, _) = rest.split_once('<').unwrap();
        let name = form.file_name().unwrap().to_string_lossy().into_owned();
        (name, LevelId::from(level))
    };
    forms.iter().map(level).collect()
}

/// The files of a folder by name.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut all: Vec<PathBuf> = entries.map(|one| one.unwrap().path()).collect();
    all.sort();
    all
}

/// The findings of a report: file, code, cell and message.
fn findings(report: &Report) -> Vec<String> {
    let told = report.findings.iter().map(|one| {
        let place = &one.place;
        let cell = place.cell.map(|cell| cell.to_string());
        format!(
            "{} {} {}!{}: {}",
            place.file.as_deref().unwrap_or("-"),
            one.rule.code,
            place.sheet.as_deref().unwrap_or("-"),
            cell.as_deref().unwrap_or("-"),
            one.message(tonghop::base::lang::Lang::Vi)
        )
    });
    told.collect()
}

/// What a report says of a unit and the unit did not mean.
fn wrong(row: &UnitRow, meant: &Meant) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, points) in &meant.scores {
        let score = &row.score.criteria[id.as_str()];
        if score.own() != Some(*points) && !score.passed_over {
            wrong.push(format!(
                "{}: {id}: {score:?} instead of {points:?}",
                row.name
            ));
        }
    }
    for (id, figure) in &meant.figures.0 {
        let read = row.figures.get(id).and_then(|cell| cell.value.as_ref());
        if read != Some(figure) {
            wrong.push(format!(
                "{}: {id}: {read:?} instead of {figure:?}",
                row.name
            ));
        }
    }
    wrong
}

/// Holds a result against what was filled in: nothing found, nothing lost, nothing made up.
fn check(report: &Report, meant: &BTreeMap<String, Meant>) {
    assert_eq!(findings(report).join("\n"), "");
    let rows: Vec<&UnitRow> = report.levels.iter().flat_map(|one| &one.rows).collect();
    assert_eq!(rows.len(), meant.len());
    let mut scores = 0;
    for row in rows {
        let meant = &meant[&row.file];
        assert_eq!(wrong(row, meant), Vec::<String>::new());
        assert_eq!(row.score.open, 0, "{}", row.name);
        scores += meant.scores.len();
    }
    assert!(
        scores > 20 * meant.len() || scores > 60,
        "{scores} scores only"
    );
}

fn goes_round(campaign: &str, previous: &[&str]) {
    let round = Round::new(campaign, previous);
    let meant = round.fill(recalculate);
    check(&round.report(), &meant);
}

#[test]
fn forms_of_kontum_come_back_without_a_finding() {
    goes_round("samples/kontum-2017", &[]);
}

#[test]
fn forms_of_an_earlier_scheme_come_back_without_a_finding() {
    goes_round("samples/kontum-2016", &[]);
}

#[test]
fn last_year_beside_the_blanks_is_never_read() {
    let root = env!("CARGO_MANIFEST_DIR");
    let previous = format!("{root}/samples/kontum-2016");
    goes_round("samples/kontum-2017", &["--previous", &previous]);
}

/// In 2016 criterion 6.3 asked about something else.
#[test]
fn last_years_figure_of_another_question_is_not_shown() {
    let previous = format!("{}/samples/kontum-2016", env!("CARGO_MANIFEST_DIR"));
    let round = Round::new("samples/kontum-2017", &["--previous", &previous]);
    let shown = |code: &str| -> usize {
        let forms = round.forms();
        let grids = forms.iter().flat_map(|form| grids(form));
        let of_code = |grid: &Grid| {
            let rows = grid
                .rows()
                .filter(|row| row.first().is_some_and(|one| one.value.show() == code));
            let earlier = rows.flat_map(|row| row.iter().filter(|one| one.address.column == 4));
            earlier.filter(|one| !one.value.show().is_empty()).count()
        };
        grids.map(|grid| of_code(&grid)).sum()
    };
    assert_eq!(shown("6.3"), 0);
    assert!(shown("1.2") > 10, "{}", shown("1.2"));
}

#[test]
fn a_campaign_workbook_beside_a_folder_speaks_of_that_folder() {
    let around = tempfile::tempdir().unwrap();
    let book = around.path().join("phiếu nộp-dot-danh-gia.xlsx");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        let output = command.args(arguments).current_dir(around.path()).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let root = env!("CARGO_MANIFEST_DIR");
    let scheme = format!("{root}/tests/template/deep-tree");
    run(&["scheme", "export", &scheme, "-o", book.to_str().unwrap()]);
    let said = run(&["template", book.to_str().unwrap()]);
    let folder = around.path().join("phiếu nộp");
    assert!(
        said.contains(&format!("tonghop \"{}\"", folder.display())),
        "{said}"
    );
    assert!(!said.contains("TH113"), "{said}");
}

#[test]
fn forms_with_ticks_come_back_without_a_finding() {
    goes_round("tests/forms/xa-2025-tick", &[]);
    goes_round("tests/forms/camau-cchc", &[]);
}

#[test]
fn forms_of_all_that_a_scheme_can_ask_come_back_without_a_finding() {
    goes_round("tests/template/deep-tree", &[]);
}

/// As office programs really save them.
/// Each unit's own grade is worked out by its form, groups and all, and is the one that it gets.
#[test]
fn forms_grade_by_groups_as_the_result_does() {
    let round = Round::new("tests/template/by-groups", &[]);
    let meant = round.fill(recalculate);
    let report = round.report();
    check(&report, &meant);
    let rows = || report.levels.iter().flat_map(|level| &level.rows);
    let scheme = &round.plan().scheme;
    let own: BTreeMap<&str, usize> = rows().fold(BTreeMap::new(), |mut all, row| {
        *all.entry(row.own_grade.as_deref().unwrap()).or_default() += 1;
        all
    });
    assert!(own.len() > 1, "{own:?}");
    let by_total = |row: &&UnitRow| {
        let [_, has, _] = row.score.ends(scheme, &row.unit.level);
        scheme.withheld(&row.unit.level, &has).is_some()
    };
    assert!(rows().filter(by_total).count() > 0, "{own:?}");
    // Nothing can be had in a criterion of a level: its form says so, and nobody fills it in.
    let xa = rows().find(|row| row.unit.level.0 == "xa").unwrap();
    assert_eq!(xa.score.criteria["10.3"].counted, Some(Points::ZERO));
    assert!(xa.sources["10.3"].explanation.is_some());
}

#[test]
#[ignore = "needs LibreOffice"]
fn forms_that_libreoffice_saved_come_back_without_a_finding() {
    for campaign in [
        "samples/kontum-2017",
        "tests/forms/xa-2025-tick",
        "tests/template/deep-tree",
    ] {
        let round = Round::new(campaign, &[]);
        let meant = round.fill(|path| {
            strip(path);
            let out = tempfile::tempdir().unwrap();
            convert(path, "xlsx", out.path());
            fs::copy(out.path().join(path.file_name().unwrap()), path).unwrap();
        });
        check(&round.report(), &meant);
    }
}
