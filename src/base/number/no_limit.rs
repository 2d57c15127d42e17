//! Words that stand in place of a maximum: where there is none, `không giới hạn`, `Không hạn chế điểm`, `khong khong che`, and around one,
//! `Tối đa 10 điểm`, `0-10`.
//!
//! In: a text. Out: whether it says that there is no limit, or which one, and nothing else. Not for: numbers that stand alone.

use crate::base::number::written::without_bounds;
use crate::base::points::Decimal;
use crate::base::text;

/// What is denied, without diacritics.
const LIMITS: [&str; 3] = ["gioi han", "han che", "khong che"];
/// Words that may stand beside it and change nothing: `không giới hạn số điểm tối đa`.
const BESIDE: [&str; 12] = [
    "diem", "so", "muc", "toi", "da", "tran", "tong", "cong", "thuong", "ve", "co", "bi",
];
/// How it is denied.
const NO: [&str; 3] = ["khong", "khong co", "khong bi"];
/// The same said otherwise.
const WHOLE: [&str; 4] = ["unlimited", "no limit", "without limit", "vo han"];

/// Whether a text says that there is no limit.
pub fn says_no_limit(text: &str) -> bool {
    // No form says it in more words than these; a long text is another one.
    if text.len() > LONGEST {
        return false;
    }
    let words = text::bare_words(text);
    let all = words.join(" ");
    if WHOLE.contains(&all.as_str()) {
        return true;
    }
    let is_beside = |word: &str| BESIDE.contains(&word);
    LIMITS.iter().any(|limit| {
        NO.iter().any(|no| {
            let said = format!("{no} {limit}");
            all.split_once(said.as_str())
                .is_some_and(|(before, after)| {
                    let mut others = before.split(' ').chain(after.split(' '));
                    let is_parted = (before.is_empty() || before.ends_with(' '))
                        && (after.is_empty() || after.starts_with(' '));
                    is_parted && others.all(|word| word.is_empty() || is_beside(word))
                })
        })
    })
}

/// What stands before a maximum, without diacritics.
const UP_TO: [&str; 6] = [
    "toi da la",
    "toi da",
    "khong qua",
    "tu 0 den",
    "tu 0 -",
    "0 -",
];
/// What may stand behind it.
const POINTS: [&str; 2] = ["diem", "d"];

/// The maximum that a cell of maxima says in words or as a range from 0: `Tối đa 10 điểm`, `0-10`, `Từ 0 đến 7,5 điểm`.
pub fn says_limit(text: &str) -> Option<Decimal> {
    if text.len() > LONGEST {
        return None;
    }
    let plain = text::strip_marks(&text.trim().to_lowercase());
    let plain = plain.replace(['–', '−'], "-").replace('-', " - ");
    let plain = plain.split_whitespace().collect::<Vec<&str>>().join(" ");
    let behind = UP_TO.iter().find_map(|words| plain.strip_prefix(words))?;
    let number = behind.trim_start_matches([' ', ':']);
    let bare = POINTS.iter().find_map(|word| number.strip_suffix(word));
    let most = without_bounds(bare.unwrap_or(number).trim())?;
    (most > Decimal::ZERO).then_some(most)
}

/// Whether a longer text says so somewhere, and names no maximum: `Mỗi sáng kiến được cộng 2 điểm, không giới hạn`.
pub fn mentions_no_limit(text: &str) -> bool {
    let all = format!(" {} ", text::bare_words(text).join(" "));
    let says = |words: &str| all.contains(&format!(" {words} "));
    let is_denied = LIMITS
        .iter()
        .any(|limit| NO.iter().any(|no| says(&format!("{no} {limit}"))));
    is_denied && !MAXIMA.iter().any(|words| says(words))
}

/// What names a maximum.
const MAXIMA: [&str; 3] = ["toi da", "khong qua", "nhieu nhat"];

/// The most bytes of such a text.
const LONGEST: usize = 120;

#[cfg(test)]
mod tests {
    use super::{says_limit, says_no_limit};

    #[test]
    fn a_limit_is_said_in_words_or_as_a_range_from_nothing() {
        let of = |text: &str| says_limit(text).map(|most| most.to_string());
        for text in [
            "Tối đa 10 điểm",
            "TỐI ĐA: 10",
            "0-10",
            "0 – 10 điểm",
            "Từ 0 đến 10",
            "từ 0 - 10đ",
            "không quá 10 điểm",
        ] {
            assert_eq!(of(text).as_deref(), Some("10"), "{text}");
        }
        assert_eq!(of("tối đa 7,5 điểm").as_deref(), Some("7.5"));
        for text in ["Tối đa 1.000 điểm", "0-1.000", "từ 0 đến 1000"] {
            assert_eq!(of(text).as_deref(), Some("1000"), "{text}");
        }
        let others = ["", "10", "Tối đa", "10-20", "0-0", "Không quá hạn", "2-10"];
        for text in others.into_iter().chain(["tối đa 10/tiêu chí"]) {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn no_limit_is_said_in_many_ways_and_by_nothing_else() {
        for text in [
            "không giới hạn",
            "Không giới hạn",
            "KHÔNG HẠN CHẾ",
            "Không khống chế",
            "khong khong che",
            "Khong gioi han",
            "(không giới hạn)",
            "Không khống chế điểm tối đa",
            "Không giới hạn số điểm",
            "không có giới hạn",
            "Điểm tối đa: không giới hạn",
            "không bị hạn chế",
            "unlimited",
            "No limit",
        ] {
            assert!(says_no_limit(text), "{text}");
        }
        for text in [
            "",
            "không",
            "giới hạn",
            "giới hạn 5 điểm",
            "không giới hạn 5",
            "không quá 5 điểm",
            "không có",
            "khống chế 10 điểm",
            "không giới hạn số lần, tối đa 5 điểm",
            "không chế",
        ] {
            assert!(!says_no_limit(text), "{text}");
        }
    }
}
