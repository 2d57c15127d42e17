//! The report: everything that a writer needs, with nothing left to compute. It is also the JSON.
//!
//! In: judged submissions. Out: one value that can be written in any form and read back next year. Not for: layout.

mod accounts;
mod alike;
mod alike_files;
mod build;
mod by_decided;
mod captions;
mod certain;
mod change;
pub mod data;
mod decide;
mod decided;
pub mod facts;
mod figure_cell;
mod figure_effect;
mod gap;
mod judge;
pub mod kind;
mod labels;
pub mod list;
mod listed;
mod lookup;
mod lots;
mod most_there;
pub mod not_counted;
mod offered;
mod other_names;
mod questions;
mod ranked;
pub mod record;
pub mod row;
mod rows;
mod same_content;
mod side_by_side;
mod sound;
mod spread;
mod standing;
mod told_together;
mod value_source;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, FigureId, GroupId, LevelId, UnitId};
use crate::base::moment::Moment;
use crate::base::points::{Most, Points};
use crate::campaign::scheme::{Attained, Grade, Scheme, ScoringRule, SentenceSpec, ShareWords};
use crate::campaign::units::Succession;
use crate::input::receipt::FileRow;
use crate::judge::rank::{Grading, Rank};
use crate::judge::score::{CountedBy, UnitScore};
use crate::judge::statistics::Statistic;

pub use crate::result::report::accounts::UnitCounts;
pub use crate::result::report::build::{Input, add_findings, build};
pub use crate::result::report::certain::{CertaintyCounts, GradeCertainty, HowCertain};
pub use crate::result::report::change::PossibleChange;
pub use crate::result::report::decide::FileDecisions;
pub use crate::result::report::decided::{DecisionRow, FigureChange, Question};
pub use crate::result::report::figure_cell::FigureCell;
pub use crate::result::report::figure_effect::{FigureEffect, FigureScore};
pub use crate::result::report::gap::{GapKind, GapReason, UnitGap, notes, reasons as why_unusable};
pub use crate::result::report::labels::Labels;
pub use crate::result::report::listed::{ListedRow, listed};
pub use crate::result::report::lookup::RowPlaces;
pub use crate::result::report::lots::{Lots, in_order, lots, of_result, refused, unread};
pub use crate::result::report::other_names::{OtherNames, other_option_names};
pub use crate::result::report::sound::{Contradiction, contradictions, flaw, is_near};
pub use crate::result::report::standing::{Standing, registry_order, table_order};
pub use crate::result::report::told_together::{ToldFinding, ToldLots, together};
pub use crate::result::report::value_source::ValueSource;

/// The version of the report's form, counted up whenever a field changes its meaning.
pub const FORMAT: u32 = 1;

/// One campaign's result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The version of this form: [`FORMAT`].
    pub format: u32,
    /// The program's name and version, such as `tonghop 0.1.0`.
    pub program: String,
    /// The newest document date among the workbooks read, in UTC (`2018-01-31T…Z`); the result's own date, so that the same
    /// input gives the same bytes on any day. `None` if no workbook carries one.
    pub as_of: Option<Moment>,
    /// The campaign's settings, for headings.
    pub campaign: CampaignFacts,
    /// Best grade first.
    pub grades: Vec<GradeLimit>,
    /// Criterion groups in the scheme's order, bonus/penalty last.
    pub groups: Vec<GroupFacts>,
    /// The result of each level, in the scheme's order.
    pub levels: Vec<LevelResult>,
    /// Statistics in the scheme's order.
    pub statistics: Vec<Statistic>,
    /// What the annex says in sentences.
    #[serde(default, skip_serializing_if = "AnnexWords::is_empty")]
    pub annex: AnnexWords,
    /// What the registry says about units before and after.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successions: Vec<Succession>,
    /// What groups, criteria and units are called besides.
    #[serde(default, skip_serializing_if = "OtherNames::is_empty")]
    pub other_names: OtherNames,
    /// What was in the folder.
    pub intake: FolderFiles,
    /// Findings that can change a grade first, then those that can change a place, then the rest; within each by level,
    /// registry order, file, sheet and cell.
    pub findings: Vec<Finding>,
    /// What was decided, by document, sheet and cell: every row of a decision workbook in which somebody has decided something.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionRow>,
}

