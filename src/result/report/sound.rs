//! Whether a report that was read again hangs together: what its form as JSON can say and no run writes.
//!
//! In: a report that this program may not have written. Out: the first flaw that makes it none of ours, and statistics that are
//! not what the figures give. Not for: its rows, whose flaws and sums `diff` looks at, together with those of workbooks.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::Flaw;
use crate::base::finding::Fact;
use crate::base::ids::{CriterionId, FigureId, GroupId, LevelId, UnitId};
use crate::base::points::Decimal;
use crate::campaign::scheme::MOST_ENTRIES;
use crate::campaign::units::MOST_UNITS;
use crate::judge::statistics::{Outcome, Statistic};
use crate::result::report::data::as_number;
use crate::result::report::{LevelResult, Report, UnitRow};

/// A number or a word that is not what the parts it is made of give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// What it is about.
    pub about: String,
    /// What is stated.
    pub found: Fact,
    /// What the parts give.
    pub expected: Fact,
}

/// Whether two numbers are the same but for what a workbook keeps of them, 15 digits.
pub fn is_near(one: Decimal, other: Decimal) -> bool {
    let size = one.abs().max(other.abs()).max(Decimal::ONE);
    let bound = size.checked_mul(Decimal::new(1, 9));
    one.checked_sub(other)
        .zip(bound)
        .is_some_and(|(difference, bound)| difference.abs() <= bound)
}

/// The first thing in a report that no run writes, with its place: ids that are not there, units on another level.
pub fn flaw(report: &Report) -> Option<(String, Flaw)> {
    let lists = [
        ("levels", report.levels.len()),
        ("grades", report.grades.len()),
        ("groups", report.groups.len()),
        ("statistics", report.statistics.len()),
        (
            "criteria",
            report.groups.iter().map(|one| one.criteria.len()).sum(),
        ),
    ];
    let entries = lists.map(|(name, found)| (name, found, MOST_ENTRIES));
    let units = report
        .levels
        .iter()
        .map(|one| one.rows.len() + one.gaps.len());
    let units = [("units", units.sum(), MOST_UNITS)];
    let mut all = entries.into_iter().chain(units);
    if let Some((name, found, limit)) = all.find(|(_, found, limit)| found > limit) {
        return Some((name.to_string(), Flaw::TooMany { found, limit }));
    }
    let known = ReportIds::of(report);
    let levels = || report.levels.iter();
    known
        .maxima(report)
        .or_else(|| levels().find_map(|level| known.level(level)))
        .or_else(|| {
            report
                .statistics
                .iter()
                .find_map(|one| known.statistic(one))
        })
}

/// The ids of a report.
struct ReportIds<'r> {
    levels: BTreeSet<&'r LevelId>,
    groups: BTreeSet<&'r GroupId>,
    criteria: BTreeSet<&'r CriterionId>,
    units: BTreeSet<&'r UnitId>,
}

impl<'r> ReportIds<'r> {
    fn of(report: &'r Report) -> Self {
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        let gaps = report.levels.iter().flat_map(|level| &level.gaps);
        let criteria = report.groups.iter().flat_map(|group| &group.criteria);
        ReportIds {
            levels: report.levels.iter().map(|level| &level.id).collect(),
            groups: report.groups.iter().map(|group| &group.id).collect(),
            criteria: criteria.map(|criterion| &criterion.id).collect(),
            units: rows
                .map(|row| &row.unit)
                .chain(gaps.map(|gap| &gap.unit))
                .collect(),
        }
    }

    fn maxima(&self, report: &Report) -> Option<(String, Flaw)> {
        let of_groups = report.groups.iter().map(|one| (&one.id.0, &one.maximum));
        let criteria = report.groups.iter().flat_map(|group| &group.criteria);
        let of_criteria = criteria.map(|one| (&one.id.0, &one.maximum));
        of_groups.chain(of_criteria).find_map(|(id, maximum)| {
            let level = maximum.keys().find(|level| !self.levels.contains(level))?;
            Some((id.to_string(), Flaw::Unknown(level.0.to_string())))
        })
    }

