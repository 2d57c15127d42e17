//! The tables of a web page, often saved by another system under the name .xls.
//!
//! In: the bytes of the page. Out: a [`Workbook`] of one sheet `HTML` in which everything stands one below the other, as Excel
//! opens such a file: each table in the order in which they end, and text between them in column A. Not for: scripts, or
//! sheets that are files of their own.

mod around;
mod table;

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::input::read::budget::Budget;
use crate::input::read::charset;
use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::file_kind::FileKind;
use crate::input::read::html::around::{TextAncestors, has_number};
use crate::input::read::html::table::{HtmlTable, OpenHtmlCell};
use crate::input::read::limits::ReadLimits;
use crate::input::read::marks::signs;
use crate::input::read::markup::{self, MarkupToken, Tokens};
use crate::input::read::package::within;
use crate::input::read::page::{self, SheetBuilder};
use crate::input::read::{Properties, Workbook, conditions_2003};

/// The sheet's name.
const NAME: &str = "HTML";
/// Tables within tables that are told apart; deeper ones are text of the cell around them.
const DEPTH: usize = 16;
/// Columns and rows that one cell can span: the limits of HTML.
const COLUMN_SPAN: u32 = 1_000;
const ROW_SPAN: u32 = 65_534;

/// Reads a page.
///
/// # Errors
/// [`ReadFault::NotAWorkbook`] if there is no table in it, [`ReadFault::TooLarge`].
pub(super) fn read(bytes: &[u8], limits: &ReadLimits) -> Result<Workbook, ReadFault> {
    let text = charset::decode(bytes, charset::declared(bytes));
    let mut reading = HtmlReading {
        budget: Budget::new(limits),
        page: SheetBuilder::new(NAME.to_string()),
        next_row: 0,
        tables: Vec::new(),
        too_deep: 0,
        has_table: false,
        has_frames: false,
        loose: String::new(),
        spanned: 0,
        around: TextAncestors::new(&text),
    };
    for token in Tokens::new(&text) {
        match token {
            MarkupToken::Start(name, attributes) => {
                let name = name.to_ascii_lowercase();
                reading.start(&name, attributes)?;
                reading.around.enter(&name, attributes);
            }
            MarkupToken::End(name) => {
                let name = name.to_ascii_lowercase();
                reading.around.leave(&name);
                reading.end(&name)?;
            }
            MarkupToken::Text(text) => reading.append(text),
        }
    }
    while !reading.tables.is_empty() {
        reading.end_table()?;
    }
    reading.end_loose()?;
    if !reading.has_table {
        let kind = if reading.has_frames {
            FileKind::Frames
        } else {
            FileKind::Html
        };
        return Err(ReadFault::NotAWorkbook(kind));
    }
    let mut workbook = Workbook {
        kind: FileKind::Html,
        grids: Vec::new(),
        faults: Vec::new(),
        skipped: Vec::new(),
        damaged_parts: Vec::new(),
        properties: Properties::default(),
    };
    reading.page.conditions = conditions_2003::of_page(&text);
    reading.page.finish(limits.merges, &mut workbook);
    Ok(workbook)
}

struct HtmlReading {
    budget: Budget,
    page: SheetBuilder,
    /// The first row below everything that stands already.
    next_row: u32,
    /// The tables that are open, the outermost first.
    tables: Vec<HtmlTable>,
    /// How many more are open that are not told apart.
    too_deep: usize,
    has_table: bool,
    has_frames: bool,
    /// Text outside tables.
    loose: String,
    /// Columns that cells over several rows took, all together.
    spanned: u64,
    /// The elements around the text.
    around: TextAncestors,
}

impl HtmlReading {
    /// Where text goes now.
    fn text(&mut self) -> &mut String {
        match self.tables.last_mut() {
            Some(table) => &mut table.text,
            None => &mut self.loose,
        }
    }

    /// Adds a text as it is seen.
    fn append(&mut self, text: &str) {
        if self.around.is_hidden() {
            return;
        }
        let (mark, is_unseen) = self.around.look();
        let is_blank = text.trim().is_empty();
        if let Some(table) = self.tables.last_mut().filter(|_| !is_blank) {
            table.is_unseen |= is_unseen;
        }
        let to = self.text();
        match signs(mark).filter(|_| !is_blank) {
            Some((start, end)) => {
                to.push(start);
                markup::append(text, to);
                to.push(end);
            }
            None => markup::append(text, to),
        }
    }

