//! The signs of fonts in a .docx document.
//!
//! In: a sign and its font. Out: what it looks like. Not for: letters.

/// What a sign looks like that a font of signs keeps at a letter, or at F000 and the letter; nothing where it is not told here. What
/// Symbol keeps at the signs of ASCII is almost the same sign, pictures of other fonts are not.
pub(super) fn sign_of_font(font: &str, sign: char) -> Option<char> {
    let code = match u32::from(sign) {
        code @ 0xf020..=0xf0ff => code - 0xf000,
        code @ 0x20..=0xff => code,
        _ => return None,
    };
    match (font, code) {
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => Some('☑'),
        ("Wingdings", 0xfd | 0x78) | ("Wingdings 2", 0x51 | 0x53 | 0x54) => Some('☒'),
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => Some('✓'),
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => Some('✗'),
        ("Wingdings", 0x6f | 0x70 | 0x71 | 0x72 | 0xa8) | ("Wingdings 2", 0x30 | 0xa3) => Some('☐'),
        (font, _) if font.starts_with("Wingdings") || font == "Webdings" => None,
        (_, 0x20..=0x7e) => char::from_u32(code),
        _ => None,
    }
}
