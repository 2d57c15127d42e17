//! Figures out of aligned rows: numbers, yes or no, choices.
//!
//! In: a line and the figure that stands in it. Out: its value with its place, and findings about what is none.

use crate::cell::{Cell, CellAddress, Reading};
use crate::finding::About;
use crate::number::{self, NotANumber, Sort};
use crate::recognise::answer;
use crate::recognise::extract::{SheetReader, Taken};
use crate::recognise::label::Column;
use crate::recognise::sheet::Line;
use crate::rules::figures;
use crate::scheme::{Criterion, FigureKind, FigureSpec, ScoringRule};
use crate::submission::{Figure, Found, Spot, Step};

impl SheetReader<'_, '_> {
    /// Takes the figure of a line; once more with another value is a finding.
    pub(super) fn figure(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        figure: &FigureSpec,
    ) {
        let Some(cell) = line.cell(Column::Figure) else {
            let column = line.table.columns.get(&Column::Figure);
            let cell = column.map_or_else(
                || line.table.address(line.row),
                |&column| CellAddress::new(line.row, column),
            );
            let spot = Spot {
                sheet: self.name.clone(),
                cell,
            };
            let blank = Found {
                value: Reading::Empty,
                spot,
                text: String::new(),
                steps: Vec::new(),
            };
            return self.take_figure(line, figure, blank);
        };
        let (value, steps) = figure_value(cell, criterion, figure);
        let found = match value {
            Ok(value) => self.found(cell, value, steps),
            Err(problem) => {
                let finding = self.unreadable(cell, problem, &figures::FIGURE_UNREADABLE);
                self.into
                    .findings
                    .push(finding.about(About::Row(figure_label(criterion, figure))));
                self.found(cell, Reading::Unreadable, Vec::new())
            }
        };
        self.take_figure(line, figure, found);
    }

    fn take_figure(&mut self, line: &Line<'_, '_>, figure: &FigureSpec, found: Found<Figure>) {
        let table = line.table.header;
        self.into.figures.push(Taken {
            value: (figure.id.clone(), found),
            table,
        });
    }
}

/// Code, criterion and figure, as findings name it.
pub fn figure_label(criterion: &Criterion, figure: &FigureSpec) -> String {
    match &figure.name {
        Some(name) => format!("{} – {name}", criterion.id),
        None => criterion.label(),
    }
}

fn figure_value(
    cell: &Cell,
    criterion: &Criterion,
    figure: &FigureSpec,
) -> (Result<Reading<Figure>, NotANumber>, Vec<Step>) {
    let answer = |reading: Reading<Figure>| match reading {
        Reading::Unreadable => (Err(NotANumber::Other), Vec::new()),
        reading => (Ok(reading), Vec::new()),
    };
    let sort = match figure.kind {
        FigureKind::YesNo => return answer(map(answer::yes_no(&cell.value), Figure::Yes)),
        FigureKind::Choice => {
            let ScoringRule::Choice { options, .. } = &criterion.rule else {
                return answer(Reading::Unreadable);
            };
            return answer(map(answer::choice(&cell.value, options), Figure::Choice));
        }
        FigureKind::Count => Sort::Count,
        FigureKind::Amount => Sort::Amount,
    };
    match number::read(&cell.value, sort, &figure.unit) {
        Ok(None) => (Ok(Reading::Empty), Vec::new()),
        Ok(Some(number)) => (
            Ok(Reading::Value(Figure::Number(number.value))),
            number.steps,
        ),
        Err(problem) => (Err(problem), Vec::new()),
    }
}

fn map<T, U>(reading: Reading<T>, change: impl FnOnce(T) -> U) -> Reading<U> {
    match reading {
        Reading::Empty => Reading::Empty,
        Reading::Value(value) => Reading::Value(change(value)),
        Reading::Unreadable => Reading::Unreadable,
    }
}
