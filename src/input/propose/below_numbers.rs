//! What the numbers in rows below a row say: figures in the column of scores ("Tổng số hồ sơ"), or options of which one is chosen.
//!
//! In: a row and what is below it. Out: whether these are figures of it, or options. Not for: rows that a column of figures or ticks mark.

use crate::base::points::Points;
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::value::CellStatement;

impl Finder<'_> {
    /// Whether what is below a row are figures of it: rows without codes and maxima, one of which says more than the row can have, under
    /// points of its own that they never add up to.
    pub(super) fn are_figures(&self, row: usize, below: &[usize], kinds: &[FormRowKind]) -> bool {
        let rows = &self.forms.consensus.rows;
        let most = (0..self.levels.len()).find_map(|level| self.printed(row, level));
        let Some(most) = most.filter(|most| *most > Points::ZERO) else {
            return false;
        };
        let is_bare = |place: &usize| {
            let is_coded = rows.get(*place).is_none_or(|one| one.code.is_coded());
            let is_leaf =
                matches!(kinds.get(*place), Some(FormRowKind::Leaf(options)) if options.is_empty());
            let mut levels = 0..self.levels.len();
            !is_coded && is_leaf && levels.all(|level| self.most(*place, level).is_none())
        };
        if below.is_empty() || !below.iter().all(is_bare) {
            return false;
        }
        let number = |row: usize, place: usize| match self.claimed(row, place) {
            Some(CellStatement::Number(points)) => Some(*points),
            _ => None,
        };
        let said = (0..self.forms.count()).filter_map(|place| {
            let parts = below.iter().filter_map(|one| number(*one, place));
            let parts: Vec<Points> = parts.collect();
            Some((number(row, place)?, parts)).filter(|(_, parts)| !parts.is_empty())
        });
        let said: Vec<(Points, Vec<Points>)> = said.collect();
        let is_beyond = |(_, parts): &(Points, Vec<Points>)| parts.iter().any(|one| *one > most);
        let is_sum = |(own, parts): &(Points, Vec<Points>)| {
            *own > Points::ZERO && parts.iter().copied().sum::<Points>() == *own
        };
        let is_within = said.iter().all(|(own, _)| *own <= most);
        is_within && said.iter().any(is_beyond) && !said.iter().any(is_sum)
    }

    /// Whether forms give themselves the points of one of some rows alone, in full, and not all of them those of the same row.
    pub(super) fn is_one_chosen(&self, all: &[(usize, (String, Points))]) -> bool {
        let claimed = |row: usize, place: usize| match self.claimed(row, place) {
            Some(CellStatement::Number(points)) => Some(*points),
            _ => None,
        };
        let chosen = (0..self.forms.count()).filter_map(|place| {
            let given = all.iter().filter_map(|(row, (_, points))| {
                let own = claimed(*row, place).filter(|own| !own.is_zero())?;
                Some((*row, own == *points))
            });
            let given: Vec<(usize, bool)> = given.collect();
            match given.as_slice() {
                [] => None,
                [(row, true)] => Some(Some(*row)),
                _ => Some(None),
            }
        });
        let chosen: Vec<Option<usize>> = chosen.collect();
        let alone: Vec<usize> = chosen.iter().copied().flatten().collect();
        let is_several = alone.iter().any(|row| Some(row) != alone.first());
        alone.len() >= SEVERAL && alone.len() == chosen.len() && is_several
    }
}
