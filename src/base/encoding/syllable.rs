//! Whether a text can be Vietnamese, by the build of its syllables.
//!
//! In: a text. Out: yes or no. It says what may be shown, never what a label means.

use unicode_normalization::UnicodeNormalization;

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
const INITIALS: &[&str] = &[
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];
const VOWELS: &[&str] = &[
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây",
    "eo", "êu", "ia", "iê", "iêu", "iu", "oa", "oai", "oao", "oay", "oă", "oe", "oeo", "oi", "oo",
    "ôi", "ôô", "ơi", "ua", "uâ", "uây", "uê", "uêu", "ui", "uô", "uôi", "uơ", "uy", "uya", "uyê",
    "uyu", "ưa", "ươ", "ươi", "ươu", "ưi", "ưu", "yê", "yêu",
];
/// `k` ends names of the highlands: Đắk.
const FINALS: &[&str] = &["", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t"];

/// Whether this is a letter that Vietnamese writes with a mark.
pub(super) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let decomposed: String = c
        .to_lowercase()
        .nfd()
        .filter(|c| !TONES.contains(c))
        .collect();
    let plain: String = decomposed.nfc().collect();
    "aăâeêioôơuưyđ".contains(&plain) && !plain.is_empty()
}

/// Whether a text is Vietnamese with its marks: it has a marked letter, and every word with one is a syllable or an
/// abbreviation in capitals such as `QĐ`.
pub fn is_vietnamese(text: &str) -> bool {
    let composed: String = text.nfc().collect();
    let mut marked = composed
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_ascii())
        .peekable();
    let has_symbols = composed
        .chars()
        .any(|c| matches!(c, '\u{80}'..='\u{9f}' | '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{fffd}'));
    !has_symbols
        && marked.peek().is_some()
        && marked.all(|word| is_syllable(word) || is_short(word))
}

/// Capitals without a tone: the initials of a name.
fn is_short(word: &str) -> bool {
    word.chars()
        .all(|c| c.is_uppercase() && (c.is_ascii() || "ĂÂĐÊÔƠƯ".contains(c)))
}

/// Whether a word is built as a syllable is: initial, vowels, final, at most one tone, and before a final stop only the two
/// tones that can stand there.
fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    let mut tone = None;
    let mut plain = String::with_capacity(lower.len());
    for c in lower.nfd() {
        if TONES.contains(&c) {
            if tone.replace(c).is_some() {
                return false;
            }
        } else {
            plain.push(c);
        }
    }
    let plain: String = plain.nfc().collect();
    let sounds = |final_: &str| {
        !matches!(final_, "c" | "ch" | "p" | "t") || matches!(tone, Some('\u{301}' | '\u{323}'))
    };
    INITIALS
        .iter()
        .filter_map(|initial| plain.strip_prefix(initial))
        .any(|rest| {
            FINALS
                .iter()
                .filter_map(|final_| Some((rest.strip_suffix(final_)?, final_)))
                .any(|(vowels, final_)| VOWELS.contains(&vowels) && sounds(final_))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for word in [
            "nghiêng", "quốc", "gì", "giếng", "khuỷu", "ƯỜNG", "thuở", "Đắk", "suýt", "rượu",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["đ", "Tµi", "sôû", "tàic", "càt", "bcá", "ểẻ", "Taøi"] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn vietnamese_texts() {
        assert!(is_vietnamese("Quyết định số 12/QĐ-UBND ngày 01/02/2017"));
        assert!(is_vietnamese("Báo cáo UDCNTT (bản Word)"));
        for text in ["plain", "QuyÕt ®Þnh", "Quyeát ñònh", "Sá»Ÿ", "5 m²", ""] {
            assert!(!is_vietnamese(text), "{text}");
        }
    }

    #[test]
    fn letters() {
        assert!("ăắậĐỵƯữí".chars().all(is_letter));
        assert!(!"aZÏẐñ¼".chars().any(is_letter));
    }
}
