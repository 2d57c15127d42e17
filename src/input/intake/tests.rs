//! What one file costs the others: nothing.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::*;
use crate::base::guard;
use crate::campaign::definition::Source;
use crate::campaign::scheme::{self, Scheme};
use crate::campaign::settings::Campaign;
use crate::campaign::units::{self, Registry};
use crate::input::inbox;

/// The fault that no file is known to raise: here it is a word in a cell.
pub(super) fn meet_a_fault(workbook: &Workbook) {
    let cells = workbook
        .grids
        .iter()
        .flat_map(crate::base::cell::Grid::cells);
    for cell in cells {
        match cell.value.show().as_str() {
            "tệp gây lỗi" => panic!("a fault for the test"),
            "tệp không dứt" => loop {
                guard::check();
            },
            _ => {}
        }
    }
}

fn source(of: &[(&'static str, &'static str)]) -> Source<'static> {
    let (file, text) = of.first().copied().unwrap();
    Source { file, text }
}

#[test]
fn a_fault_of_ours_and_an_endless_file_cost_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["Sở Tài chính.csv", "Sở Y tế.csv", "Sở Tư pháp.csv"];
    for (name, cell) in names
        .into_iter()
        .zip(["tệp gây lỗi", "tệp không dứt", "tệp lành"])
    {
        let rows = format!("{cell};b;c\n").repeat(5);
        fs::write(folder.path().join(name), rows).unwrap();
    }
    let scheme = Scheme::parse(source(scheme::BUILT_IN)).unwrap();
    let registry = Registry::parse(source(units::BUILT_IN), &scheme).unwrap();
    let known = Known::new(&Campaign::built_in(), &scheme, &registry);
    let limits = ReadLimits {
        time: Duration::from_secs(1),
        ..ReadLimits::default()
    };
    let reader = Reader::new(limits, PathBuf::from("none"));
    let inbox = inbox::list(folder.path(), &[]).unwrap();
    let intake = take_in(&inbox, &reader, &known, &|_| false, &|| {});
    let of = |name: &str| {
        let is_of = |finding: &&Finding| finding.place.file.as_deref() == Some(name);
        let finding = intake.findings.iter().find(is_of).unwrap();
        let row = intake.files.iter().find(|row| row.name == name).unwrap();
        (finding.clone(), row.clone())
    };
    let [fault, endless, sound] = names.map(of);
    assert_eq!(fault.0.rule.code, "TH951");
    let words = fault.0.message(crate::base::lang::Lang::En);
    assert!(
        words.contains("a fault for the test (input/intake/tests.rs:"),
        "{words}"
    );
    assert_eq!(endless.0.rule.code, "TH952");
    assert_eq!(
        endless.0.found,
        Some(crate::base::finding::Fact::Amount(
            1,
            crate::base::finding::AmountUnit::Seconds
        ))
    );
    for (finding, row) in [&fault, &endless] {
        assert_eq!(row.fate, Fate::Unreadable);
        assert!(
            row.unit.is_some() && finding.place.unit == row.unit,
            "{row:?}"
        );
        assert!(row.sha256.is_some() && !row.kind.is_empty());
    }
    assert_eq!(sound.0.rule.code, "TH201");
    assert_eq!(sound.1.fate, Fate::Refused);
}
