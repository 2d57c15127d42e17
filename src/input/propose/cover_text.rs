//! A text above a form's tables.
//!
//! In: what a cell says. Out: the same as it is compared, with its place. Not for: what it means.

use crate::base::cell::CellAddress;

/// A text with its place: the place of its sheet, the cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CoverText {
    pub(super) text: String,
    pub(super) key: String,
    pub(super) sheet: usize,
    pub(super) at: CellAddress,
}
