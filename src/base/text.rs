//! Text in the forms in which it is compared and shown.
//!
//! In: text as found. Out: a comparison key that forgives what people do not notice (case, spaces, punctuation, composed or
//! decomposed letters, where the tone mark stands on an open syllable) and nothing else; a clean form for showing. Diacritics
//! are never dropped for comparing names: Sơn Hà is not Sơn Hạ. Not for: old encodings.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The form in which labels and names are compared: NFC, lower case, Ð as Đ, tone marks on open syllables in one place
/// (hoà is hòa, but hoàn stays), words of letters and digits with single spaces between them, `&` as `và`.
pub fn key(text: &str) -> String {
    let mut key = KeyBuilder::with_capacity(text.len());
    if text.chars().all(|c| is_plain(c) || c.is_ascii()) {
        text.chars().for_each(|c| fold(c, |c| key.push(c)));
    } else {
        let mut words = String::with_capacity(text.len());
        seen(text).nfc().for_each(|c| fold(c, |c| words.push(c)));
        // Lower-casing can decompose (İ), and folding can leave marks behind; compose once more.
        words.nfc().for_each(|c| key.push(c));
    }
    key.finish()
}

/// Hands over what a character is in a key: letters in lower case and digits, spaces for all else. Quick for Vietnamese.
fn fold(c: char, mut push: impl FnMut(char)) {
    match c {
        'a'..='z' | '0'..='9' | ' ' => push(c),
        'A'..='Z' => push(c.to_ascii_lowercase()),
        '\u{1ea0}'..='\u{1ef9}' => push(vietnamese_lower_case(c)),
        'à'..='ï' | 'ñ'..='ö' | 'ù'..='ý' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => {
            push(c);
        }
        'Đ' => push('đ'),
        _ => fold_any(c, push),
    }
}

/// As [`fold`], for any character.
fn fold_any(c: char, mut push: impl FnMut(char)) {
    c.to_lowercase().map(fold_letter).for_each(|c| match c {
        c if is_letter(c) => push(c),
        '&' => " và ".chars().for_each(&mut push),
        // Zero-width characters stand inside words.
        c if is_invisible(c) => {}
        _ => push(' '),
    });
}

/// A key while it is put together.
struct KeyBuilder {
    text: String,
    /// Where its last word begins.
    word: usize,
}

impl KeyBuilder {
    fn with_capacity(bytes: usize) -> Self {
        KeyBuilder {
            text: String::with_capacity(bytes),
            word: 0,
        }
    }

    fn push(&mut self, c: char) {
        if c != ' ' {
            self.text.push(c);
        } else if self.text.len() > self.word {
            settle_tone(&mut self.text);
            self.text.push(' ');
            self.word = self.text.len();
        }
    }

    fn finish(mut self) -> String {
        if self.text.len() > self.word {
            settle_tone(&mut self.text);
        } else {
            self.text.pop();
        }
        self.text
    }
}

/// Whether a character is a letter or a digit; quicker for Vietnamese than what is general.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        'À'..='ɏ' | 'Ạ'..='ỹ' => true,
        _ => c.is_alphanumeric(),
    }
}

/// The lower case of Ạ to ỹ, where it follows each capital.
fn vietnamese_lower_case(c: char) -> char {
    char::from_u32(u32::from(c) | 1).unwrap_or(c)
}

/// As [`key`], without diacritics and spaces: for file names, where both get lost. Two different names can share one, so it
/// may only say something where exactly one name fits.
pub fn bare_key(text: &str) -> String {
    bare_words(text).concat()
}

