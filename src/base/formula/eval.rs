//! Formulas evaluated over the grids of a workbook.
//!
//! In: a sheet and a cell. Out: the value of its formula. Cells that it needs are computed first, where they have simple
//! formulas; where theirs are not simple, what they store counts. Every cell is computed once.

use rustc_hash::FxHashMap;

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::formula::NotSimple;
use crate::base::formula::aggregate::{Argument, aggregate, count_if, truths};
use crate::base::formula::function::Function;
use crate::base::formula::lex::tokens;
use crate::base::formula::operate::{binary, round};
use crate::base::formula::parse::{Expression, parse};
use crate::base::formula::reference::Reference;
use crate::base::formula::value::{NA, Value, settle};
use crate::base::guard;
use crate::base::points::{Decimal, RoundingMode};

/// How deep expressions and the cells that they need may stand in each other.
const MAX_DEPTH: usize = 120;
/// Cells that are looked at for one formula.
const MAX_CELLS: usize = 50_000;
/// Cells that are looked at for one workbook.
const MAX_CELLS_IN_ALL: usize = 1_000_000;

type SheetCell = (usize, CellAddress);

/// Computes the formulas of one workbook.
#[derive(Debug)]
pub struct Calculator<'a> {
    grids: &'a [Grid],
    sheets: Vec<&'a str>,
    known: FxHashMap<SheetCell, Result<Value, NotSimple>>,
    /// Cells that are being computed.
    open: Vec<SheetCell>,
    depth: usize,
    cells: usize,
    cells_in_all: usize,
}

impl<'a> Calculator<'a> {
    /// A calculator over the sheets of a workbook.
    pub fn new(grids: &'a [Grid]) -> Self {
        Calculator {
            grids,
            sheets: grids.iter().map(|grid| grid.name.as_str()).collect(),
            known: FxHashMap::default(),
            open: Vec::new(),
            depth: 0,
            cells: 0,
            cells_in_all: 0,
        }
    }

    /// The value of a cell's formula, on the sheet of this index: numbers with 15 digits, and a blank where the formula only
    /// points to an empty cell (a spreadsheet shows 0 for it).
    ///
    /// # Errors
    /// [`NotSimple`] says why there is none.
    pub fn calculate(&mut self, sheet: usize, cell: &Cell) -> Result<Value, NotSimple> {
        self.cells = 0;
        let value = self.formula((sheet, cell.address), cell)?;
        Ok(match value {
            Value::Number(number) => Value::Number(settle(number)),
            other => other,
        })
    }

    fn formula(&mut self, place: SheetCell, cell: &Cell) -> Result<Value, NotSimple> {
        guard::check();
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        if self.open.contains(&place) {
            return Err(NotSimple::Circular);
        }
        let text = cell.formula.as_deref().unwrap_or_default();
        self.open.push(place);
        let value = tokens(text, &self.sheets)
            .and_then(parse)
            .and_then(|expression| self.value(&expression, place.0));
        self.open.pop();
        // What was too much in the midst of another formula may not be too much by itself.
        if value != Err(NotSimple::TooMuch) {
            self.known.insert(place, value.clone());
        }
        value
    }

    /// The value of a cell that a formula needs.
    fn cell(&mut self, sheet: usize, cell: &'a Cell) -> Result<Value, NotSimple> {
        if cell.formula.is_none() {
            return Value::stored(&cell.value);
        }
        match self.formula((sheet, cell.address), cell) {
            Err(NotSimple::Circular) => Err(NotSimple::Circular),
            Err(_) => Value::stored(&cell.value),
            // A formula that points to an empty cell gives 0.
            Ok(Value::Blank) => Ok(Value::Number(Decimal::ZERO)),
            Ok(value) => Ok(value),
        }
    }

    fn sheet(&self, reference: &Reference, own: usize) -> Result<(usize, &'a Grid), NotSimple> {
        let index = match &reference.sheet {
            None => Some(own),
            Some(name) => {
                let same = self.grids.iter().position(|grid| grid.name == *name);
                same.or_else(|| {
                    let lower = name.to_lowercase();
                    let mut grids = self.grids.iter();
                    grids.position(|grid| grid.name.to_lowercase() == lower)
                })
            }
        };
        index
            .and_then(|index| Some((index, self.grids.get(index)?)))
            .filter(|(_, grid)| !grid.incomplete)
            .ok_or(NotSimple::Unreadable)
    }

    fn count(&mut self, cells: usize) -> Result<(), NotSimple> {
        self.cells += cells;
        self.cells_in_all += cells;
        if self.cells > MAX_CELLS || self.cells_in_all > MAX_CELLS_IN_ALL {
            return Err(NotSimple::TooMuch);
        }
        Ok(())
    }

    /// The values of all cells of a rectangle that hold something.
    fn cells(&mut self, reference: &Reference, own: usize) -> Result<Vec<Value>, NotSimple> {
        let (sheet, grid) = self.sheet(reference, own)?;
        let range = reference.range;
        let all = grid.cells();
        let start = all.partition_point(|cell| cell.address.row < range.first.row);
        let end = all.partition_point(|cell| cell.address.row <= range.last.row);
        self.count(end - start)?;
        let mut values = Vec::new();
        for cell in all.get(start..end).unwrap_or_default() {
            if range.contains(cell.address) {
                values.push(self.cell(sheet, cell)?);
            }
        }
        Ok(values)
    }

