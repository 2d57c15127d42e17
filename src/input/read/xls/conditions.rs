//! Conditional formats of an .xls sheet.
//!
//! In: the records of the sheet, one by one. Out: ranges. Not for: what follows from them. What is newer than Excel 2003 (bars, icons) is not
//! read but for its place: of such a range it is said that nobody knows.

use crate::base::cell::{CellAddress, CellRange};
use crate::base::display::NumberFormat;
use crate::input::read::conditions::{ConditionEffect, ConditionalLook, Ranges};
use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::value::in_grid;
use crate::input::read::xls::globals::Globals;
use crate::input::read::xls::strings::short_text;

/// A conditional format and one of its conditions; the same of Excel 2007.
const FORMAT: u16 = 0x01b0;
const CONDITION: u16 = 0x01b1;
const NEW_FORMAT: u16 = 0x0879;
const NEW_CONDITION: u16 = 0x087a;

/// The kinds of new conditions that are bars and icons.
const BARS: [u8; 2] = [4, 6];

/// The conditional formats so far.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub(super) ranges: Ranges,
    places: Vec<CellRange>,
}

impl Conditions {
    /// Takes in a record.
    pub(super) fn record(&mut self, kind: u16, content: &[u8], globals: &Globals) {
        let mut does = ConditionEffect::default();
        match kind {
            FORMAT => self.places = places(content),
            // The head of a new record takes twelve bytes.
            NEW_FORMAT => self.places = places(content.get(12..).unwrap_or_default()),
            CONDITION => {
                let given = content.get(6..).and_then(|rest| given_of(rest, globals));
                if let Some(given) = given {
                    does.give(&given);
                }
            }
            NEW_CONDITION => {
                let is_bar = content.get(12).is_some_and(|kind| BARS.contains(kind));
                if is_bar {
                    does.anything();
                }
                // The look, if it has one, with its length before it.
                let length = u32_at(content, 18).unwrap_or_default() as usize;
                let look = content.get(22..22 + length.min(content.len()));
                let given = look.filter(|look| !look.is_empty());
                let given = given.and_then(|look| given_of(look, globals));
                if let Some(given) = given {
                    does.give(&given);
                }
            }
            _ => return,
        }
        for place in &self.places {
            self.ranges.add(*place, does);
        }
    }
}

/// The ranges of a conditional format.
fn places(content: &[u8]) -> Vec<CellRange> {
    let ranges = content.get(14..).unwrap_or_default().chunks_exact(8);
    let count = usize::from(u16_at(content, 12).unwrap_or_default());
    ranges
        .take(count)
        .filter_map(|range| {
            let number = |at| u16_at(range, at).map(u32::from);
            let (first, last) = ((number(0)?, number(4)?), (number(2)?, number(6)?));
            in_grid(last.0, last.1).then(|| CellRange {
                first: CellAddress::new(first.0, first.1),
                last: CellAddress::new(last.0, last.1),
            })
        })
        .collect()
}

