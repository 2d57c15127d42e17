//! Where each criterion, option and figure stands in the form of a unit.
//!
//! In: a form. Out: a sheet for each group that the unit's level has, with its columns and rows, and where each score and figure is
//! written. Not for: cells.

use std::collections::HashMap;

use crate::base::ids::{CriterionId, FigureId};
use crate::base::points::Decimal;
use crate::campaign::scheme::{ChoiceOption, CombinedAt, Criterion, FigureSpec, Group};
use crate::output::xlsx::template::{BlankForm, ScoreCell};
use crate::output::xlsx::text::{a1, sheet_name, sheet_prefix};

/// The row of the headings, from 0; above it stand the title, the group and the unit.
pub(super) const HEADINGS: u32 = 4;

/// The names of the sheets that are no group's.
pub(super) const HOW_TO: &str = "Hướng dẫn";
/// See [`HOW_TO`].
pub(super) const FIRST_PAGE: &str = "Thông tin chung";
/// See [`HOW_TO`].
pub(super) const OWN_TOTALS: &str = "Tổng hợp";
/// The sheet of the drop-downs' lists, which nobody sees.
pub(super) const LISTS: &str = "_danh muc";

/// The form as it stands on its sheets.
pub(super) struct Seats<'f> {
    /// A sheet for each group, in order.
    pub(super) sheets: Vec<GroupSheet<'f>>,
    scores: HashMap<&'f CriterionId, (usize, u32)>,
    figures: HashMap<&'f FigureId, (usize, u32)>,
}

/// The sheet of a group.
pub(super) struct GroupSheet<'f> {
    /// The group.
    pub(super) group: &'f Group,
    /// Its name.
    pub(super) name: String,
    /// Its columns.
    pub(super) columns: FormColumns,
    /// Its rows below the headings.
    pub(super) rows: Vec<FormRow<'f>>,
}

/// What stands in a row.
#[derive(Clone, Copy)]
pub(super) enum FormRow<'f> {
    /// A criterion, and how its score comes about.
    Criterion(&'f Criterion, ScoreCell),
    /// One of its options.
    Option(&'f Criterion, &'f ChoiceOption),
    /// One of its figures that has a row of its own, and its place among them.
    Figure(&'f FigureSpec, usize),
}

/// The columns of a group's sheet: those that the group has no use for are left out.
#[derive(Clone, Copy)]
pub(super) struct FormColumns {
    pub(super) measure: Option<u16>,
    pub(super) figure: Option<u16>,
    pub(super) earlier_figure: Option<u16>,
    pub(super) maximum: u16,
    pub(super) tick: Option<u16>,
    pub(super) claimed: u16,
    pub(super) earlier_score: Option<u16>,
    pub(super) appraised: u16,
    pub(super) evidence: u16,
    pub(super) explanation: u16,
}

/// The column of the codes.
pub(super) const CODE: u16 = 0;
/// The column of the texts.
pub(super) const TEXT: u16 = 1;

impl FormColumns {
    fn new(rows: &[FormRow<'_>], has_earlier: bool) -> Self {
        let has_figures = rows.iter().any(|row| match row {
            FormRow::Criterion(criterion, _) => {
                criterion.rule.ratio().is_some()
                    || criterion.figures.iter().any(|one| one.name.is_none())
            }
            FormRow::Figure(..) => true,
            FormRow::Option(..) => false,
        });
        let is_measured = |row: &FormRow<'_>| match row {
            FormRow::Criterion(criterion, _) => !criterion.unit.is_empty(),
            FormRow::Figure(figure, _) => !figure.unit.is_empty(),
            FormRow::Option(..) => false,
        };
        let has_measures = rows.iter().any(is_measured);
        let has_options = rows.iter().any(|row| matches!(row, FormRow::Option(..)));
        let mut next = TEXT;
        let mut column = || {
            next += 1;
            next
        };
        FormColumns {
            measure: has_measures.then(&mut column),
            figure: has_figures.then(&mut column),
            earlier_figure: (has_figures && has_earlier).then(&mut column),
            maximum: column(),
            tick: has_options.then(&mut column),
            claimed: column(),
            earlier_score: has_earlier.then(&mut column),
            appraised: column(),
            evidence: column(),
            explanation: column(),
        }
    }

    /// The columns of words for signatures and titles: the last one.
    pub(super) fn last(self) -> u16 {
        self.explanation
    }
}

impl<'f> Seats<'f> {
    /// The sheets of a form.
    pub(super) fn new(form: &BlankForm<'f>) -> Self {
        let mut seats = Seats {
            sheets: Vec::new(),
            scores: HashMap::new(),
            figures: HashMap::new(),
        };
        let mut taken: Vec<String> = [HOW_TO, FIRST_PAGE, OWN_TOTALS, LISTS]
            .map(str::to_string)
            .to_vec();
        for group in &form.scheme.groups {
            let rows = rows(form, group);
            if rows.is_empty() {
                continue;
            }
            let name = sheet_name(&format!("{}. {}", group.id, group.short_name()), &taken);
            taken.push(name.clone());
            let sheet = seats.sheets.len();
            for (row, content) in (HEADINGS + 1..).zip(&rows) {
                match content {
                    FormRow::Criterion(criterion, _) => {
                        seats.scores.insert(&criterion.id, (sheet, row));
                        let own = criterion.figures.iter().filter(|one| one.name.is_none());
                        seats.figures.extend(own.map(|one| (&one.id, (sheet, row))));
                    }
                    FormRow::Figure(figure, _) => {
                        seats.figures.insert(&figure.id, (sheet, row));
                    }
                    FormRow::Option(..) => {}
                }
            }
            seats.sheets.push(GroupSheet {
                group,
                name,
                columns: FormColumns::new(&rows, form.earlier.is_some()),
                rows,
            });
        }
        seats
    }

    /// The cells of the scores of the criteria right below, each with its weight. What does not apply to the unit is not among them,
    /// nor what the unit does not claim.
    pub(super) fn below(&self, form: &BlankForm<'f>, above: CombinedAt<'f>) -> Vec<WeighedCell> {
        let of = |criterion: &'f Criterion| {
            let (sheet, row) = *self.scores.get(&criterion.id)?;
            let is_claimed = matches!(
                form.score_cell(criterion),
                ScoreCell::Typed | ScoreCell::Nothing | ScoreCell::Ticked | ScoreCell::Combined
            );
            let column = self.sheets.get(sheet)?.columns.claimed;
            is_claimed.then_some(WeighedCell {
                weight: criterion.weight,
                row,
                column,
            })
        };
        form.scheme.children(above).filter_map(of).collect()
    }

    /// The cell of a figure as a formula on a sheet writes it; `None` where the form does not ask for it.
    pub(super) fn figure(&self, figure: &FigureId, from: &str) -> Option<String> {
        let (sheet, row) = *self.figures.get(figure)?;
        let sheet = self.sheets.get(sheet)?;
        let cell = a1(row, sheet.columns.figure?);
        Some(if sheet.name == from {
            cell
        } else {
            format!("{}{cell}", sheet_prefix(&sheet.name))
        })
    }
}

