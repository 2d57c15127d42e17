//! The two samples: from folders, from consolidated workbooks, from the table that was published.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tonghop::app::pipeline::settings::Choice;
use tonghop::app::pipeline::side;
use tonghop::input::read::ReadLimits;
use tonghop::result::diff::{self, ChangeParts, Diff, Side, State};

fn load(path: &str, beside: &str) -> Side {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    let (path, beside) = (root.join(path), root.join(beside));
    side::side(
        &path,
        side::BareTableBasis::beside(&beside),
        &Choice::default(),
        &ReadLimits::default(),
        &program,
        &(),
    )
    .unwrap()
}

fn sides() -> &'static (Side, Side) {
    static SIDES: OnceLock<(Side, Side)> = OnceLock::new();
    SIDES.get_or_init(|| {
        (
            load("samples/kontum-2016", ""),
            load("samples/kontum-2017", ""),
        )
    })
}

fn of_folders() -> Diff {
    diff::diff(&sides().0, &sides().1)
}

#[test]
fn the_committed_workbook_says_what_the_folder_says() {
    let book = load("samples/kontum-2016-tong-hop.xlsx", "");
    assert!(
        book == sides().0,
        "samples/kontum-2016-tong-hop.xlsx is out of date; run tools/make-sample.sh"
    );
    assert_eq!(diff::diff(&book, &sides().1), of_folders());
}

#[test]
fn two_workbooks_differ_as_the_two_folders_do() {
    let folder = tempfile::tempdir().unwrap();
    let written = folder.path().join("2017.xlsx");
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["consolidate", "samples/kontum-2017", "-o"])
        .arg(&written)
        .output()
        .unwrap();
    assert!(output.status.success());
    let book = load("samples/kontum-2016-tong-hop.xlsx", "");
    let other = load(written.to_str().unwrap(), "");
    assert_eq!(diff::diff(&book, &other), of_folders());
}

#[test]
fn names_and_order_of_files_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let then = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2016");
    for name in ["campaign.toml", "scheme.toml", "units.csv"] {
        std::fs::copy(then.join(name), folder.path().join(name)).unwrap();
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(then.join("phieu-nop"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.reverse();
    for (number, file) in files.iter().enumerate() {
        // Half of them in a subfolder.
        let inbox = folder
            .path()
            .join(["phieu-nop", "phieu-nop/dot 2"][number % 2]);
        std::fs::create_dir_all(&inbox).unwrap();
        std::fs::copy(file, inbox.join(format!("{number:02}.xlsx"))).unwrap();
    }
    let moved = load(folder.path().to_str().unwrap(), "");
    assert_eq!(diff::diff(&moved, &sides().1), of_folders());
}

#[test]
fn the_published_table_agrees_where_it_must() {
    let table = load("samples/kontum-2016/ket-qua-cong-bo-2016.csv", "");
    let (of_table, of_folders) = (diff::diff(&table, &sides().1), of_folders());
    assert_eq!(of_table.items, of_folders.items);
    assert!(of_table.statistics.is_empty());
    for (one, other) in of_table.units().zip(of_folders.units()) {
        // Of a unit that it does not hold, and that no note names, the table says nothing.
        let state = match (one.state, other.state) {
            (State::NotInTableThen, State::Neither) => State::Neither,
            (state, _) => state,
        };
        assert_eq!((&one.unit, state), (&other.unit, other.state));
        assert_eq!(one.groups, other.groups, "{}", one.name);
        let recomputed = |unit: &diff::UnitDiff| {
            let before = unit.before.as_ref()?;
            before.recomputed.or(before.total)
        };
        assert_eq!(recomputed(one), recomputed(other), "{}", one.name);
        assert_eq!(one.parts.as_ref().map(ChangeParts::sum), one.change);
    }
    // The two misprints are a part of their own.
    let wrong: Vec<String> = of_table
        .units()
        .filter_map(|unit| Some((unit, unit.parts.as_ref()?.arithmetic)))
        .filter(|(_, points)| points.0 != 0.into())
        .map(|(unit, points)| format!("{} {points}", unit.unit.code))
        .collect();
    assert_eq!(wrong, ["STC -10", "NGOCHOI 0.5"]);
}

#[test]
fn the_sample_has_one_of_each() {
    let diff = of_folders();
    let with = |state: State| -> Vec<&str> {
        let units = diff.units().filter(|unit| unit.state == state);
        units.map(|unit| unit.unit.code.as_str()).collect()
    };
    assert_eq!(with(State::NotThen), ["SXD", "KONPLONG"]);
    assert_eq!(with(State::Gone), ["BTDKT"]);
    assert_eq!(with(State::Compared).len(), 23);
    let renamed = diff
        .units()
        .find(|unit| unit.unit_before.is_some())
        .unwrap();
    assert_eq!(
        (renamed.unit.code.as_str(), renamed.state),
        ("STTTT", State::Compared)
    );
    let criteria: Vec<&str> = diff
        .items
        .iter()
        .filter(|item| item.level.0 == "tinh")
        .filter_map(|item| Some(item.criterion.as_ref()?.0.as_str()))
        .collect();
    assert_eq!(criteria, ["4.2", "4.3", "6.3"]);
}
