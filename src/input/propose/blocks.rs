//! All tables of a form, each with what stands over it; one whose header comes again in other words is parted there.
//!
//! In: the grids of one form. Out: its blocks, with their titles. Not for: what stands in a table (`block`).

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::guard;
use crate::base::text;
use crate::campaign::hints::names_points_beside;
use crate::campaign::vocabulary::Column;
use crate::input::propose::block::{Block, block};
use crate::input::propose::code::Code;
use crate::input::propose::columns::ColumnUse;
use crate::input::propose::in_sight;
use crate::input::propose::sense::sign;
use crate::input::propose::structure::{self, Shape};
use crate::input::tables::{self, Headings, Role, Vocabulary};
use crate::input::texts::Memory;

/// How far above a header its title stands.
const TITLE_ROWS: u32 = 4;

/// All blocks of a form, in the order of its sheets.
pub(super) fn blocks(grids: &[Grid], vocabulary: &Vocabulary) -> Vec<Block> {
    let mut all = Vec::new();
    for (sheet, grid) in in_sight(grids) {
        let mut shapes = known(grid, vocabulary);
        if shapes.is_empty() {
            shapes.extend(structure::find(grid, |one| are_points(one, vocabulary)));
        }
        let mut found: Vec<Block> = Vec::new();
        for shape in &shapes {
            guard::check();
            let below = found.last().map_or(0, |block| block.end);
            for (number, part) in parts(grid, shape).iter().enumerate() {
                let mut block = block(grid, sheet, part, vocabulary);
                block.title = found.last_mut().and_then(trailing);
                block.title = block.title.or_else(|| title(grid, below, part.first));
                if let Some(first) = found.last().filter(|_| number > 0) {
                    go_on(&mut block, first);
                    let named = || heading_title(grid, part, number);
                    block.title = block.title.take().or_else(named);
                }
                if !block.lines.is_empty() {
                    found.push(block);
                }
            }
        }
        all.append(&mut found);
    }
    all
}

/// Whether a heading is that of points which a unit writes: its score, what is added, what is taken off.
fn are_points(heading: &str, vocabulary: &Vocabulary) -> bool {
    let role = tables::role(heading, vocabulary, tables::TableKind::Form);
    role == Some(Role::Column(Column::Claimed)) || names_points_beside(&text::key(heading))
}

/// The tables that known headings make.
fn known(grid: &Grid, vocabulary: &Vocabulary) -> Vec<Shape> {
    let mut memory = Memory::default();
    let numbers = memory.take_in(grid);
    let texts = memory.texts(&numbers);
    let mut headings = Headings::new(vocabulary, tables::TableKind::Form);
    headings.fit(memory.count());
    let found = tables::find(grid, &texts, &headings);
    let shape = |table: &tables::Table<'_>| {
        let text = table.columns.get(Column::Criterion)?;
        let code = table.columns.get(Column::Code);
        let header = structure::lowest(grid, (table.first, table.header), text, |shown| {
            tables::role(shown, vocabulary, tables::TableKind::Form)
        });
        Some(Shape {
            first: table.first,
            header,
            end: table.end,
            code: code.or_else(|| structure::code_column(grid, header + 1, table.end, text)),
            text,
            over: table.over.map(|over| over.column),
        })
    };
    found.iter().filter_map(shape).collect()
}

/// A table parted at rows that head its columns anew and in other words, with a numbering that begins anew: "STT | Nội dung trừ | Điểm
/// trừ". A header that a page repeats is no part.
fn parts(grid: &Grid, shape: &Shape) -> Vec<Shape> {
    let shown = |row: u32, column: u32| {
        let cell = grid.label(CellAddress::new(row, column))?;
        let key = text::key(&cell.value.show());
        key.contains(char::is_alphabetic).then_some(key)
    };
    let over = |column: u32| (shape.first..=shape.header).find_map(|row| shown(row, column));
    let mut parts = vec![*shape];
    let Some((code, heading)) = shape.code.and_then(|code| Some((code, over(code)?))) else {
        return parts;
    };
    let is_header = |row: u32| {
        let cells = grid.row(row);
        let is_text = |cell: &Cell| matches!(cell.value, CellValue::Text(_));
        let is_same = |cell: &Cell| {
            let column = cell.address.column;
            shown(row, column).is_none_or(|key| over(column).as_ref() == Some(&key))
        };
        let next = (row + 1..shape.end).find(|row| !grid.row(*row).is_empty());
        let first = next.and_then(|row| grid.seen(CellAddress::new(row, code)));
        shown(row, code).as_ref() == Some(&heading)
            && shown(row, shape.text).is_some()
            && cells.len() > 2
            && cells.iter().all(is_text)
            && !cells.iter().all(is_same)
            && first.is_some_and(|cell| {
                Code::parse(&cell.value.show()).is_some_and(|code| code.is_first())
            })
    };
    for row in (shape.header + 1..shape.end).filter(|row| is_header(*row)) {
        if let Some(above) = parts.last_mut() {
            above.end = row;
        }
        parts.push(Shape {
            first: row,
            header: row,
            ..*shape
        });
    }
    parts
}

