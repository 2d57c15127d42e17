//! The texts of cells, looked at once for all workbooks: forms of one campaign say the same things over and over.
//!
//! In: the text of a cell. Out: its clean form, its key, and what it may be apart from a row of the form: a heading, a line of
//! a cover, the name of a unit, a text in an old encoding. Not for: where a text stands, and what that makes of it.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use crate::cell::{Cell, CellValue, Grid};
use crate::encoding::Encoding;
use crate::recognise::Known;
use crate::recognise::align::Taken;
use crate::recognise::heading::Heading;
use crate::recognise::label::{self, CoverLine};
use crate::recognise::lexicon::Lexicon;
use crate::recognise::sheet::Meaning;
use crate::recognise::{cover, decode};
use crate::text;

/// Texts longer than this many bytes are not kept: they are explanations, which nothing repeats.
const LONGEST: usize = 256;
/// Texts that a memory holds before it starts afresh; a campaign's forms have some thousand.
const MOST: usize = 16_384;

/// A text and what there is to know of it. What is not asked for is not worked out.
#[derive(Debug)]
pub struct Text {
    raw: Box<str>,
    /// Whether it is a heading or a part of one.
    pub heading: Option<Heading>,
    clean: OnceLock<Arc<str>>,
    key: OnceLock<Arc<str>>,
    top: OnceLock<Top>,
    meaning: OnceLock<Meaning>,
    items: OnceLock<Box<[usize]>>,
    code: OnceLock<Option<usize>>,
    may_be_old: [OnceLock<bool>; 2],
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
            heading: Heading::of(raw),
            clean: OnceLock::new(),
            key: OnceLock::new(),
            top: OnceLock::new(),
            meaning: OnceLock::new(),
            items: OnceLock::new(),
            code: OnceLock::new(),
            may_be_old: [OnceLock::new(), OnceLock::new()],
            decoded: OnceLock::new(),
        }
    }

    /// Its form for showing.
    pub fn clean(&self) -> &Arc<str> {
        self.clean.get_or_init(|| text::clean(&self.raw).into())
    }

    /// The key of its clean form.
    pub fn key(&self) -> &Arc<str> {
        self.key.get_or_init(|| text::key(self.clean()).into())
    }

    /// What a row with this text is, as far as the text alone tells.
    pub fn meaning(&self, lexicon: &Lexicon<'_>) -> &Meaning {
        self.meaning.get_or_init(|| {
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
        self.items
            .get_or_init(|| lexicon.of_text(self.key()).into())
    }

    /// The criterion that has this code.
    pub fn criterion(&self, lexicon: &Lexicon<'_>) -> Option<usize> {
        *self.code.get_or_init(|| lexicon.of_code(self.clean()))
    }

    /// What it says above a table.
    pub fn top(&self, known: &Known<'_>) -> Top {
        *self.top.get_or_init(|| {
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
        let vocabulary = || known.lexicon.vocabulary(known.scheme, known.registry);
        let [plain, title] = &self.may_be_old;
        let may_be_old = if is_title { title } else { plain };
        if !may_be_old.get_or_init(|| vocabulary().may_hold(&self.raw, is_title)) {
            return None;
        }
        let decoded = || decode::label(&self.raw, vocabulary());
        self.decoded.get_or_init(decoded).as_ref()
    }
}

/// The texts of one sheet, one for each of its cells; none for numbers and answers.
pub type Texts = Vec<Option<Arc<Text>>>;

/// The texts seen so far.
#[derive(Debug, Default)]
pub struct Memory(FxHashMap<Box<str>, Arc<Text>>);

impl Memory {
    /// The texts of a sheet's cells.
    pub fn texts(&mut self, grid: &Grid) -> Texts {
        grid.cells().iter().map(|cell| self.text(cell)).collect()
    }

    fn text(&mut self, cell: &Cell) -> Option<Arc<Text>> {
        let text = match &cell.value {
            CellValue::Number(_) | CellValue::Bool(_) | CellValue::Date { .. } => return None,
            CellValue::Text(text) => text,
            other => return Some(Arc::new(Text::new(&other.show()))),
        };
        if let Some(known) = self.0.get(text.as_str()) {
            return Some(known.clone());
        }
        let known = Arc::new(Text::new(text));
        if text.len() <= LONGEST {
            if self.0.len() >= MOST {
                self.0.clear();
            }
            self.0.insert(text.as_str().into(), known.clone());
        }
        Some(known)
    }
}

/// Memories for workbooks that are read at the same time: each takes one and gives it back.
#[derive(Debug, Default)]
pub struct Memories(Mutex<Vec<Memory>>);

impl Memories {
    /// A memory that nobody else uses.
    pub fn take(&self) -> Memory {
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.pop().unwrap_or_default()
    }

    /// Keeps a memory for the next workbook.
    pub fn give_back(&self, memory: Memory) {
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(memory);
    }
}
