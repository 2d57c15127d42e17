//! What the words of a heading hint at beside the column that they name: of which year it is, and whether it is a score at all.
//!
//! In: headings and the year assessed. Out: what each hints at. Not for: what stands below them.

use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::tables::{self, Role, TableKind, Vocabulary};

/// Of which year or period a column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum HeadingSpan {
    /// Its heading does not say so.
    #[default]
    Unsaid,
    /// Another year than the one assessed.
    Earlier,
    /// The year assessed, or all of it.
    Current,
}

/// Whose numbers a heading says that they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum HeadingOf {
    /// Nothing does, or more than one thing.
    #[default]
    Unsaid,
    /// The unit's own.
    Unit,
    /// Those that others give it.
    Others,
    /// Those that were planned.
    Plan,
}

impl HeadingOf {
    fn of(key: &str) -> HeadingOf {
        // "Cơ sở" is a unit, "Sở" may be over it.
        let without = key.replace("cơ sở", "");
        let is_unit = Hint::UnitScore.is_said_in(key);
        let is_others = Hint::Appraiser.is_said_in(&text::key(&without));
        match (is_unit, is_others) {
            (true, false) => HeadingOf::Unit,
            (false, true) => HeadingOf::Others,
            (false, false) if Hint::Plan.is_said_in(key) => HeadingOf::Plan,
            _ => HeadingOf::Unsaid,
        }
    }
}

/// What the words of a heading hint at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HeadingSense {
    /// The column that it names without its year, be it only where nothing else does.
    pub(super) meant: Option<Column>,
    /// Of which year or period it is.
    pub(super) span: HeadingSpan,
    /// Whether it compares, or is a share, an average or a place.
    pub(super) is_beside: bool,
    /// Whether it says that points are weighed by it.
    pub(super) is_weight: bool,
    /// Whether it says that the unit itself gives the score.
    pub(super) is_own: bool,
    /// Whose numbers it says that they are.
    pub(super) of_whom: HeadingOf,
}

impl HeadingSense {
    /// Whether it is of another year than the one assessed.
    pub(super) fn is_earlier(self) -> bool {
        self.span == HeadingSpan::Earlier
    }

    /// Whether its words say that others give the score, or that it was planned.
    pub(super) fn is_of_others(self) -> bool {
        matches!(self.of_whom, HeadingOf::Others | HeadingOf::Plan)
    }

    /// Whether it is of the year assessed, or of all of it.
    pub(super) fn is_current(self) -> bool {
        self.span == HeadingSpan::Current
    }

    /// What headings hint at, each by its key and its text. Without a year that is known the latest of several is the one assessed.
    pub(super) fn all(headings: &[(&str, &str)], year: Option<i32>) -> Vec<HeadingSense> {
        let vocabulary = Vocabulary::new(&[]);
        let years: Vec<Vec<i32>> = headings.iter().map(|(key, _)| years(key)).collect();
        let mut named: Vec<i32> = years.iter().flatten().copied().collect();
        named.sort_unstable();
        named.dedup();
        let latest = named.last().copied().filter(|_| named.len() > 1);
        let year = year.or(latest);
        let sense = |((key, shown), years): (&(&str, &str), &Vec<i32>)| {
            let is_of = year.is_some_and(|year| years.contains(&year));
            let is_other = year.is_some() && !years.is_empty() && !is_of;
            let span = if is_other || !is_of && Hint::EarlierScore.is_in(key) {
                HeadingSpan::Earlier
            } else if is_of || Hint::WholeYear.is_in(key) || Hint::YearScore.is_in(key) {
                HeadingSpan::Current
            } else {
                HeadingSpan::Unsaid
            };
            HeadingSense {
                meant: meant(key, &vocabulary),
                span,
                is_beside: Hint::BesideScore.is_in(key) && !Hint::YearScore.is_in(key)
                    || shown.contains('%'),
                is_weight: Hint::Weight.is_in(key),
                is_own: Hint::SelfScore.is_in(key),
                of_whom: HeadingOf::of(key),
            }
        };
        headings.iter().zip(&years).map(sense).collect()
    }
}

/// The years that a heading names as those of its column; none where it names that of a document.
fn years(key: &str) -> Vec<i32> {
    if Hint::OtherYear.is_in(key) {
        return Vec::new();
    }
    key.split(' ').filter_map(year).collect()
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = word.parse().ok().filter(|_| is_year)?;
    (2000..=2100).contains(&year).then_some(year)
}

/// Words of headings of what is taken off, and of what is added.
const OFF: [&str; 2] = ["trừ", "phạt"];
const ADDED: [&str; 2] = ["thưởng", "cộng"];

/// Whether a heading says that points are added or taken off, nothing where it says both.
pub(super) fn sign(key: &str) -> Option<i64> {
    let key = key.replace("tổng cộng", "tổng");
    let says = |words: &[&str]| key.split(' ').any(|word| words.contains(&word));
    match (says(&OFF), says(&ADDED)) {
        (true, true) => None,
        (true, false) => Some(-1),
        (false, true) => Some(1),
        (false, false) => Some(0),
    }
}

/// The column that a heading names without its year.
fn meant(key: &str, vocabulary: &Vocabulary) -> Option<Column> {
    let mut words: Vec<&str> = Vec::new();
    for word in key.split(' ') {
        if year(word).is_none() {
            words.push(word);
        } else if words.last() == Some(&"năm") {
            words.pop();
        }
    }
    let rest = text::key(&words.join(" "));
    match tables::role(&rest, vocabulary, TableKind::Form)? {
        Role::Column(column) | Role::Perhaps(column) => Some(column),
        Role::Group(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(headings: &[&str], year: Option<i32>) -> Vec<HeadingSense> {
        let keys: Vec<String> = headings.iter().map(|one| text::key(one)).collect();
        let both: Vec<(&str, &str)> = keys
            .iter()
            .zip(headings)
            .map(|(key, text)| (key.as_str(), *text))
            .collect();
        HeadingSense::all(&both, year)
    }

    #[test]
    fn years_of_headings() {
        let headings = [
            "Điểm tự chấm năm 2024",
            "Điểm năm 2023",
            "Năm 2023 Tự chấm",
            "Điểm tự chấm (theo Quyết định số 12 năm 2019)",
            "Tỷ lệ %",
            "Điểm thẩm định năm trước",
        ];
        for year in [Some(2024), None] {
            let found = all(&headings, year);
            let earlier: Vec<bool> = found.iter().map(|one| one.is_earlier()).collect();
            assert_eq!(earlier, [false, true, true, false, false, true]);
            assert!(found.iter().any(|one| one.is_beside));
            let meant: Vec<Option<Column>> = found.iter().map(|one| one.meant).collect();
            assert_eq!(meant.first(), Some(&Some(Column::Claimed)));
            assert_eq!(meant.get(2), Some(&Some(Column::Claimed)));
        }
        // One year alone says nothing where the year assessed is not known.
        assert!(
            !all(&["Điểm năm 2023"], None)
                .iter()
                .any(|one| one.is_earlier())
        );
    }
}
