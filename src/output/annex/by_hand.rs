//! What a person has written into an annex: the places for the author, and all that stands outside them.
//!
//! In: the parts of a document, saved by any program. Out: the content of each place as it is, and the text outside in a form that only
//! a person changes: without formats, ids and empty paragraphs. Not for: whether a content may be taken over (`controls`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use sha2::{Digest, Sha256};

use crate::base::seal::hex;
use crate::base::text;
use crate::output::annex::foreign;
use crate::output::annex::looks::{AnnexLooks, LooksReader};
use crate::output::annex::opened::{DocumentParts, attribute};
use crate::output::annex::shown_styles::ShownStyles;
use crate::output::annex::tags::{AUTHOR_NOTE, TAG, TITLE, mark_of};

/// The namespace of the elements that are understood, under the prefix that every program gives it.
const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
/// What stands in a text for something that is none.
const NO_TEXT: char = '\u{1}';

/// A place for the author as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundPlace {
    /// The bytes of its content in the body.
    pub(super) content: Range<usize>,
    /// Its text.
    pub(super) text: String,
    /// How many lines outside stand before it; `None`: it stands within one of them.
    pub(super) behind: Option<usize>,
    /// Where it ends in the body, with the paragraph that it stands in.
    pub(super) end: usize,
    /// The bytes of paragraphs behind it that belong to it.
    pub(super) more: Option<Range<usize>>,
}

/// A line outside the places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OutsideLine {
    /// What it says, without formats.
    text: String,
    /// How it looks; nothing for the end of a cell.
    looks: String,
    /// Where it ends in its part.
    pub(super) end: usize,
}

/// What stands in an annex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HandWritten {
    /// The places, by their tags.
    pub(super) places: BTreeMap<String, FoundPlace>,
    /// Tags that several places have.
    pub(super) twice: BTreeSet<String>,
    /// The lines of the body outside them, in order.
    pub(super) lines: Vec<OutsideLine>,
    /// Lines that are words to the author, or look so.
    pub(super) notes: Vec<OutsideLine>,
    /// The lines of footnotes.
    footnotes: Vec<OutsideLine>,
    /// What stands above and below pages: what it says and how it looks, each line once.
    around: BTreeSet<(String, String)>,
    /// Widths of columns, sizes and margins of pages.
    measures: Vec<i64>,
}

impl HandWritten {
    /// Reads the parts of a document; `None` for what is not understood.
    pub(super) fn read(parts: &DocumentParts) -> Option<HandWritten> {
        let styles = ShownStyles::read(&parts.styles);
        let mut written = HandWritten::default();
        let mut body = PartLines::new(&styles);
        body.read(&parts.body, &mut written)?;
        written.lines = body.lines;
        written.notes = body.notes;
        written.measures = body.looks.measures();
        if !parts.footnotes.is_empty() {
            let mut notes = PartLines::new(&styles);
            notes.read(&parts.footnotes, &mut HandWritten::default())?;
            written.footnotes = notes.lines;
        }
        for part in &parts.around {
            let mut lines = PartLines::new(&styles);
            lines.read(part, &mut HandWritten::default())?;
            let lines = lines.lines.into_iter();
            written
                .around
                .extend(lines.map(|one| (one.text, one.looks)));
        }
        Some(written)
    }

    /// What every line outside the places says and how it looks, but for words to the author.
    fn outside(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.lines.iter().chain(&self.footnotes);
        let lines = lines.map(|one| (one.text.as_str(), one.looks.as_str()));
        let around = self.around.iter();
        lines.chain(around.map(|(text, looks)| (text.as_str(), looks.as_str())))
    }

    /// A checksum of what stands outside the places but for words to the author.
    pub(super) fn mark(&self) -> String {
        let mut sum = Sha256::new();
        for (text, _) in self.outside() {
            sum.update(text);
            sum.update([0]);
        }
        hex(&sum.finalize())
    }

