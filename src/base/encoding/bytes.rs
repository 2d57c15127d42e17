//! Characters back to the bytes that they were read from.
//!
//! In: a character. Out: the byte that Windows-1252, Windows-1258 or Latin-1 shows as this character. The three never show
//! two bytes as one character, so that the answer does not depend on which one was at work. Not for: what the byte means.

/// Windows-1252 from 0x80 to 0x9F; the five bytes that it leaves out come out as control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The letters and tone marks in which Windows-1258 differs from Latin-1, from 0xA0.
const WINDOWS_1258: [(u8, char); 14] = [
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
    (0xfe, '₫'),
];

/// The byte that a character was read from, if it can have been read from one.
pub(super) fn byte_of(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let special = WINDOWS_1252.iter().position(|&one| one == c);
    special.map(|index| 0x80 + index as u8).or_else(|| {
        WINDOWS_1258
            .iter()
            .find(|(_, one)| *one == c)
            .map(|(byte, _)| *byte)
    })
}

/// The letter or tone mark that Windows-1258 has for a byte, where it is not that of Latin-1.
pub(super) fn windows_1258(byte: u8) -> Option<char> {
    WINDOWS_1258
        .iter()
        .find(|(one, _)| *one == byte)
        .map(|(_, c)| *c)
}

/// Decodes word by word. A word in which a character stands for no byte is none in an old encoding and stays as it is, and
/// so does one of plain ASCII. `None`: no word changes, or `decode` refuses one.
pub(super) fn by_words(
    text: &str,
    decode: impl Fn(&[(char, u8)]) -> Option<String>,
) -> Option<String> {
    let mut decoded = String::with_capacity(text.len() + 8);
    let mut changed = false;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end_matches(char::is_whitespace);
        let space = piece.get(word.len()..).unwrap_or_default();
        let bytes: Option<Vec<(char, u8)>> = if word.is_ascii() {
            None
        } else {
            word.chars().map(|c| Some((c, byte_of(c)?))).collect()
        };
        match bytes {
            None => decoded.push_str(word),
            Some(bytes) => {
                let new = decode(&bytes)?;
                changed |= new != word;
                decoded.push_str(&new);
            }
        }
        decoded.push_str(space);
    }
    changed.then_some(decoded)
}
