//! The vocabulary, put together so that a text is found in it at once.
//!
//! In: the words that the program carries, and those of a scheme and a campaign, which count before them. Out: what a heading, a
//! caption or a label means. Not for: which cells stand below each other.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::offices::UnitTier;
use crate::campaign::vocabulary::{
    Caption, Column, CoverLine, FileWords, PERHAPS, SOME_WORDS, WordLists, built_in, heading_key,
};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Forms: their rows are criteria.
    Form,
    /// Tables of results: their rows are units.
    Results,
}

/// What a heading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A column of this kind.
    Column(Column),
    /// A column of this kind, where nothing else names one.
    Perhaps(Column),
    /// The points of a criterion group, by its place in the scheme.
    Group(usize),
}

/// All words of headings, captions and covers, by [`text::key`].
#[derive(Clone, Debug)]
pub struct Vocabulary {
    forms: HeadingWords,
    results: HeadingWords,
    captions: FxHashMap<String, Caption>,
    /// What stands before a group, the longest first.
    sums_of: Vec<String>,
    summaries: FxHashSet<String>,
    cover: FxHashMap<String, CoverLine>,
}

/// The most words that the name of an office has within a heading.
const MOST_BETWEEN: usize = 8;
/// Letters of ASCII that such a name may have.
const LETTERS_BETWEEN: usize = 40;
/// Letters of ASCII in `năm`, before a year.
const LETTERS_OF_YEAR: usize = 2;

/// The words of headings.
#[derive(Clone, Debug, Default)]
pub struct HeadingWords {
    roles: FxHashMap<String, Role>,
    /// What headings begin or end with; nothing is among it.
    parts: FxHashSet<String>,
    /// Letters of ASCII of the longest one.
    letters: usize,
    has_digits: bool,
    /// Headings with some words in their middle or at their end: what they begin and end with.
    patterns: Vec<(String, String, Role)>,
    /// The year assessed, which a heading may end in.
    year: Option<String>,
    /// Whether a number may stand before a heading: `1. Hạ tầng`.
    pub(super) is_numbered: bool,
}

/// What stands between the heading of a maximum and the level that it holds for.
const OF_LEVEL: [&str; 4] = ["", "của ", "cho ", "đối với "];

/// The column that a heading stands for in tables of a kind, where it has one there.
fn column_in(kind: TableKind, column: Column) -> Option<Column> {
    match (kind, column) {
        (TableKind::Form, Column::Number) => Some(Column::Code),
        (_, Column::Explanation) => Some(column),
        (_, Column::Number | Column::Unit | Column::Total | Column::Grade | Column::Place) => {
            (kind == TableKind::Results).then_some(column)
        }
        (
            _,
            Column::Code
            | Column::Criterion
            | Column::Measure
            | Column::Figure
            | Column::Maximum
            | Column::Claimed
            | Column::Appraised
            | Column::Tick
            | Column::Yes
            | Column::No
            | Column::Choice
            | Column::Evidence
            | Column::Ignored
            | Column::Unknown
            | Column::Earlier
            | Column::Weight,
        ) => (kind == TableKind::Form).then_some(column),
    }
}

/// The keys of some lists with their meanings, those of the first lists first.
fn words<'l, T: Copy>(lists: &[&'l WordLists<T>]) -> impl Iterator<Item = (T, String)> {
    let of = |(meaning, words): (&'l T, &'l Vec<String>)| {
        let keys = words.iter().map(|word| text::key(word));
        keys.filter(|key| !key.is_empty())
            .map(|key| (*meaning, key))
    };
    lists.iter().copied().flatten().flat_map(of)
}

impl Vocabulary {
    /// The words that the program carries and those of these files, of which the first counts first.
    pub fn new(own: &[FileWords<'_>]) -> Self {
        /// Most files have no words of their own.
        static CARRIED: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::of(&[built_in()]));
        if own.iter().all(FileWords::is_empty) {
            return CARRIED.clone();
        }
        Vocabulary::of(&[own, &[built_in()]].concat())
    }

