//! Tables that are not made by the scheme: their columns of points are their own.
//!
//! In: a table without two of the scheme's groups. Out: its columns of numbers, and the column of its total, which the order of
//! the places tells where no heading does. Not for: whether the columns add up.

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::base::ids::GroupId;
use crate::base::number::{self, Sort};
use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::published::doubts::LARGEST;
use crate::input::published::{GroupColumn, PrintedWord};
use crate::input::tables::{Role, Table, Titled};

/// Units that tell by their places which column is the total.
const FEWEST: usize = 3;

/// The columns of a table of its own.
pub struct OwnColumns {
    /// The columns that may make up the total, left to right; none where fewer than two do.
    pub columns: Vec<GroupColumn>,
    /// The zero-based column of the total.
    pub total: Option<u32>,
    /// The heading of the total, where only the places tell that it is one.
    pub by_order: Option<PrintedWord>,
    /// The heading of the total, where only the sums tell that it is one.
    pub by_sum: Option<PrintedWord>,
}

/// Finds them. `told`: the column of the total, if that is settled already; whether it is.
pub fn columns(table: &Table<'_>, (told, is_told): (Option<u32>, bool)) -> OwnColumns {
    let Some(name) = table.columns.get(Column::Unit) else {
        return OwnColumns {
            columns: Vec::new(),
            total: None,
            by_order: None,
            by_sum: None,
        };
    };
    let rows: Vec<u32> = unit_rows(table, name);
    let is_open = |one: &&Titled| matches!(one.role, None | Some(Role::Group(_)));
    let mut numeric: Vec<&Titled> = table.titled.iter().filter(is_open).collect();
    numeric.retain(|one| one.column > name && is_numeric(table, &rows, one.column));
    // Sums say more than the order, which a part of the total may have as well.
    let summed = if is_told {
        None
    } else {
        by_sum(table, &rows, &numeric)
    };
    let ordered = if is_told || summed.is_some() {
        None
    } else {
        by_order(table, &rows, &numeric)
    };
    let alone = || alone(table, &numeric).filter(|_| !is_told);
    let total = told.or(ordered.or(summed).or_else(alone).map(|one| one.column));
    numeric.retain(|one| Some(one.column) != total);
    // What is added up stands before its sum; only where nothing does, behind it.
    let is_before = |one: &&Titled| total.is_none_or(|total| one.column < total);
    if numeric.iter().any(is_before) {
        numeric.retain(is_before);
    }
    if numeric.len() < 2 {
        numeric.clear();
    }
    OwnColumns {
        columns: named_columns(table, &numeric),
        total,
        by_order: ordered.map(|one| heading(table, one)),
        by_sum: summed.map(|one| heading(table, one)),
    }
}

/// The rows that name a unit.
pub(super) fn unit_rows(table: &Table<'_>, name: u32) -> Vec<u32> {
    let starts = table.grid.rows().filter_map(|cells| cells.first());
    let rows = starts.map(|cell| cell.address.row);
    let below = rows.filter(|row| (table.header + 1..table.end).contains(row));
    below
        .filter(|row| {
            let cell = table.grid.seen(CellAddress::new(*row, name));
            cell.is_some_and(|cell| cell.value.show().chars().any(char::is_alphabetic))
        })
        .collect()
}

/// Whether at least half of the units have a number in a column, formulas without a result among them.
pub(super) fn is_numeric(table: &Table<'_>, rows: &[u32], column: u32) -> bool {
    let is_number = |row: &&u32| {
        let cell = table.grid.seen(CellAddress::new(**row, column));
        cell.is_some_and(|cell| cell.value == CellValue::NotCalculated || number_of(cell).is_some())
    };
    let numbers = rows.iter().filter(is_number).count();
    numbers > 0 && numbers * 2 >= rows.len()
}

/// The number in a cell, where it is one.
pub(super) fn number_at(table: &Table<'_>, at: CellAddress) -> Option<Decimal> {
    table.grid.seen(at).and_then(number_of)
}

fn number_of(cell: &Cell) -> Option<Decimal> {
    let sort = Sort::Points {
        lowest: -LARGEST,
        highest: LARGEST,
    };
    let number = number::read(&cell.value, sort, "").ok()??;
    Some(number.value)
}

/// Words of a heading of points that are added to a total or taken off it.
const ADDED: [&str; 4] = ["thưởng", "cộng", "trừ", "phạt"];

