//! Where the visible sheets of a result show the values of its list.
//!
//! In: a sheet, and the values of each unit. Out: for each kind of value the column that shows it: one whose heading names the
//! kind and most of whose cells say what the list says, so that no layout has to be known and a few changed cells do not hide a
//! column. Not for: judging what stands there.

use std::collections::BTreeMap;

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
        (CellValue::Error(_), _) => Likeness::Other,
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

/// The column that shows each kind, as far as one does.
pub(super) fn columns(grid: &Grid, rows: &[(u32, &str)], list: &List) -> BTreeMap<ValueKind, u32> {
    let Some((first, _)) = rows.first() else {
        return BTreeMap::new();
    };
    // How many cells say what the list says, and how many say nothing, as formulas do that were saved without a result.
    let mut counts: BTreeMap<(&ValueKind, u32), (usize, usize)> = BTreeMap::new();
    let mut told: BTreeMap<&ValueKind, usize> = BTreeMap::new();
    for (row, name) in rows {
        let Some(values) = list.units.get(*name) else {
            continue;
        };
        for (kind, listed) in values {
            *told.entry(kind).or_default() += 1;
            for cell in grid.row(*row) {
                let (same, silent) = counts.entry((kind, cell.address.column)).or_default();
                match likeness(Some(cell), &listed.value) {
                    Likeness::Same => *same += 1,
                    Likeness::Unknown => *silent += 1,
                    Likeness::Other => {}
                }
            }
        }
    }
    let mut best: BTreeMap<&ValueKind, ((usize, usize), u32)> = BTreeMap::new();
    for ((kind, column), (same, silent)) in counts {
        let is_headed = list.heads.get(kind).is_some_and(|words| {
            let above = |row| grid.label(CellAddress::new(row, column));
            (0..*first)
                .filter_map(above)
                .any(|cell| is_head(cell, words))
        });
        let all = told.get(kind).copied().unwrap_or_default();
        let enough = is_headed && (same + silent) * 10 >= all * 6;
        let says = (same, silent);
        if enough && best.get(kind).is_none_or(|(known, _)| says > *known) {
            best.insert(kind, (says, column));
        }
    }
    best.into_iter()
        .map(|(kind, (_, column))| (kind.clone(), column))
        .collect()
}

fn is_head(cell: &Cell, words: &[String]) -> bool {
    let CellValue::Text(text) = &cell.value else {
        return false;
    };
    let text = text.trim().to_lowercase();
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
