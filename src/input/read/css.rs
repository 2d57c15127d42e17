//! How elements of a web page look, as far as it changes what a person reads.
//!
//! In: the page with its style sheets, the name and the attributes of an element. Out: what it does to the text in it. Only classes are
//! looked up, which is what programs write. Not for: layout.

use std::collections::HashMap;

use crate::base::cell::Mark;
use crate::input::read::color::Color;
use crate::input::read::markup;

/// What an element does to the text in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CssEffect {
    pub(super) is_hidden: bool,
    pub(super) is_struck: bool,
    pub(super) position: Mark,
    pub(super) color: Option<Color>,
    pub(super) behind: Option<Color>,
}

impl CssEffect {
    fn add(&mut self, other: &CssEffect) {
        self.is_hidden |= other.is_hidden;
        self.is_struck |= other.is_struck;
        if other.position != Mark::Plain {
            self.position = other.position;
        }
        self.color = other.color.clone().or(self.color.take());
        self.behind = other.behind.clone().or(self.behind.take());
    }

    /// Of declarations such as `display:none; color:white`.
    pub(super) fn of(declarations: &str) -> Self {
        let mut effect = CssEffect::default();
        for one in declarations.split(';') {
            let Some((property, value)) = one.split_once(':') else {
                continue;
            };
            let value = value.trim().to_ascii_lowercase();
            match property.trim().to_ascii_lowercase().as_str() {
                "display" => effect.is_hidden |= value == "none",
                // As Word and Excel hide what stands in their pages.
                "mso-hide" => effect.is_hidden |= value == "all",
                "visibility" => effect.is_hidden |= value == "hidden" || value == "collapse",
                "text-decoration" | "text-decoration-line" => {
                    effect.is_struck |= value.contains("line-through");
                }
                // As Excel writes it.
                "text-line-through" => effect.is_struck |= value != "none",
                "vertical-align" => effect.position = position(&value),
                "color" => effect.color = color(&value),
                "background" | "background-color" => effect.behind = color(&value),
                _ => {}
            }
        }
        effect
    }
}

fn position(value: &str) -> Mark {
    match value {
        "super" => Mark::Raised,
        "sub" => Mark::Lowered,
        _ => Mark::Plain,
    }
}

/// A colour as pages write it; `None` for names other than white, which only that one is compared with.
fn color(value: &str) -> Option<Color> {
    let value = value.trim();
    if value == "white" || value == "window" || value == "transparent" {
        return Some(Color::WHITE);
    }
    if let Some(digits) = value.strip_prefix('#') {
        return match digits.len() {
            3 => Some(Color::rgb(
                &digits.chars().flat_map(|c| [c, c]).collect::<String>(),
            )),
            6 => Some(Color::rgb(digits)),
            _ => None,
        };
    }
    if let Some(inner) = value
        .strip_prefix("rgb(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let parts: Vec<String> = inner
            .split(',')
            .filter_map(|part| part.trim().parse::<u8>().ok())
            .map(|part| format!("{part:02X}"))
            .collect();
        return (parts.len() == 3).then(|| Color::rgb(&parts.concat()));
    }
    Some(Color::other(value))
        .filter(|_| !value.is_empty() && value != "none" && !value.starts_with("auto"))
}

/// The classes of a page.
#[derive(Debug, Default)]
pub(super) struct Classes(HashMap<String, CssEffect>);

impl Classes {
    /// Those of the style sheets in a page.
    pub(super) fn of(page: &str) -> Self {
        let mut classes = Classes::default();
        let lower = page.to_ascii_lowercase();
        let mut at = 0;
        while let Some(start) = lower.get(at..).and_then(|rest| rest.find("<style")) {
            let start = at + start;
            let end = lower.get(start..).and_then(|rest| rest.find("</style"));
            let end = end.map_or(lower.len(), |end| start + end);
            let sheet = page.get(start..end).unwrap_or_default();
            classes.sheet(sheet.split_once('>').unwrap_or_default().1);
            at = end + 1;
        }
        classes
    }

    fn sheet(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, declarations)) = rule.split_once('{') else {
                continue;
            };
            let effect = CssEffect::of(declarations);
            if effect == CssEffect::default() {
                continue;
            }
            for selector in selectors.split(',') {
                // One class, perhaps of one element; what stands within others is not looked at.
                let selector = selector.rsplit("-->").next().unwrap_or_default();
                let selector = selector.rsplit("<!--").next().unwrap_or_default().trim();
                if let Some((_, class)) = selector.split_once('.')
                    && !class
                        .contains(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '>' | '['))
                {
                    self.0
                        .entry(class.to_ascii_lowercase())
                        .or_default()
                        .add(&effect);
                }
            }
        }
    }

    /// What an element does.
    pub(super) fn effect(&self, name: &str, attributes: &str) -> CssEffect {
        let mut effect = CssEffect {
            is_struck: matches!(name, "s" | "strike" | "del"),
            position: match name {
                "sup" => Mark::Raised,
                "sub" => Mark::Lowered,
                _ => Mark::Plain,
            },
            ..CssEffect::default()
        };
        if attributes.is_empty() {
            return effect;
        }
        for class in markup::attribute(attributes, "class")
            .unwrap_or_default()
            .split_whitespace()
        {
            if let Some(own) = self.0.get(&class.to_ascii_lowercase()) {
                effect.add(own);
            }
        }
        effect.is_hidden |= markup::attribute(attributes, "hidden").is_some();
        let named = |key| {
            markup::attribute(attributes, key).and_then(|value| color(&value.to_ascii_lowercase()))
        };
        effect.color = named("color").or(effect.color);
        effect.behind = named("bgcolor").or(effect.behind);
        if let Some(style) = markup::attribute(attributes, "style") {
            effect.add(&CssEffect::of(style));
        }
        if matches!(name, "td" | "th" | "tr" | "table") {
            // There it says where the text stands in the cell.
            effect.position = Mark::Plain;
        }
        effect
    }
}
