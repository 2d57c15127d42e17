//! Scoring rules: how the score of a criterion follows from its figures. `judge::score` evaluates them.
//!
//! In: a rule of a `scheme.toml`, or of a report. Out: the rule, and what others ask of any rule. Not for: computing.
//!
//! A new rule type is a variant here, its evaluation in `judge/score/rule.rs`, what must hold for it in `check_rule.rs` and
//! its words in `app/cli/rule.rs`; the compiler says where it is missing.

#![deny(clippy::wildcard_enum_match_arm)]

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::ids::{FigureId, LevelId};
use crate::base::points::{Decimal, Points};
use crate::campaign::definition::AMBIGUOUS;
use crate::campaign::scheme::number::number_or_text;

/// How the score of a criterion follows from figures. A report writes it shorter than a scheme: tiers and options as pairs,
/// numbers as text; both are read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ScoringRule {
    /// The unit declares points; nothing to compute.
    Declared {},
    /// The maximum if every figure says yes, or is a number above zero; else nothing.
    YesNo {
        /// Those figures.
        figures: Vec<FigureId>,
    },
    /// Part / whole x maximum.
    Ratio {
        /// The part.
        #[serde(rename(deserialize = "numerator"), alias = "part")]
        part: FigureId,
        /// The whole.
        #[serde(rename(deserialize = "denominator"), alias = "whole")]
        whole: FigureId,
    },
    /// The points of the first tier that the value reaches, nothing below the last.
    Tiers {
        /// The value compared.
        value: Measure,
        /// Highest first.
        tiers: Vec<Tier>,
    },
    /// The points on a line between two points or through several, the first's below them, the last's above. Without any: a figure
    /// in percent x maximum.
    Linear {
        /// The value compared.
        value: Measure,
        /// Lowest first.
        #[serde(default)]
        between: Vec<Tier>,
    },
    /// Points for each of a number of things, up to the maximum.
    PerItem {
        /// What is counted.
        items: Vec<Item>,
    },
    /// The points of the option chosen.
    Choice {
        /// The figure that holds the choice.
        figure: FigureId,
        /// The options.
        options: Vec<ChoiceOption>,
    },
    /// The points of the option whose row below the criterion is ticked, or whose points are written down.
    Options {
        /// The options, in the order of the form.
        options: Vec<ChoiceOption>,
    },
    /// Value / the level's best value x maximum.
    BestOfLevel {
        /// The value compared.
        value: Measure,
        /// The best value of each level: a result, which no scheme gives.
        #[serde(default)]
        best: IndexMap<LevelId, Decimal>,
    },
    /// The sum of the criteria below.
    Sum {},
}

/// A value that a rule compares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", try_from = "WrittenMeasure")]
pub enum Measure {
    /// A figure as it is.
    Figure(FigureId),
    /// One figure in percent of another: part, whole.
    Percent(FigureId, FigureId),
}

/// A measure as it is written: `ratio` and `of` in a scheme, `percent` in a report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMeasure {
    figure: Option<FigureId>,
    ratio: Option<FigureId>,
    of: Option<FigureId>,
    percent: Option<(FigureId, FigureId)>,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, into = "(Decimal, Decimal)")]
pub struct Tier {
    /// The lowest value that reaches it; in percent where the value is a ratio.
    #[serde(deserialize_with = "number_or_text")]
    pub from: Decimal,
    /// Its points.
    #[serde(deserialize_with = "number_or_text")]
    pub points: Decimal,
}

/// Something counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The figure that counts it.
    pub figure: FigureId,
    /// Points for every full `per` of them.
    #[serde(deserialize_with = "number_or_text")]
    pub points: Decimal,
    /// How many make one, 1 unless said otherwise.
    #[serde(default = "one", deserialize_with = "number_or_text")]
    pub per: Decimal,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, into = "(String, Decimal)")]
pub struct ChoiceOption {
    /// Its name in the form.
    pub name: String,
    /// Its points.
    #[serde(deserialize_with = "number_or_text")]
    pub points: Decimal,
    /// Other names in use, which a report leaves out.
    #[serde(default)]
    pub aliases: Vec<String>,
}

fn one() -> Decimal {
    Decimal::ONE
}

impl TryFrom<WrittenMeasure> for Measure {
    type Error = &'static str;

    fn try_from(written: WrittenMeasure) -> Result<Self, &'static str> {
        match written {
            WrittenMeasure {
                figure: Some(figure),
                ratio: None,
                of: None,
                percent: None,
            } => Ok(Measure::Figure(figure)),
            WrittenMeasure {
                figure: None,
                ratio: Some(part),
                of: Some(whole),
                percent: None,
            }
            | WrittenMeasure {
                figure: None,
                ratio: None,
                of: None,
                percent: Some((part, whole)),
            } => Ok(Measure::Percent(part, whole)),
            WrittenMeasure { .. } => Err(AMBIGUOUS),
        }
    }
}

