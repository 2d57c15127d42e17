//! Operators and roundings on values.
//!
//! In: one or two values. Out: a value, or why it cannot be told.

use std::cmp::Ordering;

use crate::base::formula::NotSimple;
use crate::base::formula::value::{DIV, NUM, Operand, Value, settle};
use crate::base::points::{Decimal, RoundingMode, from_f64, to_f64};

/// A number, unless it is too large or too small to be exact.
fn exact(value: Option<Decimal>) -> Result<Value, NotSimple> {
    value.map(Value::Number).ok_or(NotSimple::Unsupported)
}

/// Applies an operator.
///
/// # Errors
/// [`NotSimple`]: the result cannot be told exactly, or depends on the computer.
pub fn binary(operator: char, one: &Value, other: &Value) -> Result<Value, NotSimple> {
    match operator {
        '&' => Ok(match (one.text()?, other.text()?) {
            (Ok(one), Ok(other)) => Value::Text(one + &other),
            (Err(code), _) | (_, Err(code)) => Value::Error(code),
        }),
        '+' | '-' | '*' | '/' | '^' => {
            let (one, other) = match (one.number()?, other.number()?) {
                (Ok(one), Ok(other)) => (one, other),
                (Err(code), _) | (_, Err(code)) => return Ok(Value::Error(code)),
            };
            match operator {
                '+' => exact(one.checked_add(other)),
                '-' => exact(one.checked_sub(other)),
                '*' => exact(times(one, other)),
                '/' if other.is_zero() => Ok(Value::error(DIV)),
                '/' => exact(divided(one, other)),
                _ => power(one, other),
            }
        }
        _ => compare(operator, one, other),
    }
}

/// A product; `None` also where two numbers that are not zero seem to give zero.
fn times(one: Decimal, other: Decimal) -> Option<Decimal> {
    let product = one.checked_mul(other)?;
    let is_lost = product.is_zero() && !one.is_zero() && !other.is_zero();
    (!is_lost).then_some(product)
}

/// A quotient, likewise.
fn divided(one: Decimal, other: Decimal) -> Option<Decimal> {
    let quotient = one.checked_div(other)?;
    (!quotient.is_zero() || one.is_zero()).then_some(quotient)
}

fn power(base: Decimal, exponent: Decimal) -> Result<Value, NotSimple> {
    if base.is_zero() {
        return Ok(match exponent.cmp(&Decimal::ZERO) {
            Ordering::Less => Value::error(DIV),
            // Excel and LibreOffice do not agree.
            Ordering::Equal => return Err(NotSimple::Doubtful),
            Ordering::Greater => Value::Number(Decimal::ZERO),
        });
    }
    let whole = exponent
        .to_i64()
        .and_then(|whole| i32::try_from(whole).ok())
        .filter(|_| exponent.is_integer());
    if let Some(whole) = whole.filter(|whole| whole.abs() <= 256) {
        let mut product = Some(Decimal::ONE);
        for _ in 0..whole.abs() {
            product = product.and_then(|product| times(product, base));
        }
        let inverse = |product: Decimal| Decimal::ONE.checked_div(product);
        return exact(if whole < 0 {
            product.and_then(inverse)
        } else {
            product
        });
    }
    if base.is_sign_negative() {
        return Ok(Value::error(NUM));
    }
    exact(from_f64(to_f64(base).powf(to_f64(exponent))))
}

/// Numbers come before texts; a blank is what the other side is.
fn compare(operator: char, one: &Value, other: &Value) -> Result<Value, NotSimple> {
    let blank = |value: &Value, beside: &Value| match (value, beside) {
        (Value::Blank, Value::Text(_)) => Value::Text(String::new()),
        (Value::Blank, Value::Bool(_)) => Value::Bool(false),
        (Value::Blank, _) => Value::Number(Decimal::ZERO),
        _ => value.clone(),
    };
    let ordering = match (blank(one, other), blank(other, one)) {
        (Value::Error(code), _) | (_, Value::Error(code)) => return Ok(Value::Error(code)),
        (Value::Number(one), Value::Number(other)) => settle(one).cmp(&settle(other)),
        (Value::Bool(one), Value::Bool(other)) => one.cmp(&other),
        (Value::Text(one), Value::Text(other)) => {
            let is_same = one.to_lowercase() == other.to_lowercase();
            return match operator {
                '=' => Ok(Value::Bool(is_same)),
                '≠' => Ok(Value::Bool(!is_same)),
                // The order of letters depends on the language.
                _ => Err(NotSimple::Doubtful),
            };
        }
        (Value::Number(_), Value::Text(_)) => Ordering::Less,
        (Value::Text(_), Value::Number(_)) => Ordering::Greater,
        // Truths beside numbers or texts: Excel and LibreOffice do not agree.
        _ => return Err(NotSimple::Doubtful),
    };
    Ok(Value::Bool(match operator {
        '=' => ordering.is_eq(),
        '≠' => ordering.is_ne(),
        '<' => ordering.is_lt(),
        '>' => ordering.is_gt(),
        '≤' => ordering.is_le(),
        _ => ordering.is_ge(),
    }))
}

/// `ROUND`, `ROUNDUP` and `ROUNDDOWN`: to decimals, or to tens and hundreds where `decimals` is negative.
///
/// # Errors
/// [`NotSimple`] if there are too many decimals.
pub fn round(
    value: Operand<Decimal>,
    decimals: Operand<Decimal>,
    strategy: RoundingMode,
) -> Result<Value, NotSimple> {
    let (value, decimals) = match (value, decimals) {
        (Ok(value), Ok(decimals)) => (settle(value), decimals.trunc()),
        (Err(code), _) | (_, Err(code)) => return Ok(Value::Error(code)),
    };
    let decimals = decimals
        .to_i64()
        .and_then(|decimals| i32::try_from(decimals).ok())
        .ok_or(NotSimple::Unsupported)?;
    if let Ok(decimals) = u32::try_from(decimals) {
        let rounded = value.rounded(decimals.min(28), strategy);
        return Ok(Value::Number(rounded));
    }
    if decimals < -15 {
        return Err(NotSimple::Unsupported);
    }
    let unit = (0..-decimals).try_fold(Decimal::ONE, |unit, _| unit.checked_mul(Decimal::TEN));
    let unit = unit.ok_or(NotSimple::Unsupported)?;
    let tens = value
        .checked_div(unit)
        .map(|tens| tens.rounded(0, strategy));
    exact(tens.and_then(|tens| tens.checked_mul(unit)))
}
