//! What the formats of an .xlsx workbook do to what stands in its cells: number formats, struck-out letters, letters nobody sees.
//!
//! In: the part of styles, once per workbook, and the bytes of each sheet. Out: the look of cells. Not for: formats that only
//! decorate.
//!
//! Why not calamine's styles: it gives the value and the formula of a cell, or the value and the style, never all three.

use std::collections::HashMap;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{Cell, CellAddress, CellValue, Format};
use crate::base::display::{self, NumberFormat, built_in};
use crate::input::read::budget::Budget;
use crate::input::read::color::Colors;
use crate::input::read::conditions::ConditionalLook;
use crate::input::read::fault::ReadFault;
use crate::input::read::fonts::Fonts;
use crate::input::read::sheet_facts::SheetTag;
use crate::input::read::{find, marks, xml};

/// The number of a format in `numFmtId`, if it is one.
fn number(tag: &BytesStart<'_>) -> Option<u32> {
    xml::attribute(tag, "numFmtId")?.parse().ok()
}

/// What one of the cell formats does.
#[derive(Clone, Debug, Default)]
pub(super) struct CellStyle {
    pub(super) format: NumberFormat,
    pub(super) code: Arc<str>,
    pub(super) is_date: bool,
    pub(super) is_struck: bool,
    /// Whether white letters are seen on its fill, and the workbook has such pieces.
    pub(super) shows_white: bool,
    pub(super) colors: Colors,
}

impl CellStyle {
    /// That of a number format with its code, and of a font with what is behind it.
    pub(super) fn new(
        (format, code): (NumberFormat, Arc<str>),
        is_struck: bool,
        colors: Colors,
    ) -> Self {
        CellStyle {
            is_date: display::is_date(&code),
            format,
            code,
            is_struck,
            shows_white: false,
            colors,
        }
    }

    /// Whether it tells nothing of a value.
    pub(super) fn is_plain(&self) -> bool {
        self.format.is_plain()
            && !self.is_date
            && !self.is_struck
            && !self.colors.hide()
            && !self.shows_white
    }

    /// Notes in a cell what it does there, and says how many bytes of text it keeps for that.
    pub(super) fn apply(&self, cell: &mut Cell) -> usize {
        if self.shows_white {
            marks::on_fill(cell);
        }
        let is_unseen = look_at(cell, &self.format, &self.colors);
        if self.is_struck || is_unseen {
            let look = cell.look_mut();
            (look.is_struck, look.is_unseen) = (self.is_struck, is_unseen);
        }
        keep_code(cell, &self.format, &self.code, self.is_date);
        cell.look.as_ref().map_or(0, |look| {
            let bytes = |text: &Option<String>| text.as_ref().map_or(0, String::len);
            bytes(&look.shown) + bytes(&look.code)
        })
    }
}

/// The code of a built-in format that shows dates or times; which one does not matter.
const DATE: &str = "dd/mm/yyyy";

/// The formats of a workbook, by the number that cells refer to.
#[derive(Debug, Default)]
pub(super) struct Formats {
    styles: Vec<CellStyle>,
    /// Whether any of them tells something of a value.
    matter: bool,
    /// What conditional formats give.
    pub(super) given: Vec<ConditionalLook>,
}

impl Formats {
    /// Those of the part of styles with these bytes, and with these fonts and fills; none if it cannot be read. `has_white`: there are
    /// pieces of texts in white.
    pub(super) fn of(styles: &[u8], fonts: &Fonts, has_white: bool) -> Self {
        let mut formats = Formats::default();
        let mut codes: HashMap<u32, (NumberFormat, Arc<str>)> = HashMap::new();
        let mut reader = xml::reader(styles);
        let mut in_cells = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                    "numFmt" => {
                        let code = xml::attribute(&tag, "formatCode").map(xml::decoded);
                        if let (Some(id), Some(code)) = (number(&tag), code) {
                            let kept = Arc::from(display::as_long_as_can_be(&code));
                            codes.insert(id, (NumberFormat::new(&code), kept));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = number(&tag);
                        let id = id.unwrap_or(0);
                        let at = |key| xml::attribute(&tag, key).and_then(|id| id.parse().ok());
                        let (is_struck, colors) = fonts.look(at("fontId"), at("fillId"));
                        let format = codes.get(&id).cloned();
                        let format = format.unwrap_or_else(|| built_in_code(id));
                        let mut style = CellStyle::new(format, is_struck, colors);
                        style.shows_white = has_white && !style.colors.hide_white();
                        formats.matter |= !style.is_plain();
                        formats.styles.push(style);
                    }
                    _ => {}
                },
                Ok(Event::End(tag)) if tag.local_name().as_ref() == "cellXfs" => break,
                // What cannot be read calamine is to judge.
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        formats
    }

