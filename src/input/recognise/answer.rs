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
    } else if is_below_zero(&text) {
        // A key has no signs.
        Reading::Unreadable
    } else if YES.contains(&key.as_str()) || is_tick(&text) {
        Reading::Value(true)
    } else if NO.contains(&key.as_str()) {
        Reading::Value(false)
    } else {
        Reading::Unreadable
    }
}

/// Whether what stands below `Có` may be a mark and no points: 1 marks as x does, and 0 beside a mark elsewhere.
pub fn may_be_mark(value: &CellValue) -> bool {
    mark(value).is_some() || ["0", "1"].contains(&text::clean(&value.show()).as_str())
}

fn is_below_zero(text: &str) -> bool {
    let rest = text.trim().strip_prefix(['-', '−', '–']);
    rest.is_some_and(|rest| {
        rest.trim_start()
            .starts_with(|first: char| ('1'..='9').contains(&first))
    })
}

fn is_tick(text: &str) -> bool {
    let mut characters = text.trim().chars();
    matches!((characters.next(), characters.next()), (Some(tick), None) if TICKS.contains(&tick))
}

/// Whether a cross is the sign for what is wrong, and not the letter that people tick with.
pub fn crosses_out(value: &CellValue) -> bool {
    text::clean(&value.show()).contains(['✗', '✘', '❌'])
}

/// A mark at an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionMark {
    /// Nothing stands there, or a dash.
    Blank,
    /// A sign that says yes: ✓, ☑, v, có.
    Yes,
    /// A cross, which says yes where nothing says it more clearly, and no beside a ✓.
    Cross,
    /// A sign that says no: ☐, không.
    No,
}

impl OptionMark {
    /// Whether something was ticked.
    pub fn is_tick(self) -> bool {
        matches!(self, OptionMark::Yes | OptionMark::Cross)
    }
}

/// Reads a mark; `None` for whatever is none: numbers, other words, `v?`.
pub fn mark(value: &CellValue) -> Option<OptionMark> {
    let text = match value {
        CellValue::Bool(true) => return Some(OptionMark::Yes),
        CellValue::Bool(false) => return Some(OptionMark::No),
        CellValue::Text(text) => text::clean(text),
        _ => return None,
    };
    let within = text.trim_matches(|c: char| c.is_whitespace() || "()[]{}/".contains(c));
    Some(match within.to_lowercase().as_str() {
        "" if text.is_empty() => OptionMark::Blank,
        "-" | "–" | "—" => OptionMark::Blank,
        "v" | "√" | "✓" | "✔" | "☑" | "\u{1f5f9}" | "✅" | "þ" | "ü" | "có" | "yes" | "true" => {
            OptionMark::Yes
        }
        "x" | "×" | "х" | "✗" | "✘" | "☒" | "❌" | "\u{1f5f7}" => OptionMark::Cross,
        // Brackets to tick in, and boxes.
        "" | "☐" | "□" | "▢" | "❑" | "❏" | "¨" | "không" | "no" | "false" => {
            OptionMark::No
        }
        _ => return None,
    })
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
    fn marks_at_options() {
        let read = |text: &str| mark(&CellValue::Text(text.to_string()));
        for text in ["✓", "✔", "☑", "v", " V ", "√", "Có"] {
            assert_eq!(read(text), Some(OptionMark::Yes), "{text}");
        }
        for text in ["x", "X", "(x)", "[X]", "☒", "✗", "×"] {
            assert_eq!(read(text), Some(OptionMark::Cross), "{text}");
        }
        for text in ["☐", "□", "[ ]", "không"] {
            assert_eq!(read(text), Some(OptionMark::No), "{text}");
        }
        for text in ["", " \u{a0}", "-"] {
            assert_eq!(read(text), Some(OptionMark::Blank), "{text}");
        }
        for text in ["v?", "x?", "xem", "1", "xx", "o"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(mark(&CellValue::Bool(true)), Some(OptionMark::Yes));
        assert_eq!(mark(&CellValue::Number(1.0)), None);
    }

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
        assert_eq!(yes_no(&CellValue::Number(-1.0)), Reading::Unreadable);
        assert_eq!(read("- 1"), Reading::Unreadable);
        assert_eq!(read("- Có"), Reading::Value(true));
    }
}
