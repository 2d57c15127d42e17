//! What a number format shows of a number.
//!
//! In: the code of a format as Excel stores it, such as `#,##0.00" điểm";[Red]-0`, and a number; or the number and the text that a
//! program showed for it. Out: the text that a person sees, and whether that is the number. Not for: dates, which are read as such.
//!
//! Written for this program because only here the marks that a format makes and those that stand in it as letters have to be told
//! apart: `0\,0` shows 40 as `4,0`, `#,##0` shows 4000 as `4,000`, and only the second is the number.

mod format_code;
mod number;
mod visible;

use std::sync::Arc;

use crate::base::cell::Format;
use crate::base::display::format_code::{FormatPart, FormatSection, sections};
use crate::base::display::visible::{SeenNumber, is_qualified, says};

/// A number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// Its sections, at most three for numbers; none where it shows every number as it is.
    /// Shared: many styles have the same.
    sections: Arc<[FormatSection]>,
    /// The section for texts, where it shows them otherwise than they are.
    text: Option<Arc<FormatSection>>,
}

/// As long as the code of a format can be in Excel ("Excel specifications and limits"). What stands behind is not looked at.
const LONGEST_CODE: usize = 255;

/// The code as far as it is looked at.
pub fn as_long_as_can_be(code: &str) -> &str {
    let end = code.char_indices().nth(LONGEST_CODE).map(|(end, _)| end);
    end.and_then(|end| code.get(..end)).unwrap_or(code)
}

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
        let mut sections = sections(as_long_as_can_be(code));
        let is_of_text = |section: &&FormatSection| section.parts.contains(&FormatPart::Text);
        let text = match sections.len() {
            4 => sections.pop(),
            _ => sections.last().filter(is_of_text).cloned(),
        };
        let text = text.filter(|section| !section.is_plain_text());
        let is_plain = sections.len() < 2 && sections.iter().all(FormatSection::is_plain);
        NumberFormat {
            sections: if is_plain { [].into() } else { sections.into() },
            text: text.map(Arc::new),
        }
    }

    /// Whether it shows every number and every text as it is.
    pub fn is_plain(&self) -> bool {
        self.sections.is_empty() && self.text.is_none()
    }

    /// The name of the colour that it gives a number, in English.
    pub fn color(&self, value: f64) -> Option<&str> {
        self.section(value)?.0.color.as_deref()
    }

    /// What it does to a text, with what is seen, where that says something else.
    pub fn look_at_text(&self, text: &str) -> (Format, Option<String>) {
        let Some(section) = self.text.as_deref().filter(|_| !text.trim().is_empty()) else {
            return (Format::General, None);
        };
        let shown = section.show_text(text).trim().to_string();
        if shown.is_empty() {
            (Format::Hidden, None)
        } else if section.keeps_text() || shown == text.trim() {
            (Format::General, None)
        } else if has_percent_sign(&shown) && section.parts.contains(&FormatPart::Text) {
            (Format::PercentSign, Some(shown))
        } else {
            (Format::Other, Some(shown))
        }
    }

    /// What it does to a number, with what is seen, where that is not the number.
    pub fn look(&self, value: f64) -> (Format, Option<String>) {
        let Some((section, is_bare)) = self.section(value) else {
            return (Format::General, None);
        };
        if section.parts.contains(&FormatPart::Percent) {
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
    fn section(&self, value: f64) -> Option<(&FormatSection, bool)> {
        let sections = &self.sections;
        let first = sections.first()?;
        let has_conditions = sections.iter().any(|section| section.condition.is_some());
        if has_conditions {
            let met = |section: &&FormatSection| {
                section
                    .condition
                    .as_ref()
                    .is_none_or(|one| one.is_met(value))
            };
            let section = sections.iter().find(met)?;
            let is_bare = section
                .condition
                .as_ref()
                .is_some_and(format_code::Condition::is_negative);
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
        && says(&SeenNumber::literal(digits), value * 100.0)
    {
        return (Format::Percent, None);
    }
    judge(&SeenNumber::literal(text), value)
}

fn judge(shown: &SeenNumber, value: f64) -> (Format, Option<String>) {
    if shown.is_blank() {
        return (Format::Hidden, None);
    }
    let text = shown.to_string();
    match says(shown, value) {
        true if has_percent_sign(&text) => (Format::PercentSign, Some(text)),
        true if !is_qualified(shown) => (Format::General, None),
        _ => (Format::Other, Some(text)),
    }
}

fn has_percent_sign(text: &str) -> bool {
    text.contains(['%', '‰'])
}

/// Whether a format shows a number as a date or a time.
pub fn is_date(code: &str) -> bool {
    let sections = sections(as_long_as_can_be(code));
    sections.first().is_some_and(|section| {
        section.is_other
            && !section
                .parts
                .iter()
                .any(|part| matches!(part, FormatPart::Digit('#' | '?')))
    })
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
    fn a_sign_of_a_percentage_and_a_word_that_makes_it_another_number_are_told() {
        for (code, shown) in [
            ("0\"%\"", "85%"),
            ("0\\%", "85%"),
            ("0\"‰\"", "85‰"),
            ("#,##0.0\" %\"", "85,0 %"),
        ] {
            let seen = (Format::PercentSign, Some(shown.to_string()));
            assert_eq!(NumberFormat::new(code).look(85.0), seen, "{code}");
            assert_eq!(shown_as(shown, 85.0), seen, "{code}");
        }
        for (code, shown) in [
            ("\">\"0", ">5"),
            ("\"≤\"0", "≤5"),
            ("\"khoảng \"0", "khoảng 5"),
            ("0\"+\"", "5+"),
        ] {
            let seen = (Format::Other, Some(shown.to_string()));
            assert_eq!(NumberFormat::new(code).look(5.0), seen, "{code}");
            assert_eq!(shown_as(shown, 5.0), seen, "{code}");
        }
        assert!(NumberFormat::new("\"QĐ \"0").is_plain());
    }

    #[test]
    fn texts_have_a_section_of_their_own() {
        let of = |code: &str| NumberFormat::new(code).look_at_text("5");
        for code in [
            "@",
            "General",
            "0",
            "0;-0;0",
            "0;-0;0;@",
            "@\" điểm\"",
            "_-@_-",
        ] {
            assert_eq!(of(code), (Format::General, None), "{code}");
        }
        assert_eq!(of(";;;"), (Format::Hidden, None));
        for (code, shown) in [("@\"5\"", "55"), ("0;-0;0;\"x\"", "x"), ("\"-\"@", "-5")] {
            assert_eq!(of(code), (Format::Other, Some(shown.to_string())), "{code}");
        }
        assert_eq!(of("@\"%\""), (Format::PercentSign, Some("5%".to_string())));
    }

    #[test]
    fn colours_and_dates_are_known() {
        assert_eq!(NumberFormat::new("[White]0").color(5.0), Some("white"));
        assert_eq!(
            NumberFormat::new("0;[Color 2]0").color(-5.0),
            Some("color2")
        );
        assert_eq!(NumberFormat::new("0").color(5.0), None);
        for code in ["dd/mm/yyyy", "[h]:mm", "m/d/yy h:mm", "[$-42A]dd mmmm yyyy"] {
            assert!(is_date(code), "{code}");
        }
        for code in ["0.0", "General", "0\" ngày\"", "@", "[Red]0", "0.00E+00"] {
            assert!(!is_date(code), "{code}");
        }
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
            ("21", 20.5),
            ("-2", -1.5),
        ] {
            assert_eq!(shown_as(text, value).0, Format::General, "{text}");
        }
        for (text, value) in [
            ("4,0", 40.0),
            ("20", 32.03),
            // A half is shown as 21.
            ("20", 20.5),
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
