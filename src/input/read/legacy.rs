//! Reads .xls, .xlsb and .ods files. Only for the child process: these formats are parsed whole when they are opened, and a
//! hostile file can make the parser take all memory, or never come back.
//!
//! In: the bytes of a file; of zip packages, those of the stored zip. Out: a [`Workbook`]. Not for: the main process.

use std::io::Cursor;

use calamine::{
    Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, WorkbookProperties, Xls,
    XlsError, Xlsb, XlsbError,
};

use crate::base::cell::{CellAddress, CellRange, Grid, Visibility};
use crate::input::read::budget::Budget;
use crate::input::read::cells::Cells;
use crate::input::read::fault::{ReadFault, SheetFault, SheetProblem};
use crate::input::read::file_kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::value::{borrowed, in_grid};
use crate::input::read::xlsx::guarded;
use crate::input::read::{Properties, Workbook, xls};

type LegacyBytes<'a> = Cursor<&'a [u8]>;

/// Formulas of an .xlsb sheet that may fail before the others are given up: at the end of a cut sheet all fail, for ever.
const PASSED_OVER: u32 = 1_000;

/// Reads a file of a kind that was told from its bytes.
///
/// # Errors
/// [`ReadFault::Password`], [`ReadFault::TooLarge`], and [`ReadFault::Damaged`] for everything that calamine refuses.
pub(super) fn read(
    kind: FileKind,
    bytes: &[u8],
    limits: &ReadLimits,
) -> Result<Workbook, ReadFault> {
    let source = Cursor::new(bytes);
    let mut reading = LegacyReading {
        budget: Budget::new(limits),
        workbook: Workbook {
            kind,
            grids: Vec::new(),
            faults: Vec::new(),
            skipped: Vec::new(),
            damaged_parts: Vec::new(),
            properties: Properties::default(),
        },
    };
    match kind {
        FileKind::Xls => {
            reading.xls(Xls::new(source).map_err(xls_refused)?)?;
            guarded(|| xls::complete(bytes, &mut reading.workbook))?;
        }
        FileKind::Ods => reading.ods(Ods::new(source).map_err(ods_refused)?)?,
        FileKind::Xlsb => reading.xlsb(Xlsb::new(source).map_err(xlsb_refused)?)?,
        other => return Err(ReadFault::NotAWorkbook(other)),
    }
    Ok(reading.workbook)
}

fn xls_refused(error: XlsError) -> ReadFault {
    match error {
        XlsError::Password => ReadFault::Password,
        other => ReadFault::Damaged(other.to_string()),
    }
}

fn ods_refused(error: OdsError) -> ReadFault {
    match error {
        OdsError::Password => ReadFault::Password,
        other => ReadFault::Damaged(other.to_string()),
    }
}

fn xlsb_refused(error: XlsbError) -> ReadFault {
    match error {
        XlsbError::Password => ReadFault::Password,
        other => ReadFault::Damaged(other.to_string()),
    }
}

struct LegacyReading {
    budget: Budget,
    workbook: Workbook,
}

impl LegacyReading {
    fn properties<E>(&mut self, found: Result<WorkbookProperties, E>) {
        self.workbook.properties = found.map(Properties::from).unwrap_or_default();
    }

    /// The sheets that hold cells; the others are noted as skipped.
    fn sheets(&mut self, sheets: Vec<Sheet>) -> Vec<Sheet> {
        let (worksheets, others): (Vec<_>, Vec<_>) = sheets
            .into_iter()
            .partition(|sheet| sheet.typ == SheetType::WorkSheet);
        self.workbook.skipped = others.into_iter().map(|sheet| sheet.name).collect();
        worksheets
    }

    fn xls(&mut self, mut xls: Xls<LegacyBytes<'_>>) -> Result<(), ReadFault> {
        for sheet in self.sheets(xls.sheets_metadata().to_vec()) {
            let merges = xls
                .merge_cells_by_sheet_name(&sheet.name)
                .unwrap_or_default();
            self.ranges(&mut xls, sheet, &merges)?;
        }
        self.properties(xls.workbook_properties());
        Ok(())
    }

    fn ods(&mut self, mut ods: Ods<LegacyBytes<'_>>) -> Result<(), ReadFault> {
        for sheet in self.sheets(ods.sheets_metadata().to_vec()) {
            self.ranges(&mut ods, sheet, &[])?;
        }
        self.properties(ods.workbook_properties());
        Ok(())
    }

    /// Reads a sheet that calamine holds as ranges.
    fn ranges<'a, R: Reader<LegacyBytes<'a>>>(
        &mut self,
        reader: &mut R,
        sheet: Sheet,
        merges: &[calamine::Dimensions],
    ) -> Result<(), ReadFault>
    where
        R::Error: std::fmt::Display,
    {
        let values = match reader.worksheet_range(&sheet.name) {
            Ok(values) => values,
            Err(error) => {
                self.fault(&sheet.name, SheetProblem::Damaged(error.to_string()));
                return Ok(());
            }
        };
        let formulas = reader.worksheet_formula(&sheet.name).unwrap_or_default();
        let mut cells = Cells::default();
        for (at, formula) in positions(&formulas).filter(|(_, formula)| !formula.is_empty()) {
            let formula = readable(self.workbook.kind, formula);
            cells.formula(at, formula, &mut self.budget)?;
        }
        for (at, value) in positions(&values) {
            cells.value(at, borrowed(value), &mut self.budget)?;
        }
        self.grid(sheet, cells, merges);
        Ok(())
    }

