//! What a reader calls the places for the author: the heading above, and the first words of the prompt.
//!
//! In: an annex. Out: names. Not for: knowing a place again (`tags`).

use std::collections::BTreeMap;

use crate::output::annex::content::{Annex, AnnexBlock};
use crate::output::annex::tags::REFERENCE;

/// Words of a prompt that name a place.
const WORDS: usize = 7;

/// The names of places by their tags.
pub(super) type PlaceNames = BTreeMap<String, String>;

/// The places of an annex.
pub(super) fn names(annex: &Annex) -> PlaceNames {
    let mut names = PlaceNames::new();
    names.insert(REFERENCE.to_string(), first_words(&annex.reference));
    let mut heading = "";
    for block in &annex.blocks {
        match block {
            AnnexBlock::Heading(text) | AnnexBlock::Subheading(text) => heading = text,
            AnnexBlock::Place(place) => {
                let name = format!("{heading} – {}", first_words(&place.prompt));
                names.insert(place.tag.clone(), name);
            }
            _ => {}
        }
    }
    names
}

/// The first words of a text, in quotation marks.
pub(super) fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let first: Vec<&str> = words.iter().copied().take(WORDS).collect();
    let more = if words.len() > WORDS { "…" } else { "" };
    format!(
        "“{}{more}”",
        first.join(" ").trim_end_matches(['.', ',', ';'])
    )
}
