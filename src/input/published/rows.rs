//! Rows of result tables.
//!
//! In: a grid and a header. Out: the row of each unit with its numbers as printed, parted by level. Not for: maxima, sums,
//! averages, section lines, signatures.

use indexmap::IndexMap;

use crate::base::cell::{Cell, CellAddress, CellValue, Reading};
use crate::base::ids::{LevelId, UnitId};
use crate::base::number::{self, Sort, Step};
use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::campaign::vocabulary::Column;
use crate::input::published::{
    GroupColumn, Known, Places, Printed, PublishedRow, PublishedTable, Word, Written,
};
use crate::input::tables::Table;

/// Numbers beyond this size are no points; sums of smaller ones are exact.
const LARGEST: Decimal = Decimal::whole(1_000_000_000);

/// A row whose unit may still be one of several that go by its name.
#[derive(Clone, Debug)]
pub struct Candidate {
    row: PublishedRow,
    units: Vec<UnitId>,
    number: Option<u32>,
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

/// A table and the columns of its groups.
pub struct Grouped<'a> {
    /// The table.
    pub table: Table<'a>,
    /// The groups' columns, in the scheme's order.
    pub groups: Vec<GroupColumn>,
}

/// The rows of a table that belong to units.
pub fn rows(grouped: &Grouped<'_>, known: Known<'_>) -> Vec<Candidate> {
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
    starts
        .filter_map(|row| candidate(grouped, CellAddress::new(row, name), known))
        .collect()
}

fn candidate(grouped: &Grouped<'_>, at: CellAddress, known: Known<'_>) -> Option<Candidate> {
    let Table { grid, columns, .. } = grouped.table;
    let name = text::clean(&grid.seen(at)?.value.show());
    let is_summary = known.vocabulary.is_summary(&text::key(&name));
    if !name.chars().any(char::is_alphabetic) || is_summary {
        return None;
    }
    let units = units(&name, known.registry);
    let word = |column: Column| -> Option<Word> {
        let cell = grid.label_in_row(CellAddress::new(at.row, columns.get(column)?))?;
        let text = text::clean(&cell.value.show());
        (!text.is_empty()).then_some(Word {
            text,
            cell: cell.address,
        })
    };
    let whole = |column: Column| word(column).and_then(|word| ordinal(&word.text));
    let highest = highest(known.scheme);
    let read = |column: u32, highest: Decimal| {
        let at = CellAddress::new(at.row, column);
        printed(grid.seen(at), at, highest)
    };
    let groups: IndexMap<_, _> = grouped
        .groups
        .iter()
        .map(|group| (group.group.clone(), read(group.cell.column, highest)))
        .collect();
    let row = PublishedRow {
        unit: None,
        name,
        cell: at,
        groups,
        total: columns
            .get(Column::Total)
            .map(|column| read(column, highest)),
        grade: word(Column::Grade),
        place: whole(Column::Place),
        remark: word(Column::Explanation).map(|word| word.text),
    };
    let number = whole(Column::Number);
    // Without a known name, points or a number of its own, it is a section line, a legend or a signature.
    let is_row = !units.is_empty() || has_result(&row) || number.is_some();
    is_row.then_some(Candidate { row, units, number })
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

/// The most points that any number of a table can stand for; it tells `1.234` from 1234.
fn highest(scheme: &Scheme) -> Decimal {
    let outside = scheme.groups.iter().filter(|group| group.outside_total);
    let bonus: Decimal = outside
        .flat_map(|group| {
            scheme
                .levels
                .iter()
                .map(|level| group.maximum_at(&level.id).0)
        })
        .max()
        .unwrap_or_default();
    (Points(scheme.total_maximum) + Points(bonus)).0
}

fn printed(cell: Option<&Cell>, at: CellAddress, highest: Decimal) -> Printed {
    let blank = Printed {
        value: Reading::Empty,
        decimals: 0,
        written: Written::Number,
        text: String::new(),
        cell: at,
    };
    let Some(cell) = cell else { return blank };
    if cell.value == CellValue::NotCalculated {
        return Printed {
            value: Reading::Unreadable,
            ..blank
        };
    }
    let text = text::clean(&cell.value.show());
    let sort = Sort::Points {
        lowest: -highest,
        highest,
    };
    match number::read(&cell.value, sort, "") {
        Ok(None) => blank,
        Ok(Some(number)) if number.value.abs() <= LARGEST => Printed {
            value: Reading::Value(Points(number.value)),
            decimals: number.decimals,
            written: written(&number),
            text,
            cell: at,
        },
        Err(_) if is_dash(&text) => blank,
        Ok(Some(_)) | Err(_) => Printed {
            value: Reading::Unreadable,
            text,
            ..blank
        },
    }
}

fn written(number: &number::Number) -> Written {
    if !number.steps.contains(&Step::FromText) {
        Written::Number
    } else if number.decimals == 0 {
        Written::Whole
    } else if number.steps.contains(&Step::DecimalComma) {
        Written::Comma
    } else {
        Written::Point
    }
}

/// Signs that people put where there is nothing.
fn is_dash(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '…' | '.' | 'x' | 'X' | '/'))
}

/// The tables under one header: one, or one for each level where the levels stand one below the other.
pub fn tables(grouped: &Grouped<'_>, rows: Vec<Candidate>) -> Vec<PublishedTable> {
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
        .map(|(level, rows)| table(grouped, level, rows))
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
) -> PublishedTable {
    let Table {
        grid,
        columns,
        header,
        ..
    } = grouped.table;
    let numbers: Vec<Option<u32>> = candidates.iter().map(|one| one.number).collect();
    let mut rows: Vec<PublishedRow> = candidates
        .into_iter()
        .map(|candidate| PublishedRow {
            unit: unit_of(&candidate, level.as_ref()),
            ..candidate.row
        })
        .collect();
    let places = places(&rows, columns.get(Column::Place).is_some());
    if places == Places::Order {
        let ascending = numbers.windows(2).all(|pair| match pair {
            [Some(above), Some(below)] => above < below,
            _ => false,
        });
        for ((number, row), position) in numbers.into_iter().zip(&mut rows).zip(1_u32..) {
            row.place = number.filter(|_| ascending).or(Some(position));
        }
    }
    for row in rows.iter_mut().filter(|row| row.total().is_none()) {
        row.place = None;
    }
    PublishedTable {
        sheet: grid.name.clone(),
        header,
        level,
        columns: grouped.groups.clone(),
        has_totals: columns.get(Column::Total).is_some(),
        places,
        rows,
        notes: Vec::new(),
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

/// Rows stand by rank if of all pairs at least three in four fall from above to below; in any other order about half do.
fn places(rows: &[PublishedRow], has_column: bool) -> Places {
    if has_column {
        return Places::Column;
    }
    let totals: Vec<Points> = rows.iter().filter_map(PublishedRow::total).collect();
    let (mut falling, mut rising) = (0_u64, 0_u64);
    for (index, above) in totals.iter().enumerate() {
        for below in totals.iter().skip(index + 1) {
            falling += u64::from(above > below);
            rising += u64::from(above < below);
        }
    }
    if falling >= rising.saturating_mul(3) {
        Places::Order
    } else {
        Places::None
    }
}
