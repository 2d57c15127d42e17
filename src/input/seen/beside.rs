//! What a sheet has besides its cells: hidden rows and columns with numbers, comments in place of numbers, ranges merged over several.
//!
//! In: a sheet, and the cells of it that are read, with the names of their rows. Out: findings with sheet and cell. Not for: pictures in
//! place of a table, which only a form can have.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::base::cell::{CellAddress, CellRange, Grid, column_letters};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::guard;
use crate::base::rules::{looks, sheets};

/// Hidden columns, each at the first number in it.
pub fn hidden_columns(grid: &Grid, cells: impl Iterator<Item = CellAddress>) -> Vec<Finding> {
    let mut columns = BTreeSet::new();
    cells
        .filter(|cell| grid.is_column_hidden(cell.column) && columns.insert(cell.column))
        .map(|cell| {
            let name = Fact::Name(column_letters(cell.column));
            Finding::new(&sheets::HIDDEN_COLUMN, place(grid, cell)).found(name)
        })
        .collect()
}

/// Hidden rows, all at the first of them; a row is named once.
pub fn hidden_rows(
    grid: &Grid,
    cells: impl Iterator<Item = (String, CellAddress)>,
) -> Option<Finding> {
    let mut rows = BTreeSet::new();
    let is_new =
        |(_, cell): &(String, CellAddress)| grid.is_row_hidden(cell.row) && rows.insert(cell.row);
    let hidden: Vec<(String, CellAddress)> = cells.filter(is_new).collect();
    let (_, first) = hidden.first()?;
    let place = place(grid, *first);
    let names = hidden.into_iter().map(|(name, _)| name).collect();
    Some(Finding::new(&sheets::HIDDEN_ROWS, place).found(Fact::Names(names)))
}

/// Cells that a finding lists.
const LISTED: usize = 12;

/// That conditional formats may change what is seen of these cells, all at the first of them.
pub fn conditional(grid: &Grid, cells: impl Iterator<Item = CellAddress>) -> Option<Finding> {
    let ranges = &grid.facts.conditional;
    if ranges.is_empty() {
        return None;
    }
    let concerned = cells.filter(|cell| {
        guard::check();
        ranges.iter().any(|range| range.contains(*cell))
    });
    let concerned: BTreeSet<CellAddress> = concerned.collect();
    let first = concerned.first()?;
    let mut names: Vec<String> = concerned
        .iter()
        .take(LISTED)
        .map(ToString::to_string)
        .collect();
    if concerned.len() > LISTED {
        names.push(format!("… +{}", concerned.len() - LISTED));
    }
    let finding = Finding::new(&looks::CONDITIONAL, place(grid, *first));
    Some(finding.found(Fact::Names(names)))
}

/// Keeps the first finding about conditional formats of a file.
pub fn once(findings: &mut Vec<Finding>) {
    let mut is_told = false;
    findings.retain(|finding| {
        finding.rule != &looks::CONDITIONAL || !std::mem::replace(&mut is_told, true)
    });
}

/// Blank cells that have a comment, all at the first of them.
pub fn comments(
    grid: &Grid,
    mut blank: impl Iterator<Item = (String, CellAddress)>,
) -> Option<Finding> {
    let comments = &grid.facts.comments;
    if comments.is_empty() {
        return None;
    }
    let has_comment = |(_, cell): &(String, CellAddress)| comments.binary_search(cell).is_ok();
    let (name, first) = blank.find(has_comment)?;
    let rest = blank.filter(has_comment).map(|(name, _)| name);
    let names = std::iter::once(name).chain(rest).collect();
    let finding = Finding::new(&sheets::COMMENT_INSTEAD, place(grid, first));
    Some(finding.found(Fact::Names(names)))
}

/// Merged ranges over the numbers of several rows, with what these are: whose number it is cannot be told.
pub fn merged<T>(
    grid: &Grid,
    cells: impl Iterator<Item = (T, CellAddress)>,
) -> Vec<(CellRange, Vec<T>)> {
    let mut over: IndexMap<CellRange, Vec<(T, u32)>> = IndexMap::new();
    for (what, cell) in cells {
        if let Some(range) = grid.merge_at(cell) {
            over.entry(*range).or_default().push((what, cell.row));
        }
    }
    let several = |all: &[(T, u32)]| {
        let first = all.first().map(|(_, row)| *row);
        all.iter().any(|(_, row)| Some(*row) != first)
    };
    over.into_iter()
        .filter(|(_, all)| several(all))
        .map(|(range, all)| (range, all.into_iter().map(|(what, _)| what).collect()))
        .collect()
}

/// That a range is merged over the numbers of several rows.
pub fn merged_finding(grid: &Grid, range: CellRange) -> Finding {
    let finding = Finding::new(&sheets::MERGED_SCORES, place(grid, range.first));
    finding.found(Fact::Name(range.to_string()))
}

fn place(grid: &Grid, cell: CellAddress) -> Place {
    Place {
        sheet: Some(grid.name.clone()),
        cell: Some(cell),
        ..Place::default()
    }
}
