//! Whether the numbers of a result that was read again fit each other.
//!
//! In: a side. Out: totals, groups, places, grades and shares that are not what their parts give. Not for: published tables,
//! which `audit` recomputes, and not for what the parts say.

use std::collections::BTreeMap;

use crate::base::finding::Fact;
use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points, percent_of};
use crate::campaign::scheme::{Attained, GroupShare, grade_of};
use crate::result::diff::side::{Side, SideResult, SideStatistic, SideUnit};
use crate::result::report::kind::Kind;
use crate::result::report::{Contradiction, GradeLimit, is_near};

/// Everything that does not fit.
pub fn contradictions(side: &Side) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let fields = fields(side);
    for (id, unit) in &side.units {
        if let Some(result) = &unit.result {
            let one = UnitWithResult {
                side,
                level: &id.level,
                unit,
                result,
            };
            one.groups(&mut found);
            one.total(&mut found);
            one.place(fields.get(&id.level).map_or(&[], Vec::as_slice), &mut found);
            one.grade(&mut found);
        }
    }
    for one in side.statistics.values() {
        statistic(one, &mut found);
    }
    found
}

/// The totals of each level, in rising order.
fn fields(side: &Side) -> BTreeMap<&LevelId, Vec<Points>> {
    let mut fields: BTreeMap<&LevelId, Vec<Points>> = BTreeMap::new();
    for (id, unit) in &side.units {
        let total = unit.result.as_ref().and_then(|result| result.total);
        fields.entry(&id.level).or_default().extend(total);
    }
    for totals in fields.values_mut() {
        totals.sort_unstable();
    }
    fields
}

/// A unit with its result.
struct UnitWithResult<'s> {
    side: &'s Side,
    level: &'s LevelId,
    unit: &'s SideUnit,
    result: &'s SideResult,
}

