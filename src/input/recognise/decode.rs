//! Workbooks whose texts are in old encodings.
//!
//! In: the grids of a workbook. Out: the same grids with the texts that are known once they are decoded, and a sample of what
//! was done. A text is decoded when, and only when, it is not known as it stands and what it decodes to is; where it could be
//! two known texts, it stays. Evidence and explanations, which nothing is decided by, follow the encoding of the workbook
//! where that makes Vietnamese of them. Not for: the fonts, which the reader does not see.

use std::sync::Arc;

use crate::base::cell::{CellAddress, CellValue, Grid};
use crate::base::encoding::{Encoding, candidates, is_vietnamese, mixed};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::rules::layout;
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::legible::{self, Legibility};
use crate::input::recognise::{Known, cover};
use crate::input::tables::{Headings, TableKind, find};
use crate::input::texts::{ByText, Memory, Text, Texts};

/// A workbook with decoded texts.
#[derive(Debug)]
pub struct Decoded {
    /// Its sheets.
    pub grids: Vec<Grid>,
    /// The encodings found, in the order of [`Encoding::ALL`].
    encodings: Vec<Encoding>,
    sheet: String,
    cell: CellAddress,
    before: String,
    after: String,
}

/// A text that is to be decoded.
struct EncodedText {
    grid: usize,
    cell: CellAddress,
    encoding: Encoding,
    text: String,
}

/// Bytes of the longest text that is tried with every part of it in another font, some hundred ways. A label is much shorter.
const LONGEST_MIXED: usize = 1_000;

/// What a text says in an old encoding, and in which; `None` where it says what it says.
type Deciphered = Option<Arc<(Encoding, String)>>;

/// What each text says in an old encoding, where it says nothing as it stands, remembered.
#[derive(Debug)]
pub struct Decoder<'k> {
    known: &'k Known<'k>,
    may_be_old: ByText<bool>,
    may_be_old_title: ByText<bool>,
    meant: ByText<Deciphered>,
}

impl<'k> Decoder<'k> {
    /// Nothing seen yet.
    pub fn new(known: &'k Known<'k>) -> Self {
        Decoder {
            known,
            may_be_old: ByText::default(),
            may_be_old_title: ByText::default(),
            meant: ByText::default(),
        }
    }

    /// Makes room for so many texts, and forgets what is beyond.
    pub fn fit(&mut self, texts: usize) {
        self.may_be_old.fit(texts);
        self.may_be_old_title.fit(texts);
        self.meant.fit(texts);
    }

    /// What a text says. `is_title`: it stands where titles do.
    fn of(&self, text: &Text, is_title: bool) -> Deciphered {
        let raw = text.raw();
        let may_be_old = if is_title {
            &self.may_be_old_title
        } else {
            &self.may_be_old
        };
        let may_be_old = may_be_old.of(text, || {
            legible::is_suspect(raw)
                && legible::may_be_old(raw, is_title, legible::skeletons(self.known))
        });
        // Takes long, and is the same wherever the text stands.
        let meant = || label(raw, self.known).map(Arc::new);
        may_be_old.then(|| self.meant.of(text, meant)).flatten()
    }
}

