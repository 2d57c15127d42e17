//! A web page as Excel saves one: a table for each sheet, styles by classes, numbers beside what they show.

use std::fmt::Write as _;

use tonghop::base::cell::{CellValue, Mark, Visibility};

use super::super::book::{Book, Content, Dress, Sheet};
use super::{Styles, escape, has, is_covered, marked, size, span};

pub(super) fn bytes(book: &Book) -> Vec<u8> {
    let styles = Styles::of(book);
    let mut page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head><meta charset=\"utf-8\">\n<style>\n<!--\n.font5 {text-decoration:line-through;}\n".to_string();
    for (number, dress) in styles.0.iter().enumerate() {
        let _ = writeln!(page, ".xl{}\n\t{{{}}}", 65 + number, style(dress));
    }
    page.push_str("-->\n</style></head>\n<body>\n");
    let shown = |sheet: &&Sheet| sheet.visibility == Visibility::Visible;
    for sheet in book.sheets.iter().filter(shown) {
        table(&mut page, sheet, &styles);
    }
    page.push_str("</body></html>\n");
    page.into_bytes()
}

fn style(dress: &Dress) -> String {
    let mut words = "mso-style-parent:style0;".to_string();
    if let Some((code, _)) = &dress.format {
        let code: String = code
            .chars()
            .map(|c| match c {
                '"' => "\\0022".to_string(),
                '\\' | '#' | '@' | ',' | '%' | ';' | '.' => format!("\\{c}"),
                other => other.to_string(),
            })
            .collect();
        let _ = write!(words, "mso-number-format:\"{code}\";");
    }
    if dress.is_struck {
        words.push_str("text-decoration:line-through;");
    }
    if dress.is_white {
        words.push_str("color:white;");
    }
    if dress.is_gaudy {
        words.push_str("color:#1F4E78;font-weight:700;border:.5pt dashed red;background:#FFF2CC;");
    }
    words
}

fn table(page: &mut String, sheet: &Sheet, styles: &Styles<'_>) {
    let (rows, columns) = size(sheet);
    page.push_str("<table border=0 cellpadding=0 cellspacing=0>\n");
    for column in 0..columns {
        page.push_str(if has(&sheet.facts.hidden_columns, column) {
            " <col width=0 style='display:none;mso-width-source:userset'>\n"
        } else {
            " <col width=64>\n"
        });
    }
    for row in 0..rows {
        let attributes = if has(&sheet.facts.hidden_rows, row) {
            " style='display:none'"
        } else if sheet.flat_rows.contains(&row) {
            " height=0"
        } else {
            ""
        };
        let _ = write!(page, " <tr{attributes}>");
        for column in 0..columns {
            cell(page, sheet, (row, column), styles);
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table>\n");
}

fn cell(page: &mut String, sheet: &Sheet, at: (u32, u32), styles: &Styles<'_>) {
    if is_covered(sheet, at) {
        return;
    }
    page.push_str("<td");
    if let Some((across, down)) = span(sheet, at) {
        let _ = write!(page, " colspan={across} rowspan={down}");
    }
    if let Some(content) = sheet.cells.get(&at) {
        if let Some(number) = styles.number(&content.dress) {
            let _ = write!(page, " class=xl{}", 65 + number);
        }
        if let (CellValue::Number(number), true) = (&content.value, content.dress.pieces.is_empty())
        {
            // Excel leaves the number out where the cell shows it.
            let _ = if super::shown(content) == number.to_string() {
                write!(page, " x:num")
            } else {
                write!(page, " x:num=\"{number}\"")
            };
        }
        let _ = write!(page, ">{}", text(content));
    } else {
        page.push('>');
    }
    page.push_str("</td>");
}

fn text(content: &Content) -> String {
    let text = marked(content, escape, |mark, text| match mark {
        Mark::Plain => text.to_string(),
        Mark::Struck => format!("<font class=\"font5\">{text}</font>"),
        Mark::Raised => format!("<sup>{text}</sup>"),
        Mark::Lowered => format!("<sub>{text}</sub>"),
        Mark::Unseen => format!("<span style=\"color:#ffffff\">{text}</span>"),
    });
    text.replace('\n', "<br>")
}
