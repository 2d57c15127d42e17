//! Answers that are words: yes or no, one of several choices.
//!
//! In: what a cell holds. Out: the answer, or that it is none.

use crate::base::cell::{CellValue, Reading};
use crate::base::text;
use crate::campaign::scheme::ChoiceOption;

const YES: &[&str] = &["có", "co", "x", "yes", "y", "true", "đã có", "1", "có đủ"];
const NO: &[&str] = &[
    "không",
    "khong",
    "no",
    "n",
    "false",
    "chưa",
    "chưa có",
    "không có",
    "0",
];
const TICKS: [char; 5] = ['\u{2713}', '\u{2714}', '\u{2611}', '\u{2612}', '\u{00fe}'];

/// All keys of answers.
pub fn keys() -> impl Iterator<Item = &'static str> {
    YES.iter().chain(NO).copied()
}

/// Reads yes or no.
pub fn yes_no(value: &CellValue) -> Reading<bool> {
    let text = match value {
        CellValue::Bool(answer) => return Reading::Value(*answer),
        // As nearly all write it.
        CellValue::Text(text) if text == "Có" => return Reading::Value(true),
        CellValue::Text(text) if text == "Không" => return Reading::Value(false),
        CellValue::Number(_) | CellValue::Text(_) => value.show(),
        _ => return Reading::Unreadable,
    };
    let key = text::key(&text);
    if text::clean(&text).is_empty() {
        Reading::Empty
    } else if YES.contains(&key.as_str()) || is_tick(&text) {
        Reading::Value(true)
    } else if NO.contains(&key.as_str()) {
        Reading::Value(false)
    } else {
        Reading::Unreadable
    }
}

fn is_tick(text: &str) -> bool {
    let mut characters = text.trim().chars();
    matches!((characters.next(), characters.next()), (Some(tick), None) if TICKS.contains(&tick))
}

/// Reads one of the options; gives its name in the scheme.
pub fn choice(value: &CellValue, options: &[ChoiceOption]) -> Reading<String> {
    let CellValue::Text(text) = value else {
        return Reading::Unreadable;
    };
    if let Some(option) = options.iter().find(|option| option.name == *text) {
        return Reading::Value(option.name.clone());
    }
    let key = text::key(text);
    if key.is_empty() && text.trim().is_empty() {
        return Reading::Empty;
    }
    let is_it = |option: &&ChoiceOption| {
        std::iter::once(&option.name)
            .chain(&option.aliases)
            .any(|name| text::key(name) == key)
    };
    options
        .iter()
        .find(is_it)
        .map_or(Reading::Unreadable, |option| {
            Reading::Value(option.name.clone())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_and_words() {
        let read = |text: &str| yes_no(&CellValue::Text(text.to_string()));
        for text in ["Có", "CÓ ", "x", "X", "✓", "Đã có"] {
            assert_eq!(read(text), Reading::Value(true), "{text}");
        }
        for text in ["Không", "không có", "Chưa", "0"] {
            assert_eq!(read(text), Reading::Value(false), "{text}");
        }
        assert_eq!(read(" \u{a0}"), Reading::Empty);
        for text in ["Có/Không", "-", "có thể", "N/A"] {
            assert_eq!(read(text), Reading::Unreadable, "{text}");
        }
        assert_eq!(yes_no(&CellValue::Number(1.0)), Reading::Value(true));
        assert_eq!(yes_no(&CellValue::Number(2.0)), Reading::Unreadable);
    }
}
