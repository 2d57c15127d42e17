//! Figures that units write together into one cell of their criterion: `a = 12; b = 15; tỷ lệ = a/b`.
//!
//! In: what forms say in the rows that they agree on. Out: the column of such cells, the labels of a row, and whether the points follow
//! from them as a share. Not for: reading the figures, which `recognise` does when the campaign is known.

use std::collections::BTreeMap;

use crate::base::points::{Decimal, Points};
use crate::input::propose::forms::Forms;
use crate::input::propose::value::{CellStatement, written};
use crate::input::recognise::labelled;

/// The figures of a row by their labels.
pub(super) type Labelled = BTreeMap<String, Points>;

/// The figures that a form writes in a cell: numbers behind single letters.
pub(super) fn figures(said: &CellStatement) -> Labelled {
    let CellStatement::Text(text) = said else {
        return Labelled::new();
    };
    let of = |(label, value): (String, String)| {
        let mut letters = label.chars();
        let letter = letters.next().filter(char::is_ascii_lowercase)?;
        let number = written(value.split(' ').next()?)?;
        letters
            .next()
            .is_none()
            .then(|| (letter.to_string(), number))
    };
    labelled(text).into_iter().filter_map(of).collect()
}

/// How many cells of a column hold two figures or more, in all forms.
pub(super) fn cells(forms: &Forms<'_>, key: &str) -> usize {
    let cells = forms
        .rows()
        .flat_map(|row| (0..forms.count()).filter_map(move |place| forms.said(row, place, key)));
    cells.filter(|(said, ..)| figures(said).len() > 1).count()
}

/// The labels that most forms write in a row.
pub(super) fn labels(forms: &Forms<'_>, key: &str, row: usize) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut filled = 0;
    for place in 0..forms.count() {
        let Some((said, ..)) = forms.said(row, place, key) else {
            continue;
        };
        filled += 1;
        for label in figures(said).into_keys() {
            *counts.entry(label).or_default() += 1;
        }
    }
    let most = counts.into_iter().filter(|(_, count)| count * 2 > filled);
    most.map(|(label, _)| label).collect()
}

/// Whether the points that most forms give themselves are the first figure's share of the second, times the maximum.
pub(super) fn is_share(values: &[(Labelled, Points)], labels: &[String], maximum: Points) -> bool {
    let [part, whole] = labels else { return false };
    let follows = |(figures, claimed): &&(Labelled, Points)| {
        let share = || {
            let part = figures.get(part)?.0.checked_mul(maximum.0)?;
            part.checked_div(figures.get(whole)?.0)
        };
        let off = share().and_then(|points| points.checked_sub(claimed.0));
        off.is_some_and(|off| off.abs() < Decimal::new(5, 2))
    };
    let is_whole =
        |(figures, _): &&(Labelled, Points)| labels.iter().all(|label| figures.contains_key(label));
    let whole = values.iter().filter(is_whole);
    let right = whole.clone().filter(follows).count();
    right > 1 && right * 2 > whole.count()
}
