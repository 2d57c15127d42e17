//! The ways in which the points of what stands below a row come together in it.
//!
//! In: points with their weights. Out: what they come to, and the rule that says so. Not for: which way forms mean (`parents`).

use crate::base::points::{Decimal, Points};

/// How points come together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PartsTogether {
    /// They are added up.
    #[default]
    Sum,
    /// Their mean.
    Mean,
    /// The mean of those that are not blank.
    MeanOfScored,
    /// The best of them.
    Best,
    /// The weakest of them.
    Weakest,
}

/// How the points of a row come together, and how many of so many forms say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ProvedParts {
    pub(super) way: PartsTogether,
    pub(super) agree: usize,
    pub(super) of: usize,
    /// Whether the totals of the forms say so, and not the row itself.
    pub(super) by_totals: bool,
    /// The forms that pass over what is blank, where rules count it as 0.
    pub(super) blanks: Option<BlanksPassed>,
}

/// Forms that come to what they say where they pass over what is blank, and not where that is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BlanksPassed {
    /// How many.
    pub(super) count: usize,
    /// One of them: the form, what it says, and what it comes to with each blank as 0.
    pub(super) place: usize,
    pub(super) own: Points,
    pub(super) counted: Points,
}

impl PartsTogether {
    /// What parts come to, each with its weight.
    pub(super) fn come_to(self, parts: &[(Decimal, Points)]) -> Option<Points> {
        let weighed = || {
            let all = parts.iter();
            all.map(|(weight, points)| points.checked_mul(*weight).unwrap_or(*points))
        };
        match self {
            _ if parts.is_empty() => None,
            PartsTogether::Sum => Some(weighed().sum()),
            PartsTogether::Mean | PartsTogether::MeanOfScored => {
                let weights: Points = parts.iter().map(|(weight, _)| Points(*weight)).sum();
                let sum: Points = weighed().sum();
                sum.0.checked_div(weights.0).map(Points)
            }
            PartsTogether::Best => weighed().max(),
            PartsTogether::Weakest => weighed().min(),
        }
    }

    /// The type of the rule by which a criterion takes its points from those below it.
    pub(super) fn rule(self) -> &'static str {
        match self {
            PartsTogether::Sum => "sum",
            PartsTogether::Mean => "mean",
            PartsTogether::MeanOfScored => "mean_of_scored",
            PartsTogether::Best => "maximum",
            PartsTogether::Weakest => "minimum",
        }
    }
}
