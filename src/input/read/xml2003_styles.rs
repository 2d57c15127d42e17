//! The styles of a spreadsheet in the XML of Excel 2003.
//!
//! In: the tags of styles, and a cell with the name of its style. Out: the cell with its look. Not for: where cells stand.

use std::collections::HashMap;
use std::sync::Arc;

use quick_xml::events::BytesStart;

use crate::base::cell::{Cell, CellValue};
use crate::base::date::Day;
use crate::base::display::{self, NumberFormat};
use crate::input::read::color::{Color, Colors};
use crate::input::read::styles::CellStyle;
use crate::input::read::xml;

/// What a style says.
#[derive(Clone, Default)]
struct Xml2003Style {
    code: String,
    is_struck: bool,
    color: Option<Color>,
    behind: Option<Color>,
}

impl Xml2003Style {
    /// What it does to the cells that have it.
    fn style(&self) -> CellStyle {
        let behind = self.behind.clone().unwrap_or(Color::WHITE);
        let colors = Colors::new(self.color.as_ref(), Some(behind));
        CellStyle {
            format: NumberFormat::new(&self.code),
            is_date: display::is_date(&self.code),
            code: Arc::from(display::as_long_as_can_be(&self.code)),
            is_struck: self.is_struck,
            shows_white: !colors.hide_white(),
            colors,
        }
    }
}

/// The styles of a workbook by name.
#[derive(Default)]
pub(super) struct Xml2003Styles {
    said: HashMap<String, Xml2003Style>,
    found: HashMap<String, CellStyle>,
    /// The style that is open: comments and pieces of texts have fonts as well.
    open: Option<(String, Xml2003Style)>,
}

impl Xml2003Styles {
    /// Begins a style: with what the one above it says, which stands before it.
    pub(super) fn begin(&mut self, id: Option<String>, parent: Option<&str>) {
        let above = parent.and_then(|parent| self.said.get(parent));
        let said = above.cloned().unwrap_or_default();
        self.open = Some((id.unwrap_or_default(), said));
    }

    /// Ends the style that is open.
    pub(super) fn end(&mut self) {
        if let Some((id, said)) = self.open.take() {
            self.found.insert(id.clone(), said.style());
            self.said.insert(id, said);
        }
    }

    /// What the style that is open says of its cells.
    pub(super) fn take(&mut self, tag: &BytesStart<'_>) {
        let Some((_, said)) = &mut self.open else {
            return;
        };
        let color = || {
            let color = value(tag, "Color");
            color.map(|color| Color::rgb(color.trim_start_matches('#')))
        };
        match tag.local_name().as_ref() {
            "NumberFormat" => {
                let code = value(tag, "Format").unwrap_or_default();
                said.code = named_code(&code).map_or(code, str::to_string);
            }
            "Font" => {
                said.is_struck = value(tag, "StrikeThrough").as_deref() == Some("1");
                said.color = color();
            }
            _ => said.behind = color(),
        }
    }

    /// Notes the look of a cell of this style, and says how many bytes of text are kept for that.
    pub(super) fn apply(&self, style: Option<&str>, cell: &mut Cell) -> usize {
        // A cell without a style has the one by default, if there is any.
        let style = self.found.get(style.unwrap_or("Default"));
        let style = style.filter(|style| !style.is_plain());
        style.map_or(0, |style| style.apply(cell))
    }
}

/// Whether a colour is white.
pub(super) fn is_white(color: &str) -> bool {
    Color::rgb(color.trim_start_matches('#')) == Color::WHITE
}

/// The code of a number format that has a name here.
fn named_code(name: &str) -> Option<&'static str> {
    Some(match name {
        "General" | "General Number" => "",
        "Percent" => "0.00%",
        "Fixed" => "0.00",
        "Standard" | "Currency" | "Euro Currency" => "#,##0.00",
        "Scientific" => "0.00E+00",
        "Yes/No" => "\"Yes\";\"Yes\";\"No\"",
        "True/False" => "\"True\";\"True\";\"False\"",
        "On/Off" => "\"On\";\"On\";\"Off\"",
        "General Date" | "Long Date" | "Medium Date" | "Short Date" => "dd/mm/yyyy",
        "Long Time" | "Medium Time" | "Short Time" => "hh:mm:ss",
        _ => return None,
    })
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
