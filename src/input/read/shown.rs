//! The one door through which the texts of files come in.
//!
//! In: a workbook or a fault as the readers have it. Out: the same, with what cannot be seen in its texts made visible.

use crate::base::outside::{clean_cell, clean_line};
use crate::input::read::{ReadFault, SheetProblem, Workbook};

/// Makes the texts of a workbook visible.
pub(super) fn workbook(mut workbook: Workbook) -> Workbook {
    for grid in &mut workbook.grids {
        clean_line(&mut grid.name);
        grid.each_text(clean_cell);
    }
    for fault in &mut workbook.faults {
        clean_line(&mut fault.sheet);
        problem(&mut fault.problem);
    }
    let names = workbook.skipped.iter_mut();
    names
        .chain(&mut workbook.damaged_parts)
        .for_each(clean_line);
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
        .map(|(mut name, mut value)| {
            clean_line(&mut name);
            clean_line(&mut value);
            (name, value)
        })
        .collect();
    workbook
}

/// Makes the texts of a fault visible.
pub(super) fn fault(mut fault: ReadFault) -> ReadFault {
    if let ReadFault::Damaged(text) | ReadFault::Crashed(text) | ReadFault::NoChild(text) =
        &mut fault
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
