//! Numbers as the cells of the workbook show them.
//!
//! In: exact numbers. Out: texts with the decimals of the column. Not for: numbers within sentences, which `lang` writes.

use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::points::{Decimal, Most, Points, round_half_away};
use crate::output::quote::QuotedValue;
use crate::output::words;

/// The sign of a number below 0 that stands alone.
const MINUS: char = '\u{2212}';
/// The decimal mark.
const MARK: Phrase = phrase(",", ".");

/// A number of a column: its text, and how many decimals it is short of the column's longest, so that decimal marks stand below
/// each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenNumber {
    pub(super) text: String,
    pub(super) short: u32,
}

/// Points with at least one decimal and at most so many: 100,0 and 162,37.
pub(super) fn points(points: Points, decimals: u32, lang: Lang) -> WrittenNumber {
    let value = round_half_away(points.0, decimals).normalize();
    let own = value.scale().max(1);
    WrittenNumber {
        text: fixed(value, own, lang),
        short: decimals.max(1) - own.min(decimals.max(1)),
    }
}

/// As [`points`], with a sign before what is more than 0.
pub(super) fn signed_points(value: Points, decimals: u32, lang: Lang) -> WrittenNumber {
    let mut written = points(value, decimals, lang);
    if value > Points::ZERO {
        written.text.insert(0, '+');
    }
    written
}

/// A maximum: points, or the words for none.
pub(super) fn most(most: Most, decimals: u32, is_signed: bool, lang: Lang) -> WrittenNumber {
    match most.limit() {
        Some(limit) if is_signed => signed_points(limit, decimals, lang),
        Some(limit) => points(limit, decimals, lang),
        None => WrittenNumber {
            text: lang.most(most),
            short: 0,
        },
    }
}

/// A number with just so many decimals, no thousands set off: `100,00`, `-7,5`.
pub(super) fn fixed(value: Decimal, decimals: u32, lang: Lang) -> String {
    let value = round_half_away(value, decimals);
    let text = format!("{value:.*}", decimals as usize);
    text.replace('.', MARK.get(lang))
}

/// A change with its sign and just so many decimals; none is 0.
pub(super) fn change(value: Decimal, decimals: u32, lang: Lang) -> String {
    let text = fixed(value.abs(), decimals, lang);
    if value.is_zero() {
        text
    } else if value.is_sign_negative() {
        format!("{MINUS}{text}")
    } else {
        format!("+{text}")
    }
}

/// A share, 1 for all, with one decimal: `87,5%`.
pub(super) fn tenth(share: Decimal, lang: Lang) -> String {
    let percent = share.checked_mul(Decimal::from(100_u32));
    let shown = |percent| lang.percent(round_half_away(percent, 1), 1);
    percent.map_or_else(String::new, shown)
}

/// Numbers of units; none is a dash.
pub(super) fn count(count: usize, lang: Lang) -> String {
    if count == 0 {
        return "–".to_string();
    }
    lang.thousands(Decimal::from(count))
}

/// A number of a statistic: whole, or with at most so many decimals.
pub(super) fn figure(value: Decimal, most: u32, lang: Lang) -> String {
    lang.thousands(round_half_away(value, most))
}

/// The value of a statistic, at most so many decimals where it is no share: `100%`, `97,93%`, `1.025`.
pub(super) fn value(value: &QuotedValue, percent_decimals: u32, most: u32, lang: Lang) -> String {
    match value {
        QuotedValue::Share(share) => {
            let percent = share
                .checked_mul(Decimal::from(100_u32))
                .unwrap_or_default();
            // All and none have no decimals.
            let is_end = percent.is_zero() || *share == Decimal::ONE;
            lang.percent(percent, if is_end { 0 } else { percent_decimals })
        }
        QuotedValue::Number(number) => figure(*number, most, lang),
        QuotedValue::Missing => words::NO_VALUE.get(lang).to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn number(text: &str) -> Points {
        text.parse().unwrap()
    }

    #[test]
    fn points_are_written_as_cells_show_them() {
        let shown = |text: &str| {
            let written = points(number(text), 2, Lang::Vi);
            (written.text, written.short)
        };
        assert_eq!(shown("100"), ("100,0".to_string(), 1));
        assert_eq!(shown("162.37"), ("162,37".to_string(), 0));
        assert_eq!(shown("1007.505"), ("1007,51".to_string(), 0));
        assert_eq!(shown("-10"), ("-10,0".to_string(), 1));
        assert_eq!(signed_points(number("20"), 1, Lang::En).text, "+20.0");
        assert_eq!(change(number("-0.4").0, 1, Lang::Vi), "−0,4");
    }

    #[test]
    fn shares_have_decimals_between_none_and_all() {
        let shown = |text: &str| value(&QuotedValue::Share(number(text).0), 2, 3, Lang::Vi);
        assert_eq!(shown("1"), "100%");
        assert_eq!(shown("0"), "0%");
        assert_eq!(shown("0.9793"), "97,93%");
        assert_eq!(shown("0.5"), "50,00%");
        assert_eq!(tenth(number("0.8755").0, Lang::Vi), "87,6%");
    }
}
