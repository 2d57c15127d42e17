//! One sheet while it is being written: cells, merged lines, print set-up.
//!
//! In: positions, texts, exact numbers, formulas with their results. Out: the sheet's cells. Not for: what stands where.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, Formula, IgnoreError, Worksheet, XlsxError};

use crate::base::cell::{COLUMNS, ROWS};
use crate::base::lang::Lang;
use crate::base::points::{Decimal, Most, to_f64};
use crate::output::palette::FONT;
use crate::output::words;
use crate::output::xlsx::sizes::A4;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{clean, clip, lines};
use crate::result::report::Report;

/// The height of a line of text, in points.
pub(super) const LINE: f64 = 14.5;
/// What a row is higher than its lines, in points.
const LEADING: f64 = 3.0;
/// The width of a digit of Times New Roman 11, and what a column is wider than its digits, in pixels of 1/96 inch.
const DIGIT: f64 = 7.0;
const PADDING: f64 = 5.0;
/// The highest row, in points: more of a long text is for the screen.
const HIGHEST: f64 = 220.0;
/// What the indent of a text takes of its column, in digits.
pub(super) const INDENT: f64 = 2.0;
/// How much wider bold letters are.
const BOLD: f64 = 1.05;
/// The longest header or footer, in UTF-16 units, less the codes around the campaign's name.
const FOOTER_TEXT: usize = 150;

/// Whether a cell could be written.
pub(super) type WriteResult = Result<(), XlsxError>;

/// The result that is stored with a formula.
#[derive(Clone, Debug)]
pub(super) enum StoredResult {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// The empty text.
    Blank,
}

/// A length as a whole number of pixels or percent.
#[allow(clippy::cast_sign_loss)] // It is cut off at 0 first.
pub(super) fn whole(length: f64) -> u32 {
    length.max(0.0) as u32
}

/// A sheet being written.
pub(super) struct SheetPage<'s> {
    /// The sheet itself, for what needs more than cells.
    pub(super) sheet: &'s mut Worksheet,
    lang: Lang,
    widths: Vec<f64>,
    heights: BTreeMap<u32, f64>,
}

impl<'s> SheetPage<'s> {
    /// A new sheet with a name and column widths, in digits.
    pub(super) fn new(
        sheet: &'s mut Worksheet,
        name: &str,
        widths: &[f64],
        lang: Lang,
    ) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        // A formula without a stored result has the empty text, not 0.
        sheet.set_formula_result_default("");
        for (column, width) in (0_u16..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(SheetPage {
            sheet,
            lang,
            widths: widths.to_vec(),
            heights: BTreeMap::new(),
        })
    }

    /// The language of the sheet.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Text, always as text, even if it looks like a formula; the row becomes high enough for it.
    pub(super) fn text(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        format: &Format,
    ) -> WriteResult {
        self.fit(row, column, text);
        self.free(row, column, text, format)
    }

    /// Text in 10 points instead of 11.
    pub(super) fn small(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        format: Format,
    ) -> WriteResult {
        let needed = lines(text, (self.width(column, column) - INDENT) * 1.02);
        self.at_least(row, f64::from(needed) * LINE * 0.91 + LEADING);
        self.free(row, column, text, &format.set_font_size(10))
    }

    /// A row becomes high enough for a text in one column.
    pub(super) fn fit(&mut self, row: u32, column: u16, text: &str) {
        let needed = lines(text, self.width(column, column) - INDENT);
        self.at_least(row, f64::from(needed) * LINE + LEADING);
    }

    /// As [`SheetPage::fit`], for a text in bold that has no indent.
    pub(super) fn tight(&mut self, row: u32, column: u16, text: &str) {
        let needed = lines(text, (self.width(column, column) - 0.3) / BOLD);
        self.at_least(row, f64::from(needed) * LINE + LEADING);
    }

    /// A row becomes high enough for a text across columns, both included.
    pub(super) fn fit_across(&mut self, row: u32, (first, last): (u16, u16), text: &str) {
        let needed = lines(text, self.width(first, last) - INDENT);
        self.at_least(row, f64::from(needed) * LINE + LEADING);
    }

