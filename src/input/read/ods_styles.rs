//! The styles of an .ods file, as far as they change what a person reads.
//!
//! In: start tags of styles, of both parts that hold them. Out: for the name of a style, its marks, its colours, whether its line has
//! no size, its number format, what its conditions give. Not for: how number formats are written.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::Mark;
use crate::base::display::NumberFormat;
use crate::input::read::color::{Color, is_unseen};
use crate::input::read::conditions::{ConditionEffect, ConditionalLook};
use crate::input::read::ods_formats::OdsFormats;
use crate::input::read::sheet_facts::FLAT_ROW;
use crate::input::read::xml;

/// Styles above a style that are asked; programs write two or three.
const ANCESTORS: usize = 10;

/// What one style says; `None` where it leaves that to the style above it.
#[derive(Clone, Debug, Default)]
struct OdsStyle {
    parent: Option<String>,
    is_struck: Option<bool>,
    position: Option<Mark>,
    is_hidden: bool,
    color: Option<Color>,
    behind: Option<Color>,
    has_no_size: bool,
    /// The name of its number format.
    number: Option<String>,
    /// The styles that conditions give in its place.
    given: Vec<String>,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Shown, with this mark.
    Shown(Mark),
    /// Not shown.
    Hidden,
}

/// Styles by family and name.
#[derive(Debug, Default)]
pub(super) struct OdsStyles {
    found: HashMap<(String, String), OdsStyle>,
    open: (String, String),
    formats: OdsFormats,
}

impl OdsStyles {
    /// Takes the styles of a part.
    pub(super) fn read(&mut self, part: &[u8]) {
        let mut reader = xml::reader(part);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) if tag.local_name().as_ref() == "body" => break,
                Event::Start(tag) => {
                    if !self.formats.start(&tag) {
                        self.start(&tag);
                    }
                }
                Event::End(tag) => self.formats.end(tag.local_name().as_ref()),
                Event::Eof => break,
                other => {
                    if let Some(text) = xml::text(&other) {
                        self.formats.text(&text);
                    }
                }
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let value = |key: &str| xml::local_attribute(tag, key);
        match tag.local_name().as_ref() {
            name @ ("style" | "default-style") => {
                let family = value("family").unwrap_or_default().to_string();
                let own = if name == "style" { value("name") } else { None };
                self.open = (family, own.unwrap_or_default().to_string());
                let parent = value("parent-style-name").map(str::to_string);
                let style = self.found.entry(self.open.clone()).or_default();
                style.parent = parent;
                style.number = value("data-style-name").map(str::to_string);
            }
            "boolean-style" => self.open = (String::new(), String::new()),
            "map" => {
                let style = self.found.get_mut(&self.open);
                if let (Some(style), Some(given)) = (style, value("apply-style-name")) {
                    style.given.push(given.to_string());
                }
            }
            "text-properties"
            | "table-cell-properties"
            | "table-row-properties"
            | "table-column-properties" => {
                let Some(style) = self.found.get_mut(&self.open) else {
                    return;
                };
                for key in ["text-line-through-style", "text-line-through-type"] {
                    if let Some(line) = value(key) {
                        style.is_struck = Some(line != "none");
                    }
                }
                style.position = value("text-position").map(position).or(style.position);
                style.is_hidden |= value("display") == Some("none");
                let color = |key| value(key).map(|color| Color::rgb(color.trim_start_matches('#')));
                style.color = color("color").or(style.color.take());
                style.behind = match value("background-color") {
                    Some("transparent") => Some(Color::WHITE),
                    _ => color("background-color").or(style.behind.take()),
                };
                let size = value("row-height").or(value("column-width"));
                style.has_no_size = size.is_some_and(is_nothing);
            }
            _ => {}
        }
    }

    /// The first answer of a style and those above it, or else that of the default style of the family, whose name is empty here.
    fn ask<T>(
        &self,
        family: &str,
        name: &str,
        answer: impl Fn(&OdsStyle) -> Option<T>,
    ) -> Option<T> {
        let mut key = (family.to_string(), name.to_string());
        for _ in 0..ANCESTORS {
            let style = self.found.get(&key);
            if let Some(answer) = style.and_then(&answer) {
                return Some(answer);
            }
            match style.and_then(|style| style.parent.as_ref()) {
                Some(parent) => key.1.clone_from(parent),
                None if key.1.is_empty() => return None,
                None => key.1.clear(),
            }
        }
        None
    }

    /// What a piece of text of this style is.
    pub(super) fn span(&self, name: &str) -> Span {
        let ask = |answer: fn(&OdsStyle) -> Option<Mark>| self.ask("text", name, answer);
        if self
            .ask("text", name, |style| style.is_hidden.then_some(()))
            .is_some()
        {
            return Span::Hidden;
        }
        let struck = ask(|style| {
            style
                .is_struck
                .map(|yes| if yes { Mark::Struck } else { Mark::Plain })
        });
        Span::Shown(match struck {
            Some(Mark::Struck) => Mark::Struck,
            _ => match ask(|style| style.position).unwrap_or_default() {
                Mark::Plain if self.is_white(name) => Mark::Unseen,
                mark => mark,
            },
        })
    }

    /// Whether a piece of text of this style is in white.
    fn is_white(&self, name: &str) -> bool {
        self.ask("text", name, |style| style.color.clone()) == Some(Color::WHITE)
    }

    /// Whether white letters are seen in a cell of this style.
    pub(super) fn shows_white(&self, name: &str) -> bool {
        let behind = self.ask("table-cell", name, |style| style.behind.clone());
        behind.is_some_and(|behind| !is_unseen(Some(&Color::WHITE), Some(&behind)))
    }

    /// Whether a cell of this style, or of none where the name is empty, is struck out, and whether it is not seen.
    pub(super) fn cell(&self, name: &str) -> (bool, bool) {
        let struck = self.ask("table-cell", name, |style| style.is_struck);
        let color = self.ask("table-cell", name, |style| style.color.clone());
        let behind = self.ask("table-cell", name, |style| style.behind.clone());
        let behind = behind.unwrap_or(Color::WHITE);
        let is_unseen = is_unseen(color.as_ref(), Some(&behind));
        (struck.unwrap_or_default(), is_unseen)
    }

    /// The number format of a cell of this style.
    pub(super) fn code(&self, name: &str) -> Option<&str> {
        let number = self.ask("table-cell", name, |style| style.number.clone());
        self.formats.code(&number?)
    }

    /// What a condition gives that takes this style.
    pub(super) fn given(&self, name: &str) -> ConditionalLook {
        let ask = |answer: fn(&OdsStyle) -> Option<Color>| self.ask("table-cell", name, answer);
        let code = self.code(name);
        ConditionalLook {
            is_struck: self.cell(name).0,
            letters: ask(|style| style.color.clone()),
            fill: ask(|style| style.behind.clone()).filter(|fill| *fill != Color::WHITE),
            has_code: code.is_some_and(|code| !NumberFormat::new(code).is_plain()),
        }
    }

    /// What the conditions of a style do.
    pub(super) fn conditions(&self, name: &str) -> Option<ConditionEffect> {
        let style = self
            .found
            .get(&("table-cell".to_string(), name.to_string()))?;
        let mut does = ConditionEffect::default();
        for given in &style.given {
            does.give(&self.given(given));
        }
        (!style.given.is_empty()).then_some(does)
    }

    /// Whether a row or a column of this style has no size.
    pub(super) fn is_flat(&self, family: &str, name: &str) -> bool {
        self.ask(family, name, |style| style.has_no_size.then_some(()))
            .is_some()
    }
}

