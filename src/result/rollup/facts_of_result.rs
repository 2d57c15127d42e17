//! What a roll-up keeps of a result: its units with their totals, groups and grades, its statistics, and by what it judges.
//!
//! In: a [`Side`], whichever file it was read from. Out: [`ResultFacts`], without the scores of single criteria, so that many results
//! fit into memory. Not for: files.

use std::fmt::{self, Write};

use indexmap::IndexMap;
use sha2::{Digest, Sha256};

use crate::base::finding::Finding;
use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::outside::Shown;
use crate::base::points::{Most, Points};
use crate::base::seal::hex;
use crate::campaign::scheme::ScoringRule;
use crate::campaign::units::Relation;
use crate::result::diff::{Side, SideItem, SideStatistic, SideUnit};
use crate::result::report::record::CampaignColumns;

/// The facts of one result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultFacts {
    /// Its file, as it was named or as it lies in the folder that was named.
    pub file: String,
    /// What it is to be called; a number is added where two are called alike.
    pub label: String,
    /// The authority that publishes it. Empty where it does not say.
    pub authority: String,
    /// Why it is provisional, in its own words.
    pub provisional: Option<String>,
    /// To how many decimals it rounds percentages, where it says so.
    pub percent_decimals: Option<u32>,
    /// The year assessed.
    pub year: i32,
    /// The campaign's name.
    pub campaign: String,
    /// The scheme's id and version.
    pub scheme: String,
    /// Its grades, best first.
    pub grades: Vec<String>,
    /// Its levels.
    pub levels: IndexMap<LevelId, JudgedLevel>,
    /// Its units by level, in the registry's order.
    pub units: IndexMap<UnitId, SideUnit>,
    /// Its statistics.
    pub statistics: IndexMap<String, SideStatistic>,
    /// Units that were renamed: before and after.
    pub renamed: Vec<(UnitId, UnitId)>,
    /// What makes its file doubtful.
    pub doubts: Vec<Finding>,
    /// A checksum of all that it says: equal for the workbook and the JSON of one run.
    pub digest: String,
}

/// A level of a result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JudgedLevel {
    /// Its name.
    pub name: String,
    /// What the groups inside the total add up to.
    pub total_maximum: Option<Points>,
    /// A checksum of the criteria, rules, maxima and grades here: equal where units are judged alike.
    pub judged_by: String,
    /// The criteria whose points are measured by the best unit of the level.
    pub by_best: Vec<String>,
    /// Its groups with their names and maxima.
    pub groups: IndexMap<GroupId, (String, Most)>,
}

/// Where a result comes from, and what stands in its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultHeading {
    /// Its file.
    pub file: String,
    /// What it is to be called.
    pub label: String,
    /// The authority that publishes it.
    pub authority: String,
    /// Why it is provisional.
    pub provisional: Option<String>,
    /// To how many decimals it rounds percentages, where it says so.
    pub percent_decimals: Option<u32>,
}

impl ResultHeading {
    /// Takes over what a result says of its campaign.
    pub fn said(&mut self, campaign: &CampaignColumns) {
        let line = |text: &str| Shown::line(text).trim().to_string();
        self.authority = line(&campaign.authority);
        let banner = line(&campaign.provisional);
        self.provisional = Some(banner).filter(|banner| !banner.is_empty());
        self.percent_decimals = campaign.percent_decimals;
    }
}

