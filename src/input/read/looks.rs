//! How the sheets of an .xlsx workbook look to a person: fonts, fills and number formats of cells, widths, what is hidden.
//!
//! In: the bytes of a workbook. Out: [`Looks`] of each sheet, in a form that bare saves by other programs leave alone. Not for:
//! values; nothing here changes what is read.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::CellAddress;
use crate::base::seal::{AddedCells, Looks};
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::{self, Package};
use crate::input::read::{sheet_facts, worksheets, xml};

/// Columns whose widths count; no sheet of ours has as many.
const WIDEST: u32 = 400;

/// The looks of the sheets of a workbook.
#[derive(Clone, Debug, Default)]
pub struct SheetLooks {
    /// By name.
    pub sheets: Vec<(String, Looks)>,
    /// How cells look in the workbook's usual format.
    usual: String,
}

impl SheetLooks {
    /// With cells in the workbook's usual format that are added on sheets by their names.
    #[must_use]
    pub fn with_added(mut self, added: &[(String, AddedCells)]) -> Self {
        for (name, added) in added {
            let sum = added.looks(&self.usual);
            let own = self.sheets.iter_mut().filter(|(own, _)| own == name);
            own.for_each(|(_, looks)| looks.add_sum(sum));
        }
        self
    }
}

/// The looks of the sheets of a workbook. `None` where it cannot be read.
pub fn looks(bytes: &[u8], limits: &ReadLimits) -> Option<SheetLooks> {
    let archive = package::directory(bytes, limits).ok()?;
    let mut package = Package::inflate(archive, bytes, limits).ok()?;
    let main = worksheets::main_part(&package).ok()?;
    let sheets = worksheets::sheets(&mut package, &main).ok()?;
    let styles = package.named(&format!("{}styles.xml", main.folder));
    let styles = styles_of(styles.unwrap_or_default());
    let look = |sheet: worksheets::SheetPart| {
        let facts = sheet_facts::facts(&package, sheet.part);
        let lines = |lines: &[crate::base::cell::Lines]| -> String {
            let all = lines
                .iter()
                .map(|one| format!("{}-{},", one.first, one.last));
            all.collect()
        };
        let (rows, columns) = (lines(&facts.hidden_rows), lines(&facts.hidden_columns));
        let mut looks = Looks::hiding(format!("{rows}/{columns}"));
        cells(package.content(sheet.part), &styles, &mut looks);
        (sheet.name, looks)
    };
    Some(SheetLooks {
        sheets: sheets.found.into_iter().map(look).collect(),
        usual: styles.into_iter().next().unwrap_or_default(),
    })
}

/// Adds the looks of cells that hold something, and the widths of columns.
fn cells(sheet: &[u8], styles: &[String], looks: &mut Looks) {
    let mut reader = xml::reader(sheet);
    let mut cell: Option<(CellAddress, usize)> = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "c" => cell = cell_of(&tag),
                "f" | "v" | "is" => {
                    if let Some((at, style)) = cell.take() {
                        let style = styles.get(style).map_or("", String::as_str);
                        looks.add(at, style);
                    }
                }
                "col" => column(&tag, looks),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
}

/// The place of a cell and the number of its format.
fn cell_of(tag: &BytesStart<'_>) -> Option<(CellAddress, usize)> {
    let (mut at, mut style) = (None, 0);
    for attribute in xml::attributes(tag) {
        match attribute.key {
            "r" => at = attribute.value.parse().ok(),
            "s" => style = attribute.value.parse().unwrap_or(0),
            _ => {}
        }
    }
    at.map(|at| (at, style))
}

fn column(tag: &BytesStart<'_>, looks: &mut Looks) {
    let number = |key| attribute(tag, key).and_then(|value| value.parse::<u32>().ok());
    let (Some(first), Some(last)) = (number("min"), number("max")) else {
        return;
    };
    let width = attribute(tag, "width").and_then(|width| width.parse::<f64>().ok());
    let is_hidden = attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true");
    if let Some(width) = width.filter(|width| !is_hidden && width.is_finite()) {
        for column in first..=last.min(WIDEST) {
            looks.widths.push((column, width));
        }
    }
}

