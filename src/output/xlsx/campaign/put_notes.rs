//! The notes of an earlier campaign workbook, beside the same rows of a later one.
//!
//! In: the sheets, and the notes. Out: the sheets with them, and those whose rows are there no more. Not for: what rows say.

use crate::base::cell::CellValue;
use crate::base::lang::Lang;
use crate::campaign::book::{BookNote, NOTE, RowLabel};
use crate::campaign::carry::BookChange;
use crate::output::xlsx::campaign::lay::{LaidRow, LaidSheet};
use crate::output::xlsx::campaign::values::CellContent;

/// What an earlier workbook gives to a later one.
#[derive(Clone, Copy, Default)]
pub(super) struct EarlierBook<'e> {
    /// In what they differ.
    pub(super) changes: &'e [BookChange],
    /// What people wrote beside its rows.
    pub(super) notes: &'e [BookNote],
}

/// Puts the notes into their rows; gives those that have none.
pub(super) fn put<'n>(
    sheets: &mut [LaidSheet],
    notes: &'n [BookNote],
    lang: Lang,
) -> Vec<&'n BookNote> {
    let mut left = Vec::new();
    for laid in sheets.iter_mut() {
        let own: Vec<&BookNote> = notes
            .iter()
            .filter(|note| note.sheet == laid.sheet.id)
            .collect();
        if own.is_empty() {
            continue;
        }
        let labels = labels(laid, lang);
        let mut taken = vec![false; labels.len()];
        for note in own {
            let free = labels.iter().enumerate().zip(&taken);
            let free = free.filter(|(_, taken)| !**taken).map(|(one, _)| one);
            let alike = free.filter_map(|(at, label)| Some((note.row.likeness(label)?, at)));
            let Some((_, at)) = alike.min() else {
                left.push(note);
                continue;
            };
            if let (Some(is_taken), Some(column)) = (taken.get_mut(at), laid.position(NOTE)) {
                *is_taken = true;
                let cell = laid
                    .rows
                    .get_mut(at)
                    .and_then(|row| row.cells.get_mut(column));
                if let Some(cell) = cell {
                    *cell = Some(CellContent::Text(note.text.clone()));
                }
            }
        }
    }
    left
}

/// What each row is called.
fn labels(laid: &LaidSheet, lang: Lang) -> Vec<RowLabel> {
    let mut above = String::new();
    let label = |row: &LaidRow, above: &mut String| {
        let said = |key: &str| {
            let cell = laid
                .position(key)
                .and_then(|at| row.cells.get(at)?.as_ref());
            match cell {
                Some(CellContent::Text(text)) => text.clone(),
                Some(CellContent::Number(number)) => CellValue::Number(*number).show(),
                Some(CellContent::Day(day)) => day.shown(lang),
                None => String::new(),
            }
        };
        RowLabel::of(laid.sheet.id, said, above)
    };
    laid.rows.iter().map(|row| label(row, &mut above)).collect()
}
