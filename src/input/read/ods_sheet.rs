//! One sheet of an .ods file, beside its values.
//!
//! In: the tags of its columns, rows and cells, one by one. Out: its grid with what they say. Not for: comments and drawings.

use quick_xml::events::BytesStart;

use crate::base::cell::{Cell, CellAddress, CellRange, CellValue, Format, Grid};
use crate::base::display::{self, NumberFormat};
use crate::input::read::Workbook;
use crate::input::read::conditional::range;
use crate::input::read::conditions::{ConditionEffect, Ranges};
use crate::input::read::limits::ReadLimits;
use crate::input::read::ods_styles::OdsStyles;
use crate::input::read::page::SheetBuilder;
use crate::input::read::styles::{keep_code, show};
use crate::input::read::{marks, xml};

/// What a cell looks like, where that matters.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is there by itself")]
pub(super) struct CellLook {
    pub(super) is_percent: bool,
    pub(super) shown: Option<String>,
    pub(super) is_struck: bool,
    pub(super) is_unseen: bool,
    /// Whether white pieces of its text are seen on its fill.
    pub(super) shows_white: bool,
    /// What is drawn in it says, which the parser takes for the beginning of its text.
    pub(super) drawn: String,
    /// The number format of a formula without a result.
    pub(super) code: Option<String>,
}

/// Cells next to each other in one row, or in rows that repeat it.
#[derive(Debug)]
struct Band {
    rows: (u32, u32),
    cells: Vec<((u32, u32), CellLook)>,
}

#[derive(Debug, Default)]
pub(super) struct OdsSheet {
    pub(super) page: SheetBuilder,
    bands: Vec<Band>,
    /// The styles of columns, by the last column that has them.
    columns: Vec<(u32, String)>,
    column: u32,
    pub(super) row: u32,
    rows: u32,
    pub(super) row_style: Option<String>,
    pub(super) cells: Vec<((u32, u32), CellLook)>,
    /// What the conditions of styles do.
    mapped: Ranges,
    /// The conditional format that is open: its ranges and what it does.
    condition: Option<(Vec<CellRange>, ConditionEffect)>,
}

/// A cell that is open.
#[derive(Debug, Default)]
pub(super) struct OpenOdsCell {
    pub(super) columns: (u32, u32),
    pub(super) kind: String,
    pub(super) has_formula: bool,
    pub(super) style: Option<String>,
    pub(super) text: Option<String>,
    /// What is drawn in it says.
    pub(super) drawn: String,
}

/// A count in an attribute: 1 where there is none.
pub(super) fn count(tag: &BytesStart<'_>, key: &str) -> u32 {
    let count = xml::local_attribute(tag, key).and_then(|text| text.parse().ok());
    count.unwrap_or(1).max(1)
}

/// Whether a column or a row does not show: it is hidden, filtered out, or has no size.
fn is_unseen(tag: &BytesStart<'_>, family: &str, styles: &OdsStyles) -> bool {
    let is_hidden = matches!(
        xml::local_attribute(tag, "visibility"),
        Some("collapse" | "filter")
    );
    let style = xml::local_attribute(tag, "style-name");
    is_hidden || style.is_some_and(|style| styles.is_flat(family, style))
}

/// The ranges in a list such as `'Tổng hợp'.F8:'Tổng hợp'.F9 Sheet1.A1`.
fn ranges_of(text: &str) -> Vec<CellRange> {
    let mut is_name = false;
    let outside = |c: char| {
        is_name ^= c == '\'';
        c.is_whitespace() && !is_name
    };
    let corner = |text: &str| text.rsplit('.').next().unwrap_or_default().replace('$', "");
    text.split(outside)
        .filter_map(|place| {
            let (first, last) = place.rsplit_once(':').unwrap_or((place, place));
            range(&format!("{}:{}", corner(first), corner(last)))
        })
        .collect()
}

impl OdsSheet {
    /// Columns with one style.
    pub(super) fn columns(&mut self, tag: &BytesStart<'_>, styles: &OdsStyles) {
        let last = self
            .column
            .saturating_add(count(tag, "number-columns-repeated") - 1);
        if is_unseen(tag, "table-column", styles) {
            self.page.hide_columns(self.column, last);
        }
        if let Some(style) = xml::local_attribute(tag, "default-cell-style-name") {
            self.columns.push((last, style.to_string()));
        }
        self.column = last.saturating_add(1);
    }

    /// The next rows.
    pub(super) fn row(&mut self, tag: &BytesStart<'_>, styles: &OdsStyles) {
        self.rows = count(tag, "number-rows-repeated");
        self.column = 0;
        self.row_style = xml::local_attribute(tag, "default-cell-style-name").map(str::to_string);
        if is_unseen(tag, "table-row", styles) {
            let last = self.row.saturating_add(self.rows - 1);
            self.page.hide_rows(self.row, last);
        }
    }

