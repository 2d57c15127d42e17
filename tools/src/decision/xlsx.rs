//! The two tables as a workbook.
//!
//! Numbers are stored as numbers with a format that shows the printed decimals, so that only their values can be read back:
//! `180.0` is stored as 180. The two that are printed with a comma are texts, as Excel keeps them where the point is its mark.

use std::error::Error;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::{Decision, Table};

/// The sheets' names.
const SHEETS: [(&str, &str); 2] = [
    ("tinh", "Sở, ban, ngành"),
    ("huyen", "UBND huyện, thành phố"),
];
/// The row of the headings, from 0.
const HEADER: u32 = 3;

/// The workbook.
///
/// # Errors
/// When it cannot be built.
pub fn workbook(decision: &Decision) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2018, 3, 27)?;
    let properties = DocProperties::new()
        .set_title("Quyết định 134/QĐ-UBND ngày 27/3/2018")
        .set_author("UBND tỉnh Kon Tum")
        .set_creation_datetime(&day);
    workbook.set_properties(&properties);
    for table in &decision.tables {
        let sheet = workbook.add_worksheet();
        let name = SHEETS.iter().find(|(level, _)| *level == table.level);
        sheet.set_name(name.map_or(table.level.as_str(), |(_, name)| name))?;
        write(sheet, decision, table)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, decision: &Decision, table: &Table) -> Result<(), Box<dyn Error>> {
    let plain = Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(11);
    let bold = plain.clone().set_bold();
    let boxed = plain.clone().set_border(FormatBorder::Thin);
    let middle = boxed.clone().set_align(FormatAlign::Center);
    let header = middle.clone().set_bold().set_text_wrap();
    let (heading, note) = decision.around(&table.level);
    sheet.write_with_format(0, 0, "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI NĂM 2017", &bold)?;
    sheet.write_with_format(1, 0, heading, &bold)?;
    for (column, heading) in (0_u16..).zip(&table.headings) {
        sheet.write_with_format(HEADER, column, heading, &header)?;
        sheet.set_column_width(column, if column == 1 { 38.0 } else { 11.0 })?;
    }
    sheet.set_row_height(HEADER, 62.0)?;
    let mut below = HEADER + 1;
    for row in &table.rows {
        for (column, text) in (0_u16..).zip(row) {
            let decimals = text
                .split_once('.')
                .map_or(0, |(_, decimals)| decimals.len());
            let shown = match decimals {
                0 => "0".to_string(),
                _ => format!("0.{}", "0".repeat(decimals)),
            };
            match text.parse::<f64>() {
                Ok(number) => {
                    let format = middle.clone().set_num_format(shown);
                    sheet.write_number_with_format(below, column, number, &format)?;
                }
                Err(_) if text.is_empty() => {
                    sheet.write_blank(below, column, &middle)?;
                }
                Err(_) => {
                    let format = if column == 1 { &boxed } else { &middle };
                    sheet.write_string_with_format(below, column, text, format)?;
                }
            }
        }
        below += 1;
    }
    sheet.write_with_format(below + 1, 0, note, &plain.set_italic())?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    Ok(())
}
