//! One sheet while it is being written: cells, merged lines, print set-up.
//!
//! In: positions, texts, exact numbers, formulas with their results. Out: the sheet's cells. Not for: what stands where.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use crate::lang::Lang;
use crate::points::to_f64;
use crate::report::Report;
use crate::write::words;
use crate::write::xlsx::styles;
use crate::write::xlsx::text::{clean, clip, lines};

/// The height of a line of text, in points.
pub(super) const LINE: f64 = 15.0;
/// A4.
const PAPER: u8 = 9;
/// The longest header or footer, in UTF-16 units, less the codes around the campaign's name.
const FOOTER_TEXT: usize = 150;

/// Whether a cell could be written.
pub(super) type Done = Result<(), XlsxError>;

/// The result that is stored with a formula.
#[derive(Clone, Debug)]
pub(super) enum Stored {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// The empty text.
    Blank,
}

/// A sheet being written.
pub(super) struct Page<'s> {
    /// The sheet itself, for what needs more than cells.
    pub(super) sheet: &'s mut Worksheet,
    lang: Lang,
    widths: Vec<f64>,
}

impl<'s> Page<'s> {
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
        Ok(Page {
            sheet,
            lang,
            widths: widths.to_vec(),
        })
    }

    /// The language of the sheet.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Text, always as text, even if it looks like a formula.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Done {
        if text.is_empty() {
            self.sheet.write_blank(row, column, format)?;
        } else {
            let text = clean(text, self.lang);
            self.sheet
                .write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }

    /// A number.
    pub(super) fn number(
        &mut self,
        row: u32,
        column: u16,
        value: Decimal,
        format: &Format,
    ) -> Done {
        self.sheet
            .write_number_with_format(row, column, to_f64(value), format)?;
        Ok(())
    }

    /// How many.
    pub(super) fn count(&mut self, row: u32, column: u16, value: usize, format: &Format) -> Done {
        self.number(row, column, Decimal::from(value), format)
    }

    /// A formula, without `=`, with its result.
    pub(super) fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        stored: Stored,
        format: &Format,
    ) -> Done {
        let formula = Formula::new(formula);
        let formula = match stored {
            Stored::Number(value) => formula.set_result(to_f64(value).to_string()),
            Stored::Text(text) => formula.set_result(text),
            Stored::Blank => formula,
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
    ) -> Done {
        self.across(row, (first, last), text, format)?;
        let needed = lines(text, self.width(first, last));
        if needed > 1 {
            self.sheet.set_row_height(row, f64::from(needed) * LINE)?;
        }
        Ok(())
    }

    /// Text across columns, both included; the row's height stays.
    pub(super) fn across(
        &mut self,
        row: u32,
        (first, last): (u16, u16),
        text: &str,
        format: &Format,
    ) -> Done {
        if first == last {
            return self.text(row, first, text, format);
        }
        let text = clean(text, self.lang);
        self.sheet
            .merge_range(row, first, row, last, &text, format)?;
        Ok(())
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
            let needed = lines(text, self.width(0, last) / 1.4);
            self.across(next, (0, last), text, &format)?;
            self.sheet
                .set_row_height(next, f64::from(needed) * LINE * 1.3)?;
            next += 1;
        }
        Ok(next)
    }

    /// The print set-up that all sheets share: A4 across, one page wide, rows repeated, footer with the campaign.
    pub(super) fn print(&mut self, report: &Report, repeat: Option<(u32, u32)>) -> Done {
        let campaign = clip(&report.campaign.name, FOOTER_TEXT).replace('&', "&&");
        let pages = words::PAGE_OF.get(self.lang);
        let font = styles::FONT;
        let footer = format!("&L&\"{font},Italic\"&9 {campaign}&R&\"{font},Regular\"&9 {pages}");
        self.sheet
            .set_paper_size(PAPER)
            .set_landscape()
            .set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false)
            .set_footer(footer);
        if let Some((first, last)) = repeat {
            self.sheet.set_repeat_rows(first, last)?;
        }
        Ok(())
    }
}
