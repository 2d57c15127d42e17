//! Evidence: missing, of another year, out of reach.

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::points::Points;
use crate::base::rules::evidence as rules;
use crate::campaign::scheme::Criterion;
use crate::input::submission::Entry;
use crate::judge::check::{Checked, points};

/// Findings about the evidence of one criterion.
pub fn check(
    checked: Checked<'_>,
    criterion: &Criterion,
    entry: &Entry,
    year: i32,
) -> Vec<Finding> {
    let Some(evidence) = &entry.evidence else {
        return Vec::new();
    };
    let at = |rule| Finding::new(rule, place(checked, entry)).about(About::Row(criterion.label()));
    let years = years_of_dates(evidence);
    let other_year = (!years.is_empty()
        && !years.iter().any(|one| *one == year || *one == year + 1))
    .then(|| {
        let names = years.iter().map(ToString::to_string).collect();
        at(&rules::EVIDENCE_OTHER_YEAR)
            .found(Fact::Names(names))
            .expected(Fact::Name(year.to_string()))
    });
    let unreachable = unreachable(evidence)
        .map(|path| at(&rules::EVIDENCE_UNREACHABLE).found(Fact::Text(path.to_string())));
    other_year.into_iter().chain(unreachable).collect()
}

/// Where the evidence of a criterion stands or should stand; in a table without the column, its score.
fn place(checked: Checked<'_>, entry: &Entry) -> Place {
    let mut place = checked.place(&entry.claimed.origin);
    place.cell = entry.evidence_cell.or(place.cell);
    place
}

/// Criteria with points and neither evidence nor explanation: one finding for the whole submission. A form in which no
/// evidence is written at all has no place for it.
pub fn missing(checked: Checked<'_>) -> Option<Finding> {
    let entries = &checked.submission.entries;
    if entries.values().all(|entry| entry.evidence.is_none()) {
        return None;
    }
    let bare = |entry: &Entry| {
        let claims = points(&entry.claimed).is_some_and(|claimed| claimed > Points::ZERO);
        claims && entry.evidence.is_none() && entry.explanation.is_none()
    };
    let bare: Vec<_> = entries.iter().filter(|(_, entry)| bare(entry)).collect();
    let (_, first) = bare.first()?;
    let names = bare.iter().map(|(id, _)| id.0.to_string()).collect();
    Some(Finding::new(&rules::NO_EVIDENCE, place(checked, first)).expected(Fact::Names(names)))
}

/// The years of full dates in a text: `12/12/2017`, `12-12-2017`, `12.12.2017`, `ngày 12 tháng 12 năm 2017`.
fn years_of_dates(text: &str) -> Vec<i32> {
    let mut numbers: Vec<(&str, &str)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, tail) = rest.split_at(start);
        let end = tail
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(tail.len());
        let (digits, after) = tail.split_at(end);
        numbers.push((before, digits));
        rest = after;
    }
    let is_mark = |between: &str| matches!(between.trim(), "/" | "-" | "." | "tháng" | "năm");
    let year = |window: &[(&str, &str)]| match window {
        [(_, day), (first, month), (second, year)]
            if year.len() == 4
                && day.len() <= 2
                && month.len() <= 2
                && is_mark(first)
                && is_mark(second) =>
        {
            year.parse().ok()
        }
        _ => None,
    };
    numbers.windows(3).filter_map(year).collect()
}

/// The path or address in a text that nobody outside the unit can open.
fn unreachable(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| {
        let lower = word.to_lowercase();
        let plain = lower.trim_start_matches(['(', '[', '"', '“', '\'']);
        let host = plain
            .strip_prefix("http://")
            .or_else(|| plain.strip_prefix("https://"));
        let mut letters = plain.chars();
        let is_drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
            && letters.next() == Some(':')
            && matches!(letters.next(), Some('\\' | '/'));
        is_drive
            || plain.starts_with("\\\\")
            || plain.starts_with("file:")
            || host.is_some_and(|host| {
                ["localhost", "127.", "10.", "192.168."]
                    .iter()
                    .any(|one| host.starts_with(one))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_full_dates_only() {
        assert_eq!(
            years_of_dates("Báo cáo số 15/BC-STC ngày 12/12/2017"),
            [2017]
        );
        assert_eq!(
            years_of_dates("QĐ 2015/QĐ-UBND ngày 3 tháng 2 năm 2016; số 1.2"),
            [2016]
        );
        assert!(years_of_dates("Kế hoạch năm 2016, mục 1/2").is_empty());
    }

    #[test]
    fn paths_that_nobody_else_can_open() {
        assert_eq!(unreachable(r"xem D:\CNTT\bc.pdf"), Some(r"D:\CNTT\bc.pdf"));
        assert_eq!(unreachable(r"\\may1\chung"), Some(r"\\may1\chung"));
        assert_eq!(
            unreachable("http://192.168.1.5/a"),
            Some("http://192.168.1.5/a")
        );
        assert_eq!(unreachable("https://kontum.gov.vn/10.5"), None);
        assert_eq!(unreachable("Điểm a: có"), None);
    }
}
