//! What the columns of unknown forms hold: arithmetic decides, words support.
//!
//! In: what forms say in the rows that they agree on. Out: for each heading what it was taken for. The maximum is the column that is
//! equal in all forms and whose tree adds up; the score is the one that differs and never exceeds it. Not for: single rows.

use std::collections::BTreeSet;

use crate::base::points::{Decimal, Points};
use crate::campaign::documents::Certainty;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::propose::answer_column;
use crate::input::propose::claimed;
pub(super) use crate::input::propose::columns::ColumnUse;
use crate::input::propose::columns::{FEWEST, FormColumn, MaximumTable, UnitKind, columns, share};
use crate::input::propose::forms::{Forms, are_nearly_all, majority};
use crate::input::propose::grade_columns;
use crate::input::propose::level_signs::LevelSigns;
use crate::input::propose::method;
use crate::input::propose::score_proof;
use crate::input::propose::value::most_said;
use crate::input::propose::varying;
use crate::input::propose::weight_column;
use crate::input::propose::word_scores;
use crate::input::propose::worded;

/// The headings of the forms and what they hold.
#[derive(Debug, Default)]
pub(super) struct Roles {
    pub(super) columns: Vec<FormColumn>,
    /// The kinds of the units of forms, by their places.
    kinds: Vec<Option<UnitKind>>,
    /// Rows whose texts state their maxima, where no column does.
    worded: BTreeSet<usize>,
}

impl Roles {
    /// Finds out what each column holds, where a year is assessed and covers say this of the units.
    pub(super) fn new(forms: &Forms<'_>, year: Option<i32>, signs: &LevelSigns) -> Roles {
        let mut columns = columns(forms, year);
        let kinds = kinds_of_forms(&mut columns, signs);
        let mut roles = Roles {
            columns,
            kinds,
            worded: BTreeSet::new(),
        };
        grade_columns::find(&mut roles.columns, forms);
        roles.pair_answers();
        weight_column::find(&mut roles.columns, forms);
        roles.find_maximum(forms);
        worded::refute(&mut roles.columns, forms);
        roles.find_maxima_of_levels();
        roles.find_ticks();
        answer_column::find(&mut roles.columns, forms);
        word_scores::find(&mut roles.columns, forms);
        if roles.keys(ColumnUse::Maximum).next().is_none() {
            roles.worded = worded::rows(forms, &roles.columns);
        }
        let maximum = |row, place| roles.number(forms, ColumnUse::Maximum, row, place);
        let maxima = MaximumTable::new(forms, maximum);
        score_proof::find(&mut roles.columns, forms, &maxima);
        claimed::find(&mut roles.columns, forms, &maxima);
        for column in &mut roles.columns {
            if column.role.is_none() && method::cells(forms, &column.key) >= FEWEST {
                column.role = Some(ColumnUse::Other(Column::Figure));
                column.certainty = Certainty::Look;
            }
            let by_word = column.role.is_none() && column.key.chars().any(char::is_alphabetic);
            if by_word && column.word.is_none() && column.is_result() {
                column.role = Some(ColumnUse::Other(Column::Figure));
                column.certainty = Certainty::Look;
            } else if let Some(kind) = column.word.filter(|_| by_word) {
                // What the words call a maximum or a score and arithmetic does not is asked for.
                let is_points = matches!(kind, Column::Maximum | Column::Claimed);
                column.role = Some(ColumnUse::Other(kind));
                column.certainty = if is_points {
                    Certainty::Unclear
                } else {
                    Certainty::Sure
                };
            }
        }
        roles
    }

    /// The keys of the columns of a role.
    pub(super) fn keys(&self, role: ColumnUse) -> impl Iterator<Item = &str> {
        let of = self
            .columns
            .iter()
            .filter(move |one| one.role == Some(role));
        of.map(|one| one.key.as_str())
    }