    /// Text, always as text; the row's height stays.
    pub(super) fn free(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        format: &Format,
    ) -> WriteResult {
        if text.is_empty() {
            self.sheet.write_blank(row, column, format)?;
        } else {
            let text = clean(text, self.lang);
            self.sheet
                .write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }

    /// A row is at least so high, in points.
    pub(super) fn at_least(&mut self, row: u32, height: f64) {
        let known = self.heights.entry(row).or_default();
        *known = known.max(height).min(HIGHEST);
    }

    /// The height that a row has so far, in points.
    pub(super) fn height(&self, row: u32) -> f64 {
        self.heights.get(&row).copied().unwrap_or(LINE)
    }

    /// A number.
    pub(super) fn number(
        &mut self,
        row: u32,
        column: u16,
        value: Decimal,
        format: &Format,
    ) -> WriteResult {
        self.sheet
            .write_number_with_format(row, column, to_f64(value), format)?;
        Ok(())
    }

    /// A maximum: a number, or the words for none in small letters.
    pub(super) fn most(
        &mut self,
        row: u32,
        column: u16,
        most: Most,
        format: &Format,
    ) -> WriteResult {
        if let Some(points) = most.limit() {
            return self.number(row, column, points.0, format);
        }
        let words = self.lang.most(most);
        let format = format.clone().set_align(FormatAlign::Center);
        let format = format.set_indent(0).set_text_wrap().set_font_size(8);
        self.text(row, column, &words, &format)
    }

    /// How many.
    pub(super) fn count(
        &mut self,
        row: u32,
        column: u16,
        value: usize,
        format: &Format,
    ) -> WriteResult {
        self.number(row, column, Decimal::from(value), format)
    }

    /// A formula, without `=`, with its result.
    pub(super) fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        stored: StoredResult,
        format: &Format,
    ) -> WriteResult {
        let formula = Formula::new(formula);
        let formula = match stored {
            StoredResult::Number(value) => formula.set_result(to_f64(value).to_string()),
            StoredResult::Text(text) => formula.set_result(text),
            StoredResult::Blank => formula,
        };
        self.sheet
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// Text across columns, both included, in a row made high enough for it.
    pub(super) fn line(
        &mut self,
        row: u32,
        (first, last): (u16, u16),
        text: &str,
        format: &Format,
    ) -> WriteResult {
        self.across(row, (first, last), text, format)?;
        let needed = lines(text, self.width(first, last));
        self.at_least(row, f64::from(needed) * LINE + LEADING);
        Ok(())
    }

    /// Text across columns, both included; the row's height stays.
    pub(super) fn across(
        &mut self,
        row: u32,
        (first, last): (u16, u16),
        text: &str,
        format: &Format,
    ) -> WriteResult {
        if first == last {
            return self.free(row, first, text, format);
        }
        let text = clean(text, self.lang);
        self.sheet
            .merge_range(row, first, row, last, &text, format)?;
        Ok(())
    }

    /// The width of columns together, both included, in pixels of 1/96 inch.
    pub(super) fn pixels(&self, first: u16, last: u16) -> f64 {
        let count = f64::from(last.saturating_sub(first)) + 1.0;
        self.width(first, last) * DIGIT + count * PADDING
    }

    /// The width of columns together, both included, in digits.
    pub(super) fn width(&self, first: u16, last: u16) -> f64 {
        self.widths
            .iter()
            .skip(usize::from(first))
            .take(usize::from(last.saturating_sub(first)) + 1)
            .sum()
    }

    /// Title lines, centred across the columns, from a row on. Gives the row after them.
    pub(super) fn title<'t>(
        &mut self,
        row: u32,
        last: u16,
        title: impl IntoIterator<Item = &'t str>,
    ) -> Result<u32, XlsxError> {
        let format = styles::title();
        let mut next = row;
        for text in title {
            // 14 points instead of 11, in bold.
            let needed = lines(text, self.width(0, last) / 1.35);
            self.across(next, (0, last), text, &format)?;
            self.at_least(next, f64::from(needed) * LINE * 1.3 + LEADING);
            next += 1;
        }
        Ok(next)
    }

    /// As [`SheetPage::finish_as`], under the campaign's name.
    pub(super) fn finish(&mut self, report: &Report, repeat: Option<(u32, u32)>) -> WriteResult {
        self.finish_as(&report.campaign.name, repeat)
    }

    /// Sets the rows' heights, and the print set-up that all sheets share: A4 across, one page wide, rows repeated, footer
    /// with a name.
    pub(super) fn finish_as(&mut self, name: &str, repeat: Option<(u32, u32)>) -> WriteResult {
        for (row, height) in &self.heights {
            self.sheet.set_row_height(*row, *height)?;
        }
        let name = clip(name, FOOTER_TEXT).replace('&', "&&");
        let pages = words::PAGE.get(self.lang);
        let font = FONT;
        // Each sheet counts its own pages from 1: of how many is not said, as Excel counts those of all sheets printed.
        let footer = format!("&L&\"{font},Italic\"&9 {name}&R&\"{font},Regular\"&9 {pages}");
        self.sheet
            .set_paper_size(A4.code)
            .set_print_first_page_number(1)
            .set_landscape()
            .set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false)
            .set_footer(footer);
        // Codes such as 1.1 are text; Excel need not mark each of them.
        let (row, column) = (ROWS - 1, (COLUMNS - 1) as u16);
        self.sheet
            .ignore_error_range(0, 0, row, column, IgnoreError::NumberStoredAsText)?;
        if let Some((first, last)) = repeat {
            self.sheet.set_repeat_rows(first, last)?;
        }
        Ok(())
    }
}