impl ResultFacts {
    /// The facts of a result. `None` where it does not say of which year it is, or is but a published table.
    pub fn of(heading: ResultHeading, mut side: Side) -> Option<Self> {
        let year = side.year.filter(|_| !side.is_table)?;
        let doubts = std::mem::take(&mut side.doubts);
        // What earlier versions leave out of the workbook tells no result from its JSON.
        side.uncounted = Vec::new();
        sort(&mut side);
        let digest = digest(&side);
        let levels = side.levels.iter();
        let levels = levels.map(|(id, name)| (id.clone(), level(&side, id, name)));
        let levels = levels.collect();
        let mut units = side.units;
        for unit in units.values_mut() {
            if let Some(result) = &mut unit.result {
                result.criteria = IndexMap::new();
                result.figures = IndexMap::new();
            }
        }
        let renamed = side.successions.iter().filter_map(|one| {
            match (one.relation, &*one.predecessors, &*one.successors) {
                (Relation::Renamed, [before], [after]) => Some((before.clone(), after.clone())),
                _ => None,
            }
        });
        Some(ResultFacts {
            file: heading.file,
            label: heading.label,
            authority: heading.authority,
            provisional: heading.provisional,
            percent_decimals: heading.percent_decimals,
            year,
            campaign: side.name,
            scheme: side.scheme,
            grades: side.grades.iter().map(|grade| grade.name.clone()).collect(),
            levels,
            units,
            statistics: side.statistics,
            renamed: renamed.collect(),
            doubts,
            digest,
        })
    }
}

/// One order for what has none, so that a report and its workbook have one checksum.
fn sort(side: &mut Side) {
    side.totals.sort_keys();
    for grade in &mut side.grades {
        grade.levels.sort_keys();
        grade.minima.sort_keys();
        grade.minima.values_mut().for_each(IndexMap::sort_keys);
    }
    let items = side.groups.values_mut().chain(side.criteria.values_mut());
    items.for_each(|item| item.maximum.sort_keys());
    let units = side.units.values_mut();
    for result in units.filter_map(|unit| unit.result.as_mut()) {
        result.applicable.sort_keys();
    }
}

fn level(side: &Side, id: &LevelId, name: &str) -> JudgedLevel {
    let groups = side.groups.iter();
    let groups = groups.filter_map(|(group, item)| {
        let most = item.maximum.get(id)?;
        Some((group.clone(), (item.name.clone(), *most)))
    });
    let criteria = side.criteria.iter();
    let own = criteria.filter(|(_, item)| item.maximum.contains_key(id));
    let by_best = own.filter(|(_, item)| is_by_best(item));
    JudgedLevel {
        name: name.to_string(),
        total_maximum: side.total_at(id),
        judged_by: judged_by(side, id),
        by_best: by_best
            .map(|(criterion, _)| criterion.0.to_string())
            .collect(),
        groups: groups.collect(),
    }
}

/// Whether the points of a criterion depend on what the best unit has.
fn is_by_best(item: &SideItem) -> bool {
    let rule = serde_json::from_str::<ScoringRule>(&item.rule).ok();
    rule.is_some_and(|rule| rule.compared().is_some())
}

/// A checksum of all by which the units of a level are judged.
fn judged_by(side: &Side, level: &LevelId) -> String {
    let grades: Vec<_> = side.grades.iter().collect();
    let grades: Vec<_> = grades
        .iter()
        .map(|grade| (&grade.name, grade.at(level), grade.minima.get(level)))
        .collect();
    let item = |item: &SideItem| {
        let most = *item.maximum.get(level)?;
        let (name, rule) = (item.name.clone(), item.rule.clone());
        Some((name, rule, most, item.outside_total))
    };
    let groups: Vec<_> = side
        .groups
        .iter()
        .map(|(id, one)| (id, item(one)))
        .collect();
    let criteria: Vec<_> = side
        .criteria
        .iter()
        .map(|(id, one)| (id, item(one)))
        .collect();
    digest(&(&side.scheme, side.total_at(level), grades, groups, criteria))
}

/// A checksum of a value as it is written out, a piece at a time.
fn digest(value: &impl fmt::Debug) -> String {
    struct Sum(Sha256);
    impl Write for Sum {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.update(text.as_bytes());
            Ok(())
        }
    }
    let mut sum = Sum(Sha256::new());
    // Nothing refuses to be written.
    let _ = write!(sum, "{value:?}");
    hex(&sum.0.finalize())
}
