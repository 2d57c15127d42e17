//! The parts of a document that lies there, within bounds.
//!
//! In: bytes of a package. Out: texts of its parts. Not for: what stands in them.

use std::io::{Cursor, Read};

use quick_xml::events::BytesStart;
use zip::ZipArchive;

/// The most bytes of all parts that are read, unpacked.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The most parts that are looked at.
const MOST_PARTS: usize = 2_000;

/// The custom document property by which an annex of ours is known: a checksum of what stands outside the places for the author, and
/// how many lines of the body that are.
pub(super) const MARK: &str = "tonghop-phu-luc";
/// The property with the places for the author, parted by blanks, each with the mark of its prompt and the count of lines before it
/// behind colons.
pub(super) const PLACES: &str = "tonghop-phu-luc-cho-viet";
/// The property with the marks of the words to the author, parted by blanks: each of them may be deleted.
pub(super) const NOTES: &str = "tonghop-phu-luc-luu-y";

/// The property with the looks of what stands outside the places: a checksum, and measures.
pub(super) const LOOKS: &str = "tonghop-phu-luc-dinh-dang";

/// The parts of a document that hold text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DocumentParts {
    /// The body.
    pub(super) body: String,
    /// The styles; empty without any.
    pub(super) styles: String,
    /// Footnotes; empty without any.
    pub(super) footnotes: String,
    /// What stands above and below each page, by the names of the parts.
    pub(super) around: Vec<String>,
    /// Custom properties; empty without any.
    pub(super) properties: String,
}

impl DocumentParts {
    /// Reads a package. `None`: it is no document, or larger than any.
    pub(super) fn read(bytes: &[u8]) -> Option<DocumentParts> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        if archive.len() > MOST_PARTS {
            return None;
        }
        let mut names: Vec<String> = archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect();
        names.sort();
        let mut left = MOST_BYTES;
        let mut text = |name: &str| -> Option<String> {
            let part = archive.by_name(name).ok()?;
            let mut bytes = Vec::new();
            part.take(left + 1).read_to_end(&mut bytes).ok()?;
            left = left.checked_sub(bytes.len() as u64)?;
            String::from_utf8(bytes).ok()
        };
        let is_around =
            |name: &&String| name.starts_with("word/header") || name.starts_with("word/footer");
        let around: Option<Vec<String>> = names
            .iter()
            .filter(is_around)
            .map(|one| text(one))
            .collect();
        let is_there = |name: &str| names.iter().any(|one| one == name);
        let mut optional = |name: &str| {
            if is_there(name) {
                text(name)
            } else {
                Some(String::new())
            }
        };
        Some(DocumentParts {
            around: around?,
            styles: optional("word/styles.xml")?,
            footnotes: optional("word/footnotes.xml")?,
            properties: optional("docProps/custom.xml")?,
            body: is_there("word/document.xml").then(|| optional("word/document.xml"))??,
        })
    }

    /// The value of a custom property.
    pub(super) fn property(&self, name: &str) -> Option<String> {
        let (_, behind) = self.properties.split_once(&format!("name=\"{name}\""))?;
        let (own, _) = behind
            .split_once("</property>")
            .or_else(|| behind.split_once("</op:property>"))?;
        let value = own.split_once("lpwstr>")?.1.split('<').next()?;
        Some(quick_xml::escape::unescape(value).ok()?.into_owned())
    }
}

/// The value of an attribute.
pub(super) fn attribute(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let mut all = tag.attributes().flatten();
    let found = all.find(|one| one.key.as_ref() == key)?;
    quick_xml::escape::unescape(&found.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}
