//! UTF-8 that was read one byte at a time, as Windows-1252 or Windows-1258: `Sá»Ÿ` for `Sở`.
//!
//! In: a text. Out: what its bytes say in UTF-8. Five bytes have no character in Windows-1252, and two more are a no-break
//! space and a soft hyphen; all seven get lost easily. Where one is missing, every Vietnamese letter that it could have been
//! part of is a candidate; the caller knows which text is meant, or that none is.

use unicode_normalization::UnicodeNormalization;

use crate::base::encoding::bytes::byte_of;
use crate::base::encoding::syllable::is_letter;

/// Bytes that get lost.
const LOST: [u8; 7] = [0xa0, 0xad, 0x81, 0x8d, 0x8f, 0x90, 0x9d];
/// Candidates of one text; beyond this it is not decoded.
const MAX_CANDIDATES: usize = 128;

/// What a place of the text can say.
type Choices = Vec<String>;

/// All that a text can say. Empty if no byte of it belongs to UTF-8, or if too much is missing.
pub(super) fn decode(text: &str) -> Vec<String> {
    let once = one_pass(text);
    let twice: Vec<String> = match once.as_slice() {
        [only] => one_pass(only),
        _ => Vec::new(),
    };
    once.into_iter().chain(twice).collect()
}

fn one_pass(text: &str) -> Vec<String> {
    let Some(places) = places(text) else {
        return Vec::new();
    };
    let mut texts = vec![String::with_capacity(text.len())];
    for choices in &places {
        // Nearly every place says one thing only: what is begun grows where it is, and is not copied for each place anew.
        if let [only] = choices.as_slice() {
            for begun in &mut texts {
                begun.push_str(only);
            }
            continue;
        }
        texts = texts
            .iter()
            .flat_map(|begun| choices.iter().map(move |choice| format!("{begun}{choice}")))
            .collect();
    }
    texts.into_iter().map(|text| text.nfc().collect()).collect()
}

/// The choices of each place; `None` if a byte sequence is broken beyond repair, if too much is missing, or if there is no
/// sequence at all.
fn places(text: &str) -> Option<Vec<Choices>> {
    let characters: Vec<char> = text.chars().collect();
    let mut places: Vec<Choices> = Vec::new();
    let mut plain = String::new();
    let mut changed = false;
    let mut candidates = 1;
    let mut index = 0;
    while let Some(&c) = characters.get(index) {
        let lead = byte_of(c).filter(|byte| (0xc2..=0xf4).contains(byte));
        let Some(lead) = lead else {
            plain.push(c);
            index += 1;
            continue;
        };
        let (choices, used) = sequence(lead, characters.get(index + 1..).unwrap_or_default())?;
        candidates *= choices.len();
        if candidates > MAX_CANDIDATES {
            return None;
        }
        if let [only] = choices.as_slice() {
            plain.push_str(only);
        } else {
            if !plain.is_empty() {
                places.push(vec![std::mem::take(&mut plain)]);
            }
            places.push(choices);
        }
        changed = true;
        index += 1 + used;
    }
    if !plain.is_empty() {
        places.push(vec![plain]);
    }
    changed.then_some(places)
}

/// The character that a leading byte begins, and how many characters of the text behind it are used up.
fn sequence(lead: u8, behind: &[char]) -> Option<(Choices, usize)> {
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let mut bytes = vec![lead];
    let follows = |c: &char| byte_of(*c).filter(|byte| (0x80..=0xbf).contains(byte));
    bytes.extend(behind.iter().map_while(follows).take(length - 1));
    let found = bytes.len() - 1;
    if bytes.len() == length {
        return Some((vec![std::str::from_utf8(&bytes).ok()?.to_string()], found));
    }
    if bytes.len() + 1 < length {
        return None;
    }
    let mut choices = Choices::new();
    for lost in LOST {
        let mut whole = bytes.clone();
        whole.push(lost);
        let letter = std::str::from_utf8(&whole)
            .ok()
            .and_then(|one| one.chars().next());
        choices.extend(letter.filter(|&c| is_letter(c)).map(String::from));
    }
    // A no-break space may have become a plain one: then the space belongs to the letter, or it does not.
    if behind.get(found) == Some(&' ') {
        bytes.push(0xa0);
        let with_space = std::str::from_utf8(&bytes)
            .ok()
            .filter(|one| one.chars().all(is_letter));
        if let Some(letter) = with_space {
            let kept: Choices = choices.iter().map(|choice| format!("{choice} ")).collect();
            choices = std::iter::once(letter.to_string()).chain(kept).collect();
            return Some((choices, found + 1));
        }
    }
    (!choices.is_empty()).then_some((choices, found))
}
