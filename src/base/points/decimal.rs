//! The exact decimal that everything is reckoned with.
//!
//! In: digits from cells and files, and whole numbers. Out: sums, products and quotients that exist only where they can be
//! told, and never a panic. Not for: points, whose sums cannot leave the range at all (`points`).
//!
//! The representation holds 28 digits, to 7.9 × 10²⁸. No number is made beyond 10²¹ ([`Decimal::LIMIT`]), each operation says
//! whether it has a result, and there are no operators, so an unchecked operation cannot be written down.

use std::fmt;
use std::ops::Neg;
use std::str::FromStr;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal as Raw, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize};

/// An exact decimal number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Decimal(Raw);

/// A text is not a number, or one beyond [`Decimal::LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDecimal;

impl fmt::Display for NotDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number, or one beyond ±10^21")
    }
}

impl std::error::Error for NotDecimal {}

impl Decimal {
    /// 0.
    pub const ZERO: Decimal = Decimal(Raw::ZERO);
    /// 1.
    pub const ONE: Decimal = Decimal(Raw::ONE);
    /// 2.
    pub const TWO: Decimal = Decimal(Raw::TWO);
    /// 10.
    pub const TEN: Decimal = Decimal(Raw::TEN);
    /// 100.
    pub const ONE_HUNDRED: Decimal = Decimal(Raw::ONE_HUNDRED);
    /// 10¹²: the largest size of a number that a form, a definition or a published table can mean.
    pub const READABLE: Decimal = Decimal(Raw::from_parts(0xd4a5_1000, 0xe8, 0, false, 0));
    /// 10²¹: the largest size of a number at all. The sum of one readable number of each of 5,000 figures of 50,000 units is
    /// below it.
    pub const LIMIT: Decimal = Decimal(Raw::from_parts(0xdea0_0000, 0x35c9_adc5, 0x36, false, 0));

    /// `value` divided by ten `scale` times, at most 28. More decimals than a number can have are cut to 28.
    pub fn new(value: i64, scale: u32) -> Self {
        Decimal(Raw::try_new(value, scale.min(28)).unwrap_or_default())
    }

    /// A whole number, where a constant is needed.
    pub const fn whole(value: u32) -> Self {
        Decimal(Raw::from_parts(value, 0, 0, false, 0))
    }

    /// The number, where it is not beyond the limit.
    fn bounded(value: Option<Raw>) -> Option<Self> {
        value
            .map(Decimal)
            .filter(|value| value.abs() <= Decimal::LIMIT)
    }

    /// The number in digits with an exponent: `1.5E+3`. `None` for other texts, and beyond the limit.
    pub fn from_scientific(text: &str) -> Option<Self> {
        Decimal::bounded(Raw::from_scientific(text).ok())
    }

    /// Whether a form, a definition or a published table can mean it: at most 10¹² in size, and 0 or at least 10⁻¹⁰.
    pub fn is_readable(self) -> bool {
        let size = self.abs();
        size.is_zero() || (Decimal::new(1, 10)..=Decimal::READABLE).contains(&size)
    }

    /// The sum, where it is within the limit.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        Decimal::bounded(self.0.checked_add(other.0))
    }

    /// The difference, where it is within the limit.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        Decimal::bounded(self.0.checked_sub(other.0))
    }

    /// The product, where it is within the limit; to 28 decimals.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        Decimal::bounded(self.0.checked_mul(other.0))
    }

    /// The quotient, where there is one within the limit; to 28 digits.
    pub fn checked_div(self, other: Decimal) -> Option<Decimal> {
        Decimal::bounded(self.0.checked_div(other.0))
    }

    /// A hundredth, as a percentage is stored in a workbook; to 28 decimals.
    #[must_use]
    pub fn hundredth(self) -> Self {
        // A quotient smaller than its dividend always fits.
        Decimal(self.0.checked_div(Raw::ONE_HUNDRED).unwrap_or_default())
    }

    /// The sum of these, where it is within the limit.
    pub fn checked_sum(numbers: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
        numbers
            .into_iter()
            .try_fold(Decimal::ZERO, Decimal::checked_add)
    }

    /// The sum of what only [`super::Points`] are made of, which cannot leave the representation.
    pub(super) fn linear_sum(self, other: Decimal) -> Decimal {
        let sum = self.0.checked_add(other.0);
        debug_assert!(sum.is_some(), "points beyond the representation");
        Decimal(sum.unwrap_or(Raw::MAX))
    }

    /// The difference of such numbers, likewise.
    pub(super) fn linear_difference(self, other: Decimal) -> Decimal {
        let difference = self.0.checked_sub(other.0);
        debug_assert!(difference.is_some(), "points beyond the representation");
        Decimal(difference.unwrap_or(Raw::MIN))
    }

    /// How far from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Decimal(self.0.abs())
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(self) -> Self {
        Decimal(self.0.floor())
    }

    /// Its whole part.
    #[must_use]
    pub fn trunc(self) -> Self {
        Decimal(self.0.trunc())
    }

    /// Without zeros at the end.
    #[must_use]
    pub fn normalize(self) -> Self {
        Decimal(self.0.normalize())
    }

    /// Rounded to a number of decimals in one of the ways.
    #[must_use]
    pub fn rounded(self, decimals: u32, way: RoundingMode) -> Self {
        let strategy = match way {
            RoundingMode::HalfAwayFromZero => RoundingStrategy::MidpointAwayFromZero,
            RoundingMode::AwayFromZero => RoundingStrategy::AwayFromZero,
            RoundingMode::ToZero => RoundingStrategy::ToZero,
        };
        Decimal(self.0.round_dp_with_strategy(decimals, strategy))
    }

    /// How many decimals it is written with, at most 28.
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// Whether it has no part behind the decimal point.
    pub fn is_integer(self) -> bool {
        self.0.is_integer()
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is written with a minus.
    pub fn is_sign_negative(self) -> bool {
        self.0.is_sign_negative()
    }

    /// As a whole number, cut at the decimal point, where that fits.
    pub fn to_i64(self) -> Option<i64> {
        self.0.to_i64()
    }

    /// The nearest binary number.
    pub fn to_f64(self) -> f64 {
        // The representation ends at 7.9e28, so the conversion always succeeds.
        self.0.to_f64().unwrap_or(f64::NAN)
    }
}

/// A way to round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundingMode {
    /// To the nearest, halves away from zero, as Excel's ROUND.
    HalfAwayFromZero,
    /// Away from zero, as Excel's ROUNDUP.
    AwayFromZero,
    /// To zero, as Excel's ROUNDDOWN.
    ToZero,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        Decimal::bounded(Raw::from_str(text).ok()).ok_or(NotDecimal)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// From a text of digits, as it is written.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Raw as Deserialize>::deserialize(deserializer);
        Decimal::bounded(value.ok()).ok_or_else(|| serde::de::Error::custom(NotDecimal))
    }
}

impl Neg for Decimal {
    type Output = Decimal;
    // The sign is a bit of its own: nothing can overflow.
    #[allow(clippy::arithmetic_side_effects)]
    fn neg(self) -> Decimal {
        Decimal(-self.0)
    }
}

macro_rules! from_whole {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Decimal {
            fn from(value: $kind) -> Self {
                Decimal(Raw::from(value))
            }
        }
    )+};
}
from_whole!(i32, i64, u8, u16, u32, u64, usize);
