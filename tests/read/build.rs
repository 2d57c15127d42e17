//! Zip packages and .xlsx files with parts written by hand, for contents that no program would write.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A zip file of these parts.
pub fn zip(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An .xlsx file in the making.
pub struct Xlsx {
    sheets: Vec<Sheet>,
    shared: Option<String>,
    styles: Option<String>,
    extra: Vec<(String, Vec<u8>)>,
    method: CompressionMethod,
}

struct Sheet {
    name: String,
    attributes: String,
    kind: String,
    xml: Option<String>,
}

impl Xlsx {
    pub fn new() -> Self {
        Xlsx {
            sheets: Vec::new(),
            shared: None,
            styles: None,
            extra: Vec::new(),
            method: CompressionMethod::Deflated,
        }
    }

    /// A sheet with this content inside `<sheetData>`.
    pub fn sheet(self, name: &str, data: &str) -> Self {
        self.whole_sheet(name, &format!("<sheetData>{data}</sheetData>"))
    }

    /// A sheet with this content inside `<worksheet>`.
    pub fn whole_sheet(self, name: &str, content: &str) -> Self {
        let xml =
            format!("<?xml version=\"1.0\"?><worksheet xmlns=\"{MAIN}\">{content}</worksheet>");
        self.entry(name, "", "worksheet", Some(xml))
    }

    /// An entry of the workbook part, with further attributes, and its part, if it has one.
    pub fn entry(mut self, name: &str, attributes: &str, kind: &str, xml: Option<String>) -> Self {
        self.sheets.push(Sheet {
            name: name.to_string(),
            attributes: attributes.to_string(),
            kind: kind.to_string(),
            xml,
        });
        self
    }

    /// The whole part of shared texts.
    pub fn shared(mut self, xml: &str) -> Self {
        self.shared = Some(xml.to_string());
        self
    }

    /// The whole part of styles.
    pub fn styles(mut self, xml: &str) -> Self {
        self.styles = Some(xml.to_string());
        self
    }

    /// Any other part.
    pub fn part(mut self, name: &str, content: &[u8]) -> Self {
        self.extra.push((name.to_string(), content.to_vec()));
        self
    }

    /// Stores the parts as they are.
    pub fn stored(mut self) -> Self {
        self.method = CompressionMethod::Stored;
        self
    }

    /// The bytes of the file.
    pub fn build(self) -> Vec<u8> {
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        let mut put =
            |name: &str, content: String| parts.push((name.to_string(), content.into_bytes()));
        put(
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        );
        let (mut entries, mut relations) = (String::new(), String::new());
        for (number, sheet) in self.sheets.into_iter().enumerate() {
            let Sheet {
                name,
                attributes,
                kind,
                xml,
            } = sheet;
            write!(
                entries,
                "<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"rId{0}\" {attributes}/>",
                number + 1
            )
            .unwrap();
            if !kind.is_empty() {
                write!(relations, "<Relationship Id=\"rId{0}\" Type=\"{RELATIONS}/{kind}\" Target=\"worksheets/sheet{0}.xml\"/>", number + 1).unwrap();
            }
            if let Some(xml) = xml {
                put(&format!("xl/worksheets/sheet{}.xml", number + 1), xml);
            }
        }
        put(
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{entries}</sheets></workbook>"
            ),
        );
        put(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>"),
        );
        if let Some(shared) = self.shared {
            put("xl/sharedStrings.xml", shared);
        }
        if let Some(styles) = self.styles {
            put("xl/styles.xml", styles);
        }
        parts.extend(self.extra);
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_slice()))
            .collect();
        zip(&parts, self.method)
    }
}