    fn start(&mut self, name: &str, attributes: &str) -> Result<(), ReadFault> {
        match name {
            "table" if self.tables.len() >= DEPTH => self.too_deep += 1,
            "table" => {
                if self.tables.is_empty() {
                    self.end_loose()?;
                }
                self.has_table = true;
                self.tables.push(HtmlTable::default());
            }
            "tr" if self.too_deep == 0 => {
                self.end_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.in_row = true;
                    if self.around.effect("tr", attributes).is_hidden || has_no_height(attributes) {
                        table.hidden.push(table.row);
                    }
                }
            }
            "td" | "th" if self.too_deep == 0 => {
                self.end_cell()?;
                // A cell that is not displayed takes no place.
                let is_shown = !self.around.effect(name, attributes).is_hidden;
                if is_shown || has_number(attributes) {
                    self.begin_cell(name, attributes)?;
                }
            }
            "col" if self.too_deep == 0 => self.column(attributes),
            "frame" | "frameset" => self.has_frames = true,
            "br" => self.new_line(),
            _ if is_block(name) => self.end_block()?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadFault> {
        match name {
            "table" if self.too_deep > 0 => self.too_deep -= 1,
            "table" => self.end_table()?,
            "tr" if self.too_deep == 0 => self.end_row()?,
            "td" | "th" if self.too_deep == 0 => self.end_cell()?,
            _ if is_block(name) => self.end_block()?,
            _ => {}
        }
        Ok(())
    }

    fn new_line(&mut self) {
        let text = self.text();
        let end = text.trim_end_matches(' ').len();
        text.truncate(end);
        if !text.is_empty() {
            text.push('\n');
        }
    }

    fn end_block(&mut self) -> Result<(), ReadFault> {
        if self.tables.is_empty() {
            self.end_loose()
        } else {
            if !self.text().ends_with('\n') {
                self.new_line();
            }
            Ok(())
        }
    }

    /// Text outside tables becomes a row.
    fn end_loose(&mut self) -> Result<(), ReadFault> {
        let text = std::mem::take(&mut self.loose);
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let at = (self.next_row, 0);
        self.next_row = self.next_row.saturating_add(1);
        let cell = Cell::new(CellAddress::default(), CellValue::Text(text.to_string()));
        self.page.cell(at, cell, &mut self.budget)
    }

    /// Notes a column, which may be hidden.
    fn column(&mut self, attributes: &str) {
        let is_hidden = self.around.effect("col", attributes).is_hidden
            || markup::attribute(attributes, "width").is_some_and(|width| width.trim() == "0");
        let span =
            markup::attribute(attributes, "span").and_then(|span| span.trim().parse::<u32>().ok());
        let span = span.unwrap_or(1).clamp(1, COLUMN_SPAN);
        if let Some(table) = self.tables.last_mut() {
            let first = table.columns;
            table.columns = first.saturating_add(span);
            if is_hidden {
                table.hidden_columns.push((first, table.columns - 1));
            }
        }
    }

    fn begin_cell(&mut self, name: &str, attributes: &str) -> Result<(), ReadFault> {
        let is_struck = self.around.effect(name, attributes).is_struck;
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let decoded = |name: &str| {
            markup::attribute(attributes, name).map(|value| {
                let mut text = String::new();
                markup::append(value, &mut text);
                text
            })
        };
        let span = |name: &str, limit: u32| {
            let span = decoded(name).and_then(|value| value.trim().parse::<u32>().ok());
            span.unwrap_or(1).clamp(1, limit)
        };
        let (across, down) = (span("colspan", COLUMN_SPAN), span("rowspan", ROW_SPAN));
        let at = (table.row, table.free_column());
        let behind = at.1.saturating_add(across);
        (table.in_row, table.column) = (true, behind);
        if across > 1 || down > 1 {
            let last = (at.0.saturating_add(down - 1), behind - 1);
            table.merges.push((at, last));
        }
        if down > 1 {
            table.take(at, down, behind);
            self.spanned += u64::from(across);
            // Each column takes a little time and room.
            let limit = self.budget.limits().cells;
            within(Bound::Cells, self.spanned, limit)?;
        }
        table.text.clear();
        table.is_unseen = false;
        table.open = Some(OpenHtmlCell {
            at,
            is_struck,
            // Excel's own attributes, and LibreOffice's.
            number: decoded("x:num").or_else(|| decoded("sdval")),
            formula: decoded("x:fmla"),
        });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ReadFault> {
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let text = std::mem::take(&mut table.text);
        let Some(open) = table.open.take() else {
            // Browsers show what stands between cells above the table.
            self.loose.push_str(&text);
            return self.end_loose();
        };
        let is_unseen = table.is_unseen;
        if let Some(mut cell) = open.cell(text.trim()) {
            if is_unseen {
                cell.look_mut().is_unseen = true;
            }
            page::count(&cell, &mut self.budget)?;
            table.cells.push(cell);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadFault> {
        self.end_cell()?;
        if let Some(table) = self.tables.last_mut()
            && table.in_row
        {
            table.row = table.row.saturating_add(1);
            (table.in_row, table.column) = (false, 0);
            table.height = table.height.max(table.row);
        }
        Ok(())
    }

    /// Puts a table below everything that stands already.
    fn end_table(&mut self) -> Result<(), ReadFault> {
        self.end_row()?;
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        let top = self.next_row;
        for cell in table.cells {
            let at = (top.saturating_add(cell.address.row), cell.address.column);
            self.page.keep(at, cell);
        }
        for ((first_row, first), (last_row, last)) in table.merges {
            // A span may claim more rows than the table has.
            let last_row = last_row.min(table.height.saturating_sub(1)).max(first_row);
            let rows = (top.saturating_add(first_row), top.saturating_add(last_row));
            if last_row > first_row || last > first {
                self.page.merge((rows.0, first), (rows.1, last));
            }
        }
        for row in table.hidden {
            let row = top.saturating_add(row);
            self.page.hide_rows(row, row);
        }
        for (first, last) in table.hidden_columns {
            self.page.hide_columns(first, last);
        }
        self.next_row = top.saturating_add(table.height);
        Ok(())
    }
}

/// Whether a tag begins and ends a line of its own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "caption"
            | "center"
            | "blockquote"
            | "pre"
            | "hr"
            | "dd"
            | "dt"
            | "body"
            | "head"
    )
}

fn has_no_height(attributes: &str) -> bool {
    markup::attribute(attributes, "height").is_some_and(|height| height.trim() == "0")
}
