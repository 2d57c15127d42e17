//! Which look applies at the place of a .docx document that is being read, and in which list its paragraph is numbered.
//!
//! In: the tags of a document, in order, and its styles. Out: the mark of the letters there, the list and the level of the paragraph.
//! Not for: what the document says. Properties as they were before a change are nothing to a reader.

use quick_xml::events::BytesStart;

use crate::base::cell::Mark;
use crate::input::read::color::Color;
use crate::input::read::docx_conditional::{TableParts, TablePlace, TableSizes, said};
use crate::input::read::docx_look::{DocxLook, shading};
use crate::input::read::docx_styles::{DocxStyle, DocxStyles};
use crate::input::read::xml;

/// Tables within each other whose shading is looked at. Nobody sees more of them.
const NESTED: usize = 8;

/// What is known of the looks around a place.
#[derive(Debug, Default)]
pub(super) struct DocxFormat {
    styles: DocxStyles,
    /// The properties within which the place is.
    part: PropertiesOf,
    /// How many properties from before a change stand around it.
    former: usize,
    /// The sizes of the tables that did not begin yet.
    sizes: TableSizes,
    tables: Vec<TableFormat>,
    paragraphs: Vec<ParagraphFormat>,
    runs: Vec<RunFormat>,
}

/// Whose properties are being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PropertiesOf {
    #[default]
    Nothing,
    Table,
    Row,
    Cell,
    Paragraph,
    /// The sign at the end of a paragraph, which looks as it likes.
    ParagraphEnd,
    Run,
}

/// A table around the place.
#[derive(Debug, Default)]
struct TableFormat {
    style: DocxStyle,
    behind: Option<Color>,
    behind_cell: Option<Color>,
    place: TablePlace,
}

/// A paragraph around it; a text box is within one and has its own.
#[derive(Debug, Default)]
struct ParagraphFormat {
    style: DocxStyle,
    behind: Option<Color>,
    list: Option<String>,
    level: Option<usize>,
    /// The parts of the table to which it is said to belong.
    parts: Option<TableParts>,
    /// Whether its mark was deleted.
    is_gone: bool,
}

/// The mark of the letters of a run.
#[derive(Clone, Copy, Debug, Default)]
enum RunMark {
    #[default]
    NotAsked,
    Hidden,
    Seen(Mark),
}

/// A run around it.
#[derive(Debug, Default)]
struct RunFormat {
    direct: DocxLook,
    style: DocxLook,
    /// The mark of its letters, once it was asked for.
    mark: RunMark,
}

impl DocxFormat {
    /// Nothing yet, with the styles and the sizes of the tables of a document.
    pub(super) fn new(styles: DocxStyles, sizes: TableSizes) -> Self {
        DocxFormat {
            styles,
            sizes,
            ..DocxFormat::default()
        }
    }

    /// Whether the place is within properties, and so within no text.
    pub(super) fn is_property(&self) -> bool {
        self.former > 0 || self.part != PropertiesOf::Nothing
    }

    /// Whether it is within properties as they were before a change.
    pub(super) fn is_former(&self) -> bool {
        self.former > 0
    }

