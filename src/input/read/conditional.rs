//! Conditional formats of an .xlsx sheet, as far as they change what a person sees of a number: data bars and icons that stand in place
//! of it, and looks that strike it out, hide it or show it otherwise.
//!
//! In: the bytes of a sheet, and the formats that its conditions give. Out: ranges. Not for: whether a condition is met; a finding says
//! where that matters.

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{Cell, CellAddress, CellRange, CellValue, Format, SheetFacts};
use crate::base::display::NumberFormat;
use crate::input::read::color::{Color, Colors};
use crate::input::read::{find, xml};

/// Ranges of one kind in a sheet that are told apart, so that each cell takes little time. What is beyond widens the last of them: it is
/// better to say too much.
const MOST: usize = 500;

/// Adds a range to those that are there.
fn add(ranges: &mut Vec<CellRange>, range: CellRange) {
    let count = ranges.len();
    match ranges.last_mut() {
        Some(wide) if count >= MOST => {
            wide.first.row = wide.first.row.min(range.first.row);
            wide.first.column = wide.first.column.min(range.first.column);
            wide.last.row = wide.last.row.max(range.last.row);
            wide.last.column = wide.last.column.max(range.last.column);
        }
        _ => ranges.push(range),
    }
}

/// What a condition gives a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    is_struck: bool,
    letters: Option<Color>,
    fill: Option<Color>,
    has_code: bool,
    in_fill: bool,
}

impl Given {
    /// Whether it changes what is seen of a number.
    fn matters(&self) -> bool {
        let behind = self.fill.clone().or(Some(Color::WHITE));
        let colors = Colors::new(self.letters.as_ref(), behind);
        self.is_struck || self.has_code || colors.hide()
    }

    /// Takes what a tag within a format of a condition says.
    fn take(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "strike" => self.is_struck = !matches!(xml::attribute(tag, "val"), Some("0" | "false")),
            "fill" => self.in_fill = true,
            "color" if !self.in_fill => self.letters = Color::of(tag),
            "bgColor" if self.in_fill => self.fill = Color::of(tag),
            "numFmt" => {
                let code = xml::attribute(tag, "formatCode").map(xml::decoded);
                self.has_code |= code.is_some_and(|code| !NumberFormat::new(&code).is_plain());
            }
            _ => {}
        }
    }
}

/// The formats that conditions give, of the part of styles.
pub(super) fn given(styles: &[u8]) -> Vec<Given> {
    let start = memchr::memmem::find(styles, b"<dxfs");
    let mut reader = xml::reader(start.and_then(|at| styles.get(at..)).unwrap_or_default());
    let mut found: Vec<Given> = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "dxf" => {
                found.push(Given::default());
            }
            Event::Start(tag) => {
                if let Some(given) = found.last_mut() {
                    given.take(&tag);
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "fill" => {
                    if let Some(given) = found.last_mut() {
                        given.in_fill = false;
                    }
                }
                "dxfs" => break,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// The ranges of one sheet.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    /// Where a bar or an icon stands in place of the number.
    without_number: Vec<CellRange>,
    /// Where a look may change what is seen of it.
    changing: Vec<CellRange>,
    /// Where a fill may be behind the letters.
    filled: Vec<CellRange>,
}

/// What one conditional format does.
#[derive(Default)]
struct Open {
    ranges: String,
    hides: bool,
    changes: bool,
    fills: bool,
    own: Option<Given>,
}

impl Ranges {
    /// Those of a sheet with these bytes.
    pub(super) fn of(sheet: &[u8], given: &[Given]) -> Self {
        let mut ranges = Ranges::default();
        let Some(at) = find::CONDITIONAL.find(sheet) else {
            return ranges;
        };
        // From the tag on, whatever its prefix.
        let start = memchr::memrchr(b'<', sheet.get(..at).unwrap_or_default()).unwrap_or(at);
        let mut reader = xml::reader(sheet.get(start..).unwrap_or_default());
        let mut open = Open::default();
        let mut in_range = false;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "conditionalFormatting" => {
                        let range = xml::attribute(&tag, "sqref").unwrap_or_default();
                        open = Open {
                            ranges: range.to_string(),
                            ..Open::default()
                        };
                    }
                    "cfRule" => {
                        let number = xml::attribute(&tag, "dxfId").and_then(|id| id.parse().ok());
                        open.add(number.and_then(|number: usize| given.get(number)));
                    }
                    "dataBar" | "iconSet" => {
                        let shows = xml::attribute(&tag, "showValue");
                        open.hides |= matches!(shows, Some("0" | "false"));
                    }
                    "dxf" => open.own = Some(Given::default()),
                    "sqref" => in_range = true,
                    _ => {
                        if let Some(own) = &mut open.own {
                            own.take(&tag);
                        }
                    }
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "dxf" => {
                        let own = open.own.take();
                        open.add(own.as_ref());
                    }
                    "fill" => open.own.iter_mut().for_each(|own| own.in_fill = false),
                    "sqref" => in_range = false,
                    "conditionalFormatting" => ranges.add(&std::mem::take(&mut open)),
                    _ => {}
                },
                Event::Text(text) if in_range => open.ranges.push_str(&text.xml10_content()),
                Event::Eof => break,
                _ => {}
            }
        }
        ranges
    }

    fn add(&mut self, open: &Open) {
        let cell = |text: &str| text.parse::<CellAddress>().ok();
        let range = |text: &str| {
            let (first, last) = text.split_once(':').unwrap_or((text, text));
            Some(CellRange {
                first: cell(first)?,
                last: cell(last)?,
            })
        };
        let found: Vec<CellRange> = open.ranges.split_whitespace().filter_map(range).collect();
        for (does, list) in [
            (open.hides, &mut self.without_number),
            (open.changes, &mut self.changing),
            (open.fills, &mut self.filled),
        ] {
            if does {
                for range in &found {
                    add(list, *range);
                }
            }
        }
    }

    /// Notes what is seen of the cells in them. Of letters that are not seen without a fill which a condition may give nobody knows.
    pub(super) fn apply(mut self, cells: &mut [Cell], facts: &mut SheetFacts) {
        let has = |ranges: &[CellRange], cell: &Cell| {
            let mut ranges = ranges.iter();
            ranges.any(|range| range.contains(cell.address))
        };
        if !self.without_number.is_empty() || !self.filled.is_empty() {
            for cell in cells {
                let is_number = matches!(cell.value, CellValue::Number(_));
                if is_number && has(&self.without_number, cell) {
                    cell.format = Format::Hidden;
                }
                let is_unseen = cell.look.as_deref().is_some_and(|look| look.is_unseen);
                if is_unseen && has(&self.filled, cell) {
                    cell.look_mut().is_unseen = false;
                    let (first, last) = (cell.address, cell.address);
                    add(&mut self.changing, CellRange { first, last });
                }
            }
        }
        facts.conditional = self.changing;
    }
}

impl Open {
    fn add(&mut self, given: Option<&Given>) {
        if let Some(given) = given {
            self.changes |= given.matters();
            self.fills |= given.fill.is_some();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_beyond_the_most_widen_the_last() {
        let mut list = Vec::new();
        for row in 0..600 {
            let cell = CellAddress::new(row, row % 3);
            add(
                &mut list,
                CellRange {
                    first: cell,
                    last: cell,
                },
            );
        }
        assert_eq!(list.len(), MOST);
        let has = |row, column| {
            let cell = CellAddress::new(row, column);
            list.iter().any(|range| range.contains(cell))
        };
        assert!(has(599, 2) && has(0, 0) && !has(0, 1) && !has(600, 0));
    }
}
