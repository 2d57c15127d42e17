//! The result as JSON, for programs and for next year's comparison.
//!
//! In: a report or an audit. Out: its fields in their order, indented. Not for: files, which [`super::output`] writes.

use serde::Serialize;

use crate::write::WriteError;

/// A report or an audit as indented JSON with a line feed at the end. The same input gives the same bytes.
///
/// # Errors
/// [`WriteError::Json`] if a value has no JSON form.
pub fn json(result: &impl Serialize) -> Result<Vec<u8>, WriteError> {
    let mut bytes = serde_json::to_vec_pretty(result)?;
    bytes.push(b'\n');
    Ok(bytes)
}
