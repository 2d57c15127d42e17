//! What only shows when submissions stand beside each other.
//!
//! In: all submissions. Out: findings, and submissions that repeat none. Not for: single checks, which `judge::check` has.

use std::collections::HashSet;

use crate::base::finding::Finding;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::receipt::{Fate, FileRow};
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
    findings.extend(same);
    findings.extend(alike);
    let of_others = letterheads::check((scheme, registry), submissions, findings);
    findings.extend(of_others);
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

/// Leaves out submissions that repeat another unit's.
pub(super) fn refuse_same_content(
    submissions: Vec<Submission>,
    files: &mut [FileRow],
    findings: &mut Vec<Finding>,
) -> Vec<Submission> {
    let refused = across::same_content(&submissions, files);
    let positions: HashSet<usize> = refused.iter().map(|(position, _)| *position).collect();
    let mut kept = Vec::with_capacity(submissions.len());
    let mut names: HashSet<String> = HashSet::new();
    for (position, submission) in submissions.into_iter().enumerate() {
        if positions.contains(&position) {
            names.insert(submission.file);
        } else {
            kept.push(submission);
        }
    }
    for row in files.iter_mut().filter(|row| names.contains(&row.name)) {
        row.fate = Fate::Refused;
    }
    findings.extend(refused.into_iter().map(|(_, finding)| finding));
    kept
}
