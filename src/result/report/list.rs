//! The rows of `Dữ liệu` as cells, and back.
//!
//! In: rows, or the sheets of a workbook that the program wrote. Out: the texts of their cells by column, or the same rows. Not for:
//! which rows there are (`data`, `facts`), and not for how cells look.

use std::borrow::Cow;

use crate::base::cell::{Cell, CellValue, Grid};
use crate::base::points::from_f64;
use crate::base::seal::{is_list, list_head};
use crate::result::report::Labels;
use crate::result::report::kind::Kind;
use crate::result::report::row::DataRow;

/// The columns.
pub mod column {
    /// The level, as people call it.
    pub const LEVEL: u16 = 0;
    /// The unit's code.
    pub const CODE: u16 = 1;
    /// The unit's name.
    pub const UNIT: u16 = 2;
    /// The group's id.
    pub const GROUP: u16 = 3;
    /// The criterion's id.
    pub const CRITERION: u16 = 4;
    /// What the value is, as people call it.
    pub const KIND: u16 = 5;
    /// The value.
    pub const VALUE: u16 = 6;
    /// The value as text.
    pub const TEXT: u16 = 7;
    /// Its state.
    pub const STATUS: u16 = 8;
    /// The file.
    pub const FILE: u16 = 9;
    /// The sheet.
    pub const SHEET: u16 = 10;
    /// The cell.
    pub const CELL: u16 = 11;
    /// The level's id, for programs.
    pub const LEVEL_KEY: u16 = 12;
    /// The kind's own word, for programs.
    pub const KIND_KEY: u16 = 13;
}

/// The texts of a row with their columns; its value, where there is one, stands in [`column::VALUE`].
pub fn texts<'t>(row: &'t DataRow<'_>, labels: &Labels<'t>) -> [(u16, Cow<'t, str>); 13] {
    let text = |column: u16, text: &'t str| (column, Cow::Borrowed(text));
    [
        text(column::LEVEL, labels.level(&row.level)),
        text(column::CODE, &row.code),
        text(column::UNIT, &row.unit),
        text(column::GROUP, &row.group),
        text(column::CRITERION, &row.criterion),
        (column::KIND, labels.kind(&row.kind)),
        text(column::TEXT, &row.text),
        text(column::STATUS, &row.status),
        text(column::FILE, &row.file),
        text(column::SHEET, &row.sheet),
        text(column::CELL, &row.cell),
        text(column::LEVEL_KEY, &row.level),
        (column::KIND_KEY, row.kind.word()),
    ]
}

/// The first cell of the sheets `Dữ liệu` that holds a number this program writes nowhere, as `sheet!cell`.
pub fn impossible_number(grids: &[Grid]) -> Option<String> {
    let data = grids.iter().filter(|grid| is_list(grid));
    data.flat_map(|grid| grid.rows().flatten().map(move |cell| (grid, cell)))
        .find(|(_, cell)| match cell.value {
            CellValue::Number(number) => from_f64(number).is_none(),
            _ => false,
        })
        .map(|(grid, cell)| format!("{}!{}", grid.name, cell.address))
}

/// The rows of `Dữ liệu`, where the grids of a file have such sheets: below the row of the heads, which stands among the first. A
/// workbook of an earlier version has no columns with keys; its columns `Cấp` and `Loại giá trị` hold the keys themselves.
pub fn rows_of(grids: &[Grid]) -> Option<Vec<DataRow<'static>>> {
    let mut rows = None;
    for grid in grids {
        if let Some(head) = list_head(grid) {
            let lines = grid.rows().filter(|cells| is_below(cells, head.row));
            let rows: &mut Vec<DataRow<'static>> = rows.get_or_insert_default();
            rows.extend(lines.map(|cells| data_row(cells, head.has_keys)));
        }
    }
    rows
}

fn is_below(cells: &[Cell], row: u32) -> bool {
    cells.first().is_some_and(|cell| cell.address.row > row)
}

fn data_row(cells: &[Cell], has_keys: bool) -> DataRow<'static> {
    let mut row = DataRow::default();
    for cell in cells {
        let text = Cow::from(cell.value.show());
        match u16::try_from(cell.address.column).unwrap_or(u16::MAX) {
            column::LEVEL if !has_keys => row.level = text,
            column::CODE => row.code = text,
            column::UNIT => row.unit = text,
            column::GROUP => row.group = text,
            column::CRITERION => row.criterion = text,
            column::KIND if !has_keys => row.kind = Kind::of(&text),
            column::VALUE => {
                if let CellValue::Number(number) = cell.value {
                    row.value = from_f64(number);
                }
            }
            column::TEXT => row.text = text,
            column::STATUS => row.status = text,
            column::FILE => row.file = text,
            column::SHEET => row.sheet = text,
            column::CELL => row.cell = text,
            column::LEVEL_KEY if has_keys => row.level = text,
            column::KIND_KEY if has_keys => row.kind = Kind::of(&text),
            _ => {}
        }
    }
    row
}
