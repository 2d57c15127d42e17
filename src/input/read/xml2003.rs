//! Spreadsheets saved as XML by Excel 2003 (`SpreadsheetML`), often under the name .xls.
//!
//! In: the bytes of such a file. Out: a [`Workbook`]. Not for: the looks that styles give, and what formulas mean.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{Cell, CellAddress, CellValue, Mark, Visibility};
use crate::input::read::budget::Budget;
use crate::input::read::charset;
use crate::input::read::fault::ReadFault;
use crate::input::read::file_kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::marks::signs;
use crate::input::read::page::SheetBuilder;
use crate::input::read::r1c1::a1;
use crate::input::read::sheet_facts::FLAT_ROW;
use crate::input::read::xml2003_styles::{Xml2003Styles, date, is_white, value};
use crate::input::read::{Properties, Workbook, conditions_2003, xml};

/// Reads a spreadsheet.
///
/// # Errors
/// [`ReadFault::Damaged`] if the XML is cut or broken, [`ReadFault::TooLarge`].
pub(super) fn read(bytes: &[u8], limits: &ReadLimits) -> Result<Workbook, ReadFault> {
    let text = charset::decode(bytes, charset::declared(bytes));
    let mut book = Xml2003Book::new(limits);
    let mut reader = xml::reader(text.as_bytes());
    let mut has_end = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => book.start(&tag),
            Ok(Event::End(tag)) => {
                has_end |= tag.local_name().as_ref() == "Workbook";
                book.end(tag.local_name().as_ref())?;
            }
            Ok(Event::Eof) if has_end => return Ok(book.workbook),
            Ok(Event::Eof) => return Err(ReadFault::Damaged("the XML is cut".to_string())),
            Ok(event) => {
                if let Some(text) = xml::text(&event) {
                    book.text(&text);
                }
            }
            Err(error) => return Err(ReadFault::Damaged(error.to_string())),
        }
    }
}

/// Which text is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenText {
    Nothing,
    Data,
    Visible,
    Property(Property),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Property {
    Created,
    Saved,
    Author,
    Custom,
}

/// A `<Cell>` until its end.
#[derive(Default)]
struct Pending {
    at: (u32, u32),
    kind: String,
    has_data: bool,
    formula: Option<String>,
    style: Option<String>,
}

/// The mark of a piece of text between such tags.
fn mark_of(name: &str) -> Mark {
    match name {
        "S" => Mark::Struck,
        "Sup" => Mark::Raised,
        _ => Mark::Lowered,
    }
}

struct Xml2003Book {
    workbook: Workbook,
    budget: Budget,
    styles: Xml2003Styles,
    /// The styles of columns, by the last that has one, with the first; and that of the row.
    column_styles: BTreeMap<u32, (u32, String)>,
    row_style: Option<String>,
    page: Option<SheetBuilder>,
    row: u32,
    column: u32,
    next_column: u32,
    cell: Option<Pending>,
    /// What a comment says that is open.
    comment: Option<String>,
    /// The marks of the fonts that are open within a text.
    fonts: Vec<Mark>,
    /// The conditional format that is open.
    condition: Option<conditions_2003::OpenCondition2003>,
    is_custom: bool,
    reading: OpenText,
    text: String,
}

