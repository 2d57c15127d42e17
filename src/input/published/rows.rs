//! Rows of result tables.
//!
//! In: a grid and a header. Out: the row of each unit with its numbers as printed, parted by level. Not for: maxima, sums,
//! averages, section lines, signatures.

use indexmap::IndexMap;

use crate::base::cell::{CellAddress, Grid, Reading};
use crate::base::finding::{About, Finding};
use crate::base::ids::{LevelId, UnitId};
use crate::base::points::Points;
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::campaign::vocabulary::Column;
use crate::input::published::doubts::{self, Doubts};
use crate::input::published::whose::{self, TableBasis, highest};
use crate::input::published::{
    GroupColumn, PrintedWord, PublishedRow, PublishedTable, Several, TableContext, places,
};
use crate::input::seen;
use crate::input::tables::Table;

/// What stands in place of a grade where there is none: what this program writes first of all.
const UNGRADED: [&str; 4] = ["chưa xếp loại", "không xếp loại", "not graded", "ungraded"];

/// A row whose unit may still be one of several that go by its name.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub(super) row: PublishedRow,
    units: Vec<UnitId>,
    number: Option<u32>,
    /// What is in doubt about its cells.
    pub(super) doubts: Vec<Finding>,
}

impl Candidate {
    /// The name's cell.
    pub fn cell(&self) -> CellAddress {
        self.row.cell
    }

    /// The level of its unit, where there is no doubt.
    fn level(&self) -> Option<&LevelId> {
        match self.units.as_slice() {
            [only] => Some(&only.level),
            _ => None,
        }
    }
}

/// A table and the columns of its points.
pub struct Grouped<'a> {
    /// The table.
    pub table: Table<'a>,
    /// The groups' columns, in the scheme's order; its own from left to right where it is none of the scheme's.
    pub groups: Vec<GroupColumn>,
    /// Whether those are its own.
    pub is_own: bool,
    /// The zero-based column of the totals.
    pub total: Option<u32>,
    /// What is said where there are several.
    pub several: Option<Several>,
    /// The heading of the totals, where only the places tell that it is one.
    pub by_order: Option<PrintedWord>,
    /// The same, where only the sums tell it.
    pub by_sum: Option<PrintedWord>,
}

impl Grouped<'_> {
    /// Whether there is a column of totals, be it one of several that cannot be told apart.
    pub fn has_total(&self) -> bool {
        self.total.is_some() || self.several.is_some()
    }
}

/// The rows of a table that belong to units.
pub fn rows(grouped: &Grouped<'_>, known: TableContext<'_>) -> Vec<Candidate> {
    let table = &grouped.table;
    let Some(name) = table.columns.get(Column::Unit) else {
        return Vec::new();
    };
    let below = table.header + 1..table.end;
    let starts = table
        .grid
        .rows()
        .filter_map(|cells| cells.first().map(|cell| cell.address.row))
        .filter(|row| below.contains(row));
    // How many units have each grade stands below the units of some tables.
    let is_of_units = |row: &u32| {
        let cell = table.grid.seen(CellAddress::new(*row, name));
        let key = cell.map(|cell| text::key(&cell.value.show()));
        !key.is_some_and(|key| known.vocabulary.heads_grades(&key))
    };
    let starts = starts.take_while(is_of_units);
    let mut rows: Vec<Candidate> = starts
        .filter_map(|row| candidate(grouped, CellAddress::new(row, name), known))
        .collect();
    merged(table.grid, &mut rows);
    rows
}

/// Ranges merged over the numbers of several units: whose number it is cannot be told, so none of them has it.
fn merged(grid: &Grid, rows: &mut [Candidate]) {
    let cells = rows.iter().enumerate().flat_map(|(place, one)| {
        let cells = doubts::numbers(&one.row).map(|printed| printed.cell);
        cells.map(move |cell| (place, cell))
    });
    for (range, places) in seen::merged(grid, cells) {
        let first = places.first().copied();
        for place in places {
            let Some(one) = rows.get_mut(place) else {
                continue;
            };
            if Some(place) == first {
                one.doubts
                    .retain(|doubt| doubt.place.cell != Some(range.first));
                one.doubts.push(seen::merged_finding(grid, range));
            }
            let numbers = one.row.groups.values_mut().chain(&mut one.row.total);
            for printed in numbers.filter(|printed| range.contains(printed.cell)) {
                printed.value = Reading::Unreadable;
                printed.text = range.to_string();
                printed.explained = true;
            }
        }
    }
}

