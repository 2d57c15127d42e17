//! What a campaign workbook looks like: its sheets, their columns and what stands in them. One table for the writer and the reader.
//!
//! In: nothing. Out: sheets, columns, the lists of their drop-downs, and what the columns of a rule stand for. Not for: writing a
//! workbook, which `output` does, nor for reading one, which `input` does.

mod as_written;
mod columns;
mod figure_keys;
mod inline;
mod row_notes;
mod settings;
mod sheets;
mod whereabouts;

use toml::{Table, Value};

use crate::base::lang::{Phrase, phrase};
use crate::base::text;
use crate::campaign::documents::Document;

pub use crate::campaign::book::as_written::{RECORD_SHEET, WrittenRecord};
pub use crate::campaign::book::figure_keys::{FORMULAS, FigureKeys, RULES, RuleType, form_of};
pub use crate::campaign::book::inline::{inline, inline_value, parse};
pub use crate::campaign::book::row_notes::{BookNote, RowLabel, is_own_note};
pub use crate::campaign::book::settings::{SETTINGS, Setting, foreign};
pub use crate::campaign::book::sheets::{HIDDEN_LIST, SHEETS, place_of, sheet, shown_as};
pub use crate::campaign::book::whereabouts::{BookCell, Places, paths};

/// The custom document property of a campaign workbook that the program wrote.
pub const STAMP: &str = "tonghop-dot-danh-gia";

/// The name of the file that makes a folder a campaign folder, as a workbook.
pub const FILE_NAME: &str = "dot-danh-gia.xlsx";

/// What the name of a campaign workbook beside a plain folder ends in, after the folder's name.
pub const BESIDE: &str = "-dot-danh-gia.xlsx";

/// A sheet of a campaign workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetId {
    /// Settings, one a row.
    Settings,
    /// Levels.
    Levels,
    /// Units.
    Units,
    /// Headings, captions and labels.
    Words,
    /// Groups, criteria, figures, and what rules list.
    Criteria,
    /// Grades.
    Grades,
    /// Sections and statistics.
    Statistics,
    /// Sentences of the annex.
    Sentences,
    /// Figures that the province holds.
    Given,
    /// Criteria that do not apply to units.
    Exempt,
    /// Points that the province gives units.
    Points,
    /// Where a proposal was seen; written and never read.
    Sources,
}

/// What a row of a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// The only kind of its sheet.
    Only,
    /// A criterion group.
    Group,
    /// A criterion.
    Criterion,
    /// A figure of the criterion above.
    Figure,
    /// An option of the rule of the criterion above.
    Option,
    /// A tier of that rule.
    Tier,
    /// Something counted by that rule.
    Item,
    /// A section of the statistics.
    Section,
    /// A statistic.
    Statistic,
}

/// One entry of a drop-down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DropDownEntry {
    /// The value in the documents.
    pub value: &'static str,
    /// What stands in the cell.
    pub label: Phrase,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CellSort {
    /// A text in one line.
    Text,
    /// An id: text, whatever Excel makes of it.
    Code,
    /// Several texts, one a line.
    Texts,
    /// Texts that the document has in one, parted by `|`.
    Aliases,
    /// Several ids, parted by commas.
    Codes,
    /// A number.
    Number,
    /// A number, or words that there is none because there is no limit.
    Maximum,
    /// A whole number that is not negative.
    Whole,
    /// A number in percent: 90, which a cell may show as 90 %.
    Percent,
    /// Points, or a percentage of what can be had: 80, or 80 % however the cell says so.
    Threshold,
    /// The same for single groups, one a line behind the group's code: `1: 60%`.
    Minima,
    /// A day.
    Day,
    /// Yes or no.
    YesNo,
    /// One of a list.
    Choice(&'static [DropDownEntry]),
    /// What no column has, as TOML.
    Other,
    /// For people; never read.
    Free,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct BookColumn {
    /// The path of its value in the table of a row, with dots; one that begins with `@` has a meaning of its own.
    pub key: &'static str,
    /// Its heading.
    pub heading: Phrase,
    /// Other headings that are known.
    pub known_as: &'static [&'static str],
    /// What to write into it.
    pub comment: Phrase,
    /// What its cells hold.
    pub sort: CellSort,
    /// Its width, in digits.
    pub width: f64,
    /// The kinds of rows that have it; none: all.
    pub of: &'static [RowKind],
    /// The kinds of rows that must have it.
    pub needed: &'static [RowKind],
}

/// What a sheet is.
#[derive(Clone, Copy, Debug)]
pub struct BookSheet {
    /// Which one.
    pub id: SheetId,
    /// Its name.
    pub name: Phrase,
    /// What it is for, in one line above its headings.
    pub about: Phrase,
    /// The document that its rows are of, and the array in it; empty where they are not rows of one array.
    pub rows: (Document, &'static str),
    /// Its columns. Those of single levels come besides, after the one that [`BookSheet::by_level`] names.
    pub columns: &'static [BookColumn],
}

/// The key of the column of maxima.
pub const MAXIMUM: &str = "maximum";
/// The key of the column of where grades begin.
const FROM: &str = "from";
/// The key of the column that says what a row is.
pub const KIND: &str = "@kind";
/// The key of the column of the figures that a rule or a formula uses.
pub const FIGURES: &str = "@figures";
/// The key of the column of the figure that another is measured by.
pub const OVER: &str = "@over";
/// The key of the column of what no other column has.
pub const OTHER: &str = "@other";
/// The key of a column for notes.
pub const NOTE: &str = "@note";
/// The key of the column of questions.
pub const QUESTION: &str = "@question";
/// The keys of the sheet of words: the word, what it means, and in which document it stands.
pub const WORD: &str = "@word";
/// See [`WORD`].
pub const MEANING: &str = "@meaning";
/// See [`WORD`].
pub const OWNER: &str = "@owner";
/// The keys of the sheet of settings: the setting and its value.
pub const SETTING: &str = "@setting";
/// See [`SETTING`].
pub const VALUE: &str = "@value";
/// The id of what the province gives, which is a key in the document.
pub const GIVEN_ID: &str = "@id";
/// In how many forms a heading was seen.
pub const FORMS: &str = "@forms";
/// Where a heading was seen.
pub const SEEN: &str = "@seen";

/// The lists of words of a document, by what they mean.
pub const WORDS_OF: [&str; 3] = ["columns", "rows", "cover"];

/// The key of the setting that says that nobody has confirmed a proposal yet. Only “no” does: a blank does not.
pub const PROVISIONAL: &str = "provisional";

/// What stands for yes in a cell.
pub const YES: Phrase = phrase("có", "yes");
/// What stands for no in a cell.
pub const NO: Phrase = phrase("không", "no");

/// The meaning of a heading that is passed over because somebody said so.
pub const IGNORED: &str = "columns.ignored";
/// The meaning of a heading that was not recognised.
pub const UNKNOWN: &str = "columns.unknown";

/// What a path with dots leads to.
pub fn get<'t>(table: &'t Table, key: &str) -> Option<&'t Value> {
    match key.split_once('.') {
        None => table.get(key),
        Some((first, rest)) => get(table.get(first)?.as_table()?, rest),
    }
}

