//! Colours of letters and of what is behind them, as far as they decide whether a person sees the letters.
//!
//! In: colours as each format writes them. Out: whether one is seen on another. Not for: where a format keeps colours.

use quick_xml::events::BytesStart;

use crate::input::read::xml;

/// A colour, as far as two of them can be compared. White is what a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Color {
    /// Red, green and blue.
    Rgb([u8; 3]),
    /// By its place in a theme with its tint, or by a word; the same only as itself.
    Other(String),
}

/// Letters of less contrast to what is behind them are not seen. The ratio is that of WCAG 2.2 ("contrast ratio"), from 1 for two equal
/// colours to 21 for black on white; WCAG asks for 3 where letters are large. Light grey of 1.3 can be made out if one knows of it.
const LEAST_CONTRAST: f64 = 1.3;

impl Color {
    /// The colour of a sheet.
    pub(super) const WHITE: Color = Color::Rgb([255; 3]);

    /// By its red, green and blue in six digits.
    pub(super) fn rgb(digits: &str) -> Self {
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        match (part(0), part(2), part(4)) {
            (Some(red), Some(green), Some(blue)) if digits.len() == 6 => {
                Color::Rgb([red, green, blue])
            }
            _ => Color::other(digits),
        }
    }

    /// By any other words, of which only so many are kept as a colour has.
    pub(super) fn other(words: &str) -> Self {
        const MOST: usize = 40;
        let words = words.chars().take(MOST);
        Color::Other(words.map(|c| c.to_ascii_uppercase()).collect())
    }

    /// By its number in the colours that Excel always had (ECMA-376, part 1, 18.8.27).
    pub(super) fn indexed(number: usize) -> Option<Self> {
        match number {
            64 => Some(Color::Rgb([0; 3])),
            65 => Some(Color::WHITE),
            0..8 => PALETTE.get(number).map(|digits| Color::rgb(digits)),
            number => PALETTE.get(number - 8).map(|digits| Color::rgb(digits)),
        }
    }

    /// By the name that a number format gives it: `white`, `color2`.
    pub(super) fn of_format(name: &str) -> Option<Self> {
        let digits = match name {
            "black" => "000000",
            "blue" => "0000FF",
            "cyan" => "00FFFF",
            "green" => "00FF00",
            "magenta" => "FF00FF",
            "red" => "FF0000",
            "white" => "FFFFFF",
            "yellow" => "FFFF00",
            other => {
                let number = other.strip_prefix("color")?.parse::<usize>().ok()?;
                return Color::indexed(number.checked_add(7)?);
            }
        };
        Some(Color::rgb(digits))
    }

    /// By its place in a theme, made lighter or darker by a tint from -1 to 1.
    pub(super) fn theme(place: &str, tint: f64) -> Self {
        let grey = |from: f64| {
            let tint = tint.clamp(-1.0, 1.0);
            let whiteness = if tint < 0.0 {
                from * (1.0 + tint)
            } else {
                from + (1.0 - from) * tint
            };
            Color::Rgb([(whiteness * 255.0).round() as u8; 3])
        };
        // The first two of a theme are those of the window, white and black; the others a theme is free in.
        match place {
            "0" => grey(1.0),
            "1" => grey(0.0),
            _ => Color::other(&format!("{place}/{tint}")),
        }
    }

    /// By the attributes of a tag of Open XML; `None` where they do not say.
    pub(super) fn of(tag: &BytesStart<'_>) -> Option<Self> {
        let value = |key| xml::attribute(tag, key);
        if let Some(rgb) = value("rgb") {
            return Some(Color::rgb(rgb.get(rgb.len().checked_sub(6)?..)?));
        }
        if let Some(theme) = value("theme") {
            let tint = value("tint").and_then(|tint| tint.parse().ok());
            return Some(Color::theme(theme, tint.unwrap_or_default()));
        }
        let indexed = value("indexed")?;
        let known = indexed.parse().ok().and_then(Color::indexed);
        Some(known.unwrap_or_else(|| Color::other(&format!("#{indexed}"))))
    }

    /// The relative luminance of WCAG 2.2.
    fn luminance(rgb: [u8; 3]) -> f64 {
        let [red, green, blue] = rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// Whether letters of a colour are not seen on another. Letters whose colour is not told are.
pub(super) fn is_unseen(letters: Option<&Color>, behind: Option<&Color>) -> bool {
    match (letters, behind) {
        (Some(Color::Rgb(letters)), Some(Color::Rgb(behind))) => {
            let (one, other) = (Color::luminance(*letters), Color::luminance(*behind));
            (one.max(other) + 0.05) / (one.min(other) + 0.05) < LEAST_CONTRAST
        }
        (Some(letters), Some(behind)) => letters == behind,
        _ => false,
    }
}

/// The colours of letters and of what is behind them.
#[derive(Clone, Debug, Default)]
pub(super) struct Colors {
    behind: Option<Color>,
    hides: bool,
}

impl Colors {
    /// Those of letters and of what is behind them; `None` for a pattern, on which anything is seen.
    pub(super) fn new(letters: Option<&Color>, behind: Option<Color>) -> Self {
        Colors {
            hides: is_unseen(letters, behind.as_ref()),
            behind,
        }
    }

    /// Whether the letters are not seen.
    pub(super) fn hide(&self) -> bool {
        self.hides
    }

    /// Whether white letters would not be seen.
    pub(super) fn hide_white(&self) -> bool {
        is_unseen(Some(&Color::WHITE), self.behind.as_ref())
    }

    /// The same where a number format gives the letters a colour.
    pub(super) fn hide_in(&self, of_format: Option<&str>) -> bool {
        match of_format.and_then(Color::of_format) {
            Some(letters) => is_unseen(Some(&letters), self.behind.as_ref()),
            None => self.hide(),
        }
    }
}

/// The colours 8 to 63; 0 to 7 are the first of them.
const PALETTE: [&str; 56] = [
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "800000",
    "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366",
    "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00",
    "00FFFF", "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99",
    "99CCFF", "FF99CC", "CC99FF", "FFCC99", "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900",
    "FF6600", "666699", "969696", "003366", "339966", "003300", "333300", "993300", "993366",
    "333399", "333333",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_seen_by_their_contrast() {
        let unseen = |letters: &str, behind: &str| {
            is_unseen(Some(&Color::rgb(letters)), Some(&Color::rgb(behind)))
        };
        for (letters, behind) in [
            ("FFFFFF", "FFFFFF"),
            ("FEFEFE", "FFFFFF"),
            ("F2F2F2", "FFFFFF"),
            ("FFFFCC", "FFFFFF"),
            ("000000", "000000"),
            ("010101", "000000"),
            ("004488", "004589"),
        ] {
            assert!(unseen(letters, behind), "{letters} on {behind}");
        }
        for (letters, behind) in [
            ("BFBFBF", "FFFFFF"),
            ("C0C0C0", "FFFFFF"),
            ("FF0000", "FFFFFF"),
            ("00FF00", "FFFFFF"),
            ("FFFFFF", "004488"),
            ("000000", "FFFF00"),
        ] {
            assert!(!unseen(letters, behind), "{letters} on {behind}");
        }
        assert!(!is_unseen(None, Some(&Color::WHITE)));
        assert_eq!(Color::of_format("color2"), Some(Color::WHITE));
        assert_eq!(Color::indexed(9), Some(Color::WHITE));
        assert_eq!(Color::indexed(1), Some(Color::WHITE));
        assert_eq!(Color::indexed(70), None);
    }
}
