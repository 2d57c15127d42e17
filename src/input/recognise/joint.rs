//! Figures written together into one cell on the row of their criterion: `a = 12; b = 15; tỷ lệ = a/b`.
//!
//! In: the cell of figures of a criterion whose figures have no rows of their own. Out: each figure whose name, another name or id
//! stands before a number there. Not for: figures with rows, and not for what stands there besides, such as a formula in words.

use std::borrow::Cow;

use crate::base::cell::{Cell, CellValue, Reading};
use crate::base::finding::{Fact, Finding};
use crate::base::number::{self, Sort};
use crate::base::rules::figures;
use crate::base::text;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::Item;
use crate::input::recognise::reader::{FromTable, SheetReader};
use crate::input::recognise::sheet::{Line, item_of};
use crate::input::recognise::subject::Subject;
use crate::input::submission::Figure;

impl SheetReader<'_, '_> {
    /// Takes the figures of a criterion that have no rows below it out of the cell of figures on its own row.
    pub(super) fn figures_together(
        &mut self,
        (line, below): (&Line<'_, '_>, &[Line<'_, '_>]),
        criterion: &Criterion,
    ) {
        let named = || criterion.figures.iter().filter(|one| one.name.is_some());
        let Some(cell) = line.cell(Column::Figure).filter(|_| named().count() > 0) else {
            return;
        };
        let CellValue::Text(text) = &cell.value else {
            return;
        };
        let said = labelled(text);
        let has_row = |figure: &FigureSpec| {
            let is_it = |line: &Line<'_, '_>| match item_of(line, self.lexicon) {
                Some(Item::Figure(_, other)) => other.id == figure.id,
                _ => false,
            };
            below.iter().any(is_it)
        };
        let alone: Vec<&FigureSpec> = named().filter(|figure| !has_row(figure)).collect();
        for figure in alone {
            let of_figure = said.iter().filter(|(label, _)| is_label(figure, label));
            let values: Vec<&str> = of_figure.map(|(_, value)| value.as_str()).collect();
            if !values.is_empty() {
                self.figure_among(line, cell, &values, (criterion, figure));
            }
        }
    }

    /// Takes a figure from what stands behind its name; two numbers behind it are none.
    fn figure_among(
        &mut self,
        line: &Line<'_, '_>,
        cell: &Cell,
        values: &[&str],
        (criterion, figure): (&Criterion, &FigureSpec),
    ) {
        let subject = Subject::Figure(criterion, figure);
        let read: Vec<_> = values
            .iter()
            .map(|value| number_in(value, figure))
            .collect();
        let numbers: Vec<_> = read.iter().flatten().collect();
        let first = numbers.first().copied();
        let is_one = numbers
            .iter()
            .all(|one| Some(one.value) == first.map(|one| one.value));
        let found = match first.filter(|_| is_one && numbers.len() == values.len()) {
            Some(number) if !self.is_struck_out(cell, subject) => {
                self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
                let value = Reading::Value(Figure::Number(number.value));
                self.found(cell, value, number.steps.clone())
            }
            Some(_) => self.found(cell, Reading::Unreadable, Vec::new()),
            None => {
                let place = self.place(cell.address);
                let finding = Finding::new(&figures::FIGURE_UNREADABLE, place);
                let finding = finding.about(subject.about(self.scheme));
                self.tell(finding.found(Fact::Text(values.join("; "))));
                self.found(cell, Reading::Unreadable, Vec::new())
            }
        };
        self.into.figures.push(FromTable {
            value: (figure.id.clone(), found),
            table: line.table.header,
        });
    }
}

/// Whether a label names a figure.
fn is_label(figure: &FigureSpec, label: &str) -> bool {
    let names = figure.name.iter().chain(&figure.aliases);
    let names = names.map(String::as_str).chain([figure.id.0.as_str()]);
    let key = text::key(label);
    names.into_iter().any(|name| text::key(name) == key)
}

/// Labels with what stands behind them: `a = 12; b: 15 hồ sơ`.
pub fn labelled(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        // A comma before a number may stand within one.
        let before_word = {
            let mut behind = rest.clone().skip_while(|next| next.is_whitespace());
            behind.next().is_some_and(char::is_alphabetic)
        };
        if matches!(c, ';' | '\n' | '\r') || c == ',' && before_word {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    let part = |part: &String| {
        let (label, value) = part.split_once(['=', ':'])?;
        let label = label.trim_start_matches(|c: char| !c.is_alphanumeric());
        Some((text::clean(label), text::clean(value)))
    };
    parts.iter().filter_map(part).collect()
}

/// The number at the beginning of a text, words behind it left off; a formula in words is none.
fn number_in(value: &str, figure: &FigureSpec) -> Option<number::Number> {
    let sort = match figure.kind {
        FigureKind::Count => Sort::Count,
        FigureKind::Amount => Sort::Amount,
        FigureKind::YesNo | FigureKind::Choice => return None,
    };
    let (number, words) = match value.split_once(' ') {
        Some((number, words)) if !words.contains(|c: char| c.is_ascii_digit()) => (number, words),
        _ => (value, ""),
    };
    let is_words = words
        .chars()
        .all(|c| c.is_alphabetic() || " /,.".contains(c));
    let text: Cow<'_, str> = if is_words {
        number.into()
    } else {
        value.into()
    };
    let read = number::read(&CellValue::Text(text.into_owned()), sort, &figure.unit);
    read.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_what_stands_behind_them() {
        let said = |text: &str| -> Vec<String> {
            let parts = labelled(text).into_iter();
            parts
                .map(|(label, value)| format!("{label}|{value}"))
                .collect()
        };
        assert_eq!(said("a = 12; b: 15 hồ sơ"), ["a|12", "b|15 hồ sơ"]);
        assert_eq!(
            said("a=12,5, b=15\ntỷ lệ = a/b"),
            ["a|12,5", "b|15", "tỷ lệ|a/b"]
        );
        assert_eq!(said("- a: 1.234"), ["a|1.234"]);
        assert_eq!(said("12/15"), [""; 0]);
    }
}
