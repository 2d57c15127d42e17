//! The list of all findings, row by row, for the workbook and the page alike.
//!
//! In: a report. Out: rows in the order in which to deal with them: what nearly all forms have alike in one row, and form by form behind all
//! others, so that every finding has a row of its own. Not for: how a row looks.

use std::collections::HashMap;
use std::ops::Range;

use crate::base::finding::Finding;
use crate::result::report::Report;
use crate::result::report::lots::{Ordered, ordered};
use crate::result::report::told_together::{ToldFinding, ToldLots, together};

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
    let head = heads(report, &head);
    let ToldLots { grade, rank, rest } = ToldLots::new(report, &lots);
    let others = others.into_iter().map(ToldFinding::one).collect();
    let lots = [grade, rank, rest, others].into_iter().flatten();
    let mut rows: Vec<ListedRow<'_>> = head.into_iter().chain(lots.map(ListedRow::of)).collect();
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

/// The rows about files that do not count and units without a result, what is wrong with several of these files in one row. A row that
/// repeats others goes on naming the row of its cause.
fn heads<'r>(report: &'r Report, head: &[(&'r Finding, Option<usize>)]) -> Vec<ListedRow<'r>> {
    let causes = head.iter().filter(|(_, cause)| cause.is_none());
    let causes: Vec<&Finding> = causes.map(|(finding, _)| *finding).collect();
    let mut entries = together(report, &causes).into_iter().peekable();
    // For each finding the row that tells it.
    let mut told_by: HashMap<*const Finding, usize> = HashMap::new();
    let mut rows: Vec<ListedRow<'_>> = Vec::with_capacity(head.len());
    for (finding, cause) in head {
        let is_next = |entry: &ToldFinding<'_>| std::ptr::eq(entry.first, *finding);
        if let Some(cause) = cause {
            let cause = head.get(*cause).map(|(of, _)| std::ptr::from_ref(*of));
            rows.push(ListedRow {
                cause: cause.and_then(|of| told_by.get(&of).copied()),
                ..ListedRow::of(ToldFinding::one(finding))
            });
        } else if let Some(entry) = entries.next_if(is_next) {
            told_by.extend(entry.all().map(|one| (std::ptr::from_ref(one), rows.len())));
            rows.push(ListedRow::of(entry));
        }
    }
    rows
}
