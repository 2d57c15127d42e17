//! By what the places for the author are known.
//!
//! In: nothing. Out: tags, titles, and the marks of prompts. Not for: finding them in a document.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::base::seal::hex;

/// What the tags of the places for the author begin with.
pub(super) const TAG: &str = "tonghop:";
/// What their titles begin with: a program that drops tags keeps these.
pub(super) const TITLE: &str = "Người soạn viết: ";
/// The place of the line that names the decision.
pub(super) const REFERENCE: &str = "quyet-dinh";
/// How a word to the author begins.
pub(super) const AUTHOR_NOTE: &str = "[Lưu ý người soạn: ";
/// Digits by which a prompt is known.
const DIGITS: usize = 8;

/// The content of places, by their tags.
pub(super) type Carried = BTreeMap<String, String>;

/// By which the prompt of a place is known, so that a text that is none was written by the author.
pub(super) fn mark_of(prompt: &str) -> String {
    let words: Vec<&str> = prompt.split_whitespace().collect();
    let mut digits = hex(&Sha256::digest(words.join(" ")));
    digits.truncate(DIGITS);
    digits
}
