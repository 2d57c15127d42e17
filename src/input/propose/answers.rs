//! Rows that units answer by a tick below one of several headings.
//!
//! In: what was found. Out: which rows are answered so, and the options of those whose grades are worth a share of the maximum. Not
//! for: which columns these are (`roles`, `grade_columns`).

use indexmap::IndexMap;
use toml::Value;

use crate::base::points::{Decimal, Most, Points};
use crate::campaign::vocabulary::Column;
use crate::input::propose::answer_column::answer;
use crate::input::propose::columns::{ColumnDoubt, FormColumn};
use crate::input::propose::draft::Draft;
use crate::input::propose::items::ProposedItem;
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::toml_values::{number, table};
use crate::input::propose::value::CellStatement;

/// Whether forms answer a row in the columns of yes and no.
pub(super) fn is_answered(found: &Draft<'_>, row: usize) -> bool {
    let is_of_answers = |one: &&FormColumn| one.doubt == ColumnDoubt::Answer;
    let mut columns = found.roles.columns.iter().filter(is_of_answers);
    let is_said = |one: &FormColumn| {
        (0..found.forms.count()).any(|form| {
            let said = found.forms.said(row, form, &one.key);
            said.is_some_and(|(said, ..)| answer(said).is_some())
        })
    };
    is_ticked(found, row, &[Column::Yes, Column::No]) || columns.any(is_said)
}

/// Whether forms tick a row in some columns.
fn is_ticked(found: &Draft<'_>, row: usize, columns: &[Column]) -> bool {
    let roles = columns.iter().map(|one| ColumnUse::Other(*one));
    let mut said = roles.flat_map(|role| {
        (0..found.forms.count())
            .filter_map(move |form| found.roles.said(found.forms, role, row, form))
    });
    said.any(|(said, ..)| *said == CellStatement::Tick)
}

/// The grades of a row that has one maximum on all levels, where forms tick one and their headings say what they are worth.
pub(super) fn graded(found: &Draft<'_>, item: &ProposedItem, row: usize) -> Option<Value> {
    if !is_ticked(found, row, &[Column::Choice]) || item.is_unlimited() {
        return None;
    }
    let maximum = item.first_limit();
    let is_it = |most: &Most| *most == Most::Points(maximum);
    if !item.maxima.iter().flatten().all(is_it) {
        return None;
    }
    let mut grades: IndexMap<Decimal, Vec<String>> = IndexMap::new();
    for column in &found.roles.columns {
        if let Some(worth) = column.worth {
            grades.entry(worth).or_default().push(column.text.clone());
        }
    }
    let option = |(worth, names): (Decimal, Vec<String>)| {
        let points = maximum
            .checked_mul(worth)?
            .0
            .checked_div(Decimal::ONE_HUNDRED)?;
        let mut names = names.into_iter().map(Value::from);
        let mut option = table([("name", names.next()?), ("points", number(Points(points)))]);
        let others: Vec<Value> = names.collect();
        if !others.is_empty() {
            option.insert("aliases".to_string(), Value::Array(others));
        }
        Some(Value::Table(option))
    };
    let options: Option<Vec<Value>> = grades.into_iter().map(option).collect();
    options.filter(|all| !all.is_empty()).map(Value::Array)
}
