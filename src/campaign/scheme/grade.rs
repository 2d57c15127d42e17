//! Grades and where they begin: in points, or as a share of what can be had.
//!
//! In: the limits as a scheme writes them. Out: limits in points on a level, and the grade of a total. Not for: whether the limits
//! make sense, which `check_grades` says.

use std::fmt;

use serde::Deserialize;

use crate::base::cell::CellValue;
use crate::base::ids::LevelId;
use crate::base::number::{self, Sort, Step};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::Scheme;
use crate::campaign::scheme::number::{LevelValue, PerLevel};

/// A grade.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its name.
    pub name: String,
    /// The lowest total that has it.
    pub from: PerLevel<Threshold>,
}

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

    /// The grade of a total on a level; empty where nothing is graded.
    pub fn grade(&self, level: &LevelId, total: Points) -> &str {
        grade_of(&self.grades, |grade| self.limit(grade, level), total)
            .map_or("", |grade| grade.name.as_str())
    }

    /// The grade of a total on a level that is not known: the one that it has on all of them. `None`: they do not agree.
    pub fn grade_anywhere(&self, level: Option<&LevelId>, total: Points) -> Option<&str> {
        if let Some(level) = level {
            return Some(self.grade(level, total));
        }
        let mut grades = self.levels.iter().map(|one| self.grade(&one.id, total));
        let first = grades.next()?;
        grades.all(|other| other == first).then_some(first)
    }

    /// The grade above that of a total, and the points missing to it.
    pub fn next_grade(&self, level: &LevelId, total: Points) -> Option<(&str, Points)> {
        let above = self.grades.iter().rev();
        let mut above = above.map(|grade| (grade, self.limit(grade, level)));
        let (grade, limit) = above.find(|(_, limit)| total < *limit)?;
        Some((&grade.name, limit - total))
    }
}

/// The grade of a total, out of grades in whatever form, best first: the first one whose limit it reaches, and the last one for
/// whatever lies below all limits. `None`: there are no grades.
pub fn grade_of<G>(grades: &[G], from: impl Fn(&G) -> Points, total: Points) -> Option<&G> {
    let reached = grades.iter().find(|grade| total >= from(grade));
    reached.or(grades.last())
}
