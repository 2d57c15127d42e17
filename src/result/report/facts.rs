//! What the values of `Dữ liệu` mean: year, scheme, statistics and predecessors, as rows of the same list.
//!
//! In: the report. Out: rows without a unit. Not for: values of units.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::ScoringRule;
use crate::campaign::units::Succession;
use crate::judge::statistics::{Outcome, Statistic};
use crate::result::report::kind::{Kind, Part};
use crate::result::report::row::{DataRow, status};
use crate::result::report::{GradeLimit, GroupFacts, Report, not_counted};

/// All rows of a report that are about no unit, but for the maxima. `above` is how many rows stand above them.
pub(super) fn rows(report: &Report, above: usize) -> Vec<DataRow<'_>> {
    let campaign = &report.campaign;
    let (scheme, version) = &campaign.scheme;
    let mut rows = vec![
        row(Kind::Year, Some(campaign.year.into()), ""),
        row(Kind::Campaign, None, &campaign.name),
        row(Kind::Scheme, None, format!("{scheme} {version}")),
        row(Kind::TotalMaximum, Some(campaign.total_maximum.0), ""),
    ];
    rows.push(row(
        Kind::PercentDecimals,
        Some(campaign.percent_decimals.into()),
        "",
    ));
    if !campaign.authority.trim().is_empty() {
        rows.push(row(Kind::Authority, None, &campaign.authority));
    }
    for level in &report.levels {
        if let Some(own) = level.total_maximum {
            let mut row = row(Kind::TotalMaximum, Some(own.0), "");
            row.level = (&*level.id.0).into();
            rows.push(row);
        }
    }
    rows.extend(report.grades.iter().flat_map(limits));
    for (order, level) in (1_u32..).zip(&report.levels) {
        let mut row = row(Kind::Level, Some(order.into()), &level.name);
        row.level = (&*level.id.0).into();
        rows.push(row);
    }
    for group in &report.groups {
        let mut of_group = row(Kind::Outside, Some(Decimal::ONE), &group.name);
        of_group.group = (&*group.id.0).into();
        if group.outside_total {
            rows.push(of_group.clone());
        }
        for criterion in &group.criteria {
            let mut row = row(Kind::Rule, None, rule(&criterion.rule));
            row.group = (&*group.id.0).into();
            row.criterion = (&*criterion.id.0).into();
            for figure in &criterion.figures {
                let mut named = row.clone();
                named.kind = Kind::FigureName(figure.id.to_string());
                named.value = figure.is_yes_no.then_some(Decimal::ONE);
                named.text = (&*figure.name).into();
                rows.push(named);
            }
            rows.push(row);
        }
    }
    for (order, statistic) in (1_u32..).zip(&report.statistics) {
        statistic_rows(&mut rows, order, statistic);
    }
    rows.extend(report.successions.iter().map(succession));
    rows.extend(other_names(report));
    rows.extend(not_counted::rows(report));
    let all = Decimal::from(above + rows.len() + 1);
    rows.push(row(Kind::Rows, Some(all), ""));
    rows
}

/// Where a grade begins, on all levels and on single ones, and what it asks for in groups.
fn limits<'r>(grade: &'r GradeLimit) -> Vec<DataRow<'r>> {
    let mut rows = vec![row(Kind::GradeFrom, Some(grade.from.0), &grade.name)];
    let mut add = |level: &'r LevelId, group: &'r str, from: Points| {
        let mut row = row(Kind::GradeFrom, Some(from.0), &grade.name);
        row.level = (&*level.0).into();
        row.group = group.into();
        rows.push(row);
    };
    for (level, own) in &grade.levels {
        add(level, "", *own);
    }
    for (level, minima) in &grade.minima {
        for (group, minimum) in minima {
            add(level, &group.0, *minimum);
        }
    }
    rows
}

fn row<'r>(kind: Kind, value: Option<Decimal>, text: impl Into<Cow<'r, str>>) -> DataRow<'r> {
    DataRow {
        kind,
        value,
        text: text.into(),
        status: status::FINAL.into(),
        ..DataRow::default()
    }
}

/// A rule as JSON, without the best values, which are results and not rules.
pub fn rule(rule: &ScoringRule) -> String {
    let mut rule = rule.clone();
    rule.set_best(|_| IndexMap::new());
    serde_json::to_string(&rule).unwrap_or_default()
}

fn statistic_rows<'r>(rows: &mut Vec<DataRow<'r>>, order: u32, statistic: &'r Statistic) {
    let mut add = |part: Part, value: Option<Decimal>, text: Cow<'r, str>| {
        let kind = Kind::Statistic(statistic.id.clone(), part);
        let is_empty = value.is_none() && text.is_empty();
        let mut row = row(kind, value, text);
        if let Some(level) = &statistic.basis.level {
            row.level = (&*level.0).into();
        }
        if is_empty {
            row.status = status::EMPTY.into();
        }
        rows.push(row);
    };
    let count = |count: usize| Some(Decimal::from(count));
    let StatisticValues {
        value,
        numerator,
        denominator,
        formula,
    } = told(statistic);
    add(Part::Value, value, (&*statistic.name).into());
    if numerator.is_some() {
        add(Part::Numerator, numerator, Cow::default());
    }
    if denominator.is_some() {
        add(Part::Denominator, denominator, Cow::default());
    }
    add(Part::Covered, count(statistic.covered), Cow::default());
    add(Part::Expected, count(statistic.expected), Cow::default());
    add(Part::Order, Some(order.into()), Cow::default());
    add(Part::Formula, None, formula.into());
}

