//! The text of one part of a document: paragraphs, rows and tables, each with its bytes.
//!
//! In: the XML of a part. Out: the text of each paragraph with the elements that hold it, and where tables and their rows begin and end.
//! Not for: fields. What was deleted with changes being tracked, and instructions of Word's own fields, are no text.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::base::error::DocumentPart;

/// The names of Word's own elements, in both forms of the standard.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// What marks a place in a document by a number or a name of its own: a second row must not have the same.
const MARKS: [&str; 9] = [
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "permStart",
    "permEnd",
    "moveFromRangeStart",
    "moveToRangeStart",
];
/// The same as attributes.
const OWN_IDS: [&str; 2] = ["paraId", "textId"];
/// What cannot stand in two rows, whatever its prefix.
const OBSTACLES: [&str; 5] = [
    "drawing",
    "pict",
    "object",
    "footnoteReference",
    "endnoteReference",
];

/// Elements within each other; a document has less than a tenth, and each text looks through all of them.
const DEEPEST: usize = 500;

/// A part, looked through.
#[derive(Debug)]
pub(super) struct ScannedPart {
    pub(super) name: String,
    pub(super) kind: DocumentPart,
    pub(super) xml: String,
    /// What stands before the names of Word's elements, colon included.
    pub(super) prefix: String,
    pub(super) paragraphs: Vec<ScannedParagraph>,
    pub(super) rows: Vec<ScannedRow>,
    /// Bytes of each table.
    pub(super) tables: Vec<Range<usize>>,
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct ScannedParagraph {
    /// Its text; a tab or a line break is a line feed.
    pub(super) text: String,
    /// The elements that hold the text.
    pub(super) pieces: Vec<TextPiece>,
    /// The row that it stands in, and the cell of that row from 1.
    pub(super) cell: Option<(usize, usize)>,
}

/// An element that holds text of a paragraph.
#[derive(Debug)]
pub(super) struct TextPiece {
    /// Bytes of the paragraph's text.
    pub(super) text: Range<usize>,
    /// Bytes of the part, tags included.
    pub(super) element: Range<usize>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct ScannedRow {
    pub(super) range: Range<usize>,
    /// The table, and the number of the row in it from 1.
    pub(super) table: usize,
    pub(super) number: usize,
    /// The row around its table.
    pub(super) around: Option<usize>,
    /// What a second such row must not have.
    pub(super) once: Vec<Range<usize>>,
    /// Whether it holds what cannot stand in two rows.
    pub(super) is_obstructed: bool,
}

/// An open element that matters.
enum OpenElement {
    Table(usize, usize),
    Row(usize, usize),
    Cell,
    Paragraph(usize),
    Text(usize),
    Once(usize),
    ControlProperties,
    Other,
}

struct Scan {
    part: ScannedPart,
    open: Vec<OpenElement>,
    has_root: bool,
}

/// Looks through a part. `None` for what is no XML or no part of Word's.
pub(super) fn part(name: String, kind: DocumentPart, xml: String) -> Option<ScannedPart> {
    let mut scan = Scan {
        part: ScannedPart {
            name,
            kind,
            xml: String::new(),
            prefix: String::new(),
            paragraphs: Vec::new(),
            rows: Vec::new(),
            tables: Vec::new(),
        },
        open: Vec::new(),
        has_root: false,
    };
    let mut reader = Reader::from_str(&xml);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().ok()?;
        let range = start..reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => {
                let raw = xml.get(range.clone())?;
                scan.start(&tag, raw, range)?;
            }
            Event::Empty(tag) => {
                let raw = xml.get(range.clone())?;
                scan.start(&tag, raw, range.clone())?;
                scan.end(&range);
            }
            Event::End(_) => scan.end(&range),
            Event::Text(text) => scan.text(&text.xml10_content()),
            Event::CData(text) => scan.text(&text.xml10_content()),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(c)) => scan.text(c.encode_utf8(&mut [0; 4])),
                _ => scan.text(resolve_xml_entity(&entity.xml10_content())?),
            },
            Event::DocType(_) => return None,
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    let is_whole = scan.has_root && scan.open.is_empty();
    scan.part.xml = xml;
    is_whole.then_some(scan.part)
}

impl Scan {
    fn start(&mut self, tag: &BytesStart<'_>, raw: &str, range: Range<usize>) -> Option<()> {
        if self.open.len() >= DEEPEST {
            return None;
        }
        if !self.has_root {
            self.part.prefix = prefix(tag)?;
            self.has_root = true;
        }
        let name = tag.name();
        let name: &str = name.as_ref();
        let local = name.rsplit(':').next().unwrap_or(name);
        if OBSTACLES.contains(&local) {
            self.obstruct();
        }
        let opened = match name.strip_prefix(self.part.prefix.as_str()) {
            Some(own) if !own.contains(':') => self.own(own, &range),
            _ => OpenElement::Other,
        };
        self.open.push(opened);
        for own in own_ids(raw) {
            self.once(range.start + own.start..range.start + own.end);
        }
        Some(())
    }

