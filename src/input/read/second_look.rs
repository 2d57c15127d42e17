//! A second, slower look at a worksheet in which something is odd: where the n-th cell stands, and which values calamine would
//! read only in part.
//!
//! In: the bytes of a worksheet part. Out: positions. Not for: ordinary sheets, which are never looked at twice.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::base::cell::CellAddress;
use crate::input::read::{find, xml};

/// Where cells stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Traced {
    /// Zero-based row and column of the cells asked for, by their number.
    pub(super) places: BTreeMap<u64, (u32, u32)>,
    /// Cells whose number is written in a way that calamine reads in part: with character references, CDATA or comments inside.
    pub(super) odd: Vec<(u32, u32)>,
}

/// Whether the bytes hold markup inside which a number may be read in part. Excel never writes any of it.
pub(super) fn is_suspicious(bytes: &[u8]) -> bool {
    find::NO_TAG.find(bytes).is_some() || find::CHARACTER.find(bytes).is_some()
}

/// Walks through the cells in the order in which calamine gives them, which is that of the `<c>` elements.
pub(super) fn cells(bytes: &[u8], numbers: &[u64], odd_limit: usize) -> Traced {
    let mut traced = Traced::default();
    let mut wanted = numbers.iter().copied().peekable();
    let (mut row, mut column, mut number) = (0_u32, 0_u32, 0_u64);
    let mut reader = xml::reader(bytes);
    let mut in_data = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "sheetData" => in_data = true,
                "row" if in_data => {
                    let named = xml::attribute(&tag, "r").and_then(|r| r.parse::<u32>().ok());
                    row = named.map_or(row, |named| named.saturating_sub(1));
                }
                "c" if in_data => {
                    let named =
                        xml::attribute(&tag, "r").and_then(|r| r.parse::<CellAddress>().ok());
                    let at = named.map_or((row, column), |at| (at.row, at.column));
                    column = at.1.saturating_add(1);
                    if wanted.next_if_eq(&number).is_some() {
                        traced.places.insert(number, at);
                    }
                    let odd = has_odd_value(&mut reader, &tag);
                    if odd && traced.odd.len() < odd_limit {
                        traced.odd.push(at);
                    }
                    number += 1;
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "row" => {
                    row = row.saturating_add(1);
                    column = 0;
                }
                "sheetData" => break,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    traced
}

/// Reads a cell to its end; whether its value is a number that is not simply one run of text.
fn has_odd_value(reader: &mut Reader<&[u8]>, cell: &BytesStart<'_>) -> bool {
    let plain = matches!(
        xml::attribute(cell, "t"),
        None | Some("n" | "s" | "b" | "e")
    );
    let (mut in_value, mut runs, mut odd) = (false, 0, false);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "v" => in_value = true,
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" => in_value = false,
                "c" => break,
                _ => {}
            },
            Event::Text(_) if in_value => runs += 1,
            Event::CData(_) | Event::GeneralRef(_) | Event::Comment(_) | Event::PI(_)
                if in_value =>
            {
                odd = true;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    plain && (odd || runs > 1)
}