/// The campaign, as headings need it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CampaignFacts {
    /// Its name.
    pub name: String,
    /// The year assessed.
    pub year: i32,
    /// Title lines of the result, as the decision has them.
    pub title: Vec<String>,
    /// The authority above the title.
    pub authority: String,
    /// Last day for returns.
    pub deadline: Option<Day>,
    /// The scheme's id and version.
    pub scheme: (String, u32),
    /// The scheme's name.
    pub scheme_name: String,
    /// The maximum of the groups inside the total, on all levels that have none of their own.
    pub total_maximum: Points,
    /// Decimals to which computed points are rounded.
    pub points_decimals: u32,
    /// Decimals of printed percentages.
    pub percent_decimals: u32,
    /// Whether its criteria are derived from the forms and nobody has confirmed them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
}

/// The words of the annex, as the scheme has them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnnexWords {
    /// Its sections in order: id and heading.
    pub sections: Vec<(String, String)>,
    /// Its sentences, in order within their sections.
    pub sentences: Vec<SentenceSpec>,
    /// When they speak of most units, or of the majority.
    pub shares: ShareWords,
}

impl AnnexWords {
    /// Whether the scheme has no sentences, so that each statistic says its own.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }
}

/// A grade and where it begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GradeLimit {
    /// Its name.
    pub name: String,
    /// The lowest total that has it, on all levels that have none of their own.
    pub from: Points,
    /// The same on levels where it is another total.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub levels: IndexMap<LevelId, Points>,
    /// The fewest points of groups that it asks for, on each level that has the group.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub minima: IndexMap<LevelId, IndexMap<GroupId, Points>>,
}

impl GradeLimit {
    /// The grades of a scheme, in points.
    pub fn all(scheme: &Scheme) -> Vec<GradeLimit> {
        let limit = |grade: &Grade| {
            let mut limits = scheme
                .levels
                .iter()
                .map(|level| (level.id.clone(), scheme.limit(grade, &level.id)));
            let (_, from) = limits.next().unwrap_or_default();
            let levels = scheme.levels.iter().map(|level| &level.id);
            let minima = levels.map(|level| (level.clone(), scheme.minima(grade, level)));
            GradeLimit {
                minima: minima.filter(|(_, of)| !of.is_empty()).collect(),
                name: grade.name.clone(),
                from,
                levels: limits.filter(|(_, own)| *own != from).collect(),
            }
        };
        scheme.grades.iter().map(limit).collect()
    }

    /// Whether a unit of a level has what it asks for.
    pub fn is_reached(&self, level: &LevelId, has: &Attained) -> bool {
        let minima = self.minima.get(level);
        has.total >= self.at(level) && minima.is_none_or(|minima| has.reaches(minima))
    }

    /// The lowest total that has it on a level.
    pub fn at(&self, level: &LevelId) -> Points {
        self.levels.get(level).copied().unwrap_or(self.from)
    }
}

/// A criterion group, for headings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupFacts {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// A short name for narrow columns.
    pub short: String,
    /// Its maximum per level.
    pub maximum: IndexMap<LevelId, Most>,
    /// Whether it is bonus/penalty, outside the maximum of the total.
    pub outside_total: bool,
    /// Whether no more than its maximum counts, whatever its criteria come to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cap: bool,
    /// Its criteria that carry points, in order.
    pub criteria: Vec<CriterionFacts>,
    /// Its criteria whose points come from those below them, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<AboveFacts>,
}

/// A criterion whose points come from those below it, for headings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AboveFacts {
    /// Its id.
    pub id: CriterionId,
    /// Its name.
    pub name: String,
    /// How they come from them.
    pub rule: ScoringRule,
    /// The most points of the total that count of them, per level; none where that is not bounded.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub cap: IndexMap<LevelId, Points>,
}

