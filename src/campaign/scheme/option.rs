//! Options that have rows of their own in a form: by what text they are known.
//!
//! In: the text of an option or of a row. Out: its form for comparing, and the points that it ends in. Not for: which of them was
//! ticked.

use crate::base::cell::CellValue;
use crate::base::number::{self, Sort};
use crate::base::points::Decimal;
use crate::base::text;
use crate::campaign::scheme::ChoiceOption;

/// Signs that tell one option from another: `≥ 80%` is not `< 80%`. Two characters go before one.
const SIGNS: [(&str, &str); 6] = [
    (">=", " ge "),
    ("<=", " le "),
    ("≥", " ge "),
    ("≤", " le "),
    (">", " gt "),
    ("<", " lt "),
];

/// What may follow the points of an option.
const WORDS: [&str; 3] = ["điểm", "đ", "Điểm"];

/// What stands between the text of an option and its points.
const BEFORE: [char; 7] = [':', '(', '[', '=', '–', '-', '：'];

/// The form in which texts of options are compared: as [`text::key`], with what their signs say.
pub fn option_key(option: &str) -> String {
    if !option.contains(['<', '>', '≥', '≤']) {
        return text::key(option);
    }
    let said = SIGNS.iter().fold(option.to_string(), |said, (sign, word)| {
        said.replace(sign, word)
    });
    text::key(&said)
}

/// The points that a row's text ends in, and what stands before them: `Ban hành kịp thời: 1`, `Đúng hạn (0,5 điểm)`. `None` where
/// the text ends in anything else: `Mức độ 2`, `Đạt 100%`.
pub fn points_at_end(row: &str) -> Option<(&str, Decimal)> {
    let row = row.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';'));
    let row = row.strip_suffix([')', ']']).unwrap_or(row).trim_end();
    let word = WORDS.iter().find_map(|word| row.strip_suffix(word));
    let row = word.unwrap_or(row).trim_end();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let rest = row.trim_end_matches(is_part);
    let number = row.get(rest.len()..)?.trim_start_matches(['.', ',']);
    let sort = Sort::Points {
        lowest: -Decimal::READABLE,
        highest: Decimal::READABLE,
    };
    let read = number::read(&CellValue::Text(number.to_string()), sort, "");
    let points = read.ok().flatten()?.value;
    // A minus right before the number belongs to it, one with a space behind it parts text and points.
    let (rest, points) = match rest.strip_suffix(['-', '−', '–']) {
        Some(before) if before.trim_end().ends_with(BEFORE) => (before, -points),
        _ => (rest, points),
    };
    let before = rest.trim_end();
    let text = before.strip_suffix(BEFORE)?.trim_end();
    // A dash between two numbers may be a range.
    let is_range = before.ends_with(['-', '–']) && text.ends_with(|c: char| c.is_ascii_digit());
    let has_words = text.chars().any(text::is_letter);
    (has_words && !is_range).then_some((text, points))
}

impl ChoiceOption {
    /// All its names, the one in the scheme first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.aliases)
            .map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_told_from_what_belongs_to_the_text() {
        let read = |text| points_at_end(text).map(|(text, points)| (text, points.to_string()));
        for (row, text, points) in [
            ("Ban hành kịp thời: 1", "Ban hành kịp thời", "1"),
            ("Không kịp thời:0,5", "Không kịp thời", "0.5"),
            ("Đúng hạn (0,5 điểm)", "Đúng hạn", "0.5"),
            ("Trễ hạn - 2đ;", "Trễ hạn", "2"),
            ("Có vi phạm: -3", "Có vi phạm", "-3"),
            ("Có dịch vụ mức độ 2: 2", "Có dịch vụ mức độ 2", "2"),
        ] {
            let expected = Some((text, points.to_string()));
            assert_eq!(read(row), expected, "{row}");
        }
        for row in [
            "Có dịch vụ mức độ 2",
            "Từ 80% đến dưới 100%",
            "Đủ số lượng",
            ": 1",
            "",
            "Từ 10-20",
            "Từ 70 - 90",
            "Tỷ lệ: 1,2,3",
        ] {
            assert_eq!(read(row), None, "{row}");
        }
    }

    #[test]
    fn signs_tell_options_apart() {
        assert_ne!(option_key("≥ 80%"), option_key("< 80%"));
        assert_eq!(option_key("Từ >=80 %"), option_key("từ ≥ 80%"));
        assert_eq!(option_key("Đúng hạn."), option_key("ĐÚNG HẠN"));
    }
}
