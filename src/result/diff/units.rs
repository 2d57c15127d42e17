//! Units of both years side by side.
//!
//! In: two sides and what became of their groups and criteria. Out: each level with its units, places on the common set, and
//! the biggest movers. Not for: cells.

use std::cmp::Reverse;

use indexmap::IndexMap;

use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::Points;
use crate::result::diff::fit::Fit;
use crate::result::diff::items::{self, Items};
use crate::result::diff::pair::{self, Pair};
use crate::result::diff::side::{Side, SideResult};
use crate::result::diff::{
    Class, GroupChange, LevelDiff, MOVERS, Reason, State, UnitDiff, YearResult, composition,
};

/// All levels.
pub fn levels((previous, current): (&Side, &Side), items: &Items, fit: &Fit) -> Vec<LevelDiff> {
    let ground = BothYears {
        previous,
        current,
        items,
        fit,
    };
    let pairs = pair::pairs(previous, current);
    let mut levels = Vec::new();
    for id in items::levels(previous, current) {
        let of_level = |pair: &&Pair| {
            pair.now
                .or(pair.before)
                .is_some_and(|unit| unit.level == id)
        };
        let own: Vec<&Pair> = pairs.iter().filter(of_level).collect();
        if own.is_empty() {
            continue;
        }
        let mut units: Vec<UnitDiff> = own
            .iter()
            .filter_map(|pair| ground.unit(pair, &id))
            .collect();
        if fit.apart.is_empty() {
            common_places(&mut units);
        }
        let name = current.levels.get(&id).or(previous.levels.get(&id));
        levels.push(LevelDiff {
            name: name.map_or_else(|| id.0.to_string(), Clone::clone),
            groups: ground.groups(&id),
            up: movers(&units, |change| change > Points::ZERO),
            down: movers(&units, |change| change < Points::ZERO),
            units,
            id,
        });
    }
    levels
}

/// The units with the biggest changes in one direction. What has another name without a word of its renaming may be another unit.
fn movers(units: &[UnitDiff], is_meant: fn(Points) -> bool) -> Vec<usize> {
    let mut movers: Vec<(Points, usize)> = units
        .iter()
        .enumerate()
        .filter(|(_, unit)| !unit.is_of_other_name())
        .filter_map(|(at, unit)| Some((unit.change?, at)))
        .filter(|(change, _)| is_meant(*change))
        .collect();
    movers.sort_by_key(|(change, at)| (Reverse(change.abs()), *at));
    movers.truncate(MOVERS);
    movers.into_iter().map(|(_, at)| at).collect()
}

/// Places among the units that have a result in both years.
fn common_places(units: &mut [UnitDiff]) {
    let total = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.total);
    let both: Vec<(Points, Points)> = units
        .iter()
        .filter(|unit| unit.state == State::Compared)
        .filter_map(|unit| total(&unit.before).zip(total(&unit.now)))
        .collect();
    let rising = |of: fn(&(Points, Points)) -> Points| {
        let mut totals: Vec<Points> = both.iter().map(of).collect();
        totals.sort_unstable();
        totals
    };
    let (before, now) = (rising(|pair| pair.0), rising(|pair| pair.1));
    let place = |points: Points, rising: &[Points]| -> u32 {
        (rising.len() - rising.partition_point(|one| *one <= points)) as u32 + 1
    };
    for unit in units
        .iter_mut()
        .filter(|unit| unit.state == State::Compared)
    {
        let Some((old, new)) = total(&unit.before).zip(total(&unit.now)) else {
            continue;
        };
        let (then, today) = (place(old, &before), place(new, &now));
        if let Some(result) = &mut unit.before {
            result.common_place = Some(then);
        }
        if let Some(result) = &mut unit.now {
            result.common_place = Some(today);
        }
        unit.places = Some(i64::from(then) - i64::from(today));
    }
}

struct BothYears<'a> {
    previous: &'a Side,
    current: &'a Side,
    items: &'a Items,
    fit: &'a Fit,
}

