//! A side from a report, as it is.
//!
//! In: a report. Out: the same [`Side`] as from the rows of `Dữ liệu` that are made of it: numbers as a workbook keeps them. Not for:
//! reports that were read again, in which something may stand twice or not hang together.

use indexmap::IndexMap;

use crate::base::cell::Reading;
use crate::base::ids::{GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::input::submission::Figure;
use crate::judge::score::CountedBy;
use crate::judge::statistics::Statistic;
use crate::result::diff::side::{
    FigureItem, OpenTotal, Side, SideItem, SideResult, SideScore, SideStatistic, SideUnit, kept,
};
use crate::result::diff::uncounted;
use crate::result::report::data::as_number;
use crate::result::report::facts;
use crate::result::report::{CriterionFacts, FigureCell, GradeLimit, GroupFacts, Report, UnitRow};

/// The side of a report.
pub fn side(report: &Report) -> Side {
    let campaign = &report.campaign;
    let (scheme, version) = &campaign.scheme;
    let levels = report.levels.iter();
    let mut side = Side {
        name: campaign.name.clone(),
        year: Some(campaign.year),
        authority: authority(&campaign.authority),
        scheme: format!("{scheme} {version}"),
        total_maximum: Some(points(campaign.total_maximum)),
        totals: levels
            .clone()
            .filter_map(|level| Some((level.id.clone(), points(level.total_maximum?))))
            .collect(),
        grades: report.grades.iter().map(limit).collect(),
        levels: levels
            .clone()
            .map(|level| (level.id.clone(), level.name.clone()))
            .collect(),
        successions: report.successions.clone(),
        ..Side::default()
    };
    for group in &report.groups {
        items(&mut side, report, group);
    }
    for level in levels {
        let gaps = level.gaps.iter().map(|gap| {
            let unit = SideUnit {
                name: gap.name.clone(),
                order: gap.order,
                sent: gap.files.join("; "),
                ..SideUnit::default()
            };
            (gap.unit.clone(), unit)
        });
        side.units.extend(gaps);
        let rows = level.rows.iter();
        side.units
            .extend(rows.map(|row| (row.unit.clone(), unit(report, row))));
    }
    for (order, one) in (1_u32..).zip(&report.statistics) {
        side.statistics
            .insert(one.id.clone(), statistic(one, order));
    }
    other_names(&mut side, report);
    side.uncounted = uncounted::of_report(report);
    side.order();
    side
}

/// What groups, criteria, their options and units are called besides.
fn other_names(side: &mut Side, report: &Report) {
    let names = &report.other_names;
    for (id, others) in &names.groups {
        if let Some(item) = side.groups.get_mut(id) {
            item.others.clone_from(others);
        }
    }
    for (id, others) in &names.criteria {
        if let Some(item) = side.criteria.get_mut(id) {
            item.others.clone_from(others);
        }
    }
    for (id, others) in &names.options {
        if let Some(item) = side.criteria.get_mut(id) {
            item.option_names.clone_from(others);
        }
    }
    for (id, others) in &names.units {
        if let Some(unit) = side.units.get_mut(id) {
            unit.others.clone_from(others);
        }
    }
}

/// The authority; blanks are none.
fn authority(said: &str) -> String {
    if said.trim().is_empty() {
        return String::new();
    }
    said.to_string()
}

/// Where a grade begins, in numbers as a workbook keeps them.
fn limit(grade: &GradeLimit) -> GradeLimit {
    let levels = grade.levels.iter();
    let minima = grade.minima.iter().map(|(level, minima)| {
        let minima = minima.iter().map(|(id, one)| (id.clone(), points(*one)));
        (level.clone(), minima.collect())
    });
    GradeLimit {
        name: grade.name.clone(),
        from: points(grade.from),
        levels: levels
            .map(|(level, own)| (level.clone(), points(*own)))
            .collect(),
        minima: minima.collect(),
    }
}

fn points(points: Points) -> Points {
    Points(kept(points.0))
}

/// A group with its criteria and figures.
fn items(side: &mut Side, report: &Report, group: &GroupFacts) {
    let of_group = item(report, &group.name, &group.id, &group.maximum);
    // A group without a maximum on any level is none, unless it is said to be outside.
    if group.outside_total || !of_group.maximum.is_empty() {
        let of_group = SideItem {
            outside_total: group.outside_total,
            ..of_group
        };
        side.groups.insert(group.id.clone(), of_group);
    }
    for criterion in &group.criteria {
        let CriterionFacts {
            id, name, maximum, ..
        } = criterion;
        let of_criterion = SideItem {
            rule: facts::rule(&criterion.rule),
            ..item(report, name, &group.id, maximum)
        };
        side.criteria.insert(id.clone(), of_criterion);
        for figure in &criterion.figures {
            let of_figure = FigureItem {
                criterion: id.clone(),
                name: figure.name.clone(),
                is_yes_no: figure.is_yes_no,
            };
            side.figures.insert(figure.id.0.to_string(), of_figure);
        }
    }
}

/// A group or criterion as far as it has a maximum on the report's levels.
fn item(
    report: &Report,
    name: &str,
    group: &GroupId,
    maximum: &IndexMap<LevelId, Most>,
) -> SideItem {
    let of_level = |id: &LevelId| Some((id.clone(), maximum.get(id)?.map(points)));
    let levels = report.levels.iter();
    let maximum: IndexMap<LevelId, Most> = levels.filter_map(|level| of_level(&level.id)).collect();
    SideItem {
        name: if maximum.is_empty() {
            String::new()
        } else {
            name.to_string()
        },
        group: group.clone(),
        maximum,
        ..SideItem::default()
    }
}

fn unit(report: &Report, row: &UnitRow) -> SideUnit {
    let mut result = SideResult {
        total: Some(points(row.score.total)),
        open: (row.score.open > 0).then(|| OpenTotal {
            highest: Some(row.score.highest.map(points)),
        }),
        place: Some(row.rank.place),
        grade: row.grading.grade.clone().filter(|grade| !grade.is_empty()),
        file: row.file.clone(),
        ..SideResult::default()
    };
    for group in &report.groups {
        let score = row.score.groups.get(&group.id);
        if let Some(score) = score.filter(|score| !score.blank) {
            result.groups.insert(group.id.clone(), points(score.sum));
        }
        if let Some(applicable) = row.applicable(group) {
            let applicable = applicable.map(points);
            result.applicable.insert(group.id.clone(), applicable);
        }
        for criterion in &group.criteria {
            if let Some(score) = score_of(row, criterion) {
                result.criteria.insert(criterion.id.clone(), score);
            }
        }
    }
    let figures = row.figures.iter();
    let figures = figures.map(|(id, cell)| (id.0.to_string(), figure(cell)));
    result.figures = figures.collect();
    SideUnit {
        name: row.name.clone(),
        order: row.order,
        result: Some(result),
        ..SideUnit::default()
    }
}

fn score_of(row: &UnitRow, criterion: &CriterionFacts) -> Option<SideScore> {
    let score = row.score.criteria.get(&criterion.id)?;
    let source = row.sources.get(&criterion.id);
    let explanation = source.and_then(|source| source.explanation.as_deref());
    Some(SideScore {
        claimed: match &score.claimed {
            Reading::Value(claimed) => Some(points(*claimed)),
            Reading::Empty | Reading::Unreadable => None,
        },
        counted: score.counted.map(points),
        appraised: score.appraised.map(points),
        by_appraisal: score.counted_by() == CountedBy::Appraised,
        decided: score.decided.as_deref().map(|one| points(one.points)),
        exempt: score.exempt,
        left_out: score.left_out.is_some(),
        explained: explanation.is_some_and(|text| !text.trim().is_empty()),
        place: source
            .and_then(|source| source.origin.cell())
            .filter(|(sheet, _)| !sheet.is_empty())
            .map(|(sheet, cell)| (sheet.to_string(), cell)),
    })
}

/// As number, and as text where it is none.
fn figure(cell: &FigureCell) -> (Option<Decimal>, String) {
    let value = cell.value.as_ref();
    match (value.and_then(as_number), value) {
        (Some(number), _) => (Some(kept(number)), String::new()),
        (None, Some(Figure::Choice(choice))) => (None, choice.clone()),
        (None, _) => (None, cell.source.text.to_string()),
    }
}

fn statistic(one: &Statistic, order: u32) -> SideStatistic {
    let told = facts::told(one);
    SideStatistic {
        name: one.name.clone(),
        value: told.value.map(kept),
        numerator: told.numerator.map(kept),
        denominator: told.denominator.map(kept),
        covered: one.covered,
        expected: one.expected,
        formula: told.formula,
        level: one.basis.level.clone(),
        order,
    }
}
