//! Where the visible sheets of a result show the values of its list.
//!
//! In: a sheet, and the values of each unit. Out: for each kind of value the column that shows it: one whose heading names the
//! kind and most of whose cells say what the list says, so that little of the layout has to be known and a few changed cells do not
//! hide a column. A heading stands no higher than that of the names: what is written above the table is a note. Not for: judging what stands there.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::points::Decimal;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::points::from_f64;

/// What kind of value: the kind as the list has it, with the group or criterion.
pub(super) type ValueKind = (String, String);

/// One value of the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ListedValue {
    /// The value.
    pub(super) value: ShownValue,
    /// The sheet it stands on, by position among the grids.
    pub(super) grid: usize,
    /// Its cell.
    pub(super) cell: CellAddress,
}

/// A value to compare.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ShownValue {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
}

/// All values of a result, by unit's name and kind, and the words that head each kind.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The values.
    pub(super) units: BTreeMap<String, BTreeMap<ValueKind, ListedValue>>,
    /// The words.
    pub(super) heads: BTreeMap<ValueKind, Vec<String>>,
}

/// How alike a cell and a value are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// They say the same.
    Same,
    /// They do not.
    Other,
    /// They cannot be compared, such as a formula that was never calculated.
    Unknown,
}

/// Compares a cell with a value. A text where a number should be is another only where it is a number too, or empty: a sheet
/// may say in words that something is open.
pub(super) fn likeness(cell: Option<&Cell>, value: &ShownValue) -> Likeness {
    let Some(cell) = cell else {
        return Likeness::Other;
    };
    let same = |is_same| {
        if is_same {
            Likeness::Same
        } else {
            Likeness::Other
        }
    };
    match (&cell.value, value) {
        (CellValue::Number(found), ShownValue::Number(wanted)) => match from_f64(*found) {
            // A sheet may show what is rounded for print.
            Some(found) => {
                let apart = found.checked_sub(*wanted).map(Decimal::abs);
                same(apart.is_some_and(|apart| apart < Decimal::new(5, 7)))
            }
            None => Likeness::Other,
        },
        (CellValue::Text(text), ShownValue::Number(wanted)) => {
            let text = text.trim();
            match text.replace(',', ".").parse::<Decimal>() {
                Ok(found) => same(found == *wanted),
                Err(_) if text.is_empty() => Likeness::Other,
                Err(_) => Likeness::Unknown,
            }
        }
        (CellValue::Text(text), ShownValue::Text(wanted)) => same(text.trim() == wanted.trim()),
        (CellValue::Number(_), ShownValue::Text(_)) | (CellValue::Error(_), _) => Likeness::Other,
        _ => Likeness::Unknown,
    }
}

/// The rows in which a sheet tells about a unit: where a cell is the unit's name. A sheet that names one twice tells about it
/// in neither.
pub(super) fn rows<'l>(grid: &Grid, list: &'l List) -> Vec<(u32, &'l str)> {
    let mut found: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for cell in grid.cells() {
        let CellValue::Text(text) = &cell.value else {
            continue;
        };
        if let Some((name, _)) = list.units.get_key_value(text.trim()) {
            found.entry(name).or_default().push(cell.address.row);
        }
    }
    let once = found.into_iter().filter(|(_, rows)| rows.len() == 1);
    let mut rows: Vec<(u32, &str)> = once
        .filter_map(|(name, rows)| Some((*rows.first()?, name)))
        .collect();
    rows.sort_unstable();
    rows
}

/// What the cells of a column say of one kind of value.
#[derive(Clone, Copy, Default)]
struct ColumnCounts {
    /// Values that the list has.
    all: usize,
    /// Cells that say what the list says.
    same: usize,
    /// Formulas that were saved without a result.
    silent: usize,
    /// Cells that say something in words where a number should be.
    words: usize,
}

