//! Criteria that a unit leaves blank below a mean of those that have points: they are in no sum, and the others are worth more.
//!
//! In: a scheme, and what the criteria with others below them come to for one unit. Out: what a point of each criterion is worth in the
//! total of that unit, and what a blank one could change. Not for: which are blank.

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, LevelId};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{Criterion, times};
use crate::judge::score::criterion::SURE;
use crate::judge::score::rule::Working;
use crate::judge::score::tree::ScoreTree;
use crate::judge::score::{BlankLeftOut, CriterionScore};

/// What each criterion with others below it comes to, in points of its own.
pub(super) type Workings = IndexMap<CriterionId, Working>;

/// What a point of each criterion is worth to one unit.
pub(super) struct UnitWorth<'t, 's> {
    pub(super) tree: &'t ScoreTree<'s>,
    pub(super) level: &'t LevelId,
    pub(super) workings: &'t Workings,
}

impl UnitWorth<'_, '_> {
    /// What a point of a criterion is worth in the total; nothing where it is left out.
    pub(super) fn of(&self, id: &CriterionId) -> Option<Decimal> {
        if !self.tree.leaves_blanks {
            return Some(self.tree.worth(id, self.level));
        }
        let scheme = self.tree.scheme;
        let criterion = scheme.criterion(id)?;
        let Some(parent) = scheme.parent(criterion) else {
            let group = scheme.group(&criterion.group());
            let group = group.map_or(Decimal::ONE, |group| group.weight);
            return group.checked_mul(criterion.weight);
        };
        let above = self.of(&parent.id)?;
        let Some((weights, left_out)) = self.mean(parent) else {
            // All that is not divided by what the unit has is as it is for every unit.
            let own = scheme.worth_in_group(criterion, self.level);
            let of_parent = scheme.worth_in_group(parent, self.level);
            let share = own.checked_div(of_parent).unwrap_or_default();
            return above.checked_mul(share);
        };
        if left_out.contains(id) {
            return None;
        }
        let weighed = above.checked_mul(criterion.weight)?;
        weighed.checked_div(weights)
    }

    /// The weights of what a mean is of, and what it leaves out.
    fn mean(&self, parent: &Criterion) -> Option<(Decimal, &[CriterionId])> {
        let working = self.workings.get(&parent.id)?;
        working.mean_of().filter(|_| parent.rule.leaves_blanks())
    }

    /// What a criterion that is left out could change in the total, alone; it may stand deeper than what the mean leaves out.
    pub(super) fn left_out(&self, id: &CriterionId, score: &CriterionScore) -> BlankLeftOut {
        let change = |points: Points| self.change(id, points).unwrap_or_default();
        let ends = [Some(score.lowest), score.highest.limit()];
        let ends = ends.map(|points| points.map_or(Points::ZERO, &change));
        BlankLeftOut {
            lowest: ends.iter().copied().min().unwrap_or_default(),
            highest: ends.iter().copied().max().unwrap_or_default(),
        }
    }

    /// By how much points of a criterion that is left out would change the total.
    fn change(&self, id: &CriterionId, points: Points) -> Option<Points> {
        let scheme = self.tree.scheme;
        let mut below = scheme.criterion(id)?;
        let mut points = points;
        loop {
            let parent = scheme.parent(below)?;
            match self.mean(parent) {
                Some((weights, left_out)) if left_out.contains(&below.id) => {
                    let mean = self.workings.get(&parent.id)?.points?;
                    let all = weights.checked_add(below.weight)?;
                    let share = below.weight.checked_div(all)?;
                    let change = times(times(points - mean, share), self.of(&parent.id)?);
                    return Some(change.rounded(SURE));
                }
                _ => {
                    let own = scheme.worth_in_group(below, self.level);
                    let of_parent = scheme.worth_in_group(parent, self.level);
                    points = times(points, own.checked_div(of_parent)?);
                }
            }
            below = parent;
        }
    }
}