/// Decodes the known texts of a workbook. `None`: there are none in an old encoding.
pub fn decode(grids: &[Grid], texts: &[Texts<'_>], old: &Decoder<'_>) -> Option<Decoded> {
    let mut edits: Vec<EncodedText> = Vec::new();
    for (index, (grid, texts)) in grids.iter().zip(texts).enumerate() {
        for (cell, text) in grid.cells().iter().zip(texts) {
            guard::check();
            let is_title = cell.address.row < cover::TOP_ROWS;
            let is_text = matches!(cell.value, CellValue::Text(_));
            let text = text.filter(|_| is_text);
            if let Some(decoded) = text.and_then(|text| old.of(text, is_title)) {
                edits.push(EncodedText {
                    grid: index,
                    cell: cell.address,
                    encoding: decoded.0,
                    text: decoded.1.clone(),
                });
            }
        }
    }
    let first = edits.first()?;
    let grid = grids.get(first.grid)?;
    let before = grid.get(first.cell)?.value.show();
    let (sheet, cell, after) = (grid.name.clone(), first.cell, first.text.clone());
    let encodings: Vec<Encoding> = Encoding::ALL
        .into_iter()
        .filter(|encoding| edits.iter().any(|edit| edit.encoding == *encoding))
        .collect();
    let mut decoded = apply(grids, edits);
    if let [encoding] = encodings.as_slice() {
        let free = free_texts(&decoded, *encoding, old.known);
        if !free.is_empty() {
            decoded = apply(&decoded, free);
        }
    }
    Some(Decoded {
        grids: decoded,
        encodings,
        sheet,
        cell,
        before: text::clean(&before),
        after: text::clean(&after),
    })
}

impl Decoded {
    /// Says once for the workbook what was done, with the first text as a sample.
    pub fn finding(&self) -> Finding {
        let place = Place {
            sheet: Some(self.sheet.clone()),
            cell: Some(self.cell),
            ..Place::default()
        };
        let names: Vec<&str> = self.encodings.iter().map(|one| one.name()).collect();
        Finding::new(&layout::OLD_ENCODING, place)
            .about(About::Row(names.join(", ")))
            .found(Fact::Text(self.before.clone()))
            .expected(Fact::Text(self.after.clone()))
    }
}

fn apply(grids: &[Grid], edits: Vec<EncodedText>) -> Vec<Grid> {
    let mut texts: Vec<Vec<(CellAddress, String)>> = grids.iter().map(|_| Vec::new()).collect();
    for edit in edits {
        if let Some(of_grid) = texts.get_mut(edit.grid) {
            of_grid.push((edit.cell, edit.text));
        }
    }
    grids
        .iter()
        .zip(texts)
        .map(|(grid, texts)| grid.with_texts(texts))
        .collect()
}

/// What a text says that is known only once it is decoded.
fn label(text: &str, known: &Known<'_>) -> Option<(Encoding, String)> {
    let plain = legible::knows(text, known);
    if plain == Some(Legibility::Whole) {
        return None;
    }
    let mut found = known_ones(candidates(text), known);
    if best_of(&found) <= plain && text.len() <= LONGEST_MIXED {
        found = known_ones(mixed(text), known);
        found.retain(|(grasp, _, _)| *grasp == Legibility::Whole);
    }
    // What says something as it stands is decoded only if it then says more.
    let best = best_of(&found).filter(|best| Some(*best) > plain)?;
    let mut best = found.into_iter().filter(|(grasp, _, _)| *grasp == best);
    let (_, encoding, decoded) = best.next()?;
    let key = text::key(&decoded);
    // Two known texts out of one: nobody can tell which is meant.
    best.all(|(_, _, other)| text::key(&other) == key)
        .then_some((encoding, decoded))
}

fn best_of(found: &[(Legibility, Encoding, String)]) -> Option<Legibility> {
    found.iter().map(|(grasp, _, _)| *grasp).max()
}

fn known_ones(
    candidates: impl Iterator<Item = (Encoding, String)>,
    known: &Known<'_>,
) -> Vec<(Legibility, Encoding, String)> {
    candidates
        .inspect(|_| guard::check())
        .filter_map(|(encoding, text)| Some((legible::knows(&text, known)?, encoding, text)))
        .collect()
}

/// Evidence and explanations that are Vietnamese in the encoding of the workbook and none as they stand.
fn free_texts(grids: &[Grid], encoding: Encoding, known: &Known<'_>) -> Vec<EncodedText> {
    let mut edits = Vec::new();
    let mut memory = Memory::default();
    let mut headings = Headings::new(&known.vocabulary, TableKind::Form);
    for (index, grid) in grids.iter().enumerate() {
        let numbers = memory.take_in(grid);
        headings.fit(memory.count());
        let texts = memory.texts(&numbers);
        for table in find(grid, &texts, &headings) {
            let columns: Vec<u32> = [Column::Evidence, Column::Explanation]
                .into_iter()
                .filter_map(|column| table.columns.get(column))
                .collect();
            let rows = grid.between(table.header + 1, table.end);
            let cells = grid.cells().get(rows).unwrap_or_default().iter();
            for cell in cells.filter(|cell| columns.contains(&cell.address.column)) {
                let CellValue::Text(text) = &cell.value else {
                    continue;
                };
                guard::check();
                let decoded = encoding.decode(text);
                if let [decoded] = decoded.as_slice()
                    && is_vietnamese(decoded)
                    && !is_vietnamese(text)
                {
                    edits.push(EncodedText {
                        grid: index,
                        cell: cell.address,
                        encoding,
                        text: decoded.clone(),
                    });
                }
            }
        }
    }
    edits
}
