//! One sheet of an .xls workbook, beside its values.
//!
//! In: the records of the sheet. Out: the look of its cells, its hidden lines, its filled-down formulas. Not for: values.

use rustc_hash::FxHashMap;

use crate::base::cell::{Cell, Grid, Lines, SheetFacts};
use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::record_styles::{FLAT_COLUMN, FLAT_ROW};
use crate::input::read::xls::conditions::Conditions;
use crate::input::read::xls::drawn::DrawingReader;
use crate::input::read::xls::globals::Globals;
use crate::input::read::xls::{BEGIN, END, formula, records};

/// Rows and columns as the records have them.
type RecordCell = (u16, u16);

/// What is said of one cell.
#[derive(Clone, Copy, Debug, Default)]
struct CellRecord {
    style: u16,
    text: Option<u32>,
    /// The first cell of those that share a formula.
    shares: Option<RecordCell>,
}

/// What the records of a sheet say beside its values.
struct SheetRecords<'a> {
    globals: &'a Globals,
    facts: SheetFacts,
    cells: FxHashMap<RecordCell, CellRecord>,
    /// The tokens of shared formulas, by the first cell that has one.
    shared: FxHashMap<RecordCell, &'a [u8]>,
    /// The last cell with a formula.
    last: RecordCell,
    drawn: DrawingReader,
    conditions: Conditions,
}

/// Completes a grid from the records at a place of the stream.
pub(super) fn complete(stream: &[u8], start: usize, globals: &Globals, grid: &mut Grid) {
    let mut beside = SheetRecords {
        globals,
        facts: std::mem::take(&mut grid.facts),
        cells: FxHashMap::default(),
        shared: FxHashMap::default(),
        last: (0, 0),
        drawn: DrawingReader::default(),
        conditions: Conditions::default(),
    };
    let mut depth = 0_usize;
    for (kind, content) in records(stream, start) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts have sheets of their own within.
            _ if depth > 1 => {}
            _ => {
                beside.line(kind, content);
                beside.cell(kind, content);
                beside.drawn.record(kind, content);
                beside.conditions.record(kind, content, globals);
            }
        }
    }
    let mut facts = std::mem::take(&mut beside.facts);
    std::mem::take(&mut beside.drawn).end(&mut facts);
    let mut whole = std::mem::take(grid).with_facts(facts);
    if !beside.cells.is_empty() {
        whole.each(|cell| beside.complete(cell));
    }
    beside.conditions.ranges.apply(&mut whole);
    *grid = whole;
}

/// The place with which the content of most records begins: row and column, or two columns.
fn place(content: &[u8]) -> RecordCell {
    let number = |at| u16_at(content, at).unwrap_or_default();
    (number(0), number(2))
}

impl<'a> SheetRecords<'a> {
    /// Takes in what a record says of a row or of columns.
    fn line(&mut self, kind: u16, content: &[u8]) {
        let number = |at| u16_at(content, at).unwrap_or_default();
        let (first, second) = place(content);
        match kind {
            // A record that is cut says nothing.
            0x0208 | 0x007d if content.len() < 10 => {}
            0x0208 if number(12) & 0x20 != 0 || number(6) & 0x7fff < FLAT_ROW => {
                let row = u32::from(first);
                Lines::add(&mut self.facts.hidden_rows, row, row);
            }
            0x007d if number(8) & 1 != 0 || u32::from(number(4)) < FLAT_COLUMN => {
                let last = u32::from(second.min(255));
                Lines::add(&mut self.facts.hidden_columns, u32::from(first), last);
            }
            _ => {}
        }
    }

    /// Takes in what a record says of cells.
    fn cell(&mut self, kind: u16, content: &'a [u8]) {
        let place = place(content);
        let style = u16_at(content, 4).unwrap_or_default();
        match kind {
            0x0203 | 0x027e | 0x0205 | 0x0204 | 0x00d6 => self.styled(place, style),
            0x00bd => {
                let styles = content.get(4..).unwrap_or_default().chunks_exact(6);
                for (column, one) in (place.1..).zip(styles) {
                    self.styled((place.0, column), u16_at(one, 0).unwrap_or_default());
                }
            }
            0x00fd => {
                let texts = &self.globals.texts;
                let text = u32_at(content, 6).filter(|text| texts.contains_key(text));
                self.styled(place, style);
                if text.is_some() {
                    let said = self.cells.entry(place).or_default();
                    (said.style, said.text) = (style, text);
                }
            }
            0x0006 => {
                self.last = place;
                self.styled(place, style);
                if let Some(first) = formula::shares(content.get(22..).unwrap_or_default()) {
                    let said = self.cells.entry(place).or_default();
                    (said.style, said.shares) = (style, Some(first));
                }
            }
            // It follows the first cell that has it.
            0x04bc => {
                let code = content.get(8..).unwrap_or_default();
                self.shared.insert(self.last, code);
            }
            _ => {}
        }
    }

    /// Notes the style of a cell, unless it only decorates.
    fn styled(&mut self, place: RecordCell, style: u16) {
        let style_of_cell = self.globals.styles.cell(style.into());
        if style_of_cell.is_some_and(|style| !style.is_plain()) {
            self.cells.entry(place).or_default().style = style;
        }
    }

    /// Adds to a cell what was said of it.
    fn complete(&self, cell: &mut Cell) {
        let (Ok(row), Ok(column)) = (
            u16::try_from(cell.address.row),
            u16::try_from(cell.address.column),
        ) else {
            return;
        };
        let Some(said) = self.cells.get(&(row, column)) else {
            return;
        };
        let text = said.text.and_then(|text| self.globals.texts.get(&text));
        self.globals.styles.apply(cell, said.style.into(), text);
        let first = said.shares.and_then(|first| self.shared.get(&first));
        if let Some(text) = first.and_then(|code| formula::text(code, (row, column)))
            && cell.formula.as_deref().is_none_or(str::is_empty)
        {
            cell.formula = Some(text);
        }
    }
}
