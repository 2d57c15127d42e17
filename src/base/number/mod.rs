//! Numbers as people write them.
//!
//! In: what a cell holds, and what kind of number belongs there. Out: an exact number and what was done to read it, or what
//! the cell says instead. Never a guess: where two readings are possible, neither is taken. Not for: ranges of the scheme.

mod no_limit;
mod words;
mod written;

use serde::{Deserialize, Serialize};

use crate::base::cell::CellValue;
pub use crate::base::number::no_limit::{mentions_no_limit, says_limit, says_no_limit};
pub use crate::base::number::words::makes_approximate;
use crate::base::number::words::{is_in_lines, tidy, without_approximation, without_words};
pub use crate::base::number::written::without_bounds;
use crate::base::number::written::{exponent, signed};
use crate::base::points::{Decimal, from_f64, is_exact};

/// One thing done to a text on its way to a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Spaces of any kind, invisible characters or a leading apostrophe were removed, or full-width digits made plain.
    Tidied,
    /// A number stored as text was read as a number.
    FromText,
    /// A decimal comma was read.
    DecimalComma,
    /// Separators of thousands were removed.
    Thousands,
    /// A typographic minus or parentheses were read as a minus.
    Minus,
    /// A unit of measure was left off.
    UnitWord(String),
    /// The percentage that the cell shows was taken: 95 of 0.95, which is shown as 95%.
    Percent,
    /// Of `36/40` the first number was taken; the second is the stated maximum.
    OutOf(Decimal),
    /// Binary noise was removed: digits behind the 15th, or all of a number that arithmetic leaves in place of 0.
    Noise,
    /// The result of a formula, which the file does not store, was computed.
    Calculated,
    /// The value of the merged range's first cell was taken.
    Merged,
    /// A word or a sign that makes it approximate was left off: `~85`, `>=5`, `khoảng 85`.
    Approximate,
    /// An exponent was written out: `1E+02`.
    Exponent,
    /// A word that means 0 in the scheme was read so.
    Word(String),
    /// It is a share of the maximum, and was multiplied by it; this number stands for the maximum: 1 or 100.
    ShareOf(Decimal),
    /// The points of an option were taken, because its row is ticked or has them written on it.
    Option(String),
}

/// What kind of number belongs in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Points between these bounds. `36/40` and `85 điểm` are points.
    Points {
        /// The fewest.
        lowest: Decimal,
        /// The most.
        highest: Decimal,
    },
    /// A whole number: `1.234` can only be 1234.
    Count,
    /// Any number: `1.234` can be both, so it is not read.
    Amount,
}

/// A number that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value. Percentages are in percent.
    pub value: Decimal,
    /// How many decimals it is written with: two in `88,50`. A stored number has as many as it needs.
    pub decimals: u32,
    /// What was done to read it.
    pub steps: Vec<Step>,
}

/// Why a cell does not hold a number of the sort that belongs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// An error value, or a formula without a stored result.
    Error,
    /// A number, but of a size that no form can mean: beyond 10¹².
    Impossible,
    /// Anything else: words, dates, two numbers, a number that can be read in two ways.
    Other,
}

/// Words that may follow a number of points.
const POINT_WORDS: [&str; 3] = ["điểm", "đ", "đ."];

/// Reads a cell. `None`: it is blank. `measure` is the unit of measure that may follow the number.
///
/// # Errors
/// [`NotANumber`] for whatever is there instead.
pub fn read(value: &CellValue, sort: Sort, measure: &str) -> Result<Option<Number>, NotANumber> {
    match value {
        CellValue::Number(stored) if is_dust(*stored) => Ok(Some(Number {
            value: Decimal::ZERO,
            decimals: 0,
            steps: vec![Step::Noise],
        })),
        CellValue::Number(stored) => {
            let value = from_f64(*stored).ok_or(NotANumber::Impossible)?;
            let noisy = !is_exact(*stored, value);
            fitting(
                Number {
                    value,
                    decimals: value.scale(),
                    steps: if noisy { vec![Step::Noise] } else { Vec::new() },
                },
                sort,
            )
            .map(Some)
        }
        CellValue::Text(text) => read_text(text, sort, measure),
        CellValue::Error(_) | CellValue::NotCalculated | CellValue::Damaged(_) => {
            Err(NotANumber::Error)
        }
        CellValue::Bool(_) | CellValue::Date { .. } | CellValue::IsoDate(_) => {
            Err(NotANumber::Other)
        }
    }
}

/// Whether a number is nearer to 0 than any that a form can mean: what `0.5-0.4-0.1` leaves, which stands for 0.
fn is_dust(value: f64) -> bool {
    value != 0.0 && value.abs() < 1e-10
}

/// The number, if it is one that the sort and forms at all can mean.
fn fitting(number: Number, sort: Sort) -> Result<Number, NotANumber> {
    let out_of = number.steps.iter().all(|step| match step {
        Step::OutOf(whole) => whole.is_readable(),
        _ => true,
    });
    if !number.value.is_readable() || !out_of {
        Err(NotANumber::Impossible)
    } else if sort == Sort::Count && !number.value.is_integer() {
        Err(NotANumber::Other)
    } else {
        Ok(number)
    }
}

