//! Formats that a child process reads. The files in `tests/data/read` were written by `LibreOffice` from one workbook.

use std::time::{Duration, Instant};

use tonghop::base::cell::{CellValue, Visibility};
use tonghop::input::read::{FileKind, ReadFault, ReadLimits, SheetProblem, Workbook};
use zip::CompressionMethod::{self, Deflated, Stored};

use super::{build, cell, number, problems, reader, reader_with, text, value};

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
pub fn ods(content: &str) -> Vec<u8> {
    ods_with(content, Deflated)
}

fn ods_with(content: &str, method: CompressionMethod) -> Vec<u8> {
    build::zip(&[("content.xml", content.as_bytes())], method)
}

#[test]
fn an_indented_ods_file_is_read() {
    let lines = [
        "<?xml version=\"1.0\"?>",
        "<office:document-content>",
        "<office:body>",
        "<office:spreadsheet>",
        "<!-- bảng -->",
        "<table:table table:name=\"A\">",
        "<table:table-column/>",
        "<table:table-row>",
        "<table:table-cell office:value-type=\"float\" office:value=\"89.5\">",
        "<text:p>89,5</text:p>",
        "</table:table-cell>",
        "<table:table-cell />",
        "<table:table-cell office:value-type=\"string\">",
        "<text:p>một <text:span>hai</text:span> <text:span>ba</text:span></text:p>",
        "<text:p>bốn</text:p>",
        "</table:table-cell>",
        "</table:table-row>",
        "</table:table>",
        "</office:spreadsheet>",
        "</office:body>",
        "</office:document-content>",
    ];
    let workbook = reader().read(&ods(&lines.join("\n    "))).unwrap();
    assert_eq!(value(&workbook, "A", "A1"), number(89.5));
    assert_eq!(value(&workbook, "A", "B1"), None);
    assert_eq!(value(&workbook, "A", "C1"), text("một hai ba\nbốn"));
}

#[test]
fn a_child_that_never_ends_is_killed() {
    let limits = ReadLimits {
        time: Duration::from_millis(700),
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

/// Where a sequence of bytes that comes once stands.
fn place(bytes: &[u8], wanted: &[u8]) -> usize {
    memchr::memmem::find(bytes, wanted).unwrap()
}

/// Should the allocator's bound not hold, the system's does.
#[cfg(target_os = "linux")]
#[test]
fn the_system_keeps_limits_on_the_child() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .arg("__read")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let request = serde_json::json!({ "kind": "Ods", "limits": small_child(), "bytes": 1 });
    // The byte never comes: the child waits for it.
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{request}").unwrap();
    let path = format!("/proc/{}/limits", child.id());
    let limit_of = |name: &str| -> Option<u64> {
        let limits = std::fs::read_to_string(&path).ok()?;
        let line = limits.lines().find(|line| line.starts_with(name))?;
        let number = line.get(name.len()..)?.split_whitespace().next()?;
        number.parse().ok()
    };
    let since = Instant::now();
    while limit_of("Max data size").is_none() && since.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(10));
    }
    let found = ["Max data size", "Max core file size"].map(limit_of);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(found, [Some((64 + 2048) << 20), Some(0)]);
}

fn small_child() -> ReadLimits {
    ReadLimits {
        child_memory_bytes: 64 << 20,
        ..ReadLimits::default()
    }
}

#[test]
fn an_xls_file_that_claims_all_rows_there_can_be_is_stopped() {
    let mut file = XLS.to_vec();
    // The DIMENSIONS record: its type, its length, then the first and the last row.
    let record = place(&file, &[0x00, 0x02, 14, 0]);
    file[record + 8..record + 12].fill(0xff);
    file[record + 14..record + 16].fill(0xff);
    let fault = reader_with(small_child()).read(&file).unwrap_err();
    assert!(
        matches!(fault, ReadFault::OutOfMemory { .. } | ReadFault::Damaged(_)),
        "{fault}"
    );
}

#[test]
fn an_xls_file_whose_sectors_go_in_a_circle_is_stopped() {
    let mut file = XLS.to_vec();
    let number =
        |file: &[u8], at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    // The chain of the directory: its first sector says that it is followed by itself.
    let (directory, table) = (number(&file, 48), 512 + number(&file, 76) * 512);
    file[table + directory * 4..][..4].copy_from_slice(&(directory as u32).to_le_bytes());
    let fault = reader_with(small_child()).read(&file).unwrap_err();
    assert!(matches!(fault, ReadFault::OutOfMemory { .. }), "{fault}");
}

/// One record of a binary part.
fn record(kind: u8, content: &[u8]) -> Vec<u8> {
    // Types from 128 on take two bytes.
    let kind = if kind < 0x80 {
        vec![kind]
    } else {
        vec![kind, 1]
    };
    [&kind[..], &[content.len() as u8], content].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let count = (text.encode_utf16().count() as u32).to_le_bytes();
    let text = text.encode_utf16().flat_map(u16::to_le_bytes);
    count.into_iter().chain(text).collect()
}

#[test]
fn an_xlsb_file_is_read_with_its_unknown_errors_told() {
    let bundle = [&[0; 8][..], &wide("rId1"), &wide("Tổng hợp")].concat();
    let workbook = [record(0x9c, &bundle), record(0x90, &[]), record(0x9d, &[])].concat();
    let cell = |column: u32, value: &[u8]| [&column.to_le_bytes()[..], &[0; 4], value].concat();
    let sheet = [
        record(0x94, &[0; 16]),
        record(0x91, &[]),
        record(0x00, &[&4_u32.to_le_bytes()[..], &[0; 12]].concat()),
        record(0x05, &cell(2, &89.5_f64.to_le_bytes())),
        record(0x03, &cell(3, &[0x2f])),
        record(0x03, &cell(4, &[0x2a])),
        record(0x06, &cell(5, &wide("chữ"))),
        record(0x92, &[]),
    ]
    .concat();
    let relations = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    let parts: [(&str, &[u8]); 3] = [
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", &sheet),
    ];
    let workbook = reader().read(&build::zip(&parts, Deflated)).unwrap();
    assert_eq!(workbook.kind, FileKind::Xlsb);
    assert_eq!(value(&workbook, "Tổng hợp", "C5"), number(89.5));
    let error = CellValue::Error("#N/A".to_string());
    assert_eq!(value(&workbook, "Tổng hợp", "E5"), Some(error));
    assert_eq!(value(&workbook, "Tổng hợp", "F5"), text("chữ"));
    assert!(matches!(
        problems(&workbook)[..],
        [SheetProblem::UnreadableCells { count: 1, .. }]
    ));
}

#[test]
fn a_program_that_cannot_be_started_is_a_fault() {
    let reader =
        tonghop::input::read::Reader::new(ReadLimits::default(), "/no/such/program".into());
    assert!(matches!(reader.read(XLS), Err(ReadFault::NoChild(_))));
}
