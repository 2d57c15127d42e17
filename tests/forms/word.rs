//! The same forms as tables of Word documents.
//!
//! In: a workbook. Out: what a person gets who pastes its sheets into a document: texts above a table as paragraphs, parted by tabs,
//! the table with its merged cells, texts below. Not for: what Word adds by itself.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use tonghop::base::cell::{CellAddress, CellValue, Grid};
use tonghop::input::read::{ReadLimits, Reader};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

fn shown(value: &CellValue) -> String {
    let text = value.show();
    let is_number = matches!(value, CellValue::Number(_));
    let text = if is_number {
        text.replace('.', ",")
    } else {
        text
    };
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn paragraph(text: &str) -> String {
    let runs: Vec<String> = text
        .split('\t')
        .map(|part| format!("<w:r><w:t xml:space=\"preserve\">{part}</w:t></w:r>"))
        .collect();
    format!("<w:p>{}</w:p>", runs.join("<w:r><w:tab/></w:r>"))
}

fn texts(grid: &Grid, row: u32) -> Vec<String> {
    let texts = grid.row(row).iter().map(|cell| shown(&cell.value));
    texts.filter(|text| !text.trim().is_empty()).collect()
}

/// A cell of the table; nothing for one that another covers on its left.
fn cell(grid: &Grid, at: CellAddress) -> String {
    let merge = grid.merge_at(at);
    let mut looks = String::new();
    if let Some(merge) = merge {
        if at.column != merge.first.column {
            return String::new();
        }
        let span = merge.last.column - merge.first.column + 1;
        looks = format!("<w:gridSpan w:val=\"{span}\"/>");
        looks += match (merge.first.row == merge.last.row, at.row == merge.first.row) {
            (true, _) => "",
            (_, true) => "<w:vMerge w:val=\"restart\"/>",
            _ => "<w:vMerge/>",
        };
    }
    let own = grid.row(at.row).iter().find(|one| one.address == at);
    let text = own.map_or(String::new(), |one| shown(&one.value));
    format!("<w:tc><w:tcPr>{looks}</w:tcPr>{}</w:tc>", paragraph(&text))
}

fn sheet(grid: &Grid) -> String {
    let rows: Vec<u32> = grid.rows().map(|row| row[0].address.row).collect();
    let first = rows.iter().find(|row| texts(grid, **row).len() > 2);
    let last = rows.iter().rfind(|row| texts(grid, **row).len() > 1);
    let (Some(first), Some(last)) = (first, last) else {
        let lines = rows
            .iter()
            .map(|row| paragraph(&texts(grid, *row).join(" ")));
        return lines.collect();
    };
    let columns = grid.cells().iter().map(|cell| cell.address.column).max();
    let mut body = String::new();
    for row in rows.iter().filter(|row| *row < first) {
        body += &paragraph(&texts(grid, *row).join("\t"));
    }
    body += "<w:tbl>";
    for row in *first..=*last {
        let all = 0..=columns.unwrap();
        let cells: String = all
            .map(|column| cell(grid, CellAddress::new(row, column)))
            .collect();
        body += &format!("<w:tr>{cells}</w:tr>");
    }
    body += "</w:tbl>";
    for row in rows.iter().filter(|row| *row > last) {
        body += &paragraph(&texts(grid, *row).join(" "));
    }
    body
}

/// A list of three levels: 1, 1.1, 1.1.1.
const LIST: &str = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.%3\"/></w:lvl>\
    </w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"1\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// The document of a body.
pub fn document(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let core = "<p:coreProperties xmlns:p=\"p\" xmlns:d=\"d\"><d:modified>2026-01-15T08:00:00Z</d:modified></p:coreProperties>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/numbering.xml", LIST),
        ("docProps/core.xml", core),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The workbook of a file as the body of a document.
pub fn body_of(path: &Path) -> String {
    let program = env!("CARGO_BIN_EXE_tonghop").into();
    let reader = Reader::new(ReadLimits::default(), program);
    let workbook = reader.read(&fs::read(path).unwrap()).unwrap();
    workbook.grids.iter().map(sheet).collect()
}

/// The workbook of a file as a document.
pub fn of_workbook(path: &Path) -> Vec<u8> {
    document(&body_of(path))
}

/// A body whose codes, such as 1.2.3, are numbers that Word sets; how many there are.
pub fn numbered(body: &str) -> (String, usize) {
    let mut count = 0;
    let rows = body.split("<w:tr>").map(|row| {
        let (before, code, behind) = first_text(row)?;
        let parts: Vec<&str> = code.split(['.', ',']).collect();
        let is_code = row.starts_with("<w:tc>") && parts.iter().all(|part| part.parse::<u32>().is_ok());
        let level = parts.len() - 1;
        let start = before.strip_suffix("<w:r><w:t xml:space=\"preserve\">")?;
        let behind = behind.strip_prefix("</w:t></w:r>")?;
        count += usize::from(is_code);
        is_code.then(|| {
            format!("{start}<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{behind}")
        })
    });
    let rows: Vec<String> = rows
        .zip(body.split("<w:tr>"))
        .map(|(numbered, row)| numbered.unwrap_or_else(|| row.to_string()))
        .collect();
    (rows.join("<w:tr>"), count)
}

/// The first text of a row, with what stands before and behind it.
fn first_text(row: &str) -> Option<(&str, &str, &str)> {
    let start = row.find("<w:t ")? + row.get(row.find("<w:t ")?..)?.find('>')? + 1;
    let end = start + row.get(start..)?.find('<')?;
    Some((row.get(..start)?, row.get(start..end)?, row.get(end..)?))
}

/// A letter, with a table that is none of criteria.
pub fn letter() -> Vec<u8> {
    let rows = [["TT", "Tài liệu", "Số trang"], ["1", "Phiếu tự chấm", "4"]];
    let row = |row: &[&str; 3]| {
        let cells = row
            .iter()
            .map(|text| format!("<w:tc>{}</w:tc>", paragraph(text)));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    let rows = rows.iter().map(row).collect::<String>();
    let head = paragraph("SỞ TÀI CHÍNH\tĐộc lập - Tự do - Hạnh phúc");
    document(&format!(
        "{head}{}<w:tbl>{rows}</w:tbl>",
        paragraph("V/v gửi phiếu")
    ))
}