    /// Opens an element of Word's.
    fn own(&mut self, name: &str, range: &Range<usize>) -> OpenElement {
        match name {
            "tbl" => {
                self.part.tables.push(range.start..range.start);
                OpenElement::Table(self.part.tables.len() - 1, 0)
            }
            "tr" => self.row(range),
            "tc" => {
                let rows = self.open.iter_mut().rev();
                let mut cells = rows.filter_map(|one| match one {
                    OpenElement::Row(_, cells) => Some(cells),
                    _ => None,
                });
                if let Some(cells) = cells.next() {
                    *cells += 1;
                }
                OpenElement::Cell
            }
            "p" => {
                let cell = self.cell();
                self.part.paragraphs.push(ScannedParagraph {
                    cell,
                    ..ScannedParagraph::default()
                });
                OpenElement::Paragraph(self.part.paragraphs.len() - 1)
            }
            "t" => {
                if let Some(paragraph) = self.paragraph() {
                    let at = paragraph.text.len();
                    paragraph.pieces.push(TextPiece {
                        text: at..at,
                        element: range.clone(),
                    });
                }
                OpenElement::Text(range.start)
            }
            "tab" | "br" | "cr" => {
                // A tab is one of the text only where it stands in a run, and not among the stops of a paragraph.
                if !self
                    .open
                    .iter()
                    .any(|one| matches!(one, OpenElement::ControlProperties))
                    && let Some(paragraph) = self.paragraph()
                {
                    paragraph.text.push('\n');
                }
                OpenElement::Other
            }
            "sdtPr" | "pPr" => OpenElement::ControlProperties,
            "id" if matches!(self.open.last(), Some(OpenElement::ControlProperties)) => {
                OpenElement::Once(range.start)
            }
            name if MARKS.contains(&name) => OpenElement::Once(range.start),
            _ => OpenElement::Other,
        }
    }

    fn row(&mut self, range: &Range<usize>) -> OpenElement {
        let around = self.open_rows().next();
        let tables = self.open.iter_mut().rev();
        let mut tables = tables.filter_map(|one| match one {
            OpenElement::Table(table, rows) => Some((*table, rows)),
            _ => None,
        });
        let Some((table, rows)) = tables.next() else {
            return OpenElement::Other;
        };
        *rows += 1;
        let number = *rows;
        self.part.rows.push(ScannedRow {
            range: range.clone(),
            table,
            number,
            around,
            once: Vec::new(),
            is_obstructed: false,
        });
        OpenElement::Row(self.part.rows.len() - 1, 0)
    }

    fn end(&mut self, range: &Range<usize>) {
        match self.open.pop() {
            Some(OpenElement::Table(table, _)) => {
                if let Some(table) = self.part.tables.get_mut(table) {
                    table.end = range.end;
                }
            }
            Some(OpenElement::Row(row, _)) => {
                if let Some(row) = self.part.rows.get_mut(row) {
                    row.range.end = range.end;
                }
            }
            Some(OpenElement::Text(start)) => {
                let paragraph = self.paragraph();
                let piece = paragraph.and_then(|paragraph| paragraph.pieces.last_mut());
                if let Some(piece) = piece.filter(|piece| piece.element.start == start) {
                    piece.element.end = range.end;
                }
            }
            Some(OpenElement::Once(start)) => self.once(start..range.end),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !matches!(self.open.last(), Some(OpenElement::Text(_))) {
            return;
        }
        if let Some(paragraph) = self.paragraph() {
            paragraph.text.push_str(text);
            let end = paragraph.text.len();
            if let Some(piece) = paragraph.pieces.last_mut() {
                piece.text.end = end;
            }
        }
    }

    /// The paragraph that is open, the innermost where a text box holds others.
    fn paragraph(&mut self) -> Option<&mut ScannedParagraph> {
        let mut open = self.open.iter().rev();
        let at = open.find_map(|one| match one {
            OpenElement::Paragraph(at) => Some(*at),
            _ => None,
        })?;
        self.part.paragraphs.get_mut(at)
    }

    /// The rows that are open, the innermost first.
    fn open_rows(&self) -> impl Iterator<Item = usize> {
        let open = self.open.iter().rev();
        open.filter_map(|one| match one {
            OpenElement::Row(row, _) => Some(*row),
            _ => None,
        })
    }

    fn cell(&self) -> Option<(usize, usize)> {
        self.open.iter().rev().find_map(|one| match one {
            OpenElement::Row(row, cells) => Some((*row, *cells)),
            _ => None,
        })
    }

    fn once(&mut self, range: Range<usize>) {
        let rows: Vec<usize> = self.open_rows().collect();
        for row in rows {
            if let Some(row) = self.part.rows.get_mut(row) {
                row.once.push(range.clone());
            }
        }
    }

    fn obstruct(&mut self) {
        let rows: Vec<usize> = self.open_rows().collect();
        for row in rows {
            if let Some(row) = self.part.rows.get_mut(row) {
                row.is_obstructed = true;
            }
        }
    }
}

/// What stands before the names of Word's elements, by the first tag.
fn prefix(tag: &BytesStart<'_>) -> Option<String> {
    let mut all = tag.attributes().flatten();
    all.find_map(|one| {
        let key: &str = one.key.as_ref();
        let is_word = WORD.contains(&&*one.value);
        let prefix = key
            .strip_prefix("xmlns:")
            .map(|prefix| format!("{prefix}:"));
        let prefix = prefix.or_else(|| (key == "xmlns").then(String::new));
        prefix.filter(|_| is_word)
    })
}

/// Where a tag has attributes that no other may have, with the blank before them.
fn own_ids(raw: &str) -> Vec<Range<usize>> {
    let of = |name: &&str| {
        let at = raw.find(&format!(":{name}=\""))?;
        let start = raw.get(..at)?.rfind(char::is_whitespace)?;
        let value = at + name.len() + 3;
        let end = value + raw.get(value..)?.find('"')? + 1;
        Some(start..end)
    };
    OWN_IDS.iter().filter_map(of).collect()
}