    pub(super) fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.as_ref();
        if name.ends_with("PrChange") || name.ends_with("PrExChange") {
            self.former += 1;
        }
        if self.former > 0 {
            return;
        }
        match name {
            "tbl" => self.tables.push(TableFormat {
                style: self.styles.of_table(None),
                place: self.sizes.table(),
                ..TableFormat::default()
            }),
            "tr" | "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.start(name);
                }
            }
            "p" => {
                let style = self.styles.of_paragraph(None);
                self.paragraphs.push(ParagraphFormat {
                    style,
                    ..ParagraphFormat::default()
                });
            }
            "r" => self.runs.push(RunFormat::default()),
            "tblPr" => self.part = PropertiesOf::Table,
            "trPr" => self.part = PropertiesOf::Row,
            "tcPr" => self.part = PropertiesOf::Cell,
            "pPr" => self.part = PropertiesOf::Paragraph,
            "rPr" if self.part == PropertiesOf::Nothing => self.part = PropertiesOf::Run,
            "rPr" if self.part == PropertiesOf::Paragraph => {
                self.part = PropertiesOf::ParagraphEnd;
            }
            _ => self.property(name, tag),
        }
    }

    fn property(&mut self, name: &str, tag: &BytesStart<'_>) {
        let value = xml::local_attribute(tag, "val");
        match self.part {
            PropertiesOf::Nothing => {}
            PropertiesOf::Table | PropertiesOf::Row | PropertiesOf::Cell => {
                if let Some(table) = self.tables.last_mut() {
                    match name {
                        "tblStyle" => table.style = self.styles.of_table(value),
                        _ => table.property(self.part, tag),
                    }
                }
            }
            PropertiesOf::Paragraph => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    match name {
                        "pStyle" => paragraph.style = self.styles.of_paragraph(value),
                        "shd" => paragraph.behind = paragraph.behind.take().or(shading(tag)),
                        "cnfStyle" => paragraph.parts = Some(said(tag)),
                        "numId" => paragraph.list = value.map(str::to_string),
                        "ilvl" => paragraph.level = value.and_then(|level| level.parse().ok()),
                        _ => {}
                    }
                }
            }
            PropertiesOf::ParagraphEnd => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.is_gone |= matches!(name, "del" | "moveFrom");
                }
            }
            PropertiesOf::Run => {
                if let Some(run) = self.runs.last_mut() {
                    match name {
                        "rStyle" => run.style = self.styles.named(value).look,
                        _ => run.direct.property(tag),
                    }
                }
            }
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if name.ends_with("PrChange") || name.ends_with("PrExChange") {
            self.former = self.former.saturating_sub(1);
            return;
        }
        if self.former > 0 {
            return;
        }
        match (name, self.part) {
            ("tbl", _) => drop(self.tables.pop()),
            ("p", _) => drop(self.paragraphs.pop()),
            ("r", _) => drop(self.runs.pop()),
            ("tblPr", PropertiesOf::Table)
            | ("trPr", PropertiesOf::Row)
            | ("tcPr", PropertiesOf::Cell)
            | ("pPr", PropertiesOf::Paragraph)
            | ("rPr", PropertiesOf::Run) => self.part = PropertiesOf::Nothing,
            ("rPr", PropertiesOf::ParagraphEnd) => self.part = PropertiesOf::Paragraph,
            _ => {}
        }
    }

    /// How many paragraphs stand around the place.
    pub(super) fn paragraphs(&self) -> usize {
        self.paragraphs.len()
    }

    /// The list in which the paragraph is numbered, and the level there.
    pub(super) fn list(&self) -> Option<(&str, usize)> {
        let paragraph = self.paragraphs.last().filter(|one| !one.is_gone)?;
        let list = paragraph.list.as_ref().or(paragraph.style.list.as_ref())?;
        let level = paragraph.level.or(paragraph.style.level);
        Some((list, level.unwrap_or_default()))
    }

    /// The mark of the letters at the place; nothing where they are hidden.
    pub(super) fn mark(&mut self) -> Option<Mark> {
        match self.runs.last().map(|run| run.mark) {
            Some(RunMark::Hidden) => return None,
            Some(RunMark::Seen(mark)) => return Some(mark),
            Some(RunMark::NotAsked) | None => {}
        }
        let nothing = RunFormat::default();
        let run = self.runs.last().unwrap_or(&nothing);
        let mut look = run.direct.over(&run.style);
        let mut behind = None;
        if let Some(paragraph) = self.paragraphs.last() {
            look = look.over(&paragraph.style.look);
            behind = paragraph.behind.clone().or(paragraph.style.behind.clone());
        }
        let mut tables = self.tables.iter().rev().take(NESTED);
        if let Some(table) = tables.next() {
            let parts = self.paragraphs.last().and_then(|one| one.parts.as_ref());
            let style = table.styled(parts);
            look = look.over(&style.look);
            behind = behind.or_else(|| table.behind(style));
        }
        let behind = behind.or_else(|| tables.find_map(|one| one.behind(one.styled(None))));
        let mark = look
            .over(self.styles.of_document())
            .mark(&behind.unwrap_or(Color::WHITE));
        if let Some(run) = self.runs.last_mut() {
            run.mark = mark.map_or(RunMark::Hidden, RunMark::Seen);
        }
        mark
    }
}

impl TableFormat {
    /// A row or a cell begins.
    fn start(&mut self, name: &str) {
        self.behind_cell = None;
        match name {
            "tr" => self.place.start_row(),
            _ => self.place.start_cell(),
        }
    }

    /// Takes what is said of the table, the row or the cell.
    fn property(&mut self, of: PropertiesOf, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        match (of, name.as_ref()) {
            (PropertiesOf::Table, "shd") => self.behind = shading(tag),
            (PropertiesOf::Table, name) => self.place.table_property(name, tag),
            (PropertiesOf::Row, name) => self.place.row_property(name, tag),
            (_, "shd") => self.behind_cell = Some(shading(tag).unwrap_or(Color::WHITE)),
            (_, name) => self.place.cell_property(name, tag),
        }
    }

    /// What its style says of the place. A paragraph may say to which parts it belongs.
    fn styled(&self, of_paragraph: Option<&TableParts>) -> DocxStyle {
        let parts = self.place.parts(self.style.bands(), of_paragraph);
        self.style.at(&parts)
    }

    fn behind(&self, style: DocxStyle) -> Option<Color> {
        let own = self.behind_cell.clone().or(self.behind.clone());
        own.or(style.behind)
    }
}
