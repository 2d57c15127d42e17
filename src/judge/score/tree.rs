//! A scheme as scores come together in it.
//!
//! In: a scheme. Out: all of it that is the same for every unit, found once: what stands below what, and what a point of each
//! criterion is worth in the total. Not for: points of units.

use std::cmp::Reverse;
use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, LevelId};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{CombinedAt, Criterion, Scheme, times};
use crate::judge::score::CriterionScore;
use crate::judge::score::best::OpenBests;
use crate::judge::score::criterion::SURE;

/// A scheme, ready for the scores of any number of units.
#[derive(Clone, Debug)]
pub struct ScoreTree<'s> {
    /// The scheme; it knows the best value of each level ([`set_best`](super::best::set_best)).
    pub scheme: &'s Scheme,
    /// Where the best value of a level is not certain.
    pub open_bests: OpenBests,
    /// Whether points are added up as they are, without weights, without choosing between them and without a cap.
    pub(super) is_plain: bool,
    /// Whether a mean leaves out what a unit leaves blank, so that a point is not worth the same to each.
    pub(super) leaves_blanks: bool,
    /// The criteria whose points come from others, the deepest first: what an inner one comes to is a term of the outer.
    pub(super) forks: Vec<Fork<'s>>,
    /// What a point of each criterion is worth on each level, where not every point is worth one.
    worth: HashMap<&'s LevelId, HashMap<&'s CriterionId, Decimal>>,
    /// Where each criterion stands in the scheme.
    places: HashMap<&'s CriterionId, usize>,
}

/// A criterion whose points come from those right below it.
#[derive(Clone, Debug)]
pub(super) struct Fork<'s> {
    pub(super) criterion: &'s Criterion,
    pub(super) below: Vec<Branch<'s>>,
}

/// One of the criteria right below another.
#[derive(Clone, Debug)]
pub(super) struct Branch<'s> {
    pub(super) top: &'s Criterion,
    /// Those of it, or itself, that carry points, in order.
    pub(super) leaves: Vec<&'s CriterionId>,
}

impl<'s> ScoreTree<'s> {
    /// A scheme, with what follows from it.
    pub fn new(scheme: &'s Scheme, open_bests: OpenBests) -> Self {
        let branch = |top: &'s Criterion| {
            let own = [&top.id].into_iter().filter(|_| !top.rule.combines());
            let below = scheme.scored_below(&top.id).filter(|_| !top.own_points);
            let leaves = own.chain(below.map(|one| &one.id)).collect();
            Branch { top, leaves }
        };
        let above = scheme.criteria.iter().filter(|one| one.rule.combines());
        let above = above.map(|criterion| Fork {
            criterion,
            below: scheme
                .children(CombinedAt::Criterion(&criterion.id))
                .map(branch)
                .collect(),
        });
        let mut forks: Vec<Fork<'s>> = above.collect();
        forks.sort_by_key(|one| Reverse(one.criterion.id.0.matches('.').count()));
        let is_plain = scheme.is_plain();
        let of_level = |level: &'s LevelId| {
            let criteria = scheme.criteria.iter();
            let worth = criteria.map(|one| (&one.id, scheme.worth(one, level)));
            (level, worth.collect())
        };
        let levels = scheme.levels.iter().filter(|_| !is_plain);
        ScoreTree {
            scheme,
            open_bests,
            is_plain,
            leaves_blanks: forks.iter().any(|one| one.criterion.rule.leaves_blanks()),
            forks,
            worth: levels.map(|level| of_level(&level.id)).collect(),
            places: (0..)
                .zip(&scheme.criteria)
                .map(|(at, one)| (&one.id, at))
                .collect(),
        }
    }

    /// What a point of a criterion is worth in the total on a level.
    pub(super) fn worth(&self, criterion: &CriterionId, level: &LevelId) -> Decimal {
        let of_level = self.worth.get(level);
        let worth = of_level.and_then(|worth| worth.get(criterion));
        worth.copied().unwrap_or(Decimal::ONE)
    }

    /// The most points of the total that count of those below a criterion on a level, where that is bounded; a point of it is worth so much.
    pub(super) fn cap(
        &self,
        criterion: &Criterion,
        level: &LevelId,
        worth: Decimal,
    ) -> Option<Points> {
        let own = self
            .scheme
            .cap(CombinedAt::Criterion(&criterion.id), level)?;
        Some(times(own, worth).rounded(SURE))
    }

    /// Where a criterion stands in the scheme.
    pub(super) fn place(&self, criterion: &CriterionId) -> Option<usize> {
        self.places.get(criterion).copied()
    }
}

impl<'s> Branch<'s> {
    /// What carries points of it and applies to a unit.
    pub(super) fn applies<'c>(
        &self,
        scores: &'c IndexMap<CriterionId, CriterionScore>,
    ) -> impl Iterator<Item = (&'s CriterionId, &'c CriterionScore)> {
        let own = self.leaves.iter();
        let own = own.filter_map(|id| Some((*id, scores.get(*id)?)));
        own.filter(|(_, score)| !score.exempt)
    }
}
