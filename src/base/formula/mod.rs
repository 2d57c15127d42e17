//! Simple formulas: sums, roundings, conditions over cells of the same workbook, as a form's own totals need them.
//!
//! In: a cell with a formula, and the grids of its workbook. Out: the value that Excel would show after a recalculation, or the
//! reason why that cannot be said. Numbers are exact decimals; where Excel's binary ones matter (a comparison, a rounding),
//! they count with 15 digits, as in Excel. What depends on the language of the computer is not simple: nothing is guessed. All
//! work is bounded. Not for: anything that a spreadsheet could do.

mod aggregate;
mod eval;
mod function;
mod lex;
mod operate;
mod parse;
mod reference;
mod value;

#[cfg(test)]
mod tests;

pub use crate::base::formula::eval::Calculator;
pub use crate::base::formula::value::Value;

/// Why a formula is not computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSimple {
    /// It uses something that is not simple, or cannot be read at all.
    Unsupported,
    /// It points into another workbook; the text is the reference.
    External(String),
    /// It depends on itself.
    Circular,
    /// Text stands where a number is needed, and which number it is depends on the computer.
    Doubtful,
    /// A cell or a sheet that it needs could not be read.
    Unreadable,
    /// It is too long, too deep or needs too many cells.
    TooMuch,
}
