//! What a number format shows of a number.
//!
//! In: the code of a format as Excel stores it, such as `#,##0.00" điểm";[Red]-0`, and a number; or the number and the text that a
//! program showed for it. Out: the text that a person sees, and whether that is the number. Not for: dates, which are read as such.
//!
//! Written for this program because only here the marks that a format makes and those that stand in it as letters have to be told
//! apart: `0\,0` shows 40 as `4,0`, `#,##0` shows 4000 as `4,000`, and only the second is the number.

mod code;
mod number;
mod seen;

use std::sync::Arc;

use crate::base::cell::Format;
use crate::base::display::code::{Part, Section, sections};
use crate::base::display::seen::{Seen, says};

/// A number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// Its sections, at most three for numbers; none where it shows every number as it is.
    /// Shared: many styles have the same.
    sections: Arc<[Section]>,
}

/// As long as the code of a format can be in Excel ("Excel specifications and limits"). What stands behind is not looked at.
const LONGEST_CODE: usize = 255;

/// A format of which Excel stores the number alone (ECMA-376, part 1, 18.8.30), where it does more than show digits.
pub fn built_in(number: u32) -> NumberFormat {
    match number {
        9 | 10 => NumberFormat::new("0%"),
        _ => NumberFormat::default(),
    }
}

impl NumberFormat {
    /// By its code.
    pub fn new(code: &str) -> Self {
        let end = code.char_indices().nth(LONGEST_CODE).map(|(end, _)| end);
        let sections = sections(end.and_then(|end| code.get(..end)).unwrap_or(code));
        let is_plain = sections.len() < 2 && sections.iter().all(Section::is_plain);
        NumberFormat {
            sections: if is_plain { [].into() } else { sections.into() },
        }
    }

    /// Whether it shows every number as it is.
    pub fn is_plain(&self) -> bool {
        self.sections.is_empty()
    }

    /// What it does to a number, with what is seen, where that is not the number.
    pub fn look(&self, value: f64) -> (Format, Option<String>) {
        let Some((section, is_bare)) = self.section(value) else {
            return (Format::General, None);
        };
        if section.parts.contains(&Part::Percent) {
            return (Format::Percent, None);
        }
        if !section.is_shown_in_digits() {
            return (Format::General, None);
        }
        let value = if is_bare { value.abs() } else { value };
        let shown = section.show(value);
        judge(&shown, if is_bare { -value } else { value })
    }

    /// The section for a number, and whether its sign is left to the section.
    fn section(&self, value: f64) -> Option<(&Section, bool)> {
        let sections = &self.sections;
        let first = sections.first()?;
        let has_conditions = sections.iter().any(|section| section.condition.is_some());
        if has_conditions {
            let met = |section: &&Section| {
                section
                    .condition
                    .as_ref()
                    .is_none_or(|one| one.is_met(value))
            };
            let section = sections.iter().find(met)?;
            let is_bare = section
                .condition
                .as_ref()
                .is_some_and(code::Condition::is_negative);
            return Some((section, is_bare && value < 0.0));
        }
        Some(match &**sections {
            [_, negative, ..] if value < 0.0 => (negative, true),
            [_, _, zero, ..] if value == 0.0 => (zero, false),
            _ => (first, false),
        })
    }
}

/// What a program makes of a number that it shows with this text.
pub fn shown_as(text: &str, value: f64) -> (Format, Option<String>) {
    let text = text.trim();
    if let Some(digits) = text.strip_suffix('%')
        && says(&Seen::literal(digits), value * 100.0)
    {
        return (Format::Percent, None);
    }
    judge(&Seen::literal(text), value)
}

