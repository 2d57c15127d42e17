//! The most points that can stand in a column of scores.
//!
//! In: the facts of a criterion, and the units of a level. Out: its maximum there; below a mean that leaves blanks out a point is not worth
//! the same to each unit, so it is the greatest of what the units could have. Not for: what a criterion could bring at all.

use crate::base::ids::CriterionId;
use crate::base::points::Most;
use crate::result::report::{CriterionFacts, GroupFacts, LevelResult, UnitRow};

impl GroupFacts {
    /// Whether a criterion stands below a mean that leaves blanks out.
    pub fn leaves_blanks_above(&self, id: &CriterionId) -> bool {
        let mut means = self.above.iter().filter(|one| one.rule.leaves_blanks());
        means.any(|mean| {
            let rest = id.0.strip_prefix(mean.id.0.as_str());
            rest.is_some_and(|rest| rest.starts_with('.'))
        })
    }
}

impl LevelResult {
    /// The most points that can stand in the column of a criterion; `None`: the level does not have it.
    pub fn most_there(&self, group: &GroupFacts, criterion: &CriterionFacts) -> Option<Most> {
        let alone = *criterion.maximum.get(&self.id)?;
        if !group.leaves_blanks_above(&criterion.id) {
            return Some(alone);
        }
        let own = criterion.own_maximum.get(&self.id);
        let own = own.copied().unwrap_or(alone);
        let of_unit = |row: &UnitRow| {
            let score = row.score.criteria.get(&criterion.id)?;
            let has_some = !score.exempt && score.left_out.is_none();
            // What is open may become the only one of its mean.
            let most = if score.is_open() {
                alone
            } else {
                own.map(|points| score.weighed(points))
            };
            has_some.then_some(most)
        };
        let of_units = self.rows.iter().filter_map(of_unit).max();
        Some(of_units.unwrap_or(alone))
    }
}
