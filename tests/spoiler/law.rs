//! The law: each number of a result equals the truth, or an open finding covers it.

use std::collections::BTreeMap;

use tonghop::base::cell::CellAddress;
use tonghop::base::finding::{Fact, Finding};
use tonghop::base::ids::{CriterionId, UnitId};
use tonghop::base::points::{Decimal, Points};
use tonghop::base::rules::Severity;
use tonghop::campaign::scheme::Formula;
use tonghop::input::submission::Figure;
use tonghop::judge::statistics::Outcome;
use tonghop::result::report::{LevelResult, Report, UnitRow};

use super::truth::{Meant, Truth};

/// Findings about a whole file that say nothing of its numbers.
const NOT_ABOUT_NUMBERS: [&str; 5] = ["TH106", "TH107", "TH410", "TH413", "TH414"];

/// The open findings of one unit.
struct Open<'a>(Vec<&'a Finding>);

impl Open<'_> {
    /// Whether a finding covers a cell of the unit's file, or a criterion.
    fn covers(&self, at: Option<(&str, CellAddress)>, criterion: &CriterionId) -> bool {
        self.0.iter().any(|finding| {
            let place = &finding.place;
            // A finding that names criteria or a row speaks of those alone, however wide its place is.
            let is_general = (finding.criteria.is_empty() && finding.about.is_none())
                // It speaks of all of a hidden sheet; the criteria are those that a visible one says otherwise.
                || finding.rule.code == "TH222";
            let here = match (&place.sheet, place.cell, at) {
                (None, _, _) => is_general,
                (Some(sheet), None, Some((own, _))) => is_general && sheet == own,
                // The row is what a reader looks at: its code, its text and its score are one line.
                (Some(sheet), Some(cell), Some((own, at))) => sheet == own && cell.row == at.row,
                (Some(_), _, None) => false,
            };
            here || names(finding, at) || finding.criteria.contains(criterion)
        })
    }

    fn covers_file(&self) -> bool {
        self.0.iter().any(|finding| finding.place.sheet.is_none())
    }
}

/// Whether the message of a finding names this cell besides its own.
fn names(finding: &Finding, at: Option<(&str, CellAddress)>) -> bool {
    let (Some(Fact::NumberIn(_, cell) | Fact::Name(cell)), Some((own, at))) =
        (&finding.expected, at)
    else {
        return false;
    };
    let sheet = finding.place.sheet.as_deref();
    match cell.rsplit_once('!') {
        Some((sheet, cell)) => sheet == own && cell == at.to_string(),
        None => sheet == Some(own) && *cell == at.to_string(),
    }
}

fn open<'a>(report: &'a Report, unit: &UnitId) -> Open<'a> {
    let findings = report.findings.iter().filter(|finding| {
        finding.place.unit.as_ref() == Some(unit)
            && finding.severity() >= Severity::Warning
            && !NOT_ABOUT_NUMBERS.contains(&finding.rule.code)
    });
    Open(findings.collect())
}

/// What is silently wrong in a report, by unit.
pub fn broken(report: &Report, truth: &Truth) -> BTreeMap<UnitId, Vec<String>> {
    let mut wrong: BTreeMap<UnitId, Vec<String>> = BTreeMap::new();
    for level in &report.levels {
        for row in &level.rows {
            let problems = match truth.unit(&row.unit) {
                Some(meant) => row_problems(report, row, meant),
                None => nobody(report, row),
            };
            if !problems.is_empty() {
                wrong.entry(row.unit.clone()).or_default().extend(problems);
            }
        }
        for gap in &level.gaps {
            if open(report, &gap.unit).0.is_empty() {
                let problem = "has no row and no finding".to_string();
                wrong.entry(gap.unit.clone()).or_default().push(problem);
            }
        }
    }
    let all = statistics(report);
    if !all.is_empty() {
        wrong.entry(nowhere()).or_default().extend(all);
    }
    wrong
}

/// The place of what is wrong about no unit alone.
pub fn nowhere() -> UnitId {
    UnitId {
        level: "".into(),
        code: "statistics".to_string(),
    }
}

/// A unit that returned nothing has a row: some finding must say so.
fn nobody(report: &Report, row: &UnitRow) -> Vec<String> {
    if open(report, &row.unit).covers_file() {
        return Vec::new();
    }
    vec![format!(
        "returned nothing and has {} points",
        row.score.total
    )]
}

