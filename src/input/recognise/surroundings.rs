//! What the sheet of a form has besides its cells: hidden rows and columns with scores, a picture in place of a table, comments in place
//! of scores.
//!
//! In: a sheet's facts and what was read from it. Out: findings.

use crate::base::cell::{CellAddress, Reading};
use crate::base::finding::{Finding, Place};
use crate::base::rules::sheets;
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::Sheet;
use crate::input::seen;

/// Cells that a sheet may hold besides a picture before the picture is no longer all there is.
const FEW: usize = 5;

/// Findings about what a sheet has besides its cells.
pub fn check(sheet: &Sheet<'_>, extract: &SheetExtract) -> Vec<Finding> {
    let facts = &sheet.grid.facts;
    if facts.is_empty() {
        return Vec::new();
    }
    let mut findings: Vec<Finding> = hidden_rows(sheet, extract).into_iter().collect();
    findings.extend(seen::hidden_columns(sheet.grid, filled(extract)));
    findings.extend(seen::conditional(sheet.grid, filled(extract)));
    findings.extend(picture(sheet));
    findings.extend(comments(sheet, extract));
    findings
}

/// The cells of self scores, appraised scores and figures that hold something.
fn filled(extract: &SheetExtract) -> impl Iterator<Item = CellAddress> {
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
    cells.map(|(_, cell)| cell)
}

fn hidden_rows(sheet: &Sheet<'_>, extract: &SheetExtract) -> Option<Finding> {
    let scores = extract.entries.iter().map(|taken| &taken.value);
    let scores = scores
        .filter(|(_, entry)| entry.claimed.value != Reading::Empty)
        .filter_map(|(id, entry)| Some((id.0.to_string(), entry.claimed.origin.cell()?.1)));
    let figures = extract.figures.iter().map(|taken| &taken.value.1);
    let figures = figures
        .filter(|figure| figure.value != Reading::Empty)
        .filter_map(|figure| {
            let text = figure.row.as_ref().map(|row| row.text.to_string());
            Some((text.unwrap_or_default(), figure.origin.cell()?.1))
        });
    // A figure in the row of a score goes without saying.
    seen::hidden_rows(sheet.grid, scores.chain(figures))
}

fn picture(sheet: &Sheet<'_>) -> Option<Finding> {
    let anchor = sheet.grid.facts.pictures.first()?;
    let is_all = sheet.tables.is_empty() && sheet.grid.cells().len() < FEW;
    is_all.then(|| Finding::new(&sheets::PICTURE_INSTEAD, place(sheet, *anchor)))
}

fn comments(sheet: &Sheet<'_>, extract: &SheetExtract) -> Option<Finding> {
    let entries = extract.entries.iter().map(|taken| &taken.value);
    let blank = entries
        .filter(|(_, entry)| entry.claimed.value == Reading::Empty)
        .filter_map(|(id, entry)| Some((id.0.to_string(), entry.claimed.origin.cell()?.1)));
    seen::comments(sheet.grid, blank)
}

fn place(sheet: &Sheet<'_>, cell: CellAddress) -> Place {
    Place {
        sheet: Some(sheet.grid.name.clone()),
        cell: Some(cell),
        ..Place::default()
    }
}
