//! A workbook in memory that can be cut about: cells by address, rows and columns that move, sheets.

use std::collections::{BTreeMap, BTreeSet};

use tonghop::base::cell::{
    Cell, CellAddress, CellRange, CellValue, Format, Grid, Piece, SheetFacts, Visibility,
};

/// A cell without its address.
#[derive(Clone)]
pub struct Content {
    /// What it holds.
    pub value: CellValue,
    /// Its formula, if it has one.
    pub formula: Option<String>,
    /// Its number format.
    pub format: Format,
    /// How it looks, which only the files of `spoiler::files` show.
    pub dress: Dress,
}

/// How a cell looks besides what it holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dress {
    /// The code of its number format, and what that makes of its number.
    pub format: Option<(String, String)>,
    /// The pieces of its text where they do not all look the same, those that are left off among them.
    pub pieces: Vec<Piece>,
    /// Whether all of it is struck out.
    pub is_struck: bool,
    /// Whether its letters are white on white.
    pub is_white: bool,
    /// Whether it is coloured, bold and framed, which says nothing.
    pub is_gaudy: bool,
}

/// One sheet.
#[derive(Clone)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// What is not blank, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Content>,
    /// Merged ranges.
    pub merges: Vec<CellRange>,
    /// What it has besides cells: hidden rows, pictures, comments.
    pub facts: SheetFacts,
    /// Rows of no height.
    pub flat_rows: BTreeSet<u32>,
}

/// One returned workbook.
#[derive(Clone)]
pub struct Book {
    /// The name of its file.
    pub file: String,
    /// Its custom properties.
    pub stamp: BTreeMap<String, String>,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

impl Sheet {
    /// The cells of a sheet that was read; what it has besides them is not kept.
    pub fn new(grid: &Grid) -> Self {
        let cells = grid.cells().iter().map(|cell| {
            let content = Content {
                value: cell.value.clone(),
                formula: cell.formula.clone(),
                format: cell.format,
                dress: Dress::default(),
            };
            ((cell.address.row, cell.address.column), content)
        });
        Sheet {
            name: grid.name.clone(),
            visibility: grid.visibility,
            cells: cells.collect(),
            merges: grid.merges.to_vec(),
            facts: SheetFacts::default(),
            flat_rows: BTreeSet::new(),
        }
    }

    /// The sheet as it would be read.
    pub fn grid(&self) -> Grid {
        let cells = self.cells.iter().map(|(&(row, column), content)| Cell {
            formula: content.formula.clone(),
            format: content.format,
            ..Cell::new(CellAddress::new(row, column), content.value.clone())
        });
        let cells = cells.collect();
        Grid::new(
            self.name.clone(),
            self.visibility,
            cells,
            self.merges.clone(),
        )
        .with_facts(self.facts.clone())
    }

    /// The text of a cell as people see it; empty where nothing stands.
    pub fn text(&self, at: (u32, u32)) -> String {
        self.cells
            .get(&at)
            .map(|content| content.value.show())
            .unwrap_or_default()
    }

    /// Puts a value into a cell, without formula or format.
    pub fn put(&mut self, at: (u32, u32), value: CellValue) {
        let content = Content {
            value,
            formula: None,
            format: Format::General,
            dress: Dress::default(),
        };
        self.cells.insert(at, content);
    }

    /// Puts a value that looks like this into a cell.
    pub fn put_dressed(&mut self, at: (u32, u32), value: CellValue, dress: Dress) {
        self.put(at, value);
        if let Some(content) = self.cells.get_mut(&at) {
            content.dress = dress;
        }
    }

    /// Puts a text into a cell.
    pub fn put_text(&mut self, at: (u32, u32), text: &str) {
        self.put(at, CellValue::Text(text.to_string()));
    }

    /// The row below everything.
    pub fn end(&self) -> u32 {
        self.cells
            .keys()
            .map(|(row, _)| row + 1)
            .max()
            .unwrap_or_default()
    }

    /// The cells of a row, from the left.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Content)> {
        self.cells
            .range((row, 0)..(row + 1, 0))
            .map(|(&(_, column), content)| (column, content))
    }

    /// Gives every cell a new address or none; merged ranges move with their corners.
    pub fn moved(&mut self, to: impl Fn((u32, u32)) -> Option<(u32, u32)>) {
        let cells = std::mem::take(&mut self.cells);
        self.cells = cells
            .into_iter()
            .filter_map(|(at, content)| Some((to(at)?, content)))
            .collect();
        let corner = |at: CellAddress| {
            to((at.row, at.column)).map(|(row, column)| CellAddress::new(row, column))
        };
        self.merges = std::mem::take(&mut self.merges)
            .into_iter()
            .filter_map(|range| {
                Some(CellRange {
                    first: corner(range.first)?,
                    last: corner(range.last)?,
                })
            })
            .filter(|range| range.first.row <= range.last.row)
            .collect();
    }

    /// Makes room for rows.
    pub fn insert_rows(&mut self, before: u32, count: u32) {
        self.moved(|(row, column)| Some((if row < before { row } else { row + count }, column)));
    }

    /// Takes a row out; what is below moves up.
    pub fn delete_row(&mut self, gone: u32) {
        self.moved(|(row, column)| match row.cmp(&gone) {
            std::cmp::Ordering::Less => Some((row, column)),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some((row - 1, column)),
        });
    }

    /// Makes room for a column.
    pub fn insert_column(&mut self, before: u32) {
        self.moved(|(row, column)| Some((row, column + u32::from(column >= before))));
    }

    /// Takes a column out; what is right of it moves left.
    pub fn delete_column(&mut self, gone: u32) {
        self.moved(|(row, column)| {
            (column != gone).then_some((row, column - u32::from(column > gone)))
        });
    }

    /// Puts two columns in each other's place.
    pub fn swap_columns(&mut self, rows: std::ops::Range<u32>, one: u32, other: u32) {
        self.moved(|(row, column)| {
            let column = match column {
                _ if !rows.contains(&row) => column,
                column if column == one => other,
                column if column == other => one,
                column => column,
            };
            Some((row, column))
        });
    }

    /// Puts all of another sheet below this one, one row further down.
    pub fn append(&mut self, other: &Sheet) {
        let down = self.end() + 1;
        let cells = other.cells.iter();
        self.cells
            .extend(cells.map(|(&(row, column), content)| ((row + down, column), content.clone())));
        self.merges.extend(other.merges.iter().map(|range| {
            let mut range = *range;
            range.first.row += down;
            range.last.row += down;
            range
        }));
    }

    /// Changes every text.
    pub fn each_text(&mut self, change: &mut dyn FnMut(&str) -> String) {
        for content in self.cells.values_mut() {
            if let CellValue::Text(text) = &content.value {
                content.value = CellValue::Text(change(text));
            }
        }
    }
}

impl Book {
    /// The sheets as they would be read.
    pub fn grids(&self) -> Vec<Grid> {
        self.sheets.iter().map(Sheet::grid).collect()
    }

    /// The sheet of this name.
    pub fn sheet(&mut self, name: &str) -> Option<&mut Sheet> {
        self.sheets.iter_mut().find(|sheet| sheet.name == name)
    }

    /// Pastes all values over their formulas: nothing is calculated again when cells move.
    pub fn paste_values(&mut self) {
        for sheet in &mut self.sheets {
            for content in sheet.cells.values_mut() {
                content.formula = None;
            }
        }
    }
}
