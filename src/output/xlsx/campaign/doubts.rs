//! What is doubtful in a proposal: the cells that are coloured, and the questions beside them.

use std::collections::BTreeMap;

use toml::Value;

use crate::base::cell::CellAddress;
use crate::base::lang::{Lang, say};
use crate::base::text;
use crate::campaign::book::{
    BookCell, FORMS, MEANING, Places, QUESTION, RowKind, SEEN, SheetId, UNKNOWN, WORD, paths,
};
use crate::campaign::definition::PathStep;
use crate::campaign::documents::{Certainty, Document, Proposal, Proposed, SeenHeading, Witness};
use crate::output::xlsx::campaign::address;
use crate::output::xlsx::campaign::lay::{LaidColumn, LaidRow, LaidSheet};
use crate::output::xlsx::campaign::single::label;
use crate::output::xlsx::campaign::values::{CellContent, plain};

/// A cell that somebody should look at.
#[derive(Clone, Debug)]
pub(super) struct DoubtMark {
    pub(super) certainty: Certainty,
    /// What the comment of the cell says.
    pub(super) note: String,
}

/// All of them.
#[derive(Default)]
pub(super) struct DoubtMarks {
    all: BTreeMap<(SheetId, CellAddress), DoubtMark>,
}

impl DoubtMarks {
    /// Finds the cells of what is doubtful, and writes the questions into their rows.
    pub(super) fn new(sheets: &mut [LaidSheet], proposal: &Proposal, lang: Lang) -> DoubtMarks {
        let places = places(sheets, lang);
        let mut marks = DoubtMarks::default();
        for one in &proposal.proposed {
            if one.certainty == Certainty::Sure {
                continue;
            }
            let Some(spot) = places.find(one.document, &one.path).cloned() else {
                continue;
            };
            let Some(laid) = sheets
                .iter_mut()
                .find(|laid| laid.sheet.name.get(lang) == spot.sheet)
            else {
                continue;
            };
            ask(laid, spot.cell, &one.question);
            marks.add(
                laid.sheet.id,
                spot.cell,
                one.certainty,
                &agreement(one, lang),
            );
        }
        for heading in proposal
            .headings
            .iter()
            .filter(|one| one.certainty != Certainty::Sure)
        {
            let words = sheets
                .iter_mut()
                .find(|laid| laid.sheet.id == SheetId::Words);
            let Some(laid) = words else { continue };
            let Some(row) = row_of(laid, &heading.text) else {
                continue;
            };
            let Some(column) = laid.position(MEANING) else {
                continue;
            };
            let at = address(row, column);
            ask(laid, at, &heading.question);
            marks.add(laid.sheet.id, at, heading.certainty, "");
        }
        marks
    }

    fn add(&mut self, sheet: SheetId, at: CellAddress, certainty: Certainty, note: &str) {
        let known = self.all.entry((sheet, at)).or_insert(DoubtMark {
            certainty,
            note: String::new(),
        });
        known.certainty = known.certainty.max(certainty);
        if !known.note.is_empty() && !note.is_empty() {
            known.note.push('\n');
        }
        known.note.push_str(note);
    }

    pub(super) fn of(&self, sheet: SheetId, at: CellAddress) -> Option<&DoubtMark> {
        self.all.get(&(sheet, at))
    }
}

/// Gives each question whose value has no row yet a row of its own, blank but for the question: a unit that no cover names, grades
/// that no form tells. No question is counted that no row asks.
pub(super) fn rows_to_fill(sheets: &mut [LaidSheet], proposal: &Proposal, lang: Lang) {
    let places = places(sheets, lang);
    let is_lost = |one: &&Proposed| {
        let is_asked = one.certainty != Certainty::Sure && !one.question.is_empty();
        is_asked && places.find(one.document, &one.path).is_none()
    };
    for one in proposal.proposed.iter().filter(is_lost) {
        let is_its = |laid: &LaidSheet| match (one.document, one.path.first()) {
            (Document::Units, _) => laid.sheet.id == SheetId::Units,
            (document, Some(PathStep::Key(list))) => laid.sheet.rows == (document, list.as_str()),
            _ => false,
        };
        let place = sheets.iter().position(is_its);
        let settings = || {
            let is_settings = |laid: &LaidSheet| laid.sheet.id == SheetId::Settings;
            sheets.iter().position(is_settings)
        };
        let Some(laid) = place.or_else(settings).and_then(|at| sheets.get_mut(at)) else {
            continue;
        };
        let row = LaidRow::new(laid, RowKind::Only, one.document, one.path.clone());
        laid.rows.push(row);
    }
}

/// How many forms agree, and what the others say: `27/28 phiếu; phiếu khác ghi 35 (tệp, trang!ô)`.
pub(super) fn agreement(one: &Proposed, lang: Lang) -> String {
    let (agree, of) = (one.agree, one.of);
    // No form says anything about what differs from an earlier file.
    if of == 0 {
        return String::new();
    }
    let mut text = say!(
        lang,
        "{agree}/{of} phiếu giống nhau",
        "{agree}/{of} forms agree"
    );
    for other in &one.others {
        text.push_str("; ");
        text.push_str(&witness(other, lang));
    }
    text
}