/// A criterion, for headings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CriterionFacts {
    /// Its id.
    pub id: CriterionId,
    /// Its name.
    pub name: String,
    /// The most points of the total that it can bring, per level.
    pub maximum: IndexMap<LevelId, Most>,
    /// Its maximum in points of its own, where that is something else: where it has a weight.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub own_maximum: IndexMap<LevelId, Most>,
    /// The criterion above of which it is one of several that one counts of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_of: Option<CriterionId>,
    /// The criterion or the group above of whose criteria no more than its maximum counts, the nearest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capped_by: Option<String>,
    /// Its fewest points, below 0 for a penalty.
    #[serde(default, skip_serializing_if = "Points::is_zero")]
    pub minimum: Points,
    /// Its figures: id, name, unit of measure.
    pub figures: Vec<FigureFacts>,
    /// How its score follows from figures, its own or others.
    #[serde(default)]
    pub rule: ScoringRule,
}

/// A figure, for headings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureFacts {
    /// Its id.
    pub id: FigureId,
    /// Its name.
    pub name: String,
    /// Its unit of measure.
    pub unit: String,
    /// Whether it is answered by yes (1) or no (0).
    pub is_yes_no: bool,
}

/// The result of one level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelResult {
    /// Its id.
    pub id: LevelId,
    /// Its name, such as `Cấp tỉnh`.
    pub name: String,
    /// What its units are called together, such as `sở, ban, ngành`.
    pub units: String,
    /// The maximum of the groups inside the total here, where it is another than the campaign's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_maximum: Option<Points>,
    /// Units with a submission, by place; equal places in the registry's order.
    pub rows: Vec<UnitRow>,
    /// Units without one, in the registry's order.
    pub gaps: Vec<UnitGap>,
    /// Where each unit stands in `rows`, for [`LevelResult::row`].
    #[serde(skip)]
    pub places: RowPlaces,
}

/// A unit in the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Its position in the registry, from 1 within the level.
    pub order: u32,
    /// The file that counted.
    pub file: String,
    /// Its scores.
    pub score: UnitScore,
    /// Its place.
    pub rank: Rank,
    /// Its grade.
    pub grading: Grading,
    /// The total that the unit itself states, where it states one.
    pub own_total: Option<Points>,
    /// The share of the maximum that stands in its cell, where that total is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_total_share: Option<String>,
    /// What the unit's own self scores come to, from the fewest to the most points where some are open or doubtful: what its
    /// own total is held against. Appraised scores are not in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_sum: Option<(Points, Most)>,
    /// The grade that the unit gives itself, where it does.
    pub own_grade: Option<String>,
    /// Where the self score of each criterion stands, and its text.
    pub sources: IndexMap<CriterionId, ValueSource>,
    /// Every figure found.
    pub figures: IndexMap<FigureId, FigureCell>,
}

impl UnitRow {
    /// Whether no score of it counts but blanks that are 0 by the scheme: its total is no result, though the unit is in it.
    pub fn is_without_score(&self) -> bool {
        let counts = |by: CountedBy| match by {
            CountedBy::Appraised
            | CountedBy::Claim
            | CountedBy::Given
            | CountedBy::Figures
            | CountedBy::Decided => true,
            CountedBy::Open
            | CountedBy::Blank
            | CountedBy::LeftOut
            | CountedBy::Exempt
            | CountedBy::OtherLevel
            | CountedBy::PassedOver => false,
        };
        let mut scores = self.score.criteria.values();
        !scores.any(|score| counts(score.counted_by()))
    }

    /// The most points of a group that apply, where the unit is exempt from a criterion of it.
    pub fn applicable(&self, group: &GroupFacts) -> Option<Most> {
        let scores = &self.score.criteria;
        let is_exempt = |one: &CriterionFacts| scores.get(&one.id).is_some_and(|one| one.exempt);
        let score = self.score.groups.get(&group.id)?;
        let is_said = group.criteria.iter().any(is_exempt);
        is_said.then_some(score.maximum)
    }
}

/// What was in the folder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FolderFiles {
    /// The folder, relative to where the result is written, `/` between folders; links to files start here.
    pub folder: String,
    /// Every file seen, by name.
    pub files: Vec<FileRow>,
}
