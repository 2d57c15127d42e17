//! What one file costs the others: nothing.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::*;
use crate::base::cell::{Cell, CellAddress, CellValue, Grid, Visibility};
use crate::base::guard;
use crate::campaign::definition::Source;
use crate::campaign::scheme::{self, Scheme};
use crate::campaign::settings::Campaign;
use crate::campaign::units::{self, Registry};
use crate::input::inbox;
use crate::input::intake::shelf::{Shelf, Shelved, ShelvedFile};
use crate::input::read::{Properties, ReadLimits, Reader};

/// The fault that no file is known to raise: here it is a word in a cell.
pub(super) fn meet_a_fault(workbook: &Workbook) {
    let cells = workbook.grids.iter().flat_map(Grid::cells);
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

/// One file that meets a fault, one that never ends, one that is sound.
fn three(folder: &Path) -> [&'static str; 3] {
    let names = ["Sở Tài chính.csv", "Sở Y tế.csv", "Sở Tư pháp.csv"];
    for (name, cell) in names
        .into_iter()
        .zip(["tệp gây lỗi", "tệp không dứt", "tệp lành"])
    {
        let rows = format!("{cell};b;c\n").repeat(5);
        fs::write(folder.join(name), rows).unwrap();
    }
    names
}

#[test]
fn a_fault_of_ours_and_an_endless_file_cost_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let names = three(folder.path());
    let scheme = Scheme::parse(source(scheme::BUILT_IN)).unwrap();
    let registry = Registry::parse(source(units::BUILT_IN), &scheme).unwrap();
    let known = Known::new(&Campaign::built_in(), &scheme, &registry);
    let limits = ReadLimits {
        time: Duration::from_secs(1),
        ..ReadLimits::default()
    };
    let reader = Reader::new(limits, PathBuf::from("none"));
    let inbox = inbox::list(folder.path(), &[]).unwrap();
    let intake = take_in(
        &inbox,
        &FolderReader::new(&reader, &|_| false),
        &known,
        &|| {},
    );
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

#[test]
fn files_that_were_read_are_not_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let names = three(folder.path());
    let scheme = Scheme::parse(source(scheme::BUILT_IN)).unwrap();
    let registry = Registry::parse(source(units::BUILT_IN), &scheme).unwrap();
    let known = Known::new(&Campaign::built_in(), &scheme, &registry);
    let time = Duration::from_secs(3);
    let limits = ReadLimits {
        time,
        ..ReadLimits::default()
    };
    let reader = Reader::new(limits, PathBuf::from("none"));
    let inbox = inbox::list(folder.path(), &[]).unwrap();
    let keeping = FolderReader::keeping(&reader, &|_| false);
    let first = take_in(&inbox, &keeping, &known, &|| {});
    for name in names {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    let started = Instant::now();
    let again = take_in(&inbox, &keeping, &known, &|| {});
    // What never ends was stopped once.
    assert!(started.elapsed() < time);
    assert_eq!(again.files, first.files);
    assert_eq!(again.findings, first.findings);
    assert_eq!(first.findings.len(), 3, "{:?}", first.findings);
    // One that keeps nothing has to look again.
    let plain = FolderReader::new(&reader, &|_| false);
    let gone = take_in(&inbox, &plain, &known, &|| {});
    assert!(
        gone.findings.iter().all(|one| one.rule.code == "TH924"),
        "{:?}",
        gone.findings
    );
}

#[test]
fn a_shelf_holds_no_more_than_fits_in() {
    let text = "x".repeat(1000);
    let cell = Cell::new(CellAddress::new(0, 0), CellValue::Text(text));
    let grid = Grid::new("a", Visibility::Visible, vec![cell], Vec::new());
    let book = Arc::new(Workbook {
        kind: FileKind::Xlsx,
        grids: vec![grid],
        faults: Vec::new(),
        skipped: Vec::new(),
        damaged_parts: Vec::new(),
        properties: Properties::default(),
    });
    let file = |content| ShelvedFile {
        sha256: String::new(),
        content,
    };
    let with_book = || file(Shelved::Book(Arc::clone(&book)));
    let shelf = Shelf::new(2500);
    for name in ["a", "b", "c"] {
        shelf.put(name, with_book());
    }
    let kept = ["a", "b", "c"].map(|name| shelf.get(name).is_some());
    assert_eq!(kept, [true, true, false]);
    // Instead of another it takes no room, and what it took is free again.
    shelf.put("a", file(Shelved::OwnText));
    shelf.put("c", with_book());
    assert!(matches!(shelf.get("a").unwrap().content, Shelved::OwnText));
    assert!(matches!(shelf.get("c").unwrap().content, Shelved::Book(_)));
    // Where nothing is to be kept, nothing is.
    let none = Shelf::new(0);
    none.put("a", file(Shelved::OwnText));
    assert!(none.get("a").is_none());
}
