//! The languages that users see, and numbers as each writes them.
//!
//! In: a text in both languages, or an exact number. Out: the text or the number in one of them. Not for: the texts
//! themselves, which live in `rules/`, `output/` and `cli/`.
//!
//! There are two ways to say something, and no third: what is always the same is a [`Phrase`], which may have `{0}`, `{1}` … to be
//! filled in where it stands in a table; a sentence of values is said by `say!`. Nothing else asks which language it is.

use std::borrow::Cow;

use crate::base::points::{Decimal, Most, Points, round_half_away};
use serde::{Deserialize, Serialize};

/// A language of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

/// One text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }

    /// The text in one language, with these parts for its `{0}`, `{1}` …
    pub fn fill(&self, lang: Lang, parts: &[&str]) -> String {
        filled(self.get(lang), |name| {
            let part = name.parse::<usize>().ok().and_then(|at| parts.get(at));
            part.map_or(Cow::Borrowed(""), |part| Cow::Borrowed(*part))
        })
    }
}

/// Fills every `{name}` of a template in one pass, so that a text filled in is never itself taken for a template.
pub fn filled<'t>(template: &str, part: impl Fn(&str) -> Cow<'t, str>) -> String {
    let mut filled = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(&part(name));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// A sentence of values, in one language: `say!(lang, "{n} bảng", "{n} tables")`. A text that takes values other than names stands
/// with them in parentheses: `say!(lang, ("{} bảng", all.len()), ("{} tables", all.len()))`. The compiler sees that each text has all
/// that it needs.
macro_rules! say {
    ($lang:expr, ($vi:literal $(, $own:expr)* $(,)?), ($en:literal $(, $its:expr)* $(,)?) $(,)?) => {
        match $lang {
            $crate::base::lang::Lang::Vi => format!($vi $(, $own)*),
            $crate::base::lang::Lang::En => format!($en $(, $its)*),
        }
    };
    ($lang:expr, $vi:literal, ($en:literal $(, $its:expr)* $(,)?) $(,)?) => {
        $crate::base::lang::say!($lang, ($vi), ($en $(, $its)*))
    };
    ($lang:expr, ($vi:literal $(, $own:expr)* $(,)?), $en:literal $(,)?) => {
        $crate::base::lang::say!($lang, ($vi $(, $own)*), ($en))
    };
    ($lang:expr, $vi:literal, $en:literal $(,)?) => {
        $crate::base::lang::say!($lang, ($vi), ($en))
    };
}
pub(crate) use say;

/// A table of phrases: `NAME: "tiếng Việt", "English";`.
macro_rules! phrases {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(pub(super) const $name: $crate::base::lang::Phrase = $crate::base::lang::phrase($vi, $en);)*
    };
}
pub(crate) use phrases;

/// So many of something, in English: `1 table`, `2 tables`.
pub fn plural(count: usize, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    }
}

/// A maximum that is none.
pub const UNLIMITED: Phrase = phrase("không giới hạn", "unlimited");

/// Shorthand for a [`Phrase`].
pub const fn phrase(vi: &'static str, en: &'static str) -> Phrase {
    Phrase { vi, en }
}

impl Lang {
    /// Yes or no, as a word.
    pub fn answer(self, is_so: bool) -> &'static str {
        let word = if is_so {
            phrase("có", "yes")
        } else {
            phrase("không", "no")
        };
        word.get(self)
    }

    /// A number as people write it in this language: `97,93` or `97.93`, thousands set off in whole parts of five digits
    /// and more (`12.345,5` or `12,345.5`), no trailing zeros, and of what has no end six decimals.
    pub fn number(self, value: Decimal) -> String {
        self.written(legible(value), 5)
    }

    /// A share of the maximum as it was written, with the points that it comes to: `0,7625 (tính 6,1 điểm)`.
    pub fn of_share(self, share: &str, points: &str) -> String {
        let number = share.parse().map(|number| self.number(number));
        let share = number.unwrap_or_else(|_| share.to_string());
        say!(
            self,
            "{share} (tính {points} điểm)",
            "{share} (counts as {points})"
        )
    }

    /// A maximum: a number, or the words for none.
    pub fn most(self, most: Most) -> String {
        let number = most.limit().map(|points| self.number(points.0));
        number.unwrap_or_else(|| UNLIMITED.get(self).to_string())
    }

    /// What lies between two ends, the upper of which may be open.
    pub fn range(self, lowest: Points, highest: Most) -> String {
        let low = self.number(lowest.0);
        match highest.limit() {
            Some(highest) => {
                let high = self.number(highest.0);
                say!(self, "từ {low} đến {high}", "from {low} to {high}")
            }
            None => say!(self, "từ {low} trở lên", "{low} or more"),
        }
    }

    /// As [`Lang::number`], thousands set off from four digits on, as the cells of a workbook show them: `1.025`.
    pub fn thousands(self, value: Decimal) -> String {
        self.written(value, 4)
    }

    fn written(self, value: Decimal, least: usize) -> String {
        let plain = value.normalize().to_string();
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", plain.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (point, separator) = match self {
            Lang::Vi => (',', '.'),
            Lang::En => ('.', ','),
        };
        let mut text = String::from(sign);
        text.push_str(&grouped(whole, separator, least));
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A number of bytes as Windows shows it, one decimal rounded to nearest: `31,2 KB`.
    pub fn size(self, bytes: u64) -> String {
        let unit = phrase("byte", if bytes == 1 { "byte" } else { "bytes" });
        let units = [(30, "GB"), (20, "MB"), (10, "KB")];
        let fitting = units.into_iter().find(|(bits, _)| bytes >> bits > 0);
        let Some((bits, unit)) = fitting else {
            return format!("{} {}", self.number(Decimal::from(bytes)), unit.get(self));
        };
        let tenths = (u128::from(bytes) * 10 + (1 << (bits - 1))) >> bits;
        let value = Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1);
        format!("{} {unit}", self.number(value))
    }

    /// A percentage with a fixed number of decimals: `97,93%`.
    pub fn percent(self, value: Decimal, decimals: u32) -> String {
        let fixed = format!("{value:.*}", decimals.min(28) as usize);
        let shown = match self {
            Lang::Vi => fixed.replace('.', ","),
            Lang::En => fixed,
        };
        format!("{shown}%")
    }

    /// A percentage rounded to at most so many decimals, without trailing zeros: `97,93%`, `100%`.
    pub fn share(self, value: Decimal, most: u32) -> String {
        format!("{}%", self.number(round_half_away(value, most)))
    }
}

