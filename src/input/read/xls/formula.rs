//! Formulas of an .xls sheet that were filled down: stored once for all their cells.
//!
//! In: the tokens of such a formula, and the cell that shares it. Out: its text there, where all its tokens are simple ones. Not for:
//! formulas of one cell, which the parser reads.

use crate::base::cell::CellAddress;
use crate::input::read::le::u16_at;
use crate::input::read::xls::strings::short_text;

/// Functions that can be computed again, by their numbers.
const FUNCTIONS: [(u16, &str); 17] = [
    (0, "COUNT"),
    (1, "IF"),
    (4, "SUM"),
    (5, "AVERAGE"),
    (6, "MIN"),
    (7, "MAX"),
    (10, "NA"),
    (24, "ABS"),
    (25, "INT"),
    (27, "ROUND"),
    (36, "AND"),
    (37, "OR"),
    (38, "NOT"),
    (169, "COUNTA"),
    (212, "ROUNDUP"),
    (213, "ROUNDDOWN"),
    (228, "SUMPRODUCT"),
];
/// How many arguments those of a fixed number have.
const FIXED: [(u16, usize); 7] = [
    (10, 0),
    (24, 1),
    (25, 1),
    (27, 2),
    (38, 1),
    (212, 2),
    (213, 2),
];
const OPERATORS: [&str; 12] = [
    "+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>",
];

const LONGEST: usize = 8_192;

/// The first cell of those that share a formula, if these tokens say only that.
pub(super) fn shares(tokens: &[u8]) -> Option<(u16, u16)> {
    (tokens.first() == Some(&1)).then_some((u16_at(tokens, 1)?, u16_at(tokens, 3)?))
}

/// The text of a formula in a cell; `code` begins with the length of its tokens.
pub(super) fn text(code: &[u8], cell: (u16, u16)) -> Option<String> {
    let length = usize::from(u16_at(code, 0)?);
    let mut rest = code.get(2..2 + length)?;
    let mut stack: Vec<String> = Vec::new();
    while let Some((token, content)) = rest.split_first() {
        let taken = take(classless(*token), content, cell, &mut stack)?;
        rest = content.get(taken..)?;
        // Excel's own limit for the text of a formula; what is longer was forged.
        if stack.last().is_some_and(|text| text.len() > LONGEST) {
            return None;
        }
    }
    let text = stack.pop()?;
    stack.is_empty().then_some(text)
}

/// A token without the class of its operand: the three classes differ in nothing that matters here.
fn classless(token: u8) -> u8 {
    match token {
        0x60.. => token - 0x40,
        0x40.. => token - 0x20,
        _ => token,
    }
}

/// Does to the stack what a token says, and tells how many of the bytes that follow belong to it.
fn take(token: u8, content: &[u8], cell: (u16, u16), stack: &mut Vec<String>) -> Option<usize> {
    let (operand, length) = match token {
        0x03..=0x15 => return operator(token, stack).map(|()| 0),
        0x19 => return attribute(content, stack),
        0x21 | 0x22 => return function(token, content, stack),
        0x17 | 0x1d..=0x1f => constant(token, content)?,
        0x24 | 0x2c => {
            let (row, column) = (u16_at(content, 0)?, u16_at(content, 2)?);
            (reference(row, column, token == 0x2c, cell)?, 4)
        }
        0x25 | 0x2d => {
            let is_shared = token == 0x2d;
            let first = reference(u16_at(content, 0)?, u16_at(content, 4)?, is_shared, cell)?;
            let last = reference(u16_at(content, 2)?, u16_at(content, 6)?, is_shared, cell)?;
            (format!("{first}:{last}"), 8)
        }
        // A missing argument, and anything else, is nothing simple.
        _ => return None,
    };
    stack.push(operand);
    Some(length)
}

/// An operator between two operands or at one, or brackets.
fn operator(token: u8, stack: &mut Vec<String>) -> Option<()> {
    let last = stack.pop()?;
    let text = match token {
        0x03..=0x0e => {
            let operator = OPERATORS.get(usize::from(token - 3))?;
            format!("{}{operator}{last}", stack.pop()?)
        }
        0x12 => format!("+{last}"),
        0x13 => format!("-{last}"),
        0x14 => format!("{last}%"),
        0x15 => format!("({last})"),
        _ => return None,
    };
    stack.push(text);
    Some(())
}

