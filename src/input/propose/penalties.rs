//! Rows whose points stand beside the total or are taken off.
//!
//! In: a row and those above it, and what forms write there. Out: whether they say so. Not for: where such rows stand (`lifted`).

use crate::base::points::Points;
use crate::campaign::hints::Hint;
use crate::input::propose::row_kinds::Finder;

impl Finder<'_> {
    /// Whether the words of a row or of one above are those of points beside the total, or its points are below 0.
    pub(super) fn is_bonus(&self, row: usize) -> bool {
        let rows = &self.forms.consensus.rows;
        let mut next = rows.get(row);
        let is_negative = (0..self.levels.len()).any(|level| {
            self.printed(row, level)
                .is_some_and(|points| points < Points::ZERO)
        });
        while let Some(one) = next {
            if Hint::Bonus.is_in(&one.key) {
                return true;
            }
            next = one.parent.and_then(|parent| rows.get(parent));
        }
        is_negative
    }

    /// Whether the words of a row say that its points are taken off: "Bị trừ điểm do …", what stands below "ĐIỂM TRỪ".
    fn is_penalty(&self, row: usize) -> bool {
        let rows = &self.forms.consensus.rows;
        let is_off = |place: usize| {
            let of = self.forms.tree(place).zip(self.forms.node(row, place));
            of.is_some_and(|(tree, node)| tree.is_off(node))
        };
        if (0..self.forms.count()).any(is_off) {
            return true;
        }
        let mut next = rows.get(row);
        while let Some(one) = next {
            let begins = |hint: Hint| hint.begins(&one.key) && !is_both(&one.key);
            let is_misdeed = || begins(Hint::Misdeed) && !self.is_counted_above(one);
            if begins_with_penalty(&one.key) || is_misdeed() {
                return true;
            }
            if Hint::Bonus.is_in(&one.key) {
                return false;
            }
            next = one.parent.and_then(|parent| rows.get(parent));
        }
        false
    }

    /// Whether the points of a row are taken off, as its words say or all numbers in it.
    pub(super) fn is_taken_off(&self, row: usize) -> bool {
        self.is_penalty(row) || self.is_below_zero(row)
    }

    /// Whether a row that prints no maximum is written as what is taken off: below 0 in several forms, above it in none.
    fn is_below_zero(&self, row: usize) -> bool {
        let mut levels = 0..self.levels.len();
        let numbers = (0..self.forms.count()).filter_map(|place| self.number(row, place));
        let numbers: Vec<Points> = numbers.collect();
        let below = numbers.iter().filter(|one| **one < Points::ZERO).count();
        below > 1
            && numbers.iter().all(|one| *one <= Points::ZERO)
            && levels.all(|level| self.most(row, level).is_none())
    }
}

/// Whether words, in the form of a key, begin with those of points that are taken off: "Trừ 01 điểm cho mỗi lần …".
pub(super) fn begins_with_penalty(key: &str) -> bool {
    let amount = key.strip_prefix("trừ ").unwrap_or_default();
    let is_amount = amount.starts_with(|c: char| c.is_ascii_digit());
    is_amount || Hint::Penalty.begins(key) && !is_both(key)
}

/// Whether words name what adds and takes off: they say nothing of one row.
fn is_both(key: &str) -> bool {
    key.contains("cộng") || key.contains("thưởng")
}