/// Gives the columns of a further part the headings of the first one, by which they are read.
fn go_on(block: &mut Block, first: &Block) {
    block.is_part = true;
    for column in &mut block.columns {
        let Some(own) = first.columns.iter().find(|one| one.column == column.column) else {
            continue;
        };
        let is_score = own.word == Some(Column::Claimed);
        block.is_off |= is_score && sign(&column.key) == Some(-1);
        let heading = std::mem::replace(&mut column.heading, own.heading.clone());
        column.own = Some(heading).filter(|one| text::key(one) != own.key && !one.is_empty());
        column.key.clone_from(&own.key);
        column.word = own.word;
    }
}

/// The headings of further parts as what those of the first are, where no other table has them; by them each is read as a table.
pub(super) fn own_headings<'a>(
    all: &[&'a Block],
    vocabulary: &Vocabulary,
) -> Vec<(&'static str, &'a str)> {
    let is_known =
        |heading: &str| tables::role(heading, vocabulary, tables::TableKind::Form).is_some();
    let is_used = |heading: &str| {
        let key = text::key(heading);
        let mut columns = all.iter().flat_map(|block| &block.columns);
        columns.any(|one| one.key == key)
    };
    let parts = all.iter().filter(|block| block.is_part);
    let named = |block: &&'a Block| {
        let columns = block.columns.iter();
        let named = columns.filter_map(|one| Some((one.word?, one.own.as_deref()?)));
        let named = named.filter(|(_, heading)| !is_known(heading));
        let named: Vec<(Column, &str)> = named.collect();
        let is_clear = !named.iter().any(|(_, heading)| is_used(heading));
        named.into_iter().filter(move |_| is_clear)
    };
    let named = parts.flat_map(named);
    named
        .map(|(word, heading)| (ColumnUse::Other(word).key(), heading))
        .collect()
}

/// What stands over a further part: the one text right above its header, else the heading over its texts.
fn heading_title(grid: &Grid, part: &Shape, number: usize) -> Option<(Code, String, CellAddress)> {
    let from = part.first.saturating_sub(TITLE_ROWS);
    let alone = (from..part.first)
        .rev()
        .find_map(|row| match grid.row(row) {
            [cell] => Some(cell),
            _ => None,
        });
    let over = || grid.label(CellAddress::new(part.header, part.text));
    let is_text = |cell: &&Cell| matches!(cell.value, CellValue::Text(_));
    let cell = alone.filter(is_text).or_else(over)?;
    let code = Code::parse(&(number + 1).to_string())?;
    Some((code, text::clean(&cell.value.show()), cell.address))
}

/// The last line of a block that is the title of the next one.
fn trailing(block: &mut Block) -> Option<(Code, String, CellAddress)> {
    let last = block.lines.last()?;
    let is_title = last.code.is_coded() && last.cells.is_empty() && !last.has_number();
    if !is_title || last.row + TITLE_ROWS < block.end {
        return None;
    }
    let line = block.lines.pop()?;
    Some((line.code, line.text, line.at))
}

/// The nearest text with a code above a header.
fn title(grid: &Grid, below: u32, first: u32) -> Option<(Code, String, CellAddress)> {
    let from = first.saturating_sub(TITLE_ROWS).max(below);
    (from..first).rev().find_map(|row| {
        grid.row(row).iter().find_map(|cell| {
            let CellValue::Text(text) = &cell.value else {
                return None;
            };
            let (code, rest) = Code::lead(text)?;
            code.is_coded().then_some((code, rest, cell.address))
        })
    })
}