/// The words of a text as [`bare_key`] compares them. `_` and case changes do not part words, digits stay.
pub fn bare_words(text: &str) -> Vec<String> {
    key(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(strip_marks)
        .collect()
}

/// Without diacritics: `đào tạo` becomes `dao tao`.
pub fn strip_marks(text: &str) -> String {
    text.nfd()
        .filter(|&c| !unicode_normalization::char::is_combining_mark(c))
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}

/// The form in which text is shown: NFC, single spaces, no invisible characters, control characters made visible.
pub fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// As [`clean`], without a copy where there is nothing to do.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let mut is_clean = |c| {
        let is_single = c != ' ' || before != ' ';
        before = c;
        is_single && is_plain(c)
    };
    if text.chars().all(&mut is_clean) && before != ' ' {
        return Cow::Borrowed(text);
    }
    let visible: String = seen(text)
        .nfc()
        .map(|c| {
            if c.is_control() && !c.is_whitespace() {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

/// The first so many characters of a text that has more.
pub fn beginning(text: &str, most: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(most)?;
    text.get(..end)
}

/// How alike two texts are, from 0 to 1, by their keys. It may propose a name, never decide.
pub fn likeness(a: &str, b: &str) -> f64 {
    likeness_of_keys(&key(a), &key(b))
}

/// As [`likeness`], of keys. Half or less is 0 where the lengths alone tell: a comparison takes as long as both together are
/// long, and some texts are very long.
pub fn likeness_of_keys(a: &str, b: &str) -> f64 {
    let (a_letters, b_letters) = (a.chars().count(), b.chars().count());
    if a_letters.min(b_letters) * 2 < a_letters.max(b_letters) {
        return 0.0;
    }
    strsim::normalized_levenshtein(a, b)
}

/// The letters of a key, counted: they tell of most keys that they are not alike, in a small part of the time that a comparison
/// takes.
#[derive(Clone, Debug)]
pub struct Letters {
    all: u32,
    /// By the last bits of their code points; different letters in one place only make keys seem more alike.
    of: [u16; 64],
}

impl Letters {
    /// The letters of a key.
    pub fn of(key: &str) -> Self {
        let mut letters = Letters {
            all: 0,
            of: [0; 64],
        };
        for c in key.chars() {
            letters.all = letters.all.saturating_add(1);
            if let Some(count) = letters.of.get_mut(c as usize % 64) {
                *count = count.saturating_add(1);
            }
        }
        letters
    }

    /// The most that two keys with these letters can be alike: an edit takes away one letter, or adds one, or both.
    pub fn most_alike(&self, other: &Letters) -> f64 {
        let (mut gone, mut come) = (0, 0);
        for (own, other) in self.of.iter().zip(&other.of) {
            gone += u32::from(own.saturating_sub(*other));
            come += u32::from(other.saturating_sub(*own));
        }
        let edits = gone.max(come).max(self.all.abs_diff(other.all));
        match self.all.max(other.all) {
            0 => 1.0,
            longest => 1.0 - f64::from(edits) / f64::from(longest),
        }
    }
}

/// The known names nearest to a text, best first, at most three, each more than half alike.
pub fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let key_of_text = key(text);
    let mut alike: Vec<(f64, &str)> = known
        .into_iter()
        .map(|name| (likeness_of_keys(&key_of_text, &key(name)), name))
        .filter(|(likeness, _)| *likeness > 0.5)
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    alike.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Letters and signs that composing leaves alone whatever stands beside them, and that are seen; the space among them. Nearly
/// all text is made of these, and composing is slow.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

/// The characters of a text that are seen. A mark composes with its letter also where something invisible stands between.
fn seen(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| !is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Letters that look the same and mean the same: Ð (eth) typed for Đ, full-width forms.
fn fold_letter(c: char) -> char {
    match c {
        'ð' => 'đ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)
            .map_or(c, |c| c.to_lowercase().next().unwrap_or(c)),
        other => other,
    }
}

/// Puts the tone mark of a text's last syllable, where that is an open one ending in oa, oe or uy, on the first vowel, the
/// older of the two uses. Both sides of a comparison go through here, so which one does not matter. Syllables with a final
/// consonant have one use only and stay (hoàn, suýt, huỳnh).
fn settle_tone(text: &mut String) {
    const PAIRS: [(&str, &str); 15] = [
        ("oá", "óa"),
        ("oà", "òa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oé", "óe"),
        ("oè", "òe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uý", "úy"),
        ("uỳ", "ùy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    let is_marked = |c: char| "áàảãạéèẻẽẹýỳỷỹỵ".contains(c);
    if text.as_bytes().last().is_none_or(u8::is_ascii) || !text.ends_with(is_marked) {
        return;
    }
    if let Some((new, old)) = PAIRS.iter().find(|(new, _)| text.ends_with(new)) {
        text.truncate(text.len() - new.len());
        text.push_str(old);
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::is_combining_mark;
    use unicode_normalization::is_nfc;

    use super::*;

    #[test]
    fn keys_forgive_what_people_do_not_notice() {
        assert_eq!(key("Sở Giao thông, Vận tải"), key("SỞ GIAO THÔNG  VẬN TẢI"));
        assert_eq!(key("Sở TN&MT"), key("sở tn và mt"));
        assert_eq!(key("hoà thuỷ Hoè"), key("hòa thủy hòe"));
        let decomposed: String = "Đăk Tô".nfd().collect();
        assert_eq!(key(&decomposed), key("Ðăk Tô"));
        assert_eq!(key("Điểm\u{200b} tự\u{a0}chấm:"), "điểm tự chấm");
        assert_eq!(key("a\u{200b}\u{301}"), "á");
        assert_eq!(clean("a\u{200b}\u{301}"), "á");
        assert_eq!(key("１.２"), "1 2");
    }

    #[test]
    fn keys_keep_what_tells_names_apart() {
        assert_ne!(key("Sơn Hà"), key("Sơn Hạ"));
        assert_ne!(key("Đăk Hà"), key("Đắk Hà"));
        assert_eq!(key("hoàn suýt huỳnh"), "hoàn suýt huỳnh");
        assert_ne!(key("Kon Plông"), key("Kon Plong"));
    }

    #[test]
    fn plain_letters_are_those_that_composing_leaves_alone() {
        let all = ('\0'..=char::MAX).filter(|&c| is_plain(c) || c.is_ascii());
        for c in all {
            let (alone, marks) = (c.to_string(), is_combining_mark(c));
            assert!(is_nfc(&alone) && !marks, "{c:?}");
            if ('\u{1ea0}'..='\u{1ef9}').contains(&c) {
                assert!(c.to_lowercase().eq([vietnamese_lower_case(c)]), "{c:?}");
            }
            let lower: String = c.to_lowercase().filter(|&c| c.is_alphanumeric()).collect();
            assert!(is_nfc(&lower), "{c:?}");
            assert_eq!(clean(&format!("a{c}b")), clean(&format!("a{c}b\u{feff}")));
            assert_eq!(key(&format!("a{c}b")), key(&format!("a{c}b\u{feff}")));
        }
    }

    #[test]
    fn folding_vietnamese_is_folding() {
        for c in '\0'..=char::MAX {
            let (mut quick, mut general) = (String::new(), String::new());
            fold(c, |c| quick.push(c));
            fold_any(c, |c| general.push(c));
            assert_eq!(quick, general, "{c:?}");
        }
    }

    #[test]
    fn letters_are_told_as_in_general() {
        assert!(('\0'..=char::MAX).all(|c| is_letter(c) == c.is_alphanumeric()));
    }

    #[test]
    fn bare_keys_are_for_file_names() {
        assert_eq!(
            bare_key("Sở Tài nguyên & Môi trường"),
            "sotainguyenvamoitruong"
        );
        assert_eq!(
            bare_words("UBND_huyen-Sa Thầy"),
            ["ubnd", "huyen", "sa", "thay"]
        );
    }

    #[test]
    fn clean_text_has_single_spaces_and_no_surprises() {
        assert_eq!(clean("  a\n\tb\u{0}c \u{feff}"), "a b\u{fffd}c");
    }

    #[test]
    fn letters_never_tell_alike_keys_apart() {
        let keys = [
            "",
            "a",
            "sở tài chính",
            "sở tài chánh",
            "sở y tế",
            "tỷ lệ máy tính kết nối internet",
            "tỷ lệ máy tính có nối mạng internet",
            "số máy tính kết nối internet băng rộng",
            "internet nối kết tính máy lệ tỷ",
        ];
        for a in keys {
            for b in keys {
                let most = Letters::of(a).most_alike(&Letters::of(b));
                assert!(most >= strsim::normalized_levenshtein(a, b), "{a} {b}");
                assert!((0.0..=1.0).contains(&most));
            }
        }
        let most = Letters::of("sở y tế").most_alike(&Letters::of("kho bạc"));
        assert!(most < 0.5, "{most}");
    }

    #[test]
    fn likeness_proposes() {
        assert_eq!(
            nearest("Sở Tài chánh", ["Sở Y Tế", "Sở Tài chính"]),
            ["Sở Tài chính"]
        );
        assert!(nearest("xyz", ["Sở Y Tế"]).is_empty());
    }
}
