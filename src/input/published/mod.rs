//! Published results: the tables that were signed, as they are printed.
//!
//! In: the grids of a file, the scheme and the registry. Out: every result table in them, row by row, with each number's
//! value, its printed decimals and its cell; the notes about units without a result; and all other lines of text. Not for:
//! whether the numbers are right, which `audit` says, and not for units' own workbooks, which `recognise` reads.

mod doubts;
mod foreign;
mod header;
mod notes;
mod places;
mod rows;
mod totals;
mod whose;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::cell::{CellAddress, CellValue, Grid, Reading};
use crate::base::finding::Finding;
use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::base::rules::sheets;
use crate::base::seal::of_results;
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::published::rows::Grouped;
pub use crate::input::published::totals::Several;
pub use crate::input::published::whose::TableBasis;
use crate::input::tables::{self, Table, TableKind, Vocabulary};
use crate::input::texts::Memory;

/// All that a file publishes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// The result tables, in reading order; a table that ranks two levels one below the other counts as two.
    pub tables: Vec<PublishedTable>,
    /// Every line of text that is no row of a table.
    pub lines: Vec<TextLine>,
    /// Cells in the rows of units whose formula has no stored result, by sheet. What they say is not known; they are not blank.
    pub uncalculated: Vec<(String, Vec<CellAddress>)>,
}

/// A result table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishedTable {
    /// The sheet's name.
    pub sheet: String,
    /// The last row of its header, zero-based.
    pub header: u32,
    /// The level, told by the names of the units. `None`: no unit of the registry is in it.
    pub level: Option<LevelId>,
    /// The columns of the criterion groups, in the scheme's order, as far as they are there. Its own where it has none of the scheme.
    pub columns: Vec<GroupColumn>,
    /// Whether those are its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_own_columns: bool,
    /// What of the scheme and the registry holds for it.
    #[serde(default, skip_serializing_if = "TableBasis::is_scheme")]
    pub basis: TableBasis,
    /// Whether it has a column of totals.
    pub has_totals: bool,
    /// The heading of that column, where only the places tell that it holds totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_by_order: Option<PrintedWord>,
    /// The same, where only the sums tell it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_by_sum: Option<PrintedWord>,
    /// What is said where it has several columns of totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub several: Option<Several>,
    /// Where the places of the units are told.
    pub places: PlacesTold,
    /// The rows of the units.
    pub rows: Vec<PublishedRow>,
    /// The notes about units of its level.
    pub notes: Vec<Note>,
    /// What is in doubt about its cells, without the file.
    #[serde(default)]
    pub doubts: Vec<Finding>,
}

/// The column of a criterion group, or of what a table of its own has in its place; its heading is its id then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupColumn {
    /// The group.
    pub group: GroupId,
    /// The heading as printed.
    pub heading: String,
    /// The heading's cell.
    pub cell: CellAddress,
    /// Whether it is known by its neighbours only, because the heading is not a name of the group.
    pub by_position: bool,
}

/// Where the places of the units are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacesTold {
    /// In a column of their own.
    Column,
    /// By the order of the rows.
    Order,
    /// Nowhere: the rows stand in some other order.
    None,
}

/// The row of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishedRow {
    /// The unit. `None`: the registry does not know the name.
    pub unit: Option<UnitId>,
    /// The name as printed.
    pub name: String,
    /// The name's cell.
    pub cell: CellAddress,
    /// The points of each group that has a column, in the scheme's order.
    pub groups: IndexMap<GroupId, Printed>,
    /// The total, where the table has that column.
    pub total: Option<Printed>,
    /// The grade as printed, where there is one.
    pub grade: Option<PrintedWord>,
    /// The place as printed, from 1. `None` for a unit without a result, and where the table tells no places.
    pub place: Option<u32>,
    /// What a column of remarks says.
    pub remark: Option<String>,
}

