//! Fields in the text of a paragraph.
//!
//! In: a text. Out: where fields stand in it, and what looks like one and is none. Not for: whether a field is known.

use std::ops::Range;

/// What opens a field.
const OPEN: &str = "{{";
/// What closes it.
const CLOSE: &str = "}}";
/// The most characters between the two.
const LONGEST: usize = 100;

/// A field in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldMark {
    /// Bytes of the text, braces included.
    pub(super) range: Range<usize>,
    /// What stands between them.
    pub(super) name: String,
}

/// The fields of a text; `false` where braces go in no pairs.
pub(super) fn marks(text: &str) -> (Vec<FieldMark>, bool) {
    let mut marks = Vec::new();
    let mut at = 0;
    let mut is_paired = true;
    while let Some(rest) = text.get(at..) {
        let (open, close) = (rest.find(OPEN), rest.find(CLOSE));
        let (open, close) = match (open, close) {
            (Some(open), Some(close)) if open < close => (open, close),
            (None, None) => break,
            _ => return (marks, false),
        };
        let inner = rest.get(open + OPEN.len()..close).unwrap_or_default();
        let is_name = !inner.contains(['{', '}', '\n']) && inner.chars().count() <= LONGEST;
        if is_name && !inner.trim().is_empty() {
            marks.push(FieldMark {
                range: at + open..at + close + CLOSE.len(),
                name: inner.trim().to_string(),
            });
        } else {
            is_paired = false;
        }
        at += close + CLOSE.len();
    }
    (marks, is_paired)
}

/// Texts between single braces.
pub(super) fn in_single_braces(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}').map(|(name, _)| name.trim()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_with_their_braces() {
        let (found, is_paired) = marks("Kính gửi: {{ Tên đơn vị }}, {{Năm}}.");
        let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Tên đơn vị", "Năm"]);
        assert!(is_paired);
        assert_eq!(found.first().unwrap().range.start, "Kính gửi: ".len());
    }

    #[test]
    fn braces_without_their_pair_are_seen() {
        for text in [
            "{{a",
            "a}}",
            "{{a {{b}}",
            "{{}}",
            "{{a\nb}}",
            "}}{{",
            "{{a}} }}",
        ] {
            assert!(!marks(text).1, "{text}");
        }
        for text in ["", "{a}", "a } { b", "{{a}}{{b}}"] {
            assert!(marks(text).1, "{text}");
        }
        let single: Vec<&str> = in_single_braces("{Năm} và {{Cấp}} {").collect();
        assert_eq!(single, ["Năm", "Cấp"]);
    }
}
