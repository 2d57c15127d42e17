//! The scheme: criteria, maxima, rules, grades and statistics, as data.
//!
//! In: a `scheme.toml`. Out: a checked [`Scheme`]. Not for: workbooks, scores.

mod check;
mod check_grades;
mod check_limits;
mod check_rule;
mod check_sentences;
mod combine;
mod figure;
mod from_below;
mod grade;
mod load;
mod narration;
mod number;
mod option;
mod parts;
mod rule;
mod scores_as;
mod statistic;
mod words;

use indexmap::{IndexMap, IndexSet};
use memchr::memchr;
use serde::Deserialize;

use crate::base::ids::{CriterionId, FigureId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::vocabulary::{self, Caption, Column, CoverLine, FileWords};

pub use crate::campaign::scheme::check::MOST_ENTRIES;
pub use crate::campaign::scheme::combine::{CombinedAt, is_quotient};
pub use crate::campaign::scheme::figure::{FigureKind, FigureSpec};
pub use crate::campaign::scheme::from_below::{Pick, times};
pub use crate::campaign::scheme::grade::{
    Attained, Grade, GroupShare, LackingGroup, Threshold, grade_of,
};
pub use crate::campaign::scheme::load::{BUILT_IN, built_in};
pub use crate::campaign::scheme::narration::{
    SentenceCondition, SentencePiece, SentenceSpec, ShareWords, pieces,
};
pub use crate::campaign::scheme::number::{PerLevel, UNLIMITED, number, optional_number};
pub use crate::campaign::scheme::option::{option_key, points_at_end};
pub use crate::campaign::scheme::parts::{ChoiceOption, CountedItem, Measure, SumCap, Tier};
pub use crate::campaign::scheme::rule::{GROUP_RULE, ScoringRule};
pub use crate::campaign::scheme::scores_as::ScoresAs;
pub use crate::campaign::scheme::statistic::{Formula, Section, StatisticSpec};
pub use crate::campaign::scheme::words::{Word, Words, says_nothing_to_score};

/// Criteria, maxima, rules, grades and statistics of an assessment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// A short name without spaces, stamped into workbooks.
    pub id: String,
    /// Counted up when criteria or maxima change.
    pub version: u32,
    /// The full name.
    pub name: String,
    /// What the groups inside the total add up to, on every level that says no other number.
    #[serde(deserialize_with = "number")]
    pub total_maximum: Decimal,
    /// What the scores in its forms say.
    #[serde(default)]
    pub scores_as: ScoresAs,
    /// How computed values are rounded.
    #[serde(default)]
    pub rounding: Rounding,
    /// Words in place of numbers.
    #[serde(default)]
    pub words: Words,
    /// Headings of its forms and tables, besides those that are known anyway.
    #[serde(default)]
    pub columns: vocabulary::WordLists<Column>,
    /// Captions of rows, likewise.
    #[serde(default)]
    pub rows: vocabulary::WordLists<Caption>,
    /// Labels of covers, likewise.
    #[serde(default)]
    pub cover: vocabulary::WordLists<CoverLine>,
    /// Blocks of units ranked among themselves.
    #[serde(rename = "level")]
    pub levels: Vec<Level>,
    /// Best first; none where nothing is graded.
    #[serde(default, rename = "grade")]
    pub grades: Vec<Grade>,
    /// Criterion groups, in order.
    #[serde(rename = "group")]
    pub groups: Vec<Group>,
    /// Criteria, in order. The part of an id before its last dot names the group or the criterion above.
    #[serde(rename = "criterion")]
    pub criteria: Vec<Criterion>,
    /// Sections of the decision's text that statistics belong to.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
    /// Statistics, in order.
    #[serde(default, rename = "statistic")]
    pub statistics: Vec<StatisticSpec>,
    /// Sentences of the annex, in order within their sections.
    #[serde(default, rename = "sentence")]
    pub sentences: Vec<SentenceSpec>,
    /// When its sentences speak of most units, or of the majority.
    #[serde(default)]
    pub share_words: ShareWords,
}

