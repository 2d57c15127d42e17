//! Answers in columns of grades, of which the unit ticks one: "Tốt (100%)", "Đạt (50%)", "Không đạt (0%)"; or in one, in which it writes it.
//!
//! In: a line of a table that has such columns. Out: the grade with the cell of its tick; no tick is a blank, two are a finding and no
//! answer. Not for: options in rows below a criterion, which `ticks` reads.

use crate::base::cell::{Cell, CellValue, Reading};
use crate::base::finding::{About, Fact, Finding};
use crate::base::rules::options;
use crate::campaign::scheme::{Criterion, FigureSpec};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::answer;
use crate::input::recognise::columns::heading;
use crate::input::recognise::figures::not_an_answer;
use crate::input::recognise::reader::SheetReader;
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;
use crate::input::recognise::yes_no::{Marked, mark_of};
use crate::input::submission::{Figure, Found};

impl SheetReader<'_, '_> {
    /// The grade that is ticked in a line; `None` where the table has no such columns, or the answer stands under the figures.
    pub(super) fn grade_ticked(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) -> Option<Found<Figure>> {
        let columns: Vec<u32> = line.table.places(Column::Choice).collect();
        if columns.is_empty() {
            return None;
        }
        let subject = Subject::Figure(criterion, figure);
        // What was reached, "83%", is no answer beside one.
        let is_grade = |value: &CellValue| {
            let grade = answer::choice(value, self.scheme.options(&figure.id));
            matches!(grade, Reading::Value(_))
        };
        let beside = line.cell(Column::Figure);
        let beside = beside.filter(|cell| is_grade(&cell.value));
        if let [column] = columns.as_slice()
            && let Some(found) = self.grade_written(line.cell_at(*column), figure, subject)
        {
            let other = beside.filter(|cell| self.is_other_grade(cell, figure, &found));
            let own = line.cell_at(*column).filter(|_| other.is_some());
            return Some(match (own, other) {
                (Some(own), Some(other)) => self.two_grades(line, (own, other), criterion),
                _ => found,
            });
        }
        if beside.is_some() {
            return None;
        }
        let mut ticked: Vec<(&Cell, bool)> = Vec::new();
        let mut crossed_out = None;
        for column in columns {
            match mark_of(line.cell_at(column), Column::Choice) {
                Marked::Nothing => {}
                Marked::Here(cell, is_clear) => ticked.push((cell, is_clear)),
                Marked::CrossedOut(cell) => crossed_out = Some(cell),
                Marked::Unclear(cell) => return Some(self.no_grade(cell, subject, figure)),
            }
        }
        // One ✓ among crosses is the one that is meant.
        if ticked.iter().filter(|(_, is_clear)| *is_clear).count() == 1 {
            ticked.retain(|(_, is_clear)| *is_clear);
        }
        let cell = match (ticked.as_slice(), crossed_out) {
            ([], Some(cell)) => return Some(self.no_grade(cell, subject, figure)),
            ([], None) => return Some(self.no_figure(line, Column::Choice)),
            ([(cell, _)], _) => *cell,
            ([(first, _), (cell, _), ..], _) => {
                return Some(self.two_grades(line, (first, cell), criterion));
            }
        };
        if self.is_struck_out(cell, subject) {
            return Some(self.found(cell, Reading::Unreadable, Vec::new()));
        }
        let name = CellValue::Text(heading(line.table, cell.address.column));
        let Reading::Value(grade) = answer::choice(&name, self.scheme.options(&figure.id)) else {
            return Some(self.no_grade(cell, subject, figure));
        };
        self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
        Some(self.found(cell, Reading::Value(Figure::Choice(grade)), Vec::new()))
    }

    /// That two cells of a line answer, each something else.
    fn two_grades(
        &mut self,
        line: &Line<'_, '_>,
        (first, cell): (&Cell, &Cell),
        criterion: &Criterion,
    ) -> Found<Figure> {
        let finding = Finding::new(&options::SEVERAL_TICKED, self.place(cell.address));
        let [found, expected] =
            [cell, first].map(|one| Fact::Name(heading(line.table, one.address.column)));
        let finding = finding.about(About::Row(criterion.label()));
        self.tell(finding.found(found).expected(expected).on(&criterion.id));
        self.found(cell, Reading::Unreadable, Vec::new())
    }

    /// Whether a cell names another option than the one that was found.
    fn is_other_grade(&self, cell: &Cell, figure: &FigureSpec, found: &Found<Figure>) -> bool {
        match answer::choice(&cell.value, self.scheme.options(&figure.id)) {
            Reading::Value(grade) => found.value != Reading::Value(Figure::Choice(grade)),
            Reading::Empty | Reading::Unreadable => false,
        }
    }

    /// The grade that is written in the one column of answers: "Đạt", "Hoàn thành tốt".
    fn grade_written(
        &mut self,
        cell: Option<&Cell>,
        figure: &FigureSpec,
        subject: Subject<'_>,
    ) -> Option<Found<Figure>> {
        let cell = cell?;
        let options = self.scheme.options(&figure.id);
        let Reading::Value(grade) = answer::choice(&cell.value, options) else {
            return None;
        };
        if self.is_struck_out(cell, subject) {
            return Some(self.found(cell, Reading::Unreadable, Vec::new()));
        }
        self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
        Some(self.found(cell, Reading::Value(Figure::Choice(grade)), Vec::new()))
    }

    /// What stands below a grade and says none.
    fn no_grade(
        &mut self,
        cell: &Cell,
        subject: Subject<'_>,
        figure: &FigureSpec,
    ) -> Found<Figure> {
        self.unread_figure(cell, not_an_answer(cell), subject, figure);
        self.found(cell, Reading::Unreadable, Vec::new())
    }
}
