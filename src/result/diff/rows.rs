//! A side from the rows of `Dữ liệu`.
//!
//! In: rows in any order. Out: a [`Side`], in the order of registry and scheme. Not for: judging.

use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::points::{Most, Points};
use crate::campaign::units::{Relation, Succession};
use crate::result::diff::side::{OpenTotal, Side, SideItem, SideResult, SideUnit, kept};
use crate::result::diff::uncounted;
use crate::result::report::GradeLimit;
use crate::result::report::data::BY_APPRAISAL;
use crate::result::report::kind::{Kind, Part};
use crate::result::report::row::{DataRow, status};

/// The side of these rows.
pub fn side(rows: &[DataRow]) -> Side {
    let mut side = Side::default();
    let mut levels: Vec<(u32, LevelId, String)> = Vec::new();
    for row in rows {
        if row.kind == Kind::Level {
            levels.push((whole(row), level(row), row.text.to_string()));
        } else if row.code.is_empty() {
            fact(&mut side, row);
        } else {
            unit(&mut side, row);
        }
    }
    levels.sort();
    side.levels = levels.into_iter().map(|(_, id, name)| (id, name)).collect();
    side.order();
    side
}

fn level(row: &DataRow) -> LevelId {
    LevelId::from(&*row.level)
}

fn whole(row: &DataRow) -> u32 {
    row.value
        .and_then(|value| u32::try_from(value.to_i64()?).ok())
        .unwrap_or_default()
}

fn points(row: &DataRow) -> Option<Points> {
    row.value.map(|value| Points(kept(value)))
}

/// A maximum, where there is one or it is said that there is none.
fn most(row: &DataRow) -> Option<Most> {
    if row.status == status::UNLIMITED {
        return Some(Most::Unlimited);
    }
    points(row).map(Most::Points)
}

/// The most that a provisional total can come to.
fn highest(text: &str) -> Option<Most> {
    if text == status::UNLIMITED {
        return Some(Most::Unlimited);
    }
    let highest = text.parse().ok()?;
    Some(Most::Points(Points(kept(highest))))
}

/// A row about no unit.
fn fact(side: &mut Side, row: &DataRow) {
    match &row.kind {
        Kind::Year => {
            side.year = row
                .value
                .and_then(|value| i32::try_from(value.to_i64()?).ok());
        }
        Kind::Campaign => side.name = row.text.to_string(),
        Kind::Authority => side.authority = row.text.to_string(),
        Kind::Scheme => side.scheme = row.text.to_string(),
        Kind::TotalMaximum if row.level.is_empty() => side.total_maximum = points(row),
        Kind::TotalMaximum => {
            let own = points(row).map(|own| (LevelId::from(&*row.level), own));
            side.totals.extend(own);
        }
        Kind::GradeFrom => limit(side, row),
        Kind::Outside => item(side, row).outside_total = true,
        Kind::Rule => item(side, row).rule = row.text.to_string(),
        Kind::Succession => side.successions.extend(succession(row)),
        Kind::OtherNames => item(side, row).others = names(row),
        Kind::OptionNames => {
            item(side, row).option_names = serde_json::from_str(&row.text).unwrap_or_default();
        }
        Kind::NotCounted => side.uncounted.push(uncounted::of_row(row)),
        Kind::Maximum => {
            let maximum = most(row);
            let item = item(side, row);
            item.name = row.text.to_string();
            if let Some(maximum) = maximum {
                item.maximum.insert(level(row), maximum);
                item.maximum.sort_keys();
            }
        }
        Kind::Statistic(id, part) => statistic(side, id, *part, row),
        Kind::FigureName(id) => {
            let figure = side.figures.entry(id.clone()).or_default();
            figure.criterion = CriterionId::from(&*row.criterion);
            figure.name = row.text.to_string();
            figure.is_yes_no = row.value.is_some();
        }
        _ => {}
    }
}

/// Where a grade begins, on all levels or on one.
fn limit(side: &mut Side, row: &DataRow) {
    let Some(from) = points(row) else { return };
    let known = side.grades.iter().position(|one| one.name == row.text);
    let index = known.unwrap_or(side.grades.len());
    if known.is_none() {
        side.grades.push(GradeLimit {
            name: row.text.to_string(),
            ..GradeLimit::default()
        });
    }
    let Some(grade) = side.grades.get_mut(index) else {
        return;
    };
    if !row.group.is_empty() {
        let minima = grade.minima.entry(level(row)).or_default();
        minima.insert(GroupId::from(&*row.group), from);
    } else if row.level.is_empty() {
        grade.from = from;
    } else {
        grade.levels.insert(level(row), from);
    }
}

