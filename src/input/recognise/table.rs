//! Tables by their header rows.
//!
//! In: a grid. Out: its tables: which column holds what, and which rows belong to it. Not for: what the rows mean.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;
use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, Grid, Lines};
use crate::base::guard;
use crate::input::recognise::label::Column;
use crate::input::recognise::texts::Held;

/// The columns of a table: zero-based, by what they hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns([Option<u32>; Column::COUNT]);

impl Columns {
    /// Where a column stands.
    pub fn get(&self, column: Column) -> Option<u32> {
        self.0.get(column as usize).copied().flatten()
    }

    /// Places a column where it has no place yet; where it stands then.
    fn place(&mut self, column: Column, at: u32) -> u32 {
        match self.0.get_mut(column as usize) {
            Some(place) => *place.get_or_insert(at),
            None => at,
        }
    }
}

/// A table of a sheet.
#[derive(Debug)]
pub struct Table<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// The texts of its cells.
    pub texts: &'a [Option<Held<'a>>],
    /// The last row of its header, zero-based.
    pub header: u32,
    /// Zero-based columns by what they hold; the first where two say the same.
    pub columns: Columns,
    /// Columns that a second heading claims for the self score: which one is meant cannot be told.
    pub rival: Option<u32>,
    /// The row behind its last, zero-based.
    pub end: u32,
}

impl<'a> Table<'a> {
    /// The cell seen in a row and a column of this table.
    pub fn cell(&self, row: u32, column: Column) -> Option<&'a Cell> {
        self.grid
            .seen(CellAddress::new(row, self.columns.get(column)?))
    }

    /// The text that labels a row in a column; `None` where nothing stands there. A range merged over several rows labels its
    /// first row only.
    pub fn label(&self, row: u32, column: Column) -> Option<Held<'a>> {
        let at = CellAddress::new(row, self.columns.get(column)?);
        self.text(self.grid.label_in_row_position(at)?)
    }

    /// As [`Table::label`], in a row of these positions where nothing is merged.
    pub fn plain_label(&self, row: Range<usize>, column: Column) -> Option<Held<'a>> {
        let column = self.columns.get(column)?;
        let cells = self.grid.cells().get(row.clone())?;
        let place = cells
            .iter()
            .position(|cell| cell.address.column == column)?;
        self.text(row.start + place)
    }

    /// The clean text of a cell of this table; `None` for numbers and answers.
    pub fn clean_text(&self, cell: &Cell) -> Option<&Arc<str>> {
        let position = self.grid.position(cell.address)?;
        Some(self.texts.get(position)?.as_ref()?.clean())
    }

    fn text(&self, position: usize) -> Option<Held<'a>> {
        let text = self.texts.get(position).cloned().flatten();
        text.or_else(|| {
            let cell = self.grid.cells().get(position)?;
            Some(Held::own(&cell.value.show()))
        })
    }

    /// Where a row's self score stands; its text or its first column where there is no such column.
    pub fn address(&self, row: u32) -> CellAddress {
        let column = self
            .columns
            .get(Column::Claimed)
            .or(self.columns.get(Column::Name));
        CellAddress::new(row, column.unwrap_or_default())
    }
}

/// The tables of a sheet, top down. A table reaches to the next header or to the last cell.
pub fn tables<'a>(grid: &'a Grid, texts: &'a [Option<Held<'a>>]) -> Vec<Table<'a>> {
    let mut tables: Vec<Table<'a>> = Vec::new();
    let last = grid.cells().last().map_or(0, |cell| cell.address.row + 1);
    let headings = Headings::new(grid, texts);
    let mut near = headings.rows.iter().peekable();
    // Last and first row of the headings near the row that is looked at, those that end first before the others.
    let mut over: BinaryHeap<Reverse<(u32, u32)>> = BinaryHeap::new();
    let mut below = 0;
    for cells in grid.rows() {
        guard::check();
        let Some(row) = cells
            .first()
            .map(|cell| cell.address.row)
            .filter(|row| *row >= below)
        else {
            continue;
        };
        while let Some(rows) = near.next_if(|rows| rows.first <= row) {
            over.push(Reverse((rows.last, rows.first)));
        }
        while over.peek().is_some_and(|rows| rows.0.0 < row) {
            over.pop();
        }
        // A row without a heading of its own is no header, even where the one below it is.
        let has_own = row == 0 || over.iter().any(|rows| rows.0.1 < row);
        if over.len() < LEAST || !has_own {
            continue;
        }
        let single = headings.of_row(row, false);
        // Two rows together name at most as many columns as they have headings.
        let double = if over.len() > single.len() {
            headings.of_row(row, true)
        } else {
            Vec::new()
        };
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
        tables.push(table(grid, texts, columns, (below - 1, last)));
    }
    tables
}

