//! The words by which tables, their rows and covers are known, as data.
//!
//! In: `templates/vocabulary.toml`, and the tables `[columns]`, `[rows]` and `[cover]` of a scheme or a campaign. Out: words by
//! what they mean, as they are written. Not for: finding them in a sheet, which `input::tables` does.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::LazyLock;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::base::error::Problem;
use crate::base::text;
use crate::campaign::definition::{Problems, at};

/// The words that the program carries.
pub const BUILT_IN: &str = include_str!("../../templates/vocabulary.toml");

/// The most words that a scheme or a campaign may add.
pub const MOST_WORDS: usize = 5_000;

/// The table of headings.
const COLUMNS: &str = "columns";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The number of a row; in a form the code of a criterion.
    Number,
    /// The code of a criterion.
    Code,
    /// Its text.
    Criterion,
    /// The unit of measure.
    Measure,
    /// The figure.
    Figure,
    /// The maximum.
    Maximum,
    /// The self score.
    Claimed,
    /// The appraised score.
    Appraised,
    /// The mark at the option that applies.
    Tick,
    /// The mark that says yes, beside a column of those that say no.
    Yes,
    /// The mark that says no.
    No,
    /// The mark at one of several grades that each have a column of their own: "Tốt (100%)" beside "Đạt (50%)".
    Choice,
    /// Documents named as evidence.
    Evidence,
    /// Explanations and remarks.
    Explanation,
    /// What is no column of the form's own, and not read: who collects a figure, or what a campaign says to pass over.
    Ignored,
    /// Last year's figures or scores, for whoever fills in the form: no column of them is read.
    Earlier,
    /// Not known, as a campaign says: no word of the program's own tells what it is.
    Unknown,
    /// The name of a unit, in a table of results.
    Unit,
    /// Its total.
    Total,
    /// Its grade.
    Grade,
    /// Its place.
    Place,
    /// What a point of a row is worth: known to the scheme, and not read. No heading of the program's own means it, as forms call
    /// maxima so as well.
    Weight,
}

/// What a row is that belongs to no criterion and no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caption {
    /// The total of a form.
    Total,
    /// The sum of what stands above.
    Sum,
    /// What stands before the group that it is the sum of.
    SumOf,
    /// The grade that a unit gives itself.
    Grade,
    /// Maxima, averages and the like, in a table of results.
    Summary,
}

/// A line of a cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverLine {
    /// The unit's name.
    Unit,
    /// The level.
    Level,
    /// The year assessed.
    Year,
    /// The period of the figures.
    Period,
}

/// What stands behind a heading that names a column only where no other heading does.
pub const PERHAPS: char = '?';

/// What stands for some words in a heading, such as the name of an office.
pub const SOME_WORDS: char = '…';

/// The form in which headings are compared: as [`text::key`], with the sign that stands for some words.
pub fn heading_key(word: &str) -> String {
    match word.split_once(SOME_WORDS) {
        Some((before, after)) => {
            let (before, after) = (text::key(before), text::key(after));
            format!("{before}{SOME_WORDS}{after}")
        }
        None => text::key(word),
    }
}

/// Words as they are written, by what they mean.
pub type WordLists<T> = IndexMap<T, Vec<String>>;

/// The words of one file.
#[derive(Clone, Copy, Debug)]
pub struct FileWords<'a> {
    /// Headings.
    pub columns: &'a WordLists<Column>,
    /// Captions of rows.
    pub rows: &'a WordLists<Caption>,
    /// Labels of a cover.
    pub cover: &'a WordLists<CoverLine>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabularyFile {
    columns: WordLists<Column>,
    rows: WordLists<Caption>,
    cover: WordLists<CoverLine>,
}

/// The file, which the tests show can be read.
static FILE: LazyLock<VocabularyFile> =
    LazyLock::new(|| toml::from_str(BUILT_IN).unwrap_or_default());

/// The words that the program carries.
pub fn built_in() -> FileWords<'static> {
    FileWords {
        columns: &FILE.columns,
        rows: &FILE.rows,
        cover: &FILE.cover,
    }
}

impl FileWords<'_> {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty() && self.rows.is_empty() && self.cover.is_empty()
    }

    /// Words that say nothing, that mean two things in the same place, or that are too many.
    pub(super) fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        // What stands before a group may stand alone as well: "Cộng nhóm".
        let is_beginning = |caption| caption == Caption::SumOf;
        table(COLUMNS, self.columns, |_| false, &mut problems);
        table("rows", self.rows, is_beginning, &mut problems);
        table("cover", self.cover, |_| false, &mut problems);
        problems
    }

    /// Headings of weights, where nothing is weighed.
    pub(super) fn unused_weights(&self, is_weighed: bool) -> Problems {
        let words = self.columns.get(&Column::Weight).filter(|_| !is_weighed);
        let words = words.into_iter().flatten().enumerate();
        let unused = words.map(|(index, word)| {
            let path = at![COLUMNS, "weight", index];
            (path, Problem::NothingWeighed(word.clone()))
        });
        unused.collect()
    }
}