    fn of(listed: &[FileWords<'_>]) -> Self {
        let columns: Vec<&WordLists<Column>> = listed.iter().map(|one| one.columns).collect();
        let rows: Vec<&WordLists<Caption>> = listed.iter().map(|one| one.rows).collect();
        let covers: Vec<&WordLists<CoverLine>> = listed.iter().map(|one| one.cover).collect();
        let mut vocabulary = Vocabulary {
            forms: HeadingWords::default(),
            results: HeadingWords {
                is_numbered: true,
                ..HeadingWords::default()
            },
            captions: FxHashMap::default(),
            sums_of: Vec::new(),
            summaries: FxHashSet::default(),
            cover: FxHashMap::default(),
        };
        for (column, words) in columns.iter().copied().flatten() {
            for word in words {
                vocabulary.add_heading(*column, word);
            }
        }
        for (caption, key) in words(&rows) {
            match caption {
                Caption::SumOf => vocabulary.sums_of.push(key + " "),
                Caption::Summary => {
                    vocabulary.summaries.insert(key);
                }
                Caption::Total | Caption::Sum | Caption::Grade => {
                    vocabulary.captions.entry(key).or_insert(caption);
                }
            }
        }
        let longest_first = |word: &String| std::cmp::Reverse(word.len());
        vocabulary.sums_of.sort_by_key(longest_first);
        for (line, key) in words(&covers) {
            vocabulary.cover.entry(key).or_insert(line);
        }
        // A row may have the words of a column.
        let totals = words(&columns).filter(|(column, _)| *column == Column::Total);
        for (_, key) in totals {
            vocabulary.captions.entry(key).or_insert(Caption::Total);
        }
        vocabulary
    }

    /// As [`Vocabulary::new`], with the groups of a scheme and its names for units as headings of results.
    #[must_use]
    pub fn with_groups(mut self, scheme: &Scheme) -> Self {
        for (place, group) in scheme.groups.iter().enumerate() {
            let names = std::iter::once(group.name.as_str())
                .chain(group.short.as_deref())
                .chain(group.aliases.iter().map(String::as_str));
            for name in names {
                self.results.add(text::key(name), Role::Group(place));
            }
        }
        for level in &scheme.levels {
            let role = Role::Column(Column::Unit);
            self.results.add(text::key(&level.units), role);
        }
        self
    }

    /// As [`Vocabulary::new`], with maxima of one level: `Điểm tối đa cấp huyện`, `Điểm chuẩn đối với UBND cấp huyện`.
    #[must_use]
    pub fn with_levels(self, scheme: &Scheme) -> Self {
        let levels = scheme.levels.iter();
        self.of_levels(levels.flat_map(|level| [level.name.as_str(), level.units.as_str()]))
    }

    /// The same where no levels are known yet, with the kinds of units that there are.
    #[must_use]
    pub fn with_tiers(self) -> Self {
        self.of_levels(UnitTier::ALL.into_iter().flat_map(UnitTier::names).copied())
    }

    fn of_levels<'n>(mut self, names: impl Iterator<Item = &'n str>) -> Self {
        let is_maximum = |role: &Role| *role == Role::Column(Column::Maximum);
        let of_maxima = self.forms.roles.iter().filter(|(_, role)| is_maximum(role));
        let keys: Vec<String> = of_maxima.map(|(key, _)| key.clone()).collect();
        for name in names.map(heading_key).filter(|name| !name.is_empty()) {
            for (key, between) in keys.iter().flat_map(|key| OF_LEVEL.map(|one| (key, one))) {
                let heading = format!("{key} {between}{name}");
                self.forms.add(heading, Role::Column(Column::Maximum));
            }
        }
        self
    }

    /// As [`Vocabulary::new`], with a year that headings may end in: `Điểm tự chấm năm 2017`.
    #[must_use]
    pub fn of_year(mut self, year: i32) -> Self {
        for headings in [&mut self.forms, &mut self.results] {
            headings.year = Some(year.to_string());
        }
        self
    }

    fn add_heading(&mut self, column: Column, word: &str) {
        let is_perhaps = word.trim_end().ends_with(PERHAPS);
        let key = heading_key(word);
        if key.is_empty() {
            return;
        }
        if let Some(column) = column_in(TableKind::Form, column) {
            let role = if is_perhaps && column != Column::Unknown {
                Role::Perhaps(column)
            } else {
                Role::Column(column)
            };
            self.forms.add(key.clone(), role);
        }
        if let Some(column) = column_in(TableKind::Results, column).filter(|_| !is_perhaps) {
            self.results.add(key, Role::Column(column));
        }
    }

    /// The headings of tables of a kind.
    pub fn headings(&self, kind: TableKind) -> &HeadingWords {
        match kind {
            TableKind::Form => &self.forms,
            TableKind::Results => &self.results,
        }
    }

    /// Whether a row of a table of general facts names the unit behind a label of this key: `Tên địa phương | UBND huyện Sa Thầy`.
    pub fn names_unit_in_row(&self, key: &str) -> bool {
        key.starts_with("tên ") && self.cover_line(key) == Some(CoverLine::Unit)
    }

    /// What a row with a text of this key is, if it is a total, a sum of what stands above, or the unit's own grade.
    pub fn caption(&self, key: &str) -> Option<Caption> {
        self.captions.get(key).copied()
    }

