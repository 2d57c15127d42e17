//! Formulas behind the cells that are read as values.
//!
//! In: a cell of a score, a figure or a sum. Out: the cell with its result, and findings: a result that is not stored is
//! computed where the formula is simple; a stored one is compared with what the formula gives, and counts either way; links to
//! other workbooks are told; what depends on itself is refused. Not for: the arithmetic (`formula`).

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::formula::{Calculator, NotSimple, Value};
use crate::base::number::Step;
use crate::base::points::{Decimal, from_f64};
use crate::base::rules::formulas;
use crate::input::recognise::reader::{FormulaOutcome, SheetReader};
use crate::input::recognise::subject::Subject;
use crate::input::seen;

/// The formulas of one workbook.
pub struct Formulas<'a> {
    grids: &'a [Grid],
    state: RefCell<FormulaState<'a>>,
}

struct FormulaState<'a> {
    calculator: Calculator<'a>,
    /// Cells whose results were computed, by sheet.
    computed: BTreeSet<(usize, CellAddress)>,
    sample: Option<(Place, String, Fact)>,
    /// Cells about which a finding was made.
    told: BTreeSet<(usize, CellAddress)>,
}

impl<'a> Formulas<'a> {
    /// The formulas of a workbook as it is stored, before any text is decoded.
    pub fn new(grids: &'a [Grid]) -> Self {
        Formulas {
            grids,
            state: RefCell::new(FormulaState {
                calculator: Calculator::new(grids),
                computed: BTreeSet::new(),
                sample: None,
                told: BTreeSet::new(),
            }),
        }
    }

    /// Looks at the formula of a cell on the sheet of this index. A doubt is told once for each cell.
    pub fn check(&self, sheet: usize, cell: &Cell) -> FormulaOutcome {
        let Some(formula) = cell.formula.as_deref().filter(|text| !text.is_empty()) else {
            return FormulaOutcome::Stored;
        };
        let state = &mut *self.state.borrow_mut();
        let at = (sheet, cell.address);
        let is_stored = match &cell.value {
            CellValue::NotCalculated => false,
            // Some writers store an empty text for a result that they do not have.
            CellValue::Text(text) => !text.is_empty(),
            CellValue::Number(_) | CellValue::Bool(_) | CellValue::Date { .. } => true,
            CellValue::IsoDate(_) | CellValue::Error(_) | CellValue::Damaged(_) => {
                return FormulaOutcome::Stored;
            }
        };
        let outcome = match state.calculator.calculate(sheet, cell) {
            Err(NotSimple::Circular) => {
                return FormulaOutcome::Refused(
                    &formulas::CIRCULAR,
                    Fact::Text(format!("={formula}")),
                );
            }
            Err(NotSimple::External(link)) if is_stored => {
                FormulaOutcome::Doubt(&formulas::EXTERNAL_LINK, Fact::Text(link), None)
            }
            Ok(Value::Error(code)) if is_stored => {
                FormulaOutcome::Erroneous(fact(&cell.value), Fact::Text(code))
            }
            Ok(value) if is_stored && !value.is_stored(&cell.value) => FormulaOutcome::Doubt(
                &formulas::STALE_RESULT,
                fact(&cell.value),
                Some(fact(&value.into_cell())),
            ),
            Ok(value) if !is_stored && is_result(&value) => {
                let value = value.into_cell();
                state.computed.insert(at);
                if state.sample.is_none() {
                    let place = Place {
                        sheet: self.grids.get(sheet).map(|grid| grid.name.clone()),
                        cell: Some(cell.address),
                        ..Place::default()
                    };
                    state.sample = Some((place, format!("={formula}"), fact(&value)));
                }
                FormulaOutcome::Computed(value)
            }
            _ => FormulaOutcome::Stored,
        };
        match outcome {
            FormulaOutcome::Doubt(..) | FormulaOutcome::Erroneous(..) if !state.told.insert(at) => {
                FormulaOutcome::Stored
            }
            outcome => outcome,
        }
    }

    /// Says once for the workbook how many results were computed, with the first as an example.
    pub fn finding(&self) -> Option<Finding> {
        let state = self.state.borrow();
        let (place, formula, value) = state.sample.clone()?;
        let finding = Finding::new(&formulas::CALCULATED, place)
            .about(About::Row(formula))
            .found(Fact::Number(Decimal::from(state.computed.len())));
        Some(finding.expected(value))
    }
}

/// Whether a computed value can stand in for a result: an error could not count, and a blank is not a zero.
fn is_result(value: &Value) -> bool {
    match value {
        Value::Blank | Value::Error(_) => false,
        Value::Text(text) => !text.is_empty(),
        Value::Number(_) | Value::Bool(_) => true,
    }
}

/// A value as a fact.
fn fact(value: &CellValue) -> Fact {
    match value {
        CellValue::Number(number) => {
            from_f64(*number).map_or_else(|| Fact::Text(value.show()), Fact::Number)
        }
        other => Fact::Text(other.show()),
    }
}

impl SheetReader<'_, '_> {
    /// A cell with the result of its formula, and what was done for it. `None`: the cell does not count, as a finding says.
    pub(super) fn result<'c>(
        &mut self,
        cell: &'c Cell,
        subject: Subject<'_>,
    ) -> Option<(Cow<'c, Cell>, Vec<Step>)> {
        let stored = Some((Cow::Borrowed(cell), Vec::new()));
        let (rule, found, expected, counts) = match (self.formulas)(cell) {
            FormulaOutcome::Stored => return stored,
            FormulaOutcome::Computed(value) => {
                let cell = seen::with_result(cell, value);
                return Some((Cow::Owned(cell), vec![Step::Calculated]));
            }
            FormulaOutcome::Doubt(rule, found, expected) => (rule, found, expected, true),
            FormulaOutcome::Erroneous(found, error) => {
                (&formulas::STALE_RESULT, found, Some(error), true)
            }
            FormulaOutcome::Refused(rule, found) => (rule, found, None, false),
        };
        let mut finding = Finding::new(rule, self.place(cell.address));
        finding.about = subject.about(self.scheme).into();
        finding.found = Some(found);
        finding.expected = expected;
        finding.criteria.extend(subject.criterion());
        self.tell(finding);
        stored.filter(|_| counts)
    }
}
