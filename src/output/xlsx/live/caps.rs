//! Criteria of which no more than a maximum counts together, as formulas need them.
//!
//! In: a unit and a group. Out: each cap that is on the unit's level, and whether adding up the cells below it still gives what counts
//! when one of them is edited. Not for: the formulas.

use crate::base::ids::CriterionId;
use crate::base::points::{Most, Points};
use crate::output::xlsx::live::UnitCells;
use crate::result::report::{AboveFacts, CriterionFacts, GroupFacts};

/// Criteria of which no more than so many points count together.
pub(super) struct CellsBelowCap<'r> {
    /// What their codes begin with.
    above: &'r str,
    /// So many.
    pub(super) most: Points,
    /// Whether not all points of one of them count, or one is open that may take points from others: what an edited cell would have
    /// counted in full is nowhere in the workbook.
    pub(super) is_fixed: bool,
}

impl CellsBelowCap<'_> {
    /// Whether a criterion is below the cap.
    pub(super) fn holds(&self, criterion: &CriterionId) -> bool {
        let below = criterion.0.strip_prefix(self.above);
        below.is_some_and(|rest| rest.starts_with('.'))
    }
}

impl<'b> UnitCells<'b> {
    /// The caps of a group.
    pub(super) fn caps(&self, group: &'b GroupFacts) -> Vec<CellsBelowCap<'b>> {
        let level = &self.unit.unit.level;
        let own = group.cap.then(|| group.maximum.get(level).copied());
        let own = own.flatten().and_then(Most::limit);
        let own = own.map(|most| (group.id.0.as_str(), most));
        let inner = |one: &'b AboveFacts| Some((one.id.0.as_str(), *one.cap.get(level)?));
        let all = own.into_iter().chain(group.above.iter().filter_map(inner));
        all.map(|(above, most)| {
            let mut cap = CellsBelowCap {
                above,
                most,
                is_fixed: false,
            };
            let below = group.criteria.iter().filter(|one| cap.holds(&one.id));
            cap.is_fixed = self.hides_points(below);
            cap
        })
        .collect()
    }

    /// Whether one of some criteria is open or cut.
    fn hides_points<'c>(&self, mut all: impl Iterator<Item = &'c CriterionFacts>) -> bool {
        all.any(|one| {
            let score = self.unit.score.criteria.get(&one.id);
            score.is_some_and(|score| score.cut || score.is_open())
        })
    }
}
