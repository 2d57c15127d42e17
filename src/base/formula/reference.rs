//! References to cells, as formulas write them.
//!
//! In: the text of a reference. Out: a sheet and a rectangle of cells.

use crate::base::cell::{CellAddress, CellRange, ROWS};

/// A reference to a cell or a rectangle of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The sheet's name; `None` for the formula's own sheet.
    pub sheet: Option<String>,
    /// The cells.
    pub range: CellRange,
}

impl Reference {
    /// The one cell that it points to.
    pub fn single(&self) -> Option<CellAddress> {
        (self.range.first == self.range.last).then_some(self.range.first)
    }
}

/// The rectangle between two corners, whichever they are.
pub fn between(one: CellAddress, other: CellAddress) -> CellRange {
    CellRange {
        first: CellAddress::new(one.row.min(other.row), one.column.min(other.column)),
        last: CellAddress::new(one.row.max(other.row), one.column.max(other.column)),
    }
}

/// Whole columns: `A:C`.
pub fn columns(one: &str, other: &str) -> Option<CellRange> {
    let corner = |letters: &str, row: u32| format!("{letters}{row}").parse().ok();
    let letters = |text: &str| {
        let plain = text.trim_matches('$');
        plain.bytes().all(|b| b.is_ascii_alphabetic()) && (1..=3).contains(&plain.len())
    };
    (letters(one) && letters(other)).then_some(())?;
    Some(between(corner(one, 1)?, corner(other, ROWS)?))
}

/// A reference of `OpenDocument`, without its brackets: `.D5`, `.D5:.D9`, `$'Tổng hợp'.D5`.
pub fn open_document(text: &str) -> Option<Reference> {
    let (first, last) = match split_outside_quotes(text, ':') {
        Some((first, last)) => (first, Some(last)),
        None => (text, None),
    };
    let (sheet, first) = open_document_cell(first)?;
    let last = match last {
        Some(last) => {
            let (other, last) = open_document_cell(last)?;
            if other.is_some() && other != sheet {
                return None;
            }
            last
        }
        None => first,
    };
    Some(Reference {
        sheet,
        range: between(first, last),
    })
}

fn open_document_cell(text: &str) -> Option<(Option<String>, CellAddress)> {
    let dot = text.rfind('.')?;
    let (sheet, cell) = (text.get(..dot)?, text.get(dot + 1..)?);
    let sheet = sheet.strip_prefix('$').unwrap_or(sheet);
    let name = match sheet.strip_prefix('\'') {
        Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
        None => sheet.to_string(),
    };
    Some(((!name.is_empty()).then_some(name), cell.parse().ok()?))
}

fn split_outside_quotes(text: &str, mark: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = text.char_indices().find(|&(_, c)| {
        quoted ^= c == '\'';
        c == mark && !quoted
    });
    at.map(|(at, c)| text.split_at(at + c.len_utf8()))
        .map(|(first, last)| (first.trim_end_matches(mark), last))
}
