//! Statistics as a scheme defines them. `statistics` computes them.

use serde::Deserialize;

use crate::base::ids::{FigureId, GroupId, LevelId};

/// A section of the decision's text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub name: String,
}

/// A statistic.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatisticSpec {
    /// Its id.
    pub id: String,
    /// The section it belongs to.
    pub section: String,
    /// Its name.
    pub name: String,
    /// Its unit of measure, where it is a number of something.
    #[serde(default)]
    pub unit: Option<String>,
    /// The level it is about; all levels without one.
    #[serde(default)]
    pub level: Option<LevelId>,
    /// Whether it stands on the overview.
    #[serde(default)]
    pub headline: bool,
    /// How it is computed.
    pub formula: Formula,
}

/// How a statistic is computed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Formula {
    /// The sum of these figures over the units.
    Sum {
        /// Those figures.
        figures: Vec<FigureId>,
    },
    /// The sum of one figure in percent of the sum of another.
    Ratio {
        /// The part.
        numerator: FigureId,
        /// The whole.
        denominator: FigureId,
    },
    /// Units that say yes to all of these, in percent of those that answered.
    ShareYes {
        /// Those figures.
        figures: Vec<FigureId>,
    },
    /// The units whose score of a group is its maximum.
    UnitsAtMaximum {
        /// That group.
        group: GroupId,
    },
    /// A figure that the campaign gives under the statistic's id.
    Given {},
}

impl Formula {
    /// The ratio it is: numerator and denominator.
    pub fn ratio(&self) -> Option<(&FigureId, &FigureId)> {
        match self {
            Formula::Ratio {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            _ => None,
        }
    }

    /// The figures it needs.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            Formula::Sum { figures } | Formula::ShareYes { figures } => figures.iter().collect(),
            Formula::Ratio {
                numerator,
                denominator,
            } => vec![numerator, denominator],
            Formula::UnitsAtMaximum { .. } | Formula::Given {} => Vec::new(),
        }
    }
}