/// What a form says, and where.
pub(super) fn witness(one: &Witness, lang: Lang) -> String {
    let Witness {
        file,
        sheet,
        cell,
        says,
    } = one;
    say!(
        lang,
        "phiếu khác ghi “{says}” ({file}, {sheet}!{cell})",
        "another says \"{says}\" ({file}, {sheet}!{cell})"
    )
}

fn ask(laid: &mut LaidSheet, at: CellAddress, question: &str) {
    let Some(column) = laid.position(QUESTION) else {
        return;
    };
    let row = laid
        .rows
        .iter_mut()
        .enumerate()
        .find(|(index, _)| address(*index, 0).row == at.row);
    let Some(cell) = row.and_then(|(_, row)| row.cells.get_mut(column)) else {
        return;
    };
    let Some(question) = plain(&text::clean(question)) else {
        return;
    };
    *cell = Some(CellContent::Text(match cell.take() {
        Some(CellContent::Text(before)) if before != question => format!("{before}\n{question}"),
        _ => question,
    }));
}

/// The row of a heading on the sheet of words.
fn row_of(laid: &LaidSheet, heading: &str) -> Option<usize> {
    let (column, key) = (laid.position(WORD)?, text::key(heading));
    let is_it = |row: &LaidRow| matches!(row.cells.get(column), Some(Some(CellContent::Text(word))) if text::key(word) == key);
    laid.rows.iter().position(is_it)
}

/// Adds the headings that were seen to the sheet of words: in how many forms, where, and those that mean nothing yet.
pub(super) fn seen(sheets: &mut [LaidSheet], proposal: &Proposal, lang: Lang) {
    let Some(laid) = sheets
        .iter_mut()
        .find(|laid| laid.sheet.id == SheetId::Words)
    else {
        return;
    };
    for heading in &proposal.headings {
        let SeenHeading {
            text,
            forms,
            role,
            witness,
            ..
        } = heading;
        let Some(word) = plain(&text::clean(text)) else {
            continue;
        };
        let found = row_of(laid, text);
        let at = found.unwrap_or(laid.rows.len());
        if found.is_none() {
            let path = Vec::new();
            let mut row = LaidRow::new(laid, RowKind::Only, Document::Settings, path);
            let meaning = role
                .as_ref()
                .map_or_else(|| UNKNOWN.to_string(), |role| format!("columns.{role}"));
            row.set(laid, WORD, Some(CellContent::Text(word)));
            row.set(laid, MEANING, label(MEANING, &meaning, lang));
            laid.rows.push(row);
        }
        let place = format!("{}, {}!{}", witness.file, witness.sheet, witness.cell);
        let columns = (laid.position(FORMS), laid.position(SEEN));
        let Some(row) = laid.rows.get_mut(at) else {
            continue;
        };
        for (column, text) in [
            (columns.0, forms.to_string()),
            (columns.1, text::clean(&place)),
        ] {
            if let Some(cell) = column.and_then(|column| row.cells.get_mut(column)) {
                *cell = plain(&text).map(CellContent::Text);
            }
        }
    }
}

/// Where each value stands.
pub(super) fn places(sheets: &[LaidSheet], lang: Lang) -> Places {
    let mut places = Places::default();
    for laid in sheets {
        for (index, row) in laid.rows.iter().enumerate() {
            if row.path.is_empty() && row.document == Document::Settings {
                continue;
            }
            let spot = |column: usize| BookCell {
                sheet: laid.sheet.name.get(lang).to_string(),
                cell: address(index, column),
            };
            for (column, head) in laid.heads.iter().enumerate() {
                let (key, level) = match head {
                    LaidColumn::Fixed(column) => (column.key, None),
                    LaidColumn::Level(level) => ("maximum", Some(level.as_str())),
                };
                for path in paths(&row.path, key, level) {
                    places.put(row.document, &path, spot(column));
                }
            }
            places.put(row.document, &row.path, spot(0));
        }
    }
    places
}

/// What stands at a path of the documents, for people.
pub(super) fn value(proposal: &Proposal, one: &Proposed) -> Option<String> {
    let documents = &proposal.documents;
    if one.document == Document::Units {
        let [PathStep::Index(row), PathStep::Key(column)] = one.path.as_slice() else {
            return None;
        };
        return documents.units.get(*row)?.get(column).cloned();
    }
    let table = if one.document == Document::Scheme {
        &documents.scheme
    } else {
        &documents.settings
    };
    let mut steps = one.path.iter();
    let PathStep::Key(first) = steps.next()? else {
        return None;
    };
    let mut value = table.get(first)?;
    for step in steps {
        value = match step {
            PathStep::Key(key) => value.get(key)?,
            PathStep::Index(index) => value.get(index)?,
        };
    }
    Some(match value {
        Value::String(text) => text.clone(),
        Value::Table(_) | Value::Array(_) => return None,
        other => other.to_string(),
    })
}
