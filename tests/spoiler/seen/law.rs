//! The law over one return: what differs from the truth is said at its cell, by a finding that the return without the fault does not
//! have; and what is doubtful is said though no number differs.

use std::collections::BTreeMap;

use tonghop::base::cell::CellAddress;
use tonghop::base::finding::Finding;
use tonghop::base::ids::CriterionId;
use tonghop::base::lang::Lang;
use tonghop::base::rules::Severity;

use super::outcome::{Outcome, Place};
use crate::spoiler::truth::Meant;

/// What has to be said of a fault.
#[derive(Clone, Debug)]
pub enum Said {
    /// Nothing, as long as the number is right.
    IfWrong,
    /// Something at one of these cells, whatever is read.
    At(Vec<Place>),
    /// Something in this row.
    InRow(Place),
    /// Something on this sheet; it covers all of it.
    OnSheet(String),
}

/// What was done to a return.
#[derive(Clone, Debug)]
pub struct Deed {
    pub what: String,
    pub said: Said,
}

/// Codes that say nothing about a number: when the file was saved, that a formula was worked out, files alike.
const NOT_ABOUT_NUMBERS: [&str; 4] = ["TH107", "TH330", "TH106", "TH910"];

fn key(finding: &Finding) -> String {
    let place = &finding.place;
    let cell = place.cell.map(|cell| cell.to_string());
    format!("{} {:?} {cell:?}", finding.rule.code, place.sheet)
}

/// The findings that a return has and the one without the fault has not.
fn new<'a>(before: &Outcome, after: &'a Outcome) -> Vec<&'a Finding> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for finding in &before.findings {
        *known.entry(key(finding)).or_default() += 1;
    }
    let mut fresh = Vec::new();
    for finding in &after.findings {
        if NOT_ABOUT_NUMBERS.contains(&finding.rule.code) || finding.severity() < Severity::Warning
        {
            continue;
        }
        match known.get_mut(&key(finding)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => fresh.push(finding),
        }
    }
    fresh
}

fn is_at(finding: &Finding, (sheet, cell): &Place) -> bool {
    finding.place.sheet.as_ref() == Some(sheet) && finding.place.cell == Some(*cell)
}

/// Whether a finding is about a cell: it stands there, or it names what stands there as its own.
fn covers(finding: &Finding, at: Option<&Place>, criterion: Option<&CriterionId>) -> bool {
    let here = at.is_some_and(|at| is_at(finding, at));
    here || criterion.is_some_and(|id| finding.criteria.contains(id))
}

/// What breaks the law between a return and the same one with faults.
pub fn broken(meant: &Meant, before: &Outcome, after: &Outcome, deeds: &[Deed]) -> Vec<String> {
    let fresh = new(before, after);
    let mut problems = Vec::new();
    if !after.counts {
        if fresh.iter().all(|one| one.severity() < Severity::Error) {
            problems.push("does not count, and nothing says so".to_string());
        }
        return problems;
    }
    let is_wide = |at: Option<&Place>| {
        deeds.iter().any(|deed| match &deed.said {
            Said::OnSheet(sheet) => at.is_some_and(|(own, _)| own == sheet),
            _ => false,
        })
    };
    for (id, value) in &meant.scores {
        let now = after.scores.get(id).and_then(|now| now.value);
        let at = before.scores.get(id).and_then(|one| one.at.as_ref());
        let is_said = fresh.iter().any(|one| covers(one, at, Some(id)));
        if now != Some(*value) && !is_said && !is_wide(at) {
            problems.push(format!("score {id} is {now:?} for {value} at {}", show(at)));
        }
    }
    for (id, value) in &meant.figures {
        let now = after.figures.get(id).and_then(|now| now.value.as_ref());
        let at = before.figures.get(id).and_then(|one| one.at.as_ref());
        let is_said = fresh.iter().any(|one| covers(one, at, None));
        if now != Some(value) && !is_said && !is_wide(at) {
            problems.push(format!(
                "figure {id} is {now:?} for {value:?} at {}",
                show(at)
            ));
        }
    }
    for deed in deeds {
        let is_said = match &deed.said {
            Said::IfWrong => true,
            Said::At(places) => fresh
                .iter()
                .any(|one| places.iter().any(|at| is_at(one, at))),
            Said::InRow((sheet, cell)) => fresh.iter().any(|one| {
                let row = one.place.cell.map(|cell| cell.row);
                one.place.sheet.as_ref() == Some(sheet) && row == Some(cell.row)
            }),
            Said::OnSheet(sheet) => fresh
                .iter()
                .any(|one| one.place.sheet.as_ref() == Some(sheet)),
        };
        if !is_said {
            problems.push(format!(
                "nothing is said of {} ({:?})",
                deed.what, deed.said
            ));
        }
    }
    problems
}

/// What a harmless variation changes: a number, or the findings beyond those that it may add.
pub fn alarm(meant: &Meant, usual: &Outcome, now: &Outcome, allowed: &[&str]) -> Vec<String> {
    let mut problems = wrong(meant, now);
    if !now.counts {
        problems = vec!["does not count".to_string()];
    }
    let count = |outcome: &Outcome| {
        let mut count: BTreeMap<String, (i32, String)> = BTreeMap::new();
        for finding in &outcome.findings {
            let place = &finding.place;
            let of = (&finding.about, &finding.criteria);
            let key = format!("{} {of:?}", finding.rule.code);
            let cell = place.cell.map(|cell| cell.to_string());
            let message = finding.message(Lang::En);
            let at = format!("{:?} {cell:?} {message}", place.sheet);
            let entry = count.entry(key).or_default();
            (entry.0, entry.1) = (entry.0 + 1, at);
        }
        count
    };
    let before = count(usual);
    for (key, (times, at)) in count(now) {
        let is_allowed = allowed.iter().any(|code| key.starts_with(code));
        let usual = before.get(&key).map_or(0, |(times, _)| *times);
        if times > usual && !is_allowed {
            problems.push(format!("adds {key} at {at}"));
        }
    }
    problems
}

/// The numbers of a return that are not the truth.
pub fn wrong(meant: &Meant, now: &Outcome) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, value) in &meant.scores {
        let now = now.scores.get(id).and_then(|now| now.value);
        if now != Some(*value) {
            problems.push(format!("score {id} is {now:?} for {value}"));
        }
    }
    for (id, value) in &meant.figures {
        let now = now.figures.get(id).and_then(|now| now.value.as_ref());
        if now != Some(value) {
            problems.push(format!("figure {id} is {now:?} for {value:?}"));
        }
    }
    problems
}

fn show(at: Option<&Place>) -> String {
    at.map_or(
        "nowhere".to_string(),
        |(sheet, cell): &(String, CellAddress)| format!("{sheet}!{cell}"),
    )
}

/// What is said of a return and not of the one without faults, for people to read.
pub fn told(before: &Outcome, after: &Outcome) -> String {
    let fresh = new(before, after);
    let lines = fresh.iter().map(|finding| {
        let (code, message) = (finding.rule.code, finding.message(Lang::En));
        let place = &finding.place;
        let cell = place.cell.map(|cell| cell.to_string());
        format!("    {code} {:?} {cell:?}: {message}\n", place.sheet)
    });
    lines.collect()
}
