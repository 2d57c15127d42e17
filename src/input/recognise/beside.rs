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
    let mut findings: Vec<Finding> = hidden_rows(sheet, extract).into_iter().collect();
    findings.extend(hidden_columns(sheet, extract));
    findings.extend(picture(sheet));
    findings.extend(comments(sheet, extract));
    findings
}

/// Hidden columns of self scores, appraised scores or figures, each at the first value in it.
fn hidden_columns(sheet: &Sheet<'_>, extract: &SheetExtract) -> Vec<Finding> {
    let entries = || extract.entries.iter().map(|taken| &taken.value.1);
    let points = entries()
        .map(|entry| &entry.claimed)
        .chain(entries().filter_map(|entry| entry.appraised.as_deref()))
        .filter(|found| found.value != Reading::Empty)
        .map(|found| &found.origin);
    let figures = extract.figures.iter().map(|taken| &taken.value.1);
    let figures = figures
        .filter(|found| found.value != Reading::Empty)
        .map(|found| &found.origin);
    let cells = points.chain(figures).filter_map(|origin| origin.cell());
    let mut columns = BTreeSet::new();
    cells
        .map(|(_, cell)| cell)
        .filter(|cell| sheet.grid.is_column_hidden(cell.column) && columns.insert(cell.column))
        .map(|cell| {
            let name = Fact::Name(column_letters(cell.column));
            Finding::new(&sheets::HIDDEN_COLUMN, place(sheet, cell)).found(name)
        })
        .collect()
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
