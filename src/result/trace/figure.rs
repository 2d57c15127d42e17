//! One figure of one unit.

use serde::Serialize;

use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, FigureId, UnitId};
use crate::base::points::Decimal;
use crate::input::submission::Figure;
use crate::result::report::{FigureCell, Report, UnitRow, ValueSource};
use crate::result::trace::{feeds, figure_facts, is_about_all_texts, row};

/// One figure of one unit.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTrace<'r> {
    /// Whose.
    pub unit: &'r UnitId,
    /// Which.
    pub id: &'r FigureId,
    /// Its name.
    pub name: &'r str,
    /// Its unit of measure.
    pub measure: &'r str,
    /// The criterion that it stands under.
    pub criterion: &'r CriterionId,
    /// The file that counted; none if the unit has none.
    pub file: Option<&'r str>,
    /// Its cell and what was read there.
    pub cell: Option<&'r FigureCell>,
    /// Why it cannot be used.
    pub unusable: Option<Unusable>,
    /// The statistics that use it.
    pub statistics: Vec<StatisticName>,
    /// Findings about it.
    pub findings: Vec<&'r Finding>,
}

/// Why a figure cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unusable {
    /// Its row was not found.
    NoRow,
    /// It is blank.
    Blank,
    /// It was not understood.
    Unreadable,
    /// It is negative.
    Negative,
    /// Another figure contradicts it.
    Contradicted,
    /// It was decided that it goes into nothing.
    LeftOut,
}

impl<'r> FigureTrace<'r> {
    /// The figure of a unit. `None`: the report knows no such figure.
    pub fn new(report: &'r Report, unit: &'r UnitId, id: &'r FigureId) -> Option<Self> {
        let (criterion, facts) = figure_facts(report, id)?;
        let row = row(report, unit);
        let cell = row.and_then(|row| row.figures.get(id));
        Some(FigureTrace {
            unit,
            id,
            name: &facts.name,
            measure: &facts.unit,
            criterion: &criterion.id,
            file: row.map(|row| row.file.as_str()),
            cell,
            unusable: unusable(cell).or_else(|| contradicted(cell)),
            statistics: feeds(report, unit, &[id], None),
            findings: row
                .map(|row| about(report, row, cell.map(|cell| &cell.source)))
                .unwrap_or_default(),
        })
    }
}

/// Why the cell of a figure gives no value.
pub fn unusable(cell: Option<&FigureCell>) -> Option<Unusable> {
    match cell {
        None => Some(Unusable::NoRow),
        Some(FigureCell {
            value: None,
            decided: Some(_),
            ..
        }) => Some(Unusable::LeftOut),
        Some(FigureCell {
            value: Some(Figure::Number(value)),
            ..
        }) => (*value < Decimal::ZERO).then_some(Unusable::Negative),
        Some(FigureCell { value: Some(_), .. }) => None,
        Some(FigureCell { source, .. }) if source.text.trim().is_empty() => Some(Unusable::Blank),
        Some(_) => Some(Unusable::Unreadable),
    }
}

/// Why a figure that has a value is in no statistic.
pub fn contradicted(cell: Option<&FigureCell>) -> Option<Unusable> {
    cell.is_some_and(|cell| cell.contradicted)
        .then_some(Unusable::Contradicted)
}

/// The findings of a unit's file at a cell, and those about all texts of the file.
pub fn about<'r>(
    report: &'r Report,
    row: &UnitRow,
    source: Option<&ValueSource>,
) -> Vec<&'r Finding> {
    let at = source.and_then(|source| source.origin.cell());
    let is_at = |finding: &Finding| {
        let place = &finding.place;
        at.is_some_and(|(sheet, cell)| {
            place.cell == Some(cell) && place.sheet.as_deref() == Some(sheet)
        })
    };
    let is_here = |finding: &&Finding| {
        finding.place.file.as_deref() == Some(row.file.as_str())
            && (is_about_all_texts(finding) || is_at(finding))
    };
    report.findings.iter().filter(is_here).collect()
}

/// A statistic by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatisticName {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the unit is left out of it.
    pub left_out: bool,
}
