//! The consolidated workbook, and the workbook of an audit.
//!
//! In: a report or an audit. Out: the bytes of an .xlsx file, the same for the same input. Not for: files, which [`super::files`]
//! writes.

mod attainment;
mod audit;
mod audit_findings;
pub mod campaign;
mod changes;
mod charts;
mod data;
mod decided;
pub mod decisions;
mod detail;
mod diff;
mod doubt_rows;
mod edited;
mod findings;
mod grade_counts;
mod intake;
mod leaders;
mod level;
mod level_foot;
mod links;
mod list_part;
mod live;
mod margins;
mod names;
mod numbers;
mod open;
mod overview;
mod own;
mod page;
mod paper;
mod plan;
mod rollup;
mod score_note;
mod seal;
mod shared_texts;
mod sheet_limits;
mod sheets;
mod sizes;
mod statistics;
mod styles;
mod tabs;
pub mod template;
mod text;
mod together;
mod validation;

use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::base::lang::Lang;
use crate::base::seal::{AUDIT, DIFF, REPORT, ROLLUP};
use crate::output::data_file::ValueList;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::OtherNameBecause;
use crate::output::glimpse::Glimpse;
use crate::output::run::{self, RUN};
use crate::output::xlsx::data::DataSheet;
pub use crate::output::xlsx::own::limits as own_limits;
use crate::output::xlsx::plan::Book;
pub use crate::output::xlsx::sheet_limits::SheetLimits;
use crate::output::{Content, OutputBytes, OutputFormat, WriteError};
use crate::result::diff::Diff;
use crate::result::report::Report;

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Xlsx;

impl OutputFormat for Xlsx {
    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn write(
        &self,
        content: Content<'_>,
        lang: Lang,
        program: &Path,
    ) -> Result<OutputBytes, WriteError> {
        match content {
            Content::Report(report, comparison, list) => {
                let whole = (list, SheetLimits::default());
                let draft = composed((report, comparison), whole, lang)?;
                own::sealed(draft, (report, list), lang, program)
            }
            Content::Audit(audit) => {
                own::sealed_alone(&audit::workbook(audit, lang)?, lang, program)
            }
            Content::Diff(diff) => own::sealed_alone(&diff::workbook(diff, lang)?, lang, program),
            Content::Rollup(rollup) => {
                own::sealed_alone(&rollup::workbook(rollup, lang)?, lang, program)
            }
        }
    }

    /// By its stamp, also where an office program has saved it as another package or as one text.
    fn is_ours(&self, file: &Glimpse) -> bool {
        let mut stamps = [REPORT, AUDIT, DIFF, ROLLUP].into_iter();
        stamps.any(|stamp| file.has_property(stamp))
            || (file.start.starts_with(b"<") && file.begins_with(REPORT))
    }

    fn run(&self, file: &Glimpse) -> Option<String> {
        let text = String::from_utf8_lossy(&file.properties);
        let (_, rest) = text.split_once(&format!("name=\"{RUN}\""))?;
        let (_, rest) = rest.split_once("lpwstr>")?;
        run::digits(rest)
    }

    fn kept(&self, found: &mut FileInPlace<'_>, program: &Path) -> Option<OtherNameBecause> {
        match found.bytes() {
            Ok(bytes) => own::in_the_way(&bytes, program),
            Err(_) => Some(OtherNameBecause::Changed),
        }
    }
}

/// The custom document property that names the campaign: scheme, version and year.
pub const CAMPAIGN: &str = "tonghop-campaign";

/// The workbook of a report.
///
/// # Errors
/// [`WriteError::Workbook`] if the report does not fit into Excel's limits.
pub fn workbook(report: &Report, lang: Lang) -> Result<Vec<u8>, WriteError> {
    compared(report, None, lang)
}

/// The workbook of a report, with the sheet `So sánh` where there is a comparison with last year.
///
/// # Errors
/// As [`workbook`].
pub fn compared(
    report: &Report,
    comparison: Option<&Diff>,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    within(report, comparison, SheetLimits::default(), lang)
}

/// The same, with no more on its sheets than these hold.
///
/// # Errors
/// As [`workbook`].
pub fn within(
    report: &Report,
    comparison: Option<&Diff>,
    limits: SheetLimits,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let list = ValueList::counted(report);
    let draft = composed((report, comparison), (list, limits), lang)?;
    let bytes = own::saved(draft.workbook)?;
    let lists = data::parts(&bytes, (report, None, lang), &draft.lists)?;
    let parts: Vec<&[u8]> = lists.archives.iter().map(Vec::as_slice).collect();
    Ok(seal::unsealed(&bytes, &parts)?)
}

/// A workbook of a report before it is saved.
struct ReportDraft {
    /// It, without the rows of `Dữ liệu`.
    workbook: Workbook,
    /// The sheets that they are for.
    lists: Vec<DataSheet>,
    /// The checksum of the run.
    run: String,
}

/// The workbook of a report, with the sheet `So sánh` where there is a comparison with last year.
fn composed(
    (report, comparison): (&Report, Option<&Diff>),
    whole: (ValueList<'_>, SheetLimits),
    lang: Lang,
) -> Result<ReportDraft, WriteError> {
    let book = Book::new(report, whole, lang);
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    // The checksum of the run takes as long as a sheet.
    let (named, run) = rayon::join(
        || sheets::write(&mut workbook, &book, comparison),
        || run::of(report),
    );
    let (named, run) = (named?, run?);
    workbook.set_properties(&properties(report, &run)?);
    let lists = data::write(&mut workbook, &book)?;
    names::define(&mut workbook, &book)?;
    for (name, area) in &named {
        workbook.define_name(*name, area)?;
    }
    Ok(ReportDraft {
        workbook,
        lists,
        run,
    })
}

fn properties(report: &Report, run: &str) -> Result<DocProperties, WriteError> {
    let (scheme, version) = &report.campaign.scheme;
    let campaign = format!("{scheme} {version} {}", report.campaign.year);
    Ok(DocProperties::new()
        .set_title(text::clip(&report.campaign.name, 255))
        .set_author(&report.program)
        .set_creation_datetime(&created(report)?)
        .set_custom_property(REPORT, report.format.cast_signed())
        .set_custom_property(CAMPAIGN, campaign)
        .set_custom_property(RUN, run))
}

/// The report's own date, never the clock's: two runs give the same bytes.
fn created(report: &Report) -> Result<ExcelDateTime, XlsxError> {
    let own = report
        .as_of
        .as_ref()
        .map(|time| ExcelDateTime::parse_from_str(time.as_str()));
    match own {
        Some(Ok(date)) => Ok(date),
        _ => ExcelDateTime::from_ymd(2000, 1, 1),
    }
}
