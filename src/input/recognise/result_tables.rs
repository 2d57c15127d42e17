//! Whether a workbook without a table of scores is a table of results, by whatever scheme: it has the points of many units, and is of none.
//!
//! In: the grids of a workbook of which nobody can tell whose it is. Out: a heading of the table of results in it. Not for: tables of
//! scores, and not for what results say.

use crate::base::cell::Grid;
use crate::base::finding::Place;
use crate::base::text;
use crate::campaign::units::offices::kind_of;
use crate::input::published::{self, PublishedRow, PublishedTable, TableContext};
use crate::input::recognise::Known;
use crate::input::recognise::cover_value::CoverValue;

/// The fewest units of a table of results: one may stand in a form, above what it fills in.
const FEWEST: usize = 2;

/// The first heading of points in a table of results.
pub(super) fn heading(grids: &[Grid], known: &Known<'_>) -> Option<CoverValue> {
    let context = TableContext {
        scheme: known.scheme,
        registry: known.registry,
        vocabulary: &known.vocabulary,
        asked: false,
    };
    let published = published::recognise(grids, context);
    let table = published.tables.iter().find(|table| is_of_units(table))?;
    let grid = grids.iter().find(|grid| grid.name == table.sheet)?;
    let first = table.columns.first().map(|column| column.cell);
    let of_total = || {
        let mut totals = table.rows.iter().filter_map(|row| row.total.as_ref());
        let mut cell = totals.next()?.cell;
        cell.row = table.header;
        Some(cell)
    };
    let cell = first.or_else(of_total)?;
    Some(CoverValue {
        text: text::clean(&grid.get(cell)?.value.show()),
        place: Place {
            sheet: Some(table.sheet.clone()),
            cell: Some(cell),
            ..Place::default()
        },
        is_name: false,
    })
}

/// Whether a table has the totals of several units, and of little else.
fn is_of_units(table: &PublishedTable) -> bool {
    let is_of_unit = |row: &&PublishedRow| {
        let is_unit = row.unit.is_some() || kind_of(&text::key(&row.name)).is_some();
        let total = row.total.as_ref().and_then(|total| total.value.value());
        is_unit && total.is_some()
    };
    let units = table.rows.iter().filter(is_of_unit).count();
    units >= FEWEST && units * 2 > table.rows.len()
}
