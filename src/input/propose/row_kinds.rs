//! What each row is: a group, a criterion, an option, a figure, or only words.
//!
//! In: forms, the columns' roles, levels. Out: for each row its kind and its points on each level. Not for: ids and documents.

use crate::base::number::mentions_no_limit;
use crate::base::points::Points;
use crate::campaign::vocabulary::Column;
use crate::input::propose::code::CodeStyle;
use crate::input::propose::columns::{ColumnDoubt, FormColumn};
pub(super) use crate::input::propose::finder::Finder;
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::value::{CellStatement, ending_points};
use crate::input::propose::word_scores;

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FormRowKind {
    /// It adds up what stands below it; a group where it stands below nothing.
    Sum,
    /// It has points of its own, and options where the form names some: name, points.
    Leaf(Vec<(String, Points)>),
    /// It is an option of the row above.
    Option,
    /// It is a figure of the row above.
    Figure,
    /// The points of this row are not the unit's to give.
    Survey,
    /// It holds no points.
    Words,
}

impl Finder<'_> {
    /// The kind of each row.
    pub(super) fn kinds(&self) -> Vec<FormRowKind> {
        let mut kinds = vec![FormRowKind::Words; self.forms.rows().len()];
        // Rows stand behind what they stand below, so that what is below is known first.
        for row in self.forms.rows().rev() {
            let kind = self.kind(row, &mut kinds);
            if let Some(own) = kinds.get_mut(row) {
                *own = kind;
            }
        }
        self.leave_figures(None, &mut kinds);
        kinds
    }

    /// Takes rows for figures that stand beside criteria: of no criterion, so that nobody counts them.
    fn leave_figures(&self, row: Option<usize>, kinds: &mut [FormRowKind]) {
        for place in self.figures_beside(row, kinds) {
            if let Some(kind) = kinds.get_mut(place) {
                *kind = FormRowKind::Figure;
            }
        }
    }

    fn kind(&self, row: usize, kinds: &mut [FormRowKind]) -> FormRowKind {
        let below: Vec<usize> = self.forms.consensus.below(Some(row)).collect();
        if let Some(options) = self.options(row, &below, kinds) {
            for (place, _) in &options {
                if let Some(kind) = kinds.get_mut(*place) {
                    *kind = FormRowKind::Option;
                }
            }
            return FormRowKind::Leaf(options.into_iter().map(|(_, option)| option).collect());
        }
        let has_points = |place: &usize| {
            matches!(
                kinds.get(*place),
                Some(FormRowKind::Sum | FormRowKind::Leaf(_) | FormRowKind::Survey)
            )
        };
        if let Some(figures) = self.figures_below(row, &below, kinds) {
            for place in figures {
                if let Some(kind) = kinds.get_mut(place) {
                    *kind = FormRowKind::Figure;
                }
            }
            return FormRowKind::Leaf(Vec::new());
        }
        if below.iter().any(has_points) {
            if self.is_scored_itself(row, &below, kinds) {
                self.leave_parts(row, kinds);
                return FormRowKind::Leaf(Vec::new());
            }
            self.leave_figures(Some(row), kinds);
            return FormRowKind::Sum;
        }
        let printed = (0..self.levels.len()).any(|level| self.most(row, level).is_some());
        let is_worded = || word_scores::is_said(self.forms, &self.roles.columns, row);
        if !printed && !self.is_claimed(row) && !is_worded() {
            return if self.is_figure(row) {
                FormRowKind::Figure
            } else {
                FormRowKind::Words
            };
        }
        if self.is_survey(row, &below) {
            return FormRowKind::Survey;
        }
        FormRowKind::Leaf(Vec::new())
    }

    /// Whether the words of a row say that its points have no limit.
    pub(super) fn mentions_no_limit(&self, row: usize) -> bool {
        let one = self.forms.consensus.rows.get(row);
        one.is_some_and(|one| mentions_no_limit(&one.text))
    }

    /// Whether any form of a level has a row.
    pub(super) fn is_on(&self, row: usize, level: usize) -> bool {
        let places = self.levels.get(level).map_or(&[][..], Vec::as_slice);
        places
            .iter()
            .any(|place| self.forms.node(row, *place).is_some())
    }

    /// Whether a level does not have a row: no form of it has one, or none prints a maximum and scores there where other levels do.
    pub(super) fn is_lacking(&self, row: usize, level: usize) -> bool {
        let places = self.levels.get(level).map_or(&[][..], Vec::as_slice);
        let is_claimed = |place: &usize| self.claimed(row, *place).is_some();
        let is_elsewhere = || (0..self.levels.len()).any(|other| self.most(row, other).is_some());
        !self.is_on(row, level) || !places.iter().any(is_claimed) && is_elsewhere()
    }

    /// What a form gives itself in a row.
    pub(super) fn claimed(&self, row: usize, place: usize) -> Option<&CellStatement> {
        let of = |role| self.roles.said(self.forms, role, row, place);
        of(ColumnUse::Claimed)
            .or_else(|| of(ColumnUse::Tick))
            .map(|(said, ..)| said)
    }

    /// Whether the forms give themselves points in some row.
    pub(super) fn is_claimed_anywhere(&self) -> bool {
        self.forms.rows().any(|row| self.is_claimed(row))
    }

    /// Whether words stand in place of the scores.
    pub(super) fn is_worded_anywhere(&self) -> bool {
        let mut columns = self.roles.columns.iter();
        columns.any(|one| one.doubt == ColumnDoubt::Words)
    }

    fn is_claimed(&self, row: usize) -> bool {
        let is_number = |place| matches!(self.claimed(row, place), Some(CellStatement::Number(_)));
        (0..self.forms.count()).any(is_number)
    }

    /// Whether forms have a figure of a row, or the unit of measure of one.
    pub(super) fn is_figure(&self, row: usize) -> bool {
        let has = |place: &usize, column| {
            let role = ColumnUse::Other(column);
            self.roles.said(self.forms, role, row, *place).is_some()
        };
        let all = 0..self.forms.count();
        let is_measured = |place: &usize| has(place, Column::Measure) || has(place, Column::Figure);
        all.clone().any(|place| is_measured(&place))
    }

    /// The options below a row: its place, name and points.
    fn options(
        &self,
        row: usize,
        below: &[usize],
        kinds: &[FormRowKind],
    ) -> Option<Vec<(usize, (String, Points))>> {
        let rows = &self.forms.consensus.rows;
        let is_leaf = |place: &&usize| {
            !matches!(
                kinds.get(**place),
                Some(FormRowKind::Sum | FormRowKind::Survey)
            )
        };
        let is_listed = |place: &&usize| {
            let row = rows.get(**place);
            row.is_some_and(|row| matches!(row.code.style, CodeStyle::Dash | CodeStyle::Bare))
        };
        let listed: Vec<usize> = below
            .iter()
            .filter(is_listed)
            .filter(is_leaf)
            .copied()
            .collect();
        if listed.len() > 1 && listed.len() == below.len() {
            let written = |place: &usize| Some((*place, ending_points(&rows.get(*place)?.text)?));
            let texts: Vec<_> = listed.iter().filter_map(written).collect();
            if texts.len() * 10 >= listed.len() * 8 {
                return Some(texts);
            }
        }
        if let Some(coded) = self.coded_options(row, below, kinds) {
            return Some(coded);
        }
        let is_plain = below.iter().filter(is_leaf).count() == below.len();
        let with_points = |place: &usize| {
            let points = (0..self.levels.len()).find_map(|level| self.printed(*place, level))?;
            Some((*place, (rows.get(*place)?.text.clone(), points)))
        };
        let all: Vec<_> = below.iter().filter_map(with_points).collect();
        if !is_plain || all.len() < 2 || all.len() * 10 < below.len() * 8 {
            return None;
        }
        let own = (0..self.levels.len()).find_map(|level| self.printed(row, level));
        let pairs: Vec<_> = all
            .iter()
            .map(|(row, (_, points))| (*row, *points))
            .collect();
        let points = || pairs.iter().map(|(_, points)| *points);
        let most = points().max()?;
        let adds_up =
            own == Some(points().sum::<Points>()) && points().all(|one| one > Points::ZERO);
        let has_zero = points().any(|one| one.is_zero());
        let is_ticked = all.iter().any(|(place, _)| {
            (0..self.forms.count())
                .any(|form| self.claimed(*place, form) == Some(&CellStatement::Tick))
        });
        let is_ticked = is_ticked || own == Some(most) && self.is_one_chosen(&pairs);
        let is_negative = points().any(|one| one < Points::ZERO);
        let is_choice = own.is_none_or(|own| own == most) && !is_negative && !adds_up;
        let is_best =
            || own.is_none() && self.is_one_chosen(&pairs) && !self.is_sum_meant_above(row);
        let is_sure = is_ticked || has_zero || own == Some(most) || is_best();
        let is_list = listed.len() == below.len() || is_ticked || has_zero;
        // Groups hold criteria: without ticks or a zero nothing says that one row excludes the other.
        let is_group = rows.get(row).is_some_and(|row| row.parent.is_none());
        (is_choice && is_sure && is_list && (!is_group || is_ticked)).then_some(all)
    }

    /// The options below a row that have codes of their own and say their points in their texts alone: "a) Đầy đủ: 10 điểm". The best one
    /// has what the row has; parts that add up to it are criteria, whatever is ticked.
    fn coded_options(
        &self,
        row: usize,
        below: &[usize],
        kinds: &[FormRowKind],
    ) -> Option<Vec<(usize, (String, Points))>> {
        let rows = &self.forms.consensus.rows;
        let levels = || 0..self.levels.len();
        let is_bare = |place: &usize| {
            kinds.get(*place) == Some(&FormRowKind::Words)
                && levels().all(|level| self.printed(*place, level).is_none())
        };
        if below.len() < 2 || !below.iter().all(is_bare) {
            return None;
        }
        let written = |place: &usize| Some((*place, ending_points(&rows.get(*place)?.text)?));
        let all: Vec<_> = below.iter().filter_map(written).collect();
        let points = || all.iter().map(|(_, (_, points))| *points);
        let own = levels().find_map(|level| self.printed(row, level));
        let is_worded =
            all.len() * 10 >= below.len() * 8 && points().all(|one| one >= Points::ZERO);
        let adds_up = own == Some(points().sum()) && points().all(|one| one > Points::ZERO);
        let is_best = own.is_some() && own == points().max() && !adds_up;
        let is_ticked = below.iter().any(|place| {
            (0..self.forms.count())
                .any(|form| self.claimed(*place, form) == Some(&CellStatement::Tick))
        });
        let has_zero = points().any(|one| one.is_zero());
        (is_worded && (is_best || own.is_none()) && (is_ticked || has_zero)).then_some(all)
    }

    /// Whether no form gives itself points in a row, where a column says that others give some.
    fn is_survey(&self, row: usize, below: &[usize]) -> bool {
        let is_blank =
            |row: usize| (0..self.forms.count()).all(|place| self.claimed(row, place).is_none());
        self.roles.has_survey()
            && is_blank(row)
            && below.is_empty()
            && !self.is_bonus(row)
            && self.is_filled()
    }

    /// Whether the forms give themselves points anywhere: a blank form says nothing about whose points they are.
    fn is_filled(&self) -> bool {
        self.forms
            .rows()
            .filter(|row| self.is_claimed(*row))
            .nth(2)
            .is_some()
    }

    /// Whether forms that were filled in leave a row blank.
    pub(super) fn is_left_blank(&self, row: usize) -> bool {
        let has_row = |place: &usize| self.forms.node(row, *place).is_some();
        let is_blank = |place: usize| self.claimed(row, place).is_none();
        self.is_filled() && (0..self.forms.count()).filter(has_row).any(is_blank)
    }

    /// Whether anything says that these are forms with points, and not any tables alike: a heading that is known, ticks, options
    /// with their points, or maxima that add up.
    pub(super) fn is_evident(&self, kinds: &[FormRowKind]) -> bool {
        let is_of = |one: &FormColumn, kind: Column| {
            one.word == Some(kind) || one.sense.meant == Some(kind)
        };
        let is_known = |one: &FormColumn| match one.role {
            Some(ColumnUse::Maximum) => is_of(one, Column::Maximum),
            // What is taken for a score by its zeros and ones is asked for.
            Some(ColumnUse::Claimed) => {
                let is_asked = matches!(one.doubt, ColumnDoubt::Binary | ColumnDoubt::Guessed);
                is_of(one, Column::Claimed) || one.sense.is_own || is_asked
            }
            Some(ColumnUse::Tick) => true,
            _ => false,
        };
        let has_options =
            |kind: &FormRowKind| matches!(kind, FormRowKind::Leaf(options) if !options.is_empty());
        self.roles.columns.iter().any(is_known)
            || self.roles.are_worded()
            || kinds.iter().any(has_options)
            || self.forms.rows().any(|row| self.adds_up(row))
    }

    /// Whether a row prints what the rows below it print together.
    fn adds_up(&self, row: usize) -> bool {
        let below = self.forms.coded_below(row);
        (0..self.levels.len()).any(|level| {
            let parts: Vec<Points> = below
                .iter()
                .filter_map(|one| self.printed(*one, level))
                .collect();
            parts.len() > 1 && self.printed(row, level) == Some(parts.iter().copied().sum())
        })
    }
}
