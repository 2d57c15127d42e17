//! Writes sheets of cells as an .xlsx file, with the values alone.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use tonghop::base::cell::{CellValue, Grid, Visibility};

/// A cell in a grid that is about to be written: the value, and whether it looks like a date.
fn write_cell(
    sheet: &mut rust_xlsxwriter::Worksheet,
    row: u32,
    column: u16,
    value: &CellValue,
) -> Result<(), XlsxError> {
    match value {
        CellValue::Number(number) => sheet.write(row, column, *number)?,
        CellValue::Bool(value) => sheet.write(row, column, *value)?,
        CellValue::Date { serial, .. } => {
            let format = Format::new().set_num_format("d-mmm");
            sheet.write_number_with_format(row, column, *serial, &format)?
        }
        CellValue::NotCalculated => sheet.write_formula(row, column, "=1/0")?,
        other => sheet.write(row, column, other.show())?,
    };
    Ok(())
}

/// The bytes of a workbook, saved on a day of January 2018.
///
/// # Errors
/// When a sheet cannot be written.
pub fn xlsx(grids: &[Grid], day: u8) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let time = ExcelDateTime::from_ymd(2018, 1, day)?.and_hms(9, 0, 0)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&time));
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name)?;
        match grid.visibility {
            Visibility::Visible => {}
            Visibility::Hidden => {
                sheet.set_hidden(true);
            }
            Visibility::VeryHidden => {
                sheet.set_very_hidden(true);
            }
        }
        for cell in grid.cells() {
            let column = cell.address.column as u16;
            write_cell(sheet, cell.address.row, column, &cell.value)?;
        }
    }
    book.save_to_buffer()
}
