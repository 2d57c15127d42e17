//! Values of formulas, and when one is taken for another.
//!
//! In: what a cell holds, or the result of an operation. Out: numbers, truths and texts, as Excel converts them. What Excel
//! converts by the language of the computer is [`NotSimple::Doubtful`].

use crate::base::cell::CellValue;
use crate::base::formula::NotSimple;
use crate::base::points::{Decimal, from_f64, to_f64};

/// The value of a formula or of a cell that it uses.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An empty cell.
    Blank,
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error value such as `#DIV/0!`.
    Error(String),
}

/// Division by zero.
pub const DIV: &str = "#DIV/0!";
/// Text where a number is needed.
pub const VALUE: &str = "#VALUE!";
/// What is not known.
pub const NA: &str = "#N/A";
/// A number that does not exist.
pub const NUM: &str = "#NUM!";

/// What an operation gives: a value, or an error value that all that uses it takes over.
pub type Operand<T> = Result<T, String>;

/// As binary numbers have it: 15 digits.
pub fn settle(value: Decimal) -> Decimal {
    if value.scale() < 12 {
        return value;
    }
    from_f64(to_f64(value)).unwrap_or(value)
}

impl Value {
    /// An error value.
    pub fn error(code: &str) -> Value {
        Value::Error(code.to_string())
    }

    /// The value that a cell stores.
    ///
    /// # Errors
    /// [`NotSimple`] if it is damaged, was never calculated, or is a date that is stored as text.
    pub fn stored(value: &CellValue) -> Result<Value, NotSimple> {
        Ok(match value {
            CellValue::Number(value) | CellValue::Date { serial: value, .. } => {
                Value::Number(from_f64(*value).ok_or(NotSimple::Unsupported)?)
            }
            CellValue::Text(text) => Value::Text(text.clone()),
            CellValue::Bool(value) => Value::Bool(*value),
            CellValue::Error(code) => Value::Error(code.clone()),
            CellValue::IsoDate(_) => return Err(NotSimple::Doubtful),
            CellValue::NotCalculated | CellValue::Damaged(_) => return Err(NotSimple::Unreadable),
        })
    }

    /// What a cell would store. A formula never gives a blank: it gives 0.
    pub fn into_cell(self) -> CellValue {
        match self {
            Value::Blank => CellValue::Number(0.0),
            Value::Number(value) => CellValue::Number(to_f64(value)),
            Value::Text(text) => CellValue::Text(text),
            Value::Bool(value) => CellValue::Bool(value),
            Value::Error(code) => CellValue::Error(code),
        }
    }

    /// The number that arithmetic takes it for.
    ///
    /// # Errors
    /// [`NotSimple::Doubtful`] for text with digits that is not simply a whole number.
    pub fn number(&self) -> Result<Operand<Decimal>, NotSimple> {
        Ok(match self {
            Value::Blank => Ok(Decimal::ZERO),
            Value::Number(value) => Ok(*value),
            Value::Bool(value) => Ok(Decimal::from(u8::from(*value))),
            Value::Error(code) => Err(code.clone()),
            Value::Text(text) => match text_number(text)? {
                Some(value) => Ok(value),
                None => Err(VALUE.to_string()),
            },
        })
    }

    /// The truth that a condition takes it for.
    ///
    /// # Errors
    /// [`NotSimple::Doubtful`] for text: some is read as TRUE or FALSE.
    pub fn truth(&self) -> Result<Operand<bool>, NotSimple> {
        Ok(match self {
            Value::Blank => Ok(false),
            Value::Number(value) => Ok(!value.is_zero()),
            Value::Bool(value) => Ok(*value),
            Value::Error(code) => Err(code.clone()),
            Value::Text(_) => return Err(NotSimple::Doubtful),
        })
    }

    /// The text that `&` takes it for.
    ///
    /// # Errors
    /// [`NotSimple::Doubtful`] for a number with decimals, whose mark depends on the computer, and for a truth.
    pub fn text(&self) -> Result<Operand<String>, NotSimple> {
        Ok(match self {
            Value::Blank => Ok(String::new()),
            Value::Number(value) => {
                let value = settle(*value).normalize();
                if value.scale() > 0 {
                    return Err(NotSimple::Doubtful);
                }
                Ok(value.to_string())
            }
            Value::Bool(_) => return Err(NotSimple::Doubtful),
            Value::Error(code) => Err(code.clone()),
            Value::Text(text) => Ok(text.clone()),
        })
    }

    /// Whether this is what a cell stores, numbers but for the last digits of binary ones.
    pub fn is_stored(&self, stored: &CellValue) -> bool {
        let tolerance = Decimal::new(1, 9);
        match (self, stored) {
            (Value::Blank, CellValue::Number(other)) => *other == 0.0,
            (
                Value::Number(value),
                CellValue::Number(other) | CellValue::Date { serial: other, .. },
            ) => from_f64(*other).is_some_and(|other| {
                let size = other.abs().max(Decimal::ONE);
                match (value.checked_sub(other), size.checked_mul(tolerance)) {
                    (Some(difference), Some(most)) => difference.abs() <= most,
                    _ => false,
                }
            }),
            // A number that the file stores as a text.
            (Value::Number(_), CellValue::Text(other)) => {
                let other = other
                    .trim()
                    .parse()
                    .ok()
                    .filter(|other: &f64| other.is_finite());
                other.is_some_and(|other| self.is_stored(&CellValue::Number(other)))
            }
            (Value::Text(text), CellValue::Text(other)) => text == other,
            (Value::Bool(value), CellValue::Bool(other)) => value == other,
            (Value::Error(code), CellValue::Error(other)) => code == other,
            _ => false,
        }
    }
}

/// The whole number that a text is; `None` for a text that is no number on any computer.
///
/// # Errors
/// [`NotSimple::Doubtful`] for anything else with a digit in it: a decimal mark, a date, a percentage.
pub fn text_number(text: &str) -> Result<Option<Decimal>, NotSimple> {
    let plain = text.trim_matches(' ');
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(plain);
    if !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|b| b.is_ascii_digit()) {
        return plain.parse().map(Some).map_err(|_| NotSimple::Doubtful);
    }
    if text.chars().any(char::is_numeric) {
        return Err(NotSimple::Doubtful);
    }
    Ok(None)
}
