//! The cells of a result table that are read, with what is in doubt about them: how they look, what hides them.
//!
//! In: cells of the row of a unit. Out: numbers as printed, names, and findings with sheet and cell; the unit is added where it is known.
//! Not for: the rules over a look (`input::seen`), and not for whether the numbers are right.

use std::borrow::Cow;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::number::{self, NotANumber, Sort, Step};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{cells, looks, printed};
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::published::{Notation, Printed, PublishedRow};
use crate::input::seen::{self, Doubt, NumberMeaning, Unread};
use crate::input::tables::Table;

/// Numbers beyond this size are no points; sums of smaller ones are exact.
pub(super) const LARGEST: Decimal = Decimal::whole(1_000_000_000);

/// Reads the cells of one row.
pub struct Doubts<'t, 'a> {
    table: &'t Table<'a>,
    /// What is in doubt.
    pub found: Vec<Finding>,
}

impl<'t, 'a> Doubts<'t, 'a> {
    /// Those of a row of a table, none yet.
    pub fn new(table: &'t Table<'a>) -> Self {
        Doubts {
            table,
            found: Vec::new(),
        }
    }

    /// The name of a unit. One that is struck out is still whose the row is, which is in doubt then.
    pub fn name(&mut self, cell: &Cell) -> String {
        let cell = self.word(Some(cell), Column::Unit);
        cell.map_or_else(String::new, |cell| text::clean(&cell.value.show()))
    }

    /// A word of the row. One that is struck out stands, which is in doubt then.
    pub fn word<'c>(&mut self, cell: Option<&'c Cell>, column: Column) -> Option<Cow<'c, Cell>> {
        let mut cell = Cow::Borrowed(cell?);
        let Some(look) = cell.look.as_deref() else {
            return Some(cell);
        };
        let struck = look.left_off(true);
        if let Some(struck) = struck.filter(|_| cell.value.show().trim().is_empty()) {
            let mut whole = Cell::new(cell.address, CellValue::Text(text::clean(&struck)));
            whole.look_mut().is_struck = true;
            cell = Cow::Owned(whole);
        }
        let at = self.table.columns.get(column);
        let titled = self.table.titled.iter().find(|one| Some(one.column) == at);
        let heading = titled.and_then(|one| self.table.grid.cells().get(one.position));
        let heading = heading.map(|cell| text::clean(&cell.value.show()));
        let about = About::Row(heading.unwrap_or_default());
        let said = Fact::Text(text::clean(&cell.value.show()));
        let doubts = seen::doubts(&cell, &said, None, NumberMeaning::Figure).into_iter();
        // A mark of a footnote behind a name is none of its letters.
        let told = doubts.filter(|doubt| doubt.rule != &looks::FOOTNOTE_MARK);
        for doubt in told {
            self.tell(doubt, cell.address, about.clone());
        }
        Some(cell)
    }

    /// A number of the row, as printed.
    pub fn number(
        &mut self,
        cell: Option<&Cell>,
        at: CellAddress,
        highest: Decimal,
        about: About,
    ) -> Printed {
        let blank = Printed {
            value: Reading::Empty,
            decimals: 0,
            written: Notation::Number,
            text: String::new(),
            cell: at,
            explained: false,
        };
        let Some(cell) = cell else { return blank };
        let text = text::clean(&cell.value.show());
        let unreadable = |explained: bool| Printed {
            value: Reading::Unreadable,
            text: text.clone(),
            explained,
            ..blank.clone()
        };
        if cell.value == CellValue::NotCalculated {
            return unreadable(false);
        }
        if let Some(doubt) = seen::struck_out(cell) {
            self.tell(doubt, at, about);
            return unreadable(true);
        }
        let sort = Sort::Points {
            lowest: -highest,
            highest,
        };
        let read = if seen::is_share(cell, NumberMeaning::Points) {
            Err(NotANumber::Other)
        } else {
            number::read(&cell.value, sort, "")
        };
        match read {
            Ok(None) => blank,
            Ok(Some(number)) if number.value.abs() <= LARGEST => {
                for doubt in seen::doubts(
                    cell,
                    &Fact::Number(number.value),
                    Some(&number),
                    NumberMeaning::Points,
                ) {
                    self.tell(doubt, at, about.clone());
                }
                Printed {
                    value: Reading::Value(Points(number.value)),
                    decimals: number.decimals,
                    written: written(&number),
                    text,
                    ..blank
                }
            }
            Err(_) if is_dash(&text) => blank,
            Ok(Some(_)) => unreadable(false),
            Err(problem) => {
                let why = seen::unread(cell, problem, sort, &printed::VALUE_UNREADABLE);
                unreadable(self.explain(why, at, about))
            }
        }
    }

    /// Says why a number is not read, if the audit has no rule of its own for that.
    fn explain(&mut self, why: Unread, at: CellAddress, about: About) -> bool {
        let is_look = [&cells::PERCENT_SCORE, &cells::SCORE_IS_DATE].contains(&why.rule);
        if is_look {
            let doubt = Doubt {
                rule: why.rule,
                found: why.found,
                expected: why.expected,
            };
            self.tell(doubt, at, about);
        }
        is_look
    }

    fn tell(&mut self, doubt: Doubt, at: CellAddress, about: About) {
        let place = Place {
            sheet: Some(self.table.grid.name.clone()),
            cell: Some(at),
            ..Place::default()
        };
        self.found.push(doubt.finding(place, about));
    }
}

fn written(number: &number::Number) -> Notation {
    if !number.steps.contains(&Step::FromText) {
        Notation::Number
    } else if number.decimals == 0 {
        Notation::Whole
    } else if number.steps.contains(&Step::DecimalComma) {
        Notation::Comma
    } else {
        Notation::Point
    }
}

/// Signs that people put where there is nothing.
fn is_dash(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '…' | '.' | 'x' | 'X' | '/'))
}

/// The numbers of a row.
pub fn numbers(row: &PublishedRow) -> impl Iterator<Item = &Printed> {
    row.groups.values().chain(&row.total)
}

/// What hides numbers of these rows, and comments in place of numbers.
pub fn beside(grid: &Grid, rows: &[PublishedRow]) -> Vec<Finding> {
    if grid.facts.is_empty() {
        return Vec::new();
    }
    let cells = || {
        rows.iter().flat_map(|row| {
            let numbers = numbers(row);
            numbers.map(move |printed| (row, printed.value == Reading::Empty, printed.cell))
        })
    };
    let told = || cells().filter(|(_, is_blank, _)| !is_blank);
    let named = |(row, _, cell): (&PublishedRow, bool, CellAddress)| (row.name.clone(), cell);
    let blank = cells().filter(|(row, is_blank, _)| *is_blank && !row.is_blank());
    seen::hidden_rows(grid, told().map(named))
        .into_iter()
        .chain(seen::hidden_columns(grid, told().map(|(.., cell)| cell)))
        .chain(seen::conditional(grid, told().map(|(.., cell)| cell)))
        .chain(seen::comments(grid, blank.map(named)))
        .collect()
}
