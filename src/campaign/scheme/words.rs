//! Words that stand where a number should: `-`, `KCĐ`, `không có`.
//!
//! In: the scheme's `[words]` and a text. Out: what the text means there. Not for: numbers, and not for yes and no. Without an
//! entry in the scheme no word means anything: a blank is not a zero.

use serde::Deserialize;

use crate::base::error::Problem;
use crate::base::text;
use crate::campaign::definition::{Problems, at};

/// The words of a scheme. Case and spaces around them do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    /// Words that mean 0.
    pub zero: Vec<String>,
    /// Words that mean no more than a blank cell.
    pub blank: Vec<String>,
}

/// How a text begins that says of a score that there is nothing to score.
const NOTHING_TO_SCORE: [&str; 7] = [
    "không phát sinh",
    "chưa phát sinh",
    "không có",
    "không thuộc",
    "không áp dụng",
    "không được giao",
    "không đánh giá",
];

/// Whether a text says that there is nothing to score, which a mean that leaves blanks out takes for a blank; one with a number may be
/// a score.
pub fn says_nothing_to_score(text: &str) -> bool {
    let is_number = text.contains(|c: char| c.is_ascii_digit());
    let text = plain(text);
    let begins = |words: &str| {
        let rest = text.strip_prefix(plain(words).as_str());
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    !is_number && NOTHING_TO_SCORE.iter().any(|words| begins(words))
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// 0.
    Zero,
    /// Nothing, as a blank cell.
    Blank,
}

impl Words {
    /// What a text means, if it is one of the words and nothing else.
    pub fn meaning(&self, text: &str) -> Option<Word> {
        if self.zero.is_empty() && self.blank.is_empty() {
            return None;
        }
        let text = plain(text);
        let is_in = |words: &[String]| words.iter().any(|word| plain(word) == text);
        if text.is_empty() {
            None
        } else if is_in(&self.zero) {
            Some(Word::Zero)
        } else {
            is_in(&self.blank).then_some(Word::Blank)
        }
    }

    /// Words that mean both, or hold a digit and so could be a number.
    pub(super) fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (key, words) in [("zero", &self.zero), ("blank", &self.blank)] {
            for (index, word) in words.iter().enumerate() {
                let is_both = key == "blank" && self.meaning(word) == Some(Word::Zero);
                let is_number = word.contains(|c: char| c.is_ascii_digit());
                if is_both || is_number || plain(word).is_empty() {
                    problems.push((at!["words", key, index], Problem::NoWord(word.clone())));
                }
            }
        }
        problems
    }
}

fn plain(text: &str) -> String {
    text::clean(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_the_scheme_says() {
        let words = Words {
            zero: vec!["Không có".to_string()],
            blank: vec!["-".to_string(), "KCĐ".to_string()],
        };
        assert_eq!(words.meaning(" không  có "), Some(Word::Zero));
        assert_eq!(words.meaning("-"), Some(Word::Blank));
        assert_eq!(words.meaning("kcđ"), Some(Word::Blank));
        assert_eq!(words.meaning("không"), None);
        assert_eq!(words.meaning("-5"), None);
        assert_eq!(Words::default().meaning("-"), None);
    }

    #[test]
    fn a_word_means_one_thing_and_is_no_number() {
        let words = Words {
            zero: vec!["-".to_string(), "0".to_string()],
            blank: vec!["-".to_string(), " ".to_string()],
        };
        assert_eq!(words.problems().len(), 3);
    }
}
