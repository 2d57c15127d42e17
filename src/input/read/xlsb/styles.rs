//! The formats of an .xlsb workbook.
//!
//! In: the part of styles. Out: its fonts, number formats and cell formats. Not for: formats that only decorate.

use crate::input::read::color::Color;
use crate::input::read::le::u16_at;
use crate::input::read::record_styles::{RecordFont, RecordStyles, behind};
use crate::input::read::xlsb::{records, text};

const FONT: u16 = 43;
const FORMAT: u16 = 44;
const FILL: u16 = 45;
const CELL: u16 = 47;
const BEGIN_CELLS: u16 = 617;
const END_CELLS: u16 = 618;

/// The formats of the part with these bytes. Cell formats stand behind all else that they refer to.
pub(super) fn styles(part: &[u8]) -> RecordStyles {
    let mut styles = RecordStyles::default();
    let mut fills: Vec<Option<Color>> = Vec::new();
    let mut in_cells = false;
    for (kind, content) in records(part) {
        match kind {
            FONT => styles.fonts.extend(font(content)),
            FILL => fills.push(fill(content)),
            FORMAT => {
                if let (Some(number), Some((units, _))) = (u16_at(content, 0), text(content, 2)) {
                    styles.add_format(number, &String::from_utf16_lossy(&units));
                }
            }
            BEGIN_CELLS => in_cells = true,
            END_CELLS => break,
            CELL if in_cells => {
                let number = |at| u16_at(content, at).unwrap_or_default();
                let behind = fills.get(usize::from(number(6))).cloned();
                let behind = behind.unwrap_or(Some(Color::WHITE));
                styles.add_cell(number(2), number(4), behind);
            }
            _ => {}
        }
    }
    styles
}

fn font(content: &[u8]) -> Option<RecordFont> {
    let (flags, raised) = (u16_at(content, 2)?, u16_at(content, 6)?);
    Some(RecordFont::new(flags, raised, color(content.get(12..)?)))
}

fn fill(content: &[u8]) -> Option<Color> {
    behind(u32::from(u16_at(content, 0)?), || color(content.get(4..)?))
}

/// A colour in eight bytes: of what kind it is, its number, its tint, and red, green and blue.
fn color(eight: &[u8]) -> Option<Color> {
    let [kind, number, low, high, red, green, blue, ..] = *eight else {
        return None;
    };
    match kind >> 1 {
        1 => Some(
            Color::indexed(usize::from(number))
                .unwrap_or_else(|| Color::other(&format!("#{number}"))),
        ),
        2 => Some(Color::Rgb([red, green, blue])),
        3 => Some(Color::theme(
            &number.to_string(),
            f64::from(i16::from_le_bytes([low, high])) / f64::from(i16::MAX),
        )),
        _ => None,
    }
}
