//! The names of groups that stand beside their rows.
//!
//! In: where such names stand. Out: each with its row, its code and its text. Not for: which column has them (`structure`).

use crate::base::cell::{CellAddress, Grid};
use crate::base::text;
use crate::input::propose::code::Code;

/// Codes of groups that have none of their own, and those beside rows with Roman ones.
const ROMANS: &str = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX";
const LETTERS: &str = "A B C D E F G H K L M N O P Q R S T U Y";

/// A name of a group beside its first row.
#[derive(Clone, Debug)]
pub(super) struct GroupName {
    pub(super) row: u32,
    pub(super) code: Code,
    pub(super) text: String,
    pub(super) at: CellAddress,
}

/// The names that begin in these rows, top down: each with the code in the column of such, before its text, or else with the next one of
/// those that no other rows have.
pub(super) fn group_names(
    grid: &Grid,
    starts: &[(u32, CellAddress)],
    codes: Option<u32>,
    are_rows_roman: bool,
) -> Vec<GroupName> {
    let numerals = if are_rows_roman { LETTERS } else { ROMANS };
    let numerals = numerals.split(' ').chain(std::iter::repeat(""));
    let named = starts.iter().zip(numerals);
    let name = |((row, at), numeral): (&(u32, CellAddress), &str)| {
        let text = text::clean(&grid.label(*at)?.value.show());
        let own = codes.and_then(|column| grid.label_in_row(CellAddress::new(*row, column)));
        let own = own.and_then(|cell| Code::parse(&cell.value.show()));
        let (code, text) = match (own, Code::lead(&text)) {
            (None, Some(led)) => led,
            (Some(own), Some((led, rest))) if led == own => (own, rest),
            (own, _) => (own.or_else(|| Code::parse(numeral))?, text),
        };
        Some(GroupName {
            row: *row,
            code,
            text,
            at: *at,
        })
    };
    named.filter_map(name).collect()
}
