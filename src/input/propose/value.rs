//! What a cell of a form says, as far as it matters for finding out what its column holds.
//!
//! In: a cell. Out: a number, a tick or a text. Not for: the number that counts, which is read when the form is known.

use crate::base::cell::CellValue;
use crate::base::number::{says_limit, says_no_limit, without_bounds};
use crate::base::points::{Most, Points, from_f64};
use crate::base::text;
use crate::campaign::scheme::points_at_end;
use crate::input::recognise::{OptionMark, mark};

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellStatement {
    /// A number, stored or written.
    Number(Points),
    /// A mark that chooses a row.
    Tick,
    /// Anything else.
    Text(String),
}

/// Words behind a number of points.
const POINTS: [&str; 3] = ["điểm", "đ", "đ."];

/// What a cell says; nothing where it is blank.
pub(super) fn said(value: &CellValue) -> Option<CellStatement> {
    if let CellValue::Number(stored) = value {
        return from_f64(*stored)
            .filter(|value| value.is_readable())
            .map(|value| CellStatement::Number(Points(value)));
    }
    let shown = text::clean(&value.show());
    if shown.is_empty() {
        return None;
    }
    if let Some(number) = written(&shown) {
        return Some(CellStatement::Number(number));
    }
    // A word that says yes may be the answer to a question; a sign chooses its row.
    let is_word = shown.chars().count() > 1 && shown.chars().all(char::is_alphabetic);
    if !is_word && mark(value).is_some_and(OptionMark::is_tick) {
        return Some(CellStatement::Tick);
    }
    Some(CellStatement::Text(shown))
}

/// A number as people write points: `0,5`, `2 điểm`, `-3đ`, `1.000`.
pub(super) fn written(shown: &str) -> Option<Points> {
    let lower = shown.trim().to_lowercase();
    let without = POINTS.iter().find_map(|word| lower.strip_suffix(word));
    let digits = without.unwrap_or(&lower).trim();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−');
    let number = digits.chars().all(is_number).then_some(digits)?;
    without_bounds(number).map(Points)
}

/// What a cell of maxima says: a number, or that there is none.
pub(super) fn most_said(said: &CellStatement) -> Option<Most> {
    match said {
        CellStatement::Number(points) => Some(Most::Points(*points)),
        CellStatement::Text(text) if says_no_limit(text) => Some(Most::Unlimited),
        CellStatement::Text(text) => says_limit(text).map(|most| Points(most).into()),
        CellStatement::Tick => None,
    }
}

/// The points at the end of an option's text, and the text without them: `Ban hành kịp thời: 1`, `Trễ hạn (0 điểm)`.
pub(super) fn ending_points(shown: &str) -> Option<(String, Points)> {
    let (name, points) = points_at_end(shown)?;
    Some((text::clean(name), Points(points)))
}

/// Whether a text without letters is a range of percentages, as options are called: `50% - 80%`, `≥ 90%`.
pub(super) fn is_range(text: &str) -> bool {
    let has_sign = text.contains(['<', '>', '≥', '≤']);
    let numbers = text.split(|c: char| !c.is_ascii_digit() && !",.".contains(c));
    let numbers = numbers.filter(|part| !part.is_empty()).count();
    text.contains('%') && (numbers > 1 || has_sign && numbers == 1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::str::FromStr;

    use super::*;

    fn points(text: &str) -> Points {
        Points::from_str(text).unwrap()
    }

    #[test]
    fn cells_say_numbers_ticks_or_texts() {
        let of = |text: &str| said(&CellValue::Text(text.to_string()));
        assert_eq!(of("8,5"), Some(CellStatement::Number(points("8.5"))));
        assert_eq!(of("1.000"), Some(CellStatement::Number(points("1000"))));
        assert_eq!(of("0.125"), Some(CellStatement::Number(points("0.125"))));
        assert_eq!(of("(1)"), Some(CellStatement::Text("(1)".to_string())));
        assert_eq!(of("2 điểm"), Some(CellStatement::Number(points("2"))));
        assert_eq!(of(" X "), Some(CellStatement::Tick));
        assert_eq!(of("✓"), Some(CellStatement::Tick));
        assert_eq!(of("  "), None);
        assert_eq!(of("1/2"), Some(CellStatement::Text("1/2".to_string())));
        assert_eq!(
            said(&CellValue::Number(3.0)),
            Some(CellStatement::Number(points("3")))
        );
    }

    #[test]
    fn points_at_the_end_of_an_option() {
        let of = |text: &str| ending_points(text);
        let is = |name: &str, value: &str| Some((name.to_string(), points(value)));
        assert_eq!(
            of("Ban hành không kịp thời: 0,5"),
            is("Ban hành không kịp thời", "0.5")
        );
        assert_eq!(of("Trễ hạn (0 điểm)"), is("Trễ hạn", "0"));
        assert_eq!(of("Đủ: 2 điểm."), is("Đủ", "2"));
        assert_eq!(
            of("Thực hiện từ 70% - 90% kế hoạch: 1"),
            is("Thực hiện từ 70% - 90% kế hoạch", "1")
        );
        assert_eq!(of("Kế hoạch (năm 2013)"), None);
        assert_eq!(of("Kế hoạch năm"), None);
    }
}
