//! All texts that mean something in a workbook, whatever cell they stand in.
//!
//! In: the scheme's rows, the registry, the words of forms. Out: whether a text is known, and whether it may be so in an old
//! encoding. Not for: what a text means.

use std::hash::Hasher;

use rustc_hash::{FxHashSet, FxHasher};

use crate::recognise::{answer, cover, heading, label};
use crate::scheme::{Scheme, ScoringRule};
use crate::text;
use crate::units::Registry;

/// Texts that there is room for from the start.
const EXPECTED: usize = 2_048;

/// The texts, by [`text::key`].
#[derive(Debug, Default)]
pub struct Vocabulary {
    keys: FxHashSet<String>,
    /// Of each key the letters that every encoding leaves alone.
    skeletons: FxHashSet<u64>,
}

/// How well a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Its beginning is a label, and what follows says nothing by itself.
    Label,
    /// All of it is known.
    Whole,
}

impl Vocabulary {
    /// The texts of the scheme's rows and groups (as keys), of its choices, levels and grades, and of the units.
    pub fn new<'a>(
        rows: impl Iterator<Item = &'a str>,
        groups: impl Iterator<Item = &'a str>,
        scheme: &Scheme,
        registry: &'a Registry,
    ) -> Self {
        let mut vocabulary = Vocabulary::default();
        vocabulary.keys.reserve(EXPECTED);
        vocabulary.skeletons.reserve(EXPECTED);
        let fixed = label::keys().chain(answer::keys());
        for key in fixed {
            vocabulary.add(key.to_string());
        }
        for key in rows.chain(registry.keys()) {
            vocabulary.add(key.to_string());
        }
        // As they are written, too: the registry's own keys have `H.` and `TP` written out.
        for unit in registry.units() {
            for name in std::iter::once(&unit.name).chain(&unit.aliases) {
                vocabulary.add(text::key(name));
            }
        }
        for group in groups {
            for words in label::SUM_OF {
                vocabulary.add(format!("{words}{group}"));
            }
        }
        let levels = scheme
            .levels
            .iter()
            .flat_map(|level| [&level.name, &level.id.0]);
        let grades = scheme.grades.iter().map(|grade| &grade.name);
        let choices = scheme.criteria.iter().flat_map(|criterion| {
            let options = match &criterion.rule {
                ScoringRule::Choice { options, .. } => options.as_slice(),
                _ => &[],
            };
            options
                .iter()
                .flat_map(|option| std::iter::once(&option.name).chain(&option.aliases))
        });
        for name in levels.chain(grades).chain(choices) {
            vocabulary.add(text::key(name));
        }
        vocabulary
    }

    fn add(&mut self, key: String) {
        self.skeletons.insert(skeleton(&key));
        self.keys.insert(key);
    }

    /// Whether and how well a text is known: a label, a name, an answer; a heading with something in parentheses behind it;
    /// `Đơn vị: Sở Tài chính`; a title with a year.
    pub fn knows(&self, text: &str) -> Option<Known> {
        if self.keys.contains(&text::key(text)) {
            return Some(Known::Whole);
        }
        if let Some((label, value)) = text.split_once(':')
            && label::cover_line(&text::key(label)).is_some()
        {
            let is_known = self.keys.contains(&text::key(value)) || cover::year(value).is_some();
            return Some(if is_known { Known::Whole } else { Known::Label });
        }
        let is_heading = text.contains(['(', '[']) && heading::column(text).is_some();
        let is_title = text.contains("20") && cover::year_of_title(text).is_some();
        (is_heading || is_title).then_some(Known::Whole)
    }

    /// Whether a text can be a known one in an old encoding. Quick, and mostly no. `is_title`: it stands where titles do.
    pub fn may_hold(&self, text: &str, is_title: bool) -> bool {
        if !is_suspect(text) {
            return false;
        }
        let begins = |mark: char| {
            text.find(mark)
                .and_then(|at| text.get(..at))
                .is_some_and(|label| self.skeletons.contains(&skeleton(label)))
        };
        self.skeletons.contains(&skeleton(text))
            || [':', '(', '['].into_iter().any(begins)
            || (is_title && text.len() < 400 && text.contains("20") && may_be_title(text))
    }
}

/// Whether a text has the consonants of the words that make a title, `đánh giá` or `tự chấm`.
fn may_be_title(text: &str) -> bool {
    let consonants: Vec<u8> = consonants(text).collect();
    [b"nhg".as_slice(), b"tchm"]
        .iter()
        .any(|words| memchr::memmem::find(&consonants, words).is_some())
}

/// Whether a text has characters that old encodings are seen as, and is not simply Vietnamese in Unicode.
fn is_suspect(text: &str) -> bool {
    let (mut high, mut odd, mut unicode) = (false, false, false);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{1ea0}'..='\u{1ef9}' => unicode = true,
            '\u{c0}'..='\u{24f}' if text::is_letter(c) => {
                high = true;
                odd |= !matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
                    | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
                    | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư');
            }
            '\u{a0}' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '•' => {}
            _ => odd = true,
        }
    }
    odd || (high && !unicode)
}

/// The hash of the consonants and digits of a text.
fn skeleton(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    consonants(text).for_each(|byte| hasher.write_u8(byte));
    hasher.finish()
}

/// The consonants and digits of a text: no encoding touches them, marks stand on vowels, and đ is foreign to all of ASCII.
/// `&` counts as the `và` that keys make of it.
fn consonants(text: &str) -> impl Iterator<Item = u8> {
    let kept = |byte: u8| CONSONANTS.get(usize::from(byte)).copied().flatten();
    text.bytes().filter_map(kept)
}

/// What [`consonants`] makes of each byte.
#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
static CONSONANTS: [Option<u8>; 256] = {
    let mut kept = [None; 256];
    let mut byte = 0;
    while byte < 128 {
        let lower = (byte as u8).to_ascii_lowercase();
        kept[byte] = match lower {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => None,
            b'&' => Some(b'v'),
            other if other.is_ascii_alphanumeric() => Some(other),
            _ => None,
        };
        byte += 1;
    }
    kept
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skeletons_are_the_same_in_all_encodings() {
        let plain = skeleton(&text::key("Sở Tài nguyên & Môi trường Đăk Hà"));
        for stored in [
            "Së Tµi nguyªn vµ M«i tr\u{ad}êng §¨k Hµ",
            "SÔÛ TAØI NGUYEÂN & MOÂI TRÖÔØNG ÑAÊK HAØ",
            "Sá»Ÿ TÃ i nguyÃªn vÃ  MÃ´i trÆ°á»ng ÄÄƒk HÃ ",
        ] {
            assert_eq!(skeleton(stored), plain, "{stored}");
        }
    }

    #[test]
    fn titles_are_known_by_their_consonants() {
        for title in [
            "PhiÕu tù ®¸nh gi¸ n¨m 2017",
            "PHIEÁU TÖÏ CHAÁM NAÊM 2017",
            "Tá»± Ä‘Ã¡nh giÃ¡ nÄƒm 2017",
        ] {
            assert!(may_be_title(title), "{title}");
        }
        assert!(!may_be_title("Kon Tum, ngày 12 tháng 01 năm 2018"));
    }

    #[test]
    fn unicode_is_not_suspect() {
        for text in ["Sở Tài chính", "Sở “A” – 1 lần…", "plain", "Điểm"] {
            assert!(!is_suspect(text), "{text}");
        }
        for text in ["Cã", "Së", "Sôû", "Sá»Ÿ", "Sở: Së", "So\u{ad}"] {
            assert!(is_suspect(text), "{text}");
        }
    }
}
