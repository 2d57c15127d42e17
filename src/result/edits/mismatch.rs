//! Visible cells that do not say what the list of all values says.
//!
//! In: the grids of a result. Out: both cells, with both values. Not for: which of them is right.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::points::from_f64;
use crate::base::seal::{is_list, is_seal, list_head};
use crate::result::edits::shown::{
    Likeness, List, ListedValue, ShownValue, ValueKind, columns, likeness, rows,
};
use crate::result::report::kind;
use crate::result::report::list::column;

/// A visible cell and the cell of the list that it contradicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
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

/// Words that head the columns of totals, places and grades, in both languages of a result.
static WORDS: [(kind::Kind, &[&str]); 3] = [
    (kind::Kind::Total, &["tổng điểm", "tổng cộng", "total"]),
    (
        kind::Kind::Rank,
        &["thứ hạng", "xếp hạng", "hạng", "rank", "place"],
    ),
    (kind::Kind::Grade, &["xếp loại", "grade"]),
];

/// All contradictions, in the order of sheets and cells; nothing where there is no list.
pub(super) fn apart(grids: &[Grid]) -> Vec<Mismatch> {
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
    (grids, listed): (&[Grid], &ListedValue),
    unit: &str,
    kind: &ValueKind,
) -> Mismatch {
    let data = grids.get(listed.grid);
    let show = |grid: &Grid, at| grid.get(at).map(|cell: &Cell| cell.value.show());
    let (name, item) = kind;
    Mismatch {
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
    let mut codes = Codes::default();
    for (position, grid) in grids.iter().enumerate() {
        let Some(head) = list_head(grid) else {
            continue;
        };
        let below = |cells: &&[Cell]| {
            cells
                .first()
                .is_some_and(|cell| cell.address.row > head.row)
        };
        let kind = if head.has_keys {
            column::KIND_KEY
        } else {
            column::KIND
        };
        for cells in grid.rows().filter(below) {
            let row = ListRow { cells, kind };
            row.add(position, &mut list, &mut codes);
        }
    }
    list.units.retain(|unit, _| !codes.shared.contains(unit));
    for (name, words) in &WORDS {
        let words = words.iter().map(|word| (*word).to_string()).collect();
        list.heads.insert((name.to_string(), String::new()), words);
    }
    list
}

/// The code of each name, and the names that several codes have.
#[derive(Default)]
struct Codes {
    known: BTreeMap<String, String>,
    shared: BTreeSet<String>,
}

/// A row of the list, and the column that holds the kind in the list's own words.
struct ListRow<'g> {
    cells: &'g [Cell],
    kind: u16,
}

impl ListRow<'_> {
    fn cell(&self, column: u16) -> Option<&Cell> {
        let mut cells = self.cells.iter();
        cells.find(|cell| cell.address.column == u32::from(column))
    }

    fn show(&self, column: u16) -> String {
        let cell = self.cell(column);
        cell.map(|cell| cell.value.show()).unwrap_or_default()
    }

    fn add(&self, grid: usize, list: &mut List, codes: &mut Codes) {
        let (unit, name) = (
            self.show(column::UNIT).trim().to_string(),
            self.show(self.kind),
        );
        let criterion = self.show(column::CRITERION);
        let is_group = criterion.is_empty();
        let item = if is_group {
            self.show(column::GROUP)
        } else {
            criterion
        };
        let what = kind::Kind::of(&name);
        if what == kind::Kind::Maximum && is_group {
            let words = vec![self.show(column::TEXT).trim().to_lowercase()];
            list.heads
                .insert((kind::Kind::Group.to_string(), item), words);
            return;
        }
        if what == kind::Kind::Counted {
            let head = (name.clone(), item.clone());
            list.heads.insert(head, vec![item.to_lowercase()]);
        }
        let column = match what {
            kind::Kind::Grade => column::TEXT,
            kind::Kind::Total | kind::Kind::Rank | kind::Kind::Group | kind::Kind::Counted => {
                column::VALUE
            }
            _ => return,
        };
        let Some(cell) = self.cell(column).filter(|_| !unit.is_empty()) else {
            return;
        };
        let code = self.show(column::CODE);
        let known = codes
            .known
            .entry(unit.clone())
            .or_insert_with(|| code.clone());
        if *known != code {
            codes.shared.insert(unit.clone());
        }
        if let Some(value) = value(cell) {
            let cell = cell.address;
            let listed = ListedValue { value, grid, cell };
            let values = list.units.entry(unit).or_default();
            values.insert((name, item), listed);
        }
    }
}

fn value(cell: &Cell) -> Option<ShownValue> {
    match &cell.value {
        CellValue::Number(number) => from_f64(*number).map(ShownValue::Number),
        CellValue::Text(text) if !text.trim().is_empty() => Some(ShownValue::Text(text.clone())),
        _ => None,
    }
}
