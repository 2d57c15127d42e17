//! Headers of result tables: which column holds what.
//!
//! In: a grid and the scheme. Out: every header in it, with its columns. A heading that is no name of a group counts as the
//! group that alone is missing at its place between known neighbours. Not for: rows.

use std::ops::RangeInclusive;

use crate::base::cell::{CellAddress, Grid};
use crate::base::ids::GroupId;
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::input::published::GroupColumn;
use crate::input::published::label::{Labels, Role};

/// Columns of a header that are looked at; it bounds the work on very wide sheets.
const COLUMNS: usize = 256;
/// The most rows that a header can have.
const ROWS: u32 = 3;

/// A header.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its rows, zero-based.
    pub rows: RangeInclusive<u32>,
    /// The row behind the last one of its table.
    pub end: u32,
    /// The groups' columns, in the scheme's order.
    pub groups: Vec<GroupColumn>,
    /// The others, each with its zero-based column.
    pub others: Vec<(Role, u32)>,
}

impl Header {
    /// The zero-based column of a role other than a group.
    pub fn column(&self, role: &Role) -> Option<u32> {
        self.others
            .iter()
            .find(|(other, _)| other == role)
            .map(|(_, column)| *column)
    }
}

/// A column of a header that is being tried.
struct Heading {
    column: u32,
    cell: CellAddress,
    text: String,
    role: Option<Role>,
}

/// The headers of a sheet, top down; the table of each reaches to the next or to the last row.
pub fn headers(grid: &Grid, labels: &Labels, scheme: &Scheme) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let last = grid.cells().last().map_or(0, |cell| cell.address.row + 1);
    let mut below = 0;
    for cells in grid.rows() {
        let Some(row) = cells.first().map(|cell| cell.address.row) else {
            continue;
        };
        let mut texts = cells.iter().take(COLUMNS).map(|cell| cell.value.show());
        if row < below || !texts.any(|text| labels.role(&text) == Some(&Role::Name)) {
            continue;
        }
        let tried =
            (0..ROWS).filter_map(|more| header(grid, row..=row + more, last, labels, scheme));
        // Of equals the one with fewer rows.
        let best = tried.reduce(|best, other| {
            if found(&other) > found(&best) {
                other
            } else {
                best
            }
        });
        if let Some(header) = best {
            below = header.rows.end() + 1;
            if let Some(above) = headers.last_mut() {
                above.end = row;
            }
            headers.push(header);
        }
    }
    headers
}

fn found(header: &Header) -> usize {
    let by_name = header.groups.iter().filter(|group| !group.by_position);
    by_name.count() + header.others.len()
}

/// The header that stands in these rows, if they hold one: the units' names, and totals or at least two groups.
fn header(
    grid: &Grid,
    rows: RangeInclusive<u32>,
    end: u32,
    labels: &Labels,
    scheme: &Scheme,
) -> Option<Header> {
    let headings = headings(grid, &rows, labels);
    let mut header = Header {
        rows,
        end,
        groups: Vec::new(),
        others: Vec::new(),
    };
    for heading in &headings {
        match &heading.role {
            Some(Role::Group(id)) if header.groups.iter().all(|group| group.group != *id) => {
                header.groups.push(group_column(id, heading, false));
            }
            Some(Role::Group(_)) => {}
            Some(role) if header.column(role).is_none() => {
                header.others.push((role.clone(), heading.column));
            }
            _ => {}
        }
    }
    let is_header = header.column(&Role::Name).is_some()
        && (header.column(&Role::Total).is_some() || header.groups.len() > 1);
    if !is_header {
        return None;
    }
    let missing = by_position(&header, &headings, scheme);
    header.groups.extend(missing);
    let order = |group: &GroupColumn| scheme.groups.iter().position(|one| one.id == group.group);
    header.groups.sort_by_key(order);
    Some(header)
}

fn group_column(id: &GroupId, heading: &Heading, by_position: bool) -> GroupColumn {
    GroupColumn {
        group: id.clone(),
        heading: heading.text.clone(),
        cell: CellAddress::new(heading.cell.row, heading.column),
        by_position,
    }
}

/// The headings over each column, the lowest text that says something first.
fn headings(grid: &Grid, rows: &RangeInclusive<u32>, labels: &Labels) -> Vec<Heading> {
    let mut columns: Vec<u32> = rows
        .clone()
        .flat_map(|row| grid.row(row).iter().take(COLUMNS))
        .map(|cell| cell.address.column)
        .collect();
    columns.sort_unstable();
    columns.dedup();
    columns
        .into_iter()
        .filter_map(|column| heading(grid, rows, column, labels))
        .collect()
}

fn heading(
    grid: &Grid,
    rows: &RangeInclusive<u32>,
    column: u32,
    labels: &Labels,
) -> Option<Heading> {
    // A label over several columns names none of those that have labels of their own below it.
    let (mut texts, mut wide): (Vec<(CellAddress, String)>, _) = (Vec::new(), None);
    for row in rows.clone() {
        let at = CellAddress::new(row, column);
        let Some(cell) = grid.label(at) else { continue };
        let text = (cell.address, text::clean(&cell.value.show()));
        let merge = grid.merge_at(at);
        if merge.is_some_and(|range| range.first.column < range.last.column) {
            wide = (cell.address.column == column).then_some(text).or(wide);
        } else if texts.last().is_none_or(|(above, _)| *above != cell.address) {
            texts.push(text);
        }
    }
    if texts.is_empty() && !has_parts(grid, *rows.end(), column) {
        texts.extend(wide);
    }
    let whole: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let whole = whole.join(" ");
    let role = texts
        .iter()
        .rev()
        .find_map(|(_, text)| labels.role(text))
        .or_else(|| labels.role(&whole))
        .cloned();
    let (cell, text) = texts.last()?.clone();
    Some(Heading {
        column,
        cell,
        text,
        role,
    })
}

/// Whether a label over several columns, the first of which is this one, has something of its own below another of them.
fn has_parts(grid: &Grid, row: u32, column: u32) -> bool {
    let Some(range) = grid.merge_at(CellAddress::new(row, column)) else {
        return false;
    };
    let mut others = range.first.column + 1..=range.last.column;
    others.any(|other| grid.seen(CellAddress::new(row + 1, other)).is_some())
}

/// Groups whose headings are no known names: between two known columns stand as many unknown ones as groups are missing. At
/// least half of the groups have to be known by their names.
fn by_position(header: &Header, headings: &[Heading], scheme: &Scheme) -> Vec<GroupColumn> {
    let column_of = |id: &GroupId| {
        let mut groups = header.groups.iter();
        groups
            .find(|group| group.group == *id)
            .map(|group| group.cell.column)
    };
    let name = header.column(&Role::Name).unwrap_or_default();
    let mut found = Vec::new();
    if header.groups.len() * 2 < scheme.groups.len() {
        return found;
    }
    let mut left = name;
    let mut missing: Vec<&GroupId> = Vec::new();
    let ends = scheme
        .groups
        .iter()
        .map(|group| (Some(&group.id), column_of(&group.id)))
        .chain([(None, header.column(&Role::Total))]);
    for (group, column) in ends {
        let Some(right) = column else {
            missing.extend(group);
            continue;
        };
        let unknown: Vec<&Heading> = headings
            .iter()
            .filter(|heading| heading.role.is_none())
            .filter(|heading| left < heading.column && heading.column < right)
            .collect();
        if unknown.len() == missing.len() {
            let columns = missing.iter().zip(unknown);
            found.extend(columns.map(|(id, heading)| group_column(id, heading, true)));
        }
        missing.clear();
        left = right;
    }
    found
}
