//! The cells of one .xlsx worksheet, streamed.
//!
//! In: calamine's cell reader, and the bytes it reads from. Out: cells with absolute addresses, and what could not be read.
//! Not for: merged ranges, or anything outside the sheet's data.

use std::collections::HashMap;
use std::io::{Read, Seek};

use calamine::{XlsxCellReader, XlsxError, XlsxFormulaMetadata, expand_shared_formula};
use quick_xml::Error as XmlError;

use crate::base::cell::{Cell, CellAddress, CellValue, Format};
use crate::input::read::budget::Budget;
use crate::input::read::fault::{ReadFault, SheetProblem};
use crate::input::read::{second_look, value};

type Position = (u32, u32);

/// Cell errors that are kept with their places; any further ones are only counted.
const KEPT_ERRORS: usize = 1_000;

/// Reads one worksheet.
pub(super) struct WorksheetStream<'a, RS: Read + Seek> {
    reader: XlsxCellReader<'a, RS>,
    bytes: &'a [u8],
    is_suspicious: bool,
    budget: &'a mut Budget,
    /// Templates of shared formulas and where they stand, by their number. A map, because the number is anything up to 2^64.
    shared: HashMap<usize, (String, Position)>,
    errors: Vec<CellTrouble>,
    unplaced: u64,
    first_detail: String,
    outside: u64,
    first_outside: String,
}

/// An error that calamine gave instead of a cell.
struct CellTrouble {
    /// Which `<c>` of the sheet it was, counted from 0.
    number: u64,
    value: CellValue,
}

/// What the reader does after an error.
enum Recovery {
    /// Goes on; the error took the place of one cell.
    Cell,
    /// Goes on; the error was in a position, perhaps of a whole row, so that cells cannot be counted any more.
    Position,
    /// Stops: the same error would come for ever.
    Stop,
}

fn after(error: &XlsxError) -> Recovery {
    match error {
        XlsxError::Alphanumeric(_)
        | XlsxError::NumericColumn(_)
        | XlsxError::RangeWithoutColumnComponent
        | XlsxError::RangeWithoutRowComponent
        | XlsxError::XmlAttr(_) => Recovery::Position,
        XlsxError::Xml(XmlError::Escape(_)) => Recovery::Cell,
        XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Io(_) | XlsxError::Encoding(_) => {
            Recovery::Stop
        }
        _ => Recovery::Cell,
    }
}

impl<'a, RS: Read + Seek> WorksheetStream<'a, RS> {
    /// A stream over the part with these bytes. Where they are suspicious they are looked through for cells that calamine reads
    /// in part.
    pub(super) fn new(
        reader: XlsxCellReader<'a, RS>,
        bytes: &'a [u8],
        is_suspicious: bool,
        budget: &'a mut Budget,
    ) -> Self {
        WorksheetStream {
            reader,
            bytes,
            is_suspicious,
            budget,
            shared: HashMap::new(),
            errors: Vec::new(),
            unplaced: 0,
            first_detail: String::new(),
            outside: 0,
            first_outside: String::new(),
        }
    }

    /// Reads all cells that can be read, and says what could not be.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`].
    pub(super) fn read(mut self, cells: &mut Vec<Cell>) -> Result<Vec<SheetProblem>, ReadFault> {
        let mut problems = Vec::new();
        let mut countable = true;
        for number in 0_u64.. {
            match self.reader.next_cell_with_formula_metadata() {
                Ok(None) => break,
                Ok(Some(record)) => {
                    let formula = self.formula(record.pos, record.formula)?;
                    let value = value::from_ref(record.value, self.budget)?;
                    self.keep(record.pos, value, formula, cells)?;
                }
                Err(error) => match after(&error) {
                    Recovery::Cell if countable => self.cell_error(number, &error),
                    Recovery::Cell => self.unplaced(&error.to_string()),
                    Recovery::Position => {
                        countable = false;
                        self.unplaced(&error.to_string());
                    }
                    Recovery::Stop => {
                        problems.push(SheetProblem::CutShort {
                            after: cells.last().map(|cell| cell.address),
                            detail: error.to_string(),
                        });
                        break;
                    }
                },
            }
        }
        self.place_errors(cells)?;
        problems.extend(self.left_out());
        Ok(problems)
    }