/// Whether a text that is none of a list may be a name of the documents. One word may be a label that was mistyped.
pub fn is_name(text: &str) -> bool {
    let is_of_names = |c: char| c.is_ascii_lowercase() || "_.".contains(c);
    text.contains(['_', '.']) && text.chars().all(is_of_names)
}

/// The first entry that goes by a name, whatever its case and blanks; where there is none, whatever its diacritics.
pub fn called<T: Copy, N: AsRef<str>>(
    all: &[T],
    names: impl Fn(T) -> Vec<N>,
    written: &str,
) -> Option<T> {
    Callable::new(all, names).called(written)
}

/// Entries by the names that they go by, for many questions of [`called`].
#[derive(Clone, Debug)]
pub struct Callable<T> {
    /// Each name as it is compared, and without diacritics.
    names: Vec<(String, String, T)>,
}

impl<T: Copy> Callable<T> {
    /// Entries, each with its names.
    pub fn new<N: AsRef<str>>(all: &[T], names: impl Fn(T) -> Vec<N>) -> Self {
        let of = |one: T| {
            let names = names(one).into_iter();
            names.map(move |name| {
                let name = name.as_ref();
                (text::key(name), text::bare_key(name), one)
            })
        };
        let names = all.iter().flat_map(|one| of(*one).collect::<Vec<_>>());
        Self {
            names: names.collect(),
        }
    }

    /// The entry that a written name means, as [`called`] finds it.
    pub fn called(&self, written: &str) -> Option<T> {
        let key = text::key(written);
        if key.is_empty() {
            return None;
        }
        let exact = self.names.iter().find(|(one, _, _)| *one == key);
        exact
            .or_else(|| {
                let bare = text::bare_key(written);
                let is_it = |other: &str| !bare.is_empty() && other == bare;
                self.names.iter().find(|(_, other, _)| is_it(other))
            })
            .map(|(_, _, one)| *one)
    }
}

impl BookColumn {
    /// Whether rows of a kind have it.
    pub fn is_of(&self, kind: RowKind) -> bool {
        self.of.is_empty() || self.of.contains(&kind)
    }

    /// Whether rows of a kind must have it.
    pub fn is_needed(&self, kind: RowKind) -> bool {
        self.needed.contains(&kind)
    }

    /// Whether its cells are for people alone.
    pub fn is_free(&self) -> bool {
        self.sort == CellSort::Free
    }
}

impl BookSheet {
    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<&'static BookColumn> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The column that each level has one of as well.
    pub fn by_level(&self) -> Option<&'static BookColumn> {
        match self.id {
            SheetId::Criteria => self.column(MAXIMUM),
            SheetId::Grades => self.column(FROM),
            _ => None,
        }
    }

    /// The kinds of its rows, as its drop-down has them.
    pub fn kinds(&self) -> &'static [(RowKind, DropDownEntry)] {
        match self.id {
            SheetId::Criteria => columns::CRITERIA_KINDS,
            SheetId::Statistics => columns::STATISTICS_KINDS,
            _ => &[],
        }
    }
}
