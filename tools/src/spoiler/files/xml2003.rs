//! The XML of Excel 2003.

use std::fmt::Write as _;

use tonghop::base::cell::{CellValue, Mark, Visibility};

use super::super::book::{Book, Content, Dress, Sheet};
use super::{Styles, comments, escape, has, is_covered, marked, size, span};

const HEAD: &str = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:html=\"http://www.w3.org/TR/REC-html40\">\n";

pub(super) fn bytes(book: &Book) -> Vec<u8> {
    let styles = Styles::of(book);
    let mut xml = HEAD.to_string();
    xml.push_str("<DocumentProperties xmlns=\"urn:schemas-microsoft-com:office:office\"><LastSaved>2018-01-10T02:00:00Z</LastSaved></DocumentProperties>\n<Styles>\n");
    for (number, dress) in styles.0.iter().enumerate() {
        let _ = writeln!(
            xml,
            "<Style ss:ID=\"s{}\">{}</Style>",
            62 + number,
            style(dress)
        );
    }
    xml.push_str("</Styles>\n");
    for sheet in &book.sheets {
        table(&mut xml, sheet, &styles);
    }
    xml.push_str("</Workbook>\n");
    xml.into_bytes()
}

fn style(dress: &Dress) -> String {
    let mut words = String::new();
    if dress.is_struck {
        words.push_str("<Font ss:StrikeThrough=\"1\"/>");
    }
    if dress.is_white {
        words.push_str("<Font ss:Color=\"#FFFFFF\"/>");
    }
    if dress.is_gaudy {
        words.push_str("<Font ss:Color=\"#1F4E78\" ss:Bold=\"1\"/><Interior ss:Color=\"#FFF2CC\" ss:Pattern=\"Solid\"/>");
    }
    match &dress.format {
        Some((code, _)) if code == "0.00%" => {
            words.push_str("<NumberFormat ss:Format=\"Percent\"/>");
        }
        Some((code, _)) => {
            let _ = write!(words, "<NumberFormat ss:Format=\"{}\"/>", escape(code));
        }
        None => {}
    }
    words
}

fn table(xml: &mut String, sheet: &Sheet, styles: &Styles<'_>) {
    let (rows, columns) = size(sheet);
    let _ = writeln!(
        xml,
        "<Worksheet ss:Name=\"{}\"><Table>",
        escape(&sheet.name)
    );
    for column in (0..columns).filter(|column| has(&sheet.facts.hidden_columns, *column)) {
        let _ = writeln!(xml, "<Column ss:Index=\"{}\" ss:Hidden=\"1\"/>", column + 1);
    }
    for row in 0..rows {
        let _ = write!(xml, "<Row ss:Index=\"{}\"", row + 1);
        if has(&sheet.facts.hidden_rows, row) {
            xml.push_str(" ss:Hidden=\"1\"");
        } else if sheet.flat_rows.contains(&row) {
            xml.push_str(" ss:Height=\"0\"");
        }
        xml.push('>');
        for column in 0..columns {
            cell(xml, sheet, (row, column), styles);
        }
        xml.push_str("</Row>\n");
    }
    xml.push_str("</Table>");
    let visible = match sheet.visibility {
        Visibility::Visible => "",
        Visibility::Hidden => "<Visible>SheetHidden</Visible>",
        Visibility::VeryHidden => "<Visible>SheetVeryHidden</Visible>",
    };
    let _ = writeln!(
        xml,
        "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">{visible}</WorksheetOptions></Worksheet>"
    );
}

fn cell(xml: &mut String, sheet: &Sheet, at: (u32, u32), styles: &Styles<'_>) {
    let comments = comments(sheet);
    let comment = comments.get(&at);
    let span = span(sheet, at);
    let content = sheet.cells.get(&at);
    let is_there = content.is_some() || comment.is_some() || span.is_some();
    if !is_there || is_covered(sheet, at) {
        return;
    }
    let _ = write!(xml, "<Cell ss:Index=\"{}\"", at.1 + 1);
    if let Some((across, down)) = span {
        let _ = write!(
            xml,
            " ss:MergeAcross=\"{}\" ss:MergeDown=\"{}\"",
            across - 1,
            down - 1
        );
    }
    if let Some(number) = content.and_then(|content| styles.number(&content.dress)) {
        let _ = write!(xml, " ss:StyleID=\"s{}\"", 62 + number);
    }
    if let Some(formula) = content.and_then(|content| content.formula.as_ref()) {
        let _ = write!(xml, " ss:Formula=\"={}\"", escape(formula));
    }
    xml.push('>');
    if let Some(content) = content {
        data(xml, content);
    }
    if let Some(comment) = comment {
        let _ = write!(
            xml,
            "<Comment><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><Font html:Face=\"Tahoma\">{}</Font></ss:Data></Comment>",
            escape(comment)
        );
    }
    xml.push_str("</Cell>");
}

fn data(xml: &mut String, content: &Content) {
    let (kind, value) = match &content.value {
        CellValue::Number(number) => ("Number", number.to_string()),
        CellValue::Bool(value) => ("Boolean", i32::from(*value).to_string()),
        CellValue::Error(error) => ("Error", error.clone()),
        CellValue::IsoDate(day) => ("DateTime", format!("{day}T00:00:00.000")),
        other => ("String", other.show()),
    };
    if content.dress.pieces.is_empty() {
        let value = escape(&value).replace('\n', "&#10;");
        let _ = write!(xml, "<Data ss:Type=\"{kind}\">{value}</Data>");
        return;
    }
    let text = marked(content, escape, |mark, text| match mark {
        Mark::Plain => format!("<Font>{text}</Font>"),
        Mark::Struck => format!("<S>{text}</S>"),
        Mark::Raised => format!("<Sup>{text}</Sup>"),
        Mark::Lowered => format!("<Sub>{text}</Sub>"),
        Mark::Unseen => format!("<Font html:Color=\"#FFFFFF\">{text}</Font>"),
    });
    let _ = write!(
        xml,
        "<ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">{text}</ss:Data>"
    );
}
