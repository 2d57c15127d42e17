//! The rows of a sheet, one after the other: each is used, told or blank.

use crate::base::cell::Grid;
use crate::base::finding::Fact;
use crate::base::rules::campaign_form;
use crate::campaign::book::{BookSheet, SheetId};
use crate::input::campaign_book::cells::{codes, is_blank, shown};
use crate::input::campaign_book::heads::Heads;
use crate::input::campaign_book::{BookReading, row, tree};

impl BookReading {
    /// Reads the rows of a sheet.
    pub(super) fn rows(&mut self, sheet: &'static BookSheet, grid: &Grid, heads: &Heads) {
        self.without_heading(grid, heads);
        let mut tree = tree::RowsAbove::default();
        for row in row::below(sheet, grid, heads) {
            if !row.says_anything() {
                continue;
            }
            match sheet.id {
                SheetId::Settings => self.setting(row),
                SheetId::Units => self.unit(row),
                SheetId::Words => self.word(row),
                SheetId::Given => self.given(row),
                SheetId::Criteria => self.criterion(row, &mut tree),
                SheetId::Statistics => self.statistic(row),
                SheetId::Levels
                | SheetId::Grades
                | SheetId::Sentences
                | SheetId::Exempt
                | SheetId::Points
                | SheetId::Sources => {
                    self.entry(row);
                }
            }
            if self.faulty.contains(&(self.sheet.clone(), row.number)) {
                let texts = row.cells.iter().flat_map(|cell| {
                    let all = codes(cell);
                    all.into_iter().chain([shown(cell)])
                });
                self.faulty_texts.extend(texts);
            }
        }
        match sheet.id {
            SheetId::Criteria => self.lists_of_rules(),
            SheetId::Units => self.complete_units(),
            _ => {}
        }
    }

    /// Says where content stands below no heading, at the first cell of each such column.
    fn without_heading(&mut self, grid: &Grid, heads: &Heads) {
        let mut told = Vec::new();
        for cell in grid.cells() {
            let (row, column) = (cell.address.row, cell.address.column);
            let is_below = row > heads.row && heads.of(column).is_none();
            if is_below && !is_blank(cell) && !told.contains(&column) {
                told.push(column);
                let found = Some(Fact::Text(shown(cell)));
                self.add(&campaign_form::NO_HEADING, cell.address, "", found, None);
            }
        }
    }
}
