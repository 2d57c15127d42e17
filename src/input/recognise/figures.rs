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
use crate::input::recognise::reader::{FromTable, SheetReader};
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;
use crate::input::seen::{self, unread};
use crate::input::submission::{Figure, Found};

impl SheetReader<'_, '_> {
    /// Takes the figure of a line; once more with another value is a finding.
    pub(super) fn figure(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
        ground: Ground,
    ) {
        let answered = self.answered(line, criterion, figure);
        let mut found = match (answered, line.cell(Column::Figure)) {
            (Some(answered), _) => answered,
            (None, Some(cell)) => self.figure_in(cell, criterion, figure),
            (None, None) if line.table.columns.get(Column::Figure).is_none() => {
                // What has no name stands in the row of its criterion, where the score is.
                let has_row = figure.name.is_some();
                let found = has_row.then(|| self.in_scores(line, criterion, figure));
                let found = found.flatten();
                let mut found = found.unwrap_or_else(|| self.no_figure(line, Column::Figure));
                found.row = Some(line.as_row(ground, self.recall));
                self.into.unasked.push((figure.id.clone(), found));
                return;
            }
            (None, None) => self.no_figure(line, Column::Figure),
        };
        found.row = Some(line.as_row(ground, self.recall));
        self.into.figures.push(FromTable {
            value: (figure.id.clone(), found),
            table: line.table.header,
        });
    }

    /// The figure that stands in the column of scores in a row of its own, where a table has no column of figures.
    fn in_scores(
        &self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) -> Option<Found<Figure>> {
        let cell = line.cell(Column::Claimed)?;
        let (value, number) = figure_value(cell, self.scheme, criterion, figure).ok()?;
        let number =
            number.filter(|_| matches!(cell.value, CellValue::Number(_) | CellValue::Text(_)))?;
        Some(self.found(cell, value, number.steps))
    }

    /// That nothing stands where the figure of a line would.
    pub(super) fn no_figure(&self, line: &Line<'_, '_>, column: Column) -> Found<Figure> {
        let column = line.table.columns.get(column);
        let cell = column.map_or_else(
            || line.table.address(line.row),
            |column| CellAddress::new(line.row, column),
        );
        Found {
            value: Reading::Empty,
            origin: self.origin(cell),
            written: CellValue::Text(String::new()),
            steps: Vec::new(),
            row: None,
        }
    }

    /// The figure in a cell, with findings where it is none, or only nearly the number that is shown.
    fn figure_in(
        &mut self,
        cell: &Cell,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) -> Found<Figure> {
        let subject = Subject::Figure(criterion, figure);
        let Some((result, mut steps)) = self.result(cell, subject) else {
            return self.found(cell, Reading::Unreadable, Vec::new());
        };
        let cell = result.as_ref();
        if self.is_struck_out(cell, subject) {
            return self.found(cell, Reading::Unreadable, Vec::new());
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
            return self.found(cell, value, steps);
        }
        let (value, number) = match figure_value(cell, self.scheme, criterion, figure) {
            Ok(read) => read,
            Err(problem) => {
                self.unread_figure(cell, problem, subject, figure);
                return self.found(cell, Reading::Unreadable, Vec::new());
            }
        };
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

    pub(super) fn unread_figure(
        &mut self,
        cell: &Cell,
        problem: NotANumber,
        subject: Subject<'_>,
        figure: &FigureSpec,
    ) {
        let sort = sort(figure).unwrap_or(Sort::Amount);
        let unread = unread(cell, problem, sort, &figures::FIGURE_UNREADABLE);
        let finding = Finding::new(unread.rule, self.place(cell.address));
        let mut finding = finding.about(subject.about(self.scheme));
        finding.found = Some(unread.found);
        finding.expected = unread.expected;
        self.tell(finding);
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
///
/// # Errors
/// Something else stands there.
fn figure_value(
    cell: &Cell,
    scheme: &Scheme,
    criterion: &Criterion,
    figure: &FigureSpec,
) -> Result<(Reading<Figure>, Option<Number>), NotANumber> {
    if let Some(sort) = sort(figure) {
        let shown = seen::shown_percent(cell)
            .filter(|shown| is_percentage(shown, sort, (criterion, figure)));
        let number = match shown {
            Some(number) => Some(number),
            None => number::read(&cell.value, sort, &figure.unit)?,
        };
        let value = number.as_ref().map_or(Reading::Empty, |number| {
            Reading::Value(Figure::Number(number.value))
        });
        return Ok((value, number));
    }
    let reading = match scheme.options(&figure.id) {
        [] => map(answer::yes_no(&cell.value), Figure::Yes),
        options => map(answer::choice(&cell.value, options), Figure::Choice),
    };
    match reading {
        Reading::Unreadable => Err(not_an_answer(cell)),
        reading => Ok((reading, None)),
    }
}

/// Whether the percentage that a cell shows is its figure. One above 100 may also be a number of percent in the format of a share.
fn is_percentage(
    shown: &Number,
    sort: Sort,
    (criterion, figure): (&Criterion, &FigureSpec),
) -> bool {
    shown.value <= Decimal::ONE_HUNDRED
        && (sort != Sort::Count || shown.value.is_integer())
        && figure.is_percent(criterion)
}

pub(super) fn not_an_answer(cell: &Cell) -> NotANumber {
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
