//! What a sheet has besides its cells: hidden rows and columns with scores, a picture in place of a table, comments in place of scores.
//!
//! In: a sheet's facts and what was read from it. Out: findings.

use std::collections::BTreeSet;

use crate::base::cell::{CellAddress, Reading, column_letters};
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
        hidden_column(sheet, extract),
        picture(sheet),
        comments(sheet, extract),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A hidden column of self scores or of figures, at the first value in it.
fn hidden_column(sheet: &Sheet<'_>, extract: &SheetExtract) -> Option<Finding> {
    let scores = extract.entries.iter().map(|taken| &taken.value.1.claimed);
    let scores = scores.filter(|found| found.value != Reading::Empty);
    let figures = extract.figures.iter().map(|taken| &taken.value.1);
    let figures = figures.filter(|found| found.value != Reading::Empty);
    let mut cells = scores
        .map(|found| &found.origin)
        .chain(figures.map(|found| &found.origin))
        .filter_map(|origin| Some(origin.cell()?.1));
    let first = cells.find(|cell| sheet.grid.is_column_hidden(cell.column))?;
    let name = Fact::Name(column_letters(first.column));
    Some(Finding::new(&sheets::HIDDEN_COLUMN, place(sheet, first)).found(name))
}

fn hidden_rows(sheet: &Sheet<'_>, extract: &SheetExtract) -> Option<Finding> {
    let scores = extract.entries.iter().map(|taken| &taken.value);
    let scores = scores
        .filter(|(_, entry)| entry.claimed.value != Reading::Empty)
        .filter_map(|(id, entry)| Some((id.0.clone(), entry.claimed.origin.cell()?.1)));
    let figures = extract.figures.iter().map(|taken| &taken.value.1);
    let figures = figures
        .filter(|figure| figure.value != Reading::Empty)
        .filter_map(|figure| {
            let text = figure.row.as_ref().map(|row| row.text.to_string());
            Some((text.unwrap_or_default(), figure.origin.cell()?.1))
        });
    // A figure in the row of a score goes without saying.
    let mut rows = BTreeSet::new();
    let hidden: Vec<(String, CellAddress)> = scores
        .chain(figures)
        .filter(|(_, cell)| sheet.grid.is_row_hidden(cell.row) && rows.insert(cell.row))
        .collect();
    let (_, first) = hidden.first()?;
    let names = hidden.iter().map(|(name, _)| name.clone()).collect();
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
        .filter(|(_, entry)| entry.claimed.value == Reading::Empty)
        .filter_map(|(id, entry)| Some((id, entry.claimed.origin.cell()?.1)))
        .filter(|(_, cell)| has_comment(*cell));
    let (first, cell) = blank.next()?;
    let names = std::iter::once(first)
        .chain(blank.map(|(id, _)| id))
        .map(|id| id.0.clone())
        .collect();
    let finding = Finding::new(&sheets::COMMENT_INSTEAD, place(sheet, cell));
    Some(finding.found(Fact::Names(names)))
}

fn place(sheet: &Sheet<'_>, cell: CellAddress) -> Place {
    Place {
        sheet: Some(sheet.grid.name.clone()),
        cell: Some(cell),
        ..Place::default()
    }
}
