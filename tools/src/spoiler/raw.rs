//! Files that are no workbooks, workbooks in the clothes of others, and texts in old encodings.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::Book;
use super::File;

/// An archive with one file in it.
///
/// # Errors
/// When it cannot be written.
pub fn zip(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    zip.start_file(name, options)?;
    zip.write_all(bytes)?;
    Ok(zip.finish()?.into_inner())
}

/// A web page with one table a sheet, as old office software exports it under the name .xls.
pub fn html(book: &Book) -> Vec<u8> {
    let mut page = "<html><head><meta charset=\"utf-8\"></head><body>\n".to_string();
    let shown = book.sheets.iter().filter(|sheet| sheet.name != "_tonghop");
    for sheet in shown {
        page.push_str("<table>\n");
        for row in 0..sheet.end() {
            page.push_str("<tr>");
            let last = sheet.row(row).last().map_or(0, |(column, _)| column + 1);
            for column in 0..last {
                let text = sheet.text((row, column));
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                let _ = write!(page, "<td>{text}</td>");
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</table>\n");
    }
    page.push_str("</body></html>\n");
    page.into_bytes()
}

/// The head of a workbook that needs a password: a compound file with the streams of encrypted Office files.
pub fn encrypted() -> Vec<u8> {
    let mut bytes = vec![0; 512];
    bytes.splice(..8, *b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for stream in ["EncryptionInfo", "EncryptedPackage"] {
        let name = stream.encode_utf16().chain([0]);
        let mut entry: Vec<u8> = name.flat_map(u16::to_le_bytes).collect();
        let length = entry.len() as u8;
        entry.resize(128, 0);
        entry.splice(64..67, [length, 0, 2]);
        bytes.extend(entry);
    }
    bytes
}

/// A page that was scanned.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".to_vec()
}

/// What else lies about in such a folder.
pub fn others() -> Vec<File> {
    let mut owner = vec![0_u8; 165];
    owner.splice(..8, *b"\x07Nguyen ");
    let file = |name: &str, bytes: &[u8]| (name.to_string(), bytes.to_vec());
    vec![
        file("Dot 1/~$So TNMT.xlsx", &owner),
        file("Dot 1/Thumbs.db", b"thumbs"),
        file("desktop.ini", b"[.ShellClassInfo]\r\n"),
        file("Huyen/UBND huyen Kon Ray.xlsx", b""),
        file("Dot 2/So NNPTNT.rar", b"Rar!\x1a\x07\x01\x00damaged"),
        file(
            "Dot 2/Cong van gui kem.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not a workbook",
        ),
        file("Dot 1/anh chup man hinh.png", b"\x89PNG\r\n\x1a\n"),
    ]
}

/// The letters of TCVN 5712:1993 from 0xA1 on; a space is no letter.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// A text as fonts such as `.VnTime` store it.
pub fn tcvn3(text: &str) -> String {
    let at = |c: char| TCVN3.chars().position(|one| one == c && c != ' ');
    let code = |c: char| {
        let small = || c.to_lowercase().next().and_then(at);
        let place = at(c).or_else(|| small().filter(|_| !c.is_ascii()));
        place
            .and_then(|place| char::from_u32(0xa1 + place as u32))
            .unwrap_or(c)
    };
    text.chars().map(code).collect()
}

/// UTF-8 read as Windows-1252.
pub fn mojibake(text: &str) -> String {
    let read = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
    read.0.into_owned()
}