fn table<'a>(
    grid: &'a Grid,
    texts: &'a [Option<Held<'a>>],
    headings: Vec<(Column, u32)>,
    (header, end): (u32, u32),
) -> Table<'a> {
    let mut columns = Columns::default();
    let mut rival = None;
    for (column, at) in headings {
        let first = columns.place(column, at);
        if first != at && column == Column::Claimed {
            rival = rival.or(Some(at));
        }
    }
    Table {
        grid,
        texts,
        header,
        columns,
        rival,
        end,
    }
}

/// Headings beyond this many are no table of ours; it bounds the work on very wide sheets.
const WIDEST: usize = 256;

/// Headings that the fewest headers have.
const LEAST: usize = 2;

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
    texts: &'a [Option<Held<'a>>],
    /// For each heading, top down, the rows that it stands in or below.
    rows: Vec<Lines>,
}

impl<'a> Headings<'a> {
    fn new(grid: &'a Grid, texts: &'a [Option<Held<'a>>]) -> Self {
        let mut headings = Headings {
            grid,
            texts,
            rows: Vec::new(),
        };
        for (cell, text) in grid.cells().iter().zip(texts) {
            guard::check();
            let heading = text.as_ref().and_then(|text| text.heading());
            if heading.is_some_and(|heading| !heading.is_blank()) {
                let range = grid.merge_at(cell.address);
                let last = range.map_or(cell.address.row, |range| range.last.row);
                let first = cell.address.row.saturating_sub(1);
                headings.rows.push(Lines { first, last });
            }
        }
        headings
    }

    /// The columns that the headings of a row name, left to right; with the row below where a header has two rows.
    fn of_row(&self, row: u32, double: bool) -> Vec<(Column, u32)> {
        let is_plain = |row: u32| !self.grid.merges.any_over(row);
        if !double && is_plain(row) {
            return self.of_plain_row(row);
        }
        let columns = |row: u32| self.grid.row(row).iter().map(|cell| cell.address.column);
        let mut at: Vec<u32> = columns(row).collect();
        if double {
            at.extend(columns(row + 1));
            at.sort_unstable();
            at.dedup();
        }
        at.truncate(WIDEST);
        at.into_iter()
            .filter_map(|column| Some((self.named(row, column, double)?, column)))
            .collect()
    }

    /// As [`Headings::of_row`], for a single row where nothing is merged.
    fn of_plain_row(&self, row: u32) -> Vec<(Column, u32)> {
        let row = self.grid.between(row, row.saturating_add(1));
        let texts = self.texts.get(row.clone()).unwrap_or_default();
        let cells = self.grid.cells().get(row).unwrap_or_default();
        cells
            .iter()
            .zip(texts)
            .take(WIDEST)
            .filter_map(|(cell, text)| {
                let column = text.as_ref()?.heading()?.column()?;
                Some((column, cell.address.column))
            })
            .collect()
    }

    fn named(&self, row: u32, column: u32, double: bool) -> Option<Column> {
        let at = CellAddress::new(row, column);
        let upper = self.grid.label_position(at);
        let below = || self.grid.label_position(CellAddress::new(row + 1, column));
        let lower = if double { below() } else { None };
        let heading = |position: usize| self.texts.get(position)?.as_ref()?.heading();
        let is_first = || {
            let range = self.grid.merge_at(at);
            range.is_none_or(|range| range.first.column == column)
        };
        match (upper, lower) {
            (Some(upper), Some(lower)) if upper != lower => {
                let lower = heading(lower);
                let both = heading(upper).and_then(|upper| upper.column_with(lower));
                both.or_else(|| lower?.column())
            }
            _ if is_first() => heading(upper.or(lower)?)?.column(),
            _ => None,
        }
    }
}
