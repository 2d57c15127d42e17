//! The texts of cells, looked at once by each thread: forms of one campaign say the same things over and over.
//!
//! In: the cells of a workbook. Out: for each the text that stands in it, clean and as a key, with a number. What a text means is
//! kept by whoever asks for it, by that number. Not for: what a text means, and where it stands.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::cell::{CellValue, Grid};
use crate::base::guard;
use crate::base::text;

/// Texts that are kept for further workbooks: a campaign's forms have some thousand.
const MOST: usize = 1 << 13;
/// How many bytes these may have.
const MOST_BYTES: usize = 1 << 21;

/// A text.
#[derive(Debug)]
pub struct Text {
    /// Its number in the memory; none for one that stands in no cell.
    number: Option<usize>,
    raw: Arc<str>,
    clean: Arc<str>,
    key: OnceCell<String>,
}

impl Text {
    /// A text that stands in no cell, such as one put together of two.
    pub fn new(raw: &str) -> Self {
        let clean = text::cleaned(raw);
        let raw: Arc<str> = raw.into();
        Text {
            number: None,
            clean: match clean {
                Cow::Borrowed(_) => raw.clone(),
                Cow::Owned(clean) => clean.into(),
            },
            raw,
            key: OnceCell::new(),
        }
    }

    /// As it stands in the cell.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Its form for showing; mostly the text itself.
    pub fn clean(&self) -> &Arc<str> {
        &self.clean
    }

    /// The key of its clean form, which is that of the text itself.
    pub fn key(&self) -> &str {
        self.key.get_or_init(|| text::key(&self.clean))
    }
}

/// The text that labels something: one of a cell, or one of its own.
#[derive(Clone, Debug)]
pub enum LabelText<'a> {
    /// It stands in a cell.
    Kept(&'a Text),
    /// It was put together.
    Own(Rc<Text>),
}

impl LabelText<'_> {
    /// A text that stands in no cell.
    pub fn own(raw: &str) -> Self {
        LabelText::Own(Rc::new(Text::new(raw)))
    }
}

impl Deref for LabelText<'_> {
    type Target = Text;

    fn deref(&self) -> &Text {
        match self {
            LabelText::Kept(text) => text,
            LabelText::Own(text) => text,
        }
    }
}

/// The texts of one sheet, one for each of its cells; none for numbers and answers.
pub type Texts<'a> = Vec<Option<&'a Text>>;

/// The texts of one sheet by their numbers, one for each of its cells.
pub type Numbers = Vec<Option<usize>>;

/// The texts that one thread has seen. Those of the first workbooks stay until there are too many, since what comes again has come
/// in them; those of later ones are forgotten with their workbook.
#[derive(Debug, Default)]
pub struct Memory {
    numbers: FxHashMap<Arc<str>, usize>,
    texts: Vec<Text>,
    /// How many of them stay.
    kept: usize,
    bytes: usize,
}

impl Memory {
    /// Ends a workbook; gives how many texts stay.
    pub fn end_workbook(&mut self) -> usize {
        if self.texts.len() > MOST || self.bytes > MOST_BYTES {
            for text in self.texts.drain(self.kept..) {
                self.bytes -= text.raw.len();
                self.numbers.remove(&text.raw);
            }
            self.texts.shrink_to(MOST);
            self.numbers.shrink_to(MOST);
        }
        self.kept = self.texts.len();
        self.kept
    }

    /// Takes in the texts of a sheet's cells.
    pub fn take_in(&mut self, grid: &Grid) -> Numbers {
        let mut numbers = Vec::with_capacity(grid.cells().len());
        for cell in grid.cells() {
            guard::check();
            numbers.push(match &cell.value {
                CellValue::Number(_) | CellValue::Bool(_) | CellValue::Date { .. } => None,
                CellValue::Text(text) => Some(self.number(text)),
                other => Some(self.number(&other.show())),
            });
        }
        numbers
    }

    /// The texts of these numbers.
    pub fn texts(&self, numbers: &Numbers) -> Texts<'_> {
        let text = |number: &Option<usize>| self.texts.get((*number)?);
        numbers.iter().map(text).collect()
    }

    /// How many texts there are.
    pub fn count(&self) -> usize {
        self.texts.len()
    }

    fn number(&mut self, raw: &str) -> usize {
        if let Some(number) = self.numbers.get(raw) {
            return *number;
        }
        let number = self.texts.len();
        let text = Text {
            number: Some(number),
            ..Text::new(raw)
        };
        self.bytes += raw.len();
        self.numbers.insert(text.raw.clone(), number);
        self.texts.push(text);
        number
    }
}

/// What somebody has worked out about the texts of a memory.
#[derive(Debug)]
pub struct ByText<T>(Vec<OnceCell<T>>);

impl<T> Default for ByText<T> {
    fn default() -> Self {
        ByText(Vec::new())
    }
}

impl<T: Clone> ByText<T> {
    /// Makes room for so many texts, and forgets what is beyond.
    pub fn fit(&mut self, texts: usize) {
        if texts < self.0.len() {
            self.0.truncate(texts);
            self.0.shrink_to(MOST);
        }
        self.0.resize_with(texts, OnceCell::new);
    }

    /// What there is about a text, worked out when it is first asked for.
    pub fn of(&self, text: &Text, work_out: impl FnOnce() -> T) -> T {
        match text.number.and_then(|number| self.0.get(number)) {
            Some(place) => place.get_or_init(work_out).clone(),
            None => work_out(),
        }
    }
}
