//! Cells that hold no number: what they hold, and what may have been meant.
//!
//! In: a cell that could not be read as a number. Out: the rule it breaks, what is there, what it may be. It proposes; nothing
//! of it counts.

use crate::base::cell::{Cell, CellValue, Format};
use crate::base::date::{Day, duration};
use crate::base::finding::Fact;
use crate::base::number::{self, NotANumber, Sort};
use crate::base::points::{Decimal, from_f64};
use crate::base::rules::{Rule, cells, figures, values};
use crate::input::seen::percent;

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
        (value, _) if cell.format == Format::PercentSign => {
            let shown = cell.look.as_deref().and_then(|look| look.shown.clone());
            shown.unwrap_or_else(|| value.show())
        }
        (value, _) => value.show(),
    };
    let is_points = matches!(sort, Sort::Points { .. });
    let (rule, expected) = match (problem, &cell.value) {
        (NotANumber::Error, _) => (&values::ERROR_VALUE, None),
        (NotANumber::Impossible, _) => (&cells::IMPOSSIBLE_NUMBER, None),
        (_, CellValue::Date { .. } | CellValue::IsoDate(_)) => date(&cell.value, sort, otherwise),
        (_, CellValue::Number(_)) if is_points && cell.format == Format::Percent => {
            (&cells::PERCENT_SCORE, None)
        }
        _ if is_points && cell.format == Format::PercentSign => (&cells::PERCENT_SCORE, None),
        (_, CellValue::Text(text)) => words(text, sort, otherwise),
        _ => (otherwise, None),
    };
    Unread {
        rule,
        found: Fact::Text(found),
        expected,
    }
}

/// A score that was turned into a date: `8.5` typed where the comma is the decimal mark becomes 8 May. One that only has the format
/// of a date still is the number that is stored.
fn date(value: &CellValue, sort: Sort, otherwise: &'static Rule) -> (&'static Rule, Option<Fact>) {
    let Sort::Points { lowest, highest } = sort else {
        return (otherwise, None);
    };
    let (date, serial) = match value {
        CellValue::Date { serial, base_1904 } => {
            (Day::of_serial(*serial, *base_1904), Some(*serial))
        }
        CellValue::IsoDate(text) => match (Day::start_of(text), duration(text)) {
            // A time of the day makes it no number of points.
            (Some(day), _) if text.trim_end_matches(['0', ':', '.', 'Z']).len() <= 11 => {
                (Some(day), Some(f64::from(day.serial())))
            }
            (Some(day), _) => (Some(day), None),
            (None, Some((hours, minutes, seconds))) => {
                let seconds = f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0 + seconds;
                (None, Some(seconds / 86_400.0))
            }
            (None, None) => (None, None),
        },
        _ => (None, None),
    };
    let reading = |whole: u32, part: u32| format!("{whole}.{part}").parse::<Decimal>().ok();
    let stored = serial.and_then(from_f64);
    let both = date.map(|date| (date.day(), date.month()));
    let as_typed = both.map(|(day, month)| [reading(day, month), reading(month, day)]);
    let mut readings: Vec<Decimal> = Vec::new();
    let all = std::iter::once(stored).chain(as_typed.into_iter().flatten());
    for value in all.flatten().map(Decimal::normalize) {
        if (lowest..=highest).contains(&value) && !readings.contains(&value) {
            readings.push(value);
        }
    }
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
        None if sort == Sort::Amount => match two_readings(text) {
            Some(both) => (&figures::TWO_READINGS, Some(Fact::Numbers(both.to_vec()))),
            None => (otherwise, None),
        },
        None => (otherwise, None),
    }
}

/// The two numbers that an amount such as `1.234` can be.
fn two_readings(text: &str) -> Option<[Decimal; 2]> {
    let number = text.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
    let mark = number.find(['.', ','])?;
    let of =
        |number: &str, sort| number::read(&CellValue::Text(number.to_string()), sort, "").ok()?;
    let whole = of(number, Sort::Count)?.value;
    let (before, behind) = (number.get(..mark)?, number.get(mark + 1..)?);
    let part = format!("{before}.{behind}").parse().ok()?;
    (behind.len() == 3).then_some([part, whole])
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
    fn a_number_in_the_format_of_a_date_is_offered_first() {
        let date = |serial| CellValue::Date {
            serial,
            base_1904: false,
        };
        let numbers = |numbers: &[&str]| {
            let numbers = numbers.iter().filter_map(|number| number.parse().ok());
            Some(Fact::Numbers(numbers.collect()))
        };
        for (value, shown, expected) in [
            (date(28.0), "28/01/1900", numbers(&["28", "28.1", "1.28"])),
            (date(8.5), "08/01/1900", numbers(&["8.5", "8.1", "1.8"])),
            (
                CellValue::IsoDate("2018-05-08".into()),
                "08/05/2018",
                numbers(&["8.5", "5.8"]),
            ),
            (
                CellValue::IsoDate("1900-01-27".into()),
                "27/01/1900",
                numbers(&["28", "27.1", "1.27"]),
            ),
            (
                CellValue::IsoDate("PT720H00M00S".into()),
                "720:00",
                numbers(&["30"]),
            ),
        ] {
            let read = score(value);
            assert_eq!(read.rule.code, "TH313");
            assert_eq!(read.found, Fact::Text(shown.to_string()));
            assert_eq!(read.expected, expected, "{shown}");
        }
        let late = score(CellValue::IsoDate("PT7200H00M00S".into()));
        assert_eq!(late.rule.code, "TH301");
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
