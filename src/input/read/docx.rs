//! Tables and paragraphs of a .docx document.
//!
//! In: an inflated [`Package`]. Out: a [`Workbook`] with one grid for each table, in order, named `Bảng 1`, `Bảng 2` …, and a
//! last grid `Văn bản` with one paragraph in each row of column A. Not for: whether a table is a form;
//! footnotes, pictures and text that is deleted, moved away or hidden are left out, and a table within a table is text of its cell,
//! as is a text box. A text box outside of tables is read as what stands before its paragraph.

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{COLUMNS, Cell, CellAddress, Grid, Mark, Visibility};
use crate::input::read::budget::Budget;
use crate::input::read::docx_conditional::TableSizes;
use crate::input::read::docx_controls::DocxControls;
use crate::input::read::docx_format::DocxFormat;
use crate::input::read::docx_numbers::DocxNumbers;
use crate::input::read::docx_styles::DocxStyles;
use crate::input::read::docx_table::{DocxTable, Vertical, plain_cell};
use crate::input::read::fault::ReadFault;
use crate::input::read::file_kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::marks::signs;
use crate::input::read::package::Package;
use crate::input::read::{Properties, Workbook, worksheets, xml};

/// Columns that Word lets a cell span: its limit for a table.
const SPAN: u32 = 63;

/// Reads a document.
///
/// # Errors
/// [`ReadFault::Damaged`] if its text cannot be read to the end, [`ReadFault::TooLarge`].
pub(super) fn read(package: &Package, limits: &ReadLimits) -> Result<Workbook, ReadFault> {
    let main = worksheets::main_part(package)?;
    let bytes = worksheets::needed(package, &format!("{}{}", main.folder, main.name))?;
    let beside = |name| package.named(&format!("{}{name}", main.folder));
    let styles = DocxStyles::read(beside("styles.xml").unwrap_or_default());
    let numbers = DocxNumbers::read(beside("numbering.xml").unwrap_or_default());
    let format = DocxFormat::new(styles, TableSizes::read(bytes));
    let mut document = DocxBody::new(limits, format, numbers);
    let mut reader = xml::reader(bytes);
    let mut has_body_end = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => document.start(&tag),
            Ok(Event::End(tag)) => {
                has_body_end |= tag.local_name().as_ref() == "body";
                document.end(tag.local_name().as_ref())?;
            }
            Ok(Event::Eof) if has_body_end => break,
            Ok(Event::Eof) => return Err(ReadFault::Damaged("the document is cut".to_string())),
            Ok(event) => {
                if let Some(text) = xml::text(&event) {
                    document.text(&text);
                }
            }
            Err(error) => return Err(ReadFault::Damaged(format!("document: {error}"))),
        }
    }
    Ok(Workbook {
        kind: FileKind::Word,
        grids: document.grids(),
        faults: Vec::new(),
        skipped: Vec::new(),
        damaged_parts: package.damaged_parts(),
        properties: properties(package),
    })
}

/// When the document was made and saved; nothing where it does not say so.
fn properties(package: &Package) -> Properties {
    let mut properties = Properties::default();
    let bytes = package.named("docProps/core.xml").unwrap_or_default();
    let mut reader = xml::reader(bytes);
    let mut open = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => open = tag.local_name().as_ref().to_string(),
            Ok(Event::End(_)) => open.clear(),
            Ok(Event::Eof) | Err(_) => return properties,
            Ok(event) => {
                let text = xml::text(&event).map(|text| text.trim().to_string());
                match open.as_str() {
                    "created" => properties.created = text,
                    "modified" => properties.modified = text,
                    _ => {}
                }
            }
        }
    }
}

/// Parts the paragraphs of a form at their tabs, each part in a column of its own: what stands beside each other in a letterhead is not
/// one text.
pub(super) fn parted(mut workbook: Workbook) -> Workbook {
    if let Some(text) = workbook.grids.pop() {
        let parts = text.cells().iter().flat_map(|cell| {
            let row = cell.address.row;
            let shown = cell.value.show();
            let parts = shown
                .split('\t')
                .map(str::trim)
                .filter(|part| !part.is_empty());
            let parts = (0..COLUMNS).zip(parts);
            let parts = parts
                .map(|(column, part)| plain_cell(CellAddress::new(row, column), part.to_string()));
            parts.collect::<Vec<Cell>>()
        });
        let parts = parts.collect();
        let parted = Grid::new(text.name.clone(), text.visibility, parts, Vec::new());
        workbook.grids.push(parted);
    }
    workbook
}

