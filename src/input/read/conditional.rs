//! Conditional formats of an .xlsx sheet.
//!
//! In: the bytes of a sheet, and the formats that its conditions give. Out: ranges. Not for: what follows from them.

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{CellAddress, CellRange};
use crate::base::display::NumberFormat;
use crate::input::read::color::Color;
use crate::input::read::conditions::{ConditionEffect, ConditionalLook, Ranges};
use crate::input::read::{find, xml};

/// A format that a condition gives, while it is read.
#[derive(Debug, Default)]
struct OpenCondition {
    given: ConditionalLook,
    in_fill: bool,
}

impl OpenCondition {
    /// Takes what a tag within the format says.
    fn take(&mut self, tag: &BytesStart<'_>) {
        let given = &mut self.given;
        match tag.local_name().as_ref() {
            "strike" => {
                given.is_struck = !matches!(xml::attribute(tag, "val"), Some("0" | "false"));
            }
            "fill" => self.in_fill = true,
            "color" if !self.in_fill => given.letters = Color::of(tag),
            "bgColor" if self.in_fill => given.fill = Color::of(tag),
            "numFmt" => {
                let code = xml::attribute(tag, "formatCode").map(xml::decoded);
                given.has_code |= code.is_some_and(|code| !NumberFormat::new(&code).is_plain());
            }
            _ => {}
        }
    }
}

/// The formats that conditions give, of the part of styles.
pub(super) fn given(styles: &[u8]) -> Vec<ConditionalLook> {
    let start = memchr::memmem::find(styles, b"<dxfs");
    let mut reader = xml::reader(start.and_then(|at| styles.get(at..)).unwrap_or_default());
    let mut found: Vec<ConditionalLook> = Vec::new();
    let mut open: Option<OpenCondition> = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "dxf" => {
                open = Some(OpenCondition::default());
            }
            Event::Start(tag) => open.iter_mut().for_each(|open| open.take(&tag)),
            Event::End(tag) => match tag.local_name().as_ref() {
                "fill" => open.iter_mut().for_each(|open| open.in_fill = false),
                "dxf" => found.extend(open.take().map(|open| open.given)),
                "dxfs" => break,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// The ranges of a sheet with these bytes.
pub(super) fn ranges(sheet: &[u8], given: &[ConditionalLook]) -> Ranges {
    let mut ranges = Ranges::default();
    let Some(at) = find::CONDITIONAL.find(sheet) else {
        return ranges;
    };
    // From the tag on, whatever its prefix.
    let start = memchr::memrchr(b'<', sheet.get(..at).unwrap_or_default()).unwrap_or(at);
    let mut reader = xml::reader(sheet.get(start..).unwrap_or_default());
    let (mut places, mut does) = (String::new(), ConditionEffect::default());
    let mut open: Option<OpenCondition> = None;
    let mut in_places = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "conditionalFormatting" => {
                    let attribute = xml::attribute(&tag, "sqref").unwrap_or_default();
                    (places, does) = (attribute.to_string(), ConditionEffect::default());
                }
                "cfRule" => {
                    let number = xml::attribute(&tag, "dxfId").and_then(|id| id.parse().ok());
                    let given = number.and_then(|number: usize| given.get(number));
                    if let Some(given) = given {
                        does.give(given);
                    }
                }
                "dataBar" | "iconSet" => {
                    let shows = xml::attribute(&tag, "showValue");
                    does.hides |= matches!(shows, Some("0" | "false"));
                }
                "dxf" => open = Some(OpenCondition::default()),
                "sqref" => in_places = true,
                _ => open.iter_mut().for_each(|open| open.take(&tag)),
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "dxf" => open.take().iter().for_each(|open| does.give(&open.given)),
                "fill" => open.iter_mut().for_each(|open| open.in_fill = false),
                "sqref" => in_places = false,
                "conditionalFormatting" => {
                    for range in places.split_whitespace().filter_map(range) {
                        ranges.add(range, does);
                    }
                }
                _ => {}
            },
            Event::Text(text) if in_places => places.push_str(&text.xml10_content()),
            Event::Eof => break,
            _ => {}
        }
    }
    ranges
}

/// A range such as `F8:F9`, or a single cell.
pub(super) fn range(text: &str) -> Option<CellRange> {
    let cell = |text: &str| text.parse::<CellAddress>().ok();
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    Some(CellRange {
        first: cell(first)?,
        last: cell(last)?,
    })
}
