//! A table of a .docx document while it is read.
//!
//! In: its cells, in order, with how they are merged. Out: the same at their places. Not for: what their texts are.

use std::collections::BTreeMap;

use crate::base::cell::{COLUMNS, Cell, CellAddress, CellRange, CellValue, ROWS};

/// One table.
#[derive(Default)]
pub(super) struct DocxTable {
    pub(super) cells: Vec<Cell>,
    pub(super) merges: Vec<CellRange>,
    /// The vertical merges that may go on, by their first column.
    open: BTreeMap<u32, usize>,
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) span: u32,
    pub(super) vertical: Vertical,
    /// How many columns its widest row has.
    width: u32,
    /// How many paragraphs stand before it.
    before: usize,
}

/// Columns that a row in a table of its own has at least where it belongs to the table above: signatures stand in fewer.
const LEAST: u32 = 3;

/// How a cell is merged with its neighbours above and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Vertical {
    #[default]
    No,
    First,
    Continued,
}

impl DocxTable {
    /// A table behind so many paragraphs.
    pub(super) fn behind(before: usize) -> Self {
        DocxTable {
            before,
            ..DocxTable::default()
        }
    }

    /// Tables with their numbers in the document. A row with a number in a table of its own, right below a table of the same columns,
    /// is the last row of that one: the total of a form.
    pub(super) fn joined(tables: Vec<DocxTable>) -> Vec<(usize, DocxTable)> {
        let mut joined: Vec<(usize, DocxTable)> = Vec::with_capacity(tables.len());
        for (number, table) in (1..).zip(tables) {
            match joined.last_mut() {
                Some((_, above)) if table.goes_on(above) => above.take_in(table),
                _ => joined.push((number, table)),
            }
        }
        joined
    }

    fn goes_on(&self, above: &DocxTable) -> bool {
        let is_number = |cell: &Cell| {
            let shown = cell.value.show();
            let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
            shown.trim().chars().all(is_part) && shown.contains(|c: char| c.is_ascii_digit())
        };
        self.row == 1
            && above.row > 1
            && self.before == above.before
            && self.width == above.width
            && self.width >= LEAST
            && self.cells.iter().any(is_number)
    }

    fn take_in(&mut self, below: DocxTable) {
        let down = self.row;
        self.cells.extend(below.cells.into_iter().map(|mut cell| {
            cell.address.row += down;
            cell
        }));
        self.merges
            .extend(below.merges.into_iter().map(|mut range| {
                range.first.row += down;
                range.last.row += down;
                range
            }));
        self.row += below.row;
    }

    /// Takes the cell that ends here. What nobody typed is the number of a list.
    pub(super) fn cell(&mut self, value: Option<String>, is_typed: bool) {
        let at = CellAddress::new(self.row, self.column);
        let last = CellAddress::new(self.row, self.column + self.span - 1);
        self.column = last.column + 1;
        self.width = self.width.max(self.column);
        if last.row >= ROWS || last.column >= COLUMNS {
            return;
        }
        let above = self.open.get(&at.column).copied();
        if let (Vertical::Continued, Some(range)) =
            (self.vertical, above.and_then(|at| self.merges.get_mut(at)))
        {
            range.last = last;
            return;
        }
        self.open.remove(&at.column);
        if self.vertical == Vertical::First {
            self.open.insert(at.column, self.merges.len());
        }
        if self.vertical == Vertical::First || last != at {
            self.merges.push(CellRange { first: at, last });
        }
        let cell = value.map(|value| {
            let number = (!is_typed).then(|| value.clone());
            let mut cell = plain_cell(at, value);
            if number.is_some() {
                cell.look_mut().list_number = number;
            }
            cell
        });
        self.cells.extend(cell);
    }
}

/// A cell with a text.
pub(super) fn plain_cell(address: CellAddress, text: String) -> Cell {
    Cell::new(address, CellValue::Text(text))
}
