//! Tables, found by their headings.
//!
//! In: a sheet and a vocabulary; no scheme is needed. Out: its tables: which column holds what, and which rows belong to it. Not
//! for: what the rows mean.

mod header;
mod heading;
mod title_year;
mod told_apart;
mod vocabulary;

use std::ops::Range;
use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::guard;
use crate::campaign::vocabulary::Column;
use crate::input::tables::header::Headers;
pub use crate::input::tables::header::Titled;
pub use crate::input::tables::heading::{Headings, role, stated_percent};
pub use crate::input::tables::title_year::{may_be_of_document, title_years};
pub use crate::input::tables::told_apart::Over;
pub use crate::input::tables::vocabulary::{Role, TableKind, Vocabulary};
use crate::input::texts::{LabelText, Text};

/// The most rows that a header has.
const ROWS: u32 = 3;

/// Headings that the fewest headers have.
const LEAST: usize = 2;

/// The columns of a table: zero-based, by what they hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns([Option<u32>; Column::Place as usize + 1]);

impl Columns {
    /// Where a column stands.
    pub fn get(&self, column: Column) -> Option<u32> {
        self.0.get(column as usize).copied().flatten()
    }

    /// Whether something stands in a column of the sheet.
    pub fn holds(&self, at: u32) -> bool {
        self.0.contains(&Some(at))
    }

    /// Places a column where it has no place yet; where it stands then.
    fn place(&mut self, column: Column, at: u32) -> u32 {
        match self.0.get_mut(column as usize) {
            Some(place) => *place.get_or_insert(at),
            None => at,
        }
    }

    /// Places a column, wherever it stood.
    pub fn set(&mut self, column: Column, at: u32) {
        if let Some(place) = self.0.get_mut(column as usize) {
            *place = Some(at);
        }
    }
}

/// A table of a sheet.
#[derive(Debug)]
pub struct Table<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// The texts of its cells.
    pub texts: &'a [Option<&'a Text>],
    /// The first row of its header, zero-based.
    pub first: u32,
    /// The last row of its header, zero-based.
    pub header: u32,
    /// Zero-based columns by what they hold; the first where two say the same, of texts that which tells the rows apart.
    pub columns: Columns,
    /// The column of texts that stand over several rows each.
    pub over: Option<Over>,
    /// The column of texts as the headings alone tell it.
    pub headed: Option<u32>,
    /// All headings, known or not, left to right.
    pub titled: Vec<Titled>,
    /// A second column of the self score: which one is meant cannot be told.
    pub rival: Option<u32>,
    /// Whether nothing heads a self score and boxes are ticked in the texts: `☑ Đúng hạn`.
    pub is_boxed: bool,
    /// The row behind its last, zero-based.
    pub end: u32,
}

impl<'a> Table<'a> {
    /// The cell seen in a row and a column of this table.
    pub fn cell(&self, row: u32, column: Column) -> Option<&'a Cell> {
        self.grid
            .seen(CellAddress::new(row, self.columns.get(column)?))
    }

    /// All columns of the sheet that headings say hold the same, left to right.
    pub fn places(&self, column: Column) -> impl Iterator<Item = u32> {
        let is_it = move |one: &&Titled| one.role == Some(Role::Column(column));
        self.titled.iter().filter(is_it).map(|one| one.column)
    }

    /// The text that labels a row in a column; `None` where nothing stands there. A range merged over several rows labels its
    /// first row only.
    pub fn label(&self, row: u32, column: Column) -> Option<LabelText<'a>> {
        self.text_at(CellAddress::new(row, self.columns.get(column)?))
    }

    /// The text that labels a cell's row in its column, as [`Table::label`].
    pub fn text_at(&self, at: CellAddress) -> Option<LabelText<'a>> {
        self.text(self.grid.label_in_row_position(at)?)
    }

    /// As [`Table::label`], in a row of these positions where nothing is merged.
    pub fn plain_label(&self, row: Range<usize>, column: Column) -> Option<LabelText<'a>> {
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
        Some(self.texts.get(position).copied().flatten()?.clean())
    }

    fn text(&self, position: usize) -> Option<LabelText<'a>> {
        let text = self.texts.get(position).copied().flatten();
        text.map(LabelText::Kept).or_else(|| {
            let cell = self.grid.cells().get(position)?;
            Some(LabelText::own(&cell.value.show()))
        })
    }

    /// Where a row's self score stands; its text or its first column where there is no such column.
    pub fn address(&self, row: u32) -> CellAddress {
        let column = self
            .columns
            .get(Column::Claimed)
            .or(self.columns.get(Column::Criterion));
        CellAddress::new(row, column.unwrap_or_default())
    }

    /// Notes whether boxes in the texts stand for a column of ticks that is not there.
    fn find_boxes(&mut self) {
        let Some(criterion) = self.columns.get(Column::Criterion) else {
            return;
        };
        if self.columns.get(Column::Claimed).is_some() {
            return;
        }
        let rows = self.grid.between(self.header + 1, self.end);
        let cells = self.grid.cells().get(rows).unwrap_or_default();
        let mut texts = cells.iter().filter(|cell| cell.address.column <= criterion);
        self.is_boxed = texts.any(|cell| box_in(&cell.value.show()) == Some(true));
    }

    /// Notes a second column of numbers below a heading of the self score that stands over several columns.
    fn find_rival(&mut self) {
        let Some(first) = self.columns.get(Column::Claimed) else {
            return;
        };
        let claimed = self.titled.iter().find(|one| one.column == first);
        let cell = claimed.and_then(|one| self.grid.cells().get(one.position));
        let range = cell.and_then(|cell| self.grid.merge_at(cell.address));
        let Some(last) = range.map(|range| range.last.column) else {
            return;
        };
        let is_other = |cell: &&Cell| {
            let column = cell.address.column;
            let is_known = self.titled.iter().any(|one| one.column == column);
            first < column && column <= last && !is_known
        };
        let is_number = |cell: &&Cell| matches!(cell.value, CellValue::Number(_));
        let rows = self.grid.between(self.header + 1, self.end);
        let mut cells = self.grid.cells().get(rows).unwrap_or_default().iter();
        let other = cells.find(|cell| is_other(cell) && is_number(cell));
        self.rival = self.rival.or(other.map(|cell| cell.address.column));
    }
}