/// A number as printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Printed {
    /// Its value.
    pub value: Reading<Points>,
    /// How many decimals are printed. A stored number tells only how many it needs: what Excel shows as `180,0` is 180.
    pub decimals: u32,
    /// How it is written.
    pub written: Notation,
    /// What the cell says.
    pub text: String,
    /// The cell.
    pub cell: CellAddress,
    /// Whether a finding of the reader says why it is not read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub explained: bool,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notation {
    /// Stored as a number.
    Number,
    /// As text without decimals.
    Whole,
    /// As text with a decimal comma.
    Comma,
    /// As text with a decimal point.
    Point,
}

/// A word of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedWord {
    /// As printed.
    pub text: String,
    /// Its cell.
    pub cell: CellAddress,
}

/// A line that says why units have no result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The sheet's name.
    pub sheet: String,
    /// Its cell.
    pub cell: CellAddress,
    /// As printed.
    pub text: String,
    /// The units that it names.
    pub units: Vec<UnitId>,
}

/// A line of text that is no row of a table: the cells of one row of a sheet, or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// The sheet's name.
    pub sheet: String,
    /// Its texts, from left to right.
    pub cells: Vec<PrintedWord>,
}

impl Printed {
    /// What printing may have rounded away of a number that is written as text.
    pub fn half_unit(&self) -> Points {
        match (self.written, self.decimals) {
            (Notation::Number, _) | (_, 28..) => Points::ZERO,
            (_, decimals) => Points(Decimal::new(5, decimals + 1)),
        }
    }

    /// Whether it is a formula without a stored result.
    pub fn is_uncalculated(&self) -> bool {
        self.value == Reading::Unreadable && self.text.is_empty() && !self.explained
    }
}

impl PublishedRow {
    /// Whether the unit has no result: neither points nor a total nor a grade.
    pub fn is_blank(&self) -> bool {
        let is_empty = |printed: &Printed| printed.value == Reading::Empty;
        self.groups.values().all(is_empty)
            && self.total.as_ref().is_none_or(is_empty)
            && self.grade.is_none()
    }

    /// The printed total, where there is one that can be read.
    pub fn total(&self) -> Option<Points> {
        self.total.as_ref()?.value.value().copied()
    }
}

/// What a table is recognised by.
#[derive(Clone, Copy, Debug)]
pub struct TableContext<'a> {
    /// The criterion groups, levels and grades.
    pub scheme: &'a Scheme,
    /// The units.
    pub registry: &'a Registry,
    /// The words of headings and rows, those of the scheme and the names of its groups among them.
    pub vocabulary: &'a Vocabulary,
    /// Whether somebody says that the table is made by these: they were named, or its campaign names them.
    pub asked: bool,
}

impl Published {
    /// Adds a table, or the rows of the next page to the table whose header they repeat.
    fn add(&mut self, mut table: PublishedTable) {
        let columns = |table: &PublishedTable| -> Vec<(GroupId, u32)> {
            let groups = table.columns.iter();
            groups
                .map(|one| (one.group.clone(), one.cell.column))
                .collect()
        };
        let is_next_page = |above: &&mut PublishedTable| {
            let is_same = |one: &PublishedRow, other: &PublishedRow| match (&one.unit, &other.unit)
            {
                (None, None) => text::key(&one.name) == text::key(&other.name),
                (one, other) => one == other,
            };
            let has = |row: &PublishedRow| above.rows.iter().any(|one| is_same(one, row));
            above.sheet == table.sheet
                && above.level == table.level
                && above.basis == table.basis
                && match above.basis {
                    // Without levels, places that begin again are those of another block.
                    TableBasis::Own => places::are_further(&above.rows, &table.rows),
                    _ => above.level.is_some(),
                }
                && above.places == table.places
                && columns(above) == columns(&table)
                && !table.rows.iter().any(has)
        };
        match self.tables.last_mut().filter(is_next_page) {
            Some(above) => {
                if above.places == PlacesTold::Order {
                    places::go_on(&above.rows, &mut table.rows);
                }
                above.rows.extend(table.rows);
                // A hidden column is hidden on all pages.
                let is_told = |doubt: &Finding| {
                    let is_same = |one: &Finding| {
                        let column = |of: &Finding| of.place.cell.map(|cell| cell.column);
                        one.rule == doubt.rule && column(one) == column(doubt)
                    };
                    doubt.rule == &sheets::HIDDEN_COLUMN && above.doubts.iter().any(is_same)
                };
                let doubts = table.doubts.into_iter();
                let fresh: Vec<Finding> = doubts.filter(|doubt| !is_told(doubt)).collect();
                above.doubts.extend(fresh);
            }
            None => self.tables.push(table),
        }
    }
}

