//! The list of all values in a file beside the workbook, for engines and for what outgrows a sheet.
//!
//! In: a report. Out: its records as CSV or Parquet, written as they are made, and a checksum of them by which a later look tells whether
//! the file is what was written. Not for: which columns there are (`result::report::record`), nor for reading (`input::read`).
//!
//! Parquet is written by programs that are built with the feature `parquet`; all know such a file when they see one.

mod csv_file;
#[cfg(feature = "parquet")]
mod parquet_file;
mod sum;

use std::fmt::Debug;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::base::lang::{Lang, Phrase, phrase};
use crate::output::file_in_place::FileInPlace;
use crate::output::files::OtherNameBecause;
use crate::output::glimpse::Glimpse;
use crate::output::outstanding;
use crate::output::run;
use crate::output::{Content, OutputBytes, OutputFormat, WriteError};
use crate::result::report::kind::Kind;
use crate::result::report::record::{self, Record};
use crate::result::report::row::{DataRow, status};
use crate::result::report::{Report, data};

pub(in crate::output) use crate::output::data_file::sum::is_data;
pub use crate::output::data_file::sum::{Sealed, of_csv, of_parquet};

/// What stands behind the workbook's name in that of its data file.
pub const ENDING: &str = "-du-lieu";

/// Whether this program writes and reads Parquet.
pub const HAS_PARQUET: bool = cfg!(feature = "parquet");

/// In what a list lies beside the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFormat {
    /// Comma-separated text.
    Csv,
    /// Apache Parquet.
    Parquet,
}

/// The format for a list that outgrows its sheet: the smaller one, where the program has it.
pub const OF_LONG_LISTS: DataFormat = if HAS_PARQUET {
    DataFormat::Parquet
} else {
    DataFormat::Csv
};

/// A list that was written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenList {
    /// How many records it has.
    pub records: u64,
    /// Its checksum.
    pub sum: String,
    /// The checksum of the run, which its workbook states as well.
    pub run: String,
}

/// What a workbook says of the data file beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub list: WrittenList,
}

/// A data file that is written while its workbook is.
pub trait ListFile: Debug + Sync {
    /// Its name.
    fn name(&self) -> &str;

    /// How many records it gets.
    fn records(&self) -> u64;

    /// Writes it beside its place. `run` is the checksum of the run.
    ///
    /// # Errors
    /// As [`DataFormat::write`].
    fn write(&self, run: &str) -> Result<DataFile, WriteError>;
}

/// Where the values of a result are listed.
#[derive(Clone, Copy, Debug)]
pub enum ValueList<'f> {
    /// On the sheet `Dữ liệu`, in so many rows: counting them takes as long as making them.
    Sheet(usize),
    /// In a file beside the workbook.
    File(&'f dyn ListFile),
}

impl ValueList<'_> {
    /// On the sheet, its rows counted.
    pub fn counted(report: &Report) -> Self {
        ValueList::Sheet(data::count(report))
    }
}

impl DataFile {
    /// The row that stands in the sheet `Dữ liệu` in place of all others.
    pub fn row(&self) -> DataRow<'_> {
        DataRow {
            kind: Kind::DataFile,
            value: Some(self.list.records.into()),
            text: (&*self.list.sum).into(),
            status: status::FINAL.into(),
            file: (&*self.name).into(),
            ..DataRow::default()
        }
    }
}