    /// What follows the words for a sum in `Cộng nhóm 1` or `Tổng điểm nhóm Hạ tầng`.
    pub fn sum_of<'k>(&self, key: &'k str) -> Option<&'k str> {
        let rest = |words: &String| key.strip_prefix(words.as_str());
        self.sums_of.iter().find_map(rest)
    }

    /// The words before a group, each with a space behind it.
    pub fn sums_of(&self) -> impl Iterator<Item = &str> {
        self.sums_of.iter().map(String::as_str)
    }

    /// Whether a row of results holds maxima.
    pub fn is_maximum(&self, key: &str) -> bool {
        self.forms.role(key) == Some(Role::Column(Column::Maximum))
    }

    /// Whether a text heads grades or places: where names of units stand, it begins another small table.
    pub fn heads_grades(&self, key: &str) -> bool {
        let role = self.results.role(key);
        [Column::Grade, Column::Place]
            .into_iter()
            .any(|column| role == Some(Role::Column(column)))
    }

    /// Whether a row of results holds maxima, sums or averages.
    pub fn is_summary(&self, key: &str) -> bool {
        let is_sum = matches!(self.caption(key), Some(Caption::Total | Caption::Sum));
        let (words, number) = key.rsplit_once(' ').unwrap_or((key, ""));
        let is_of_page = number.bytes().all(|byte| byte.is_ascii_digit());
        let is_page = is_of_page && self.summaries.contains(words);
        is_sum || is_page || self.summaries.contains(key) || self.is_maximum(key)
    }

    /// The line of a cover that a label of this key begins.
    pub fn cover_line(&self, key: &str) -> Option<CoverLine> {
        self.cover.get(key).copied()
    }

    /// Whether a key is one of the words.
    pub fn has_key(&self, key: &str) -> bool {
        self.forms.roles.contains_key(key)
            || self.captions.contains_key(key)
            || self.cover.contains_key(key)
    }

    /// All keys of forms and covers.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let headings = self.forms.roles.keys();
        let others = self.captions.keys().chain(self.cover.keys());
        headings.chain(others).map(String::as_str)
    }
}

impl HeadingWords {
    fn add(&mut self, key: String, role: Role) {
        if let Some((before, after)) = key.split_once(SOME_WORDS) {
            let (before, after) = (before.to_string(), after.to_string());
            self.letters = self.letters.max(letters(&key) + LETTERS_BETWEEN);
            self.patterns.push((before, after, role));
            return;
        }
        self.letters = self.letters.max(letters(&key));
        self.has_digits |= has_digit(&key);
        self.parts.insert(String::new());
        self.parts.insert(key.clone());
        for (space, _) in key.match_indices(' ') {
            let (before, after) = key.split_at(space);
            for part in [before, after.trim_start()] {
                self.parts.insert(part.to_string());
            }
        }
        self.roles.entry(key).or_insert(role);
    }

    /// What a key names.
    pub(super) fn role(&self, key: &str) -> Option<Role> {
        let role = |key: &str| self.roles.get(key).copied();
        let role = |key: &str| {
            role(key).or_else(|| role(without_number(self.is_numbered.then_some(key)?)?))
        };
        let without_year = self.without_year(key);
        let known = role(key).or_else(|| role(without_year?));
        let known = known.or_else(|| self.pattern(without_year.unwrap_or(key)));
        // What a campaign does not know, the words that the program carries do not tell.
        known.filter(|role| *role != Role::Column(Column::Unknown))
    }

    /// What a key is without the year assessed at its end.
    fn without_year<'k>(&self, key: &'k str) -> Option<&'k str> {
        let before = key.strip_suffix(self.year.as_deref()?)?.strip_suffix(' ')?;
        Some(before.strip_suffix(" năm").unwrap_or(before))
    }

    /// What a key names that begins and ends like a heading, with the name of an office between.
    fn pattern(&self, key: &str) -> Option<Role> {
        let is_like = |(before, after, _): &&(String, String, Role)| {
            let rest = key.strip_prefix(before.as_str());
            let name = rest.and_then(|rest| rest.strip_suffix(after.as_str()));
            name.is_some_and(|name| {
                name.starts_with(' ')
                    && (after.is_empty() || name.ends_with(' '))
                    && (1..=MOST_BETWEEN).contains(&name.split_whitespace().count())
            })
        };
        self.patterns.iter().find(is_like).map(|(_, _, role)| *role)
    }

    /// Whether a key is a heading, a part of one, or nothing.
    pub(super) fn has_part(&self, key: &str) -> bool {
        self.parts.contains(key) || self.role(key).is_some()
    }

    fn has_year(&self, text: &str) -> bool {
        let year = self.year.as_deref();
        year.is_some_and(|year| text.trim_end().ends_with(year))
    }

    /// Whether a text may be a heading. Quick, because it is asked for every text.
    pub(super) fn may_be(&self, before_bracket: &str) -> bool {
        self.is_numbered
            || (letters(before_bracket) <= self.letters + LETTERS_OF_YEAR
                && (self.has_digits || !has_digit(before_bracket) || self.has_year(before_bracket)))
    }
}

/// How many letters of ASCII a text has; making a key loses none.
fn letters(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_alphabetic).count()
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// A key without the number that it begins with.
fn without_number(key: &str) -> Option<&str> {
    let key = key.strip_prefix("nhóm ").unwrap_or(key);
    let (first, rest) = key.split_once(' ')?;
    first.bytes().all(|b| b.is_ascii_digit()).then_some(rest)
}
