//! The checksums of one sheet.
//!
//! In: a grid. Out: twelve bits for each cell of a short sheet, two sums for each row of a long one; and one checksum of all.
//! Not for: their form as text, which `lines` has.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::seal::looks::Looks;
use crate::base::seal::normal::{self, Checksum};
use crate::base::seal::{Change, Edit, SealedSpot};

/// Rows of a sheet above which it is a long list, where each row has two sums instead of one for each cell: the list of all
/// values has a dozen cells a row, most of them the same, and would grow by half.
const LONG: usize = 2_000;
/// The largest prime of 15 bits: the sums of a row are taken by it.
pub(super) const PRIME: u64 = 32_749;

/// The checksums of one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetSeal {
    /// Its name.
    pub(super) name: String,
    /// Of all its cells in their order.
    pub(super) whole: u64,
    /// Of its parts.
    pub(super) parts: PartSums,
}

/// The checksums by which a change is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PartSums {
    /// Twelve bits of each cell that says something.
    Cells(BTreeMap<CellAddress, u16>),
    /// Of each row the sum over its cells, and the sum in which each counts as often as its column's number. Where one cell of
    /// a row changes, the second sum changes by the first's change times that number, which so can be told.
    Rows(BTreeMap<u32, (u32, u32)>),
}

/// The checksums of the cells that say something, by row and column.
fn sums(grid: &Grid) -> Vec<(CellAddress, u64)> {
    let comments = &grid.facts.comment_texts;
    let first = |at: CellAddress| comments.partition_point(|(other, _)| *other < at);
    let comment = |at: CellAddress| {
        let own = comments.get(first(at)).filter(|(other, _)| *other == at);
        own.map(|(_, text)| text.as_str())
    };
    let of_cell = |cell: &Cell| {
        let sum = normal::cell(Some(cell), comment(cell.address))?;
        Some((cell.address, sum))
    };
    let mut sums: Vec<(CellAddress, u64)> = grid.cells().par_iter().filter_map(of_cell).collect();
    for (number, (at, text)) in comments.iter().enumerate() {
        // Of several comments at a cell the first counts with it.
        let is_alone = first(*at) != number || grid.get(*at).is_none();
        let sum = normal::cell(None, Some(text)).filter(|_| is_alone);
        sums.extend(sum.map(|sum| (*at, sum)));
    }
    sums.sort_by_key(|(at, _)| *at);
    sums
}

/// Cells that a writer adds below those of a grid, by row and column: their checksums without the cells.
#[derive(Clone, Debug, Default)]
pub struct AddedCells {
    /// The rows, each with a bit for each column in which it says something.
    rows: Vec<(u32, u32)>,
    /// The checksums of these cells, by row and column.
    sums: Vec<u64>,
    /// Cells that hold blanks alone: they say nothing, but look like something.
    silent: Vec<CellAddress>,
}

impl AddedCells {
    /// The columns that they may stand in.
    pub const COLUMNS: u32 = u32::BITS;

    /// The checksum of a text as it stands in the file. `None` where it says nothing.
    pub fn sum(text: &str) -> Option<u64> {
        normal::text(text)
    }

    /// Takes a text by its checksum.
    pub fn text(&mut self, at: CellAddress, sum: Option<u64>) {
        match sum {
            Some(sum) => self.take(at, sum),
            None => self.silent.push(at),
        }
    }

    /// Takes a number.
    pub fn number(&mut self, at: CellAddress, value: f64) {
        self.take(at, normal::number_alone(value));
    }

    fn take(&mut self, at: CellAddress, sum: u64) {
        let bit = 1_u32.checked_shl(at.column).unwrap_or(0);
        match self.rows.last_mut() {
            Some((row, columns)) if *row == at.row => *columns |= bit,
            _ => self.rows.push((at.row, bit)),
        }
        self.sums.push(sum);
    }

    /// What they add to the looks of their sheet, where all have this one.
    pub fn looks(&self, look: &str) -> u64 {
        let of_row = |row: &(u32, u32)| {
            let sums = cells_of(*row).map(|at| Looks::of_cell(at, look));
            sums.fold(0, u64::wrapping_add)
        };
        let rows = self.rows.par_iter().map(of_row);
        let silent = self.silent.iter().map(|at| Looks::of_cell(*at, look));
        silent.fold(rows.reduce(|| 0, u64::wrapping_add), u64::wrapping_add)
    }
}