/// What has been read so far.
struct DocxBody {
    budget: Budget,
    tables: Vec<DocxTable>,
    paragraphs: Vec<Cell>,
    /// How many tables stand around the place that is being read.
    depth: usize,
    /// How many copies for older programs stand around it; they repeat what was read already.
    repeated: usize,
    is_text: bool,
    text: String,
    /// Whether somebody typed some of it: numbers of lists stand there by themselves.
    is_typed: bool,
    /// How many deletions and moves away stand around it.
    gone: usize,
    format: DocxFormat,
    numbers: DocxNumbers,
    controls: DocxControls,
    /// Where the number of a paragraph stands that nothing was read of yet.
    number: Option<usize>,
    /// Where the text boxes outside of tables stand that are around the place.
    boxes: Vec<AroundBox>,
}

/// The place in which a text box stands.
struct AroundBox {
    /// What was read of its paragraph.
    text: String,
    /// How many paragraphs stand around what is in the box.
    paragraphs: usize,
}

impl DocxBody {
    fn new(limits: &ReadLimits, format: DocxFormat, numbers: DocxNumbers) -> Self {
        DocxBody {
            budget: Budget::new(limits),
            tables: Vec::new(),
            paragraphs: Vec::new(),
            depth: 0,
            repeated: 0,
            is_text: false,
            is_typed: false,
            text: String::new(),
            gone: 0,
            format,
            numbers,
            controls: DocxControls::default(),
            number: None,
            boxes: Vec::new(),
        }
    }

    /// The outermost table that is being read, unless the place is in a table within it.
    fn table(&mut self) -> Option<&mut DocxTable> {
        self.tables.last_mut().filter(|_| self.depth == 1)
    }

    /// Whether a paragraph that begins or ends here is a row of its own.
    fn is_own_paragraph(&self, around: usize) -> bool {
        let in_boxes = self.boxes.last().map_or(0, |one| one.paragraphs);
        self.depth == 0 && around == in_boxes
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let around = self.format.paragraphs();
        self.format.start(tag);
        self.controls.start(tag);
        if self.format.is_former() {
            return;
        }
        match tag.local_name().as_ref() {
            "Fallback" => self.repeated += 1,
            // What is spoken stands over the letters of a ruby.
            "del" | "moveFrom" | "rt" => self.gone += 1,
            // Equations: what is over or under, raised or below a root is no digit of the same number.
            "den" => self.show("/"),
            "sup" => self.show("^"),
            "sub" => self.show("_"),
            "rad" => self.show("√"),
            "sym" => self.symbol(tag),
            "tbl" => {
                if self.depth == 0 {
                    self.tables.push(DocxTable::behind(self.paragraphs.len()));
                }
                self.depth += 1;
            }
            "txbxContent" if self.depth == 0 => {
                let text = std::mem::take(&mut self.text);
                self.boxes.push(AroundBox {
                    text,
                    paragraphs: around,
                });
            }
            "p" if self.is_own_paragraph(around) => {
                self.number = None;
                self.text.clear();
            }
            "p" | "br" | "cr" => self.space('\n'),
            "tab" | "ptab" if !self.format.is_property() => self.space('\t'),
            "noBreakHyphen" => self.show("-"),
            "t" => self.is_text = self.repeated == 0,
            _ => self.in_table(tag),
        }
    }

    /// Takes what says where a cell is.
    fn in_table(&mut self, tag: &BytesStart<'_>) {
        let value = || xml::local_attribute(tag, "val");
        let number = || value().and_then(|text| text.parse::<u32>().ok());
        let Some(table) = self.tables.last_mut().filter(|_| self.depth == 1) else {
            return;
        };
        match tag.local_name().as_ref() {
            "tr" => table.column = 0,
            "gridBefore" => table.column += number().unwrap_or_default().min(SPAN),
            "tc" => {
                (table.span, table.vertical) = (1, Vertical::No);
                self.text.clear();
            }
            "gridSpan" => table.span = number().unwrap_or(1).clamp(1, SPAN),
            "vMerge" => {
                table.vertical = match value() {
                    Some("restart") => Vertical::First,
                    _ => Vertical::Continued,
                };
            }
            _ => {}
        }
    }

