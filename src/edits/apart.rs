//! Visible cells that do not say what the list of all values says.
//!
//! In: the grids of a result. Out: both cells, with both values. Not for: which of them is right.

use std::collections::BTreeSet;

use crate::cell::{Cell, CellAddress, CellValue, Grid};
use crate::edits::shown::{Kind, Likeness, List, Listed, Value, columns, likeness, rows};
use crate::points::from_f64;
use crate::report::data::kind;
use crate::seal::{is_list, is_seal};

/// A visible cell and the cell of the list that it contradicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The visible sheet.
    pub sheet: String,
    /// Its cell.
    pub cell: CellAddress,
    /// What it says; empty where nothing.
    pub text: String,
    /// The sheet of the list.
    pub data_sheet: String,
    /// The cell of the list.
    pub data_cell: CellAddress,
    /// What it says.
    pub data_text: String,
    /// Of which unit.
    pub unit: String,
    /// Of what, in the list's words.
    pub kind: String,
}

const CODE: u32 = 1;
const UNIT: u32 = 2;
const GROUP: u32 = 3;
const CRITERION: u32 = 4;
const KIND: u32 = 5;
const VALUE: u32 = 6;
const TEXT: u32 = 7;

/// Words that head the columns of totals, places and grades, in both languages of a result.
const WORDS: [(&str, &[&str]); 3] = [
    (kind::TOTAL, &["tổng điểm", "tổng cộng", "total"]),
    (
        kind::RANK,
        &["thứ hạng", "xếp hạng", "hạng", "rank", "place"],
    ),
    (kind::GRADE, &["xếp loại", "grade"]),
];

/// All contradictions, in the order of sheets and cells; nothing where there is no list.
pub(super) fn apart(grids: &[Grid]) -> Vec<Apart> {
    let list = list(grids);
    let mut found = Vec::new();
    if list.units.is_empty() {
        return found;
    }
    let visible = grids.iter().filter(|grid| !is_list(grid) && !is_seal(grid));
    for grid in visible {
        let rows = rows(grid, &list);
        let columns = columns(grid, &rows, &list);
        let mut told = BTreeSet::new();
        for (row, name) in &rows {
            let Some(values) = list.units.get(*name) else {
                continue;
            };
            for (kind, column) in &columns {
                let at = CellAddress::new(*row, *column);
                let Some(listed) = values.get(kind) else {
                    continue;
                };
                let cell = grid.get(at);
                let differs = likeness(cell, &listed.value) == Likeness::Other;
                // Two kinds may be shown by columns that agree; a cell is told once.
                if differs && told.insert(at) {
                    found.push(one((grid, at), (grids, listed), name, kind));
                }
            }
        }
        found.sort_by(|a, b| (a.data_sheet.cmp(&b.data_sheet)).then(a.data_cell.cmp(&b.data_cell)));
    }
    let position = |name: &str| grids.iter().position(|grid| grid.name == name);
    found.sort_by_key(|one| (position(&one.sheet), one.cell));
    found
}

fn one(
    (grid, at): (&Grid, CellAddress),
    (grids, listed): (&[Grid], &Listed),
    unit: &str,
    kind: &Kind,
) -> Apart {
    let data = grids.get(listed.grid);
    let show = |grid: &Grid, at| grid.get(at).map(|cell: &Cell| cell.value.show());
    let (name, item) = kind;
    Apart {
        sheet: grid.name.clone(),
        cell: at,
        text: show(grid, at).unwrap_or_default(),
        data_sheet: data.map(|data| data.name.clone()).unwrap_or_default(),
        data_cell: listed.cell,
        data_text: data
            .and_then(|data| show(data, listed.cell))
            .unwrap_or_default(),
        unit: unit.to_string(),
        kind: if item.is_empty() {
            name.clone()
        } else {
            format!("{name} {item}")
        },
    }
}

/// The values of units that visible sheets show: totals, places, grades, groups and what counts of each criterion. Units that
/// share a name are left out: which of them a sheet means cannot be told.
fn list(grids: &[Grid]) -> List {
    let mut list = List::default();
    let mut codes: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    let mut shared: BTreeSet<String> = BTreeSet::new();
    for (position, grid) in grids.iter().enumerate().filter(|(_, grid)| is_list(grid)) {
        for cells in grid.rows().skip(1) {
            let text = |column| cells.iter().find(|cell| cell.address.column == column);
            let show = |column| {
                text(column)
                    .map(|cell| cell.value.show())
                    .unwrap_or_default()
            };
            let (unit, name) = (show(UNIT), show(KIND));
            let item = if show(CRITERION).is_empty() {
                show(GROUP)
            } else {
                show(CRITERION)
            };
            if name == kind::MAXIMUM && show(CRITERION).is_empty() {
                let words = vec![show(TEXT).trim().to_lowercase()];
                list.heads.insert((kind::GROUP.to_string(), item), words);
                continue;
            }
            if name == kind::COUNTED {
                let head = (name.clone(), item.clone());
                list.heads.insert(head, vec![item.to_lowercase()]);
            }
            let column = if name == kind::GRADE { TEXT } else { VALUE };
            let wanted = [
                kind::TOTAL,
                kind::RANK,
                kind::GRADE,
                kind::GROUP,
                kind::COUNTED,
            ];
            let Some(cell) = text(column).filter(|_| wanted.contains(&name.as_str())) else {
                continue;
            };
            if unit.trim().is_empty() {
                continue;
            }
            let unit = unit.trim().to_string();
            let code = codes.entry(unit.clone()).or_insert_with(|| show(CODE));
            if *code != show(CODE) {
                shared.insert(unit.clone());
            }
            if let Some(value) = value(cell) {
                let listed = Listed {
                    value,
                    grid: position,
                    cell: cell.address,
                };
                list.units
                    .entry(unit)
                    .or_default()
                    .insert((name, item), listed);
            }
        }
    }
    list.units.retain(|unit, _| !shared.contains(unit));
    for (name, words) in WORDS {
        let words = words.iter().map(|word| (*word).to_string()).collect();
        list.heads.insert((name.to_string(), String::new()), words);
    }
    list
}

fn value(cell: &Cell) -> Option<Value> {
    match &cell.value {
        CellValue::Number(number) => from_f64(*number).map(Value::Number),
        CellValue::Text(text) if !text.trim().is_empty() => Some(Value::Text(text.clone())),
        _ => None,
    }
}