/// The cells of a row that has a bit for each of its columns.
fn cells_of((row, columns): (u32, u32)) -> impl Iterator<Item = CellAddress> {
    let own = (0..AddedCells::COLUMNS).filter(move |column| (columns >> column) & 1 == 1);
    own.map(move |column| CellAddress::new(row, column))
}

impl SheetSeal {
    /// The checksums of a sheet, and of cells that are added to it.
    pub(super) fn of(grid: &Grid, added: &AddedCells) -> Self {
        let rows = grid.rows().count() + added.rows.len();
        SheetSeal::in_form(grid, added, rows > LONG)
    }

    fn in_form(grid: &Grid, added: &AddedCells, is_long: bool) -> Self {
        let mut whole = Checksum::new();
        let (mut cells, mut rows) = (BTreeMap::new(), Vec::<(u32, (u32, u32))>::new());
        let mut take = |at: CellAddress, sum: u64| {
            let place = (u64::from(at.row) << 32) | u64::from(at.column);
            whole = whole.add(&place.to_le_bytes()).add(&sum.to_le_bytes());
            if is_long {
                let weight = u64::from(at.column) + 1;
                let sum = sum % PRIME;
                if rows.last().is_none_or(|(row, _)| *row != at.row) {
                    rows.push((at.row, (0, 0)));
                }
                let Some((_, (plain, weighed))) = rows.last_mut() else {
                    return;
                };
                *plain = ((u64::from(*plain) + sum) % PRIME) as u32;
                *weighed = ((u64::from(*weighed) + sum * weight) % PRIME) as u32;
            } else {
                cells.insert(at, (sum & 0xfff) as u16);
            }
        };
        for (at, sum) in sums(grid) {
            take(at, sum);
        }
        let places = added.rows.iter().copied().flat_map(cells_of);
        places.zip(&added.sums).for_each(|(at, sum)| take(at, *sum));
        SheetSeal {
            name: grid.name.clone(),
            whole: whole.value(),
            parts: if is_long {
                PartSums::Rows(rows.into_iter().collect())
            } else {
                PartSums::Cells(cells)
            },
        }
    }

    /// Adds what differs on the sheet as it is now.
    pub(super) fn compare(&self, grid: &Grid, edits: &mut Vec<Edit>) {
        let is_long = matches!(self.parts, PartSums::Rows(_));
        let now = SheetSeal::in_form(grid, &AddedCells::default(), is_long);
        if now.whole == self.whole {
            return;
        }
        let before = edits.len();
        let mut add = |spot, change| {
            edits.push(Edit {
                sheet: self.name.clone(),
                spot,
                change,
            });
        };
        match (&self.parts, &now.parts) {
            (PartSums::Cells(then), PartSums::Cells(now)) => {
                for (at, change) in differences(then, now) {
                    add(SealedSpot::Cell(at), change);
                }
            }
            (PartSums::Rows(then), PartSums::Rows(now)) => {
                for (row, change) in differences(then, now) {
                    let sums = (then.get(&row).copied(), now.get(&row).copied());
                    match column(sums.0.unwrap_or_default(), sums.1.unwrap_or_default()) {
                        Some(column) => {
                            add(
                                SealedSpot::Cell(CellAddress::new(row, column)),
                                Change::Edited,
                            );
                        }
                        None => {
                            add(SealedSpot::Row(row), change);
                        }
                    }
                }
            }
            _ => {}
        }
        // Two contents may share the bits that are kept; the checksum of all still tells.
        if edits.len() == before {
            edits.push(Edit {
                sheet: self.name.clone(),
                spot: SealedSpot::Sheet,
                change: Change::Edited,
            });
        }
    }
}

fn differences<K: Ord + Copy, V: PartialEq>(
    then: &BTreeMap<K, V>,
    now: &BTreeMap<K, V>,
) -> BTreeMap<K, Change> {
    let mut found = BTreeMap::new();
    for (at, sum) in then {
        match now.get(at) {
            None => drop(found.insert(*at, Change::Cleared)),
            Some(other) if other != sum => drop(found.insert(*at, Change::Edited)),
            Some(_) => {}
        }
    }
    let added = now.keys().filter(|at| !then.contains_key(at));
    found.extend(added.map(|at| (*at, Change::Added)));
    found
}

