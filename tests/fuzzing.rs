//! What the targets in `fuzz/` do, over their seeds and a few spoilt copies of them, so that they cannot rot.
//!
//! Broken on purpose, these tests fail: see the bodies, each of which says what must hold.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

use tonghop::output::json::json;
use tonghop_tools::fuzzing::{definitions, number, recognise, report};

/// A target: its name, and what it does with an input.
type Target = (&'static str, fn(&[u8]));

/// The seeds of a target.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{target} has no seeds");
    paths
        .into_iter()
        .map(|path| fs::read(path).unwrap())
        .collect()
}

/// Small changes of a text: what becomes of it, where, and with what byte.
fn spoilt(mut data: Vec<u8>, edits: &[(Index, u8, u8)]) -> Vec<u8> {
    for (at, what, with) in edits {
        let at = at.index(data.len() + 1);
        let rest = data.len() - at;
        match what % 5 {
            0 => data.insert(at, *with),
            1 => drop(data.drain(at..at + rest.min(usize::from(*with)))),
            2 => data.truncate(at),
            3 => {
                let twice = data[at..at + rest.min(200)].to_vec();
                data.extend(twice);
            }
            _ if rest > 0 => data[at] = *with,
            _ => {}
        }
    }
    data
}

fn edits() -> impl Strategy<Value = Vec<(Index, u8, u8)>> {
    // Mostly letters, digits and signs, so that texts stay texts.
    let byte = prop_oneof![6 => 32_u8..127, 1 => Just(b'\n'), 1 => any::<u8>()];
    prop::collection::vec((any::<Index>(), any::<u8>(), byte), 1..8)
}

const TARGETS: [Target; 4] = [
    ("number", number::run),
    ("recognise", recognise::run),
    ("definitions", definitions::run),
    ("report", report::run),
];

#[test]
fn every_seed_passes_its_target() {
    for (target, run) in TARGETS {
        for seed in seeds(target) {
            run(&seed);
        }
    }
}

#[test]
fn every_target_is_that_of_cargo_fuzz() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap();
    let manifest = read("Cargo.toml");
    for (target, _) in TARGETS {
        let source = read(&format!("targets/{target}.rs"));
        assert!(source.contains(&format!("use tonghop_tools::fuzzing::{target};")));
        assert!(source.contains(&format!("fuzz_target!(|data: &[u8]| {target}::run(data))")));
        assert!(manifest.contains(&format!("path = \"targets/{target}.rs\"")));
    }
    assert_eq!(
        fs::read_dir(folder.join("targets")).unwrap().count(),
        TARGETS.len()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn spoilt_numbers_pass(which in any::<Index>(), edits in edits()) {
        number::run(&spoilt(which.get(&seeds("number")).clone(), &edits));
    }

    #[test]
    fn spoilt_definitions_pass(which in any::<Index>(), edits in edits()) {
        definitions::run(&spoilt(which.get(&seeds("definitions")).clone(), &edits));
    }

    #[test]
    fn spoilt_reports_pass(data in prop::collection::vec(any::<u8>(), 4..40)) {
        // A brace would make it a report as it stands.
        let data: Vec<u8> = data.into_iter().map(|byte| if byte == b'{' { 0 } else { byte }).collect();
        report::run(&data);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn spoilt_forms_pass(which in any::<Index>(), edits in edits()) {
        recognise::run(&spoilt(which.get(&seeds("recognise")).clone(), &edits));
    }
}

#[test]
fn the_report_of_the_target_is_one_of_this_version() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/src/fuzzing/report.json");
    let now = json(&crate::arithmetic::reported(&[])).unwrap();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &now).unwrap();
    }
    assert!(
        fs::read(&path).unwrap() == now,
        "UPDATE_EXPECTED=1 cargo test fuzzing writes it"
    );
}