/// A statistic of whatever kind by the same few values.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticValues {
    /// Its value.
    pub value: Option<Decimal>,
    /// Its numerator, where it has one.
    pub numerator: Option<Decimal>,
    /// Its denominator, where it has one.
    pub denominator: Option<Decimal>,
    /// Its kind, unit of measure and formula.
    pub formula: String,
}

/// The values of a statistic.
pub fn told(statistic: &Statistic) -> StatisticValues {
    let count = |count: usize| Some(Decimal::from(count));
    let (value, numerator, denominator, kind) = match &statistic.outcome {
        Outcome::Sum { value } => (Some(*value), None, None, "sum"),
        Outcome::Ratio {
            numerator,
            denominator,
            percent,
        } => (*percent, Some(*numerator), Some(*denominator), "ratio"),
        Outcome::Share {
            yes,
            answered,
            percent,
            ..
        } => (*percent, count(*yes), count(*answered), "share"),
        Outcome::Units { units } => (count(units.len()), None, None, "units"),
        Outcome::Given { value, of } => (*value, None, *of, "given"),
    };
    let unit = statistic.unit.as_deref().unwrap_or_default();
    StatisticValues {
        value,
        numerator,
        denominator,
        formula: format!("{kind}; {unit}; {}", statistic.formula),
    }
}

fn succession(one: &Succession) -> DataRow<'_> {
    let ids = |units: &[UnitId]| {
        let texts: Vec<String> = units.iter().map(ToString::to_string).collect();
        texts.join("|")
    };
    let date = one.date.map(|day| day.to_string()).unwrap_or_default();
    let text = format!(
        "{} → {}; {date}; {}",
        ids(&one.predecessors),
        ids(&one.successors),
        one.basis
    );
    DataRow {
        status: one.relation.word().into(),
        ..row(Kind::Succession, None, text)
    }
}

/// What groups, criteria and units of the report are called besides.
fn other_names(report: &Report) -> impl Iterator<Item = DataRow<'_>> {
    let names = &report.other_names;
    let levels = &report.levels;
    // A group without a maximum on any level is none, unless it is said to be outside.
    let is_there = |id: &GroupId| {
        let group = report.groups.iter().find(|one| one.id == *id);
        let is_of = |group: &GroupFacts| {
            let mut levels = levels.iter().map(|level| &level.id);
            group.outside_total || levels.any(|level| group.maximum.contains_key(level))
        };
        group.is_some_and(is_of)
    };
    let groups = names.groups.iter().filter(move |(id, _)| is_there(id));
    let groups = groups.map(|(id, names)| DataRow {
        group: (&*id.0).into(),
        ..names_row(names)
    });
    let of_criteria = report.groups.iter().flat_map(|group| {
        let criteria = group.criteria.iter();
        criteria.map(move |one| (&one.id, &group.id))
    });
    let of_criteria: HashMap<&CriterionId, &GroupId> = of_criteria.collect();
    let of_criterion = move |id: &'_ CriterionId, named: DataRow<'static>| {
        let group = of_criteria.get(id)?;
        Some(DataRow {
            group: group.0.to_string().into(),
            criterion: id.0.to_string().into(),
            ..named
        })
    };
    let criteria = names.criteria.iter();
    let criteria = criteria.map(|(id, names)| (id, names_row(names)));
    let options = names.options.iter().map(|(id, names)| {
        let text = serde_json::to_string(names).unwrap_or_default();
        (id, row(Kind::OptionNames, None, text))
    });
    let of_criteria = criteria.chain(options);
    let of_criteria = of_criteria.filter_map(move |(id, named)| of_criterion(id, named));
    let known = levels.iter().flat_map(|level| {
        let rows = level.rows.iter().map(|row| (&row.unit, &*row.name));
        let gaps = level.gaps.iter().map(|gap| (&gap.unit, &*gap.name));
        rows.chain(gaps)
    });
    let known: HashMap<&UnitId, &str> = known.collect();
    let units = names.units.iter().filter_map(move |(id, names)| {
        let row = DataRow::of_unit(id, known.get(id)?);
        Some(DataRow {
            text: names_row(names).text,
            ..row.kind(Kind::OtherNames, None, status::FINAL)
        })
    });
    groups.chain(of_criteria).chain(units)
}

fn names_row(names: &[String]) -> DataRow<'static> {
    let text = serde_json::to_string(names).unwrap_or_default();
    row(Kind::OtherNames, None, text)
}