fn row_problems(report: &Report, row: &UnitRow, meant: &Meant) -> Vec<String> {
    let open = open(report, &row.unit);
    let mut problems = Vec::new();
    let mut all_right = true;
    for (id, score) in &row.score.criteria {
        let right = score.counted == meant.scores.get(id).copied();
        all_right &= right;
        let at = row.sources.get(id);
        let at = at.and_then(|source| source.origin.cell());
        let at = at.map(|(sheet, cell)| (&**sheet, cell));
        if !right && !open.covers(at, id) {
            problems.push(format!(
                "{id} is {:?} for {} at {at:?}",
                score.counted, meant.scores[id]
            ));
        }
    }
    for (id, value) in &meant.figures {
        let found = row.figures.get(id);
        if found.and_then(|found| found.value.as_ref()) == Some(value) {
            continue;
        }
        let at = found.and_then(|found| found.source.origin.cell());
        let at = at.map(|(sheet, cell)| (&**sheet, cell));
        let criterion = super::truth::truth().plan.scheme.figure(id);
        let criterion = criterion.map(|(criterion, _)| criterion.id.clone());
        let criterion = criterion.unwrap_or_default();
        let named = at.is_none() && has_missing_figure(&open, &criterion, row);
        if !open.covers(at, &criterion) && !named {
            let value_found = found.and_then(|found| found.value.as_ref());
            problems.push(format!(
                "figure {id} is {value_found:?} for {value:?} at {at:?}"
            ));
        }
    }
    problems.extend(sums(row, meant, all_right));
    problems
}

/// A finding in the row of a figure's criterion speaks of its missing figures.
fn has_missing_figure(open: &Open<'_>, criterion: &CriterionId, row: &UnitRow) -> bool {
    let source = row.sources.get(criterion);
    let Some((sheet, at)) = source.and_then(|source| source.origin.cell()) else {
        return false;
    };
    open.0.iter().any(|finding| {
        finding.rule.code == "TH210"
            && finding.place.sheet.as_deref() == Some(&**sheet)
            && finding.place.cell.is_some_and(|cell| cell.row == at.row)
    })
}

/// Sums follow from what counts, and the total is the truth where every part is.
fn sums(row: &UnitRow, meant: &Meant, all_right: bool) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, group) in &row.score.groups {
        let counted = row.score.criteria.iter();
        let sum: Points = counted
            .filter(|(criterion, _)| super::work::group(criterion) == id.0)
            .filter_map(|(_, score)| score.counted)
            .sum();
        if sum != group.sum {
            problems.push(format!("group {id} is {} for {sum}", group.sum));
        }
    }
    let sum: Points = row.score.groups.values().map(|group| group.sum).sum();
    if sum != row.score.total {
        problems.push(format!("the total is {} for {sum}", row.score.total));
    }
    if all_right && row.score.total != meant.total {
        problems.push(format!(
            "the total is {} for {}",
            row.score.total, meant.total
        ));
    }
    problems
}

/// The row of a unit in a level.
fn rows<'a>(levels: &'a [LevelResult], unit: &UnitId) -> Option<&'a UnitRow> {
    levels
        .iter()
        .flat_map(|level| &level.rows)
        .find(|row| row.unit == *unit)
}

/// Statistics come to what the units in them say, and every other unit is listed as left out.
fn statistics(report: &Report) -> Vec<String> {
    let truth = super::truth::truth();
    let mut problems = Vec::new();
    for (spec, statistic) in truth.plan.scheme.statistics.iter().zip(&report.statistics) {
        let levels = report.levels.iter().filter(|level| {
            let of = statistic.basis.level.as_ref();
            of.is_none_or(|of| *of == level.id)
        });
        let units: Vec<&UnitId> = levels
            .flat_map(|level| {
                let rows = level.rows.iter().map(|row| &row.unit);
                rows.chain(level.gaps.iter().map(|gap| &gap.unit))
            })
            .filter(|unit| !statistic.left_out.contains(unit))
            .collect();
        let number = |unit: &UnitId, id| -> Option<Decimal> {
            match rows(&report.levels, unit)?
                .figures
                .get(id)?
                .value
                .as_ref()?
            {
                Figure::Number(number) => Some(*number),
                _ => None,
            }
        };
        let total = |id| -> Option<Decimal> {
            let numbers: Option<Vec<Decimal>> = units.iter().map(|unit| number(unit, id)).collect();
            Decimal::checked_sum(numbers?)
        };
        let is_right = match (&spec.formula, &statistic.outcome) {
            (Formula::Sum { figures }, Outcome::Sum { value }) => {
                let totals: Option<Vec<Decimal>> = figures.iter().map(&total).collect();
                totals.and_then(Decimal::checked_sum) == Some(*value)
            }
            (
                Formula::Ratio {
                    numerator: part,
                    denominator: whole,
                },
                Outcome::Ratio {
                    numerator,
                    denominator,
                    ..
                },
            ) => total(part) == Some(*numerator) && total(whole) == Some(*denominator),
            (Formula::ShareYes { .. }, Outcome::Share { answered, .. }) => *answered == units.len(),
            _ => true,
        };
        if !is_right {
            problems.push(format!("{} does not follow from its units", spec.id));
        }
    }
    problems
}

/// The figures that differ from the truth, with findings or without.
pub fn changed_figures(report: &Report, truth: &Truth) -> Vec<String> {
    let mut changed = Vec::new();
    for meant in &truth.units {
        let Some(row) = rows(&report.levels, &meant.unit) else {
            changed.push(format!("{} is gone", meant.unit.code));
            continue;
        };
        for (id, value) in &meant.figures {
            let found = row.figures.get(id).and_then(|found| found.value.as_ref());
            if found != Some(value) {
                changed.push(format!("{id}: {found:?}"));
            }
        }
    }
    changed
}
