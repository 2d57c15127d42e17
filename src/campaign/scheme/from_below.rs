//! How the points of criteria come together in the one above them.
//!
//! In: points, each with its weight. Out: what they come to. Not for: which rule asks for what.

use crate::base::points::{Decimal, Points};

/// How points of criteria below come together.
pub(super) struct FromBelow {
    /// What they come to, each with its weight.
    pub(super) come_to: fn(&[(Decimal, Points)]) -> Option<Points>,
    /// Which one counts, where only one does.
    pub(super) picks: Option<Pick>,
    /// Whether they are divided by their weights.
    pub(super) is_mean: bool,
    /// Whether what is blank is left out.
    pub(super) leaves_blanks: bool,
}

impl FromBelow {
    /// All of them count.
    pub(super) fn all(come_to: fn(&[(Decimal, Points)]) -> Option<Points>) -> Self {
        FromBelow {
            come_to,
            picks: None,
            is_mean: false,
            leaves_blanks: false,
        }
    }
}

/// Which one of several counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The best.
    Best,
    /// The weakest.
    Weakest,
}

/// Points by a weight. Both are so small that there always is a product.
pub fn times(points: Points, weight: Decimal) -> Points {
    points.checked_mul(weight).unwrap_or(points)
}

/// Points by their weights.
pub(super) fn weighed(below: &[(Decimal, Points)]) -> impl Iterator<Item = Points> {
    below.iter().map(|(weight, points)| times(*points, *weight))
}

/// Their sum; `None` where there are none.
pub(super) fn sum(below: &[(Decimal, Points)]) -> Option<Points> {
    (!below.is_empty()).then(|| weighed(below).sum())
}

/// Their sum, divided by the weights.
pub(super) fn mean(below: &[(Decimal, Points)]) -> Option<Points> {
    let weights: Points = below.iter().map(|(weight, _)| Points(*weight)).sum();
    sum(below)?.0.checked_div(weights.0).map(Points)
}