    /// How that looks.
    pub(super) fn looks(&self) -> AnnexLooks {
        let lines = self.outside().map(|(_, looks)| looks.to_string());
        AnnexLooks {
            lines: lines.collect(),
            measures: self.measures.clone(),
        }
    }
}

impl OutsideLine {
    /// By which a line is known.
    pub(super) fn mark(&self) -> String {
        mark_of(&self.text)
    }
}

/// The lines of a part while it is read.
struct PartLines<'s> {
    lines: Vec<OutsideLine>,
    notes: Vec<OutsideLine>,
    line: String,
    /// How deep the reader stands in elements.
    depth: usize,
    /// Controls of ours around the reader: depth, tag, prompt, start of content.
    open: Vec<OpenControl>,
    /// The field characters around the reader that have not ended.
    fields: usize,
    /// The depth of the run around the reader.
    run: Option<usize>,
    /// The depth of an element whose text is none: properties, instructions.
    silent: Option<usize>,
    /// The places of the paragraph around the reader.
    in_line: Vec<String>,
    looks: LooksReader<'s>,
}

struct OpenControl {
    depth: usize,
    tag: Option<String>,
    content: Option<usize>,
    end: usize,
    text: String,
}

impl<'s> PartLines<'s> {
    fn new(styles: &'s ShownStyles) -> PartLines<'s> {
        PartLines {
            lines: Vec::new(),
            notes: Vec::new(),
            line: String::new(),
            depth: 0,
            open: Vec::new(),
            fields: 0,
            run: None,
            silent: None,
            in_line: Vec::new(),
            looks: LooksReader::new(styles),
        }
    }

    fn read(&mut self, xml: &str, written: &mut HandWritten) -> Option<()> {
        if !xml.contains(NAMESPACE) {
            return None;
        }
        let mut reader = Reader::from_str(xml);
        loop {
            let before = usize::try_from(reader.buffer_position()).ok()?;
            let event = reader.read_event().ok()?;
            let after = usize::try_from(reader.buffer_position()).ok()?;
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    self.start(&tag, after);
                    self.looks.start(&tag, self.is_within());
                }
                Event::Empty(tag) => {
                    self.sign(&tag, self.depth);
                    self.looks.sign(&tag, self.is_within());
                }
                Event::End(tag) => {
                    self.looks.end(tag.name().as_ref());
                    self.end(tag.name().as_ref(), before..after, written);
                    self.depth = self.depth.checked_sub(1)?;
                }
                Event::Text(text) => self.text(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let name: &str = &reference;
                    let whole = format!("&{name};");
                    let shown = quick_xml::escape::unescape(&whole).ok()?.into_owned();
                    self.text(&shown);
                }
                Event::CData(data) => self.text(&data),
                Event::DocType(_) => return None,
                Event::Eof => break,
                _ => {}
            }
        }
        self.finish_line(xml.len(), written);
        Some(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, after: usize) {
        match tag.name().as_ref() {
            "w:sdt" => self.open.push(OpenControl {
                depth: self.depth,
                tag: None,
                content: None,
                end: 0,
                text: String::new(),
            }),
            "w:sdtContent" => {
                let depth = self.depth;
                if let Some(open) = self.open.last_mut().filter(|open| open.depth + 1 == depth) {
                    open.content = Some(after);
                }
            }
            "w:r" => self.run = Some(self.depth),
            "w:p" if !self.is_within() => self.in_line.clear(),
            "w:sdtPr" | "w:instrText" | "w:delText" | "w:fldSimple" if self.silent.is_none() => {
                self.silent = Some(self.depth);
            }
            _ => {}
        }
        // Some programs write an end of its own where nothing stands in an element.
        self.sign(tag, self.depth - 1);
    }