    /// The value of an expression where one value is needed.
    fn value(&mut self, expression: &Expression, own: usize) -> Result<Value, NotSimple> {
        if self.depth == MAX_DEPTH {
            return Err(NotSimple::TooMuch);
        }
        self.depth += 1;
        let value = self.value_at(expression, own);
        self.depth -= 1;
        value
    }

    fn value_at(&mut self, expression: &Expression, own: usize) -> Result<Value, NotSimple> {
        Ok(match expression {
            Expression::Number(value) => Value::Number(*value),
            Expression::Text(text) => Value::Text(text.clone()),
            Expression::Bool(value) => Value::Bool(*value),
            Expression::Error(code) => Value::error(code),
            Expression::Missing => Value::Number(Decimal::ZERO),
            Expression::Reference(reference) => {
                let at = reference.single().ok_or(NotSimple::Unsupported)?;
                let (sheet, grid) = self.sheet(reference, own)?;
                self.count(1)?;
                match grid.get(at) {
                    Some(cell) => self.cell(sheet, cell)?,
                    None => Value::Blank,
                }
            }
            Expression::Minus(inner, times) => match self.value(inner, own)?.number()? {
                Ok(number) if times % 2 == 1 => Value::Number(-number),
                Ok(number) => Value::Number(number),
                Err(code) => Value::Error(code),
            },
            Expression::Percent(inner, times) => {
                let mut value = self.value(inner, own)?;
                for _ in 0..*times {
                    value = binary('/', &value, &Value::Number(Decimal::ONE_HUNDRED))?;
                }
                value
            }
            Expression::Chain(first, others) => {
                let mut value = self.value(first, own)?;
                for (operator, other) in others {
                    let other = self.value(other, own)?;
                    value = binary(*operator, &value, &other)?;
                }
                value
            }
            Expression::Call(function, arguments) => self.call(*function, arguments, own)?,
        })
    }

    fn call(
        &mut self,
        function: Function,
        arguments: &[Expression],
        own: usize,
    ) -> Result<Value, NotSimple> {
        let away = RoundingMode::AwayFromZero;
        let half_away = RoundingMode::HalfAwayFromZero;
        let toward = RoundingMode::ToZero;
        match function {
            Function::If => self.condition(arguments, own),
            Function::IfError => match arguments {
                [first, otherwise] => match self.value(first, own)? {
                    Value::Error(_) => self.value(otherwise, own),
                    value => Ok(value),
                },
                _ => Err(NotSimple::Unsupported),
            },
            Function::Na => Ok(Value::Error(NA.to_string())),
            Function::Round => self.round(arguments, own, half_away),
            Function::RoundUp => self.round(arguments, own, away),
            Function::RoundDown => self.round(arguments, own, toward),
            Function::Abs | Function::Int | Function::Not => {
                let value = match arguments {
                    [argument] => self.value(argument, own)?,
                    _ => return Err(NotSimple::Unsupported),
                };
                if function == Function::Not {
                    return Ok(value
                        .truth()?
                        .map_or_else(Value::Error, |is| Value::Bool(!is)));
                }
                let change = |number: Decimal| match function {
                    Function::Abs => number.abs(),
                    _ => settle(number).floor(),
                };
                let number = value.number()?;
                Ok(number.map_or_else(Value::Error, |number| Value::Number(change(number))))
            }
            Function::CountIf => match arguments {
                [Expression::Reference(cells), wanted] => {
                    let cells = self.cells(cells, own)?;
                    count_if(&cells, &self.value(wanted, own)?)
                }
                _ => Err(NotSimple::Unsupported),
            },
            Function::And | Function::Or => truths(function, &self.arguments(arguments, own)?),
            _ => aggregate(function, &self.arguments(arguments, own)?),
        }
    }

    fn arguments(
        &mut self,
        arguments: &[Expression],
        own: usize,
    ) -> Result<Vec<Argument>, NotSimple> {
        let mut found = Vec::with_capacity(arguments.len());
        for argument in arguments {
            found.push(match argument {
                Expression::Reference(reference) => Argument::Cells(self.cells(reference, own)?),
                other => Argument::Single(self.value(other, own)?),
            });
        }
        Ok(found)
    }

    /// Only the branch that is taken is computed.
    fn condition(&mut self, arguments: &[Expression], own: usize) -> Result<Value, NotSimple> {
        let (condition, then, otherwise) = match arguments {
            [condition, then] => (condition, then, None),
            [condition, then, otherwise] => (condition, then, Some(otherwise)),
            _ => return Err(NotSimple::Unsupported),
        };
        match (self.value(condition, own)?.truth()?, otherwise) {
            (Err(code), _) => Ok(Value::Error(code)),
            (Ok(true), _) => self.value(then, own),
            (Ok(false), Some(otherwise)) => self.value(otherwise, own),
            (Ok(false), None) => Ok(Value::Bool(false)),
        }
    }

    fn round(
        &mut self,
        arguments: &[Expression],
        own: usize,
        strategy: RoundingMode,
    ) -> Result<Value, NotSimple> {
        match arguments {
            [value, decimals] => {
                let value = self.value(value, own)?.number()?;
                let decimals = self.value(decimals, own)?.number()?;
                round(value, decimals, strategy)
            }
            _ => Err(NotSimple::Unsupported),
        }
    }
}
