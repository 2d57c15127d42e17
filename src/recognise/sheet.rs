//! One sheet: its labelled rows, aligned.
//!
//! In: a grid. Out: every labelled row of its tables with what it was taken for. Not for: values.

use crate::cell::{Cell, Grid};
use crate::recognise::align::{Labels, Taken, align};
use crate::recognise::label::{self, Column};
use crate::recognise::lexicon::{Item, Lexicon};
use crate::recognise::table::{Table, tables};
use crate::submission::{Ground, Row, SumOf};
use crate::text;

/// Labelled rows that are looked at in one sheet; a form has about a hundred.
pub const MAX_ROWS: usize = 10_000;

/// A labelled row of a table.
#[derive(Debug)]
pub struct Line<'a, 't> {
    /// Its table.
    pub table: &'t Table<'a>,
    /// Its zero-based row.
    pub row: u32,
    /// The row below, where its text goes on there.
    pub also: Option<u32>,
    /// Its labels.
    pub labels: Labels,
    /// What it is.
    pub meaning: Meaning,
}

impl<'a> Line<'a, '_> {
    /// The labels as a submission keeps them.
    pub fn as_row(&self, ground: Ground) -> Row {
        Row {
            ground,
            code: self.labels.code.clone(),
            text: self.labels.text.clone(),
        }
    }

    /// The cell seen in a column of this line.
    pub fn cell(&self, column: Column) -> Option<&'a Cell> {
        let below = || self.also.and_then(|row| self.table.cell(row, column));
        self.table.cell(self.row, column).or_else(below)
    }
}

/// What a labelled row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A row of the form, or none.
    Row(Taken),
    /// A sum; without saying of what, it is of the group above.
    Sum(Option<SumOf>),
    /// The unit's own grade.
    OwnGrade,
}

/// A sheet with its tables.
pub struct Sheet<'a> {
    /// The cells.
    pub grid: &'a Grid,
    /// Its tables, top down.
    pub tables: Vec<Table<'a>>,
}

impl<'a> Sheet<'a> {
    /// Finds the tables of a grid.
    pub fn new(grid: &'a Grid) -> Self {
        Sheet {
            grid,
            tables: tables(grid),
        }
    }

    /// Its labelled rows, top down, and whether there are more than are looked at.
    pub fn lines(&self, lexicon: &Lexicon<'_>) -> (Vec<Line<'a, '_>>, bool) {
        let mut lines: Vec<Line<'a, '_>> = Vec::new();
        let mut cut = false;
        for table in &self.tables {
            for row in rows_with_cells(self.grid, table) {
                let Some(line) = line(table, row, lexicon) else {
                    continue;
                };
                if lines.len() == MAX_ROWS {
                    cut = true;
                    break;
                }
                lines.push(line);
            }
        }
        join_split(&mut lines, lexicon);
        let plain: Vec<usize> = (0..lines.len())
            .filter(|&index| {
                lines
                    .get(index)
                    .is_some_and(|line| matches!(line.meaning, Meaning::Row(_)))
            })
            .collect();
        let labels: Vec<&Labels> = plain
            .iter()
            .filter_map(|&index| lines.get(index))
            .map(|line| &line.labels)
            .collect();
        let taken = align(&labels, lexicon);
        for (index, taken) in plain.into_iter().zip(taken) {
            if let Some(line) = lines.get_mut(index) {
                line.meaning = Meaning::Row(taken);
            }
        }
        (lines, cut)
    }
}

/// Joins a line with the one below where only their texts together are known: the text was wrapped by hand.
fn join_split(lines: &mut Vec<Line<'_, '_>>, lexicon: &Lexicon<'_>) {
    let mut index = 0;
    while let Some([upper, lower]) = lines.get_mut(index..index + 2) {
        let is_open = |line: &Line<'_, '_>| {
            matches!(line.meaning, Meaning::Row(_)) && lexicon.of_text(&line.labels.key).is_empty()
        };
        let follows = lower.row == upper.row + 1 && lower.labels.code.is_empty() && is_open(lower);
        let key = format!("{} {}", upper.labels.key, lower.labels.key);
        if follows && is_open(upper) && !lexicon.of_text(&key).is_empty() {
            upper.also = Some(lower.row);
            upper.labels.text = format!("{} {}", upper.labels.text, lower.labels.text);
            upper.labels.key = key;
            lines.remove(index + 1);
        }
        index += 1;
    }
}

fn rows_with_cells(grid: &Grid, table: &Table<'_>) -> Vec<u32> {
    let cells = grid.cells();
    let start = cells.partition_point(|cell| cell.address.row <= table.header);
    let end = cells.partition_point(|cell| cell.address.row < table.end);
    let mut rows: Vec<u32> = cells
        .get(start..end)
        .unwrap_or_default()
        .iter()
        .map(|cell| cell.address.row)
        .collect();
    rows.dedup();
    rows
}

/// A row by its labels; `None` where it has neither code nor text.
fn line<'a, 't>(table: &'t Table<'a>, row: u32, lexicon: &Lexicon<'_>) -> Option<Line<'a, 't>> {
    let code = text::clean(&table.label(row, Column::Code));
    let mut text = text::clean(&table.label(row, Column::Name));
    let code_holds_text = table
        .columns
        .get(&Column::Code)
        .is_some_and(|_| text.is_empty() || text == code);
    if code_holds_text {
        // A sum or a heading is often merged over the code and the text, or written under the code.
        text.clone_from(&code);
    }
    if text.is_empty() {
        return None;
    }
    let key = text::key(&text);
    let code = if code == text { String::new() } else { code };
    let meaning = match lexicon.sum(&key) {
        Some(of) => Meaning::Sum(Some(of)),
        None if label::is_sum(&key) => Meaning::Sum(None),
        None if label::is_own_grade(&key) => Meaning::OwnGrade,
        None => Meaning::Row(Taken::Unknown),
    };
    Some(Line {
        table,
        row,
        also: None,
        labels: Labels { code, text, key },
        meaning,
    })
}

/// The row of the form that a line was taken for, first or again.
pub fn item_of<'a>(line: &Line<'_, '_>, lexicon: &Lexicon<'a>) -> Option<Item<'a>> {
    match line.meaning {
        Meaning::Row(Taken::As { item, .. } | Taken::Again(item)) => {
            lexicon.items.get(item).copied()
        }
        _ => None,
    }
}
