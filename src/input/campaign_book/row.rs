//! A row of a sheet: what it says by its columns, and where that stands.
//!
//! In: a sheet with its headings. Out: entries of the documents, with the cells where their values stand; everything else is said.

use toml::{Table, Value};

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::finding::Fact;
use crate::base::rules::{campaign_form, campaign_values};
use crate::campaign::book::{
    BookColumn, BookSheet, CellSort, FORMULAS, KIND, OTHER, RULES, RowKind, get, paths,
};
use crate::campaign::definition::PathStep;
use crate::campaign::documents::Document;
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::cells::{Fault, is_blank, rule_type, shown, value};
use crate::input::campaign_book::codes::{CodeReading, code};
use crate::input::campaign_book::heads::{Head, Heads};
use crate::input::campaign_book::tables::{merge, put};

/// A row and what is known about it.
#[derive(Clone, Copy)]
pub(super) struct BookRow<'r> {
    pub(super) sheet: &'static BookSheet,
    pub(super) heads: &'r Heads,
    /// Its number, from 0.
    pub(super) number: u32,
    pub(super) cells: &'r [Cell],
}

/// The rows below the headings of a sheet.
pub(super) fn below<'r>(
    sheet: &'static BookSheet,
    grid: &'r Grid,
    heads: &'r Heads,
) -> impl Iterator<Item = BookRow<'r>> {
    grid.rows().filter_map(move |cells| {
        let number = cells.first()?.address.row;
        (number > heads.row).then_some(BookRow {
            sheet,
            heads,
            number,
            cells,
        })
    })
}

impl BookRow<'_> {
    /// The cell of a column that is known, whether anything stands there or not.
    pub(super) fn at(&self, key: &str) -> Option<(CellAddress, &str)> {
        let (column, heading) = self.heads.find(key)?;
        Some((CellAddress::new(self.number, column), heading))
    }

    /// What stands in a column that is known.
    pub(super) fn cell(&self, key: &str) -> Option<&Cell> {
        let (at, _) = self.at(key)?;
        self.cells
            .iter()
            .find(|cell| cell.address == at)
            .filter(|cell| !is_blank(cell))
    }

    /// Whether anything stands in it that is read.
    pub(super) fn says_anything(&self) -> bool {
        let is_read = |cell: &Cell| match self.heads.of(cell.address.column) {
            Some(Head::Fixed(column, _)) => !column.is_free() || column.key == KIND,
            Some(Head::Level(..)) => true,
            Some(Head::Unplaced(..) | Head::Idle) | None => false,
        };
        self.cells
            .iter()
            .any(|cell| is_read(cell) && !is_blank(cell))
    }
}

impl BookReading {
    pub(super) fn fault(&mut self, at: CellAddress, heading: &str, (rule, found, expected): Fault) {
        self.add(rule, at, heading, found, expected);
    }

    /// What a row of a kind says: the values of its columns, by their keys. `before` is the code of the row above.
    pub(super) fn table(&mut self, row: BookRow<'_>, kind: RowKind, before: &str) -> Table {
        let mut table = Table::new();
        let mut faults: Vec<u32> = Vec::new();
        let mut other = None;
        for cell in row.cells.iter().filter(|cell| !is_blank(cell)) {
            let (column, heading, level) = match row.heads.of(cell.address.column) {
                Some(Head::Fixed(column, heading)) if !column.is_free() => (*column, heading, None),
                Some(Head::Level(level, heading)) => match row.sheet.by_level() {
                    Some(column) => (column, heading, Some(level)),
                    None => continue,
                },
                _ => continue,
            };
            if !column.is_of(kind) {
                let found = Some(Fact::Text(shown(cell)));
                self.add(&campaign_form::NOT_USED, cell.address, heading, found, None);
                continue;
            }
            match self.value(column, cell, heading, before) {
                Ok(None) => {}
                Ok(Some(Value::Table(value))) if column.sort == CellSort::Other => {
                    other = Some((cell.address, value));
                }
                Ok(Some(value)) => match level {
                    None => put(&mut table, column.key, value),
                    Some(level) => {
                        self.of_level(row, (column, cell), (level, value), &mut table);
                    }
                },
                Err(fault) => {
                    self.fault(cell.address, heading, fault);
                    faults.push(cell.address.column);
                }
            }
        }
        if let Some((at, other)) = other
            && let Some(key) = merge(&mut table, other)
        {
            let heading = row
                .heads
                .find(OTHER)
                .map(|(_, heading)| heading.to_string());
            let own = row
                .sheet
                .column(&key)
                .map_or(key.clone(), |one| one.heading.vi.to_string());
            self.add(
                &campaign_values::CONTRADICTORY,
                at,
                &heading.unwrap_or_default(),
                Some(Fact::Text(key)),
                Some(Fact::Name(own)),
            );
        }
        self.blanks(row, kind, &table, &faults);
        table
    }

