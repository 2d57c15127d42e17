//! The formats of an .xlsb workbook.
//!
//! In: the part of styles. Out: the style of a cell by its number, the mark of a font. Not for: formats that only decorate.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::cell::Mark;
use crate::base::display::{self, NumberFormat};
use crate::input::read::color::{Color, Colors};
use crate::input::read::le::u16_at;
use crate::input::read::styles::{CellStyle, built_in_code};
use crate::input::read::xlsb::{records, text};

const FONT: u16 = 43;
const FORMAT: u16 = 44;
const FILL: u16 = 45;
const CELL: u16 = 47;
const BEGIN_CELLS: u16 = 617;
const END_CELLS: u16 = 618;

#[derive(Clone, Debug)]
struct XlsbFont {
    mark: Mark,
    color: Option<Color>,
}

impl XlsbFont {
    fn is_white(&self) -> bool {
        self.color == Some(Color::WHITE)
    }
}

/// The formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct Styles {
    fonts: Vec<XlsbFont>,
    /// `None`: a pattern, behind which anything is seen.
    fills: Vec<Option<Color>>,
    /// What the cell formats do, and the numbers of their fonts.
    cells: Vec<(CellStyle, u16)>,
}

impl Styles {
    /// Those of the part with these bytes.
    pub(super) fn of(part: &[u8]) -> Self {
        let mut styles = Styles::default();
        let mut codes: HashMap<u16, (NumberFormat, Arc<str>)> = HashMap::new();
        let mut in_cells = false;
        for (kind, content) in records(part) {
            match kind {
                FONT => styles.fonts.extend(font(content)),
                FILL => styles.fills.push(fill(content)),
                FORMAT => codes.extend(format(content)),
                BEGIN_CELLS => in_cells = true,
                END_CELLS => break,
                CELL if in_cells => styles.cell_format(content, &codes),
                _ => {}
            }
        }
        styles
    }

    fn cell_format(&mut self, content: &[u8], codes: &HashMap<u16, (NumberFormat, Arc<str>)>) {
        let number = |at| u16_at(content, at).unwrap_or_default();
        let (id, font, fill) = (number(2), number(4), number(6));
        let known = codes.get(&id).cloned();
        let (format, code) = known.unwrap_or_else(|| built_in_code(u32::from(id)));
        let font_of_cell = self.fonts.get(usize::from(font));
        let color = font_of_cell.and_then(|font| font.color.as_ref());
        let behind = self.fills.get(usize::from(fill)).cloned();
        let style = CellStyle {
            is_date: display::is_date(&code),
            format,
            code,
            is_struck: font_of_cell.is_some_and(|font| font.mark == Mark::Struck),
            shows_white: false,
            colors: Colors::new(color, behind.unwrap_or(Some(Color::WHITE))),
        };
        self.cells.push((style, font));
    }

    /// The style of a cell.
    pub(super) fn cell(&self, number: u32) -> Option<&CellStyle> {
        self.cells.get(number as usize).map(|(style, _)| style)
    }

    /// Whether letters in a font stand out.
    pub(super) fn is_marked(&self, font: u16) -> bool {
        let font = self.fonts.get(usize::from(font));
        font.is_some_and(|font| font.mark != Mark::Plain || font.is_white())
    }

    /// The mark of letters in a font, or in the font of a style.
    pub(super) fn mark(&self, font: Option<u16>, style: u32) -> Mark {
        let of_style = self.cells.get(style as usize);
        let own = font.and_then(|font| self.fonts.get(usize::from(font)));
        let font = own.or_else(|| self.fonts.get(usize::from(of_style?.1)));
        let is_white = own.is_some_and(XlsbFont::is_white);
        match font.map_or(Mark::Plain, |font| font.mark) {
            Mark::Plain if is_white && of_style.is_some_and(|(of, _)| of.colors.hide_white()) => {
                Mark::Unseen
            }
            mark => mark,
        }
    }
}

fn font(content: &[u8]) -> Option<XlsbFont> {
    let is_struck = u16_at(content, 2)? & 0x0008 != 0;
    let mark = match (is_struck, u16_at(content, 6)?) {
        (true, _) => Mark::Struck,
        (false, 1) => Mark::Raised,
        (false, 2) => Mark::Lowered,
        _ => Mark::Plain,
    };
    let color = color(content.get(12..)?);
    Some(XlsbFont { mark, color })
}

/// The colour of a fill. What comes without a pattern is white.
fn fill(content: &[u8]) -> Option<Color> {
    match u16_at(content, 0)? {
        0 => Some(Color::WHITE),
        1 => color(content.get(4..)?),
        _ => None,
    }
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

fn format(content: &[u8]) -> Option<(u16, (NumberFormat, Arc<str>))> {
    let (units, _) = text(content, 2)?;
    let code = String::from_utf16_lossy(&units);
    let kept = Arc::from(display::as_long_as_can_be(&code));
    Some((u16_at(content, 0)?, (NumberFormat::new(&code), kept)))
}
