//! Codes as forms print them: the ends of ids, Roman numbers as others, and without what no form has a row for.
//!
//! In: ids of a scheme and codes of cells. Out: their keys, and what else may stand in a cell for them. Not for: texts.

use crate::base::ids::CriterionId;
use crate::base::text;
use crate::campaign::scheme::{Criterion, Group};

/// The criterion that stands for its whole group: the only one right below it, of its name, that takes its points from others. The forms
/// have one row for both.
pub(super) fn for_group<'c>(group: &Group, criteria: &[&'c Criterion]) -> Option<&'c CriterionId> {
    let is_top = |one: &&&Criterion| one.id.0.matches('.').count() == 1;
    let mut tops = criteria.iter().filter(is_top);
    let (first, second) = (tops.next()?, tops.next());
    let is_it = second.is_none()
        && first.rule.combines()
        && text::key(&first.name) == text::key(&group.name);
    is_it.then_some(&first.id)
}

/// The code that forms print for a criterion below one that stands for its whole group: `1.2` for `1.0.2`.
pub(super) fn without_group_row(
    criterion: &Criterion,
    for_group: Option<&CriterionId>,
) -> Option<String> {
    let rest = criterion.id.0.strip_prefix(for_group?.0.as_str())?;
    let rest = rest.strip_prefix('.')?;
    Some(format!("{}.{rest}", criterion.group_code()))
}

/// What forms print for a code of this key besides itself, before the name in one cell: its end, where they begin to count anew below
/// each heading (`1. Kế hoạch` for I.1), and 2.1 for II.1.
pub(super) fn printed_numbers(code: &str) -> Vec<String> {
    let mut printed: Vec<String> = with_numbers(code, ' ').collect();
    let mut rest = code;
    while let Some((_, tail)) = rest.split_once(' ') {
        printed.push(tail.to_string());
        rest = tail;
    }
    printed
}

/// Roman numbers, as keys.
const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
];

/// Whether the first part of a code is a letter that is no Roman number.
pub(super) fn is_by_letter(code: &str) -> bool {
    let key = code_key(code);
    let first = key.split('.').next().unwrap_or_default();
    matches!(first.as_bytes(), [b'a'..=b'z']) && !ROMAN.contains(&first)
}

/// A code whose first part is a Roman number or a letter with the number it stands for: 2.1 for II.1 and for B.1. Of one that is both
/// the Roman number comes first.
pub(super) fn with_numbers(code: &str, sign: char) -> impl Iterator<Item = String> + use<'_> {
    let first = code.split(sign).next().unwrap_or_default();
    let rest = code.get(first.len()..).unwrap_or_default();
    let of_roman = ROMAN.iter().position(|roman| *roman == first);
    let of_letter = match first.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(usize::from(letter - b'a')),
        _ => None,
    };
    let of_letter = of_letter.filter(|place| Some(*place) != of_roman);
    let places = of_roman.into_iter().chain(of_letter);
    places.map(move |place| format!("{}{rest}", place + 1))
}

/// Whether a code, both as keys, is what forms print for the code of a criterion: its end, where they begin to count anew below each
/// heading (`a)` for `I.1.a`), or that with a number in place of its first part (`2.1` for `II.1`).
pub(super) fn is_printed_for(printed: &str, code: &str) -> bool {
    let mut end = code;
    loop {
        if end == printed && end.len() < code.len()
            || end.contains('.') && with_numbers(end, '.').any(|one| one == printed)
        {
            return true;
        }
        match end.split_once('.') {
            Some((_, rest)) => end = rest,
            None => return false,
        }
    }
}

/// An id without the number that tells it from another criterion of the same code: `1.1` of `1.1-2`.
pub(super) fn printed_id(id: &str) -> &str {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    id.rsplit_once('-')
        .filter(|(before, number)| !before.is_empty() && is_number(number))
        .map_or(id, |(before, _)| before)
}

/// The key of a code with a dot between letters and numbers that stand together: `a.1` of `A1`.
pub(super) fn parted(key: &str) -> Option<String> {
    let mut parted = String::with_capacity(key.len() + 1);
    let mut last: Option<char> = None;
    for c in key.chars() {
        let is_kind = |one: char| one.is_ascii_digit();
        if last.is_some_and(|last| last != '.' && c != '.' && is_kind(last) != is_kind(c)) {
            parted.push('.');
        }
        parted.push(c);
        last = Some(c);
    }
    (parted != key).then_some(parted)
}

/// A code without what varies: spaces, a dot at the end, brackets.
pub(super) fn code_key(code: &str) -> String {
    let mut key = String::with_capacity(code.len());
    for c in code.chars() {
        match c {
            '.' | ',' if !key.is_empty() => key.push('.'),
            c if text::is_letter(c) => key.extend(c.to_lowercase()),
            _ => {}
        }
    }
    key.truncate(key.trim_end_matches('.').len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_roman_number_that_is_a_letter_the_number_comes_first() {
        let numbers = |code| with_numbers(code, '.').collect::<Vec<String>>();
        assert_eq!(numbers("i.1"), ["1.1", "9.1"]);
        assert_eq!(numbers("ix.1"), ["9.1"]);
        assert_eq!(numbers("b.1"), ["2.1"]);
        assert!(is_by_letter("B.1") && !is_by_letter("IX.1") && !is_by_letter("1.1"));
    }

    #[test]
    fn ends_and_numbers_of_codes() {
        for (printed, code) in [
            ("1", "ii.1"),
            ("2.1", "ii.1"),
            ("2.1", "b.1"),
            ("1.1", "a.i.1"),
            ("a", "i.1.a"),
            ("9.1", "i.1"),
        ] {
            assert!(is_printed_for(printed, code), "{printed} {code}");
        }
        for (printed, code) in [
            ("1.1", "ii.1"),
            ("2", "ii.1"),
            ("2.1", "i.1"),
            ("2.2", "ii.1"),
            ("ii.1", "ii.1"),
            ("2.1", "c.1"),
            ("", "ii.1"),
        ] {
            assert!(!is_printed_for(printed, code), "{printed} {code}");
        }
    }
}
