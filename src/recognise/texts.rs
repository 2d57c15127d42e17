//! The texts of cells, looked at once for all workbooks: forms of one campaign say the same things over and over.
//!
//! In: the text of a cell. Out: its clean form, its key, and what it may be apart from a row of the form: a heading, a line of
//! a cover, the name of a unit, a text in an old encoding. Not for: where a text stands, and what that makes of it.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;

use crate::cell::{Cell, CellValue, Grid};
use crate::encoding::Encoding;
use crate::recognise::Known;
use crate::recognise::align::Taken;
use crate::recognise::heading::Heading;
use crate::recognise::label::{self, CoverLine};
use crate::recognise::lexicon::Lexicon;
use crate::recognise::sheet::Meaning;
use crate::recognise::{cover, decode, vocabulary};
use crate::text;

/// Texts longer than this many bytes are not kept: they are explanations, which nothing repeats.
const LONGEST: usize = 256;
/// Room for texts, in shelves of so many: a campaign's forms have some thousand.
const SHELVES: usize = 32;
const SHELF: usize = 512;
/// Texts that there is room for from the start.
const EXPECTED: usize = 2_048;

/// A text and what there is to know of it. What is not asked for is not worked out, and takes little room.
#[derive(Debug)]
pub struct Text {
    raw: Arc<str>,
    heading: OnceLock<Option<Box<Heading>>>,
    clean: OnceLock<Arc<str>>,
    may_be_old: [OnceLock<bool>; 2],
    more: OnceLock<Box<More>>,
}

/// What is asked of few of the texts.
#[derive(Debug, Default)]
struct More {
    key: OnceLock<Arc<str>>,
    top: OnceLock<Top>,
    meaning: OnceLock<Meaning>,
    items: OnceLock<Box<[usize]>>,
    code: OnceLock<Option<usize>>,
    decoded: OnceLock<Option<(Encoding, String)>>,
}

/// What a text says above a table.
#[derive(Clone, Copy, Debug)]
pub struct Top {
    /// The line of a cover that it is or begins.
    pub line: Option<CoverLine>,
    /// Whether it is the name of a registered unit.
    pub is_unit: bool,
    /// The year in a title.
    pub year: Option<i32>,
}

impl Text {
    /// A text as it stands.
    pub fn new(raw: &str) -> Self {
        Text {
            raw: raw.into(),
            heading: OnceLock::new(),
            clean: OnceLock::new(),
            may_be_old: [OnceLock::new(), OnceLock::new()],
            more: OnceLock::new(),
        }
    }

    fn more(&self) -> &More {
        self.more.get_or_init(Box::default)
    }

    /// Whether it is a heading or a part of one.
    pub fn heading(&self) -> Option<Heading> {
        let heading = || Heading::with_key(&self.raw, || self.key()).map(Box::new);
        self.heading.get_or_init(heading).as_deref().copied()
    }

    /// Its form for showing; mostly the text itself.
    pub fn clean(&self) -> &Arc<str> {
        self.clean.get_or_init(|| match text::cleaned(&self.raw) {
            Cow::Borrowed(_) => self.raw.clone(),
            Cow::Owned(clean) => clean.into(),
        })
    }

    /// The key of its clean form, which is that of the text itself.
    pub fn key(&self) -> &Arc<str> {
        let key = || text::key(self.clean()).into();
        self.more().key.get_or_init(key)
    }

    /// What a row with this text is, as far as the text alone tells.
    pub fn meaning(&self, lexicon: &Lexicon<'_>) -> &Meaning {
        self.more().meaning.get_or_init(|| {
            let key = self.key();
            match lexicon.sum(key) {
                Some(of) => Meaning::Sum(Some(of)),
                None if label::is_sum(key) => Meaning::Sum(None),
                None if label::is_own_grade(key) => Meaning::OwnGrade,
                None => Meaning::Row(Taken::Unknown),
            }
        })
    }

    /// The rows of the form that have this text.
    pub fn items(&self, lexicon: &Lexicon<'_>) -> &[usize] {
        self.more()
            .items
            .get_or_init(|| lexicon.of_text(self.key()).into())
    }

    /// The criterion that has this code.
    pub fn criterion(&self, lexicon: &Lexicon<'_>) -> Option<usize> {
        *self
            .more()
            .code
            .get_or_init(|| lexicon.of_code(self.clean()))
    }

    /// What it says above a table.
    pub fn top(&self, known: &Known<'_>) -> Top {
        *self.more().top.get_or_init(|| {
            let key = self.key();
            let line = match self.clean().split_once(':') {
                Some((label, _)) => label::cover_line(&text::key(label)),
                None => label::cover_line(key),
            };
            Top {
                line,
                is_unit: !known.registry.by_name_key(key).is_empty(),
                year: cover::year_in_title(key),
            }
        })
    }

