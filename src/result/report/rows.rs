//! The rows of a report: what a unit's submission and its scores come to, and units without one.
//!
//! In: a submission and its judgement. Out: rows that need neither. Not for: judging.

use std::collections::HashMap;

use crate::base::cell::CellValue;
use crate::base::ids::FigureId;
use crate::campaign::rulings::Rulings;
use crate::campaign::units::{Registry, Unit};
use crate::input::submission::{Entry, Figure, Found, Submission};
use crate::judge::check::returns::{self, UnusableFiles};
use crate::judge::rank::{Grading, Rank};
use crate::judge::score::UnitScore;
use crate::result::report::{FigureCell, GapReason, LevelResult, UnitGap, UnitRow, ValueSource};

/// The row of a unit with a submission that counts, which goes into it: of many units not both are held.
pub fn unit_row(
    registry: &Registry,
    submission: Submission,
    mut score: UnitScore,
    rank: Rank,
    grading: Grading,
) -> UnitRow {
    // Filled one by one, it has room for a third more.
    score.criteria.shrink_to_fit();
    let unit = registry.get(&submission.unit);
    UnitRow {
        name: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        order: unit.map(|unit| unit.order).unwrap_or_default(),
        file: submission.file,
        unit: submission.unit,
        grading,
        score,
        rank,
        own_total: None,
        own_total_share: None,
        own_sum: None,
        own_grade: submission
            .own_grade
            .and_then(|own| own.value.value().cloned()),
        sources: submission
            .entries
            .into_iter()
            .map(|(id, entry)| (id, criterion_source(entry)))
            .collect(),
        figures: submission
            .figures
            .into_iter()
            .map(|(id, found)| (id, figure_cell(found)))
            .collect(),
    }
}

fn criterion_source(entry: Entry) -> ValueSource {
    ValueSource {
        evidence: entry.evidence,
        explanation: entry.explanation,
        appraised: entry.appraised.map(|found| Box::new(source(*found))),
        ..source(entry.claimed)
    }
}

fn source<T>(found: Found<T>) -> ValueSource {
    ValueSource {
        text: match found.written {
            CellValue::Text(text) => text.into(),
            other => other.show().into(),
        },
        origin: found.origin,
        evidence: None,
        explanation: None,
        steps: found.steps.into(),
        row: found.row,
        appraised: None,
    }
}

fn figure_cell(found: Found<Figure>) -> FigureCell {
    FigureCell {
        value: found.value.value().cloned(),
        decided: None,
        contradicted: false,
        source: source(found),
    }
}

/// Marks the figures that contradict each other.
pub fn mark_contradicted(row: &mut UnitRow, contradicted: &[FigureId]) {
    for id in contradicted {
        if let Some(cell) = row.figures.get_mut(id) {
            cell.contradicted = true;
        }
    }
}

/// Says of figures who decided them.
pub fn mark_decided(levels: &mut [LevelResult], rulings: &Rulings) {
    for row in levels.iter_mut().flat_map(|level| &mut level.rows) {
        for (id, one) in &rulings.of(&row.unit).figures {
            if let Some(cell) = row.figures.get_mut(id) {
                cell.decided = Some(Box::new(one.clone()));
            }
        }
    }
}

/// A unit without one. `why` says of each file why it cannot be used.
pub fn gap(unit: &Unit, unusable: &UnusableFiles<'_>, why: &HashMap<&str, GapReason>) -> UnitGap {
    let files = unusable.get(&unit.id).map_or(&[][..], Vec::as_slice);
    let own = files
        .iter()
        .filter(|row| row.unit.as_ref() == Some(&unit.id));
    let mut reasons: Vec<GapReason> = own
        .map(|row| why.get(row.name.as_str()).copied())
        .map(|reason| reason.unwrap_or(GapReason::Unreadable))
        .collect();
    reasons.sort_unstable();
    reasons.dedup();
    if reasons.is_empty() && !files.is_empty() {
        reasons.push(GapReason::Undecided);
    }
    UnitGap {
        reasons,
        unit: unit.id.clone(),
        name: unit.name.clone(),
        order: unit.order,
        files: returns::names_of(unusable, unit),
    }
}
