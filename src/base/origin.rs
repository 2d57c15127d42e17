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
/// ask for [`Origin::cell`]. Only a cell stands in it: a report keeps a hundred for each unit, and of the others few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Origin {
    /// A line of a document of the campaign.
    Line(Box<DocumentLine>),
    /// A cell of a document of the campaign.
    Book(Box<DocumentCell>),
    /// A cell of the unit's file.
    Cell {
        /// The sheet's name.
        sheet: Arc<str>,
        /// The cell.
        cell: CellAddress,
    },
}

/// A line of a document of the campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentLine {
    /// The document's name.
    pub document: Arc<str>,
    /// The line, from 1.
    pub line: usize,
}

/// A cell of a document of the campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentCell {
    /// The document's name.
    pub document: Arc<str>,
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The cell.
    pub cell: CellAddress,
}

impl Origin {
    /// A line of a document of the campaign, from 1.
    pub fn line(document: Arc<str>, line: usize) -> Self {
        Origin::Line(Box::new(DocumentLine { document, line }))
    }

    /// A cell of a sheet of a document of the campaign.
    pub fn book(document: Arc<str>, sheet: Arc<str>, cell: CellAddress) -> Self {
        Origin::Book(Box::new(DocumentCell {
            document,
            sheet,
            cell,
        }))
    }

    /// The sheet and the cell, where it is one of the unit's file.
    pub fn cell(&self) -> Option<(&Arc<str>, CellAddress)> {
        match self {
            Origin::Cell { sheet, cell } => Some((sheet, *cell)),
            Origin::Line(_) | Origin::Book(_) => None,
        }
    }

    /// The document, the sheet and the cell of a row of a decision workbook; of anything else all in the document's name.
    pub fn book_cell(&self) -> (String, String, CellAddress) {
        match self {
            Origin::Book(at) => (at.document.to_string(), at.sheet.to_string(), at.cell),
            other => (other.to_string(), String::new(), CellAddress::default()),
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
    /// A cell as `sheet!A1`, of a document behind its name, a line as `document:7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Cell { sheet, cell } => write!(f, "{sheet}!{cell}"),
            Origin::Book(at) => write!(f, "{}: {}!{}", at.document, at.sheet, at.cell),
            Origin::Line(at) => write!(f, "{}:{}", at.document, at.line),
        }
    }
}