    /// Notes the formats of the numbers among the cells of a sheet with these bytes. Cells without an address of their own,
    /// which no program writes together with formats, stay as they are.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`] for what is shown of all of them.
    pub(super) fn apply(
        &self,
        sheet: &[u8],
        cells: &mut [Cell],
        budget: &mut Budget,
    ) -> Result<(), ReadFault> {
        if !self.matter {
            return Ok(());
        }
        // Cells mostly come in the order of their addresses; where they do not, of two at one address the later counts.
        let in_order = cells.is_sorted_by(|a, b| a.address < b.address);
        let places: HashMap<CellAddress, usize> = if in_order {
            HashMap::new()
        } else {
            let cells = cells.iter().enumerate();
            cells.map(|(place, cell)| (cell.address, place)).collect()
        };
        for at in find::STYLE.find_iter(sheet) {
            let digits = sheet.get(at + 4..).unwrap_or_default().iter();
            let style =
                digits
                    .take_while(|byte| byte.is_ascii_digit())
                    .fold(0_usize, |number, byte| {
                        number
                            .saturating_mul(10)
                            .saturating_add(usize::from(byte - b'0'))
                    });
            let Some(style) = self.styles.get(style).filter(|style| !style.is_plain()) else {
                continue;
            };
            let address = SheetTag::around(sheet, at + 1)
                .filter(|tag| tag.name == b"c")
                .and_then(|tag| tag.value("r"))
                .and_then(|address| address.parse::<CellAddress>().ok());
            let Some(address) = address else { continue };
            let place = if in_order {
                cells
                    .binary_search_by_key(&address, |cell| cell.address)
                    .ok()
            } else {
                places.get(&address).copied()
            };
            if let Some(cell) = place.and_then(|place| cells.get_mut(place)) {
                budget.text(style.apply(cell))?;
            }
        }
        Ok(())
    }
}

/// A built-in format with its code, where that matters.
pub(super) fn built_in_code(id: u32) -> (NumberFormat, Arc<str>) {
    let code = match id {
        9 | 10 => "0%",
        id if is_built_in_date(id) => DATE,
        _ => "",
    };
    (built_in(id), Arc::from(code))
}

/// Whether the built-in format of this number is one of dates or times, in any language (ECMA-376 part 1, 18.8.30).
fn is_built_in_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Notes what a format shows of the number or the text in a cell; whether its letters are not seen.
pub(super) fn look_at(cell: &mut Cell, format: &NumberFormat, colors: &Colors) -> bool {
    match &cell.value {
        CellValue::Number(value) => {
            let (look, is_unseen) = (format.look(*value), colors.hide_in(format.color(*value)));
            show(cell, look);
            is_unseen
        }
        CellValue::Text(text) => {
            let look = format.look_at_text(text);
            show(cell, look);
            colors.hide()
        }
        _ => colors.hide(),
    }
}

/// Keeps the code of a format that matters with a formula whose result is not stored: what it shows is seen once that is computed.
pub(super) fn keep_code(cell: &mut Cell, format: &NumberFormat, code: &str, is_date: bool) {
    let has_no_result = match &cell.value {
        CellValue::NotCalculated => true,
        CellValue::Text(text) => text.is_empty() && cell.formula.is_some(),
        _ => false,
    };
    if has_no_result && (is_date || !format.is_plain()) {
        cell.look_mut().code = Some(display::as_long_as_can_be(code).to_string());
    }
}

/// Notes what is seen of the number in a cell.
pub(super) fn show(cell: &mut Cell, (format, shown): (Format, Option<String>)) {
    cell.format = format;
    if shown.is_some() {
        cell.look_mut().shown = shown;
    }
}
