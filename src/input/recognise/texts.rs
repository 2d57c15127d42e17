//! The texts of cells, looked at once for all workbooks: forms of one campaign say the same things over and over.
//!
//! In: the text of a cell. Out: its clean form, its key, and what it may be apart from a row of the form: a heading, a line of
//! a cover, the name of a unit, a text in an old encoding. Not for: where a text stands, and what that makes of it.

use std::borrow::Cow;
use std::hash::Hasher;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use once_cell::race::{OnceBool, OnceBox};
use rustc_hash::{FxHashMap, FxHasher};

use crate::base::cell::{CellValue, Grid};
use crate::base::encoding::Encoding;
use crate::base::guard;
use crate::base::text;
use crate::input::recognise::Known;
use crate::input::recognise::align::Taken;
use crate::input::recognise::heading::Heading;
use crate::input::recognise::label::{self, CoverLine};
use crate::input::recognise::lexicon::Lexicon;
use crate::input::recognise::sheet::Meaning;
use crate::input::recognise::{cover, decode, vocabulary};

/// Texts longer than this many bytes are not kept: they are explanations, which nothing repeats.
const LONGEST: usize = 256;
/// Places for texts, a power of two, and how many of them may be taken: a campaign's forms have some thousand.
const PLACES: usize = 1 << 14;
const MOST: usize = PLACES / 2;
/// How many places after the one that its hash gives are looked at for a text.
const FURTHEST: usize = 32;

/// A text and what there is to know of it. What is not asked of every text is not worked out, and takes little room.
///
/// Threads that ask for the same at once all work it out, and none waits for another: being woken takes longer.
#[derive(Debug)]
pub struct Text {
    raw: Arc<str>,
    clean: Arc<str>,
    may_be_heading: bool,
    is_suspect: bool,
    more: OnceBox<More>,
}

