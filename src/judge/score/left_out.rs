//! Criteria that a unit leaves blank below a mean of those that have points: they are in no sum, and the others are worth more.
//!
//! In: a scheme, and what the criteria with others below them come to for one unit. Out: what a point of each criterion is worth in the
//! total of that unit. Not for: which are blank.

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, LevelId};
use crate::base::points::Decimal;
use crate::campaign::scheme::Criterion;
use crate::judge::score::rule::Working;
use crate::judge::score::tree::ScoreTree;

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
}
