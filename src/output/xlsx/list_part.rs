//! The rows of a long list, written straight into the part of their sheet.
//!
//! In: a part whose sheet ends with the heads of a list, and the rows below them, one after the other; the part of its table. Out: both
//! with all rows, compressed, and what the seal has to know of their cells. No row is held longer than it takes to write it, and none is read back.
//! Texts stand in their cells, and all cells have the workbook's usual format. Not for: sheets that people work with.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::mem;

use memchr::{memchr3, memmem};
use zip::ZipWriter;
use zip::result::ZipError;

use crate::base::cell::{CellAddress, column_letters};
use crate::base::lang::Lang;
use crate::base::seal::AddedCells;
use crate::output::xlsx::seal::usual_options;
use crate::output::xlsx::text::clean;

/// Where rows end in the XML of a sheet.
const END: &str = "</sheetData>";
/// Bytes that are handed to the compression at once, while the next are made.
const CHUNK: usize = 512 * 1024;
/// How hard the rows are compressed: they say the same again and again. Of 1,000 units level 3 takes 1.7 times as long for a fourteenth
/// less, level 6 nearly four times as long for a sixth less; level 1 saves a sixth of the time and takes two fifths more.
const LEVEL: i64 = 2;
/// Columns of a list.
const COLUMNS: u32 = AddedCells::COLUMNS;
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
/// them, zero-based. `more` writes the next rows as long as the writer has room, and says whether there are any left.
///
/// # Errors
/// [`ZipError`], which memory alone does not give.
pub(super) fn filled(
    (sheet, other): (NamedPart<'_>, Option<NamedPart<'_>>),
    (first, lang): (u32, Lang),
    mut more: impl FnMut(&mut RowWriter) -> bool + Send,
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
        xml: String::with_capacity(2 * CHUNK),
        added: AddedCells::default(),
        columns: (0..COLUMNS).map(ListColumn::new).collect(),
        row: first,
        number: String::new(),
        lang,
    };
    let (mut ready, mut is_more) = (start.to_string(), true);
    while is_more {
        // One thread compresses what the other has made.
        let (written, left) = rayon::join(|| zip.write_all(ready.as_bytes()), || more(&mut writer));
        written?;
        is_more = left;
        mem::swap(&mut ready, &mut writer.xml);
        writer.xml.clear();
    }
    zip.write_all(ready.as_bytes())?;
    zip.write_all(end.as_bytes())?;
    let archive = zip.finish()?.into_inner();
    let added = writer.added;
    Ok(ListPart { archive, added })
}

/// The rows of a list while they are written.
pub(super) struct RowWriter {
    xml: String,
    added: AddedCells,
    columns: Vec<ListColumn>,
    row: u32,
    /// The number of the row as it is written.
    number: String,
    lang: Lang,
}

/// A column of a list, with the last text in it: a list says the same in many rows, one below the other.
struct ListColumn {
    letters: String,
    text: String,
    /// What stands in the cell's element, and its checksum.
    written: (String, Option<u64>),
}

impl ListColumn {
    fn new(number: u32) -> Self {
        ListColumn {
            letters: column_letters(number),
            text: String::new(),
            written: (String::new(), None),
        }
    }

    fn take(&mut self, text: &str, lang: Lang) {
        if self.text == text {
            return;
        }
        text.clone_into(&mut self.text);
        let text = clean(text, lang);
        let is_blank = |sign: char| matches!(sign, ' ' | '\t' | '\n');
        let (xml, sum) = &mut self.written;
        xml.clear();
        xml.push_str("\" t=\"inlineStr\"><is><t");
        if text.starts_with(is_blank) || text.ends_with(is_blank) {
            xml.push_str(" xml:space=\"preserve\"");
        }
        xml.push('>');
        escaped(&text, xml);
        xml.push_str("</t></is></c>");
        *sum = AddedCells::sum(&text);
    }
}

impl RowWriter {
    /// Whether further rows are to wait until these are compressed.
    pub(super) fn is_full(&self) -> bool {
        self.xml.len() >= CHUNK
    }

    /// Begins a row.
    pub(super) fn begin(&mut self) {
        self.number.clear();
        let _ = write!(self.number, "{}", self.row + 1);
        self.xml.push_str("<row r=\"");
        self.xml.push_str(&self.number);
        self.xml.push_str("\">");
    }

    /// Ends it.
    pub(super) fn end(&mut self) {
        self.xml.push_str("</row>");
        self.row += 1;
    }

    /// Text, always as text; nothing where there is none. Cells of a row come from left to right.
    pub(super) fn text(&mut self, column: u16, text: &str) {
        if text.is_empty() {
            return;
        }
        let Some(of) = self.columns.get_mut(usize::from(column)) else {
            return;
        };
        of.take(text, self.lang);
        let at = CellAddress::new(self.row, u32::from(column));
        let (xml, sum) = &of.written;
        self.added.text(at, *sum);
        for part in ["<c r=\"", &of.letters, &self.number, xml] {
            self.xml.push_str(part);
        }
    }

    /// A number.
    pub(super) fn number(&mut self, column: u16, value: f64) {
        let Some(of) = self.columns.get(usize::from(column)) else {
            return;
        };
        let at = CellAddress::new(self.row, u32::from(column));
        self.added.number(at, value);
        for part in ["<c r=\"", &of.letters, &self.number] {
            self.xml.push_str(part);
        }
        let _ = write!(self.xml, "\"><v>{value}</v></c>");
    }
}

/// A text as XML has it, so that office programs show it as it is.
fn escaped(text: &str, xml: &mut String) {
    let bytes = text.as_bytes();
    // Most texts have neither.
    if memchr3(b'&', b'<', b'>', bytes).is_none() && memmem::find(bytes, b"_x").is_none() {
        return xml.push_str(text);
    }
    let mut start = 0;
    let signs = text.bytes().enumerate();
    for (at, sign) in signs.filter(|(_, sign)| matches!(sign, b'&' | b'<' | b'>' | b'_')) {
        let stands_for = match sign {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ if is_escape(bytes.get(at..at + ESCAPE)) => "_x005F_",
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