/// What is asked of few of the texts.
#[derive(Debug)]
struct More {
    key: String,
    heading: OnceBox<Option<Heading>>,
    top: OnceBox<Top>,
    meaning: OnceBox<Meaning>,
    items: OnceBox<Vec<usize>>,
    code: OnceBox<Option<usize>>,
    may_be_old: OnceBool,
    may_be_old_title: OnceBool,
    decoded: OnceBox<Option<(Encoding, String)>>,
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
        let clean = text::cleaned(raw);
        let raw: Arc<str> = raw.into();
        Text {
            clean: match clean {
                Cow::Borrowed(_) => raw.clone(),
                Cow::Owned(clean) => clean.into(),
            },
            may_be_heading: Heading::is_possible(&raw),
            is_suspect: vocabulary::is_suspect(&raw),
            raw,
            more: OnceBox::new(),
        }
    }

    fn more(&self) -> &More {
        self.more.get_or_init(|| {
            Box::new(More {
                key: text::key(&self.clean),
                heading: OnceBox::new(),
                top: OnceBox::new(),
                meaning: OnceBox::new(),
                items: OnceBox::new(),
                code: OnceBox::new(),
                may_be_old: OnceBool::new(),
                may_be_old_title: OnceBool::new(),
                decoded: OnceBox::new(),
            })
        })
    }

    /// Whether it is a heading or a part of one.
    pub fn heading(&self) -> Option<Heading> {
        if !self.may_be_heading {
            return None;
        }
        let more = self.more();
        let heading = || Box::new(Heading::with_key(&self.raw, &more.key));
        *more.heading.get_or_init(heading)
    }

    /// Its form for showing; mostly the text itself.
    pub fn clean(&self) -> &Arc<str> {
        &self.clean
    }

    /// The key of its clean form, which is that of the text itself.
    pub fn key(&self) -> &str {
        &self.more().key
    }

    /// What a row with this text is, as far as the text alone tells.
    pub fn meaning(&self, lexicon: &Lexicon<'_>) -> &Meaning {
        let more = self.more();
        more.meaning.get_or_init(|| {
            Box::new(match lexicon.sum(&more.key) {
                Some(of) => Meaning::Sum(Some(of)),
                None if label::is_sum(&more.key) => Meaning::Sum(None),
                None if label::is_own_grade(&more.key) => Meaning::OwnGrade,
                None => Meaning::Row(Taken::Unknown),
            })
        })
    }

    /// The rows of the form that have this text.
    pub fn items(&self, lexicon: &Lexicon<'_>) -> &[usize] {
        let more = self.more();
        let items = || Box::new(lexicon.of_text(&more.key).to_vec());
        more.items.get_or_init(items)
    }

    /// The criterion that has this code.
    pub fn criterion(&self, lexicon: &Lexicon<'_>) -> Option<usize> {
        let code = || Box::new(lexicon.of_code(&self.clean));
        *self.more().code.get_or_init(code)
    }

    /// What it says above a table.
    pub fn top(&self, known: &Known<'_>) -> Top {
        let more = self.more();
        *more.top.get_or_init(|| {
            let line = match self.clean.split_once(':') {
                Some((label, _)) => label::cover_line(&text::key(label)),
                None => label::cover_line(&more.key),
            };
            Box::new(Top {
                line,
                is_unit: !known.registry.by_name_key(&more.key).is_empty(),
                year: cover::year_in_title(&more.key),
            })
        })
    }

    /// What it says in an old encoding, where it says nothing as it stands. `is_title`: it stands where titles do.
    pub fn decoded(&self, is_title: bool, known: &Known<'_>) -> Option<&(Encoding, String)> {
        if !self.is_suspect {
            return None;
        }
        let (more, vocabulary) = (self.more(), known.vocabulary());
        let may_be_old = if is_title {
            &more.may_be_old_title
        } else {
            &more.may_be_old
        };
        let skeletons = known.lexicon.skeletons(&vocabulary);
        if !may_be_old.get_or_init(|| vocabulary::may_be_old(&self.raw, is_title, skeletons)) {
            return None;
        }
        let decoded = || Box::new(decode::label(&self.raw, &vocabulary));
        more.decoded.get_or_init(decoded).as_ref()
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
///
/// A hash table with open addressing that only grows in content: a text stays where it is, so that threads share it without
/// counting who does, and no thread waits for another.
#[derive(Debug, Default)]
pub struct Memory {
    places: OnceBox<Vec<OnceBox<Text>>>,
    taken: AtomicUsize,
}

impl Memory {
    /// The texts of a sheet's cells.
    pub fn texts(&self, grid: &Grid) -> Texts<'_> {
        let empty = || Box::new((0..PLACES).map(|_| OnceBox::new()).collect());
        let places: &[OnceBox<Text>] = self.places.get_or_init(empty);
        // A long text may stand in many cells of a sheet, which a file has only once.
        let mut long: FxHashMap<&str, Arc<Text>> = FxHashMap::default();
        let mut texts = Vec::with_capacity(grid.cells().len());
        for cell in grid.cells() {
            guard::check();
            texts.push(match &cell.value {
                CellValue::Number(_) | CellValue::Bool(_) | CellValue::Date { .. } => None,
                CellValue::Text(text) if text.len() <= LONGEST => Some(self.held(places, text)),
                CellValue::Text(text) => {
                    let same = long.entry(text);
                    let text = same.or_insert_with(|| Arc::new(Text::new(text)));
                    Some(Held::Own(text.clone()))
                }
                other => Some(Held::own(&other.show())),
            });
        }
        texts
    }

    /// The text that is kept for this one; one of its own where there is no room.
    fn held<'a>(&self, places: &'a [OnceBox<Text>], raw: &str) -> Held<'a> {
        let mut hasher = FxHasher::default();
        hasher.write(raw.as_bytes());
        let first = hasher.finish() as usize;
        for step in 0..FURTHEST {
            let Some(place) = places.get(first.wrapping_add(step) % PLACES) else {
                break;
            };
            if place.get().is_none() {
                if self.taken.load(Ordering::Relaxed) >= MOST {
                    break;
                }
                // Another thread may be quicker.
                if place.set(Box::new(Text::new(raw))).is_ok() {
                    self.taken.fetch_add(1, Ordering::Relaxed);
                }
            }
            if let Some(text) = place.get().filter(|text| *text.raw == *raw) {
                return Held::Kept(text);
            }
        }
        Held::own(raw)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use rayon::prelude::*;

    use super::*;
    use crate::base::cell::{Cell, CellAddress, Format, Visibility};

    /// A sheet with one text below another, the first with this number.
    fn sheet(first: u32, texts: u32) -> Grid {
        let cell = |row| Cell {
            address: CellAddress::new(row, 0),
            value: CellValue::Text(format!(" Nội dung  {}", first + row)),
            formula: None,
            format: Format::General,
        };
        let cells = (0..texts).map(cell).collect();
        Grid::new("S", Visibility::Visible, cells, Vec::new())
    }

    #[test]
    fn every_thread_gets_the_texts_that_stand_in_the_cells() {
        let memory = Memory::default();
        // More than there is room for, each of them four times.
        let sheets =
            (0..MOST as u32 / 50).flat_map(|number| [(); 2].map(|()| sheet(number * 100, 200)));
        let sheets: Vec<Grid> = sheets.collect();
        sheets.par_iter().for_each(|sheet| {
            for (cell, text) in sheet.cells().iter().zip(memory.texts(sheet)) {
                let (text, raw) = (text.unwrap(), cell.value.show());
                assert_eq!(*text.raw, *raw);
                assert_eq!(**text.clean(), *text::clean(&raw));
                assert_eq!(text.key(), text::key(&raw));
            }
        });
        let taken = memory.taken.load(Ordering::Relaxed);
        // Each thread may have seen room at the same time.
        assert!((MOST..MOST + 100).contains(&taken), "{taken}");
        let kept = |held: &Held<'_>| matches!(held, Held::Kept(_));
        let again = sheets
            .iter()
            .flat_map(|sheet| memory.texts(sheet))
            .flatten();
        assert!(again.filter(kept).count() >= MOST);
        let texts = memory.texts(&sheet(u32::MAX - 100, 100));
        assert!(!texts.iter().flatten().any(kept), "it is full");
    }
}
