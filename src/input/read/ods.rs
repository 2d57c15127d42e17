//! What the parser of .ods files does not tell: merged ranges, hidden rows and columns, what was shown of numbers, how cells look.
//!
//! In: the content of the file, and the workbook that was read from it. Out: the same workbook with that beside its cells. Not for:
//! values, and not for pieces of texts.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{CellAddress, CellRange};
use crate::input::read::Workbook;
use crate::input::read::budget::Budget;
use crate::input::read::fault::ReadFault;
use crate::input::read::limits::ReadLimits;
use crate::input::read::ods_sheet::{CellLook, OdsSheet, OpenOdsCell, count};
use crate::input::read::ods_styles::OdsStyles;
use crate::input::read::{marks, xml};

/// Completes a workbook from the content of its file.
///
/// # Errors
/// [`ReadFault::TooLarge`], [`ReadFault::TimedOut`].
pub(super) fn complete(
    content: &[u8],
    styles: &OdsStyles,
    workbook: &mut Workbook,
    limits: &ReadLimits,
) -> Result<(), ReadFault> {
    let mut book = OdsBook {
        styles,
        budget: Budget::new(limits),
        sheets: HashMap::new(),
        sheet: None,
        cell: None,
        notes: 0,
        note: OpenNote::default(),
        inner: 0,
    };
    let mut reader = xml::reader(content);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => book.start(&tag),
            Event::End(tag) => book.end(tag.local_name().as_ref())?,
            Event::Eof => break,
            event => {
                if let Some(text) = xml::text(&event) {
                    book.text(&text);
                }
            }
        }
    }
    let mut faults = std::mem::take(&mut workbook.faults);
    for grid in std::mem::take(&mut workbook.grids) {
        match book.sheets.remove(&grid.name) {
            Some(sheet) => sheet.complete(grid, limits, workbook),
            None => workbook.grids.push(grid),
        }
    }
    faults.append(&mut workbook.faults);
    workbook.faults = faults;
    Ok(())
}

/// A comment or a drawing that is open.
#[derive(Debug, Default)]
struct OpenNote {
    text: String,
    /// Whether a paragraph is open: who wrote it and when stands beside them.
    in_paragraph: bool,
    end: Option<CellAddress>,
}

struct OdsBook<'a> {
    styles: &'a OdsStyles,
    budget: Budget,
    sheets: HashMap<String, OdsSheet>,
    sheet: Option<(String, OdsSheet)>,
    cell: Option<OpenOdsCell>,
    /// How many comments and drawings are open; what they say does not stand in the cell.
    notes: usize,
    /// What the outermost of them says, and the cell at its end.
    note: OpenNote,
    /// How many tables are open within a cell; they are no sheets.
    inner: usize,
}

/// Blanks in a row that are kept of a note.
const MOST_BLANKS: u32 = 100;

/// What is drawn over a cell (`OpenDocument` 1.3, part 3, chapter 10). Groups and frames hold the others.
const DRAWINGS: [&str; 14] = [
    "frame",
    "g",
    "custom-shape",
    "rect",
    "line",
    "polyline",
    "polygon",
    "regular-polygon",
    "path",
    "circle",
    "ellipse",
    "connector",
    "caption",
    "measure",
];

