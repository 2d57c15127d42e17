//! The package of a new annex.
//!
//! In: an annex, and what its author has written into an earlier one. Out: bytes, the same for the same. Not for: what stands in it.

use zip::result::ZipError;

use crate::base::outside::Shown;
use crate::output::annex::by_hand::{HandWritten, OutsideLine};
use crate::output::annex::content::Annex;
use crate::output::annex::document;
use crate::output::annex::opened::DocumentParts;
use crate::output::annex::tags::{Carried, mark_of};
use crate::output::docx_template;

/// A template with a value in place of a field.
fn filled(template: &str, field: &str, value: &str) -> String {
    template.replace(&format!("{{{{{field}}}}}"), value)
}

/// The parts that hold what the annex says.
fn parts(annex: &Annex, carried: &Carried) -> DocumentParts {
    let above = document::above_pages(annex);
    let header = |template: &str| filled(template, "provisional", &above);
    DocumentParts {
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
            header(include_str!("../../../templates/annex/header-first.xml")),
            header(include_str!("../../../templates/annex/header.xml")),
        ],
        properties: String::new(),
    }
}

/// What the document notes of its places: each tag with the mark of its prompt, and behind how many lines it stands.
fn noted_places(annex: &Annex, written: &HandWritten) -> String {
    let places = document::places(annex);
    let noted = places.iter().map(|one| {
        let behind = written.places.get(&one.tag).and_then(|place| place.behind);
        let behind = behind.map_or_else(String::new, |lines| lines.to_string());
        let mark = mark_of(&Shown::lines(&one.prompt));
        format!("{}:{mark}:{behind}", one.tag)
    });
    noted.collect::<Vec<_>>().join(" ")
}

/// By what the annex is known later.
fn properties(annex: &Annex, parts: &DocumentParts) -> Result<String, ZipError> {
    let unread = || ZipError::InvalidArchive("an annex of ours cannot be read back".into());
    let written = HandWritten::read(parts).ok_or_else(unread)?;
    let template = include_str!("../../../templates/annex/custom.xml");
    let mark = format!("{} {}", written.mark(), written.lines.len());
    let marked = filled(template, "mark", &mark);
    let notes: Vec<String> = written.notes.iter().map(OutsideLine::mark).collect();
    let listed = filled(&marked, "notes", &notes.join(" "));
    let looked = filled(&listed, "looks", &written.looks().noted());
    let places = document::escaped(&noted_places(annex, &written));
    Ok(filled(&looked, "places", &places))
}

/// The document of an annex.
///
/// # Errors
/// What no package can hold.
pub(super) fn package(annex: &Annex, carried: &Carried) -> Result<Vec<u8>, ZipError> {
    let parts = parts(annex, carried);
    let properties = properties(annex, &parts)?;
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
