//! Puts the seal into a workbook that was written, as one more sheet that nobody sees.
//!
//! In: the bytes of a workbook of ours and its seal. Out: the same workbook with the sheet. The other parts are copied as they
//! are, so that nothing is compressed twice; those that list the sheets get one more. Not for: computing checksums of cells.

use std::io::{Cursor, Read, Write};

use sha2::{Digest, Sha256};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::base::lang::Lang;
use crate::base::seal::{SHEET, Seal, hex};
use crate::output::words;

/// The part that holds the seal.
const PART: &str = "xl/worksheets/tonghop.xml";
/// What stands before the checksum of the other parts.
const UNTOUCHED: &str = "untouched:";
/// Bytes of the seal's part that are looked at: far more than the longest list needs.
const LONGEST: u64 = 64 * 1024 * 1024;
/// The relation of the workbook to the sheet.
const RELATION: &str = "rIdTonghop";

/// The workbook with parts of archives that take the places of those of their names, and with its seal.
///
/// # Errors
/// [`ZipError`] for bytes that are no workbook.
pub fn sealed(
    workbook: &[u8],
    parts: &[&[u8]],
    seal: &Seal,
    lang: Lang,
) -> Result<Vec<u8>, ZipError> {
    let bytes = copied(workbook, parts, true)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice()))?;
    let others = checksum(&mut archive)?;
    let mut writer = ZipWriter::new_append(Cursor::new(bytes))?;
    add(&mut writer, PART, &sheet(seal, &others, lang))?;
    Ok(writer.finish()?.into_inner())
}

/// The workbook with such parts, without a seal.
///
/// # Errors
/// As [`sealed`].
pub fn unsealed(workbook: &[u8], parts: &[&[u8]]) -> Result<Vec<u8>, ZipError> {
    if parts.is_empty() {
        return Ok(workbook.to_vec());
    }
    copied(workbook, parts, false)
}

/// The workbook with such parts; where it is to be sealed, one more sheet is listed.
fn copied(workbook: &[u8], parts: &[&[u8]], is_to_be_sealed: bool) -> Result<Vec<u8>, ZipError> {
    let open = |bytes| ZipArchive::new(Cursor::new(bytes));
    let mut archive = open(workbook)?;
    let of_parts: usize = parts.iter().map(|part| part.len()).sum();
    let room = (workbook.len() + of_parts) * 9 / 8;
    let mut parts: Vec<_> = parts
        .iter()
        .map(|bytes| open(*bytes))
        .collect::<Result<_, _>>()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(room)));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        let listed = match name.as_str() {
            "[Content_Types].xml" | "xl/workbook.xml" | "xl/_rels/workbook.xml.rels"
                if is_to_be_sealed =>
            {
                let mut text = String::new();
                part.read_to_string(&mut text)?;
                Some(listed(&name, &text))
            }
            _ => None,
        };
        drop(part);
        let other = parts
            .iter_mut()
            .find_map(|one| Some((one.index_for_name(&name)?, one)));
        match (listed, other) {
            (Some(text), _) => add(&mut writer, &name, &text)?,
            (None, Some((index, other))) => writer.raw_copy_file(other.by_index_raw(index)?)?,
            (None, None) => writer.raw_copy_file(archive.by_index_raw(index)?)?,
        }
    }
    Ok(writer.finish()?.into_inner())
}

/// A part of a workbook as text.
///
/// # Errors
/// [`ZipError`] for bytes that are no workbook, and where there is no such part.
pub fn part(workbook: &[u8], name: &str) -> Result<String, ZipError> {
    let mut text = String::new();
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

/// How parts are written.
pub fn usual_options() -> SimpleFileOptions {
    // The date of the other parts, never the clock's.
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
}

/// Whether no part of a sealed workbook has changed since it was written.
pub fn is_untouched(workbook: &[u8]) -> bool {
    own_checksum(workbook).is_ok_and(|same| same)
}

fn own_checksum(workbook: &[u8]) -> Result<bool, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let expected = format!("{UNTOUCHED}{}<", checksum(&mut archive)?);
    let mut start = Vec::new();
    archive
        .by_name(PART)?
        .take(LONGEST)
        .read_to_end(&mut start)?;
    Ok(memchr::memmem::find(&start, expected.as_bytes()).is_some())
}

/// The checksum of all parts but the seal's own, by what the zip directory says of them.
fn checksum(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<String, ZipError> {
    let mut sum = Sha256::new();
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index)?;
        let name = part.name()?;
        if name != PART {
            sum.update(format!("{name}\n{}\n{}\n", part.crc32(), part.size()));
        }
    }
    let digest = sum.finalize();
    Ok(hex(&digest))
}

fn add<W: Write + std::io::Seek>(
    writer: &mut ZipWriter<W>,
    name: &str,
    text: &str,
) -> Result<(), ZipError> {
    writer.start_file(name, usual_options())?;
    writer.write_all(text.as_bytes())?;
    Ok(())
}

/// A part that lists the sheets, with one more.
fn listed(name: &str, text: &str) -> String {
    let (before, what) = match name {
        "[Content_Types].xml" => (
            "</Types>",
            format!(
                "<Override PartName=\"/{PART}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            ),
        ),
        "xl/workbook.xml" => {
            let is_taken = |name: &str| text.contains(&format!("<sheet name=\"{name}\""));
            let mut own = SHEET.to_string();
            while is_taken(&own) {
                own.push('_');
            }
            let number = text.matches("<sheet ").count() + 1;
            (
                "</sheets>",
                format!(
                    "<sheet name=\"{own}\" sheetId=\"{number}\" state=\"veryHidden\" r:id=\"{RELATION}\"/>"
                ),
            )
        }
        _ => (
            "</Relationships>",
            format!(
                "<Relationship Id=\"{RELATION}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/tonghop.xml\"/>"
            ),
        ),
    };
    text.replacen(before, &format!("{what}{before}"), 1)
}

/// The sheet: the lines of the seal, and beside the first of them the checksum of the other parts and what the sheet is for.
fn sheet(seal: &Seal, others: &str, lang: Lang) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    for (row, (one, other)) in (1_u32..).zip(seal.lines()) {
        xml.push_str(&format!("<row r=\"{row}\">"));
        cell(&mut xml, 'A', row, &one);
        cell(&mut xml, 'B', row, &other);
        if row == 1 {
            cell(&mut xml, 'C', row, &format!("{UNTOUCHED}{others}"));
            cell(&mut xml, 'D', row, words::SEAL.get(lang));
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

fn cell(xml: &mut String, column: char, row: u32, text: &str) {
    let text = quick_xml::escape::escape(text);
    xml.push_str(&format!(
        "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
    ));
}
