//! The year at the end of a title, without the word: `BÁO CÁO TỰ ĐÁNH GIÁ 2025`, `PHIẾU CHẤM ĐIỂM - 2024-2025`.
//!
//! In: the key of a text above a table. Out: the year that it ends in, or the two of a school year. Not for: `năm 2025`, whose word may
//! stand anywhere.

use crate::campaign::hints::Hint;

/// The most words of a title.
const LONGEST: usize = 16;

/// Words before which a year is that of a document.
const DOCUMENT: [&str; 4] = ["theo", "phiên bản", "ban hành", "số"];

/// The year that a title ends in, twice, or the first and the last of two that follow each other.
pub fn title_years(key: &str) -> Option<(i32, i32)> {
    let year = |word: &str| {
        let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let year: i32 = word.parse().ok().filter(|_| is_year)?;
        (2000..=2099).contains(&year).then_some(year)
    };
    let mut words: Vec<&str> = key.split(' ').collect();
    let is_title = Hint::Form.begins(key) || Hint::Title.begins(key);
    if !is_title || words.len() > LONGEST {
        return None;
    }
    let last = year(words.pop()?)?;
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let first = match words.last().copied().filter(|word| is_number(word)) {
        Some(before) => {
            words.pop();
            year(before).filter(|first| first + 1 == last)?
        }
        None => last,
    };
    let before = format!(" {} ", words.join(" "));
    let is_said = |word: &str| before.contains(&format!(" {word} "));
    let is_other = Hint::OtherYear.words().any(is_said) || DOCUMENT.into_iter().any(is_said);
    let is_whole = words.last().is_some_and(|word| !is_number(word));
    (is_whole && !is_other).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text;

    #[test]
    fn years_at_the_ends_of_titles() {
        let years = |title: &str| title_years(&text::key(title));
        assert_eq!(years("BÁO CÁO TỰ ĐÁNH GIÁ 2025"), Some((2025, 2025)));
        assert_eq!(years("Phiếu chấm điểm xã xanh - 2025"), Some((2025, 2025)));
        assert_eq!(years("Phiếu chấm điểm (2025)"), Some((2025, 2025)));
        assert_eq!(years("Tự chấm điểm 2024-2025"), Some((2024, 2025)));
        for none in [
            "Báo cáo theo Quyết định số 15/2024",
            "Phiếu chấm điểm theo Bộ chỉ số 2020",
            "Báo cáo kết quả giai đoạn 2021-2025",
            "Bảng chấm điểm tháng 12/2024",
            "Phiếu chấm điểm 31/12/2024",
            "Sở Y tế 2025",
            "Bảng 2025 chỗ",
            "Kế hoạch 2025",
        ] {
            assert_eq!(years(none), None, "{none}");
        }
    }
}
