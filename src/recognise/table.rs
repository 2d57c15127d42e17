//! Tables by their header rows.
//!
//! In: a grid. Out: its tables: which column holds what, and which rows belong to it. Not for: what the rows mean.

use std::collections::{BTreeMap, HashMap};

use crate::cell::{Cell, CellAddress, CellValue, Grid, Lines};
use crate::recognise::heading::Heading;
use crate::recognise::label::Column;

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
    let headings = Headings::new(grid);
    let mut near = headings.rows.iter().peekable();
    let mut reach = None;
    let mut below = 0;
    for cells in grid.rows() {
        let Some(row) = cells
            .first()
            .map(|cell| cell.address.row)
            .filter(|row| *row >= below)
        else {
            continue;
        };
        while let Some(rows) = near.next_if(|rows| rows.first <= row) {
            reach = reach.max(Some(rows.last));
        }
        if reach < Some(row) {
            continue;
        }
        let single = headings.of_row(row, false);
        let double = headings.of_row(row, true);
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

/// The cells of a sheet whose texts are headings or parts of such.
struct Headings<'a> {
    grid: &'a Grid,
    by_cell: HashMap<CellAddress, Heading>,
    /// The rows that have a heading or stand above one, top down.
    rows: Vec<Lines>,
}

impl<'a> Headings<'a> {
    fn new(grid: &'a Grid) -> Self {
        let mut headings = Headings {
            grid,
            by_cell: HashMap::new(),
            rows: Vec::new(),
        };
        for cell in grid.cells() {
            let heading = match &cell.value {
                CellValue::Number(_) | CellValue::Bool(_) | CellValue::Date { .. } => None,
                CellValue::Text(text) => Heading::of(text),
                other => Heading::of(&other.show()),
            };
            let Some(heading) = heading else { continue };
            headings.by_cell.insert(cell.address, heading);
            if !heading.is_blank() {
                let range = grid.merge_at(cell.address);
                let last = range.map_or(cell.address.row, |range| range.last.row);
                Lines::add(&mut headings.rows, cell.address.row.saturating_sub(1), last);
            }
        }
        headings
    }

    /// The columns that the headings of a row name, left to right; with the row below where a header has two rows.
    fn of_row(&self, row: u32, double: bool) -> Vec<(Column, u32)> {
        let columns = |row: u32| self.grid.row(row).iter().map(|cell| cell.address.column);
        let mut at: Vec<u32> = columns(row).collect();
        if double {
            at.extend(columns(row + 1));
            at.sort_unstable();
            at.dedup();
        }
        // Headings beyond this are no table of ours; it bounds the work on very wide sheets.
        at.truncate(256);
        at.into_iter()
            .filter_map(|column| Some((self.named(row, column, double)?, column)))
            .collect()
    }

    fn named(&self, row: u32, column: u32, double: bool) -> Option<Column> {
        let at = CellAddress::new(row, column);
        let upper = self.grid.label(at);
        let below = || self.grid.label(CellAddress::new(row + 1, column));
        let lower = if double { below() } else { None };
        let heading = |cell: &Cell| self.by_cell.get(&cell.address).copied();
        let is_first = || {
            let range = self.grid.merge_at(at);
            range.is_none_or(|range| range.first.column == column)
        };
        match (upper, lower) {
            (Some(upper), Some(lower)) if upper.address != lower.address => {
                let lower = heading(lower);
                let both = heading(upper).and_then(|upper| upper.column_with(lower));
                both.or_else(|| lower?.column())
            }
            _ if is_first() => heading(upper.or(lower)?)?.column(),
            _ => None,
        }
    }
}
