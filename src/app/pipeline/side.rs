//! One side of a comparison, from whatever there is of a year.
//!
//! In: a campaign folder, a report as JSON, a workbook that the program wrote, or any file with a result table; told by
//! content, not by ending. Out: a [`Side`]. Not for: comparing.

use std::io;
use std::path::Path;

use crate::app::pipeline::data_side::{self, Listed};
use crate::app::pipeline::known_forms;
use crate::app::pipeline::members;
use crate::app::pipeline::settings::{Basis, Choice, has_campaign, of_result};
use crate::app::pipeline::side_faults::{contradictory, name, sound, with_files};
use crate::app::pipeline::{Definitions, Plan, Watch, definitions, some_form};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::{Finding, Place, TableSide};
use crate::base::opening::{self, Unopened};
use crate::base::outside::{Shown, bytes_without_bom};
use crate::base::points::NotDecimal;
use crate::base::rules::edits as rules;
use crate::base::rules::settings;
use crate::base::seal::OwnWorkbook;
use crate::campaign::settings::Campaign;
use crate::input::intake;
use crate::input::published::{self, Published, TableContext};
use crate::input::read::{Bound, ReadFault, ReadLimits, Reader, Workbook};
use crate::output::json;
use crate::result::audit;
use crate::result::diff::{self, Side};
use crate::result::edits::{self, Edits};
use crate::result::report::data;
use crate::result::report::row::DataRow;
use crate::result::report::{self, FORMAT, Report, list};

/// What a bare table is understood by.
#[derive(Clone, Copy, Debug)]
pub struct BareTableBasis<'a> {
    /// The other side's path: where nothing is named and the table has no campaign of its own beside it, the campaign of that one,
    /// or of the folder whose result it is.
    pub beside: &'a Path,
    /// A scheme that was named.
    pub scheme: Option<&'a str>,
    /// A registry that was named.
    pub registry: Option<&'a str>,
    /// Which side it is.
    pub side: TableSide,
}

impl<'a> BareTableBasis<'a> {
    /// Whatever the other side is understood by.
    pub fn beside(beside: &'a Path) -> Self {
        BareTableBasis {
            beside,
            scheme: None,
            registry: None,
            side: TableSide::LastYear,
        }
    }

    /// Whether something was named.
    pub fn is_named(&self) -> bool {
        self.scheme.is_some() || self.registry.is_some()
    }
}

/// Reads a side. `by` is what a bare table is understood by. `watch` is told how far the reading of a folder is.
///
/// # Errors
/// Whatever keeps it from being read; see [`Error`].
pub fn side(
    path: &Path,
    by: BareTableBasis<'_>,
    choice: &Choice,
    limits: &ReadLimits,
    program: &Path,
    watch: &dyn Watch,
) -> Result<Side, Error> {
    if disk::is_folder(path) {
        let plan = Plan::chosen(path, choice)?;
        let inbox = plan.list()?;
        watch.reading(inbox.received.len());
        let done = || watch.read();
        let report = known_forms::own_report(&plan, &inbox, limits.clone(), program, &done)?;
        some_form(&report, path)?;
        let mut side = with_files(path, of_report(&report));
        side.is_unconfirmed = plan.campaign.provisional;
        return Ok(side);
    }
    if let Some(format) = data_side::format(path) {
        return of_list(path, &data_side::of_file(path, format, limits, program)?);
    }
    let bytes = bytes(path, limits)?;
    if is_json(&bytes) {
        return of_json(path, &bytes);
    }
    let workbook = workbook(path, &bytes, limits, program)?;
    if let Some(listed) = data_side::of_workbook(path, &workbook, limits, program)? {
        return of_own(path, &workbook, &listed);
    }
    let mut side = of_table(path, &workbook, by, choice)?;
    side.doubts.extend(doubts(path, &workbook));
    Ok(side)
}

/// The side of a workbook that this program wrote, with all that makes it doubtful. `listed` is its list of all values.
///
/// # Errors
/// [`Error::TableRefused`], [`Error::ImpossibleNumber`], [`Error::DataIncomplete`], [`Error::Unsound`].
pub fn of_own(path: &Path, workbook: &Workbook, listed: &Listed) -> Result<Side, Error> {
    let of_list = listed.beside.as_deref().unwrap_or(path);
    let side = of_rows((path, of_list), workbook, &listed.rows)?;
    let mut side = with_files(path, side);
    if side.authority.is_empty() {
        side.authority.clone_from(&listed.campaign.authority);
    }
    let doubts = doubts(path, workbook);
    // Edits on sheets are named cell by cell; what follows from them need not be.
    let is_edited = doubts.iter().any(|one| one.rule != &rules::UNSEALED);
    if !is_edited {
        let contradictions = diff::contradictions(&side);
        side.doubts.extend(contradictory(of_list, contradictions));
    }
    side.doubts.extend(doubts);
    side.doubts.extend(listed.doubts.iter().cloned());
    Ok(side)
}

