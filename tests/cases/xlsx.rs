//! Writes sheets into an .xlsx file, part by part, so that a case can hold what no library would write.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use tonghop::base::cell::CellAddress;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::grid::{Sheet, Value};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const SHEET_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const MAIN_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/// What a workbook has besides its sheets.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// When it was made, ISO 8601.
    pub made: Option<String>,
    /// When it was last saved, ISO 8601.
    pub saved: Option<String>,
    /// Custom document properties.
    pub custom: Vec<(String, String)>,
    /// Whether it is written as Strict Open XML.
    pub strict: bool,
    /// Whether its parts are in UTF-16.
    pub utf16: bool,
    /// XML between the sheets and the end of the workbook part, such as defined names.
    pub workbook_xml: String,
    /// XML behind the cells of every sheet, such as a protection.
    pub sheet_xml: String,
    /// A sheet whose part is cut off in its middle.
    pub cut_sheet: Option<String>,
}

/// The bytes of the file.
pub fn write(sheets: &[Sheet], extras: &Extras) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let (mut entries, mut relations, mut types) = (String::new(), String::new(), String::new());
    for (number, sheet) in (1..).zip(sheets) {
        let state = match sheet.state.as_str() {
            "" => String::new(),
            state => format!(" state=\"{state}\""),
        };
        let name = escape(&sheet.name);
        let _ = write!(
            entries,
            "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>"
        );
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        let _ = write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SHEET_TYPE}\"/>"
        );
        let mut xml = worksheet(sheet, &extras.sheet_xml, &codes(sheets));
        if extras.cut_sheet.as_ref() == Some(&sheet.name) {
            let rows: Vec<usize> = xml.match_indices("<row").map(|(at, _)| at).collect();
            let middle = rows.get(rows.len() / 2).copied().unwrap_or(xml.len());
            xml.truncate(middle);
        }
        parts.push((format!("xl/worksheets/sheet{number}.xml"), xml));
        parts.extend(beside(sheet, number));
    }
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{entries}</sheets>{}</workbook>",
        extras.workbook_xml
    );
    let types = format!(
        "<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{MAIN_TYPE}\"/>{types}</Types>"
    );
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{PACKAGE}\">{relations}<Relationship Id=\"rIdS\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    parts.insert(0, ("[Content_Types].xml".to_string(), types));
    parts.push(("_rels/.rels".to_string(), root));
    parts.push(("xl/workbook.xml".to_string(), workbook));
    parts.push(("xl/_rels/workbook.xml.rels".to_string(), relations));
    parts.push(("xl/styles.xml".to_string(), styles(&codes(sheets))));
    parts.extend(properties(extras));
    package(&parts, extras)
}

fn package(parts: &[(String, String)], extras: &Extras) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        let mut xml =
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml}");
        if extras.strict {
            xml = xml
                .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                    OFFICE,
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                );
        }
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        if extras.utf16 {
            let xml = format!("\u{feff}{}", xml.replace("UTF-8", "UTF-16"));
            let bytes: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
            zip.write_all(&bytes).unwrap();
        } else {
            zip.write_all(xml.as_bytes()).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// The comments, pictures and text boxes of a sheet.
fn beside(sheet: &Sheet, number: u32) -> Vec<(String, String)> {
    if sheet.comments.is_empty() && sheet.pictures.is_empty() && sheet.boxes.is_empty() {
        return Vec::new();
    }
    let relations = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rIdC\" Type=\"{OFFICE}/comments\" Target=\"../comments{number}.xml\"/><Relationship Id=\"rIdD\" Type=\"{OFFICE}/drawing\" Target=\"../drawings/drawing{number}.xml\"/></Relationships>"
    );
    let mut comments =
        format!("<comments xmlns=\"{MAIN}\"><authors><author/></authors><commentList>");
    for at in &sheet.comments {
        let _ = write!(
            comments,
            "<comment ref=\"{at}\" authorId=\"0\"><text><t>10</t></text></comment>"
        );
    }
    comments.push_str("</commentList></comments>");
    let mut drawing = "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">".to_string();
    for at in &sheet.pictures {
        let _ = write!(
            drawing,
            "<xdr:oneCellAnchor><xdr:from><xdr:col>{}</xdr:col><xdr:row>{}</xdr:row></xdr:from><xdr:pic/></xdr:oneCellAnchor>",
            at.column, at.row
        );
    }
    for (over, text) in &sheet.boxes {
        let corner = |at: CellAddress| {
            format!(
                "<xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff>",
                at.column, at.row
            )
        };
        // It ends where the next row and column begin.
        let end = CellAddress::new(over.last.row + 1, over.last.column + 1);
        let (first, last, text) = (corner(over.first), corner(end), escape(text));
        let _ = write!(
            drawing,
            "<xdr:twoCellAnchor><xdr:from>{first}</xdr:from><xdr:to>{last}</xdr:to><xdr:sp><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
        );
    }
    drawing.push_str("</xdr:wsDr>");
    vec![
        (
            format!("xl/worksheets/_rels/sheet{number}.xml.rels"),
            relations,
        ),
        (format!("xl/comments{number}.xml"), comments),
        (format!("xl/drawings/drawing{number}.xml"), drawing),
    ]
}