/// A text, a truth value or a number, and how many bytes it takes.
fn constant(token: u8, content: &[u8]) -> Option<(String, usize)> {
    match token {
        0x17 => {
            let length = usize::from(*content.first()?);
            let text = short_text(content.get(1..)?, length)?;
            let wide = usize::from(content.get(1)? & 1);
            let quoted = format!("\"{}\"", text.replace('"', "\"\""));
            Some((quoted, 2 + (length << wide)))
        }
        0x1d => {
            let is_true = *content.first()? != 0;
            Some((if is_true { "TRUE" } else { "FALSE" }.to_string(), 1))
        }
        0x1e => Some((u16_at(content, 0)?.to_string(), 2)),
        0x1f => {
            let eight = content.get(..8)?.try_into().ok()?;
            Some((f64::from_le_bytes(eight).to_string(), 8))
        }
        _ => None,
    }
}

/// A function with as many arguments as it always has, or with as many as the token says.
fn function(token: u8, content: &[u8], stack: &mut Vec<String>) -> Option<usize> {
    if token == 0x21 {
        let number = u16_at(content, 0)?;
        let (_, count) = FIXED.iter().find(|(one, _)| *one == number)?;
        return call(number, *count, stack).map(|()| 2);
    }
    let count = usize::from(content.first()? & 0x7f);
    call(u16_at(content, 1)?, count, stack).map(|()| 3)
}

/// An attribute of a formula: how it is laid out, where a condition goes on, or a sum of one argument.
fn attribute(content: &[u8], stack: &mut Vec<String>) -> Option<usize> {
    match content.first()? {
        0x10 => call(4, 1, stack).map(|()| 3),
        // A choice, which has a table behind it.
        0x04 => None,
        _ => Some(3),
    }
}

fn call(number: u16, count: usize, stack: &mut Vec<String>) -> Option<()> {
    let (_, name) = FUNCTIONS.iter().find(|(one, _)| *one == number)?;
    let arguments = stack.split_off(stack.len().checked_sub(count)?);
    stack.push(format!("{name}({})", arguments.join(",")));
    Some(())
}

/// A reference; in a shared formula it may count from the cell.
fn reference(row: u16, column: u16, is_shared: bool, cell: (u16, u16)) -> Option<String> {
    let (row_moves, column_moves) = (column & 0x8000 != 0, column & 0x4000 != 0);
    let column = (column & 0xff) as u8;
    let row = if is_shared && row_moves {
        cell.0.wrapping_add(row)
    } else {
        row
    };
    let column = if is_shared && column_moves {
        u8::try_from(cell.1).ok()?.wrapping_add(column)
    } else {
        column
    };
    Some(CellAddress::new(u32::from(row), u32::from(column)).to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_moves_with_its_cell() {
        // IF(x>0,"Có","Không") with x one column to the right.
        let mut tokens = vec![0x4c, 0, 0, 1, 0xc0, 0x1e, 0, 0, 0x0d, 0x19, 0x02, 0, 0];
        for word in ["Có", "Không"] {
            tokens.extend([0x17, word.chars().count() as u8, 1]);
            tokens.extend(word.encode_utf16().flat_map(u16::to_le_bytes));
            tokens.extend([0x19, 0x08, 0, 0]);
        }
        tokens.extend([0x42, 3, 1, 0]);
        let mut code = (tokens.len() as u16).to_le_bytes().to_vec();
        code.extend(tokens);
        assert_eq!(text(&code, (11, 3)).unwrap(), "IF(E12>0,\"Có\",\"Không\")");
        assert_eq!(text(&code, (12, 3)).unwrap(), "IF(E13>0,\"Có\",\"Không\")");
        // One row up, across the edge.
        let up = [5, 0, 0x4c, 0xff, 0xff, 0, 0x80];
        assert_eq!(text(&up, (4, 2)).unwrap(), "A4");
        assert_eq!(text(&[3, 0, 0x17], (0, 0)), None);
    }
}