/// The side of a data file alone.
///
/// # Errors
/// [`Error::ImpossibleNumber`], [`Error::DataIncomplete`], [`Error::Unsound`].
pub fn of_list(path: &Path, listed: &Listed) -> Result<Side, Error> {
    let mut side = with_files(path, of_whole_list(path, &listed.rows)?);
    if side.authority.is_empty() {
        // Before it was a row of its own, it stood only beside the rows.
        side.authority.clone_from(&listed.campaign.authority);
    }
    let contradictions = diff::contradictions(&side);
    side.doubts.extend(contradictory(path, contradictions));
    side.doubts.extend(listed.doubts.iter().cloned());
    Ok(side)
}

/// A workbook that this program wrote, as far as its list of all values can be read.
pub fn own_result(path: &Path, limits: &ReadLimits, program: &Path) -> Option<Side> {
    let bytes = bytes(path, limits).ok()?;
    let workbook = workbook(path, &bytes, limits, program).ok()?;
    let listed = data_side::of_workbook(path, &workbook, limits, program).ok()??;
    of_rows((path, path), &workbook, &listed.rows).ok()
}

/// Why a result of ours cannot be believed without a word; nothing for the file of somebody else.
pub fn doubts(path: &Path, workbook: &Workbook) -> Vec<Finding> {
    let own = OwnWorkbook::workbook(&workbook.properties.custom, &workbook.grids);
    let edits = own.map(|_| Edits::of(&workbook.grids));
    edits.map_or_else(Vec::new, |edits| edits::findings(&edits, &name(path)))
}

/// The side of a report.
pub fn of_report(report: &Report) -> Side {
    diff::side_of_report(report)
}

/// Whether bytes begin as JSON does.
pub fn is_json(bytes: &[u8]) -> bool {
    let text = bytes_without_bom(bytes);
    text.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// The side of a report as JSON. `path` is its file, for messages.
///
/// # Errors
/// [`Error::NotAReport`], [`Error::ImpossibleNumber`], [`Error::Unsound`].
pub fn of_json(path: &Path, bytes: &[u8]) -> Result<Side, Error> {
    in_json(path, bytes).map(|(_, side)| side)
}

/// The same with the report itself.
///
/// # Errors
/// As there.
pub fn in_json(path: &Path, bytes: &[u8]) -> Result<(Report, Side), Error> {
    let wrong = |detail: String| Error::NotAReport {
        path: path.to_path_buf(),
        detail,
    };
    let text = bytes_without_bom(bytes);
    let value = members::read(text).map_err(|error| wrong(error.to_string()))?;
    let format = value.get("format").and_then(serde_json::Value::as_u64);
    if let Some(found) = format.filter(|found| *found != u64::from(FORMAT)) {
        return Err(wrong(format!("format {found}, not {FORMAT}")));
    }
    let report: Report = serde_json::from_value(value).map_err(|error| {
        // Read once more for the place of what is wrong.
        let error = serde_json::from_slice::<Report>(text)
            .err()
            .unwrap_or(error);
        let (line, column) = (error.line(), error.column());
        if error.to_string().starts_with(&NotDecimal.to_string()) {
            let path = path.to_path_buf();
            let place = format!("{line}:{column}");
            return Error::ImpossibleNumber { path, place };
        }
        wrong(error.to_string())
    })?;
    if let Some((place, flaw)) = report::flaw(&report) {
        let path = path.to_path_buf();
        return Err(Error::Unsound { path, place, flaw });
    }
    let rows = data::rows(&report);
    sound(path, &rows)?;
    let mut side = with_files(path, diff::side_of_report(&report));
    if json::is_whole(bytes) != Some(true) {
        let place = Place {
            file: Some(name(path)),
            ..Place::default()
        };
        side.doubts.push(Finding::new(&rules::UNSEALED, place));
    }
    let mut contradictions = diff::contradictions(&side);
    contradictions.extend(report::contradictions(&report));
    side.doubts.extend(contradictory(path, contradictions));
    Ok((report, side))
}

/// A row that is gone, or a part of the file that cannot be read, would make another result without a word. `of_list`: where the rows are.
fn of_rows(
    (path, of_list): (&Path, &Path),
    workbook: &Workbook,
    rows: &[DataRow],
) -> Result<Side, Error> {
    whole(path, workbook)?;
    if let Some(place) = list::impossible_number(&workbook.grids) {
        let path = path.to_path_buf();
        return Err(Error::ImpossibleNumber { path, place });
    }
    of_whole_list(of_list, rows)
}

/// The side of rows of which none may be missing.
fn of_whole_list(path: &Path, rows: &[DataRow]) -> Result<Side, Error> {
    match data::row_count(rows) {
        Some(expected) if expected == rows.len() => {
            sound(path, rows)?;
            Ok(diff::side_of_rows(rows))
        }
        expected => Err(Error::DataIncomplete {
            path: path.to_path_buf(),
            found: rows.len(),
            expected,
        }),
    }
}

fn of_table(
    path: &Path,
    workbook: &Workbook,
    by: BareTableBasis<'_>,
    choice: &Choice,
) -> Result<Side, Error> {
    whole(path, workbook)?;
    let own = of_result(path);
    let has_own = has_campaign(&own);
    let folder = if has_own {
        own
    } else if disk::is_folder(by.beside) {
        by.beside.to_path_buf()
    } else {
        of_result(by.beside)
    };
    let named = (by.scheme, by.registry);
    let mut read = Understood::new(workbook, definitions(&folder, path, named, choice)?);
    let is_of_other = !has_own && matches!(read.by.basis, Basis::Campaign(_));
    if is_of_other && !by.is_named() {
        // The other side's year may know fewer of its units than what comes with the program.
        let Campaign {
            scheme, registry, ..
        } = Campaign::built_in();
        let named = (Some(scheme.as_str()), Some(registry.as_str()));
        let mut built_in = definitions(&folder, path, named, choice)?;
        built_in.is_asked = false;
        let built_in = Understood::new(workbook, built_in);
        if built_in.units_known() > read.units_known() {
            read = built_in;
        }
    }
    if read.published.tables.is_empty() {
        return Err(Error::NoTable(path.to_path_buf()));
    }
    Ok(read.side(&Shown::file_name(path), by.side))
}

/// What a file publishes, as some definitions have it.
struct Understood {
    by: Definitions,
    published: Published,
}

impl Understood {
    fn new(workbook: &Workbook, by: Definitions) -> Self {
        let published = published::recognise(&workbook.grids, known(&by));
        Understood { by, published }
    }

    /// Rows whose unit is in the registry.
    fn units_known(&self) -> usize {
        let rows = self.published.tables.iter().flat_map(|table| &table.rows);
        rows.filter(|row| row.unit.is_some()).count()
    }

    fn side(&self, name: &str, read_as: TableSide) -> Side {
        let known = known(&self.by);
        let mut side = diff::side_of_table(&self.published, known, name);
        side.doubts
            .extend(audit::in_doubt(&self.published, known, name));
        side.doubts.extend(passed_over(&self.by.basis));
        for doubt in &mut side.doubts {
            doubt.table = Some(read_as);
        }
        side
    }
}

fn known(by: &Definitions) -> TableContext<'_> {
    TableContext {
        scheme: &by.scheme,
        registry: &by.registry,
        vocabulary: &by.vocabulary,
        asked: by.is_asked,
    }
}

