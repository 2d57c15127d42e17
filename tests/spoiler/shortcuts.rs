//! Spoiled workbooks and those of the sample, read with what is taken out of packages for speed and without: the grids are equal.
//!
//! Fails if a shortcut drops a cell, a format or a place: tried with styles counted as plain that are not, and with rows cut
//! whose cells have no address.

use rayon::prelude::*;
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet, XlsxError};
use tonghop::base::cell::{CellAddress, CellValue, Grid};
use tonghop::input::read::{ReadLimits, Reader};

use super::dice::Dice;
use super::run::Spoiled;
use super::truth::truth;

/// Rows and columns of a form in which cells without a value are framed.
const LARGEST: (u32, u32) = (300, 24);
/// Excel's own limit for the text of a cell.
const MOST_LETTERS: usize = 32_767;

/// Reads both ways, and gives the grids of the usual one.
fn both_ways(what: &str, bytes: &[u8]) -> Vec<Grid> {
    let reader = Reader::new(ReadLimits::default(), "none".into());
    let taken = reader.read(bytes).unwrap();
    let whole = reader.without_shortcuts().read(bytes).unwrap();
    for (ours, theirs) in taken.grids.iter().zip(&whole.grids) {
        assert_eq!(ours, theirs, "{what}: {}", ours.name);
    }
    assert_eq!(taken, whole, "{what}");
    taken.grids
}

/// Formats as forms have them: frames, numbers of many looks, dates unless there are to be none, and text that does not count.
fn formats(has_dates: bool) -> Vec<Format> {
    let framed = || Format::new().set_border(FormatBorder::Thin);
    let mut formats = vec![
        Format::new(),
        framed(),
        framed().set_bold().set_background_color("DDEBF7"),
        framed().set_num_format("0.0"),
        framed().set_num_format("0%"),
        framed().set_num_format("#,##0.00"),
        framed().set_font_strikethrough(),
        framed().set_font_color("FFFFFF"),
    ];
    if has_dates {
        // The second only has a letter of dates.
        formats.push(framed().set_num_format("dd/mm/yyyy"));
        formats.push(framed().set_num_format("#,##0 \"điểm\""));
    }
    formats
}

fn write_cell(
    sheet: &mut Worksheet,
    at: (u32, u16),
    value: Option<&CellValue>,
    format: &Format,
) -> Result<(), XlsxError> {
    let (row, column) = at;
    match value {
        None => sheet.write_blank(row, column, format)?,
        Some(CellValue::Number(number) | CellValue::Date { serial: number, .. }) => {
            sheet.write_with_format(row, column, *number, format)?
        }
        Some(CellValue::Bool(value)) => sheet.write_with_format(row, column, *value, format)?,
        Some(other) => {
            let text: String = other.show().chars().take(MOST_LETTERS).collect();
            sheet.write_with_format(row, column, text, format)?
        }
    };
    Ok(())
}

/// The sheets as a person's form: cells in frames, blank ones too, rows and columns of several sizes, some hidden.
fn decorated(grids: &[Grid], dice: &mut Dice) -> Result<Vec<u8>, XlsxError> {
    let formats = formats(dice.once_in(2));
    let mut book = Workbook::new();
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name)?;
        for cell in grid.cells() {
            let at = (cell.address.row, cell.address.column as u16);
            write_cell(sheet, at, Some(&cell.value), dice.pick(&formats).unwrap())?;
        }
        // Some sheets have a cell in the last corner, which no one frames.
        let (rows, columns) = LARGEST;
        let addresses = || grid.cells().iter().map(|cell| cell.address);
        let rows = addresses()
            .map(|at| at.row + 2)
            .max()
            .map_or(0, |end| end.min(rows));
        let columns = addresses()
            .map(|at| at.column + 2)
            .max()
            .map_or(0, |end| end.min(columns));
        for row in 0..rows {
            if dice.once_in(9) {
                sheet.set_row_hidden(row)?;
            }
            for column in 0..columns {
                let is_blank = grid.get(CellAddress::new(row, column)).is_none();
                if is_blank && !dice.once_in(3) {
                    let format = dice.pick(&formats).unwrap();
                    write_cell(sheet, (row, column as u16), None, format)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

#[test]
fn spoiled_workbooks_are_read_alike_without_shortcuts() {
    truth().known();
    let cells: usize = super::seeds(12)
        .into_par_iter()
        .map(|seed| {
            let mut dice = Dice::new(seed);
            let spoiled = Spoiled::random(&mut dice);
            let cells = spoiled.iter().map(|one| {
                // Two sheets of one name, or too many rows, are no .xlsx.
                let Ok(bytes) = decorated(&one.book.grids(), &mut dice) else {
                    return 0;
                };
                let grids = both_ways(&format!("seed {seed}: {}", one.done.join("; ")), &bytes);
                grids.iter().map(|grid| grid.cells().len()).sum::<usize>()
            });
            cells.sum::<usize>()
        })
        .sum();
    assert!(cells > 1_000, "{cells} cells are no workbooks");
}

#[test]
fn the_samples_workbooks_are_read_alike_without_shortcuts() {
    let files = ["samples/kontum-2017", "samples/kontum-2016"].map(|folder| {
        let files = std::fs::read_dir(format!("{folder}/phieu-nop")).unwrap();
        files.map(|file| file.unwrap().path()).collect::<Vec<_>>()
    });
    let is_package = |path: &std::path::PathBuf| {
        path.extension()
            .is_some_and(|end| end == "xlsx" || end == "xlsm")
    };
    let packages: Vec<_> = files.concat().into_iter().filter(is_package).collect();
    assert!(packages.len() > 30, "{} files", packages.len());
    packages.par_iter().for_each(|path| {
        let bytes = std::fs::read(path).unwrap();
        both_ways(&path.display().to_string(), &bytes);
    });
}
