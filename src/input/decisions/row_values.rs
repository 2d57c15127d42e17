//! The numbers and the days of a row of a decision workbook.
//!
//! In: cells as people leave them. Out: points, figures, days; what is none is a fault. Not for: whether they can be.

use crate::base::cell::{CellValue, Reading};
use crate::base::date::Day;
use crate::base::finding::Fact;
use crate::base::ids::FigureId;
use crate::base::lang::Lang;
use crate::base::number::{self, Sort, Step};
use crate::base::points::{Decimal, Most, Points};
use crate::base::text;
use crate::campaign::decisions::columns::ColumnId;
use crate::campaign::decisions::{DecidedValue, DecisionSubject, QuestionId};
use crate::campaign::scheme::FigureKind;
use crate::input::decisions::row::RowReader;
use crate::input::recognise::{choice, yes_or_no};
use crate::input::seen;

impl RowReader<'_> {
    /// The figure; what is none is a fault.
    pub(super) fn figure(
        &self,
        row: u32,
        id: &FigureId,
        faults: &mut Vec<Fact>,
    ) -> Option<DecidedValue> {
        let spec = self.context.scheme.figure(id).map(|(_, spec)| spec.kind);
        let value = self.value(row, ColumnId::Points)?;
        match spec {
            Some(FigureKind::YesNo) => {}
            Some(FigureKind::Choice) => return self.option((row, value), id, faults),
            _ => {
                let number = self.number(row, ("số liệu", "figure"), faults);
                return number.map(DecidedValue::Number);
            }
        }
        match yes_or_no(value) {
            Reading::Value(answer) => Some(DecidedValue::Number(Decimal::from(u8::from(answer)))),
            Reading::Empty => None,
            Reading::Unreadable => {
                let vi = "không phải là 1 (có) hoặc 0 (không)";
                let en = "which is neither 1 (yes) nor 0 (no)";
                faults.push(self.misfit(row, ColumnId::Points, (vi, en)));
                None
            }
        }
    }

    /// The option of a figure that is one of several; what is none of them is a fault.
    fn option(
        &self,
        (row, value): (u32, &CellValue),
        id: &FigureId,
        faults: &mut Vec<Fact>,
    ) -> Option<DecidedValue> {
        let options = self.context.scheme.options(id);
        let written = text::clean(&value.show());
        match choice(&CellValue::Text(written.clone()), options) {
            Reading::Value(option) => Some(DecidedValue::Chosen { option }),
            Reading::Empty => None,
            Reading::Unreadable => {
                let names: Vec<&str> = options.iter().map(|one| one.name.as_str()).collect();
                let names = names.join("; ");
                let vi = format!("không phải là một lựa chọn: {names}");
                let en = format!("which is no option: {names}");
                faults.push(self.misfit(row, ColumnId::Points, (&vi, &en)));
                None
            }
        }
    }

    /// The points; what is no number is a fault.
    pub(super) fn points(&self, row: u32, faults: &mut Vec<Fact>) -> Option<Points> {
        let unit = ("số điểm", "number of points");
        self.number(row, unit, faults).map(Points)
    }

    /// The points that are meant. A cell that shows a percentage says a share of the most that there are, where forms write such; where
    /// they write shares from 0 to 1, a number of these may be either, unless the word for points stands behind it.
    pub(super) fn meant(
        &self,
        (row, points): (u32, Points),
        question: Option<&QuestionId>,
        faults: &mut Vec<Fact>,
    ) -> Option<Points> {
        let cell = self.cell(row, ColumnId::Points)?;
        let shares = question.and_then(|question| self.shares(question));
        let part = |percent: Decimal, most: Points| {
            let part = most.checked_mul(percent.hundredth())?;
            Some(Points(part.0.normalize()))
        };
        if let Some(percent) = seen::shown_percent(cell) {
            if let Some((_, most)) = shares {
                return part(percent.value, most);
            }
            let vi = "là số phần trăm: ghi số điểm";
            let en = "which is shown as a percentage: write the points";
            faults.push(self.misfit(row, ColumnId::Points, (vi, en)));
            return None;
        }
        let Some((whole, most)) = shares else {
            return Some(points);
        };
        // A percentage up to 100 looks like points; the heading and the most of them say that points are meant.
        let may_be = whole == Decimal::ONE && points > Points::ZERO && points.0 <= whole;
        let has_word = text::key(&cell.value.show()).contains("điểm");
        if has_word || !may_be || most.0 <= whole {
            return Some(points);
        }
        let shown = |number: Decimal| Lang::Vi.number(number.normalize());
        let share = shown(points.checked_mul(most.0)?.0);
        let percent = shown(points.0.checked_div(most.0.hundredth())?);
        let own = shown(points.0);
        let vi = format!(
            "phiếu ghi điểm theo tỷ lệ nên có thể là {own} điểm hoặc {share} điểm: ghi {share}; nếu đúng là {own} điểm thì ghi {percent}%"
        );
        let en = format!(
            "which may be {own} or {share} points, as forms write shares: write {share}, or {percent}% where it is {own} points"
        );
        faults.push(self.misfit(row, ColumnId::Points, (&vi, &en)));
        None
    }

    /// What stands for the most points of what a question is about, and these, where forms write its score as a share.
    fn shares(&self, question: &QuestionId) -> Option<(Decimal, Points)> {
        let scheme = self.context.scheme;
        let level = &question.unit.as_ref()?.level;
        let (whole, most) = match &question.subject {
            DecisionSubject::Criterion(id) => {
                let criterion = scheme.criterion(id)?;
                (scheme.whole_of(criterion)?, criterion.maximum_at(level)?)
            }
            DecisionSubject::Group(id) => {
                let group = scheme.group(id)?;
                (scheme.whole_of_group(group)?, group.maximum_at(level))
            }
            DecisionSubject::Total => {
                let total = Points(scheme.total_at(level));
                (scheme.scores_as.whole()?, Most::Points(total))
            }
            DecisionSubject::Figure(_) | DecisionSubject::Files | DecisionSubject::File(_) => {
                return None;
            }
        };
        Some((whole, most.limit()?))
    }

    fn number(&self, row: u32, (vi, en): (&str, &str), faults: &mut Vec<Fact>) -> Option<Decimal> {
        let value = self.value(row, ColumnId::Points)?;
        let is_clear =
            |step: &Step| !matches!(step, Step::Approximate | Step::OutOf(_) | Step::Percent);
        match number::read(value, Sort::Amount, "điểm") {
            Ok(None) => None,
            Ok(Some(number)) if number.steps.iter().all(is_clear) => Some(number.value),
            _ => {
                let (vi, en) = (
                    format!("không phải là một {vi}"),
                    format!("which is no {en}"),
                );
                faults.push(self.misfit(row, ColumnId::Points, (&vi, &en)));
                None
            }
        }
    }

    /// The day; what is none is a fault.
    pub(super) fn day(&self, row: u32, faults: &mut Vec<Fact>) -> Option<Day> {
        let value = self.value(row, ColumnId::On)?;
        let written = text::clean(&value.show());
        if written.is_empty() {
            return None;
        }
        let day = match value {
            CellValue::Date { serial, base_1904 } => Day::of_serial(*serial, *base_1904),
            CellValue::IsoDate(text) => Day::start_of(text),
            CellValue::Text(_) => Day::start_of(&written).or_else(|| day_first(&written)),
            _ => None,
        };
        if day.is_none() {
            let (vi, en) = (
                "không phải là một ngày như 31/01/2018",
                "which is no day such as 31/01/2018",
            );
            faults.push(self.misfit(row, ColumnId::On, (vi, en)));
        }
        day
    }

    /// That a cell of the row says what it cannot mean there; `(vi, en)` end the sentence.
    fn misfit(&self, row: u32, column: ColumnId, (vi, en): (&str, &str)) -> Fact {
        let cell = self.shown(row, column);
        let written = self
            .value(row, column)
            .map(|value| text::clean(&value.show()));
        let written = written.unwrap_or_default();
        Fact::Said(
            format!("ô {cell} ghi “{written}”, {vi}"),
            format!("cell {cell} says \"{written}\", {en}"),
        )
    }
}

/// A day as people write it: `31/01/2018`, also with full stops or hyphens.
fn day_first(text: &str) -> Option<Day> {
    let mut parts = text
        .split(['/', '.', '-'])
        .map(|part| part.trim().parse::<i64>());
    let (day, month, year) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    Day::new(year, month, day).filter(|_| parts.next().is_none())
}
