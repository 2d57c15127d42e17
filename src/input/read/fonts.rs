//! What the fonts and fills of an .xlsx workbook do to what stands in a cell: strike it out, or give it the colour behind it.
//!
//! In: the part of styles. Out: two answers for a pair of font and fill. Not for: number formats, and not for looks that change
//! nothing of what a person reads.

use quick_xml::events::{BytesStart, Event};

use crate::input::read::xml;

/// A colour, as far as two of them can be compared. White is what a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Color {
    White,
    /// By red, green and blue, or by its place in a theme with its tint.
    Other(String),
}

impl Color {
    /// By its red, green and blue in six digits.
    pub(super) fn rgb(digits: &str) -> Self {
        if digits.eq_ignore_ascii_case("FFFFFF") {
            Color::White
        } else {
            Color::other(digits)
        }
    }

    /// By any other words, of which only so many are kept as a colour has.
    pub(super) fn other(words: &str) -> Self {
        const MOST: usize = 40;
        let words = words.chars().take(MOST);
        Color::Other(words.map(|c| c.to_ascii_uppercase()).collect())
    }

    /// By the attributes of a tag; `None` where they do not say.
    fn of(tag: &BytesStart<'_>) -> Option<Self> {
        let value = |key| xml::attribute(tag, key);
        if let Some(rgb) = value("rgb") {
            return Some(Color::rgb(rgb.get(rgb.len().checked_sub(6)?..)?));
        }
        if let Some(theme) = value("theme") {
            let tint = value("tint").unwrap_or_default();
            return Some(match (theme, tint) {
                ("0", "" | "0") => Color::White,
                _ => Color::other(&format!("{theme}/{tint}")),
            });
        }
        Some(match value("indexed")? {
            "1" | "9" | "65" => Color::White,
            indexed => Color::other(&format!("#{indexed}")),
        })
    }
}

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
                    "fill" if in_fills => found.fills.push(Some(Color::White)),
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

    /// Whether what has this font on this fill is struck out, and whether it is not seen.
    pub(super) fn look(&self, font: Option<usize>, fill: Option<usize>) -> (bool, bool) {
        let Some((is_struck, color)) = font.and_then(|font| self.fonts.get(font)) else {
            return (false, false);
        };
        let fill = fill.and_then(|fill| self.fills.get(fill));
        let behind = fill.unwrap_or(&Some(Color::White));
        (*is_struck, color.is_some() && color == behind)
    }
}
