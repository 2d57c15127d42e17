//! Conditional formats of a sheet, as far as they change what a person sees of a number: data bars and icons that stand in place of it,
//! and looks that strike it out, hide it or show it otherwise.
//!
//! In: what the conditions of any kind of file give, and where. Out: the same noted in the sheet. Not for: whether a condition is met; a
//! finding says where that matters.

use crate::base::cell::{CellAddress, CellRange, CellValue, Format, Grid};
use crate::input::read::color::{Color, Colors};

/// Ranges of one kind in a sheet that are told apart, so that each cell takes little time. What is beyond widens the last of them: it is
/// better to say too much.
const MOST: usize = 500;

/// Adds a range to those that are there.
fn add(ranges: &mut Vec<CellRange>, range: CellRange) {
    let count = ranges.len();
    match ranges.last_mut() {
        Some(wide) if count >= MOST => {
            wide.first.row = wide.first.row.min(range.first.row);
            wide.first.column = wide.first.column.min(range.first.column);
            wide.last.row = wide.last.row.max(range.last.row);
            wide.last.column = wide.last.column.max(range.last.column);
        }
        _ => ranges.push(range),
    }
}

/// What a condition gives a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct ConditionalLook {
    pub(super) is_struck: bool,
    pub(super) letters: Option<Color>,
    pub(super) fill: Option<Color>,
    /// Whether it has a number format that tells something of a value.
    pub(super) has_code: bool,
}

impl ConditionalLook {
    /// Whether it changes what is seen of a number.
    fn matters(&self) -> bool {
        let behind = self.fill.clone().or(Some(Color::WHITE));
        let colors = Colors::new(self.letters.as_ref(), behind);
        self.is_struck || self.has_code || colors.hide()
    }
}

/// What a conditional format does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ConditionEffect {
    /// A bar or an icon stands in place of the number.
    pub(super) hides: bool,
    changes: bool,
    fills: bool,
}

impl ConditionEffect {
    /// Takes in what one of its conditions gives.
    pub(super) fn give(&mut self, given: &ConditionalLook) {
        self.changes |= given.matters();
        self.fills |= given.fill.is_some();
    }

    /// That nobody knows what it does.
    pub(super) fn anything(&mut self) {
        self.changes = true;
    }
}

/// The ranges of one sheet.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    /// Where a bar or an icon stands in place of the number.
    without_number: Vec<CellRange>,
    /// Where a look may change what is seen of it.
    changing: Vec<CellRange>,
    /// Where a fill may be behind the letters.
    filled: Vec<CellRange>,
}

impl Ranges {
    /// Adds what a conditional format does in a range.
    pub(super) fn add(&mut self, range: CellRange, does: ConditionEffect) {
        for (does, list) in [
            (does.hides, &mut self.without_number),
            (does.changes, &mut self.changing),
            (does.fills, &mut self.filled),
        ] {
            if does {
                add(list, range);
            }
        }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.without_number.is_empty() && self.changing.is_empty() && self.filled.is_empty()
    }

    /// Notes what is seen of the cells in them. Of letters that are not seen without a fill which a condition may give nobody knows.
    pub(super) fn apply(mut self, grid: &mut Grid) {
        let has = |ranges: &[CellRange], at: CellAddress| ranges.iter().any(|one| one.contains(at));
        if !self.filled.is_empty() {
            let cells = grid.cells().iter();
            let unseen =
                cells.filter(|cell| cell.look.as_deref().is_some_and(|look| look.is_unseen));
            let unseen = unseen.map(|cell| cell.address);
            let unseen: Vec<CellAddress> = unseen.filter(|at| has(&self.filled, *at)).collect();
            grid.each(|cell| {
                if unseen.binary_search(&cell.address).is_ok() {
                    cell.look_mut().is_unseen = false;
                }
            });
            for at in unseen {
                let (first, last) = (at, at);
                add(&mut self.changing, CellRange { first, last });
            }
        }
        if !self.without_number.is_empty() {
            grid.each(|cell| {
                let is_number = matches!(cell.value, CellValue::Number(_));
                if is_number && has(&self.without_number, cell.address) {
                    cell.format = Format::Hidden;
                }
            });
        }
        grid.facts.conditional = self.changing;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_beyond_the_most_widen_the_last() {
        let mut list = Vec::new();
        for row in 0..600 {
            let cell = CellAddress::new(row, row % 3);
            add(
                &mut list,
                CellRange {
                    first: cell,
                    last: cell,
                },
            );
        }
        assert_eq!(list.len(), MOST);
        let has = |row, column| {
            let cell = CellAddress::new(row, column);
            list.iter().any(|range| range.contains(cell))
        };
        assert!(has(599, 2) && has(0, 0) && !has(0, 1) && !has(600, 0));
    }
}
