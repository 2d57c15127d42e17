//! Comments, text boxes and pictures of an .xls sheet.
//!
//! In: the records of the sheet, one by one. Out: their places and texts. Not for: what pictures show. A drawing is told by three records, which
//! follow each other: where it stands (`MsoDrawing`), what it is (`Obj`), what it says (`TxO`, with the text in those that continue it).

use std::collections::HashMap;

use crate::base::cell::{CellAddress, CellRange, SheetFacts};
use crate::input::read::le::u16_at;
use crate::input::read::overlay::last_covered;
use crate::input::read::value::in_grid;
use crate::input::read::xls::CONTINUE;

const NOTE: u16 = 0x001c;
const OBJECT: u16 = 0x005d;
const DRAWING: u16 = 0x00ec;
const TEXT: u16 = 0x01b6;
/// The kind of object that is a comment.
const COMMENT: u16 = 0x19;

/// The kind of object that is a picture.
const PICTURE: u16 = 8;

/// The head of an anchor within a drawing (`OfficeArtClientAnchorSheet`): its kind and its 18 bytes.
const ANCHOR: [u8; 8] = [0, 0, 0x10, 0xf0, 18, 0, 0, 0];

/// What was drawn so far.
#[derive(Debug, Default)]
pub(super) struct DrawingReader {
    /// The cells under the last drawing.
    over: Option<CellRange>,
    /// The kind and the number of the last object.
    object: (u16, u16),
    /// Characters of its text that are still to come.
    missing: usize,
    text: Vec<u16>,
    /// What comments say, by the numbers of their objects.
    said: HashMap<u16, String>,
    /// The cells of comments, with the numbers of their objects.
    comments: Vec<(CellAddress, u16)>,
    boxes: Vec<(CellRange, String)>,
    pictures: Vec<CellAddress>,
}

impl DrawingReader {
    /// Takes in a record.
    pub(super) fn record(&mut self, kind: u16, content: &[u8]) {
        let number = |at| u16_at(content, at).unwrap_or_default();
        match kind {
            CONTINUE if self.missing > 0 => return self.more(content),
            DRAWING => {
                let found = memchr::memmem::rfind(content, &ANCHOR);
                let anchor = found.and_then(|at| content.get(at + ANCHOR.len()..));
                if let Some(anchor) = anchor {
                    self.over = cells(anchor);
                }
            }
            OBJECT => {
                self.object = (number(4), number(6));
                if number(4) == PICTURE {
                    self.pictures.extend(self.over.map(|over| over.first));
                }
            }
            TEXT => {
                self.missing = usize::from(number(10));
                return;
            }
            NOTE if in_grid(u32::from(number(0)), u32::from(number(2))) => {
                let at = CellAddress::new(number(0).into(), number(2).into());
                self.comments.push((at, number(6)));
            }
            _ => {}
        }
        self.end_text();
    }

    /// Characters of a text; each record says anew how wide they are.
    fn more(&mut self, content: &[u8]) {
        let Some((flags, rest)) = content.split_first() else {
            return;
        };
        let width = if flags & 1 != 0 { 2 } else { 1 };
        let units = rest.chunks_exact(width).take(self.missing);
        let before = self.text.len();
        self.text.extend(units.map(|unit| match unit {
            [low, high] => u16::from_le_bytes([*low, *high]),
            [low, ..] => u16::from(*low),
            [] => 0,
        }));
        self.missing -= self.text.len() - before;
        if self.missing == 0 {
            self.end_text();
        }
    }

    /// What the last object says, as far as it came.
    fn end_text(&mut self) {
        self.missing = 0;
        let text = String::from_utf16_lossy(&std::mem::take(&mut self.text));
        if text.is_empty() {
            return;
        }
        let (kind, number) = self.object;
        if kind == COMMENT {
            self.said.insert(number, text);
        } else if let Some(over) = self.over {
            self.boxes.push((over, text));
        }
    }

    /// Puts all of it among the facts of the sheet.
    pub(super) fn end(mut self, facts: &mut SheetFacts) {
        self.end_text();
        for (at, number) in self.comments {
            let text = self.said.get(&number).map_or("", String::as_str);
            facts.add_comment(at, text);
        }
        facts.pictures.append(&mut self.pictures);
        for (over, text) in self.boxes {
            facts.add_text_box(over, &text);
        }
    }
}

/// The cells that an anchor covers.
fn cells(anchor: &[u8]) -> Option<CellRange> {
    let (column, row) = (u16_at(anchor, 2)?, u16_at(anchor, 6)?);
    let last = |first: u16, at: usize| {
        let (last, into) = (u16_at(anchor, at)?, u16_at(anchor, at + 2)?);
        Some(last_covered(first.into(), last.into(), into.into()))
    };
    let (last_column, last_row) = (last(column, 10)?, last(row, 14)?);
    let is_range = u32::from(row) <= last_row && u32::from(column) <= last_column;
    (is_range && in_grid(last_row, last_column)).then(|| CellRange {
        first: CellAddress::new(row.into(), column.into()),
        last: CellAddress::new(last_row, last_column),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(numbers: &[u16]) -> Vec<u8> {
        numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect()
    }

    fn text(length: u16) -> Vec<u8> {
        numbers(&[0, 0, 0, 0, 0, length, 16, 0, 0])
    }

    #[test]
    fn boxes_stand_over_cells_and_comments_at_one() {
        let mut drawn = DrawingReader::default();
        let mut anchor = vec![0xf0, 0x00];
        anchor.extend(ANCHOR);
        // It ends where column J begins, and within row 11.
        anchor.extend(numbers(&[2, 6, 0, 9, 0, 9, 0, 10, 128]));
        let object = |kind: u16, number: u16| numbers(&[0x15, 0x12, kind, number]);
        drawn.record(DRAWING, &anchor);
        drawn.record(OBJECT, &object(6, 1));
        drawn.record(DRAWING, &[0; 8]);
        drawn.record(TEXT, &text(4));
        // In two records, of which the second is of wide letters.
        drawn.record(CONTINUE, b"\x0015");
        drawn.record(CONTINUE, b"\x01 \0\x11\x01");
        drawn.record(CONTINUE, &[0; 16]);
        drawn.record(OBJECT, &object(COMMENT, 2));
        drawn.record(TEXT, &text(1));
        drawn.record(CONTINUE, b"\x007");
        drawn.record(NOTE, &numbers(&[4, 5, 0, 2]));
        // A picture, and a comment whose text is lost.
        drawn.record(OBJECT, &object(PICTURE, 3));
        drawn.record(NOTE, &numbers(&[5, 5, 0, 9]));
        let mut facts = SheetFacts::default();
        drawn.end(&mut facts);
        let over = CellRange {
            first: CellAddress::new(9, 6),
            last: CellAddress::new(10, 8),
        };
        assert_eq!(facts.box_texts, [(over, "15 đ".to_string())]);
        let at = CellAddress::new(4, 5);
        assert_eq!(facts.comment_texts, [(at, "7".to_string())]);
        assert_eq!(facts.comments, [at, CellAddress::new(5, 5)]);
        assert_eq!(facts.pictures, [over.first]);
    }
}
