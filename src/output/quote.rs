//! Statistics in words: the value, what it is of, and over how many units, so that it can be quoted as it stands.
//!
//! In: a statistic. Out: `97,93% (1.230/1.256; 19/20 đơn vị có số liệu)` and its parts. Not for: cells.

use std::collections::HashMap;

use crate::base::ids::UnitId;
use crate::base::lang::{Lang, phrase};
use crate::base::points::Decimal;
use crate::judge::statistics::{Outcome, Statistic};
use crate::output::words;

/// How a result is told.
pub(super) struct QuoteStyle<'b, 'r> {
    /// The language.
    pub(super) lang: Lang,
    /// Decimals of percentages.
    pub(super) percent_decimals: u32,
    /// The names of the units.
    pub(super) names: &'b HashMap<&'r UnitId, &'r str>,
}

impl<'a> QuoteStyle<'a, '_> {
    /// A unit's name, or its code where it has none.
    pub(super) fn name_of(&self, unit: &'a UnitId) -> &'a str {
        self.names.get(unit).copied().unwrap_or(&unit.code)
    }
}

/// What stands in the cell of a value.
pub(super) enum QuotedValue {
    /// A number.
    Number(Decimal),
    /// A share, 1 for all.
    Share(Decimal),
    /// There is none.
    Missing,
}

/// The value of a statistic.
pub(super) fn value(statistic: &Statistic) -> QuotedValue {
    let share = |percent: &Option<Decimal>| match percent {
        Some(percent) => QuotedValue::Share(percent.hundredth()),
        None => QuotedValue::Missing,
    };
    match &statistic.outcome {
        Outcome::Sum { value } => QuotedValue::Number(*value),
        Outcome::Ratio { percent, .. } | Outcome::Share { percent, .. } => share(percent),
        Outcome::Units { units } => QuotedValue::Number(units.len().into()),
        Outcome::Given { value, .. } => value.map_or(QuotedValue::Missing, QuotedValue::Number),
    }
}

/// Over how many units.
pub(super) fn coverage(statistic: &Statistic, lang: Lang) -> String {
    let (covered, expected) = (
        statistic.covered.to_string(),
        statistic.expected.to_string(),
    );
    match &statistic.outcome {
        Outcome::Given { .. } => words::GIVEN.get(lang).to_string(),
        Outcome::Share { yes, answered, .. } => {
            let phrase = if *answered == statistic.expected {
                words::COVERAGE_SHARE_ALL
            } else {
                words::COVERAGE_SHARE
            };
            let parts = [&yes.to_string(), &answered.to_string(), &expected];
            phrase.fill(lang, &parts.map(String::as_str))
        }
        Outcome::Units { .. } => words::COVERAGE_UNITS.fill(lang, &[&covered, &expected]),
        Outcome::Sum { .. } | Outcome::Ratio { .. } => {
            words::COVERAGE.fill(lang, &[&covered, &expected])
        }
    }
}

/// The value with its unit, as it stands in a sentence: `97,93%`, `36 người`, `30/30 đơn vị`, `680 tài khoản`. `None`: nobody
/// reported anything that it could be of.
pub(super) fn said(statistic: &Statistic, lang: Lang, percent_decimals: u32) -> Option<String> {
    let unit = statistic.unit.as_deref().unwrap_or_default();
    let with_unit = |text: String| format!("{text} {unit}").trim_end().to_string();
    let is_covered = statistic.covered > 0;
    match &statistic.outcome {
        Outcome::Given { value, of } => {
            let value = lang.thousands((*value)?);
            let of = of.map(|of| format!("/{}", lang.thousands(of)));
            Some(with_unit(value + &of.unwrap_or_default()))
        }
        Outcome::Ratio { percent, .. } | Outcome::Share { percent, .. } => {
            let percent = percent.filter(|_| is_covered)?;
            Some(percentage(percent, lang, percent_decimals))
        }
        Outcome::Sum { value } => is_covered.then(|| with_unit(lang.thousands(*value))),
        Outcome::Units { units } => is_covered.then(|| {
            let count = lang.thousands(units.len().into());
            format!("{count} {}", phrase("đơn vị", "units").get(lang))
        }),
    }
}

/// Value and coverage in one line.
pub(super) fn quote(statistic: &Statistic, told: &QuoteStyle<'_, '_>) -> String {
    let lang = told.lang;
    let coverage = coverage(statistic, lang);
    let unit = statistic.unit.as_deref().unwrap_or_default();
    let with_unit = |text: String| format!("{text} {unit}").trim_end().to_string();
    match &statistic.outcome {
        Outcome::Sum { value } => {
            format!("{} ({coverage})", with_unit(lang.thousands(*value)))
        }
        Outcome::Ratio {
            numerator,
            denominator,
            percent: Some(percent),
        } => format!(
            "{} ({}/{}; {coverage})",
            share(*percent, told),
            lang.thousands(*numerator),
            lang.thousands(*denominator)
        ),
        Outcome::Share {
            percent: Some(percent),
            ..
        } => format!("{} ({coverage})", share(*percent, told)),
        Outcome::Units { units } => {
            let list: Vec<&str> = units.iter().map(|unit| told.name_of(unit)).collect();
            if list.is_empty() {
                format!("{} ({coverage})", words::NO_UNIT.get(lang))
            } else {
                format!("{} ({coverage})", list.join("; "))
            }
        }
        Outcome::Given {
            value: Some(value),
            of: Some(of),
        } => {
            let share = format!("{}/{}", lang.thousands(*value), lang.thousands(*of));
            format!("{} ({coverage})", with_unit(share))
        }
        Outcome::Given {
            value: Some(value),
            of: None,
        } => format!("{} ({coverage})", with_unit(lang.thousands(*value))),
        Outcome::Given { value: None, .. } => words::NOT_GIVEN.get(lang).to_string(),
        Outcome::Ratio { percent: None, .. } | Outcome::Share { percent: None, .. } => {
            format!("{} ({coverage})", words::NO_VALUE.get(lang))
        }
    }
}

/// A percentage as it is quoted: 100%, 97,93%.
fn share(percent: Decimal, told: &QuoteStyle<'_, '_>) -> String {
    percentage(percent, told.lang, told.percent_decimals)
}

fn percentage(percent: Decimal, lang: Lang, decimals: u32) -> String {
    if percent.is_integer() {
        return format!("{}%", lang.number(percent));
    }
    lang.percent(percent, decimals)
}
