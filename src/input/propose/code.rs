//! Codes of rows: `I`, `1`, `1.1`, `a)`, `-`, as they are printed and as an id has them.
//!
//! In: what stands in the column of codes, or before a text. Out: its style and its parts. Not for: where a row belongs.

use crate::base::text;
use crate::campaign::hints::Hint;

/// What kind of code a row has, and of how many parts: rows of one style are siblings, wherever the numbering begins anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CodeStyle {
    /// `A`, `A.1`.
    Upper(usize),
    /// `I`, `II.1`.
    Roman(usize),
    /// `1`, `1.1`, `1.1.1`.
    Number(usize),
    /// `i)`, `ii)`.
    SmallRoman(usize),
    /// `a`, `a)`, `a.1`.
    Lower(usize),
    /// `-`, `+`, `•`.
    Dash,
    /// None at all.
    Bare,
}

/// A code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) style: CodeStyle,
    /// Its parts, without signs: `1`, `1`, `a`.
    pub(super) parts: Vec<String>,
}

/// Signs of a list.
const SIGNS: &str = "-–—−+*•●○▪■□◦·➢>✓";

/// The longest part of a code.
const LONGEST: usize = 4;

impl Code {
    /// No code.
    pub(super) fn bare() -> Self {
        Code {
            style: CodeStyle::Bare,
            parts: Vec::new(),
        }
    }

    /// The code that a whole text is.
    pub(super) fn parse(written: &str) -> Option<Code> {
        let cleaned = text::clean(written);
        let mut rest = cleaned.as_str();
        let lower = rest.to_lowercase();
        for word in Hint::Part.words() {
            if let Some(after) = lower.strip_prefix(word)
                && after.starts_with(' ')
                && let Some(after) = rest.get(lower.len() - after.len()..)
            {
                rest = after;
                break;
            }
        }
        let rest = rest.trim_matches([' ', '(', ')', '.', ':', '/', ',', ';', '\'']);
        if rest.is_empty() {
            let is_sign = !cleaned.is_empty() && cleaned.chars().all(|c| SIGNS.contains(c));
            return is_sign.then(Code::dash);
        }
        if rest.chars().all(|c| SIGNS.contains(c)) {
            return Some(Code::dash());
        }
        let parts: Vec<&str> = rest.split('.').map(str::trim).collect();
        let first = parts.first().copied().unwrap_or_default();
        let style = style_of(first, parts.len())?;
        let is_part = |part: &&str| {
            part.len() <= LONGEST
                && !part.is_empty()
                && (part.bytes().all(|b| b.is_ascii_digit())
                    || is_roman(part)
                    || part.chars().count() == 1 && part.chars().all(char::is_alphabetic)
                    || is_number_and_letter(part))
        };
        parts.iter().all(is_part).then(|| Code {
            style,
            parts: parts.iter().map(ToString::to_string).collect(),
        })
    }

    /// The code that a text begins with, and what follows it: `1.1. Hạ tầng`, `a) Tổng số`, `- Có`.
    pub(super) fn lead(written: &str) -> Option<(Code, String)> {
        let cleaned = text::clean(written);
        if let Some(first) = cleaned.chars().next()
            && SIGNS.contains(first)
        {
            let rest = cleaned.trim_start_matches(|c: char| SIGNS.contains(c) || c == ' ');
            let is_word =
                rest.chars().next().is_some_and(char::is_alphabetic) || is_counted(&cleaned, rest);
            return is_word.then(|| (Code::dash(), rest.to_string()));
        }
        let lower = cleaned.to_lowercase();
        let mut begin = 0;
        for word in Hint::Part.words() {
            if let Some(after) = lower.strip_prefix(word)
                && after.starts_with(' ')
            {
                begin = lower.len() - after.len() + 1;
                break;
            }
        }
        let from = cleaned.get(begin..)?;
        let end = from.find(' ').unwrap_or(from.len());
        let (token, rest) = (from.get(..end)?, from.get(end..)?);
        let is_marked = begin > 0 || token.ends_with(['.', ')', ':', '/']) || token.contains('.');
        let rest = rest.trim_start_matches([' ', '.', ':', '-', '–', ')']);
        if !is_marked || rest.is_empty() {
            return None;
        }
        Some((Code::parse(token)?, rest.to_string()))
    }

    fn dash() -> Self {
        Code {
            style: CodeStyle::Dash,
            parts: Vec::new(),
        }
    }

    /// The last part, as an id has it.
    pub(super) fn tail(&self) -> Option<&str> {
        self.parts.last().map(String::as_str)
    }

    /// The code as an id would have it.
    pub(super) fn joined(&self) -> String {
        self.parts.join(".")
    }

