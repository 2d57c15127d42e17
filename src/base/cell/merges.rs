//! The merged ranges of a sheet, found by the cells under them.
//!
//! In: ranges in any order. Out: the range over a cell, in logarithmic time however the ranges lie: a hostile sheet has 20,000
//! of them and a million cells to ask for. Not for: what merging means.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::base::cell::{CellAddress, CellRange};

/// Merged ranges in the order of the file, with a segment tree over their rows. Of ranges that overlap, which Excel does not
/// allow, the first one counts, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<CellRange>", into = "Vec<CellRange>")]
pub struct Merges {
    ranges: Vec<CellRange>,
    /// Rows at which a range begins, or behind which one ends. Between two of them all rows are alike: a band.
    bounds: Vec<u32>,
    /// Nodes of the tree, the root at 1, the leaf of band `b` at `bounds.len() + b`: ranges over all rows of the node, by
    /// their columns.
    nodes: Vec<Vec<usize>>,
}

impl Deref for Merges {
    type Target = [CellRange];

    fn deref(&self) -> &[CellRange] {
        &self.ranges
    }
}

impl From<Merges> for Vec<CellRange> {
    fn from(merges: Merges) -> Self {
        merges.ranges
    }
}

impl From<Vec<CellRange>> for Merges {
    fn from(ranges: Vec<CellRange>) -> Self {
        let ends = ranges
            .iter()
            .flat_map(|range| [range.first.row, range.last.row.saturating_add(1)]);
        let mut bounds: Vec<u32> = ends.collect();
        bounds.sort_unstable();
        bounds.dedup();
        let mut merges = Merges {
            nodes: vec![Vec::new(); bounds.len() * 2],
            ranges,
            bounds,
        };
        for index in 0..merges.ranges.len() {
            merges.hang(index);
        }
        for node in &mut merges.nodes {
            sort_out(node, &merges.ranges);
        }
        merges
    }
}

impl Merges {
    /// Puts a range on the few nodes that together are its rows.
    fn hang(&mut self, index: usize) {
        let Some(range) = self.ranges.get(index) else {
            return;
        };
        let leaf = |row: u32| self.bounds.len() + self.bounds.partition_point(|one| *one < row);
        let (mut first, mut end) = (
            leaf(range.first.row),
            leaf(range.last.row.saturating_add(1)),
        );
        let mut put = |node: usize| {
            if let Some(node) = self.nodes.get_mut(node) {
                node.push(index);
            }
        };
        while first < end {
            if first % 2 == 1 {
                put(first);
                first += 1;
            }
            if end % 2 == 1 {
                end -= 1;
                put(end);
            }
            first /= 2;
            end /= 2;
        }
    }

    /// Whether there is a range over any cell of a zero-based row.
    pub fn any_over(&self, row: u32) -> bool {
        let behind = self.bounds.partition_point(|bound| *bound <= row);
        if behind == 0 || behind == self.bounds.len() {
            return false;
        }
        let leaf = self.bounds.len() + behind - 1;
        let mut nodes = std::iter::successors(Some(leaf), |node| Some(node / 2));
        let mut path = nodes.by_ref().take_while(|node| *node > 0);
        path.any(|node| self.nodes.get(node).is_some_and(|node| !node.is_empty()))
    }

    /// The range over a cell.
    pub fn over(&self, at: CellAddress) -> Option<&CellRange> {
        let behind = self.bounds.partition_point(|bound| *bound <= at.row);
        if behind == 0 || behind == self.bounds.len() {
            return None;
        }
        let leaf = self.bounds.len() + behind - 1;
        let nodes = std::iter::successors(Some(leaf), |node| Some(node / 2));
        let found = nodes.take_while(|node| *node > 0).filter_map(|node| {
            let node = self.nodes.get(node)?;
            let is_left = |index: &usize| {
                let range = self.ranges.get(*index);
                range.is_some_and(|range| range.first.column <= at.column)
            };
            let place = node.partition_point(is_left).checked_sub(1)?;
            let index = *node.get(place)?;
            self.ranges.get(index)?.contains(at).then_some(index)
        });
        self.ranges.get(found.min()?)
    }
}

/// Sorts the ranges of a node by their columns; of two that overlap the earlier one in the file stays.
fn sort_out(node: &mut Vec<usize>, ranges: &[CellRange]) {
    let columns = |index: usize| {
        let range = ranges.get(index);
        range.map_or((0, 0), |range| (range.first.column, range.last.column))
    };
    node.sort_unstable_by_key(|&index| (columns(index).0, index));
    // The one that is left out is the one that would be kept, so swap them first.
    node.dedup_by(|later, earlier| {
        let overlap = columns(*later).0 <= columns(*earlier).1;
        if overlap && later < earlier {
            std::mem::swap(later, earlier);
        }
        overlap
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::COLUMNS;

    fn range(first: (u32, u32), last: (u32, u32)) -> CellRange {
        CellRange {
            first: CellAddress::new(first.0, first.1),
            last: CellAddress::new(last.0, last.1),
        }
    }

    #[test]
    fn every_cell_finds_its_range() {
        // Ranges of many shapes that do not overlap, and cells without one.
        let mut ranges = Vec::new();
        for row in (0..60).step_by(6) {
            for column in (0..60).step_by(5) {
                let (high, wide) = ((row * 7 + column) % 6, (row + column * 3) % 5);
                ranges.push(range((row, column), (row + high, column + wide)));
            }
        }
        ranges.push(range((70, 3), (1_048_575, 3)));
        let merges = Merges::from(ranges.clone());
        for row in (0..80).chain([1_048_574, 1_048_575]) {
            for column in (0..70).chain([COLUMNS - 1]) {
                let at = CellAddress::new(row, column);
                let expected = ranges.iter().find(|range| range.contains(at));
                assert_eq!(merges.over(at), expected, "{at}");
            }
        }
    }

    #[test]
    fn of_ranges_that_overlap_the_first_counts() {
        let (first, second) = (range((2, 2), (4, 4)), range((0, 0), (9, 9)));
        let merges = Merges::from(vec![first, second]);
        assert_eq!(merges.over(CellAddress::new(3, 3)), Some(&first));
        assert_eq!(merges.over(CellAddress::new(9, 9)), Some(&second));
        assert_eq!(merges.over(CellAddress::new(10, 0)), None);
        assert_eq!(Merges::default().over(CellAddress::new(0, 0)), None);
    }
}
