//! What the sheets of an .xls workbook share: fonts, formats, texts, and where the sheets begin.
//!
//! In: the stream of a workbook. Out: the style of a cell by its number, the pieces of a text by its number. Not for: cells.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::cell::Mark;
use crate::base::display::{self, NumberFormat};
use crate::input::read::color::{Color, Colors};
use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::styles::{CellStyle, built_in_code};
use crate::input::read::xls::strings::{self, XlsText, short_text};
use crate::input::read::xls::{BEGIN, CONTINUE, END, records};

#[derive(Clone, Debug)]
struct XlsFont {
    mark: Mark,
    color: u16,
    letters: Option<Color>,
}

impl XlsFont {
    fn is_white(&self) -> bool {
        self.letters == Some(Color::WHITE)
    }
}

#[derive(Debug, Default)]
pub(super) struct Globals {
    fonts: Vec<XlsFont>,
    /// What the cell formats do, and the numbers of their fonts.
    styles: Vec<(CellStyle, u16)>,
    palette: Vec<Color>,
    formats: HashMap<u16, (NumberFormat, Arc<str>)>,
    /// Texts in pieces, by their number.
    pub(super) texts: HashMap<u32, XlsText>,
    /// The sheets by name, with where they begin.
    pub(super) sheets: Vec<(String, usize)>,
}

impl Globals {
    pub(super) fn of(stream: &[u8]) -> Self {
        let mut globals = Globals::default();
        let mut formats: HashMap<u16, (NumberFormat, Arc<str>)> = HashMap::new();
        let mut cells: Vec<&[u8]> = Vec::new();
        let mut palette: Vec<Color> = Vec::new();
        let mut texts: Vec<&[u8]> = Vec::new();
        let (mut is_new, mut in_texts) = (true, false);
        for (kind, content) in records(stream, 0) {
            in_texts &= kind == CONTINUE;
            match kind {
                BEGIN => is_new = u16_at(content, 0) == Some(0x0600),
                0x0031 => globals.fonts.extend(font(content)),
                0x041e => formats.extend(format(content, is_new)),
                0x00e0 => cells.push(content),
                0x0092 => palette.extend(
                    content
                        .get(2..)
                        .unwrap_or_default()
                        .chunks_exact(4)
                        .map(color),
                ),
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
        let colors = |number: u16| color_of(number, &palette);
        for font in &mut globals.fonts {
            font.letters = colors(font.color);
        }
        for cell in cells {
            globals.style(cell, &formats, is_new, &colors);
        }
        (globals.palette, globals.formats) = (palette, formats);
        let is_marked = |font: u16| {
            let font = globals.font(font);
            font.is_some_and(|font| font.mark != Mark::Plain || font.is_white())
        };
        globals.texts = strings::in_pieces(&texts, is_marked);
        globals
    }

    /// A colour by its number; `None` for what the system decides.
    pub(super) fn color(&self, number: u16) -> Option<Color> {
        color_of(number, &self.palette)
    }

    /// A number format by its number.
    pub(super) fn format(&self, number: u16) -> NumberFormat {
        let known = self.formats.get(&number).cloned();
        known.unwrap_or_else(|| built_in_code(u32::from(number))).0
    }

    /// A font by the number that formats give it: there is none with the number 4.
    fn font(&self, number: u16) -> Option<&XlsFont> {
        let place = usize::from(number);
        self.fonts.get(if place > 4 { place - 1 } else { place })
    }

    fn style(
        &mut self,
        cell: &[u8],
        formats: &HashMap<u16, (NumberFormat, Arc<str>)>,
        is_new: bool,
        colors: &dyn Fn(u16) -> Option<Color>,
    ) {
        let number = |at| u16_at(cell, at).unwrap_or_default();
        let code = number(2);
        let font = self.font(number(0)).cloned();
        // The pattern of the fill, and its colour.
        let (pattern, behind) = if is_new {
            (
                u32_at(cell, 14).unwrap_or_default() >> 26,
                number(18) & 0x7f,
            )
        } else {
            (u32::from(number(10) & 0x3f), number(8) & 0x7f)
        };
        let behind = match pattern {
            0 => Some(Color::WHITE),
            1 => colors(behind),
            _ => None,
        };
        let color = font.as_ref().and_then(|font| font.letters.clone());
        let colors = Colors::new(color.as_ref(), behind);
        let known = formats.get(&code).cloned();
        let (format, code) = known.unwrap_or_else(|| built_in_code(u32::from(code)));
        let style = CellStyle {
            is_date: display::is_date(&code),
            format,
            code,
            is_struck: font.is_some_and(|font| font.mark == Mark::Struck),
            shows_white: false,
            colors,
        };
        self.styles.push((style, number(0)));
    }

    /// The style of a cell.
    pub(super) fn cell(&self, number: u16) -> Option<&CellStyle> {
        let found = self.styles.get(usize::from(number));
        found.map(|(style, _)| style)
    }

    /// The mark of letters in a font, or in the font of a style.
    pub(super) fn mark(&self, font: Option<u16>, style: u16) -> Mark {
        let of_style = self.styles.get(usize::from(style));
        let own = font.and_then(|font| self.font(font));
        let font = own.or_else(|| self.font(of_style?.1));
        let is_white = own.is_some_and(XlsFont::is_white);
        match font.map_or(Mark::Plain, |font| font.mark) {
            Mark::Plain if is_white && of_style.is_some_and(|(of, _)| of.colors.hide_white()) => {
                Mark::Unseen
            }
            mark => mark,
        }
    }
}

fn font(content: &[u8]) -> Option<XlsFont> {
    let is_struck = u16_at(content, 2)? & 0x0008 != 0;
    let mark = match (is_struck, u16_at(content, 8)?) {
        (true, _) => Mark::Struck,
        (false, 1) => Mark::Raised,
        (false, 2) => Mark::Lowered,
        _ => Mark::Plain,
    };
    let color = u16_at(content, 4)?;
    Some(XlsFont {
        mark,
        color,
        letters: None,
    })
}

fn format(content: &[u8], is_new: bool) -> Option<(u16, (NumberFormat, Arc<str>))> {
    let code = if is_new {
        let length = usize::from(u16_at(content, 2)?);
        short_text(content.get(4..)?, length)?
    } else {
        content
            .get(3..)?
            .iter()
            .map(|byte| char::from(*byte))
            .collect()
    };
    Some((
        u16_at(content, 0)?,
        (NumberFormat::new(&code), Arc::from(code)),
    ))
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

/// A colour by its number; `None` for what the system decides.
fn color_of(number: u16, palette: &[Color]) -> Option<Color> {
    match number {
        0x7fff | 64 => None,
        1 | 65 => Some(Color::WHITE),
        number => {
            let own = usize::from(number)
                .checked_sub(8)
                .and_then(|place| palette.get(place));
            Some(match (own, number) {
                (Some(color), _) => color.clone(),
                (None, number) => Color::indexed(usize::from(number))
                    .unwrap_or_else(|| Color::Other(format!("#{number}"))),
            })
        }
    }
}