/// Hands over the records of a report. Gives how many there were.
fn records(report: &Report, take: &mut dyn FnMut(&Record<'_>)) -> u64 {
    // In one language, whatever that of the run.
    let banner = outstanding::banner(report, Lang::Vi).unwrap_or_default();
    record::each(report, &banner, take)
}

/// What the file of a result is called where a run says what it wrote: by its name.
pub fn called(path: &Path) -> Phrase {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default();
    let mut all = DataFormat::ALL.into_iter();
    if stem.ends_with(ENDING) && all.any(|one| extension == one.format().extension()) {
        phrase("Danh sách giá trị", "List of values")
    } else {
        phrase("Kết quả", "Result")
    }
}

impl DataFormat {
    /// All.
    pub const ALL: [DataFormat; 2] = [DataFormat::Csv, DataFormat::Parquet];

    /// Its files.
    pub fn format(self) -> &'static dyn OutputFormat {
        match self {
            DataFormat::Csv => &CsvData,
            DataFormat::Parquet => &ParquetData,
        }
    }

    /// The option that asks for it, without its dashes.
    pub fn option(self) -> &'static str {
        match self {
            DataFormat::Csv => "data csv",
            DataFormat::Parquet => "data parquet",
        }
    }

    /// The place of the data file of a workbook.
    pub fn beside(self, workbook: &Path) -> PathBuf {
        let mut name = workbook.file_stem().unwrap_or_default().to_os_string();
        name.push(format!("{ENDING}.{}", self.format().extension()));
        workbook.with_file_name(name)
    }

    /// Writes the records of a report, one after the other. `run` is the checksum of the run ([`run::of`]).
    ///
    /// # Errors
    /// What the writer says; [`std::io::ErrorKind::Unsupported`] for Parquet without the feature.
    pub fn write(
        self,
        report: &Report,
        run: &str,
        out: &mut (dyn Write + Send),
    ) -> Result<WrittenList, WriteError> {
        let list = |(records, sum)| WrittenList {
            records,
            sum,
            run: run.to_string(),
        };
        match self {
            DataFormat::Csv => {
                let list = list(csv_file::write(report, out)?);
                csv_file::seal(report, &list, out)?;
                Ok(list)
            }
            #[cfg(feature = "parquet")]
            DataFormat::Parquet => Ok(list(parquet_file::write(report, run, out)?)),
            #[cfg(not(feature = "parquet"))]
            DataFormat::Parquet => {
                Err(std::io::Error::from(std::io::ErrorKind::Unsupported).into())
            }
        }
    }
}

/// The files of [`DataFormat::Csv`].
#[derive(Clone, Copy, Debug)]
struct CsvData;

/// The files of [`DataFormat::Parquet`].
#[derive(Clone, Copy, Debug)]
struct ParquetData;

fn bytes(format: DataFormat, content: Content<'_>) -> Result<OutputBytes, WriteError> {
    let Content::Report(report, ..) = content else {
        let extension = format.format().extension();
        return Err(WriteError::OfReportsAlone(extension));
    };
    let mut bytes = Vec::new();
    format.write(report, &run::of(report)?, &mut bytes)?;
    let is_sealed = true;
    Ok(OutputBytes { bytes, is_sealed })
}

fn kept(sealed: Option<&Sealed>) -> Option<OtherNameBecause> {
    let is_whole = sealed.is_some_and(|sealed| sealed.is_whole);
    (!is_whole).then_some(OtherNameBecause::Changed)
}

impl OutputFormat for CsvData {
    fn extension(&self) -> &'static str {
        "csv"
    }

    fn is_of_reports_alone(&self) -> bool {
        true
    }

    fn write(&self, content: Content<'_>, _: Lang, _: &Path) -> Result<OutputBytes, WriteError> {
        bytes(DataFormat::Csv, content)
    }

    fn is_ours(&self, file: &Glimpse) -> bool {
        sum::begins_as_csv(&file.start)
    }

    fn run(&self, file: &Glimpse) -> Option<String> {
        sum::run_of_csv(&file.end)
    }

    fn kept(&self, found: &mut FileInPlace<'_>, _: &Path) -> Option<OtherNameBecause> {
        kept(of_csv(found.content()).as_ref())
    }
}

impl OutputFormat for ParquetData {
    fn extension(&self) -> &'static str {
        "parquet"
    }

    fn is_of_reports_alone(&self) -> bool {
        true
    }

    fn write(&self, content: Content<'_>, _: Lang, _: &Path) -> Result<OutputBytes, WriteError> {
        bytes(DataFormat::Parquet, content)
    }

    fn is_ours(&self, file: &Glimpse) -> bool {
        sum::begins_as_parquet(&file.start) && sum::stated(&file.end, sum::SCHEMA).is_some()
    }

    fn run(&self, file: &Glimpse) -> Option<String> {
        sum::stated(&file.end, run::RUN)
    }

    fn kept(&self, found: &mut FileInPlace<'_>, _: &Path) -> Option<OtherNameBecause> {
        kept(of_parquet(found.content()).as_ref())
    }
}
