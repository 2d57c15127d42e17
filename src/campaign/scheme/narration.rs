//! Sentences of the annex as a scheme has them: text with fields that are names only, and in fields of their own what they rest on.
//!
//! In: a `[[sentence]]` of a `scheme.toml`, or of a report. Out: the same typed, and its text in pieces. Not for: values, which
//! `output::annex` puts in.

use serde::{Deserialize, Serialize};

use crate::base::points::Decimal;
use crate::campaign::scheme::number::{number_or_text, optional_number_or_text};

/// A sentence of the annex, or a place that its author fills in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentenceSpec {
    /// The section it stands in, by its id.
    pub section: String,
    /// Its text with fields `{…}`; of a place for the author what belongs there.
    pub text: String,
    /// The statistic it rests on, besides those that its text names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<String>,
    /// What that statistic has to be for the sentence to be said; any value without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<SentenceCondition>,
    /// The number of the condition: a percentage of shares and ratios, else the number itself.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "optional_number_or_text"
    )]
    pub value: Option<Decimal>,
    /// The statistic whose units a footnote lists, at the field `{chu_thich}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footnote: Option<String>,
    /// The name by which the author's text is known again, where this is a place for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blank: Option<String>,
}

/// What a statistic has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SentenceCondition {
    /// Everything: 100%, or as many as there can be.
    Full,
    /// The number of the condition or more.
    AtLeast,
    /// Less than the number of the condition.
    Below,
    /// Nothing.
    Zero,
    /// More than nothing.
    AboveZero,
}

impl SentenceCondition {
    /// Whether it says anything only with a number.
    pub fn needs_value(self) -> bool {
        matches!(self, SentenceCondition::AtLeast | SentenceCondition::Below)
    }
}

/// From which share on units are called most of all, or the majority. All of them are always `100%`, fewer are `một số`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ShareWords {
    /// From this percentage on: hầu hết.
    #[serde(deserialize_with = "number_or_text")]
    pub most_from: Decimal,
    /// From this percentage on: đa số.
    #[serde(deserialize_with = "number_or_text")]
    pub majority_from: Decimal,
}

impl Default for ShareWords {
    fn default() -> Self {
        ShareWords {
            most_from: Decimal::from(80),
            majority_from: Decimal::from(50),
        }
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentencePiece {
    /// Text as it is.
    Text(String),
    /// The value of a statistic.
    Value(String),
    /// The share of units of a statistic in words: `hầu hết các đơn vị`.
    Share(String),
    /// The maximum of the group that a statistic is about.
    Maximum(String),
    /// The year assessed.
    Year,
    /// The mark of the footnote.
    FootnoteMark,
}

/// What a field may be besides a statistic.
pub const PLAIN_FIELDS: [&str; 2] = ["nam", "chu_thich"];

/// What may stand behind a statistic and a full stop in a field.
pub const FIELD_ENDINGS: [&str; 2] = ["muc", "toi_da"];

impl SentencePiece {
    /// The statistic that it names.
    pub fn statistic(&self) -> Option<&str> {
        match self {
            SentencePiece::Value(id) | SentencePiece::Share(id) | SentencePiece::Maximum(id) => {
                Some(id)
            }
            SentencePiece::Text(_) | SentencePiece::Year | SentencePiece::FootnoteMark => None,
        }
    }
}

/// The pieces of a text.
///
/// # Errors
/// What stands after a brace that opens or closes nothing, or in one that holds no name.
pub fn pieces(text: &str) -> Result<Vec<SentencePiece>, String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(SentencePiece::Text(before.to_string()));
        }
        let fault = || from.chars().take(24).collect::<String>();
        let inner = from.strip_prefix('{').ok_or_else(fault)?;
        let (name, after) = inner.split_once('}').ok_or_else(fault)?;
        pieces.push(field(name).ok_or_else(fault)?);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(SentencePiece::Text(rest.to_string()));
    }
    Ok(pieces)
}

fn field(name: &str) -> Option<SentencePiece> {
    let name = name.trim();
    let (id, ending) = match name.rsplit_once('.') {
        Some((id, ending)) => (id, Some(ending)),
        None => (name, None),
    };
    let is_plain = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    if id.is_empty() || !id.chars().all(is_plain) {
        return None;
    }
    Some(match (id, ending) {
        ("nam", None) => SentencePiece::Year,
        ("chu_thich", None) => SentencePiece::FootnoteMark,
        (id, None) => SentencePiece::Value(id.to_string()),
        (id, Some("muc")) => SentencePiece::Share(id.to_string()),
        (id, Some("toi_da")) => SentencePiece::Maximum(id.to_string()),
        _ => SentencePiece::Value(name.to_string()),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_text_and_names() {
        let found = pieces("Năm {nam}: {a.muc}{chu_thich} có { b } ({a.toi_da})").unwrap();
        let text = |text: &str| SentencePiece::Text(text.to_string());
        let expected = [
            text("Năm "),
            SentencePiece::Year,
            text(": "),
            SentencePiece::Share("a".to_string()),
            SentencePiece::FootnoteMark,
            text(" có "),
            SentencePiece::Value("b".to_string()),
            text(" ("),
            SentencePiece::Maximum("a".to_string()),
            text(")"),
        ];
        assert_eq!(found, expected);
        for wrong in ["a {b", "a } b", "{}", "{ }", "{a b}", "{if a}", "{{a}}"] {
            assert!(pieces(wrong).is_err(), "{wrong}");
        }
    }
}
