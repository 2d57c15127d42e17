//! Formats of cells: fonts, borders, number formats and the marks that also read in black and white.
//!
//! In: nothing. Out: one format for each role. Not for: where a cell stands.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::output::palette::FONT;

/// Whole numbers, thousands set off.
pub(super) const WHOLE: &str = "#,##0";
/// Numbers with the decimals they have.
pub(super) const GENERAL: &str = "General";
/// A day alone.
pub(super) const DAY: &str = "dd/mm/yyyy";
/// A moment.
pub(super) const MOMENT: &str = "dd/mm/yyyy hh:mm";

/// The tab of a sheet that is signed.
pub(super) const RESULT_TAB: Color = Color::RGB(0x0054_8235);
/// The tab of a sheet with figures.
pub(super) const FIGURES_TAB: Color = Color::RGB(0x002F_5597);
/// The tab of the sheet where points are changed.
pub(super) const INPUT_TAB: Color = Color::RGB(0x00C5_5A11);

const HEADER_FILL: Color = Color::RGB(0x00D9_E2F3);
const MAXIMA_FILL: Color = Color::RGB(0x00F2_F2F2);
const SUM_FILL: Color = Color::RGB(0x00ED_EDED);
const GREY: Color = Color::RGB(0x0059_5959);

/// Points with their decimals, at least one, the others' places kept so that decimal marks stand below each other: 100,0
/// and 162,37.
pub(super) fn points(decimals: u32) -> String {
    format!("0.0{}", "?".repeat(decimals.saturating_sub(1) as usize))
}

/// As [`points`], with their sign.
pub(super) fn signed(decimals: u32) -> String {
    let points = points(decimals);
    format!("+{points};-{points};{points}")
}

/// Points added or taken away, with their sign. A `0.###` would show a decimal mark behind whole numbers.
pub(super) const SIGNED: &str = "+General;-General;0";

/// The font, and nothing else.
pub(super) fn plain() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(11)
        .set_align(FormatAlign::VerticalCenter)
}

/// The line above a title, such as the authority.
pub(super) fn letterhead() -> Format {
    plain()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_text_wrap()
}

/// A line of the title.
pub(super) fn title() -> Format {
    letterhead().set_font_size(14)
}

/// A line under the title.
pub(super) fn subtitle() -> Format {
    plain()
        .set_italic()
        .set_align(FormatAlign::Center)
        .set_text_wrap()
}

/// A heading within a sheet.
pub(super) fn section() -> Format {
    plain().set_bold().set_font_size(12)
}

/// A line that says that something no longer holds.
pub(super) fn warning() -> Format {
    note()
        .set_bold()
        .set_italic()
        .set_font_color(Color::RGB(0x00C0_0000))
}

/// The mark of a cell that keeps a unit from having a total.
pub(super) fn wrong() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::RGB(0x009C_0006))
        .set_background_color(fill(0x00FF_C7CE))
}

/// A line for those who work with the sheet.
pub(super) fn guide() -> Format {
    note().set_italic().set_font_size(10).set_font_color(GREY)
}

/// Running text across columns.
pub(super) fn note() -> Format {
    plain().set_text_wrap()
}

/// The head of a column.
pub(super) fn header() -> Format {
    bordered()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_background_color(HEADER_FILL)
}

/// The head of a narrow column, written upwards.
pub(super) fn header_upwards() -> Format {
    plain()
        .set_font_size(10)
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_rotation(90)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::Bottom)
        .set_background_color(HEADER_FILL)
}

/// Text in a table.
pub(super) fn cell() -> Format {
    bordered().set_align(FormatAlign::Left).set_indent(1)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin).set_text_wrap()
}

/// Text or a number in the middle of a table's column.
pub(super) fn centered() -> Format {
    bordered().set_align(FormatAlign::Center)
}

/// A number in a table.
pub(super) fn number(format: &str) -> Format {
    plain()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_num_format(format)
}

/// A format with numbers on the right, decimal mark below decimal mark, so many digits' widths off the border. The space is
/// part of the number format: `LibreOffice` draws an indent on the right for some cells only.
pub(super) fn to_the_right(format: Format, number: &str, digits: usize) -> Format {
    let space = "_0".repeat(digits);
    let sections: Vec<String> = number
        .split(';')
        .map(|section| format!("{section}{space}"))
        .collect();
    format
        .set_num_format(sections.join(";"))
        .set_align(FormatAlign::Right)
}

/// The row of maxima under a header.
pub(super) fn maxima(format: &str) -> Format {
    number(format)
        .set_italic()
        .set_text_wrap()
        .set_background_color(MAXIMA_FILL)
}

/// A sum within a table.
pub(super) fn sum(format: &str) -> Format {
    number(format).set_bold().set_background_color(SUM_FILL)
}

/// A place where nothing came: greyed, in italics.
pub(super) fn gap() -> Format {
    cell().set_italic().set_font_color(GREY)
}

/// A score that is open: grey, so that it shows on paper without colour. Not hatched: office programs make one colour of a pattern,
/// and a bare save would look like somebody's change of the fill.
pub(super) fn open() -> Format {
    centered().set_background_color(Color::RGB(0x00D0_D0D0))
}

/// A text that leads somewhere.
pub(super) fn link() -> Format {
    cell()
        .set_font_color(Color::RGB(0x0005_63C1))
        .set_underline(FormatUnderline::Single)
}

/// The mark of a grade, 0 the best. `last` is the worst one's number.
pub(super) fn grade_mark(index: usize, last: usize) -> Format {
    let mark = Format::new();
    match index {
        0 => mark.set_bold().set_background_color(fill(0x00C6_E0B4)),
        _ if index == last => mark
            .set_bold()
            .set_italic()
            .set_background_color(fill(0x00F4_B183)),
        1 => mark.set_background_color(fill(0x00DD_EBF7)),
        _ => mark.set_italic().set_background_color(fill(0x00FF_E699)),
    }
}

/// The mark of a severity, 0 the worst.
pub(super) fn severity_mark(index: usize) -> Format {
    let mark = Format::new();
    match index {
        0 => mark.set_bold().set_background_color(fill(0x00F4_B183)),
        1 => mark.set_background_color(fill(0x00FF_F2CC)),
        _ => mark.set_italic(),
    }
}

fn fill(rgb: u32) -> Color {
    Color::RGB(rgb)
}
