//! The list of all values of a result, from the data file beside its workbook or from such a file alone.
//!
//! In: a file, and what a workbook says of it. Out: its rows, and what is doubtful about it. Not for: whether the rows can be those of
//! one result, and not for comparing.

use std::path::{Path, PathBuf};

use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::opening;
use crate::base::outside::Shown;
use crate::base::rules::edits as rules;
use crate::input::intake;
use crate::input::read::{ReadFault, ReadLimits, Reader, Workbook};
use crate::output::data_file::{self, DataFormat, HAS_PARQUET, Sealed};
use crate::output::format_of;
use crate::output::glimpse::Glimpse;
use crate::result::report::kind::Kind;
use crate::result::report::list;
use crate::result::report::record::{CampaignColumns, ListedFinding, NoRecords, Records};
use crate::result::report::row::DataRow;

/// A list of all values.
#[derive(Debug, Default)]
pub struct Listed {
    /// Its rows.
    pub rows: Vec<DataRow<'static>>,
    /// The findings, where a data file has them; a workbook has them on a sheet of their own.
    pub findings: Vec<ListedFinding>,
    /// What is doubtful about where they come from.
    pub doubts: Vec<Finding>,
    /// What a data file says of the campaign beside its rows; a workbook says it on its other sheets.
    pub campaign: CampaignColumns,
    /// The data file beside the workbook, where the rows come from one.
    pub beside: Option<PathBuf>,
}

/// The format of a data file of ours; `None` for any other file, and for one that cannot be looked at.
pub fn format(path: &Path) -> Option<DataFormat> {
    format_seen(&Glimpse::open(path).ok()?)
}

/// The same of a file that was looked at.
pub fn format_seen(found: &Glimpse) -> Option<DataFormat> {
    let known = format_of(found)?.extension();
    let mut all = DataFormat::ALL.into_iter();
    all.find(|format| format.format().extension() == known)
}

/// The rows of a data file of ours.
///
/// # Errors
/// [`Error::TableUnreadable`], [`Error::TableRefused`].
pub fn of_file(
    path: &Path,
    format: DataFormat,
    limits: &ReadLimits,
    program: &Path,
) -> Result<Listed, Error> {
    let (mut listed, sealed) = read(path, format, limits, program)?;
    let is_whole = sealed.is_some_and(|sealed| sealed.is_whole);
    let doubt = (!is_whole).then(|| doubt(path, CHANGED));
    listed.doubts.extend(doubt);
    Ok(listed)
}

/// The rows of the sheets `Dữ liệu` of a workbook, from the file beside it where they lie there. `None`: it has no such sheet.
///
/// # Errors
/// [`Error::TableRefused`] where the file beside it is missing or cannot be read.
pub fn of_workbook(
    path: &Path,
    workbook: &Workbook,
    limits: &ReadLimits,
    program: &Path,
) -> Result<Option<Listed>, Error> {
    let Some(rows) = list::rows_of(&workbook.grids) else {
        return Ok(None);
    };
    let Some(stated) = rows.iter().find(|row| row.kind == Kind::DataFile) else {
        let campaign = CampaignColumns {
            percent_decimals: percent_decimals(&rows),
            ..CampaignColumns::default()
        };
        return Ok(Some(Listed {
            rows,
            campaign,
            ..Listed::default()
        }));
    };
    // A name and nothing else: what a workbook says leads to no other folder.
    let name = Path::new(&*stated.file).file_name().unwrap_or_default();
    let beside = path.with_file_name(name);
    let Some(format) = format(&beside) else {
        let is_there = disk::entry(&beside).is_ok();
        return Err(missing(&beside, if is_there { FOREIGN } else { MISSING }));
    };
    let (mut listed, sealed) = read(&beside, format, limits, program)?;
    let why = match sealed {
        Some(sealed) if !sealed.is_whole => Some(CHANGED),
        Some(sealed) if sealed.sum == stated.text => None,
        Some(_) => Some(OTHER_RUN),
        None => Some(CHANGED),
    };
    listed.doubts.extend(why.map(|why| doubt(&beside, why)));
    listed.beside = Some(beside);
    Ok(Some(listed))
}

/// To how many decimals percentages are rounded, where rows say so: those of an earlier program do not.
fn percent_decimals(rows: &[DataRow]) -> Option<u32> {
    let row = rows.iter().find(|row| row.kind == Kind::PercentDecimals)?;
    u32::try_from(row.value?.to_i64()?).ok()
}

/// What is told of a data file, in Vietnamese and in English.
type Why = (&'static str, &'static str);

