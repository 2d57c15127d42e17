//! Old Vietnamese encodings: what a text says if its letters were stored in one of them and read as something else.
//!
//! In: a text as found. Out: candidates, each with its encoding. Digits and everything else of ASCII are never touched. Not
//! for: choosing. A candidate counts only if it is a text that is known; that is for the caller to say.
//!
//! The codes are those of TCVN 5712:1993 and of the VNI fonts; each letter stands in a test, and TCVN3 was compared code by
//! code with the C library's TCVN5712-1.

mod bytes;
mod syllable;
mod tcvn3;
mod utf8;
mod vni;

#[cfg(test)]
mod tests;

use unicode_normalization::UnicodeNormalization;

pub use crate::base::encoding::syllable::is_vietnamese;

/// How a text was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN 5712:1993, shown by fonts such as `.VnTime`.
    Tcvn3,
    /// VNI, shown by fonts such as `VNI-Times`.
    Vni,
    /// UTF-8 that was read as a code page of Windows.
    Utf8,
    /// Windows-1258 that was read as Windows-1252.
    Windows1258,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Encoding; 4] = [
        Encoding::Tcvn3,
        Encoding::Vni,
        Encoding::Utf8,
        Encoding::Windows1258,
    ];

    /// What people call it, in any language.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Tcvn3 => "TCVN3 (ABC)",
            Encoding::Vni => "VNI",
            Encoding::Utf8 => "UTF-8",
            Encoding::Windows1258 => "Windows-1258",
        }
    }

    /// What a text says in this encoding; more than one text where bytes of UTF-8 are missing, none where it cannot be in
    /// this encoding or says the same as it is.
    pub fn decode(self, text: &str) -> Vec<String> {
        match self {
            Encoding::Tcvn3 => tcvn3::decode(text).into_iter().collect(),
            Encoding::Vni => vni::decode(text).into_iter().collect(),
            Encoding::Utf8 => utf8::decode(text),
            Encoding::Windows1258 => windows_1258(text).into_iter().collect(),
        }
    }
}

/// All that a text can say in the old encodings.
pub fn candidates(text: &str) -> impl Iterator<Item = (Encoding, String)> {
    let encodings: &[Encoding] = if text.is_ascii() { &[] } else { &Encoding::ALL };
    encodings.iter().flat_map(move |&encoding| {
        let decoded = encoding.decode(text);
        decoded.into_iter().map(move |text| (encoding, text))
    })
}

/// As [`candidates`], where only the first words or only the last ones of a text are in an old encoding: two fonts in one
/// cell.
pub fn mixed(text: &str) -> impl Iterator<Item = (Encoding, String)> {
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let cuts: Vec<usize> = spaces.map(|(at, c)| at + c.len_utf8()).take(40).collect();
    cuts.into_iter().flat_map(move |at| {
        let (first, last) = text.split_at(at);
        let last_decoded =
            candidates(last).map(move |(encoding, new)| (encoding, format!("{first}{new}")));
        let first_decoded =
            candidates(first).map(move |(encoding, new)| (encoding, format!("{new}{last}")));
        last_decoded.chain(first_decoded)
    })
}

fn windows_1258(text: &str) -> Option<String> {
    let decoded = bytes::by_words(text, |word| {
        let letters = word
            .iter()
            .map(|&(c, byte)| bytes::windows_1258(byte).unwrap_or(c));
        Some(letters.nfc().collect())
    });
    decoded.filter(|decoded| !decoded.nfc().eq(text.nfc()))
}
