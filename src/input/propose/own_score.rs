//! Rows that are scored on their own line though the rows below them print points: "- Có kế hoạch | 2,5" says what a score is made of.
//!
//! In: a row and what is below it. Out: whether the forms score the row itself and nothing below it, and its most where only the rows
//! below print some. Not for: options that the forms choose from (`row_kinds`), rows below that forms score.

use crate::base::points::Points;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnUse, FormColumn};
use crate::input::propose::forms::{SEVERAL, are_nearly_all};
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::value::CellStatement;

impl Finder<'_> {
    /// Whether a row with such rows right below it has the score of all of them: nearly all forms that score anything beside it score
    /// it, no more than its most, and nothing below it. A few may score both.
    pub(super) fn is_scored_itself(
        &self,
        row: usize,
        below: &[usize],
        kinds: &[FormRowKind],
    ) -> bool {
        let rows = &self.forms.consensus.rows;
        let parent = rows.get(row).and_then(|one| one.parent);
        let beside: Vec<usize> = self.forms.consensus.below(parent).collect();
        let is_scoring = |place: &usize| {
            let has_row = self.forms.node(row, *place).is_some();
            has_row && beside.iter().any(|one| self.number(*one, *place).is_some())
        };
        let forms = (0..self.forms.count()).filter(is_scoring);
        let forms: Vec<usize> = forms.collect();
        let own = forms.iter().filter_map(|place| self.number(row, *place));
        let own: Vec<Points> = own.collect();
        // A sum of blank cells is 0.
        let scored = own.iter().filter(|one| **one > Points::ZERO).count();
        if scored < SEVERAL || !are_nearly_all(own.len(), forms.len()) {
            return false;
        }
        let most = self.most_possible(row, below);
        let fitting = own.iter().filter(|one| Some(**one) <= most).count();
        let inner = self.all_below(row);
        let is_survey = |one: &usize| kinds.get(*one) == Some(&FormRowKind::Survey);
        let scores_below = |place: &usize| inner.iter().any(|one| self.is_scored_in(*one, *place));
        let both = (0..self.forms.count()).filter(scores_below);
        let both: Vec<usize> = both.collect();
        let only = own.len().saturating_sub(both.len());
        most.is_some()
            && are_nearly_all(fitting, own.len())
            && only >= SEVERAL
            && are_nearly_all(only, own.len())
            && both.iter().all(|place| self.number(row, *place).is_some())
            && !inner
                .iter()
                .any(|one| is_survey(one) || self.is_answered(*one))
    }

    /// Takes what is below a row that is scored itself for words about it.
    pub(super) fn leave_parts(&self, row: usize, kinds: &mut [FormRowKind]) {
        for place in self.all_below(row) {
            if let Some(kind) = kinds.get_mut(place)
                && *kind != FormRowKind::Figure
            {
                *kind = FormRowKind::Words;
            }
        }
    }

    /// The most that a row can have: its own, else all of those right below it.
    fn most_possible(&self, row: usize, below: &[usize]) -> Option<Points> {
        let levels = || 0..self.levels.len();
        let own = levels().filter_map(|level| self.printed(row, level)).max();
        let parts = |level| self.parts_below(below, level).into_iter().sum::<Points>();
        let most = own.or_else(|| levels().map(parts).max());
        most.filter(|most| *most > Points::ZERO)
    }

    /// The points above 0 that rows print on a level.
    fn parts_below(&self, below: &[usize], level: usize) -> Vec<Points> {
        let printed = below.iter().filter_map(|one| self.printed(*one, level));
        printed.filter(|one| *one > Points::ZERO).collect()
    }

    /// The rows below a row, however deep.
    pub(super) fn all_below(&self, row: usize) -> Vec<usize> {
        let mut all: Vec<usize> = self.forms.consensus.below(Some(row)).collect();
        let mut next = 0;
        while let Some(one) = all.get(next) {
            all.extend(self.forms.consensus.below(Some(*one)));
            next += 1;
        }
        all
    }

    /// Whether a form says anything in a row, in a column of scores.
    fn is_scored_in(&self, row: usize, place: usize) -> bool {
        let mut columns = self.roles.columns.iter().filter(|one| is_of_scores(one));
        columns.any(|one| self.forms.said(row, place, &one.key).is_some())
    }

    /// Whether some form answers in a row beside the scores: a tick, or a number that other forms do not have.
    pub(super) fn is_answered(&self, row: usize) -> bool {
        let is_most = |one: &FormColumn| one.role == Some(ColumnUse::Maximum);
        let columns = self.roles.columns.iter();
        let mut columns = columns.filter(|one| !is_most(one) && !is_of_scores(one));
        columns.any(|column| {
            let said = |place| Some(self.forms.said(row, place, &column.key)?.0);
            let said = (0..self.forms.count()).filter_map(said);
            let said: Vec<&CellStatement> = said.collect();
            said.iter().any(|one| match one {
                CellStatement::Number(_) => said.first() != Some(one),
                CellStatement::Tick => true,
                CellStatement::Text(_) => false,
            })
        })
    }

    /// The most of a row that prints none and is scored for those below it, which print some: their sum or the largest of them, as what
    /// is printed above says, or scores above the largest.
    pub(super) fn most_of_parts(
        &self,
        row: usize,
        level: usize,
        kinds: &[FormRowKind],
    ) -> Option<Points> {
        type Way = fn(Vec<Points>) -> Points;
        let ways: [Way; 2] = [
            |parts| parts.into_iter().sum(),
            |parts| parts.into_iter().max().unwrap_or_default(),
        ];
        let parts = |row: usize| {
            let below: Vec<usize> = self.forms.consensus.below(Some(row)).collect();
            let is_note = |one: &usize| kinds.get(*one) == Some(&FormRowKind::Words);
            let parts = self.parts_below(&below, level);
            (!parts.is_empty() && below.iter().all(is_note)).then_some(parts)
        };
        let own = parts(row)?;
        let parent = self.forms.consensus.rows.get(row)?.parent;
        let most = |one: usize, way: Way| self.printed(one, level).or_else(|| parts(one).map(way));
        let stated = match parent {
            Some(above) => self.printed(above, level).into_iter().collect(),
            None => self.total_maxima(level),
        };
        let is_stated = |way: &Way| {
            let beside = self.forms.consensus.below(parent);
            stated.contains(&beside.filter_map(|one| most(one, *way)).sum())
        };
        let [sum, largest] = ways.map(|way| (way(own.clone()), is_stated(&way)));
        let is_above = |place: usize| self.number(row, place).is_some_and(|one| one > largest.0);
        match (sum.1, largest.1) {
            (true, false) => Some(sum.0),
            (false, true) => Some(largest.0),
            _ => (0..self.forms.count()).any(is_above).then_some(sum.0),
        }
    }
}

/// Whether a column holds scores, or is called so.
fn is_of_scores(one: &FormColumn) -> bool {
    let is_called = matches!(one.word, Some(Column::Claimed | Column::Appraised));
    is_called || matches!(one.role, Some(ColumnUse::Claimed | ColumnUse::Tick))
}