/// Formats: the general one, a date, one that shows nothing, struck out, white on white, and then those that the sheets ask for.
fn styles(codes: &[String]) -> String {
    let (mut formats, mut cells) = (String::new(), String::new());
    for (number, code) in (165..).zip(codes) {
        let code = escape(code);
        let _ = write!(
            formats,
            "<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>"
        );
        let _ = write!(cells, "<xf numFmtId=\"{number}\" applyNumberFormat=\"1\"/>");
    }
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\"><numFmt numFmtId=\"164\" formatCode=\";;;\"/>{formats}</numFmts><fonts count=\"3\"><font/><font><strike/></font><font><color rgb=\"FFFFFFFF\"/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{}\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\"/>{cells}</cellXfs></styleSheet>",
        codes.len() + 1,
        codes.len() + FIRST_OWN
    )
}

/// The number of the first format that a sheet asks for.
const FIRST_OWN: usize = 5;

/// The formats that the sheets ask for, each once.
fn codes(sheets: &[Sheet]) -> Vec<String> {
    let mut codes = Vec::new();
    for value in sheets.iter().flat_map(|sheet| sheet.cells.values()) {
        if let Value::Shown(code, _) = value
            && !["struck", "white"].contains(&code.as_str())
            && !codes.contains(code)
        {
            codes.push(code.clone());
        }
    }
    codes
}

/// The pieces of a text, between the marks that stand for how they are set.
fn pieces(text: &str) -> String {
    let mut xml = String::new();
    let mut rest = text;
    let marks = [
        ("~~", "<strike/>"),
        ("^^", "<vertAlign val=\"superscript\"/>"),
        (",,", "<vertAlign val=\"subscript\"/>"),
    ];
    while !rest.is_empty() {
        let first = marks
            .iter()
            .filter_map(|mark| Some((rest.find(mark.0)?, mark)))
            .min();
        let Some((at, (mark, properties))) = first else {
            break;
        };
        let (before, after) = rest.split_at(at);
        let (piece, behind) = after[mark.len()..].split_once(mark).unwrap();
        if !before.is_empty() {
            let _ = write!(
                xml,
                "<r><t xml:space=\"preserve\">{}</t></r>",
                escape(before)
            );
        }
        let _ = write!(
            xml,
            "<r><rPr>{properties}</rPr><t>{}</t></r>",
            escape(piece)
        );
        rest = behind;
    }
    if !rest.is_empty() {
        let _ = write!(xml, "<r><t xml:space=\"preserve\">{}</t></r>", escape(rest));
    }
    xml
}

fn properties(extras: &Extras) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let moments = [("created", &extras.made), ("modified", &extras.saved)];
    let mut inner = String::new();
    for (name, moment) in moments {
        if let Some(moment) = moment {
            let _ = write!(
                inner,
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:{name}>"
            );
        }
    }
    if !inner.is_empty() {
        let xml = format!(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{inner}</cp:coreProperties>"
        );
        parts.push(("docProps/core.xml".to_string(), xml));
    }
    if !extras.custom.is_empty() {
        let mut xml = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">".to_string();
        for (number, (name, value)) in (2..).zip(&extras.custom) {
            let _ = write!(
                xml,
                "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{number}\" name=\"{}\"><vt:lpwstr>{}</vt:lpwstr></property>",
                escape(name),
                escape(value)
            );
        }
        parts.push(("docProps/custom.xml".to_string(), xml + "</Properties>"));
    }
    parts
}

