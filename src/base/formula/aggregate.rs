//! Functions over many values: sums, extremes, averages, counts.
//!
//! In: the arguments, references still as cells. Out: one value. Cells with text or nothing are passed over; the same things
//! typed as arguments are converted.

use crate::base::formula::NotSimple;
use crate::base::formula::function::Function;
use crate::base::formula::value::{DIV, VALUE, Value, settle, text_number};
use crate::base::points::Decimal;

/// An argument of such a function.
pub enum Argument {
    /// The values of cells; those of empty cells are left out.
    Cells(Vec<Value>),
    /// A value.
    Single(Value),
}

/// Computes such a function.
///
/// # Errors
/// [`NotSimple`]: the result cannot be told exactly, or depends on the computer.
pub fn aggregate(function: Function, arguments: &[Argument]) -> Result<Value, NotSimple> {
    match function {
        Function::Count => return count(arguments),
        Function::CountA => return Ok(Value::Number(Decimal::from(count_all(arguments)))),
        _ => {}
    }
    let mut numbers = Vec::new();
    for argument in arguments {
        match argument {
            Argument::Single(value) => match value.number()? {
                Ok(number) => numbers.push(number),
                Err(code) => return Ok(Value::Error(code)),
            },
            Argument::Cells(values) => {
                for value in values {
                    match value {
                        Value::Number(number) => numbers.push(*number),
                        Value::Error(code) => return Ok(Value::Error(code.clone())),
                        // Excel passes truths over, LibreOffice adds them up.
                        Value::Bool(_) => return Err(NotSimple::Doubtful),
                        Value::Blank | Value::Text(_) => {}
                    }
                }
            }
        }
    }
    let count = Decimal::from(numbers.len());
    let sum = || {
        numbers
            .iter()
            .try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))
    };
    let result = match function {
        Function::Min => numbers.iter().min().copied().or(Some(Decimal::ZERO)),
        Function::Max => numbers.iter().max().copied().or(Some(Decimal::ZERO)),
        Function::Product if numbers.is_empty() => Some(Decimal::ZERO),
        Function::Product => numbers
            .iter()
            .try_fold(Decimal::ONE, |product, number| product.checked_mul(*number)),
        Function::Average if numbers.is_empty() => return Ok(Value::error(DIV)),
        Function::Average => sum().and_then(|sum| sum.checked_div(count)),
        _ => sum(),
    };
    result.map(Value::Number).ok_or(NotSimple::Unsupported)
}

fn count(arguments: &[Argument]) -> Result<Value, NotSimple> {
    let mut count = 0_usize;
    for argument in arguments {
        count += match argument {
            Argument::Cells(values) if values.iter().any(|one| matches!(one, Value::Bool(_))) => {
                return Err(NotSimple::Doubtful);
            }
            Argument::Cells(values) => values
                .iter()
                .filter(|value| matches!(value, Value::Number(_)))
                .count(),
            Argument::Single(Value::Error(_)) => 0,
            Argument::Single(value) => usize::from(value.number()?.is_ok()),
        };
    }
    Ok(Value::Number(Decimal::from(count)))
}

fn count_all(arguments: &[Argument]) -> usize {
    let of = |argument: &Argument| match argument {
        Argument::Cells(values) => values
            .iter()
            .filter(|value| !matches!(value, Value::Blank))
            .count(),
        Argument::Single(_) => 1,
    };
    arguments.iter().map(of).sum()
}

/// `AND` and `OR`.
///
/// # Errors
/// [`NotSimple::Doubtful`] for typed text.
pub fn truths(function: Function, arguments: &[Argument]) -> Result<Value, NotSimple> {
    let mut truths = Vec::new();
    for argument in arguments {
        let (values, is_typed) = match argument {
            Argument::Cells(values) => (values.as_slice(), false),
            Argument::Single(value) => (std::slice::from_ref(value), true),
        };
        for value in values {
            if !is_typed && matches!(value, Value::Text(_) | Value::Blank) {
                continue;
            }
            match value.truth()? {
                Ok(truth) => truths.push(truth),
                Err(code) => return Ok(Value::Error(code)),
            }
        }
    }
    if truths.is_empty() {
        return Ok(Value::error(VALUE));
    }
    Ok(Value::Bool(if function == Function::And {
        truths.iter().all(|truth| *truth)
    } else {
        truths.iter().any(|truth| *truth)
    }))
}

/// `COUNTIF`: cells equal to a number or a text, or in an order to a whole number.
///
/// # Errors
/// [`NotSimple`] for wildcards, for numbers with decimals inside texts, and where texts that look like numbers are counted.
pub fn count_if(cells: &[Value], wanted: &Value) -> Result<Value, NotSimple> {
    let (operator, wanted) = match wanted {
        Value::Number(number) => ("=", Value::Number(*number)),
        Value::Text(text) => {
            let operator = ["<=", ">=", "<>", "<", ">", "="]
                .into_iter()
                .find(|operator| text.starts_with(operator));
            let rest = text.get(operator.map_or(0, str::len)..).unwrap_or_default();
            let wanted = text_number(rest)?.map_or(Value::Text(rest.to_lowercase()), Value::Number);
            (operator.unwrap_or("="), wanted)
        }
        _ => return Err(NotSimple::Unsupported),
    };
    let mut count = 0_usize;
    for cell in cells {
        count += usize::from(match (&wanted, cell) {
            (Value::Number(wanted), Value::Number(number)) => {
                let ordering = settle(*number).cmp(&settle(*wanted));
                match operator {
                    "=" => ordering.is_eq(),
                    "<" => ordering.is_lt(),
                    ">" => ordering.is_gt(),
                    "<=" => ordering.is_le(),
                    ">=" => ordering.is_ge(),
                    _ => return Err(NotSimple::Unsupported),
                }
            }
            (Value::Number(_), Value::Text(text)) => {
                if text_number(text)?.is_some() {
                    return Err(NotSimple::Doubtful);
                }
                false
            }
            (Value::Text(wanted), cell) => {
                if operator != "=" || wanted.is_empty() || wanted.contains(['*', '?', '~']) {
                    return Err(NotSimple::Unsupported);
                }
                matches!(cell, Value::Text(text) if text.to_lowercase() == *wanted)
            }
            _ => false,
        });
    }
    Ok(Value::Number(Decimal::from(count)))
}