    /// Whether it says where the row belongs.
    pub(super) fn is_coded(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Whether the numbering begins with it.
    pub(super) fn is_first(&self) -> bool {
        matches!(self.tail(), Some("1" | "I" | "a" | "A" | "i" | "01"))
    }

    /// Its place among its siblings, where it has one.
    pub(super) fn order(&self) -> Option<u32> {
        let tail = self.tail()?;
        if let Ok(number) = tail.parse() {
            return Some(number);
        }
        if matches!(self.style, CodeStyle::Roman(1) | CodeStyle::SmallRoman(1)) {
            return roman(&tail.to_uppercase());
        }
        let first = tail.chars().next()?;
        (tail.chars().count() == 1).then_some(first as u32)
    }

    /// Reads `I`, `V`, `X`, `C` … as the letter that follows its sibling, where it does.
    pub(super) fn after(mut self, before: Option<&Code>) -> Code {
        let follows = |style: CodeStyle| {
            let before = before.filter(|before| before.style == style)?;
            let one = |code: &Code| Some(code.tail()?.chars().next()? as u32);
            (one(&self)? == one(before)? + 1).then_some(())
        };
        match self.style {
            CodeStyle::Roman(1) if follows(CodeStyle::Upper(1)).is_some() => {
                self.style = CodeStyle::Upper(1);
            }
            CodeStyle::SmallRoman(1) if follows(CodeStyle::Lower(1)).is_some() => {
                self.style = CodeStyle::Lower(1);
            }
            _ => {}
        }
        self
    }
}

/// Whether words behind a sign of a list begin with a number: `- 100% thôn có nhà văn hóa`. A number below 0 and a range have few.
fn is_counted(written: &str, rest: &str) -> bool {
    let is_apart = written.chars().nth(1) == Some(' ');
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let is_number = rest.chars().next().is_some_and(|c| c.is_ascii_digit());
    is_apart && is_number && rest.split(' ').filter(is_word).count() > 2
}

fn style_of(first: &str, parts: usize) -> Option<CodeStyle> {
    let letter = first.chars().next()?;
    if first.bytes().all(|b| b.is_ascii_digit()) || is_number_and_letter(first) {
        return Some(CodeStyle::Number(parts));
    }
    if is_roman(first) {
        return Some(if letter.is_lowercase() {
            CodeStyle::SmallRoman(parts)
        } else {
            CodeStyle::Roman(parts)
        });
    }
    if first.chars().count() != 1 || !letter.is_alphabetic() {
        return None;
    }
    Some(if letter.is_lowercase() {
        CodeStyle::Lower(parts)
    } else {
        CodeStyle::Upper(parts)
    })
}

/// `1a`, as rows have that were put in later.
fn is_number_and_letter(part: &str) -> bool {
    let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
    part.len() == digits.len() + 1
        && !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Only what a numbering reaches: `C`, `D`, `L` and `M` alone are letters.
fn is_roman(part: &str) -> bool {
    let upper = part.to_ascii_uppercase();
    let is_one_case = upper == *part || part.to_ascii_lowercase() == *part;
    is_one_case && roman(&upper).is_some()
}

fn roman(upper: &str) -> Option<u32> {
    (1..=30).find(|&number| written(number) == upper)
}

fn written(number: u32) -> String {
    let (tens, ones) = ((number / 10) as usize, (number % 10) as usize);
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].get(ones);
    "X".repeat(tens) + ones.copied().unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_forms_print_them() {
        for (written, style, joined) in [
            ("I", CodeStyle::Roman(1), "I"),
            ("XIV.", CodeStyle::Roman(1), "XIV"),
            ("1", CodeStyle::Number(1), "1"),
            ("1.1.", CodeStyle::Number(2), "1.1"),
            ("(2)", CodeStyle::Number(1), "2"),
            ("1.1.1", CodeStyle::Number(3), "1.1.1"),
            ("a)", CodeStyle::Lower(1), "a"),
            ("B", CodeStyle::Upper(1), "B"),
            ("C", CodeStyle::Upper(1), "C"),
            ("ii)", CodeStyle::SmallRoman(1), "ii"),
            ("II.1", CodeStyle::Roman(2), "II.1"),
            ("Nhóm 3:", CodeStyle::Number(1), "3"),
            ("2a", CodeStyle::Number(1), "2a"),
            ("-", CodeStyle::Dash, ""),
            ("–", CodeStyle::Dash, ""),
        ] {
            let code = Code::parse(written).unwrap();
            assert_eq!(
                (code.style, code.joined().as_str()),
                (style, joined),
                "{written}"
            );
        }
        for none in ["", "TT", "Hạ tầng", "12345", "x2.", "1,5"] {
            assert_eq!(Code::parse(none), None, "{none}");
        }
    }

    #[test]
    fn codes_before_a_text() {
        let lead = |text: &str| Code::lead(text).map(|(code, rest)| (code.joined(), rest));
        let of = |code: &str, rest: &str| Some((code.to_string(), rest.to_string()));
        assert_eq!(lead("Nhóm 1: Hạ tầng"), of("1", "Hạ tầng"));
        assert_eq!(lead("II. Nhân lực"), of("II", "Nhân lực"));
        assert_eq!(lead("a) Tổng số"), of("a", "Tổng số"));
        assert_eq!(lead("- Đầy đủ"), of("", "Đầy đủ"));
        assert_eq!(lead("1.1 Kế hoạch"), of("1.1", "Kế hoạch"));
        assert_eq!(lead("100 máy tính"), None);
        assert_eq!(lead("Kế hoạch"), None);
    }

    #[test]
    fn a_letter_that_is_a_numeral_follows_its_sibling() {
        let code = |written: &str| Code::parse(written).unwrap();
        assert_eq!(code("i").after(Some(&code("h"))).style, CodeStyle::Lower(1));
        assert_eq!(
            code("i").after(Some(&code("b"))).style,
            CodeStyle::SmallRoman(1)
        );
        assert_eq!(code("I").after(Some(&code("H"))).style, CodeStyle::Upper(1));
        assert_eq!(code("I").after(None).style, CodeStyle::Roman(1));
    }
}
