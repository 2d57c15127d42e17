//! What judging one submission costs the others: nothing.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::base::ids::UnitId;
use crate::base::lang::Lang;
use crate::campaign::definition::Source;
use crate::campaign::scheme;
use crate::campaign::units::{self, Registry};
use crate::input::receipt::DateBasis;
use crate::result::report::{Input, Report, build};

/// The fault that no submission is known to raise: here it is the name of a file.
pub(super) fn meet_a_fault(submission: &Submission) {
    match submission.file.as_str() {
        "tệp gây lỗi.xlsx" => panic!("a fault for the test"),
        "tệp không dứt.xlsx" => loop {
            guard::check();
        },
        _ => {}
    }
}

fn source(of: &[(&'static str, &'static str)]) -> Source<'static> {
    let (file, text) = of.first().copied().unwrap();
    Source { file, text }
}

fn row(name: &str, unit: &UnitId) -> FileRow {
    FileRow {
        name: name.to_string(),
        bytes: 1,
        sha256: Some(name.to_string()),
        saved: Some((
            "2018-01-01T00:00:00Z".to_string().into(),
            DateBasis::Document,
        )),
        made: None,
        appraised: false,
        kind: "xlsx".to_string(),
        unit: Some(unit.clone()),
        candidates: Vec::new(),
        decided: Vec::new(),
        fate: Fate::Counted,
    }
}

fn report(files: &[&str], time: Duration) -> Report {
    let scheme = Scheme::parse(source(scheme::BUILT_IN)).unwrap();
    let registry = Registry::parse(source(units::BUILT_IN), &scheme).unwrap();
    let of_units = || files.iter().zip(registry.units());
    let submission = |(file, unit): (&&str, &units::Unit)| Submission {
        unit: unit.id.clone(),
        file: (*file).to_string(),
        entries: crate::base::ids::ById::default(),
        figures: crate::base::ids::ById::default(),
        own_sums: Vec::new(),
        appraised_sums: Vec::new(),
        own_grade: None,
        explained: Vec::new(),
    };
    build(Input {
        campaign: &Campaign::built_in(),
        scheme: &scheme,
        registry: &registry,
        submissions: of_units().map(submission).collect(),
        files: of_units().map(|(file, unit)| row(file, &unit.id)).collect(),
        findings: Vec::new(),
        folder: String::new(),
        decisions: Vec::new(),
        of_files: crate::result::report::FileDecisions::default(),
        time,
    })
}

#[test]
fn a_fault_and_an_endless_judgement_cost_themselves() {
    let files = [
        "tệp lành.xlsx",
        "tệp gây lỗi.xlsx",
        "tệp không dứt.xlsx",
        "tệp lành khác.xlsx",
    ];
    let report = report(&files, Duration::from_secs(1));
    let of = |file: &str| {
        let row = report.intake.files.iter().find(|row| row.name == file);
        let is_of = |one: &&Finding| one.place.file.as_deref() == Some(file);
        let stopped = report.findings.iter().filter(is_of);
        let stopped = stopped.filter(|one| one.rule.code >= "TH950");
        (
            row.unwrap().fate,
            stopped.cloned().collect::<Vec<Finding>>(),
        )
    };
    let [first, fault, endless, last] = files.map(of);
    assert_eq!((first.0, first.1.len()), (Fate::Counted, 0));
    assert_eq!((last.0, last.1.len()), (Fate::Counted, 0));
    assert_eq!(fault.0, Fate::Refused);
    assert_eq!(fault.1.len(), 1);
    assert_eq!(fault.1[0].rule.code, "TH951");
    let words = fault.1[0].message(Lang::En);
    let place = "a fault for the test (report/judge/tests.rs:";
    assert!(words.contains(place), "{words}");
    assert_eq!(endless.0, Fate::Refused);
    assert_eq!(endless.1.len(), 1);
    assert_eq!(endless.1[0].rule.code, "TH952");
    // The sound ones are ranked, the others are units with a return that cannot be used.
    let ranked: Vec<&str> = report.levels[0]
        .rows
        .iter()
        .map(|row| row.file.as_str())
        .collect();
    assert_eq!(ranked, [files[0], files[3]]);
    let unusable = report.levels[0]
        .gaps
        .iter()
        .filter(|gap| !gap.files.is_empty());
    assert_eq!(unusable.count(), 2);
}
