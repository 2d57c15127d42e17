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
        let mut own: Vec<&BookNote> = notes
            .iter()
            .filter(|note| note.sheet == laid.sheet.id)
            .collect();
        if own.is_empty() {
            continue;
        }
        let (labels, column) = (labels(laid, lang), laid.position(NOTE));
        let mut taken = vec![false; labels.len()];
        // The surest first: a row that has a note of its own is not taken by one of a row that is gone.
        for likeness in 0..=RowLabel::LEAST_SURE {
            own.retain(|note| {
                let mut free = labels.iter().zip(&taken);
                let is_it = |(label, is_taken): (&RowLabel, &bool)| {
                    !is_taken && note.row.likeness(label) == Some(likeness)
                };
                let at = free.position(is_it);
                if let Some(is_taken) = at.and_then(|at| taken.get_mut(at)) {
                    *is_taken = true;
                }
                let row = at.and_then(|at| laid.rows.get_mut(at));
                let cell = row.zip(column).and_then(|(row, at)| row.cells.get_mut(at));
                let is_put = cell.is_some();
                if let Some(cell) = cell {
                    *cell = Some(CellContent::Text(note.text.clone()));
                }
                !is_put
            });
        }
        left.extend(own);
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::campaign::book::{RowKind, SheetId, sheet};
    use crate::campaign::documents::Document;
    use crate::output::xlsx::campaign::lay::LaidColumn;

    /// A sheet of criteria with these codes and texts.
    fn criteria(rows: &[(&str, &str)]) -> LaidSheet {
        let own = sheet(SheetId::Criteria);
        let row = |(id, name): &(&str, &str)| LaidRow {
            kind: RowKind::Criterion,
            cells: own
                .columns
                .iter()
                .map(|column| match column.key {
                    "id" => Some(CellContent::Text(id.to_string())),
                    "name" => Some(CellContent::Text(name.to_string())),
                    _ => None,
                })
                .collect(),
            document: Document::Scheme,
            path: Vec::new(),
        };
        LaidSheet {
            sheet: own,
            heads: own.columns.iter().map(LaidColumn::Fixed).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }

    #[test]
    fn a_note_whose_row_is_gone_takes_no_row_from_its_own_note() {
        let before = criteria(&[("I.3", "Báo cáo định kỳ"), ("II.3", "Báo cáo định kỳ")]);
        let labels = labels(&before, Lang::Vi).into_iter();
        let note = |(row, text): (RowLabel, &str)| BookNote {
            sheet: SheetId::Criteria,
            row,
            text: text.to_string(),
        };
        let notes: Vec<BookNote> = labels.zip(["một", "hai"]).map(note).collect();
        let mut now = [criteria(&[("II.3", "Báo cáo định kỳ")])];
        let lost = put(&mut now, &notes, Lang::Vi);
        assert_eq!(lost, [&notes[0]]);
        assert_eq!(lost[0].row.shown, "I.3 Báo cáo định kỳ");
        let [laid] = &now;
        let cell = laid.rows[0].cells[laid.position(NOTE).unwrap()].as_ref();
        assert!(matches!(cell, Some(CellContent::Text(text)) if text == "hai"));
    }
}
