//! Output: the report in the forms in which people and programs take it.
//!
//! In: a [`crate::result::report::Report`] or a [`crate::result::audit::Audit`], and nothing else. Out: the bytes of a workbook or of JSON, and a file that is there
//! whole or not at all. Not for: judging anything; what is not in there is not written.

pub mod comparison;
mod comparison_heads;
mod edit_words;
pub mod files;
pub mod json;
mod names;
pub mod run;
pub mod temporary;
mod words;
pub mod xlsx;

/// Why a report could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The workbook does not fit into Excel's limits.
    #[error("the workbook cannot be built")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The report does not fit into JSON.
    #[error("the report cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// The seal could not be put into the workbook.
    #[error("the seal cannot be put into the workbook")]
    Seal(#[from] zip::result::ZipError),
    /// The workbook that was built cannot be read back.
    #[error("the workbook cannot be read back: {0}")]
    Unreadable(String),
}
