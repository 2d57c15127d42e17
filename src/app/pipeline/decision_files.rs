//! Which questions a decision workbook asks already, and whether it may be replaced.
//!
//! In: its path. Out: the questions that it asks, decided or not; whether nobody has changed it. Not for: what was decided, and not for
//! which files there are (`decisions`).

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::cell::{CellValue, Grid};
use crate::base::lang::Lang;
use crate::base::opening;
use crate::campaign::decisions::columns::ColumnId;
use crate::input::read::Reader;
use crate::output::glimpse;

/// The headings stand among so many first rows.
const WITHIN: usize = 20;

/// A question as a row of a workbook has it: the texts of its id and of the checksum of its ground.
pub type AskedQuestion = (String, String);

/// The questions that a decision workbook asks; none of one that cannot be read.
pub fn asked(path: &Path, reader: &Reader) -> BTreeSet<AskedQuestion> {
    let limit = reader.limits().file_bytes;
    let Ok(bytes) = opening::read(path, limit) else {
        return BTreeSet::new();
    };
    let read = reader.read(&bytes);
    let grids = read.map(|read| read.grids).unwrap_or_default();
    grids.iter().flat_map(asked_on).collect()
}

fn asked_on(grid: &Grid) -> Vec<AskedQuestion> {
    let text = |row: u32, column: u32| {
        let at = crate::base::cell::CellAddress::new(row, column);
        match &grid.get(at)?.value {
            CellValue::Text(text) => Some(text.trim().to_string()),
            _ => None,
        }
    };
    let heads = grid.rows().take(WITHIN).find_map(|row| {
        let of = |id: ColumnId| {
            let heading = id.heading().get(Lang::Vi);
            let mut cells = row.iter();
            let cell = cells.find(|cell| match &cell.value {
                CellValue::Text(text) => text.trim() == heading,
                _ => false,
            });
            cell.map(|cell| cell.address)
        };
        Some((of(ColumnId::Id)?, of(ColumnId::GroundHash)?))
    });
    let Some((id, hash)) = heads else {
        return Vec::new();
    };
    let below = grid.rows().filter_map(|row| row.first());
    let below = below
        .map(|cell| cell.address.row)
        .filter(|row| *row > id.row);
    below
        .filter_map(|row| Some((text(row, id.column)?, text(row, hash.column)?)))
        .collect()
}

/// Whether a path is a decision workbook of ours that nobody has changed, so that it can be replaced whole.
pub fn is_untouched(path: &Path, program: &Path) -> bool {
    let is_writable = || {
        path.metadata()
            .is_ok_and(|found| !found.permissions().readonly())
    };
    glimpse::is_decisions(path)
        && is_writable()
        && opening::start(path, LARGEST).is_ok_and(|bytes| {
            let format = crate::output::main_format();
            format.kept(&bytes, program).is_none()
        })
}

/// Bytes of a file that are looked at.
const LARGEST: u64 = 512 * 1024 * 1024;
