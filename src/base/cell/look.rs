//! How a cell looks, where that says something which its value does not.
//!
//! In: the pieces of a text with their marks, as any reader delivers them. Out: the text as it is meant: without what is struck out
//! and without marks of footnotes. Not for: what follows from it, which `input::recognise` judges in one place for all formats.

use serde::{Deserialize, Serialize};

/// What is special about the look of a cell. Most cells have none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The number as its format shows it, where that is not the number: see [`crate::base::cell::Format`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
    /// The code of its number format, where it has a formula whose result is not stored and the format matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Whether the whole cell is struck out.
    #[serde(default)]
    pub is_struck: bool,
    /// Whether its letters have the colour of what is behind them.
    #[serde(default)]
    pub is_unseen: bool,
    /// Whether a picture was placed in it.
    #[serde(default)]
    pub is_picture: bool,
    /// The number that a list sets before a paragraph, where nothing else stands in it: nobody typed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_number: Option<String>,
    /// The pieces of its text that were left off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_off: Vec<Piece>,
}

impl Look {
    /// The text of the pieces that were left off because they are struck out, or because they are marks; where there are any.
    pub fn left_off(&self, struck: bool) -> Option<String> {
        let is_wanted = |piece: &&Piece| (piece.mark == Mark::Struck) == struck;
        let pieces = self.left_off.iter().filter(is_wanted);
        let texts: Vec<&str> = pieces.map(|piece| piece.text.trim()).collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }
}

/// How a piece of a text stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// Not at all.
    #[default]
    Plain,
    /// Struck out.
    Struck,
    /// Set small, above the line.
    Raised,
    /// Set small, below the line.
    Lowered,
    /// Of the colour behind it.
    Unseen,
}

/// A piece of a text with one mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Its mark.
    pub mark: Mark,
}

/// The text that stands, and the pieces that were left off.
pub fn standing(pieces: Vec<Piece>) -> (String, Vec<Piece>) {
    let (mut text, mut left_off) = (String::new(), Vec::new());
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let is_left_off = match piece.mark {
            // What is not seen still stands there; a finding says so.
            Mark::Plain | Mark::Unseen => false,
            Mark::Struck => true,
            Mark::Lowered if !text.ends_with(|c: char| c.is_ascii_digit()) => false,
            Mark::Raised | Mark::Lowered => {
                let next = rest.peek().and_then(|next| next.text.chars().next());
                is_footnote(&text, &piece.text, next)
            }
        };
        if !is_left_off {
            text.push_str(&piece.text);
        } else if !piece.text.trim().is_empty() {
            left_off.push(piece);
        }
    }
    (text, left_off)
}

/// Whether a small piece is the mark of a footnote and no part of the word: a number, a letter or signs behind a word or a number,
/// but not the 2 of m², where the word goes on, or without anything before it. Digits go on with digits at no other size.
fn is_footnote(before: &str, piece: &str, next: Option<char>) -> bool {
    const MEASURES: [&str; 6] = ["m", "km", "dm", "cm", "mm", "hm"];
    let inner = piece.trim().trim_matches(['(', ')', '[', ']', ',']);
    let is_number = (1..=3).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    let is_sign = !inner.is_empty()
        && inner
            .chars()
            .all(|c| matches!(c, '*' | '†' | '‡' | '+' | '#'));
    let is_letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let last = before.trim_end().chars().next_back();
    let goes_on = next.is_some_and(char::is_alphanumeric);
    let is_power =
        is_number && MEASURES.contains(&word.trim_start_matches(|c: char| c.is_ascii_digit()));
    // In front of a number, or within one, it is nobody's digit.
    let is_in_number = is_number
        && next.is_some_and(|c| c.is_ascii_digit())
        && last.is_none_or(|c| c.is_ascii_digit());
    is_in_number || (is_number || is_sign || is_letter) && last.is_some() && !goes_on && !is_power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pieces: &[(&str, Mark)]) -> String {
        let piece = |(text, mark): &(&str, Mark)| Piece {
            text: (*text).to_string(),
            mark: *mark,
        };
        standing(pieces.iter().map(piece).collect()).0
    }

    #[test]
    fn what_is_struck_or_a_footnote_is_left_off() {
        use Mark::{Lowered, Plain, Raised, Struck};
        for (pieces, text) in [
            (vec![("2", Struck), ("24", Plain)], "24"),
            (vec![("25", Struck)], ""),
            (vec![("4", Plain), ("1", Raised)], "4"),
            (
                vec![("4", Plain), ("(1)", Raised), (" máy", Plain)],
                "4 máy",
            ),
            (vec![("Sở Y Tế", Plain), ("1", Raised)], "Sở Y Tế"),
            (vec![("Sở Y tế", Plain), ("*", Raised)], "Sở Y tế"),
            (vec![("120 m", Plain), ("2", Raised)], "120 m2"),
            (vec![("CO", Plain), ("2", Lowered)], "CO2"),
            (vec![("4", Plain), ("1", Lowered)], "4"),
            (vec![("1", Raised), (" Ghi chú", Plain)], "1 Ghi chú"),
            (vec![("1", Raised), ("5", Plain)], "5"),
            (vec![("1", Plain), ("2", Raised), ("5", Plain)], "15"),
            (vec![("x", Plain), ("1", Raised), ("y", Plain)], "x1y"),
        ] {
            assert_eq!(read(&pieces), text, "{pieces:?}");
        }
    }
}
