//! Results of provinces, departments and years put together as one: a merge of facts, the same numbers as one big run.
//!
//! In: the [`ResultFacts`] of each result. Out: a [`Rollup`]: what was joined, the units of all results with places among all that
//! are judged alike, statistics from summed numerators and denominators, and findings about what is not added up. A unit without a
//! return has no total. Not for: files, and not for wording.

mod comparable;
mod facts_of_result;
mod joined;
mod joined_notes;
mod rolled_statistics;
mod rolled_units;
mod same_unit;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::finding::Finding;
use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Most, Points};

pub use crate::result::rollup::facts_of_result::{JudgedLevel, ResultFacts, ResultHeading};

/// The version of a roll-up's form as JSON; counted up when a field changes its meaning or goes away.
pub const FORMAT: u32 = 1;

/// Several results as one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rollup {
    /// [`FORMAT`].
    pub format: u32,
    /// The program and its version.
    pub program: String,
    /// The years, the earliest first.
    pub years: Vec<i32>,
    /// The files that were met.
    pub files: FileCounts,
    /// The results, by year, then by label.
    pub results: Vec<JoinedResult>,
    /// How many units each level has, by year and result.
    pub levels: Vec<RolledLevel>,
    /// Every unit in every year, by level, year and place; units without a result behind the others.
    pub units: Vec<RolledUnit>,
    /// The same units through the years; none where there is one year.
    pub through_years: Vec<UnitThroughYears>,
    /// Statistics, by id and formula.
    pub statistics: Vec<RolledStatistic>,
    /// What is doubtful, not added up or not compared, the worst first.
    pub findings: Vec<Finding>,
}

/// The files that were met: `found` = `read` + `refused` + `ignored`. A data file beside its workbook is none of them: the two count as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCounts {
    /// All of them.
    pub found: usize,
    /// Results that are in it.
    pub read: usize,
    /// Files that could not be taken in.
    pub refused: usize,
    /// Files that are none of the results, and results that were met before.
    pub ignored: usize,
    /// Data files that count with the workbook that they lie beside.
    #[serde(default)]
    pub with_workbook: usize,
}

/// A result that was joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedResult {
    /// Its file, as it was named or as it lies in the folder that was named.
    pub file: String,
    /// What it is called here: unlike all others.
    pub label: String,
    /// The campaign's name.
    pub campaign: String,
    /// The authority that publishes it. Empty where it does not say.
    pub authority: String,
    /// The year assessed.
    pub year: i32,
    /// Its scheme, as `kontum-2017 1`.
    pub scheme: String,
    /// Why it is provisional, in its own words; `None` where it is not.
    pub provisional: Option<String>,
    /// Its units.
    pub counts: RolledCounts,
}

/// How many units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolledCounts {
    /// Units that were expected.
    pub expected: usize,
    /// Units with a result.
    pub returned: usize,
    /// Units whose total is not settled.
    pub open: usize,
    /// Units by grade, best first.
    pub grades: IndexMap<String, usize>,
}

impl RolledCounts {
    /// Units without a result.
    pub fn missing(&self) -> usize {
        self.expected.saturating_sub(self.returned)
    }

    /// Units with a result that have no grade yet.
    pub fn ungraded(&self) -> usize {
        self.returned
            .saturating_sub(self.grades.values().sum::<usize>())
    }
}

/// A level in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RolledLevel {
    /// Its id.
    pub id: LevelId,
    /// Its name.
    pub name: String,
    /// The year.
    pub year: i32,
    /// All results together; without grades where they are not given alike.
    pub all: RolledCounts,
    /// Whether all of them judge alike, so that places and grades can be compared.
    pub is_alike: bool,
    /// Each result that has the level, by its position in [`Rollup::results`].
    pub results: Vec<(usize, RolledCounts)>,
}

/// A unit in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RolledUnit {
    /// The result, by its position in [`Rollup::results`].
    pub result: usize,
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// The level's name.
    pub level: String,
    /// The year.
    pub year: i32,
    /// Whether a result of the same year has it as well: then it has no place.
    pub is_twice: bool,
    /// The most points that the groups inside the total add up to.
    pub maximum: Option<Points>,
    /// Its score. `None`: nothing that counts was submitted.
    pub score: Option<RolledScore>,
}

/// What a unit has reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RolledScore {
    /// Its total.
    pub total: Option<Points>,
    /// The total in percent of the maximum, rounded to two decimals.
    pub share: Option<Decimal>,
    /// Whether criteria are open, so that the total is the least that it can come to.
    pub is_open: bool,
    /// Its grade.
    pub grade: Option<String>,
    /// Its place in its own result.
    pub own_place: Option<u32>,
    /// Its place among the units of all results of the year and the level that are judged alike. Equal totals share one.
    pub place: Option<u32>,
    /// Among how many.
    pub among: usize,
}

