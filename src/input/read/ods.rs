//! What the parser of .ods files does not tell: merged ranges, hidden rows and columns, what was shown of numbers, how cells look.
//!
//! In: the content of the file, and the workbook that was read from it. Out: the same workbook with that beside its cells. Not for:
//! values, and not for pieces of texts.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{Cell, CellValue, Format, Grid};
use crate::base::display;
use crate::input::read::Workbook;
use crate::input::read::budget::Budget;
use crate::input::read::fault::ReadFault;
use crate::input::read::limits::ReadLimits;
use crate::input::read::ods_styles::Styles;
use crate::input::read::page::Page;
use crate::input::read::styles::show;
use crate::input::read::{marks, xml};

/// Completes a workbook from the content of its file.
///
/// # Errors
/// [`ReadFault::TooLarge`], [`ReadFault::TimedOut`].
pub(super) fn complete(
    content: &[u8],
    styles: &Styles,
    workbook: &mut Workbook,
    limits: &ReadLimits,
) -> Result<(), ReadFault> {
    let mut book = Book {
        styles,
        budget: Budget::new(limits),
        sheets: HashMap::new(),
        sheet: None,
        cell: None,
        notes: 0,
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

/// What a cell looks like, where that matters.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is there by itself")]
struct Seen {
    is_percent: bool,
    shown: Option<String>,
    is_struck: bool,
    is_unseen: bool,
    /// Whether white pieces of its text are seen on its fill.
    shows_white: bool,
}

/// Cells next to each other in one row, or in rows that repeat it.
#[derive(Debug)]
struct Band {
    rows: (u32, u32),
    cells: Vec<((u32, u32), Seen)>,
}

#[derive(Debug, Default)]
struct Sheet {
    page: Page,
    bands: Vec<Band>,
    /// The styles of columns, by the last column that has them.
    columns: Vec<(u32, String)>,
    column: u32,
    row: u32,
    rows: u32,
    row_style: Option<String>,
    cells: Vec<((u32, u32), Seen)>,
}

/// A cell that is open.
#[derive(Debug, Default)]
struct Open {
    columns: (u32, u32),
    kind: String,
    style: Option<String>,
    text: Option<String>,
}

struct Book<'a> {
    styles: &'a Styles,
    budget: Budget,
    sheets: HashMap<String, Sheet>,
    sheet: Option<(String, Sheet)>,
    cell: Option<Open>,
    /// How many comments and drawings are open; what they say does not stand in the cell.
    notes: usize,
    /// How many tables are open within a cell; they are no sheets.
    inner: usize,
}

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

/// A count in an attribute: 1 where there is none.
fn count(tag: &BytesStart<'_>, key: &str) -> u32 {
    let count = xml::local_attribute(tag, key).and_then(|text| text.parse().ok());
    count.unwrap_or(1).max(1)
}

/// Whether a column or a row does not show: it is hidden, filtered out, or has no size.
fn is_unseen(tag: &BytesStart<'_>, family: &str, styles: &Styles) -> bool {
    let is_hidden = matches!(
        xml::local_attribute(tag, "visibility"),
        Some("collapse" | "filter")
    );
    let style = xml::local_attribute(tag, "style-name");
    is_hidden || style.is_some_and(|style| styles.is_flat(family, style))
}

impl Sheet {
    /// Columns with one style.
    fn columns(&mut self, tag: &BytesStart<'_>, styles: &Styles) {
        let last = self
            .column
            .saturating_add(count(tag, "number-columns-repeated") - 1);
        if is_unseen(tag, "table-column", styles) {
            self.page.hide_columns(self.column, last);
        }
        if let Some(style) = xml::local_attribute(tag, "default-cell-style-name") {
            self.columns.push((last, style.to_string()));
        }
        self.column = last.saturating_add(1);
    }

    /// The next rows.
    fn row(&mut self, tag: &BytesStart<'_>, styles: &Styles) {
        self.rows = count(tag, "number-rows-repeated");
        self.column = 0;
        self.row_style = xml::local_attribute(tag, "default-cell-style-name").map(str::to_string);
        if is_unseen(tag, "table-row", styles) {
            let last = self.row.saturating_add(self.rows - 1);
            self.page.hide_rows(self.row, last);
        }
    }

    /// The next cells.
    fn cell(&mut self, tag: &BytesStart<'_>) -> Open {
        let first = self.column;
        self.column = first.saturating_add(count(tag, "number-columns-repeated"));
        let across = count(tag, "number-columns-spanned");
        let down = count(tag, "number-rows-spanned");
        if across > 1 || down > 1 {
            let last = (
                self.row.saturating_add(down - 1),
                first.saturating_add(across - 1),
            );
            self.page.merge((self.row, first), last);
        }
        let value = |key: &str| xml::local_attribute(tag, key).map(str::to_string);
        Open {
            columns: (first, self.column.saturating_sub(1)),
            kind: value("value-type").unwrap_or_default(),
            style: value("style-name"),
            text: None,
        }
    }
}

impl Book<'_> {
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
            self.sheet = Some((xml::decoded(name).into_owned(), Sheet::default()));
            return;
        }
        let Some((_, sheet)) = &mut self.sheet else {
            return;
        };
        match name.as_ref() {
            "table-column" => sheet.columns(tag, self.styles),
            "table-row" => sheet.row(tag, self.styles),
            "table-cell" | "covered-table-cell" => self.cell = Some(sheet.cell(tag)),
            "annotation" => {
                if let (0, Some(cell)) = (self.notes, &self.cell) {
                    sheet.page.comment((sheet.row, cell.columns.0));
                }
                self.notes += 1;
            }
            name if DRAWINGS.contains(&name) => self.notes += 1,
            "p" if self.notes == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.text.get_or_insert_default();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
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
        if cell.kind.is_empty() {
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
        let shown = cell.text.filter(|_| is_number);
        if is_percent || is_struck || is_unseen || shows_white || shown.is_some() {
            self.budget.cell()?;
            let seen = Seen {
                is_percent,
                shown,
                is_struck,
                is_unseen,
                shows_white,
            };
            sheet.cells.push((cell.columns, seen));
        }
        Ok(())
    }

    /// # Errors
    /// As [`Book::seen`].
    fn end(&mut self, name: &str) -> Result<(), ReadFault> {
        if self.inner > 0 {
            self.inner -= usize::from(name == "table");
            return Ok(());
        }
        match name {
            "annotation" => self.notes = self.notes.saturating_sub(1),
            name if DRAWINGS.contains(&name) => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.seen()?,
            "table-row" => {
                if let Some((_, sheet)) = &mut self.sheet {
                    let last = sheet.row.saturating_add(sheet.rows.max(1) - 1);
                    if !sheet.cells.is_empty() {
                        sheet.bands.push(Band {
                            rows: (sheet.row, last),
                            cells: std::mem::take(&mut sheet.cells),
                        });
                    }
                    sheet.row = last.saturating_add(1);
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

impl Sheet {
    fn column_style(&self, column: u32) -> Option<&str> {
        let place = self.columns.partition_point(|(last, _)| *last < column);
        self.columns.get(place).map(|(_, style)| style.as_str())
    }

    /// What is seen of a cell.
    fn seen(&self, cell: &Cell) -> Option<&Seen> {
        let at = cell.address;
        let place = self.bands.partition_point(|band| band.rows.1 < at.row);
        let band = self.bands.get(place).filter(|band| band.rows.0 <= at.row)?;
        let place = band
            .cells
            .partition_point(|((_, last), _)| *last < at.column);
        let ((first, _), seen) = band.cells.get(place)?;
        (*first <= at.column).then_some(seen)
    }

    /// Puts what was found beside the cells of a grid.
    fn complete(mut self, mut grid: Grid, limits: &ReadLimits, workbook: &mut Workbook) {
        let page = std::mem::take(&mut self.page);
        grid.each(|cell| {
            let Some(seen) = self.seen(cell) else {
                return;
            };
            if let CellValue::Number(value) = cell.value {
                match &seen.shown {
                    _ if seen.is_percent => cell.format = Format::Percent,
                    Some(text) => show(cell, display::shown_as(text, value)),
                    None => {}
                }
            }
            if seen.shows_white {
                marks::on_fill(cell);
            }
            if seen.is_struck || seen.is_unseen {
                let look = cell.look_mut();
                (look.is_struck, look.is_unseen) = (seen.is_struck, seen.is_unseen);
            }
        });
        page.beside(grid, limits.merges, workbook);
    }
}
