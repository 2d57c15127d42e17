//! Year over year: what changed between two results, and what may be compared at all.
//!
//! In: two [`Side`]s. Out: a [`Diff`]: units, groups, criteria and statistics of both years side by side, the change of each
//! total split into parts that add up to it, and what is not compared, with the reason. Rows align by codes and by what the
//! registry says about predecessors, never by likeness. Not for: files, and not for wording.

mod cells;
mod composition;
mod consistency;
mod findings;
mod fit;
mod items;
mod pair;
mod report;
mod rows;
mod same_rule;
mod side;
mod sound;
mod statistics;
mod table;
mod uncounted;
mod units;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Most, Points};

use crate::campaign::units::Relation;
pub use crate::result::diff::cells::{Action, CellChange, CellSubject, Seen};
pub use crate::result::diff::composition::ChangeParts;
pub use crate::result::diff::consistency::contradictions;
pub use crate::result::diff::findings::findings;
pub use crate::result::diff::fit::Apart;
use crate::result::diff::fit::Fit;
pub use crate::result::diff::report::side as side_of_report;
pub use crate::result::diff::rows::side as side_of_rows;
pub use crate::result::diff::side::{
    Side, SideItem, SideResult, SideScore, SideStatistic, SideUnit, UncountedFile,
};
pub use crate::result::diff::sound::{RowsFlaw, flaw};
pub use crate::result::diff::statistics::{StatisticDiff, StatisticYear};
pub use crate::result::diff::table::side as side_of_table;
pub use crate::result::diff::uncounted::not_counted;

/// The version of the comparison's form as JSON; counted up when a field changes its meaning or goes away.
pub const FORMAT: u32 = 1;
/// How many of the biggest movers are named, each way.
pub const MOVERS: usize = 5;

/// A comparison of two years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diff {
    /// [`FORMAT`].
    pub format: u32,
    /// The program and its version.
    pub program: String,
    /// The earlier result.
    pub previous: SideFacts,
    /// The later result.
    pub current: SideFacts,
    /// Each level, those of the current year first.
    pub levels: Vec<LevelDiff>,
    /// Groups and criteria that are not the same in both years.
    pub items: Vec<ItemChange>,
    /// Statistics. Empty where one side is a published table, which has none.
    pub statistics: Vec<StatisticDiff>,
    /// Every cell that differs.
    pub cells: Vec<CellChange>,
    /// What the sides do not share, so that they are not held against each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
    /// That the sides do not fit each other, about the earlier one; then what makes the files doubtful from which they were read, the
    /// earlier side's first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// A side, for headings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideFacts {
    /// Its name.
    pub name: String,
    /// The year assessed.
    pub year: Option<i32>,
    /// Its scheme.
    pub scheme: String,
    /// Whether it is only a published table.
    pub is_table: bool,
    /// What the groups inside the total add up to.
    pub total_maximum: Option<Points>,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelDiff {
    /// Its id.
    pub id: LevelId,
    /// Its name.
    pub name: String,
    /// The groups inside the total, by id and name.
    pub groups: Vec<(GroupId, String)>,
    /// Units of the current year in its order, then those that are gone.
    pub units: Vec<UnitDiff>,
    /// Units whose totals went up most, by position in `units`.
    pub up: Vec<usize>,
    /// Units whose totals went down most, by position in `units`.
    pub down: Vec<usize>,
}

/// Whether two things may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// They are the same thing.
    Comparable,
    /// Something about them changed: compared as share of the maximum, or with the change set apart.
    Conditional,
    /// They are not the same thing.
    NotComparable,
}

/// What is known about a unit in both years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It has a result in both.
    Compared,
    /// It was expected then, but had no result.
    NotThen,
    /// It is expected now, but has no result.
    NotNow,
    /// It was expected in both, and has no result in either.
    Neither,
    /// It was not there then.
    New,
    /// It is not there now.
    Gone,
    /// The table of then does not hold it, of which nothing else is known.
    NotInTableThen,
    /// The table of now does not hold it, of which nothing else is known.
    NotInTableNow,
    /// It was merged or split: the two results are not of the same unit.
    Broken,
}

/// Why something is not compared, or only with conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Reason {
    /// What the registry says became of units.
    Succession {
        /// How.
        relation: Relation,
        /// The names before.
        before: Vec<String>,
        /// The names after.
        after: Vec<String>,
        /// The day.
        date: Option<Day>,
        /// The legal basis.
        basis: String,
    },
    /// One code, two names, and the registry does not say that it was renamed.
    NameDiffers {
        /// The earlier name.
        before: String,
        /// The later name.
        now: String,
    },
    /// What the groups add up to changed.
    TotalMaximum {
        /// Then.
        before: Points,
        /// Now.
        now: Points,
    },
    /// The maximum changed.
    Maximum {
        /// Then.
        before: Most,
        /// Now.
        now: Most,
    },
    /// The rule changed.
    Rule,
    /// Another thing stands under its code.
    Replaced {
        /// The earlier text.
        before: String,
        /// The later text.
        now: String,
    },
    /// It was not there then.
    Added,
    /// It is not there now.
    Removed,
    /// Criteria of the unit are open in one of the years: its total is the least that it can come to.
    Open {
        /// Whether in the later year.
        is_now: bool,
        /// The total.
        lowest: Points,
        /// The most that it can come to, where it is known.
        highest: Option<Most>,
    },
    /// Some of the criteria in it changed.
    Criteria {
        /// Which.
        criteria: Vec<String>,
    },
    /// Files lie on a side that are the unit's, or may be, and do not count.
    NotCounted {
        /// Whether in the later year.
        is_now: bool,
        /// The files, parted by `; `.
        files: String,
    },
    /// The sides are results of two places.
    OtherUnits,
    /// The sides share no criterion.
    OtherCriteria,
    /// The totals of the sides are on two scales.
    OtherScale,
    /// A side does not tell the scale of its totals.
    ScaleUnknown,
}

