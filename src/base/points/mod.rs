//! Points: exact decimals, so that sums, limits and ties are exact.
//!
//! In: decimals read from cells or schemes. Out: sums, rounded values, numbers as people write them.
//!
//! Points are added and taken from each other, nothing else, so their size only grows with how many there are. Each is made
//! of a [`Decimal`], at most 10²¹ in size, and there is room for 7.9 × 10²⁸: sums and differences of 79 million of the largest
//! fit. What is added up is bounded far below: scores, maxima and stated sums are at most 10¹² ([`Decimal::is_readable`], also in
//! reports and workbooks that are read again), a scheme or a report has at most 5,000 groups and criteria, a level 50,000 units,
//! and a file a million cells and so findings, each of which shifts a total by at most 10²¹. All other reckoning is checked.

#![deny(clippy::arithmetic_side_effects)]

mod decimal;
mod most;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use crate::base::points::decimal::{Decimal, NotDecimal, RoundingMode};
pub use crate::base::points::most::Most;

/// A number of points: exact, may be negative (a penalty).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Points(pub Decimal);

impl Points {
    /// No points.
    pub const ZERO: Points = Points(Decimal::ZERO);

    /// Rounded half away from zero, as Excel's ROUND does.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Self {
        Points(round_half_away(self.0, decimals))
    }

    /// The nearest binary number, for a cell of a workbook.
    pub fn to_f64(self) -> f64 {
        self.0.to_f64()
    }

    /// The product with a factor, where it is within the limit of numbers.
    pub fn checked_mul(self, factor: Decimal) -> Option<Self> {
        self.0.checked_mul(factor).map(Points)
    }

    /// Whether there are none.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// How far from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Points(self.0.abs())
    }
}

impl fmt::Display for Points {
    /// With a decimal point and no trailing zeros: `849.9`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.normalize(), f)
    }
}

impl FromStr for Points {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str(text).map(Points)
    }
}

impl From<i64> for Points {
    fn from(value: i64) -> Self {
        Points(Decimal::from(value))
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0.linear_sum(other.0))
    }
}

impl Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0.linear_difference(other.0))
    }
}

impl Neg for Points {
    type Output = Points;
    // The sign is a bit of its own: nothing can overflow.
    #[allow(clippy::arithmetic_side_effects)]
    fn neg(self) -> Points {
        Points(-self.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(parts: I) -> Points {
        parts.fold(Points::ZERO, Add::add)
    }
}

/// A part in percent of a whole, not rounded. `None` for a whole of 0 and for numbers beyond the limit.
pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Rounds half away from zero to a number of decimals, as Excel's ROUND does.
pub fn round_half_away(value: Decimal, decimals: u32) -> Decimal {
    value.rounded(decimals, RoundingMode::HalfAwayFromZero)
}

/// The nearest binary number.
pub fn to_f64(value: Decimal) -> f64 {
    value.to_f64()
}

/// The decimal that a stored binary number stands for: its first 15 significant digits, which is what Excel shows and what
/// was typed (332.70000000000005 is 332.7). `None` for a number that is not finite or beyond the limit of numbers.
pub fn from_f64(value: f64) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    short(value)
        .or_else(|| Decimal::from_scientific(&format!("{value:.14e}")).map(Decimal::normalize))
}

/// Whether a stored binary number is the nearest one to the decimal it stands for, without noise behind the 15th digit.
pub fn is_exact(stored: f64, value: Decimal) -> bool {
    short(stored).is_some()
        || value
            .to_string()
            .parse::<f64>()
            .is_ok_and(|clean| clean.to_bits() == stored.to_bits())
}

/// At once the decimal of a number with up to four decimals and 15 digits in all, as nearly all are; a decimal of so many
/// digits comes back whole from the binary number nearest to it.
fn short(value: f64) -> Option<Decimal> {
    [1.0, 1e1, 1e2, 1e3, 1e4]
        .iter()
        .zip(0..)
        .find_map(|(scale, decimals)| {
            // Adding 0 leaves no negative zero, which is noise.
            let scaled = (value * scale).round() + 0.0;
            let is_short = scaled.abs() < 1e15 && (scaled / scale).to_bits() == value.to_bits();
            is_short.then(|| Decimal::new(scaled as i64, decimals))
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_as_many_as_can_be_are_exact() {
        // 2²⁶, more than 67 million, of the largest number that there is.
        let sum = (0..26).fold(Points(Decimal::LIMIT), |sum, _| sum + sum);
        assert_eq!(sum.to_string(), "67108864000000000000000000000");
        assert_eq!((Points::ZERO - sum) + sum, Points::ZERO);
    }

    #[test]
    fn the_short_way_and_the_long_way_agree() {
        let long = |value: f64| {
            let decimal = Decimal::from_scientific(&format!("{value:.14e}")).unwrap();
            decimal.normalize()
        };
        for number in -300_000..300_000 {
            for value in [f64::from(number) / 1e4, f64::from(number) * 977.13] {
                assert_eq!(from_f64(value).unwrap(), long(value), "{value}");
            }
        }
        for (value, exact) in [
            (332.7, true),
            (332.700_000_000_000_05, false),
            (-0.0, false),
        ] {
            let decimal = from_f64(value).unwrap();
            assert_eq!((decimal, is_exact(value, decimal)), (long(value), exact));
        }
    }
}
