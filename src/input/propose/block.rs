//! The tables of a form as lines of code, text and cells, whatever their headings say.
//!
//! In: the grids of one form. Out: its blocks. A table is found by headings that are known, else by what stands in its columns:
//! many texts of several words, with codes on their left or numbers on their right. Not for: what a column or a line means.

use std::collections::BTreeSet;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::{Caption, Column};
use crate::input::propose::code::{Code, CodeStyle};
use crate::input::propose::group_lines::{GroupName, group_names};
use crate::input::propose::structure::{self, Shape};
use crate::input::propose::value::{CellStatement, ending_points, is_range, said};
use crate::input::tables::{self, Role, Vocabulary};

/// A column of a block.
#[derive(Clone, Debug)]
pub(super) struct BlockColumn {
    pub(super) column: u32,
    /// What stands over it, all rows of the header together; empty where nothing does.
    pub(super) heading: String,
    /// Its key: columns of one key are one column in all forms.
    pub(super) key: String,
    /// What the words say that it holds.
    pub(super) word: Option<Column>,
    /// Where its lowest heading stands.
    pub(super) at: CellAddress,
    /// What it is headed itself, in a further part of a table, where it is read by the heading of the first.
    pub(super) own: Option<String>,
}

/// A row of a block that has a text.
#[derive(Clone, Debug)]
pub(super) struct BlockLine {
    pub(super) row: u32,
    pub(super) code: Code,
    /// Whether the code is stored as a number, so that 1.10 stands there as 1.1.
    pub(super) is_number: bool,
    pub(super) text: String,
    pub(super) key: String,
    pub(super) at: CellAddress,
    /// What stands in its other cells: the place of the column, what, where.
    pub(super) cells: Vec<(usize, CellStatement, CellAddress)>,
}

/// A table of a form.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The place of its sheet.
    pub(super) sheet: usize,
    /// What stands above it with a code: `Nhóm 1: Hạ tầng`, and where.
    pub(super) title: Option<(Code, String, CellAddress)>,
    /// The first row of its header.
    pub(super) first: u32,
    /// The last row of its header.
    pub(super) header: u32,
    /// The row behind its last.
    pub(super) end: u32,
    /// Columns of codes and texts.
    pub(super) labels: Vec<u32>,
    /// The column that names the groups of rows, where one is merged over them.
    pub(super) groups: Option<u32>,
    pub(super) columns: Vec<BlockColumn>,
    /// Whether it is a further part of a table, below a header of its own.
    pub(super) is_part: bool,
    /// Whether that header says that the points are taken off.
    pub(super) is_off: bool,
    pub(super) lines: Vec<BlockLine>,
}

impl BlockLine {
    pub(super) fn cell(
        &self,
        columns: &[BlockColumn],
        key: &str,
    ) -> Option<&(usize, CellStatement, CellAddress)> {
        let of = |place: usize| columns.get(place).is_some_and(|column| column.key == key);
        self.cells.iter().find(|(place, ..)| of(*place))
    }

    /// Whether nothing says that it is a row: no code, no number, no tick.
    fn is_below(&self) -> bool {
        let is_text = |(_, said, _): &(usize, CellStatement, CellAddress)| {
            matches!(said, CellStatement::Text(_))
        };
        self.code.style == CodeStyle::Bare
            && self.cells.iter().all(is_text)
            && ending_points(&self.text).is_none()
    }

    pub(super) fn has_number(&self) -> bool {
        let is_number = |(_, said, _): &(usize, CellStatement, CellAddress)| {
            matches!(said, CellStatement::Number(_))
        };
        self.cells.iter().any(is_number)
    }
}

/// The block of a table.
pub(super) fn block(grid: &Grid, sheet: usize, shape: &Shape, vocabulary: &Vocabulary) -> Block {
    let (groups, starts) = structure::groups(grid, shape).unzip();
    let starts = starts.unwrap_or_default();
    let group_code = structure::group_codes(grid, shape, &starts);
    let code = shape.code.filter(|code| Some(*code) != group_code);
    let codes = [group_code, code].into_iter().flatten();
    let labels: Vec<u32> = codes.chain([shape.text]).collect();
    let rows = || grid.rows().filter(|cells| inside(cells, shape));
    let mut used: BTreeSet<u32> = rows()
        .flatten()
        .map(|cell| cell.address.column)
        .filter(|column| !labels.contains(column) && groups != Some(*column))
        .collect();
    let mut columns: Vec<BlockColumn> = Vec::new();
    let over = (shape.first..=shape.header).flat_map(|row| grid.row(row));
    used.extend(
        over.map(|cell| cell.address.column)
            .filter(|one| !labels.contains(one) && groups != Some(*one)),
    );
    for column in used {
        columns.push(titled(grid, shape, column, vocabulary));
    }
    // A second column under one heading is another column.
    for place in 1..columns.len() {
        let (before, rest) = columns.split_at_mut(place);
        if let Some(one) = rest.first_mut()
            && before.iter().any(|other| other.key == one.key)
        {
            let offset = i64::from(one.column) - i64::from(shape.text);
            one.key = format!("{} ?{offset}", one.key);
            one.word = None;
        }
    }
    let lines = rows().filter_map(|cells| line(grid, cells, (shape, group_code), &columns));
    let mut lines: Vec<BlockLine> = lines.collect();
    // Whoever signs below a table stands in no row of it.
    while lines.last().is_some_and(BlockLine::is_below) {
        lines.pop();
    }
    let is_roman = |line: &BlockLine| matches!(line.code.style, CodeStyle::Roman(_));
    let names = group_names(grid, &starts, group_code, lines.iter().any(is_roman));
    let lines = with_groups(lines, names);
    Block {
        sheet,
        title: None,
        first: shape.first,
        header: shape.header,
        end: shape.end,
        labels,
        groups,
        columns,
        is_part: false,
        is_off: false,
        lines,
    }
}

