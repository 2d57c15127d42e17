//! The body of the annex as Word has it.
//!
//! In: an annex, and what its author has written into an earlier one. Out: XML of the body, of the footnotes and of what stands above
//! each page. All text is inert. Not for: the package around them.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::base::outside::Shown;
use crate::base::seal::hex;
use crate::output::annex::content::{Annex, AnnexBlock, AnnexRun, AnnexTable, AuthorPlace};
use crate::output::annex::tags::{AUTHOR_NOTE, Carried, REFERENCE, TAG, TITLE};
use crate::output::annex::widths::{self, TableMeasures};

/// Margins and size of a page that stands, and of one that lies: Decree 30/2020/NĐ-CP, with 15 mm on the outer side.
const STANDING: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";
const LYING: &str = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\" w:header=\"850\" w:footer=\"567\" w:gutter=\"0\"/>";
const HEADERS: &str = "<w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:headerReference w:type=\"first\" r:id=\"rId4\"/>";

/// A text that stands in XML; nothing in it is obeyed.
pub(super) fn escaped(text: &str) -> String {
    let shown = Shown::lines(text).to_string();
    let shown = shown.replace(['\n', '\r', '\t'], " ");
    quick_xml::escape::escape(shown.as_str()).into_owned()
}

fn run(text: &str) -> String {
    format!(
        "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(text)
    )
}

fn paragraph(style: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>\n",
        run(text)
    )
}

/// The body.
pub(super) fn body(annex: &Annex, carried: &Carried) -> String {
    let mut body = String::new();
    for line in &annex.title {
        body.push_str(&paragraph("TieuDe", line));
    }
    if let Some(reference) = places(annex).first() {
        body.push_str(&place(reference, PlaceLook::Reference, carried));
    }
    body.push_str("<w:p><w:pPr><w:pStyle w:val=\"DongKe\"/></w:pPr></w:p>\n");
    if let Some(provisional) = &annex.provisional {
        body.push_str(&paragraph("TamTinh", provisional));
    }
    let mut lies = false;
    let mut is_first = true;
    for part in parts(&annex.blocks) {
        let tables = part.iter().filter_map(|block| match block {
            AnnexBlock::Table(table) => Some(widths::measures(table)),
            _ => None,
        });
        let measures: Vec<TableMeasures> = tables.collect();
        let now = measures.iter().any(|one| one.lies);
        if now != lies {
            let _ = writeln!(
                body,
                "<w:p><w:pPr><w:pStyle w:val=\"KetThucPhan\"/>{}</w:pPr></w:p>",
                section(lies, is_first)
            );
            (lies, is_first) = (now, false);
        }
        let mut measures = measures.into_iter();
        for one in part {
            block(&mut body, one, &mut measures, carried);
        }
    }
    body.push_str(&section(lies, is_first));
    body
}

/// The blocks from one heading with a number to the next.
fn parts(blocks: &[AnnexBlock]) -> Vec<&[AnnexBlock]> {
    let is_heading = |block: &AnnexBlock| matches!(block, AnnexBlock::Heading(_));
    let mut parts = Vec::new();
    let mut rest = blocks;
    while !rest.is_empty() {
        let next = rest.iter().skip(1).position(is_heading);
        let (part, behind) = rest.split_at(next.map_or(rest.len(), |at| at + 1));
        parts.push(part);
        rest = behind;
    }
    parts
}

/// The end of a part whose pages stand or lie; only the very first page is without a number.
fn section(lies: bool, is_first: bool) -> String {
    let page = if lies { LYING } else { STANDING };
    let title = if is_first { "<w:titlePg/>" } else { "" };
    format!("<w:sectPr>{HEADERS}<w:type w:val=\"nextPage\"/>{page}{title}</w:sectPr>")
}

fn block(
    body: &mut String,
    one: &AnnexBlock,
    measures: &mut impl Iterator<Item = TableMeasures>,
    carried: &Carried,
) {
    match one {
        AnnexBlock::Heading(text) => body.push_str(&paragraph("Muc", text)),
        AnnexBlock::Subheading(text) => body.push_str(&paragraph("Diem", text)),
        AnnexBlock::Paragraph(runs) => body.push_str(&sentence(runs)),
        AnnexBlock::AuthorNote(text) => {
            body.push_str(&paragraph("LuuY", &format!("{AUTHOR_NOTE}{text}]")));
        }
        AnnexBlock::Place(one) => {
            body.push_str(&place(&shown_place(one), PlaceLook::Prompt, carried));
        }
        AnnexBlock::Table(one) => {
            if let Some(measures) = measures.next() {
                table(body, one, &measures);
            }
        }
        AnnexBlock::TableNote(text) => body.push_str(&paragraph("GhiChuBang", text)),
    }
}

