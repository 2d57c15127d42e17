//! Rows that grow with what is written into them: Excel keeps the height of a row that somebody has set, and the library sets it so. The
//! height stays as it is stored, and only the word is taken off that says that a person chose it.
//!
//! In: the bytes of a form, and which of its sheets have such rows. Out: the same form. Not for: heights.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What says that the height of a row was chosen.
const CHOSEN: &str = " customHeight=\"1\"";

/// A form whose rows below a row grow, on the sheets at these places, from 1.
///
/// # Errors
/// [`ZipError`] for bytes that are no workbook.
pub(super) fn loosened(
    workbook: &[u8],
    sheets: std::ops::Range<usize>,
    below: u32,
) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    let parts: Vec<String> = sheets
        .map(|place| format!("xl/worksheets/sheet{place}.xml"))
        .collect();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        if !parts.contains(&name) {
            drop(part);
            writer.raw_copy_file(archive.by_index_raw(index)?)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        drop(part);
        writer.start_file(&name, SimpleFileOptions::default())?;
        writer.write_all(rows(&text, below).as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// A sheet's part with its rows below a row, from 0, left to grow.
fn rows(text: &str, below: u32) -> String {
    let mut loose = String::with_capacity(text.len());
    for (index, piece) in text.split("<row ").enumerate() {
        if index > 0 {
            loose.push_str("<row ");
        }
        let (head, rest) = piece.split_at(piece.find('>').unwrap_or(0));
        let number = head
            .strip_prefix("r=\"")
            .and_then(|head| head.split('"').next())
            .and_then(|number| number.parse::<u32>().ok());
        // Numbers in the file count from 1.
        let is_below = index > 0 && number.is_some_and(|number| number > below + 1);
        if is_below {
            loose.push_str(&head.replace(CHOSEN, ""));
        } else {
            loose.push_str(head);
        }
        loose.push_str(rest);
    }
    loose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_below_the_headings_grow() {
        let sheet = "<x customHeight=\"1\"/><row r=\"5\" ht=\"30\" customHeight=\"1\"><c/></row>\
            <row r=\"6\" ht=\"30\" customHeight=\"1\"><c><v>customHeight=\"1\"</v></c></row>";
        let loose = "<x customHeight=\"1\"/><row r=\"5\" ht=\"30\" customHeight=\"1\"><c/></row>\
            <row r=\"6\" ht=\"30\"><c><v>customHeight=\"1\"</v></c></row>";
        assert_eq!(rows(sheet, 4), loose);
    }
}