/// A unit in both years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitDiff {
    /// Which, now; for a unit that is gone, then.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Which then, where it had another code.
    pub unit_before: Option<UnitId>,
    /// Its name then, where it was another.
    pub name_before: Option<String>,
    /// What is known about it.
    pub state: State,
    /// Whether the results may be compared.
    pub class: Class,
    /// Why not, or under what conditions.
    pub reasons: Vec<Reason>,
    /// Its result then.
    pub before: Option<YearResult>,
    /// Its result now.
    pub now: Option<YearResult>,
    /// The change of its total. `None` where there is none, or where the totals are not on one scale.
    pub change: Option<Points>,
    /// Both totals in percent of the maximum, where the maximum of the total changed.
    pub share: Option<(Decimal, Decimal)>,
    /// Places won among the units compared; negative: lost.
    pub places: Option<i64>,
    /// What the change of the total is made of.
    pub parts: Option<ChangeParts>,
    /// Each group in both years.
    pub groups: IndexMap<GroupId, GroupChange>,
}

impl UnitDiff {
    /// Whether it has another name than then, and nothing says that it was renamed.
    pub fn is_of_other_name(&self) -> bool {
        let is_it = |reason: &Reason| matches!(reason, Reason::NameDiffers { .. });
        self.reasons.iter().any(is_it)
    }
}

/// For what is written only where it is so.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_settled(is_open: &bool) -> bool {
    !is_open
}

/// A unit's result of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearResult {
    /// The total as published.
    pub total: Option<Points>,
    /// Whether criteria are open, so that the total is the least that it can come to.
    #[serde(default, skip_serializing_if = "is_settled")]
    pub is_open: bool,
    /// The most that an open total can come to, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest: Option<Most>,
    /// The sum of the groups, where it is known and another.
    pub recomputed: Option<Points>,
    /// The place among all.
    pub place: Option<u32>,
    /// The place among the units that are compared.
    pub common_place: Option<u32>,
    /// The grade.
    pub grade: Option<String>,
}

/// A group of a unit in both years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupChange {
    /// Whether the group may be compared.
    pub class: Class,
    /// Points then. `None`: blank.
    pub before: Option<Points>,
    /// Points now. `None`: blank.
    pub now: Option<Points>,
    /// Percent of the maximum in both years, where the maximum changed and nothing else does not fit.
    pub share: Option<(Decimal, Decimal)>,
}

/// A group or criterion that is not the same in both years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemChange {
    /// The level.
    pub level: LevelId,
    /// The group.
    pub group: GroupId,
    /// The criterion. `None`: it is about the group.
    pub criterion: Option<CriterionId>,
    /// Its name.
    pub name: String,
    /// Whether it may be compared.
    pub class: Class,
    /// Why not, or under what condition.
    pub reasons: Vec<Reason>,
}

impl Diff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let same = |unit: &UnitDiff| {
            let known = |result: &Option<YearResult>| {
                let result = result.as_ref();
                result.map(|one| (one.total, one.place, one.grade.clone()))
            };
            unit.name_before.is_none()
                && matches!(unit.state, State::Compared | State::Neither)
                && known(&unit.before) == known(&unit.now)
        };
        self.apart.is_empty()
            && self.items.is_empty()
            && self.cells.is_empty()
            && self.levels.iter().all(|level| level.units.iter().all(same))
            && self.statistics.iter().all(StatisticDiff::is_same)
    }

    /// All units, with their levels.
    pub fn units(&self) -> impl Iterator<Item = &UnitDiff> {
        self.levels.iter().flat_map(|level| &level.units)
    }
}

/// Compares two results.
pub fn diff(previous: &Side, current: &Side) -> Diff {
    let items = items::Items::new(previous, current);
    let fit = Fit::of(previous, current, &items);
    let levels = units::levels((previous, current), &items, &fit);
    let is_one_kind = fit.apart.is_empty();
    Diff {
        format: FORMAT,
        program: concat!("tonghop ", env!("CARGO_PKG_VERSION")).to_string(),
        previous: facts(previous),
        current: facts(current),
        cells: if is_one_kind {
            cells::cells(previous, current, &items, &levels)
        } else {
            Vec::new()
        },
        levels,
        items: if fit.apart.contains(&Apart::Criteria) {
            Vec::new()
        } else {
            items.changes()
        },
        statistics: statistics::statistics(previous, current, &fit.apart),
        findings: [&fit.findings, &previous.doubts[..], &current.doubts[..]].concat(),
        apart: fit.apart,
    }
}

fn facts(side: &Side) -> SideFacts {
    SideFacts {
        name: side.name.clone(),
        year: side.year,
        scheme: side.scheme.clone(),
        is_table: side.is_table,
        total_maximum: side.total_maximum,
    }
}
