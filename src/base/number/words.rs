//! What people write around the digits of a number: spaces, signs of an estimate, units of measure.
//!
//! In: a text. Out: the same without that, and what was left off. Not for: digits and separators (`written`).

use crate::base::number::written::ends_in_digit;
use crate::base::number::{POINT_WORDS, Sort, Step};

/// Whether there are digits on more than one line, or behind a tab: two numbers, since nobody sets off thousands so.
pub(super) fn is_in_lines(text: &str) -> bool {
    let is_break = |c: char| matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.contains(is_break)
        && text
            .split(is_break)
            .filter(|line| line.contains(char::is_numeric))
            .count()
            > 1
}

/// Plain digits and spaces; no invisible characters, no apostrophe before the number.
pub(super) fn tidy(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| {
            !matches!(
                c,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
        })
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    plain
        .trim()
        .trim_start_matches(['\'', '\u{2019}'])
        .trim()
        .to_string()
}

/// What stands before a number that is not exact.
const SIGNS: [&str; 14] = [
    "~",
    "≈",
    ">=",
    "<=",
    "≥",
    "≤",
    ">",
    "<",
    "khoảng ",
    "hơn ",
    "gần ",
    "trên ",
    "dưới ",
    "trên",
];

/// Whether what stands before a number makes it approximate.
pub fn makes_approximate(before: &str) -> bool {
    let lower = before.trim_end().to_lowercase();
    let is_there = |sign: &&str| {
        let rest = lower.strip_suffix(sign.trim_end());
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    };
    SIGNS.iter().any(is_there)
}

/// Without what makes a number approximate.
pub(super) fn without_approximation<'t>(text: &'t str, steps: &mut Vec<Step>) -> &'t str {
    let lower = text.to_lowercase();
    let cut = SIGNS.iter().find_map(|sign| lower.strip_prefix(sign));
    let rest = cut
        .filter(|_| lower.len() == text.len())
        .and_then(|rest| text.get(text.len() - rest.len()..));
    let is_number = |rest: &&str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    match rest.filter(is_number) {
        Some(rest) => {
            steps.push(Step::Approximate);
            rest.trim_start()
        }
        None => text,
    }
}

/// Without a unit of measure, a word for points or a percent sign at the end.
pub(super) fn without_words(
    text: &str,
    sort: Sort,
    measure: &str,
    steps: &mut Vec<Step>,
) -> String {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return text.to_string();
    }
    let mut words: Vec<String> = Vec::new();
    if let Sort::Points { .. } = sort {
        words.extend(POINT_WORDS.map(str::to_string));
    } else if !measure.is_empty() {
        words.push(measure.to_lowercase());
    }
    for word in words {
        let cut = lower
            .strip_suffix(&word)
            .map(str::len)
            .filter(|&len| ends_in_digit(lower.get(..len)));
        if let Some(rest) = cut.and_then(|len| text.get(..len)) {
            steps.push(Step::UnitWord(word));
            return rest.trim_end().to_string();
        }
    }
    text.to_string()
}
