//! Columns beside each other that are grades of one answer, of which the unit ticks one: "Tốt (100%)", "Đạt (50%)", "Không đạt (0%)".
//!
//! In: the columns of the forms. Out: which are grades, and what share of the maximum each is worth where all say so. Not for: "Có"
//! beside "Không" alone, nor for columns of which several are ticked in a row.

use std::ops::Range;

use crate::base::points::Decimal;
use crate::campaign::documents::Certainty;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnDoubt, ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::Forms;
use crate::input::propose::value::CellStatement;
use crate::input::tables::stated_percent;

/// Takes columns for grades.
pub(super) fn find(columns: &mut [FormColumn], forms: &Forms<'_>) {
    let mut from = 0;
    while from < columns.len() {
        let run = run(columns, from);
        from = run.end.max(from + 1);
        let Some(run) = columns.get_mut(run) else {
            continue;
        };
        let worth: Vec<Option<Decimal>> = run.iter().map(|one| stated_percent(&one.text)).collect();
        if !are_grades(run, &worth) || !is_one_ticked(run, forms) {
            continue;
        }
        let is_said = worth.iter().all(Option::is_some);
        for (column, worth) in run.iter_mut().zip(worth) {
            column.word = None;
            column.role = Some(ColumnUse::Other(Column::Choice));
            column.worth = worth.filter(|_| is_said);
            column.doubt = ColumnDoubt::Grade;
            column.certainty = if is_said {
                Certainty::Look
            } else {
                Certainty::Unclear
            };
        }
    }
}

/// The columns of marks from one on that stand beside each other in the same form.
fn run(columns: &[FormColumn], from: usize) -> Range<usize> {
    let may = |one: &FormColumn| {
        let is_free = matches!(one.word, None | Some(Column::Yes | Column::No));
        let is_marked = one.numbers == 0 && one.texts <= one.ticks;
        is_free && one.role.is_none() && is_marked && !one.text.is_empty()
    };
    let says = |one: &FormColumn| stated_percent(&one.text).is_some();
    let is_next = |pair: &[FormColumn]| match pair {
        [one, next] => {
            let ((form, sheet, at), (other, beside, right)) = (one.at, next.at);
            let is_beside = (form, sheet, at.column + 1) == (other, beside, right.column);
            may(next) && says(one) == says(next) && is_beside
        }
        _ => false,
    };
    let rest = columns.get(from..).unwrap_or_default();
    if !rest.first().is_some_and(may) {
        return from..from;
    }
    let more = rest.windows(2).take_while(|pair| is_next(pair)).count();
    from..from + more + 1
}

/// Whether headings say that columns are grades: by their shares of the maximum, or as one of them is better than yes.
fn are_grades(run: &[FormColumn], worth: &[Option<Decimal>]) -> bool {
    if run.len() < 2 {
        return false;
    }
    if worth.iter().all(Option::is_some) {
        // Yes and no say the same of themselves.
        let is_plain = |one: (&FormColumn, &Option<Decimal>)| match one.0.word {
            Some(Column::Yes) => *one.1 == Some(Decimal::ONE_HUNDRED),
            Some(Column::No) => *one.1 == Some(Decimal::ZERO),
            _ => false,
        };
        let is_again = |(place, one): (usize, &Option<Decimal>)| {
            let rest = worth.get(place + 1..).unwrap_or_default();
            rest.contains(one)
        };
        let differ = !worth.iter().enumerate().any(is_again);
        return differ && !run.iter().zip(worth).all(is_plain);
    }
    let has = |word| run.iter().any(|one| one.word == Some(word));
    let is_above = |one: &FormColumn| one.word.is_none() && Hint::AboveYes.is_in(&one.key);
    has(Column::Yes) && has(Column::No) && run.iter().any(is_above)
}

/// Whether rows have a tick below one of some columns, and not below several, but for slips.
fn is_one_ticked(run: &[FormColumn], forms: &Forms<'_>) -> bool {
    let (mut one, mut several) = (0_usize, 0_usize);
    for row in forms.rows() {
        for place in 0..forms.count() {
            let is_ticked = |column: &&FormColumn| {
                let said = forms.said(row, place, &column.key);
                said.is_some_and(|(said, ..)| *said == CellStatement::Tick)
            };
            match run.iter().filter(is_ticked).count() {
                0 => {}
                1 => one += 1,
                _ => several += 1,
            }
        }
    }
    one >= FEWEST && several * 10 <= one
}
