//! What the fonts and fills of an .xlsx workbook do to what stands in a cell: strike it out, or give it the colour behind it.
//!
//! In: the part of styles. Out: two answers for a pair of font and fill. Not for: number formats, and not for looks that change
//! nothing of what a person reads.

use quick_xml::events::{BytesStart, Event};

use crate::input::read::color::{Color, Colors};
use crate::input::read::xml;

/// The fonts and fills of a workbook.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    fonts: Vec<(bool, Option<Color>)>,
    /// `None`: a pattern, behind which anything is seen.
    fills: Vec<Option<Color>>,
}

impl Fonts {
    /// Those of the part of styles with these bytes.
    pub(super) fn of(styles: &[u8]) -> Self {
        let mut found = Fonts::default();
        let mut reader = xml::reader(styles);
        let (mut in_fonts, mut in_fills) = (false, false);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "fonts" => in_fonts = true,
                    "fills" => in_fills = true,
                    "font" if in_fonts => found.fonts.push((false, None)),
                    "fill" if in_fills => found.fills.push(Some(Color::WHITE)),
                    "strike" | "color" if in_fonts => found.font(&tag),
                    "patternFill" | "gradientFill" | "fgColor" if in_fills => found.fill(&tag),
                    // They stand before all else that has fonts.
                    "cellXfs" => break,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "fonts" => in_fonts = false,
                    "fills" => break,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        found
    }

    fn font(&mut self, tag: &BytesStart<'_>) {
        let Some((is_struck, color)) = self.fonts.last_mut() else {
            return;
        };
        if tag.local_name().as_ref() == "color" {
            *color = Color::of(tag);
        } else {
            *is_struck = !matches!(xml::attribute(tag, "val"), Some("0" | "false"));
        }
    }

    fn fill(&mut self, tag: &BytesStart<'_>) {
        let Some(fill) = self.fills.last_mut() else {
            return;
        };
        match (
            tag.local_name().as_ref(),
            xml::attribute(tag, "patternType"),
        ) {
            ("patternFill", None | Some("none" | "solid")) => {}
            ("fgColor", _) if fill.is_some() => *fill = Color::of(tag),
            _ => *fill = None,
        }
    }

    /// Whether what has this font is struck out, and the colours of the letters and of what is behind them.
    pub(super) fn look(&self, font: Option<usize>, fill: Option<usize>) -> (bool, Colors) {
        let font = font.and_then(|font| self.fonts.get(font));
        let fill = fill.and_then(|fill| self.fills.get(fill));
        let letters = font.and_then(|(_, color)| color.as_ref());
        let colors = Colors::new(letters, fill.cloned().unwrap_or(Some(Color::WHITE)));
        (font.is_some_and(|(is_struck, _)| *is_struck), colors)
    }
}
