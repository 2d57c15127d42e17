//! Reads .xlsx and .xlsm packages in this process, cell by cell, behind the guard.
//!
//! In: an inflated [`Package`]. Out: a [`Workbook`]. Not for: other formats, which are read in a child process.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader as _, Xlsx, XlsxError};

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::guard;
use crate::input::read::budget::Budget;
use crate::input::read::fault::{ReadFault, SheetFault, SheetProblem};
use crate::input::read::file_kind::FileKind;
use crate::input::read::fonts::Fonts;
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::Package;
use crate::input::read::sheet::WorksheetStream;
use crate::input::read::sheet_facts::SheetTag;
use crate::input::read::styles::Formats;
use crate::input::read::worksheets::{self, SheetPart};
use crate::input::read::{
    Properties, Workbook, conditional, find, marks, mend, pieces, runs, second_look, sheet_facts,
};

type XlsxBytes<'a> = Cursor<&'a [u8]>;

/// Reads a package.
///
/// # Errors
/// [`ReadFault::Damaged`] if a part that everything depends on is damaged, [`ReadFault::Password`], [`ReadFault::TooLarge`].
pub(super) fn read(mut package: Package, limits: &ReadLimits) -> Result<Workbook, ReadFault> {
    let main = worksheets::main_part(&package)?;
    for needed in ["sharedStrings.xml", "styles.xml"] {
        worksheets::refuse_damage(&package, &format!("{}{needed}", main.folder))?;
    }
    for part in package.listed() {
        package.shorten(part, pieces::drop_runs);
        pieces::bounded(package.content(part))?;
    }
    let mut sheets = worksheets::sheets(&mut package, &main)?;
    let strings = package.find(&format!("{}sharedStrings.xml", main.folder));
    let mut has_white = false;
    for part in sheets.found.iter().map(|sheet| sheet.part).chain(strings) {
        package.shorten(part, runs::mark);
        has_white |= marks::has_white(package.content(part));
    }
    mend::shared_strings(&mut package, &main);
    let styles = package.find(&format!("{}styles.xml", main.folder));
    let formats = formats(&package, styles, has_white);
    mend::formats_bounded(&package, &main, limits)?;
    for sheet in &mut sheets.found {
        sheet.facts = sheet_facts::facts(&package, sheet.part);
        sheet.is_suspicious = second_look::is_suspicious(package.content(sheet.part));
        mend::dimension(&mut package, sheet.part);
    }
    package.finish();

    let mut xlsx = guarded(|| Xlsx::new(Cursor::new(package.zip())))?.map_err(refused)?;
    let mut budget = Budget::new(limits);
    let mut workbook = Workbook {
        kind: FileKind::Xlsx,
        grids: Vec::with_capacity(sheets.found.len()),
        faults: std::mem::take(&mut sheets.faults),
        skipped: sheets.skipped,
        damaged_parts: package.damaged_parts(),
        properties: Properties::default(),
    };
    for sheet in sheets.found {
        read_sheet(
            &mut xlsx,
            &package,
            sheet,
            &formats,
            &mut budget,
            &mut workbook,
        )?;
    }
    workbook.properties = guarded(|| xlsx.workbook_properties())?
        .map(Properties::from)
        .unwrap_or_default();
    Ok(workbook)
}

/// The formats of the part of styles. `has_white`: there are pieces of texts in white.
fn formats(package: &Package, styles: Option<usize>, has_white: bool) -> Formats {
    let Some(styles) = styles else {
        return Formats::default();
    };
    let fonts = Fonts::of(package.content(styles));
    let given = conditional::given(package.content(styles));
    let mut formats = Formats::of(package.content(styles), &fonts, has_white);
    formats.given = given;
    formats
}

/// Runs a call into calamine so that a panic in it costs the file and not the run. What ends for lack of time goes on to end.
///
/// # Errors
/// [`ReadFault::Damaged`] with the panic's message.
pub(super) fn guarded<T>(call: impl FnOnce() -> T) -> Result<T, ReadFault> {
    catch_unwind(AssertUnwindSafe(call)).map_err(|panic| {
        let panic = guard::pass_on(panic);
        let message = guard::message(panic.as_ref());
        ReadFault::Damaged(format!("the parser gave up: {message}"))
    })
}

fn refused(error: XlsxError) -> ReadFault {
    match error {
        XlsxError::Password => ReadFault::Password,
        other => ReadFault::Damaged(other.to_string()),
    }
}

/// Reads one worksheet into the workbook: its grid, as far as it could be read, and its faults.
fn read_sheet(
    xlsx: &mut Xlsx<XlsxBytes<'_>>,
    package: &Package,
    sheet: SheetPart,
    formats: &Formats,
    budget: &mut Budget,
    workbook: &mut Workbook,
) -> Result<(), ReadFault> {
    let bytes = package.content(sheet.part);
    // A filled cell takes at least some 60 bytes of XML.
    let mut cells: Vec<Cell> = Vec::with_capacity(bytes.len().min(1 << 16) / 64);
    let read = guarded(|| -> Result<Vec<SheetProblem>, ReadFault> {
        match xlsx.worksheet_cells_reader(&sheet.name) {
            Ok(reader) => {
                WorksheetStream::new(reader, bytes, sheet.is_suspicious, budget).read(&mut cells)
            }
            Err(XlsxError::NotAWorksheet(_)) => Ok(Vec::new()),
            Err(error) => Ok(vec![SheetProblem::Damaged(error.to_string())]),
        }
    });
    let mut problems = match read {
        Ok(read) => read?,
        Err(panic) => vec![SheetProblem::CutShort {
            after: cells.last().map(|cell| cell.address),
            detail: panic.to_string(),
        }],
    };
    formats.apply(bytes, &mut cells, budget)?;
    pictures(bytes, &mut cells);
    let (merges, cut) = mend::merges(bytes, budget.limits());
    problems.extend(cut);
    let faults = problems.into_iter().map(|problem| SheetFault {
        sheet: sheet.name.clone(),
        problem,
    });
    workbook.faults.extend(faults);
    let grid = Grid::new(sheet.name, sheet.visibility, cells, merges);
    let mut grid = grid.with_facts(sheet.facts);
    conditional::ranges(bytes, &formats.given).apply(&mut grid);
    workbook.grids.push(grid);
    Ok(())
}

/// Notes pictures that were placed in cells: what stands for them is an error, with the number of a piece of metadata.
fn pictures(sheet: &[u8], cells: &mut [Cell]) {
    for at in find::METADATA.find_iter(sheet) {
        let address = SheetTag::around(sheet, at + 1)
            .filter(|tag| tag.name == b"c" && tag.value("t") == Some("e"))
            .and_then(|tag| tag.value("r"))
            .and_then(|address| address.parse::<CellAddress>().ok());
        let place = address.and_then(|address| {
            cells
                .binary_search_by_key(&address, |cell| cell.address)
                .ok()
        });
        if let Some(cell) = place.and_then(|place| cells.get_mut(place))
            && matches!(cell.value, CellValue::Error(_))
        {
            cell.look_mut().is_picture = true;
        }
    }
}
