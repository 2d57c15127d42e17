//! What deciding a finding could change: the grade and the place of its unit.
//!
//! In: a report and one of its findings. Out: what is now and what could be. Not for: deciding.

use crate::base::finding::{About, Finding};
use crate::base::ids::LevelId;
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::grade_of;
use crate::result::report::{GroupFacts, LevelResult, Report, UnitRow};

/// What deciding one finding could change, all else as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleChange {
    /// Whether nothing counts until it is decided.
    pub is_open: bool,
    /// The grade of the total as it stands.
    pub grade: String,
    /// Other grades that are possible, the worse first.
    pub grades: Vec<String>,
    /// The place as it stands.
    pub place: u32,
    /// The best place that is possible.
    pub best: u32,
    /// The worst place that is possible.
    pub worst: u32,
}

impl Report {
    /// What deciding a finding could change. `None`: no points are at stake, or its unit is not in the result.
    pub fn change(&self, finding: &Finding) -> Option<PossibleChange> {
        let effect = finding.effect?;
        let unit = finding.place.unit.as_ref()?;
        let level = self.levels.iter().find(|level| level.id == unit.level)?;
        let row = level.rows.iter().find(|row| row.unit == *unit)?;
        let (down, up) = effect.shift(self.weight(row, finding));
        let (lowest, highest) = (row.score.total + down, row.score.total + up);
        let grade_of = |total| {
            let grade = self.grade(&unit.level, total);
            grade.unwrap_or_default().to_string()
        };
        let grade = grade_of(row.score.total);
        let mut grades = [lowest, highest].map(grade_of).to_vec();
        grades.dedup();
        grades.retain(|other| *other != grade);
        Some(PossibleChange {
            is_open: effect.counted.is_none(),
            grade,
            grades,
            place: row.rank.place,
            best: place_with(level, row, highest),
            worst: place_with(level, row, lowest),
        })
    }

    /// What a point of a finding is worth in the unit's total.
    fn weight(&self, row: &UnitRow, finding: &Finding) -> Decimal {
        let is_about = |group: &&GroupFacts| match (finding.criteria.first(), &finding.about) {
            (Some(id), _) => group.criteria.iter().any(|criterion| criterion.id == *id),
            (None, Some(About::Group(id, _))) => group.id == *id,
            (None, _) => false,
        };
        let group = self.groups.iter().find(is_about);
        if group.is_some_and(|group| group.outside_total) {
            Decimal::ONE
        } else {
            row.score.scale
        }
    }

    /// The grade of a total on a level. `None`: there are no grades.
    pub fn grade(&self, level: &LevelId, total: Points) -> Option<&str> {
        let reached = grade_of(&self.grades, |grade| grade.at(level), total);
        reached.map(|grade| grade.name.as_str())
    }
}

/// The place that a unit would have with another total.
fn place_with(level: &LevelResult, row: &UnitRow, total: Points) -> u32 {
    let above = level
        .rows
        .iter()
        .filter(|other| other.unit != row.unit && other.score.total > total);
    above.count() as u32 + 1
}