/// Whether a heading is of points that are a part of the total at most: `Điểm thưởng`, `Điểm trừ`, and not `Tổng cộng`.
fn is_added(key: &str) -> bool {
    let key = key.replace("tổng cộng", "tổng");
    key.split(' ').any(|word| ADDED.contains(&word))
}

/// The only column of numbers, where its heading is of points: `TT, Tên cơ quan, Điểm, Loại`.
fn alone<'t>(table: &Table<'_>, numeric: &[&'t Titled]) -> Option<&'t Titled> {
    let &[one] = numeric else { return None };
    let key = text::key(&heading(table, one).text);
    let is_points = Hint::Points.is_in(&key) && !Hint::NoScore.is_in(&key);
    (is_points && !Hint::Former.is_in(&key) && !is_added(&key)).then_some(one)
}

/// The only column that falls from place to place. Where some columns stand under a heading which they share, these are the parts,
/// and the total is another.
fn by_order<'t>(table: &Table<'_>, rows: &[u32], numeric: &[&'t Titled]) -> Option<&'t Titled> {
    let place = table.columns.get(Column::Place)?;
    let at = |row: u32, column: u32| number_at(table, CellAddress::new(row, column));
    let falls = |one: &&&Titled| {
        let mut placed: Vec<(Decimal, Decimal)> = rows
            .iter()
            .filter_map(|row| at(*row, place).zip(at(*row, one.column)))
            .collect();
        placed.sort_unstable();
        let mut pairs = placed.windows(2);
        placed.len() >= FEWEST
            && pairs.all(|pair| match pair {
                [(above, more), (below, less)] => above == below || more > less,
                _ => false,
            })
    };
    let is_apart = |one: &&&Titled| {
        let over = CellAddress::new(table.first, one.column);
        let over = table.grid.merge_at(over);
        over.is_none_or(|range| range.first.column == range.last.column)
    };
    let apart: Vec<&Titled> = numeric.iter().filter(is_apart).copied().collect();
    let open = if apart.is_empty() { numeric } else { &apart };
    let mut falling = open.iter().filter(falls);
    let first = falling.next()?;
    falling.next().is_none().then_some(*first)
}

/// The only column that is the sum of all columns of numbers before it, two or more, for most units.
fn by_sum<'t>(table: &Table<'_>, rows: &[u32], numeric: &[&'t Titled]) -> Option<&'t Titled> {
    let at = |row: u32, column: u32| number_at(table, CellAddress::new(row, column));
    let is_sum = |place: usize, row: u32| -> Option<bool> {
        let before = numeric.get(..place)?.iter();
        let sum: Option<Points> = before.map(|one| at(row, one.column).map(Points)).sum();
        let total = Points(at(row, numeric.get(place)?.column)?);
        let apart = (total - sum?).abs().0.checked_mul(EXACT)?;
        Some(total > Points::ZERO && apart <= total.0)
    };
    let agrees = |place: &usize| {
        let told: Vec<bool> = rows.iter().filter_map(|row| is_sum(*place, *row)).collect();
        let right = told.iter().filter(|one| **one).count();
        right >= FEWEST && right * 2 > told.len()
    };
    let mut places = (2..numeric.len()).filter(agrees);
    let first = places.next()?;
    let first = numeric.get(first).copied();
    first.filter(|_| places.next().is_none())
}

/// A sum and a total differ by less than one part of so many, where rounding alone makes them differ.
const EXACT: Decimal = Decimal::whole(1000);

/// The columns with their headings as ids, a second one of the same heading with its letter.
fn named_columns(table: &Table<'_>, numeric: &[&Titled]) -> Vec<GroupColumn> {
    let mut columns: Vec<GroupColumn> = Vec::new();
    for one in numeric {
        let PrintedWord { text, cell } = heading(table, one);
        let is_taken = columns.iter().any(|column| column.group.0 == text);
        let id = if is_taken || text.is_empty() {
            let column = CellAddress::new(0, one.column).to_string();
            format!("{text} ({})", column.trim_end_matches('1'))
        } else {
            text.clone()
        };
        columns.push(GroupColumn {
            group: GroupId::from(id),
            heading: text,
            cell: CellAddress::new(cell.row, one.column),
            by_position: false,
        });
    }
    columns
}

/// The heading of a column, as printed.
pub(super) fn heading(table: &Table<'_>, one: &Titled) -> PrintedWord {
    let cell = table.grid.cells().get(one.position);
    let row = cell.map_or(table.header, |cell| cell.address.row);
    PrintedWord {
        text: text::clean(&cell.map(|cell| cell.value.show()).unwrap_or_default()),
        cell: CellAddress::new(row, one.column),
    }
}
