//! Points in tables that are not read: a second sheet of a form, a table of bonus points, whose headings nobody said the meaning of.
//!
//! In: a sheet with the tables that were found. Out: a finding for each such table, at its first number. Not for: columns beside
//! scores that are read (`columns`), nor for sheets that are hidden (`merge`) or lie beside the form (`aside`).

use crate::base::cell::{Cell, CellAddress, CellValue, Visibility, column_letters};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::guard;
use crate::base::number::{self, Sort};
use crate::base::points::Decimal;
use crate::base::rules::columns;
use crate::base::text;
use crate::campaign::hints::names_points_beside;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::sheet::Sheet;
use crate::input::tables::{Headings, Role, Table};
use crate::input::texts::Text;

/// Headings of a sheet that are looked at.
const MOST_HEADINGS: usize = 16;

/// Rows without any number in a column of points, behind which no more are looked for.
const MOST_BLANK: usize = 20;

/// Findings about the tables of a sheet that are not read.
pub fn check(sheet: &Sheet<'_>, headings: &Headings<'_>) -> Vec<Finding> {
    if sheet.grid.visibility != Visibility::Visible {
        return Vec::new();
    }
    let is_read = |row: u32| {
        let mut read = sheet.tables.iter().filter(|table| has_scores(table));
        read.any(|table| (table.first..table.end).contains(&row))
    };
    let with_texts = sheet.grid.cells().iter().zip(sheet.texts);
    let over_points = with_texts.filter_map(|(cell, text)| {
        guard::check();
        let is_it = !is_read(cell.address.row) && are_points((*text)?, headings);
        is_it.then_some(cell)
    });
    let mut told: Vec<(u32, Finding)> = Vec::new();
    for heading in over_points.take(MOST_HEADINGS) {
        let row = heading.address.row;
        let is_told = told.iter().any(|(one, _)| *one == row);
        if let Some(finding) = (!is_told).then(|| below(sheet, heading)).flatten() {
            told.push((row, finding));
        }
    }
    told.into_iter().map(|(_, finding)| finding).collect()
}

/// Whether the scores of a table are read, or are told not to be.
fn has_scores(table: &Table<'_>) -> bool {
    table.columns.get(Column::Claimed).is_some() || table.is_boxed || table.rival.is_some()
}

/// Whether a text is the heading of points that a unit writes.
fn are_points(text: &Text, headings: &Headings<'_>) -> bool {
    let key = text.key();
    match headings.heading(text).and_then(|heading| heading.role) {
        Some(Role::Column(column)) => column == Column::Claimed,
        _ => names_points_beside(key),
    }
}

/// A finding at the first number below a heading, where other headings stand on its left and words beside the number.
fn below(sheet: &Sheet<'_>, heading: &Cell) -> Option<Finding> {
    let at = heading.address;
    let is_words = |cell: &&Cell| {
        let is_text =
            matches!(&cell.value, CellValue::Text(text) if text.chars().any(char::is_alphabetic));
        cell.address.column < at.column && is_text
    };
    let words = |row: u32| sheet.grid.row(row).iter().filter(is_words).count();
    // Points of other years, a line each.
    let is_year = |row: u32| {
        let mut labels = sheet.grid.row(row).iter().filter(is_words);
        labels.any(|cell| text::key(&cell.value.show()).starts_with("năm "))
    };
    if words(at.row) == 0 {
        return None;
    }
    let rows = sheet.grid.rows().filter_map(|cells| cells.first());
    let rows = rows.map(|cell| cell.address.row);
    let below = rows.skip_while(|row| *row <= at.row).take(MOST_BLANK);
    let mut below = below.filter(|row| words(*row) > 0 && !is_year(*row));
    below.find_map(|row| {
        guard::check();
        let cell = sheet.grid.seen(CellAddress::new(row, at.column))?;
        let read = number::read(&cell.value, Sort::Amount, "điểm").ok()??;
        let place = Place {
            sheet: Some(sheet.grid.name.clone()),
            cell: Some(cell.address),
            ..Place::default()
        };
        let column = column_letters(at.column);
        let said = format!("{column} “{}”", heading.value.show().trim());
        let is_said = read.value != Decimal::ZERO;
        let finding = || Finding::new(&columns::POINTS_UNREAD, place);
        is_said.then(|| finding().found(Fact::NumberIn(read.value, said)))
    })
}