fn judge(shown: &Seen, value: f64) -> (Format, Option<String>) {
    if shown.is_blank() {
        return (Format::Hidden, None);
    }
    if says(shown, value) {
        return (Format::General, None);
    }
    (Format::Other, Some(shown.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(code: &str) -> [Format; 3] {
        [1.0, -1.0, 0.0].map(|value| NumberFormat::new(code).look(value).0)
    }

    #[test]
    fn percent_and_hidden_are_told_from_decoration() {
        let (general, percent, hidden) = (Format::General, Format::Percent, Format::Hidden);
        assert_eq!(all("0.00%"), [percent; 3]);
        for code in [
            "#,##0.0\" %\"",
            "0\\%",
            "0\" điểm\"",
            "General",
            "",
            "@",
            "0.0",
            "#,##0_);(#,##0)",
            "[Red]0.0;[Red]-0.0",
            "_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* \"-\"\\ _₫_-;_-@_-",
            "0\"/20\"",
            "\"QĐ số \"0",
            "00",
            "0.00E+00",
            "# ?/?",
            "[$-42A]0.0",
            "[$₫-42A]#,##0",
        ] {
            assert_eq!(all(code), [general; 3], "{code}");
        }
        for code in [";;;", ";;"] {
            assert_eq!(all(code), [hidden; 3], "{code}");
        }
        for code in ["\"\"", "\" \""] {
            assert_eq!(all(code), [hidden, Format::Other, hidden], "{code}");
        }
        assert_eq!(all("0;-0;;@"), [general, general, hidden]);
        assert_eq!(all("0.0%;[Red]-0.0%"), [percent; 3]);
        assert_eq!(all("0;\"\""), [general, hidden, general]);
        assert_eq!(
            all("_(* #,##0_);_(* \"-\"_)"),
            [general, Format::Other, general]
        );
        assert_eq!(built_in(10).look(0.5).0, percent);
    }

    #[test]
    fn what_is_seen_is_another_number() {
        for (code, value, shown) in [
            ("0.0,", 71.0, "0,1"),
            ("\"20\"", 32.03, "20"),
            ("\"-\"0", 20.0, "-20"),
            ("[>=10]\"10\";0", 20.0, "10"),
            ("0\\,0", 40.0, "4,0"),
            ("0\"00\"", 20.0, "2000"),
            ("#,##0,,", 9_768_000_000.0, "9.768"),
            ("0;0", -10.0, "10"),
            ("(0)", 10.0, "(10)"),
            ("\"Đạt\"", 5.0, "Đạt"),
            ("0\\.0", 285.0, "28.5"),
            ("\"5 \"0", 18.0, "5 18"),
        ] {
            let seen = NumberFormat::new(code).look(value);
            assert_eq!(seen, (Format::Other, Some(shown.to_string())), "{code}");
        }
        for (code, value) in [
            ("0", 28.73),
            ("0.0", 28.75),
            ("#,##0", 1234.4),
            ("0\\ 000", 1234.0),
            ("#\\.##0", 1234.0),
            ("[>=10]0;0.0", 28.73),
            ("0;-0", -10.4),
            ("\"20\"", 20.0),
        ] {
            assert_eq!(
                NumberFormat::new(code).look(value),
                (Format::General, None),
                "{code}"
            );
        }
    }

    #[test]
    fn a_text_that_a_program_showed_is_compared_with_the_number() {
        for (text, value) in [
            ("32,03", 32.03),
            ("32.0", 32.03),
            ("1.234", 1234.0),
            ("1,234.5", 1234.5),
            ("1 234", 1234.0),
            ("(10)", -10.0),
            ("−10", -10.0),
            ("40 điểm", 40.0),
            ("18/20", 18.0),
            ("1.23E+05", 123_000.0),
            ("###", 40.0),
            ("9.768.000.000 ₫", 9_768_000_000.0),
        ] {
            assert_eq!(shown_as(text, value).0, Format::General, "{text}");
        }
        for (text, value) in [
            ("4,0", 40.0),
            ("20", 32.03),
            ("0,1", 71.0),
            ("-20", 20.0),
            ("10", -10.0),
            ("9.768", 9_768_000_000.0),
        ] {
            assert_eq!(
                shown_as(text, value),
                (Format::Other, Some(text.to_string())),
                "{text}"
            );
        }
        assert_eq!(shown_as("32,03%", 0.3203).0, Format::Percent);
        assert_eq!(shown_as(" ", 2.0).0, Format::Hidden);
    }
}
