//! One year's result as a comparison needs it.
//!
//! In: a report, the rows of `Dữ liệu` in a workbook that the program wrote, or a published table, each by a file of its own. Out: a
//! [`Side`]; a report and the rows of its workbook give the same one. Not for: files.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::base::cell::CellAddress;
use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Most, Points, from_f64, to_f64};
use crate::base::text;
use crate::campaign::units::Succession;
use crate::result::report::{GapReason, GradeLimit};

/// One year's result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// The campaign's name, or the file's.
    pub name: String,
    /// The year assessed, where it is known.
    pub year: Option<i32>,
    /// The authority that publishes it; empty where it is not known.
    pub authority: String,
    /// The scheme's id and version, as `kontum-2017 1`.
    pub scheme: String,
    /// Whether it is only a published table: maxima and grades are then those of a scheme and not told by the file.
    pub is_table: bool,
    /// What the groups inside the total add up to.
    pub total_maximum: Option<Points>,
    /// The same on levels where it is another number.
    pub totals: IndexMap<LevelId, Points>,
    /// Grades and where each begins, best first.
    pub grades: Vec<GradeLimit>,
    /// Levels by id, with their names.
    pub levels: IndexMap<LevelId, String>,
    /// Groups, in order.
    pub groups: IndexMap<GroupId, SideItem>,
    /// Criteria, in order.
    pub criteria: IndexMap<CriterionId, SideItem>,
    /// Figures by id.
    pub figures: IndexMap<String, FigureItem>,
    /// Units by level, in the registry's order.
    pub units: IndexMap<UnitId, SideUnit>,
    /// Statistics by id, in order.
    pub statistics: IndexMap<String, SideStatistic>,
    /// What its registry says about units before and after.
    pub successions: Vec<Succession>,
    /// The units that a table's registry expects, where it is known to be the table's own.
    pub registered: Option<BTreeSet<UnitId>>,
    /// Files that were received and do not count.
    pub uncounted: Vec<UncountedFile>,
    /// Whether nobody has confirmed the criteria of its campaign. Results that were written say so in their names.
    pub is_unconfirmed: bool,
    /// What makes its file doubtful: it was changed by hand, or its sheets contradict each other.
    pub doubts: Vec<Finding>,
}

impl Side {
    /// Whether it is a table that does not hold a unit without saying that there is none.
    pub(super) fn may_leave_out(&self, unit: &UnitId) -> bool {
        let units = self.registered.as_ref();
        self.is_table && units.is_none_or(|units| units.contains(unit))
    }

    /// Everything in its order, whatever the order of the rows.
    pub(super) fn order(&mut self) {
        self.grades
            .sort_by_key(|grade| std::cmp::Reverse(grade.from));
        self.groups
            .sort_by(|a, _, b, _| sort_key(&a.0).cmp(&sort_key(&b.0)));
        self.criteria
            .sort_by(|a, _, b, _| sort_key(&a.0).cmp(&sort_key(&b.0)));
        for unit in self.units.values_mut() {
            if let Some(result) = &mut unit.result {
                result
                    .groups
                    .sort_by(|a, _, b, _| sort_key(&a.0).cmp(&sort_key(&b.0)));
                result
                    .criteria
                    .sort_by(|a, _, b, _| sort_key(&a.0).cmp(&sort_key(&b.0)));
                result.figures.sort_keys();
            }
        }
        let levels = &self.levels;
        let at = |id: &UnitId| levels.get_index_of(&id.level).unwrap_or(usize::MAX);
        self.units
            .sort_by(|a, one, b, other| (at(a), one.order, a).cmp(&(at(b), other.order, b)));
        self.statistics
            .sort_by(|a, one, b, other| (one.order, a).cmp(&(other.order, b)));
        self.successions.sort();
        self.figures.sort_keys();
    }
}

/// A figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureItem {
    /// The criterion that asks for it.
    pub criterion: CriterionId,
    /// Its name.
    pub name: String,
    /// Whether it is answered by yes (1) or no (0).
    pub is_yes_no: bool,
}

/// A group or a criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideItem {
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: GroupId,
    /// Its maximum per level.
    pub maximum: IndexMap<LevelId, Most>,
    /// Its rule, in a form that is equal for equal rules. Empty where it is not known.
    pub rule: String,
    /// Whether it is bonus/penalty, outside the maximum of the total.
    pub outside_total: bool,
    /// What it is called besides.
    pub others: Vec<String>,
    /// What each option of its rule is called besides; empty where none is.
    pub option_names: Vec<Vec<String>>,
}

/// A unit of one year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideUnit {
    /// Its name.
    pub name: String,
    /// What it is called besides.
    pub others: Vec<String>,
    /// Its position in the registry.
    pub order: u32,
    /// Its result. `None`: nothing that counts was submitted.
    pub result: Option<SideResult>,
    /// Files that came from it, or may have come from it, and do not count, parted by `; `.
    pub sent: String,
}

/// A file that does not count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UncountedFile {
    /// Its name.
    pub file: String,
    /// The key of the name that it states, where that is not in the list of units; else empty.
    pub unit: String,
    /// Why it does not count, where that is known.
    pub reason: Option<GapReason>,
}