fn read_text(text: &str, sort: Sort, measure: &str) -> Result<Option<Number>, NotANumber> {
    if let Some(value) = plain_digits(text).filter(|value| value.is_readable()) {
        return Ok(Some(Number {
            value,
            decimals: 0,
            steps: vec![Step::FromText],
        }));
    }
    let tidy = tidy(text);
    if tidy.is_empty() {
        return Ok(None);
    }
    if is_in_lines(text) {
        return Err(NotANumber::Other);
    }
    let mut steps = vec![Step::FromText];
    if tidy != text {
        steps.push(Step::Tidied);
    }
    let exact = without_approximation(&tidy, &mut steps);
    let plain = without_words(exact, sort, measure, &mut steps);
    let plain = match (plain.split_once('/'), sort) {
        (Some((part, whole)), Sort::Points { .. }) => {
            let mut of_whole = Vec::new();
            let whole = signed(whole.trim(), sort, &mut of_whole).ok_or(NotANumber::Other)?;
            steps.push(Step::OutOf(whole));
            part.trim().to_string()
        }
        _ => plain,
    };
    let value = match exponent(&plain) {
        Some(value) => {
            steps.push(Step::Exponent);
            value?
        }
        None => signed(&plain, sort, &mut steps).ok_or(NotANumber::Other)?,
    };
    let number = Number {
        value: value.normalize(),
        decimals: value.scale(),
        steps,
    };
    fitting(number, sort).map(Some)
}

/// A whole number of digits alone, as most numbers stored as text are.
fn plain_digits(text: &str) -> Option<Decimal> {
    let is_whole = text == "0" || !text.starts_with('0');
    let is_plain = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole && is_plain {
        text.parse::<u64>().ok().map(Decimal::from)
    } else {
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn points(text: &str) -> Option<String> {
        let sort = Sort::Points {
            lowest: Decimal::from(-10),
            highest: Decimal::from(60),
        };
        let read = read(&CellValue::Text(text.to_string()), sort, "").ok()?;
        read.map(|number| number.value.to_string())
    }

    fn sorted(text: &str, sort: Sort) -> Option<String> {
        read(&CellValue::Text(text.to_string()), sort, "người")
            .ok()?
            .map(|number| number.value.to_string())
    }

    #[test]
    fn points_as_people_write_them() {
        for (text, value) in [
            ("89,5", "89.5"),
            (" 30 ", "30"),
            ("30\n", "30"),
            ("30\nđiểm", "30"),
            ("30\u{a0}", "30"),
            ("\u{2212}10", "-10"),
            ("(10)", "-10"),
            ("– 5", "-5"),
            ("36/40", "36"),
            ("30 / 30", "30"),
            ("85 điểm", "85"),
            ("10đ", "10"),
            ("'20", "20"),
            ("３０", "30"),
            ("1.234", "1.234"),
            ("+10", "10"),
            ("~8,5", "8.5"),
            (">= 5", "5"),
            ("khoảng 20", "20"),
            ("1E+01", "10"),
            ("30.", ""),
        ] {
            assert_eq!(points(text).unwrap_or_default(), value, "{text:?}");
        }
    }

    #[test]
    fn what_can_be_meant_in_two_ways_is_not_read() {
        for text in [
            "5-10", "2\n100", "2\t100", "1\r\n234", "10 (15)", "l0", "1O", "8,5 d", "97,6%",
            "mười", "1,2,3", "-", "1/2/3", "1e2",
        ] {
            assert_eq!(points(text), None, "{text:?}");
        }
        assert_eq!(sorted("1.234", Sort::Amount), None);
    }

    #[test]
    fn thousands_by_the_sort_of_number() {
        assert_eq!(sorted("1.234", Sort::Count).unwrap(), "1234");
        assert_eq!(sorted("1,000", Sort::Count).unwrap(), "1000");
        assert_eq!(sorted("85 người", Sort::Count).unwrap(), "85");
        assert_eq!(sorted("1.234.567", Sort::Amount).unwrap(), "1234567");
        assert_eq!(sorted("1.234,5", Sort::Amount).unwrap(), "1234.5");
        assert_eq!(sorted("12 345", Sort::Amount).unwrap(), "12345");
        assert_eq!(sorted("12,5", Sort::Count), None);
        assert_eq!(sorted("12,50", Sort::Amount).unwrap(), "12.5");
        assert_eq!(sorted("0,123", Sort::Amount).unwrap(), "0.123");
    }

    #[test]
    fn blank_zero_and_unreadable_are_three_things() {
        let amount = |value: CellValue| read(&value, Sort::Amount, "");
        assert_eq!(amount(CellValue::Text("\u{a0}".into())), Ok(None));
        assert_eq!(
            amount(CellValue::Number(0.0)).unwrap().unwrap().value,
            Decimal::ZERO
        );
        assert_eq!(amount(CellValue::NotCalculated), Err(NotANumber::Error));
        assert_eq!(amount(CellValue::Bool(true)), Err(NotANumber::Other));
    }

    #[test]
    fn the_decimals_are_those_that_are_written() {
        for (text, decimals) in [
            ("180,0", 1),
            ("88.50", 2),
            ("40", 0),
            ("1.234,5", 1),
            ("(10)", 0),
        ] {
            let value = CellValue::Text(text.to_string());
            let number = read(&value, Sort::Amount, "").unwrap().unwrap();
            assert_eq!(number.decimals, decimals, "{text}");
        }
    }

    #[test]
    fn binary_noise_is_removed() {
        let number = read(&CellValue::Number(332.700_000_000_000_05), Sort::Amount, "")
            .unwrap()
            .unwrap();
        assert_eq!(number.value.to_string(), "332.7");
        assert_eq!((number.decimals, number.steps), (1, vec![Step::Noise]));
        assert!(read(&CellValue::Number(f64::NAN), Sort::Amount, "").is_err());
        // What 0.5-0.4-0.1 leaves.
        for dust in [-2.775_557_561_562_891_4e-17, 1.110_223_024_625_156_5e-16] {
            let number = read(&CellValue::Number(dust), Sort::Count, "")
                .unwrap()
                .unwrap();
            assert_eq!(
                (number.value, number.steps),
                (Decimal::ZERO, vec![Step::Noise])
            );
        }
        assert_eq!(points("1.1102230246251565E-16").unwrap(), "0");
    }
}
