//! Criteria that are measured by the best value of a level: whose value that is, and what falls if it is wrong.
//!
//! In: a report. Out: for each such criterion and level the units and cells that set the yardstick, the next best value, and what the points,
//! totals, grades and places of the level would be without the one that sets it. Not for: whether it is wrong.

use indexmap::IndexMap;
use serde::Serialize;

use crate::base::cell::CellAddress;
use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, FigureId, LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{given, practice};
use crate::campaign::scheme::Measure;
use crate::judge::rank::{BoundedTotal, rank};
use crate::judge::score::CountedBy;
use crate::judge::score::rule::{ComparedValue, Scale, evaluate};
use crate::result::margins::gather::{agrees, had, sum, with_groups};
use crate::result::report::{CriterionFacts, GroupFacts, LevelResult, Report, UnitRow};

/// The yardstick of a criterion on a level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Yardstick<'r> {
    /// The criterion.
    pub criterion: &'r CriterionId,
    /// Its name.
    pub name: &'r str,
    /// The level.
    pub level: &'r LevelId,
    /// Its name.
    pub level_name: &'r str,
    /// The best value, by which the others are measured.
    pub best: Decimal,
    /// Whether it is a percentage.
    pub is_percent: bool,
    /// The units that have it, with their cells. If several do, it stands without any one of them.
    pub set_by: Vec<Setter<'r>>,
    /// The next best value, and the units that have it; none where no other unit has a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextBest<'r>>,
    /// Whether the points that are measured by it count, or the claims of the units do, against which they are only held.
    pub counts: bool,
    /// What would change without the unit that sets it, the next best taken: every unit of which anything changes, by place. Empty where
    /// several units have the best value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Shifted<'r>>,
}

/// The next best value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NextBest<'r> {
    /// The value.
    pub value: Decimal,
    /// The names of the units that have it.
    pub units: Vec<&'r str>,
}

/// A unit whose value is the best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Setter<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// The file that counts.
    pub file: &'r str,
    /// The cells of the figures that the value is made of.
    pub cells: Vec<FigurePlace<'r>>,
    /// What was found at those cells, and that the value stands alone or another may be better.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<&'r Finding>,
}

/// Where a figure stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigurePlace<'r> {
    /// The figure.
    pub figure: &'r FigureId,
    /// The sheet.
    pub sheet: &'r str,
    /// The cell.
    pub cell: CellAddress,
    /// What stands there.
    pub text: &'r str,
}

/// What a unit has now, and what it would have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shifted<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// What its figures give for the criterion, in points of its own: now and then. None then: it is the unit whose value was left out.
    pub points: (Option<Points>, Option<Points>),
    /// Its total now and then; where its own value is left out, without any points for the criterion.
    pub total: (Points, Points),
    /// Its grade now and then, by these totals.
    pub grade: (Option<&'r str>, Option<&'r str>),
    /// Its place now and then, by these totals.
    pub place: (u32, u32),
}

impl<'r> Yardstick<'r> {
    /// The yardstick of a criterion on a level; `None` where it has none.
    pub fn of(report: &'r Report, criterion: &CriterionId, level: &LevelId) -> Option<Self> {
        let mut groups = report.groups.iter();
        let (group, facts) = groups.find_map(|group| {
            let facts = group.criteria.iter().find(|one| one.id == *criterion)?;
            Some((group, facts))
        })?;
        let of = Measured {
            report,
            group,
            facts,
            measure: facts.rule.compared()?,
            level: report.levels.iter().find(|one| one.id == *level)?,
        };
        of.yardstick()
    }
}

/// Every yardstick, in the order of the scheme and its levels.
pub(super) fn all<'r>(report: &'r Report) -> Vec<Yardstick<'r>> {
    let criteria = report.groups.iter().flat_map(|group| &group.criteria);
    let compared = criteria.filter(|one| one.rule.compared().is_some());
    let levels = |id: &'r CriterionId| {
        let levels = report.levels.iter();
        levels.filter_map(move |level| Yardstick::of(report, id, &level.id))
    };
    compared.flat_map(|one| levels(&one.id)).collect()
}

/// A criterion that is measured on a level.
struct Measured<'r> {
    report: &'r Report,
    group: &'r GroupFacts,
    facts: &'r CriterionFacts,
    measure: &'r Measure,
    level: &'r LevelResult,
}