    /// The same as far as they hold for a form: of columns for several kinds of units that of its own; where it has none what is for
    /// all, and else what is for others.
    fn columns_of(&self, role: ColumnUse, place: usize) -> impl Iterator<Item = &FormColumn> {
        let own = self.kinds.get(place).and_then(Option::as_ref);
        let of = move || {
            self.columns
                .iter()
                .filter(move |one| one.role == Some(role))
        };
        let is_own = move |one: &FormColumn| one.kind.is_some() && one.kind.as_ref() == own;
        let has_own = of().any(is_own);
        let is_of_others = move |one: &FormColumn| one.kind.is_some() && !is_own(one);
        let own = of().filter(move |one| is_own(one));
        let for_all = of().filter(|one| one.kind.is_none());
        let of_others = of().filter(move |one| !has_own && is_of_others(one));
        own.chain(for_all).chain(of_others)
    }

    fn keys_of(&self, role: ColumnUse, place: usize) -> impl Iterator<Item = &str> {
        self.columns_of(role, place).map(|one| one.key.as_str())
    }

    /// The column of maxima that a form is read by though it is for units of another kind.
    pub(super) fn foreign_maximum(&self, place: usize) -> Option<&FormColumn> {
        let own = self.kinds.get(place).and_then(Option::as_ref);
        let has = |one: &&FormColumn| one.places.contains(&place);
        let mut columns = self.columns_of(ColumnUse::Maximum, place).filter(has);
        let first = columns.next()?;
        // What is known of nobody may be for all, where there is no other.
        let is_chosen = own.is_some() || columns.next().is_some();
        let is_foreign = first.kind.is_some() && first.kind.as_ref() != own;
        (is_foreign && is_chosen).then_some(first)
    }

    /// The first number that a form has in a row, in the columns of a role.
    pub(super) fn number(
        &self,
        forms: &Forms<'_>,
        role: ColumnUse,
        row: usize,
        place: usize,
    ) -> Option<Points> {
        if role == ColumnUse::Maximum && self.worded.contains(&row) {
            return worded::stated(&forms.node(row, place)?.text);
        }
        self.keys_of(role, place)
            .find_map(|key| forms.number(row, place, key))
    }

    /// Whether texts of rows state their maxima.
    pub(super) fn are_worded(&self) -> bool {
        self.worded.len() >= FEWEST
    }

    /// Takes what differs from form to form for the scores, where nothing else can be.
    pub(super) fn guess_score(&mut self, forms: &Forms<'_>) {
        varying::guess(&mut self.columns, forms);
    }