fn table<T: Copy + Debug + Eq + Hash>(
    name: &str,
    words: &WordLists<T>,
    is_beginning: impl Fn(T) -> bool,
    problems: &mut Problems,
) {
    let found: usize = words.values().map(Vec::len).sum();
    if found > MOST_WORDS {
        let (key, limit) = (name.to_string(), MOST_WORDS);
        problems.push((at![name], Problem::TooMany { key, found, limit }));
        return;
    }
    let mut seen: BTreeMap<(bool, String), String> = BTreeMap::new();
    for (meaning, words) in words {
        let is_beginning = is_beginning(*meaning);
        let meaning = snake(&format!("{meaning:?}"));
        if words.is_empty() {
            let empty = Problem::Empty(meaning.clone());
            problems.push((at![name, meaning.as_str()], empty));
        }
        for (index, word) in words.iter().enumerate() {
            let here = || at![name, meaning.as_str(), index];
            let key = heading_key(word);
            // A heading is known by what stands before a bracket.
            let is_bracket = name == COLUMNS && word.trim_start().starts_with(['(', '[']);
            if key.trim_start().is_empty() || key.starts_with(SOME_WORDS) || is_bracket {
                problems.push((here(), Problem::NoLabel(word.clone())));
            } else if let Some(first) = seen.insert((is_beginning, key), meaning.clone()) {
                if first == meaning {
                    let key = meaning.clone();
                    problems.push((
                        here(),
                        Problem::Repeated {
                            key,
                            name: word.clone(),
                        },
                    ));
                    continue;
                }
                problems.push((here(), ambiguous(word, first, meaning.clone())));
            }
        }
    }
}

fn ambiguous(word: &str, first: String, second: String) -> Problem {
    Problem::AmbiguousName {
        name: word.to_string(),
        first,
        second,
    }
}

/// A name of the code as files write it: `SumOf` becomes `sum_of`.
fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 2);
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read_and_every_word_means_one_thing() {
        let file: VocabularyFile = toml::from_str(BUILT_IN).unwrap();
        assert_eq!(file.columns, *built_in().columns);
        // What a grade is called and what is worth how much differs from form to form.
        let of_no_word = [Column::Choice, Column::Unknown, Column::Weight];
        assert!(of_no_word.iter().all(|one| !file.columns.contains_key(one)));
        let all = Column::Weight as usize + 1;
        assert_eq!(file.columns.len() + of_no_word.len(), all);
        assert_eq!(file.rows.len(), Caption::Summary as usize + 1);
        assert_eq!(file.cover.len(), CoverLine::Period as usize + 1);
        assert_eq!(built_in().problems(), Problems::new());
    }

    #[test]
    fn a_heading_is_no_bracket_and_stands_once() {
        let columns = "claimed = [\"Điểm xã\", \"điểm  XÃ\", \"(xã)\"]\nfigure = []";
        let file = VocabularyFile {
            columns: toml::from_str(columns).unwrap(),
            ..VocabularyFile::default()
        };
        let listed = FileWords {
            columns: &file.columns,
            rows: &file.rows,
            cover: &file.cover,
        };
        let repeated = Problem::Repeated {
            key: "claimed".to_string(),
            name: "điểm  XÃ".to_string(),
        };
        assert_eq!(
            listed.problems(),
            [
                (at!["columns", "claimed", 1], repeated),
                (
                    at!["columns", "claimed", 2],
                    Problem::NoLabel("(xã)".to_string())
                ),
                (
                    at!["columns", "figure"],
                    Problem::Empty("figure".to_string())
                ),
            ]
        );
    }

    #[test]
    fn a_word_says_something_and_means_one_thing() {
        let rows = "grade = [\"Loại\"]\nsum_of = [\"-\", \"Cộng\"]\nsum = [\"CỘNG:\", \"loại\"]";
        let file = VocabularyFile {
            rows: toml::from_str(rows).unwrap(),
            ..VocabularyFile::default()
        };
        let listed = FileWords {
            columns: &file.columns,
            rows: &file.rows,
            cover: &file.cover,
        };
        assert_eq!(
            listed.problems(),
            [
                (at!["rows", "sum_of", 0], Problem::NoLabel("-".to_string())),
                (
                    at!["rows", "sum", 1],
                    ambiguous("loại", "grade".to_string(), "sum".to_string())
                ),
            ]
        );
    }

    #[test]
    fn what_stands_for_some_words_is_a_word_of_its_own() {
        let columns = "claimed = [\"Sở chấm\", \"Sở … chấm\", \"sở …chấm?\", \"… chấm\"]";
        let file = VocabularyFile {
            columns: toml::from_str(columns).unwrap(),
            ..VocabularyFile::default()
        };
        let listed = FileWords {
            columns: &file.columns,
            rows: &file.rows,
            cover: &file.cover,
        };
        let repeated = Problem::Repeated {
            key: "claimed".to_string(),
            name: "sở …chấm?".to_string(),
        };
        assert_eq!(
            listed.problems(),
            [
                (at!["columns", "claimed", 2], repeated),
                (
                    at!["columns", "claimed", 3],
                    Problem::NoLabel("… chấm".to_string())
                ),
            ]
        );
    }
}
