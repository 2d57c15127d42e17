//! A folder in which there is nothing to consolidate.
//!
//! In: the report of a folder. Out: an error where nothing in it is a workbook. Not for: a folder without any file, which is not listed.

use std::path::Path;

use crate::base::error::Error;
use crate::base::finding::Finding;
use crate::base::rules::{archives, damaged, edits, kinds, settings, units};
use crate::input::receipt::Fate;
use crate::result::report::Report;

/// Refuses a folder in which nothing is a workbook: it is the wrong folder, and its units are not missing.
///
/// # Errors
/// [`Error::NoWorkbook`].
pub fn some_workbook(report: &Report, folder: &Path) -> Result<(), Error> {
    let files = &report.intake.files;
    if files.iter().any(|file| was_read(file.fate)) || !report.findings.iter().all(is_no_workbook) {
        return Ok(());
    }
    Err(Error::NoWorkbook {
        path: folder.to_path_buf(),
        seen: files.len(),
    })
}

fn was_read(fate: Fate) -> bool {
    matches!(
        fate,
        Fate::Counted | Fate::CountedLate | Fate::Superseded | Fate::Refused
    )
}

/// Whether a finding says no more than that a file is no workbook, or that a unit is missing for it.
fn is_no_workbook(finding: &Finding) -> bool {
    [
        &damaged::NOT_A_WORKBOOK,
        &archives::NOT_ZIP,
        &kinds::NO_TABLE_INSIDE,
        &kinds::UNKNOWN_KIND,
        &edits::OWN_RESULT,
        &settings::OTHER_CAMPAIGN,
        &settings::OUTSIDE_INBOX,
        &edits::RESULT_TABLE,
        &units::UNIT_MISSING,
        &units::NOTHING_USABLE,
    ]
    .contains(&finding.rule)
}
