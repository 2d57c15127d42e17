//! `Dữ liệu`: one row per unit, criterion and kind of value, for pivot tables, formulas and next year's comparison.
//!
//! In: the report. Out: rows with constant heads and constant words in every language, with file, sheet and cell. Not for:
//! people to read from top to bottom.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Table, TableColumn, TableStyle, Workbook};

use crate::ids::FigureId;
use crate::report::Report;
use crate::report::data::{DataRow, HEADS, as_number, figure_kind};
use crate::write::xlsx::page::{Done, Page};
use crate::write::xlsx::plan::Book;
use crate::write::xlsx::styles;
use crate::write::xlsx::text::{absolute, clip, literal, sheet_prefix};

const WIDTHS: [f64; 12] = [
    8.0, 12.0, 32.0, 7.0, 9.0, 24.0, 11.0, 28.0, 14.0, 30.0, 18.0, 7.0,
];
const LEVEL: u16 = 0;
const KIND: u16 = 5;
const VALUE: u16 = 6;
/// Rows of one sheet; what is beyond goes on to a second one.
const PER_SHEET: usize = 1_000_000;

/// Writes the sheet, and further ones where one is too small.
pub(super) fn write(workbook: &mut Workbook, book: &Book) -> Done {
    if book.data.is_empty() {
        return sheet(workbook, book, &book.names.data, &[], 1);
    }
    for (number, rows) in (1_usize..).zip(book.data.chunks(PER_SHEET)) {
        let name = if number == 1 {
            book.names.data.clone()
        } else {
            format!("{} {number}", book.names.data)
        };
        sheet(workbook, book, &name, rows, number)?;
    }
    Ok(())
}

fn sheet(
    workbook: &mut Workbook,
    book: &Book,
    name: &str,
    rows: &[DataRow],
    number: usize,
) -> Done {
    let sheet = workbook.add_worksheet();
    let mut page = Page::new(sheet, name, &WIDTHS, book.lang)?;
    let (plain, general) = (
        styles::plain(),
        styles::plain().set_num_format(styles::GENERAL),
    );
    for (row, data) in (1_u32..).zip(rows) {
        for (column, text) in data.texts() {
            if !text.is_empty() {
                page.free(row, column, text, &plain)?;
            }
        }
        if let Some(value) = data.value {
            page.number(row, VALUE, value, &general)?;
        }
    }
    let head = styles::header();
    for (column, text) in (0_u16..).zip(HEADS) {
        page.free(0, column, text, &head)?;
    }
    if !rows.is_empty() {
        let columns =
            HEADS.map(|text| TableColumn::new().set_header(text).set_header_format(&head));
        let table = Table::new()
            .set_name(clip(&format!("DuLieu{number}"), 31))
            .set_style(TableStyle::Light1)
            .set_columns(&columns);
        let last = HEADS.len() as u16 - 1;
        page.sheet
            .add_table(0, 0, rows.len() as u32, last, &table)?;
    }
    page.finish(book.report, Some((0, 0)))?;
    page.sheet.set_freeze_panes(1, 3)?;
    Ok(())
}

/// Formulas over the data: only where the plain formula gives what the report says.
pub(super) struct Formulas<'b> {
    book: &'b Book<'b>,
}

impl<'b> Formulas<'b> {
    /// Over the data of a book. `None` where they do not stand on one sheet.
    pub(super) fn new(book: &'b Book<'b>) -> Option<Self> {
        let one_sheet = !book.data.is_empty() && book.data.len() <= PER_SHEET;
        one_sheet.then_some(Formulas { book })
    }

    fn range(&self, column: u16) -> String {
        format!(
            "{}{}:{}",
            sheet_prefix(&self.book.names.data),
            absolute(1, column),
            absolute(self.book.data.len() as u32, column)
        )
    }

    fn criteria(&self, figure: &FigureId, level: Option<&str>) -> String {
        let kind = format!("{},{}", self.range(KIND), literal(&figure_kind(figure)));
        match level {
            Some(level) => format!("{kind},{},{}", self.range(LEVEL), literal(level)),
            None => kind,
        }
    }

    /// The sum of figures over all units of a level, if it is this value.
    pub(super) fn sum(
        &self,
        figures: &[FigureId],
        level: Option<&str>,
        value: Decimal,
    ) -> Option<String> {
        let all: Decimal = figures
            .iter()
            .flat_map(|figure| values(self.book.report, figure, level))
            .sum();
        if figures.is_empty() || all != value {
            return None;
        }
        let parts: Vec<String> = figures
            .iter()
            .map(|figure| {
                let criteria = self.criteria(figure, level);
                format!("SUMIFS({},{criteria})", self.range(VALUE))
            })
            .collect();
        Some(parts.join("+"))
    }

    /// How many units say yes to one figure, and how many answered, if it is these numbers.
    pub(super) fn share(
        &self,
        figures: &[FigureId],
        level: Option<&str>,
        (yes, answered): (usize, usize),
    ) -> Option<(String, String)> {
        let [figure] = figures else {
            return None;
        };
        let all = values(self.book.report, figure, level);
        let said_yes = all.iter().filter(|value| **value == Decimal::ONE).count();
        let said = all.iter().filter(|value| **value >= Decimal::ZERO).count();
        if (said_yes, said) != (yes, answered) {
            return None;
        }
        let (criteria, value) = (self.criteria(figure, level), self.range(VALUE));
        Some((
            format!("COUNTIFS({criteria},{value},1)"),
            format!("COUNTIFS({criteria},{value},\">=0\")"),
        ))
    }
}

/// A figure of all units of a level, as numbers.
fn values(report: &Report, figure: &FigureId, level: Option<&str>) -> Vec<Decimal> {
    report
        .levels
        .iter()
        .filter(|result| level.is_none_or(|level| result.id.0 == level))
        .flat_map(|result| &result.rows)
        .filter_map(|row| row.figures.get(figure)?.value.as_ref())
        .filter_map(as_number)
        .collect()
}
