//! A table without a heading that is known, found by what stands in its columns.
//!
//! In: a sheet. Out: where a table of criteria stands in it. Not for: sheets whose headings are known.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::guard;
use crate::base::text;
use crate::input::propose::code::Code;
use crate::input::propose::value::{CellStatement, said};
use crate::input::tables::Role;

/// Where a table stands: rows and columns are zero-based.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// The first row of its header.
    pub(super) first: u32,
    /// The last row of its header.
    pub(super) header: u32,
    /// The row behind its last.
    pub(super) end: u32,
    /// The column of codes.
    pub(super) code: Option<u32>,
    /// The column of texts.
    pub(super) text: u32,
    /// The column whose texts are said to stand over several rows each.
    pub(super) over: Option<u32>,
}

/// Lines that a table has which no heading tells.
const FEWEST: usize = 4;

/// Columns that are looked at.
const WIDEST: u32 = 64;

/// Rows above the first line in which its header is looked for.
const HEADER_ROWS: u32 = 6;

/// The table of a sheet, if it has one. One of few lines is one where a heading over it is that of points.
pub(super) fn find(grid: &Grid, is_points: impl Fn(&str) -> bool) -> Option<Shape> {
    of_lines(grid, FEWEST).or_else(|| {
        let shape = of_lines(grid, 1)?;
        let mut headings = (shape.first..=shape.header).flat_map(|row| grid.row(row));
        let is_said = headings.any(|cell| is_points(&cell.value.show()));
        is_said.then_some(shape)
    })
}

/// The table of a sheet that has no fewer lines.
fn of_lines(grid: &Grid, fewest: usize) -> Option<Shape> {
    let text = text_column(grid, fewest)?;
    let end = grid.cells().last()?.address.row + 1;
    let code = code_column(grid, 0, end, text);
    let is_line = |row: u32| {
        let label = grid.label_in_row(CellAddress::new(row, text));
        let is_text = label.is_some_and(|cell| words(cell) > 0);
        let has_code = code.is_some_and(|code| {
            let cell = grid.seen(CellAddress::new(row, code));
            cell.is_some_and(|cell| Code::parse(&cell.value.show()).is_some())
        });
        let is_number = |cell: &Cell| {
            cell.address.column > text
                && matches!(said(&cell.value), Some(CellStatement::Number(_)))
        };
        is_text && (has_code || grid.row(row).iter().any(is_number))
    };
    let rows = grid
        .rows()
        .filter_map(|cells| Some(cells.first()?.address.row));
    let lines: Vec<u32> = rows.filter(|row| is_line(*row)).collect();
    let mut lines = lines.iter().filter(|_| lines.len() >= fewest);
    // A title with a code is a line that no header stands above.
    let (first, header) = lines.find_map(|line| header(grid, text, *line))?;
    Some(Shape {
        first,
        header,
        end,
        code,
        text,
        over: None,
    })
}

/// The column with the most texts of several words.
fn text_column(grid: &Grid, fewest: usize) -> Option<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in grid.cells() {
        guard::check();
        if cell.address.column < WIDEST && words(cell) > 1 {
            *counts.entry(cell.address.column).or_default() += 1;
        }
    }
    let most = counts
        .values()
        .max()
        .copied()
        .filter(|most| *most >= fewest)?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(column, _)| column)
}

/// The column on the left of the texts in which most of what stands are codes.
pub(super) fn code_column(grid: &Grid, first: u32, end: u32, text: u32) -> Option<u32> {
    let cells = grid
        .cells()
        .get(grid.between(first, end))
        .unwrap_or_default();
    (0..text).rev().find(|column| {
        let of = cells.iter().filter(|cell| cell.address.column == *column);
        let shown: Vec<String> = of.map(|cell| cell.value.show()).collect();
        let codes = shown
            .iter()
            .filter(|shown| Code::parse(shown).is_some())
            .count();
        codes >= 2 && codes * 2 >= shown.len()
    })
}

