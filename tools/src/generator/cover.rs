//! The sheet `Thông tin chung`: who fills in the form, for which year.

use std::error::Error;

use rust_xlsxwriter::Worksheet;

use super::letter;
use super::returns::Return;
use super::style::{self, Style};

/// The title of the form.
pub fn title(one: &Return) -> String {
    let year = one.year;
    format!("PHIẾU TỰ ĐÁNH GIÁ MỨC ĐỘ ỨNG DỤNG CNTT NĂM {year}")
}

/// Writes the cover sheet.
///
/// # Errors
/// When the sheet cannot be written.
pub fn write(sheet: &mut Worksheet, one: &Return) -> Result<(), Box<dyn Error>> {
    let style = Style::new(&one.hand);
    sheet.set_name("Thông tin chung")?;
    sheet.set_screen_gridlines(one.hand.number % 2 == 1);
    for (column, width) in [(0, 6.0), (1, 34.0), (2, 62.0)] {
        sheet.set_column_width(column, width)?;
    }
    letter::head(
        sheet,
        one,
        &style,
        (1, 2),
        [
            &title(one),
            "(Kèm theo Quyết định số 1454/QĐ-UBND ngày 01/12/2016 của UBND tỉnh Kon Tum)",
        ],
    )?;
    let level = if one.level == "tinh" {
        "Cấp tỉnh"
    } else {
        "Cấp huyện"
    };
    let year = one.year.to_string();
    let period = format!("01/01/{year} - 31/12/{year}");
    let rows = [
        ("Tên đơn vị", one.cover_name.as_str()),
        ("Cấp", level),
        ("Năm đánh giá", &year),
        ("Kỳ số liệu", &period),
        ("Người lập biểu", "Chuyên viên phụ trách CNTT"),
        ("Thủ trưởng đơn vị", letter::chief(one)),
    ];
    let mut row = one.hand.top + 6;
    for (number, (label, value)) in (1_u32..).zip(rows) {
        sheet.write_with_format(row, 0, number, &style.middle())?;
        sheet.write_with_format(row, 1, label, &style.cell().set_bold())?;
        if label == "Năm đánh giá" && !one.hand.numbers_as_text {
            sheet.write_with_format(row, 2, one.year, &letter::left(&style.cell()))?;
        } else {
            sheet.write_with_format(row, 2, value, &style.cell())?;
        }
        sheet.set_row_height(row, style.size() * 1.9)?;
        row += 1;
    }
    letter::sign(sheet, one, &style, row + 1, (1, 2))?;
    style::set_page(sheet);
    Ok(())
}