/// That a campaign file was passed over; nothing where none was.
pub fn passed_over(basis: &Basis) -> Option<Finding> {
    let Basis::PassedOver(path, _) = basis else {
        return None;
    };
    let place = Place {
        file: Some(name(path)),
        ..Place::default()
    };
    Some(Finding::new(&settings::OTHER_CAMPAIGN, place))
}

fn whole(path: &Path, workbook: &Workbook) -> Result<(), Error> {
    let Some(fault) = workbook.faults.first() else {
        return Ok(());
    };
    let name = Shown::file_name(path);
    Err(Error::TableRefused {
        path: path.to_path_buf(),
        finding: Box::new(intake::sheet_finding(fault, &name)),
    })
}

/// The bytes of a file, if they are not too many.
///
/// # Errors
/// [`Error::TableUnreadable`], and [`Error::TableRefused`] for a file larger than the limit.
pub fn bytes(path: &Path, limits: &ReadLimits) -> Result<Vec<u8>, Error> {
    let unreadable = |source: io::Error| Error::TableUnreadable {
        path: path.to_path_buf(),
        source,
    };
    let limit = limits.file_bytes;
    opening::read(path, limit).map_err(|fault| match fault {
        Unopened::System(source) => unreadable(source),
        Unopened::TooLarge { found } => {
            let what = Bound::FileBytes;
            refused(path, &ReadFault::TooLarge { what, found, limit })
        }
    })
}

/// The grids of a file, whatever its kind.
///
/// # Errors
/// [`Error::TableRefused`] for a file that is damaged, locked or none of the kinds.
pub fn workbook(
    path: &Path,
    bytes: &[u8],
    limits: &ReadLimits,
    program: &Path,
) -> Result<Workbook, Error> {
    let reader = Reader::new(limits.clone(), program.to_path_buf());
    reader
        .read_any(bytes)
        .map_err(|fault| refused(path, &fault))
}

fn refused(path: &Path, fault: &ReadFault) -> Error {
    let name = Shown::file_name(path);
    Error::TableRefused {
        path: path.to_path_buf(),
        finding: Box::new(intake::read_finding(fault, &name)),
    }
}