impl ColumnCounts {
    /// Of the column over all rows.
    fn of(
        (grid, column): (&Grid, u32),
        rows: &[(u32, &str)],
        (list, kind): (&List, &ValueKind),
    ) -> Self {
        let mut counts = ColumnCounts::default();
        for (row, name) in rows {
            let values = list.units.get(*name);
            let Some(listed) = values.and_then(|values| values.get(kind)) else {
                continue;
            };
            counts.all += 1;
            let Some(cell) = grid.get(CellAddress::new(*row, column)) else {
                continue;
            };
            match likeness(Some(cell), &listed.value) {
                Likeness::Same => counts.same += 1,
                Likeness::Unknown if cell.value == CellValue::NotCalculated => counts.silent += 1,
                Likeness::Unknown => counts.words += 1,
                Likeness::Other => {}
            }
        }
        counts
    }

    /// Whether the column shows the kind of value.
    fn is_shown(self) -> bool {
        let says = self.same + self.silent;
        let told = self.all.saturating_sub(self.words);
        says > 0 && says >= self.words && says * 10 >= told * 6
    }
}

/// The column that shows each kind, as far as one does.
pub(super) fn columns(grid: &Grid, rows: &[(u32, &str)], list: &List) -> BTreeMap<ValueKind, u32> {
    let headings = headings(grid, rows);
    let column = |(kind, words): (&ValueKind, &Vec<String>)| {
        let mut best: Option<((usize, usize), u32)> = None;
        for (column, texts) in &headings {
            if !texts.iter().any(|text| is_head(text, words)) {
                continue;
            }
            let counts = ColumnCounts::of((grid, *column), rows, (list, kind));
            let says = (counts.same, counts.silent);
            if counts.is_shown() && best.is_none_or(|(known, _)| says > known) {
                best = Some((says, *column));
            }
        }
        best.map(|(_, column)| (kind.clone(), column))
    };
    list.heads.iter().filter_map(column).collect()
}

/// The texts above the rows, from the header down, by the columns in which a row has a cell.
fn headings(grid: &Grid, rows: &[(u32, &str)]) -> BTreeMap<u32, Vec<String>> {
    let above = header(grid, rows)..rows.first().map_or(0, |(first, _)| *first);
    let cells = rows.iter().flat_map(|(row, _)| grid.row(*row));
    let columns: BTreeSet<u32> = cells.map(|cell| cell.address.column).collect();
    let text = |at| match &grid.label(at)?.value {
        CellValue::Text(text) => Some(text.trim().to_lowercase()),
        _ => None,
    };
    let texts = |column| {
        let rows = above.clone();
        let texts = rows.filter_map(|row| text(CellAddress::new(row, column)));
        (column, texts.collect())
    };
    columns.into_iter().map(texts).collect()
}

/// The first row of the header: where the heading of the names stands, in a cell of their column alone. 0 where there is none.
fn header(grid: &Grid, rows: &[(u32, &str)]) -> u32 {
    let names = rows.first().and_then(|(row, name)| {
        let mut cells = grid.row(*row).iter();
        let cell = cells.find(|cell| cell.value.show().trim() == *name)?;
        Some(cell.address)
    });
    let Some(names) = names else {
        return 0;
    };
    let is_heading = |row: &u32| {
        let at = CellAddress::new(*row, names.column);
        let range = grid.merge_at(at);
        let is_own = range.is_none_or(|range| range.first.column == range.last.column);
        let cell = grid.get(at).filter(|_| is_own);
        cell.is_some_and(
            |cell| matches!(&cell.value, CellValue::Text(text) if !text.trim().is_empty()),
        )
    };
    (0..names.row).find(is_heading).unwrap_or_default()
}

/// Whether a text, in small letters, is a heading with one of these words.
fn is_head(text: &str, words: &[String]) -> bool {
    // A star tells that the column is not quite what its heading says, such as places among some of the units only.
    if text.contains('*') {
        return false;
    }
    // A code is the first word of its heading; a name may stand anywhere in it.
    let is_code = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    words.iter().any(|word| match word.as_str() {
        "" => false,
        code if is_code(code) => text.split_whitespace().next() == Some(code),
        name => text.contains(name),
    })
}
