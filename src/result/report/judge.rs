//! Judges every submission: scores, findings, and the range that is left to each total.
//!
//! In: the submissions that count, with what the reader found of them. Out: each with its verdict; one that this program cannot
//! judge is left out, with a finding. Not for: single judgements, which `check` and `score` make, and not for ranks.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use rayon::prelude::*;

use crate::base::finding::Finding;
use crate::base::guard;
use crate::base::ids::FigureId;
use crate::base::points::{Most, Points};
use crate::campaign::rulings::Rulings;
use crate::campaign::scheme::Scheme;
use crate::campaign::settings::Campaign;
use crate::campaign::units::Registry;
use crate::input::receipt::{Fate, FileRow, Timing};
use crate::input::submission::Submission;
use crate::judge::check::{self, Checked, across, returns};
use crate::judge::rank::{BoundedTotal, Prospect};
use crate::judge::score::{self, ScoreTree, UnitScore, best, figures};
use crate::result::report::decide::SettledFindings;
use crate::result::report::spread::Spread;

/// A submission, judged.
pub(super) struct Judged {
    pub(super) submission: Submission,
    pub(super) verdict: SubmissionVerdict,
}

/// What was found of a submission.
pub(super) struct SubmissionVerdict {
    pub(super) score: UnitScore,
    pub(super) findings: Vec<Finding>,
    pub(super) standing: BoundedTotal,
    pub(super) prospect: Prospect,
    /// What the unit's own scores add up to, lowest and highest.
    pub(super) own_sum: (Points, Most),
    /// The total that the unit states.
    pub(super) own_total: (Option<Points>, Option<String>),
    pub(super) contradicted: Vec<FigureId>,
}

/// What every submission is judged with.
pub(super) struct JudgingMeans<'a> {
    /// The settings.
    pub(super) campaign: &'a Campaign,
    /// The criteria.
    pub(super) scheme: &'a Scheme,
    /// The units that are expected.
    pub(super) registry: &'a Registry,
    /// What is ruled about single criteria of units.
    pub(super) rulings: Rulings,
    /// Findings that somebody has settled.
    pub(super) settled: &'a SettledFindings,
    /// How long one submission may take.
    pub(super) time: Duration,
}

/// Scores and checks every submission, by the scheme with the best values of all, which is given back. Findings of the reader
/// move to the submission they are about. One that this program cannot judge does not count, and the best values are then those
/// of the others.
pub(super) fn judge(
    means: &JudgingMeans<'_>,
    mut submissions: Vec<Submission>,
    files: &mut [FileRow],
    findings: &mut Vec<Finding>,
) -> (Vec<Judged>, Scheme) {
    let mut findings_of = by_submission(&submissions, findings);
    loop {
        let mut scheme = means.scheme.clone();
        let open = best::set_best(&mut scheme, &submissions, &means.rulings, means.registry);
        let tree = ScoreTree::new(&scheme, open);
        let in_time = saved_in_time(means.campaign, files);
        let one = |submission: &Submission| {
            let own = findings_of.get(&submission.file).cloned();
            let own = own.unwrap_or_default();
            let saved_in_time = in_time.contains(&submission.file);
            guard::within(means.time, || {
                judge_one(means, &tree, (submission, saved_in_time), own)
            })
        };
        let verdicts: Vec<_> = submissions.par_iter().map(one).collect();
        let mut judged = Vec::with_capacity(submissions.len());
        let mut stopped = Vec::new();
        for (submission, verdict) in submissions.iter().zip(verdicts) {
            match verdict {
                Ok(one) => judged.push(one),
                Err(why) => stopped.push(returns::stopped(submission, &why)),
            }
        }
        if stopped.is_empty() {
            findings.extend(across::best_open(&tree, &submissions, means.registry));
            let judged = submissions.into_iter().zip(judged);
            let judged = judged.map(|(submission, verdict)| Judged {
                submission,
                verdict,
            });
            return (judged.collect(), scheme);
        }
        for finding in stopped {
            let file = finding.place.file.clone().unwrap_or_default();
            submissions.retain(|one| one.file != file);
            findings.extend(findings_of.remove(&file).unwrap_or_default());
            for row in files.iter_mut().filter(|row| row.name == file) {
                row.fate = Fate::Refused;
            }
            findings.push(finding);
        }
    }
}

/// Scores and checks one submission.
fn judge_one(
    means: &JudgingMeans<'_>,
    tree: &ScoreTree<'_>,
    (submission, saved_in_time): (&Submission, bool),
    mut findings: Vec<Finding>,
) -> SubmissionVerdict {
    #[cfg(test)]
    tests::meet_a_fault(submission);
    let ruling = means.rulings.of(&submission.unit);
    let mut score = score::score(submission, tree, &ruling);
    let scheme = tree.scheme;
    check::add_effects(&mut findings, (scheme, &submission.unit.level), &score);
    let checked = Checked {
        submission,
        score: &score,
        scheme,
        saved_in_time,
    };
    findings.extend(check::check(checked, means.campaign.year));
    means.settled.mark(&mut findings);
    let (own_sum, own_total) = (check::own_sum(checked), check::own_total(checked));
    let level = &submission.unit.level;
    let spread = Spread::new(tree, level, &score, &findings);
    let standing = spread.standing();
    let prospect = spread.prospect(standing);
    score.reaches.clear();
    SubmissionVerdict {
        prospect,
        contradicted: figures::contradicted(scheme, &submission.figures),
        score,
        findings,
        standing,
        own_sum,
        own_total,
    }
}

/// The files whose documents say that they were last saved by the deadline.
fn saved_in_time(campaign: &Campaign, files: &[FileRow]) -> HashSet<String> {
    let Some(deadline) = campaign.deadline_day() else {
        return HashSet::new();
    };
    let in_time = files
        .iter()
        .filter(|row| row.timing(deadline) == Timing::InTime);
    in_time.map(|row| row.name.clone()).collect()
}

/// Takes out the findings that are about submissions, by file.
fn by_submission(
    submissions: &[Submission],
    findings: &mut Vec<Finding>,
) -> HashMap<String, Vec<Finding>> {
    let files = submissions.iter().map(|one| (one.file.clone(), Vec::new()));
    let mut of: HashMap<String, Vec<Finding>> = files.collect();
    for finding in std::mem::take(findings) {
        let file = finding.place.file.as_ref();
        match file.and_then(|file| of.get_mut(file)) {
            Some(own) => own.push(finding),
            None => findings.push(finding),
        }
    }
    of
}

#[cfg(test)]
mod tests;
