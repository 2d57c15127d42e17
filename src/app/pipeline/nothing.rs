//! A folder in which there is nothing to consolidate.
//!
//! In: the report of a folder. Out: an error where nothing in it is a workbook, or none of its workbooks a form. Not for: a folder
//! without any file, which is not listed.

use std::path::Path;

use crate::base::error::Error;
use crate::base::finding::Finding;
use crate::base::rules::{
    archives, damaged, decisions, edits, file_kinds, layout, settings, units,
};
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

/// Names of workbooks that are told.
const MOST_NAMES: usize = 5;

/// Refuses a folder none of whose workbooks is a form, nor anything of a unit that is known: it is the wrong folder, or of a scheme
/// that nobody knows, and a result in which everybody is missing would say something else.
///
/// # Errors
/// [`Error::NoForm`].
pub fn some_form(report: &Report, folder: &Path) -> Result<(), Error> {
    let is_of_file = |finding: &&Finding, name: &str| finding.place.file.as_deref() == Some(name);
    let is_other = |name: &str| {
        let mut own = report.findings.iter().filter(|one| is_of_file(one, name));
        own.any(|one| one.rule == &layout::NO_TABLE)
    };
    let files = || report.intake.files.iter();
    let read: Vec<String> = files()
        .filter(|file| was_read(file.fate))
        .map(|file| file.name.clone())
        .collect();
    let is_none = |name: &String| {
        let row = files().find(|file| file.name == *name);
        row.is_none_or(|row| row.unit.is_none() && row.candidates.is_empty()) && is_other(name)
    };
    let is_no_other = |finding: &Finding| {
        let is_read = |file: &String| read.contains(file);
        finding.place.file.as_ref().is_some_and(is_read) || is_no_workbook(finding)
    };
    if read.is_empty() || !read.iter().all(is_none) || !report.findings.iter().all(is_no_other) {
        return Ok(());
    }
    Err(Error::NoForm {
        path: folder.to_path_buf(),
        read: read.len(),
        files: read.into_iter().take(MOST_NAMES).collect(),
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
        &file_kinds::NO_TABLE_INSIDE,
        &file_kinds::UNKNOWN_KIND,
        &edits::OWN_RESULT,
        &settings::OTHER_CAMPAIGN,
        &decisions::AMONG_RETURNS,
        &settings::OUTSIDE_INBOX,
        &edits::RESULT_TABLE,
        &units::UNIT_MISSING,
        &units::NOTHING_USABLE,
    ]
    .contains(&finding.rule)
}