fn worksheet(sheet: &Sheet, behind: &str, codes: &[String]) -> String {
    let mut xml = format!("<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">");
    if let Some(dimension) = &sheet.dimension {
        let _ = write!(xml, "<dimension ref=\"{dimension}\"/>");
    }
    for column in &sheet.hidden_columns {
        let number = column + 1;
        let _ = write!(
            xml,
            "<cols><col min=\"{number}\" max=\"{number}\" width=\"9\" hidden=\"1\"/></cols>"
        );
    }
    xml.push_str("<sheetData>");
    let mut open: Option<u32> = None;
    for ((row, column), value) in &sheet.cells {
        if open != Some(*row) {
            xml.push_str(if open.is_some() { "</row>" } else { "" });
            let hidden = if sheet.hidden_rows.contains(row) {
                " hidden=\"1\""
            } else if sheet.flat_rows.contains(row) {
                " ht=\"0\" customHeight=\"1\""
            } else {
                ""
            };
            let _ = write!(xml, "<row r=\"{}\"{hidden}>", row + 1);
            open = Some(*row);
        }
        cell(&mut xml, CellAddress::new(*row, *column), value, codes);
    }
    xml.push_str(if open.is_some() { "</row>" } else { "" });
    xml.push_str("</sheetData>");
    xml.push_str(behind);
    if !sheet.merges.is_empty() {
        let _ = write!(xml, "<mergeCells count=\"{}\">", sheet.merges.len());
        for range in &sheet.merges {
            let _ = write!(xml, "<mergeCell ref=\"{range}\"/>");
        }
        xml.push_str("</mergeCells>");
    }
    xml + "</worksheet>"
}

fn cell(xml: &mut String, at: CellAddress, value: &Value, codes: &[String]) {
    let (formula, result) = match value {
        Value::Formula(formula, result) => {
            (format!("<f>{}</f>", escape(formula)), result.as_deref())
        }
        other => (String::new(), Some(other)),
    };
    let Some(result) = result else {
        let _ = write!(xml, "<c r=\"{at}\">{formula}</c>");
        return;
    };
    let (attributes, content) = match result {
        Value::Number(number) => (String::new(), format!("<v>{number}</v>")),
        Value::Hidden(number) => (" s=\"2\"".to_string(), format!("<v>{number}</v>")),
        Value::Shown(look, number) => {
            let style = match look.as_str() {
                "struck" => 3,
                "white" => 4,
                code => FIRST_OWN + codes.iter().position(|one| one == code).unwrap(),
            };
            (format!(" s=\"{style}\""), format!("<v>{number}</v>"))
        }
        Value::Rich(text) => (
            " t=\"inlineStr\"".to_string(),
            format!("<is>{}</is>", pieces(text)),
        ),
        Value::Picture => (
            " t=\"e\" vm=\"1\"".to_string(),
            "<v>#VALUE!</v>".to_string(),
        ),
        Value::Blank => (" s=\"1\"".to_string(), String::new()),
        Value::Date(serial) => (" s=\"1\"".to_string(), format!("<v>{serial}</v>")),
        Value::Bool(value) => (
            " t=\"b\"".to_string(),
            format!("<v>{}</v>", u8::from(*value)),
        ),
        Value::Error(error) => (" t=\"e\"".to_string(), format!("<v>{error}</v>")),
        Value::Text(text) if !formula.is_empty() => {
            (" t=\"str\"".to_string(), format!("<v>{}</v>", escape(text)))
        }
        Value::Text(text) => (
            " t=\"inlineStr\"".to_string(),
            format!("<is><t xml:space=\"preserve\">{}</t></is>", escape(text)),
        ),
        Value::Formula(..) => unreachable!("a result is no formula"),
    };
    let _ = write!(xml, "<c r=\"{at}\"{attributes}>{formula}{content}</c>");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .chars()
        .map(|c| match c {
            '\n' | '\t' => c.to_string(),
            c if c.is_control() || c == '\u{fffe}' => format!("&#x{:x};", u32::from(c)),
            c => c.to_string(),
        })
        .collect()
}
