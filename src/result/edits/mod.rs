//! What a person changed in a result of this program since it was written, and where its sheets contradict each other.
//!
//! In: the grids of such a workbook. Out: [`Edits`]: cells that are not what was written, told by the seal, and cells of the
//! visible sheets that do not say what the list of all values says. Not for: what to do about it, and not for files.

mod findings;
mod mismatch;
mod shown;

use std::collections::BTreeMap;

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::seal::{Change, Seal, SealVerdict, SealedSpot};

pub use crate::result::edits::findings::findings;
pub use crate::result::edits::mismatch::Mismatch;

/// Whether the seal of a workbook could be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealState {
    /// It could.
    Whole,
    /// There is none: the workbook is of an older version, or the sheet was deleted.
    Missing,
    /// It was changed.
    Damaged,
}

/// What is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edits {
    /// Whether the seal could be looked at.
    pub sealed: SealState,
    /// What was changed, by sheet and cell. Empty where the seal could not be looked at.
    pub edited: Vec<Edited>,
    /// Visible cells that contradict the list of all values, whoever changed which.
    pub apart: Vec<Mismatch>,
}

/// A place that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The sheet.
    pub sheet: String,
    /// Where on it.
    pub spot: SealedSpot,
    /// What was done there.
    pub change: Change,
    /// What stood there, where another sheet still says so.
    pub was: Option<String>,
    /// What stands there now, formulas with `=`; empty where nothing does.
    pub now: String,
    /// The comment there now.
    pub comment: Option<String>,
}

impl Edits {
    /// What was changed in a workbook.
    pub fn of(grids: &[Grid]) -> Self {
        let apart = mismatch::apart(grids);
        let (sealed, edits) = match Seal::check(grids) {
            SealVerdict::Unsealed => (SealState::Missing, Vec::new()),
            SealVerdict::Damaged => (SealState::Damaged, Vec::new()),
            SealVerdict::Compared(edits) => (SealState::Whole, edits),
        };
        let mut known: BTreeMap<(&str, CellAddress), &str> = BTreeMap::new();
        for one in &apart {
            known.insert((&one.sheet, one.cell), &one.data_text);
            known.insert((&one.data_sheet, one.data_cell), &one.text);
        }
        let edited = edits.into_iter().map(|edit| {
            let grid = grids.iter().find(|grid| grid.name == edit.sheet);
            let was = match edit.spot {
                SealedSpot::Cell(at) => known.get(&(edit.sheet.as_str(), at)),
                SealedSpot::Row(_) | SealedSpot::Sheet => None,
            };
            Edited {
                was: was.map(|text| (*text).to_string()),
                now: grid.map(|grid| now(grid, edit.spot)).unwrap_or_default(),
                comment: grid.and_then(|grid| comment(grid, edit.spot)),
                spot: edit.spot,
                change: edit.change,
                sheet: edit.sheet,
            }
        });
        Edits {
            sealed,
            edited: edited.collect(),
            apart,
        }
    }

    /// Whether the workbook can be believed: it says what was written, and its sheets agree.
    pub fn is_empty(&self) -> bool {
        self.sealed == SealState::Whole && self.edited.is_empty() && self.apart.is_empty()
    }
}

impl Edited {
    /// The cell as people know it: `Cấp tỉnh!K9`, a row as `Dữ liệu!57:57`, or the sheet.
    pub fn name(&self) -> String {
        match self.spot {
            SealedSpot::Cell(at) => format!("{}!{at}", self.sheet),
            SealedSpot::Row(row) => format!("{}!{row}:{row}", self.sheet, row = u64::from(row) + 1),
            SealedSpot::Sheet => self.sheet.clone(),
        }
    }
}

fn now(grid: &Grid, spot: SealedSpot) -> String {
    match spot {
        SealedSpot::Cell(at) => grid.get(at).map(content).unwrap_or_default(),
        SealedSpot::Row(_) | SealedSpot::Sheet => String::new(),
    }
}

fn comment(grid: &Grid, spot: SealedSpot) -> Option<String> {
    let SealedSpot::Cell(at) = spot else {
        return None;
    };
    let mut texts = grid.facts.comment_texts.iter();
    let (_, text) = texts.find(|(cell, _)| *cell == at)?;
    Some(text.clone())
}

fn content(cell: &Cell) -> String {
    match &cell.formula {
        Some(formula) => format!("={formula}"),
        None => cell.value.show(),
    }
}
