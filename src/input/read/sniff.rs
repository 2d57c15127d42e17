//! What a file really is, told from its bytes.
//!
//! In: the bytes of a file. Out: a [`FileKind`]. Not for: file names and extensions, which lie.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::input::read::charset;
use crate::input::read::compound;
use crate::input::read::file_kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::package;

/// What the part `mimetype` of an .ods file says; templates say a little more.
pub(super) const ODS_MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// What these bytes are.
pub fn sniff(bytes: &[u8]) -> FileKind {
    match magic(bytes) {
        FileKind::Zip => match package::directory(bytes, &ReadLimits::default()) {
            Ok(mut archive) => zip_kind(&mut archive),
            Err(_) => FileKind::BrokenZip,
        },
        kind => kind,
    }
}

const MAGIC: [(&[u8], FileKind); 20] = [
    (b"PK\x03\x04", FileKind::Zip),
    (b"PK\x05\x06", FileKind::Zip),
    (b"Rar!\x1a\x07", FileKind::Rar),
    (b"7z\xbc\xaf\x27\x1c", FileKind::SevenZip),
    (b"\x78\x9f\x3e\x22", FileKind::Mail),
    (b"PAR1", FileKind::Parquet),
    (b"%PDF", FileKind::Pdf),
    (b"{\\rtf", FileKind::Word),
    (b"\x89PNG", FileKind::Image),
    (b"\xff\xd8\xff", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"II*\0", FileKind::Image),
    (b"MM\0*", FileKind::Image),
    (b"BM", FileKind::Image),
    (b"\x09\x00\x04\x00", FileKind::OldExcel),
    (b"\x09\x02\x06\x00", FileKind::OldExcel),
    (b"\x09\x04\x06\x00", FileKind::OldExcel),
    (b"\x09\x08\x08\x00", FileKind::OldExcel),
    (b"\x09\x08\x10\x00", FileKind::OldExcel),
    (b"\x09\x00\x06\x00", FileKind::OldExcel),
];

/// As [`sniff`], but every zip file is [`FileKind::Zip`].
pub(super) fn magic(bytes: &[u8]) -> FileKind {
    if bytes.is_empty() {
        return FileKind::Empty;
    }
    if bytes.starts_with(compound::SIGNATURE) {
        return compound::kind(bytes);
    }
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some(&(magic, kind)) = known {
        // A text may begin with BM; a bitmap has zero bytes in its head.
        let head = bytes.get(..26.min(bytes.len())).unwrap_or_default();
        if magic != b"BM" || head.contains(&0) {
            return kind;
        }
    }
    match bytes.get(4..12) {
        Some(brand) if brand.starts_with(b"ftyphei") || brand.starts_with(b"ftypmif") => {
            return FileKind::Image;
        }
        _ => {}
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return FileKind::Image;
    }
    text_kind(bytes)
}

/// What a file without any magic number is, by its first 4 KiB.
fn text_kind(bytes: &[u8]) -> FileKind {
    let head = bytes.get(..4096.min(bytes.len())).unwrap_or_default();
    if head.iter().all(|&b| b == 0) {
        return FileKind::Zeros;
    }
    let is_utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let text: String = if is_utf16 {
        charset::decode(head, None).to_lowercase()
    } else {
        let chars = head.iter().map(|&byte| char::from(byte));
        chars.map(|c| c.to_ascii_lowercase()).collect()
    };
    let controls = text
        .chars()
        .filter(|&c| c < ' ' && !matches!(c, '\t' | '\r' | '\n' | '\x0c'))
        .count();
    if controls > 0 {
        return FileKind::Unknown;
    }
    let start = text.trim_start_matches(|c: char| {
        c.is_whitespace() || "\u{ef}\u{bb}\u{bf}\u{ff}\u{fe}".contains(c)
    });
    let is_page = ["<html", "<!doctype html"]
        .iter()
        .any(|tag| start.contains(tag));
    if let Some(kind) = mail_kind(start) {
        kind
    } else if !is_page && start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        FileKind::SpreadsheetMl2003
    } else if is_page || start.contains("<table") {
        FileKind::Html
    } else if start.starts_with("<?xml") {
        FileKind::Xml
    } else {
        FileKind::Text
    }
}

/// What a text that begins with the head of a mail is: web archives have such heads as well, but nobody whom they were sent to.
fn mail_kind(start: &str) -> Option<FileKind> {
    let head = start.lines().take_while(|line| !line.trim().is_empty());
    let lines: Vec<&str> = head.collect();
    let has = |name: &str| lines.iter().any(|line| line.starts_with(name));
    let is_field = |line: &&str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
        line.starts_with([' ', '\t']) || !name.is_empty() && name.chars().all(is_letter)
    };
    if !lines.iter().all(is_field) {
        return None;
    }
    let was_sent = [
        "to:",
        "received:",
        "delivered-to:",
        "message-id:",
        "x-unsent:",
    ];
    if was_sent.iter().any(|name| has(name)) && (has("from:") || has("subject:")) {
        Some(FileKind::Mail)
    } else {
        has("mime-version:").then_some(FileKind::WebArchive)
    }
}

/// What a zip file holds, by the names of its parts.
pub(super) fn zip_kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> FileKind {
    let mut kind = FileKind::Zip;
    let (mut mimetype, mut types, mut content) = (None, None, None);
    for (number, name) in archive.file_names().enumerate() {
        let Ok(name) = name else { continue };
        let name = name.replace('\\', "/").to_ascii_lowercase();
        match name.as_str() {
            "mimetype" => mimetype = Some(number),
            "content.xml" => content = Some(number),
            "[content_types].xml" => types = Some(number),
            "xl/workbook.bin" => return FileKind::Xlsb,
            _ if name.starts_with("xl/") => kind = FileKind::Xlsx,
            _ if kind != FileKind::Zip => {}
            _ if name.starts_with("word/") => kind = FileKind::Word,
            _ if name.starts_with("ppt/") => kind = FileKind::PowerPoint,
            _ => {}
        }
    }
    if let Some(part) = mimetype {
        return open_document_kind(&head(archive, part, 256));
    }
    if let (FileKind::Zip, Some(part)) = (kind, types) {
        let types = head(archive, part, 1 << 20);
        if types.contains("sheet.binary") {
            return FileKind::Xlsb;
        }
        if types.contains("spreadsheetml") {
            return FileKind::Xlsx;
        }
    }
    match (kind, content) {
        (FileKind::Zip, Some(part))
            if head(archive, part, 1 << 16).contains("office:spreadsheet") =>
        {
            FileKind::Ods
        }
        _ => kind,
    }
}

fn open_document_kind(mimetype: &str) -> FileKind {
    let mimetype = mimetype.trim();
    if mimetype.starts_with(ODS_MIMETYPE) {
        FileKind::Ods
    } else if mimetype.starts_with("application/vnd.oasis.opendocument") {
        FileKind::OpenDocument
    } else {
        FileKind::Zip
    }
}

/// The first bytes of a part as text; empty if it cannot be read.
fn head(archive: &mut ZipArchive<Cursor<&[u8]>>, part: usize, bytes: u64) -> String {
    let mut found = Vec::new();
    if let Ok(entry) = archive.by_index(part) {
        // What was read before an error is still of use.
        let _ = entry.take(bytes).read_to_end(&mut found);
    }
    charset::utf16_part(&found).unwrap_or_else(|| String::from_utf8_lossy(&found).into_owned())
}