impl From<Tier> for (Decimal, Decimal) {
    fn from(tier: Tier) -> Self {
        (tier.from, tier.points)
    }
}

impl From<ChoiceOption> for (String, Decimal) {
    fn from(option: ChoiceOption) -> Self {
        (option.name, option.points)
    }
}

impl Measure {
    /// The figures it needs.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            Measure::Figure(figure) => vec![figure],
            Measure::Percent(part, whole) => vec![part, whole],
        }
    }
}

impl Default for ScoringRule {
    fn default() -> Self {
        ScoringRule::Declared {}
    }
}

impl ScoringRule {
    /// The figures it needs, in order.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            ScoringRule::Declared {} | ScoringRule::Options { .. } | ScoringRule::Sum {} => {
                Vec::new()
            }
            ScoringRule::YesNo { figures } => figures.iter().collect(),
            ScoringRule::Ratio { part, whole } => vec![part, whole],
            ScoringRule::Tiers { value, .. }
            | ScoringRule::Linear { value, .. }
            | ScoringRule::BestOfLevel { value, .. } => value.figures(),
            ScoringRule::PerItem { items } => items.iter().map(|item| &item.figure).collect(),
            ScoringRule::Choice { figure, .. } => vec![figure],
        }
    }

    /// The ratio it rests on: part and whole.
    pub fn ratio(&self) -> Option<(&FigureId, &FigureId)> {
        match self {
            ScoringRule::Ratio { part, whole } => Some((part, whole)),
            ScoringRule::Tiers { value, .. }
            | ScoringRule::Linear { value, .. }
            | ScoringRule::BestOfLevel { value, .. } => match value {
                Measure::Percent(part, whole) => Some((part, whole)),
                Measure::Figure(_) => None,
            },
            ScoringRule::Declared {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::Sum {} => None,
        }
    }

    /// Whether the score adds up the criteria below, so that the criterion itself carries no points.
    pub fn is_sum(&self) -> bool {
        *self == ScoringRule::Sum {}
    }

    /// Whether figures give a score.
    pub fn is_computed(&self) -> bool {
        match self {
            ScoringRule::Declared {} | ScoringRule::Options { .. } | ScoringRule::Sum {} => false,
            ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::BestOfLevel { .. } => true,
        }
    }

    /// All points that it can give, best first; `None` where it gives anything between two of them.
    pub fn steps(&self, maximum: Points) -> Option<Vec<Decimal>> {
        match self {
            ScoringRule::YesNo { .. } => Some(vec![maximum.0, Decimal::ZERO]),
            ScoringRule::Tiers { tiers, .. } => {
                let points = tiers.iter().map(|tier| tier.points);
                Some(points.chain([Decimal::ZERO]).collect())
            }
            ScoringRule::Choice { options, .. } | ScoringRule::Options { options } => {
                Some(options.iter().map(|option| option.points).collect())
            }
            ScoringRule::Declared {}
            | ScoringRule::Ratio { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::BestOfLevel { .. }
            | ScoringRule::Sum {} => None,
        }
    }

    /// The figure in which one of its options is chosen.
    pub fn choice(&self) -> Option<(&FigureId, &[ChoiceOption])> {
        match self {
            ScoringRule::Choice { figure, options } => Some((figure, options)),
            ScoringRule::Declared {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::BestOfLevel { .. }
            | ScoringRule::Sum {} => None,
        }
    }

    /// The options that have rows of their own below the criterion, in the order of the form.
    pub fn option_rows(&self) -> &[ChoiceOption] {
        match self {
            ScoringRule::Options { options } => options,
            ScoringRule::Declared {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::BestOfLevel { .. }
            | ScoringRule::Sum {} => &[],
        }
    }

    /// The value whose best on each level the score is measured by.
    pub fn compared(&self) -> Option<&Measure> {
        match self {
            ScoringRule::BestOfLevel { value, .. } => Some(value),
            ScoringRule::Declared {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::Sum {} => None,
        }
    }

    /// Notes the best value of each level, where the score is measured by it.
    pub fn set_best(&mut self, of: impl FnOnce(&Measure) -> IndexMap<LevelId, Decimal>) {
        if let ScoringRule::BestOfLevel { value, best } = self {
            *best = of(value);
        }
    }

    /// The rule as a report holds it, without what only the reading of forms needs.
    #[must_use]
    pub fn without_aliases(mut self) -> Self {
        if let ScoringRule::Choice { options, .. } | ScoringRule::Options { options } = &mut self {
            for option in options {
                option.aliases.clear();
            }
        }
        self
    }
}
