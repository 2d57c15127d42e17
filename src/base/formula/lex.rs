//! Formulas cut into tokens.
//!
//! In: the text of a formula, without `=`, and the names of the sheets. Out: its tokens. Both ways of writing references are
//! read, that of Excel and that of `OpenDocument`.

use crate::base::formula::NotSimple;
use crate::base::formula::reference::{Reference, between, columns, open_document};
use crate::base::points::Decimal;

/// Characters that a formula may have: Excel's limit.
const MAX_LENGTH: usize = 8_192;

const ERRORS: [&str; 7] = [
    "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#REF!", "#NUM!", "#N/A",
];

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// A name: of a function, or one that is defined elsewhere. Upper case.
    Name(String),
    /// A reference to cells.
    Reference(Reference),
    /// An error value.
    Error(&'static str),
    /// An operator, a bracket or a separator; `≤`, `≥` and `≠` for those of two characters.
    Mark(char),
}

/// Cuts a formula into tokens. `sheets` are the names of the workbook's sheets: some writers do not quote those with spaces.
///
/// # Errors
/// [`NotSimple`]: it is too long, points into another workbook, or has characters that simple formulas do not have.
pub fn tokens(formula: &str, sheets: &[&str]) -> Result<Vec<Token>, NotSimple> {
    if formula.len() > MAX_LENGTH {
        return Err(NotSimple::TooMuch);
    }
    let mut tokens = Vec::new();
    let mut rest = formula.trim_start();
    while let Some(c) = rest.chars().next() {
        let (token, after) = match c {
            '"' => text(rest),
            '0'..='9' | '.' => number(rest),
            '#' => error(rest),
            '[' => bracket(rest)?,
            '\'' => quoted_sheet(rest)?,
            '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<' | '>' | '%' | '(' | ')' | ',' | ';' => {
                Some(mark(rest, c))
            }
            '$' | '_' => word(rest, sheets),
            c if c.is_alphabetic() => word(rest, sheets),
            _ => None,
        }
        .ok_or(NotSimple::Unsupported)?;
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

type CutToken<'f> = Option<(Token, &'f str)>;

fn mark(rest: &str, c: char) -> (Token, &str) {
    for (pair, mark) in [("<=", '≤'), (">=", '≥'), ("<>", '≠')] {
        if let Some(after) = rest.strip_prefix(pair) {
            return (Token::Mark(mark), after);
        }
    }
    (Token::Mark(c), rest.get(c.len_utf8()..).unwrap_or_default())
}

fn text(rest: &str) -> CutToken<'_> {
    let (text, after) = quoted(rest, '"')?;
    Some((Token::Text(text), after))
}

/// What stands between two quotation marks, a doubled one meaning itself, and what follows.
fn quoted(rest: &str, mark: char) -> Option<(String, &str)> {
    let mut inner = rest.strip_prefix(mark)?;
    let mut text = String::new();
    loop {
        let (before, after) = inner.split_once(mark)?;
        text.push_str(before);
        match after.strip_prefix(mark) {
            Some(more) => {
                text.push(mark);
                inner = more;
            }
            None => return Some((text, after)),
        }
    }
}

fn number(rest: &str) -> CutToken<'_> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(rest);
    if rest.get(length..)?.starts_with('.') {
        length += 1 + digits(rest.get(length + 1..)?);
    }
    let mantissa = length;
    if rest.get(length..)?.starts_with(['e', 'E']) {
        let sign = usize::from(rest.get(length + 1..)?.starts_with(['+', '-']));
        let exponent = digits(rest.get(length + 1 + sign..)?);
        if exponent > 0 {
            length += 1 + sign + exponent;
        }
    }
    let (number, after) = rest.split_at(length);
    let value = if length == mantissa {
        let plain = number.trim_end_matches('.');
        plain.parse().ok()?
    } else {
        Decimal::from_scientific(number)?
    };
    Some((Token::Number(value), after))
}

