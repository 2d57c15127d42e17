//! Documents from a template that an office edits in Word: fields by name, and rows of tables that are repeated.
//!
//! In: the bytes of a .docx with fields such as `{{Tên đơn vị}}`, and the fields that there are. Out: all that is wrong in it, or a
//! template that gives a document for any values, the same bytes for the same ones. Fields are names and nothing else. Not for: what
//! the values say; not for templates with logic in them.
//!
//! A field is found in the text of its paragraph, over however many runs Word has split it, and takes the format of its first
//! character. A row that holds fields of a list is repeated for each of its lines; where the list is empty a sentence stands in place
//! of the table. All else stays byte by byte: of a part without fields the compressed bytes themselves.

mod container;
mod field_marks;
mod filling;
mod inspect;
mod scan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::base::error::{DocumentPart, TemplateFault};
use crate::base::lang::Phrase;
use crate::base::outside::Shown;
use crate::base::text;
use crate::output::docx_template::scan::ScannedPart;

/// What stands for a value that nobody has: it is filled in by hand.
pub const BLANK: &str = "………………………";

/// A field that a template may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its name, as it is written between the braces; case, tones' places and spaces do not matter.
    pub name: &'static str,
    /// What it becomes, for the author of a template.
    pub about: Phrase,
    /// The list it is of; `None`: it has one value in the document.
    pub list: Option<&'static str>,
    /// Whether a template without it does not say what it is for.
    pub is_needed: bool,
}

/// What fills a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldValues {
    /// Values of fields by their names.
    pub single: Vec<(&'static str, String)>,
    /// Lists.
    pub lists: Vec<ListValues>,
}

/// The lines of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListValues {
    /// Which list.
    pub list: &'static str,
    /// The sentence for a list without lines.
    pub none: &'static str,
    /// Values of the fields of each line.
    pub rows: Vec<Vec<(&'static str, String)>>,
}

/// A template without a fault.
#[derive(Debug)]
pub struct DocxTemplate {
    bytes: Vec<u8>,
    parts: Vec<ScannedPart>,
    fields: &'static [FieldSpec],
}

impl DocxTemplate {
    /// Reads and checks a template.
    ///
    /// # Errors
    /// All that is wrong in it.
    pub fn read(
        bytes: Vec<u8>,
        fields: &'static [FieldSpec],
    ) -> Result<DocxTemplate, Vec<TemplateFault>> {
        let parts = container::parts(&bytes).map_err(|problem| {
            vec![TemplateFault {
                place: None,
                problem,
            }]
        })?;
        let faults = inspect::faults(&parts, fields);
        if faults.is_empty() {
            Ok(DocxTemplate {
                bytes,
                parts,
                fields,
            })
        } else {
            Err(faults)
        }
    }

    /// The document with these values.
    ///
    /// # Errors
    /// The package cannot be written, which is a fault of this program.
    pub fn fill(&self, values: &FieldValues) -> Result<Vec<u8>, zip::result::ZipError> {
        let changed: BTreeMap<&str, String> = self
            .parts
            .iter()
            .filter_map(|part| {
                Some((
                    part.name.as_str(),
                    filling::filled(part, self.fields, values)?,
                ))
            })
            .collect();
        container::with_parts(&self.bytes, &changed)
    }
}

/// The field of a name, however it is written.
fn field_of<'f>(fields: &'f [FieldSpec], name: &str) -> Option<&'f FieldSpec> {
    let key = text::key(name);
    fields.iter().find(|field| text::key(field.name) == key)
}

/// A value as it stands in a document: nothing in it is obeyed, and it is never empty.
fn shown(value: &str) -> String {
    let shown: String = Shown::lines(value).into();
    if shown.trim().is_empty() {
        BLANK.to_string()
    } else {
        shown
    }
}

/// The words of a document: each paragraph that holds any, of text and notes first, then of headers and footers; how they are spaced and
/// formatted is no matter. Nothing where the bytes are no document.
pub fn words_of(bytes: &[u8]) -> Option<Vec<String>> {
    let parts = container::parts(bytes).ok()?;
    let mut all = Vec::new();
    for part in &parts {
        let words = part.paragraphs.iter().map(|one| {
            let words = text::clean(&one.text);
            words.split_whitespace().collect::<String>()
        });
        // The number of a page, which each program works out for itself.
        let is_number = |words: &str| words.chars().all(|one| one.is_ascii_digit());
        let is_body = part.kind == DocumentPart::Body;
        all.extend(words.filter(|words| !words.is_empty() && (is_body || !is_number(words))));
    }
    Some(all)
}

/// A package of readable parts, the same bytes for the same ones.
///
/// # Errors
/// Names or sizes that no archive can have.
pub fn package(parts: &[(&str, &str)]) -> Result<Vec<u8>, zip::result::ZipError> {
    container::new(parts)
}
