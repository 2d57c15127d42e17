//! Where the list of all values goes, and the results together with it.
//!
//! In: what was asked for, what the campaign allows, the report. Out: the sheet, or a file beside the workbook, and what is said of it.
//! Not for: what stands in the file.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::app::cli::Context;
use crate::app::cli::formats::Target;
use crate::app::cli::results::{self, Results};
use crate::base::error::Error;
use crate::base::lang::{Lang, say};
use crate::output::data_file::{DataFile, DataFormat, HAS_PARQUET, OF_LONG_LISTS};
use crate::output::files::{self, Judge};
use crate::output::xlsx::MOST_FINDINGS;
use crate::output::{Content, OutputFormat, WriteError};
use crate::result::diff::Diff;
use crate::result::report::{Report, data};

/// Where the list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DataPlace {
    /// On the sheet `Dữ liệu`, on further ones where it is too long for one.
    Sheet,
    /// In a file of comma-separated text.
    Csv,
    /// In a file of Parquet.
    Parquet,
}

/// Why the list is in a file that nobody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyListed {
    /// It has so many rows, more than so many.
    Rows(usize, u32),
    /// There are so many findings, more than their sheet holds.
    Findings(usize),
    /// This program has no Parquet, which was asked for.
    NoParquet,
}

/// In what file the list goes, where in any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListFile {
    format: DataFormat,
    because: Option<WhyListed>,
}

/// Where the list of a report goes: `asked` is what was typed, `most` how many rows its sheet may have.
pub(super) fn place(asked: Option<DataPlace>, most: u32, report: &Report) -> Option<ListFile> {
    let file = |format, because| Some(ListFile { format, because });
    match asked {
        Some(DataPlace::Sheet) => None,
        Some(DataPlace::Csv) => file(DataFormat::Csv, None),
        Some(DataPlace::Parquet) if HAS_PARQUET => file(DataFormat::Parquet, None),
        Some(DataPlace::Parquet) => file(DataFormat::Csv, Some(WhyListed::NoParquet)),
        None => {
            let (rows, findings) = (data::count(report), report.findings.len());
            let because = if rows > most as usize {
                WhyListed::Rows(rows, most)
            } else if findings > MOST_FINDINGS {
                WhyListed::Findings(findings)
            } else {
                return None;
            };
            file(OF_LONG_LISTS, Some(because))
        }
    }
}

/// Writes the results, and the list in a file where it goes into one. All of them lie beside their places before the first takes its
/// own, the list first: its name depends on the workbook's, and the workbook says it.
///
/// # Errors
/// As [`results::write`].
pub(super) fn write(
    targets: &[Target],
    (report, comparison): (&Report, Option<&Diff>),
    file: Option<ListFile>,
    context: &Context<'_>,
) -> Result<Results, Error> {
    let Some(file) = file else {
        let whole = Content::Report(report, comparison, None);
        return results::write(targets, true, whole, context);
    };
    let Some(main) = targets.first() else {
        return Ok(Results::default());
    };
    let program = &context.program;
    let judge: Judge<'_> = &|format: &dyn OutputFormat, found: &[u8]| format.kept(found, program);
    let place = file.format.beside(&files::free(&main.path, judge)?);
    let free = files::free(&place, judge)?;
    let (staged, (records, sum)) = files::aside_by(&free, |out| {
        file.format.write(report, out).map_err(|error| match error {
            WriteError::Records(source) => Error::Output {
                path: free.clone(),
                source,
            },
            error => results::build(&error),
        })
    })?;
    let name = free.file_name().unwrap_or_default().to_string_lossy();
    let list = DataFile {
        name: name.into_owned(),
        records,
        sum,
    };
    let whole = Content::Report(report, comparison, Some(&list));
    results::write_after(targets, true, whole, context, || {
        let put = staged.put(&place, judge)?;
        if put.path == free {
            return Ok(Some(put));
        }
        // Somebody was quicker, and the workbook would name another file.
        Err(Error::Output {
            path: PathBuf::from(&free),
            source: io::ErrorKind::AlreadyExists.into(),
        })
    })
}

/// Says where results were written, and why the list is where nobody asked for it to be.
///
/// # Errors
/// What the writer says.
pub(super) fn say(
    results: &Results,
    file: Option<ListFile>,
    context: &mut Context<'_>,
) -> io::Result<()> {
    results::say(results, context)?;
    match file.and_then(|file| line(file, context.lang)) {
        Some(line) => writeln!(context.out, "{line}"),
        None => Ok(()),
    }
}

/// Why the list is where nobody asked for it to be; nothing where somebody did.
fn line(file: ListFile, lang: Lang) -> Option<String> {
    let number = |count: usize| lang.number(count.into());
    Some(match file.because? {
        WhyListed::Rows(rows, most) => {
            let (rows, most) = (number(rows), number(most as usize));
            say!(
                lang,
                "Danh sách giá trị có {rows} dòng, nhiều hơn mức {most} của trang “Dữ liệu” (data_rows): danh sách nằm trong tệp dữ liệu, trang chỉ ghi tên tệp đó; hai tệp luôn đi cùng nhau",
                "The list of values has {rows} rows, more than the {most} of the sheet Dữ liệu (data_rows): it is in the data file, whose name the sheet says; keep the two together"
            )
        }
        WhyListed::Findings(findings) => {
            let (findings, most) = (number(findings), number(MOST_FINDINGS));
            say!(
                lang,
                "Có {findings} cảnh báo, trang “Cảnh báo” ghi được {most}, nặng nhất trước: tất cả nằm trong tệp dữ liệu",
                "There are {findings} findings, and their sheet holds {most}, the worst first: all are in the data file"
            )
        }
        WhyListed::NoParquet => say!(
            lang,
            "Bản chương trình này không ghi được Parquet: danh sách giá trị được ghi bằng CSV",
            "This build of the program writes no Parquet: the list of values is CSV"
        ),
    })
}
