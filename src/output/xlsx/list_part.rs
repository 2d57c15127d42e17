//! The rows of a long list, written straight into the part of their sheet.
//!
//! In: a part whose sheet ends with the heads of a list, and the rows below them, one after the other; the part of its table. Out: both
//! with all rows, compressed, and what the seal has to know of their cells. No row is held longer than it takes to write it, and none is read back.
//! Texts stand in their cells, and all cells have the workbook's usual format. Not for: sheets that people work with.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::result::ZipError;

use crate::base::cell::{CellAddress, column_letters};
use crate::base::lang::Lang;
use crate::base::seal::AddedCells;
use crate::output::xlsx::seal::usual_options;
use crate::output::xlsx::text::clean;

/// Where rows end in the XML of a sheet.
const END: &str = "</sheetData>";
/// Bytes that are handed to the compression at once.
const CHUNK: usize = 64 * 1024;
/// How hard the rows are compressed: they say the same again and again, and more effort saves little of it.
const LEVEL: i64 = 3;
/// The length of `_x0041_`, which office programs take for the character of that number.
const ESCAPE: usize = 7;

/// Parts that take the places of those of their names.
pub(super) struct ListPart {
    /// An archive of them, compressed.
    pub(super) archive: Vec<u8>,
    /// The cells that were added.
    pub(super) added: AddedCells,
}

/// A part by its name and what is in it.
#[derive(Clone, Copy)]
pub(super) struct NamedPart<'p> {
    pub(super) name: &'p str,
    pub(super) text: &'p str,
}

/// Writes the part of a sheet with rows below what stands in it, and another that changes with it. `first` is the row of the first of
/// them, zero-based.
///
/// # Errors
/// [`ZipError`], which memory alone does not give.
pub(super) fn filled(
    (sheet, other): (NamedPart<'_>, Option<NamedPart<'_>>),
    (first, lang): (u32, Lang),
    rows: impl FnOnce(&mut RowWriter) -> Result<(), ZipError>,
) -> Result<ListPart, ZipError> {
    let text = sheet.text;
    let (start, end) = text.split_at(text.find(END).unwrap_or(text.len()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    if let Some(other) = other {
        zip.start_file(other.name, usual_options())?;
        zip.write_all(other.text.as_bytes())?;
    }
    zip.start_file(sheet.name, usual_options().compression_level(Some(LEVEL)))?;
    let mut writer = RowWriter {
        zip,
        xml: String::with_capacity(2 * CHUNK),
        added: AddedCells::default(),
        letters: (0..32).map(column_letters).collect(),
        row: first,
        lang,
    };
    writer.xml.push_str(start);
    rows(&mut writer)?;
    writer.xml.push_str(end);
    let RowWriter {
        mut zip,
        xml,
        added,
        ..
    } = writer;
    zip.write_all(xml.as_bytes())?;
    let archive = zip.finish()?.into_inner();
    Ok(ListPart { archive, added })
}

/// The rows of a list while they are written.
pub(super) struct RowWriter {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    xml: String,
    added: AddedCells,
    letters: Vec<String>,
    row: u32,
    lang: Lang,
}

impl RowWriter {
    /// Begins a row.
    pub(super) fn begin(&mut self) {
        let number = self.row + 1;
        let _ = write!(self.xml, "<row r=\"{number}\">");
    }

    /// Ends it.
    ///
    /// # Errors
    /// [`ZipError`], which memory alone does not give.
    pub(super) fn end(&mut self) -> Result<(), ZipError> {
        self.xml.push_str("</row>");
        self.row += 1;
        if self.xml.len() >= CHUNK {
            self.zip.write_all(self.xml.as_bytes())?;
            self.xml.clear();
        }
        Ok(())
    }

    /// Text, always as text; nothing where there is none. Cells of a row come from left to right.
    pub(super) fn text(&mut self, column: u16, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = clean(text, self.lang);
        let at = CellAddress::new(self.row, u32::from(column));
        self.added.text(at, &text);
        self.open(column);
        self.xml.push_str(" t=\"inlineStr\"><is><t");
        let is_blank = |sign: char| matches!(sign, ' ' | '\t' | '\n');
        if text.starts_with(is_blank) || text.ends_with(is_blank) {
            self.xml.push_str(" xml:space=\"preserve\"");
        }
        self.xml.push('>');
        escaped(&text, &mut self.xml);
        self.xml.push_str("</t></is></c>");
    }

    /// A number.
    pub(super) fn number(&mut self, column: u16, value: f64) {
        let at = CellAddress::new(self.row, u32::from(column));
        self.added.number(at, value);
        self.open(column);
        let _ = write!(self.xml, "><v>{value}</v></c>");
    }

    fn open(&mut self, column: u16) {
        let letters = self.letters.get(usize::from(column));
        let letters = letters.map_or("", String::as_str);
        let number = self.row + 1;
        let _ = write!(self.xml, "<c r=\"{letters}{number}\"");
    }
}

/// A text as XML has it, so that office programs show it as it is.
fn escaped(text: &str, xml: &mut String) {
    let mut start = 0;
    let signs = text.bytes().enumerate();
    for (at, sign) in signs.filter(|(_, sign)| matches!(sign, b'&' | b'<' | b'>' | b'_')) {
        let stands_for = match sign {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ if is_escape(text.as_bytes().get(at..at + ESCAPE)) => "_x005F_",
            _ => continue,
        };
        xml.push_str(text.get(start..at).unwrap_or_default());
        xml.push_str(stands_for);
        start = at + 1;
    }
    xml.push_str(text.get(start..).unwrap_or_default());
}

fn is_escape(text: Option<&[u8]>) -> bool {
    let digits = text.and_then(|text| text.strip_prefix(b"_x")?.strip_suffix(b"_"));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_escape_is_one_no_more() {
        for (text, expected) in [
            ("a_x0041_", "a_x005F_x0041_"),
            ("_x00_", "_x00_"),
            ("_x004ế_", "_x004ế_"),
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ] {
            let mut xml = String::new();
            escaped(text, &mut xml);
            assert_eq!(xml, expected);
        }
    }
}
