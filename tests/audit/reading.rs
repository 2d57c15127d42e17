//! Documents and delimited text, honest and hostile.

use std::io::{Cursor, Write};

use tonghop::base::cell::{CellValue, Grid};
use tonghop::input::read::{FileKind, ReadFault};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::audit::read;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

fn package(document: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("_rels/.rels", RELATIONS), ("word/document.xml", document)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    package(&format!(
        r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#
    ))
}

fn cells(grid: &Grid) -> Vec<String> {
    let show = |cell: &tonghop::base::cell::Cell| format!("{} {}", cell.address, cell.value.show());
    grid.cells().iter().map(show).collect()
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
}

#[test]
fn tables_and_paragraphs_come_apart() {
    let body = "<w:p><w:r><w:t>A &amp; B</w:t></w:r><w:r><w:t xml:space=\"preserve\"> &#233;</w:t></w:r></w:p>\
        <w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>\
        <w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:delText>x</w:delText><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:t>C</w:t></w:r></w:p>";
    let workbook = read(&document(body)).unwrap();
    assert_eq!(workbook.kind, FileKind::Word);
    let names: Vec<&str> = workbook
        .grids
        .iter()
        .map(|grid| grid.name.as_str())
        .collect();
    assert_eq!(names, ["Bảng 1", "Văn bản"]);
    assert_eq!(cells(&workbook.grids[0]), ["A1 1\n2", "C1 3"]);
    assert_eq!(cells(&workbook.grids[1]), ["A1 A & B é", "A2 C"]);
}

#[test]
fn merged_cells_are_ranges() {
    let rows = [
        cell("<w:gridSpan w:val=\"2\"/>", "wide") + &cell("<w:vMerge w:val=\"restart\"/>", "high"),
        cell("", "a") + &cell("", "b") + &cell("<w:vMerge/>", ""),
    ];
    let body = format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        rows[0], rows[1]
    );
    let workbook = read(&document(&body)).unwrap();
    let grid = &workbook.grids[0];
    assert_eq!(cells(grid), ["A1 wide", "C1 high", "A2 a", "B2 b"]);
    let merges: Vec<String> = grid.merges.iter().map(ToString::to_string).collect();
    assert_eq!(merges, ["A1:B1", "C1:C2"]);
}

#[test]
fn a_table_within_a_table_is_text_of_its_cell() {
    let inner = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell("", "x"),
        cell("", "y")
    );
    let body = format!(
        "<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc>{}</w:tr></w:tbl>",
        cell("", "z")
    );
    let workbook = read(&document(&body)).unwrap();
    assert_eq!(workbook.grids.len(), 2);
    assert_eq!(cells(&workbook.grids[0]), ["A1 x\ny", "B1 z"]);
}

#[test]
fn a_copy_for_older_programs_is_not_read_twice() {
    let body = "<w:p><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice>\
        <mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:p>";
    assert_eq!(cells(&read(&document(body)).unwrap().grids[0]), ["A1 once"]);
}

#[test]
fn damaged_documents_are_faults() {
    let is_damaged = |bytes: &[u8]| matches!(read(bytes), Err(ReadFault::Damaged(_)));
    assert!(is_damaged(&package("<w:document><w:body><w:p>")));
    assert!(is_damaged(&package("")));
    let whole = document("<w:p><w:r><w:t>A</w:t></w:r></w:p>");
    for length in 4..whole.len() {
        assert!(read(&whole[..length]).is_err(), "cut at {length}");
    }
    let huge = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr><w:p><w:t>A</w:t></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(
        read(&document(huge)).unwrap().grids[0].merges[0].to_string(),
        "A1:BK1"
    );
    let deep = "<w:tbl><w:tr><w:tc>".repeat(20_000);
    assert!(read(&document(&deep)).is_ok());
}

#[test]
fn delimiters_are_told_from_the_text() {
    for text in [
        "a;b;c\n1,5;2,5;3",
        "a,b,c\n\"1,5\",\"2,5\",3",
        "a\tb\tc\n1,5\t2,5\t3",
    ] {
        let workbook = read(text.as_bytes()).unwrap();
        assert_eq!(workbook.kind, FileKind::Text);
        let expected = ["A1 a", "B1 b", "C1 c", "A2 1,5", "B2 2,5", "C2 3"];
        assert_eq!(cells(&workbook.grids[0]), expected, "{text}");
    }
}

#[test]
fn rows_stand_at_their_lines_and_cells_are_texts() {
    let workbook = read(b"Title\n\n\"x\ny\";2\n3;0.50\n").unwrap();
    let grid = &workbook.grids[0];
    assert_eq!(
        cells(grid),
        ["A1 Title", "A3 x\ny", "B3 2", "A5 3", "B5 0.50"]
    );
    let is_text = |cell: &tonghop::base::cell::Cell| matches!(cell.value, CellValue::Text(_));
    assert!(grid.cells().iter().all(is_text));
}

#[test]
fn encodings_are_utf_8_and_marked_utf_16() {
    let text = "Sở;1\nBan;2\n";
    let marked = format!("\u{feff}{text}");
    let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [text.as_bytes(), marked.as_bytes(), &little, &big] {
        let workbook = read(bytes).unwrap();
        assert_eq!(
            cells(&workbook.grids[0]),
            ["A1 Sở", "B1 1", "A2 Ban", "B2 2"]
        );
    }
    let old = read(b"Ban;1\nS\xea;2\n").unwrap();
    assert_eq!(cells(&old.grids[0]), ["A1 Ban", "B1 1", "A2 Sê", "B2 2"]);
}
