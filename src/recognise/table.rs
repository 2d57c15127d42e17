//! Tables by their header rows.
//!
//! In: a grid. Out: its tables: which column holds what, and which rows belong to it. Not for: what the rows mean.

use std::collections::BTreeMap;

use crate::cell::{Cell, CellAddress, Grid};
use crate::recognise::label::{self, Column};
use crate::text;

/// A table of a sheet.
#[derive(Debug)]
pub struct Table<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// The last row of its header, zero-based.
    pub header: u32,
    /// Zero-based columns by what they hold; the first where two say the same.
    pub columns: BTreeMap<Column, u32>,
    /// Columns that a second heading claims for the self score: which one is meant cannot be told.
    pub rival: Option<u32>,
    /// The row behind its last, zero-based.
    pub end: u32,
}

impl<'a> Table<'a> {
    /// The cell seen in a row and a column of this table.
    pub fn cell(&self, row: u32, column: Column) -> Option<&'a Cell> {
        self.grid
            .seen(CellAddress::new(row, *self.columns.get(&column)?))
    }

    /// The text that labels a row in a column, as it stands.
    pub fn label(&self, row: u32, column: Column) -> String {
        let at = self
            .columns
            .get(&column)
            .map(|&column| CellAddress::new(row, column));
        at.and_then(|at| self.grid.label_in_row(at))
            .map(|cell| cell.value.show())
            .unwrap_or_default()
    }

    /// Where a row's self score stands; its text or its first column where there is no such column.
    pub fn address(&self, row: u32) -> CellAddress {
        let column = self
            .columns
            .get(&Column::Claimed)
            .or(self.columns.get(&Column::Name));
        CellAddress::new(row, column.copied().unwrap_or_default())
    }
}

/// The tables of a sheet, top down. A table reaches to the next header or to the last cell.
pub fn tables(grid: &Grid) -> Vec<Table<'_>> {
    let mut tables: Vec<Table<'_>> = Vec::new();
    let last = grid.cells().last().map_or(0, |cell| cell.address.row + 1);
    let mut below = 0;
    for cells in grid.rows() {
        let Some(row) = cells
            .first()
            .map(|cell| cell.address.row)
            .filter(|row| *row >= below)
        else {
            continue;
        };
        let single = heading_row(grid, row, false);
        let double = heading_row(grid, row, true);
        let (columns, rows) = if double.len() > single.len() {
            (double, 2)
        } else {
            (single, 1)
        };
        if !is_header(&columns) {
            continue;
        }
        if let Some(above) = tables.last_mut() {
            above.end = row;
        }
        below = row + rows;
        tables.push(table(grid, below - 1, columns, last));
    }
    tables
}

fn table(grid: &Grid, header: u32, headings: Vec<(Column, u32)>, end: u32) -> Table<'_> {
    let mut columns = BTreeMap::new();
    let mut rival = None;
    for (column, at) in headings {
        let first = *columns.entry(column).or_insert(at);
        if first != at && column == Column::Claimed {
            rival = rival.or(Some(at));
        }
    }
    Table {
        grid,
        header,
        columns,
        rival,
        end,
    }
}

/// A header names the criteria and at least one column of numbers.
fn is_header(columns: &[(Column, u32)]) -> bool {
    let has = |column: Column| columns.iter().any(|(one, _)| *one == column);
    has(Column::Name)
        && [
            Column::Claimed,
            Column::Maximum,
            Column::Appraised,
            Column::Figure,
        ]
        .into_iter()
        .any(has)
}

/// The columns that the headings of a row name, left to right; with the row below where a header has two rows.
fn heading_row(grid: &Grid, row: u32, double: bool) -> Vec<(Column, u32)> {
    let mut at: Vec<u32> = grid
        .row(row)
        .iter()
        .map(|cell| cell.address.column)
        .collect();
    if double {
        at.extend(grid.row(row + 1).iter().map(|cell| cell.address.column));
        at.sort_unstable();
        at.dedup();
    }
    // Headings beyond this are no table of ours; it bounds the work on very wide sheets.
    at.truncate(256);
    let named = |&column: &u32| -> Option<(Column, u32)> {
        let upper = grid.label(CellAddress::new(row, column));
        let lower = if double {
            grid.label(CellAddress::new(row + 1, column))
        } else {
            None
        };
        let text = |cell: Option<&Cell>| {
            cell.map(|cell| text::clean(&cell.value.show()))
                .unwrap_or_default()
        };
        let is_first = grid
            .merge_at(CellAddress::new(row, column))
            .is_none_or(|range| range.first.column == column);
        match (upper, lower) {
            (Some(upper), Some(lower)) if upper.address != lower.address => {
                let both = format!("{} {}", text(Some(upper)), text(Some(lower)));
                label::column(&both).or_else(|| label::column(&text(Some(lower))))
            }
            _ if is_first => label::column(&text(upper.or(lower))),
            _ => None,
        }
        .map(|name| (name, column))
    };
    at.iter().filter_map(named).collect()
}