    /// What a form says in a row, in the columns of a role.
    pub(super) fn said<'a>(
        &self,
        forms: &Forms<'a>,
        role: ColumnUse,
        row: usize,
        place: usize,
    ) -> Option<crate::input::propose::forms::At<'a>> {
        self.keys_of(role, place)
            .find_map(|key| forms.said(row, place, key))
    }

    /// Whether the forms have a column of points that others give than the unit.
    pub(super) fn has_survey(&self) -> bool {
        let is_survey = |one: &FormColumn| Hint::Survey.is_in(&one.key);
        self.columns.iter().any(is_survey)
    }

    /// A column of answers means nothing without the other one: its word is forgotten.
    fn pair_answers(&mut self) {
        let answers = [Some(Column::Yes), Some(Column::No)];
        let has = |word: Option<Column>| self.columns.iter().any(|one| one.word == word);
        if answers.into_iter().all(has) {
            return;
        }
        for column in &mut self.columns {
            column.word = column.word.filter(|word| !answers.contains(&Some(*word)));
        }
    }

    fn find_maximum(&mut self, forms: &Forms<'_>) {
        let scores: Vec<f64> = self
            .columns
            .iter()
            .map(|one| match one.role {
                None => maximum(forms, one, &self.columns),
                Some(_) => 0.0,
            })
            .collect();
        let best = scores.iter().copied().fold(0.0, f64::max);
        if best < 1.0 {
            return;
        }
        let Some(first) = scores.iter().position(|score| (*score - best).abs() < 1e-9) else {
            return;
        };
        let rival = scores
            .iter()
            .enumerate()
            .any(|(place, score)| place != first && best - score < 0.15);
        let key = self
            .columns
            .get(first)
            .map(|one| one.key.clone())
            .unwrap_or_default();
        for column in &mut self.columns {
            let is_it = column.key == key;
            if column.role.is_none() && (is_it || varying::says_the_same(forms, column, &key)) {
                column.role = Some(ColumnUse::Maximum);
                let is_named = column.word == Some(Column::Maximum);
                column.certainty = match (is_named, rival && forms.count() > 1) {
                    (true, _) => Certainty::Sure,
                    (false, false) => Certainty::Look,
                    (false, true) => Certainty::Unclear,
                };
            }
        }
    }

    /// Columns of maxima whose headings name kinds of units hold those of these units, where there are any.
    fn find_maxima_of_levels(&mut self) {
        let is_of = |one: &FormColumn, kind: &UnitKind| {
            one.kind.as_ref() == Some(kind) && !one.sense.is_earlier() && one.numbers >= FEWEST
        };
        let kinds = self.kinds.iter().flatten();
        let kinds = kinds.filter(|kind| self.columns.iter().any(|one| is_of(one, kind)));
        let kinds: BTreeSet<UnitKind> = kinds.cloned().collect();
        // One kind alone may have the one column that there is.
        let columns = self.columns.iter().filter(|one| one.kind.is_some());
        if kinds.is_empty() || columns.count() < 2 {
            return;
        }
        for column in self.columns.iter_mut().filter(|one| one.kind.is_some()) {
            let is_meant = kinds.iter().any(|kind| is_of(column, kind));
            if is_meant && (column.role.is_none() || column.role == Some(ColumnUse::Maximum)) {
                column.role = Some(ColumnUse::Maximum);
                column.certainty = match column.kind {
                    Some(UnitKind::Named(_)) => Certainty::Look,
                    _ => Certainty::Sure,
                };
            } else if !is_meant {
                // It holds for nobody here.
                column.role = Some(ColumnUse::Other(Column::Ignored));
                column.certainty = Certainty::Look;
            }
        }
    }

    /// What units whose columns of maxima name them are called, by the place of a form of theirs.
    pub(super) fn kind_named(&self, place: usize) -> Option<&str> {
        match self.kinds.get(place)?.as_ref()? {
            UnitKind::Named(name) => Some(name),
            UnitKind::Tier(_) => None,
        }
    }

    fn find_ticks(&mut self) {
        for column in self.columns.iter_mut().filter(|one| one.role.is_none()) {
            // What the words name holds what they say: an x below a figure is an answer.
            let is_ticked =
                column.word.is_none() && column.ticks >= FEWEST && column.ticks >= column.texts;
            if is_ticked || column.word == Some(Column::Tick) {
                column.role = Some(ColumnUse::Tick);
                column.certainty = Certainty::Sure;
            }
        }
    }
}

/// The kinds of the units of forms: what columns of maxima call them, else what is known. Words that no unit is called by are no kind.
fn kinds_of_forms(columns: &mut [FormColumn], signs: &LevelSigns) -> Vec<Option<UnitKind>> {
    let kind_of = |place: usize| {
        let unit = signs.units.get(place)?.as_ref()?;
        let mut kinds = columns.iter().filter_map(|one| one.kind.as_ref());
        kinds.find(|kind| kind.names(unit)).cloned()
    };
    let named: Vec<Option<UnitKind>> = (0..signs.tiers.len()).map(kind_of).collect();
    if named.iter().all(Option::is_none) {
        for column in columns {
            column.kind = column
                .kind
                .take()
                .filter(|kind| matches!(kind, UnitKind::Tier(_)));
        }
    }
    let tiers = signs.tiers.iter().map(|tier| tier.map(UnitKind::Tier));
    named
        .into_iter()
        .zip(tiers)
        .map(|(own, tier)| own.or(tier))
        .collect()
}

