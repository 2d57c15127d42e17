//! Formats that a child process reads. The files in `tests/data/read` were written by `LibreOffice` from one workbook.

use std::time::{Duration, Instant};

use tonghop::cell::{CellValue, Visibility};
use tonghop::read::{FileKind, ReadFault, ReadLimits, Workbook};
use zip::CompressionMethod::{self, Deflated, Stored};

use super::{build, cell, number, reader, reader_with, text, value};

const XLS: &[u8] = include_bytes!("../data/read/ordinary.xls");
const ODS: &[u8] = include_bytes!("../data/read/ordinary.ods");

fn holds_the_ordinary_cells(workbook: &Workbook) {
    let sheet = "1. Hạ tầng";
    assert_eq!(workbook.faults, []);
    assert_eq!(value(workbook, sheet, "A1"), text("PHIẾU TỰ ĐÁNH GIÁ"));
    assert_eq!(value(workbook, sheet, "C3"), number(97.6));
    let sum = cell(workbook, sheet, "C6").unwrap();
    assert_eq!(sum.value, CellValue::Number(97.6));
    assert!(sum.formula.as_deref().unwrap().starts_with("SUM("));
    assert_eq!(value(workbook, sheet, "AE10"), text("xa"));
    assert_ne!(workbook.grids[1].visibility, Visibility::Visible);
    assert_eq!(workbook.properties.custom["unit-code"], "STP");
}

#[test]
fn an_xls_file_is_read() {
    let workbook = reader().read(XLS).unwrap();
    assert_eq!(workbook.kind, FileKind::Xls);
    holds_the_ordinary_cells(&workbook);
    let day = CellValue::Date {
        serial: 43000.0,
        base_1904: false,
    };
    assert_eq!(value(&workbook, "1. Hạ tầng", "C5"), Some(day));
    assert_eq!(workbook.grids[0].merges[0].to_string(), "A1:D1");
    let error = CellValue::Error("#DIV/0!".to_string());
    assert_eq!(value(&workbook, "1. Hạ tầng", "C7"), Some(error));
}

#[test]
fn an_ods_file_is_read() {
    let workbook = reader().read(ODS).unwrap();
    assert_eq!(workbook.kind, FileKind::Ods);
    holds_the_ordinary_cells(&workbook);
    let day = CellValue::IsoDate("2017-09-22".to_string());
    assert_eq!(value(&workbook, "1. Hạ tầng", "C5"), Some(day));
    let error = CellValue::Error("#DIV/0!".to_string());
    assert_eq!(value(&workbook, "1. Hạ tầng", "C7"), Some(error));
}

/// An .ods file with this content.xml, and nothing else: `LibreOffice` opens such a file.
fn ods(content: &str) -> Vec<u8> {
    ods_with(content, Deflated)
}

fn ods_with(content: &str, method: CompressionMethod) -> Vec<u8> {
    build::zip(&[("content.xml", content.as_bytes())], method)
}

#[test]
fn a_child_that_never_ends_is_killed() {
    let limits = ReadLimits {
        child_time: Duration::from_millis(700),
        ..ReadLimits::default()
    };
    let cut = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell/></table:table-row>";
    let since = Instant::now();
    let result = reader_with(limits).read(&ods(cut));
    assert_eq!(result, Err(ReadFault::TimedOut { seconds: 0 }));
    assert!(since.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_child_that_takes_too_much_memory_is_stopped() {
    let limit_bytes = 64 << 20;
    let limits = ReadLimits {
        child_memory_bytes: limit_bytes,
        ..ReadLimits::default()
    };
    let bomb = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">\
        <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"90\"/></table:table-row>\
        </table:table></office:spreadsheet></office:body></office:document-content>";
    let result = reader_with(limits).read(&ods(bomb));
    assert_eq!(result, Err(ReadFault::OutOfMemory { limit_bytes }));
}

#[test]
fn a_damaged_part_of_an_ods_file_is_found() {
    let content = "<office:spreadsheet>9 is not 8</office:spreadsheet>";
    let mut file = ods_with(content, Stored);
    let digit = memchr::memmem::find(&file, b"9 is").unwrap();
    file[digit] = b'8';
    let result = reader().read(&file);
    assert!(matches!(result, Err(ReadFault::Damaged(_))), "{result:?}");
}

#[test]
fn a_damaged_xls_file_never_costs_more_than_itself() {
    for at in (0..XLS.len()).step_by(XLS.len() / 24) {
        let mut file = XLS.to_vec();
        file[at] ^= 0xff;
        file.truncate(XLS.len() - at / 3);
        let _ = reader().read(&file);
    }
}

#[test]
fn a_program_that_cannot_be_started_is_a_fault() {
    let reader = tonghop::read::Reader::new(ReadLimits::default(), "/no/such/program".into());
    assert!(matches!(reader.read(XLS), Err(ReadFault::NoChild(_))));
}
