//! How the cells of a decision workbook look: what is to be filled in has a fill of its own and is unlocked, what is missing is marked.
//!
//! In: nothing. Out: one format for each role, the rules of dates. Not for: where a cell stands.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationRule, ExcelDateTime, Format,
    FormatAlign, Worksheet, XlsxError,
};

use crate::output::xlsx::page::WriteResult;
use crate::output::xlsx::styles;

/// What is to be filled in.
const INPUT_FILL: Color = Color::RGB(0x00FF_F8DC);
/// What the workbook looks up.
const COMPUTED_FILL: Color = Color::RGB(0x00ED_EDED);
/// What is missing.
const WRONG_FILL: Color = Color::RGB(0x00F8_CBAD);

/// Words that are chosen or typed; what is typed there stays a text, be it the code 1.10 or `15/12`.
pub(super) fn words() -> Format {
    styles::cell()
        .set_num_format("@")
        .set_background_color(INPUT_FILL)
        .set_unlocked()
}

/// A number.
pub(super) fn number() -> Format {
    styles::centered()
        .set_background_color(INPUT_FILL)
        .set_unlocked()
}

/// A day.
pub(super) fn day() -> Format {
    number().set_num_format(styles::DAY)
}

/// What the workbook looks up.
pub(super) fn computed() -> Format {
    styles::centered().set_background_color(COMPUTED_FILL)
}

/// Small print that is not to be filled in.
pub(super) fn fine() -> Format {
    styles::cell().set_font_size(10).set_align(FormatAlign::Top)
}

/// What is missing.
pub(super) fn missing() -> Format {
    Format::new().set_background_color(WRONG_FILL)
}

/// The rule of a day.
pub(super) fn day_rule() -> Result<DataValidation, XlsxError> {
    let limits = DataValidationRule::Between(
        ExcelDateTime::from_ymd(2000, 1, 1)?,
        ExcelDateTime::from_ymd(2099, 12, 31)?,
    );
    DataValidation::new()
        .allow_date(limits)
        .set_input_title("Ngày")?
        .set_input_message("Ngày quyết định, ví dụ 15/3/2026. Có thể để trống.")?
        .set_error_title("Ngày")?
        .set_error_message("Ghi một ngày, ví dụ 15/3/2026.")
}

/// Marks cells while a condition holds.
pub(super) fn mark(
    sheet: &mut Worksheet,
    (top, left): (u32, u16),
    (bottom, right): (u32, u16),
    condition: &str,
) -> WriteResult {
    let mark = ConditionalFormatFormula::new()
        .set_rule(condition)
        .set_format(missing());
    sheet.add_conditional_format(top, left, bottom, right, &mark)?;
    Ok(())
}