/// Rounding half away from zero, as Excel's ROUND.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rounding {
    /// Decimals of points that a rule computes.
    pub points_decimals: u32,
    /// Decimals of percentages that are printed.
    pub percent_decimals: u32,
    /// Decimals of totals that are printed. Ranks and grades always follow the total before rounding.
    pub total_decimals: u32,
}

impl Default for Rounding {
    fn default() -> Self {
        Rounding {
            points_decimals: 2,
            percent_decimals: 2,
            total_decimals: 1,
        }
    }
}

/// A block of units ranked among themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// Its name, such as `Cấp tỉnh`.
    pub name: String,
    /// What its units are called together, such as `sở, ban, ngành`.
    pub units: String,
    /// What the groups inside the total add up to here, where that is another number than the scheme's.
    #[serde(default, deserialize_with = "optional_number")]
    pub total_maximum: Option<Decimal>,
}

/// A criterion group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id: what stands before the first dot of its criteria's ids.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// A short name, for sheet names and narrow columns.
    #[serde(default)]
    pub short: Option<String>,
    /// Other names in use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The fewest points, where that is not 0.
    #[serde(default, deserialize_with = "optional_number")]
    pub minimum: Option<Decimal>,
    /// The most points, or `"unlimited"`.
    pub maximum: PerLevel,
    /// What a point of it is worth in the total.
    #[serde(default = "one", deserialize_with = "number")]
    pub weight: Decimal,
    /// Whether it is bonus/penalty: added to the total, outside its maximum.
    #[serde(default)]
    pub outside_total: bool,
    /// Whether no more than its maximum counts, whatever its criteria come to.
    #[serde(default)]
    pub cap: SumCap,
}

/// A criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id, as printed in the form.
    pub id: CriterionId,
    /// Its text.
    pub name: String,
    /// Other wordings in use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its unit of measure.
    #[serde(default)]
    pub unit: String,
    /// The fewest points, where that is not 0.
    #[serde(default, deserialize_with = "optional_number")]
    pub minimum: Option<Decimal>,
    /// The most points, or `"unlimited"`. A level that a table leaves out does not have this criterion.
    pub maximum: PerLevel,
    /// What a point of it is worth in the group or the criterion that it stands below.
    #[serde(default = "one", deserialize_with = "number")]
    pub weight: Decimal,
    /// Whether its points are its own although criteria stand below it, which then add nothing.
    #[serde(default)]
    pub own_points: bool,
    /// Whether no more than its maximum counts, whatever the criteria that it adds up come to.
    #[serde(default)]
    pub cap: SumCap,
    /// Whether what its figures give counts, and the claim is only held against it.
    #[serde(default)]
    pub by_figures: bool,
    /// Whether a blank score is 0: bonus and penalty that most units leave blank. Without it a blank is open.
    #[serde(default)]
    pub blank_is_zero: bool,
    /// How its score follows from its figures.
    pub rule: ScoringRule,
    /// The raw numbers behind it.
    #[serde(default)]
    pub figures: Vec<FigureSpec>,
}

fn one() -> Decimal {
    Decimal::ONE
}

