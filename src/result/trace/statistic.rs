//! One statistic: what each unit adds to it, and which units are left out and why.

use serde::Serialize;

use crate::base::cell::CellAddress;
use crate::base::ids::{FigureId, UnitId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::decisions::DecidedFigure;
use crate::judge::score::figures::Figures;
use crate::judge::statistics::{Outcome, Statistic};
use crate::result::report::{FigureCell, Report, UnitRow};
use crate::result::trace::figure::{Unusable, contradicted, unusable};
use crate::result::trace::row;

/// One statistic.
#[derive(Clone, Debug, Serialize)]
pub struct StatisticTrace<'r> {
    /// The statistic.
    pub statistic: &'r Statistic,
    /// The unit that was asked about.
    pub unit: &'r UnitId,
    /// What each unit adds, by level and place.
    pub contributions: Vec<Contribution<'r>>,
    /// Units that are left out.
    pub left_out: Vec<LeftOut<'r>>,
}

/// What one unit adds.
#[derive(Clone, Debug, Serialize)]
pub struct Contribution<'r> {
    /// The unit.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// Its file.
    pub file: &'r str,
    /// The cells of its figures.
    pub cells: Vec<(&'r FigureId, &'r str, CellAddress)>,
    /// Those of its figures that somebody decided on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<(&'r FigureId, &'r DecidedFigure)>,
    /// What it adds.
    pub amount: Amount,
}

/// What a unit adds to a statistic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// Terms of a sum.
    Sum(Vec<Decimal>),
    /// A part and a whole.
    Ratio(Decimal, Decimal),
    /// Yes or no.
    Yes(bool),
    /// The sum of a group, and its maximum.
    Group(Points, Most),
}

/// A unit that is left out.
#[derive(Clone, Debug, Serialize)]
pub struct LeftOut<'r> {
    /// The unit.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// Why.
    pub why: LeftOutBecause,
}

/// Why a unit is left out of a statistic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutBecause {
    /// It has no return that counts.
    NoReturn,
    /// A figure cannot be used; with the figure and its text as found.
    Figure(FigureId, Unusable, String),
    /// The part is above the whole, or the whole is 0.
    Ratio(Decimal, Decimal),
    /// Criteria of the group are open, so that its sum is not settled.
    Open,
}

impl<'r> StatisticTrace<'r> {
    /// A statistic, asked about from one unit.
    pub fn new(report: &'r Report, unit: &'r UnitId, statistic: &'r Statistic) -> Self {
        let level = statistic.basis.level.as_ref();
        let levels = report.levels.iter();
        let rows = levels
            .filter(|one| level.is_none_or(|level| one.id == *level))
            .flat_map(|level| &level.rows);
        let is_given = matches!(statistic.outcome, Outcome::Given { .. });
        let contributions = rows
            .filter(|row| !is_given && !statistic.left_out.contains(&row.unit))
            .filter_map(|row| contribution(statistic, row));
        StatisticTrace {
            statistic,
            unit,
            contributions: contributions.collect(),
            left_out: statistic
                .left_out
                .iter()
                .map(|unit| LeftOut {
                    unit,
                    name: report.unit_name(unit).unwrap_or_default(),
                    why: why(statistic, row(report, unit)),
                })
                .collect(),
        }
    }
}

fn contribution<'r>(statistic: &'r Statistic, row: &'r UnitRow) -> Option<Contribution<'r>> {
    let basis = &statistic.basis;
    let used = || basis.figures.iter().chain(&basis.of);
    let amount = match &statistic.outcome {
        Outcome::Sum { .. } => {
            let terms: Option<Vec<Decimal>> = used().map(|id| row.figures.number(id)).collect();
            Amount::Sum(terms?)
        }
        Outcome::Ratio { .. } => {
            let (part, whole) = (basis.figures.first()?, basis.of.first()?);
            Amount::Ratio(row.figures.number(part)?, row.figures.number(whole)?)
        }
        Outcome::Share { .. } => {
            let answers: Option<Vec<bool>> = used().map(|id| row.figures.says_yes(id)).collect();
            Amount::Yes(answers?.into_iter().all(|yes| yes))
        }
        Outcome::Units { .. } => {
            let group = row.score.groups.get(basis.group.as_ref()?)?;
            Amount::Group(group.sum, group.maximum)
        }
        Outcome::Given { .. } => return None,
    };
    let cell = |id: &'r FigureId| {
        let (sheet, cell) = row.figures.get(id)?.source.origin.cell()?;
        Some((id, &**sheet, cell))
    };
    Some(Contribution {
        unit: &row.unit,
        name: &row.name,
        file: &row.file,
        cells: used().filter_map(cell).collect(),
        decided: used()
            .filter_map(|id| Some((id, row.figures.get(id)?.decided.as_deref()?)))
            .collect(),
        amount,
    })
}

fn why(statistic: &Statistic, row: Option<&UnitRow>) -> LeftOutBecause {
    let Some(row) = row else {
        return LeftOutBecause::NoReturn;
    };
    let basis = &statistic.basis;
    let because = |of: fn(Option<&FigureCell>) -> Option<Unusable>| {
        basis.figures.iter().chain(&basis.of).find_map(|id| {
            let cell = row.figures.get(id);
            let text = cell.map(|cell| cell.source.text.to_string());
            Some(LeftOutBecause::Figure(
                id.clone(),
                of(cell)?,
                text.unwrap_or_default(),
            ))
        })
    };
    if let Some(why) = because(unusable) {
        return why;
    }
    let parts = basis.figures.first().zip(basis.of.first());
    match parts.and_then(|(part, whole)| row.figures.number(part).zip(row.figures.number(whole))) {
        Some((part, whole)) if part > whole || whole.is_zero() => {
            LeftOutBecause::Ratio(part, whole)
        }
        _ => because(contradicted).unwrap_or(LeftOutBecause::Open),
    }
}
