//! Sheets and styles of any content: a reading without what is taken out for speed gives the same workbook.
//!
//! In: a text, of which what stands before a line `--` is the part of styles and what stands behind it the part of a sheet.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use tonghop::input::read::{ReadLimits, Reader};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The parts of a package with one sheet, besides the sheet and the styles.
const PARTS: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Có</t></si><si><t xml:space="preserve"> Không </t></si></sst>"#,
    ),
];

fn package(styles: &[u8], sheet: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let own = [
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let parts = PARTS.map(|(name, text)| (name, text.as_bytes()));
    for (name, content) in parts.into_iter().chain(own) {
        zip.start_file(name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads the bytes of an .xlsx file with what is taken out of it and without. What differs is a panic, unless the parser finds fault
/// with what would have been taken out: that may be read all the same.
pub fn both_ways(bytes: &[u8]) {
    let reader = Reader::new(ReadLimits::default(), PathBuf::new());
    let taken = reader.read(bytes);
    let Ok(whole) = reader.without_shortcuts().read(bytes) else {
        return;
    };
    if whole.faults.is_empty() {
        // A number that is none differs from itself; its name does not.
        assert_eq!(format!("{taken:?}"), format!("Ok({whole:?})"));
    }
}

/// Compares both readings of a package with these styles and this sheet.
pub fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (styles, sheet) = text.split_once("\n--\n").unwrap_or(("", &text));
    both_ways(&package(styles.as_bytes(), sheet.as_bytes()));
}
