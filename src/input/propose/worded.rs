//! Maxima that stand within the texts of rows: "Ban hành kế hoạch (10 điểm)".
//!
//! In: forms without a column of maxima. Out: the rows whose texts say theirs, and how much. Not for: points of options, which are
//! told by what is ticked.

use std::collections::BTreeSet;

use crate::base::points::Points;
use crate::input::propose::columns::FormColumn;
use crate::input::propose::forms::Forms;
use crate::input::propose::value::{ending_points, written};

/// What stands before a maximum in brackets.
const BEFORE: [&str; 4] = ["điểm tối đa", "tối đa", "điểm chuẩn", "thang điểm"];

/// What ends a number of points.
const POINTS: [&str; 2] = ["điểm", "đ"];

/// The maximum that the text of a row states, where it states one: in brackets, or at its end.
pub(super) fn stated(shown: &str) -> Option<Points> {
    let mut found = shown.split(['(', '[']).skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once([')', ']'])?;
        let lower = inside.trim().to_lowercase();
        let before = BEFORE.iter().find_map(|word| lower.strip_prefix(word));
        let is_said = before.is_some() || ends_in_points(&lower);
        written(before.unwrap_or(&lower).trim_matches([':', ' '])).filter(|_| is_said)
    });
    match (found.next(), found.next()) {
        (Some(one), None) => Some(one),
        (None, _) if ends_in_points(&shown.to_lowercase()) => Some(ending_points(shown)?.1),
        _ => None,
    }
    .filter(|points| *points > Points::ZERO)
}

fn ends_in_points(lower: &str) -> bool {
    let text = lower.trim_end_matches([' ', '.', ';', ')']);
    let number = POINTS.iter().find_map(|word| text.strip_suffix(word));
    number.is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

/// The rows that state their maxima and that units write numbers in, or in rows beside them.
pub(super) fn rows(forms: &Forms<'_>, columns: &[FormColumn]) -> BTreeSet<usize> {
    let is_stated = |row: &usize| {
        let row = forms.consensus.rows.get(*row);
        row.is_some_and(|row| stated(&row.text).is_some())
    };
    let has_number = |row: usize| {
        let mut all = columns.iter().flat_map(|one| {
            let places = one.places.iter().copied();
            places.filter_map(|place| forms.number(row, place, &one.key))
        });
        all.next().is_some()
    };
    let parent = |row: usize| forms.consensus.rows.get(row).and_then(|one| one.parent);
    let stated: Vec<usize> = forms.rows().filter(is_stated).collect();
    let filled = stated.iter().filter(|row| has_number(**row));
    let parents: BTreeSet<Option<usize>> = filled.map(|row| parent(*row)).collect();
    let is_beside = |row: &usize| parents.contains(&parent(*row));
    stated.into_iter().filter(is_beside).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn maxima_within_texts() {
        let of = |text: &str| stated(text).map(|points| points.to_string());
        for (text, most) in [
            ("Ban hành kế hoạch năm (10 điểm)", Some("10")),
            ("Kế hoạch (tối đa 7,5 điểm) kịp thời", Some("7.5")),
            ("Kế hoạch (tối đa: 5)", Some("5")),
            ("Kế hoạch [2đ]", Some("2")),
            ("Kế hoạch: 8 điểm", Some("8")),
            ("Kế hoạch (năm 2024)", None),
            ("Kế hoạch (2)", None),
            ("Đạt từ 80 điểm (5 điểm) hoặc (3 điểm)", None),
            ("Nộp trước 10", None),
            ("Không kịp thời (0 điểm)", None),
        ] {
            assert_eq!(of(text).as_deref(), most, "{text}");
        }
    }
}
