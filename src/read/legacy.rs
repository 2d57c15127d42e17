//! Reads .xls, .xlsb and .ods files. Only for the child process: these formats are parsed whole when they are opened, and a
//! hostile file can make the parser take all memory, or never come back.
//!
//! In: the bytes of a file; of zip packages, those of the stored zip. Out: a [`Workbook`]. Not for: the main process.

use std::io::Cursor;

use calamine::{
    Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, WorkbookProperties, Xls,
    XlsError, Xlsb, XlsbError,
};

use crate::cell::{CellAddress, CellRange, Grid, Visibility};
use crate::read::budget::Budget;
use crate::read::cells::Cells;
use crate::read::fault::{ReadFault, SheetFault, SheetProblem};
use crate::read::limits::ReadLimits;
use crate::read::sniff::FileKind;
use crate::read::value::{borrowed, in_grid};
use crate::read::{Properties, Workbook};

type Source<'a> = Cursor<&'a [u8]>;

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
    let mut reading = Reading {
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
        FileKind::Xls => reading.xls(Xls::new(source).map_err(xls_refused)?)?,
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

struct Reading {
    budget: Budget,
    workbook: Workbook,
}

impl Reading {
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

    fn xls(&mut self, mut xls: Xls<Source<'_>>) -> Result<(), ReadFault> {
        for sheet in self.sheets(xls.sheets_metadata().to_vec()) {
            let merges = xls
                .merge_cells_by_sheet_name(&sheet.name)
                .unwrap_or_default();
            self.ranges(&mut xls, sheet, &merges)?;
        }
        self.properties(xls.workbook_properties());
        Ok(())
    }

    fn ods(&mut self, mut ods: Ods<Source<'_>>) -> Result<(), ReadFault> {
        for sheet in self.sheets(ods.sheets_metadata().to_vec()) {
            self.ranges(&mut ods, sheet, &[])?;
        }
        self.properties(ods.workbook_properties());
        Ok(())
    }

    /// Reads a sheet that calamine holds as ranges.
    fn ranges<'a, R: Reader<Source<'a>>>(
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
            cells.formula(at, formula, &mut self.budget)?;
        }
        for (at, value) in positions(&values) {
            cells.value(at, borrowed(value), &mut self.budget)?;
        }
        self.grid(sheet, cells, merges);
        Ok(())
    }

    fn xlsb(&mut self, mut xlsb: Xlsb<Source<'_>>) -> Result<(), ReadFault> {
        for sheet in self.sheets(xlsb.sheets_metadata().to_vec()) {
            let mut cells = Cells::default();
            if let Err(detail) = self.xlsb_cells(&mut xlsb, &sheet.name, &mut cells)? {
                let after = cells.last_value;
                self.fault(&sheet.name, SheetProblem::CutShort { after, detail });
            }
            self.grid(sheet, cells, &[]);
        }
        self.properties(xlsb.workbook_properties());
        Ok(())
    }

    /// Streams a sheet twice, for its formulas and for its values. The inner error is about the sheet.
    fn xlsb_cells(
        &mut self,
        xlsb: &mut Xlsb<Source<'_>>,
        name: &str,
        cells: &mut Cells,
    ) -> Result<Result<(), String>, ReadFault> {
        // A formula that cannot be read is no loss of a value, so what comes of them is taken.
        if let Ok(mut formulas) = xlsb.worksheet_cells_reader(name) {
            while let Ok(Some(formula)) = formulas.next_formula() {
                if !formula.get_value().is_empty() {
                    cells.formula(
                        formula.get_position(),
                        formula.get_value(),
                        &mut self.budget,
                    )?;
                }
            }
        }
        let mut values = match xlsb.worksheet_cells_reader(name) {
            Ok(values) => values,
            Err(error) => return Ok(Err(error.to_string())),
        };
        loop {
            match values.next_cell() {
                Ok(None) => return Ok(Ok(())),
                Ok(Some(cell)) => {
                    cells.value(
                        cell.get_position(),
                        cell.get_value().clone(),
                        &mut self.budget,
                    )?;
                }
                Err(error) => return Ok(Err(error.to_string())),
            }
        }
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