/// A cell of points with what one of them is worth.
#[derive(Clone, Copy)]
pub(super) struct WeighedCell {
    pub(super) weight: Decimal,
    pub(super) row: u32,
    pub(super) column: u16,
}

impl GroupSheet<'_> {
    /// The row of the group's sum.
    pub(super) fn sum(&self) -> u32 {
        HEADINGS + 1 + self.rows.len() as u32
    }

    /// The cell of the group's sum, as another sheet writes it.
    pub(super) fn sum_from_outside(&self) -> String {
        let cell = a1(self.sum(), self.columns.claimed);
        format!("{}{cell}", sheet_prefix(&self.name))
    }

    /// The cell that says how many scores are left, as another sheet writes it.
    pub(super) fn left_from_outside(&self) -> String {
        let cell = a1(self.sum(), self.columns.explanation);
        format!("{}{cell}", sheet_prefix(&self.name))
    }

    /// The cells of scores that the unit has to fill in, be it by ticks.
    pub(super) fn scored(&self) -> Vec<WeighedCell> {
        let rows = (HEADINGS + 1..).zip(&self.rows);
        let is_scored = |row: &FormRow<'_>| match row {
            FormRow::Criterion(criterion, cell) => {
                matches!(cell, ScoreCell::Typed | ScoreCell::Ticked) && !criterion.blank_is_zero
            }
            FormRow::Option(..) | FormRow::Figure(..) => false,
        };
        rows.filter(|(_, content)| is_scored(content))
            .map(|(row, _)| WeighedCell {
                weight: Decimal::ONE,
                row,
                column: self.columns.claimed,
            })
            .collect()
    }
}

/// The rows of a group that the unit's level has: each criterion, its options, and its figures.
fn rows<'f>(form: &BlankForm<'f>, group: &Group) -> Vec<FormRow<'f>> {
    let level = &form.unit.id.level;
    let criteria = form
        .scheme
        .criteria
        .iter()
        .filter(|one| one.group_code() == group.id.0 && one.maximum_at(level).is_some());
    let mut rows = Vec::new();
    for criterion in criteria {
        rows.push(FormRow::Criterion(criterion, form.score_cell(criterion)));
        let options = criterion.rule.option_rows().iter();
        rows.extend(options.map(|option| FormRow::Option(criterion, option)));
        let named = criterion.figures.iter().filter(|one| one.name.is_some());
        rows.extend(
            (0..)
                .zip(named)
                .map(|(at, figure)| FormRow::Figure(figure, at)),
        );
    }
    rows
}
