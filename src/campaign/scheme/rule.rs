//! Scoring rules: how the score of a criterion follows from its figures. `score` computes them.
//!
//! A new rule type is a variant here, its computation in `score/rule.rs` and its checks in `scheme/check.rs`.

use serde::Deserialize;

use crate::base::ids::FigureId;
use crate::base::points::Decimal;
use crate::campaign::scheme::number::number;

/// How a score follows from figures.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ScoringRule {
    /// The unit declares points; nothing to compute.
    Declared {},
    /// The maximum if every figure says yes, or is a number above zero; else nothing.
    YesNo {
        /// Those figures.
        figures: Vec<FigureId>,
    },
    /// Numerator / denominator x maximum.
    Ratio {
        /// The part.
        numerator: FigureId,
        /// The whole.
        denominator: FigureId,
    },
    /// The points of the first tier that the value reaches, nothing below the last.
    Tiers {
        /// The value compared.
        value: Measure,
        /// Highest first.
        tiers: Vec<Tier>,
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
    /// Value / the level's best value x maximum.
    BestOfLevel {
        /// The value compared.
        value: Measure,
    },
    /// The sum of the criteria below.
    Sum {},
}

/// A value: a figure as it is, or one figure in percent of another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// A figure as it is.
    #[serde(default)]
    pub figure: Option<FigureId>,
    /// The numerator of a ratio in percent.
    #[serde(default)]
    pub ratio: Option<FigureId>,
    /// Its denominator.
    #[serde(default)]
    pub of: Option<FigureId>,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// The lowest value that reaches it; in percent where the value is a ratio.
    #[serde(deserialize_with = "number")]
    pub from: Decimal,
    /// Its points.
    #[serde(deserialize_with = "number")]
    pub points: Decimal,
}

/// Something counted.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The figure that counts it.
    pub figure: FigureId,
    /// Points for every full `per` of them.
    #[serde(deserialize_with = "number")]
    pub points: Decimal,
    /// How many make one, 1 unless said otherwise.
    #[serde(default = "one", deserialize_with = "number")]
    pub per: Decimal,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Its name in the form.
    pub name: String,
    /// Other names in use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its points.
    #[serde(deserialize_with = "number")]
    pub points: Decimal,
}

fn one() -> Decimal {
    Decimal::ONE
}

impl Measure {
    /// The figures it needs.
    pub fn figures(&self) -> impl Iterator<Item = &FigureId> {
        self.figure.iter().chain(&self.ratio).chain(&self.of)
    }
}

impl ScoringRule {
    /// The figures it needs, in order.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            ScoringRule::Declared {} | ScoringRule::Sum {} => Vec::new(),
            ScoringRule::YesNo { figures } => figures.iter().collect(),
            ScoringRule::Ratio {
                numerator,
                denominator,
            } => vec![numerator, denominator],
            ScoringRule::Tiers { value, .. } | ScoringRule::BestOfLevel { value } => {
                value.figures().collect()
            }
            ScoringRule::PerItem { items } => items.iter().map(|item| &item.figure).collect(),
            ScoringRule::Choice { figure, .. } => vec![figure],
        }
    }

    /// The ratio it rests on: numerator and denominator.
    pub fn ratio(&self) -> Option<(&FigureId, &FigureId)> {
        match self {
            ScoringRule::Ratio {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            ScoringRule::Tiers { value, .. } | ScoringRule::BestOfLevel { value } => {
                value.ratio.as_ref().zip(value.of.as_ref())
            }
            _ => None,
        }
    }
}