fn candidate(grouped: &Grouped<'_>, at: CellAddress, known: TableContext<'_>) -> Option<Candidate> {
    let Table { grid, columns, .. } = grouped.table;
    let mut doubts = Doubts::new(&grouped.table);
    let name = doubts.name(grid.seen(at)?);
    let is_summary = known.vocabulary.is_summary(&text::key(&name));
    if !name.chars().any(char::is_alphabetic) || is_summary {
        return None;
    }
    let units = units(&name, known.registry);
    let mut word = |column: Column| -> Option<PrintedWord> {
        let cell = grid.label_in_row(CellAddress::new(at.row, columns.get(column)?));
        let cell = doubts.word(cell, column)?;
        let text = text::clean(&cell.value.show());
        (!text.is_empty()).then_some(PrintedWord {
            text,
            cell: cell.address,
        })
    };
    let is_none = |word: &PrintedWord| UNGRADED.contains(&text::key(&word.text).as_str());
    let (none, grade) = match word(Column::Grade) {
        Some(word) if is_none(&word) => (Some(word), None),
        grade => (None, grade),
    };
    // That there is no grade is said, which is a note where nothing else is.
    let remark = word(Column::Explanation).or(none).map(|word| word.text);
    let mut whole = |column: Column| word(column).and_then(|word| ordinal(&word.text));
    let (place, number) = (whole(Column::Place), whole(Column::Number));
    let highest = highest(known.scheme);
    let mut read = |column: u32, about: About| {
        let at = CellAddress::new(at.row, column);
        doubts.number(grid.seen(at), at, highest, about)
    };
    let groups: IndexMap<_, _> = grouped
        .groups
        .iter()
        .map(|group| {
            let about = about(group, known.scheme);
            (group.group.clone(), read(group.cell.column, about))
        })
        .collect();
    let total = grouped.total;
    let total = total.map(|column| read(column, About::Total));
    let row = PublishedRow {
        unit: None,
        name,
        cell: at,
        groups,
        total,
        grade,
        place,
        remark,
    };
    // Without a known name, points or a number of its own, it is a section line, a legend or a signature.
    let is_row = !units.is_empty() || has_result(&row) || number.is_some();
    is_row.then_some(Candidate {
        row,
        units,
        number,
        doubts: doubts.found,
    })
}

/// The points of a column, as findings name them.
fn about(column: &GroupColumn, scheme: &Scheme) -> About {
    match scheme.group(&column.group) {
        Some(group) => About::Group(group.id.clone(), group.name.clone()),
        None => About::Row(column.group.0.to_string()),
    }
}

/// Whether a row has a total, readable or not, or points in all of its columns.
fn has_result(row: &PublishedRow) -> bool {
    let mut groups = row.groups.values();
    let has_points = !row.groups.is_empty() && groups.all(|one| one.value.value().is_some());
    let mut total = row.total.iter();
    has_points || total.any(|total| total.value != Reading::Empty)
}

/// The units that go by a printed name, which may have a mark for a footnote behind it.
fn units(name: &str, registry: &Registry) -> Vec<UnitId> {
    let plain = |name: &str| registry.by_name(name).to_vec();
    let whole = plain(name);
    if !whole.is_empty() {
        return whole;
    }
    let cut = name.find(['(', '[', '*', '¹', '²', '³']);
    cut.and_then(|at| name.get(..at))
        .map(plain)
        .unwrap_or_default()
}

/// A place or a row's number: `4`, `4.`, `04`.
fn ordinal(text: &str) -> Option<u32> {
    text.trim().trim_end_matches('.').parse().ok()
}

/// The total in a row of maxima.
fn stated_maximum(grouped: &Grouped<'_>, known: TableContext<'_>) -> Option<Points> {
    let table = &grouped.table;
    let (name, total) = (table.columns.get(Column::Unit)?, grouped.total?);
    let mut below = table.header + 1..table.end;
    below.find_map(|row| {
        let label = table.grid.seen(CellAddress::new(row, name))?.value.show();
        if !known.vocabulary.is_maximum(&text::key(&label)) {
            return None;
        }
        let at = CellAddress::new(row, total);
        let mut doubts = Doubts::new(table);
        let highest = highest(known.scheme);
        let read = doubts.number(table.grid.seen(at), at, highest, About::Total);
        read.value.value().copied()
    })
}

