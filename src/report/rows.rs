//! A unit's row in the result.
//!
//! In: a judged submission. Out: a [`UnitRow`] with every score and figure and where it stands. Not for: judging.

use crate::rank::{self, Rank};
use crate::report::build::Judged;
use crate::report::{FigureCell, FigureValue, Source, UnitRow};
use crate::scheme::Scheme;
use crate::submission::{Entry, Figure, Found, SumOf};
use crate::units::Registry;

/// The row of a unit.
pub(super) fn unit_row(
    scheme: &Scheme,
    registry: &Registry,
    judged: &Judged,
    rank: Rank,
) -> UnitRow {
    let Judged {
        submission,
        score,
        standing,
        ..
    } = judged;
    let unit = registry.get(&submission.unit);
    let own_total = submission
        .own_sums
        .iter()
        .filter(|own| own.of == SumOf::Total)
        .find_map(|own| own.stated.value.value());
    UnitRow {
        unit: submission.unit.clone(),
        name: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        order: unit.map(|unit| unit.order).unwrap_or_default(),
        file: submission.file.clone(),
        grading: rank::grade(scheme, standing, (score.lowest, score.highest)),
        score: score.clone(),
        rank,
        own_total: own_total.copied(),
        own_grade: submission
            .own_grade
            .as_ref()
            .and_then(|own| own.value.value())
            .cloned(),
        sources: submission
            .entries
            .iter()
            .map(|(id, entry)| (id.clone(), criterion_source(entry)))
            .collect(),
        figures: submission
            .figures
            .iter()
            .map(|(id, found)| (id.clone(), figure_cell(found)))
            .collect(),
    }
}

fn criterion_source(entry: &Entry) -> Source {
    Source {
        evidence: entry.evidence.clone(),
        explanation: entry.explanation.clone(),
        ..source(&entry.claimed)
    }
}

fn source<T>(found: &Found<T>) -> Source {
    Source {
        sheet: found.spot.sheet.to_string(),
        cell: found.spot.cell,
        text: found.text.clone(),
        evidence: None,
        explanation: None,
    }
}

fn figure_cell(found: &Found<Figure>) -> FigureCell {
    let value = found.value.value().map(|figure| match figure {
        Figure::Number(value) => FigureValue::Number(*value),
        Figure::Yes(answer) => FigureValue::Yes(*answer),
        Figure::Choice(name) => FigureValue::Choice(name.clone()),
    });
    FigureCell {
        value,
        source: source(found),
    }
}