/// Puts a line before the first one of each group that a cell beside the rows names.
fn with_groups(lines: Vec<BlockLine>, names: Vec<GroupName>) -> Vec<BlockLine> {
    let mut all = Vec::new();
    let mut names = names.into_iter().peekable();
    for line in lines {
        if let Some(name) = names.next_if(|name| name.row <= line.row) {
            all.push(BlockLine {
                row: name.row,
                code: name.code,
                is_number: false,
                key: text::key(&name.text),
                text: name.text,
                at: name.at,
                cells: Vec::new(),
            });
        }
        all.push(line);
    }
    all
}

fn inside(cells: &[Cell], shape: &Shape) -> bool {
    let row = cells.first().map(|cell| cell.address.row);
    row.is_some_and(|row| (shape.header + 1..shape.end).contains(&row))
}

/// The texts over a column, top down; what numbers the columns is none.
pub(super) fn titled_over(grid: &Grid, (first, header): (u32, u32), column: u32) -> Vec<String> {
    over(grid, (first, header), column)
        .into_iter()
        .map(|(text, _)| text)
        .collect()
}

fn over(grid: &Grid, (first, header): (u32, u32), column: u32) -> Vec<(String, CellAddress)> {
    let mut texts: Vec<(String, CellAddress)> = Vec::new();
    for row in first..=header {
        let Some(cell) = grid.label(CellAddress::new(row, column)) else {
            continue;
        };
        let shown = text::clean(&cell.value.show());
        let letters = shown.chars().filter(|c| c.is_alphabetic()).count();
        let is_seen = texts.iter().any(|(_, at)| *at == cell.address);
        if !is_seen && (letters > 1 || shown.contains('%')) {
            texts.push((shown, cell.address));
        }
    }
    texts
}

/// The headings over a column, joined.
fn titled(grid: &Grid, shape: &Shape, column: u32, vocabulary: &Vocabulary) -> BlockColumn {
    let texts = over(grid, (shape.first, shape.header), column);
    let at = texts
        .last()
        .map_or(CellAddress::new(shape.header, column), |(_, at)| *at);
    let heading = texts
        .iter()
        .map(|(text, _)| text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    let role = |text: &str| match tables::role(text, vocabulary, tables::TableKind::Form) {
        Some(Role::Column(kind)) => Some(kind),
        _ => None,
    };
    let word = role(&heading).or_else(|| role(&texts.last()?.0));
    let mut key = text::key(&heading);
    if key.is_empty() {
        key = format!("?{}", i64::from(column) - i64::from(shape.text));
    }
    BlockColumn {
        column,
        heading,
        key,
        word,
        at,
        own: None,
    }
}

/// A row with a text, with its code where it has one.
fn line(
    grid: &Grid,
    cells: &[Cell],
    (shape, group_code): (&Shape, Option<u32>),
    columns: &[BlockColumn],
) -> Option<BlockLine> {
    let row = cells.first()?.address.row;
    let shown = |column: u32| {
        let cell = grid.label_in_row(CellAddress::new(row, column))?;
        let shown = text::clean(&cell.value.show());
        (!shown.is_empty()).then_some((shown, cell.address, &cell.value))
    };
    let own = shown(shape.text);
    // What is called by what stands over its rows has their code.
    let code = shape
        .code
        .filter(|code| own.is_none() || Some(*code) != group_code);
    let code_cell = code.and_then(shown);
    let written = code_cell
        .as_ref()
        .and_then(|(shown, ..)| Code::parse(shown));
    let is_number = matches!(code_cell, Some((_, _, CellValue::Number(_))));
    let (mut text, at) = match (own, &code_cell) {
        (Some((shown, at, _)), _) => (shown, at),
        // A caption that stands over the column of codes as well.
        (None, Some((shown, at, _))) if written.is_none() => (shown.clone(), *at),
        _ => (0..shape.text).rev().find_map(|column| {
            let (shown, at, value) = shown(column)?;
            let is_text = matches!(value, CellValue::Text(_)) && Code::parse(&shown).is_none();
            is_text.then_some((shown, at))
        })?,
    };
    if !text.chars().any(char::is_alphabetic) && !is_range(&text) {
        return None;
    }
    let mut code = written;
    if tables::box_in(&text).is_some() {
        text = tables::without_boxes(&text).to_string();
    }
    if code.is_none()
        && let Some((lead, rest)) = Code::lead(&text)
    {
        (code, text) = (Some(lead), rest);
    }
    let mut values = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let cell = grid.seen(CellAddress::new(row, column.column));
        if let Some(cell) = cell
            && cell.address != at
            && !cell.is_list_number()
            && let Some(said) = said(&cell.value)
        {
            values.push((place, said, cell.address));
        }
    }
    Some(BlockLine {
        row,
        code: code.unwrap_or_else(Code::bare),
        is_number,
        key: text::key(&text),
        text,
        at,
        cells: values,
    })
}

/// Whether a line is a sum of others or the unit's own grade.
pub(super) fn is_sum(line: &BlockLine, vocabulary: &Vocabulary) -> bool {
    if line.code.is_coded() {
        return false;
    }
    let caption = vocabulary.caption(&line.key).or_else(|| {
        let before = line.text.split(['(', ':']).next().unwrap_or_default();
        vocabulary.caption(&text::key(before))
    });
    matches!(
        caption,
        Some(Caption::Total | Caption::Sum | Caption::Grade)
    ) || vocabulary.sum_of(&line.key).is_some()
        || Hint::Sum.begins(&line.key)
}
