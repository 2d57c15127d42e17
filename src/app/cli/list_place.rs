//! Where the list of all values goes, and the results together with it.
//!
//! In: what was asked for, what the campaign allows, the report. Out: the sheet, or a file beside the workbook, and what is said of it.
//! Not for: what stands in the file.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use clap::ValueEnum;

use crate::app::cli::Context;
use crate::app::cli::formats::Target;
use crate::app::cli::results::{self, Results};
use crate::base::error::Error;
use crate::base::lang::{Lang, say};
use crate::output::data_file::{
    DataFile, DataFormat, HAS_PARQUET, ListFile, OF_LONG_LISTS, ValueList,
};
use crate::output::files::{self, Judge, StagedFile};
use crate::output::xlsx::SheetLimits;
use crate::output::{Content, OutputBytes, WriteError};
use crate::result::diff::Diff;
use crate::result::report::{Report, data, listed, record};

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
    Findings(usize, usize),
    /// This program has no Parquet, which was asked for.
    NoParquet,
}

/// Where the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListedIn {
    /// On its sheet, in so many rows.
    Sheet(usize),
    /// In a file of this format: what would be so many rows on the sheet.
    File(DataFormat, usize, Option<WhyListed>),
}

/// Where the list of a report goes: `asked` is what was typed, `most` how many rows its sheet may have, beside what sheets hold.
pub(super) fn place(
    asked: Option<DataPlace>,
    (most, limits): (u32, SheetLimits),
    report: &Report,
) -> ListedIn {
    let rows = data::count(report);
    let file = |format, because| ListedIn::File(format, rows, because);
    match asked {
        Some(DataPlace::Sheet) => ListedIn::Sheet(rows),
        Some(DataPlace::Csv) => file(DataFormat::Csv, None),
        Some(DataPlace::Parquet) if HAS_PARQUET => file(DataFormat::Parquet, None),
        Some(DataPlace::Parquet) => file(DataFormat::Csv, Some(WhyListed::NoParquet)),
        None => {
            // Each finding has a row of its own, and several of them may share one more.
            let findings = match report.findings.len() {
                few if few * 2 <= limits.findings => few,
                _ => listed(report).len(),
            };
            let because = if rows > most as usize {
                WhyListed::Rows(rows, most)
            } else if findings > limits.findings {
                WhyListed::Findings(findings, limits.findings)
            } else {
                return ListedIn::Sheet(rows);
            };
            file(OF_LONG_LISTS, Some(because))
        }
    }
}

/// The list of a report that goes into a file, beside its place until the workbook has its own.
#[derive(Debug)]
struct ListBeside<'r> {
    report: &'r Report,
    format: DataFormat,
    /// The first name that it may have, and the one that was free.
    place: PathBuf,
    free: PathBuf,
    name: String,
    records: u64,
    /// It, once it is written; or why it is not.
    staged: Mutex<Option<Result<StagedFile<'static>, Error>>>,
}

/// A list that lies beside its place in a file of its own.
struct StagedList {
    staged: StagedFile<'static>,
    /// The first name that it may have, and the one that was free.
    place: PathBuf,
    free: PathBuf,
}

/// The results of a run before they take their places.
pub(super) struct MadeResults {
    bytes: Vec<OutputBytes>,
    list: Option<StagedList>,
}

/// Makes the results, and the list where it goes into a file: the workbook says its name, which depends on the workbook's own.
///
/// # Errors
/// As [`results::made`], and [`Error::Output`] of the list.
pub(super) fn made(
    targets: &[Target],
    (report, comparison): (&Report, Option<&Diff>),
    listed_in: ListedIn,
    (lang, program): (Lang, &Path),
) -> Result<MadeResults, Error> {
    let list = match (listed_in, targets.first()) {
        (ListedIn::File(format, rows, _), Some(main)) => {
            Some(ListBeside::new((report, rows), format, main, program)?)
        }
        _ => None,
    };
    let values = match (&list, listed_in) {
        (Some(list), _) => ValueList::File(list),
        (None, ListedIn::Sheet(rows) | ListedIn::File(_, rows, _)) => ValueList::Sheet(rows),
    };
    let whole = Content::Report(report, comparison, values);
    let bytes = results::made(targets, whole, (lang, program));
    // What kept the list from being written says more than that its workbook was not.
    let list = list.map(ListBeside::staged).transpose()?;
    Ok(MadeResults {
        bytes: bytes?,
        list: list.flatten(),
    })
}

impl<'r> ListBeside<'r> {
    /// The list of a report, beside its main workbook.
    fn new(
        (report, rows): (&'r Report, usize),
        format: DataFormat,
        main: &Target,
        program: &Path,
    ) -> Result<Self, Error> {
        let judge: Judge<'_> = &|format, found| format.kept(found, program);
        let place = format.beside(&files::free(&main.path, judge)?);
        let free = files::free(&place, judge)?;
        let name = free.file_name().unwrap_or_default().to_string_lossy();
        Ok(ListBeside {
            report,
            format,
            name: name.into_owned(),
            place,
            free,
            records: record::count(report, rows),
            staged: Mutex::new(None),
        })
    }

    /// The file, where it was written.
    fn staged(self) -> Result<Option<StagedList>, Error> {
        let staged = self.staged.into_inner();
        let staged = staged.unwrap_or_else(PoisonError::into_inner).transpose()?;
        Ok(staged.map(|staged| StagedList {
            staged,
            place: self.place,
            free: self.free,
        }))
    }
}

impl ListFile for ListBeside<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn records(&self) -> u64 {
        self.records
    }

