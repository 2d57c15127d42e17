//! Definition files: from their text to typed values, with the line and column of whatever is wrong.
//!
//! In: the text of a TOML file and its name. Out: a value, or errors with their places. Not for: opening files, and not for
//! what a scheme or a campaign may say.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use crate::base::error::{DefinitionError, Problem};
use crate::base::outside::{self, Shown, without_bom};
use crate::base::text;
use crate::campaign::slips;

/// The text of a definition file and the name users know it by.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name in messages.
    pub file: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// One step from the top of a TOML document towards a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PathStep {
    /// The value of a key.
    Key(String),
    /// An element of an array, from 0.
    Index(usize),
}

impl From<&str> for PathStep {
    fn from(key: &str) -> Self {
        PathStep::Key(key.to_string())
    }
}

impl From<usize> for PathStep {
    fn from(index: usize) -> Self {
        PathStep::Index(index)
    }
}

/// A path to a value: `at!["criterion", 3, "rule"]`.
macro_rules! at {
    ($($step:expr),* $(,)?) => { vec![$($crate::campaign::definition::PathStep::from($step)),*] };
}
pub(crate) use at;

/// As [`at!`], in an array.
macro_rules! steps {
    ($($step:expr),* $(,)?) => { [$($crate::campaign::definition::PathStep::from($step)),*] };
}
pub(crate) use steps;

/// Problems found in a value, each with the path to it.
pub type Problems = Vec<(Vec<PathStep>, Problem)>;

/// What is said of a number that no definition can mean.
pub const IMPOSSIBLE: &str = "a number of a size that nothing can mean";

/// What is said of a measure that is neither a figure nor a percentage.
pub const AMBIGUOUS: &str = "give either figure, or ratio and of";

/// The most characters of a text in a definition; the longest criterion of the built-in scheme has less than a tenth of them.
pub const LONGEST: usize = 2_000;

/// The most characters of an id, a code or a key.
pub const LONGEST_ID: usize = 200;

/// The largest size of a definition file in bytes.
pub const MOST_BYTES: u64 = 10 * 1024 * 1024;

