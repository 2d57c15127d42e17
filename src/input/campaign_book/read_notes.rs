//! What people wrote beside the rows of a campaign workbook: it says nothing of the campaign, and is not lost all the same.
//!
//! In: the grids of a workbook. Out: the notes, each with what its row is called. Not for: what is wrong in the workbook.

use crate::base::cell::Grid;
use crate::campaign::book::{BookNote, NOTE, RowLabel, is_own_note};
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::cells::shown;
use crate::input::campaign_book::row;

/// The notes of a workbook, in the order of its rows.
pub(super) fn notes(grids: &[Grid]) -> Vec<BookNote> {
    let mut notes = Vec::new();
    // What is wrong with its sheets is told by who reads them.
    for (sheet, grid, heads) in BookReading::new("").sheets(grids) {
        let mut above = String::new();
        for row in row::below(sheet, grid, &heads) {
            let said = |key: &str| row.cell(key).map(shown).unwrap_or_default();
            let label = RowLabel::of(sheet.id, said, &mut above);
            let Some(note) = row.cell(NOTE) else { continue };
            let text = note.value.show().trim().to_string();
            if !is_own_note(sheet.id, &text) {
                notes.push(BookNote {
                    sheet: sheet.id,
                    row: label,
                    text,
                });
            }
        }
    }
    notes
}