/// Whether units write what stands in a column: what the words call a score, and what differs in most rows.
fn is_written(column: &FormColumn, (equal, compared): (usize, usize), rows: usize) -> bool {
    let is_score = matches!(column.word, Some(Column::Claimed | Column::Appraised));
    let differs = column.word.is_none() && compared > rows && equal * 5 < compared * 3;
    is_score || differs || column.word != Some(Column::Maximum) && column.sense.is_own
}

/// How much speaks for a column being that of the maximum; nothing where it cannot be.
fn maximum(forms: &Forms<'_>, column: &FormColumn, all: &[FormColumn]) -> f64 {
    if column.numbers < FEWEST || column.texts > column.numbers {
        return 0.0;
    }
    let (mut equal, mut compared, mut rows) = (0, 0, 0_usize);
    let (mut add_up, mut added) = (0_usize, 0_usize);
    let is_index = |one: Points| (Decimal::ZERO..=Decimal::ONE).contains(&one.0);
    let (mut indices, mut leaves) = (0_usize, 0_usize);
    let is_named = column.word == Some(Column::Maximum);
    let number = |row: usize, place: usize| most_written(forms, column, (row, place));
    for row in forms.rows() {
        let values = |row: usize| {
            let of = move |place| Some((place, number(row, place)?));
            column.places.iter().copied().filter_map(of)
        };
        let Some((_, most, of)) = majority(values(row).map(|(_, points)| points)) else {
            continue;
        };
        rows += 1;
        if of > 1 {
            (equal, compared) = (equal + most, compared + of);
        }
        let below = forms.coded_below(row);
        if below.is_empty() {
            leaves += values(row).count();
            indices += values(row).filter(|(_, points)| is_index(*points)).count();
        }
        for (place, points) in values(row).filter(|_| below.len() > 1) {
            let part = |one: &usize| number(*one, place);
            let parts: Vec<Points> = below.iter().filter_map(part).collect();
            if parts.len() > 1 {
                added += 1;
                add_up += usize::from(parts.iter().copied().sum::<Points>() == points);
            }
        }
    }
    if is_written(column, (equal, compared), rows) {
        return 0.0;
    }
    // Numbers from 0 to 1 that differ, but for slips, are scores of forms that print no maximum.
    let are_indices = indices == leaves || !is_named && are_nearly_all(indices, leaves);
    if rows < FEWEST || leaves > 0 && are_indices && equal * 10 < compared * 9 {
        return 0.0;
    }
    let share = |part: usize, whole: usize| if whole == 0 { 0.5 } else { share(part, whole) };
    let of_rows = forms.consensus.rows.iter();
    let coded = of_rows.filter(|row| row.code.is_coded()).count().max(1);
    let word = match column.word {
        Some(Column::Maximum) => 0.4,
        Some(_) => -0.4,
        None => 0.0,
    };
    let is_least = all
        .iter()
        .any(|other| other.key != column.key && varying::exceeds(forms, other, column));
    share(equal, compared) + share(add_up, added) + word + 0.3 * share(rows, coded).min(1.0)
        - if is_least { 0.3 } else { 0.0 }
        - if column.sense.is_earlier() { 0.5 } else { 0.0 }
}

/// The number in a row and form of a column; words and ranges are maxima where its heading calls it the maximum.
fn most_written(
    forms: &Forms<'_>,
    column: &FormColumn,
    (row, place): (usize, usize),
) -> Option<Points> {
    let said = || most_said(forms.said(row, place, &column.key)?.0)?.limit();
    let is_named = column.word == Some(Column::Maximum);
    let number = forms.number(row, place, &column.key);
    number.or_else(|| said().filter(|_| is_named))
}
