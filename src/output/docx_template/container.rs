//! The package around a document: which of its parts hold text, and the same package with some of them changed.
//!
//! In: bytes of somebody's .docx. Out: its text, within bounds; the package with other text, everything else copied as it is. Not for:
//! what the text says.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::base::error::{DocumentPart, TemplateProblem};
use crate::output::docx_template::scan::{self, ScannedPart};

/// The most bytes of a template, and of all its text unpacked.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The most parts of a template.
const MOST_PARTS: usize = 2_000;
/// The part that says of what kind each of them is.
const TYPES: &str = "[Content_Types].xml";
/// What the kinds of parts that hold text begin with.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
/// How these kinds go on.
const KINDS: [(&str, DocumentPart); 5] = [
    ("document.main+xml", DocumentPart::Body),
    ("header+xml", DocumentPart::Header),
    ("footer+xml", DocumentPart::Footer),
    ("footnotes+xml", DocumentPart::Notes),
    ("endnotes+xml", DocumentPart::Notes),
];

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The parts that hold text, the text itself first.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<ScannedPart>, TemplateProblem> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TemplateProblem::TooLarge);
    }
    let not = |_| TemplateProblem::NotADocument;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not)?;
    if archive.len() > MOST_PARTS {
        return Err(TemplateProblem::TooLarge);
    }
    let mut left = MOST_BYTES;
    let types = text(&mut archive, TYPES, &mut left)?;
    let mut named = kinds(&types)?;
    named.sort_by_key(|(_, kind)| *kind != DocumentPart::Body);
    if named
        .first()
        .is_none_or(|(_, kind)| *kind != DocumentPart::Body)
    {
        return Err(TemplateProblem::NotADocument);
    }
    let mut parts = Vec::with_capacity(named.len());
    for (name, kind) in named {
        let xml = text(&mut archive, &name, &mut left)?;
        parts.push(scan::part(name, kind, xml).ok_or(TemplateProblem::NotADocument)?);
    }
    Ok(parts)
}

/// The text of a part, of which so many bytes may still be read.
fn text(archive: &mut Archive<'_>, name: &str, left: &mut u64) -> Result<String, TemplateProblem> {
    let part = archive
        .by_name(name)
        .map_err(|_| TemplateProblem::NotADocument)?;
    let mut bytes = Vec::new();
    part.take(*left + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| TemplateProblem::NotADocument)?;
    *left = left
        .checked_sub(bytes.len() as u64)
        .ok_or(TemplateProblem::TooLarge)?;
    String::from_utf8(bytes).map_err(|_| TemplateProblem::NotADocument)
}

/// The names of the parts that hold text, each with what it is.
fn kinds(types: &str) -> Result<Vec<(String, DocumentPart)>, TemplateProblem> {
    let mut reader = Reader::from_str(types);
    let mut found = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => found.extend(kind(&tag)),
            Ok(Event::Eof) => return Ok(found),
            Ok(_) => {}
            Err(_) => return Err(TemplateProblem::NotADocument),
        }
    }
}

fn kind(tag: &BytesStart<'_>) -> Option<(String, DocumentPart)> {
    let value = |key: &str| {
        let mut all = tag.attributes().flatten();
        let found = all.find(|one| one.key.as_ref() == key)?;
        quick_xml::escape::unescape(&found.value)
            .ok()
            .map(Cow::into_owned)
    };
    let content = value("ContentType")?;
    let content = content.strip_prefix(WORD)?;
    let (_, kind) = KINDS.iter().find(|(one, _)| *one == content)?;
    let name = value("PartName")?;
    Some((name.trim_start_matches('/').to_string(), *kind))
}

/// The package with other text in some parts; the others are copied as they are, still compressed.
pub(super) fn with_parts(
    bytes: &[u8],
    changed: &BTreeMap<&str, String>,
) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index)?;
        let name = part.name().map(Cow::into_owned).unwrap_or_default();
        match changed.get(name.as_str()) {
            Some(xml) => {
                writer.start_file(name, options())?;
                writer.write_all(xml.as_bytes())?;
            }
            None => writer.raw_copy_file(part)?,
        }
    }
    Ok(writer.finish()?.into_inner())
}

/// A package of these parts.
pub(super) fn new(parts: &[(&str, &str)]) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        writer.start_file(*name, options())?;
        writer.write_all(xml.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Compressed, without a time.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
}
