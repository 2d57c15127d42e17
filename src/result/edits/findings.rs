//! Edits as findings about a result that is read again.
//!
//! In: [`Edits`], and the file's name. Out: one finding for each changed cell and each contradiction, cut short where there are
//! many. Not for: files that are about to be written, where a person is told in other words.

use crate::base::cell::CellAddress;
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::rules::{Rule, edits as rules};
use crate::base::seal::SealedSpot;
use crate::result::edits::{Edited, Edits, Mismatch, SealState};

/// How many of each kind are told one by one.
const MOST: usize = 30;

/// The findings. `file` is the name of the workbook.
pub fn findings(edits: &Edits, file: &str) -> Vec<Finding> {
    let of_file = || Place {
        file: Some(file.to_string()),
        ..Place::default()
    };
    let mut found = Vec::new();
    if edits.sealed != SealState::Whole {
        found.push(Finding::new(&rules::UNSEALED, of_file()));
    }
    let rest = |rule: &'static Rule, all: usize| {
        let left = all.saturating_sub(MOST);
        let more = Fact::Names(vec![format!("… +{left}")]);
        (left > 0).then(|| {
            let finding = Finding::new(rule, of_file()).about(About::Row("…".to_string()));
            finding.found(more.clone()).expected(more)
        })
    };
    let each = edits.edited.iter().take(MOST);
    found.extend(each.map(|edited| of_edit(edited, of_file())));
    found.extend(rest(&rules::EDITED, edits.edited.len()));
    let each = edits.apart.iter().take(MOST);
    found.extend(each.map(|apart| of_apart(apart, of_file())));
    found.extend(rest(&rules::APART, edits.apart.len()));
    found
}

fn of_edit(edited: &Edited, mut place: Place) -> Finding {
    place.sheet = Some(edited.sheet.clone());
    place.cell = match edited.spot {
        SealedSpot::Cell(at) => Some(at),
        SealedSpot::Row(row) => Some(CellAddress::new(row, 0)),
        SealedSpot::Sheet => None,
    };
    let now = match edited.spot {
        SealedSpot::Row(_) => Fact::Name(edited.name()),
        _ if edited.now.is_empty() => Fact::Names(Vec::new()),
        _ => Fact::Text(edited.now.clone()),
    };
    Finding::new(&rules::EDITED, place).found(now)
}

fn of_apart(apart: &Mismatch, mut place: Place) -> Finding {
    place.sheet = Some(apart.sheet.clone());
    place.cell = Some(apart.cell);
    let in_list = format!("{}!{}", apart.data_sheet, apart.data_cell);
    let fact = |text: &str| match text.parse() {
        _ if text.is_empty() => Fact::Names(Vec::new()),
        Ok(number) => Fact::Number(number),
        Err(_) => Fact::Text(text.to_string()),
    };
    let expected = match apart.data_text.parse() {
        Ok(number) => Fact::NumberIn(number, in_list),
        Err(_) => Fact::Name(format!("“{}” ({in_list})", apart.data_text)),
    };
    let about = About::Row(format!("{}, {}", apart.unit, apart.kind));
    Finding::new(&rules::APART, place)
        .about(about)
        .found(fact(&apart.text))
        .expected(expected)
}
