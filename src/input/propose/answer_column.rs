//! The one column in which units write "Có" or "Không", where the forms ask for no points.
//!
//! In: the columns of the forms, ticks and maxima known. Out: which one holds answers. Not for: two columns, one for each answer.

use crate::base::cell::{CellValue, Reading};
use crate::campaign::documents::Certainty;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnDoubt, ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::Forms;
use crate::input::propose::value::CellStatement;
use crate::input::recognise::yes_or_no;

/// Takes a column for answers.
pub(super) fn find(columns: &mut [FormColumn], forms: &Forms<'_>) {
    let is_scored = |one: &FormColumn| {
        let is_free = matches!(one.role, None | Some(ColumnUse::Tick));
        let is_own = one.word == Some(Column::Claimed) || one.sense.meant == Some(Column::Claimed);
        is_free && one.numbers > 0 && (is_own || one.word.is_none())
            || one.ticks > 0 && one.role.is_some()
    };
    let may = |one: &FormColumn| {
        let is_word = matches!(
            one.word,
            None | Some(Column::Claimed | Column::Figure | Column::Tick)
        );
        let is_free = matches!(one.role, None | Some(ColumnUse::Tick));
        is_free && is_word && one.numbers == 0 && !Hint::Others.is_in(&one.key)
    };
    let found: Vec<usize> = (0..columns.len())
        .filter(|place| {
            columns
                .get(*place)
                .is_some_and(|one| may(one) && are_answers(one, forms))
        })
        .collect();
    for place in found {
        let is_beside = |(other, one): (usize, &FormColumn)| {
            let own = columns.get(place);
            other != place && is_scored(one) && own.is_some_and(|own| own.shares_forms(one))
        };
        if columns.iter().enumerate().any(is_beside) {
            continue;
        }
        if let Some(column) = columns.get_mut(place) {
            column.role = Some(ColumnUse::Other(Column::Choice));
            (column.certainty, column.doubt) = (Certainty::Look, ColumnDoubt::Answer);
        }
    }
}

/// What a text answers.
pub(super) fn answer(said: &CellStatement) -> Option<bool> {
    let CellStatement::Text(text) = said else {
        return None;
    };
    match yes_or_no(&CellValue::Text(text.clone())) {
        Reading::Value(answer) => Some(answer),
        Reading::Empty | Reading::Unreadable => None,
    }
}

/// Whether nearly all that stands in a column is yes or no, and both are there.
fn are_answers(column: &FormColumn, forms: &Forms<'_>) -> bool {
    let said = forms.rows().flat_map(|row| {
        (0..forms.count()).filter_map(move |place| forms.said(row, place, &column.key))
    });
    let said: Vec<Option<bool>> = said.map(|(said, ..)| answer(said)).collect();
    let answers = said.iter().flatten().count();
    let has = |answer| said.contains(&Some(answer));
    answers >= FEWEST && answers * 10 >= said.len() * 9 && has(true) && has(false)
}