impl<'r> Measured<'r> {
    fn yardstick(&self) -> Option<Yardstick<'r>> {
        let best = self.facts.rule.best(&self.level.id)?;
        let values: Vec<(&UnitRow, Decimal)> = self
            .level
            .rows
            .iter()
            .filter_map(|row| Some((row, self.value(row)?)))
            .collect();
        let set_by = values.iter().filter(|(_, value)| *value == best);
        let set_by: Vec<&UnitRow> = set_by.map(|(row, _)| *row).collect();
        let first = set_by.first()?;
        let others = values.iter().filter(|(row, _)| row.unit != first.unit);
        let next = others.map(|(_, value)| *value).max();
        let next = next.map(|value| {
            let has = values.iter().filter(|(_, one)| *one == value);
            let units = has.map(|(row, _)| row.name.as_str());
            let units = units.collect();
            NextBest { value, units }
        });
        let without = match (set_by.as_slice(), &next) {
            ([only], Some(next)) => self.without(only, next.value),
            _ => Vec::new(),
        };
        let mut scores = self.level.rows.iter();
        Some(Yardstick {
            criterion: &self.facts.id,
            name: &self.facts.name,
            level: &self.level.id,
            level_name: &self.level.name,
            best,
            is_percent: matches!(self.measure, Measure::Percent(..)),
            set_by: set_by.into_iter().map(|row| self.setter(row)).collect(),
            next,
            counts: scores.any(|row| self.counts(row)),
            without,
        })
    }

    /// What a unit is measured by.
    fn value(&self, row: &UnitRow) -> Option<Decimal> {
        let score = row.score.criteria.get(&self.facts.id)?;
        let value = ComparedValue::new(self.measure, &row.figures).result?;
        (!score.exempt).then_some(value)
    }

    /// Whether what is measured counts for a unit.
    fn counts(&self, row: &UnitRow) -> bool {
        let score = row.score.criteria.get(&self.facts.id);
        score.is_some_and(|score| score.counted_by() == CountedBy::Figures)
    }

    fn setter(&self, row: &'r UnitRow) -> Setter<'r> {
        let figures = self.measure.figures().into_iter();
        let cells = figures.filter_map(|id| {
            let source = &row.figures.get(id)?.source;
            let (sheet, cell) = source.origin.cell()?;
            Some(FigurePlace {
                figure: id,
                sheet,
                cell,
                text: &source.text,
            })
        });
        let cells: Vec<FigurePlace<'r>> = cells.collect();
        let claim = row.sources.get(&self.facts.id);
        let claim = claim.and_then(|claim| Some(claim.origin.cell()?.1));
        let is_there = |finding: &&Finding| {
            let place = &finding.place;
            let at = |one: &FigurePlace| {
                place.cell == Some(one.cell) && place.sheet.as_deref() == Some(one.sheet)
            };
            // That it stands alone, or that another may be better, is told where its claim stands.
            let is_of_best =
                [&practice::BEST_STANDS_ALONE, &given::BEST_OPEN].contains(&finding.rule);
            let is_claim = is_of_best && place.cell.is_some() && place.cell == claim;
            let is_here = is_claim || cells.iter().any(at);
            place.file.as_deref() == Some(row.file.as_str()) && is_here
        };
        Setter {
            unit: &row.unit,
            name: &row.name,
            file: &row.file,
            findings: self.report.findings.iter().filter(is_there).collect(),
            cells,
        }
    }

    /// What the level would be without the value of a unit, the next best being the yardstick.
    fn without(&self, setter: &UnitRow, next: Decimal) -> Vec<Shifted<'r>> {
        let mut rule = self.facts.rule.clone();
        rule.set_best(|_| IndexMap::from([(self.level.id.clone(), next)]));
        let computed = |row: &UnitRow| {
            let own = self.facts.own_maximum.get(&self.level.id);
            let maximum = *own.or(self.facts.maximum.get(&self.level.id))?;
            let scale = Scale {
                level: &self.level.id,
                maximum,
                decimals: self.report.campaign.points_decimals,
                below: &[],
            };
            let points = evaluate(&rule, &row.figures, scale).points?;
            let is_own = row.unit == setter.unit;
            (!is_own && points <= maximum).then_some(points)
        };
        let rows = self.level.rows.iter();
        let then: Vec<(&UnitRow, Option<Points>, Points, Option<&str>)> = rows
            .map(|row| {
                let points = computed(row);
                let (total, grade) = self.then(row, points);
                (row, points, total, grade)
            })
            .collect();
        let totals = then.iter().map(|(_, _, total, _)| BoundedTotal {
            total: *total,
            lowest: *total,
            highest: (*total).into(),
        });
        let places = rank(&totals.collect::<Vec<_>>());
        let all = then.into_iter().zip(places);
        let all = all.map(|((row, points, total, grade), place)| Shifted {
            unit: &row.unit,
            name: &row.name,
            points: (self.now(row), points.filter(|_| self.value(row).is_some())),
            total: (row.score.total, total),
            grade: (
                self.report
                    .grade(&self.level.id, &self.report.attained(row)),
                grade,
            ),
            place: (row.rank.place, place.place),
        });
        let changes = |one: &Shifted| {
            one.points.0 != one.points.1 || one.total.0 != one.total.1 || one.place.0 != one.place.1
        };
        all.filter(changes).collect()
    }

    /// What the figures of a unit give now.
    fn now(&self, row: &UnitRow) -> Option<Points> {
        let score = row.score.criteria.get(&self.facts.id)?;
        score.computed.filter(|_| !score.exempt)
    }

    /// The total and the grade that a unit would have with other points by its figures.
    fn then(&self, row: &'r UnitRow, points: Option<Points>) -> (Points, Option<&'r str>) {
        let level = &self.level.id;
        let changed = self.counts(row) && agrees(self.report, row);
        let groups = if changed {
            let sum = sum(self.group, row, |stake| {
                if stake.facts.id == self.facts.id {
                    points.map_or(Points::ZERO, |points| stake.score.weighed(points))
                } else {
                    stake.now
                }
            });
            IndexMap::from([(&self.group.id, sum)])
        } else {
            IndexMap::new()
        };
        let has = if changed {
            with_groups(self.report, row, &groups)
        } else {
            self.report.attained(row)
        };
        (had(has.total), self.report.grade(level, &has))
    }
}
