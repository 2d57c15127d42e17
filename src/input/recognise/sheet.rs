//! One sheet: its labelled rows, aligned.
//!
//! In: a grid. Out: every labelled row of its tables with what it was taken for. Not for: values.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::guard;
use crate::base::points::Points;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::align::{RowFate, RowLabels, align};
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::recall::{Recall, TextMeaning};
use crate::input::submission::{Ground, Row, SumOf};
use crate::input::tables::{Headings, Table, find};
use crate::input::texts::{LabelText, Text};

/// Labelled rows that are looked at in one sheet; a form has about a hundred.
pub const MAX_ROWS: usize = 10_000;

/// A labelled row of a table.
#[derive(Debug)]
pub struct Line<'a, 't> {
    /// Its table.
    pub table: &'t Table<'a>,
    /// Its cells, where none is merged.
    pub cells: Option<&'a [Cell]>,
    /// Its zero-based row.
    pub row: u32,
    /// The row below, where its text goes on there.
    pub also: Option<u32>,
    /// Its labels.
    pub labels: RowLabels<'a>,
    /// What it is.
    pub meaning: Meaning,
}

impl<'a> Line<'a, '_> {
    /// Whether its table has one column of self scores, or boxes to tick in place of it.
    pub fn has_scores(&self) -> bool {
        let is_claimed = self.table.columns.get(Column::Claimed).is_some();
        (is_claimed || self.table.is_boxed) && self.table.rival.is_none()
    }

    /// The labels as a submission keeps them.
    pub fn as_row(&self, ground: Ground, recall: &Recall<'_>) -> Arc<Row> {
        let text = &self.labels.text;
        let row = Row {
            ground,
            code: self.labels.code(),
            text: text.clean().clone(),
        };
        recall.row(text, row)
    }

    /// The cell seen in a column of this line; none for the number of a list, which is no answer.
    pub fn cell(&self, column: Column) -> Option<&'a Cell> {
        let is_label = matches!(column, Column::Code | Column::Number | Column::Criterion);
        let cell = self.any_cell(column);
        cell.filter(|cell| is_label || !cell.is_list_number())
    }

    fn any_cell(&self, column: Column) -> Option<&'a Cell> {
        let cell = match self.cells {
            Some(cells) => {
                let column = self.table.columns.get(column)?;
                cells.iter().find(|cell| cell.address.column == column)
            }
            None => self.table.cell(self.row, column),
        };
        cell.or_else(|| self.table.cell(self.also?, column))
    }

    /// The cell seen in a column of the sheet.
    pub fn cell_at(&self, column: u32) -> Option<&'a Cell> {
        let at = |row| self.table.grid.seen(CellAddress::new(row, column));
        at(self.row).or_else(|| at(self.also?))
    }

    /// The cell of words in a column of this line, which may be merged from a line above: one document for several criteria.
    pub fn words(&self, column: Column) -> Option<&'a Cell> {
        let merged = || {
            let at = CellAddress::new(self.row, self.table.columns.get(column)?);
            let range = self.table.grid.merge_at(at)?;
            let is_same_column = range.first.column == at.column;
            self.table.grid.label(at).filter(|_| is_same_column)
        };
        self.cell(column).or_else(merged)
    }
}

/// A row that stands where the options of a criterion do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionRow {
    /// The criterion, by its index in the lexicon.
    pub criterion: usize,
    /// Which of its options; `None` where the text is none of them.
    pub option: Option<usize>,
    /// Whether the text was edited.
    pub is_edited: bool,
    /// The points that the row says it is worth, in its text or under the maximum.
    pub worth: Option<Points>,
}

/// What a labelled row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A row of the form, or none.
    Row(RowFate),
    /// An option of the criterion above.
    Option(OptionRow),
    /// A sum; without saying of what, it is of the group above.
    Sum(Option<SumOf>),
    /// The unit's own grade.
    OwnGrade,
}

