//! Returns in which a person sees something else than the file stores: each folder of `tests/data/seen` holds one such return, the
//! name of the return of the sample that it was made from, and what differs when it comes in place of that one.
//!
//! What comes out of the return as it was is the measure: `value` lines are all scores and figures that differ from it, `finding` lines
//! all findings that it does not have, `no finding` those that are gone. Broken on purpose: without `marks::take` the first folder reads 21 for 2.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Codes that come of saving a file anew, whatever is in it.
const OF_SAVING: [&str; 3] = ["TH107", "TH330", "TH910"];

/// What came out of one return.
struct Outcome {
    values: BTreeMap<String, String>,
    findings: BTreeSet<String>,
}

/// Runs the sample's campaign with one return.
fn outcome(file: &Path) -> Outcome {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017");
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("dot");
    fs::create_dir_all(campaign.join("phieu-nop")).unwrap();
    fs::copy(sample.join("campaign.toml"), campaign.join("campaign.toml")).unwrap();
    fs::copy(
        file,
        campaign.join("phieu-nop").join(file.file_name().unwrap()),
    )
    .unwrap();
    let result = folder.path().join("out.xlsx");
    let status = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(["consolidate", "--json", "--fail-on", "never", "--output"])
        .args([&result, &campaign])
        .output()
        .unwrap();
    let json = fs::read(result.with_extension("json"))
        .unwrap_or_else(|_| panic!("{}: {status:?}", file.display()));
    let report: Value = serde_json::from_slice(&json).unwrap();
    let mut values = BTreeMap::new();
    for level in report["levels"].as_array().unwrap() {
        for row in level["rows"].as_array().unwrap() {
            for (id, score) in row["score"]["criteria"].as_object().unwrap() {
                values.insert(id.clone(), value(&score["claimed"]));
            }
            for (id, figure) in row["figures"].as_object().unwrap() {
                values.insert(id.clone(), value(&figure["value"]));
            }
        }
    }
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings.filter(|finding| finding["place"]["file"].is_string());
    let line = |finding: &Value| {
        let place = &finding["place"];
        let at = |key: &str| place[key].as_str().unwrap_or("-").to_string();
        let code = finding["code"].as_str().unwrap();
        (!OF_SAVING.contains(&code)).then(|| format!("{}!{} {code}", at("sheet"), at("cell")))
    };
    Outcome {
        values,
        findings: findings.filter_map(line).collect(),
    }
}

/// A value in one word.
fn value(value: &Value) -> String {
    match value {
        Value::Null => "none".to_string(),
        Value::String(word) => word.clone(),
        Value::Object(inner) => inner.values().next().map_or(String::new(), self::value),
        other => other.to_string(),
    }
}

fn differences(file: &Path, original: &Path) -> String {
    let (before, after) = (outcome(original), outcome(file));
    assert!(
        !after.values.is_empty(),
        "{} is not counted",
        file.display()
    );
    let mut lines = String::new();
    let ids: BTreeSet<&String> = before.values.keys().chain(after.values.keys()).collect();
    let of = |outcome: &'_ Outcome, id: &String| match outcome.values.get(id) {
        Some(value) => value.clone(),
        None => "not there".to_string(),
    };
    for id in ids {
        let (value, now) = (of(&before, id), of(&after, id));
        if now != value {
            let _ = writeln!(lines, "value {id} = {now} (was {value})");
        }
    }
    for finding in after.findings.difference(&before.findings) {
        let _ = writeln!(lines, "finding {finding}");
    }
    for finding in before.findings.difference(&after.findings) {
        let _ = writeln!(lines, "no finding {finding}");
    }
    lines
}

#[test]
fn what_is_seen_counts_or_is_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = fs::read_dir(root.join("tests/data/seen"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    let mut wrong = String::new();
    for folder in folders {
        let original = fs::read_to_string(folder.join("instead-of.txt")).unwrap();
        let original = root
            .join("samples/kontum-2017/phieu-nop")
            .join(original.trim());
        let files = fs::read_dir(&folder).unwrap();
        let is_return = |path: &PathBuf| path.extension().is_some_and(|ending| ending != "txt");
        let file = files
            .map(|entry| entry.unwrap().path())
            .find(is_return)
            .unwrap();
        let found = differences(&file, &original);
        let expected = folder.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).unwrap() != found {
            let _ = writeln!(wrong, "{}:\n{found}", folder.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
