//! Numbers in TOML files, read as exact decimals, and numbers that may differ by level.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use crate::base::ids::LevelId;
use crate::base::number::says_no_limit;
use crate::base::points::{Decimal, Most, Points, from_f64};
use crate::campaign::definition::IMPOSSIBLE;

/// An exact number written as a TOML integer or float; a float counts as its first 15 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Exact(Decimal);

fn exact<E: Error>(value: Option<Decimal>) -> Result<Exact, E> {
    value
        .filter(|value| value.is_readable())
        .map(Exact)
        .ok_or_else(|| E::custom(IMPOSSIBLE))
}

struct ExactVisitor;

impl Visitor<'_> for ExactVisitor {
    type Value = Exact;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Exact, E> {
        exact(Some(Decimal::from(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Exact, E> {
        exact(Some(Decimal::from(value)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Exact, E> {
        exact(from_f64(value))
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExactVisitor)
    }
}

/// Reads a number of a TOML file.
///
/// # Errors
/// Whatever is not a number.
pub fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    Exact::deserialize(deserializer).map(|exact| exact.0)
}

/// As [`ExactVisitor`], and the text that a report writes.
struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Exact;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        ExactVisitor.expecting(f)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Exact, E> {
        ExactVisitor.visit_i64(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Exact, E> {
        ExactVisitor.visit_u64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Exact, E> {
        ExactVisitor.visit_f64(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Exact, E> {
        let value = text.parse::<Decimal>().ok();
        let is_own = |value: &Decimal| value.normalize().to_string() == text;
        let value = value.filter(is_own);
        let value = value.ok_or_else(|| E::invalid_type(Unexpected::Str(text), &self))?;
        exact(Some(value))
    }
}

/// Reads a number of a rule: of a scheme as [`number`] does, of a report the text that it writes. A text such as `1.000` is
/// neither: its author may mean a thousand.
///
/// # Errors
/// Whatever is not a number.
pub fn number_or_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let exact = deserializer.deserialize_any(TextVisitor);
    exact.map(|exact| exact.0)
}

/// As [`number_or_text`], of a number that may be left out.
///
/// # Errors
/// As there.
pub fn optional_number_or_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Decimal>, D::Error> {
    number_or_text(deserializer).map(Some)
}

/// Reads a number that may be left out.
///
/// # Errors
/// Whatever is there and not a number.
pub fn optional_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Decimal>, D::Error> {
    number(deserializer).map(Some)
}

/// What may stand in place of a number that may differ by level.
pub trait LevelValue: Copy {
    /// What is expected for one level, in the words of readers.
    const ONE: &'static str;
    /// What is expected for all levels.
    const ALL: &'static str;

    /// What a number means.
    fn of_number(value: Decimal) -> Self;

    /// What a text means; `None`: nothing.
    fn of_text(text: &str) -> Option<Self>;
}

/// How a scheme writes that there is no limit; other words for it are known as well.
pub const UNLIMITED: &str = "unlimited";

impl LevelValue for Most {
    const ONE: &'static str = "a number or \"unlimited\"";
    const ALL: &'static str = "a number, \"unlimited\", or a table of level = either";

    fn of_number(value: Decimal) -> Self {
        Most::Points(Points(value))
    }

    fn of_text(text: &str) -> Option<Self> {
        says_no_limit(text).then_some(Most::Unlimited)
    }
}

/// The value of one level.
struct OfLevel<T>(T);

struct OfLevelVisitor<T>(PhantomData<T>);

impl<T: LevelValue> Visitor<'_> for OfLevelVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(T::ONE)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        ExactVisitor
            .visit_i64(value)
            .map(|exact| T::of_number(exact.0))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        ExactVisitor
            .visit_f64(value)
            .map(|exact| T::of_number(exact.0))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::of_text(text).ok_or_else(|| E::invalid_type(Unexpected::Str(text), &self))
    }
}

impl<'de, T: LevelValue> Deserialize<'de> for OfLevel<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = deserializer.deserialize_any(OfLevelVisitor(PhantomData))?;
        Ok(OfLevel(value))
    }
}

/// Reads what stands for one level.
///
/// # Errors
/// Whatever is neither a number nor a text with a meaning.
pub fn one_level<'de, T: LevelValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(OfLevelVisitor(PhantomData))
}

/// A number for all levels, or one for each: `40` or `{ tinh = 40, huyen = 50 }`.
#[derive(Clone, Debug, PartialEq)]
pub enum PerLevel<T = Most> {
    /// The same on all levels.
    All(T),
    /// By level; a level that is left out has none.
    Each(IndexMap<LevelId, T>),
}

impl<T: Copy> PerLevel<T> {
    /// The number on a level.
    pub fn at(&self, level: &LevelId) -> Option<T> {
        match self {
            PerLevel::All(value) => Some(*value),
            PerLevel::Each(values) => values.get(level).copied(),
        }
    }

    /// The levels that are named, none where one number stands for all.
    pub fn named(&self) -> impl Iterator<Item = &LevelId> {
        match self {
            PerLevel::All(_) => None,
            PerLevel::Each(values) => Some(values.keys()),
        }
        .into_iter()
        .flatten()
    }
}

struct PerLevelVisitor<T>(PhantomData<T>);

impl<'de, T: LevelValue> Visitor<'de> for PerLevelVisitor<T> {
    type Value = PerLevel<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(T::ALL)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<PerLevel<T>, E> {
        let one = OfLevelVisitor(PhantomData).visit_i64(value);
        one.map(PerLevel::All)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<PerLevel<T>, E> {
        let one = OfLevelVisitor(PhantomData).visit_f64(value);
        one.map(PerLevel::All)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PerLevel<T>, E> {
        let one = T::of_text(text).map(PerLevel::All);
        one.ok_or_else(|| E::invalid_type(Unexpected::Str(text), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PerLevel<T>, A::Error> {
        let mut values = IndexMap::new();
        while let Some((level, one)) = map.next_entry::<LevelId, OfLevel<T>>()? {
            values.insert(level, one.0);
        }
        Ok(PerLevel::Each(values))
    }
}

impl<'de, T: LevelValue> Deserialize<'de> for PerLevel<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PerLevelVisitor(PhantomData))
    }
}
