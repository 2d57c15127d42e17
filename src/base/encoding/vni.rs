//! VNI: a vowel and behind it a letter that stands for its marks, shown by fonts such as `VNI-Times`.
//!
//! In: text that was read as Latin-1 or Windows-1252. Out: its letters.

use unicode_normalization::UnicodeNormalization;

use crate::base::encoding::bytes::by_words;

/// What the second letter, as a small one, puts on an a, e or o: combining marks, the shape before the tone.
const MARKS: [(char, &str); 17] = [
    ('ø', "\u{300}"),
    ('ù', "\u{301}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// Letters that stand for themselves.
const ALONE: [(char, char); 9] = [
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('ñ', 'đ'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// The character that Latin-1 has for a byte, as a small letter, and whether it was a capital.
fn small(byte: u8) -> (char, bool) {
    let c = char::from(byte);
    let lower = c.to_lowercase().next().unwrap_or(c);
    (lower, lower != c)
}

/// The marks that a letter puts on the vowel before it, if this vowel can carry them.
fn marks(vowel: char, mark: char) -> Option<&'static str> {
    let (_, marks) = MARKS.iter().find(|(one, _)| *one == mark)?;
    let fits = match vowel {
        'a' => true,
        'e' | 'o' => !marks.starts_with('\u{306}'),
        'u' | 'ơ' | 'ư' => !marks.starts_with(['\u{302}', '\u{306}']),
        'y' => !marks.starts_with(['\u{302}', '\u{306}', '\u{323}']),
        _ => false,
    };
    fits.then_some(*marks)
}

/// Decodes a text. Punctuation stays; a mark behind a letter that cannot carry it is no VNI.
pub(super) fn decode(text: &str) -> Option<String> {
    by_words(text, word)
}

fn word(word: &[(char, u8)]) -> Option<String> {
    let mut decoded = String::with_capacity(word.len() + 8);
    let mut rest = word.iter().peekable();
    while let Some(&(c, byte)) = rest.next() {
        let (lower, is_capital) = small(byte);
        let vowel = ALONE
            .iter()
            .find(|(code, _)| *code == lower)
            .map_or(lower, |(_, letter)| *letter);
        if byte >= 0xc0 && vowel == lower && !matches!(vowel, 'í' | 'ì') {
            return None;
        }
        if !byte.is_ascii() && byte < 0xc0 {
            decoded.push(c);
            continue;
        }
        if is_capital {
            decoded.extend(vowel.to_uppercase());
        } else {
            decoded.push(vowel);
        }
        let marks = rest
            .peek()
            .filter(|(_, next)| *next >= 0xc0)
            .and_then(|(_, next)| marks(vowel, small(*next).0));
        if let Some(marks) = marks {
            decoded.push_str(marks);
            rest.next();
        }
    }
    Some(decoded.nfc().collect())
}
