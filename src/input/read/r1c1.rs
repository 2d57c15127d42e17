//! Formulas in R1C1, as the XML of Excel 2003 has them: `=SUM(R[-5]C:R[-1]C)`.
//!
//! In: such a formula and the cell that it stands in. Out: the same with addresses such as `F9`. Not for: what it comes to.

use crate::base::cell::CellAddress;
use crate::input::read::value::in_grid;

/// The formula, without its equals sign; empty, which is a formula that is not understood, where it has references to whole rows or
/// columns, or out of the sheet. `LibreOffice` writes its own kind, which stays as it is.
pub(super) fn a1(formula: &str, at: (u32, u32)) -> String {
    for prefix in ["of:=", "msoxl:="] {
        if let Some(own) = formula.strip_prefix(prefix) {
            return own.to_string();
        }
    }
    let formula = formula.strip_prefix('=').unwrap_or(formula);
    translated(formula, at).unwrap_or_default()
}

fn translated(formula: &str, at: (u32, u32)) -> Option<String> {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let length = match c {
            // A text or the name of a sheet; a quotation mark in it is doubled, which reads as two of them.
            '"' | '\'' => 1 + rest.get(1..)?.find(c)? + 1,
            'R' | 'C' if !is_word(before) => match reference(rest, at) {
                Start::Cell(address, length) => {
                    out.push_str(&address);
                    before = 'A';
                    rest = rest.get(length..)?;
                    continue;
                }
                Start::Unknown => return None,
                Start::Other => word(rest),
            },
            c if is_word(c) => word(rest),
            c => c.len_utf8(),
        };
        let (piece, behind) = rest.split_at_checked(length)?;
        out.push_str(piece);
        before = piece.chars().next_back()?;
        rest = behind;
    }
    Some(out)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '\\')
}

/// How long the word is with which a text begins, at least one letter.
fn word(text: &str) -> usize {
    let end = text.find(|c: char| !is_word(c)).unwrap_or(text.len());
    end.max(text.chars().next().map_or(1, char::len_utf8))
}

/// With what a text begins.
enum Start {
    /// No reference.
    Other,
    /// A reference to a whole row or column, or out of the sheet.
    Unknown,
    /// The address of a cell, and how many bytes told it.
    Cell(String, usize),
}

fn reference(text: &str, at: (u32, u32)) -> Start {
    let (row, rest) = part(text, 'R', at.0);
    let (column, rest) = part(rest, 'C', at.1);
    if rest.starts_with(['(', '!']) || rest.starts_with(is_word) {
        return Start::Other;
    }
    match (row, column) {
        (LineReference::At(row), LineReference::At(column)) if in_grid(row, column) => {
            let address = CellAddress::new(row, column).to_string();
            Start::Cell(address, text.len() - rest.len())
        }
        _ => Start::Unknown,
    }
}

/// A row or a column of a reference.
enum LineReference {
    Missing,
    Outside,
    At(u32),
}

/// The row or the column with which a text begins, and what is behind it.
fn part(text: &str, letter: char, own: u32) -> (LineReference, &str) {
    let Some(rest) = text.strip_prefix(letter) else {
        return (LineReference::Missing, text);
    };
    let line = |number: Option<u32>| number.map_or(LineReference::Outside, LineReference::At);
    if let Some(inner) = rest.strip_prefix('[')
        && let Some((offset, behind)) = inner.split_once(']')
    {
        let offset = offset.parse().ok();
        return (
            line(offset.and_then(|offset| own.checked_add_signed(offset))),
            behind,
        );
    }
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (digits, behind) = rest.split_at_checked(digits).unwrap_or((rest, ""));
    if digits.is_empty() {
        return (LineReference::At(own), behind);
    }
    let number = digits.parse::<u32>().ok();
    (
        line(number.and_then(|number| number.checked_sub(1))),
        behind,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_addresses() {
        for (formula, expected) in [
            ("=SUM(R[-5]C:R[-1]C)", "SUM(F4:F8)"),
            ("=RC[-1]", "E9"),
            ("=R3C4*RC", "D3*F9"),
            (
                "='Tổng hợp RC'!R[1]C[2]+Sheet1!R1C1",
                "'Tổng hợp RC'!H10+Sheet1!A1",
            ),
            (
                "=ROUND(RC[1],2)&\"RC\"\"R1C1\"",
                "ROUND(G9,2)&\"RC\"\"R1C1\"",
            ),
            (
                "=IF(RC[-1]>0,COUNT(R1C1),CEILING(RCX,1))",
                "IF(E9>0,COUNT(A1),CEILING(RCX,1))",
            ),
            ("=R[-1]", ""),
            ("=SUM(C6)", ""),
            ("=R[-20]C", ""),
            ("=R[-99999999999]C", ""),
            ("=\"open", ""),
            ("of:=SUM([.F4:.F8])", "SUM([.F4:.F8])"),
            ("=1+2", "1+2"),
            ("=RATE(1,2)", "RATE(1,2)"),
        ] {
            assert_eq!(a1(formula, (8, 5)), expected, "{formula}");
        }
    }
}