fn attribute<'a>(tag: &'a BytesStart<'_>, key: &str) -> Option<&'a str> {
    xml::attribute(tag, key)
}

/// The look of each cell format, as text.
fn styles_of(styles: &[u8]) -> Vec<String> {
    let mut reader = xml::reader(styles);
    let (mut fonts, mut fills, mut formats) = (Vec::new(), Vec::new(), Vec::new());
    let mut codes: HashMap<String, String> = HashMap::new();
    let mut section = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => {
                let name = tag.local_name().as_ref().to_string();
                match (section.as_str(), name.as_str()) {
                    (_, "fonts" | "fills" | "cellXfs") => section = name,
                    (_, "numFmt") => {
                        let id = attribute(&tag, "numFmtId").unwrap_or_default();
                        let code = attribute(&tag, "formatCode").unwrap_or_default();
                        codes.insert(id.to_string(), plain(&xml::decoded(code)));
                    }
                    ("fonts", "font") => fonts.push(Vec::new()),
                    ("fonts", _) => {
                        if let Some(font) = fonts.last_mut() {
                            font.extend(font_look(&name, &tag));
                        }
                    }
                    ("fills", "fill") => fills.push(String::new()),
                    ("fills", "fgColor") => {
                        if let Some(fill) = fills.last_mut() {
                            *fill = color(&tag);
                        }
                    }
                    ("cellXfs", "xf") => {
                        let at = |key| attribute(&tag, key).and_then(|id| id.parse::<usize>().ok());
                        let mut font: Vec<String> = at("fontId")
                            .and_then(|id| fonts.get(id))
                            .cloned()
                            .unwrap_or_default();
                        font.sort();
                        let fill = at("fillId").and_then(|id| fills.get(id)).cloned();
                        let id = attribute(&tag, "numFmtId").unwrap_or("0");
                        let code = codes.get(id).map_or_else(|| built_in(id), String::clone);
                        let fill = fill.unwrap_or_default();
                        formats.push(format!("{}|{fill}|{code}", font.join(",")));
                    }
                    _ => {}
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == section => section.clear(),
            Event::Eof => break,
            _ => {}
        }
    }
    formats
}

/// One property of a font; nothing for those that are so by default.
fn font_look(name: &str, tag: &BytesStart<'_>) -> Option<String> {
    let value = attribute(tag, "val");
    let is_off = matches!(value, Some("0" | "false" | "none"));
    match name {
        "b" | "i" | "strike" | "u" if !is_off => Some(name.to_string()),
        "sz" => Some(format!("sz{}", value?.parse::<f64>().ok()?)),
        "name" => Some(format!("name{}", value?)),
        "color" => Some(color(tag)).filter(|color| !color.is_empty()),
        _ => None,
    }
}

/// A colour by its red, green and blue; nothing for black and for those of a theme.
fn color(tag: &BytesStart<'_>) -> String {
    let rgb = attribute(tag, "rgb").unwrap_or_default();
    let last = rgb.get(rgb.len().saturating_sub(6)..).unwrap_or_default();
    match last {
        "000000" => String::new(),
        last => last.to_ascii_uppercase(),
    }
}

fn plain(code: &str) -> String {
    let kept = code
        .chars()
        .filter(|letter| !matches!(letter, '"' | '\\' | ' '));
    kept.collect::<String>().to_lowercase()
}

/// The codes of the built-in formats that are in use (ECMA-376 part 1, 18.8.30).
fn built_in(id: &str) -> String {
    match id {
        "0" => "general",
        "1" => "0",
        "2" => "0.00",
        "3" => "#,##0",
        "4" => "#,##0.00",
        "9" => "0%",
        "10" => "0.00%",
        "49" => "@",
        other => other,
    }
    .to_string()
}
