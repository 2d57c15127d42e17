//! What forms say in the rows that they agree on.
//!
//! In: trees and their consensus. Out: the cell of a form in a row and a column. Not for: what a column holds.

use crate::base::cell::CellAddress;
use crate::base::points::Points;
use crate::input::propose::consensus::Consensus;
use crate::input::propose::tree::{Node, Tree};
use crate::input::propose::value::CellStatement;

/// Forms whose numbers prove something: what two come to may be chance.
pub(super) const SEVERAL: usize = 3;

/// A cell of a form: what it says, the place of its sheet, where.
pub(super) type At<'a> = (&'a CellStatement, usize, CellAddress);

/// Forms that belong together.
#[derive(Debug)]
pub(super) struct Forms<'a> {
    pub(super) trees: &'a [Tree],
    pub(super) consensus: &'a Consensus,
}

impl<'a> Forms<'a> {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.consensus.forms.len()
    }

    /// The tree of a form, by its place among those that belong together.
    pub(super) fn tree(&self, place: usize) -> Option<&'a Tree> {
        self.trees.get(*self.consensus.forms.get(place)?)
    }

    /// The row of a form.
    pub(super) fn node(&self, row: usize, place: usize) -> Option<&'a Node> {
        let node = (*self.consensus.rows.get(row)?.nodes.get(place)?)?;
        self.tree(place)?.nodes.get(node)
    }

    /// What a form says in a row, in a column of this key.
    pub(super) fn said(&self, row: usize, place: usize, key: &str) -> Option<At<'a>> {
        let tree = self.tree(place)?;
        let node = self.node(row, place)?;
        node.lines.iter().find_map(|line| {
            let (block, line) = tree.line(*line)?;
            let (_, said, at) = line.cell(&block.columns, key)?;
            Some((said, block.sheet, *at))
        })
    }

    /// As [`Forms::said`], a number.
    pub(super) fn number(&self, row: usize, place: usize, key: &str) -> Option<Points> {
        match self.said(row, place, key)?.0 {
            CellStatement::Number(points) => Some(*points),
            _ => None,
        }
    }

    /// The numbers of a form in rows that add up others, in columns of this key.
    pub(super) fn summed<'k>(
        &self,
        place: usize,
        key: &'k str,
    ) -> impl Iterator<Item = Points> + use<'a, 'k> {
        let tree = self.tree(place);
        let sums = tree.into_iter().flat_map(|tree| {
            let lines = tree.sums.iter();
            lines.filter_map(|at| tree.line(*at))
        });
        sums.filter_map(|(block, line)| match line.cell(&block.columns, key)? {
            (_, CellStatement::Number(points), _) => Some(*points),
            _ => None,
        })
    }

    /// The places of all rows.
    pub(super) fn rows(&self) -> std::ops::Range<usize> {
        0..self.consensus.rows.len()
    }

    /// Rows with codes below a row, as all forms have them.
    pub(super) fn coded_below(&self, row: usize) -> Vec<usize> {
        let is_coded = |place: &usize| {
            let row = self.consensus.rows.get(*place);
            row.is_some_and(|row| row.code.is_coded())
        };
        self.consensus.below(Some(row)).filter(is_coded).collect()
    }
}

/// The value that most say, how many do, and how many say anything; of equals the smallest.
pub(super) fn majority<T: Ord + Copy>(
    values: impl IntoIterator<Item = T>,
) -> Option<(T, usize, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    let mut all = 0;
    for value in values {
        *counts.entry(value).or_insert(0_usize) += 1;
        all += 1;
    }
    let most = counts.values().max().copied()?;
    let value = counts.into_iter().find(|(_, count)| *count == most)?.0;
    Some((value, most, all))
}

/// Whether so many of so many are all but for slips: four of five.
pub(super) fn are_nearly_all(part: usize, whole: usize) -> bool {
    part * 5 >= whole * 4
}
