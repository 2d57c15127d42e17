//! The report as JSON, for programs and for next year's comparison.
//!
//! In: a report. Out: its fields in their order, indented. Not for: files, which [`super::output`] writes.

use crate::report::Report;
use crate::write::WriteError;

/// The report as indented JSON with a line feed at the end. The same report gives the same bytes.
///
/// # Errors
/// [`WriteError::Json`] if a value has no JSON form.
pub fn json(report: &Report) -> Result<Vec<u8>, WriteError> {
    let mut bytes = serde_json::to_vec_pretty(report)?;
    bytes.push(b'\n');
    Ok(bytes)
}
