//! Tables saved as delimited text: CSV with commas or semicolons, or text with tabs.
//!
//! In: the bytes of a text file, UTF-8, UTF-16 or of an old code page. Out: a [`Workbook`] of one
//! grid `CSV`, every cell a text, each row at the line of the file where it begins. Not for: numbers, which stay as written.

use crate::base::cell::{COLUMNS, Cell, CellAddress, CellValue, Grid, ROWS, Visibility};
use crate::input::read::budget::Budget;
use crate::input::read::charset;
use crate::input::read::commas::Commas;
use crate::input::read::fault::{ReadFault, SheetFault, SheetProblem};
use crate::input::read::file_kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::value::claimed_address;
use crate::input::read::{Properties, Workbook};

/// The grid's name.
const NAME: &str = "CSV";
/// What can stand between fields; the first where several fit equally well.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];
/// Rows that the delimiter is told from.
const ROWS_TRIED: usize = 50;

/// Reads delimited text.
///
/// # Errors
/// [`ReadFault::Damaged`], [`ReadFault::DecimalCommas`], [`ReadFault::TooLarge`].
pub(super) fn read(bytes: &[u8], limits: &ReadLimits) -> Result<Workbook, ReadFault> {
    // Excel saves "Unicode text" as UTF-16 with tabs, and CSV in the code page of the system.
    let text = charset::decode(bytes, None);
    let mut budget = Budget::new(limits);
    let mut cells = Vec::new();
    let (mut outside, mut first_outside) = (0, String::new());
    let mut lines = LineCounter::new(&text);
    let delimiter = delimiter(&text);
    let mut commas = Commas::default();
    for record in reader(&text, delimiter).into_records() {
        let record = record.map_err(|error| ReadFault::Damaged(error.to_string()))?;
        lines.pass(record.position().map_or(0, csv::Position::byte));
        if delimiter == b',' {
            commas.pass(lines.row, &record);
        }
        let row = lines.row;
        for (column, field) in (0_u32..).zip(&record) {
            if field.trim().is_empty() {
                continue;
            }
            if row >= ROWS || column >= COLUMNS {
                if outside == 0 {
                    first_outside = claimed_address(row, column);
                }
                outside += 1;
                continue;
            }
            budget.cell()?;
            budget.text(field.len())?;
            let value = CellValue::Text(field.to_string());
            cells.push(Cell::new(CellAddress::new(row, column), value));
        }
    }
    if let Some((row, text)) = commas.found() {
        let line = u64::from(row) + 1;
        return Err(ReadFault::DecimalCommas { line, text });
    }
    let fault = SheetFault {
        sheet: NAME.to_string(),
        problem: SheetProblem::OutsideGrid {
            count: outside,
            first: first_outside,
        },
    };
    Ok(Workbook {
        kind: FileKind::Text,
        grids: vec![Grid::new(NAME, Visibility::Visible, cells, Vec::new())],
        faults: if outside > 0 { vec![fault] } else { Vec::new() },
        skipped: Vec::new(),
        damaged_parts: Vec::new(),
        properties: Properties::default(),
    })
}

/// Which line of a text a record begins in. Lines may end with a carriage return alone; blank ones are no records.
struct LineCounter<'a> {
    bytes: &'a [u8],
    passed: usize,
    row: u32,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let (passed, row) = (0, 0);
        LineCounter { bytes, passed, row }
    }

    /// Goes on to the record that begins at this byte, or behind blank lines there.
    fn pass(&mut self, byte: u64) {
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let at = usize::try_from(byte)
            .unwrap_or(usize::MAX)
            .min(self.bytes.len());
        let blank = self.bytes.get(at..).unwrap_or_default();
        let start = at + blank.iter().take_while(|byte| is_end(byte)).count();
        let passed = self.bytes.get(self.passed..start).unwrap_or_default();
        let mut ends = passed.iter().copied().peekable();
        while let Some(end) = ends.next() {
            let is_first_of_two = end == b'\r' && ends.peek() == Some(&b'\n');
            if is_end(&end) && !is_first_of_two {
                self.row = self.row.saturating_add(1);
            }
        }
        self.passed = start;
    }
}

/// Whether a text is a table rather than a note: at least three of its first rows have the same number of fields, of at least
/// three. A form has more of both.
pub(super) fn is_table(bytes: &[u8]) -> bool {
    const HEAD_BYTES: usize = 1 << 16;
    const ALIKE: usize = 3;
    let head = bytes.get(..HEAD_BYTES.min(bytes.len())).unwrap_or_default();
    let text = charset::decode(head, None);
    let widths = widths(&text, delimiter(&text));
    let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
    widths
        .iter()
        .any(|width| *width >= ALIKE && alike(width) >= ALIKE)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// How many fields the first rows have.
fn widths(text: &str, delimiter: u8) -> Vec<usize> {
    reader(text, delimiter)
        .into_records()
        .take(ROWS_TRIED)
        .map_while(Result::ok)
        .map(|record| record.len())
        .collect()
}

/// The delimiter that parts most rows into the same number of fields: a decimal comma does so in some rows only.
fn delimiter(text: &str) -> u8 {
    let fit = |delimiter: u8| -> usize {
        let widths = widths(text, delimiter);
        let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let best = widths
            .iter()
            .map(|width| width.saturating_sub(1) * alike(width))
            .max();
        best.unwrap_or_default()
    };
    // Of equals `max_by_key` takes the last one, so the order is turned round.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| fit(*delimiter))
        .unwrap_or(b',')
}