/// A run in the style of footnotes' marks.
fn footnote_mark(inner: &str) -> String {
    format!("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>{inner}</w:r>")
}

fn sentence(runs: &[AnnexRun]) -> String {
    let runs = runs.iter().map(|one| match one {
        AnnexRun::Text(text) => run(text),
        AnnexRun::Footnote(number) => {
            footnote_mark(&format!("<w:footnoteReference w:id=\"{number}\"/>"))
        }
    });
    let runs: String = runs.collect();
    format!("<w:p><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr>{runs}</w:p>\n")
}

/// The places for the author with what stands in them before anybody has written: that of the decision, then those of the text.
pub(super) fn places(annex: &Annex) -> Vec<AuthorPlace> {
    let reference = AuthorPlace {
        tag: REFERENCE.to_string(),
        prompt: annex.reference.clone(),
    };
    let own = annex.places().map(shown_place);
    [reference].into_iter().chain(own).collect()
}

/// A place of the text as it is shown.
fn shown_place(place: &AuthorPlace) -> AuthorPlace {
    AuthorPlace {
        tag: place.tag.clone(),
        prompt: format!("[{TITLE}{}]", place.prompt),
    }
}

/// How a place looks in which nobody has written yet.
#[derive(Clone, Copy)]
enum PlaceLook {
    /// A prompt that gives way to the first letter that is typed.
    Prompt,
    /// A line with blanks to be filled in.
    Reference,
}

/// A place for the author, in a control that is not locked: with what was written there, or with its prompt.
fn place(one: &AuthorPlace, look: PlaceLook, carried: &Carried) -> String {
    let shown = escaped(&one.prompt);
    let digits = hex(&Sha256::digest(&one.tag));
    let id = digits
        .get(..7)
        .and_then(|one| i64::from_str_radix(one, 16).ok());
    let (showing, content) = match (carried.get(&one.tag), look) {
        (Some(text), _) => ("", text.clone()),
        (None, PlaceLook::Reference) => {
            ("", paragraph("KemTheo", &one.prompt).trim_end().to_string())
        }
        (None, PlaceLook::Prompt) => (
            "<w:showingPlcHdr/>",
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"ChoViet\"/>\
                <w:i/><w:iCs/><w:color w:val=\"7F7F7F\"/></w:rPr>\
                <w:t xml:space=\"preserve\">{shown}</w:t></w:r></w:p>"
            ),
        ),
    };
    format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"{alias}\"/><w:tag w:val=\"{TAG}{tag}\"/><w:id w:val=\"{}\"/>{showing}</w:sdtPr>\
        <w:sdtContent>{content}</w:sdtContent></w:sdt>\n",
        id.unwrap_or_default(),
        alias = escaped(&format!("{TITLE}{}", one.tag)),
        tag = escaped(&one.tag),
    )
}

fn table(body: &mut String, table: &AnnexTable, measures: &TableMeasures) {
    let whole: usize = measures.columns.iter().sum();
    let _ = write!(
        body,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"BangKetQua\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
        <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    );
    for width in &measures.columns {
        let _ = write!(body, "<w:gridCol w:w=\"{width}\"/>");
    }
    body.push_str("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (head, width) in table.heads.iter().zip(&measures.columns) {
        let head = widths::breakable(head);
        cell(body, &head, "DauBang", (*width, measures.size));
    }
    body.push_str("</w:tr>\n");
    let total = table.heads.len().saturating_sub(2);
    for row in &table.rows {
        body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (column, (text, width)) in row.iter().zip(&measures.columns).enumerate() {
            let style = match column {
                1 => "OTen",
                column if column == total => "OTong",
                _ => "OSo",
            };
            cell(body, text, style, (*width, measures.size));
        }
        body.push_str("</w:tr>\n");
    }
    body.push_str("</w:tbl>\n");
}

fn cell(body: &mut String, text: &str, style: &str, (width, size): (usize, usize)) {
    let _ = write!(
        body,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>\
        <w:pStyle w:val=\"{style}\"/></w:pPr>"
    );
    if !text.is_empty() {
        let _ = write!(
            body,
            "<w:r><w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escaped(text)
        );
    }
    body.push_str("</w:p></w:tc>");
}

/// The footnotes.
pub(super) fn footnotes(annex: &Annex) -> String {
    let notes = annex.footnotes.iter().zip(1_usize..).map(|(text, number)| {
        format!(
            "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>{}{}</w:p></w:footnote>\n",
            footnote_mark("<w:footnoteRef/>"),
            run(&format!(" {text}"))
        )
    });
    notes.collect()
}

/// What says above a page that the result is provisional.
pub(super) fn above_pages(annex: &Annex) -> String {
    let text = annex.provisional.as_deref();
    text.map_or_else(String::new, |text| paragraph("TamTinhDauTrang", text))
}
