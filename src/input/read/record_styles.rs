//! The looks of workbooks in records (.xls, .xlsb): the fonts and cell formats that cells refer to by numbers.
//!
//! In: fonts, fills and number formats, as the records of either format tell them. Out: the look of a cell, the mark of a piece of a text.
//! Not for: where a record has what.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::cell::{Cell, CellValue, Mark};
use crate::base::display::{self, NumberFormat};
use crate::input::read::color::{Color, Colors};
use crate::input::read::marks::signs;
use crate::input::read::record_text::RecordText;
use crate::input::read::styles::{CellStyle, built_in_code};

/// Rows of less than 2 points, in twentieths of a point, and columns of less than 0.3 characters, in 256ths, show nothing.
pub(super) const FLAT_ROW: u16 = 40;
pub(super) const FLAT_COLUMN: u32 = 77;

/// What a font does to letters.
#[derive(Clone, Debug)]
pub(super) struct RecordFont {
    mark: Mark,
    letters: Option<Color>,
}

impl RecordFont {
    /// A font with these flags, raised (1) or lowered (2), in a colour.
    pub(super) fn new(flags: u16, raised: u16, letters: Option<Color>) -> Self {
        let mark = match (flags & 0x0008 != 0, raised) {
            (true, _) => Mark::Struck,
            (false, 1) => Mark::Raised,
            (false, 2) => Mark::Lowered,
            _ => Mark::Plain,
        };
        RecordFont { mark, letters }
    }

    fn is_white(&self) -> bool {
        self.letters == Some(Color::WHITE)
    }
}

/// What is behind letters: white without a pattern, a colour, or a pattern behind which anything is seen.
pub(super) fn behind(pattern: u32, color: impl FnOnce() -> Option<Color>) -> Option<Color> {
    match pattern {
        0 => Some(Color::WHITE),
        1 => color(),
        _ => None,
    }
}

/// The fonts, number formats and cell formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct RecordStyles {
    pub(super) fonts: Vec<RecordFont>,
    formats: HashMap<u16, (NumberFormat, Arc<str>)>,
    /// What the cell formats do, and the numbers of their fonts.
    cells: Vec<(CellStyle, u16)>,
}

impl RecordStyles {
    /// Takes a number format.
    pub(super) fn add_format(&mut self, number: u16, code: &str) {
        let kept = Arc::from(display::as_long_as_can_be(code));
        self.formats.insert(number, (NumberFormat::new(code), kept));
    }

    /// A number format by its number, with its code.
    pub(super) fn format(&self, number: u16) -> (NumberFormat, Arc<str>) {
        let known = self.formats.get(&number).cloned();
        known.unwrap_or_else(|| built_in_code(u32::from(number)))
    }

    /// Takes a cell format: the numbers of its number format and its font, and what is behind the letters.
    pub(super) fn add_cell(&mut self, format: u16, font: u16, behind: Option<Color>) {
        let of_cell = self.fonts.get(usize::from(font));
        let letters = of_cell.and_then(|font| font.letters.as_ref());
        let colors = Colors::new(letters, behind);
        let is_struck = of_cell.is_some_and(|font| font.mark == Mark::Struck);
        let style = CellStyle::new(self.format(format), is_struck, colors);
        self.cells.push((style, font));
    }

    /// The style of a cell.
    pub(super) fn cell(&self, number: u32) -> Option<&CellStyle> {
        let found = self.cells.get(number as usize);
        found.map(|(style, _)| style)
    }

    /// Whether letters in a font stand out.
    pub(super) fn is_marked(&self, font: u16) -> bool {
        let font = self.fonts.get(usize::from(font));
        font.is_some_and(|font| font.mark != Mark::Plain || font.is_white())
    }

    /// The mark of letters in a font, or in the font of a style.
    fn mark(&self, font: Option<u16>, style: u32) -> Mark {
        let of_style = self.cells.get(style as usize);
        let own = font.and_then(|font| self.fonts.get(usize::from(font)));
        let font = own.or_else(|| self.fonts.get(usize::from(of_style?.1)));
        let is_white = own.is_some_and(RecordFont::is_white);
        match font.map_or(Mark::Plain, |font| font.mark) {
            Mark::Plain if is_white && of_style.is_some_and(|(of, _)| of.colors.hide_white()) => {
                Mark::Unseen
            }
            mark => mark,
        }
    }

    /// Notes in a cell what its style does there, or the pieces of its text, which tell more.
    pub(super) fn apply(&self, cell: &mut Cell, style: u32, text: Option<&RecordText>) {
        if let (CellValue::Text(value), Some(text)) = (&mut cell.value, text)
            && *value == text.plain()
        {
            *value = text.signed(|font| signs(self.mark(font, style)));
            return;
        }
        if let Some(style) = self.cell(style) {
            style.apply(cell);
        }
    }
}
