//! Scoring rules as a report holds them, so that a score can be explained without the scheme.
//!
//! In: a criterion of the scheme and the best values. Out: the rule with its figures and numbers. Not for: computing.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::ids::{FigureId, LevelId};
use crate::base::points::Decimal;
use crate::campaign::scheme::{Criterion, Measure, ScoringRule};
use crate::judge::score::BestValues;

/// How the score of a criterion follows from figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RuleFacts {
    /// The unit declares its points.
    #[default]
    Declared,
    /// The maximum if every figure says yes, else nothing.
    YesNo {
        /// Those figures.
        figures: Vec<FigureId>,
    },
    /// Part / whole x maximum.
    Ratio {
        /// The part.
        part: FigureId,
        /// The whole.
        whole: FigureId,
    },
    /// The points of the first tier that the value reaches.
    Tiers {
        /// The value compared.
        value: MeasureFacts,
        /// Where each tier begins, and its points; highest first.
        tiers: Vec<(Decimal, Decimal)>,
    },
    /// Points for each of a number of things, up to the maximum.
    PerItem {
        /// What is counted.
        items: Vec<ItemFacts>,
    },
    /// The points of the option chosen.
    Choice {
        /// The figure that holds the choice.
        figure: FigureId,
        /// The options and their points.
        options: Vec<(String, Decimal)>,
    },
    /// Value / the level's best value x maximum.
    BestOfLevel {
        /// The value compared.
        value: MeasureFacts,
        /// The best value of each level.
        best: IndexMap<LevelId, Decimal>,
    },
}

/// A value that a rule compares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureFacts {
    /// A figure as it is.
    Figure(FigureId),
    /// One figure in percent of another: part, whole.
    Percent(FigureId, FigureId),
}

/// Something that a rule counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemFacts {
    /// The figure that counts it.
    pub figure: FigureId,
    /// Points for every full `per` of them.
    pub points: Decimal,
    /// How many make one.
    pub per: Decimal,
}

impl RuleFacts {
    /// The rule of a criterion.
    pub fn new(criterion: &Criterion, best: &IndexMap<LevelId, BestValues>) -> Self {
        match &criterion.rule {
            ScoringRule::Declared {} | ScoringRule::Sum {} => RuleFacts::Declared,
            ScoringRule::YesNo { figures } => RuleFacts::YesNo {
                figures: figures.clone(),
            },
            ScoringRule::Ratio {
                numerator,
                denominator,
            } => RuleFacts::Ratio {
                part: numerator.clone(),
                whole: denominator.clone(),
            },
            ScoringRule::Tiers { value, tiers } => RuleFacts::Tiers {
                value: MeasureFacts::new(value),
                tiers: tiers.iter().map(|tier| (tier.from, tier.points)).collect(),
            },
            ScoringRule::PerItem { items } => RuleFacts::PerItem {
                items: items.iter().map(ItemFacts::new).collect(),
            },
            ScoringRule::Choice { figure, options } => RuleFacts::Choice {
                figure: figure.clone(),
                options: options
                    .iter()
                    .map(|option| (option.name.clone(), option.points))
                    .collect(),
            },
            ScoringRule::BestOfLevel { value } => RuleFacts::BestOfLevel {
                value: MeasureFacts::new(value),
                best: best
                    .iter()
                    .filter_map(|(level, best)| Some((level.clone(), *best.get(&criterion.id)?)))
                    .collect(),
            },
        }
    }

    /// The figures it needs, in order.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            RuleFacts::Declared => Vec::new(),
            RuleFacts::YesNo { figures } => figures.iter().collect(),
            RuleFacts::Ratio { part, whole } => vec![part, whole],
            RuleFacts::Tiers { value, .. } | RuleFacts::BestOfLevel { value, .. } => {
                value.figures()
            }
            RuleFacts::PerItem { items } => items.iter().map(|item| &item.figure).collect(),
            RuleFacts::Choice { figure, .. } => vec![figure],
        }
    }
}

impl ItemFacts {
    fn new(item: &crate::campaign::scheme::Item) -> Self {
        ItemFacts {
            figure: item.figure.clone(),
            points: item.points,
            per: item.per,
        }
    }
}

impl MeasureFacts {
    fn new(measure: &Measure) -> Self {
        match (&measure.figure, &measure.ratio, &measure.of) {
            (None, Some(part), Some(whole)) => MeasureFacts::Percent(part.clone(), whole.clone()),
            (figure, _, _) => MeasureFacts::Figure(figure.clone().unwrap_or_default()),
        }
    }

    /// The figures it needs.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            MeasureFacts::Figure(figure) => vec![figure],
            MeasureFacts::Percent(part, whole) => vec![part, whole],
        }
    }
}
