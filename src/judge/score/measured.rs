//! Values that a rule compares.
//!
//! In: a measure and the figures of one unit. Out: the value with its terms. Not for: what it gives.

use serde::Serialize;

use crate::base::points::{Decimal, percent_of};
use crate::campaign::scheme::Measure;
use crate::judge::score::figures::{Figures, sensible};

/// A value that a rule compares.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedValue {
    /// The figure, or the part of a percentage.
    pub part: Option<Decimal>,
    /// The whole of a percentage; `None` where the value is a figure as it is.
    pub whole: Option<Option<Decimal>>,
    /// What they come to, before rounding.
    pub result: Option<Decimal>,
}

impl ComparedValue {
    /// A measure with the figures of a unit.
    pub fn new(measure: &Measure, figures: &impl Figures) -> Self {
        match measure {
            Measure::Figure(figure) => {
                let part = figures.number(figure);
                ComparedValue {
                    part,
                    whole: None,
                    result: part,
                }
            }
            Measure::Percent(part, whole) => {
                let (part, whole) = (figures.number(part), figures.number(whole));
                ComparedValue {
                    part,
                    whole: Some(whole),
                    result: sensible(part, whole).and_then(|(part, whole)| percent_of(part, whole)),
                }
            }
        }
    }
}
