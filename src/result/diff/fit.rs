//! Whether two sides are results of one kind: of one place, by criteria of which some are the same, on one scale, in the order of time.
//!
//! In: two sides. Out: what they do not share, and a finding for each. Not for: single units or criteria that changed. Units and
//! criteria may change from year to year, merge or get other names; only where next to nothing is left is the other side something
//! else, of which no change can be told.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::{LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{Rule, years};
use crate::base::text;
use crate::campaign::units::seat;
use crate::result::diff::Reason;
use crate::result::diff::items::Items;
use crate::result::diff::side::{Side, SideItem};

/// Units that a level has on both sides, before it tells of another place.
const FEWEST: usize = 3;
/// Of so many units one that both sides have is enough.
const ONE_OF: usize = 5;
/// How many times larger the totals of one side are than those of the other, for them to be on another scale.
const TIMES: Decimal = Decimal::whole(8);

/// What two sides do not share, so that no change of points or places can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Apart {
    /// The units: it is another place.
    Units,
    /// The groups and criteria.
    Criteria,
    /// The scale of the totals.
    Scale,
}

impl Apart {
    /// What is said of each unit.
    pub(super) fn reason(self) -> Reason {
        match self {
            Apart::Units => Reason::OtherUnits,
            Apart::Criteria => Reason::OtherCriteria,
            Apart::Scale => Reason::OtherScale,
        }
    }
}

/// How two sides fit each other.
#[derive(Default)]
pub(super) struct Fit {
    /// What they do not share.
    pub(super) apart: Vec<Apart>,
    /// What is said of it, about the earlier side, whose file is not known here.
    pub(super) findings: Vec<Finding>,
}

impl Fit {
    /// Compares two sides.
    pub(super) fn of(previous: &Side, current: &Side, items: &Items) -> Fit {
        let kinds = [
            (
                Apart::Units,
                units(previous, current).or_else(|| authorities(previous, current)),
            ),
            (Apart::Criteria, criteria((previous, current), items)),
            (Apart::Scale, scale(previous, current)),
        ];
        let mut fit = Fit::default();
        for (apart, finding) in kinds {
            if let Some(finding) = finding {
                fit.apart.push(apart);
                fit.findings.push(finding);
            }
        }
        let has_criteria = !fit.apart.contains(&Apart::Criteria);
        let of_years = years(previous, current);
        let of_years = of_years.filter(|one| has_criteria || one.rule == &years::LATER_YEAR);
        fit.findings.extend(of_years);
        fit
    }

    /// Whether what is said of one side can be held against the other as last year's.
    pub(super) fn is_last_year(&self) -> bool {
        self.findings.is_empty()
    }
}

fn finding(rule: &'static Rule, found: Fact, expected: Fact) -> Finding {
    Finding::new(rule, Place::default())
        .found(found)
        .expected(expected)
}

/// The name of a level with its units on either side.
type UnitPool = (String, (Vec<UnitId>, Vec<UnitId>));

