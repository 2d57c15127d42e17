//! Columns of numbers that differ from form to form: what units write, and not what the form prints.
//!
//! In: what forms say in the rows that they agree on. Out: whether a column differs, and the one that may hold the scores where
//! no heading says so. Not for: columns that the words or the maxima tell.

use crate::base::points::Points;
use crate::campaign::documents::Certainty;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnDoubt, ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::{Forms, majority};
use crate::input::propose::printed_points::is_printed;
use crate::input::propose::sense::HeadingOf;

/// Whether most rows of a column that several forms fill in have other numbers in some of them.
pub(super) fn varies(forms: &Forms<'_>, column: &FormColumn) -> bool {
    let (mut differ, mut all) = (0_usize, 0_usize);
    for row in forms.rows() {
        let places = column.places.iter().copied();
        let mut numbers = places.filter_map(|place| forms.number(row, place, &column.key));
        let (Some(first), Some(second)) = (numbers.next(), numbers.next()) else {
            continue;
        };
        all += 1;
        differ += usize::from(first != second || numbers.any(|one| one != first));
    }
    all >= FEWEST && differ * 2 >= all
}

/// In how many forms the sums are what stands below them in a column, and none is another number.
fn adding_up(forms: &Forms<'_>, column: &FormColumn) -> usize {
    let holds = |place: &usize| {
        let number = |row: usize| forms.number(row, *place, &column.key);
        let sum = |above: Option<usize>| {
            let parts: Vec<Points> = forms.consensus.below(above).filter_map(number).collect();
            (parts.len() > 1).then(|| parts.into_iter().sum::<Points>())
        };
        let rows = forms.rows();
        let rows = rows.filter_map(|row| Some((sum(Some(row))?, number(row)?)));
        let rows: Vec<bool> = rows.map(|(sum, said)| is_printed(sum, said)).collect();
        let totals: Vec<Points> = forms.summed(*place, &column.key).collect();
        let total = sum(None).filter(|_| !totals.is_empty());
        let total = total.map(|sum| totals.iter().any(|total| is_printed(sum, *total)));
        let all = || rows.iter().copied().chain(total);
        all().next().is_some() && all().all(|one| one)
    };
    column.places.iter().filter(|place| holds(place)).count()
}

/// Takes the column that differs from form to form for the scores, where forms that assess something have neither a score nor ticks: of
/// several the one that adds up in the most forms, and of these the one with the most numbers, but none of others or of a plan beside one
/// that may be the unit's. It is asked for.
pub(super) fn guess(columns: &mut [FormColumn], forms: &Forms<'_>) {
    let is_answer = |one: &FormColumn| {
        let answers = [Column::Yes, Column::No, Column::Choice];
        let is_other = |role| answers.iter().any(|kind| role == ColumnUse::Other(*kind));
        let is_plain = |role| matches!(role, ColumnUse::Claimed | ColumnUse::Tick);
        one.role
            .is_some_and(|role| is_plain(role) || is_other(role))
    };
    if columns.iter().any(is_answer) {
        return;
    }
    let may = |one: &FormColumn| {
        let is_open = one.role.is_none() || one.role == Some(ColumnUse::Other(Column::Figure));
        let is_beside = one.sense.is_earlier() || one.sense.is_beside || one.sense.is_weight;
        is_open
            && !is_beside
            && !one.text.is_empty()
            && one.numbers >= FEWEST
            && one.numbers > one.texts
            && one.sense.meant != Some(Column::Appraised)
            && varies(forms, one)
    };
    let all = columns.iter().enumerate().rev();
    let most = all.filter(|(_, one)| may(one)).max_by_key(|(_, one)| {
        let is_unit = one.sense.of_whom == HeadingOf::Unit;
        let rank = (!one.sense.is_of_others(), adding_up(forms, one), is_unit);
        (rank, one.numbers)
    });
    let Some(place) = most.map(|(place, _)| place) else {
        return;
    };
    if let Some(column) = columns.get_mut(place) {
        column.role = Some(ColumnUse::Claimed);
        (column.certainty, column.doubt) = (Certainty::Unclear, ColumnDoubt::Guessed);
    }
}

/// Whether a column of other forms says what this one says.
pub(super) fn says_the_same(forms: &Forms<'_>, column: &FormColumn, key: &str) -> bool {
    let (mut same, mut all) = (0, 0);
    for row in forms.rows() {
        let values = (0..forms.count()).filter_map(|place| forms.number(row, place, key));
        let Some((most, ..)) = majority(values) else {
            continue;
        };
        for place in column.places.iter().copied() {
            let has_other = forms.number(row, place, key).is_some();
            if let Some(points) = forms.number(row, place, &column.key).filter(|_| !has_other) {
                all += 1;
                same += usize::from(points == most);
            }
        }
    }
    all >= FEWEST && same * 10 >= all * 8
}

/// Whether the numbers of one column are never below those of another, and often above them.
pub(super) fn exceeds(forms: &Forms<'_>, one: &FormColumn, other: &FormColumn) -> bool {
    let is_shared = |place: &usize| other.places.binary_search(place).is_ok();
    let shared: Vec<usize> = one.places.iter().copied().filter(is_shared).collect();
    if shared.is_empty() {
        return false;
    }
    let (mut above, mut both) = (0, 0);
    for row in forms.rows() {
        for place in shared.iter().copied() {
            let (Some(a), Some(b)) = (
                forms.number(row, place, &one.key),
                forms.number(row, place, &other.key),
            ) else {
                continue;
            };
            both += 1;
            above += usize::from(a > b);
            if a < b {
                return false;
            }
        }
    }
    both >= FEWEST && above * 10 > both
}
