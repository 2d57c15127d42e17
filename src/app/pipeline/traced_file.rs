//! A result to trace in, from the file that it was written into.
//!
//! In: a file. Out: the report of a JSON result, which says all that a run on the folder says; or the list of all values of a workbook or
//! a data file, with the findings, and what makes the file doubtful. Not for: what is said of it.

use std::path::Path;

use crate::app::pipeline::{data_side, side};
use crate::base::error::Error;
use crate::base::finding::Finding;
use crate::base::outside::Shown;
use crate::input::read::ReadLimits;
use crate::output::written_findings;
use crate::result::report::Report;
use crate::result::report::record::ListedFinding;
use crate::result::report::row::DataRow;

/// What a file was.
#[derive(Debug)]
pub enum TracedFile {
    /// A whole report, and what is doubtful about its file.
    Report(Box<Report>, Vec<Finding>),
    /// A list of all values.
    Listed(ListedFile),
}

/// A list of all values with its findings.
#[derive(Debug)]
pub struct ListedFile {
    /// The file that it was read from.
    pub name: String,
    /// Its rows.
    pub rows: Vec<DataRow<'static>>,
    /// Its findings. `None`: the workbook has no sheet of them that can be read.
    pub findings: Option<Vec<ListedFinding>>,
    /// Whether that is a data file: its findings name all criteria that they leave open, and `audit` takes it.
    pub is_data_file: bool,
    /// What is doubtful about the file.
    pub doubts: Vec<Finding>,
}

/// Reads a file.
///
/// # Errors
/// Whatever keeps it from being read; [`Error::NotAResult`] for a file that is no result of ours.
pub fn read(path: &Path, limits: &ReadLimits, program: &Path) -> Result<TracedFile, Error> {
    if let Some(format) = data_side::format(path) {
        let listed = data_side::of_file(path, format, limits, program)?;
        let doubts = side::of_list(path, &listed)?.doubts;
        return Ok(TracedFile::Listed(ListedFile {
            name: Shown::file_name(path).into(),
            rows: listed.rows,
            findings: Some(listed.findings),
            is_data_file: true,
            doubts,
        }));
    }
    let bytes = side::bytes(path, limits)?;
    if side::is_json(&bytes) {
        let (report, side) = side::in_json(path, &bytes)?;
        return Ok(TracedFile::Report(Box::new(report), side.doubts));
    }
    let workbook = side::workbook(path, &bytes, limits, program)?;
    let listed = data_side::of_workbook(path, &workbook, limits, program)?;
    let listed = listed.ok_or_else(|| Error::NotAResult(path.to_path_buf()))?;
    let doubts = side::of_own(path, &workbook, &listed)?.doubts;
    let findings = match &listed.beside {
        Some(_) => Some(listed.findings),
        None => written_findings::findings(&workbook.grids, &listed.rows),
    };
    Ok(TracedFile::Listed(ListedFile {
        name: Shown::file_name(listed.beside.as_deref().unwrap_or(path)).into(),
        rows: listed.rows,
        findings,
        is_data_file: listed.beside.is_some(),
        doubts,
    }))
}