/// A sheet with its tables.
pub struct Sheet<'a> {
    /// The cells.
    pub grid: &'a Grid,
    /// The texts of its cells.
    pub texts: &'a [Option<&'a Text>],
    /// Its tables, top down.
    pub tables: Vec<Table<'a>>,
}

impl<'a> Sheet<'a> {
    /// Finds the tables of a grid.
    pub fn new(
        grid: &'a Grid,
        texts: &'a [Option<&'a Text>],
        (headings, recall): (&Headings<'_>, &Recall<'_>),
    ) -> Self {
        let mut sheet = Sheet {
            grid,
            texts,
            tables: find(grid, texts, headings),
        };
        sheet.take_known_texts(recall);
        sheet
    }

    /// Takes the texts of each table's rows from the column whose texts are most of the form's, where several headings name such.
    fn take_known_texts(&mut self, recall: &Recall<'_>) {
        for table in &mut self.tables {
            let named = table.texts_named();
            let own = table.columns.get(Column::Criterion);
            // Those of a column without a known heading were taken for what they tell apart alone.
            let is_open = |own: &u32| named.len() > 1 || !named.contains(own);
            let Some(own) = own.filter(is_open) else {
                continue;
            };
            let positions = self.grid.between(table.header + 1, table.end);
            let cells = self.grid.cells().get(positions.clone()).unwrap_or_default();
            let texts = self.texts.get(positions).unwrap_or_default();
            // Heads say nothing: a column of groups has their names on each row.
            let is_row = |item: &&usize| {
                let item = recall.lexicon.items.get(**item);
                item.is_some_and(|item| !matches!(item, Item::Head(_)))
            };
            let known = |column: u32| {
                let of = cells.iter().zip(texts);
                let of = of.filter(|(cell, _)| cell.address.column == column);
                let items = of
                    .filter_map(|(_, text)| *text)
                    .flat_map(|text| recall.items(text));
                let rows: BTreeSet<&usize> = items.filter(is_row).collect();
                rows.len()
            };
            let counts: Vec<(u32, usize)> = named.iter().map(|one| (*one, known(*one))).collect();
            let most = counts.iter().map(|(_, count)| *count).max();
            let most = most.unwrap_or_default();
            let best = counts.iter().find(|(_, count)| *count == most);
            // Where no text is known, what the headings say.
            let best = best.map(|(column, _)| *column).filter(|_| most > 0);
            let best = best.or(table.headed).filter(|best| *best != own);
            if let Some(best) = best.filter(|_| most == 0 || known(own) < most) {
                table.take_texts(best);
            }
        }
    }

    /// Its labelled rows, top down, and whether there are more than are looked at.
    pub fn lines(&self, recall: &Recall<'_>) -> (Vec<Line<'a, '_>>, bool) {
        let mut lines: Vec<Line<'a, '_>> = Vec::new();
        let mut cut = false;
        for table in &self.tables {
            let positions = self.grid.between(table.header + 1, table.end);
            let mut start = positions.start;
            let cells = self.grid.cells().get(positions).unwrap_or_default();
            for cells in cells.chunk_by(|a, b| a.address.row == b.address.row) {
                guard::check();
                let positions = start..start + cells.len();
                start = positions.end;
                let Some(line) = line(table, cells, positions, recall) else {
                    continue;
                };
                if lines.len() == MAX_ROWS {
                    cut = true;
                    break;
                }
                lines.push(line);
            }
        }
        join_split(&mut lines, recall);
        let plain: Vec<usize> = (0..lines.len())
            .filter(|&index| {
                lines
                    .get(index)
                    .is_some_and(|line| matches!(line.meaning, Meaning::Row(_)))
            })
            .collect();
        let labels: Vec<&RowLabels<'_>> = plain
            .iter()
            .filter_map(|&index| lines.get(index))
            .map(|line| &line.labels)
            .collect();
        let taken = align(&labels, recall);
        for (index, taken) in plain.into_iter().zip(taken) {
            if let Some(line) = lines.get_mut(index) {
                line.meaning = Meaning::Row(taken);
            }
        }
        (lines, cut)
    }
}