    /// The value of a cell.
    fn value(
        &mut self,
        column: &BookColumn,
        cell: &Cell,
        heading: &str,
        before: &str,
    ) -> Result<Option<Value>, Fault> {
        match (column.key, column.sort) {
            ("rule.type", _) => rule_type(RULES, cell).map(|one| Some(Value::String(one))),
            ("formula.type", _) => rule_type(FORMULAS, cell).map(|one| Some(Value::String(one))),
            ("id", CellSort::Code) => {
                let stands = Fact::Text(shown(cell));
                match code(cell, before) {
                    CodeReading::Plain(_) => value(CellSort::Code, cell),
                    CodeReading::Mended(mended) => {
                        let expected = Some(Fact::Name(mended.clone()));
                        self.add(
                            &campaign_values::CODE_MENDED,
                            cell.address,
                            heading,
                            Some(stands),
                            expected,
                        );
                        Ok(Some(Value::String(mended)))
                    }
                    CodeReading::Unclear => {
                        Err((&campaign_values::CODE_UNCLEAR, Some(stands), None))
                    }
                }
            }
            (_, sort) => value(sort, cell),
        }
    }

    /// What a column says of one level, beside that of all.
    fn of_level(
        &mut self,
        row: BookRow<'_>,
        (column, cell): (&BookColumn, &Cell),
        (level, value): (&str, Value),
        table: &mut Table,
    ) {
        if row.cell(column.key).is_some() {
            let all = row.at(column.key).map(|(at, _)| Fact::Name(at.to_string()));
            let found = Some(Fact::Text(shown(cell)));
            self.add(
                &campaign_values::CONTRADICTORY,
                cell.address,
                column.heading.vi,
                found,
                all,
            );
            return;
        }
        let of_levels = table
            .entry(column.key)
            .or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(of_levels) = of_levels {
            of_levels.insert(level.to_string(), value);
        }
    }

    /// Says which cells of a row are blank and must not be.
    fn blanks(&mut self, row: BookRow<'_>, kind: RowKind, table: &Table, faults: &[u32]) {
        for column in row.sheet.columns {
            let by_level = row.sheet.by_level().map(|one| one.key);
            let has_levels = by_level == Some(column.key) && column.is_of(kind);
            let Some((at, heading)) = row.at(column.key) else {
                continue;
            };
            let is_there = get(table, column.key).is_some();
            if (column.is_needed(kind) || has_levels) && !is_there && !faults.contains(&at.column) {
                // What is wrong of a level is told already.
                let of_level =
                    |column: &u32| matches!(row.heads.of(*column), Some(Head::Level(..)));
                if !(has_levels && faults.iter().any(of_level)) {
                    let heading = heading.to_string();
                    self.add(&campaign_form::BLANK, at, &heading, None, None);
                }
            }
        }
    }

    /// Notes where the values of a row stand, whether they are there or not.
    pub(super) fn places(&mut self, row: BookRow<'_>, document: Document, path: &[PathStep]) {
        for (column, head) in &row.heads.columns {
            let spot = self.spot(CellAddress::new(row.number, *column));
            let (key, level) = match head {
                Head::Fixed(column, _) => (column.key, None),
                Head::Level(level, _) => match row.sheet.by_level() {
                    Some(column) => (column.key, Some(level.as_str())),
                    None => continue,
                },
                Head::Unplaced(..) | Head::Idle => continue,
            };
            for path in paths(path, key, level) {
                self.places.put(document, &path, spot.clone());
            }
        }
        let first = row
            .sheet
            .columns
            .first()
            .and_then(|column| row.at(column.key));
        let at = first.map_or(CellAddress::new(row.number, 0), |(at, _)| at);
        let spot = self.spot(at);
        self.places.put(document, path, spot);
        for cell in row.cells {
            let spot = self.spot(cell.address);
            self.texts.insert(spot, shown(cell));
        }
    }

    /// Adds an entry to a list, and gives its place in it.
    pub(super) fn push(&mut self, document: Document, list: &str, entry: Table) -> usize {
        let table = match document {
            Document::Scheme => &mut self.documents.scheme,
            Document::Settings | Document::Units => &mut self.documents.settings,
        };
        let all = table
            .entry(list)
            .or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(all) = all else { return 0 };
        all.push(Value::Table(entry));
        all.len() - 1
    }
}
