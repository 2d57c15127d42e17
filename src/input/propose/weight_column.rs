//! The column that holds the weights of rows: "Trọng số", "Hệ số".
//!
//! In: the headings of the forms. Out: which of them holds weights. One so headed that no score exceeds may be that of the maximum
//! as well: there it stays, unless all score from 0 to 1 and it is of few points. Not for: the weights themselves.

use crate::base::points::{Decimal, Points};
use crate::campaign::documents::Certainty;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{CLEAR_MAXIMUM, ColumnDoubt, ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::{Forms, are_nearly_all};
use crate::input::propose::varying;

/// Scores of a hundred that exceed what is no maximum.
const EXCEEDING: usize = 20;

/// Takes columns that are headed as weights for such, where another column holds the maximum or scores exceed them.
pub(super) fn find(columns: &mut [FormColumn], forms: &Forms<'_>) {
    let is_of =
        |one: &FormColumn, kind: Column| one.word == Some(kind) || one.sense.meant == Some(kind);
    let has_maximum = columns
        .iter()
        .any(|one| is_of(one, Column::Maximum) && !one.sense.is_earlier() && one.numbers >= FEWEST);
    let claimed: Vec<String> = columns
        .iter()
        .filter(|one| {
            let is_open = one.word.is_none() && !one.sense.is_weight && !one.sense.is_beside;
            let is_own = one.sense.is_own || varying::varies(forms, one);
            is_of(one, Column::Claimed) || is_open && is_own
        })
        .map(|one| one.key.clone())
        .collect();
    let is_weight = |one: &FormColumn| {
        let is_exceeded = || claimed.iter().any(|key| exceeds(forms, key, &one.key));
        let is_of_indices = || {
            claimed
                .iter()
                .any(|key| weighs_indices(forms, key, &one.key))
        };
        one.sense.is_weight
            && one.word.is_none()
            && one.numbers >= FEWEST
            && (has_maximum || is_exceeded() || is_of_indices())
    };
    let Some(place) = columns.iter().position(is_weight) else {
        return;
    };
    if let Some(column) = columns.get_mut(place) {
        column.role = Some(ColumnUse::Weight);
        (column.certainty, column.doubt) = (Certainty::Look, ColumnDoubt::Weight);
    }
}

/// Whether nearly all numbers of one column are from 0 to 1, not all of them whole, where another has so few points that they can be
/// no shares of these.
fn weighs_indices(forms: &Forms<'_>, one: &str, other: &str) -> bool {
    let numbers = |key: &str| -> Vec<Points> {
        let of = |row| (0..forms.count()).filter_map(move |place| forms.number(row, place, key));
        let parts = forms
            .rows()
            .filter(|row| forms.coded_below(*row).is_empty());
        parts.flat_map(of).collect()
    };
    let scores = numbers(one);
    let is_index = |score: &&Points| (Decimal::ZERO..=Decimal::ONE).contains(&score.0);
    let indices = scores.iter().filter(is_index).count();
    let is_broken = scores.iter().any(|score| !score.0.is_integer());
    let few = Decimal::from(CLEAR_MAXIMUM);
    scores.len() >= FEWEST
        && is_broken
        && are_nearly_all(indices, scores.len())
        && numbers(other).iter().all(|weight| weight.0 < few)
}

/// Whether many numbers of one column are above those of another.
fn exceeds(forms: &Forms<'_>, one: &str, other: &str) -> bool {
    let (mut above, mut both) = (0_usize, 0_usize);
    for row in forms.rows() {
        for place in 0..forms.count() {
            let pair = (
                forms.number(row, place, one),
                forms.number(row, place, other),
            );
            if let (Some(one), Some(other)) = pair {
                both += 1;
                above += usize::from(one > other);
            }
        }
    }
    both >= FEWEST && above * 100 >= both * EXCEEDING
}
