//! Conditional formats as Excel writes them into its XML of 2003, and into web pages.
//!
//! In: tags and texts of `ConditionalFormatting`. Out: ranges. Not for: what follows from them.

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::CellRange;
use crate::input::read::conditional::range;
use crate::input::read::conditions::{ConditionEffect, ConditionalLook, Ranges};
use crate::input::read::css::CssEffect;
use crate::input::read::{r1c1, xml};

/// A conditional format that is open.
#[derive(Debug, Default)]
pub(super) struct OpenCondition2003 {
    places: String,
    in_places: bool,
    does: ConditionEffect,
}

impl OpenCondition2003 {
    /// Takes in a tag within it.
    pub(super) fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "Range" => self.in_places = true,
            "Format" => {
                let style = xml::local_attribute(tag, "Style").map(xml::decoded);
                let effect = CssEffect::of(&style.unwrap_or_default());
                self.does.give(&ConditionalLook {
                    is_struck: effect.is_struck,
                    letters: effect.color,
                    fill: effect.behind,
                    has_code: false,
                });
            }
            _ => {}
        }
    }

    /// Takes in a text within it.
    pub(super) fn text(&mut self, text: &str) {
        if self.in_places {
            self.places.push_str(text);
        }
    }

    /// Takes in the end of a tag within it.
    pub(super) fn end(&mut self, name: &str) {
        self.in_places &= name != "Range";
    }

    /// Adds it to the ranges of a sheet.
    pub(super) fn add_to(&self, ranges: &mut Ranges) {
        for place in self.places.split([',', ' ']).map(str::trim) {
            if let Some(range) = places(place) {
                ranges.add(range, self.does);
            }
        }
    }
}

/// `R8C6:R9C6`, or `$F$8:$F$9`.
fn places(text: &str) -> Option<CellRange> {
    let plain = text.replace('$', "");
    range(&r1c1::a1(&plain, (0, 0))).or_else(|| range(&plain))
}

/// The ranges of a web page, whose conditional formats stand in a comment.
pub(super) fn of_page(page: &str) -> Ranges {
    const START: &str = "<x:ConditionalFormatting>";
    const END: &str = "</x:ConditionalFormatting>";
    let mut ranges = Ranges::default();
    for piece in page.split(START).skip(1) {
        let Some((inner, _)) = piece.split_once(END) else {
            continue;
        };
        let mut open = OpenCondition2003::default();
        let mut reader = xml::reader(inner.as_bytes());
        while let Ok(event) = reader.read_event() {
            match &event {
                Event::Start(tag) => open.start(tag),
                Event::End(tag) => open.end(tag.local_name().as_ref()),
                Event::Eof => break,
                other => {
                    if let Some(text) = xml::text(other) {
                        open.text(&text);
                    }
                }
            }
        }
        open.add_to(&mut ranges);
    }
    ranges
}