    /// The formula's text. That of a cell that shares its formula is worked out from the template.
    fn formula(
        &mut self,
        at: Position,
        formula: Option<XlsxFormulaMetadata>,
    ) -> Result<Option<String>, ReadFault> {
        let text = match formula {
            None => return Ok(None),
            Some(XlsxFormulaMetadata::SharedDerived { shared_index }) => {
                let template = self.shared.get(&shared_index);
                template
                    .and_then(|(text, start)| expand_shared_formula(text, *start, at).ok())
                    .unwrap_or_default()
            }
            Some(XlsxFormulaMetadata::Shared {
                shared_index,
                formula,
                ..
            }) => {
                self.budget.text(formula.len())?;
                self.shared.insert(shared_index, (formula.clone(), at));
                formula
            }
            Some(XlsxFormulaMetadata::Normal { formula }) if formula.is_empty() => return Ok(None),
            Some(XlsxFormulaMetadata::Normal { formula }) => formula,
            // The enum is open; a kind of formula that is new is still a formula.
            Some(_) => String::new(),
        };
        self.budget.text(text.len())?;
        Ok(Some(text))
    }

    fn keep(
        &mut self,
        (row, column): Position,
        value: Option<CellValue>,
        formula: Option<String>,
        cells: &mut Vec<Cell>,
    ) -> Result<(), ReadFault> {
        let value = match (value, &formula) {
            (None, None) => return Ok(()),
            (Some(CellValue::Text(text)), None) if text.is_empty() => return Ok(()),
            (None, Some(_)) => CellValue::NotCalculated,
            (Some(value), _) => value,
        };
        if !value::in_grid(row, column) {
            if self.outside == 0 {
                self.first_outside = value::claimed_address(row, column);
            }
            self.outside += 1;
            return Ok(());
        }
        self.budget.cell()?;
        cells.push(Cell {
            address: CellAddress::new(row, column),
            value,
            formula,
            format: Format::General,
            look: None,
        });
        Ok(())
    }

    fn cell_error(&mut self, number: u64, error: &XlsxError) {
        if self.errors.len() >= KEPT_ERRORS {
            return self.unplaced(&error.to_string());
        }
        let value = match error {
            XlsxError::CellError(text) => CellValue::Error(text.clone()),
            other => CellValue::Damaged(other.to_string()),
        };
        self.errors.push(CellTrouble { number, value });
    }

    fn unplaced(&mut self, detail: &str) {
        if self.unplaced == 0 {
            self.first_detail = detail.to_string();
        }
        self.unplaced += 1;
    }

    /// Finds where the cells stand that calamine gave only an error for, and those it would read wrongly.
    fn place_errors(&mut self, cells: &mut Vec<Cell>) -> Result<(), ReadFault> {
        if self.errors.is_empty() && !self.is_suspicious {
            return Ok(());
        }
        let numbers: Vec<u64> = self.errors.iter().map(|error| error.number).collect();
        let traced = second_look::cells(self.bytes, &numbers, KEPT_ERRORS);
        for error in std::mem::take(&mut self.errors) {
            match traced.places.get(&error.number) {
                Some(&at) => self.keep(at, Some(error.value), None, cells)?,
                None => self.unplaced(&format!("{:?}", error.value)),
            }
        }
        for at in traced.odd {
            let value = CellValue::Damaged("the value is split up".to_string());
            self.keep(at, Some(value), None, cells)?;
        }
        Ok(())
    }

    fn left_out(self) -> impl Iterator<Item = SheetProblem> {
        let unreadable = (self.unplaced > 0).then_some(SheetProblem::UnreadableCells {
            count: self.unplaced,
            detail: self.first_detail,
        });
        let outside = (self.outside > 0).then_some(SheetProblem::OutsideGrid {
            count: self.outside,
            first: self.first_outside,
        });
        unreadable.into_iter().chain(outside)
    }
}