impl UnitWithResult<'_> {
    fn differs(&self, what: &str, found: Fact, expected: Fact) -> Contradiction {
        Contradiction {
            about: format!("{}, {what}", self.unit.name),
            found,
            expected,
        }
    }

    /// Groups are the sums of what counts in them, and that is no more than can be had.
    fn groups(&self, found: &mut Vec<Contradiction>) {
        let mut sums: BTreeMap<&GroupId, Points> = BTreeMap::new();
        for (id, score) in &self.result.criteria {
            let Some(item) = self.side.criteria.get(id) else {
                continue;
            };
            let Some(counted) = score.counted else {
                continue;
            };
            let sum = sums.entry(&item.group).or_default();
            *sum = *sum + counted;
            let maximum = item.maximum.get(self.level).and_then(|most| most.limit());
            if let Some(maximum) = maximum.filter(|maximum| counted > *maximum) {
                let what = format!("{id}, {}", Kind::Counted);
                let most = Fact::Number(maximum.0);
                found.push(self.differs(&what, Fact::Number(counted.0), most));
            }
        }
        for id in self.side.groups.keys() {
            let (stated, sum) = (self.result.groups.get(id), sums.get(id));
            let is_same = match (stated, sum) {
                (Some(stated), Some(sum)) => is_near(stated.0, sum.0),
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            };
            if !is_same {
                let what = format!("{id}, {}", Kind::Group);
                found.push(self.differs(&what, number(stated), number(sum)));
            }
        }
    }

    /// The total is the sum of the groups, scaled up for criteria that do not apply.
    fn total(&self, found: &mut Vec<Contradiction>) {
        let Some(stated) = self.result.total else {
            return;
        };
        let outside = |id: &GroupId| {
            let item = self.side.groups.get(id);
            item.is_some_and(|item| item.outside_total)
        };
        let groups = || self.result.groups.iter();
        let of = |is_outside: bool| -> Points {
            let groups = groups().filter(|(id, _)| outside(id) == is_outside);
            groups.map(|(_, points)| *points).sum()
        };
        let inside = of(false);
        let scaled = self
            .scale()
            .and_then(|scale| inside.checked_mul(scale))
            .unwrap_or(inside);
        let sum = scaled + of(true);
        if !is_near(stated.0, sum.0) {
            let (stated, sum) = (Fact::Number(stated.0), Fact::Number(sum.0));
            found.push(self.differs(&Kind::Total.to_string(), stated, sum));
        }
    }

    /// The full maximum over the one that applies, where the unit is exempt from criteria.
    fn scale(&self) -> Option<Decimal> {
        let said = self.result.applicable.iter();
        let said = said.filter_map(|(id, applies)| {
            let group = self.side.groups.get(id).filter(|one| !one.outside_total)?;
            Some(group.maximum.get(self.level)?.limit()? - applies.limit()?)
        });
        let less: Points = if self.result.applicable.is_empty() {
            self.maxima_of_exempt()
        } else {
            said.sum()
        };
        let full = self.side.total_at(self.level)?;
        let applicable = full - less;
        if less.is_zero() || applicable.is_zero() {
            return None;
        }
        full.0.checked_div(applicable.0)
    }

    /// What the criteria that the unit is exempt from would bring at most, for lists that do not say what applies.
    fn maxima_of_exempt(&self) -> Points {
        let criteria = self.result.criteria.iter();
        let exempt = criteria.filter(|(_, score)| score.exempt);
        let maximum = |id: &CriterionId| {
            let item = self.side.criteria.get(id)?;
            let group = self.side.groups.get(&item.group);
            let is_inside = group.is_none_or(|one| !one.outside_total);
            let most = item.maximum.get(self.level)?.limit();
            most.filter(|_| is_inside)
        };
        exempt.filter_map(|(id, _)| maximum(id)).sum()
    }

    /// The place is one more than how many totals of the level are above.
    fn place(&self, rising: &[Points], found: &mut Vec<Contradiction>) {
        let (Some(place), Some(total)) = (self.result.place, self.result.total) else {
            return;
        };
        // Totals that differ behind the 15th digit are one total in a workbook.
        let noise = Points(total.0.abs().max(Decimal::ONE)).checked_mul(Decimal::new(1, 12));
        let noise = noise.unwrap_or_default();
        let above = |limit: Points| rising.len() - rising.partition_point(|one| *one <= limit);
        let (best, worst) = (above(total + noise) + 1, above(total - noise).max(1));
        if !(best..=worst).contains(&(place as usize)) {
            let (place, best) = (Fact::Number(place.into()), Fact::Number(best.into()));
            found.push(self.differs(&Kind::Rank.to_string(), place, best));
        }
    }

    /// The total and the groups; one that is blank has no points.
    fn attained(&self, total: Points) -> Attained {
        let groups = self.side.groups.iter().filter_map(|(id, item)| {
            let whole = *item.maximum.get(self.level)?;
            let applies = self.result.applicable.get(id).copied();
            let share = GroupShare {
                points: Most::Points(self.result.groups.get(id).copied().unwrap_or_default()),
                maximum: applies.unwrap_or(whole),
                whole,
            };
            Some((id.clone(), share))
        });
        Attained {
            total: total.into(),
            groups: groups.collect(),
        }
    }

    /// The grade is that of the total and the groups.
    fn grade(&self, found: &mut Vec<Contradiction>) {
        let (Some(grade), Some(total)) = (&self.result.grade, self.result.total) else {
            return;
        };
        let grades = &self.side.grades;
        let has = self.attained(total);
        let is_at_limit = |grade: &GradeLimit| {
            let mut minima = grade.minima.get(self.level).into_iter().flatten();
            is_near(grade.at(self.level).0, total.0)
                || minima.any(|(id, minimum)| {
                    let share = has.groups.get(id);
                    let points = share.and_then(|one| Some((one, one.points.limit()?)));
                    points.is_some_and(|(one, has)| is_near(one.needed(*minimum).0, has.0))
                })
        };
        if grades.iter().any(is_at_limit) {
            return;
        }
        let reached = grade_of(grades, |grade| grade.is_reached(self.level, &has));
        if let Some(reached) = reached.filter(|reached| reached.name != *grade) {
            let (grade, name) = (Fact::Text(grade.clone()), Fact::Text(reached.name.clone()));
            found.push(self.differs(&Kind::Grade.to_string(), grade, name));
        }
    }
}

fn number(points: Option<&Points>) -> Fact {
    points.map_or_else(|| Fact::Names(Vec::new()), |points| Fact::Number(points.0))
}

/// Percentages are those of their parts, and no more units are in a statistic than could be.
fn statistic(one: &SideStatistic, found: &mut Vec<Contradiction>) {
    let mut add = |found_fact: Fact, expected: Fact| {
        found.push(Contradiction {
            about: one.name.clone(),
            found: found_fact,
            expected,
        });
    };
    if one.covered > one.expected {
        let (covered, expected) = (one.covered.into(), one.expected.into());
        add(Fact::Number(covered), Fact::Range(Decimal::ZERO, expected));
    }
    let (Some(value), Some(part), Some(whole)) = (one.value, one.numerator, one.denominator) else {
        return;
    };
    // Rounded to no decimals at most: half a percent.
    let share = percent_of(part, whole);
    let difference = share.and_then(|share| share.checked_sub(value));
    let is_same = difference.is_some_and(|difference| difference.abs() <= Decimal::new(5001, 4));
    if one.is_percent() && !is_same {
        let share = share.map_or_else(|| Fact::Names(Vec::new()), Fact::Percent);
        add(Fact::Percent(value), share);
    }
}
