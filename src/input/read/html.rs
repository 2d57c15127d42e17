//! The tables of a web page, often saved by another system under the name .xls.
//!
//! In: the bytes of the page. Out: a [`Workbook`] of one sheet `HTML` in which everything stands one below the other, as Excel
//! opens such a file: each table in the order in which they end, and text between them in column A. Not for: scripts, or
//! sheets that are files of their own.

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::base::display;
use crate::input::read::budget::Budget;
use crate::input::read::charset;
use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::markup::{self, Token, Tokens};
use crate::input::read::package::within;
use crate::input::read::page::{self, Page};
use crate::input::read::styles::show;
use crate::input::read::{Properties, Workbook};

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
    let mut reading = Reading {
        budget: Budget::new(limits),
        page: Page::new(NAME.to_string()),
        next_row: 0,
        tables: Vec::new(),
        too_deep: 0,
        has_table: false,
        loose: String::new(),
        spanned: 0,
    };
    for token in Tokens::new(&text) {
        match token {
            Token::Start(name, attributes) => {
                reading.start(&name.to_ascii_lowercase(), attributes)?;
            }
            Token::End(name) => reading.end(&name.to_ascii_lowercase())?,
            Token::Text(text) => markup::append(text, reading.text()),
        }
    }
    while !reading.tables.is_empty() {
        reading.end_table()?;
    }
    reading.end_loose()?;
    if !reading.has_table {
        return Err(ReadFault::NotAWorkbook(FileKind::Html));
    }
    let mut workbook = Workbook {
        kind: FileKind::Html,
        grids: Vec::new(),
        faults: Vec::new(),
        skipped: Vec::new(),
        damaged_parts: Vec::new(),
        properties: Properties::default(),
    };
    reading.page.finish(limits.merges, &mut workbook);
    Ok(workbook)
}

struct Reading {
    budget: Budget,
    page: Page,
    /// The first row below everything that stands already.
    next_row: u32,
    /// The tables that are open, the outermost first.
    tables: Vec<Table>,
    /// How many more are open that are not told apart.
    too_deep: usize,
    has_table: bool,
    /// Text outside tables.
    loose: String,
    /// Columns that cells over several rows took, all together.
    spanned: u64,
}

/// A table that is open. Rows count from its own first one.
#[derive(Default)]
struct Table {
    cells: Vec<Cell>,
    merges: Vec<((u32, u32), (u32, u32))>,
    hidden: Vec<u32>,
    /// The row that is being read, and whether there is one.
    row: u32,
    in_row: bool,
    column: u32,
    /// For each column, the row from which it is free again, and the column behind the cell that takes it.
    taken: Vec<(u32, u32)>,
    height: u32,
    open: Option<Open>,
    text: String,
}

/// A cell that is open.
struct Open {
    at: (u32, u32),
    number: Option<String>,
    formula: Option<String>,
}

impl Reading {
    /// Where text goes now.
    fn text(&mut self) -> &mut String {
        match self.tables.last_mut() {
            Some(table) => &mut table.text,
            None => &mut self.loose,
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
                self.tables.push(Table::default());
            }
            "tr" if self.too_deep == 0 => {
                self.end_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.in_row = true;
                    if is_hidden(attributes) {
                        table.hidden.push(table.row);
                    }
                }
            }
            "td" | "th" if self.too_deep == 0 => {
                self.end_cell()?;
                self.begin_cell(attributes)?;
            }
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

    fn begin_cell(&mut self, attributes: &str) -> Result<(), ReadFault> {
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
        table.open = Some(Open {
            at,
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
        if let Some(cell) = open.cell(text.trim()) {
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
        self.next_row = top.saturating_add(table.height);
        Ok(())
    }
}

impl Table {
    /// The next column of the row that no cell from above takes.
    fn free_column(&self) -> u32 {
        let mut column = self.column;
        while let Some(&(until, behind)) = self.taken.get(column as usize)
            && until > self.row
        {
            column = behind;
        }
        column
    }

    /// Notes that the columns from a position to `behind` are taken for some rows.
    fn take(&mut self, (row, column): (u32, u32), rows: u32, behind: u32) {
        let range = column as usize..behind as usize;
        if !crate::input::read::value::in_grid(0, behind) {
            return;
        }
        if self.taken.len() < range.end {
            self.taken.resize(range.end, (0, 0));
        }
        let taken = (row.saturating_add(rows), behind);
        for one in self.taken.get_mut(range).unwrap_or_default() {
            *one = taken;
        }
    }
}

impl Open {
    /// The cell, if there is anything in it.
    fn cell(self, text: &str) -> Option<Cell> {
        let address = CellAddress::new(self.at.0, self.at.1);
        // Without a value of its own, the attribute says that the text is the number.
        let number = self
            .number
            .as_deref()
            .map(|value| if value.is_empty() { text } else { value });
        let number = number
            .and_then(|value| value.parse::<f64>().ok())
            .filter(|value| value.is_finite());
        let formula = self
            .formula
            .map(|formula| formula.trim_start_matches('=').to_string());
        let value = match number {
            Some(number) => CellValue::Number(number),
            None if text.is_empty() && formula.is_none() => return None,
            None => CellValue::Text(text.to_string()),
        };
        let mut cell = Cell {
            formula,
            ..Cell::new(address, value)
        };
        if let Some(number) = number {
            show(&mut cell, display::shown_as(text, number));
        }
        Some(cell)
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

/// Excel writes hidden rows like this.
fn is_hidden(attributes: &str) -> bool {
    markup::attribute(attributes, "style").is_some_and(|style| {
        let style = style.to_ascii_lowercase();
        style.split(';').any(|one| {
            let (property, value) = one.split_once(':').unwrap_or_default();
            property.trim() == "display" && value.trim() == "none"
        })
    })
}
