//! An .ods file, with the parts that `LibreOffice` needs.
//!
//! In: a book. Out: bytes. Not for: the number formats themselves; beside a number stands what its format shows, as every program that
//! writes such files keeps it, and the kind of the number.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use tonghop::base::cell::{CellValue, Mark, Visibility};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::super::book::{Book, Content, Dress, Sheet};
use super::{Styles, comments, escape, has, is_covered, marked, shown, size, span};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.3\">";
const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MARKS: &str = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"/></style:style><style:style style:name=\"T2\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style><style:style style:name=\"T3\" style:family=\"text\"><style:text-properties style:text-position=\"sub 58%\"/></style:style><style:style style:name=\"T4\" style:family=\"text\"><style:text-properties fo:color=\"#ffffff\"/></style:style><style:style style:name=\"ro2\" style:family=\"table-row\"><style:table-row-properties style:row-height=\"0in\" style:use-optimal-row-height=\"false\"/></style:style><style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";

pub(super) fn bytes(book: &Book) -> Result<Vec<u8>, Box<dyn Error>> {
    let styles = Styles::of(book);
    let mut xml = format!("{HEAD}<office:automatic-styles>{MARKS}");
    for (number, dress) in styles.0.iter().enumerate() {
        let properties = style(dress);
        let _ = write!(
            xml,
            "<style:style style:name=\"ce{}\" style:family=\"table-cell\">{properties}</style:style>",
            number + 1
        );
    }
    xml.push_str("</office:automatic-styles><office:body><office:spreadsheet>");
    for sheet in &book.sheets {
        table(&mut xml, sheet, &styles);
    }
    xml.push_str("</office:spreadsheet></office:body></office:document-content>");
    let manifest = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{KIND}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    let meta = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"><office:meta><dc:date>2018-01-10T09:00:00</dc:date></office:meta></office:document-meta>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("mimetype", KIND),
        ("META-INF/manifest.xml", &manifest),
        ("meta.xml", meta),
        ("content.xml", &xml),
    ] {
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        let options = match name {
            "mimetype" => options.compression_method(zip::CompressionMethod::Stored),
            _ => options,
        };
        zip.start_file(name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn style(dress: &Dress) -> String {
    let (mut cell, mut text) = (String::new(), String::new());
    if dress.is_struck {
        text.push_str(
            " style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"",
        );
    }
    if dress.is_white {
        text.push_str(" fo:color=\"#ffffff\"");
    }
    if dress.is_gaudy {
        text.push_str(" fo:color=\"#1f4e78\" fo:font-weight=\"bold\"");
        cell.push_str(" fo:background-color=\"#fff2cc\" fo:border=\"0.74pt dashed #ff0000\"");
    }
    format!("<style:table-cell-properties{cell}/><style:text-properties{text}/>")
}

fn table(xml: &mut String, sheet: &Sheet, styles: &Styles<'_>) {
    let (rows, columns) = size(sheet);
    let is_shown = sheet.visibility == Visibility::Visible;
    let style = if is_shown { "ta1" } else { "ta2" };
    let _ = write!(
        xml,
        "<table:table table:name=\"{}\" table:style-name=\"{style}\">",
        escape(&sheet.name)
    );
    for column in 0..columns {
        xml.push_str(if has(&sheet.facts.hidden_columns, column) {
            "<table:table-column table:visibility=\"collapse\"/>"
        } else {
            "<table:table-column/>"
        });
    }
    for row in 0..rows {
        xml.push_str(if has(&sheet.facts.hidden_rows, row) {
            "<table:table-row table:visibility=\"collapse\">"
        } else if sheet.flat_rows.contains(&row) {
            "<table:table-row table:style-name=\"ro2\">"
        } else {
            "<table:table-row>"
        });
        for column in 0..columns {
            cell(xml, sheet, (row, column), styles);
        }
        xml.push_str("</table:table-row>");
    }
    xml.push_str("</table:table>");
}

fn cell(xml: &mut String, sheet: &Sheet, at: (u32, u32), styles: &Styles<'_>) {
    let name = if is_covered(sheet, at) {
        "table:covered-table-cell"
    } else {
        "table:table-cell"
    };
    let _ = write!(xml, "<{name}");
    if let Some((across, down)) = span(sheet, at) {
        let _ = write!(
            xml,
            " table:number-columns-spanned=\"{across}\" table:number-rows-spanned=\"{down}\""
        );
    }
    let content = sheet.cells.get(&at);
    if let Some(content) = content {
        if let Some(number) = styles.number(&content.dress) {
            let _ = write!(xml, " table:style-name=\"ce{}\"", number + 1);
        }
        if let Some(formula) = &content.formula {
            let _ = write!(xml, " table:formula=\"of:={}\"", escape(formula));
        }
        value(xml, content);
    }
    xml.push('>');
    if let Some(comment) = comments(sheet).get(&at) {
        let _ = write!(
            xml,
            "<office:annotation><text:p>{}</text:p></office:annotation>",
            escape(comment)
        );
    }
    if let Some(content) = content {
        for line in text(content).split('\n') {
            let _ = write!(xml, "<text:p>{line}</text:p>");
        }
    }
    let _ = write!(xml, "</{name}>");
}

fn value(xml: &mut String, content: &Content) {
    let _ = match &content.value {
        CellValue::Number(_) if !content.dress.pieces.is_empty() => {
            write!(xml, " office:value-type=\"string\"")
        }
        CellValue::Number(number) => {
            let is_percent = shown(content).ends_with('%')
                && !content
                    .dress
                    .format
                    .as_ref()
                    .is_some_and(|(code, _)| code.contains('"'));
            let kind = if is_percent { "percentage" } else { "float" };
            write!(
                xml,
                " office:value-type=\"{kind}\" office:value=\"{number}\""
            )
        }
        CellValue::Bool(value) => {
            write!(
                xml,
                " office:value-type=\"boolean\" office:boolean-value=\"{value}\""
            )
        }
        CellValue::IsoDate(day) => {
            write!(
                xml,
                " office:value-type=\"date\" office:date-value=\"{day}\""
            )
        }
        CellValue::Error(_) => write!(
            xml,
            " table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\""
        ),
        _ => write!(xml, " office:value-type=\"string\""),
    };
}

fn text(content: &Content) -> String {
    marked(content, escape, |mark, text| match mark {
        Mark::Plain => text.to_string(),
        Mark::Struck => format!("<text:span text:style-name=\"T1\">{text}</text:span>"),
        Mark::Raised => format!("<text:span text:style-name=\"T2\">{text}</text:span>"),
        Mark::Lowered => format!("<text:span text:style-name=\"T3\">{text}</text:span>"),
        Mark::Unseen => format!("<text:span text:style-name=\"T4\">{text}</text:span>"),
    })
}