/// What a look gives (`DXFN`): a number format, a font, alignment, borders and a fill, each where its flag is set.
fn given_of(look: &[u8], globals: &Globals) -> Option<ConditionalLook> {
    let (flags, more) = (u32_at(look, 0)?, u16_at(look, 4)?);
    let has = |bit: u32| flags & (1 << bit) != 0;
    let mut rest = look.get(6..)?;
    let mut given = ConditionalLook::default();
    if has(25) {
        let length = if more & 1 != 0 {
            let code = short_text(rest.get(4..)?, usize::from(u16_at(rest, 2)?));
            given.has_code = code.is_some_and(|code| !NumberFormat::new(&code).is_plain());
            usize::from(u16_at(rest, 0)?)
        } else {
            let (format, _) = globals.styles.format(u16::from(*rest.get(1)?));
            given.has_code = !format.is_plain();
            2
        };
        rest = rest.get(length..)?;
    }
    if has(26) {
        let font = rest.get(..118)?;
        let (says, leaves) = (u32_at(font, 68)?, u32_at(font, 88)?);
        given.is_struck = says & 0x80 != 0 && leaves & 0x80 == 0;
        let color = u32_at(font, 80)?;
        given.letters = u16::try_from(color)
            .ok()
            .and_then(|color| globals.color(color));
        rest = rest.get(118..)?;
    }
    for bit in [27, 28] {
        if has(bit) {
            rest = rest.get(8..)?;
        }
    }
    if has(29) {
        let pattern = u16_at(rest, 0)? >> 10;
        let colors = u16_at(rest, 2)?;
        // A fill without a pattern of its own is one of the colour behind.
        let color = if pattern > 1 {
            None
        } else {
            Some(colors >> 7 & 0x7f)
        };
        given.fill = color
            .filter(|_| !has(18))
            .and_then(|color| globals.color(color));
    }
    Some(given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::{Cell, CellValue, Grid, Visibility};

    /// The ranges that are told for F8:F9 with a condition of this look.
    fn told(kind: u16, condition: &[u8]) -> usize {
        let globals = Globals::of(&[]);
        let mut conditions = Conditions::default();
        let numbers: Vec<u8> = [0_u16; 6]
            .into_iter()
            .chain([1, 7, 8, 5, 5])
            .flat_map(u16::to_le_bytes)
            .collect();
        let head = [0; 12];
        if kind == NEW_CONDITION {
            conditions.record(NEW_FORMAT, &[&head[..], &numbers].concat(), &globals);
        } else {
            conditions.record(FORMAT, &numbers, &globals);
        }
        conditions.record(kind, condition, &globals);
        let cell = Cell::new(CellAddress::new(7, 5), CellValue::Number(4.0));
        let mut grid = Grid::new("A", Visibility::Visible, vec![cell], Vec::new());
        conditions.ranges.apply(&mut grid);
        grid.facts.conditional.len()
    }

    fn look(flags: u32, more: u16, parts: &[u8]) -> Vec<u8> {
        [&flags.to_le_bytes()[..], &more.to_le_bytes(), parts].concat()
    }

    #[test]
    fn looks_that_strike_out_hide_or_show_otherwise_are_told() {
        let font = |struck: u8, leaves: u8, color: u32| {
            let mut font = [0_u8; 118];
            (font[68], font[88]) = (struck, leaves);
            font[80..84].copy_from_slice(&color.to_le_bytes());
            font.to_vec()
        };
        let unset = u32::MAX;
        let code = |code: &str| {
            let length = code.len() as u16;
            let whole = [length + 5, length].map(u16::to_le_bytes).concat();
            [&whole[..], &[0], code.as_bytes()].concat()
        };
        let fill = |number: u16| [0_u16, number << 7].map(u16::to_le_bytes).concat();
        for (flags, more, parts, expected) in [
            (1 << 26, 0, font(0x80, 0, unset), 1),
            (1 << 26, 0, font(0x80, 0x80, unset), 0),
            (1 << 26, 0, font(0, 0, 9), 1),
            (1 << 26, 0, font(0, 0, 10), 0),
            (1 << 29, 0, fill(13), 0),
            // White letters on the red that it gives are seen.
            (1 << 26 | 1 << 29, 0, [font(0, 0, 9), fill(10)].concat(), 0),
            (1 << 25, 1, code(";;;"), 1),
            (1 << 25, 1, code("0.0"), 0),
            (1 << 25, 0, vec![0, 9], 1),
        ] {
            let condition = [&[1, 5, 0, 0, 0, 0][..], &look(flags, more, &parts)].concat();
            assert_eq!(told(CONDITION, &condition), expected, "{flags} {more}");
        }
        assert_eq!(told(CONDITION, &[1, 5]), 0, "a record that is cut");
    }

    #[test]
    fn bars_of_newer_programs_may_stand_in_place_of_the_number() {
        let condition = |kind: u8, look: &[u8]| {
            let length = (look.len() as u32).to_le_bytes();
            [&[0; 12][..], &[kind, 0, 0, 0, 0, 0], &length, look].concat()
        };
        assert_eq!(told(NEW_CONDITION, &condition(4, &[])), 1);
        assert_eq!(told(NEW_CONDITION, &condition(3, &[])), 0);
        let mut font = [0_u8; 118];
        font[68] = 0x80;
        assert_eq!(
            told(NEW_CONDITION, &condition(2, &look(1 << 26, 0, &font))),
            1
        );
    }
}