/// That hardly any unit is on both sides: on levels that both have, or, where they share none, at all.
fn units(previous: &Side, current: &Side) -> Option<Finding> {
    let on = |side: &Side, level: Option<&LevelId>| -> Vec<UnitId> {
        let is_meant = |unit: &&UnitId| level.is_none_or(|level| unit.level == *level);
        side.units.keys().filter(is_meant).cloned().collect()
    };
    let pair = |level: Option<&LevelId>| (on(previous, level), on(current, level));
    let levels = current
        .levels
        .iter()
        .map(|(id, name)| (name, pair(Some(id))));
    let mut pools: Vec<UnitPool> = levels
        .filter(|(_, (then, now))| !then.is_empty() && !now.is_empty())
        .map(|(name, pair)| (name.clone(), pair))
        .collect();
    if pools.is_empty() {
        let mut names: Vec<&str> = Vec::new();
        for name in previous.levels.values().chain(current.levels.values()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        pools.push((names.join("; "), pair(None)));
    }
    let (mut names, mut found, mut all) = (Vec::new(), 0, 0);
    for (name, (then, now)) in &pools {
        let fewer = then.len().min(now.len());
        let shared = common((previous, current), (then, now));
        if fewer >= FEWEST && shared * ONE_OF < fewer {
            names.push(name.as_str());
            found += shared;
            all += fewer;
        }
    }
    let [found, all] = [found, all].map(|count| Fact::Number(Decimal::from(count)));
    let finding = finding(&years::OTHER_UNITS, found, all);
    (!names.is_empty()).then(|| finding.about(About::Row(names.join("; "))))
}

/// That the sides are results of two places, by the authorities that publish them: the units of either may be called alike.
fn authorities(previous: &Side, current: &Side) -> Option<Finding> {
    let [then, now] = [previous, current].map(|side| side.authority.as_str());
    let name = |authority: &str| Fact::Name(text::clean(authority));
    seat::are_of_two_places(then, now)
        .then(|| finding(&years::OTHER_AUTHORITY, name(then), name(now)))
}

/// How many units of the smaller side the other one has: by code, by name, or by what became of them.
fn common((previous, current): (&Side, &Side), (then, now): (&[UnitId], &[UnitId])) -> usize {
    let (few, many) = if then.len() <= now.len() {
        ((then, previous), (now, current))
    } else {
        ((now, current), (then, previous))
    };
    let names = |side: &Side, unit: &UnitId| -> Vec<String> {
        let unit = side.units.get(unit);
        unit.map_or_else(Vec::new, |one| one.keys().collect())
    };
    let ids: HashSet<&UnitId> = many.0.iter().collect();
    let known: HashSet<String> = many.0.iter().flat_map(|id| names(many.1, id)).collect();
    let told: HashSet<&UnitId> = previous
        .successions
        .iter()
        .chain(&current.successions)
        .filter(|one| {
            let mut units = one.predecessors.iter().chain(&one.successors);
            units.any(|unit| ids.contains(unit))
        })
        .flat_map(|one| one.predecessors.iter().chain(&one.successors))
        .collect();
    let is_known = |unit: &&UnitId| {
        let is_named = || names(few.1, unit).iter().any(|name| known.contains(name));
        ids.contains(*unit) || told.contains(*unit) || is_named()
    };
    few.0.iter().filter(is_known).count()
}

/// That no group and no criterion has code and name on both sides, on any level; nothing where a side does not tell any.
fn criteria((previous, current): (&Side, &Side), items: &Items) -> Option<Finding> {
    let has_any = |side: &Side| !side.groups.is_empty() || !side.criteria.is_empty();
    let is_same = |pair: (Option<&SideItem>, Option<&SideItem>)| {
        let (Some(old), Some(new)) = pair else {
            return false;
        };
        old.is_called(new)
    };
    let mut groups = current.groups.iter();
    let mut criteria = current.criteria.iter();
    let is_shared = groups.any(|(id, item)| is_same((previous.groups.get(id), Some(item))))
        || criteria.any(|(id, item)| is_same((previous.criteria.get(id), Some(item))));
    let is_nothing = items.groups.is_empty() && items.criteria.is_empty();
    if is_shared || is_nothing || !has_any(previous) || !has_any(current) {
        return None;
    }
    let [then, now] = [previous, current].map(called);
    Some(finding(&years::OTHER_CRITERIA, then, now))
}

/// What the criteria of a side are called.
fn called(side: &Side) -> Fact {
    Fact::Name(if side.scheme.is_empty() {
        side.name.clone()
    } else {
        side.scheme.clone()
    })
}

/// That the totals are on other scales, where not both sides say what theirs is.
fn scale(previous: &Side, current: &Side) -> Option<Finding> {
    let is_told = |side: &Side| side.total_maximum.is_some();
    if is_told(previous) && is_told(current) {
        return None;
    }
    let (then, now) = median(previous).zip(median(current))?;
    let is_far = |less: Points, more: Points| {
        let times = less.0.checked_mul(TIMES);
        less > Points::ZERO && times.is_some_and(|times| times <= more.0)
    };
    (is_far(then, now) || is_far(now, then))
        .then(|| finding(&years::OTHER_SCALE, then.into(), now.into()))
}

/// The total in the middle.
fn median(side: &Side) -> Option<Points> {
    let results = side.units.values().filter_map(|one| one.result.as_ref());
    let mut totals: Vec<Points> = results.filter_map(|one| one.total).collect();
    totals.sort_unstable();
    totals.get(totals.len() / 2).copied()
}

/// That the sides do not stand in the order of time, or are of one year by two schemes.
fn years(previous: &Side, current: &Side) -> Option<Finding> {
    let (then, now) = previous.year.zip(current.year)?;
    let year = |year: i32| Fact::Name(year.to_string());
    if then > now {
        return Some(finding(&years::LATER_YEAR, year(then), year(now)));
    }
    let id = |side: &Side| {
        let scheme = side.scheme.as_str();
        let id = scheme.rsplit_once(' ').map_or(scheme, |(id, _)| id);
        id.to_string()
    };
    let is_other = !previous.is_table && !current.is_table && id(previous) != id(current);
    (then == now && is_other).then(|| {
        let about = About::Row(then.to_string());
        finding(
            &years::ONE_YEAR_TWO_SCHEMES,
            called(previous),
            called(current),
        )
        .about(about)
    })
}