/// Boxes to tick in.
const BOXES: [(char, bool); 8] = [
    ('☑', true),
    ('☒', true),
    ('\u{1f5f9}', true),
    ('\u{1f5f7}', true),
    ('✅', true),
    ('☐', false),
    ('□', false),
    ('▢', false),
];

/// Whether the box that a text begins or ends with is ticked; `None` without one.
pub fn box_in(text: &str) -> Option<bool> {
    let text = text.trim();
    let of = |sign: char| BOXES.iter().find(|(one, _)| *one == sign);
    let at_begin = text.chars().next().and_then(of);
    let at_end = || text.chars().next_back().and_then(of);
    at_begin.or_else(at_end).map(|(_, is_ticked)| *is_ticked)
}

/// A text without the boxes that it begins or ends with.
pub fn without_boxes(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || BOXES.iter().any(|(one, _)| *one == c))
}

/// The tables of a sheet, top down. A table reaches to the next header or to the last cell.
pub fn find<'a>(
    grid: &'a Grid,
    texts: &'a [Option<&'a Text>],
    headings: &Headings<'_>,
) -> Vec<Table<'a>> {
    let mut tables: Vec<Table<'a>> = Vec::new();
    let last = grid.cells().last().map_or(0, |cell| cell.address.row + 1);
    let marks = HeaderRows::new(grid, texts, headings);
    let headers = Headers {
        grid,
        texts,
        headings,
    };
    let mut below = 0;
    for cells in grid.rows() {
        guard::check();
        let row = cells.first().map(|cell| cell.address.row);
        let Some(row) = row.filter(|row| *row >= below && marks.may_begin(*row)) else {
            continue;
        };
        let Some((rows, titled)) = best(&headers, &marks, row) else {
            continue;
        };
        if let Some(above) = tables.last_mut() {
            above.end = row;
        }
        below = row + rows;
        below += u32::from(headers.is_numbering(below, &titled));
        let (columns, rival) = placed(&titled);
        tables.push(Table {
            grid,
            texts,
            first: row,
            header: below - 1,
            columns,
            over: None,
            headed: None,
            titled,
            rival,
            is_boxed: false,
            end: last,
        });
    }
    tables.iter_mut().for_each(Table::find_rival);
    tables.iter_mut().for_each(Table::find_boxes);
    tables.iter_mut().for_each(Table::tell_rows);
    tables
}

