//! Rows of which each form fills one alone, below a row without a maximum: options, or criteria that are added up.
//!
//! In: a row and what is below it. Out: whether one is chosen, and what is printed above says of it. Not for: ticks and texts with points
//! (`row_kinds`).

use crate::base::points::Points;
use crate::input::propose::forms::{SEVERAL, majority};
use crate::input::propose::row_kinds::Finder;
use crate::input::propose::value::{CellStatement, ending_points};

impl Finder<'_> {
    /// Whether forms give themselves the points of one of some rows alone, in full, and not all of them those of the same row.
    pub(super) fn is_one_chosen(&self, all: &[(usize, Points)]) -> bool {
        let chosen = (0..self.forms.count()).filter_map(|place| {
            let given = all.iter().filter_map(|(row, points)| {
                let own = self.number(*row, place).filter(|own| !own.is_zero())?;
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

    /// Whether the maximum printed above a row without one speaks for the sum of the rows below it, and not for the best of them.
    pub(super) fn is_sum_meant_above(&self, row: usize) -> bool {
        self.choice_meant(row) == Some(false)
    }

    /// Rows below a row without a maximum that only the scores make options: with their points, and a form that fills one of them.
    pub(super) fn doubted_choice(&self, row: usize) -> Option<(usize, Vec<(usize, Points)>)> {
        let mut levels = 0..self.levels.len();
        let all = self.printed_below(row);
        let is_told = |(one, points): &(usize, Points)| {
            let text = self.forms.consensus.rows.get(*one);
            let is_worded = text.is_some_and(|row| ending_points(&row.text).is_some());
            let is_ticked = |place| self.claimed(*one, place) == Some(&CellStatement::Tick);
            points.is_zero() || is_worded || (0..self.forms.count()).any(is_ticked)
        };
        let is_printed = levels.any(|level| self.most(row, level).is_some());
        if is_printed || all.iter().any(is_told) || !self.is_one_chosen(&all) {
            return None;
        }
        let is_filled = |place: &usize| {
            let mut rows = all.iter();
            rows.any(|(one, points)| self.number(*one, *place) == Some(*points))
        };
        let place = (0..self.forms.count()).find(is_filled)?;
        (self.choice_meant(row) != Some(true)).then_some((place, all))
    }

    /// The rows right below a row that print a maximum, with the first of it.
    fn printed_below(&self, row: usize) -> Vec<(usize, Points)> {
        let below = self.forms.consensus.below(Some(row));
        let printed = |one: usize| {
            let mut levels = 0..self.levels.len();
            Some((one, levels.find_map(|level| self.printed(one, level))?))
        };
        below.filter_map(printed).collect()
    }

    /// Whether the next maximum printed above a row is right only if the best of what is below it counts, or only if its sum does.
    fn choice_meant(&self, row: usize) -> Option<bool> {
        let said = (0..self.levels.len()).filter_map(|level| {
            let (of_sums, of_best) = (
                self.is_stated_above(row, level, false)?,
                self.is_stated_above(row, level, true)?,
            );
            (of_sums != of_best).then_some(of_best)
        });
        // One level that is right only as a sum is enough to contradict.
        said.min()
    }

    /// Whether the next maximum printed above a row is what is below it: in the row, and in those that look alike, the best or the sum.
    fn is_stated_above(&self, row: usize, level: usize, is_best: bool) -> Option<bool> {
        let rows = &self.forms.consensus.rows;
        let best = is_best.then_some(row);
        let mut above = rows.get(row)?.parent;
        while let Some(one) = above {
            if let Some(stated) = self.printed(one, level) {
                let below = self.forms.consensus.below(Some(one));
                let all: Points = below.map(|one| self.comes_to(one, level, best)).sum();
                return Some(all == stated);
            }
            above = rows.get(one)?.parent;
        }
        let (stated, ..) = majority(self.total_maxima(level))?;
        let groups = || self.forms.consensus.below(None);
        let of = |one: usize| self.comes_to(one, level, best);
        let inside = groups().filter(|one| !self.is_bonus(*one)).map(of);
        Some(groups().map(of).sum::<Points>() == stated || inside.sum::<Points>() == stated)
    }

    /// What a row prints or what is below it comes to: the best, in one row and in those of which each form fills one, or the sum.
    fn comes_to(&self, row: usize, level: usize, best: Option<usize>) -> Points {
        if let Some(own) = self.printed(row, level) {
            return own;
        }
        let below = || self.forms.consensus.below(Some(row));
        let all = below().map(|one| self.comes_to(one, level, best));
        let is_alike = || {
            let found = || {
                let printed = self.printed_below(row);
                let is_all = printed.len() > 1 && printed.len() == below().count();
                is_all && self.is_one_chosen(&printed)
            };
            let known = self.chosen_below.get(row);
            known.map_or_else(found, |one| *one.get_or_init(found))
        };
        if best == Some(row) || best.is_some() && is_alike() {
            return all.max().unwrap_or_default();
        }
        all.sum()
    }
}