/// Where a piece stands: `super 58%`, `sub 58%`, `33% 58%`, `-33% 58%`.
fn position(text: &str) -> Mark {
    let first = text.split(' ').next().unwrap_or_default();
    let percent = first
        .strip_suffix('%')
        .and_then(|digits| digits.parse::<f64>().ok());
    match (first, percent) {
        ("super", _) => Mark::Raised,
        ("sub", _) => Mark::Lowered,
        (_, Some(percent)) if percent > 0.0 => Mark::Raised,
        (_, Some(percent)) if percent < 0.0 => Mark::Lowered,
        _ => Mark::Plain,
    }
}

/// Whether a length such as `0.02in` is almost nothing.
fn is_nothing(length: &str) -> bool {
    let digits = length.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let points = match length.get(digits.len()..) {
        Some("in") => 72.0,
        Some("cm") => 72.0 / 2.54,
        Some("mm") => 72.0 / 25.4,
        Some("pc") => 12.0,
        Some("px") => 0.75,
        _ => 1.0,
    };
    let size = digits.parse::<f64>().ok();
    size.is_some_and(|size| size * points < FLAT_ROW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_style_leaves_open_the_default_style_says() {
        let mut styles = OdsStyles::default();
        styles.read(
            "<a><style:default-style style:family=\"table-cell\"><style:text-properties fo:color=\"#ffffff\"/></style:default-style>\
             <style:style style:name=\"A\" style:family=\"table-cell\" style:parent-style-name=\"B\"/>\
             <style:style style:name=\"B\" style:family=\"table-cell\"/>\
             <style:style style:name=\"C\" style:family=\"table-cell\" style:parent-style-name=\"B\"><style:text-properties fo:color=\"#000000\"/></style:style>\
             <style:style style:name=\"D\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"#808080\"/></style:style></a>"
                .as_bytes(),
        );
        for (name, is_unseen) in [
            ("A", true),
            ("B", true),
            ("", true),
            ("unknown", true),
            ("C", false),
            ("D", false),
        ] {
            assert_eq!(styles.cell(name), (false, is_unseen), "{name}");
        }
        assert_eq!(styles.span("A"), Span::Shown(Mark::Plain), "another family");
    }
}
