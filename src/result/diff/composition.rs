//! What the change of a total is made of.
//!
//! In: a unit's result in both years. Out: parts that add up exactly to the change. Not for: whether the totals may be
//! compared.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::times;
use crate::judge::score::rule::MEANT;
use crate::result::diff::Class;
use crate::result::diff::items::{Items, union};
use crate::result::diff::side::{Side, SideItem, SideResult, SideScore};

/// Parts of a change. They add up to it exactly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChangeParts {
    /// What the unit did better or worse on criteria that are the same in both years, by group.
    pub groups: IndexMap<GroupId, Points>,
    /// Criteria that are new, gone, replaced, or have another maximum or rule.
    pub criteria_changed: Points,
    /// Groups of which the points of criteria are not known, and of whose criteria some changed: what is due to these and what to the
    /// unit cannot be told apart.
    #[serde(default)]
    pub inseparable: Points,
    /// Criteria that do not apply to the unit in one of the years, and totals scaled up for it.
    pub unit_changed: Points,
    /// What the department granted other than claimed, then and now.
    pub appraisal: Points,
    /// Bonus and penalty.
    pub bonus: Points,
    /// Published totals that are not the sum of their columns.
    pub arithmetic: Points,
    /// Scores that are open, blank or unknown in one of the years.
    pub open: Points,
}

impl ChangeParts {
    /// All parts together.
    pub fn sum(&self) -> Points {
        let groups: Points = self.groups.values().copied().sum();
        groups
            + self.criteria_changed
            + self.inseparable
            + self.unit_changed
            + self.appraisal
            + self.bonus
            + self.arithmetic
            + self.open
    }

    fn add(&mut self, part: ChangePart<'_>, points: Points) {
        let own = match part {
            ChangePart::Group(group) => self.groups.entry(group.clone()).or_default(),
            ChangePart::Criteria => &mut self.criteria_changed,
            ChangePart::Inseparable => &mut self.inseparable,
            ChangePart::Unit => &mut self.unit_changed,
            ChangePart::Appraisal => &mut self.appraisal,
            ChangePart::Bonus => &mut self.bonus,
            ChangePart::Arithmetic => &mut self.arithmetic,
            ChangePart::Open => &mut self.open,
        };
        *own = Points((*own + points).0.normalize());
    }
}

#[derive(Clone, Copy)]
enum ChangePart<'a> {
    Group(&'a GroupId),
    Criteria,
    Inseparable,
    Unit,
    Appraisal,
    Bonus,
    Arithmetic,
    Open,
}

/// The sums of what was taken into parts.
#[derive(Default)]
struct CountedParts {
    before: Points,
    now: Points,
}

/// The parts of a change. `None` where a total is missing, or nothing is known but the total on one side.
pub fn parts(
    (previous, before): (&Side, &SideResult),
    (current, now): (&Side, &SideResult),
    level: &LevelId,
    items: &Items,
) -> Option<ChangeParts> {
    let (old, new) = (before.total?, now.total?);
    let is_bare = |side: &SideResult| side.groups.is_empty() && side.criteria.is_empty();
    if is_bare(before) || is_bare(now) {
        return None;
    }
    let mut parts = ChangeParts::default();
    let mut used = CountedParts::default();
    let in_detail = !before.criteria.is_empty() && !now.criteria.is_empty();
    let mut complete = true;
    for group in union(&previous.groups, &current.groups) {
        if items.groups.contains_key(&(level.clone(), group.clone())) {
            let is_outside = |side: &Side| {
                let item: Option<&SideItem> = side.groups.get(&group);
                item.is_some_and(|item| item.outside_total)
            };
            let pair = (before.groups.get(&group), now.groups.get(&group));
            complete &= pair.0.is_some() && pair.1.is_some();
            if is_outside(previous) || is_outside(current) {
                whole(&mut parts, &mut used, pair, ChangePart::Bonus);
            } else if in_detail {
                parts.groups.insert(group.clone(), Points::ZERO);
                for id in of_group((previous, current), &group) {
                    let pair = (before.criteria.get(&id), now.criteria.get(&id));
                    let class = items.criterion(level, &id);
                    criterion(&mut parts, &mut used, pair, (&group, class));
                }
            } else {
                parts.groups.insert(group.clone(), Points::ZERO);
                let part = match items.group(level, &group) {
                    Class::Comparable => ChangePart::Group(&group),
                    _ if items.is_only_within(level, &group) => ChangePart::Inseparable,
                    Class::Conditional | Class::NotComparable => ChangePart::Criteria,
                };
                whole(&mut parts, &mut used, pair, part);
            }
        }
    }
    let mut rest = (new - used.now) - (old - used.before);
    // What thirds leave behind the last decimal is no part of its own.
    if rest.abs() < Points(Decimal::new(1, 6))
        && let Some(group) = longest(&parts)
    {
        parts.add(ChangePart::Group(&group), rest);
        rest = Points::ZERO;
    }
    let part = if before.has_exemption() || now.has_exemption() {
        ChangePart::Unit
    } else if !complete && !in_detail {
        ChangePart::Open
    } else {
        ChangePart::Arithmetic
    };
    parts.add(part, rest);
    Some(parts)
}

