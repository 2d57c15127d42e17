//! Codes that Excel took for something else: 1.10 became 1.1, 1/2 became a day, (1) became -1.
//!
//! In: a cell, and the code of the row above. Out: the code that the cell must have had, where the row above leaves one only.

use crate::base::cell::{Cell, CellValue};
use crate::base::date::Day;
use crate::input::campaign_book::cells::shown;

/// What a cell says as a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CodeReading {
    /// As it stands.
    Plain(String),
    /// Not as it stands, and clear.
    Mended(String),
    /// Not as it stands, and not clear.
    Unclear,
}

/// The codes that may come next after a code: the next one beside it, beside one above it, and the first one below it.
fn next(before: &str) -> Vec<String> {
    let mut next = vec![format!("{before}.1")];
    let mut rest = before;
    loop {
        let (above, last) = rest
            .rsplit_once('.')
            .map_or(("", rest), |(above, last)| (above, last));
        if let Ok(number) = last.parse::<u32>() {
            let number = number.saturating_add(1);
            next.push(if above.is_empty() {
                number.to_string()
            } else {
                format!("{above}.{number}")
            });
        }
        if above.is_empty() {
            return next;
        }
        rest = above;
    }
}

/// The code of a cell, after the code of the row above.
pub(super) fn code(cell: &Cell, before: &str) -> CodeReading {
    let next = next(before);
    let stands = shown(cell);
    let candidates: Vec<String> = match &cell.value {
        CellValue::Number(value) if *value < 0.0 => {
            let bare = stands.trim_start_matches('-');
            let previous = bare.parse::<u32>().ok().and_then(|one| one.checked_sub(1));
            let follows = previous.is_some_and(|one| one == 0 || before == format!("({one})"));
            return if follows {
                CodeReading::Mended(format!("({bare})"))
            } else {
                CodeReading::Unclear
            };
        }
        CellValue::Number(_) => {
            // 1.1 after 1.9 was 1.10; in any other place it is what it seems.
            let long = format!("{stands}0");
            let is_long = stands.contains('.') && !next.contains(&stands) && next.contains(&long);
            return if is_long {
                CodeReading::Mended(long)
            } else {
                CodeReading::Plain(stands)
            };
        }
        CellValue::Date { serial, base_1904 } => dates(Day::of_serial(*serial, *base_1904)),
        CellValue::IsoDate(text) => dates(Day::start_of(text)),
        _ => return CodeReading::Plain(stands),
    };
    let mut fitting = candidates.into_iter().filter(|one| next.contains(one));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => CodeReading::Mended(one),
        _ => CodeReading::Unclear,
    }
}

fn dates(day: Option<Day>) -> Vec<String> {
    let Some(day) = day else { return Vec::new() };
    let (date, month, year) = (day.day(), day.month(), day.year() % 100);
    let mut all = vec![format!("{date}.{month}"), format!("{date}.{month}.{year}")];
    if date != month {
        all.push(format!("{month}.{date}"));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::CellAddress;

    fn read(value: CellValue, before: &str) -> CodeReading {
        code(&Cell::new(CellAddress::new(0, 0), value), before)
    }

    #[test]
    fn what_excel_made_of_a_code_follows_from_the_row_above() {
        let mended = |text: &str| CodeReading::Mended(text.to_string());
        let plain = |text: &str| CodeReading::Plain(text.to_string());
        assert_eq!(read(CellValue::Number(1.1), "1.9"), mended("1.10"));
        assert_eq!(read(CellValue::Number(1.1), "1.9.3"), mended("1.10"));
        assert_eq!(read(CellValue::Number(1.2), "1.19"), mended("1.20"));
        assert_eq!(read(CellValue::Number(1.1), "1"), plain("1.1"));
        assert_eq!(read(CellValue::Number(1.2), "1.1"), plain("1.2"));
        assert_eq!(read(CellValue::Number(2.0), "1.9"), plain("2"));
        let day = |text: &str| CellValue::IsoDate(text.to_string());
        assert_eq!(read(day("2026-02-01"), "1.1"), mended("1.2"));
        assert_eq!(read(day("2026-02-01"), "2"), mended("2.1"));
        assert_eq!(read(day("2026-02-01"), "7.3"), CodeReading::Unclear);
        assert_eq!(read(CellValue::Number(-2.0), "(1)"), mended("(2)"));
        assert_eq!(read(CellValue::Number(-4.0), "(1)"), CodeReading::Unclear);
        assert_eq!(
            read(CellValue::Text("1.10".to_string()), "1.1"),
            plain("1.10")
        );
    }
}
