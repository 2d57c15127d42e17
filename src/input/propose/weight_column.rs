//! The column that holds the weights of rows: "Trọng số", "Hệ số".
//!
//! In: the headings of the forms. Out: which of them holds weights. One so headed that no score exceeds may be that of the maximum
//! as well: there it stays. Not for: the weights themselves.

use crate::campaign::documents::Certainty;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnDoubt, ColumnUse, FEWEST, FormColumn};
use crate::input::propose::forms::Forms;

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
        .filter(|one| is_of(one, Column::Claimed))
        .map(|one| one.key.clone())
        .collect();
    let is_weight = |one: &FormColumn| {
        let is_exceeded = || claimed.iter().any(|key| exceeds(forms, key, &one.key));
        one.sense.is_weight
            && one.word.is_none()
            && one.numbers >= FEWEST
            && (has_maximum || is_exceeded())
    };
    let Some(place) = columns.iter().position(is_weight) else {
        return;
    };
    if let Some(column) = columns.get_mut(place) {
        column.role = Some(ColumnUse::Weight);
        (column.certainty, column.doubt) = (Certainty::Look, ColumnDoubt::Weight);
    }
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
