//! Returns in which a person sees something else than the file stores: each folder of `tests/data/seen` holds one such return, the
//! name of the return of the sample that it was made from, and what differs when it comes in place of that one.
//!
//! What comes out of the return as it was is the measure: `value` lines are all scores and figures that differ from it, `finding` lines
//! all findings that it does not have, `no finding` those that are gone. Broken on purpose: without `marks::take` the first folder reads 21 for 2.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;

use tonghop::app::pipeline::Plan;
use tonghop::input::read::ReadLimits;

/// Codes that come of saving a file anew, whatever is in it.
const OF_SAVING: [&str; 3] = ["TH107", "TH330", "TH910"];

/// What came out of one return.
struct Outcome {
    values: BTreeMap<String, String>,
    findings: BTreeSet<String>,
}

/// The report on the sample's campaign with one return.
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
    let plan = Plan::new(&campaign).unwrap();
    let inbox = plan.list().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let report = plan.report(
        &inbox,
        ReadLimits::default(),
        program,
        String::new(),
        &|| {},
    );
    let report = serde_json::to_value(&report).unwrap();
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

fn differences(file: &Path, before: &Outcome) -> String {
    let after = outcome(file);
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
        let (value, now) = (of(before, id), of(&after, id));
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
    let originals: Vec<String> = folders.iter().map(|folder| original(folder)).collect();
    let unlike: BTreeSet<&String> = originals.iter().collect();
    let before: BTreeMap<&String, Outcome> = unlike
        .into_par_iter()
        .map(|name| {
            let returns = root.join("samples/kontum-2017/phieu-nop");
            (name, outcome(&returns.join(name)))
        })
        .collect();
    let wrong: String = folders
        .par_iter()
        .zip(&originals)
        .filter_map(|(folder, original)| {
            let files = fs::read_dir(folder).unwrap();
            let is_return = |path: &PathBuf| path.extension().is_some_and(|ending| ending != "txt");
            let mut files = files.map(|entry| entry.unwrap().path());
            let found = differences(&files.find(is_return).unwrap(), &before[original]);
            let expected = folder.join("expected.txt");
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                fs::write(&expected, &found).unwrap();
            }
            let is_right = fs::read_to_string(&expected).unwrap() == found;
            (!is_right).then(|| format!("{}:\n{found}\n", folder.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The name of the return that another was made from.
fn original(folder: &Path) -> String {
    let name = fs::read_to_string(folder.join("instead-of.txt")).unwrap();
    name.trim().to_string()
}
