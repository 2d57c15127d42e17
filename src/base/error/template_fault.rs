//! What is wrong in a template of a document, and where.
//!
//! In: what the check of a template found. Out: a line in either language that names the place as an author sees it: the part, the
//! table with its row and cell, or the first words of the paragraph. Not for: finding it.

use std::path::PathBuf;

use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::text;

/// The most characters of a paragraph by which it is known.
const FIRST_WORDS: usize = 40;

/// A template that cannot be used, with all that is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultyTemplate {
    /// Its file.
    pub path: PathBuf,
    /// Each fault, in the order of the document.
    pub faults: Vec<TemplateFault>,
}

/// One thing that is wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// Where. `None`: it is about the whole file.
    pub place: Option<TemplatePlace>,
    /// What.
    pub problem: TemplateProblem,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplatePlace {
    /// The part.
    pub part: DocumentPart,
    /// The table in its part, the row and the cell in it, each from 1.
    pub cell: Option<(usize, usize, usize)>,
    /// The text of the paragraph.
    pub text: String,
}

/// A part of a document that holds text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentPart {
    /// The text itself.
    Body,
    /// What stands above it on each page.
    Header,
    /// What stands below it on each page.
    Footer,
    /// Footnotes and endnotes.
    Notes,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateProblem {
    /// It is no document of the kind that can be filled in.
    NotADocument,
    /// It is larger than any template.
    TooLarge,
    /// Nothing is called so.
    Unknown {
        /// As written.
        name: String,
        /// Fields that are alike, or all of them.
        nearest: Vec<String>,
    },
    /// Braces that open a field and do not close it in the same paragraph, or the other way about.
    Unpaired,
    /// A known name between single braces.
    SingleBraces(String),
    /// A field of a list that stands in no row of a table.
    OutsideRow(String),
    /// A row with fields of two lists, with one of each.
    TwoLists(String, String),
    /// A table in which two rows would be repeated: the field with which the second begins.
    TwoRows(String),
    /// A row that would be repeated holds what cannot be.
    NotRepeatable,
    /// A field without which the document does not say what it is for.
    Missing(String),
}

impl TemplateFault {
    /// The fault in a line, without its file.
    pub fn said(&self, lang: Lang) -> String {
        let problem = self.problem.said(lang);
        match &self.place {
            Some(place) => format!("{}: {problem}", place.said(lang)),
            None => problem,
        }
    }
}

impl TemplatePlace {
    fn said(&self, lang: Lang) -> String {
        let part = match self.part {
            DocumentPart::Body => phrase("thân văn bản", "text"),
            DocumentPart::Header => phrase("đầu trang", "page header"),
            DocumentPart::Footer => phrase("chân trang", "page footer"),
            DocumentPart::Notes => phrase("chú thích cuối", "notes"),
        }
        .get(lang);
        let shown = text::clean(&self.text);
        let shown = match text::beginning(&shown, FIRST_WORDS) {
            Some(start) => format!("{start}…"),
            None => shown.clone(),
        };
        let shown = Shown::line(&shown);
        match self.cell {
            Some((table, row, cell)) => say!(
                lang,
                "{part}, bảng {table}, dòng {row}, ô {cell} (“{shown}”)",
                "{part}, table {table}, row {row}, cell {cell} (\"{shown}\")"
            ),
            None => say!(lang, "{part}, đoạn “{shown}”", "{part}, \"{shown}\""),
        }
    }
}

impl TemplateProblem {
    fn said(&self, lang: Lang) -> String {
        match self {
            TemplateProblem::NotADocument => phrase(
                "không phải tệp Word .docx đọc được; mở bằng Word rồi lưu lại kiểu “Word Document (*.docx)”, không đặt mật khẩu",
                "is no .docx document that can be read; open it in Word and save it as \"Word Document (*.docx)\", without a password",
            )
            .get(lang)
            .to_string(),
            TemplateProblem::TooLarge => phrase(
                "quá lớn để làm mẫu; bỏ bớt hình ảnh",
                "is too large for a template; take out pictures",
            )
            .get(lang)
            .to_string(),
            TemplateProblem::Unknown { name, nearest } => {
                let (name, nearest) = (Shown::line(name), nearest.join(", "));
                say!(
                    lang,
                    "không có trường {{{{{name}}}}}; dùng được: {nearest}",
                    "there is no field {{{{{name}}}}}; there are: {nearest}"
                )
            }
            TemplateProblem::Unpaired => phrase(
                "dấu {{ và }} không đi thành cặp trong cùng một đoạn; mỗi trường ghi {{tên trường}}",
                "{{ and }} do not go in pairs within the paragraph; a field is written {{name}}",
            )
            .get(lang)
            .to_string(),
            TemplateProblem::SingleBraces(name) => say!(
                lang,
                "{{{name}}} chỉ có một dấu ngoặc; ghi {{{{{name}}}}}",
                "{{{name}}} has single braces; write {{{{{name}}}}}"
            ),
            TemplateProblem::OutsideRow(name) => say!(
                lang,
                "trường {{{{{name}}}}} thuộc một danh sách nên phải nằm trong một dòng của bảng; dòng đó được lặp lại",
                "the field {{{{{name}}}}} is of a list and has to stand in a row of a table, which is then repeated"
            ),
            TemplateProblem::TwoLists(one, other) => say!(
                lang,
                "một dòng của bảng có trường của hai danh sách: {{{{{one}}}}} và {{{{{other}}}}}; mỗi dòng chỉ dùng một danh sách",
                "one row has fields of two lists, {{{{{one}}}}} and {{{{{other}}}}}; a row has those of one"
            ),
            TemplateProblem::TwoRows(name) => say!(
                lang,
                "bảng đã có một dòng lặp lại phía trên; dòng có {{{{{name}}}}} phải nằm ở bảng khác",
                "the table has a row that is repeated above; the one with {{{{{name}}}}} has to stand in another table"
            ),
            TemplateProblem::NotRepeatable => phrase(
                "dòng lặp lại không được chứa hình ảnh, chú thích cuối trang hoặc bảng lặp khác",
                "the repeated row must not hold pictures, notes or another repeated table",
            )
            .get(lang)
            .to_string(),
            TemplateProblem::Missing(name) => say!(
                lang,
                "thiếu trường {{{{{name}}}}}; không có trường này thì văn bản không nói được nội dung cần nói",
                "lacks the field {{{{{name}}}}}, without which it does not say what it has to"
            ),
        }
    }
}
