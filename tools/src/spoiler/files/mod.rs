//! Workbooks as files of each kind that is read, with all that a person sees in them.
//!
//! In: a book with its looks. Out: the bytes of a file, as the program of that kind would write it. Not for: .xls, which `LibreOffice`
//! makes of an .xlsx file, and .xlsb, which no program at hand writes.

mod html;
mod ods;
mod xlsx;
mod xml2003;

use std::collections::BTreeMap;
use std::error::Error;

use tonghop::base::cell::{CellAddress, Mark};

use super::book::{Book, Content, Dress, Sheet};

/// A kind of file that is written here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// `OpenDocument`.
    Ods,
    /// A web page, as Excel saves one under the name .xls.
    Html,
    /// The XML of Excel 2003.
    Xml2003,
}

impl Kind {
    /// The ending of such a file.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Xlsx => "xlsx",
            Kind::Ods => "ods",
            Kind::Html => "xls",
            Kind::Xml2003 => "xml",
        }
    }
}

/// The bytes of a book as a file.
///
/// # Errors
/// When a part of it cannot be written.
pub fn bytes(book: &Book, kind: Kind) -> Result<Vec<u8>, Box<dyn Error>> {
    match kind {
        Kind::Xlsx => Ok(xlsx::bytes(book)?),
        Kind::Ods => ods::bytes(book),
        Kind::Html => Ok(html::bytes(book)),
        Kind::Xml2003 => Ok(xml2003::bytes(book)),
    }
}

/// The looks of a book, numbered: styles that a file lists before its cells.
struct Styles<'a>(Vec<&'a Dress>);

impl<'a> Styles<'a> {
    fn of(book: &'a Book) -> Self {
        let mut styles: Vec<&Dress> = Vec::new();
        let cells = book.sheets.iter().flat_map(|sheet| sheet.cells.values());
        for content in cells {
            let dress = &content.dress;
            if dress.has_style() && !styles.iter().any(|one| one.is_alike(dress)) {
                styles.push(dress);
            }
        }
        Styles(styles)
    }

    /// The number of a look, where it has one.
    fn number(&self, dress: &Dress) -> Option<usize> {
        self.0.iter().position(|one| one.is_alike(dress))
    }
}

impl Dress {
    /// Whether the cell as a whole looks like something.
    fn has_style(&self) -> bool {
        self.format.is_some() || self.is_struck || self.is_white || self.is_gaudy
    }

    fn is_alike(&self, other: &Dress) -> bool {
        let words = |dress: &Dress| (dress.is_struck, dress.is_white, dress.is_gaudy);
        let code = |dress: &Dress| dress.format.as_ref().map(|(code, _)| code.clone());
        words(self) == words(other) && code(self) == code(other)
    }
}

/// What a cell shows.
fn shown(content: &Content) -> String {
    match &content.dress.format {
        Some((_, shown)) => shown.clone(),
        None => content.value.show(),
    }
}

/// A text with its pieces, each between the signs of its mark.
fn marked(content: &Content, escape: fn(&str) -> String, sign: fn(Mark, &str) -> String) -> String {
    if content.dress.pieces.is_empty() {
        return escape(&shown(content));
    }
    let pieces = content.dress.pieces.iter();
    pieces
        .map(|piece| sign(piece.mark, &escape(&piece.text)))
        .collect()
}

fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// How far the merged range that begins at a cell goes: across and down, in cells.
fn span(sheet: &Sheet, (row, column): (u32, u32)) -> Option<(u32, u32)> {
    let at = CellAddress::new(row, column);
    let range = sheet.merges.iter().find(|range| range.first == at)?;
    let size = (range.last.column - column + 1, range.last.row - row + 1);
    (size != (1, 1)).then_some(size)
}

/// Whether a merged range that begins elsewhere covers a cell.
fn is_covered(sheet: &Sheet, (row, column): (u32, u32)) -> bool {
    let at = CellAddress::new(row, column);
    let mut merges = sheet.merges.iter();
    merges.any(|range| range.contains(at) && range.first != at)
}

/// Whether a line of the sheet is one of these.
fn has(lines: &[tonghop::base::cell::Lines], line: u32) -> bool {
    lines
        .iter()
        .any(|lines| (lines.first..=lines.last).contains(&line))
}

/// The comments of a sheet by their cells.
fn comments(sheet: &Sheet) -> BTreeMap<(u32, u32), &str> {
    let texts = sheet.facts.comment_texts.iter();
    texts
        .map(|(at, text)| ((at.row, at.column), text.as_str()))
        .collect()
}

/// The last row and column that something stands in or under, and one more.
fn size(sheet: &Sheet) -> (u32, u32) {
    let cells = sheet.cells.keys().copied();
    let merges = sheet
        .merges
        .iter()
        .map(|range| (range.last.row, range.last.column));
    let hidden = sheet.facts.hidden_columns.iter().map(|one| (0, one.last));
    cells
        .chain(merges)
        .chain(hidden)
        .fold((0, 0), |(rows, columns), (row, column)| {
            (rows.max(row + 1), columns.max(column + 1))
        })
}
