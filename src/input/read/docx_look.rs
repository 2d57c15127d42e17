//! How the letters of a .docx document look, as far as that decides what a person reads.
//!
//! In: properties of runs and shadings, as a document and its styles write them. Out: a look over another, and the mark that it makes.
//! Not for: which look applies where (`docx_format`).

use quick_xml::events::BytesStart;

use crate::base::cell::Mark;
use crate::input::read::color::{Color, is_unseen};
use crate::input::read::xml;

/// What is said of a run; what is not said comes from what is around it.
#[derive(Clone, Debug, Default)]
pub(super) struct DocxLook {
    is_hidden: Option<bool>,
    is_struck: Option<bool>,
    position: Option<Mark>,
    letters: Option<Color>,
    behind: Option<Color>,
}

impl DocxLook {
    /// Takes one property.
    pub(super) fn property(&mut self, tag: &BytesStart<'_>) {
        let value = xml::local_attribute(tag, "val");
        let is_on = is_on(tag);
        match tag.local_name().as_ref() {
            "vanish" => self.is_hidden = Some(is_on),
            "strike" | "dstrike" if is_on || self.is_struck.is_none() => {
                self.is_struck = Some(is_on);
            }
            "vertAlign" => {
                self.position = Some(match value {
                    Some("superscript") => Mark::Raised,
                    Some("subscript") => Mark::Lowered,
                    _ => Mark::Plain,
                });
            }
            "color" => self.letters = Some(letters(tag)),
            "highlight" => self.behind = value.and_then(highlight),
            // What is highlighted is shown so, and its shading is not.
            "shd" if self.behind.is_none() => self.behind = shading(tag),
            _ => {}
        }
    }

    /// This look, and where it says nothing the one below it.
    pub(super) fn over(&self, below: &DocxLook) -> DocxLook {
        let or = |one: &Option<Color>, other: &Option<Color>| one.clone().or(other.clone());
        DocxLook {
            is_hidden: self.is_hidden.or(below.is_hidden),
            is_struck: self.is_struck.or(below.is_struck),
            position: self.position.or(below.position),
            letters: or(&self.letters, &below.letters),
            behind: or(&self.behind, &below.behind),
        }
    }

    /// The mark of letters that look so on a shading; nothing where they are hidden.
    pub(super) fn mark(&self, around: &Color) -> Option<Mark> {
        if self.is_hidden == Some(true) {
            return None;
        }
        let behind = self.behind.as_ref().unwrap_or(around);
        let position = self.position.unwrap_or_default();
        Some(if self.is_struck == Some(true) {
            Mark::Struck
        } else if position == Mark::Plain && is_unseen(self.letters.as_ref(), Some(behind)) {
            Mark::Unseen
        } else {
            position
        })
    }
}

/// Whether a property that is on or off is on.
pub(super) fn is_on(tag: &BytesStart<'_>) -> bool {
    let value = xml::local_attribute(tag, "val");
    !matches!(value, Some("0" | "false" | "none" | "off"))
}

/// The colour of letters. Those of an automatic one are seen on everything.
fn letters(tag: &BytesStart<'_>) -> Color {
    let attribute = |key| xml::local_attribute(tag, key);
    let keys = ["val", "themeColor", "themeTint", "themeShade"];
    color(keys.map(attribute)).unwrap_or_else(|| Color::other("auto"))
}

/// The colour that a shading gives; nothing where it gives none. On a pattern everything is seen.
pub(super) fn shading(tag: &BytesStart<'_>) -> Option<Color> {
    let attribute = |key| xml::local_attribute(tag, key);
    match attribute("val") {
        Some("nil") => None,
        None | Some("clear") => {
            let keys = ["fill", "themeFill", "themeFillTint", "themeFillShade"];
            color(keys.map(attribute))
        }
        Some("solid") => {
            let keys = ["color", "themeColor", "themeTint", "themeShade"];
            Some(color(keys.map(attribute)).unwrap_or(Color::Rgb([0; 3])))
        }
        Some(_) => Some(Color::other("pattern")),
    }
}

/// A colour by its digits, or by its name in the theme with how much lighter or darker it is. Word writes the digits beside the name.
fn color([value, theme, tint, shade]: [Option<&str>; 4]) -> Option<Color> {
    let is_color =
        |text: &&str| text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(digits) = value.filter(is_color) {
        return Some(Color::rgb(digits));
    }
    let part = |text: &str| Some(f64::from(u8::from_str_radix(text, 16).ok()?) / 255.0);
    let lighter = tint.and_then(part).map(|part| 1.0 - part);
    let darker = shade.and_then(part).map(|part| part - 1.0);
    let place = match theme? {
        "none" => return None,
        "background1" | "light1" => "0",
        "text1" | "dark1" => "1",
        other => other,
    };
    Some(Color::theme(place, lighter.or(darker).unwrap_or_default()))
}

fn highlight(name: &str) -> Option<Color> {
    let digits = match name {
        "darkBlue" => "000080",
        "darkCyan" => "008080",
        "darkGreen" => "008000",
        "darkMagenta" => "800080",
        "darkRed" => "800000",
        "darkYellow" => "808000",
        "darkGray" => "808080",
        "lightGray" => "C0C0C0",
        other => return Color::of_format(other),
    };
    Some(Color::rgb(digits))
}