impl Scheme {
    /// The words that it adds.
    pub fn vocabulary(&self) -> FileWords<'_> {
        FileWords {
            columns: &self.columns,
            rows: &self.rows,
            cover: &self.cover,
        }
    }

    /// Every ratio that a criterion or a statistic rests on: numerator and denominator, each pair once.
    pub fn ratios(&self) -> impl Iterator<Item = (&FigureId, &FigureId)> {
        let of_criteria = self.criteria.iter().filter_map(|one| one.rule.ratio());
        let of_statistics = self.statistics.iter().filter_map(|one| one.formula.ratio());
        let all: IndexSet<_> = of_criteria.chain(of_statistics).collect();
        all.into_iter()
    }

    /// The level of an id.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// What the groups inside the total add up to on a level.
    pub fn total_at(&self, level: &LevelId) -> Decimal {
        let own = self.level(level).and_then(|level| level.total_maximum);
        own.unwrap_or(self.total_maximum)
    }

    /// What the groups inside the total add up to on each level.
    pub fn totals(&self) -> impl Iterator<Item = Decimal> {
        let own = self.levels.iter().map(|level| level.total_maximum);
        own.map(|own| own.unwrap_or(self.total_maximum))
    }

    /// The group of an id.
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The criterion of an id.
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == *id)
    }

    /// The criterion and the figure of a figure's id.
    pub fn figure(&self, id: &FigureId) -> Option<(&Criterion, &FigureSpec)> {
        self.criteria.iter().find_map(|criterion| {
            criterion
                .figures
                .iter()
                .find(|figure| figure.id == *id)
                .map(|figure| (criterion, figure))
        })
    }

    /// What can be chosen in a figure: the options of the rule that asks for it, whichever criterion it stands under.
    pub fn options(&self, figure: &FigureId) -> &[ChoiceOption] {
        let mut choices = self.criteria.iter().filter_map(|one| one.rule.choice());
        let asked = choices.find(|(asked, _)| *asked == figure);
        asked.map_or(&[], |(_, options)| options)
    }

    /// The maxima of a criterion, on the levels that have it.
    pub fn maxima_of<'s>(&'s self, criterion: &'s Criterion) -> impl Iterator<Item = Most> + 's {
        let levels = self.levels.iter();
        levels.filter_map(|level| criterion.maximum_at(&level.id))
    }

    /// The criteria of a group that carry points, in order: those without criteria below them.
    pub fn scored<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = &'a Criterion> {
        self.criteria.iter().filter(move |criterion| {
            criterion.group_code() == group.0 && !criterion.rule.combines()
        })
    }

    /// The criteria below a criterion that carry points.
    pub fn scored_below<'a>(
        &'a self,
        above: &'a CriterionId,
    ) -> impl Iterator<Item = &'a Criterion> {
        self.criteria.iter().filter(move |criterion| {
            let below = criterion
                .id
                .0
                .strip_prefix(above.0.as_str())
                .is_some_and(|rest| rest.starts_with('.'));
            below && !criterion.rule.combines()
        })
    }
}

impl Group {
    /// The most points on a level. Zero for a level the scheme does not have.
    pub fn maximum_at(&self, level: &LevelId) -> Most {
        self.maximum.at(level).unwrap_or_default()
    }

    /// The short name, or the full one.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

impl Criterion {
    /// The id of the group it belongs to.
    pub fn group(&self) -> GroupId {
        GroupId::from(self.group_code())
    }

    /// As [`Criterion::group`], without a copy.
    pub fn group_code(&self) -> &str {
        let code = &self.id.0;
        let dot = memchr(b'.', code.as_bytes());
        dot.and_then(|dot| code.get(..dot)).unwrap_or(code)
    }

    /// The most points on a level; `None` where the level does not have this criterion.
    pub fn maximum_at(&self, level: &LevelId) -> Option<Most> {
        self.maximum.at(level)
    }

    /// The fewest points.
    pub fn minimum(&self) -> Points {
        Points(self.minimum.unwrap_or_default())
    }

    /// Code and text, as findings name it.
    pub fn label(&self) -> String {
        format!("{} ({})", self.id, self.name)
    }
}

/// Maxima of every level, for headings.
pub fn maxima(scheme: &Scheme, maximum: &PerLevel) -> IndexMap<LevelId, Most> {
    let of = |level: &Level| {
        let most = maximum.at(&level.id)?;
        Some((level.id.clone(), most))
    };
    scheme.levels.iter().filter_map(of).collect()
}
