//! The styles of a spreadsheet in the XML of Excel 2003.
//!
//! In: the tags of styles, and a cell with the name of its style. Out: the cell with its look. Not for: where cells stand.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::base::cell::{Cell, CellValue};
use crate::base::date::Day;
use crate::base::display::NumberFormat;
use crate::input::read::color::{Color, Colors};
use crate::input::read::styles::look_at;
use crate::input::read::xml;

/// What a style does.
#[derive(Clone, Default)]
struct Style {
    format: NumberFormat,
    is_struck: bool,
    color: Option<Color>,
    behind: Option<Color>,
}

/// The styles of a workbook by name.
#[derive(Default)]
pub(super) struct Styles {
    found: HashMap<String, Style>,
    /// The style that is open: comments and pieces of texts have fonts as well.
    open: Option<String>,
}

impl Styles {
    /// Begins a style: with what the one above it says, which stands before it.
    pub(super) fn begin(&mut self, id: Option<String>, parent: Option<&str>) {
        let id = id.unwrap_or_default();
        let above = parent.and_then(|parent| self.found.get(parent));
        let style = above.cloned().unwrap_or_default();
        self.found.insert(id.clone(), style);
        self.open = Some(id);
    }

    /// Ends the style that is open.
    pub(super) fn end(&mut self) {
        self.open = None;
    }

    /// What the style that is open says of its cells.
    pub(super) fn take(&mut self, tag: &BytesStart<'_>) {
        let Some(style) = self.open.as_ref().and_then(|id| self.found.get_mut(id)) else {
            return;
        };
        let color = || {
            let color = value(tag, "Color");
            color.map(|color| Color::rgb(color.trim_start_matches('#')))
        };
        match tag.local_name().as_ref() {
            "NumberFormat" => {
                style.format = match value(tag, "Format").as_deref() {
                    Some("Percent") => NumberFormat::new("0.00%"),
                    Some(code) => NumberFormat::new(code),
                    None => NumberFormat::default(),
                };
            }
            "Font" => {
                style.is_struck = value(tag, "StrikeThrough").as_deref() == Some("1");
                style.color = color();
            }
            _ => style.behind = color(),
        }
    }

    /// Notes the look of a cell of this style.
    pub(super) fn apply(&self, style: Option<&str>, cell: &mut Cell) {
        let Some(style) = style.and_then(|id| self.found.get(id)) else {
            return;
        };
        let behind = style.behind.clone().unwrap_or(Color::WHITE);
        let colors = Colors::new(style.color.as_ref(), Some(behind));
        let is_unseen = look_at(cell, &style.format, &colors);
        if style.is_struck || is_unseen {
            let look = cell.look_mut();
            (look.is_struck, look.is_unseen) = (style.is_struck, is_unseen);
        }
    }
}

/// A day as Excel counts it; with a time of the day, the text.
pub(super) fn date(text: String) -> CellValue {
    let has_time = text.trim_end_matches(['0', ':', '.']).len() > "1900-01-01T".len();
    match Day::start_of(&text).filter(|_| !has_time) {
        Some(day) => CellValue::Date {
            serial: f64::from(day.serial_of_excel()),
            base_1904: false,
        },
        None => CellValue::IsoDate(text),
    }
}

/// The value of an attribute, entities decoded.
pub(super) fn value(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    xml::local_attribute(tag, key).map(|value| xml::decoded(value).into_owned())
}
