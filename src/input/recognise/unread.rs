//! Cells that hold no number: what they hold, and what may have been meant.
//!
//! In: a cell that could not be read as a number. Out: the rule it breaks, what is there, what it may be. It proposes; nothing
//! of it counts.

use crate::base::cell::{Cell, CellValue, Format};
use crate::base::date::Day;
use crate::base::finding::Fact;
use crate::base::number::{self, NotANumber, Sort};
use crate::base::points::Decimal;
use crate::base::rules::{Rule, cells, values};
use crate::input::recognise::seen::percent;

/// Why a cell was not read.
#[derive(Debug)]
pub struct Unread {
    /// The rule it breaks.
    pub rule: &'static Rule,
    /// What is there.
    pub found: Fact,
    /// What may have been meant.
    pub expected: Option<Fact>,
}

/// Says why a cell was not read. `otherwise` is the rule for whatever has none of its own.
pub fn unread(cell: &Cell, problem: NotANumber, sort: Sort, otherwise: &'static Rule) -> Unread {
    let found = match (&cell.value, cell.formula.as_deref()) {
        (CellValue::NotCalculated, Some(formula)) => format!("={formula}"),
        (CellValue::Error(error), Some(formula)) if !formula.is_empty() => {
            format!("{error} (={formula})")
        }
        (value, _) if cell.format == Format::Percent => percent(value),
        (value, _) => value.show(),
    };
    let (rule, expected) = match (problem, &cell.value) {
        (NotANumber::Error, _) => (&values::ERROR_VALUE, None),
        (NotANumber::Impossible, _) => (&cells::IMPOSSIBLE_NUMBER, None),
        (_, CellValue::Date { serial, base_1904 }) => date(*serial, *base_1904, sort, otherwise),
        (_, CellValue::Number(_)) if cell.format == Format::Percent => {
            (&cells::PERCENT_SCORE, None)
        }
        (_, CellValue::Text(text)) => words(text, sort, otherwise),
        _ => (otherwise, None),
    };
    Unread {
        rule,
        found: Fact::Text(found),
        expected,
    }
}

/// A score that was turned into a date: `8.5` typed where the comma is the decimal mark becomes 8 May.
fn date(
    serial: f64,
    base_1904: bool,
    sort: Sort,
    otherwise: &'static Rule,
) -> (&'static Rule, Option<Fact>) {
    let (Some(date), Sort::Points { lowest, highest }) = (Day::of_serial(serial, base_1904), sort)
    else {
        return (otherwise, None);
    };
    let reading = |whole: u32, part: u32| -> Option<Decimal> {
        let value: Decimal = format!("{whole}.{part}").parse().ok()?;
        (lowest..=highest)
            .contains(&value)
            .then_some(value.normalize())
    };
    let mut readings: Vec<Decimal> = [
        reading(date.day(), date.month()),
        reading(date.month(), date.day()),
    ]
    .into_iter()
    .flatten()
    .collect();
    readings.dedup();
    if readings.is_empty() {
        (otherwise, None)
    } else {
        (&cells::SCORE_IS_DATE, Some(Fact::Numbers(readings)))
    }
}

/// A letter that looks like a digit, or a percent sign on points.
fn words(text: &str, sort: Sort, otherwise: &'static Rule) -> (&'static Rule, Option<Fact>) {
    let value_of = |text: String| {
        number::read(&CellValue::Text(text), sort, "")
            .ok()
            .flatten()
    };
    if let (Sort::Points { .. }, Some(rest)) = (sort, text.trim().strip_suffix('%'))
        && value_of(rest.to_string()).is_some()
    {
        return (&cells::PERCENT_SCORE, None);
    }
    let digits = text.chars().map(|c| match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        c => c,
    });
    let is_mixed =
        text.contains(|c: char| c.is_ascii_digit()) && text.contains(['O', 'o', 'l', 'I']);
    match value_of(digits.collect()).filter(|_| is_mixed) {
        Some(number) => (&cells::LETTER_FOR_DIGIT, Some(Fact::Number(number.value))),
        None => (otherwise, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::CellAddress;

    fn score(value: CellValue) -> Unread {
        let cell = Cell::new(CellAddress::default(), value);
        let sort = Sort::Points {
            lowest: Decimal::ZERO,
            highest: Decimal::from(30),
        };
        unread(&cell, NotANumber::Other, sort, &values::SCORE_UNREADABLE)
    }

    #[test]
    fn a_date_is_offered_in_both_readings() {
        // 8 May 2017, the serial number that Excel shows for it.
        let read = score(CellValue::Date {
            serial: 42_863.0,
            base_1904: false,
        });
        assert_eq!(read.rule.code, "TH313");
        assert_eq!(
            read.expected,
            Some(Fact::Numbers(vec![
                Decimal::new(85, 1),
                Decimal::new(58, 1)
            ]))
        );
    }

    #[test]
    fn letters_and_percent_signs_are_told_apart() {
        assert_eq!(
            score(CellValue::Text("1O".into())).expected,
            Some(Fact::Number(Decimal::TEN))
        );
        assert_eq!(score(CellValue::Text("25%".into())).rule.code, "TH319");
        assert_eq!(score(CellValue::Text("mười".into())).rule.code, "TH301");
        assert_eq!(score(CellValue::Text("lo".into())).rule.code, "TH301");
    }
}