/// The group or the criterion that a row is about.
fn item<'s>(side: &'s mut Side, row: &DataRow) -> &'s mut SideItem {
    let group = GroupId::from(&*row.group);
    let item = if row.criterion.is_empty() {
        side.groups.entry(group.clone()).or_default()
    } else {
        let id = CriterionId::from(&*row.criterion);
        side.criteria.entry(id).or_default()
    };
    item.group = group;
    item
}

fn statistic(side: &mut Side, id: &str, part: Part, row: &DataRow) {
    let one = side.statistics.entry(id.to_string()).or_default();
    let value = row.value.map(kept);
    one.level = Some(level(row)).filter(|level| !level.0.is_empty());
    match part {
        Part::Value => {
            one.value = value;
            one.name = row.text.to_string();
        }
        Part::Numerator => one.numerator = value,
        Part::Denominator => one.denominator = value,
        Part::Covered => one.covered = whole(row) as usize,
        Part::Expected => one.expected = whole(row) as usize,
        Part::Order => one.order = whole(row),
        Part::Formula => one.formula = row.text.to_string(),
    }
}

fn succession(row: &DataRow) -> Option<Succession> {
    let mut parts = row.text.splitn(3, "; ");
    let (before, after) = parts.next()?.split_once('→')?;
    let ids = |text: &str| -> Vec<UnitId> {
        text.split('|')
            .filter_map(|one| one.trim().split_once('/'))
            .map(|(level, code)| UnitId {
                level: LevelId::from(level),
                code: code.to_string(),
            })
            .collect()
    };
    Some(Succession {
        relation: Relation::of(&row.status)?,
        predecessors: ids(before),
        successors: ids(after),
        date: parts.next().and_then(|date| date.trim().parse().ok()),
        basis: parts.next().unwrap_or_default().trim().to_string(),
    })
}

/// What something is called besides.
fn names(row: &DataRow) -> Vec<String> {
    serde_json::from_str(&row.text).unwrap_or_default()
}

/// A row about a unit.
fn unit(side: &mut Side, row: &DataRow) {
    let id = UnitId {
        level: level(row),
        code: row.code.to_string(),
    };
    let unit: &mut SideUnit = side.units.entry(id).or_default();
    unit.name = row.unit.to_string();
    if row.kind == Kind::OtherNames {
        unit.others = names(row);
        return;
    }
    if row.kind == Kind::Return {
        unit.order = whole(row);
        if row.status == status::READ {
            unit.result.get_or_insert_default().file = row.file.to_string();
        } else {
            unit.sent = row.file.to_string();
        }
        return;
    }
    let result = unit.result.get_or_insert_default();
    value(result, row);
}

fn value(result: &mut SideResult, row: &DataRow) {
    let group = GroupId::from(&*row.group);
    let criterion = CriterionId::from(&*row.criterion);
    match &row.kind {
        Kind::Total => {
            result.total = points(row);
            result.open = (row.status == status::PROVISIONAL).then(|| OpenTotal {
                highest: highest(&row.text),
            });
        }
        Kind::Rank => {
            result.place = row
                .value
                .and_then(|value| u32::try_from(value.to_i64()?).ok());
        }
        Kind::Grade => result.grade = Some(row.text.to_string()).filter(|text| !text.is_empty()),
        Kind::Group => {
            if let Some(points) = points(row) {
                result.groups.insert(group, points);
            }
        }
        Kind::Applicable => {
            if let Some(most) = most(row) {
                result.applicable.insert(group, most);
            }
        }
        Kind::Claimed => {
            let score = result.criteria.entry(criterion).or_default();
            score.claimed = points(row);
            let cell = row.cell.parse().ok();
            score.place = cell.map(|cell| (row.sheet.to_string(), cell));
        }
        Kind::Counted => {
            let score = result.criteria.entry(criterion).or_default();
            score.counted = points(row);
            score.exempt = row.status == status::EXEMPT;
            score.left_out = row.status == status::EMPTY;
            score.by_appraisal = row.text == BY_APPRAISAL;
        }
        Kind::Appraised => {
            let score = result.criteria.entry(criterion).or_default();
            score.appraised = points(row);
        }
        Kind::Decided if !criterion.0.is_empty() => {
            let score = result.criteria.entry(criterion).or_default();
            score.decided = points(row);
        }
        Kind::Explanation => {
            let score = result.criteria.entry(criterion).or_default();
            score.explained = !row.text.trim().is_empty();
        }
        Kind::Figure(figure) => {
            let value = row.value.map(kept);
            let text = match value {
                Some(_) => String::new(),
                None => row.text.to_string(),
            };
            result.figures.insert(figure.clone(), (value, text));
        }
        _ => {}
    }
}
