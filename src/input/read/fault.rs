//! Why a file, or a part of it, could not be read.
//!
//! In: what the readers met. Out: typed faults with their numbers as fields. Not for: the words that users see.

use serde::{Deserialize, Serialize};

use crate::base::cell::CellAddress;
use crate::input::read::file_kind::FileKind;

/// Why no workbook came out of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadFault {
    /// The file is something else, or a kind of workbook that is not read.
    #[error("not a workbook that can be read: {0:?}")]
    NotAWorkbook(FileKind),
    /// The file needs a password to be opened.
    #[error("the workbook needs a password to be opened")]
    Password,
    /// The file begins with nothing but zero bytes.
    #[error("the file has {bytes} bytes and begins with nothing but zeros")]
    OnlyZeros {
        /// Its size in bytes.
        bytes: u64,
    },
    /// The end of the file is missing.
    #[error("the file is cut after {bytes} bytes")]
    Cut {
        /// How much of it there is, in bytes.
        bytes: u64,
    },
    /// The file is damaged; the text says where, in English.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Commas part the fields of a table, and numbers in it have decimal commas as well.
    #[error("decimal commas part fields in line {line}: {text}")]
    DecimalCommas {
        /// The first such line, counted from 1.
        line: u64,
        /// The numbers of which one was parted, as they stand there.
        text: String,
    },
    /// The file holds more than the reader accepts.
    #[error("too large: {what} {found}, accepted are at most {limit}")]
    TooLarge {
        /// What there is too much of.
        what: Bound,
        /// How much there is, as far as it was counted.
        found: u64,
        /// How much is accepted.
        limit: u64,
    },
    /// Reading took longer than allowed, so that it was stopped.
    #[error("reading was stopped after {seconds} s")]
    TimedOut {
        /// The time allowed, in seconds.
        seconds: u64,
    },
    /// Reading asked for more memory than allowed.
    #[error("reading needs more than {limit_bytes} bytes of memory")]
    OutOfMemory {
        /// The memory allowed, in bytes.
        limit_bytes: u64,
    },
    /// The child process that read the file ended without an answer; the text is what it said last.
    #[error("the reading process ended without an answer: {0}")]
    Crashed(String),
    /// The child process could not be started or fed; the text is the system's.
    #[error("the reading process could not be started: {0}")]
    NoChild(String),
}

/// What [`ReadFault::TooLarge`] counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// Bytes of the file.
    FileBytes,
    /// Bytes of all parts once inflated.
    InflatedBytes,
    /// Parts of the zip package.
    Entries,
    /// Cells that hold something.
    Cells,
    /// Bytes of text in cells and formulas.
    TextBytes,
    /// Bytes that the cell formats would take in memory.
    FormatBytes,
    /// Bytes of the child process's answer.
    AnswerBytes,
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Bound::FileBytes => "bytes of the file",
            Bound::InflatedBytes => "bytes once inflated",
            Bound::Entries => "parts of the package",
            Bound::Cells => "cells",
            Bound::TextBytes => "bytes of text",
            Bound::FormatBytes => "bytes of cell formats",
            Bound::AnswerBytes => "bytes of the answer",
        })
    }
}

/// Something in one sheet that could not be read. What could be read of the sheet stands in its grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFault {
    /// The sheet's name, as stored.
    pub sheet: String,
    /// What is wrong.
    pub problem: SheetProblem,
}

/// What is wrong with a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SheetProblem {
    /// The workbook names the sheet and does not hold it.
    #[error("the file does not hold the sheet")]
    Missing,
    /// Another sheet before it has the same name, or is stored in the same part.
    #[error("another sheet stands in its place")]
    Doubled,
    /// Nothing of it could be read; the text says why, in English.
    #[error("the sheet is damaged: {0}")]
    Damaged(String),
    /// The cells after a place could not be read.
    #[error("the sheet is damaged from some cell on: {detail}")]
    CutShort {
        /// The last cell that was read, if any.
        after: Option<CellAddress>,
        /// Why, in English.
        detail: String,
    },
    /// Some cells could not be read, and it is not known where they stand.
    #[error("{count} cells could not be read: {detail}")]
    UnreadableCells {
        /// How many.
        count: u64,
        /// What the first one's trouble is, in English.
        detail: String,
    },
    /// Some cells stand outside Excel's grid; they were left out.
    #[error("{count} cells stand outside the grid, the first at {first}")]
    OutsideGrid {
        /// How many.
        count: u64,
        /// The address that the first one claims.
        first: String,
    },
    /// The sheet has more merged ranges than are read; the others were left out.
    #[error("more than {limit} merged ranges")]
    TooManyMerges {
        /// How many are read.
        limit: u64,
    },
}
