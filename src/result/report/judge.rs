//! Judges every submission: scores, findings, and the range that is left to each total.
//!
//! In: the submissions that count, with what the reader found of them. Out: each with its verdict; one that this program cannot
//! judge is left out, with a finding. Not for: single judgements, which `check` and `score` make, and not for ranks.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use rayon::prelude::*;

use crate::base::finding::{About, Finding};
use crate::base::guard;
use crate::base::ids::{FigureId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::rulings::Rulings;
use crate::campaign::scheme::{Criterion, Group, Scheme, times};
use crate::campaign::settings::Campaign;
use crate::campaign::units::Registry;
use crate::input::receipt::{Fate, FileRow, Timing};
use crate::input::submission::Submission;
use crate::judge::check::{self, Checked, across, returns};
use crate::judge::rank::{BoundedTotal, Prospect};
use crate::judge::score::{self, ScoreTree, UnitScore, best, figures};
use crate::result::report::decide::SettledFindings;

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
    let score = score::score(submission, tree, &ruling);
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
    let standing = standing(scheme, &score, &findings);
    let level = &submission.unit.level;
    SubmissionVerdict {
        prospect: prospect((scheme, level), &score, &findings, standing),
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

/// The range that all open findings together leave to a total: criteria that do not count, claims that the figures do not
/// bear out, and sums that the unit states. Sums restate the same points, so they widen the range and do not add to it.
fn standing(scheme: &Scheme, score: &UnitScore, findings: &[Finding]) -> BoundedTotal {
    let shift = |finding: &Finding| -> Option<(Points, Most)> {
        let effect = finding.effect.filter(|effect| effect.counted.is_some())?;
        Some(effect.shift(weight(scheme, score, finding)))
    };
    let mut lowest = score.lowest;
    let mut highest = score.highest;
    for (low, high) in findings
        .iter()
        .filter(|one| !one.criteria.is_empty())
        .filter_map(shift)
    {
        lowest = lowest + low.min(Points::ZERO);
        highest = highest + high.max(Most::ZERO);
    }
    for (low, high) in findings
        .iter()
        .filter(|one| one.criteria.is_empty())
        .filter_map(shift)
    {
        lowest = lowest.min(score.total + low);
        highest = highest.max(high + score.total);
    }
    // A sum that the unit states may be any number; no total can be beyond what all criteria together give.
    let (least, most) = reach(scheme, score);
    BoundedTotal {
        total: score.total,
        lowest: lowest.max(least.min(score.lowest)),
        highest: highest.min(most.max(score.highest)),
    }
}

/// The same range for each group, with which grades that ask for points of groups are judged. What may be wrong with a total may be
/// so in any group.
fn prospect(
    (scheme, level): (&Scheme, &LevelId),
    score: &UnitScore,
    findings: &[Finding],
    standing: BoundedTotal,
) -> Prospect {
    let [mut lowest, now, mut highest] = score.ends(scheme, level);
    (lowest.total, highest.total) = (standing.lowest.into(), standing.highest);
    let shifts = findings.iter().filter_map(|finding| {
        let effect = finding.effect.filter(|effect| effect.counted.is_some())?;
        Some((finding, effect.shift(Decimal::ONE)))
    });
    let shifts: Vec<(&Finding, (Points, Most))> = shifts.collect();
    for (id, share) in &now.groups {
        let (Some(least), Some(most)) = (lowest.groups.get_mut(id), highest.groups.get_mut(id))
        else {
            continue;
        };
        let here = shifts.iter().filter(|(finding, _)| {
            let group = group_of(scheme, finding);
            group.is_none_or(|group| group.id == *id)
        });
        let (of_criteria, of_sums): (Vec<_>, Vec<_>) =
            here.partition(|(finding, _)| !finding.criteria.is_empty());
        for (_, (low, high)) in of_criteria {
            least.points = least.points + low.min(Points::ZERO);
            most.points = most.points + high.max(Most::ZERO);
        }
        for (_, (low, high)) in of_sums {
            least.points = least.points.min(share.points + low);
            most.points = most.points.max(share.points + high);
        }
        most.points = most.points.min(share.maximum.max(share.points));
    }
    Prospect {
        lowest,
        now,
        highest,
    }
}

/// The fewest and the most points that the total of a unit can come to at all.
fn reach(scheme: &Scheme, score: &UnitScore) -> (Points, Most) {
    let scaled = |points: Points, is_outside: bool| {
        let scale = if is_outside {
            Decimal::ONE
        } else {
            score.scale
        };
        points.checked_mul(scale).unwrap_or(points)
    };
    let (mut least, mut most) = (Points::ZERO, Most::ZERO);
    for group in &scheme.groups {
        let minima = scheme.scored(&group.id).filter_map(|one| {
            let score = score.criteria.get(&one.id);
            let score = score.filter(|score| !score.exempt)?;
            Some(times(one.minimum(), score.weight))
        });
        let minimum: Points = minima.sum();
        least = least + scaled(minimum, group.outside_total);
        let maximum = score.groups.get(&group.id).map(|one| one.maximum);
        let maximum = maximum.unwrap_or_default();
        most = most + maximum.map(|points| scaled(points, group.outside_total));
    }
    (least, most)
}

/// What a point of a finding is worth in the total: bonus and penalty are never scaled up with the rest.
pub(super) fn weight(scheme: &Scheme, score: &UnitScore, finding: &Finding) -> Decimal {
    if group_of(scheme, finding).is_some_and(|group| group.outside_total) {
        Decimal::ONE
    } else {
        score.scale
    }
}

/// The group that a finding is about; `None`: the whole.
pub(super) fn group_of<'s>(scheme: &'s Scheme, finding: &Finding) -> Option<&'s Group> {
    let id = match (finding.criteria.first(), &finding.about) {
        (Some(id), _) => scheme.criterion(id).map(Criterion::group),
        (None, Some(About::Group(id, _))) => Some(id.clone()),
        (None, _) => None,
    };
    scheme.group(&id?)
}

#[cfg(test)]
mod tests;
