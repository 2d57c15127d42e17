//! Pieces of texts that stand out, on their way from the readers to a cell.
//!
//! In: pieces, each put between two signs by the reader of its format, within the text. Out: the text that stands, and the pieces
//! that were left off, taken apart in one place for all formats. The signs are noncharacters of Unicode, which no text has.
//! Not for: what is hidden altogether, which a reader leaves out.

use crate::base::cell::{Cell, CellValue, Mark, Piece, standing};

/// The marks, the strongest first.
const MARKS: [Mark; 4] = [Mark::Struck, Mark::Raised, Mark::Lowered, Mark::Unseen];

/// The signs around a piece in white.
const UNSEEN: (char, char) = ('\u{fdd6}', '\u{fdd7}');

/// The signs around a piece with this mark.
pub(super) const fn signs(mark: Mark) -> Option<(char, char)> {
    match mark {
        Mark::Plain => None,
        Mark::Struck => Some(('\u{fdd0}', '\u{fdd1}')),
        Mark::Raised => Some(('\u{fdd2}', '\u{fdd3}')),
        Mark::Lowered => Some(('\u{fdd4}', '\u{fdd5}')),
        Mark::Unseen => Some(UNSEEN),
    }
}

/// The mark that a sign begins or ends.
fn mark_of(c: char) -> Option<(Mark, bool)> {
    MARKS.into_iter().find_map(|mark| {
        let (start, end) = signs(mark)?;
        (c == start || c == end).then_some((mark, c == start))
    })
}

/// The first byte of every sign. Letters of Vietnamese begin with others.
const FIRST_BYTE: u8 = 0xef;

/// Takes the signs out of the text of a cell, and notes what they mark.
pub(super) fn take(cell: &mut Cell) {
    let CellValue::Text(text) = &cell.value else {
        return;
    };
    if memchr::memchr(FIRST_BYTE, text.as_bytes()).is_none()
        || !text.contains(|c| mark_of(c).is_some())
    {
        return;
    }
    let pieces = pieces(text);
    let is_unseen = |piece: &Piece| piece.mark == Mark::Unseen && !piece.text.trim().is_empty();
    let has_unseen = pieces.iter().any(is_unseen);
    let (text, left_off) = standing(pieces);
    cell.value = CellValue::Text(text.trim_matches([' ', '\n']).to_string());
    if !left_off.is_empty() {
        cell.look_mut().left_off = left_off;
    }
    if has_unseen {
        cell.look_mut().is_unseen = true;
    }
}

/// Whether any piece in this part of a file is in white.
pub(super) fn has_white(part: &[u8]) -> bool {
    memchr::memmem::find(part, UNSEEN.0.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// A text without any of the signs.
pub(super) fn without_signs(text: &str) -> String {
    text.chars().filter(|c| mark_of(*c).is_none()).collect()
}

/// Takes the signs around pieces in white off a text on a fill, where they are seen.
pub(super) fn on_fill(cell: &mut Cell) {
    if let CellValue::Text(text) = &mut cell.value {
        text.retain(|c| c != UNSEEN.0 && c != UNSEEN.1);
    }
}

/// The pieces of a text with signs. What is struck out stays so whatever else it is.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = [0_usize; MARKS.len()];
    for c in text.chars() {
        if let Some((mark, is_start)) = mark_of(c) {
            let place = MARKS.iter().position(|one| *one == mark);
            let place = place.and_then(|place| open.get_mut(place));
            if let Some(count) = place {
                *count = if is_start {
                    *count + 1
                } else {
                    count.saturating_sub(1)
                };
            }
            continue;
        }
        let first = MARKS.iter().zip(open).find(|(_, count)| *count > 0);
        let mark = first.map_or(Mark::Plain, |(mark, _)| *mark);
        match pieces.last_mut() {
            Some(piece) if piece.mark == mark => piece.text.push(c),
            _ => pieces.push(Piece {
                text: c.to_string(),
                mark,
            }),
        }
    }
    pieces
}