impl BothYears<'_> {
    fn groups(&self, level: &LevelId) -> Vec<(GroupId, String)> {
        let ids = self.items.groups.keys().filter(|(at, _)| at == level);
        ids.filter_map(|(_, id)| {
            let item = self.current.groups.get(id);
            let item = item.or_else(|| self.previous.groups.get(id))?;
            (!item.outside_total).then(|| (id.clone(), item.name.clone()))
        })
        .collect()
    }

    /// Whether a unit that is there in one year alone, or in both, is called in one way.
    fn is_called_alike(&self, pair: &Pair<'_>) -> bool {
        let before = pair.before.and_then(|id| self.previous.units.get(id));
        let now = pair.now.and_then(|id| self.current.units.get(id));
        let both = before.zip(now);
        both.is_none_or(|(before, now)| before.is_called(now))
    }

    fn unit(&self, pair: &Pair<'_>, level: &LevelId) -> Option<UnitDiff> {
        let result = |side: &'_ Side, id: Option<&UnitId>| -> Option<SideResult> {
            side.units.get(id?)?.result.clone()
        };
        let (before, now) = (
            result(self.previous, pair.before),
            result(self.current, pair.now),
        );
        let unit = pair.now.or(pair.before)?;
        let name = |side: &Side, id: Option<&UnitId>| Some(side.units.get(id?)?.name.clone());
        let before_name = name(self.previous, pair.before);
        let own_name = name(self.current, pair.now).or_else(|| before_name.clone())?;
        let mut one = UnitDiff {
            unit: unit.clone(),
            unit_before: pair.before.filter(|before| *before != unit).cloned(),
            // Another letter case is no other name, and neither is one that was corrected.
            name_before: before_name.filter(|_| !self.is_called_alike(pair)),
            name: own_name,
            state: pair.state,
            class: Class::NotComparable,
            reasons: pair.reasons.clone(),
            before: before.as_ref().map(year),
            now: now.as_ref().map(year),
            change: None,
            share: None,
            places: None,
            parts: None,
            groups: IndexMap::new(),
        };
        if pair.state == State::Compared
            && let Some((before, now)) = before.as_ref().zip(now.as_ref())
        {
            self.compare(&mut one, (before, now), level);
        }
        Some(one)
    }

    /// Compares a unit's results; what is open in one of them makes the comparison one under a condition.
    fn compare(
        &self,
        one: &mut UnitDiff,
        (before, now): (&SideResult, &SideResult),
        level: &LevelId,
    ) {
        if !self.fit.apart.is_empty() {
            // The numbers stand side by side; neither is held against the other.
            let reasons = self.fit.apart.iter().map(|apart| apart.reason());
            one.reasons.extend(reasons);
            return;
        }
        let scales = (self.previous.total_at(level), self.current.total_at(level));
        let maxima = scales.0.zip(scales.1);
        let same_scale = maxima.is_none_or(|(then, today)| then == today);
        one.class = Class::Comparable;
        if let Some((before, now)) = maxima.filter(|_| !same_scale) {
            one.reasons.push(Reason::TotalMaximum { before, now });
        }
        if scales.0.is_some() != scales.1.is_some() {
            one.reasons.push(Reason::ScaleUnknown);
        }
        let changed = self.items.changed_groups(level);
        if !changed.is_empty() {
            one.reasons.push(Reason::Criteria { criteria: changed });
        }
        one.reasons.extend(open(before, now));
        let is_condition = |reason: &Reason| !matches!(reason, Reason::Succession { .. });
        if one.reasons.iter().any(is_condition) {
            one.class = Class::Conditional;
        }
        let totals = before.total.zip(now.total);
        if same_scale {
            one.change = totals.map(|(old, new)| Points((new - old).0.normalize()));
            one.parts = composition::parts(
                (self.previous, before),
                (self.current, now),
                level,
                self.items,
            );
        } else {
            one.share = totals.zip(maxima).and_then(|((old, new), (then, today))| {
                Some((items::percent(old, then)?, items::percent(new, today)?))
            });
        }
        for ((at, id), verdict) in &self.items.groups {
            if at != level {
                continue;
            }
            let (old, new) = (before.groups.get(id).copied(), now.groups.get(id).copied());
            let share = verdict.shares(old, new);
            let change = GroupChange {
                class: verdict.class,
                before: old,
                now: new,
                share,
            };
            one.groups.insert(id.clone(), change);
        }
    }
}

/// That totals are open.
fn open(before: &SideResult, now: &SideResult) -> Vec<Reason> {
    let of = |(result, is_now): (&SideResult, bool)| {
        let (lowest, highest) = (result.total?, result.open?.highest);
        Some(Reason::Open {
            is_now,
            lowest,
            highest,
        })
    };
    [(before, false), (now, true)]
        .into_iter()
        .filter_map(of)
        .collect()
}

fn year(result: &SideResult) -> YearResult {
    let sum = result.sum();
    let differs = result.total.is_some_and(|total| total != sum) && !result.groups.is_empty();
    YearResult {
        total: result.total,
        is_open: result.open.is_some(),
        highest: result.open.and_then(|open| open.highest),
        recomputed: differs.then_some(sum),
        place: result.place,
        common_place: None,
        grade: result.grade.clone(),
    }
}
