//! Bytes of old encodings as text.
//!
//! In: bytes, and what a document says of its encoding. Out: text. Not for: fonts that show other letters than those stored
//! (TCVN3, VNI), which only known labels can tell.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::base::text;

/// The text of a document: by its byte order mark, else as UTF-8 if it is UTF-8 throughout, else by the encoding that it
/// declares, else in the Vietnamese code page if that gives Vietnamese letters, else in the Western one.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(text).0.into_owned();
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_string();
    }
    let declared = declared
        .and_then(|label| Encoding::for_label(label.trim().as_bytes()))
        .filter(|encoding| encoding.is_single_byte() || *encoding == UTF_8);
    match declared {
        Some(encoding) => {
            let text = encoding.decode_without_bom_handling(bytes).0;
            text.nfc().collect()
        }
        None => vietnamese(bytes).unwrap_or_else(|| {
            let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
            text.into_owned()
        }),
    }
}

/// The encoding that a web page or an XML document declares in its first bytes.
pub(crate) fn declared(bytes: &[u8]) -> Option<&str> {
    const HEAD_BYTES: usize = 4096;
    let head = bytes.get(..HEAD_BYTES.min(bytes.len()))?;
    let lower = head.to_ascii_lowercase();
    let keys: [&[u8]; 2] = [b"charset=", b"encoding="];
    let start = keys
        .into_iter()
        .find_map(|key| Some(memchr::memmem::find(&lower, key)? + key.len()))?;
    let value = head.get(start..)?.trim_ascii_start();
    let value = value
        .strip_prefix(b"\"")
        .or(value.strip_prefix(b"'"))
        .unwrap_or(value);
    let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let end = value.iter().position(|byte| !is_label(byte))?;
    std::str::from_utf8(value.get(..end)?).ok()
}

/// UTF-16 without a mark: every other byte of the first few is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes.get(..4)? {
        [a, 0, b, 0] if *a != 0 && *b != 0 => Some(encoding_rs::UTF_16LE),
        [0, a, 0, b] if *a != 0 && *b != 0 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// The text of an XML part in UTF-16, without the declaration that says so; `None` for all other bytes. A package may hold such parts
/// (ECMA-376 part 2, 8.2.2).
pub(super) fn utf16_part(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = match bytes.get(..4)? {
        [0xff, 0xfe, b'<', 0] => (encoding_rs::UTF_16LE, 2),
        [0xfe, 0xff, 0, b'<'] => (encoding_rs::UTF_16BE, 2),
        [b'<', 0, letter, 0] if *letter != 0 => (encoding_rs::UTF_16LE, 0),
        [0, b'<', 0, letter] if *letter != 0 => (encoding_rs::UTF_16BE, 0),
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling(bytes.get(mark..)?).0;
    let declaration = text
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    Some(declaration.map_or_else(|| text.clone().into_owned(), |(_, rest)| rest.to_string()))
}

/// The bytes in the Vietnamese code page (1258), if every letter that comes out is one of Vietnamese.
pub(crate) fn vietnamese(bytes: &[u8]) -> Option<String> {
    let (text, malformed) = WINDOWS_1258
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map_or((std::borrow::Cow::Borrowed(""), true), |text| (text, false));
    if malformed {
        return None;
    }
    let text: String = text.nfc().collect();
    let is_vietnamese = |c: char| {
        c.is_ascii()
            || matches!(
                c,
                '\u{a0}'
                    | '«'
                    | '»'
                    | '‘'
                    | '’'
                    | '“'
                    | '”'
                    | '–'
                    | '—'
                    | '…'
                    | '•'
                    | '°'
                    | '²'
                    | '₫'
            )
            || c.is_alphabetic() && {
                let bare = text::strip_marks(&c.to_string());
                bare.len() == 1 && bare.is_ascii()
            }
    };
    let fits = !text.chars().any(is_combining_mark) && text.chars().all(is_vietnamese);
    fits.then_some(text)
}

/// The bytes in the code page of MS-DOS (437), which zip prescribes for names that are not UTF-8.
pub(crate) fn code_page_437(bytes: &[u8]) -> String {
    const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    let letter = |byte: u8| match byte.checked_sub(128) {
        None => char::from(byte),
        Some(upper) => UPPER.chars().nth(usize::from(upper)).unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(|&byte| letter(byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_bytes_become_letters() {
        // Sở Tư pháp in the Vietnamese code page: the tone is a byte of its own.
        let name = b"S\xf5\xd2 T\xfd ph\xe1p";
        assert_eq!(decode(name, None), "Sở Tư pháp");
        assert_eq!(decode(name, Some("windows-1258")), "Sở Tư pháp");
        assert_eq!(decode(b"S\xf5", Some("windows-1252")), "Sõ");
        assert_eq!(decode(b"\xff\xfeS\0\xdf\x1e", None), "Sở");
        assert_eq!(decode(b"a\0b\0", None), "ab");
        assert_eq!(decode("Sở".as_bytes(), Some("windows-1258")), "Sở");
        assert_eq!(
            declared(b"<meta content='text/html; Charset=windows-1258'>"),
            Some("windows-1258")
        );
        assert_eq!(
            declared(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
            Some("UTF-8")
        );
        assert_eq!(declared(b"<html>"), None);
        let little =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let big =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
        for text in [
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>Sở</a>",
            "<a>Sở</a>",
        ] {
            for text in [text.to_string(), format!("\u{feff}{text}")] {
                for bytes in [little(&text), big(&text)] {
                    assert_eq!(utf16_part(&bytes).as_deref(), Some("<a>Sở</a>"));
                }
            }
        }
        assert_eq!(utf16_part(b"<?xml version='1.0'?><a/>"), None);
        assert_eq!(utf16_part(b"\x83\x01\0\x9f"), None);
        // A byte of the old fonts leaves a tone alone.
        assert_eq!(vietnamese(b"b\xcc"), None);
        assert_eq!(code_page_437(b"caf\x82\xff"), "café\u{a0}");
    }
}
