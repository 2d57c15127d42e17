//! All texts that mean something in a workbook, whatever cell they stand in.
//!
//! In: the scheme's rows, the registry, the words of forms. Out: whether a text is known, and whether it may be so in an old
//! encoding. Not for: what a text means.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::base::text;
use crate::input::recognise::{Known, answer, cover};
use crate::input::tables::{TableKind, role};

/// Texts that there is room for from the start.
const EXPECTED: usize = 2_048;

/// What is made of all texts that mean something, once for all workbooks, when the first of them asks.
#[derive(Debug, Default)]
pub struct Legible {
    skeletons: OnceLock<Skeletons>,
    written: OnceLock<FxHashSet<String>>,
}

/// Of each text the letters that every encoding leaves alone, as a number.
#[derive(Debug, Default)]
pub struct Skeletons {
    of_texts: FxHashSet<u64>,
    /// Bytes beyond which a text is none of these, in whatever encoding it is.
    longest: usize,
}

/// A letter takes at most so many bytes once it was twice taken for something else, and as many bytes may be blanks and dots.
const MOST_BYTES_OF_A_LETTER: usize = 32;
/// What the shortest of all texts may be long.
const LONG: usize = 2_048;

/// How well a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Legibility {
    /// Its beginning is a label, and what follows says nothing by itself.
    Label,
    /// All of it is known.
    Whole,
}

/// The names of units as they are written (the registry's own keys have `H.` and `TP` written out), of levels, grades and
/// choices.
fn written<'k>(known: &'k Known<'_>) -> impl Iterator<Item = &'k str> {
    let units = known.registry.units();
    let units = units.flat_map(|unit| {
        std::iter::once(&unit.name)
            .chain(&unit.aliases)
            .map(String::as_str)
    });
    let levels = known.scheme.levels.iter();
    let levels = levels.flat_map(|level| [level.name.as_str(), level.id.0.as_str()]);
    let grades = known.scheme.grades.iter().map(|grade| grade.name.as_str());
    let rules = known.scheme.criteria.iter().map(|one| &one.rule);
    let options = rules
        .filter_map(|rule| rule.choice())
        .flat_map(|(_, all)| all);
    let choices = options.flat_map(|option| std::iter::once(&option.name).chain(&option.aliases));
    let choices = choices.map(String::as_str);
    units.chain(levels).chain(grades).chain(choices)
}

/// The skeletons of all texts that mean something.
pub fn skeletons<'k>(known: &'k Known<'_>) -> &'k Skeletons {
    known.legible.skeletons.get_or_init(|| {
        let mut of_texts = FxHashSet::default();
        of_texts.reserve(EXPECTED);
        let mut longest = LONG;
        let mut add = |text: &str| {
            of_texts.insert(skeleton(text));
            longest = longest.max(text.len() * MOST_BYTES_OF_A_LETTER);
        };
        known.lexicon.keys().for_each(&mut add);
        known.registry.keys().for_each(&mut add);
        known.vocabulary.keys().for_each(&mut add);
        answer::keys().for_each(&mut add);
        written(known).for_each(add);
        let sums_of: Vec<u64> = known.vocabulary.sums_of().map(skeleton).collect();
        for group in known.lexicon.group_keys() {
            let group = skeleton(group);
            of_texts.extend(sums_of.iter().map(|words| words.wrapping_add(group)));
        }
        Skeletons { of_texts, longest }
    })
}

fn holds(text: &str, known: &Known<'_>) -> bool {
    let key = text::key(text);
    let is_written = || {
        let keys = || written(known).map(text::key).collect();
        known.legible.written.get_or_init(keys).contains(&key)
    };
    known.vocabulary.has_key(&key)
        || answer::keys().any(|answer| answer == key)
        || known.lexicon.has_key(&key)
        || known.registry.has_key(&key)
        || known
            .vocabulary
            .sums_of()
            .filter_map(|words| key.strip_prefix(words))
            .any(|rest| known.lexicon.is_group(rest))
        || is_written()
}

/// Whether and how well a text is known: a label, a name, an answer; a heading with something in brackets behind it; `Đơn vị: Sở
/// Tài chính`; a title with a year.
pub fn knows(text: &str, known: &Known<'_>) -> Option<Legibility> {
    if holds(text, known) {
        return Some(Legibility::Whole);
    }
    let is_label = |label: &str| known.vocabulary.cover_line(&text::key(label)).is_some();
    if let Some((_, value)) = text.split_once(':').filter(|(label, _)| is_label(label)) {
        let is_known = holds(value, known) || cover::year(value).is_some();
        return Some(if is_known {
            Legibility::Whole
        } else {
            Legibility::Label
        });
    }
    let is_heading =
        text.contains(['(', '[']) && role(text, &known.vocabulary, TableKind::Form).is_some();
    let is_title = text.contains("20") && cover::year_of_title(text).is_some();
    (is_heading || is_title).then_some(Legibility::Whole)
}

impl Skeletons {
    fn hold(&self, text: &str) -> bool {
        text.len() <= self.longest && self.of_texts.contains(&skeleton(text))
    }
}

/// Whether a suspect text can be a known one in an old encoding. Quick, and mostly no. `is_title`: it stands where titles do.
pub fn may_be_old(text: &str, is_title: bool, skeletons: &Skeletons) -> bool {
    let begins = |mark: char| {
        text.find(mark)
            .and_then(|at| text.get(..at))
            .is_some_and(|label| skeletons.hold(label))
    };
    skeletons.hold(text)
        || [':', '(', '['].into_iter().any(begins)
        || (is_title && text.len() < 400 && text.contains("20") && may_be_title(text))
}

/// Whether a text has the consonants of the words that make a title, `đánh giá` or `tự chấm`.
fn may_be_title(text: &str) -> bool {
    let consonants: Vec<u8> = consonants(text).collect();
    [b"nhg".as_slice(), b"tchm"]
        .iter()
        .any(|words| memchr::memmem::find(&consonants, words).is_some())
}

/// Whether a text has characters that old encodings are seen as, and is not simply Vietnamese in Unicode.
pub fn is_suspect(text: &str) -> bool {
    let (mut high, mut odd, mut unicode) = (false, false, false);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{1ea0}'..='\u{1ef9}' => unicode = true,
            c if is_vietnamese(c) => high = true,
            '\u{a0}' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '•' => {}
            _ => odd = true,
        }
    }
    odd || (high && !unicode)
}

/// Whether a letter is one of Vietnamese outside Ạ to ỹ.
fn is_vietnamese(c: char) -> bool {
    matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
}

/// A number for the consonants and digits of a text: the sum of what is drawn for each. Their order does not count; that is
/// quick, and lets through a few texts more, which decoding then settles.
fn skeleton(text: &str) -> u64 {
    let drawn = |byte: u8| DRAWN.get(usize::from(byte)).copied().unwrap_or_default();
    text.bytes()
        .fold(0, |sum, byte| sum.wrapping_add(drawn(byte)))
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

/// What [`skeleton`] adds for each byte: for those that [`consonants`] keeps, a number of `SplitMix64` (Steele, Lea and
/// Flood, 2014).
#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
static DRAWN: [u64; 256] = {
    let mut drawn = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if let Some(kept) = CONSONANTS[byte] {
            let mut number = (kept as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            drawn[byte] = number ^ (number >> 31);
        }
        byte += 1;
    }
    drawn
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