    fn xlsb(&mut self, mut xlsb: Xlsb<LegacyBytes<'_>>) -> Result<(), ReadFault> {
        for sheet in self.sheets(xlsb.sheets_metadata().to_vec()) {
            let mut cells = Cells::default();
            // A panic about a formula is to cost the formulas and not the values.
            guarded(|| self.xlsb_formulas(&mut xlsb, &sheet.name, &mut cells)).unwrap_or(Ok(()))?;
            if let Some(problem) = self.xlsb_values(&mut xlsb, &sheet.name, &mut cells)? {
                self.fault(&sheet.name, problem);
            }
            self.grid(sheet, cells, &[]);
        }
        self.properties(xlsb.workbook_properties());
        Ok(())
    }

    /// Streams the formulas of a sheet. One that cannot be read is no loss of a value, so it is passed over.
    fn xlsb_formulas(
        &mut self,
        xlsb: &mut Xlsb<LegacyBytes<'_>>,
        name: &str,
        cells: &mut Cells,
    ) -> Result<(), ReadFault> {
        let Ok(mut formulas) = xlsb.worksheet_cells_reader(name) else {
            return Ok(());
        };
        let mut passed_over = 0;
        while passed_over < PASSED_OVER {
            match formulas.next_formula() {
                Ok(None) => break,
                Ok(Some(formula)) if formula.get_value().is_empty() => {}
                Ok(Some(formula)) => {
                    let at = formula.get_position();
                    let formula = readable(FileKind::Xlsb, formula.get_value());
                    cells.formula(at, formula, &mut self.budget)?;
                }
                Err(_) => passed_over += 1,
            }
        }
        Ok(())
    }

    /// Streams the values of a sheet; the answer is what could not be read.
    fn xlsb_values(
        &mut self,
        xlsb: &mut Xlsb<LegacyBytes<'_>>,
        name: &str,
        cells: &mut Cells,
    ) -> Result<Option<SheetProblem>, ReadFault> {
        let mut values = match xlsb.worksheet_cells_reader(name) {
            Ok(values) => values,
            Err(error) => return Ok(Some(SheetProblem::Damaged(error.to_string()))),
        };
        let (mut count, mut first) = (0, String::new());
        loop {
            match values.next_cell() {
                Ok(None) => break,
                Ok(Some(cell)) => {
                    let at = cell.get_position();
                    cells.value(at, cell.get_value().clone(), &mut self.budget)?;
                }
                // The record was read whole, so that the next one follows.
                Err(error @ XlsbError::CellError(_)) => {
                    if count == 0 {
                        first = error.to_string();
                    }
                    count += 1;
                }
                Err(error) => {
                    let (after, detail) = (cells.last_value, error.to_string());
                    return Ok(Some(SheetProblem::CutShort { after, detail }));
                }
            }
        }
        let detail = first;
        Ok((count > 0).then_some(SheetProblem::UnreadableCells { count, detail }))
    }

    fn grid(&mut self, sheet: Sheet, cells: Cells, merges: &[calamine::Dimensions]) {
        if cells.outside > 0 {
            let (count, first) = (cells.outside, cells.first_outside.clone());
            self.fault(&sheet.name, SheetProblem::OutsideGrid { count, first });
        }
        let limit = self.budget.limits().merges;
        if merges.len() as u64 > limit {
            self.fault(&sheet.name, SheetProblem::TooManyMerges { limit });
        }
        let merges = merges
            .iter()
            .take(limit as usize)
            .filter_map(range)
            .collect();
        let visibility = match sheet.visible {
            SheetVisible::Visible => Visibility::Visible,
            SheetVisible::Hidden => Visibility::Hidden,
            SheetVisible::VeryHidden => Visibility::VeryHidden,
        };
        let grid = Grid::new(sheet.name, visibility, cells.into_cells(), merges);
        self.workbook.grids.push(grid);
    }

    fn fault(&mut self, sheet: &str, problem: SheetProblem) {
        self.workbook.faults.push(SheetFault {
            sheet: sheet.to_string(),
            problem,
        });
    }
}

/// A formula, or nothing where its text is not to be trusted: calamine 0.38 takes references to other sheets in .xls and
/// .xlsb apart wrongly (`colu << 2` in xls.rs, relative columns in both), so that they name other cells.
fn readable(kind: FileKind, formula: &str) -> &str {
    let is_binary = matches!(kind, FileKind::Xls | FileKind::Xlsb);
    if is_binary && formula.contains('!') {
        ""
    } else {
        formula
    }
}

/// The used cells of a range at their absolute positions: `used_cells` counts from the range's start.
fn positions<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (row, column) = range.start().unwrap_or_default();
    range.used_cells().map(move |(r, c, value)| {
        (
            (
                row.saturating_add(r as u32),
                column.saturating_add(c as u32),
            ),
            value,
        )
    })
}

/// A merged range, if it is one inside the grid.
fn range(merge: &calamine::Dimensions) -> Option<CellRange> {
    let (first, last) = (merge.start, merge.end);
    let ordered = first.0 <= last.0 && first.1 <= last.1;
    (ordered && in_grid(last.0, last.1)).then(|| CellRange {
        first: CellAddress::new(first.0, first.1),
        last: CellAddress::new(last.0, last.1),
    })
}
