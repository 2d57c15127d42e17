//! The sparse grid of one sheet.
//!
//! In: cells, merged ranges and what else a sheet has. Out: look-ups by address. Not for: what the cells mean.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::base::cell::{Cell, CellAddress, CellRange, CellValue, Merges};

/// Whether a sheet is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visibility {
    /// Shown.
    #[default]
    Visible,
    /// Hidden from the tabs; the user can show it.
    Hidden,
    /// Hidden from the menus as well.
    VeryHidden,
}

/// The cells of one sheet that hold something, in reading order, with the sheet's merged ranges.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// The sheet's name, as stored.
    pub name: String,
    /// Whether the sheet is shown.
    pub visibility: Visibility,
    cells: Vec<Cell>,
    /// Whether cells of the sheet could not be read, so that nothing can be added up again from it.
    #[serde(default)]
    pub incomplete: bool,
    /// Merged ranges; a value stands in the top-left cell only.
    pub merges: Merges,
    /// What there is besides cells.
    #[serde(default, skip_serializing_if = "SheetFacts::is_empty")]
    pub facts: SheetFacts,
}

/// What a sheet has besides its cells, as far as the file tells (`docs/reading.md`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFacts {
    /// Rows that are hidden, by hand or by a filter, top down.
    pub hidden_rows: Vec<Lines>,
    /// Columns that are hidden, from the left.
    pub hidden_columns: Vec<Lines>,
    /// The cells at the top left of pictures, by row.
    pub pictures: Vec<CellAddress>,
    /// The cells at the top left of text boxes and shapes with text, by row.
    pub text_boxes: Vec<CellAddress>,
    /// The cells that have a comment, by row.
    pub comments: Vec<CellAddress>,
    /// Where conditional formats may strike out numbers, hide them or show them otherwise; whether they do is not worked out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditional: Vec<CellRange>,
    /// What comments say, by row; a comment without text is only in `comments`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comment_texts: Vec<(CellAddress, String)>,
    /// What text boxes say, with the cells that they cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub box_texts: Vec<(CellRange, String)>,
}

impl SheetFacts {
    /// Adds a text box over these cells, unless it is blank.
    pub fn add_text_box(&mut self, over: CellRange, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.text_boxes.push(over.first);
            self.box_texts.push((over, text.to_string()));
        }
    }

    /// Adds a comment with what it says, which may be nothing.
    pub fn add_comment(&mut self, at: CellAddress, text: &str) {
        self.comments.push(at);
        if !text.trim().is_empty() {
            self.comment_texts.push((at, text.to_string()));
        }
    }

    /// Hands over every text, to be changed in its place.
    pub fn each_text(&mut self, change: impl Fn(&mut String)) {
        self.comment_texts
            .iter_mut()
            .for_each(|(_, text)| change(text));
        self.box_texts.iter_mut().for_each(|(_, text)| change(text));
    }

    /// Whether there is nothing besides cells.
    pub fn is_empty(&self) -> bool {
        *self == SheetFacts::default()
    }
}

/// Rows or columns that follow each other, zero-based, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lines {
    /// The first of them.
    pub first: u32,
    /// The last of them.
    pub last: u32,
}

impl Lines {
    /// Adds lines to a list, as part of the last ones where they go on from there.
    pub fn add(lines: &mut Vec<Lines>, first: u32, last: u32) {
        match lines.last_mut() {
            Some(before) if before.first <= first && first <= before.last.saturating_add(1) => {
                before.last = before.last.max(last);
            }
            _ => lines.push(Lines { first, last }),
        }
    }

    /// In order and apart from each other, however they came, so that one of them is found without asking all.
    fn put_in_order(list: &mut Vec<Lines>) {
        if list.is_sorted_by(|a, b| a.last < b.first) {
            return;
        }
        list.sort_unstable();
        let mut ordered: Vec<Lines> = Vec::with_capacity(list.len());
        for lines in list.drain(..) {
            Lines::add(&mut ordered, lines.first, lines.last);
        }
        *list = ordered;
    }

    /// Whether a line is one of these, which are in order.
    fn any_has(list: &[Lines], line: u32) -> bool {
        let behind = list.partition_point(|lines| lines.last < line);
        list.get(behind).is_some_and(|lines| lines.first <= line)
    }
}