/// A unit through the years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitThroughYears {
    /// Which, in its last year.
    pub unit: UnitId,
    /// Its last name.
    pub name: String,
    /// The level's name.
    pub level: String,
    /// The label of its last result.
    pub label: String,
    /// By year, its position in [`Rollup::units`]; a year in which two results have it is not here.
    pub years: IndexMap<i32, usize>,
    /// Whether it is judged alike in all these years, so that its totals can be compared.
    pub is_alike: bool,
    /// Its groups.
    pub groups: Vec<GroupThroughYears>,
}

/// A group of a unit through the years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupThroughYears {
    /// Its id.
    pub group: GroupId,
    /// Its name: another name is another group.
    pub name: String,
    /// By year the points, blank or not, and the most points.
    pub years: IndexMap<i32, (Option<Points>, Most)>,
}

/// A statistic of all results that compute it in the same way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RolledStatistic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it is computed, in words.
    pub formula: String,
    /// Its unit of measure. Empty where there is none.
    pub measure: String,
    /// Whether it is a percentage.
    pub is_percent: bool,
    /// The level it is about. `None`: all.
    pub level: Option<LevelId>,
    /// Each year that has it.
    pub years: IndexMap<i32, StatisticOfYear>,
}

/// A statistic in a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatisticOfYear {
    /// Of all results together, or why there is none.
    pub total: StatisticTotal,
    /// Of each result that has it, by its position in [`Rollup::results`].
    pub results: Vec<(usize, StatisticSum)>,
}

/// All results together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatisticTotal {
    /// What they come to.
    Sum(StatisticSum),
    /// Units are in two results: what they say would be added twice.
    UnitsTwice,
    /// What authorities hold themselves is not added.
    NotAdded,
}

impl Default for StatisticTotal {
    fn default() -> Self {
        StatisticTotal::Sum(StatisticSum::default())
    }
}

/// Numbers of a statistic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatisticSum {
    /// What it comes to. `None`: over no unit, or divided by 0.
    pub value: Option<Decimal>,
    /// Its numerator, where it has one.
    pub numerator: Option<Decimal>,
    /// Its denominator, where it has one.
    pub denominator: Option<Decimal>,
    /// Units that are in it.
    pub covered: usize,
    /// Units that were expected in it.
    pub expected: usize,
}

impl Rollup {
    /// The label of a result.
    pub fn label(&self, result: usize) -> &str {
        self.results
            .get(result)
            .map_or("", |result| result.label.as_str())
    }

    /// How many units, over all years.
    pub fn counts(&self) -> RolledCounts {
        let mut all = RolledCounts::default();
        for level in &self.levels {
            all.expected += level.all.expected;
            all.returned += level.all.returned;
            all.open += level.all.open;
        }
        all
    }
}

/// Puts results together. `files` counts the files that were met; `findings` are about those that were not taken in.
pub fn rollup(
    mut results: Vec<ResultFacts>,
    mut files: FileCounts,
    mut findings: Vec<Finding>,
) -> Rollup {
    let by_label = |of: &ResultFacts| (of.year, of.label.clone(), of.file.clone());
    // Of copies the one counts that is called as results are: its label is not its whole name.
    results.sort_by_cached_key(|of| {
        let name = of.file.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        (stem == of.label, by_label(of))
    });
    let (mut results, copies) = joined::without_copies(results);
    results.sort_by_cached_key(by_label);
    files.ignored += copies.len();
    files.read = results.len();
    findings.extend(copies);
    let labels = joined::labels(&results);
    let known = same_unit::SameUnits::of(&results);
    let alike = comparable::Alike::of(&results);
    let units = rolled_units::units(&results, &known);
    let levels = joined::levels(&results, &known, &alike);
    let statistics = rolled_statistics::statistics(&results, &known);
    for result in &results {
        findings.extend(result.doubts.iter().cloned());
    }
    findings.extend(joined_notes::notes(
        &results,
        (&known, &alike),
        &statistics,
        &labels,
    ));
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
    let mut years: Vec<i32> = results.iter().map(|result| result.year).collect();
    years.dedup();
    let through_years = if years.len() > 1 {
        rolled_units::through_years(&results, &units, &known, &labels)
    } else {
        Vec::new()
    };
    Rollup {
        format: FORMAT,
        program: concat!("tonghop ", env!("CARGO_PKG_VERSION")).to_string(),
        years,
        files,
        results: joined::results(&results, labels),
        levels,
        units,
        through_years,
        statistics,
        findings,
    }
}
