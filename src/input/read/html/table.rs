//! A table of a page while it is read, and a cell of it.
//!
//! In: cells at their places in the table. Out: the same, with what they hold. Not for: the page around.

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::base::display;
use crate::input::read::marks;
use crate::input::read::styles::show;

/// A table that is open. Rows count from its own first one.
#[derive(Default)]
pub(super) struct HtmlTable {
    pub(super) cells: Vec<Cell>,
    pub(super) merges: Vec<((u32, u32), (u32, u32))>,
    pub(super) hidden: Vec<u32>,
    /// Columns that were named, and those of them that are hidden.
    pub(super) columns: u32,
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// The row that is being read, and whether there is one.
    pub(super) row: u32,
    pub(super) in_row: bool,
    pub(super) column: u32,
    /// For each column, the row from which it is free again, and the column behind the cell that takes it.
    pub(super) taken: Vec<(u32, u32)>,
    pub(super) height: u32,
    pub(super) open: Option<OpenHtmlCell>,
    pub(super) text: String,
    /// Whether any of the text has the colour behind it.
    pub(super) is_unseen: bool,
}

/// A cell that is open.
pub(super) struct OpenHtmlCell {
    pub(super) at: (u32, u32),
    pub(super) is_struck: bool,
    pub(super) number: Option<String>,
    pub(super) formula: Option<String>,
}

impl HtmlTable {
    /// The next column of the row that no cell from above takes.
    pub(super) fn free_column(&self) -> u32 {
        let mut column = self.column;
        while let Some(&(until, behind)) = self.taken.get(column as usize)
            && until > self.row
        {
            column = behind;
        }
        column
    }

    /// Notes that the columns from a position to `behind` are taken for some rows.
    pub(super) fn take(&mut self, (row, column): (u32, u32), rows: u32, behind: u32) {
        let range = column as usize..behind as usize;
        if !crate::input::read::value::in_grid(0, behind) {
            return;
        }
        if self.taken.len() < range.end {
            self.taken.resize(range.end, (0, 0));
        }
        let taken = (row.saturating_add(rows), behind);
        for one in self.taken.get_mut(range).unwrap_or_default() {
            *one = taken;
        }
    }
}

impl OpenHtmlCell {
    /// The cell, if there is anything in it.
    pub(super) fn cell(self, text: &str) -> Option<Cell> {
        let address = CellAddress::new(self.at.0, self.at.1);
        // Without a value of its own, the attribute says that the text is the number.
        let number = self
            .number
            .as_deref()
            .map(|value| if value.is_empty() { text } else { value });
        let number = number
            .and_then(|value| value.parse::<f64>().ok())
            .filter(|value| value.is_finite());
        let formula = self
            .formula
            .map(|formula| formula.trim_start_matches('=').to_string());
        let value = match number {
            Some(number) => CellValue::Number(number),
            None if text.is_empty() && formula.is_none() => return None,
            None => CellValue::Text(text.to_string()),
        };
        let mut cell = Cell {
            formula,
            ..Cell::new(address, value)
        };
        if let Some(number) = number {
            // What is seen beside the number that is stored.
            let mut seen = Cell::new(address, CellValue::Text(text.to_string()));
            marks::take(&mut seen);
            let struck = seen.look.as_deref().and_then(|look| look.left_off(true));
            match &seen.value {
                CellValue::Text(text) if text.is_empty() && struck.is_some() => {
                    cell.look_mut().is_struck = true;
                }
                CellValue::Text(text) => show(&mut cell, display::shown_as(text, number)),
                _ => {}
            }
        }
        if self.is_struck {
            cell.look_mut().is_struck = true;
        }
        Some(cell)
    }
}
