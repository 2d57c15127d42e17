//! Notes under result tables: why a unit has no result.
//!
//! In: lines of text and the registry. Out: those that say so, with the units they name. Not for: other footnotes.

use crate::base::ids::UnitId;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::Registry;
use crate::input::published::{Note, Published, TextLine};

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
    let of = |word: &crate::input::published::PrintedWord| -> Option<Note> {
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