/// The zero-based column of the one cell by which the sums of a row differ. `None` where there are several.
fn column(then: (u32, u32), now: (u32, u32)) -> Option<u32> {
    const WIDEST: u64 = 64;
    let less = |now: u32, then: u32| (u64::from(now) + PRIME - u64::from(then)) % PRIME;
    let (plain, weighed) = (less(now.0, then.0), less(now.1, then.1));
    let weight = (1..=WIDEST).find(|weight| plain != 0 && plain * weight % PRIME == weighed)?;
    u32::try_from(weight - 1).ok()
}

#[cfg(test)]
#[allow(clippy::unnecessary_wraps)] // The shape that an edit has.
mod tests {
    use super::*;
    use crate::base::cell::{CellValue, SheetFacts, Visibility};

    fn grid(rows: u32, edit: impl Fn(u32, u32) -> Option<f64>) -> Grid {
        let mut cells = Vec::new();
        for row in 0..rows {
            for column in 0..12 {
                if let Some(value) = edit(row, column) {
                    let at = CellAddress::new(row, column);
                    cells.push(Cell::new(at, CellValue::Number(value)));
                }
            }
        }
        Grid::new("Dữ liệu", Visibility::Visible, cells, Vec::new())
    }

    fn plain(row: u32, column: u32) -> Option<f64> {
        Some(f64::from(row * 20 + column))
    }

    fn edits(rows: u32, edit: impl Fn(u32, u32) -> Option<f64>) -> Vec<(String, Change)> {
        let mut edits = Vec::new();
        SheetSeal::of(&grid(rows, plain), &AddedCells::default())
            .compare(&grid(rows, edit), &mut edits);
        let spot = |spot| match spot {
            SealedSpot::Cell(at) => at.to_string(),
            SealedSpot::Row(row) => format!("{}", row + 1),
            SealedSpot::Sheet => String::new(),
        };
        edits
            .into_iter()
            .map(|edit| (spot(edit.spot), edit.change))
            .collect()
    }

    #[test]
    fn each_changed_cell_is_named() {
        for rows in [50, 5_000] {
            assert_eq!(edits(rows, plain), []);
            let one = edits(rows, |row, column| match (row, column) {
                (3, 6) => Some(1708.0),
                (40, 0) => Some(-1.0),
                _ => plain(row, column),
            });
            let expected = [("G4", Change::Edited), ("A41", Change::Edited)];
            assert_eq!(one, expected.map(|(at, change)| (at.to_string(), change)));
        }
    }

    #[test]
    fn a_comment_counts_with_its_cell_and_where_there_is_none() {
        let with = |at: &[(u32, u32)]| {
            let mut facts = SheetFacts::default();
            for (row, column) in at {
                facts.add_comment(CellAddress::new(*row, *column), "xem lại");
            }
            SheetSeal::of(&grid(3, plain).with_facts(facts), &AddedCells::default())
        };
        // The last is beyond all cells.
        let seals = [
            with(&[]),
            with(&[(1, 2)]),
            with(&[(1, 20)]),
            with(&[(1, 2), (1, 20)]),
        ];
        for (at, one) in seals.iter().enumerate() {
            assert!(seals.iter().skip(at + 1).all(|other| other != one), "{at}");
        }
    }

    #[test]
    fn a_cell_that_is_gone_is_named() {
        let cleared = |row, column| plain(row, column).filter(|_| (row, column) != (3, 6));
        assert_eq!(edits(50, cleared), [("G4".to_string(), Change::Cleared)]);
        assert_eq!(edits(5_000, cleared), [("G4".to_string(), Change::Edited)]);
    }

    #[test]
    fn several_cells_of_a_row_in_a_long_list_are_the_row() {
        let two = |row, column| match (row, column) {
            (3, 6 | 7) => Some(-1.0),
            _ => plain(row, column),
        };
        assert_eq!(edits(5_000, two), [("4".to_string(), Change::Edited)]);
        assert_eq!(edits(50, two).len(), 2);
    }
}
