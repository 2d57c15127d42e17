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
    corners: [(u32, u32); 2],
    text: String,
}

impl Anchor {
    /// The cells that it covers; the first alone where the last is not told.
    fn over(&self) -> Option<CellRange> {
        let [(row, column), last] = self.corners;
        let first = CellAddress::new(row, column);
        let is_behind = last.0 >= row && last.1 >= column && in_grid(last.0, last.1);
        let last = if is_behind { last } else { (row, column) };
        in_grid(row, column).then(|| CellRange {
            first,
            last: CellAddress::new(last.0, last.1),
        })
    }
}

/// Pictures and text boxes, at the cells they begin in.
pub(super) fn drawing(bytes: &[u8], facts: &mut SheetFacts) {
    let mut reader = xml::reader(bytes);
    let mut anchor = Anchor::default();
    // The corner that is being told, and whether its row is.
    let (mut corner, mut reading) = (None, None);
    let mut in_text = false;
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => anchor = Anchor::default(),
                "from" => corner = Some(0_usize),
                "to" => corner = Some(1),
                "col" if corner.is_some() => reading = Some(false),
                "row" if corner.is_some() => reading = Some(true),
                "pic" => facts.pictures.extend(anchor.over().map(|over| over.first)),
                "t" => in_text = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "from" | "to" => corner = None,
                "col" | "row" => reading = None,
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
                match (reading, place) {
                    (Some(true), Some(place)) => place.0 = text.trim().parse().unwrap_or(0),
                    (Some(false), Some(place)) => place.1 = text.trim().parse().unwrap_or(0),
                    _ if in_text => anchor.text.push_str(&text),
                    _ => {}
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
