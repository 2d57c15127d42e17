//! Figures out of aligned rows: numbers, yes or no, choices.
//!
//! In: a line and the figure that stands in it. Out: its value with its place, and findings about what is none.

use crate::base::cell::{Cell, CellAddress, CellValue, Reading};
use crate::base::finding::{Fact, Finding};
use crate::base::number::Step;
use crate::base::number::{self, NotANumber, Number, Sort};
use crate::base::points::Decimal;
use crate::base::rules::figures;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec, Scheme, Word};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::align::Ground;
use crate::input::recognise::answer;
use crate::input::recognise::reader::{SheetReader, Taken};
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;
use crate::input::recognise::unread::unread;
use crate::input::submission::{Figure, Found};

impl SheetReader<'_, '_> {
    /// Takes the figure of a line; once more with another value is a finding.
    #[expect(clippy::too_many_lines, reason = "to be parted into its steps")]
    pub(super) fn figure(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
        ground: Ground,
    ) {
        let Some(cell) = line.cell(Column::Figure) else {
            let column = line.table.columns.get(Column::Figure);
            let cell = column.map_or_else(
                || line.table.address(line.row),
                |column| CellAddress::new(line.row, column),
            );
            let blank = Found {
                value: Reading::Empty,
                origin: self.origin(cell),
                written: CellValue::Text(String::new()),
                steps: Vec::new(),
                row: None,
            };
            return self.take_figure(line, figure, ground, blank);
        };
        let subject = Subject::Figure(criterion, figure);
        let Some((result, mut steps)) = self.result(cell, subject) else {
            let found = self.found(cell, Reading::Unreadable, Vec::new());
            return self.take_figure(line, figure, ground, found);
        };
        let cell = result.as_ref();
        if self.is_struck_out(cell, subject) {
            let found = self.found(cell, Reading::Unreadable, Vec::new());
            return self.take_figure(line, figure, ground, found);
        }
        let is_number = sort(figure).is_some();
        if let Some(word) = self.word(cell).filter(|_| is_number) {
            let value = match word {
                Word::Blank => Reading::Empty,
                Word::Zero => {
                    steps.push(Step::Word(cell.value.show()));
                    Reading::Value(Figure::Number(Decimal::ZERO))
                }
            };
            let found = self.found(cell, value, steps);
            return self.take_figure(line, figure, ground, found);
        }
        let (value, number) = figure_value(cell, self.scheme, figure);
        let found = match value {
            Ok(value) => {
                if value != Reading::Empty {
                    let said = match &number {
                        Some(number) => Fact::Number(number.value),
                        None => Fact::Text(cell.value.show()),
                    };
                    self.seen(cell, &said, number.as_ref(), subject);
                }
                if let Some(number) = number {
                    self.approximate(cell, &number, subject);
                    steps.extend(number.steps);
                }
                self.found(cell, value, steps)
            }
            Err(problem) => {
                let sort = sort(figure).unwrap_or(Sort::Amount);
                let unread = unread(cell, problem, sort, &figures::FIGURE_UNREADABLE);
                let finding = Finding::new(unread.rule, self.place(cell.address));
                let mut finding = finding.about(subject.about(self.scheme));
                finding.found = Some(unread.found);
                finding.expected = unread.expected;
                self.tell(finding);
                self.found(cell, Reading::Unreadable, Vec::new())
            }
        };
        self.take_figure(line, figure, ground, found);
    }

    fn take_figure(
        &mut self,
        line: &Line<'_, '_>,
        figure: &FigureSpec,
        ground: Ground,
        mut found: Found<Figure>,
    ) {
        found.row = Some(line.as_row(ground));
        let table = line.table.header;
        self.into.figures.push(Taken {
            value: (figure.id.clone(), found),
            table,
        });
    }
}

/// What kind of number a figure is; `None` for answers in words.
fn sort(figure: &FigureSpec) -> Option<Sort> {
    match figure.kind {
        FigureKind::Count => Some(Sort::Count),
        FigureKind::Amount => Some(Sort::Amount),
        FigureKind::YesNo | FigureKind::Choice => None,
    }
}

/// The value of a figure, and for numbers how it was read.
fn figure_value(
    cell: &Cell,
    scheme: &Scheme,
    figure: &FigureSpec,
) -> (Result<Reading<Figure>, NotANumber>, Option<Number>) {
    if let Some(sort) = sort(figure) {
        return match number::read(&cell.value, sort, &figure.unit) {
            Ok(None) => (Ok(Reading::Empty), None),
            Ok(Some(number)) => (
                Ok(Reading::Value(Figure::Number(number.value))),
                Some(number),
            ),
            Err(problem) => (Err(problem), None),
        };
    }
    let reading = match scheme.options(&figure.id) {
        [] => map(answer::yes_no(&cell.value), Figure::Yes),
        options => map(answer::choice(&cell.value, options), Figure::Choice),
    };
    match reading {
        Reading::Unreadable => (Err(not_an_answer(cell)), None),
        reading => (Ok(reading), None),
    }
}

fn not_an_answer(cell: &Cell) -> NotANumber {
    match cell.value {
        CellValue::Error(_) | CellValue::NotCalculated | CellValue::Damaged(_) => NotANumber::Error,
        _ => NotANumber::Other,
    }
}

fn map<T, U>(reading: Reading<T>, change: impl FnOnce(T) -> U) -> Reading<U> {
    match reading {
        Reading::Empty => Reading::Empty,
        Reading::Value(value) => Reading::Value(change(value)),
        Reading::Unreadable => Reading::Unreadable,
    }
}