/// The columns that headings name, the first where two say the same, and a second one of the self score. What is said in so many
/// words goes before what only stands further up.
fn placed(titled: &[Titled]) -> (Columns, Option<u32>) {
    let (mut columns, mut rival) = (Columns::default(), None);
    for is_from_above in [false, true] {
        let is_named = is_from_above && columns.get(Column::Claimed).is_some();
        for one in titled {
            let Some(Role::Column(column)) = one.role else {
                continue;
            };
            if one.is_from_above != is_from_above {
                continue;
            }
            let first = columns.place(column, one.column);
            if first != one.column && column == Column::Claimed && !is_named {
                rival = rival.or(Some(one.column));
            }
        }
    }
    rival = rival.or(perhaps(titled, &mut columns));
    // Where there is no column of the self score, points stand where ticks do.
    if let Some(tick) = columns.get(Column::Tick) {
        columns.place(Column::Claimed, tick);
    }
    for marks in [Column::Yes, Column::Choice] {
        if let Some(marks) = columns.get(marks) {
            columns.place(Column::Claimed, marks);
        }
    }
    (columns, rival)
}

/// Places the columns that nothing names in so many words by headings that may mean them. Where two may, none of them is the
/// self score, which is said, nor the appraised one.
fn perhaps(titled: &[Titled], columns: &mut Columns) -> Option<u32> {
    let mut rival = None;
    for one in titled {
        let Some(Role::Perhaps(column)) = one.role else {
            continue;
        };
        let other = titled
            .iter()
            .find(|other| other.role == one.role && other.column != one.column);
        let is_named = columns.get(column).is_some()
            || (column == Column::Claimed && columns.get(Column::Tick).is_some());
        match (column, other) {
            _ if is_named => {}
            (Column::Appraised, Some(_)) => {}
            (Column::Claimed, Some(other)) => {
                columns.place(column, one.column);
                rival = Some(other.column);
            }
            _ => {
                columns.place(column, one.column);
            }
        }
    }
    rival
}

/// The header that begins in a row, with as many rows as name the most columns, the fewest of equals.
fn best(headers: &Headers<'_, '_, '_>, marks: &HeaderRows, row: u32) -> Option<(u32, Vec<Titled>)> {
    let named = |titled: &[Titled]| {
        let is_named = |one: &&Titled| one.role.is_some() && !one.is_from_above;
        let named = titled.iter().filter(is_named);
        // What says so in so many words goes before what may mean it.
        let is_perhaps = |one: &&Titled| matches!(one.role, Some(Role::Perhaps(_)));
        let perhaps = named.clone().filter(is_perhaps).count();
        (named.count(), std::cmp::Reverse(perhaps))
    };
    let mut best: Option<(u32, Vec<Titled>)> = None;
    let tall = headers.tall(row).min(ROWS);
    for rows in tall..=ROWS {
        if rows > tall && !marks.begin_in(row.saturating_add(rows - 1)) {
            break;
        }
        let Some(titled) = headers.header(row, rows) else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|(_, best)| named(&titled) > named(best))
        {
            best = Some((rows, titled));
        }
    }
    let (rows, titled) = best?;
    // A first row that adds nothing is a title above the header.
    let without = (rows > tall)
        .then(|| headers.header(row + 1, rows - 1))
        .flatten();
    let is_title = without.is_some_and(|without| named(&without) >= named(&titled));
    (!is_title).then_some((rows, titled))
}

/// The rows of a sheet that headings stand in, or parts of such.
struct HeaderRows {
    /// The first row of each, top down.
    firsts: Vec<u32>,
    /// The last row of each, top down.
    lasts: Vec<u32>,
}

impl HeaderRows {
    fn new(grid: &Grid, texts: &[Option<&Text>], headings: &Headings<'_>) -> Self {
        let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
        for (cell, text) in grid.cells().iter().zip(texts) {
            guard::check();
            let heading = text.and_then(|text| headings.heading(text));
            if heading.is_some_and(|heading| !heading.is_blank) {
                let range = grid.merge_at(cell.address);
                firsts.push(cell.address.row);
                lasts.push(range.map_or(cell.address.row, |range| range.last.row));
            }
        }
        lasts.sort_unstable();
        HeaderRows { firsts, lasts }
    }

    /// How many stand in some rows.
    fn over(&self, first: u32, last: u32) -> usize {
        let begun = self.firsts.partition_point(|row| *row <= last);
        let ended = self.lasts.partition_point(|row| *row < first);
        begun.saturating_sub(ended)
    }

    /// Whether a header may begin in a row. One without a heading of its own is none, even where the one below it is.
    fn may_begin(&self, row: u32) -> bool {
        self.over(row, row) > 0 && self.over(row, row.saturating_add(ROWS - 1)) >= LEAST
    }

    /// Whether any begins in a row.
    fn begin_in(&self, row: u32) -> bool {
        self.firsts.binary_search(&row).is_ok()
    }
}
