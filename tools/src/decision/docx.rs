//! The annex as a document: its text and the two tables, every number as printed.

use std::error::Error;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Decision, Table};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OF_DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"#;
const START: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
const END: &str = r#"<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
const TABLE: &str = r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>"#;
/// The widths of the columns in twentieths of a point.
const WIDTHS: [u32; 11] = [
    700, 3400, 1150, 1200, 1300, 1350, 1150, 1100, 1050, 1100, 1100,
];

/// The document.
///
/// # Errors
/// When it cannot be built.
pub fn document(decision: &Decision) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut body = String::from(START);
    for line in &decision.lines {
        let table = decision
            .tables
            .iter()
            .find(|table| format!("[{}]", table.level) == *line);
        match table {
            Some(table) => body.push_str(&table_xml(table)),
            None => body.push_str(&paragraph(line, is_heading(line))),
        }
    }
    body.push_str(END);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", body.as_str()),
        ("word/_rels/document.xml.rels", OF_DOCUMENT),
        ("word/styles.xml", STYLES),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn is_heading(line: &str) -> bool {
    let is_title = line
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    is_title || line.starts_with(|c: char| c.is_ascii_digit()) && line.get(1..2) == Some(".")
}

fn paragraph(text: &str, is_bold: bool) -> String {
    let bold = if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<w:p><w:r>{bold}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn table_xml(table: &Table) -> String {
    let mut xml = String::from(TABLE);
    xml.push_str("<w:tblGrid>");
    for width in WIDTHS {
        xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    xml.push_str(&row(&table.headings, true));
    for cells in &table.rows {
        xml.push_str(&row(cells, false));
    }
    xml.push_str("</w:tbl>");
    xml
}

fn row(cells: &[String], is_header: bool) -> String {
    let mut xml = String::from("<w:tr>");
    if is_header {
        xml.push_str("<w:trPr><w:tblHeader/></w:trPr>");
    }
    for (text, width) in cells.iter().zip(WIDTHS) {
        let cell = paragraph(text, is_header);
        xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>"
        ));
    }
    xml.push_str("</w:tr>");
    xml
}
