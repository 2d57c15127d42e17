//! What is asked of forms to tell their rows apart: what they print and write in a row, on each level.
//!
//! In: forms, the columns' roles, levels. Out: the maxima that most print. Not for: kinds of rows (`row_kinds`).

use std::cell::OnceCell;

use crate::base::points::{Most, Points};
use crate::input::propose::columns::ColumnUse;
use crate::input::propose::forms::{Forms, majority};
use crate::input::propose::roles::Roles;
use crate::input::propose::value::most_said;

/// Forms, their columns and levels: what kinds are found by.
pub(super) struct Finder<'a> {
    pub(super) forms: &'a Forms<'a>,
    pub(super) roles: &'a Roles,
    /// The forms of each level.
    pub(super) levels: &'a [Vec<usize>],
    /// The maxima that most forms of a level print: of each level, of each row.
    maxima: Vec<Vec<Option<Most>>>,
    /// Whether one of the rows below each row is chosen, once that was asked for.
    pub(super) chosen_below: Vec<OnceCell<bool>>,
}

impl<'a> Finder<'a> {
    /// What forms of these levels print is counted once: much is asked for each row.
    pub(super) fn new(forms: &'a Forms<'a>, roles: &'a Roles, levels: &'a [Vec<usize>]) -> Self {
        let mut finder = Finder {
            forms,
            roles,
            levels,
            maxima: Vec::new(),
            chosen_below: forms.rows().map(|_| OnceCell::new()).collect(),
        };
        let of_level = |places: &Vec<usize>| {
            let of_row = |row: usize| {
                let most = |place: &usize| finder.printed_in(row, *place);
                majority(places.iter().filter_map(most)).map(|(most, ..)| most)
            };
            forms.rows().map(of_row).collect()
        };
        finder.maxima = levels.iter().map(of_level).collect();
        finder
    }

    /// The maximum that most forms of a level print in a row, where it is a number.
    pub(super) fn printed(&self, row: usize, level: usize) -> Option<Points> {
        self.most(row, level)?.limit()
    }

    /// The maximum that most forms of a level print in a row: a number, or that there is none.
    pub(super) fn most(&self, row: usize, level: usize) -> Option<Most> {
        *self.maxima.get(level)?.get(row)?
    }

    /// The maximum that a form prints in a row.
    fn printed_in(&self, row: usize, place: usize) -> Option<Most> {
        let role = ColumnUse::Maximum;
        if let Some(points) = self.roles.number(self.forms, role, row, place) {
            return Some(Most::Points(points));
        }
        let (said, ..) = self.roles.said(self.forms, role, row, place)?;
        most_said(said)
    }
}
