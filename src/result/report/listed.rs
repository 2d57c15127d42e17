//! The list of all findings, row by row, for the workbook and the page alike.
//!
//! In: a report. Out: rows in the order in which to deal with them: what nearly all forms have alike in one row, and form by form behind all
//! others, so that every finding has a row of its own. Not for: how a row looks.

use std::ops::Range;

use crate::result::report::Report;
use crate::result::report::lots::{Ordered, ordered};
use crate::result::report::told_together::{ToldFinding, ToldLots};

/// A row of the list of all findings.
pub struct ListedRow<'r> {
    /// What it tells: one finding, or several together.
    pub told: ToldFinding<'r>,
    /// The position of the row that tells its cause, where it only repeats others.
    pub cause: Option<usize>,
    /// Where the findings that it tells together stand one by one.
    pub parts: Range<usize>,
    /// The position of the row that tells it together with others.
    pub within: Option<usize>,
}

impl<'r> ListedRow<'r> {
    fn of(told: ToldFinding<'r>) -> Self {
        ListedRow {
            told,
            cause: None,
            parts: 0..0,
            within: None,
        }
    }
}

/// The rows of the list of all findings: in the order of the findings, what nearly all forms have alike in one row. Each finding that such a row tells
/// has a row of its own behind all others.
pub fn listed(report: &Report) -> Vec<ListedRow<'_>> {
    let Ordered { head, lots, others } = ordered(report);
    let head = head.into_iter().map(|(finding, cause)| ListedRow {
        cause,
        ..ListedRow::of(ToldFinding::one(finding))
    });
    let ToldLots { grade, rank, rest } = ToldLots::new(report, &lots);
    let others = others.into_iter().map(ToldFinding::one).collect();
    let lots = [grade, rank, rest, others].into_iter().flatten();
    let mut rows: Vec<ListedRow<'_>> = head.chain(lots.map(ListedRow::of)).collect();
    let mut single = Vec::new();
    let shown = rows.len();
    for (position, row) in rows.iter_mut().enumerate() {
        if row.told.is_several() {
            let first = shown + single.len();
            single.extend(row.told.all().map(|finding| ListedRow {
                within: Some(position),
                ..ListedRow::of(ToldFinding::one(finding))
            }));
            row.parts = first..shown + single.len();
        }
    }
    rows.extend(single);
    rows
}
