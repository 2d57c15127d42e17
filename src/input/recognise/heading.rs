//! Headings: which column a text names, alone or together with the text below it.
//!
//! In: the texts of cells, most of which are no headings. Out: columns. What stands in parentheses does not matter: `Điểm tự
//! chấm (của đơn vị)`. Not for: which cells stand below each other.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::text;
use crate::input::recognise::label::{COLUMNS, Column};

/// The words of all headings.
struct Words {
    columns: FxHashMap<&'static str, Column>,
    /// What headings begin or end with; nothing is among it.
    parts: FxHashSet<&'static str>,
    /// Letters of ASCII of the longest one.
    letters: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        columns: FxHashMap::default(),
        parts: FxHashSet::from_iter([""]),
        letters: 0,
    };
    let all = COLUMNS
        .iter()
        .flat_map(|(column, keys)| keys.iter().map(|key| (*column, *key)));
    for (column, key) in all {
        words.columns.entry(key).or_insert(column);
        words.letters = words.letters.max(letters(key));
        words.parts.insert(key);
        for (space, _) in key.match_indices(' ') {
            let (before, after) = key.split_at(space);
            words.parts.extend([before, after.trim_start()]);
        }
    }
    words
});

/// What stands before a parenthesis, where there is one.
fn before_parenthesis(text: &str) -> Option<&str> {
    text.get(..text.find(['(', '['])?)
}

/// How many letters of ASCII a text has; making a key loses none.
fn letters(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_alphabetic).count()
}

/// A text that is a heading, or the upper or the lower part of one, or says nothing at all.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    whole: Option<&'static str>,
    /// What stands before a parenthesis; all where there is none.
    before: Option<&'static str>,
    has_parenthesis: bool,
}

impl Heading {
    /// The heading that a text is.
    pub fn of(text: &str) -> Option<Heading> {
        if !Heading::is_possible(text) {
            return None;
        }
        Heading::with_key(text, &text::key(text))
    }

    /// Whether a text may be a heading. Quick, because it is asked for every cell: no heading is long or has a digit.
    pub fn is_possible(text: &str) -> bool {
        let before = before_parenthesis(text).unwrap_or(text);
        let has_digit = before.bytes().any(|byte| byte.is_ascii_digit());
        !has_digit && letters(before) <= WORDS.letters
    }

    /// As [`Heading::of`], of a text that may be a heading, with its key.
    pub fn with_key(text: &str, key: &str) -> Option<Heading> {
        let words = &*WORDS;
        let before = before_parenthesis(text);
        let part = |key: &str| words.parts.get(key).copied();
        let whole = part(key);
        let heading = Heading {
            whole,
            before: before.map_or(whole, |before| part(&text::key(before))),
            has_parenthesis: before.is_some(),
        };
        (whole.is_some() || heading.before.is_some()).then_some(heading)
    }

    /// Whether it says nothing.
    pub fn is_blank(self) -> bool {
        [self.whole, self.before]
            .into_iter()
            .flatten()
            .all(str::is_empty)
    }

    /// The column that it names alone.
    pub fn column(self) -> Option<Column> {
        let named = |part: Option<&str>| WORDS.columns.get(part?).copied();
        named(self.whole).or_else(|| named(self.before))
    }

    /// The column that it names together with the text below it, which may be none.
    pub fn column_with(self, below: Option<Heading>) -> Option<Column> {
        let named = |upper: Option<&str>, lower: Option<&str>| {
            let columns = &WORDS.columns;
            match (upper?, lower?) {
                ("", one) | (one, "") => columns.get(one).copied(),
                (upper, lower) => columns.get([upper, lower].join(" ").as_str()).copied(),
            }
        };
        let whole = named(self.whole, below.and_then(|below| below.whole));
        whole.or_else(|| {
            if self.has_parenthesis {
                named(self.before, Some(""))
            } else {
                named(self.before, below.and_then(|below| below.before))
            }
        })
    }
}

/// The column of a heading that stands alone.
pub fn column(text: &str) -> Option<Column> {
    Heading::of(text)?.column()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_bear_out_the_quick_look() {
        for key in COLUMNS.iter().flat_map(|(_, keys)| *keys) {
            assert!(!key.contains(|c: char| c.is_ascii_digit()), "{key}");
            assert_eq!(text::key(key), **key);
        }
    }

    #[test]
    fn headings_alone() {
        for (text, expected) in [
            ("ĐIỂM  TỰ CHẤM", Some(Column::Claimed)),
            ("Điểm tự chấm (của đơn vị, năm 2017)", Some(Column::Claimed)),
            ("Điểm\n(tự chấm)", Some(Column::Claimed)),
            ("Đơn vị tính (người)", Some(Column::Measure)),
            ("Điểm", None),
            ("(Nội dung", Some(Column::Name)),
            ("Nội dung 1", None),
            ("", None),
        ] {
            assert_eq!(column(text), expected, "{text}");
        }
    }

    #[test]
    fn headings_in_two_parts() {
        let both = |upper: &str, lower: &str| Heading::of(upper)?.column_with(Heading::of(lower));
        for (upper, lower, expected) in [
            ("Điểm", "tự chấm", Some(Column::Claimed)),
            ("Nội dung", "đánh giá", Some(Column::Name)),
            ("Điểm", "tự chấm (của đơn vị)", Some(Column::Claimed)),
            (
                "Điểm tự chấm (2017)",
                "của ai cũng được",
                Some(Column::Claimed),
            ),
            ("Điểm tự chấm", "-", Some(Column::Claimed)),
            ("Điểm tự chấm", "(của đơn vị)", Some(Column::Claimed)),
            ("Điểm tự chấm", "2017", None),
            ("Điểm", "khác", None),
        ] {
            assert_eq!(both(upper, lower), expected, "{upper} | {lower}");
        }
    }
}