/// The group that changed by the longest fraction, where any changed.
fn longest(parts: &ChangeParts) -> Option<GroupId> {
    let changed = parts.groups.iter().filter(|(_, points)| !points.is_zero());
    let most = changed.max_by_key(|(_, points)| (points.0.normalize().scale(), points.abs()));
    most.map(|(group, _)| group.clone())
}

/// The criteria of a group on either side.
fn of_group((previous, current): (&Side, &Side), group: &GroupId) -> Vec<CriterionId> {
    let belongs = |side: &Side, id: &CriterionId| {
        side.criteria.get(id).is_some_and(|one| one.group == *group)
    };
    union(&previous.criteria, &current.criteria)
        .into_iter()
        .filter(|id| belongs(previous, id) || belongs(current, id))
        // One that moved to another group is taken with the group it is in now.
        .filter(|id| !current.criteria.contains_key(id) || belongs(current, id))
        .collect()
}

/// A group as a whole.
fn whole(
    parts: &mut ChangeParts,
    used: &mut CountedParts,
    pair: (Option<&Points>, Option<&Points>),
    part: ChangePart<'_>,
) {
    let part = match pair {
        (Some(_), Some(_)) => part,
        _ => ChangePart::Open,
    };
    let (before, now) = (
        pair.0.copied().unwrap_or_default(),
        pair.1.copied().unwrap_or_default(),
    );
    used.before = used.before + before;
    used.now = used.now + now;
    parts.add(part, now - before);
}

fn criterion(
    parts: &mut ChangeParts,
    used: &mut CountedParts,
    (before, now): (Option<&SideScore>, Option<&SideScore>),
    (group, class): (&GroupId, Class),
) {
    let counted = |score: Option<&SideScore>| score.and_then(|score| score.counted);
    let (old, new) = (counted(before), counted(now));
    let (was, is) = (old.unwrap_or_default(), new.unwrap_or_default());
    used.before = used.before + was;
    used.now = used.now + is;
    let exempt = |score: Option<&SideScore>| score.is_some_and(|score| score.exempt);
    if exempt(before) || exempt(now) {
        return parts.add(ChangePart::Unit, is - was);
    }
    // What is open on a side where it stands is open whatever else changed: nobody knows what the change would have come to.
    let is_open = |score: Option<&SideScore>| {
        score.is_some_and(|score| score.counted.is_none() && !score.left_out)
    };
    if is_open(before) || is_open(now) {
        return parts.add(ChangePart::Open, is - was);
    }
    if class != Class::Comparable {
        return parts.add(ChangePart::Criteria, is - was);
    }
    if before.is_none() || now.is_none() {
        return parts.add(ChangePart::Open, is - was);
    }
    let (old, new) = (worth(before), worth(now));
    let more = granted_more(now, new.or(old)) - granted_more(before, old.or(new));
    parts.add(ChangePart::Group(group), is - was - more);
    parts.add(ChangePart::Appraisal, more);
}

/// What a point of a criterion's own is worth in the total: by what counts, of what was granted or claimed. Of none nothing can be told.
fn worth(score: Option<&SideScore>) -> Option<Decimal> {
    let score = score?;
    let own = score.granted().or(score.claimed)?;
    score.counted?.0.checked_div(own.0)
}

/// How much more counts than would by the claim, in points of the total: both are worth alike. Where nothing was granted, a point is worth
/// what it is on the other side.
fn granted_more(score: Option<&SideScore>, worth: Option<Decimal>) -> Points {
    let more = score.and_then(|score| {
        let (granted, claimed) = (score.granted()?, score.claimed?);
        score.counted?;
        (granted != claimed).then_some(granted - claimed)
    });
    let more = more.zip(worth).map(|(more, worth)| times(more, worth));
    more.unwrap_or_default().rounded(MEANT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_granted_as_none_are_worth_what_they_are_on_the_other_side() {
        let score = |counted: i64, granted: Option<i64>| SideScore {
            claimed: Some(Points::from(8)),
            counted: Some(Points::from(counted)),
            appraised: granted.map(Points::from),
            by_appraisal: granted.is_some(),
            ..SideScore::default()
        };
        let group = GroupId::from("1");
        let change = |before: &SideScore, now: &SideScore| {
            let (mut parts, mut used) = (ChangeParts::default(), CountedParts::default());
            let pair = (Some(before), Some(now));
            criterion(&mut parts, &mut used, pair, (&group, Class::Comparable));
            let of_group = parts.groups.get(&group).copied().unwrap_or_default();
            (of_group, parts.appraisal)
        };
        // A quarter of the criterion's points counts in the total.
        let (claimed, half, none) = (score(2, None), score(1, Some(4)), score(0, Some(0)));
        let points = |one: i64, other: i64| (Points::from(one), Points::from(other));
        assert_eq!(change(&claimed, &half), points(0, -1));
        assert_eq!(change(&claimed, &none), points(0, -2));
        assert_eq!(change(&none, &claimed), points(0, 2));
        assert_eq!(change(&none, &half), points(0, 1));
        assert_eq!(change(&none, &none), points(0, 0));
    }
}
