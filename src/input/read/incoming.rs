//! The one door through which the texts of files come in.
//!
//! In: a workbook or a fault as the readers have it. Out: the same, with what cannot be seen in its texts made visible.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::base::outside::{clean_cell, clean_line};
use crate::base::text;
use crate::input::read::{ReadFault, SheetProblem, Workbook, marks};

/// The most characters of a name: Excel takes 31 in that of a sheet, other programs more. It stands in every finding about the sheet.
const LONGEST_NAME: usize = 100;

/// Makes the texts of a workbook visible, and its names short.
pub(super) fn workbook(mut workbook: Workbook) -> Workbook {
    for grid in &mut workbook.grids {
        name(&mut grid.name);
        grid.facts.each_text(clean_cell);
        grid.each(|cell| {
            marks::take(cell);
            cell.each_text(clean_cell);
        });
    }
    for fault in &mut workbook.faults {
        name(&mut fault.sheet);
        problem(&mut fault.problem);
    }
    workbook.skipped.iter_mut().for_each(name);
    for part in &mut workbook.damaged_parts {
        name(&mut part.name);
        clean_line(&mut part.detail);
    }
    let own = &mut workbook.properties;
    [
        &mut own.created,
        &mut own.modified,
        &mut own.last_modified_by,
    ]
    .into_iter()
    .flatten()
    .for_each(clean_line);
    let custom = std::mem::take(&mut own.custom);
    own.custom = custom
        .into_iter()
        .map(|(mut key, mut value)| {
            clean_line(&mut key);
            clean_line(&mut value);
            (key, value)
        })
        .collect();
    workbook
}

/// A name in one line, and cut where nobody would give one so long. By the mark behind it, names that begin alike stay apart, and the
/// name of a sheet that of the fault in it.
fn name(name: &mut String) {
    clean_line(name);
    if let Some(start) = text::beginning(name, LONGEST_NAME) {
        let mut whole = FxHasher::default();
        name.hash(&mut whole);
        *name = format!("{start}… #{:08x}", whole.finish() & 0xFFFF_FFFF);
    }
}

/// Makes the texts of a fault visible.
pub(super) fn fault(mut fault: ReadFault) -> ReadFault {
    if let ReadFault::Damaged(text)
    | ReadFault::Crashed(text)
    | ReadFault::NoChild(text)
    | ReadFault::DecimalCommas { text, .. } = &mut fault
    {
        clean_line(text);
    }
    fault
}

fn problem(problem: &mut SheetProblem) {
    match problem {
        SheetProblem::Damaged(text)
        | SheetProblem::CutShort { detail: text, .. }
        | SheetProblem::UnreadableCells { detail: text, .. }
        | SheetProblem::OutsideGrid { first: text, .. } => clean_line(text),
        SheetProblem::Missing | SheetProblem::Doubled | SheetProblem::TooManyMerges { .. } => {}
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::base::cell::{Grid, Visibility};
    use crate::input::read::{FileKind, Properties, SheetFault};

    #[test]
    fn a_name_that_nobody_would_give_is_cut_alike_in_the_sheet_and_in_its_fault() {
        let (one, other) = ("Phiếu ".repeat(100), format!("{}b", "Phiếu ".repeat(100)));
        let grid = |name: &str| {
            Grid::new(
                name.to_string(),
                Visibility::Visible,
                Vec::new(),
                Vec::new(),
            )
        };
        let seen = workbook(Workbook {
            grids: vec![grid(&one), grid(&other), grid("Hạ tầng kỹ thuật")],
            faults: vec![SheetFault {
                sheet: one,
                problem: SheetProblem::Missing,
            }],
            kind: FileKind::Xlsx,
            skipped: Vec::new(),
            damaged_parts: Vec::new(),
            properties: Properties::default(),
        });
        let names: Vec<&str> = seen.grids.iter().map(|grid| grid.name.as_str()).collect();
        let [first, second, usual] = names[..] else {
            unreachable!()
        };
        assert!(first.chars().count() < LONGEST_NAME + 20, "{first}");
        assert_ne!(first, second);
        assert_eq!(usual, "Hạ tầng kỹ thuật");
        // By this name the sheet is known as one that was not read whole.
        assert_eq!(seen.faults[0].sheet, first);
    }
}
