//! Digits with signs, separators and exponents.
//!
//! In: a text without words. Out: the number it writes, or nothing where it can be read in two ways.

use std::str::FromStr;

use crate::base::number::{NotANumber, Sort, Step, is_dust};
use crate::base::points::Decimal;

/// Whether a text ends in a digit.
pub fn ends_in_digit(text: Option<&str>) -> bool {
    text.and_then(|text| text.trim_end().chars().next_back())
        .is_some_and(|c| c.is_ascii_digit())
}

/// A number in the form that Excel shows large numbers in: `1E+02`. An error where no form can mean the number.
pub fn exponent(text: &str) -> Option<Result<Decimal, NotANumber>> {
    let (digits, power) = text.split_once(['E', 'e'])?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let power_digits = power.strip_prefix(['+', '-'])?;
    let well_formed = digits.split('.').count() <= 2 && digits.split('.').all(is_digits);
    (well_formed && is_digits(power_digits)).then(|| {
        if text.parse().is_ok_and(is_dust) {
            return Ok(Decimal::ZERO);
        }
        Decimal::from_scientific(text).ok_or(NotANumber::Impossible)
    })
}

/// A number beside which nothing says how large it may be. What can set off thousands does, as in office documents: `1.000` is 1000,
/// `0,125` and `7,5` have decimals.
pub fn without_bounds(text: &str) -> Option<Decimal> {
    if text.len() > LONGEST {
        return None;
    }
    signed(text, Sort::Count, &mut Vec::new())
}

/// The most bytes of such a number.
const LONGEST: usize = 24;

/// A number with its sign: a minus of any shape, or parentheses.
pub fn signed(text: &str, sort: Sort, steps: &mut Vec<Step>) -> Option<Decimal> {
    let in_parentheses = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let (digits, negative) = match (
        in_parentheses,
        text.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2014}']),
    ) {
        (Some(inner), _) => (inner.trim(), true),
        (None, Some(rest)) => (rest.trim_start(), true),
        (None, None) => (text.strip_prefix('+').unwrap_or(text), false),
    };
    if negative && !text.starts_with('-') {
        steps.push(Step::Minus);
    }
    let size = unsigned(digits, sort, negative, steps)?;
    Some(if negative { -size } else { size })
}

/// Digits with separators. One separator before exactly three digits can be a decimal mark or set off thousands; the sort
/// of number decides, or nothing does.
fn unsigned(text: &str, sort: Sort, negative: bool, steps: &mut Vec<Step>) -> Option<Decimal> {
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    if text.is_empty()
        || !text.starts_with(|c: char| c.is_ascii_digit())
        || !ends_in_digit(Some(text))
    {
        return None;
    }
    match separators.as_slice() {
        [] => decimal(text),
        [one @ (',' | '.')] => {
            let with_point = decimal(&text.replace(*one, "."))?;
            let thousands = grouped(text, *one).and_then(|digits| decimal(&digits));
            let fits = |value: Decimal| match sort {
                Sort::Points { lowest, highest } => {
                    (lowest..=highest).contains(&if negative { -value } else { value })
                }
                Sort::Count => value.is_integer(),
                Sort::Amount => true,
            };
            let value = match thousands.filter(|&whole| fits(whole) || sort == Sort::Amount) {
                // A count such as 1,000 is whole in both readings; only the larger one is ever meant.
                Some(whole) if sort == Sort::Count => whole,
                Some(whole) if !fits(with_point) => whole,
                Some(_) => return None,
                None => with_point,
            };
            steps.push(if value == with_point && *one == ',' {
                Step::DecimalComma
            } else {
                Step::Thousands
            });
            if value == with_point && *one == '.' {
                steps.pop();
            }
            Some(value)
        }
        [first, .., last]
            if first != last && separators.iter().filter(|c| *c == last).count() == 1 =>
        {
            let (whole, fraction) = text.rsplit_once(*last)?;
            let whole = grouped(whole, *first)?;
            steps.push(Step::Thousands);
            matches!(last, ',' | '.').then(|| decimal(&format!("{whole}.{fraction}")))?
        }
        [first, ..] => {
            steps.push(Step::Thousands);
            grouped(text, *first).and_then(|digits| decimal(&digits))
        }
    }
}

/// The digits of a number whose thousands are all set off by one separator: `1.234.567`.
fn grouped(text: &str, separator: char) -> Option<String> {
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    let well_formed = matches!(separator, ',' | '.' | ' ')
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(&first)
        && rest.iter().all(|group| group.len() == 3 && digits(group));
    well_formed.then(|| text.replace(separator, ""))
}

/// The number with the decimals that it is written with.
fn decimal(text: &str) -> Option<Decimal> {
    if text.len() > 24 || !text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    Decimal::from_str(text).ok()
}
