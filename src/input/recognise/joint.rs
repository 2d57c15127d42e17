//! Figures written together into one cell on the row of their criterion: `a = 12; b = 15; tỷ lệ = a/b`.
//!
//! In: the cell of figures of a criterion. Out: each figure whose name, another name or id stands before a number there; one that has a
//! row of its own as well is held against that. Not for: what stands there besides, such as a formula in words.

use crate::base::cell::{Cell, CellValue, Reading};
use crate::base::finding::{Fact, Finding};
use crate::base::guard;
use crate::base::number::{self, Sort};
use crate::base::rules::figures;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::Item;
use crate::input::recognise::reader::{FromTable, SheetReader};
use crate::input::recognise::sheet::{Line, item_of};
use crate::input::recognise::subject::Subject;
use crate::input::submission::Figure;

impl SheetReader<'_, '_> {
    /// Takes the figures of a criterion out of the cell of figures on its own row; of those that have rows below it, what can be read, to
    /// be the same.
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
        let is_figure = |label: &str| criterion.figures.iter().any(|one| is_label(one, label));
        // `Năm 2016: a = 12`: which year or office the number is of cannot be told.
        let is_within = said.iter().any(|(label, value)| {
            let inner = value.split_once(SIGNS).map(|(inner, _)| inner);
            !is_figure(label) && inner.is_some_and(is_figure)
        });
        let row_of = |figure: &FigureSpec| {
            let is_it = |line: &&Line<'_, '_>| match item_of(line, self.lexicon) {
                Some(Item::Figure(_, other)) => other.id == figure.id,
                _ => false,
            };
            below.iter().find(is_it)
        };
        let (alone, with_row): (Vec<&FigureSpec>, Vec<_>) =
            named().partition(|figure| row_of(figure).is_none());
        let is_filled = |figure: &&FigureSpec| {
            let own = row_of(figure).and_then(|row| row.cell(Column::Figure));
            own.is_some_and(|cell| !text::clean(&cell.value.show()).is_empty())
        };
        let compared: Vec<&FigureSpec> = with_row.into_iter().filter(is_filled).collect();
        for figure in compared {
            let of_figure = said.iter().filter(|(label, _)| is_label(figure, label));
            let mut values = of_figure.map(|(_, value)| value.as_str());
            if let (Some(value), None, false) = (values.next(), values.next(), is_within)
                && number_in(value, figure).is_some()
            {
                self.figure_among(line, cell, &[value], (criterion, figure));
            }
        }
        for figure in alone {
            let of_figure = said.iter().filter(|(label, _)| is_label(figure, label));
            let values: Vec<&str> = of_figure.map(|(_, value)| value.as_str()).collect();
            if is_within {
                self.figure_among(line, cell, &[text], (criterion, figure));
            } else if !values.is_empty() {
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
        let is_blank = values.iter().all(|value| value.is_empty());
        let found = match first.filter(|_| is_one && numbers.len() == values.len()) {
            None if is_blank => self.found(cell, Reading::Empty, Vec::new()),
            Some(number) if !self.is_struck_out(cell, subject) => {
                self.approximate(cell, number, subject);
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

/// What parts a label from what stands behind it.
const SIGNS: [char; 2] = ['=', ':'];
/// What makes another number of the one behind it: `a <= 8`.
const BOUNDS: [char; 6] = ['<', '>', '≤', '≥', '~', '≈'];
/// Labels with what stands behind them: `a = 12; b: 15 hồ sơ`.
pub fn labelled(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<String> = Vec::new();
    for line in text.split([';', '\n', '\r']) {
        guard::check();
        let line = text::clean(line);
        let mut part = String::new();
        let mut rest = line.chars();
        while let Some(c) = rest.next() {
            // A comma before a number may stand within one.
            let behind = rest.as_str();
            let is_word = |text: &str| text.starts_with(char::is_alphabetic);
            if c == ',' && is_word(behind.strip_prefix(' ').unwrap_or(behind)) {
                parts.push(std::mem::take(&mut part));
            } else {
                part.push(c);
            }
        }
        parts.push(part);
    }
    let part = |part: &String| {
        let (label, value) = part.split_once(SIGNS)?;
        let label = label.trim_start_matches(|c: char| !c.is_alphanumeric());
        let bare = label.trim_end().trim_end_matches(BOUNDS);
        let bound = label.trim_end().strip_prefix(bare).unwrap_or_default();
        let value = text::clean(value);
        Some((text::clean(bare), format!("{bound}{value}")))
    };
    parts.iter().filter_map(part).collect()
}

/// The number that a text is, or that it begins with where only words for what is counted follow; a formula in words is none.
fn number_in(value: &str, figure: &FigureSpec) -> Option<number::Number> {
    let sort = match figure.kind {
        FigureKind::Count => Sort::Count,
        FigureKind::Amount => Sort::Amount,
        FigureKind::YesNo | FigureKind::Choice => return None,
    };
    let read = |text: &str| {
        let read = number::read(&CellValue::Text(text.to_string()), sort, &figure.unit);
        read.ok().flatten()
    };
    read(value).or_else(|| {
        let (number, words) = value.split_once(' ')?;
        let is_word = |word: &str| {
            let key = text::key(word);
            word.chars().all(|c| c.is_alphabetic() || "/,.".contains(c)) && !Hint::Size.is(&key)
        };
        words.split(' ').all(is_word).then(|| read(number))?
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
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
        assert_eq!(said("a <= 8, b: ~9"), ["a|<8", "b|~9"]);
        // Many blanks behind a comma cost no more than they are long.
        let long = format!("a = 8,{}b = 10", " ".repeat(500_000));
        assert_eq!(said(&long), ["a|8", "b|10"]);
    }

    #[test]
    fn only_words_for_what_is_counted_are_left_off() {
        let figure = |unit: &str| FigureSpec {
            unit: unit.to_string(),
            kind: FigureKind::Amount,
            ..toml::from_str("id = \"a\"").unwrap()
        };
        let of = |text: &str, unit: &str| {
            number_in(text, &figure(unit)).map(|number| number.value.to_string())
        };
        assert_eq!(of("15 hồ sơ", ""), Some("15".to_string()));
        for text in ["8 tỷ", "8 nghìn", "8 phần trăm", "8 trăm triệu", "a/b"] {
            assert_eq!(of(text, "triệu đồng"), None, "{text}");
        }
        assert_eq!(of("8 triệu đồng", "triệu đồng"), Some("8".to_string()));
    }
}
