//! Maxima that stand within the texts of rows: "Ban hành kế hoạch (10 điểm)".
//!
//! In: forms without a column of maxima. Out: the rows whose texts say theirs, and how much. Not for: points of options, which are
//! told by what is ticked.

use std::collections::BTreeSet;

use crate::base::points::Points;
use crate::campaign::documents::Certainty;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::{Forms, majority};
use crate::input::propose::value::{ending_points, written};

/// What stands before a maximum in brackets.
const BEFORE: [&str; 4] = ["điểm tối đa", "tối đa", "điểm chuẩn", "thang điểm"];

/// What stands before a maximum at the end of a text: "…, tối đa 10 điểm", "…: từ 0 đến 10 điểm".
const BEFORE_AT_END: [&str; 5] = ["tối đa", "tối đa là", "không quá", "từ 0 đến", "từ 0 -"];

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
        (None, _) if ends_in_points(&shown.to_lowercase()) => {
            let ending = ending_points(shown).map(|(_, points)| points);
            ending.or_else(|| behind_words(&shown.to_lowercase()))
        }
        _ => None,
    }
    .filter(|points| *points > Points::ZERO)
}

fn ends_in_points(lower: &str) -> bool {
    let before = before_points(lower);
    before.is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// What stands before the word for points at the end of a text.
fn before_points(lower: &str) -> Option<&str> {
    let text = lower.trim_end_matches([' ', '.', ';', ')']);
    let mut before = POINTS.iter().filter_map(|word| text.strip_suffix(word));
    before.next().map(str::trim_end)
}

/// The number of points at the end of a text, behind words that make it a maximum.
fn behind_words(lower: &str) -> Option<Points> {
    let (before, number) = before_points(lower)?.rsplit_once(' ')?;
    let is_said = BEFORE_AT_END
        .iter()
        .any(|word| before.trim_end().ends_with(word));
    written(number).filter(|_| is_said)
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

/// Takes the role of maxima from columns whose headings do not say so, where the rows' own texts say others: an order of urgency is none.
pub(super) fn refute(columns: &mut [FormColumn], forms: &Forms<'_>) {
    let rows = rows(forms, columns);
    let is_guessed = |one: &&mut FormColumn| {
        one.role == Some(ColumnUse::Maximum) && one.word != Some(Column::Maximum)
    };
    for column in columns.iter_mut().filter(is_guessed) {
        let (mut both, mut agree) = (0, 0);
        for row in &rows {
            let said = forms.consensus.rows.get(*row);
            let said = said.and_then(|one| stated(&one.text));
            let places = column.places.iter().copied();
            let values = places.filter_map(|place| forms.number(*row, place, &column.key));
            if let (Some(said), Some((most, ..))) = (said, majority(values)) {
                both += 1;
                agree += usize::from(said == most);
            }
        }
        if both >= FEWEST && agree * 2 < both {
            (column.role, column.certainty) = (None, Certainty::Unclear);
        }
    }
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
            ("Kế hoạch, tối đa 7,5 điểm", Some("7.5")),
            ("Kế hoạch: từ 0 đến 10 điểm.", Some("10")),
            ("Trễ hạn từ 5 đến 10 điểm", None),
            ("Đạt trên 80 điểm", None),
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
