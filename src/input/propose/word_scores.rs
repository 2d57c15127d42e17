//! The one column in which units say by words how well they did, where the forms ask for no points: "Đạt", "Hoàn thành tốt".
//!
//! In: the columns of the forms. Out: which one holds such words, and the words. Not for: yes and no (`answer_column`), and not for what a
//! word is worth, which no form says.

use indexmap::IndexMap;
use toml::Value;

use crate::base::points::Points;
use crate::base::text;
use crate::campaign::documents::Certainty;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnDoubt, ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::Forms;
use crate::input::propose::sense::HeadingOf;
use crate::input::propose::toml_values::{number, table};
use crate::input::propose::value::CellStatement;

/// Different words of such a column, at most, and words of each.
const MOST_WORDS: usize = 8;
const LONGEST: usize = 6;

/// How often each of them stands there on average, at least.
const OFTEN: usize = 3;

/// The words of a column as most write them, in the order of the forms.
pub(super) fn words(forms: &Forms<'_>, key: &str) -> Vec<String> {
    let mut words: IndexMap<String, String> = IndexMap::new();
    for (row, place) in cells(forms) {
        if let Some((CellStatement::Text(written), ..)) = forms.said(row, place, key) {
            let word = || written.clone();
            words.entry(text::key(written)).or_insert_with(word);
        }
    }
    words.into_values().collect()
}

fn cells(forms: &Forms<'_>) -> impl Iterator<Item = (usize, usize)> {
    let rows = forms.rows();
    let count = forms.count();
    rows.flat_map(move |row| (0..count).map(move |place| (row, place)))
}

/// Takes a column of words for the answers, where nothing else is one and no heading is of points.
pub(super) fn find(columns: &mut [FormColumn], forms: &Forms<'_>) {
    let is_answer = |one: &FormColumn| {
        let answers = [Column::Yes, Column::No, Column::Choice];
        let is_other = |role| answers.iter().any(|kind| role == ColumnUse::Other(*kind));
        one.role
            .is_some_and(|role| role == ColumnUse::Tick || is_other(role))
    };
    let is_points = |one: &FormColumn| {
        let is_of_unit = one.sense.is_own || one.word == Some(Column::Claimed);
        one.role.is_none() && one.numbers > 0 && is_of_unit
    };
    if columns.iter().any(|one| is_answer(one) || is_points(one)) {
        return;
    }
    let found: Vec<usize> = (0..columns.len())
        .filter(|place| {
            let column = columns.get(*place);
            column.is_some_and(|one| are_words(one, forms))
        })
        .collect();
    let [place] = found.as_slice() else { return };
    if let Some(column) = columns.get_mut(*place) {
        column.role = Some(ColumnUse::Other(Column::Choice));
        (column.certainty, column.doubt) = (Certainty::Unclear, ColumnDoubt::Words);
    }
}

/// Whether a few words stand again and again in a column of what the unit says of itself.
fn are_words(column: &FormColumn, forms: &Forms<'_>) -> bool {
    let is_word = matches!(column.word, None | Some(Column::Claimed | Column::Figure));
    let is_unit = column.sense.is_own || column.sense.of_whom == HeadingOf::Unit;
    let is_of_unit = is_unit || column.word == Some(Column::Claimed);
    let is_plain = column.role.is_none() && column.numbers == 0 && column.ticks == 0;
    if !(is_word && is_of_unit && is_plain) || Hint::Others.is_in(&column.key) {
        return false;
    }
    let words = words(forms, &column.key);
    let is_short = |word: &String| {
        let has_digit = word.contains(|c: char| c.is_ascii_digit());
        word.split_whitespace().count() <= LONGEST && !has_digit
    };
    (2..=MOST_WORDS).contains(&words.len())
        && column.texts >= FEWEST.max(words.len() * OFTEN)
        && words.iter().all(is_short)
}

/// The words as options of a rule, none of which is worth anything yet.
pub(super) fn options(forms: &Forms<'_>, columns: &[FormColumn]) -> Option<Value> {
    let mut columns = columns.iter();
    let column = columns.find(|one| one.doubt == ColumnDoubt::Words)?;
    let option = |word: String| {
        let nothing = number(Points::ZERO);
        Value::Table(table([("name", word.into()), ("points", nothing)]))
    };
    let words = words(forms, &column.key).into_iter();
    Some(Value::Array(words.map(option).collect()))
}

/// Whether forms say something in a row in such a column.
pub(super) fn is_said(forms: &Forms<'_>, columns: &[FormColumn], row: usize) -> bool {
    let mut columns = columns.iter().filter(|one| one.doubt == ColumnDoubt::Words);
    columns.any(|one| (0..forms.count()).any(|place| forms.said(row, place, &one.key).is_some()))
}