/// The tables under one header: one, or one for each level where the levels stand one below the other. The units of a table that is
/// somebody else's are none of the registry's, whatever they are called.
pub fn tables(
    grouped: &Grouped<'_>,
    mut rows: Vec<Candidate>,
    known: TableContext<'_>,
) -> Vec<PublishedTable> {
    let all = rows.iter().map(|one| &one.row);
    let stated = stated_maximum(grouped, known);
    let has_columns = grouped.groups.len() > 1;
    let unknown = rows.iter().filter(|one| one.units.is_empty()).count();
    let is_of_others =
        !grouped.is_own && whose::is_of_others(grouped.groups.len(), (unknown, rows.len()), known);
    let kinds = (
        has_columns && !grouped.is_own && !is_of_others,
        has_columns && grouped.is_own || is_of_others,
    );
    let basis = whose::of(all, stated, kinds, known);
    if basis == TableBasis::Own {
        for one in &mut rows {
            one.units.clear();
        }
    }
    let mut blocks: Vec<(Option<LevelId>, Vec<Candidate>)> = Vec::new();
    for row in rows {
        let level = row.level().cloned();
        match blocks.last_mut() {
            Some((own, block)) if level.is_none() || own.is_none() || *own == level => {
                *own = own.take().or(level);
                block.push(row);
            }
            _ => blocks.push((level, vec![row])),
        }
    }
    let levels: Vec<_> = blocks.iter().map(|(level, _)| level).collect();
    let differ = levels
        .iter()
        .enumerate()
        .all(|(at, level)| !levels.iter().take(at).any(|before| before == level));
    let is_parted = differ && blocks.iter().all(|(_, block)| block.len() > 1);
    if !is_parted {
        let all: Vec<Candidate> = blocks.into_iter().flat_map(|(_, block)| block).collect();
        blocks = vec![(main_level(&all), all)];
    }
    blocks
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(level, rows)| table(grouped, level, rows, basis))
        .collect()
}

/// The level of most rows; the first of equals.
fn main_level(rows: &[Candidate]) -> Option<LevelId> {
    let mut counts: IndexMap<&LevelId, usize> = IndexMap::new();
    for level in rows.iter().filter_map(Candidate::level) {
        *counts.entry(level).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(level, _)| level.clone())
}

fn table(
    grouped: &Grouped<'_>,
    level: Option<LevelId>,
    candidates: Vec<Candidate>,
    basis: TableBasis,
) -> PublishedTable {
    let Table {
        grid,
        columns,
        header,
        ..
    } = grouped.table;
    let numbers: Vec<Option<u32>> = candidates.iter().map(|one| one.number).collect();
    let mut found = Vec::new();
    let mut rows: Vec<PublishedRow> = Vec::with_capacity(candidates.len());
    for mut candidate in candidates {
        let unit = unit_of(&candidate, level.as_ref());
        for doubt in &mut candidate.doubts {
            doubt.place.unit.clone_from(&unit);
        }
        found.append(&mut candidate.doubts);
        rows.push(PublishedRow {
            unit,
            ..candidate.row
        });
    }
    found.extend(doubts::beside(grid, &rows));
    let has_places = columns.get(Column::Place).is_some();
    let places = places::places(&mut rows, &numbers, has_places);
    PublishedTable {
        sheet: grid.name.clone(),
        header,
        level,
        columns: grouped.groups.clone(),
        has_totals: grouped.has_total(),
        several: grouped.several.clone(),
        total_by_order: grouped.by_order.clone(),
        total_by_sum: grouped.by_sum.clone(),
        basis,
        has_own_columns: grouped.is_own,
        places,
        rows,
        notes: Vec::new(),
        doubts: found,
    }
}

fn unit_of(candidate: &Candidate, level: Option<&LevelId>) -> Option<UnitId> {
    let of_level = candidate
        .units
        .iter()
        .find(|unit| Some(&unit.level) == level);
    of_level
        .or(match candidate.units.as_slice() {
            [only] => Some(only),
            _ => None,
        })
        .cloned()
}
