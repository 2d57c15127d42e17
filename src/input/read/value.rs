//! From calamine's values to ours.
//!
//! In: one value as calamine gives it. Out: a [`CellValue`], or nothing for an empty cell. Not for: what a value means.

use calamine::{Data, DataRef, ExcelDateTime, ExcelDateTimeType};

use crate::base::cell::{COLUMNS, CellValue, ROWS, column_letters};
use crate::input::read::budget::Budget;
use crate::input::read::fault::ReadFault;

/// Whether a zero-based position is inside Excel's grid.
pub(super) fn in_grid(row: u32, column: u32) -> bool {
    row < ROWS && column < COLUMNS
}

/// The address that a position outside the grid claims.
pub(super) fn claimed_address(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column), u64::from(row) + 1)
}

/// A value that calamine holds, borrowed, so that its text is copied only if there is room for it.
pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn number(value: f64) -> CellValue {
    if value.is_finite() {
        CellValue::Number(value)
    } else {
        CellValue::Damaged(format!("{value} is not a number"))
    }
}

/// .xls and .xlsb store integers of 30 bits; anything longer was not read right.
fn integer(value: i64) -> CellValue {
    match i32::try_from(value) {
        Ok(value) => CellValue::Number(f64::from(value)),
        Err(_) => CellValue::Damaged(format!("{value} is too large for an integer")),
    }
}

fn date(value: ExcelDateTime) -> CellValue {
    let serial = value.as_f64();
    if !serial.is_finite() {
        return number(serial);
    }
    // calamine keeps the base to itself, but compares it.
    let kind = if value.is_duration() {
        ExcelDateTimeType::TimeDelta
    } else {
        ExcelDateTimeType::DateTime
    };
    let base_1904 = value == ExcelDateTime::new(serial, kind, true);
    CellValue::Date { serial, base_1904 }
}

/// Our value of a borrowed one; the text is copied once, here. `None` for an empty cell.
///
/// # Errors
/// [`ReadFault::TooLarge`] when the text is too much.
pub(super) fn from_ref(
    value: DataRef<'_>,
    budget: &mut Budget,
) -> Result<Option<CellValue>, ReadFault> {
    Ok(Some(match value {
        DataRef::Empty => return Ok(None),
        DataRef::Int(value) => integer(value),
        DataRef::Float(value) => number(value),
        DataRef::String(text) => {
            budget.text(text.len())?;
            CellValue::Text(text)
        }
        DataRef::SharedString(text) => {
            budget.text(text.len())?;
            CellValue::Text(text.to_owned())
        }
        DataRef::Bool(value) => CellValue::Bool(value),
        DataRef::DateTime(value) => date(value),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            budget.text(text.len())?;
            CellValue::IsoDate(text)
        }
        DataRef::Error(error) => CellValue::Error(error.to_string()),
    }))
}