impl Grid {
    /// A grid from cells in any order. Of two cells at one address the later one counts, as in Excel.
    pub fn new(
        name: impl Into<String>,
        visibility: Visibility,
        mut cells: Vec<Cell>,
        merges: Vec<CellRange>,
    ) -> Self {
        if !cells.is_sorted_by(|a, b| a.address < b.address) {
            cells.sort_by_key(|cell| cell.address);
            cells.reverse();
            cells.dedup_by_key(|cell| cell.address);
            cells.reverse();
        }
        Grid {
            name: name.into(),
            visibility,
            cells,
            incomplete: false,
            merges: merges.into(),
            facts: SheetFacts::default(),
        }
    }

    /// Hands over every cell, to be changed in its place; its address stays.
    pub fn each(&mut self, change: impl Fn(&mut Cell)) {
        self.cells.iter_mut().for_each(change);
    }

    /// With what there is besides cells.
    #[must_use]
    pub fn with_facts(mut self, mut facts: SheetFacts) -> Self {
        Lines::put_in_order(&mut facts.hidden_rows);
        Lines::put_in_order(&mut facts.hidden_columns);
        for list in [
            &mut facts.pictures,
            &mut facts.text_boxes,
            &mut facts.comments,
        ] {
            list.sort_unstable();
            // What programs store a second time for older ones stands at the same cell.
            list.dedup();
        }
        facts.comment_texts.sort();
        self.facts = facts;
        self
    }

    /// Whether a zero-based row is hidden.
    pub fn is_row_hidden(&self, row: u32) -> bool {
        Lines::any_has(&self.facts.hidden_rows, row)
    }

    /// Whether a zero-based column is hidden.
    pub fn is_column_hidden(&self, column: u32) -> bool {
        Lines::any_has(&self.facts.hidden_columns, column)
    }

    /// The same sheet with other texts in some of its cells.
    #[must_use]
    pub fn with_texts(&self, texts: impl IntoIterator<Item = (CellAddress, String)>) -> Self {
        let mut grid = self.clone();
        for (at, text) in texts {
            if let Ok(index) = grid.cells.binary_search_by_key(&at, |cell| cell.address)
                && let Some(cell) = grid.cells.get_mut(index)
            {
                cell.value = CellValue::Text(text);
            }
        }
        grid
    }

    /// All cells, by row and then by column.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cell at an address, if it holds something.
    pub fn get(&self, at: CellAddress) -> Option<&Cell> {
        self.cells.get(self.position(at)?)
    }

    /// The position among [`Grid::cells`] of the cell at an address, if it holds something.
    pub fn position(&self, at: CellAddress) -> Option<usize> {
        self.cells
            .binary_search_by_key(&at, |cell| cell.address)
            .ok()
    }

    /// The cell seen at an address: nothing under a merged range but its first cell, whatever the file stores there.
    pub fn seen(&self, at: CellAddress) -> Option<&Cell> {
        match self.merge_at(at) {
            Some(range) if range.first != at => None,
            _ => self.get(at),
        }
    }

    /// The merged range over an address.
    pub fn merge_at(&self, at: CellAddress) -> Option<&CellRange> {
        self.merges.over(at)
    }

    /// The cell that labels an address: within a merged range its first cell.
    pub fn label(&self, at: CellAddress) -> Option<&Cell> {
        self.cells.get(self.label_position(at)?)
    }

    /// As [`Grid::label`], the position among [`Grid::cells`].
    pub fn label_position(&self, at: CellAddress) -> Option<usize> {
        self.position(self.merge_at(at).map_or(at, |range| range.first))
    }

    /// As [`Grid::label`], but a range merged over several rows labels its first row only.
    pub fn label_in_row(&self, at: CellAddress) -> Option<&Cell> {
        self.cells.get(self.label_in_row_position(at)?)
    }

    /// As [`Grid::label_in_row`], the position among [`Grid::cells`].
    pub fn label_in_row_position(&self, at: CellAddress) -> Option<usize> {
        match self.merge_at(at) {
            Some(range) if range.first.row != at.row => None,
            Some(range) => self.position(range.first),
            None => self.position(at),
        }
    }

    /// The cells of each row that has any, top down.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.address.row == b.address.row)
    }

    /// The cells of one zero-based row.
    pub fn row(&self, row: u32) -> &[Cell] {
        let positions = self.between(row, row.saturating_add(1));
        self.cells.get(positions).unwrap_or_default()
    }

    /// The positions among [`Grid::cells`] from one zero-based row to the one before another.
    pub fn between(&self, first: u32, end: u32) -> Range<usize> {
        let start = self.cells.partition_point(|cell| cell.address.row < first);
        let below = self.cells.get(start..).unwrap_or_default();
        start..start + below.partition_point(|cell| cell.address.row < end)
    }
}
