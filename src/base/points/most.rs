//! The most points that something can come to: so many, or without a limit.
//!
//! In: a maximum of a scheme, or what is added up of such. Out: sums and comparisons in which what has no limit stays so. Not for: points
//! that somebody has, of which there are always so many.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

use crate::base::points::{Decimal, Points};

/// An upper end: so many points, or none. What has no limit is above all points. A JSON has the points, or `"unlimited"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "WrittenMost", from = "WrittenMost")]
pub enum Most {
    /// So many.
    Points(Points),
    /// No limit.
    Unlimited,
}

/// As it is written.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WrittenMost {
    Points(Points),
    Word(NoLimit),
}

#[derive(Serialize, Deserialize)]
enum NoLimit {
    #[serde(rename = "unlimited")]
    Unlimited,
}

impl From<Most> for WrittenMost {
    fn from(most: Most) -> Self {
        match most {
            Most::Points(points) => WrittenMost::Points(points),
            Most::Unlimited => WrittenMost::Word(NoLimit::Unlimited),
        }
    }
}

impl From<WrittenMost> for Most {
    fn from(written: WrittenMost) -> Self {
        match written {
            WrittenMost::Points(points) => Most::Points(points),
            WrittenMost::Word(NoLimit::Unlimited) => Most::Unlimited,
        }
    }
}

impl Most {
    /// No points.
    pub const ZERO: Most = Most::Points(Points::ZERO);

    /// How many, where there is a limit.
    pub fn limit(self) -> Option<Points> {
        match self {
            Most::Points(points) => Some(points),
            Most::Unlimited => None,
        }
    }

    /// Whether there is no limit.
    pub fn is_unlimited(self) -> bool {
        self == Most::Unlimited
    }

    /// Whether nothing can be had.
    pub fn is_zero(self) -> bool {
        self == Points::ZERO
    }

    /// No more than so many points.
    #[must_use]
    pub fn at_most(self, cap: Points) -> Points {
        self.limit().map_or(cap, |points| points.min(cap))
    }

    /// By what a point is worth; of what is worth nothing there is nothing. Both are so small that there always is a product.
    #[must_use]
    pub fn times(self, weight: Decimal) -> Self {
        match self {
            Most::Points(points) => Most::Points(points.checked_mul(weight).unwrap_or(points)),
            Most::Unlimited if weight.is_zero() => Most::ZERO,
            Most::Unlimited => Most::Unlimited,
        }
    }

    /// Rounded as points are.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Self {
        self.map(|points| points.rounded(decimals))
    }

    /// Other points, where there is a limit.
    #[must_use]
    pub fn map(self, of: impl FnOnce(Points) -> Points) -> Self {
        self.limit()
            .map_or(Most::Unlimited, |points| Most::Points(of(points)))
    }
}

impl fmt::Display for Most {
    /// The points, or the word that a JSON has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Most::Points(points) => fmt::Display::fmt(points, f),
            Most::Unlimited => f.write_str("unlimited"),
        }
    }
}

impl Default for Most {
    fn default() -> Self {
        Most::ZERO
    }
}

impl From<Points> for Most {
    fn from(points: Points) -> Self {
        Most::Points(points)
    }
}

impl PartialEq<Points> for Most {
    fn eq(&self, other: &Points) -> bool {
        self.limit() == Some(*other)
    }
}

impl PartialEq<Most> for Points {
    fn eq(&self, other: &Most) -> bool {
        other == self
    }
}

impl PartialOrd<Points> for Most {
    fn partial_cmp(&self, other: &Points) -> Option<Ordering> {
        Some(self.cmp(&Most::Points(*other)))
    }
}

impl PartialOrd<Most> for Points {
    fn partial_cmp(&self, other: &Most) -> Option<Ordering> {
        Some(Most::Points(*self).cmp(other))
    }
}

impl Add for Most {
    type Output = Most;
    fn add(self, other: Most) -> Most {
        match (self, other) {
            (Most::Points(one), Most::Points(other)) => Most::Points(Add::add(one, other)),
            _ => Most::Unlimited,
        }
    }
}

impl Add<Points> for Most {
    type Output = Most;
    fn add(self, other: Points) -> Most {
        self.map(|points| Add::add(points, other))
    }
}

impl Sub<Points> for Most {
    type Output = Most;
    fn sub(self, other: Points) -> Most {
        self.map(|points| Sub::sub(points, other))
    }
}

impl Sum for Most {
    fn sum<I: Iterator<Item = Most>>(parts: I) -> Most {
        parts.fold(Most::ZERO, Add::add)
    }
}

impl Sum<Points> for Most {
    fn sum<I: Iterator<Item = Points>>(parts: I) -> Most {
        Most::Points(parts.sum())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn so_many(points: i64) -> Most {
        Most::Points(Points::from(points))
    }

    #[test]
    fn what_has_no_limit_is_above_all_points_and_stays_so() {
        let all = [so_many(3), Most::Unlimited, so_many(-5)];
        assert_eq!(all.into_iter().max(), Some(Most::Unlimited));
        assert_eq!(all.into_iter().min(), Some(so_many(-5)));
        assert_eq!(all.into_iter().sum::<Most>(), Most::Unlimited);
        assert_eq!(so_many(3) + so_many(-5), so_many(-2));
        assert_eq!(Most::Unlimited - Points::from(7), Most::Unlimited);
        assert!(Points(Decimal::LIMIT) < Most::Unlimited);
        assert_eq!(Most::Unlimited.at_most(Points::from(7)), Points::from(7));
        assert_eq!(Most::Unlimited.times(Decimal::ZERO), Most::ZERO);
        assert_eq!(Most::Unlimited.times(Decimal::TWO), Most::Unlimited);
    }

    #[test]
    fn it_is_written_as_points_or_as_a_word() {
        for (most, text) in [
            (so_many(40), r#""40""#),
            (Most::Unlimited, r#""unlimited""#),
        ] {
            assert_eq!(serde_json::to_string(&most).unwrap(), text);
            assert_eq!(serde_json::from_str::<Most>(text).unwrap(), most);
        }
        assert!(serde_json::from_str::<Most>(r#""without end""#).is_err());
    }
}