fn grouped(whole: &str, separator: char, least: usize) -> String {
    if whole.len() < least {
        return whole.to_string();
    }
    let mut text = String::with_capacity(whole.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// The most decimals that people read in a number.
const MOST_DECIMALS: u32 = 6;

/// A number to six decimals, where it has more: what a quotient leaves. Exact where that would hide what tells it from a short number,
/// as 5.0000001 from 5, unless it is as little as binary numbers are off by.
fn legible(value: Decimal) -> Decimal {
    const FEWEST: u32 = 4;
    let value = value.normalize();
    if value.scale() <= MOST_DECIMALS {
        return value;
    }
    let rounded = round_half_away(value, MOST_DECIMALS).normalize();
    let off = value.checked_sub(rounded).unwrap_or(value).abs();
    if rounded.scale() >= FEWEST || off <= Decimal::new(1, 11) && !rounded.is_zero() {
        rounded
    } else {
        value
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_said_in_either_language() {
        let (count, names) = (2, ["a", "b"]);
        let said = |lang| {
            say!(
                lang,
                ("{count} tệp: {}", names.join(", ")),
                ("{}: {}", plural(count, "file"), names.join(", "))
            )
        };
        assert_eq!(
            [Lang::Vi, Lang::En].map(said),
            ["2 tệp: a, b", "2 files: a, b"]
        );
        assert_eq!(
            say!(Lang::En, "{count} tệp", ("{}", plural(1, "file"))),
            "1 file"
        );
        let phrase = phrase("{0}/{1}", "{1}, {0}");
        assert_eq!(phrase.fill(Lang::Vi, &["{1}", "b"]), "{1}/b");
        assert_eq!(phrase.fill(Lang::En, &["a"]), ", a");
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(Lang::Vi.number(number("849.90")), "849,9");
        assert_eq!(Lang::Vi.number(number("-1234567.5")), "-1.234.567,5");
        assert_eq!(Lang::En.number(number("12345")), "12,345");
        assert_eq!(Lang::Vi.number(number("1025")), "1025");
        assert_eq!(Lang::Vi.thousands(number("1025")), "1.025");
        assert_eq!(Lang::En.thousands(number("-1025.5")), "-1,025.5");
        assert_eq!(Lang::En.number(number("1234")), "1234");
        for (value, shown) in [
            ("-71.63333333333325", "-71,633333"),
            ("146.666666666666585", "146,666667"),
            ("8.299999999999999", "8,3"),
            ("5.0000001", "5,0000001"),
            ("0.00000004", "0,00000004"),
            ("0.123456", "0,123456"),
        ] {
            assert_eq!(Lang::Vi.number(number(value)), shown);
        }
        assert_eq!(Lang::Vi.percent(number("97.9"), 2), "97,90%");
        for (value, shown) in [
            ("100.00", "100%"),
            ("76", "76%"),
            ("97.935", "97,94%"),
            ("0.5", "0,5%"),
        ] {
            assert_eq!(Lang::Vi.share(number(value), 2), shown);
        }
        assert_eq!(Lang::Vi.size(31_949), "31,2 KB");
        assert_eq!(Lang::En.size(64 << 20), "64 MB");
        assert_eq!(Lang::En.size(1), "1 byte");
        assert_eq!(Lang::Vi.size(1023), "1023 byte");
    }
}
