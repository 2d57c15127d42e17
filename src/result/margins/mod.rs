//! How far each unit is from the grades beside its own, what would carry it over, and what hangs on a single unit's value.
//!
//! In: a report. Out: for each unit its bounds, the next limit above and below, the criteria that left points; for each criterion that is
//! measured by the best of its level, who set that and what falls without it. All of it is what-if: nothing here counts. Not for: wording,
//! and not for what open findings can change, which the report says.

mod climb;
mod front;
mod gather;
mod yardstick;

use rayon::prelude::*;
use serde::Serialize;

use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{Attained, grade_of};
use crate::judge::rank::{Grading, Rank};
use crate::result::report::{
    CertaintyCounts, GapKind, GradeLimit, HowCertain, LevelResult, Report, UnitGap, UnitRow,
    refused,
};

pub use crate::result::margins::climb::{Climb, Unclaimed, Way};
pub use crate::result::margins::yardstick::{Setter, Shifted, Yardstick};

/// The margins of a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Margins<'r> {
    /// How many grades are certain, of how many units; none where nothing is graded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grades: Option<CertaintyCounts>,
    /// The units of each level.
    pub levels: Vec<LevelMargins<'r>>,
    /// The criteria that are measured by the best value of a level.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub yardsticks: Vec<Yardstick<'r>>,
    /// Files that were received and do not count: no place reckons with them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_counted: Vec<&'r str>,
}

/// The units of one level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelMargins<'r> {
    /// Which.
    pub level: &'r LevelId,
    /// Its name.
    pub name: &'r str,
    /// Its units with a result, by place.
    pub units: Vec<UnitMargins<'r>>,
    /// Its units without one, of which nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Without<'r>>,
}

/// A unit without a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Without<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// What is said of it.
    pub is: GapKind,
    /// The unit, as the report has it.
    #[serde(skip)]
    pub gap: &'r UnitGap,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitMargins<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// The total as it stands.
    pub total: Points,
    /// The lowest that open findings leave possible.
    pub lowest: Points,
    /// The highest that open findings leave possible.
    pub highest: Most,
    /// Its place, with the best and the worst that open findings leave possible among the units with a result.
    pub rank: Rank,
    /// Its grade, with the best and the worst that open findings leave possible.
    pub grading: &'r Grading,
    /// How many criteria are open: the total is provisional if any is.
    pub open: usize,
    /// Whether no score of it counts, so that its total says nothing.
    pub without_score: bool,
    /// Whether its grade is certain; none where nothing is graded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<HowCertain>,
    /// The grade of the total as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade_now: Option<&'r str>,
    /// What keeps it from the next better grade; nothing at the top, and where no score of it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Climb<'r>>,
    /// What it has above the limit of its own grade; nothing at the bottom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<Reserve<'r>>,
}

/// What a unit can lose without losing its grade.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reserve<'r> {
    /// Where its grade begins on its level.
    pub limit: Points,
    /// The points above that: with any more lost, the grade is another. At 0 the unit stands at the limit itself.
    pub spare: Points,
    /// The grade that it would have just below that limit.
    pub grade: &'r str,
    /// The same in groups of which its grade asks for points, the least to spare first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupReserve<'r>>,
}

/// What a unit has above what its grade asks for in a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupReserve<'r> {
    /// Which.
    pub group: &'r GroupId,
    /// The points asked for.
    pub needed: Points,
    /// The points above that.
    pub spare: Points,
}

/// Less than any points that anybody gives.
const A_LITTLE: (i64, u32) = (1, 9);

impl<'r> Margins<'r> {
    /// The margins of all units.
    pub fn new(report: &'r Report) -> Self {
        let is_graded = !report.grades.is_empty();
        Margins {
            grades: is_graded.then(|| report.certainty_counts()),
            levels: report
                .levels
                .iter()
                .map(|level| of_level(report, level))
                .collect(),
            yardsticks: yardstick::all(report),
            not_counted: refused(report).map(|file| file.name.as_str()).collect(),
        }
    }

    /// Leaves one unit in it, with the yardsticks of its level.
    pub fn keep(&mut self, unit: &UnitId) {
        self.levels.retain(|level| *level.level == unit.level);
        for level in &mut self.levels {
            level.units.retain(|one| one.unit == unit);
            level.without.retain(|one| one.unit == unit);
        }
        self.yardsticks.retain(|one| *one.level == unit.level);
    }
}

fn of_level<'r>(report: &'r Report, level: &'r LevelResult) -> LevelMargins<'r> {
    let certainty = report.certainty();
    let rows = level.rows.par_iter();
    let gaps = level.gaps.iter();
    LevelMargins {
        level: &level.id,
        name: &level.name,
        units: rows
            .map(|row| of_unit(report, row, certainty.of(row)))
            .collect(),
        without: gaps
            .map(|gap| Without {
                unit: &gap.unit,
                name: &gap.name,
                is: gap.kind(),
                gap,
            })
            .collect(),
    }
}

fn of_unit<'r>(report: &'r Report, row: &'r UnitRow, certainty: HowCertain) -> UnitMargins<'r> {
    let (grades, level) = (&report.grades, &row.unit.level);
    let has = report.attained(row);
    let own = grade_of(grades, |grade| grade.is_reached(level, &has));
    let place = own.and_then(|own| grades.iter().position(|grade| grade.name == own.name));
    let without_score = row.is_without_score();
    let above = place.and_then(|place| grades.get(place.checked_sub(1)?));
    let above = above.filter(|_| !without_score);
    let is_last = place.is_none_or(|place| place + 1 == grades.len());
    UnitMargins {
        unit: &row.unit,
        name: &row.name,
        total: row.score.total,
        lowest: row.score.lowest,
        highest: row.score.highest,
        rank: row.rank,
        grading: &row.grading,
        open: row.score.open,
        without_score,
        certainty: own.map(|_| certainty),
        grade_now: own.map(|own| own.name.as_str()),
        above: above.map(|above| Climb::new(report, row, above, gather::agrees(report, row))),
        below: own
            .filter(|_| !is_last && !without_score)
            .map(|own| reserve(report, row, own, &has)),
    }
}

fn reserve<'r>(
    report: &'r Report,
    row: &'r UnitRow,
    own: &'r GradeLimit,
    has: &Attained,
) -> Reserve<'r> {
    let level = &row.unit.level;
    let limit = own.at(level);
    let (least, decimals) = A_LITTLE;
    let below = Attained {
        total: (limit - Points(Decimal::new(least, decimals))).into(),
        groups: has.groups.clone(),
    };
    let minima = own.minima.get(level).into_iter().flatten();
    let mut groups: Vec<GroupReserve<'r>> = minima
        .filter_map(|(id, minimum)| {
            let share = has.groups.get(id)?;
            let needed = share.needed(*minimum);
            (!share.maximum.is_zero()).then(|| GroupReserve {
                group: id,
                needed,
                spare: gather::had(share.points) - needed,
            })
        })
        .collect();
    groups.sort_by_key(|one| one.spare);
    Reserve {
        limit,
        spare: gather::had(has.total) - limit,
        grade: report.grade(level, &below).unwrap_or_default(),
        groups,
    }
}