/// The column on the left whose texts, merged down over several rows, repeated on each of them, or with blanks below where the headings
/// say that it is one of texts, name the groups of these rows: the first row of each, and where its name stands.
pub(super) fn groups(grid: &Grid, shape: &Shape) -> Option<(u32, Vec<(u32, CellAddress)>)> {
    let rows = shape.header + 1..shape.end;
    (0..shape.text)
        .filter(|column| Some(*column) != shape.code)
        .find_map(|column| {
            let mut starts: Vec<(u32, CellAddress)> = Vec::new();
            let (mut merged, mut repeated, mut covered) = (0_usize, 0, 0);
            let mut names: Vec<String> = Vec::new();
            for row in rows.clone() {
                let at = CellAddress::new(row, column);
                let Some(cell) = grid.label(at).filter(|cell| words(cell) > 0) else {
                    continue;
                };
                // What is merged over the texts as well is a caption of its own.
                let range = grid.merge_at(at);
                let is_over_texts = range.is_some_and(|range| range.last.column >= shape.text);
                if is_over_texts || grid.seen(CellAddress::new(row, shape.text)).is_none() {
                    continue;
                }
                covered += 1;
                if cell.address.row != row {
                    continue;
                }
                let is_merged = range.is_some_and(|range| range.last.row > row);
                merged += usize::from(is_merged);
                let name = text::key(&cell.value.show());
                if !is_merged && names.last() == Some(&name) {
                    repeated += 1;
                    continue;
                }
                names.push(name);
                starts.push((row, cell.address));
            }
            let texts = rows
                .clone()
                .filter(|row| grid.seen(CellAddress::new(*row, shape.text)).is_some())
                .count();
            // What comes back further down names no group, but a kind of row.
            let is_repeated = repeated >= starts.len()
                && names.iter().collect::<BTreeSet<_>>().len() == names.len();
            let is_group = (merged > 0 || is_repeated) && covered * 10 >= texts * 8;
            let is_group = is_group || shape.over == Some(column) && starts.len() < texts;
            (is_group && starts.len() > 1).then_some((column, starts))
        })
}

/// The column on the left of the texts whose codes stand in the first rows of groups alone, where these have several rows: they are the
/// codes of the groups.
pub(super) fn group_codes(
    grid: &Grid,
    shape: &Shape,
    starts: &[(u32, CellAddress)],
) -> Option<u32> {
    let text_in = |row: u32| grid.label_in_row(CellAddress::new(row, shape.text));
    let code_in = |row: u32, column: u32| {
        let cell = grid.label_in_row(CellAddress::new(row, column))?;
        let is_its_text = text_in(row).is_some_and(|text| text.address == cell.address);
        (!is_its_text).then(|| Code::parse(&cell.value.show()))?
    };
    let rows = grid
        .rows()
        .filter_map(|cells| Some(cells.first()?.address.row));
    let rows: Vec<u32> = rows
        .filter(|row| (shape.header + 1..shape.end).contains(row))
        .filter(|row| text_in(*row).is_some())
        .collect();
    let is_start = |row: &u32| starts.iter().any(|(start, _)| start == row);
    (0..shape.text).rev().find(|column| {
        let coded = rows.iter().filter(|row| code_in(**row, *column).is_some());
        let coded: Vec<&u32> = coded.collect();
        coded.len() == starts.len() && coded.len() < rows.len() && coded.into_iter().all(is_start)
    })
}

/// The rows of a header above a line: the lowest row with a text over the texts and at least one over another column.
fn header(grid: &Grid, text: u32, line: u32) -> Option<(u32, u32)> {
    let from = line.saturating_sub(HEADER_ROWS);
    (from..line).rev().find_map(|row| {
        let label = grid.label(CellAddress::new(row, text))?;
        let texts = grid.row(row).iter().filter(|cell| words(cell) > 0).count();
        let is_heading = words(label) > 0 && (texts >= 2 || label.address.row < row);
        if !is_heading {
            return None;
        }
        // What is merged down to here begins further up.
        let first = grid
            .row(row)
            .iter()
            .map(|cell| cell.address)
            .chain([label.address]);
        let above = first.map(|at| grid.label(at).map_or(at.row, |cell| cell.address.row));
        Some((above.min().unwrap_or(row).min(label.address.row), row))
    })
}

/// The last row of a header that is known, over a column of texts: where one of its headings stands over several columns and what it
/// holds is told below it, as far down as the heading over the texts is merged. `Điểm chấm` over `Đơn vị` and `Hội đồng` heads two.
pub(super) fn lowest(
    grid: &Grid,
    (first, header): (u32, u32),
    text: u32,
    role: impl Fn(&str) -> Option<Role>,
) -> u32 {
    let Some(over) = grid.merge_at(CellAddress::new(header, text)) else {
        return header;
    };
    let is_parted = |cell: &Cell| {
        let range = grid.merge_at(cell.address);
        let Some(range) = range.filter(|range| range.last.row == header) else {
            return false;
        };
        let below = range.first.column..=range.last.column;
        let mut below: Vec<&Cell> = below
            .filter_map(|column| grid.label(CellAddress::new(header + 1, column)))
            .filter(|cell| words(cell) > 0)
            .collect();
        below.dedup_by_key(|cell| cell.address);
        let is_sure = matches!(role(&cell.value.show()), Some(Role::Column(_)));
        below.len() > 1 && !is_sure
    };
    let mut headings = (first..=header).flat_map(|row| grid.row(row));
    if over.last.row > header && headings.any(is_parted) {
        over.last.row
    } else {
        header
    }
}

/// How many words a cell of text has; none where it has no letters.
fn words(cell: &Cell) -> usize {
    match &cell.value {
        CellValue::Text(text) => {
            let has_letters = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
            text.split_whitespace().filter(has_letters).count()
        }
        _ => 0,
    }
}
