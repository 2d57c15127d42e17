//! What scoring rules are made of: values, tiers, things counted, options.
//!
//! In: a part of a rule of a `scheme.toml`, or of a report. Out: the part. Not for: the rules themselves.

use serde::{Deserialize, Serialize};

use crate::base::ids::FigureId;
use crate::base::points::Decimal;
use crate::campaign::definition::AMBIGUOUS;
use crate::campaign::scheme::number::number_or_text;

/// A value that a rule compares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", try_from = "WrittenMeasure")]
pub enum Measure {
    /// A figure as it is.
    Figure(FigureId),
    /// One figure in percent of another: part, whole.
    Percent(FigureId, FigureId),
}

/// A measure as it is written: `ratio` and `of` in a scheme, `percent` in a report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMeasure {
    figure: Option<FigureId>,
    ratio: Option<FigureId>,
    of: Option<FigureId>,
    percent: Option<(FigureId, FigureId)>,
}

/// Whether what is added up counts no further than to the maximum; a scheme writes yes or no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "bool")]
pub enum SumCap {
    /// It counts as it is.
    #[default]
    None,
    /// No more than the maximum counts.
    Maximum,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, into = "(Decimal, Decimal)")]
pub struct Tier {
    /// The lowest value that reaches it; in percent where the value is a ratio.
    #[serde(deserialize_with = "number_or_text")]
    pub from: Decimal,
    /// Its points.
    #[serde(deserialize_with = "number_or_text")]
    pub points: Decimal,
}

/// Something counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountedItem {
    /// The figure that counts it.
    pub figure: FigureId,
    /// Points for every full `per` of them.
    #[serde(deserialize_with = "number_or_text")]
    pub points: Decimal,
    /// How many make one, 1 unless said otherwise.
    #[serde(default = "one", deserialize_with = "number_or_text")]
    pub per: Decimal,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, into = "(String, Decimal)")]
pub struct ChoiceOption {
    /// Its name in the form.
    pub name: String,
    /// Its points.
    #[serde(deserialize_with = "number_or_text")]
    pub points: Decimal,
    /// Other names in use, which a report leaves out.
    #[serde(default)]
    pub aliases: Vec<String>,
}

fn one() -> Decimal {
    Decimal::ONE
}

impl From<bool> for SumCap {
    fn from(is_set: bool) -> Self {
        if is_set {
            SumCap::Maximum
        } else {
            SumCap::None
        }
    }
}

impl SumCap {
    /// Whether there is one.
    pub fn is_set(self) -> bool {
        self == SumCap::Maximum
    }
}

impl TryFrom<WrittenMeasure> for Measure {
    type Error = &'static str;

    fn try_from(written: WrittenMeasure) -> Result<Self, &'static str> {
        match written {
            WrittenMeasure {
                figure: Some(figure),
                ratio: None,
                of: None,
                percent: None,
            } => Ok(Measure::Figure(figure)),
            WrittenMeasure {
                figure: None,
                ratio: Some(part),
                of: Some(whole),
                percent: None,
            }
            | WrittenMeasure {
                figure: None,
                ratio: None,
                of: None,
                percent: Some((part, whole)),
            } => Ok(Measure::Percent(part, whole)),
            WrittenMeasure { .. } => Err(AMBIGUOUS),
        }
    }
}

impl From<Tier> for (Decimal, Decimal) {
    fn from(tier: Tier) -> Self {
        (tier.from, tier.points)
    }
}

impl From<ChoiceOption> for (String, Decimal) {
    fn from(option: ChoiceOption) -> Self {
        (option.name, option.points)
    }
}

impl Measure {
    /// The figures it needs.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            Measure::Figure(figure) => vec![figure],
            Measure::Percent(part, whole) => vec![part, whole],
        }
    }
}
