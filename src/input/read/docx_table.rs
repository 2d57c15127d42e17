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
}

/// How a cell is merged with its neighbours above and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Vertical {
    #[default]
    No,
    First,
    Continued,
}

impl DocxTable {
    /// Takes the cell that ends here. What nobody typed is the number of a list.
    pub(super) fn cell(&mut self, value: Option<String>, is_typed: bool) {
        let at = CellAddress::new(self.row, self.column);
        let last = CellAddress::new(self.row, self.column + self.span - 1);
        self.column = last.column + 1;
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