const MISSING: Why = (
    "không có ở cạnh sổ kết quả",
    "is not there beside the workbook",
);
const FOREIGN: Why = (
    "không đọc được: tệp mang tên này không phải do tonghop ghi",
    "cannot be read: tonghop did not write the file of that name",
);
const CHANGED: Why = (
    "đã bị sửa sau khi ghi; số liệu vẫn được dùng",
    "was changed after it was written; its numbers are used",
);
const OTHER_RUN: Why = (
    "là của một lần chạy khác với sổ kết quả; số liệu của tệp này được dùng",
    "is of another run than the workbook; the numbers of the file are used",
);
const NO_PARQUET: Why = (
    "là Parquet, bản chương trình này không đọc được: hãy dùng bản có Parquet, hoặc tổng hợp lại với --data csv",
    "is Parquet, which this build of the program does not read: use a build that does, or consolidate with --data csv",
);
const NO_COLUMNS: Why = (
    "hỏng: không còn dòng tên cột",
    "is damaged: the line with the names of its columns is gone",
);

fn doubt(path: &Path, (vi, en): Why) -> Finding {
    told(path, (vi.to_string(), en.to_string()))
}

fn told(path: &Path, (vi, en): (String, String)) -> Finding {
    let place = Place {
        file: Some(Shown::file_name(path).into()),
        ..Place::default()
    };
    Finding::new(&rules::DATA_FILE, place).found(Fact::Said(vi, en))
}

fn missing(path: &Path, (vi, en): Why) -> Error {
    unreadable(path, (vi.to_string(), en.to_string()))
}

fn unreadable(path: &Path, why: (String, String)) -> Error {
    Error::TableRefused {
        path: path.to_path_buf(),
        finding: Box::new(told(path, why)),
    }
}

/// What is wrong with records, and where. Lines are counted as a spreadsheet program counts rows: the names of the columns are the first.
fn flaw(wrong: &NoRecords) -> (String, String) {
    match wrong {
        NoRecords::Column(name) => (
            format!("thiếu cột “{name}”, hoặc có cột ấy hai lần"),
            format!("lacks the column \"{name}\", or has it twice"),
        ),
        NoRecords::Version(version) => (
            format!(
                "có lược đồ “{version}”, bản chương trình này không biết: hãy dùng bản đã ghi tệp"
            ),
            format!(
                "has the schema \"{version}\", which this program does not know: use the version that wrote it"
            ),
        ),
        NoRecords::Number(record, name) => {
            let line = record + 1;
            (
                format!("dòng {line}, cột “{name}”: không phải là số mà tonghop ghi"),
                format!("line {line}, column \"{name}\": no number that tonghop writes"),
            )
        }
    }
}

/// The list of a data file, and the checksum that it states.
fn read(
    path: &Path,
    format: DataFormat,
    limits: &ReadLimits,
    program: &Path,
) -> Result<(Listed, Option<Sealed>), Error> {
    if format == DataFormat::Parquet && !HAS_PARQUET {
        return Err(missing(path, NO_PARQUET));
    }
    let mut file = opening::open(path).map_err(|source| Error::TableUnreadable {
        path: path.to_path_buf(),
        source,
    })?;
    let mut records: Option<Records> = None;
    let mut wrong: Option<NoRecords> = None;
    let reader = Reader::new(limits.clone(), program.to_path_buf());
    let read = reader.read_records(&mut file, &mut |fields| {
        let taken = match &mut records {
            Some(records) => records.take(&fields),
            None => Records::new(&fields).map(|fresh| records = Some(fresh)),
        };
        wrong = taken.err();
        wrong.is_none()
    });
    read.map_err(|fault| refused(path, &fault))?;
    if let Some(wrong) = wrong {
        return Err(unreadable(path, flaw(&wrong)));
    }
    let records = records.ok_or_else(|| missing(path, NO_COLUMNS))?;
    let sealed = match format {
        DataFormat::Csv => data_file::of_csv(&mut file),
        DataFormat::Parquet => data_file::of_parquet(&mut file),
    };
    let listed = Listed {
        rows: records.rows,
        findings: records.findings,
        campaign: records.campaign,
        ..Listed::default()
    };
    Ok((listed, sealed))
}

/// That a file cannot be read. A damaged one came from nobody who could send it again.
fn refused(path: &Path, fault: &ReadFault) -> Error {
    if let ReadFault::Damaged(words) = fault {
        let vi = format!("hỏng, hoặc có dòng thừa hay thiếu số cột: “{words}”");
        return unreadable(path, (vi, format!("is damaged: {words}")));
    }
    let name = Shown::file_name(path);
    Error::TableRefused {
        path: path.to_path_buf(),
        finding: Box::new(intake::read_finding(fault, &name)),
    }
}
