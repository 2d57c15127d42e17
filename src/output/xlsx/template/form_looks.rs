//! How the cells of a form look, and which of them are locked: a cell to be filled in has a fill of its own, what is worked out is grey,
//! last year is grey and in italics.
//!
//! In: nothing. Out: one format for each role. Not for: where a cell stands.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet};

use crate::output::xlsx::styles;

/// What is to be filled in.
const INPUT_FILL: Color = Color::RGB(0x00FF_F8DC);
/// What is worked out, or left to others.
const LOCKED_FILL: Color = Color::RGB(0x00ED_EDED);
/// The row of a criterion that stands above others.
const ABOVE_FILL: Color = Color::RGB(0x00F7_F7F7);
const LINES: Color = Color::RGB(0x007F_7F7F);
const FAINT: Color = Color::RGB(0x0070_7070);
/// What is missing or cannot be.
const WRONG_FILL: Color = Color::RGB(0x00F8_CBAD);

fn bordered() -> Format {
    styles::plain()
        .set_border(FormatBorder::Thin)
        .set_border_color(LINES)
        .set_text_wrap()
}

/// The head of a column.
pub(super) fn head() -> Format {
    styles::header()
}

/// The head of a column of last year.
pub(super) fn earlier_head() -> Format {
    styles::header().set_italic().set_font_color(FAINT)
}

/// A printed text.
pub(super) fn text(is_above: bool) -> Format {
    above(
        bordered().set_align(FormatAlign::Left).set_indent(1),
        is_above,
    )
}

/// A printed text that stands below another.
pub(super) fn below(steps: u8) -> Format {
    bordered()
        .set_align(FormatAlign::Left)
        .set_indent(1 + steps)
}

/// A code, a unit of measure, a maximum.
pub(super) fn middle(is_above: bool) -> Format {
    above(bordered().set_align(FormatAlign::Center), is_above)
}

fn above(format: Format, is_above: bool) -> Format {
    if is_above {
        format.set_bold().set_background_color(ABOVE_FILL)
    } else {
        format
    }
}

/// A number, an answer or a tick to be filled in.
pub(super) fn input() -> Format {
    bordered()
        .set_align(FormatAlign::Center)
        .set_background_color(INPUT_FILL)
        .set_unlocked()
}

/// Words to be filled in; what is typed there stays a text, be it `15/12` or `- có`.
pub(super) fn words() -> Format {
    bordered()
        .set_align(FormatAlign::Left)
        .set_background_color(INPUT_FILL)
        .set_num_format("@")
        .set_unlocked()
}

/// What is worked out.
pub(super) fn computed() -> Format {
    bordered()
        .set_align(FormatAlign::Center)
        .set_background_color(LOCKED_FILL)
}

/// As [`computed`], of a sum.
pub(super) fn sum() -> Format {
    computed().set_bold()
}

/// The caption of a sum.
pub(super) fn sum_text() -> Format {
    bordered()
        .set_bold()
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_background_color(LOCKED_FILL)
}

/// A cell that nobody fills in here.
pub(super) fn closed() -> Format {
    bordered().set_background_color(LOCKED_FILL)
}

/// What the form says in a column of words.
pub(super) fn said() -> Format {
    bordered()
        .set_italic()
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_background_color(LOCKED_FILL)
}

/// Last year's.
pub(super) fn earlier() -> Format {
    bordered()
        .set_align(FormatAlign::Center)
        .set_italic()
        .set_font_color(FAINT)
}

/// The mark of what is missing or cannot be, while the form is filled in.
pub(super) fn wrong() -> Format {
    Format::new().set_background_color(WRONG_FILL)
}

/// Locks what is no input, without a password. Rows and columns may be made larger, for whoever writes much.
pub(super) fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
}
