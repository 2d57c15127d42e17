//! The decision workbook: what is open as rows in which those who appraise write what they decide, and rows for any other score.
//!
//! In: a report and those of its questions that are to be asked. Out: the bytes of an .xlsx file, the same for the same input. Its words
//! are Vietnamese whatever the language of the run: `campaign::decisions` has its headings and choices for the reader as well. Not for:
//! which questions are new and what the file is called, and not for what is decided.
//!
//! A drop-down and the limits of points hang on the question of the row, not on the row: Excel sorts cells and leaves their rules where
//! they were.

mod answer_lists;
mod claim_words;
mod free;
mod guide;
mod list_names;
mod looks;
mod questions;

use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::base::lang::Lang;
use crate::campaign::decisions::STAMP;
use crate::output::xlsx::decisions::answer_lists::AnswerLists;
use crate::output::xlsx::{own, styles, text};
use crate::output::{OutputBytes, WriteError};
use crate::result::report::{Question, Report};

/// The language of the workbook.
const LANG: Lang = Lang::Vi;

/// The decision workbook of these questions, sealed. `program` is the program's own file.
///
/// # Errors
/// [`WriteError::Workbook`] if it does not fit into Excel's limits; [`WriteError::Unreadable`] or [`WriteError::Seal`] if it is not what a
/// writer of ours gives.
pub fn workbook(
    report: &Report,
    questions: &[Question],
    program: &Path,
) -> Result<OutputBytes, WriteError> {
    let lists = AnswerLists::new(report, questions);
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    // The same questions give the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = format!("{} – quyết định", report.campaign.name);
    workbook.set_properties(
        &DocProperties::new()
            .set_title(text::clip(&title, 255))
            .set_creation_datetime(&made)
            .set_custom_property(STAMP, 1),
    );
    questions::write(workbook.add_worksheet(), report, questions)?;
    free::write(workbook.add_worksheet(), report)?;
    guide::write(workbook.add_worksheet(), report)?;
    lists.write(workbook.add_worksheet())?;
    lists.name(&mut workbook)?;
    own::sealed_alone(&own::saved(workbook)?, LANG, program)
}
