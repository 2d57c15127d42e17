//! How much the sheets of a result hold.
//!
//! In: nothing. Out: numbers, the greatest that Excel takes. Not for: what becomes of what is beyond, which each sheet says.

use crate::base::cell::ROWS;

/// Rows of one sheet `Dữ liệu`.
const LIST_ROWS: usize = 1_000_000;
/// Findings below the heads in the fifth row, less a row that says how many were left out.
const FINDINGS: usize = (ROWS - 6) as usize;
/// Links on one sheet: Excel's limit.
pub(super) const LINKS: usize = 65_530;

/// How much the sheets of a result hold; what is beyond stands elsewhere or is counted, and the sheet says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetLimits {
    /// Rows of one sheet `Dữ liệu`; those beyond go on to a second one.
    pub rows: usize,
    /// Findings on `Cảnh báo`, the worst first.
    pub findings: usize,
    /// Links on one sheet; places beyond have plain text.
    pub links: usize,
}

impl Default for SheetLimits {
    fn default() -> Self {
        SheetLimits {
            rows: LIST_ROWS,
            findings: FINDINGS,
            links: LINKS,
        }
    }
}
