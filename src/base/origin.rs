//! Where a value came from.
//!
//! In: whoever read or set the value. Out: its origin, which goes with it into the report and into every trace. Not for: why a
//! value counts, and not for what was computed, which has its working.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::cell::CellAddress;
use crate::base::finding::Place;

/// Where a value came from. What is no cell becomes a variant here, and gets its words in `app/cli/trace/origin.rs`; all others
/// ask for [`Origin::cell`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Origin {
    /// A cell of the unit's file.
    Cell {
        /// The sheet's name.
        sheet: Arc<str>,
        /// The cell.
        cell: CellAddress,
    },
}

impl Origin {
    /// The sheet and the cell, where it is one.
    pub fn cell(&self) -> Option<(&Arc<str>, CellAddress)> {
        match self {
            Origin::Cell { sheet, cell } => Some((sheet, *cell)),
        }
    }

    /// Whether it is a cell of a sheet.
    pub fn is_on(&self, name: &str) -> bool {
        self.cell().is_some_and(|(sheet, _)| **sheet == *name)
    }

    /// The cell as a place within its file; nothing where it is none.
    pub fn place(&self) -> Place {
        let (sheet, cell) = self.cell().unzip();
        Place {
            sheet: sheet.map(ToString::to_string),
            cell,
            ..Place::default()
        }
    }
}

impl fmt::Display for Origin {
    /// A cell as `sheet!A1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Cell { sheet, cell } => write!(f, "{sheet}!{cell}"),
        }
    }
}