/// A name with what its owner is called besides.
type AllNames<'n> = (&'n str, &'n [String]);

/// Whether two names are of one thing: one of them is what the other is called, or is called besides. So a wording that was corrected is
/// no other one.
fn is_called((one, others): AllNames<'_>, (two, more): AllNames<'_>) -> bool {
    let is_among = |name: &str, (own, others): AllNames<'_>| {
        let name = text::key(name);
        text::key(own) == name || others.iter().any(|other| text::key(other) == name)
    };
    is_among(one, (two, more)) || is_among(two, (one, others))
}

impl SideItem {
    /// Whether it has the text of another one, or had it before it was corrected.
    pub(super) fn is_called(&self, other: &SideItem) -> bool {
        is_called((&self.name, &self.others), (&other.name, &other.others))
    }
}

impl SideUnit {
    /// Whether it is called as another one is, or was before it was corrected.
    pub(in crate::result) fn is_called(&self, other: &SideUnit) -> bool {
        is_called((&self.name, &self.others), (&other.name, &other.others))
    }

    /// The keys of all that it is called, its own name first.
    pub(in crate::result) fn keys(&self) -> impl Iterator<Item = String> {
        let names = std::iter::once(&self.name).chain(&self.others);
        names.map(|name| text::key(name))
    }
}

/// A unit's result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideResult {
    /// The total that is ranked and graded, as published.
    pub total: Option<Points>,
    /// Where criteria are open and the total is the least that it can come to: the most, as far as it is known.
    pub open: Option<OpenTotal>,
    /// Its place.
    pub place: Option<u32>,
    /// Its grade.
    pub grade: Option<String>,
    /// The points of each group that has any. A group that is not here is blank, which is not 0.
    pub groups: IndexMap<GroupId, Points>,
    /// The most points that apply to the unit, of groups of which it is exempt from a criterion.
    pub applicable: IndexMap<GroupId, Most>,
    /// The scores of criteria. Empty for a published table.
    pub criteria: IndexMap<CriterionId, SideScore>,
    /// Figures by id: as number, and as text.
    pub figures: IndexMap<String, (Option<Decimal>, String)>,
    /// The file it comes from.
    pub file: String,
}

/// A total that is not settled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OpenTotal {
    /// The most that it can come to; not known of results of earlier versions.
    pub highest: Option<Most>,
}

/// A score.
#[allow(clippy::struct_excessive_bools)] // Each says something of its own, and so a row of it has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideScore {
    /// What the unit claims.
    pub claimed: Option<Points>,
    /// What counts. `None`: open, exempt or left out.
    pub counted: Option<Points>,
    /// What the department grants, in points of its own.
    pub appraised: Option<Points>,
    /// Whether that counts.
    pub by_appraisal: bool,
    /// What somebody decided, likewise.
    pub decided: Option<Points>,
    /// Whether the unit is exempt.
    pub exempt: bool,
    /// Whether it is blank, and the mean above it is of the others: nothing is open.
    pub left_out: bool,
    /// Whether the unit gives an explanation.
    pub explained: bool,
    /// The sheet and cell of the claim.
    pub place: Option<(String, CellAddress)>,
}

impl SideScore {
    /// What counts in points of its own, where it was granted or decided. Earlier results do not say of appraised points that they count.
    pub(super) fn granted(&self) -> Option<Points> {
        let counts = |points: &Points| self.by_appraisal || self.counted == Some(*points);
        self.decided.or(self.appraised.filter(counts))
    }
}

/// A statistic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideStatistic {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Option<Decimal>,
    /// Its numerator, where it has one.
    pub numerator: Option<Decimal>,
    /// Its denominator, where it has one.
    pub denominator: Option<Decimal>,
    /// Units that are in it.
    pub covered: usize,
    /// Units that were expected in it.
    pub expected: usize,
    /// Its kind, unit of measure and formula.
    pub formula: String,
    /// The level it is about. `None`: all of them.
    pub level: Option<LevelId>,
    /// Its position.
    pub order: u32,
}

impl SideStatistic {
    /// Whether its value is a percentage.
    pub fn is_percent(&self) -> bool {
        self.formula.starts_with("ratio;") || self.formula.starts_with("share;")
    }
}

impl SideResult {
    /// The sum of the groups.
    pub fn sum(&self) -> Points {
        self.groups.values().copied().sum()
    }

    /// Whether a criterion does not apply to the unit.
    pub fn has_exemption(&self) -> bool {
        self.criteria.values().any(|score| score.exempt)
    }
}

/// A number as a workbook keeps it: its first 15 digits. So a report and the workbook made of it compare the same.
pub fn kept(value: Decimal) -> Decimal {
    from_f64(to_f64(value)).unwrap_or(value).normalize()
}

/// A code such as `1.10` in a form that sorts by its numbers.
pub fn sort_key(code: &str) -> Vec<(u64, String)> {
    code.split('.')
        .map(|part| (part.parse().unwrap_or(u64::MAX), part.to_string()))
        .collect()
}

impl Side {
    /// What the groups inside the total add up to on a level.
    pub fn total_at(&self, level: &LevelId) -> Option<Points> {
        self.totals.get(level).copied().or(self.total_maximum)
    }
}
