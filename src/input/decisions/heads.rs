//! The row of headings of a sheet of decisions.
//!
//! In: a grid. Out: where each column stands, by its heading in any of the program's languages. Not for: what stands below.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::base::cell::{Cell, Grid};
use crate::base::lang::Lang;
use crate::base::text;
use crate::campaign::decisions::columns::{ColumnId, FREE_COLUMNS, QUESTION_COLUMNS};

/// In how many rows from the top the headings are looked for.
const DEEPEST: u32 = 40;

/// The headings of a sheet.
#[derive(Debug)]
pub(super) struct DecisionHeads {
    /// Their row, zero-based.
    pub(super) row: u32,
    columns: BTreeMap<ColumnId, u32>,
}

impl DecisionHeads {
    /// The first row that has those of a sheet of questions or of the free sheet.
    pub(super) fn find(grid: &Grid) -> Option<DecisionHeads> {
        let rows = grid.rows();
        let mut rows =
            rows.take_while(|row| row.first().is_some_and(|one| one.address.row < DEEPEST));
        rows.find_map(DecisionHeads::of)
    }

    fn of(row: &[Cell]) -> Option<DecisionHeads> {
        let mut columns = BTreeMap::new();
        for cell in row {
            if let Some(id) = column(&cell.value.show()) {
                columns.entry(id).or_insert(cell.address.column);
            }
        }
        let has = |id| columns.contains_key(&id);
        let is_one = has(ColumnId::Unit)
            && has(ColumnId::Criterion)
            && (has(ColumnId::Decision) || has(ColumnId::Points) && has(ColumnId::Reason));
        let row = row.first()?.address.row;
        is_one.then_some(DecisionHeads { row, columns })
    }

    /// Whether its rows are questions, and none that somebody wrote on their own.
    pub(super) fn asks(&self) -> bool {
        self.columns.contains_key(&ColumnId::Decision)
    }

    /// Where a column stands, zero-based.
    pub(super) fn at(&self, id: ColumnId) -> Option<u32> {
        self.columns.get(&id).copied()
    }
}

/// The column of a heading.
fn column(heading: &str) -> Option<ColumnId> {
    /// The columns by the keys of their headings, in any of the program's languages.
    static COLUMNS: LazyLock<BTreeMap<String, ColumnId>> = LazyLock::new(|| {
        let mut columns = BTreeMap::new();
        for id in QUESTION_COLUMNS.iter().chain(&FREE_COLUMNS) {
            let headings = [Some(id.heading()), id.former_heading()];
            for heading in headings.into_iter().flatten() {
                for lang in [Lang::Vi, Lang::En] {
                    columns.entry(text::key(heading.get(lang))).or_insert(*id);
                }
            }
        }
        columns
    });
    COLUMNS.get(&text::key(heading)).copied()
}
