//! The spoiled sample against the tables of its README.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tonghop::app::pipeline::Plan;
use tonghop::input::read::ReadLimits;
use tonghop::result::report::{Report, UnitRow};

use super::truth::truth;

const FOLDER: &str = "samples/kontum-2017-spoiled";

fn report() -> Report {
    let plan = Plan::new(Path::new(FOLDER)).unwrap();
    let inbox = plan.list().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let limits = ReadLimits::default();
    plan.report(&inbox, limits, program, "phieu-nop".to_string(), &|| {})
}

/// The rows of the README's table below a heading.
fn table(heading: &str) -> Vec<Vec<String>> {
    let page = std::fs::read_to_string(format!("{FOLDER}/README.md")).unwrap();
    let below = page.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = below.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = |line: &str| {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_string())
            .collect()
    };
    rows.map(cells).collect()
}

#[test]
fn every_file_of_the_spoiled_sample_has_its_fate_and_its_findings() {
    let report = report();
    let mut expected = BTreeMap::new();
    for row in table("Files") {
        let codes: BTreeSet<String> = row[3].split_whitespace().map(str::to_string).collect();
        expected.insert(row[0].clone(), (row[2].clone(), codes));
    }
    let mut actual = BTreeMap::new();
    for file in &report.intake.files {
        let own = report.findings.iter();
        let own = own.filter(|finding| finding.place.file.as_ref() == Some(&file.name));
        let codes = own.map(|finding| finding.rule.code.to_string()).collect();
        let fate = format!("{:?}", file.fate).to_lowercase();
        actual.insert(file.name.clone(), (fate, codes));
    }
    for (name, one) in &expected {
        assert_eq!(actual.get(name), Some(one), "{name}");
    }
    assert_eq!(actual.len(), expected.len());
}

#[test]
fn every_unit_of_the_spoiled_sample_has_its_total_or_a_reason() {
    let report = report();
    let rows: Vec<&UnitRow> = report.levels.iter().flat_map(|level| &level.rows).collect();
    let units = table("Units");
    assert_eq!(units.len(), 30);
    for unit in units {
        let row = rows.iter().find(|row| row.unit.code == unit[0]);
        let meant = truth().units.iter().find(|one| one.unit.code == unit[0]);
        match (unit[1].as_str(), row) {
            ("none", None) => {}
            ("provisional", Some(row)) => {
                let meant = meant.unwrap().total;
                assert!(row.score.open > 0, "{unit:?}");
                assert!(
                    row.score.lowest <= meant && meant <= row.score.highest,
                    "{unit:?}"
                );
            }
            ("the sample's", Some(row)) => {
                assert_eq!(
                    (row.score.open, row.score.total),
                    (0, meant.unwrap().total),
                    "{unit:?}"
                );
            }
            _ => panic!("{unit:?}: {:?}", row.map(|row| row.score.total)),
        }
    }
}