impl Source<'_> {
    /// Reads a value out of the text.
    ///
    /// # Errors
    /// One [`DefinitionError`] for text that is not TOML, an unknown or a missing key, a value of the wrong type.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, DefinitionError> {
        let text = without_bom(self.text);
        let source = Source { text, ..*self };
        if let Ok(document) = DeTable::parse(text)
            && let Some((byte, problem)) =
                too_long(document.get_ref()).or_else(|| misread(text, document.get_ref()))
        {
            return Err(source.at(byte, problem));
        }
        let value = toml::from_str(text).map_err(|error| source.parse_error(&error))?;
        if *Shown::lines(text) == *text && !text.contains('\\') {
            return Ok(value);
        }
        // Seldom: an escape or a character that cannot be seen. Its place in the file is lost, but all is in order there.
        let mut document: toml::Table =
            toml::from_str(text).map_err(|error| source.parse_error(&error))?;
        each_text(&mut document);
        // Written out once more: a table that is made of a table has no dates any more.
        toml::from_str(&document.to_string()).map_err(|error| source.parse_error(&error))
    }

    /// Gives each problem the line and column of the value it is about, or of the nearest value above it that exists.
    pub fn locate(&self, problems: Problems) -> Vec<DefinitionError> {
        let text = without_bom(self.text);
        let source = Source { text, ..*self };
        let document = DeTable::parse(text).ok();
        let span_of = |path: &[PathStep]| {
            document
                .as_ref()
                .map_or(0..0, |table| span(table.get_ref(), path))
        };
        problems
            .into_iter()
            .map(|(path, problem)| source.at(span_of(&path).start, problem))
            .collect()
    }

    /// The lines in which the entries of a list begin, from 1.
    pub fn lines_of(&self, list: &str) -> Vec<usize> {
        let text = without_bom(self.text);
        let document = DeTable::parse(text).ok();
        let entries = document.as_ref().and_then(|document| {
            let list = document.get_ref().get(list)?;
            list.get_ref().as_array()
        });
        let (mut line, mut before) = (1, 0);
        let lines = entries.into_iter().flat_map(|entries| entries.iter());
        let lines = lines.map(|entry| {
            let between = text.get(before..entry.span().start).unwrap_or_default();
            line += between.matches('\n').count();
            before = before.max(entry.span().start);
            line
        });
        lines.collect()
    }

    /// An error at a byte of the text.
    pub fn at(&self, byte: usize, problem: Problem) -> DefinitionError {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        DefinitionError {
            file: self.file.to_string(),
            line,
            column,
            problem,
        }
    }

    /// An error of the library, with its place.
    fn parse_error(&self, error: &toml::de::Error) -> DefinitionError {
        let span = error.span().unwrap_or(0..0);
        let message = error.message();
        let mut names = message.split('`').skip(1).step_by(2).map(str::to_string);
        let (byte, problem) = if message.starts_with("unknown field") {
            let key = names.next().unwrap_or_default();
            let known: Vec<String> = names.collect();
            (
                self.key_in(span, &key),
                Problem::UnknownKey {
                    nearest: nearest_or_few(&key, &known),
                    key,
                },
            )
        } else if message.starts_with("missing field") {
            (
                span.start,
                Problem::MissingKey(names.next().unwrap_or_default()),
            )
        } else if DeTable::parse(self.text).is_err() {
            let slip = slips::in_line(self.text, span.start, message);
            let said = slip.map(|(byte, slip)| (byte, Problem::Slip(slip)));
            said.unwrap_or_else(|| (span.start, Problem::Syntax(message.to_string())))
        } else if message.starts_with(IMPOSSIBLE) {
            (span.start, Problem::ImpossibleNumber)
        } else if message.starts_with(AMBIGUOUS) {
            (span.start, Problem::AmbiguousMeasure)
        } else if let Some((_, expected)) = message.rsplit_once(", expected ")
            && let Some(slip) =
                slips::in_value(self.text.get(span.clone()).unwrap_or_default(), expected)
        {
            (span.start, Problem::Slip(slip))
        } else {
            let key = self.key_before(span.start).to_string();
            let detail = message.to_string();
            (span.start, Problem::Value { key, detail })
        };
        self.at(byte, problem)
    }

    /// The key whose value begins at a byte: what stands before the last `=` of the line above it. Empty where there is none.
    fn key_before(&self, byte: usize) -> &str {
        let before = self.text.get(..byte).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let Some((left, _)) = line.rsplit_once('=') else {
            return "";
        };
        let left = left.trim_end();
        let start = left.rfind([' ', '\t', ',', '{', '[']);
        start.map_or(left, |at| left.get(at + 1..).unwrap_or_default())
    }

    /// Where a key stands within a span; serde names the key of an inline table, but gives the span of the whole table.
    fn key_in(&self, span: Range<usize>, key: &str) -> usize {
        let within = self.text.get(span.clone()).unwrap_or_default();
        let is_key = |at: usize| {
            let after = within
                .get(at + key.len()..)
                .unwrap_or_default()
                .trim_start_matches(['"', ' ', '\t']);
            let before = within.get(..at).unwrap_or_default().chars().next_back();
            after.starts_with('=')
                && !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
        };
        within
            .match_indices(key)
            .map(|(at, _)| at)
            .find(|&at| is_key(at))
            .map_or(span.start, |at| span.start + at)
    }
}

/// The first text that is longer than any can be, and where it begins.
fn too_long(table: &DeTable<'_>) -> Option<(usize, Problem)> {
    table.iter().find_map(|(key, value)| {
        let limit = if key.get_ref() == "id" {
            LONGEST_ID
        } else {
            LONGEST
        };
        longer(key.get_ref(), LONGEST_ID)
            .map(|problem| (key.span().start, problem))
            .or_else(|| too_long_value(value, limit))
    })
}

fn too_long_value(value: &toml::Spanned<DeValue<'_>>, limit: usize) -> Option<(usize, Problem)> {
    match value.get_ref() {
        DeValue::String(text) => longer(text, limit).map(|problem| (value.span().start, problem)),
        DeValue::Array(items) => items.iter().find_map(|one| too_long_value(one, limit)),
        DeValue::Table(table) => too_long(table),
        _ => None,
    }
}

/// The keys whose values are paths.
const PATHS: [&str; 3] = ["inbox", "scheme", "registry"];