    /// What an element says by itself; `around` is how deep the element stands in which it is.
    fn sign(&mut self, tag: &BytesStart<'_>, around: usize) {
        match tag.name().as_ref() {
            "w:tag" => {
                let value = attribute(tag, "w:val").unwrap_or_default();
                self.name(value.strip_prefix(TAG), around);
            }
            // LibreOffice keeps the title of a control and drops its tag.
            "w:alias" => {
                let value = attribute(tag, "w:val").unwrap_or_default();
                self.name(value.strip_prefix(TITLE), around);
            }
            "w:fldChar" => match attribute(tag, "w:fldCharType").as_deref() {
                Some("begin") => self.fields += 1,
                Some("end") => self.fields = self.fields.saturating_sub(1),
                _ => {}
            },
            "w:tab" | "w:br" | "w:cr" => self.text(" "),
            "w:noBreakHyphen" => self.text("-"),
            "w:footnoteReference" => self.put('^'),
            _ => {}
        }
        let name = tag.name();
        if foreign::is_foreign(name.as_ref(), self.run == Some(around)) {
            self.put(NO_TEXT);
        }
    }

    /// The name of the control in whose properties the reader stands; a tag goes before a title.
    fn name(&mut self, own: Option<&str>, around: usize) {
        let open = self.open.last_mut();
        if let (Some(open), Some(own)) = (open.filter(|open| open.depth + 1 == around), own) {
            open.tag = Some(own.trim().to_string());
        }
    }

    /// A sign, in the place for the author or in the line.
    fn put(&mut self, sign: char) {
        let own = self.open.iter_mut().find(|open| open.tag.is_some());
        match own {
            Some(open) => open.text.push(sign),
            None => self.line.push(sign),
        }
    }

    fn end(&mut self, name: &str, at: Range<usize>, written: &mut HandWritten) {
        match name {
            "w:p" | "w:tc" | "w:tr" | "w:tbl" => {
                if self.is_within() {
                    self.text(" ");
                } else {
                    self.finish_line(at.end, written);
                    if name != "w:p" {
                        self.push(format!("/{name}"), String::new(), at.end);
                    }
                }
            }
            "w:sdtContent" => {
                let depth = self.depth;
                if let Some(open) = self.open.last_mut().filter(|open| open.depth + 1 == depth) {
                    open.end = at.start;
                }
            }
            "w:sdt" => self.close(at.end, written),
            "w:r" => self.run = None,
            _ => {}
        }
        if self.silent == Some(self.depth) {
            self.silent = None;
        }
    }

    fn close(&mut self, end: usize, written: &mut HandWritten) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let (Some(tag), Some(start)) = (open.tag, open.content) else {
            return;
        };
        if self.is_within() {
            return;
        }
        let words: Vec<&str> = open.text.split_whitespace().collect();
        let found = FoundPlace {
            content: start..open.end.max(start),
            text: words.join(" "),
            behind: Some(self.lines.len()),
            end,
            more: None,
        };
        self.in_line.push(tag.clone());
        if written.places.insert(tag.clone(), found).is_some() {
            written.twice.insert(tag);
        }
    }

    /// Whether the reader stands in a place for the author.
    fn is_within(&self) -> bool {
        self.open.iter().any(|open| open.tag.is_some())
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_some() || self.fields > 0 && !self.is_within() {
            return;
        }
        let own = self.open.iter_mut().find(|open| open.tag.is_some());
        if let Some(open) = own {
            open.text.push_str(text);
        } else {
            self.line.push_str(text);
            self.looks.text(text);
        }
    }

    fn push(&mut self, text: String, looks: String, end: usize) {
        self.lines.push(OutsideLine { text, looks, end });
    }

    fn finish_line(&mut self, end: usize, written: &mut HandWritten) {
        let line = std::mem::take(&mut self.line);
        let line = text::clean(&line);
        let words: Vec<&str> = line.split_whitespace().collect();
        let line = words.join(" ");
        let looks = self.looks.finish_line();
        for tag in std::mem::take(&mut self.in_line) {
            if let Some(found) = written.places.get_mut(&tag) {
                found.end = end;
                found.behind = found.behind.filter(|_| line.is_empty());
            }
        }
        if line.starts_with(AUTHOR_NOTE.trim()) {
            let text = line;
            self.notes.push(OutsideLine { text, looks, end });
        } else if !line.is_empty() {
            self.push(line, looks, end);
        }
    }
}
