//! Results are the same on Windows: the same numbers, findings and parts of workbooks, byte by byte, from the same samples.
//!
//! JSON is the same as a whole. Of a workbook all is but one byte per part in its archive's directory, which says on what system it
//! was made, and which nobody reads.

use std::fs;
use std::io::Read;
use std::path::Path;

use assert_cmd::Command;
use zip::ZipArchive;

use super::wine;
use crate::cases::terminal;
use crate::readme::copy;

/// Commands, and what they write.
const COMMANDS: [(&[&str], &[&str]); 4] = [
    (
        &["kontum-2017", "--json"],
        &["kontum-2017-tong-hop.xlsx", "kontum-2017-tong-hop.json"],
    ),
    (
        &["kontum-2017-spoiled", "--json"],
        &[
            "kontum-2017-spoiled-tong-hop.xlsx",
            "kontum-2017-spoiled-tong-hop.json",
        ],
    ),
    (
        &[
            "diff",
            "kontum-2017-tong-hop.xlsx",
            "kontum-2017-spoiled-tong-hop.xlsx",
            "-o",
            "diff.xlsx",
        ],
        &["diff.xlsx"],
    ),
    (
        &["audit", "decision-134.xlsx", "-o", "audit.xlsx"],
        &["audit.xlsx"],
    ),
];

/// The samples, in a folder of their own.
fn samples(around: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for name in ["kontum-2017", "kontum-2017-spoiled"] {
        copy(&from.join(name), &around.join(name));
    }
    let name = "decision-134.xlsx";
    fs::copy(from.join(name), around.join(name)).unwrap();
}

/// The parts of a workbook, in their order.
fn parts(workbook: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(fs::File::open(workbook).unwrap()).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn same_parts(one: &[(String, Vec<u8>)], two: &[(String, Vec<u8>)]) {
    assert!(one.len() > 5 && one.len() == two.len());
    for ((name, one), (other, two)) in one.iter().zip(two) {
        assert_eq!(name, other);
        assert!(one == two, "{name} differs");
    }
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn results_are_the_same() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    samples(one.path());
    samples(two.path());
    for (arguments, results) in COMMANDS {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let own = || Command::new(env!("CARGO_BIN_EXE_tonghop"));
        let here = terminal::tonghop(own(), one.path(), &arguments);
        let there = wine::say(two.path(), &arguments);
        assert_eq!(
            terminal::as_elsewhere(&here),
            terminal::as_elsewhere(&there)
        );
        for name in results {
            let (here, there) = (one.path().join(name), two.path().join(name));
            if here.extension() == Some("json".as_ref()) {
                assert!(
                    fs::read(here).unwrap() == fs::read(there).unwrap(),
                    "{name} differs"
                );
            } else {
                same_parts(&parts(&here), &parts(&there));
            }
        }
    }
}