/// The first value that the format reads otherwise than it was meant, and where it stands.
fn misread(text: &str, table: &DeTable<'_>) -> Option<(usize, Problem)> {
    table.iter().find_map(|(key, value)| {
        let path = value.get_ref().as_str();
        let path = path.filter(|_| PATHS.contains(&&**key.get_ref()));
        let written = text.get(value.span()).unwrap_or_default();
        let slip = path.and_then(|path| slips::path(written, path));
        let slip = slip.map(|slip| (value.span().start, Problem::Slip(slip)));
        slip.or_else(|| misread_value(text, value))
    })
}

fn misread_value(text: &str, value: &toml::Spanned<DeValue<'_>>) -> Option<(usize, Problem)> {
    match value.get_ref() {
        DeValue::Float(_) => {
            let slip = slips::thousands(text.get(value.span())?)?;
            Some((value.span().start, Problem::Slip(slip)))
        }
        DeValue::Array(items) => items.iter().find_map(|one| misread_value(text, one)),
        DeValue::Table(table) => misread(text, table),
        _ => None,
    }
}

/// What is said of a text that is longer than so many characters.
pub fn longer(text: &str, limit: usize) -> Option<Problem> {
    if text.len() <= limit {
        return None;
    }
    let found = text.chars().count();
    (found > limit).then_some(Problem::TooLong { found, limit })
}

/// Reads a value out of a table that came otherwise than as text. `Err`: what is wrong with it, without its place.
///
/// # Errors
/// A text that is too long, an unknown or a missing key, a value of the wrong type: the first of them.
pub fn of_table<T: DeserializeOwned>(mut table: toml::Table) -> Result<T, Problem> {
    if let Some(problem) = table.iter().find_map(|(key, value)| long_value(key, value)) {
        return Err(problem);
    }
    each_text(&mut table);
    T::deserialize(table).map_err(|error| {
        let message = error.message();
        let mut names = message.split('`').skip(1).step_by(2).map(str::to_string);
        if message.starts_with("unknown field") {
            let key = names.next().unwrap_or_default();
            let known: Vec<String> = names.collect();
            let nearest = nearest_or_few(&key, &known);
            Problem::UnknownKey { key, nearest }
        } else if message.starts_with("missing field") {
            Problem::MissingKey(names.next().unwrap_or_default())
        } else if message.starts_with(IMPOSSIBLE) {
            Problem::ImpossibleNumber
        } else if message.starts_with(AMBIGUOUS) {
            Problem::AmbiguousMeasure
        } else {
            let (key, detail) = (String::new(), message.to_string());
            Problem::Value { key, detail }
        }
    })
}

fn long_value(key: &str, value: &toml::Value) -> Option<Problem> {
    let limit = if key == "id" { LONGEST_ID } else { LONGEST };
    match value {
        toml::Value::String(text) => longer(text, limit),
        toml::Value::Array(items) => items.iter().find_map(|one| long_value(key, one)),
        toml::Value::Table(table) => table.iter().find_map(|(key, value)| long_value(key, value)),
        _ => None,
    }
}

/// Makes what cannot be seen in the texts and keys visible.
fn each_text(table: &mut toml::Table) {
    let old = std::mem::take(table);
    table.extend(old.into_iter().map(|(key, mut value)| {
        value_texts(&mut value);
        (Shown::line(&key).into(), value)
    }));
}

fn value_texts(value: &mut toml::Value) {
    match value {
        toml::Value::String(text) => outside::clean_line(text),
        toml::Value::Array(items) => items.iter_mut().for_each(value_texts),
        toml::Value::Table(table) => each_text(table),
        _ => {}
    }
}

/// Names alike, or all of them if they are few and none is.
pub fn nearest_or_few(name: &str, known: &[String]) -> Vec<String> {
    let nearest = text::nearest(name, known.iter().map(String::as_str));
    if nearest.is_empty() && known.len() <= 8 {
        known.to_vec()
    } else {
        nearest.into_iter().map(str::to_string).collect()
    }
}

fn span(table: &DeTable<'_>, path: &[PathStep]) -> Range<usize> {
    let mut span = 0..0;
    let mut keys = Some(table);
    let mut items: Option<&[toml::Spanned<DeValue<'_>>]> = None;
    for step in path {
        let next = match step {
            PathStep::Key(key) => keys.and_then(|table| table.get(key.as_str())),
            PathStep::Index(index) => items.and_then(|items| items.get(*index)),
        };
        let Some(value) = next else { break };
        span = value.span();
        keys = value.get_ref().as_table();
        items = value.get_ref().as_array().map(|array| &**array);
    }
    span
}