/// Joins a line with the one below where only their texts together are known: the text was wrapped by hand.
fn join_split(lines: &mut Vec<Line<'_, '_>>, recall: &Recall<'_>) {
    let mut joined = Vec::with_capacity(lines.len());
    let mut rest = std::mem::take(lines).into_iter().peekable();
    while let Some(mut upper) = rest.next() {
        guard::check();
        let lower = rest.peek();
        if let Some(whole) = lower.and_then(|lower| whole(&upper, lower, recall)) {
            upper.also = rest.next().map(|lower| lower.row);
            upper.labels.text = LabelText::Own(Rc::new(whole));
        }
        joined.push(upper);
    }
    *lines = joined;
}

/// The text of two lines together, if only that is known.
fn whole(upper: &Line<'_, '_>, lower: &Line<'_, '_>, recall: &Recall<'_>) -> Option<Text> {
    let is_open = |line: &Line<'_, '_>| {
        matches!(line.meaning, Meaning::Row(_)) && recall.items(&line.labels.text).is_empty()
    };
    let follows = lower.row == upper.row + 1 && lower.labels.code.is_none();
    if !follows || !is_open(lower) || !is_open(upper) {
        return None;
    }
    let (above, below) = (upper.labels.text.clean(), lower.labels.text.clean());
    let whole = Text::new(&format!("{above} {below}"));
    (!recall.items(&whole).is_empty()).then_some(whole)
}

/// A row by its labels; `None` where it has neither code nor text.
fn line<'a, 't>(
    table: &'t Table<'a>,
    cells: &'a [Cell],
    positions: Range<usize>,
    recall: &Recall<'_>,
) -> Option<Line<'a, 't>> {
    let row = cells.first()?.address.row;
    let is_plain = !table.grid.merges.any_over(row);
    let label = |column: Column| {
        if is_plain {
            table.plain_label(positions.clone(), column)
        } else {
            table.label(row, column)
        }
    };
    let code = label(Column::Code);
    let code = code.filter(|code| !code.clean().is_empty());
    let own = label(Column::Criterion).filter(|name| !name.clean().is_empty());
    // Codes of what stands over several rows are none of these rows.
    let is_of_others = own.is_some() && table.over.is_some_and(|over| over.has_codes);
    // A sum or a heading is often merged over the code and the text, or written under the code, or further left.
    let name = own.or_else(|| code.clone().filter(|code| is_words(code.clean())));
    let name = name
        .or_else(|| words_left(table, row))
        .or_else(|| code.clone())?;
    let code = code.filter(|code| !is_of_others && code.clean() != name.clean());
    Some(Line {
        table,
        cells: is_plain.then_some(cells),
        row,
        also: None,
        meaning: match recall.said(&name) {
            TextMeaning::Sum(of) => Meaning::Sum(of),
            TextMeaning::OwnGrade => Meaning::OwnGrade,
            TextMeaning::Row => Meaning::Row(RowFate::Unknown),
        },
        labels: RowLabels { code, text: name },
    })
}

/// Whether a label says more than a code.
fn is_words(label: &str) -> bool {
    label
        .split(' ')
        .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2)
}

/// The words that stand left of where the text of a row has its place, nearest to it; of a range merged down in its first row only.
fn words_left<'a>(table: &Table<'a>, row: u32) -> Option<LabelText<'a>> {
    let text = table.columns.get(Column::Criterion)?;
    (0..text).rev().find_map(|column| {
        let label = table.text_at(CellAddress::new(row, column))?;
        is_words(label.clean()).then_some(label)
    })
}

/// The row of the form that a line was taken for, first or again.
pub fn item_of<'a>(line: &Line<'_, '_>, lexicon: &Lexicon<'a>) -> Option<Item<'a>> {
    match line.meaning {
        Meaning::Row(RowFate::As { item, .. } | RowFate::Again(item)) => {
            lexicon.items.get(item).copied()
        }
        _ => None,
    }
}
