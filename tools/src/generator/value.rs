//! Values on their way into cells: numbers stay numbers, or become the text that somebody typed.

use std::collections::BTreeMap;
use std::error::Error;

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use super::hundredths::{decimal, hundredths};

/// The values of one unit: by criterion and item, as `figures.csv` has them. The item `score` is the self score.
#[derive(Clone, Default)]
pub struct Values(BTreeMap<(String, String), String>);

impl Values {
    /// Adds a value, such as `29.57`, `Có` or `Liên thông`.
    pub fn set(&mut self, criterion: &str, item: &str, value: &str) {
        self.0
            .insert((criterion.to_string(), item.to_string()), value.to_string());
    }

    /// The value of an item.
    ///
    /// # Errors
    /// When there is none.
    pub fn get(&self, criterion: &str, item: &str) -> Result<&str, Box<dyn Error>> {
        self.0
            .get(&(criterion.to_string(), item.to_string()))
            .map(String::as_str)
            .ok_or_else(|| format!("{criterion} has no {item}").into())
    }

    /// A figure, whichever criterion asks for it.
    ///
    /// # Errors
    /// When there is none or it is not a whole number.
    pub fn count(&self, figure: &str) -> Result<i64, Box<dyn Error>> {
        let (_, value) = self
            .0
            .iter()
            .find(|((_, item), _)| item == figure)
            .ok_or_else(|| format!("no figure {figure}"))?;
        Ok(value.parse()?)
    }

    /// A self score in hundredths of a point.
    ///
    /// # Errors
    /// When there is none.
    pub fn score(&self, criterion: &str) -> Result<i64, Box<dyn Error>> {
        hundredths(self.get(criterion, "score")?)
    }
}

/// The share in percent, with two decimals as Excel's ROUND gives them.
pub fn percent(part: i64, whole: i64) -> String {
    decimal((20_000 * part + whole) / (2 * whole))
}

/// Writes a number, or the text of it with a decimal comma.
///
/// # Errors
/// When the cell cannot be written.
pub fn write_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    number: &str,
    as_text: bool,
    format: &Format,
) -> Result<(), XlsxError> {
    match number.parse::<f64>() {
        Ok(value) if !as_text => sheet.write_with_format(row, column, value, format)?,
        _ => sheet.write_with_format(row, column, number.replace('.', ","), format)?,
    };
    Ok(())
}

/// Writes a formula with its result.
///
/// # Errors
/// When the cell cannot be written.
pub fn write_formula(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    result: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_with_format(
        row,
        column,
        Formula::new(formula).set_result(result),
        format,
    )?;
    Ok(())
}
