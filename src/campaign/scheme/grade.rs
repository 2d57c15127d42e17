//! Grades and where they begin: in points, or as a share of what can be had.
//!
//! In: the limits as a scheme writes them. Out: limits in points on a level, and the grade of a total and its groups. Not for: whether the limits
//! make sense, which `check_grades` says.

use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize};

use crate::base::cell::CellValue;
use crate::base::ids::{GroupId, LevelId};
use crate::base::number::{self, Sort, Step};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::number::{LevelValue, PerLevel, one_level};
use crate::campaign::scheme::{Group, Scheme};

/// A grade.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its name.
    pub name: String,
    /// The lowest total that has it.
    pub from: PerLevel<Threshold>,
    /// The fewest points that it asks for in each group inside the total besides; a level that is left out asks for none.
    #[serde(default)]
    pub each_group: Option<PerLevel<Threshold>>,
    /// The same in single groups, which goes before what it asks for in each.
    #[serde(default)]
    pub groups: IndexMap<GroupId, Threshold>,
}

/// What a unit has, as far as grades ask for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attained {
    /// The total that is graded; where something is open, it may be without a limit.
    pub total: Most,
    /// What it has of each group.
    pub groups: IndexMap<GroupId, GroupShare>,
}

/// Points of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupShare {
    /// What the unit has; where something is open, it may be without a limit.
    pub points: Most,
    /// The most that applies to the unit.
    pub maximum: Most,
    /// The most on its level.
    pub whole: Most,
}

/// A group of which a grade asks for more points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LackingGroup {
    /// Which.
    pub group: GroupId,
    /// The points that the unit has.
    pub points: Points,
    /// The most points that apply to the unit.
    pub maximum: Most,
    /// The points that the grade asks for.
    pub needed: Points,
}

impl GroupShare {
    /// Whether it is as much as a grade asks for. Of what does not apply to the unit nothing is asked.
    pub fn reaches(self, minimum: Points) -> bool {
        self.maximum.is_zero() || self.points >= self.needed(minimum)
    }

    /// The points that a minimum of the level comes to for the unit.
    pub fn needed(self, minimum: Points) -> Points {
        // There is no share of what has no limit: all of the minimum is asked for.
        let (Some(maximum), Some(whole)) = (self.maximum.limit(), self.whole.limit()) else {
            return minimum;
        };
        if maximum == whole || whole.is_zero() {
            return minimum;
        }
        let part = minimum.checked_mul(maximum.0);
        let part = part.and_then(|part| part.0.checked_div(whole.0));
        // Thirds of a group are not held against what was rounded.
        part.map_or(minimum, |part| Points(part).rounded(DECIMALS))
    }
}

impl Attained {
    /// A total, where no grade asks for groups.
    pub fn of_total(total: impl Into<Most>) -> Self {
        Attained {
            total: total.into(),
            groups: IndexMap::new(),
        }
    }

    /// Whether it is as much of each group as a grade asks for. A group that it does not have is one of which nothing is asked.
    pub fn reaches(&self, minima: &IndexMap<GroupId, Points>) -> bool {
        self.lacking(minima).next().is_none()
    }

    /// The groups of which a grade asks for more.
    pub fn lacking<'a>(
        &'a self,
        minima: &'a IndexMap<GroupId, Points>,
    ) -> impl Iterator<Item = LackingGroup> {
        let of = |(id, minimum): (&'a GroupId, &'a Points)| {
            let share = *self.groups.get(id)?;
            let needed = share.needed(*minimum);
            (!share.reaches(*minimum)).then(|| LackingGroup {
                group: id.clone(),
                // It is less than is needed, so it is so many.
                points: share.points.at_most(needed),
                maximum: share.maximum,
                needed,
            })
        };
        minima.iter().filter_map(of)
    }

    /// The same with as many points more in the total, and in each group that `of_group` says.
    #[must_use]
    pub fn shifted(&self, total: Most, of_group: impl Fn(&GroupId) -> Most) -> Self {
        let groups = self.groups.iter().map(|(id, share)| {
            let points = share.points + of_group(id);
            (id.clone(), GroupShare { points, ..*share })
        });
        Attained {
            total: self.total + total,
            groups: groups.collect(),
        }
    }
}

/// Decimals of a minimum that only a part of a group makes.
const DECIMALS: u32 = 9;

/// Points, or a share of what can be had: `80` or `"80%"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// As many points.
    Points(Decimal),
    /// As many percent.
    Percent(Decimal),
}

impl Threshold {
    /// What a text says: a percentage such as `80%` or `82,5 %`. `None`: nothing that is clear.
    pub fn percentage(text: &str) -> Option<Self> {
        let number = text.trim_end().strip_suffix(PERCENT)?;
        // So that `82.125` is no number of thousands.
        let sort = Sort::Points {
            lowest: Decimal::ZERO,
            highest: LARGEST,
        };
        let read = number::read(&CellValue::Text(number.to_string()), sort, "").ok()??;
        let is_plain =
            |step: &Step| matches!(step, Step::FromText | Step::Tidied | Step::DecimalComma);
        let is_clear = read.value >= Decimal::ZERO && read.steps.iter().all(is_plain);
        is_clear.then(|| Threshold::Percent(read.value.normalize()))
    }

