//! What only shows when submissions stand beside each other.
//!
//! In: all submissions. Out: findings, and submissions that repeat none. Not for: single checks, which `judge::check` has.

use std::collections::HashSet;

use crate::base::finding::{Fact, Finding};
use crate::base::rules::files;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::submission::Submission;
use crate::judge::check::{across, letterheads, likeness, percent, plausible};
use crate::result::report::judge::Judged;

/// Findings that only show when forms stand beside each other, as their units filled them in.
pub(super) fn forms(
    (scheme, registry): (&Scheme, &Registry),
    submissions: &[Submission],
    findings: &mut Vec<Finding>,
) {
    let alike = likeness::check(scheme, submissions);
    let said: HashSet<_> = alike.iter().map(|one| one.place.file.clone()).collect();
    // Scores that are the same throughout are part of forms that are nearly the same.
    let same = across::same_scores(submissions).into_iter();
    let same = same.filter(|one| !said.contains(&one.place.file));
    let decided = decided_same(findings);
    let is_new = |one: &Finding| {
        let is_decided = |file: &String| decided.contains(file);
        let has_others = match &one.expected {
            Some(Fact::Name(file)) => is_decided(file),
            Some(Fact::Names(files)) => files.iter().all(is_decided),
            _ => false,
        };
        !(has_others && one.place.file.as_ref().is_some_and(is_decided))
    };
    findings.extend(same.chain(alike).filter(is_new));
    let of_others = letterheads::check((scheme, registry), submissions, findings);
    findings.extend(of_others);
}

/// Files of which somebody has decided that they are their unit's own though they say the same as another's.
fn decided_same(findings: &[Finding]) -> HashSet<String> {
    let is_decided = |one: &&Finding| one.rule == &files::SAME_CONTENT && one.settled.is_some();
    let decided = findings.iter().filter(is_decided);
    decided.filter_map(|one| one.place.file.clone()).collect()
}

/// Findings that only show when values stand beside each other that count.
pub(super) fn values(scheme: &Scheme, submissions: &[Submission], findings: &mut Vec<Finding>) {
    findings.extend(across::best_stands_alone(scheme, submissions));
    findings.extend(percent::check(scheme, submissions));
    let unusual = plausible::other_magnitude(scheme, submissions, findings);
    findings.extend(unusual);
}

/// Findings about best values whose own cells have findings.
pub(super) fn best_doubtful(scheme: &Scheme, judged: &[Judged]) -> Vec<Finding> {
    let judged = judged.iter();
    let beside = judged.map(|one| (&one.submission, one.verdict.findings.as_slice()));
    across::best_doubtful(scheme, &beside.collect::<Vec<_>>())
}
