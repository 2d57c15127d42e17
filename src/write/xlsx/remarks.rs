//! What has to be said beside a unit's result: its own total, what is open, what was rescaled.
//!
//! In: a unit's row of the report. Out: one short line. Not for: the findings themselves, which have a sheet.

use crate::lang::Lang;
use crate::points::Points;
use crate::report::UnitRow;
use crate::write::words::{self, fill};

/// The remarks of a unit in one line. Empty: nothing to say.
pub(super) fn remarks(row: &UnitRow, lang: Lang) -> String {
    let parts: Vec<String> = [
        provisional(row, lang),
        exempt(row, lang),
        own_total(row, lang),
        own_grade(row, lang),
    ]
    .into_iter()
    .flatten()
    .collect();
    parts.join("; ")
}

/// Bounds of the total while criteria are open, and the places and grades that open criteria and findings leave possible.
fn provisional(row: &UnitRow, lang: Lang) -> Option<String> {
    let (score, rank, grading) = (&row.score, &row.rank, &row.grading);
    let mut parts = Vec::new();
    let is_open = score.open > 0 || score.lowest != score.highest;
    if is_open {
        let numbers = [
            &score.open.to_string(),
            &points(score.lowest, lang),
            &points(score.highest, lang),
        ];
        let phrase = words::TOTAL_BETWEEN.get(lang);
        parts.push(fill(phrase, &numbers.map(String::as_str)));
    }
    if rank.best != rank.worst {
        let (best, worst) = (rank.best.to_string(), rank.worst.to_string());
        parts.push(fill(words::PLACE_BETWEEN.get(lang), &[&best, &worst]));
    }
    if grading.best != grading.worst {
        let (worst, best) = (&grading.worst, &grading.best);
        parts.push(fill(words::GRADE_BETWEEN.get(lang), &[worst, best]));
    }
    if parts.is_empty() {
        return None;
    }
    let start = if is_open {
        words::PROVISIONAL
    } else {
        words::DEPENDS
    };
    Some(fill(start.get(lang), &[&parts.join(", ")]))
}

fn exempt(row: &UnitRow, lang: Lang) -> Option<String> {
    let ids: Vec<&str> = row
        .score
        .criteria
        .iter()
        .filter(|(_, criterion)| criterion.exempt)
        .map(|(id, _)| id.0.as_str())
        .collect();
    if ids.is_empty() {
        return None;
    }
    let list = ids.join(", ");
    if row.score.raw_total == row.score.total {
        return Some(fill(words::EXEMPT.get(lang), &[&list]));
    }
    let raw = points(row.score.raw_total, lang);
    Some(fill(words::EXEMPT_RESCALED.get(lang), &[&list, &raw]))
}

/// A total of the unit's own that is neither the total nor the sum before rescaling.
fn own_total(row: &UnitRow, lang: Lang) -> Option<String> {
    let own = row.own_total?;
    if own == row.score.total || own == row.score.raw_total {
        return None;
    }
    let difference = own - row.score.raw_total;
    let sign = if difference > Points::ZERO { "+" } else { "" };
    let shown = format!("{sign}{}", points(difference, lang));
    Some(fill(
        words::OWN_TOTAL.get(lang),
        &[&points(own, lang), &shown],
    ))
}

fn own_grade(row: &UnitRow, lang: Lang) -> Option<String> {
    let own = row.own_grade.as_deref()?;
    if row.grading.grade.as_deref() == Some(own) {
        return None;
    }
    Some(fill(words::OWN_GRADE.get(lang), &[own]))
}

/// Points as people write them, at most three decimals.
pub(super) fn points(points: Points, lang: Lang) -> String {
    lang.number(points.rounded(3).0)
}
