//! One sheet of an .xlsb workbook, beside its values.
//!
//! In: the records of the sheet. Out: the look of its cells, its hidden lines, its merged cells. Not for: values.

use std::collections::HashMap;

use crate::base::cell::{COLUMNS, CellAddress, CellRange, Grid, Lines, ROWS, SheetFacts};
use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::record_styles::{FLAT_COLUMN, FLAT_ROW, RecordStyles};
use crate::input::read::record_text::RecordText;
use crate::input::read::value::in_grid;
use crate::input::read::xlsb::records;

const ROW: u16 = 0;
/// Cells of all kinds stand between these.
const FIRST_CELL: u16 = 1;
const LAST_CELL: u16 = 11;
const SHARED_TEXT: u16 = 7;
const COLUMNS_ALIKE: u16 = 60;
const MERGED: u16 = 176;

/// What the records of a sheet say beside its values.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The styles of cells and the numbers of their texts, where these matter.
    said: HashMap<CellAddress, (u32, Option<u32>)>,
    facts: SheetFacts,
    merges: Vec<CellRange>,
    /// Whether there are more merged ranges than are read.
    pub(super) has_more_merges: bool,
    row: u32,
}

/// Takes in the records of a sheet; of its merged ranges, so many.
pub(super) fn beside(
    part: &[u8],
    styles: &RecordStyles,
    texts: &HashMap<u32, RecordText>,
    most_merges: u64,
) -> Beside {
    let mut beside = Beside::default();
    for (kind, content) in records(part) {
        match kind {
            ROW => beside.row(content),
            FIRST_CELL..=LAST_CELL => beside.cell(kind, content, styles, texts),
            COLUMNS_ALIKE if content.len() >= 18 => beside.columns(content),
            MERGED if beside.merges.len() as u64 >= most_merges => beside.has_more_merges = true,
            MERGED => beside.merges.extend(merged(content)),
            _ => {}
        }
    }
    beside
}

/// A merged range.
fn merged(content: &[u8]) -> Option<CellRange> {
    let number = |at| u32_at(content, at);
    let (first, last) = ((number(0)?, number(8)?), (number(4)?, number(12)?));
    let is_range = first.0 <= last.0 && first.1 <= last.1;
    (is_range && in_grid(last.0, last.1)).then(|| CellRange {
        first: CellAddress::new(first.0, first.1),
        last: CellAddress::new(last.0, last.1),
    })
}

impl Beside {
    fn row(&mut self, content: &[u8]) {
        self.row = u32_at(content, 0).unwrap_or(ROWS);
        let height = u16_at(content, 8).unwrap_or(u16::MAX);
        let is_hidden = content.get(11).is_some_and(|flags| flags & 0x10 != 0);
        // Excel notes a row of no height as hidden; other programs leave the height away.
        let is_flat = (1..FLAT_ROW).contains(&height);
        if self.row < ROWS && (is_hidden || is_flat) {
            Lines::add(&mut self.facts.hidden_rows, self.row, self.row);
        }
    }

    fn columns(&mut self, content: &[u8]) {
        let number = |at| u32_at(content, at).unwrap_or_default();
        let is_hidden = content.get(16).is_some_and(|flags| flags & 1 != 0);
        let (first, last) = (number(0), number(4).min(COLUMNS - 1));
        if first <= last && (is_hidden || number(8) < FLAT_COLUMN) {
            Lines::add(&mut self.facts.hidden_columns, first, last);
        }
    }

    fn cell(
        &mut self,
        kind: u16,
        content: &[u8],
        styles: &RecordStyles,
        texts: &HashMap<u32, RecordText>,
    ) {
        let (Some(column), Some(style)) = (u32_at(content, 0), u32_at(content, 4)) else {
            return;
        };
        let style = style & 0x00ff_ffff;
        let text = u32_at(content, 8).filter(|_| kind == SHARED_TEXT);
        let text = text.filter(|text| texts.contains_key(text));
        let matters = styles.cell(style).is_some_and(|style| !style.is_plain());
        if in_grid(self.row, column) && (matters || text.is_some()) {
            let at = CellAddress::new(self.row, column);
            self.said.insert(at, (style, text));
        }
    }

    /// Puts what was found beside the cells of a grid.
    pub(super) fn complete(
        self,
        styles: &RecordStyles,
        texts: &HashMap<u32, RecordText>,
        grid: &mut Grid,
    ) {
        let mut whole = std::mem::take(grid).with_facts(self.facts);
        whole.merges = self.merges.into();
        if !self.said.is_empty() {
            whole.each(|cell| {
                if let Some((style, text)) = self.said.get(&cell.address) {
                    let text = text.and_then(|text| texts.get(&text));
                    styles.apply(cell, *style, text);
                }
            });
        }
        *grid = whole;
    }
}
