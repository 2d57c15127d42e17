//! The styles of a .docx document.
//!
//! In: the part `styles.xml`. Out: what a style says of letters, of what is behind them and of numbering, with what it takes from the
//! styles that it is based on. Not for: what a style of tables says of some rows or columns alone.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::input::read::color::Color;
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
    based_on: Option<String>,
}

impl DocxStyle {
    /// This style, and where it says nothing the one below it.
    fn over(&self, below: &DocxStyle) -> DocxStyle {
        DocxStyle {
            look: self.look.over(&below.look),
            behind: self.behind.clone().or(below.behind.clone()),
            list: self.list.clone().or(below.list.clone()),
            level: self.level.or(below.level),
            based_on: below.based_on.clone(),
        }
    }

    /// Takes what stands in a part of it.
    fn property(&mut self, part: &str, tag: &BytesStart<'_>) {
        let value = || xml::local_attribute(tag, "val");
        match (part, tag.local_name().as_ref()) {
            ("", "basedOn") => self.based_on = value().map(str::to_string),
            ("pPr" | "tblPr", "shd") if self.behind.is_none() => self.behind = shading(tag),
            ("tcPr", "shd") => self.behind = shading(tag),
            ("pPr", "numId") => self.list = value().map(str::to_string),
            ("pPr", "ilvl") => self.level = value().and_then(|level| level.parse().ok()),
            ("rPr", _) => self.look.property(tag),
            _ => {}
        }
    }
}

impl DocxStyles {
    /// Reads the part; a part that breaks off gives what came before.
    pub(super) fn read(part: &[u8]) -> Self {
        let mut styles = DocxStyles::default();
        let mut reader = xml::reader(part);
        let mut open: Option<(String, DocxStyle)> = None;
        let (mut section, mut conditional) = (String::new(), 0_usize);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "docDefaults" => open = Some((String::new(), DocxStyle::default())),
                    "style" => open = styles.style(&tag),
                    "tblStylePr" => conditional += 1,
                    name @ ("rPr" | "pPr" | "tcPr" | "tblPr") => section = name.to_string(),
                    _ => {
                        if let Some((_, style)) = open.as_mut().filter(|_| conditional == 0) {
                            style.property(&section, &tag);
                        }
                    }
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "docDefaults" => styles.default = open.take().unwrap_or_default().1,
                    "style" => styles.found.extend(open.take()),
                    "tblStylePr" => conditional = conditional.saturating_sub(1),
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
        if attribute("type") == Some("paragraph")
            && matches!(attribute("default"), Some("1" | "true"))
        {
            self.of_paragraphs = Some(id.clone());
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

    /// What holds where no style says otherwise.
    pub(super) fn of_document(&self) -> &DocxLook {
        &self.default.look
    }
}
