//! The seal of a result: short checksums of what stands in each cell, so that a later look tells which cells a person changed.
//!
//! In: the grids of a workbook that this program wrote. Out: a [`Seal`], as lines of text for a sheet nobody sees; and from such
//! a sheet and the grids as they are now, every cell that is not what was written. Content is values, formulas and comments;
//! the result of a formula follows from others, and how a cell looks is not content. Not for: secrecy. Who wants to deceive can
//! compute the checksums anew.

mod lines;
mod looks;
mod normal;
pub mod own_titles;
mod sheet;
mod signs;

use rayon::prelude::*;

use crate::base::cell::{CellAddress, Grid};
use crate::base::seal::sheet::SheetSeal;

pub use crate::base::seal::looks::Looks;
pub use crate::base::seal::sheet::AddedCells;
pub use crate::base::seal::signs::{
    AUDIT, DIFF, KEY_HEADS, LIST_HEADS, ListHead, OwnWorkbook, REPORT, ROLLUP, is_list, list_head,
    of_results,
};

/// The name of the sheet that holds the seal.
pub const SHEET: &str = "tonghop";

/// The checksums of all sheets of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seal {
    sheets: Vec<SheetSeal>,
    looks: Vec<(String, Looks)>,
}

/// Something that is not what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The sheet.
    pub sheet: String,
    /// Where on it.
    pub spot: SealedSpot,
    /// What was done.
    pub change: Change,
}

/// The narrowest place that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedSpot {
    /// One cell.
    Cell(CellAddress),
    /// Several cells of a zero-based row of a long list, or the row itself.
    Row(u32),
    /// The sheet.
    Sheet,
}

/// What was done to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It holds something else.
    Edited,
    /// It held nothing, or was not there.
    Added,
    /// It holds nothing any more, or is gone.
    Cleared,
}

/// Whether a workbook is what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealVerdict {
    /// It has no seal.
    Unsealed,
    /// The seal itself was changed.
    Damaged,
    /// What differs; nothing if the workbook says what it said when it was written.
    Compared(Vec<Edit>),
}

impl Seal {
    /// The seal of the sheets of a workbook.
    pub fn of(grids: &[Grid]) -> Self {
        Seal::with_added(grids, &[])
    }

    /// The seal of the sheets of a workbook, to which cells are added on sheets by their names.
    pub fn with_added(grids: &[Grid], added: &[(String, AddedCells)]) -> Self {
        let none = AddedCells::default();
        let own = grids.par_iter().filter(|grid| !is_seal(grid));
        let of = |grid: &Grid| {
            let mut added = added.iter();
            let own = added.find(|(name, _)| *name == grid.name);
            SheetSeal::of(grid, own.map_or(&none, |(_, added)| added))
        };
        Seal {
            sheets: own.map(of).collect(),
            looks: Vec::new(),
        }
    }

    /// With the looks of the sheets.
    #[must_use]
    pub fn with_looks(mut self, looks: Vec<(String, Looks)>) -> Self {
        self.looks = looks;
        self
    }

    /// Whether the sheets of a workbook look as they did when it was written. Where the seal does not tell, they do not.
    pub fn looks_alike(grids: &[Grid], looks: &[(String, Looks)]) -> bool {
        let own = grids.iter().find(|grid| is_seal(grid));
        let Some(seal) = own.and_then(Seal::from_grid) else {
            return false;
        };
        let now = |name: &str| looks.iter().find(|(own, _)| own == name);
        seal.looks.len() == seal.sheets.len()
            && seal
                .looks
                .iter()
                .all(|(name, then)| now(name).is_some_and(|(_, looks)| then.is_like(looks)))
    }

    /// Compares a workbook with the seal it carries.
    pub fn check(grids: &[Grid]) -> SealVerdict {
        let Some(own) = grids.iter().find(|grid| is_seal(grid)) else {
            return SealVerdict::Unsealed;
        };
        match Seal::from_grid(own) {
            Some(seal) => SealVerdict::Compared(seal.edits(grids)),
            None => SealVerdict::Damaged,
        }
    }

    fn edits(&self, grids: &[Grid]) -> Vec<Edit> {
        let whole = |sheet: &str, change| Edit {
            sheet: sheet.to_string(),
            spot: SealedSpot::Sheet,
            change,
        };
        let mut edits = Vec::new();
        for sheet in &self.sheets {
            match grids.iter().find(|grid| grid.name == sheet.name) {
                Some(grid) => sheet.compare(grid, &mut edits),
                None => edits.push(whole(&sheet.name, Change::Cleared)),
            }
        }
        for grid in grids.iter().filter(|grid| !is_seal(grid)) {
            if !self.sheets.iter().any(|sheet| sheet.name == grid.name) {
                edits.push(whole(&grid.name, Change::Added));
            }
        }
        edits
    }
}

/// Bytes as hexadecimal digits in lower case.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    let digits = bytes.iter();
    digits
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Whether a sheet is that of the seal.
pub fn is_seal(grid: &Grid) -> bool {
    grid.name.starts_with(SHEET) && lines::is_marked(grid)
}