    fn space(&mut self, sign: char) {
        self.number = None;
        if self.repeated == 0 && !self.text.is_empty() {
            self.text.push(sign);
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text {
            self.show(text);
        }
    }

    /// Adds what is shown of a run.
    fn show(&mut self, text: &str) {
        if self.repeated > 0 || self.gone > 0 || self.controls.is_blank() {
            return;
        }
        let Some(mark) = self.format.mark() else {
            return;
        };
        self.is_typed |= !text.trim().is_empty();
        let is_number = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if let Some(start) = self.number.take().filter(|_| is_number) {
            self.part_number(start);
        }
        match signs(mark).filter(|_| mark != Mark::Unseen || !text.trim().is_empty()) {
            Some((start, end)) => {
                self.text.push(start);
                self.text.push_str(text);
                self.text.push(end);
            }
            None => self.text.push_str(text),
        }
    }

    /// Adds a sign of a font such as Symbol or Wingdings.
    fn symbol(&mut self, tag: &BytesStart<'_>) {
        let code = xml::local_attribute(tag, "char");
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let font = xml::local_attribute(tag, "font").unwrap_or_default();
        if let Some(sign) = code.and_then(|code| self.controls.sign(font, code)) {
            self.show(sign.encode_utf8(&mut [0; 4]));
        }
    }

    /// Keeps the number of a list from what is a number itself: its line is no minus, and 1 before 500 is not 1 500.
    fn part_number(&mut self, start: usize) {
        let number = self.text.get(start..).unwrap_or_default().trim_end();
        if matches!(number, "-" | "+" | "–" | "—" | "−") {
            self.text.truncate(start);
            self.text.push_str("• ");
        } else {
            self.text.truncate(start + number.len());
            self.text.push('\t');
        }
    }

    /// Adds the number before a paragraph.
    fn number(&mut self) {
        if self.repeated > 0 || self.gone > 0 {
            return;
        }
        if let Some((list, level)) = self.format.list()
            && let Some(number) = self.numbers.next(list, level)
            && !number.is_empty()
        {
            self.number = Some(self.text.len());
            self.text.push_str(&number);
            self.text.push(' ');
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadFault> {
        let is_former = self.format.is_former();
        self.format.end(name);
        if is_former {
            return Ok(());
        }
        if let Some(shown) = self.controls.end(name) {
            self.show(&shown);
        }
        match name {
            "Fallback" => self.repeated = self.repeated.saturating_sub(1),
            "del" | "moveFrom" | "rt" => self.gone = self.gone.saturating_sub(1),
            "t" => self.is_text = false,
            "pPr" => self.number(),
            "tbl" => self.depth = self.depth.saturating_sub(1),
            "txbxContent" if self.depth == 0 => {
                if let Some(around) = self.boxes.pop() {
                    self.text = around.text;
                }
            }
            "tr" => {
                if let Some(table) = self.table() {
                    table.row += 1;
                }
            }
            "tc" if self.depth == 1 => {
                let is_typed = std::mem::take(&mut self.is_typed);
                let value = self.taken()?;
                if let Some(table) = self.table() {
                    table.cell(value, is_typed);
                }
            }
            "p" if self.is_own_paragraph(self.format.paragraphs()) => {
                let row = self.paragraphs.len() as u32;
                self.is_typed = false;
                if let Some(value) = self.taken()? {
                    self.paragraphs
                        .push(plain_cell(CellAddress::new(row, 0), value));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The text read since the paragraph or cell began, if it is not blank.
    fn taken(&mut self) -> Result<Option<String>, ReadFault> {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        self.budget.cell()?;
        self.budget.text(text.len())?;
        Ok(Some(text.to_string()))
    }

    fn grids(self) -> Vec<Grid> {
        let mut grids: Vec<Grid> = Vec::with_capacity(self.tables.len() + 1);
        for (number, table) in DocxTable::joined(self.tables) {
            let name = format!("Bảng {number}");
            let shown = Visibility::Visible;
            grids.push(Grid::new(name, shown, table.cells, table.merges));
        }
        let text = Grid::new("Văn bản", Visibility::Visible, self.paragraphs, Vec::new());
        grids.push(text);
        grids
    }
}
