//! Criteria without points below a mean that leaves blanks out: what each could change, and what it can come to.
//!
//! In: what carries points for a unit, as terms of what is above. Out: what a score in one that is open or left out changes in the total;
//! the reach of each. Not for: what they come to together.

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, LevelId};
use crate::base::points::Points;
use crate::campaign::scheme::Criterion;
use crate::input::submission::Submission;
use crate::judge::score::reach::{Reach, ReachedTogether, ranges};
use crate::judge::score::terms::ChildPoints;
use crate::judge::score::tree::ScoreTree;
use crate::judge::score::weigh::{LeafTerms, group_points};
use crate::judge::score::{BlankLeftOut, CriterionScore};

/// Notes of each criterion that is open, or left out, below a mean that leaves blanks out what it could change in the total alone, all
/// else as it is: with a score in it, the others beside it count less.
pub(super) fn note_changes(
    tree: &ScoreTree<'_>,
    submission: &Submission,
    terms: &LeafTerms,
    scores: &mut IndexMap<CriterionId, CriterionScore>,
) {
    let of_unit = (&submission.unit.level, &submission.figures);
    for group in &tree.scheme.groups {
        let own = |one: &Criterion| terms.get(&one.id).cloned();
        let is_here = |id: &CriterionId, score: &CriterionScore| {
            let is_unsettled = score.left_out.is_some() || score.is_open();
            let criterion = tree.scheme.criterion(id).filter(|_| is_unsettled);
            criterion.is_some_and(|one| {
                one.group() == group.id && tree.scheme.leaves_blanks_above(one).is_some()
            })
        };
        let ids = scores.iter().filter(|(id, score)| is_here(id, score));
        let ids: Vec<CriterionId> = ids.map(|(id, _)| id.clone()).collect();
        if ids.is_empty() {
            continue;
        }
        let now = group_points(tree, of_unit, group, own);
        for id in ids {
            let (Some(term), Some(score)) = (terms.get(&id), scores.get_mut(&id)) else {
                continue;
            };
            let with = |points: Option<Points>| {
                let changed = ChildPoints {
                    points,
                    lowest: points.unwrap_or_default(),
                    highest: points.unwrap_or_default().into(),
                    blank: points.is_none(),
                    ..term.clone()
                };
                let of = |one: &Criterion| {
                    let is_changed = one.id == id;
                    is_changed.then(|| changed.clone()).or_else(|| own(one))
                };
                group_points(tree, of_unit, group, of) - now
            };
            let mut ends = vec![with(Some(term.lowest))];
            ends.extend(term.highest.limit().map(|most| with(Some(most))));
            ends.extend(may_be_blank(submission, term, score).then(|| with(None)));
            let lowest = ends.iter().copied().min().unwrap_or_default();
            let highest = ends.iter().copied().max().unwrap_or_default();
            if score.left_out.is_some() {
                score.left_out = Some(BlankLeftOut { lowest, highest });
            } else {
                (score.lowest, score.highest) = (lowest, highest.into());
            }
        }
    }
}

/// Whether what the unit means by a criterion that has no points yet may be a blank: its score is one, or no number.
fn may_be_blank(submission: &Submission, term: &ChildPoints, score: &CriterionScore) -> bool {
    let entry = submission.entries.get(&term.criterion);
    let is_one = entry.is_none_or(|entry| entry.either.is_empty());
    let is_open = term.points.is_none() && !term.exempt;
    is_open && is_one && score.basis.is_none() && score.claimed.value().is_none()
}

/// What each criterion with points can come to, in points of its own, whatever stands in the others.
pub(super) fn reaches(
    submission: &Submission,
    terms: &LeafTerms,
    scores: &IndexMap<CriterionId, CriterionScore>,
) -> IndexMap<CriterionId, Reach> {
    let of = |(id, term): (&CriterionId, &ChildPoints)| {
        let reach = Reach {
            points: (!term.exempt).then_some((term.lowest, term.highest)),
            may_be_blank: may_be_blank(submission, term, scores.get(id)?),
            exempt: term.exempt,
        };
        Some((id.clone(), reach))
    };
    terms.iter().filter_map(of).collect()
}

/// What comes together while what is left out stays so.
pub(super) fn as_left_out<'s>(
    tree: &ScoreTree<'s>,
    level: &LevelId,
    reaches: &IndexMap<CriterionId, Reach>,
    scores: &IndexMap<CriterionId, CriterionScore>,
) -> ReachedTogether<'s> {
    ranges(tree, level, &|one| {
        let reach = *reaches.get(&one.id)?;
        let is_left_out = scores.get(&one.id)?.left_out.is_some();
        Some(if is_left_out { reach.out() } else { reach })
    })
}
