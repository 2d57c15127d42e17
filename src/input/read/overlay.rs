//! What is drawn over an .xlsx sheet or noted beside its cells: pictures, text boxes, comments.
//!
//! In: the parts of drawings and comments. Out: their places and texts. Not for: what pictures show.

use quick_xml::events::Event;

use crate::base::cell::{CellAddress, CellRange, SheetFacts};
use crate::input::read::value::in_grid;
use crate::input::read::xml;

/// A piece of a drawing that is open: the corners of the cells that it covers, and its text.
#[derive(Debug, Default)]
struct Anchor {
    /// Row, column, and how far into them, of both.
    corners: [[u32; 4]; 2],
    text: String,
}

impl Anchor {
    /// The cells that it covers; the first alone where the last is not told.
    fn over(&self) -> Option<CellRange> {
        let [
            [row, column, ..],
            [last_row, last_column, into_row, into_column],
        ] = self.corners;
        let last_row = last_covered(row, last_row, into_row);
        let last_column = last_covered(column, last_column, into_column);
        let is_behind = last_row >= row && last_column >= column;
        let is_behind = is_behind && in_grid(last_row, last_column);
        let first = CellAddress::new(row, column);
        in_grid(row, column).then(|| CellRange {
            first,
            last: if is_behind {
                CellAddress::new(last_row, last_column)
            } else {
                first
            },
        })
    }
}

/// The last row or column that is covered: what ends where one begins does not cover it.
pub(super) fn last_covered(first: u32, last: u32, into: u32) -> u32 {
    if into == 0 && last > first {
        last - 1
    } else {
        last
    }
}

/// Pictures and text boxes, at the cells they begin in.
pub(super) fn drawing(bytes: &[u8], facts: &mut SheetFacts) {
    let mut reader = xml::reader(bytes);
    let mut anchor = Anchor::default();
    // The corner that is being told, and which of its numbers.
    let (mut corner, mut reading) = (None, None);
    let mut in_text = false;
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => anchor = Anchor::default(),
                "from" => corner = Some(0_usize),
                "to" => corner = Some(1),
                "row" if corner.is_some() => reading = Some(0_usize),
                "col" if corner.is_some() => reading = Some(1),
                "rowOff" if corner.is_some() => reading = Some(2),
                "colOff" if corner.is_some() => reading = Some(3),
                "pic" => facts.pictures.extend(anchor.over().map(|over| over.first)),
                "t" => in_text = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "from" | "to" => corner = None,
                "col" | "row" | "rowOff" | "colOff" => reading = None,
                "t" => in_text = false,
                "p" => anchor.text.push('\n'),
                "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => {
                    let anchor = std::mem::take(&mut anchor);
                    if let Some(over) = anchor.over() {
                        facts.add_text_box(over, &anchor.text);
                    }
                }
                _ => {}
            },
            Event::Eof => break,
            other => {
                let Some(text) = xml::text(other) else {
                    continue;
                };
                let place = corner.and_then(|corner| anchor.corners.get_mut(corner));
                let place = place.zip(reading).and_then(|(one, at)| one.get_mut(at));
                match place {
                    Some(place) => *place = text.trim().parse().unwrap_or(0),
                    None if in_text => anchor.text.push_str(&text),
                    None => {}
                }
            }
        }
    }
}

/// Comments with what they say.
pub(super) fn comments(bytes: &[u8], facts: &mut SheetFacts) {
    let mut reader = xml::reader(bytes);
    let mut in_text = false;
    let mut open: Option<(CellAddress, String)> = None;
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "comment" => {
                    let at = xml::attribute(tag, "ref").map(str::parse::<CellAddress>);
                    open = at.and_then(Result::ok).map(|at| (at, String::new()));
                }
                "t" => in_text = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "comment" => {
                    if let Some((at, text)) = open.take() {
                        facts.add_comment(at, &text);
                    }
                }
                _ => {}
            },
            Event::Eof => break,
            other => {
                if let (true, Some((_, said)), Some(text)) = (in_text, &mut open, xml::text(other))
                {
                    said.push_str(&text);
                }
            }
        }
    }
}
