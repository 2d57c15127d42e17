//! The spoiler: the sample's workbooks with random defects, and the law that nothing is ever silently wrong.
//!
//! `SPOILER_SEEDS=10000 cargo test spoiler` tries so many seeds; `SPOILER_SEED=17 cargo test spoiler` replays one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    clippy::match_bool,
    missing_docs,
    reason = "a test that cannot make its data has failed"
)]

mod accounts;
mod damage;
mod defects;
mod dice;
mod files;
mod law;
mod run;
mod sample;
mod seen;
pub mod truth;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use rayon::prelude::*;

use defects::Defect;
use dice::Dice;
use run::Spoiled;
use tonghop::base::ids::UnitId;
use tonghop::result::report::Report;
use truth::truth;

/// The seeds to try, by default and where `SPOILER_SEEDS` or `SPOILER_SEED` says otherwise.
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    match (number("SPOILER_SEED"), number("SPOILER_SEEDS")) {
        (Some(one), _) => one..one + 1,
        (None, Some(count)) => 0..count,
        (None, None) => 0..usual,
    }
}

#[test]
fn at_least_sixty_classes_are_covered() {
    let of_files = files::CHANGES.iter().map(|(class, _)| *class);
    let of_cells = defects::all().map(|one| one.class);
    let classes: BTreeSet<&str> = of_cells.chain(of_files).chain(["F04"]).collect();
    eprintln!("{} classes", classes.len());
    let count = classes.len();
    assert!(count >= 60, "{count} classes: {classes:?}");
}

/// Whether a row comes from a file passed on: all in it names this unit, whose own return is refused. Nothing in the folder
/// says whose numbers they are; that the other unit returned nothing is listed.
fn is_passed_on(report: &Report, unit: &UnitId, spoiled: &[Spoiled]) -> bool {
    let mut rows = report.levels.iter().flat_map(|level| &level.rows);
    let row = rows.find(|row| row.unit == *unit);
    row.is_some_and(|row| {
        let mut files = spoiled.iter().filter(|one| one.book.file == row.file);
        files.any(|one| {
            one.meant.unit != *unit && one.done.iter().any(|done| done.starts_with("F06"))
        })
    })
}

/// What is silently wrong with one seed; empty where the law holds.
fn silent(seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let spoiled = Spoiled::random(&mut dice);
    let report = run::report(&spoiled);
    let mut text = String::new();
    for (unit, problems) in law::broken(&report, truth()) {
        if is_passed_on(&report, &unit, &spoiled) {
            continue;
        }
        let _ = writeln!(text, "seed {seed}: {}", unit.code);
        for problem in problems {
            let _ = writeln!(text, "  {problem}");
        }
        for finding in &report.findings {
            if finding.place.unit.as_ref() == Some(&unit) {
                let place = &finding.place;
                let cell = place.cell.map(|cell| cell.to_string());
                let message = finding.message(tonghop::base::lang::Lang::En);
                let (code, sheet) = (finding.rule.code, &place.sheet);
                let _ = writeln!(text, "  {code} {sheet:?} {cell:?}: {message}");
            }
        }
        for one in &spoiled {
            if one.meant.unit == unit || unit == law::nowhere() || truth().unit(&unit).is_none() {
                let _ = writeln!(text, "  {} {}", one.meant.unit.code, one.done.join("; "));
            }
        }
    }
    text
}

#[test]
fn nothing_is_silently_wrong() {
    // Read before the threads start: reading is itself done by threads, which would wait for each other.
    truth().known();
    let seeds = seeds(8);
    let count = seeds.end - seeds.start;
    let failures: Vec<String> = seeds
        .into_par_iter()
        .map(silent)
        .filter(|text| !text.is_empty())
        .collect();
    let shown = failures.iter().take(60).cloned().collect::<String>();
    assert!(
        failures.is_empty(),
        "{} of {count} seeds break the law:\n{shown}",
        failures.len()
    );
}

/// What a harmless variation of one unit's workbook adds or changes.
fn alarm(defect: &'static Defect, index: usize, seed: u64) -> Option<String> {
    let mut dice = Dice::new(seed);
    let spoiled = Spoiled::with(index, &[defect], &mut dice);
    if spoiled.done.is_empty() {
        return None;
    }
    let unit = spoiled.meant.unit.clone();
    let one = [spoiled];
    let report = run::report(&one);
    let codes = |codes: &mut dyn Iterator<Item = &'static str>| {
        let mut count: BTreeMap<&str, i32> = BTreeMap::new();
        codes.for_each(|code| *count.entry(code).or_default() += 1);
        count
    };
    let usual = codes(&mut truth().report.findings.iter().map(|one| one.rule.code));
    let now = codes(&mut report.findings.iter().map(|one| one.rule.code));
    let added: Vec<String> = report
        .findings
        .iter()
        .filter(|one| now[one.rule.code] > usual.get(one.rule.code).copied().unwrap_or_default())
        .map(|one| {
            let place = &one.place;
            let cell = place.cell.map(|cell| cell.to_string());
            format!(
                "{} {:?} {cell:?}: {}",
                one.rule.code,
                place.sheet,
                one.message(tonghop::base::lang::Lang::En)
            )
        })
        .collect();
    let moved = report
        .levels
        .iter()
        .flat_map(|level| &level.rows)
        .any(|row| {
            truth()
                .unit(&row.unit)
                .is_none_or(|meant| meant.total != row.score.total)
        });
    let figures = law::changed_figures(&report, truth());
    if added.is_empty() && !moved && figures.is_empty() {
        return None;
    }
    let done = one[0].done.join("; ");
    Some(format!(
        "{} {} seed {seed} ({done}): adds {added:?}, totals changed: {moved}, figures changed: {figures:?}\n",
        defect.class, unit.code
    ))
}

#[test]
fn harmless_variations_add_no_finding_and_change_no_number() {
    truth().known();
    let rounds = seeds(20).end / 2000;
    let harmless: Vec<&'static Defect> = defects::all().filter(|one| one.harmless).collect();
    let count = truth().units.len();
    let mut tries = Vec::new();
    for (number, defect) in harmless.into_iter().enumerate() {
        // A few seeds: one unit for each variation. Many: every unit.
        let units = match rounds {
            0 => number % count..number % count + 1,
            _ => 0..count,
        };
        for index in units {
            tries.extend((0..rounds.max(1)).map(|round| (defect, index, round)));
        }
    }
    let alarms: Vec<String> = tries
        .into_par_iter()
        .filter_map(|(defect, index, seed)| alarm(defect, index, seed))
        .collect();
    let shown = alarms.iter().take(60).cloned().collect::<String>();
    assert!(alarms.is_empty(), "{} false alarms:\n{shown}", alarms.len());
}
