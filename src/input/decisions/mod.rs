//! Decision workbooks, as those who decide left them.
//!
//! In: the grids of one, the criteria and the units. Out: one decision for each row in which somebody has decided something, with what
//! cannot be understood of it; sheets that have lost their headings. Not for: whether a decision holds, which the report says.

mod heads;
mod meaning;
mod row;
mod row_values;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::cell::{CellAddress, Grid};
use crate::base::finding::Fact;
use crate::base::text;
use crate::campaign::decisions::columns::{ColumnId, FREE, QUESTIONS};
use crate::campaign::decisions::{Decision, STAMP};
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::decisions::heads::DecisionHeads;
use crate::input::decisions::row::RowReader;

/// What names in a decision workbook mean, and what the workbook is called.
#[derive(Clone, Copy)]
pub struct DecisionContext<'a> {
    /// The criteria.
    pub scheme: &'a Scheme,
    /// The units.
    pub registry: &'a Registry,
    /// The file's name.
    pub document: &'a str,
    /// The same as a path from the inbox.
    pub file: &'a str,
}

/// What a decision workbook says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecisionsRead {
    /// The rows, by sheet and row.
    pub decisions: Vec<Decision>,
    /// The questions that are asked, decided or not.
    pub asked: Vec<AskedQuestion>,
    /// What of it cannot be read at all.
    pub faults: Vec<Fact>,
}

/// Whether a workbook is one for decisions: it says so, or has both of their sheets.
pub fn is_decisions(properties: &BTreeMap<String, String>, grids: &[Grid]) -> bool {
    let has = |name: &str| grids.iter().any(|grid| is_named(grid, name));
    let is_stamped = properties.contains_key(STAMP);
    is_stamped || has(QUESTIONS) && has(FREE)
}

/// Reads the rows of all sheets that have the headings of one.
pub fn read(grids: &[Grid], context: DecisionContext<'_>) -> DecisionsRead {
    let mut read = DecisionsRead {
        asked: asked(grids),
        ..DecisionsRead::default()
    };
    let document: Arc<str> = context.document.into();
    let mut has_table = false;
    for grid in grids {
        let Some(heads) = DecisionHeads::find(grid) else {
            if is_named(grid, QUESTIONS) || is_named(grid, FREE) {
                let name = &grid.name;
                read.faults.push(Fact::Said(
                    format!("trang “{name}” không còn hàng tiêu đề"),
                    format!("the sheet \"{name}\" has lost its row of headings"),
                ));
            }
            continue;
        };
        has_table = true;
        let rows = RowReader::new(context, &document, grid, &heads);
        let last = grid.cells().last().map_or(0, |cell| cell.address.row);
        let below = heads.row.saturating_add(1)..=last;
        read.decisions
            .extend(below.filter_map(|row| rows.read(row)));
    }
    if !has_table && read.faults.is_empty() {
        read.faults.push(Fact::Said(
            "không có bảng quyết định nào".to_string(),
            "there is no table of decisions".to_string(),
        ));
    }
    read
}

/// A question as a row of a workbook has it: the texts of its id and of the checksum of its ground.
pub type AskedQuestion = (String, String);

/// The questions that a decision workbook asks, decided or not.
pub fn asked(grids: &[Grid]) -> Vec<AskedQuestion> {
    let on = |grid: &Grid| -> Option<Vec<AskedQuestion>> {
        let heads = DecisionHeads::find(grid)?;
        let (id, ground) = (heads.at(ColumnId::Id)?, heads.at(ColumnId::GroundHash)?);
        let text = |row: u32, column: u32| {
            let value = &grid.get(CellAddress::new(row, column))?.value;
            Some(value.show().trim().to_string())
        };
        let last = grid.cells().last().map_or(0, |cell| cell.address.row);
        let below = heads.row.saturating_add(1)..=last;
        let rows = below.filter_map(|row| Some((text(row, id)?, text(row, ground)?)));
        Some(rows.collect())
    };
    grids.iter().filter_map(on).flatten().collect()
}

fn is_named(grid: &Grid, name: &str) -> bool {
    text::key(&grid.name) == text::key(name)
}