/// Whose columns of points are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WhoseColumns {
    OfScheme,
    Own,
}

/// Finds the result tables of a file: those of the scheme, and only where there are none tables of their own.
pub fn recognise(grids: &[Grid], known: TableContext<'_>) -> Published {
    // A matrix or a list of files names units and totals too; where there is a real result table, that one counts.
    let is_real = |table: &PublishedTable| table.columns.len() > 1;
    let is_of_scheme = |table: &PublishedTable| is_real(table) && table.basis != TableBasis::Own;
    let mut published = find(grids, known, WhoseColumns::OfScheme);
    if !published.tables.iter().any(is_of_scheme) {
        let own = find(grids, known, WhoseColumns::Own);
        if own.tables.iter().any(is_real) || published.tables.is_empty() {
            published = own;
        }
    }
    if published.tables.iter().any(is_real) {
        published.tables.retain(is_real);
    }
    let tables = &published.tables;
    let has_table = |sheet: &str| tables.iter().any(|table| table.sheet == sheet);
    published.uncalculated.retain(|(sheet, _)| has_table(sheet));
    notes::attach(&mut published, known.registry);
    published
}

fn find(grids: &[Grid], known: TableContext<'_>, columns: WhoseColumns) -> Published {
    let mut published = Published::default();
    let mut memory = Memory::default();
    let mut headings = tables::Headings::new(known.vocabulary, TableKind::Results);
    for grid in of_results(grids) {
        let numbers = memory.take_in(grid);
        headings.fit(memory.count());
        let texts = memory.texts(&numbers);
        let mut used: Vec<u32> = Vec::new();
        for table in tables::find(grid, &texts, &headings) {
            let of_header = table.first..=table.header;
            let grouped = grouped(table, known, columns);
            if !grouped.has_total() && grouped.groups.len() < 2 {
                continue;
            }
            used.extend(of_header);
            let rows = rows::rows(&grouped, known);
            used.extend(rows.iter().map(|row| row.cell().row));
            let cells = uncalculated(grid, rows.iter().map(|row| row.cell().row));
            if !cells.is_empty() {
                published.uncalculated.push((grid.name.clone(), cells));
            }
            for table in rows::tables(&grouped, rows, known) {
                published.add(table);
            }
        }
        used.sort_unstable();
        published.lines.extend(notes::lines(grid, &used));
    }
    published
}

/// A table with the columns of its points.
fn grouped<'a>(table: Table<'a>, known: TableContext<'_>, columns: WhoseColumns) -> Grouped<'a> {
    match columns {
        WhoseColumns::OfScheme => {
            let groups = header::groups(&table, known.scheme);
            let is_complete = groups.len() == known.scheme.groups.len();
            let total = totals::column(&table, is_complete.then_some(&groups));
            Grouped {
                groups,
                is_own: false,
                total: total.column,
                several: total.several,
                by_order: None,
                by_sum: None,
                table,
            }
        }
        WhoseColumns::Own => {
            let total = totals::column(&table, None);
            let own = foreign::columns(&table, (total.column, total.is_told()));
            Grouped {
                groups: own.columns,
                is_own: true,
                total: own.total,
                several: total.several,
                by_order: own.by_order,
                by_sum: own.by_sum,
                table,
            }
        }
    }
}

/// The cells of some rows whose formula was never calculated.
fn uncalculated(grid: &Grid, rows: impl Iterator<Item = u32>) -> Vec<CellAddress> {
    rows.flat_map(|row| grid.row(row))
        .filter(|cell| cell.value == CellValue::NotCalculated)
        .map(|cell| cell.address)
        .collect()
}
