//! Output: a result in the forms in which people and programs take it.
//!
//! In: a report, an audit or a comparison, and nothing else. Out: the bytes of each [`OutputFormat`], and a file that is there whole or
//! not at all. Not for: judging anything; what is not in there is not written.
//!
//! A format is a file that implements [`OutputFormat`], and a line in `FURTHER`: the command line then has its option, and what looks for
//! our own files knows it.

pub mod annex;
pub(crate) mod caveats;
pub mod comparison;
mod comparison_heads;
mod comparison_reasons;
pub mod data_file;
pub mod docx_template;
mod edit_words;
pub mod file_in_place;
mod file_names;
pub mod files;
pub mod form_set;
pub mod glimpse;
pub mod html;
mod in_use;
pub mod json;
pub mod letters;
pub(crate) mod outlook;
mod output_error;
pub mod outstanding;
mod palette;
mod points_shown;
mod quote;
mod reserved;
pub mod rollup_words;
pub mod run;
mod sentence;
mod staging;
#[cfg_attr(target_family = "wasm", path = "no_temporary.rs")]
pub mod temporary;
mod words;
pub mod written_findings;
pub mod xlsx;

use std::fmt::Debug;
use std::path::Path;

use crate::base::lang::Lang;
use crate::output::data_file::{DataFormat, ValueList};
use crate::output::file_in_place::FileInPlace;
use crate::output::files::OtherNameBecause;
use crate::output::glimpse::Glimpse;
pub(crate) use crate::output::words::decided_file;
use crate::result::audit::Audit;
use crate::result::diff::Diff;
use crate::result::report::Report;
use crate::result::rollup::Rollup;

/// The format that is written whenever a result is.
const MAIN: &dyn OutputFormat = &xlsx::Xlsx;

/// Every further format, which is written beside it where it is asked for.
const FURTHER: &[&dyn OutputFormat] = &[&json::Json, &html::Html];

/// The format that is written whenever a result is.
pub fn main_format() -> &'static dyn OutputFormat {
    MAIN
}

/// The formats that are written beside it where they are asked for.
pub fn further_formats() -> impl Iterator<Item = &'static dyn OutputFormat> {
    FURTHER.iter().copied()
}

/// Every format.
pub fn formats() -> impl Iterator<Item = &'static dyn OutputFormat> {
    [MAIN].into_iter().chain(further_formats())
}

/// What a run has to write down.
#[derive(Clone, Copy, Debug)]
pub enum Content<'r> {
    /// A consolidated result, its comparison with last year where there is one, and where its values are listed.
    Report(&'r Report, Option<&'r Diff>, ValueList<'r>),
    /// The audit of a published table.
    Audit(&'r Audit),
    /// A comparison of two years.
    Diff(&'r Diff),
    /// Results of several offices and years put together.
    Rollup(&'r Rollup),
}

/// The bytes of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputBytes {
    /// They.
    pub bytes: Vec<u8>,
    /// Whether changes in them can be told later. Where not, a person has to be told.
    pub is_sealed: bool,
}

/// A form in which results are written.
pub trait OutputFormat: Debug + Sync {
    /// How the names of its files end, without the full stop, in ASCII. It is also the option that asks for it.
    fn extension(&self) -> &'static str;

    /// Whether it is made of consolidated results alone: then audits and comparisons are not offered in it.
    fn is_of_reports_alone(&self) -> bool {
        false
    }

    /// The bytes of a result, the same for the same result. `program` is the program's own file.
    ///
    /// # Errors
    /// See [`WriteError`].
    fn write(
        &self,
        content: Content<'_>,
        lang: Lang,
        program: &Path,
    ) -> Result<OutputBytes, WriteError>;

    /// Whether a file is of this format and was made by this program.
    fn is_ours(&self, file: &Glimpse) -> bool;

    /// Of a file that is ours, the checksum that [`run::of`] gives for the result in it. `None` where it does not tell.
    fn run(&self, file: &Glimpse) -> Option<String>;

    /// Of a file that is ours, why it may not be replaced. `None` if nobody has changed it.
    fn kept(&self, found: &mut FileInPlace<'_>, program: &Path) -> Option<OtherNameBecause>;
}

/// The format of a file, where this program made it.
pub fn format_of(file: &Glimpse) -> Option<&'static dyn OutputFormat> {
    let of_data = DataFormat::ALL.into_iter().map(DataFormat::format);
    let mut all = formats().chain(of_data);
    all.find(|format| format.is_ours(file))
}

/// Whether bytes that came in are a result of ours as a text, a letter or an annex; what a workbook is shows when it is read.
pub fn is_own_text(bytes: &[u8]) -> bool {
    let text = Glimpse::text(bytes);
    formats().any(|format| format.is_ours(&text))
        || data_file::is_data(bytes)
        || letters::is_ours(bytes)
        || annex::is_ours(bytes)
}

/// Why a report could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The workbook does not fit into Excel's limits.
    #[error("the workbook cannot be built")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// What is to be written is no consolidated result.
    #[error("there is no .{0} of anything but a consolidated result")]
    OfReportsAlone(&'static str),
    /// The report does not fit into JSON.
    #[error("the report cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// The records could not be written.
    #[error("the records cannot be written")]
    Records(#[from] std::io::Error),
    /// The seal could not be put into the workbook.
    #[error("the seal cannot be put into the workbook")]
    Seal(#[from] zip::result::ZipError),
    /// The workbook that was built cannot be read back.
    #[error("the workbook cannot be read back: {0}")]
    Unreadable(String),
}
