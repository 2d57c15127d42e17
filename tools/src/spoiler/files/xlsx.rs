//! An .xlsx file, by `rust_xlsxwriter`.
//!
//! In: a book. Out: bytes. Not for: formulas worked out; each keeps the result that the book has for it.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, FormatScript, Formula, Note,
    Workbook, Worksheet, XlsxError,
};
use tonghop::base::cell::{CellValue, Mark, Visibility};

use super::super::book::{Book, Content, Dress, Sheet};
use super::comments;

pub(super) fn bytes(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    let time = ExcelDateTime::from_ymd(2018, 1, 10)?.and_hms(9, 0, 0)?;
    file.set_properties(&DocProperties::new().set_creation_datetime(&time));
    for sheet in &book.sheets {
        let page = file.add_worksheet();
        page.set_name(&sheet.name)?;
        match sheet.visibility {
            Visibility::Visible => {}
            Visibility::Hidden => {
                page.set_hidden(true);
            }
            Visibility::VeryHidden => {
                page.set_very_hidden(true);
            }
        }
        fill(page, sheet)?;
    }
    file.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let plain = Format::new();
    for range in &sheet.merges {
        let (first, last) = (range.first, range.last);
        if first != last {
            let (left, right) = (first.column as u16, last.column as u16);
            page.merge_range(first.row, left, last.row, right, "", &plain)?;
        }
    }
    for (&(row, column), content) in &sheet.cells {
        cell(page, row, column as u16, content)?;
    }
    for lines in &sheet.facts.hidden_rows {
        for row in lines.first..=lines.last {
            page.set_row_hidden(row)?;
        }
    }
    for row in &sheet.flat_rows {
        page.set_row_height(*row, 0)?;
    }
    for lines in &sheet.facts.hidden_columns {
        for column in lines.first..=lines.last {
            page.set_column_hidden(column as u16)?;
        }
    }
    for ((row, column), text) in comments(sheet) {
        page.insert_note(row, column as u16, &Note::new(text))?;
    }
    Ok(())
}

fn format(dress: &Dress) -> Format {
    let mut format = Format::new();
    if let Some((code, _)) = &dress.format {
        format = format.set_num_format(code);
    }
    if dress.is_struck {
        format = format.set_font_strikethrough();
    }
    if dress.is_white {
        format = format.set_font_color(Color::White);
    }
    if dress.is_gaudy {
        format = format
            .set_bold()
            .set_italic()
            .set_font_color(Color::RGB(0x1f_4e_78))
            .set_background_color(Color::RGB(0xff_f2_cc))
            .set_border(FormatBorder::Dashed);
    }
    format
}

fn cell(page: &mut Worksheet, row: u32, column: u16, content: &Content) -> Result<(), XlsxError> {
    let format = format(&content.dress);
    if let Some(formula) = &content.formula {
        let formula = Formula::new(formula).set_result(content.value.show());
        page.write_formula_with_format(row, column, formula, &format)?;
        return Ok(());
    }
    if !content.dress.pieces.is_empty() {
        let pieces: Vec<(Format, &str)> = content
            .dress
            .pieces
            .iter()
            .map(|piece| (mark(piece.mark), piece.text.as_str()))
            .collect();
        let pieces: Vec<(&Format, &str)> = pieces
            .iter()
            .map(|(format, text)| (format, *text))
            .collect();
        page.write_rich_string_with_format(row, column, &pieces, &format)?;
        return Ok(());
    }
    match &content.value {
        CellValue::Number(number) => {
            page.write_number_with_format(row, column, *number, &format)?
        }
        CellValue::Bool(value) => page.write_boolean_with_format(row, column, *value, &format)?,
        CellValue::Date { serial, .. } => {
            let format = format.set_num_format("d-mmm");
            page.write_number_with_format(row, column, *serial, &format)?
        }
        CellValue::Error(error) => {
            let formula = Formula::new("1/0").set_result(error);
            page.write_formula_with_format(row, column, formula, &format)?
        }
        other => page.write_string_with_format(row, column, other.show(), &format)?,
    };
    Ok(())
}

fn mark(mark: Mark) -> Format {
    match mark {
        Mark::Plain => Format::new(),
        Mark::Struck => Format::new().set_font_strikethrough(),
        Mark::Raised => Format::new().set_font_script(FormatScript::Superscript),
        Mark::Lowered => Format::new().set_font_script(FormatScript::Subscript),
        Mark::Unseen => Format::new().set_font_color(Color::White),
    }
}
