//! Text that Excel can hold, and places in formulas.
//!
//! In: text as found, cell positions, sheet names. Out: text within Excel's limits with every character visible, and
//! references. Not for: words shown to users.

use crate::base::cell::CellAddress;
use crate::base::lang::Lang;
use crate::base::outside::Shown;
pub(super) use crate::output::sentence::clip;
use crate::output::words;

/// The longest text a cell holds, in UTF-16 units.
pub(super) const CELL_TEXT: usize = 32_767;
/// The longest name of a sheet, in UTF-16 units.
const SHEET_NAME: usize = 31;

/// Text as a cell can hold it: control characters become visible signs, what is too long is cut and says so.
pub(super) fn clean(text: &str, lang: Lang) -> String {
    let visible: String = Shown::lines(text).into();
    // No text has more of these units than bytes.
    if visible.len() <= CELL_TEXT {
        return visible;
    }
    let length = visible.encode_utf16().count();
    if length <= CELL_TEXT {
        return visible;
    }
    let note = words::CUT_SHORT.fill(lang, &[&length.to_string()]);
    let mut cut = clip(&visible, CELL_TEXT - note.encode_utf16().count());
    cut.push_str(&note);
    cut
}

/// A name as a sheet may have it, different from those taken.
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let safe: String = wanted
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => '-',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let trimmed = safe.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    let base = if trimmed.is_empty() { "-" } else { trimmed };
    let mut name = at_words(base, SHEET_NAME);
    let mut number = 2;
    while is_taken(&name, taken) {
        let tail = format!(" ({number})");
        name = at_words(base, SHEET_NAME - tail.len());
        name.push_str(&tail);
        number += 1;
    }
    name
}

/// A text that fits into a width, cut between words where that leaves most of it.
fn at_words(text: &str, width: usize) -> String {
    let cut = clip(text, width);
    let is_within_word = text
        .get(cut.len()..)
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let end = if is_within_word { cut.rfind(' ') } else { None };
    let whole = end.and_then(|end| cut.get(..end)).unwrap_or(&cut);
    let whole = whole.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != ')');
    if whole.len() * 2 < cut.len() {
        return cut;
    }
    whole.to_string()
}

/// Excel compares names without case, and keeps `History` for itself.
fn is_taken(name: &str, taken: &[String]) -> bool {
    let lower = name.to_lowercase();
    lower == "history" || taken.iter().any(|other| other.to_lowercase() == lower)
}

/// A sheet's name as a formula writes it, with its `!`.
pub(super) fn sheet_prefix(name: &str) -> String {
    format!("'{}'!", name.replace('\'', "''"))
}

/// A cell as `C12`.
pub(super) fn a1(row: u32, column: u16) -> String {
    CellAddress::new(row, u32::from(column)).to_string()
}

/// A cell as `$C$12`.
pub(super) fn absolute(row: u32, column: u16) -> String {
    let letters = crate::base::cell::column_letters(u32::from(column));
    format!("${letters}${}", u64::from(row) + 1)
}

/// A cell as `C$12`.
pub(super) fn row_absolute(row: u32, column: u16) -> String {
    let letters = crate::base::cell::column_letters(u32::from(column));
    format!("{letters}${}", u64::from(row) + 1)
}

/// A cell as `$C12`.
pub(super) fn column_absolute(row: u32, column: u16) -> String {
    format!("${}", a1(row, column))
}

/// Cells of one row as arguments of a function, neighbours joined: `C5:E5,G5`. Columns in ascending order.
pub(super) fn cells_of_row(row: u32, columns: &[u16]) -> String {
    let runs = columns.chunk_by(|a, b| a.saturating_add(1) == *b);
    let parts: Vec<String> = runs
        .filter_map(|run| match run {
            [] => None,
            [only] => Some(a1(row, *only)),
            [first, .., last] => Some(format!("{}:{}", a1(row, *first), a1(row, *last))),
        })
        .collect();
    parts.join(",")
}

/// A text as a formula writes it.
pub(super) fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// How many lines a text takes in a column of so many digits' width, at least one: words are set one after the other as
/// Excel does, in the widths of Times New Roman.
pub(super) fn lines(text: &str, width: f64) -> u32 {
    let width = width.max(2.0);
    text.lines()
        .map(|line| wrapped(line, width))
        .sum::<u32>()
        .max(1)
}

fn wrapped(line: &str, width: f64) -> u32 {
    let (mut count, mut used) = (1, 0.0);
    for word in line.split(' ') {
        let long: f64 = word.chars().map(advance).sum();
        if used > 0.0 && used + SPACE + long > width {
            count += 1;
            used = long;
        } else {
            used += long + if used > 0.0 { SPACE } else { 0.0 };
        }
        // A word longer than the line is broken anywhere.
        while used > width {
            count += 1;
            used -= width;
        }
    }
    count
}

/// The length of a text on one line, in digits.
pub(super) fn length(text: &str) -> f64 {
    let of = |c: char| if c == ' ' { SPACE } else { advance(c) };
    text.chars().map(of).sum()
}

/// The width of a space, in digits.
const SPACE: f64 = 0.52;

/// The width of a letter, in digits; a little more than it is, so that no line is cut off.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'ì' | 'í' | 'ị' | 'ỉ' | 'ĩ' | ',' | '.' | ';' | ':'
        | '\'' | '(' | ')' | '/' | '-' | '“' | '”' => 0.68,
        'm' | 'w' => 1.55,
        'M' | 'W' | '%' => 1.85,
        c if c.is_uppercase() => 1.42,
        _ => 0.95,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_within_what_excel_holds() {
        assert_eq!(clean("a\u{1}b\u{fffe}", Lang::Vi), "a\u{2401}b⟨U+FFFE⟩");
        let long = clean(&"ế".repeat(40_000), Lang::Vi);
        assert_eq!(long.encode_utf16().count(), CELL_TEXT);
        assert!(long.contains("40000"));
    }

    #[test]
    fn sheet_names_are_safe_and_differ() {
        let taken = ["Cấp tỉnh".to_string()];
        assert_eq!(sheet_name("CẤP TỈNH", &taken), "CẤP TỈNH (2)");
        assert_eq!(sheet_name("'a/b:c'", &taken), "a-b-c");
        assert_eq!(sheet_name("History", &[]), "History (2)");
        assert_eq!(sheet_name(&"x".repeat(40), &[]).len(), 31);
        assert_eq!(
            sheet_name("B. Hạ tầng số, an toàn thông tin mạng", &[]),
            "B. Hạ tầng số, an toàn thông"
        );
        assert_eq!(
            sheet_name("A. Nhận thức, thể chế; hạ tầng - số", &[]),
            "A. Nhận thức, thể chế; hạ tầng"
        );
        assert_eq!(sheet_name("Cấp tỉnh (cũ)", &[]), "Cấp tỉnh (cũ)");
    }

    #[test]
    fn lines_are_counted_word_by_word() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("Sở Nông Nghiệp và Phát triển nông thôn", 31.0), 2);
        assert_eq!(lines("Sở Tài chính", 31.0), 1);
        assert_eq!(lines("a\nb", 31.0), 2);
        assert_eq!(lines(&"x".repeat(25), 10.0), 3);
    }

    #[test]
    fn references_join_neighbours() {
        assert_eq!(cells_of_row(4, &[2, 3, 4, 6]), "C5:E5,G5");
        assert_eq!(absolute(0, 27), "$AB$1");
        assert_eq!(sheet_prefix("a'b"), "'a''b'!");
    }
}
