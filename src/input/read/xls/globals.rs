//! What the sheets of an .xls workbook share: fonts, formats, texts, and where the sheets begin.
//!
//! In: the stream of a workbook. Out: the style of a cell by its number, the pieces of a text by its number. Not for: cells.

use std::collections::HashMap;

use crate::input::read::color::Color;
use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::record_styles::{RecordFont, RecordStyles, behind};
use crate::input::read::record_text::RecordText;
use crate::input::read::xls::strings::{self, short_text};
use crate::input::read::xls::{BEGIN, CONTINUE, END, records};

#[derive(Debug, Default)]
pub(super) struct Globals {
    pub(super) styles: RecordStyles,
    palette: Vec<Color>,
    /// Texts in pieces, by their number.
    pub(super) texts: HashMap<u32, RecordText>,
    /// The sheets by name, with where they begin.
    pub(super) sheets: Vec<(String, usize)>,
}

impl Globals {
    pub(super) fn of(stream: &[u8]) -> Self {
        let mut globals = Globals::default();
        let (mut fonts, mut cells, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut is_new, mut in_texts) = (true, false);
        for (kind, content) in records(stream, 0) {
            in_texts &= kind == CONTINUE;
            match kind {
                BEGIN => is_new = u16_at(content, 0) == Some(0x0600),
                0x0031 => fonts.push(content),
                0x041e => {
                    if let Some((number, code)) = format(content, is_new) {
                        globals.styles.add_format(number, &code);
                    }
                }
                0x00e0 => cells.push(content),
                0x0092 => {
                    let colors = content.get(2..).unwrap_or_default().chunks_exact(4);
                    globals.palette.extend(colors.map(color));
                }
                0x0085 => globals.sheets.extend(bound_sheet(content, is_new)),
                0x00fc => {
                    in_texts = true;
                    texts.push(content);
                }
                CONTINUE if in_texts => texts.push(content),
                END => break,
                _ => {}
            }
        }
        // The palette stands behind the fonts that refer to it.
        let mut fonts: Vec<RecordFont> = fonts
            .into_iter()
            .filter_map(|one| globals.font(one))
            .collect();
        // Formats give fonts numbers without the 4.
        if let Some(fifth) = fonts.get(4).cloned() {
            fonts.insert(4, fifth);
        }
        globals.styles.fonts = fonts;
        for cell in cells {
            globals.cell(cell, is_new);
        }
        globals.texts = strings::in_pieces(&texts, |font| globals.styles.is_marked(font));
        globals
    }

    /// A colour by its number; `None` for what the system decides.
    pub(super) fn color(&self, number: u16) -> Option<Color> {
        match number {
            0x7fff | 64 => None,
            1 | 65 => Some(Color::WHITE),
            number => {
                let own = usize::from(number)
                    .checked_sub(8)
                    .and_then(|place| self.palette.get(place));
                Some(match (own, number) {
                    (Some(color), _) => color.clone(),
                    (None, number) => Color::indexed(usize::from(number))
                        .unwrap_or_else(|| Color::Other(format!("#{number}"))),
                })
            }
        }
    }

    fn font(&self, content: &[u8]) -> Option<RecordFont> {
        let letters = self.color(u16_at(content, 4)?);
        let (flags, raised) = (u16_at(content, 2)?, u16_at(content, 8)?);
        Some(RecordFont::new(flags, raised, letters))
    }

    /// Takes a cell format.
    fn cell(&mut self, content: &[u8], is_new: bool) {
        let number = |at| u16_at(content, at).unwrap_or_default();
        // The pattern of the fill, and its colour.
        let (pattern, color) = if is_new {
            let pattern = u32_at(content, 14).unwrap_or_default() >> 26;
            (pattern, number(18) & 0x7f)
        } else {
            (u32::from(number(10) & 0x3f), number(8) & 0x7f)
        };
        let behind = behind(pattern, || self.color(color));
        self.styles.add_cell(number(2), number(0), behind);
    }
}

fn format(content: &[u8], is_new: bool) -> Option<(u16, String)> {
    let code = if is_new {
        let length = usize::from(u16_at(content, 2)?);
        short_text(content.get(4..)?, length)?
    } else {
        let bytes = content.get(3..)?.iter();
        bytes.map(|byte| char::from(*byte)).collect()
    };
    Some((u16_at(content, 0)?, code))
}

fn bound_sheet(content: &[u8], is_new: bool) -> Option<(String, usize)> {
    let length = usize::from(*content.get(6)?);
    // Old files have names in a code page; there the parser's name may be another one, and the sheet stays as it is.
    let name = if is_new {
        short_text(content.get(7..)?, length)?
    } else {
        content
            .get(7..7 + length)?
            .iter()
            .map(|byte| char::from(*byte))
            .collect()
    };
    Some((name, u32_at(content, 0)? as usize))
}

fn color(four: &[u8]) -> Color {
    let [red, green, blue, ..] = *four else {
        return Color::WHITE;
    };
    let digits = format!("{red:02X}{green:02X}{blue:02X}");
    Color::rgb(&digits)
}
