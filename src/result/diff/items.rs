//! Groups and criteria of both years, by their codes: the same, changed, or another.
//!
//! In: two sides. Out: the class of each group and criterion on each level. Not for: scores.

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points, percent_of, round_half_away};
use crate::result::diff::side::{Side, SideItem, sort_key};
use crate::result::diff::{Class, ItemChange, Reason};

/// What became of a group or criterion on a level.
#[derive(Clone, Debug)]
pub struct ItemVerdict {
    name: String,
    group: GroupId,
    /// Its class.
    pub class: Class,
    reasons: Vec<Reason>,
    /// Both maxima.
    pub maximum: (Option<Most>, Option<Most>),
}

impl ItemVerdict {
    /// Points of both years in percent of their maxima, where the maximum changed and nothing else does not fit.
    pub fn shares(
        &self,
        before: Option<Points>,
        now: Option<Points>,
    ) -> Option<(Decimal, Decimal)> {
        match (self.class, self.maximum) {
            (Class::Conditional, (Some(then), Some(today))) if then != today => {
                // Of what has no limit there is no share.
                percent(before?, then.limit()?).zip(percent(now?, today.limit()?))
            }
            _ => None,
        }
    }
}

/// A share of a maximum in percent, with two decimals.
pub fn percent(points: Points, maximum: Points) -> Option<Decimal> {
    Some(round_half_away(percent_of(points.0, maximum.0)?, 2))
}

/// What became of all groups and criteria.
pub struct Items {
    /// Groups by level.
    pub groups: IndexMap<(LevelId, GroupId), ItemVerdict>,
    /// Criteria by level.
    pub criteria: IndexMap<(LevelId, CriterionId), ItemVerdict>,
}

impl Items {
    /// Compares the schemes of two sides.
    pub fn new(previous: &Side, current: &Side) -> Items {
        let mut items = Items {
            groups: IndexMap::new(),
            criteria: IndexMap::new(),
        };
        for level in levels(previous, current) {
            for id in union(&previous.criteria, &current.criteria) {
                let pair = (previous.criteria.get(&id), current.criteria.get(&id));
                if let Some(verdict) = verdict(pair, &level) {
                    items.criteria.insert((level.clone(), id), verdict);
                }
            }
            for id in union(&previous.groups, &current.groups) {
                let pair = (previous.groups.get(&id), current.groups.get(&id));
                if let Some(mut verdict) = verdict(pair, &level) {
                    items.inner(&mut verdict, &level, &id);
                    items.groups.insert((level.clone(), id), verdict);
                }
            }
        }
        items
    }

    /// A group whose criteria changed is not wholly the same.
    fn inner(&self, verdict: &mut ItemVerdict, level: &LevelId, group: &GroupId) {
        let changed: Vec<String> = self
            .criteria
            .iter()
            .filter(|((at, _), one)| at == level && one.group == *group)
            .filter(|(_, one)| one.class != Class::Comparable)
            .map(|((_, id), _)| id.0.to_string())
            .collect();
        if !changed.is_empty() {
            verdict.class = verdict.class.max(Class::Conditional);
            verdict.reasons.push(Reason::Criteria { criteria: changed });
        }
    }

    /// The class of a group; one that neither scheme has on a level is not comparable.
    pub fn group(&self, level: &LevelId, id: &GroupId) -> Class {
        let found = self.groups.get(&(level.clone(), id.clone()));
        found.map_or(Class::NotComparable, |one| one.class)
    }

    /// Whether a group is the same in both years but for some of its criteria.
    pub fn is_only_within(&self, level: &LevelId, id: &GroupId) -> bool {
        let found = self.groups.get(&(level.clone(), id.clone()));
        let is_inner = |reason: &Reason| matches!(reason, Reason::Criteria { .. });
        found.is_some_and(|one| !one.reasons.is_empty() && one.reasons.iter().all(is_inner))
    }

