//! The parts of a document that lies there, within bounds, and the package of a new one.
//!
//! In: bytes of a package. Out: texts of its parts. Not for: what stands in them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::output::annex::content::Annex;
use crate::output::annex::controls::Carried;
use crate::output::annex::document;
use crate::output::annex::written;
use crate::output::docx_template;

/// The most bytes of all parts that are read, unpacked.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The most parts that are looked at.
const MOST_PARTS: usize = 2_000;

/// The custom document property by which an annex of ours is known: a checksum of what stands outside the places for the author.
pub(super) const MARK: &str = "tonghop-phu-luc";
/// The property with the places for the author, parted by blanks, each with the mark of its prompt behind a colon.
pub(super) const PLACES: &str = "tonghop-phu-luc-cho-viet";

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
        let is_around = |name: &&String| {
            name.ends_with(".xml")
                && (name.starts_with("word/header") || name.starts_with("word/footer"))
        };
        let around: Option<Vec<String>> = names
            .iter()
            .filter(is_around)
            .map(|one| text(one))
            .collect();
        let is_there = |name: &str| names.iter().any(|one| one == name);
        let mut optional = |name: &str| match is_there(name) {
            true => text(name),
            false => Some(String::new()),
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

/// The document of an annex.
///
/// # Errors
/// What no package can hold.
pub(super) fn package(annex: &Annex, carried: &Carried) -> Result<Vec<u8>, ZipError> {
    let filled = |template: &str, field: &str, value: &str| {
        template.replace(&format!("{{{{{field}}}}}"), value)
    };
    let above = document::above_pages(annex);
    let parts = DocumentParts {
        body: filled(
            include_str!("../../../templates/annex/document.xml"),
            "body",
            &document::body(annex, carried),
        ),
        styles: include_str!("../../../templates/annex/styles.xml").to_string(),
        footnotes: filled(
            include_str!("../../../templates/annex/footnotes.xml"),
            "footnotes",
            &document::footnotes(annex),
        ),
        around: vec![
            filled(
                include_str!("../../../templates/annex/header-first.xml"),
                "provisional",
                &above,
            ),
            filled(
                include_str!("../../../templates/annex/header.xml"),
                "provisional",
                &above,
            ),
        ],
        properties: String::new(),
    };
    let mark = written::Written::read(&parts).map(|found| found.mark());
    let properties = filled(
        include_str!("../../../templates/annex/custom.xml"),
        "mark",
        &mark.unwrap_or_default(),
    );
    let places = document::noted_places(annex);
    let properties = filled(&properties, "places", &document::escaped(&places));
    let mut all = vec![
        (
            "[Content_Types].xml",
            include_str!("../../../templates/annex/content-types.xml"),
        ),
        (
            "_rels/.rels",
            include_str!("../../../templates/annex/rels.xml"),
        ),
        ("word/document.xml", parts.body.as_str()),
        (
            "word/_rels/document.xml.rels",
            include_str!("../../../templates/annex/document-rels.xml"),
        ),
        ("word/styles.xml", parts.styles.as_str()),
        (
            "word/settings.xml",
            include_str!("../../../templates/annex/settings.xml"),
        ),
        ("word/footnotes.xml", parts.footnotes.as_str()),
        ("docProps/custom.xml", properties.as_str()),
    ];
    let names = ["word/header1.xml", "word/header2.xml"];
    all.extend(
        names
            .into_iter()
            .zip(parts.around.iter().map(String::as_str)),
    );
    docx_template::package(&all)
}