    /// What it says in an old encoding, where it says nothing as it stands. `is_title`: it stands where titles do.
    pub fn decoded(&self, is_title: bool, known: &Known<'_>) -> Option<&(Encoding, String)> {
        let [plain, title] = &self.may_be_old;
        let may_be_old = if is_title { title } else { plain };
        let vocabulary = known.vocabulary();
        let skeletons = || known.lexicon.skeletons(&vocabulary);
        if !may_be_old.get_or_init(|| vocabulary::may_be_old(&self.raw, is_title, skeletons)) {
            return None;
        }
        let decoded = || decode::label(&self.raw, &vocabulary);
        self.more().decoded.get_or_init(decoded).as_ref()
    }
}

/// A text of a cell: one that is kept for all workbooks, or one of its own.
#[derive(Clone, Debug)]
pub enum Held<'a> {
    /// It stands in a memory.
    Kept(&'a Text),
    /// Only this workbook has it.
    Own(Arc<Text>),
}

impl Held<'_> {
    /// A text that is not kept.
    pub fn own(raw: &str) -> Self {
        Held::Own(Arc::new(Text::new(raw)))
    }
}

impl Deref for Held<'_> {
    type Target = Text;

    fn deref(&self) -> &Text {
        match self {
            Held::Kept(text) => text,
            Held::Own(text) => text,
        }
    }
}

/// The texts of one sheet, one for each of its cells; none for numbers and answers.
pub type Texts<'a> = Vec<Option<Held<'a>>>;

/// The texts seen so far, in all workbooks, by what stands in the cells. Full, it takes up no more: what comes again has come
/// in the first workbooks.
#[derive(Debug)]
pub struct Memory {
    numbers: RwLock<FxHashMap<Arc<str>, usize>>,
    /// The texts by their numbers. They stay where they are, so that threads share them without counting who does.
    shelves: [OnceLock<Box<[OnceLock<Text>]>>; SHELVES],
}

impl Default for Memory {
    fn default() -> Self {
        Memory {
            numbers: RwLock::default(),
            shelves: [const { OnceLock::new() }; SHELVES],
        }
    }
}

impl Memory {
    /// The texts of a sheet's cells.
    pub fn texts(&self, grid: &Grid) -> Texts<'_> {
        let cells = grid.cells();
        let mut texts: Texts<'_> = Vec::with_capacity(cells.len());
        let mut new: Vec<usize> = Vec::new();
        {
            let numbers = self.numbers.read().unwrap_or_else(PoisonError::into_inner);
            let is_full = numbers.len() >= SHELVES * SHELF;
            for (position, cell) in cells.iter().enumerate() {
                texts.push(match &cell.value {
                    CellValue::Number(_) | CellValue::Bool(_) | CellValue::Date { .. } => None,
                    CellValue::Text(text) if text.len() <= LONGEST => {
                        match numbers.get(text.as_str()) {
                            Some(number) => Some(self.kept(*number, text)),
                            None if is_full => Some(Held::own(text)),
                            None => {
                                new.push(position);
                                None
                            }
                        }
                    }
                    CellValue::Text(text) => Some(Held::own(text)),
                    other => Some(Held::own(&other.show())),
                });
            }
        }
        if !new.is_empty() {
            self.learn(cells, &new, &mut texts);
        }
        texts
    }

    /// The text of a number, which is this one.
    fn kept(&self, number: usize, raw: &str) -> Held<'_> {
        let places = self.shelves.get(number / SHELF).and_then(OnceLock::get);
        let text = places.and_then(|places| places.get(number % SHELF)?.get());
        text.map_or_else(|| Held::own(raw), Held::Kept)
    }

    /// Takes up the texts at these positions, which were not known a moment ago.
    fn learn<'a>(&'a self, cells: &[Cell], new: &[usize], texts: &mut Texts<'a>) {
        let mut numbers = self.numbers.write().unwrap_or_else(PoisonError::into_inner);
        if numbers.is_empty() {
            numbers.reserve(EXPECTED);
        }
        for &position in new {
            let Some((cell, place)) = cells.get(position).zip(texts.get_mut(position)) else {
                continue;
            };
            let CellValue::Text(raw) = &cell.value else {
                continue;
            };
            *place = Some(match numbers.get(raw.as_str()) {
                Some(number) => self.kept(*number, raw),
                None => self.keep(raw, &mut numbers),
            });
        }
    }

    /// Puts a new text on the shelves, as long as there is room.
    fn keep(&self, raw: &str, numbers: &mut FxHashMap<Arc<str>, usize>) -> Held<'_> {
        let number = numbers.len();
        let empty = || (0..SHELF).map(|_| OnceLock::new()).collect();
        let places = self.shelves.get(number / SHELF);
        let places = places.map(|places| places.get_or_init(empty));
        let Some(place) = places.and_then(|places| places.get(number % SHELF)) else {
            return Held::own(raw);
        };
        let text = place.get_or_init(|| Text::new(raw));
        numbers.insert(text.raw.clone(), number);
        Held::Kept(text)
    }
}