    /// The class of a criterion; one that neither scheme has on a level is not comparable.
    pub fn criterion(&self, level: &LevelId, id: &CriterionId) -> Class {
        let found = self.criteria.get(&(level.clone(), id.clone()));
        found.map_or(Class::NotComparable, |one| one.class)
    }

    /// The codes of the groups of a level that are not wholly the same.
    pub fn changed_groups(&self, level: &LevelId) -> Vec<String> {
        let changed = |((at, _), one): &(&(LevelId, GroupId), &ItemVerdict)| {
            at == level && one.class != Class::Comparable
        };
        let groups = self.groups.iter().filter(changed);
        groups.map(|((_, id), _)| id.0.to_string()).collect()
    }

    /// All that is not wholly the same.
    pub fn changes(&self) -> Vec<ItemChange> {
        let of_group = |((level, id), one): (&(LevelId, GroupId), &ItemVerdict)| {
            change(level, (id, None), one)
        };
        let mut changes: Vec<ItemChange> = Vec::new();
        for group in &self.groups {
            let (level, id) = group.0;
            changes.extend(of_group(group));
            let inside = self
                .criteria
                .iter()
                .filter(|((at, _), one)| at == level && one.group == *id);
            changes.extend(
                inside
                    .filter_map(|((_, criterion), one)| change(level, (id, Some(criterion)), one)),
            );
        }
        changes
    }
}

fn change(
    level: &LevelId,
    (group, criterion): (&GroupId, Option<&CriterionId>),
    verdict: &ItemVerdict,
) -> Option<ItemChange> {
    (verdict.class != Class::Comparable).then(|| ItemChange {
        level: level.clone(),
        group: group.clone(),
        criterion: criterion.cloned(),
        name: verdict.name.clone(),
        class: verdict.class,
        reasons: verdict.reasons.clone(),
    })
}

/// The levels of both sides, those of the current one first.
pub fn levels(previous: &Side, current: &Side) -> Vec<LevelId> {
    let mut levels: Vec<LevelId> = current.levels.keys().cloned().collect();
    let rest = previous.levels.keys().chain(
        previous
            .units
            .keys()
            .chain(current.units.keys())
            .map(|unit| &unit.level),
    );
    for level in rest {
        if !levels.contains(level) {
            levels.push(level.clone());
        }
    }
    levels
}

/// The codes of both sides, in order.
pub fn union<K: Clone + Eq + std::hash::Hash + std::fmt::Display, V>(
    one: &IndexMap<K, V>,
    other: &IndexMap<K, V>,
) -> Vec<K> {
    let mut keys: Vec<K> = one.keys().cloned().collect();
    keys.extend(other.keys().filter(|key| !one.contains_key(*key)).cloned());
    keys.sort_by_key(|key| sort_key(&key.to_string()));
    keys
}

/// `None`: neither side has it on the level.
fn verdict(pair: (Option<&SideItem>, Option<&SideItem>), level: &LevelId) -> Option<ItemVerdict> {
    let maximum = |item: Option<&SideItem>| item.and_then(|item| item.maximum.get(level).copied());
    let maxima = (maximum(pair.0), maximum(pair.1));
    let item = pair.1.or(pair.0)?;
    let (class, reason) = match (maxima, pair) {
        ((None, Some(_)), _) => (Class::NotComparable, Some(Reason::Added)),
        ((Some(_), None), _) => (Class::NotComparable, Some(Reason::Removed)),
        ((Some(before), Some(now)), (Some(old), Some(new))) => {
            if !old.is_called(new) {
                let reason = Reason::Replaced {
                    before: old.name.clone(),
                    now: new.name.clone(),
                };
                (Class::NotComparable, Some(reason))
            } else if before != now {
                (Class::Conditional, Some(Reason::Maximum { before, now }))
            } else if !old.has_rule_of(new) {
                (Class::Conditional, Some(Reason::Rule))
            } else {
                (Class::Comparable, None)
            }
        }
        _ => return None,
    };
    Some(ItemVerdict {
        name: item.name.clone(),
        group: item.group.clone(),
        class,
        reasons: reason.into_iter().collect(),
        maximum: maxima,
    })
}