impl OdsBook<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        if name.as_ref() == "table" && self.cell.is_some() {
            self.inner += 1;
        }
        if self.inner > 0 {
            return;
        }
        if name.as_ref() == "table" {
            let name = xml::local_attribute(tag, "name").unwrap_or_default();
            self.sheet = Some((xml::decoded(name).into_owned(), OdsSheet::default()));
            return;
        }
        let Some((_, sheet)) = &mut self.sheet else {
            return;
        };
        match name.as_ref() {
            "table-column" => sheet.columns(tag, self.styles),
            "table-row" => sheet.row(tag, self.styles),
            "table-cell" | "covered-table-cell" => self.cell = Some(sheet.cell(tag)),
            "conditional-format" => sheet.begin_condition(tag),
            "condition" | "date-is" | "data-bar" | "icon-set" => sheet.condition(tag, self.styles),
            name if name == "annotation" || DRAWINGS.contains(&name) => {
                if self.notes == 0 {
                    let end = xml::local_attribute(tag, "end-cell-address");
                    let end = end.and_then(|end| end.rsplit('.').next()?.parse().ok());
                    self.note = OpenNote {
                        end,
                        ..OpenNote::default()
                    };
                }
                self.notes += 1;
            }
            "p" if self.notes > 0 => self.note.in_paragraph = true,
            "image" if self.notes > 0 => {
                let at = self.cell.as_ref().map(|cell| (sheet.row, cell.columns.0));
                sheet.page.picture(at.unwrap_or_default());
            }
            "s" if self.notes > 0 => {
                let blanks = count(tag, "c").min(MOST_BLANKS) as usize;
                self.note.text.push_str(&" ".repeat(blanks));
            }
            "tab" if self.notes > 0 => self.note.text.push('\t'),
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.get_or_insert_default();
                }
            }
            _ => {}
        }
    }

    /// Ends a comment or a drawing; what stands outside all cells is drawn at the first one.
    fn end_note(&mut self, is_comment: bool) -> Result<(), ReadFault> {
        self.notes = self.notes.saturating_sub(1);
        let Some((_, sheet)) = self.sheet.as_mut().filter(|_| self.notes == 0) else {
            return Ok(());
        };
        let note = std::mem::take(&mut self.note);
        self.budget.text(2 * note.text.len())?;
        if let Some(cell) = self.cell.as_mut().filter(|_| !is_comment) {
            cell.drawn.push_str(&note.text);
        }
        let text = marks::without_signs(&note.text);
        let at = self.cell.as_ref().map(|cell| (sheet.row, cell.columns.0));
        match (is_comment, at) {
            (true, Some(at)) => sheet.page.comment(at, text.trim()),
            (true, None) => {}
            (false, at) => {
                let (row, column) = at.unwrap_or_default();
                let first = CellAddress::new(row, column);
                let last = note
                    .end
                    .filter(|last| last.row >= row && last.column >= column);
                let last = last.unwrap_or(first);
                sheet.page.text_box(CellRange { first, last }, &text);
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.notes > 0 && self.inner == 0 && self.note.in_paragraph {
            self.note.text.push_str(text);
        }
        let stands_in_it = self.notes == 0 && self.inner == 0;
        let cell = self.cell.as_mut().filter(|_| stands_in_it);
        if let Some(shown) = cell.and_then(|cell| cell.text.as_mut()) {
            shown.push_str(text);
        }
    }

    /// What the cell that ends is seen as.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`], [`ReadFault::TimedOut`].
    fn seen(&mut self) -> Result<(), ReadFault> {
        let (Some(cell), Some((_, sheet))) = (self.cell.take(), &mut self.sheet) else {
            return Ok(());
        };
        // Without a result, its value is that of a text without letters at most.
        let has_no_result = cell.has_formula && matches!(cell.kind.as_str(), "" | "string");
        if cell.kind.is_empty() && !has_no_result {
            return Ok(());
        }
        let style = cell.style.as_deref().or(sheet.row_style.as_deref());
        let style = style.or_else(|| sheet.column_style(cell.columns.0));
        let (is_struck, is_unseen) = self.styles.cell(style.unwrap_or_default());
        let is_percent = cell.kind == "percentage";
        let has_white = |text: &String| marks::has_white(text.as_bytes());
        let shows_white = cell.text.as_ref().is_some_and(has_white)
            && style.is_some_and(|style| self.styles.shows_white(style));
        let is_number = matches!(cell.kind.as_str(), "float" | "currency");
        let code = style.filter(|_| has_no_result);
        let code = code.and_then(|style| self.styles.code(style));
        let code = code.map(str::to_string);
        if let Some(does) = style.and_then(|style| self.styles.conditions(style)) {
            sheet.mapped(cell.columns, does);
        }
        let shown = cell.text.filter(|_| is_number);
        let drawn = cell.drawn;
        let is_drawn_in = cell.kind == "string" && !drawn.is_empty();
        if is_drawn_in
            || is_percent
            || is_struck
            || is_unseen
            || shows_white
            || shown.is_some()
            || code.is_some()
        {
            self.budget.cell()?;
            let seen = CellLook {
                is_percent,
                shown,
                is_struck,
                is_unseen,
                shows_white,
                drawn,
                code,
            };
            sheet.cells.push((cell.columns, seen));
        }
        Ok(())
    }

    /// # Errors
    /// As [`OdsBook::seen`].
    fn end(&mut self, name: &str) -> Result<(), ReadFault> {
        if self.inner > 0 {
            self.inner -= usize::from(name == "table");
            return Ok(());
        }
        match name {
            "conditional-format" => {
                if let Some((_, sheet)) = &mut self.sheet {
                    sheet.end_condition();
                }
            }
            "annotation" => self.end_note(true)?,
            name if DRAWINGS.contains(&name) => self.end_note(false)?,
            "p" if self.notes > 0 => {
                self.note.in_paragraph = false;
                self.note.text.push('\n');
            }
            "table-cell" | "covered-table-cell" => self.seen()?,
            "table-row" => {
                if let Some((_, sheet)) = &mut self.sheet {
                    sheet.end_row();
                }
            }
            "table" => {
                if let Some((name, sheet)) = self.sheet.take() {
                    self.sheets.entry(name).or_insert(sheet);
                }
            }
            _ => {}
        }
        Ok(())
    }
}
