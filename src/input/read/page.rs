//! One sheet in the making, for the formats that are read as text.
//!
//! In: cells, merged ranges and what else there is, at claimed positions. Out: a grid, and faults for what does not fit into
//! one. Not for: where the positions come from.

use crate::base::cell::{
    COLUMNS, Cell, CellAddress, CellRange, CellValue, Grid, Lines, ROWS, SheetFacts, Visibility,
};
use crate::input::read::Workbook;
use crate::input::read::budget::Budget;
use crate::input::read::conditions::Ranges;
use crate::input::read::fault::{ReadFault, SheetFault, SheetProblem};
use crate::input::read::value::{claimed_address, in_grid};

/// Counts a cell and its text.
///
/// # Errors
/// [`ReadFault::TooLarge`].
pub(super) fn count(cell: &Cell, budget: &mut Budget) -> Result<(), ReadFault> {
    budget.cell()?;
    if let CellValue::Text(text) | CellValue::IsoDate(text) | CellValue::Error(text) = &cell.value {
        budget.text(text.len())?;
    }
    budget.text(cell.formula.as_ref().map_or(0, String::len))
}

/// A sheet in the making.
#[derive(Debug, Default)]
pub(super) struct SheetBuilder {
    name: String,
    pub(super) visibility: Visibility,
    cells: Vec<Cell>,
    merges: Vec<CellRange>,
    facts: SheetFacts,
    pub(super) conditions: Ranges,
    outside: u64,
    first_outside: String,
}

impl SheetBuilder {
    /// An empty sheet.
    pub(super) fn new(name: String) -> Self {
        SheetBuilder {
            name,
            ..SheetBuilder::default()
        }
    }

    /// Adds a cell at a position, whatever address it has; one outside the grid is counted.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`].
    pub(super) fn cell(
        &mut self,
        at: (u32, u32),
        cell: Cell,
        budget: &mut Budget,
    ) -> Result<(), ReadFault> {
        count(&cell, budget)?;
        self.keep(at, cell);
        Ok(())
    }

    /// As [`SheetBuilder::cell`], for a cell that was counted before.
    pub(super) fn keep(&mut self, (row, column): (u32, u32), cell: Cell) {
        if in_grid(row, column) {
            let address = CellAddress::new(row, column);
            self.cells.push(Cell { address, ..cell });
            return;
        }
        if self.outside == 0 {
            self.first_outside = claimed_address(row, column);
        }
        self.outside += 1;
    }

    /// Adds a merged range, both corners included.
    pub(super) fn merge(&mut self, first: (u32, u32), last: (u32, u32)) {
        if in_grid(last.0, last.1) {
            self.merges.push(CellRange {
                first: CellAddress::new(first.0, first.1),
                last: CellAddress::new(last.0, last.1),
            });
        }
    }

    /// Notes hidden rows.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        if in_grid(first, 0) {
            Lines::add(&mut self.facts.hidden_rows, first, last.min(ROWS - 1));
        }
    }

    /// Notes hidden columns.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        if in_grid(0, first) {
            let last = last.min(COLUMNS - 1);
            Lines::add(&mut self.facts.hidden_columns, first, last);
        }
    }

    /// Notes a comment with what it says.
    pub(super) fn comment(&mut self, (row, column): (u32, u32), text: &str) {
        if in_grid(row, column) {
            self.facts.add_comment(CellAddress::new(row, column), text);
        }
    }

    /// Notes a picture.
    pub(super) fn picture(&mut self, (row, column): (u32, u32)) {
        if in_grid(row, column) {
            self.facts.pictures.push(CellAddress::new(row, column));
        }
    }

    /// Notes a text box that covers cells.
    pub(super) fn text_box(&mut self, over: CellRange, text: &str) {
        self.facts.add_text_box(over, text);
    }

    /// Adds the sheet to a workbook.
    pub(super) fn finish(mut self, limit: u64, workbook: &mut Workbook) {
        if self.outside > 0 {
            let (count, first) = (self.outside, std::mem::take(&mut self.first_outside));
            workbook.faults.push(SheetFault {
                sheet: self.name.clone(),
                problem: SheetProblem::OutsideGrid { count, first },
            });
        }
        let cells = std::mem::take(&mut self.cells);
        let name = std::mem::take(&mut self.name);
        let grid = Grid::new(name, self.visibility, cells, Vec::new());
        self.beside(grid, limit, workbook);
    }

    /// Adds a grid to a workbook, with the merged ranges and all else that this sheet has besides cells.
    pub(super) fn beside(mut self, mut grid: Grid, limit: u64, workbook: &mut Workbook) {
        if self.merges.len() as u64 > limit {
            workbook.faults.push(SheetFault {
                sheet: grid.name.clone(),
                problem: SheetProblem::TooManyMerges { limit },
            });
            self.merges.truncate(limit as usize);
        }
        grid.merges = self.merges.into();
        let mut grid = grid.with_facts(self.facts);
        self.conditions.apply(&mut grid);
        workbook.grids.push(grid);
    }
}
