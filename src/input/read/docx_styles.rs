//! The styles of a .docx document.
//!
//! In: the part `styles.xml`. Out: what a style says of letters, of what is behind them and of numbering, with what it takes from the
//! styles that it is based on. A style of tables may say something of some parts of a table alone. Not for: which parts a place belongs to
//! (`docx_conditional`).

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::input::read::color::Color;
use crate::input::read::docx_conditional::{TablePart, TableParts};
use crate::input::read::docx_look::{DocxLook, shading};
use crate::input::read::xml;

/// How many styles one may be based on through others.
const MOST_STEPS: usize = 20;

/// All styles, by their IDs.
#[derive(Debug, Default)]
pub(super) struct DocxStyles {
    found: BTreeMap<String, DocxStyle>,
    /// What holds where no style says otherwise.
    default: DocxStyle,
    /// The style of paragraphs that name none.
    of_paragraphs: Option<String>,
    /// The style of tables that name none.
    of_tables: Option<String>,
}

/// One style.
#[derive(Clone, Debug, Default)]
pub(super) struct DocxStyle {
    /// How its letters look.
    pub(super) look: DocxLook,
    /// What is behind its paragraphs or cells.
    pub(super) behind: Option<Color>,
    /// The list that its paragraphs are numbered in.
    pub(super) list: Option<String>,
    /// The level in the list.
    pub(super) level: Option<usize>,
    /// How many rows and how many columns a band of a table has.
    bands: [Option<usize>; 2],
    /// What it says of some parts of a table alone.
    parts: BTreeMap<TablePart, DocxStyle>,
    based_on: Option<String>,
}

impl DocxStyle {
    /// This style, and where it says nothing the one below it.
    fn over(&self, below: &DocxStyle) -> DocxStyle {
        let mut parts = below.parts.clone();
        for (part, own) in &self.parts {
            let below = parts.entry(*part).or_default();
            *below = own.over(below);
        }
        let [rows, columns] = self.bands;
        DocxStyle {
            look: self.look.over(&below.look),
            behind: self.behind.clone().or(below.behind.clone()),
            list: self.list.clone().or(below.list.clone()),
            level: self.level.or(below.level),
            bands: [rows.or(below.bands[0]), columns.or(below.bands[1])],
            parts,
            based_on: below.based_on.clone(),
        }
    }

    /// Takes what stands in a part of it.
    fn property(&mut self, part: &str, tag: &BytesStart<'_>) {
        let value = || xml::local_attribute(tag, "val");
        let number = || value().and_then(|number| number.parse().ok());
        match (part, tag.local_name().as_ref()) {
            ("", "basedOn") => self.based_on = value().map(str::to_string),
            ("pPr" | "tblPr", "shd") if self.behind.is_none() => self.behind = shading(tag),
            // A cell that is filled with nothing is no longer what its row is.
            ("tcPr", "shd") => self.behind = Some(shading(tag).unwrap_or(Color::WHITE)),
            ("tblPr", "tblStyleRowBandSize") => self.bands[0] = number(),
            ("tblPr", "tblStyleColBandSize") => self.bands[1] = number(),
            ("pPr", "numId") => self.list = value().map(str::to_string),
            ("pPr", "ilvl") => self.level = number(),
            ("rPr", _) => self.look.property(tag),
            _ => {}
        }
    }

    /// How many rows and how many columns a band of a table has.
    pub(super) fn bands(&self) -> [usize; 2] {
        self.bands.map(|band| band.unwrap_or(1))
    }

    /// What it says of a place that belongs to these parts of a table.
    pub(super) fn at(&self, parts: &TableParts) -> DocxStyle {
        let said = self.parts.iter().filter(|(part, _)| parts.contains(part));
        said.fold(self.clone(), |below, (_, own)| own.over(&below))
    }
}

impl DocxStyles {
    /// Reads the part; a part that breaks off gives what came before.
    pub(super) fn read(part: &[u8]) -> Self {
        let mut styles = DocxStyles::default();
        let mut reader = xml::reader(part);
        let mut open: Option<(String, DocxStyle)> = None;
        let mut open_part: Option<(Option<TablePart>, DocxStyle)> = None;
        let mut section = String::new();
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "docDefaults" => open = Some((String::new(), DocxStyle::default())),
                    "style" => open = styles.style(&tag),
                    "tblStylePr" => {
                        open_part = Some((TablePart::of_style(&tag), DocxStyle::default()));
                    }
                    name @ ("rPr" | "pPr" | "tcPr" | "tblPr") => section = name.to_string(),
                    _ => {
                        let style = open.as_mut().map(|open| &mut open.1);
                        let of_part = open_part.as_mut().map(|open| &mut open.1);
                        if let Some(style) = of_part.or(style) {
                            style.property(&section, &tag);
                        }
                    }
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "docDefaults" => styles.default = open.take().unwrap_or_default().1,
                    "style" => styles.found.extend(open.take()),
                    "tblStylePr" => {
                        if let Some((Some(part), of_part)) = open_part.take()
                            && let Some((_, style)) = open.as_mut()
                        {
                            style.parts.insert(part, of_part);
                        }
                    }
                    name if name == section => section.clear(),
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    fn style(&mut self, tag: &BytesStart<'_>) -> Option<(String, DocxStyle)> {
        let attribute = |key| xml::local_attribute(tag, key);
        let id = attribute("styleId")?.to_string();
        if matches!(attribute("default"), Some("1" | "true" | "on")) {
            match attribute("type") {
                Some("paragraph") => self.of_paragraphs = Some(id.clone()),
                Some("table") => self.of_tables = Some(id.clone()),
                _ => {}
            }
        }
        Some((id, DocxStyle::default()))
    }

    /// A style with all that it takes from others; nothing of one that is not there.
    pub(super) fn named(&self, id: Option<&str>) -> DocxStyle {
        let mut style = DocxStyle {
            based_on: id.map(str::to_string),
            ..DocxStyle::default()
        };
        for _ in 0..MOST_STEPS {
            let below = style.based_on.take();
            match below.and_then(|id| self.found.get(&id)) {
                Some(below) => style = style.over(below),
                None => break,
            }
        }
        style
    }

    /// The style of a paragraph.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> DocxStyle {
        self.named(id.or(self.of_paragraphs.as_deref()))
    }

    /// The style of a table.
    pub(super) fn of_table(&self, id: Option<&str>) -> DocxStyle {
        self.named(id.or(self.of_tables.as_deref()))
    }

    /// What holds where no style says otherwise.
    pub(super) fn of_document(&self) -> &DocxLook {
        &self.default.look
    }
}