    /// Ends a row, or so many alike.
    pub(super) fn end_row(&mut self) {
        let last = self.row.saturating_add(self.rows.max(1) - 1);
        if !self.cells.is_empty() {
            self.bands.push(Band {
                rows: (self.row, last),
                cells: std::mem::take(&mut self.cells),
            });
        }
        self.row = last.saturating_add(1);
    }

    /// Notes what conditions do in cells of this row, by their style.
    pub(super) fn mapped(&mut self, (first, last): (u32, u32), does: ConditionEffect) {
        let last_row = self.row.saturating_add(self.rows.max(1) - 1);
        let first = CellAddress::new(self.row, first);
        let last = CellAddress::new(last_row, last);
        self.mapped.add(CellRange { first, last }, does);
    }

    /// Begins a conditional format.
    pub(super) fn begin_condition(&mut self, tag: &BytesStart<'_>) {
        let ranges = xml::local_attribute(tag, "target-range-address");
        let ranges = ranges.map(xml::decoded).map(|text| ranges_of(&text));
        self.condition = Some((ranges.unwrap_or_default(), ConditionEffect::default()));
    }

    /// Ends it.
    pub(super) fn end_condition(&mut self) {
        let (ranges, does) = self.condition.take().unwrap_or_default();
        for range in ranges {
            self.page.conditions.add(range, does);
        }
    }

    /// What one condition gives.
    pub(super) fn condition(&mut self, tag: &BytesStart<'_>, styles: &OdsStyles) {
        let Some((_, does)) = &mut self.condition else {
            return;
        };
        let value = |key: &str| xml::local_attribute(tag, key);
        if let Some(style) = value("apply-style-name").or(value("style")) {
            does.give(&styles.given(style));
        }
        does.hides |= value("show-value") == Some("false");
    }

    /// The next cells.
    pub(super) fn cell(&mut self, tag: &BytesStart<'_>) -> OpenOdsCell {
        let first = self.column;
        self.column = first.saturating_add(count(tag, "number-columns-repeated"));
        let across = count(tag, "number-columns-spanned");
        let down = count(tag, "number-rows-spanned");
        if across > 1 || down > 1 {
            let last = (
                self.row.saturating_add(down - 1),
                first.saturating_add(across - 1),
            );
            self.page.merge((self.row, first), last);
        }
        let value = |key: &str| xml::local_attribute(tag, key).map(str::to_string);
        OpenOdsCell {
            columns: (first, self.column.saturating_sub(1)),
            kind: value("value-type").unwrap_or_default(),
            has_formula: xml::local_attribute(tag, "formula").is_some(),
            style: value("style-name"),
            text: None,
            drawn: String::new(),
        }
    }
}

impl OdsSheet {
    pub(super) fn column_style(&self, column: u32) -> Option<&str> {
        let place = self.columns.partition_point(|(last, _)| *last < column);
        self.columns.get(place).map(|(_, style)| style.as_str())
    }

    /// What is seen of a cell.
    fn seen(&self, cell: &Cell) -> Option<&CellLook> {
        let at = cell.address;
        let place = self.bands.partition_point(|band| band.rows.1 < at.row);
        let band = self.bands.get(place).filter(|band| band.rows.0 <= at.row)?;
        let place = band
            .cells
            .partition_point(|((_, last), _)| *last < at.column);
        let ((first, _), seen) = band.cells.get(place)?;
        (*first <= at.column).then_some(seen)
    }

    /// Puts what was found beside the cells of a grid.
    pub(super) fn complete(mut self, mut grid: Grid, limits: &ReadLimits, workbook: &mut Workbook) {
        let mut page = std::mem::take(&mut self.page);
        // LibreOffice writes its conditions twice.
        if page.conditions.is_empty() {
            page.conditions = std::mem::take(&mut self.mapped);
        }
        grid.each(|cell| {
            let Some(seen) = self.seen(cell) else {
                return;
            };
            if let CellValue::Number(value) = cell.value {
                match &seen.shown {
                    _ if seen.is_percent => cell.format = Format::Percent,
                    Some(text) => show(cell, display::shown_as(text, value)),
                    None => {}
                }
            }
            if let CellValue::Text(text) = &mut cell.value
                && let Some(own) = text.strip_prefix(&seen.drawn)
            {
                *text = own.to_string();
            }
            if seen.shows_white {
                marks::on_fill(cell);
            }
            if seen.is_struck || seen.is_unseen {
                let look = cell.look_mut();
                (look.is_struck, look.is_unseen) = (seen.is_struck, seen.is_unseen);
            }
            if let Some(code) = &seen.code {
                keep_code(cell, &NumberFormat::new(code), code, display::is_date(code));
            }
        });
        page.beside(grid, limits.merges, workbook);
    }
}
