//! Files that do not count for one reason: which findings are told of all of them together.
//!
//! In: findings in their order. Out: those about files that are alike. Not for: files that count, whose likeness is that of forms (`alike`),
//! and not for the words (`told_together`).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::base::finding::Finding;
use crate::base::lang::Lang;
use crate::base::rules::{Bearing, units};
use crate::result::report::alike::FEWEST;
use crate::result::report::{Report, refused};

/// Positions of findings that say the same of several files that do not count, by their reasons.
pub(super) fn alike(report: &Report, findings: &[&Finding]) -> Vec<Vec<usize>> {
    let refused: HashSet<&str> = refused(report).map(|row| row.name.as_str()).collect();
    let mut by_reason: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let is_of_file = finding.place.file.as_deref();
        let is_of_file = is_of_file.is_some_and(|file| refused.contains(file));
        let is_open = finding.settled.is_none() && finding.rule.bearing != Bearing::NoResult;
        if is_of_file && is_open {
            let reason = (finding.rule.code, reason(finding));
            by_reason.entry(reason).or_default().push(at);
        }
    }
    let files = |positions: &Vec<usize>| {
        let findings = positions.iter().filter_map(|at| findings.get(*at));
        let files: BTreeSet<_> = findings.map(|one| &one.place.file).collect();
        files.len()
    };
    let all = by_reason.into_values();
    all.filter(|positions| files(positions) >= FEWEST).collect()
}

/// What is the same in findings of one rule that are told together: all that they say, so that each file is told what is its own. Units
/// that the list does not have are of one reason, the list, whatever they are called; their names are told.
fn reason(finding: &Finding) -> String {
    if finding.rule == &units::UNIT_UNKNOWN {
        return String::new();
    }
    finding.message(Lang::Vi)
}
