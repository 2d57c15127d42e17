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
use crate::campaign::scheme::parts::{ChoiceOption, CountedItem, Measure, Tier};

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
        items: Vec<CountedItem>,
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
    /// The province gives each unit its points, of its own or by a survey; the campaign holds them.
    Given {},
    /// The sum of the criteria below, each by its weight.
    Sum {},
    /// The points of the best of the criteria below.
    Maximum {},
    /// The points of the weakest of the criteria below.
    Minimum {},
    /// The mean of the criteria below, each by its weight.
    Mean {},
}

/// How the points of a criterion come from those of the criteria below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Combined {
    /// All of them are added up.
    Sum,
    /// Only the best counts.
    Maximum,
    /// Only the weakest counts.
    Minimum,
    /// Their mean counts.
    Mean,
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
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::Options { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => Vec::new(),
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
            | ScoringRule::Given {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => None,
        }
    }

    /// How the score comes from the criteria below, where it does, so that the criterion itself carries no points.
    pub fn combines(&self) -> Option<Combined> {
        match self {
            ScoringRule::Sum {} => Some(Combined::Sum),
            ScoringRule::Maximum {} => Some(Combined::Maximum),
            ScoringRule::Minimum {} => Some(Combined::Minimum),
            ScoringRule::Mean {} => Some(Combined::Mean),
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::BestOfLevel { .. } => None,
        }
    }

    /// Whether the province gives the points, and no form has to.
    pub fn is_given(&self) -> bool {
        *self == ScoringRule::Given {}
    }

    /// Whether figures give a score.
    pub fn is_computed(&self) -> bool {
        match self {
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::Options { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => false,
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
            | ScoringRule::Given {}
            | ScoringRule::Ratio { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::BestOfLevel { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => None,
        }
    }

    /// The figure in which one of its options is chosen.
    pub fn choice(&self) -> Option<(&FigureId, &[ChoiceOption])> {
        match self {
            ScoringRule::Choice { figure, options } => Some((figure, options)),
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::BestOfLevel { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => None,
        }
    }

    /// The options that have rows of their own below the criterion, in the order of the form.
    pub fn option_rows(&self) -> &[ChoiceOption] {
        match self {
            ScoringRule::Options { options } => options,
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::BestOfLevel { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => &[],
        }
    }

    /// The value whose best on each level the score is measured by.
    pub fn compared(&self) -> Option<&Measure> {
        match self {
            ScoringRule::BestOfLevel { value, .. } => Some(value),
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::YesNo { .. }
            | ScoringRule::Ratio { .. }
            | ScoringRule::Tiers { .. }
            | ScoringRule::Linear { .. }
            | ScoringRule::PerItem { .. }
            | ScoringRule::Choice { .. }
            | ScoringRule::Options { .. }
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {} => None,
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