    fn level(&self, level: &LevelResult) -> Option<(String, Flaw)> {
        let rows = level.rows.iter().map(|row| (&row.unit, &row.name));
        let gaps = level.gaps.iter().map(|gap| (&gap.unit, &gap.name));
        let other = rows.chain(gaps).find(|(unit, _)| unit.level != level.id);
        if let Some((unit, name)) = other {
            return Some((name.clone(), Flaw::OtherLevel(unit.level.0.to_string())));
        }
        level.rows.iter().find_map(|row| self.row(row))
    }

    fn row(&self, row: &UnitRow) -> Option<(String, Flaw)> {
        let groups = row.score.groups.keys();
        let group = groups.map(|id| (self.groups.contains(id), &id.0));
        let criteria = row.score.criteria.keys();
        let criterion = criteria.map(|id| (self.criteria.contains(id), &id.0));
        let (_, id) = group.chain(criterion).find(|(is_known, _)| !is_known)?;
        Some((row.name.clone(), Flaw::Unknown(id.to_string())))
    }

    fn statistic(&self, one: &Statistic) -> Option<(String, Flaw)> {
        let level = one.basis.level.iter();
        let level = level.map(|id| (self.levels.contains(id), id.to_string()));
        let named: &[UnitId] = match &one.outcome {
            Outcome::Share { no_units, .. } => no_units,
            Outcome::Units { units } => units,
            _ => &[],
        };
        let units = named.iter().chain(&one.left_out);
        let unit = units.map(|id| (self.units.contains(id), id.to_string()));
        let (_, id) = level.chain(unit).find(|(is_known, _)| !is_known)?;
        Some((one.name.clone(), Flaw::Unknown(id)))
    }
}

/// Sums over figures that are not what the figures of the units come to, and counts of units that are not theirs.
pub fn contradictions(report: &Report) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for one in &report.statistics {
        let covered = one.covered.checked_add(one.left_out.len());
        if covered != Some(one.expected) {
            found.push(Contradiction {
                about: one.name.clone(),
                found: Fact::Number(one.expected.into()),
                expected: Fact::Number(covered.unwrap_or(usize::MAX).into()),
            });
        }
        let sums: Vec<(Decimal, &[FigureId])> = match &one.outcome {
            Outcome::Sum { value } => vec![(*value, &one.basis.figures)],
            Outcome::Ratio {
                numerator,
                denominator,
                ..
            } => vec![
                (*numerator, &one.basis.figures),
                (*denominator, &one.basis.of),
            ],
            Outcome::Share { .. } | Outcome::Units { .. } | Outcome::Given { .. } => Vec::new(),
        };
        // A report of an earlier version does not say what a statistic is made of.
        for (stated, figures) in sums.into_iter().filter(|(_, of)| !of.is_empty()) {
            let sum = sum(report, one, figures);
            if sum.is_none_or(|sum| !is_near(sum, stated)) {
                found.push(Contradiction {
                    about: one.name.clone(),
                    found: Fact::Number(stated),
                    expected: sum.map_or_else(|| Fact::Names(Vec::new()), Fact::Number),
                });
            }
        }
    }
    found
}

/// The sum of figures over the units that are in a statistic. `None` where a unit has none, or beyond the limit.
fn sum(report: &Report, one: &Statistic, figures: &[FigureId]) -> Option<Decimal> {
    let left_out: BTreeSet<&UnitId> = one.left_out.iter().collect();
    let is_meant = |level: &&LevelResult| {
        let of = one.basis.level.as_ref();
        of.is_none_or(|of| *of == level.id)
    };
    let rows = report
        .levels
        .iter()
        .filter(is_meant)
        .flat_map(|level| &level.rows);
    let rows = rows.filter(|row| !left_out.contains(&row.unit));
    // Each unit is in it once, however often it stands there.
    let rows: BTreeMap<&UnitId, &UnitRow> = rows.map(|row| (&row.unit, row)).collect();
    let mut sum = Decimal::ZERO;
    for row in rows.values() {
        for figure in figures {
            let value = row.figures.get(figure)?.value.as_ref();
            sum = sum.checked_add(value.and_then(as_number)?)?;
        }
    }
    Some(sum)
}
