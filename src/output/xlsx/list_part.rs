//! The rows of a long list, written straight into the part of their sheet.
//!
//! In: a part whose sheet ends with the heads of a list, and the rows below them, one after the other; the part of its table. Out: both
//! with all rows, compressed, and what the seal has to know of their cells. No row is held longer than it takes to write it, and none is read back.
//! All cells have the workbook's usual format. Not for: sheets that people work with.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::mem;

use zip::ZipWriter;
use zip::result::ZipError;

use crate::base::cell::{CellAddress, column_letters};
use crate::base::lang::Lang;
use crate::base::seal::AddedCells;
use crate::output::xlsx::seal::usual_options;
use crate::output::xlsx::shared_texts::SharedTexts;
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

/// The long lists of a workbook.
#[derive(Default)]
pub(super) struct LongLists {
    /// Archives of the parts that take the places of those of their names.
    pub(super) archives: Vec<Vec<u8>>,
    /// The cells that were added, by the names of their sheets.
    pub(super) added: Vec<(String, AddedCells)>,
}

/// A part by its name and what is in it.
#[derive(Clone, Copy)]
pub(super) struct NamedPart<'p> {
    pub(super) name: &'p str,
    pub(super) text: &'p str,
}

/// Writes the part of a sheet with rows below what stands in it, and another that changes with it. `first` is the row of the first of
/// them, zero-based. `texts` are those of the workbook. `more` writes the next rows as long as the writer has room, and says whether there are any left.
///
/// # Errors
/// [`ZipError`], which memory alone does not give.
pub(super) fn filled(
    (sheet, other): (NamedPart<'_>, Option<NamedPart<'_>>),
    texts: &mut SharedTexts,
    (first, lang): (u32, Lang),
    mut more: impl FnMut(&mut RowWriter<'_>) -> bool + Send,
) -> Result<(Vec<u8>, AddedCells), ZipError> {
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
        texts,
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
    Ok((zip.finish()?.into_inner(), writer.added))
}

/// An archive of one part.
///
/// # Errors
/// As [`filled`].
pub(super) fn archive(part: NamedPart<'_>) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(part.name, usual_options())?;
    zip.write_all(part.text.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

/// The rows of a list while they are written.
pub(super) struct RowWriter<'t> {
    xml: String,
    texts: &'t mut SharedTexts,
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

    fn take(&mut self, text: &str, texts: &mut SharedTexts, lang: Lang) {
        if self.text == text {
            return;
        }
        text.clone_into(&mut self.text);
        let text = clean(text, lang);
        let (xml, sum) = &mut self.written;
        xml.clear();
        let _ = write!(xml, "\" t=\"s\"><v>{}</v></c>", texts.number(&text));
        *sum = AddedCells::sum(&text);
    }
}

impl RowWriter<'_> {
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
        of.take(text, self.texts, self.lang);
        self.texts.note();
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
