//! The summary figures: sums, ratios of sums, shares of units, lists of units.
//!
//! In: the figures of all units of a level and a formula of the scheme. Out: each number with numerator, denominator and
//! coverage. Not for: wording.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::ids::{FigureId, LevelId, UnitId};

/// What a statistic comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Outcome {
    /// A sum over the units that gave all its figures.
    Sum {
        /// The sum.
        value: Decimal,
    },
    /// A ratio of sums, over the units that gave both figures.
    Ratio {
        /// The sum of the numerators.
        numerator: Decimal,
        /// The sum of the denominators.
        denominator: Decimal,
        /// The ratio in percent, rounded as the scheme says; `None` where the denominator is 0.
        percent: Option<Decimal>,
    },
    /// The share of units that say yes, of those that answered.
    Share {
        /// Units that say yes.
        yes: usize,
        /// Units that answered.
        answered: usize,
        /// The share in percent, rounded as the scheme says; `None` where nobody answered.
        percent: Option<Decimal>,
        /// Units that say no.
        no_units: Vec<UnitId>,
    },
    /// The units at the maximum of a group.
    Units {
        /// Those units, by level and rank.
        units: Vec<UnitId>,
    },
    /// A figure that the province holds itself.
    Given {
        /// The figure; `None` where the campaign does not give it.
        value: Option<Decimal>,
        /// Of how many, where that is given.
        of: Option<Decimal>,
    },
}

/// One statistic with its coverage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistic {
    /// Its id in the scheme.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The section of the decision it belongs to: id and name.
    pub section: (String, String),
    /// The unit of measure, if it has one.
    pub unit: Option<String>,
    /// Whether it stands on the overview.
    pub headline: bool,
    /// How it is computed, in the names of the figures: `Σ Số CBCC được trang bị máy tính ÷ Σ Tổng số cán bộ, công chức`.
    pub formula: String,
    /// What it comes to.
    pub outcome: Outcome,
    /// Units that are in it.
    pub covered: usize,
    /// Units that were expected to be in it.
    pub expected: usize,
    /// Units that are left out: missing ones and those whose figures are open.
    pub left_out: Vec<UnitId>,
    /// What it is computed from.
    #[serde(default)]
    pub basis: Basis,
}

/// What a statistic is computed from, so that a writer can write it as a formula over the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Basis {
    /// The level it is about. `None`: all of them.
    pub level: Option<LevelId>,
    /// The figures that are added up, divided, or answered with yes or no. Empty: not made from figures.
    pub figures: Vec<FigureId>,
    /// The figures that a ratio divides by.
    pub of: Vec<FigureId>,
}
