//! The elements around a text of a page, and what they do to it together.
//!
//! In: start and end tags, in whatever order they come. Out: whether text is seen here, with which mark. Not for: where it goes.

use crate::base::cell::Mark;
use crate::input::read::color::Color;
use crate::input::read::css::{Classes, CssEffect};
use crate::input::read::markup;

/// Elements around a text that are looked at; deeper ones are as if they were not there.
const AROUND: usize = 256;

/// The elements around a text, the outermost first, with what they do to it.
pub(super) struct TextAncestors {
    classes: Classes,
    elements: Vec<(String, CssEffect)>,
    /// How many of them hide it.
    hidden: usize,
}

impl TextAncestors {
    /// Nothing around the first text of a page.
    pub(super) fn new(page: &str) -> Self {
        TextAncestors {
            classes: Classes::of(page),
            elements: Vec::new(),
            hidden: 0,
        }
    }

    /// What an element does to the text in it.
    pub(super) fn effect(&self, name: &str, attributes: &str) -> CssEffect {
        self.classes.effect(name, attributes)
    }

    /// Whether text is hidden here.
    pub(super) fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    /// Notes an element around the text that follows.
    pub(super) fn enter(&mut self, name: &str, attributes: &str) {
        if attributes.ends_with('/') || is_void(name) || self.elements.len() >= AROUND {
            return;
        }
        let ends_others = ["tr", "td", "th"].contains(&name);
        if ends_others {
            self.leave_all(if name == "tr" {
                &["tr", "td", "th"]
            } else {
                &["td", "th"]
            });
        }
        let mut effect = self.classes.effect(name, attributes);
        // A hidden row is read, as Excel reads it, and said.
        effect.is_hidden &= name != "tr" && !(is_cell(name) && has_number(attributes));
        self.hidden += usize::from(effect.is_hidden);
        self.elements.push((name.to_string(), effect));
    }

    /// Closes the last element of this name, with all that is open in it.
    pub(super) fn leave(&mut self, name: &str) {
        let within = if matches!(name, "table" | "tr" | "td" | "th") {
            0
        } else {
            self.cell_start()
        };
        let inner = self.elements.get(within..).unwrap_or_default();
        if let Some(place) = inner.iter().rposition(|(one, _)| one == name) {
            self.elements.truncate(within + place);
            self.hidden = self
                .elements
                .iter()
                .filter(|(_, effect)| effect.is_hidden)
                .count();
        }
    }

    /// Closes cells and rows of the innermost table, whose ends may be left out.
    fn leave_all(&mut self, names: &[&str]) {
        let start = self
            .elements
            .iter()
            .rposition(|(name, _)| name == "table")
            .map_or(0, |at| at + 1);
        let inner = self.elements.get(start..).unwrap_or_default();
        if let Some(place) = inner
            .iter()
            .position(|(one, _)| names.contains(&one.as_str()))
        {
            self.elements.truncate(start + place);
            self.hidden = self
                .elements
                .iter()
                .filter(|(_, effect)| effect.is_hidden)
                .count();
        }
    }

    /// Where the elements begin that stand in the cell that is open.
    fn cell_start(&self) -> usize {
        let is_cell =
            |(name, _): &(String, CssEffect)| matches!(name.as_str(), "td" | "th" | "table");
        self.elements
            .iter()
            .rposition(is_cell)
            .map_or(0, |at| at + 1)
    }

    /// The mark of text here, and whether it has the colour behind it.
    pub(super) fn look(&self) -> (Mark, bool) {
        let start = self.cell_start();
        let inner = self.elements.get(start..).unwrap_or_default();
        let mark = inner
            .iter()
            .map(|(_, effect)| effect)
            .fold(Mark::Plain, |mark, effect| match (mark, effect) {
                (Mark::Struck, _)
                | (
                    _,
                    CssEffect {
                        is_struck: true, ..
                    },
                ) => Mark::Struck,
                (mark, effect) if effect.position == Mark::Plain => mark,
                (_, effect) => effect.position,
            });
        let last = |of: fn(&CssEffect) -> &Option<Color>| {
            self.elements
                .iter()
                .rev()
                .find_map(|(_, effect)| of(effect).as_ref())
        };
        let color = last(|effect| &effect.color);
        let behind = last(|effect| &effect.behind).unwrap_or(&Color::WHITE);
        (mark, color == Some(behind))
    }
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th")
}

/// Whether an element never has an end.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr" | "img" | "input" | "meta" | "link" | "col" | "base" | "wbr" | "area"
    )
}

/// Whether a cell stores a number, as those that a spreadsheet program wrote do; there a hidden cell stands in a hidden column.
pub(super) fn has_number(attributes: &str) -> bool {
    markup::attribute(attributes, "x:num").is_some()
        || markup::attribute(attributes, "sdval").is_some()
}
