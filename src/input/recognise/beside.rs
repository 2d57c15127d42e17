//! What a sheet has besides its cells: hidden rows with scores, a picture in place of a table, comments in place of scores.
//!
//! In: a sheet's facts and what was read from it. Out: findings. Only .xlsx and .xlsm files tell.

use crate::base::cell::{CellAddress, Reading};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::rules::sheets;
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::Sheet;

/// Cells that a sheet may hold besides a picture before the picture is no longer all there is.
const FEW: usize = 5;

/// Findings about what a sheet has besides its cells.
pub fn check(sheet: &Sheet<'_>, extract: &SheetExtract) -> Vec<Finding> {
    let facts = &sheet.grid.facts;
    if facts.is_empty() {
        return Vec::new();
    }
    [
        hidden_rows(sheet, extract),
        picture(sheet),
        comments(sheet, extract),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn hidden_rows(sheet: &Sheet<'_>, extract: &SheetExtract) -> Option<Finding> {
    let hidden: Vec<(&str, CellAddress)> = extract
        .entries
        .iter()
        .map(|taken| &taken.value)
        .filter(|(_, entry)| {
            entry.claimed.value != Reading::Empty
                && sheet.grid.is_row_hidden(entry.claimed.spot.cell.row)
        })
        .map(|(id, entry)| (id.0.as_str(), entry.claimed.spot.cell))
        .collect();
    let (_, first) = hidden.first()?;
    let names = hidden.iter().map(|(id, _)| (*id).to_string()).collect();
    Some(Finding::new(&sheets::HIDDEN_ROWS, place(sheet, *first)).found(Fact::Names(names)))
}

fn picture(sheet: &Sheet<'_>) -> Option<Finding> {
    let anchor = sheet.grid.facts.pictures.first()?;
    let is_all = sheet.tables.is_empty() && sheet.grid.cells().len() < FEW;
    is_all.then(|| Finding::new(&sheets::PICTURE_INSTEAD, place(sheet, *anchor)))
}

fn comments(sheet: &Sheet<'_>, extract: &SheetExtract) -> Option<Finding> {
    let has_comment = |cell: CellAddress| sheet.grid.facts.comments.binary_search(&cell).is_ok();
    let mut blank = extract
        .entries
        .iter()
        .map(|taken| &taken.value)
        .filter(|(_, entry)| {
            entry.claimed.value == Reading::Empty && has_comment(entry.claimed.spot.cell)
        });
    let (first, entry) = blank.next()?;
    let names = std::iter::once(first)
        .chain(blank.map(|(id, _)| id))
        .map(|id| id.0.clone())
        .collect();
    Some(
        Finding::new(
            &sheets::COMMENT_INSTEAD,
            place(sheet, entry.claimed.spot.cell),
        )
        .found(Fact::Names(names)),
    )
}

fn place(sheet: &Sheet<'_>, cell: CellAddress) -> Place {
    Place {
        sheet: Some(sheet.grid.name.clone()),
        cell: Some(cell),
        ..Place::default()
    }
}
