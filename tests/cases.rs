//! Cases: folders of text in `cases/data`, each a trouble that people send and what the program makes of it.
//!
//! `CASE=V02 cargo test cases` runs those whose names begin so; `UPDATE_EXPECTED=1 cargo test cases` writes what comes out
//! into them, to be read before it is kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr
)]

pub mod case;
pub mod compare;
mod decided;
mod edit;
pub mod folder;
pub mod grid;
pub mod outcome;
pub mod terminal;
pub mod xlsx;

use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;
use tonghop::base::rules;

use case::{Case, Expect};

#[test]
fn every_case_comes_out_as_expected() {
    let cases = case::all();
    assert!(!cases.is_empty(), "no case begins with $CASE");
    let failures: Vec<String> = cases
        .par_iter()
        .filter_map(|case| Some(format!("{}\n{}", case.name, failure(case)?)))
        .collect();
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "{count} of {} cases:\n\n{}\n",
        cases.len(),
        failures.join("\n\n")
    );
}

/// Why a case fails, if it does.
fn failure(case: &Case) -> Option<String> {
    let found = match &case.commands {
        Some(commands) => seen(case, commands),
        None => consolidated(case),
    };
    let difference = found.unwrap_or_else(|problem| format!("  {problem}"));
    match &case.known_gap {
        Some(gap) if difference.is_empty() => Some(format!(
            "  is no gap any more; remove known_gap = \"{gap}\""
        )),
        Some(_) => None,
        None => Some(difference).filter(|difference| !difference.is_empty()),
    }
}

/// How a result differs from what is expected.
fn consolidated(case: &Case) -> Result<String, String> {
    let actual = outcome::run(case)?;
    if may_update(case) {
        compare::update(case, &actual);
        return Ok(String::new());
    }
    let expected = case.expect.as_ref().ok_or("nothing is expected")?;
    Ok(compare::difference(expected, &actual))
}

/// How a transcript differs from what is expected.
fn seen(case: &Case, commands: &str) -> Result<String, String> {
    let actual = terminal::run(case, commands)?;
    let path = case.folder.join("transcript.txt");
    if may_update(case) {
        fs::write(path, actual).unwrap();
        return Ok(String::new());
    }
    let expected = fs::read_to_string(path).map_err(|error| format!("transcript.txt: {error}"))?;
    Ok(compare::text_difference(&expected, &actual))
}

fn may_update(case: &Case) -> bool {
    case.known_gap.is_none() && std::env::var_os("UPDATE_EXPECTED").is_some()
}

/// Rules that no folder of text can raise: those of other commands (`TH5xx`, `TH6xx`), and what only a system, a network or a
/// package made wrong byte by byte can do, which `tests/inbox`, `tests/read` and `tests/hostile.rs` do; and what a sheet has besides its
/// cells, which `tests/recognise` does.
const ELSEWHERE: [&str; 21] = [
    "TH905", "TH921", "TH922", "TH923", "TH924", "TH925", "TH926", "TH931", "TH932", "TH933",
    "TH934", "TH906", "TH941", "TH942", "TH944", "TH945", "TH946", "TH947", "TH951", "TH952",
    "TH953",
];

/// Rules about published tables and other years belong to other commands, which have tests of their own.
fn is_about_returns(code: &str) -> bool {
    let elsewhere = ["TH5", "TH6", "TH7"];
    !elsewhere.iter().any(|start| code.starts_with(start)) && !ELSEWHERE.contains(&code)
}

#[test]
fn every_rule_has_a_case_and_a_near_miss() {
    let cases = case::all();
    let expected = |case: &Case| -> BTreeSet<String> {
        let findings = case.expect.as_ref().map(|expect| expect.findings.clone());
        let rows = findings.unwrap_or_default();
        let code = |row: &str| {
            row.rsplit('|')
                .next()
                .unwrap_or_default()
                .trim()
                .to_string()
        };
        rows.lines().map(code).collect()
    };
    let raised: BTreeSet<String> = cases.iter().flat_map(expected).collect();
    let mut missed: BTreeSet<&str> = BTreeSet::new();
    for case in &cases {
        for code in &case.near_miss {
            assert!(rules::by_code(code).is_some(), "{}: {code}", case.name);
            assert!(
                !expected(case).contains(code),
                "{} raises {code}",
                case.name
            );
            missed.insert(code);
        }
    }
    if std::env::var_os("CASE").is_some() {
        return;
    }
    let without = |has: &dyn Fn(&str) -> bool| -> Vec<String> {
        let rules = rules::ALL
            .iter()
            .filter(|rule| is_about_returns(rule.code) && !has(rule.code));
        rules
            .map(|rule| format!("{} {}", rule.code, rule.name))
            .collect()
    };
    let (not_raised, not_missed) = (
        without(&|code| raised.contains(code)),
        without(&|code| missed.contains(code)),
    );
    assert!(
        not_raised.is_empty(),
        "rules that no case raises: {not_raised:#?}"
    );
    assert!(
        not_missed.is_empty(),
        "rules without a near miss: {not_missed:#?}"
    );
}

/// A total that is open is never called good.
#[test]
fn what_is_open_shows_in_the_status() {
    for case in case::all() {
        let Some(expect) = case.expect else { continue };
        let is_open = expect.units.is_some_and(|units| units.contains("= open "));
        assert!(!is_open || expect.status != 0, "{}", case.name);
    }
}

#[test]
fn cases_do_not_guess() {
    for case in case::all().iter().filter(|case| case.known_gap.is_none()) {
        let findings = case
            .expect
            .as_ref()
            .map(|expect: &Expect| expect.findings.as_str());
        let findings = findings.unwrap_or_default();
        assert!(!findings.contains('*'), "{}", case.name);
    }
}
