//! What deciding a finding could change: the grade and the place of its unit.
//!
//! In: a report and one of its findings. Out: what is now and what could be. Not for: deciding.

use crate::base::finding::{About, Effect, Finding};
use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Most};
use crate::campaign::scheme::{Attained, grade_of};
use crate::result::report::{GroupFacts, LevelResult, Report, UnitRow};

/// What deciding one finding could change, all else as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleChange {
    /// Whether nothing counts until it is decided.
    pub is_open: bool,
    /// The lowest and the highest total that are possible.
    pub totals: [Most; 2],
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
        self.changed(unit, self.group_of(finding), &effect)
    }

    /// What points at stake could change that a group brings, or the whole.
    pub(super) fn changed(
        &self,
        unit: &UnitId,
        group: Option<&GroupFacts>,
        effect: &Effect,
    ) -> Option<PossibleChange> {
        let level = self.level(&unit.level)?;
        let row = level.row(unit)?;
        let now = self.attained(row);
        let weight = weight(row, group);
        let ends = ends(&now, group.map(|group| &group.id), effect, weight);
        let [lowest, highest] = [&ends[0], &ends[1]].map(|end| end.total);
        let grade_of = |has: &Attained| {
            let grade = self.grade(&unit.level, has);
            grade.unwrap_or_default().to_string()
        };
        let grade = grade_of(&now);
        let mut grades: Vec<String> = ends.iter().map(grade_of).collect();
        grades.dedup();
        grades.retain(|other| *other != grade);
        Some(PossibleChange {
            is_open: effect.counted.is_none(),
            totals: [lowest, highest],
            grade,
            grades,
            place: row.rank.place,
            best: place_with(level, row, highest),
            worst: place_with(level, row, lowest),
        })
    }

    /// The group that a finding is about; `None`: the whole.
    fn group_of(&self, finding: &Finding) -> Option<&GroupFacts> {
        let is_about = |group: &&GroupFacts| match (finding.criteria.first(), &finding.about) {
            (Some(id), _) => group.criteria.iter().any(|criterion| criterion.id == *id),
            (None, Some(About::Group(id, _))) => group.id == *id,
            (None, _) => false,
        };
        self.groups.iter().find(is_about)
    }

    /// What a unit has, as it stands.
    pub fn attained(&self, row: &UnitRow) -> Attained {
        let level = &row.unit.level;
        let whole = |id: &GroupId| {
            let group = self.groups.iter().find(|group| group.id == *id);
            group.and_then(|group| group.maximum.get(level).copied())
        };
        let whole = |id: &GroupId| whole(id).unwrap_or_default();
        row.score
            .attained(row.score.total, |group| group.sum.into(), whole)
    }

    /// The grade of what a unit of a level has. `None`: there are no grades.
    pub fn grade(&self, level: &LevelId, has: &Attained) -> Option<&str> {
        let reached = grade_of(&self.grades, |grade| grade.is_reached(level, has));
        reached.map(|grade| grade.name.as_str())
    }
}

/// What a point of a group, or of the whole, is worth in the unit's total.
fn weight(row: &UnitRow, group: Option<&GroupFacts>) -> Decimal {
    if group.is_some_and(|group| group.outside_total) {
        Decimal::ONE
    } else {
        row.score.scale
    }
}

/// What a unit would have at both ends of what deciding a finding could change: fewer points first. `group` is the one that it is about;
/// what may be wrong with the whole may be so in any group.
pub(super) fn ends(
    now: &Attained,
    group: Option<&GroupId>,
    effect: &Effect,
    weight: Decimal,
) -> [Attained; 2] {
    let (in_total, in_group) = (effect.shift(weight), effect.shift(Decimal::ONE));
    let shifted = |total: Most, part: Most| {
        let of_group = |id: &GroupId| match group {
            Some(group) if group != id => Most::ZERO,
            _ => part,
        };
        now.shifted(total, of_group)
    };
    [
        shifted(in_total.0.into(), in_group.0.into()),
        shifted(in_total.1, in_group.1),
    ]
}

/// The place that a unit would have with another total. The rows of a level stand by their places, so by falling totals.
fn place_with(level: &LevelResult, row: &UnitRow, total: Most) -> u32 {
    let above = |row: &UnitRow| Most::from(row.score.total) > total;
    let others = level.rows.partition_point(above) - usize::from(above(row));
    others as u32 + 1
}
