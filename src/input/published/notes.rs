//! Notes under result tables: why a unit has no result.
//!
//! In: lines of text outside the tables, and the registry. Out: those that say so, with the units they name. Not for: other footnotes.

use crate::base::cell::Grid;
use crate::base::ids::UnitId;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::Registry;
use crate::input::published::{Note, PrintedWord, Published, TextLine};

/// Finds the notes and gives each to the tables of the levels of its units.
pub fn attach(published: &mut Published, registry: &Registry) {
    let notes: Vec<Note> = published
        .lines
        .iter()
        .flat_map(|line| notes(line, registry))
        .collect();
    for table in &mut published.tables {
        let is_about = |note: &&Note| {
            note.units
                .iter()
                .any(|unit| Some(&unit.level) == table.level.as_ref())
        };
        table.notes = notes.iter().filter(is_about).cloned().collect();
    }
}

fn notes(line: &TextLine, registry: &Registry) -> Vec<Note> {
    let of = |word: &PrintedWord| -> Option<Note> {
        let key = format!(" {} ", text::key(&word.text));
        if !Hint::NoResult.is_in(&key) {
            return None;
        }
        let is_named = |name: &str| key.contains(&format!(" {} ", text::key(name)));
        let units: Vec<UnitId> = registry
            .units()
            .filter(|unit| unit.names().any(is_named))
            .map(|unit| unit.id.clone())
            .collect();
        (!units.is_empty()).then(|| Note {
            sheet: line.sheet.clone(),
            cell: word.cell,
            text: text::clean(&word.text),
            units,
        })
    };
    line.cells.iter().filter_map(of).collect()
}

/// The rows of a sheet that are not used by a table, as text.
pub(super) fn lines(grid: &Grid, used: &[u32]) -> Vec<TextLine> {
    let unused = grid.rows().filter(|cells| {
        cells
            .first()
            .is_some_and(|cell| used.binary_search(&cell.address.row).is_err())
    });
    unused
        .map(|cells| TextLine {
            sheet: grid.name.clone(),
            cells: cells
                .iter()
                .map(|cell| PrintedWord {
                    text: cell.value.show(),
                    cell: cell.address,
                })
                .collect(),
        })
        .collect()
}
