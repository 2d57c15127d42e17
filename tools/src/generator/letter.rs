//! Letterhead, titles, place and date, signatures: what an office puts around a table.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::returns::Return;
use super::style::Style;

/// Writes text over several columns of one row.
///
/// # Errors
/// When the cells cannot be written.
pub fn across(
    sheet: &mut Worksheet,
    row: u32,
    (first, last): (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if first == last {
        sheet.write_with_format(row, first, text, format)?;
    } else {
        sheet.merge_range(row, first, row, last, text, format)?;
    }
    Ok(())
}

/// The letterhead of two lines and the titles below it. Columns up to `split` are the office's half.
///
/// # Errors
/// When the cells cannot be written.
pub fn head(
    sheet: &mut Worksheet,
    one: &Return,
    style: &Style,
    (split, last): (u16, u16),
    titles: [&str; 2],
) -> Result<(), XlsxError> {
    let top = one.hand.top;
    let strong = style.centred().set_bold();
    let office = one.name.to_uppercase();
    across(
        sheet,
        top,
        (0, split),
        "UBND TỈNH KON TUM",
        &style.centred(),
    )?;
    across(sheet, top + 1, (0, split), &office, &strong)?;
    across(
        sheet,
        top,
        (split + 1, last),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        &strong,
    )?;
    across(
        sheet,
        top + 1,
        (split + 1, last),
        "Độc lập - Tự do - Hạnh phúc",
        &strong
            .clone()
            .set_underline(rust_xlsxwriter::FormatUnderline::Single),
    )?;
    across(sheet, top + 3, (0, last), titles[0], &style.title())?;
    let second = style.centred().set_italic();
    across(sheet, top + 4, (0, last), titles[1], &second)?;
    let height = style.size() * 1.45;
    for row in [top, top + 1, top + 4] {
        sheet.set_row_height(row, height)?;
    }
    sheet.set_row_height(top + 3, height * 1.4)?;
    Ok(())
}

/// Place, date and the two signatures; the names stay dotted.
///
/// # Errors
/// When the cells cannot be written.
pub fn sign(
    sheet: &mut Worksheet,
    one: &Return,
    style: &Style,
    row: u32,
    (split, last): (u16, u16),
) -> Result<(), XlsxError> {
    let saved = &one.saved;
    let date = format!(
        "{}, ngày {:02} tháng {:02} năm {}",
        place(&one.name),
        saved.day,
        saved.month,
        saved.year
    );
    let strong = style.centred().set_bold();
    let italic = style.centred().set_italic();
    let right = (split + 1, last);
    across(sheet, row, right, &date, &italic)?;
    across(sheet, row + 1, (0, split), "NGƯỜI LẬP BIỂU", &strong)?;
    across(sheet, row + 1, right, "THỦ TRƯỞNG ĐƠN VỊ", &strong)?;
    across(sheet, row + 2, (0, split), "(Ký, ghi rõ họ tên)", &italic)?;
    across(sheet, row + 2, right, "(Ký tên, đóng dấu)", &italic)?;
    for side in [(0, split), right] {
        across(
            sheet,
            row + 7,
            side,
            "................................",
            &strong,
        )?;
    }
    Ok(())
}

/// Where a unit signs: districts in their own name, agencies in the provincial town.
fn place(name: &str) -> &str {
    name.strip_prefix("UBND huyện ").unwrap_or("Kon Tum")
}

/// The head of a unit.
pub fn chief(one: &Return) -> &'static str {
    match one.code.as_str() {
        "VPUBND" => "Chánh Văn phòng",
        "TTT" => "Chánh Thanh tra",
        "BDT" | "BQLKKT" => "Trưởng ban",
        "TPKONTUM" => "Chủ tịch UBND thành phố",
        _ if one.level == "huyen" => "Chủ tịch UBND huyện",
        _ => "Giám đốc Sở",
    }
}

/// A left-aligned variant of a format.
pub fn left(format: &Format) -> Format {
    format.clone().set_align(FormatAlign::Left).set_indent(1)
}