impl Xml2003Book {
    fn new(limits: &ReadLimits) -> Self {
        Xml2003Book {
            workbook: Workbook {
                kind: FileKind::SpreadsheetMl2003,
                grids: Vec::new(),
                faults: Vec::new(),
                skipped: Vec::new(),
                damaged_parts: Vec::new(),
                properties: Properties::default(),
            },
            budget: Budget::new(limits),
            styles: Xml2003Styles::default(),
            column_styles: BTreeMap::new(),
            row_style: None,
            page: None,
            row: 0,
            column: 0,
            next_column: 0,
            cell: None,
            comment: None,
            fonts: Vec::new(),
            condition: None,
            is_custom: false,
            reading: OpenText::Nothing,
            text: String::new(),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let value = |key: &str| value(tag, key);
        let number = |key: &str| value(key).and_then(|text| text.parse::<u32>().ok());
        let tag_name = tag.local_name();
        let name = tag_name.as_ref();
        if let Some(condition) = &mut self.condition {
            return condition.start(tag);
        }
        match name {
            "ConditionalFormatting" => {
                self.condition = Some(conditions_2003::OpenCondition2003::default());
            }
            "S" | "Sup" | "Sub" if self.reading == OpenText::Data => self.sign(mark_of(name), true),
            "Font" if self.reading == OpenText::Data => {
                let is_white = value("Color").is_some_and(|color| is_white(&color));
                let mark = if is_white { Mark::Unseen } else { Mark::Plain };
                self.fonts.push(mark);
                self.sign(mark, true);
            }
            "Style" => self.styles.begin(value("ID"), value("Parent").as_deref()),
            "NumberFormat" | "Interior" | "Font" => self.styles.take(tag),
            "Worksheet" => {
                self.page = Some(SheetBuilder::new(value("Name").unwrap_or_default()));
                (self.row, self.column, self.next_column) = (0, 0, 0);
                self.column_styles.clear();
            }
            "Column" | "Row" => self.line(tag),
            "Cell" => {
                let span = (number("MergeAcross"), number("MergeDown"));
                let at = self.place(number("Index"), span);
                self.cell = Some(Pending {
                    at,
                    formula: value("Formula").map(|text| a1(&text, at)),
                    style: value("StyleID").or_else(|| self.style_around(at.1)),
                    ..Pending::default()
                });
            }
            "Data" => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.has_data)
                    && let Some(kind) = value("Type")
                {
                    (cell.has_data, cell.kind) = (true, kind);
                    self.read(OpenText::Data);
                }
            }
            "Comment" if self.cell.is_some() => self.comment = Some(String::new()),
            "Visible" => self.read(OpenText::Visible),
            "Created" => self.read(OpenText::Property(Property::Created)),
            "LastSaved" => self.read(OpenText::Property(Property::Saved)),
            "LastAuthor" => self.read(OpenText::Property(Property::Author)),
            "CustomDocumentProperties" => self.is_custom = true,
            _ if self.is_custom => self.read(OpenText::Property(Property::Custom)),
            _ => {}
        }
    }

    /// The style of a cell without one of its own.
    fn style_around(&self, column: u32) -> Option<String> {
        let of_column = self.column_styles.range(column..).next();
        let of_column = of_column.filter(|(_, (first, _))| *first <= column);
        let of_column = of_column.map(|(_, (_, style))| style);
        self.row_style.as_ref().or(of_column).cloned()
    }

    /// Where the next cell stands, with how many cells more it is merged to the right and down.
    fn place(
        &mut self,
        index: Option<u32>,
        (across, down): (Option<u32>, Option<u32>),
    ) -> (u32, u32) {
        if let Some(index) = index {
            self.column = index.saturating_sub(1);
        }
        let at = (self.row, self.column);
        let (across, down) = (across.unwrap_or(0), down.unwrap_or(0));
        if let Some(page) = self.page.as_mut().filter(|_| across > 0 || down > 0) {
            page.merge(at, (at.0.saturating_add(down), at.1.saturating_add(across)));
        }
        self.column = self.column.saturating_add(across).saturating_add(1);
        at
    }

    /// Begins a row, or passes over columns.
    fn line(&mut self, tag: &BytesStart<'_>) {
        let is_row = tag.local_name().as_ref() == "Row";
        let number = |key| value(tag, key).and_then(|text| text.parse::<u32>().ok());
        let size = value(tag, if is_row { "Height" } else { "Width" });
        let size = size.and_then(|size| size.parse::<f64>().ok());
        let has_no_size = size.is_some_and(|size| size < FLAT_ROW);
        let is_hidden = has_no_size || value(tag, "Hidden").as_deref() == Some("1");
        let before = if is_row { self.row } else { self.next_column };
        let first = number("Index").map_or(before, |index| index.saturating_sub(1));
        let last = first.saturating_add(number("Span").unwrap_or(0));
        let style = value(tag, "StyleID");
        if let Some(page) = self.page.as_mut().filter(|_| is_hidden) {
            if is_row {
                page.hide_rows(first, last);
            } else {
                page.hide_columns(first, last);
            }
        }
        if is_row {
            // The end of the row goes on to the next one.
            (self.row, self.column) = (last, 0);
            self.row_style = style;
        } else {
            self.next_column = last.saturating_add(1);
            self.column_styles
                .extend(style.map(|style| (last, (first, style))));
        }
    }

    /// Puts the sign of a piece that stands out into a text.
    fn sign(&mut self, mark: Mark, is_start: bool) {
        if let Some((start, end)) = signs(mark) {
            self.text.push(if is_start { start } else { end });
        }
    }

    fn read(&mut self, reading: OpenText) {
        self.reading = reading;
        self.text.clear();
    }

    fn text(&mut self, text: &str) {
        if let Some(condition) = &mut self.condition {
            condition.text(text);
        } else if let Some(comment) = &mut self.comment {
            comment.push_str(text);
        } else if self.reading != OpenText::Nothing {
            self.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadFault> {
        if let Some(condition) = self
            .condition
            .as_mut()
            .filter(|_| name != "ConditionalFormatting")
        {
            condition.end(name);
            return Ok(());
        }
        match (name, self.reading) {
            ("ConditionalFormatting", _) => {
                if let (Some(condition), Some(page)) = (self.condition.take(), &mut self.page) {
                    condition.add_to(&mut page.conditions);
                }
            }
            ("Style", _) => self.styles.end(),
            ("Row", _) => self.row = self.row.saturating_add(1),
            ("Cell", _) => {
                if let Some(cell) = self.cell.take() {
                    self.finish(cell)?;
                }
                self.reading = OpenText::Nothing;
                self.fonts.clear();
            }
            ("Worksheet", _) => {
                if let Some(page) = self.page.take() {
                    page.finish(self.budget.limits().merges, &mut self.workbook);
                }
            }
            ("S" | "Sup" | "Sub", OpenText::Data) => self.sign(mark_of(name), false),
            ("Font", OpenText::Data) => {
                let mark = self.fonts.pop().unwrap_or_default();
                self.sign(mark, false);
            }
            ("Comment", _) => self.end_comment()?,
            ("Data", OpenText::Data) => {
                // What follows within the cell is not its value.
                self.reading = OpenText::Nothing;
            }
            ("Visible", OpenText::Visible) => self.end_visible(),
            ("CustomDocumentProperties", _) => self.is_custom = false,
            (_, OpenText::Property(property)) => {
                self.reading = OpenText::Nothing;
                self.budget.text(self.text.len())?;
                self.property(property, name);
            }
            _ => {}
        }
        Ok(())
    }

    fn end_comment(&mut self) -> Result<(), ReadFault> {
        let text = self.comment.take().unwrap_or_default();
        if let (Some(page), Some(cell)) = (&mut self.page, &self.cell) {
            self.budget.text(text.len())?;
            page.comment(cell.at, &text);
        }
        Ok(())
    }

    fn end_visible(&mut self) {
        self.reading = OpenText::Nothing;
        if let Some(page) = &mut self.page {
            page.visibility = match self.text.trim() {
                "SheetHidden" => Visibility::Hidden,
                "SheetVeryHidden" => Visibility::VeryHidden,
                _ => Visibility::Visible,
            };
        }
    }

    fn property(&mut self, property: Property, name: &str) {
        let properties = &mut self.workbook.properties;
        let text = self.text.trim().to_string();
        match property {
            Property::Created => properties.created = Some(text),
            Property::Saved => properties.modified = Some(text),
            Property::Author => properties.last_modified_by = Some(text),
            Property::Custom => {
                properties.custom.insert(name.to_string(), text);
            }
        }
    }

    fn finish(&mut self, cell: Pending) -> Result<(), ReadFault> {
        let Some(page) = &mut self.page else {
            return Ok(());
        };
        let text = std::mem::take(&mut self.text);
        let value = match (cell.has_data, cell.kind.as_str()) {
            (false, _) => CellValue::NotCalculated,
            (true, "Number") => match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => CellValue::Number(number),
                _ => CellValue::Damaged(format!("{text} is not a number")),
            },
            (true, "Boolean") => CellValue::Bool(text.trim() == "1"),
            (true, "DateTime") => date(text),
            (true, "Error") => CellValue::Error(text),
            (true, _) => CellValue::Text(text),
        };
        let is_blank = match &value {
            CellValue::NotCalculated => true,
            CellValue::Text(text) => text.is_empty(),
            _ => false,
        };
        if is_blank && cell.formula.is_none() {
            return Ok(());
        }
        let mut taken = Cell {
            formula: cell.formula,
            ..Cell::new(CellAddress::default(), value)
        };
        let kept = self.styles.apply(cell.style.as_deref(), &mut taken);
        self.budget.text(kept)?;
        page.cell(cell.at, taken, &mut self.budget)
    }
}
