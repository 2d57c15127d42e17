//! The cells of one sheet while they come in, values and formulas in any order.
//!
//! In: positions with values or formulas. Out: cells inside the grid, and a count of those outside. Not for: .xlsx, whose cells
//! come with both at once.

use std::collections::BTreeMap;

use calamine::DataRef;

use crate::base::cell::{Cell, CellAddress, CellValue, Format};
use crate::input::read::budget::Budget;
use crate::input::read::fault::ReadFault;
use crate::input::read::value::{claimed_address, from_ref, in_grid};

/// The cells of one sheet.
#[derive(Debug, Default)]
pub(super) struct Cells {
    found: BTreeMap<CellAddress, Cell>,
    /// The cell whose value came last.
    pub(super) last_value: Option<CellAddress>,
    /// How many cells stand outside Excel's grid.
    pub(super) outside: u64,
    /// The address that the first of them claims.
    pub(super) first_outside: String,
}

/// The beginnings that `OpenDocument` gives to formulas; others store them without.
const FORMULA_PREFIXES: [&str; 4] = ["of:=", "oooc:=", "msoxl:=", "="];

/// The result of a formula. `OpenDocument` stores errors as texts.
fn computed(value: CellValue) -> CellValue {
    const ERRORS: [&str; 7] = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
    ];
    match value {
        CellValue::Text(text) if ERRORS.contains(&text.as_str()) || text.starts_with("Err:") => {
            CellValue::Error(text)
        }
        other => other,
    }
}

impl Cells {
    /// Takes a value. Empty ones, and empty texts without a formula, are no cells.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`].
    pub(super) fn value(
        &mut self,
        at: (u32, u32),
        value: DataRef<'_>,
        budget: &mut Budget,
    ) -> Result<(), ReadFault> {
        let Some(value) = from_ref(value, budget)? else {
            return Ok(());
        };
        let Some(address) = self.address(at) else {
            return Ok(());
        };
        self.last_value = Some(address);
        let is_blank = matches!(&value, CellValue::Text(text) if text.is_empty());
        if let Some(cell) = self.found.get_mut(&address) {
            cell.value = computed(value);
        } else if !is_blank {
            budget.cell()?;
            self.insert(address, value, None);
        }
        Ok(())
    }

    /// Takes a formula. Its value may follow.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`].
    pub(super) fn formula(
        &mut self,
        at: (u32, u32),
        text: &str,
        budget: &mut Budget,
    ) -> Result<(), ReadFault> {
        if let Some(address) = self.address(at) {
            budget.cell()?;
            budget.text(text.len())?;
            let plain = FORMULA_PREFIXES
                .iter()
                .find_map(|prefix| text.strip_prefix(prefix));
            let formula = plain.unwrap_or(text).to_string();
            self.insert(address, CellValue::NotCalculated, Some(formula));
        }
        Ok(())
    }

    fn insert(&mut self, address: CellAddress, value: CellValue, formula: Option<String>) {
        let cell = Cell {
            address,
            value,
            formula,
            format: Format::General,
            look: None,
        };
        self.found.insert(address, cell);
    }

    /// The address of a position; one outside the grid is counted.
    fn address(&mut self, (row, column): (u32, u32)) -> Option<CellAddress> {
        if in_grid(row, column) {
            return Some(CellAddress::new(row, column));
        }
        if self.outside == 0 {
            self.first_outside = claimed_address(row, column);
        }
        self.outside += 1;
        None
    }

    /// The cells, by row and column.
    pub(super) fn into_cells(self) -> Vec<Cell> {
        self.found.into_values().collect()
    }
}
