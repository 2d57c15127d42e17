//! The units of all results: with their places among all that are judged alike, and through the years.
//!
//! In: results, and which of their units are the same. Out: one row for each unit and year. A unit that one result has and another
//! waits for stands once. Not for: single criteria.

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};

use crate::base::ids::{LevelId, UnitId};
use crate::base::points::{Decimal, Points, percent_of, round_half_away};
use crate::base::text;
use crate::judge::rank::{BoundedTotal, rank};
use crate::result::diff::SideUnit;
use crate::result::rollup::same_unit::{SameUnits, returned};
use crate::result::rollup::{
    GroupThroughYears, ResultFacts, RolledScore, RolledUnit, UnitThroughYears,
};

/// Every unit in every year: by level, the last year first, by how units are judged, by place; those without a result behind.
pub(super) fn units(results: &[ResultFacts], known: &SameUnits) -> Vec<RolledUnit> {
    let ids: IndexSet<&LevelId> = results.iter().flat_map(|one| one.levels.keys()).collect();
    let mut years: Vec<i32> = results.iter().map(|result| result.year).collect();
    years.dedup();
    let mut all = Vec::new();
    for level in ids {
        for year in years.iter().rev() {
            let mut by_judging: IndexMap<&str, Vec<RolledUnit>> = IndexMap::new();
            for (at, result) in (0..).zip(results).filter(|(_, one)| one.year == *year) {
                let Some(facts) = result.levels.get(level) else {
                    continue;
                };
                let own = result.units.iter().filter(|(id, _)| id.level == *level);
                let own = own.filter_map(|(id, unit)| rolled(results, known, (at, id, unit)));
                by_judging.entry(&facts.judged_by).or_default().extend(own);
            }
            for mut units in by_judging.into_values() {
                place(&mut units);
                units.sort_by_key(|unit| {
                    let place = unit.score.as_ref().map(|score| score.place);
                    (
                        place.is_none(),
                        place.map(|place| place.unwrap_or(u32::MAX)),
                    )
                });
                all.extend(units);
            }
        }
    }
    all
}

/// A unit of a result; nothing where it has no result and stands elsewhere in the same year.
fn rolled(
    results: &[ResultFacts],
    known: &SameUnits,
    (at, id, unit): (usize, &UnitId, &SideUnit),
) -> Option<RolledUnit> {
    let result = results.get(at)?;
    let met = known.met(result.year, known.number(at, id)?);
    let with_result = returned(results, met).count();
    let is_first = met.first().is_some_and(|(first, _)| *first == at);
    if unit.result.is_none() && (with_result > 0 || !is_first) {
        return None;
    }
    let level = result.levels.get(&id.level)?;
    let score = unit.result.as_ref().map(|one| {
        let share = one.total.zip(level.total_maximum);
        let share = share.and_then(|(total, maximum)| percent_of(total.0, maximum.0));
        RolledScore {
            total: one.total,
            share: share.map(|share| round_half_away(share, 2)),
            is_open: one.open.is_some(),
            grade: one.grade.clone(),
            own_place: one.place,
            place: None,
            among: 0,
        }
    });
    Some(RolledUnit {
        result: at,
        unit: id.clone(),
        name: unit.name.clone(),
        level: level.name.clone(),
        year: result.year,
        is_twice: with_result > 1,
        maximum: level.total_maximum,
        score,
    })
}

/// Gives places among units that are judged alike. One that two results have is in no place.
fn place(units: &mut [RolledUnit]) {
    let total = |unit: &RolledUnit| unit.score.as_ref()?.total.filter(|_| !unit.is_twice);
    let standings: Vec<BoundedTotal> = units
        .iter()
        .filter_map(total)
        .map(|total| BoundedTotal {
            total,
            lowest: total,
            highest: total.into(),
        })
        .collect();
    let mut ranks = rank(&standings).into_iter();
    for unit in units {
        if total(unit).is_some()
            && let Some(score) = &mut unit.score
        {
            score.place = ranks.next().map(|rank| rank.place);
            score.among = standings.len();
        }
    }
}

/// Each unit through the years, in the order of `units`. `labels` are those of the results.
pub(super) fn through_years(
    results: &[ResultFacts],
    units: &[RolledUnit],
    known: &SameUnits,
    labels: &[String],
) -> Vec<UnitThroughYears> {
    let mut all: IndexMap<usize, Vec<usize>> = IndexMap::new();
    for (at, unit) in units.iter().enumerate() {
        if let Some(number) = known.number(unit.result, &unit.unit) {
            all.entry(number).or_default().push(at);
        }
    }
    let of = |positions: Vec<usize>| {
        let mut own: Vec<(usize, &RolledUnit)> = positions
            .into_iter()
            .filter_map(|at| Some((at, units.get(at)?)))
            .collect();
        own.sort_by_key(|(_, unit)| unit.year);
        let (_, last) = own.last()?;
        let level = |unit: &RolledUnit| {
            let result = results.get(unit.result)?;
            result.levels.get(&unit.unit.level)
        };
        let settled = own.iter().filter(|(_, unit)| !unit.is_twice);
        let with_result = settled.clone().filter(|(_, unit)| unit.score.is_some());
        let judged: IndexSet<_> = with_result
            .filter_map(|(_, unit)| Some(&level(unit)?.judged_by))
            .collect();
        Some(UnitThroughYears {
            unit: last.unit.clone(),
            name: last.name.clone(),
            level: last.level.clone(),
            label: labels.get(last.result).cloned().unwrap_or_default(),
            years: settled.clone().map(|(at, unit)| (unit.year, *at)).collect(),
            is_alike: judged.len() < 2,
            groups: groups(results, settled.map(|(_, unit)| *unit)),
        })
    };
    all.into_values().filter_map(of).collect()
}

/// The groups of a unit in the years in which it has a result.
fn groups<'u>(
    results: &[ResultFacts],
    units: impl Iterator<Item = &'u RolledUnit>,
) -> Vec<GroupThroughYears> {
    let mut groups: BTreeMap<(usize, String), GroupThroughYears> = BTreeMap::new();
    let mut order: IndexSet<(String, String)> = IndexSet::new();
    for unit in units {
        let Some(result) = results.get(unit.result) else {
            continue;
        };
        let own = result.units.get(&unit.unit);
        let Some(own) = own.and_then(|own| own.result.as_ref()) else {
            continue;
        };
        let level = result.levels.get(&unit.unit.level);
        for (id, (name, most)) in level.into_iter().flat_map(|level| &level.groups) {
            let key = (id.0.to_string(), text::key(name));
            let (at, _) = order.insert_full(key.clone());
            let group = groups
                .entry((at, key.0))
                .or_insert_with(|| GroupThroughYears {
                    group: id.clone(),
                    name: name.clone(),
                    years: IndexMap::new(),
                });
            let points: Option<Points> = own.groups.get(id).copied();
            group.years.insert(unit.year, (points, *most));
        }
    }
    let mut groups: Vec<GroupThroughYears> = groups.into_values().collect();
    // As a code sorts: 1, 2, 10.
    let number = |group: &GroupThroughYears| group.group.0.parse::<Decimal>().ok();
    groups.sort_by_key(number);
    groups
}
