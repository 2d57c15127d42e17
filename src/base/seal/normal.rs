//! What stands in a cell, in a form that no program changes by opening and saving a file.
//!
//! In: a cell and its comment. Out: a number of 64 bits. Not for: how the cell looks.

use std::borrow::Cow;

use crate::base::cell::{Cell, CellValue};

/// Checksums by FNV-1a: quick, the same on every machine, and good against accidents.
#[derive(Clone, Copy, Debug)]
pub(super) struct Checksum(u64);

impl Checksum {
    /// The sum of nothing.
    pub(super) fn new() -> Self {
        Checksum(0xcbf2_9ce4_8422_2325)
    }

    /// With these bytes as well.
    pub(super) fn add(mut self, mut bytes: &[u8]) -> Self {
        // Without an iterator, which takes most of the time in a build without optimisation.
        while let [byte, rest @ ..] = bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
            bytes = rest;
        }
        self
    }

    /// The sum so far, with its bits well mixed (the finalizer of `MurmurHash3`), so that any of them can be kept.
    pub(super) fn value(self) -> u64 {
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        mixed ^ (mixed >> 33)
    }
}

/// The checksum of a cell and its comment. `None` where neither says anything.
pub(super) fn cell(cell: Option<&Cell>, comment: Option<&str>) -> Option<u64> {
    let sum = cell.and_then(content);
    let comment = comment.map(plain).filter(|text| !text.is_empty());
    match (sum, comment) {
        (None, None) => None,
        (sum, comment) => {
            let sum = sum.unwrap_or_else(Checksum::new);
            Some(match comment {
                Some(text) => sum.add(b"\x01").add(text.as_bytes()).value(),
                None => sum.value(),
            })
        }
    }
}

/// The checksum of a text without a comment. `None` where it says nothing.
pub(super) fn text(text: &str) -> Option<u64> {
    text_sum(text).map(Checksum::value)
}

/// The checksum of a number without a comment.
pub(super) fn number_alone(value: f64) -> u64 {
    number_sum(value).value()
}

fn text_sum(text: &str) -> Option<Checksum> {
    let text = plain(text);
    (!text.is_empty()).then(|| Checksum::new().add(b"t").add(text.as_bytes()))
}

fn number_sum(value: f64) -> Checksum {
    Checksum::new().add(b"n").add(number(value).as_bytes())
}

fn content(cell: &Cell) -> Option<Checksum> {
    let sum = Checksum::new();
    if let Some(text) = &cell.formula {
        return Some(sum.add(b"f").add(formula(text).as_bytes()));
    }
    match &cell.value {
        CellValue::NotCalculated => None,
        CellValue::Number(value) | CellValue::Date { serial: value, .. } => {
            Some(number_sum(*value))
        }
        CellValue::Text(text) | CellValue::IsoDate(text) => text_sum(text),
        CellValue::Bool(value) => Some(sum.add(if *value { b"b1" } else { b"b0" })),
        CellValue::Error(text) | CellValue::Damaged(text) => {
            Some(sum.add(b"e").add(text.as_bytes()))
        }
    }
}

/// Twelve digits: programs keep fifteen or seventeen.
fn number(value: f64) -> String {
    format!("{:.11e}", if value == 0.0 { 0.0 } else { value })
}

/// Line feeds alone between lines, and no blanks around.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        return Cow::Owned(text.trim().to_string());
    }
    Cow::Borrowed(text.trim())
}

/// A formula without blanks, in upper case but for its texts, without the prefixes of newer functions and without the quotes
/// around names of sheets.
fn formula(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut quote = None;
    for letter in text.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            Some('\'') => normal.extend(letter.to_uppercase()),
            Some(_) => normal.push(letter),
            None if letter == '"' => quote = Some('"'),
            None if letter == '\'' => quote = Some('\''),
            None if letter.is_whitespace() => {}
            None => normal.extend(letter.to_uppercase()),
        }
        if letter == '"' {
            normal.push('"');
        }
    }
    for prefix in ["_XLFN.", "_XLWS.", "_XLL."] {
        if normal.contains(prefix) {
            normal = normal.replace(prefix, "");
        }
    }
    normal.replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::CellAddress;

    fn sum(value: CellValue, formula: Option<&str>) -> Option<u64> {
        let mut one = Cell::new(CellAddress::default(), value);
        one.formula = formula.map(str::to_string);
        cell(Some(&one), None)
    }

    #[test]
    fn a_formula_is_the_same_however_it_is_written() {
        let written = "IF('Data'!A1 = \"a B\", SUM(B1:B2), _xlfn.RANK.EQ(C1,C$1:C$9))";
        let saved = "if(Data!A1=\"a B\",sum(B1:B2),RANK.EQ(C1,C$1:C$9))";
        assert_eq!(formula(written), formula(saved));
        assert_ne!(formula("A1&\"a b\""), formula("A1&\"ab\""));
        assert_ne!(formula("A1"), formula("A2"));
    }

    #[test]
    fn a_formula_is_not_its_result() {
        let number = CellValue::Number(869.7);
        let calculated = sum(number.clone(), Some("SUM(A1:A2)"));
        assert_eq!(
            calculated,
            sum(CellValue::NotCalculated, Some("SUM(A1:A2)"))
        );
        assert_ne!(calculated, sum(number, None));
    }

    #[test]
    fn a_number_is_its_first_digits() {
        let number = |value| sum(CellValue::Number(value), None);
        assert_eq!(number(0.1 + 0.2), number(0.3));
        assert_eq!(number(-0.0), number(0.0));
        assert_ne!(number(869.7), number(869.71));
        assert_ne!(number(40.0), sum(CellValue::Text("40".to_string()), None));
    }

    #[test]
    fn a_comment_counts_and_an_empty_text_does_not() {
        assert_eq!(sum(CellValue::Text(" ".to_string()), None), None);
        let one = Cell::new(CellAddress::default(), CellValue::Number(1.0));
        assert_ne!(cell(Some(&one), None), cell(Some(&one), Some("xem lại")));
        assert_ne!(cell(None, Some("xem lại")), None);
        assert_eq!(cell(None, Some("\r\n")), None);
    }
}