    fn write(&self, run: &str) -> Result<DataFile, WriteError> {
        let written = files::aside_by(&self.free, |out| {
            let written = self.format.write(self.report, run, out);
            written.map_err(|error| match error {
                WriteError::Records(source) => Error::Output {
                    path: self.free.clone(),
                    source,
                },
                error => results::build(&error),
            })
        });
        let (staged, list) = written.map_or_else(
            |error| (Err(error), None),
            |(staged, list)| (Ok(staged), Some(list)),
        );
        *self.staged.lock().unwrap_or_else(PoisonError::into_inner) = Some(staged);
        let name = self.name.clone();
        let list = list.ok_or_else(|| io::Error::from(io::ErrorKind::Other))?;
        Ok(DataFile { name, list })
    }
}

impl MadeResults {
    /// Puts the results in their places, the list first where it is in a file. All of them lie beside their places before the first takes
    /// its own.
    ///
    /// # Errors
    /// As [`results::put`].
    pub(super) fn put(self, targets: &[Target], program: &Path) -> Result<Results, Error> {
        let judge: Judge<'_> = &|format, found| format.kept(found, program);
        let list = self.list;
        results::put(targets, true, &self.bytes, program, || {
            let Some(list) = list else {
                return Ok(None);
            };
            let put = list.staged.put(&list.place, judge)?;
            if put.path == list.free {
                return Ok(Some(put));
            }
            // Somebody was quicker, and the workbook would name another file.
            Err(Error::Output {
                path: list.free,
                source: io::ErrorKind::AlreadyExists.into(),
            })
        })
    }
}

/// Says where results were written, and why the list is where nobody asked for it to be.
///
/// # Errors
/// What the writer says.
pub(super) fn say(results: &Results, list: ListedIn, context: &mut Context<'_>) -> io::Result<()> {
    results::say(results, context)?;
    let because = match list {
        ListedIn::File(_, _, because) => because,
        ListedIn::Sheet(_) => None,
    };
    match because.map(|because| line(because, context.lang)) {
        Some(line) => writeln!(context.out, "{line}"),
        None => Ok(()),
    }
}

/// Why the list is where nobody asked for it to be.
fn line(because: WhyListed, lang: Lang) -> String {
    let number = |count: usize| lang.number(count.into());
    match because {
        WhyListed::Rows(rows, most) => {
            let (rows, most) = (number(rows), number(most as usize));
            say!(
                lang,
                "Danh sách giá trị có {rows} dòng, nhiều hơn mức {most} của trang “Dữ liệu” (data_rows): danh sách nằm trong tệp dữ liệu, trang chỉ ghi tên tệp đó; hai tệp luôn đi cùng nhau",
                "The list of values has {rows} rows, more than the {most} of the sheet Dữ liệu (data_rows): it is in the data file, whose name the sheet says; keep the two together"
            )
        }
        WhyListed::Findings(findings, most) => {
            let (findings, most) = (number(findings), number(most));
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
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::app::pipeline::Plan;
    use crate::input::read::ReadLimits;

    #[test]
    fn a_list_leaves_its_sheet_when_it_or_the_findings_are_too_many() {
        let plan = Plan::new(Path::new("samples/kontum-2016")).unwrap();
        let (inbox, limits) = (plan.list().unwrap(), ReadLimits::default());
        let report = plan.report(&inbox, limits, Path::new(""), String::new(), &|| ());
        let (rows, findings) = (data::count(&report), report.findings.len());
        let of = |asked, most: usize, findings| {
            let limits = SheetLimits {
                findings,
                ..SheetLimits::default()
            };
            place(asked, (most as u32, limits), &report)
        };
        let file = |because| ListedIn::File(OF_LONG_LISTS, rows, Some(because));
        assert_eq!(of(None, rows, findings), ListedIn::Sheet(rows));
        let because = WhyListed::Rows(rows, rows as u32 - 1);
        assert_eq!(of(None, rows - 1, findings), file(because));
        let because = WhyListed::Findings(findings, findings - 1);
        assert_eq!(of(None, rows, findings - 1), file(because));
        let sheet = Some(DataPlace::Sheet);
        assert_eq!(of(sheet, 1, 1), ListedIn::Sheet(rows));
        let said = line(because, Lang::Vi);
        let numbers = [findings, findings - 1].map(|count| Lang::Vi.number(count.into()));
        assert!(
            numbers.iter().all(|number| said.contains(number.as_str())),
            "{said}"
        );
    }
}
