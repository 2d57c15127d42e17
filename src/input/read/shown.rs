//! The one door through which the texts of files come in.
//!
//! In: a workbook or a fault as the readers have it. Out: the same, with what cannot be seen in its texts made visible.

use crate::base::outside::{clean_cell, clean_line};
use crate::input::read::{ReadFault, SheetProblem, Workbook};

/// The most characters of a name: Excel takes 31 in that of a sheet, other programs more. It stands in every finding about the sheet.
const LONGEST_NAME: usize = 100;

/// Makes the texts of a workbook visible, and its names short.
pub(super) fn workbook(mut workbook: Workbook) -> Workbook {
    for (position, grid) in workbook.grids.iter_mut().enumerate() {
        clean_line(&mut grid.name);
        // Two names may begin alike.
        if cut(&mut grid.name) {
            grid.name.push_str(&format!(" ({})", position + 1));
        }
        grid.each_text(clean_cell);
    }
    for fault in &mut workbook.faults {
        clean_line(&mut fault.sheet);
        cut(&mut fault.sheet);
        problem(&mut fault.problem);
    }
    let names = workbook.skipped.iter_mut();
    names.chain(&mut workbook.damaged_parts).for_each(|name| {
        clean_line(name);
        cut(name);
    });
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

/// Cuts a name that nobody would give; says whether it did.
fn cut(name: &mut String) -> bool {
    let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) else {
        return false;
    };
    name.truncate(end);
    name.push('…');
    true
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_would_give_is_cut() {
        let mut name = "Phiếu ".repeat(100);
        assert!(cut(&mut name));
        assert_eq!(name.chars().count(), LONGEST_NAME + 1);
        assert!(name.ends_with('…'));
        let mut usual = "Hạ tầng kỹ thuật".to_string();
        assert!(!cut(&mut usual));
        assert_eq!(usual, "Hạ tầng kỹ thuật");
    }
}