    /// The points that it stands for, where so many can be had.
    pub fn of(self, whole: Decimal) -> Decimal {
        match self {
            Threshold::Points(points) => points,
            // Both are so small that there always is a product.
            Threshold::Percent(percent) => {
                let part = percent.hundredth().checked_mul(whole);
                part.unwrap_or(whole).normalize()
            }
        }
    }
}

/// The sign of a percentage.
const PERCENT: &str = "%";
/// The largest percentage that anything means.
const LARGEST: Decimal = Decimal::whole(999);

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Threshold::Points(points) => write!(f, "{}", points.normalize()),
            Threshold::Percent(percent) => write!(f, "{}{PERCENT}", percent.normalize()),
        }
    }
}

impl<'de> Deserialize<'de> for Threshold {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_level(deserializer)
    }
}

impl LevelValue for Threshold {
    const ONE: &'static str = "a number of points or a percentage";
    const ALL: &'static str = "a number of points, a percentage, or a table of level = either";

    fn of_number(value: Decimal) -> Self {
        Threshold::Points(value)
    }

    fn of_text(text: &str) -> Option<Self> {
        Threshold::percentage(text)
    }
}

impl Scheme {
    /// Where a grade begins on a level. Nowhere that can be reached, where the scheme does not say.
    pub fn limit(&self, grade: &Grade, level: &LevelId) -> Points {
        let from = grade.from.at(level);
        Points(from.map_or(Decimal::READABLE, |from| from.of(self.total_at(level))))
    }

    /// The fewest points of groups that a grade asks for on a level.
    pub fn minima(&self, grade: &Grade, level: &LevelId) -> IndexMap<GroupId, Points> {
        let each = grade.each_group.as_ref().and_then(|each| each.at(level));
        let of = |group: &Group| {
            let whole = group.worth_at(level);
            let each = each.filter(|_| !group.outside_total);
            let minimum = grade.groups.get(&group.id).copied().or(each)?;
            let points = match (minimum, whole.limit()) {
                (Threshold::Points(points), _) => points,
                (Threshold::Percent(_), whole) => minimum.of(whole?.0),
            };
            (whole > Most::ZERO).then(|| (group.id.clone(), Points(points)))
        };
        self.groups.iter().filter_map(of).collect()
    }

    /// Whether any grade asks for points of groups.
    pub fn grades_ask_for_groups(&self) -> bool {
        self.grades.iter().any(Grade::asks_for_groups)
    }

    /// The grade of what a unit of a level has; empty where nothing is graded.
    pub fn grade(&self, level: &LevelId, has: &Attained) -> &str {
        self.grade_at(level, has).map_or("", |grade| &grade.name)
    }

    fn grade_at(&self, level: &LevelId, has: &Attained) -> Option<&Grade> {
        let is_reached = |grade: &Grade| {
            has.total >= self.limit(grade, level)
                && (!grade.asks_for_groups() || has.reaches(&self.minima(grade, level)))
        };
        grade_of(&self.grades, is_reached)
    }

    /// The grade of a total and groups on a level that is not known: the one that they have on all of them. `None`: they do not agree.
    pub fn grade_anywhere(
        &self,
        level: Option<&LevelId>,
        has: impl Fn(&LevelId) -> Attained,
    ) -> Option<&str> {
        if let Some(level) = level {
            return Some(self.grade(level, &has(level)));
        }
        let levels = self.levels.iter();
        let mut grades = levels.map(|one| self.grade(&one.id, &has(&one.id)));
        let first = grades.next()?;
        grades.all(|other| other == first).then_some(first)
    }

    /// The grade above that of a unit, and the points missing to where it begins.
    pub fn next_grade(&self, level: &LevelId, has: &Attained) -> Option<(&str, Points)> {
        let own = self.grade_at(level, has)?;
        let place = self.grades.iter().position(|one| one.name == own.name)?;
        let above = self.grades.get(place.checked_sub(1)?)?;
        let limit = self.limit(above, level);
        Some((&above.name, limit - has.total.at_most(limit)))
    }

    /// The best grade that the total of a unit would have, where groups keep it from it, with the groups that lack points.
    pub fn withheld(&self, level: &LevelId, has: &Attained) -> Option<(&str, Vec<LackingGroup>)> {
        let by_total = grade_of(&self.grades, |one| has.total >= self.limit(one, level))?;
        let minima = self.minima(by_total, level);
        let lacking: Vec<LackingGroup> = has.lacking(&minima).collect();
        (!lacking.is_empty()).then_some((&by_total.name, lacking))
    }
}

impl Grade {
    /// Whether it asks for points of groups.
    pub fn asks_for_groups(&self) -> bool {
        self.each_group.is_some() || !self.groups.is_empty()
    }
}

/// The grade out of grades in whatever form, best first: the first one that is reached, and the last one for whatever reaches none.
/// `None`: there are no grades.
pub fn grade_of<G>(grades: &[G], is_reached: impl Fn(&G) -> bool) -> Option<&G> {
    let reached = grades.iter().find(|grade| is_reached(grade));
    reached.or(grades.last())
}
