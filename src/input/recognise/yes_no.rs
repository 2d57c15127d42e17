//! Answers in two columns, `Có` and `Không`, of which the unit marks one, or in words in one column of answers.
//!
//! In: a line of a table that has such columns. Out: yes or no with its cell; none of both is a blank, both are a finding and no answer.
//! Not for: a figure that is answered by a word among other figures, which `figures` reads.

use crate::base::cell::{Cell, CellValue, Reading};
use crate::base::finding::{About, Fact, Finding};
use crate::base::rules::options;
use crate::base::text;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::answer::{self, OptionMark};
use crate::input::recognise::figures::not_an_answer;
use crate::input::recognise::reader::SheetReader;
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;
use crate::input::submission::{Figure, Found};

/// What stands in one of the two columns.
pub(super) enum Marked<'c> {
    Nothing,
    /// A mark, and whether it says so clearly: a cross beside a ✓ crosses out.
    Here(&'c Cell, bool),
    /// A sign that crosses out, which alone says neither yes nor no.
    CrossedOut(&'c Cell),
    /// Words, or something that is no answer.
    Unclear(&'c Cell),
}

impl SheetReader<'_, '_> {
    /// The answer in the two columns of a line; `None` where the table does not have them, or an answer stands under the figures.
    pub(super) fn answered(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) -> Option<Found<Figure>> {
        if figure.kind == FigureKind::Choice {
            return self.grade_ticked(line, criterion, figure);
        }
        let mut choices = line.table.places(Column::Choice);
        if let (Some(_), None, FigureKind::YesNo) = (choices.next(), choices.next(), figure.kind)
            && (line.cell(Column::Choice).is_some() || !is_answered_beside(line))
        {
            return Some(self.worded(line, criterion, figure));
        }
        let has = |column| line.table.columns.get(column).is_some();
        let has_both = has(Column::Yes) && has(Column::No);
        let is_answer = figure.kind == FigureKind::YesNo;
        if !is_answer || line.cell(Column::Figure).is_some() {
            return None;
        }
        if !has_both {
            return self.ticked(line, criterion, figure);
        }
        let subject = Subject::Figure(criterion, figure);
        let [yes, no] = [Column::Yes, Column::No].map(|column| marked(line, column));
        let (cell, says) = match (yes, no) {
            (Marked::Nothing, Marked::Nothing) => return Some(self.no_figure(line, Column::Yes)),
            (Marked::Here(cell, _), Marked::Nothing | Marked::CrossedOut(_))
            | (Marked::Here(cell, true), Marked::Here(_, false)) => (cell, true),
            (Marked::Nothing | Marked::CrossedOut(_), Marked::Here(cell, _))
            | (Marked::Here(_, false), Marked::Here(cell, true)) => (cell, false),
            (Marked::Unclear(cell) | Marked::CrossedOut(cell), _)
            | (_, Marked::Unclear(cell) | Marked::CrossedOut(cell)) => {
                self.unread_figure(cell, not_an_answer(cell), subject, figure);
                return Some(self.found(cell, Reading::Unreadable, Vec::new()));
            }
            (Marked::Here(..), Marked::Here(cell, _)) => {
                let finding = Finding::new(&options::BOTH_ANSWERS, self.place(cell.address));
                let names = [Column::No, Column::Yes].map(|column| heading(line, column));
                let [no, yes] = names.map(Fact::Name);
                let finding = finding.about(About::Row(criterion.label()));
                self.tell(finding.found(no).expected(yes).on(&criterion.id));
                return Some(self.found(cell, Reading::Unreadable, Vec::new()));
            }
        };
        if self.is_struck_out(cell, subject) {
            return Some(self.found(cell, Reading::Unreadable, Vec::new()));
        }
        self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
        Some(self.found(cell, Reading::Value(Figure::Yes(says)), Vec::new()))
    }

    /// The answer where one column is for the words.
    fn worded(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) -> Found<Figure> {
        let subject = Subject::Figure(criterion, figure);
        let Some(cell) = line.cell(Column::Choice) else {
            return self.no_figure(line, Column::Choice);
        };
        let value = match answer::yes_no(&cell.value) {
            _ if self.is_struck_out(cell, subject) => Reading::Unreadable,
            Reading::Value(answer) => {
                self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
                Reading::Value(Figure::Yes(answer))
            }
            Reading::Empty => Reading::Empty,
            Reading::Unreadable => {
                self.unread_figure(cell, not_an_answer(cell), subject, figure);
                Reading::Unreadable
            }
        };
        self.found(cell, value, Vec::new())
    }

    /// The answer where one column is for all ticks: a tick on the row of the criterion says yes, and no tick says nothing.
    fn ticked(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) -> Option<Found<Figure>> {
        let columns = &line.table.columns;
        columns
            .get(Column::Tick)
            .filter(|tick| Some(*tick) != columns.get(Column::Claimed))?;
        let Marked::Here(cell, _) = marked(line, Column::Tick) else {
            return None;
        };
        let subject = Subject::Figure(criterion, figure);
        if self.is_struck_out(cell, subject) {
            return Some(self.found(cell, Reading::Unreadable, Vec::new()));
        }
        self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
        Some(self.found(cell, Reading::Value(Figure::Yes(true)), Vec::new()))
    }
}

/// Whether a word under the figures answers: a number says there what was reached.
fn is_answered_beside(line: &Line<'_, '_>) -> bool {
    let Some(cell) = line.cell(Column::Figure) else {
        return false;
    };
    let has_digit = cell.value.show().contains(|c: char| c.is_ascii_digit());
    !has_digit && matches!(answer::yes_no(&cell.value), Reading::Value(_))
}

/// What stands over a column.
fn heading(line: &Line<'_, '_>, column: Column) -> String {
    let at = line.table.columns.get(column);
    let titled = line.table.titled.iter().find(|one| Some(one.column) == at);
    let cell = titled.and_then(|one| line.table.grid.cells().get(one.position));
    cell.map(|cell| text::clean(&cell.value.show()))
        .unwrap_or_default()
}

fn marked<'c>(line: &Line<'c, '_>, column: Column) -> Marked<'c> {
    mark_of(line.cell(column), column)
}

/// What stands in a cell of a column of answers.
pub(super) fn mark_of(cell: Option<&Cell>, column: Column) -> Marked<'_> {
    let Some(cell) = cell else {
        return Marked::Nothing;
    };
    let number = text::clean(&cell.value.show());
    match (&cell.value, answer::mark(&cell.value)) {
        // Any other number is a count or points, and no answer.
        (_, None) if number == "0" => Marked::Nothing,
        (_, None) if number == "1" => Marked::Here(cell, true),
        (_, Some(OptionMark::Yes)) => Marked::Here(cell, true),
        (_, Some(OptionMark::Cross)) if answer::crosses_out(&cell.value) => {
            Marked::CrossedOut(cell)
        }
        (_, Some(OptionMark::Cross)) => Marked::Here(cell, false),
        // Below `Không` the word says what the column says.
        (CellValue::Text(text), Some(OptionMark::No))
            if column == Column::No && text.chars().any(char::is_alphabetic) =>
        {
            Marked::Here(cell, true)
        }
        (_, Some(OptionMark::Blank | OptionMark::No)) => Marked::Nothing,
        _ => Marked::Unclear(cell),
    }
}