fn error(rest: &str) -> CutToken<'_> {
    let error = ERRORS.into_iter().find(|error| rest.starts_with(error))?;
    Some((Token::Error(error), rest.get(error.len()..)?))
}

/// `[.D5]` of `OpenDocument`, or another workbook: `[Book2.xlsx]Sheet1!A1`.
fn bracket(rest: &str) -> Result<CutToken<'_>, NotSimple> {
    let mut quoted = false;
    let end = rest
        .char_indices()
        .find(|&(_, c)| {
            quoted ^= c == '\'';
            c == ']' && !quoted
        })
        .map(|(at, _)| at)
        .ok_or(NotSimple::Unsupported)?;
    let inner = rest.get(1..end).unwrap_or_default();
    let after = rest.get(end + 1..).unwrap_or_default();
    if inner.ends_with("#REF!") {
        return Ok(Some((Token::Error("#REF!"), after)));
    }
    if inner.contains('#') {
        return Err(NotSimple::External(format!("[{inner}]")));
    }
    if after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '!' | '\'')) {
        return Err(NotSimple::External(external(rest)));
    }
    Ok(open_document(inner).map(|reference| (Token::Reference(reference), after)))
}

/// The text of a reference to another workbook, to where it ends.
fn external(rest: &str) -> String {
    let ends = |c: char| {
        matches!(
            c,
            '+' | '-' | '*' | '/' | '^' | '&' | '<' | '>' | '=' | ')' | ',' | ';'
        )
    };
    let sheet = rest.find('!').unwrap_or_default();
    let end = rest
        .get(sheet..)
        .and_then(|cell| cell.find(ends))
        .map_or(rest.len(), |at| sheet + at);
    rest.get(..end).unwrap_or(rest).trim_end().to_string()
}

/// `'Tổng hợp'!D5`.
fn quoted_sheet(rest: &str) -> Result<CutToken<'_>, NotSimple> {
    let Some((sheet, after)) = quoted(rest, '\'') else {
        return Err(NotSimple::Unsupported);
    };
    if sheet.contains('[') {
        return Err(NotSimple::External(external(rest)));
    }
    Ok(after
        .strip_prefix('!')
        .and_then(|cells| cells_of(Some(sheet), cells)))
}

/// A name, a cell, or a sheet whose name is not quoted and a cell in it.
fn word<'f>(rest: &'f str, sheets: &[&str]) -> CutToken<'f> {
    let sheet = sheets.iter().find_map(|&name| {
        let after = rest.strip_prefix(name)?.strip_prefix('!')?;
        Some((name.to_string(), after))
    });
    if let Some((sheet, cells)) = sheet {
        return cells_of(Some(sheet), cells);
    }
    let (word, after) = cut_word(rest)?;
    if let Some(cells) = after.strip_prefix('!') {
        return cells_of(Some(word.to_string()), cells);
    }
    if after.trim_start().starts_with('(') {
        return Some((Token::Name(word.to_uppercase()), after));
    }
    cells_of(None, rest).or_else(|| Some((Token::Name(word.to_uppercase()), after)))
}

fn cut_word(rest: &str) -> Option<(&str, &str)> {
    let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '$'));
    let end = rest.find(ends).unwrap_or(rest.len());
    (end > 0).then(|| rest.split_at(end))
}

/// `D5`, `$D$5:D9` or `D:F`.
fn cells_of(sheet: Option<String>, rest: &str) -> CutToken<'_> {
    let (first, after) = cut_word(rest)?;
    let second = after.strip_prefix(':').and_then(cut_word);
    let (range, after) = match (first.parse().ok(), second) {
        (Some(first), Some((last, after))) => (between(first, last.parse().ok()?), after),
        (Some(cell), None) if !after.starts_with(':') => (between(cell, cell), after),
        (None, Some((last, after))) => (columns(first, last)?, after),
        _ => return None,
    };
    Some((Token::Reference(Reference { sheet, range }), after))
}
