//! Numbers as people write them: whatever a cell says, reading it ends, and a blank is not a zero.
//!
//! In: one byte that chooses what belongs in the cell, and the text of the cell.

use tonghop::base::cell::CellValue;
use tonghop::base::number::{self, Sort};
use tonghop::base::points::Decimal;

/// Reads the text as such a number.
pub fn run(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let sort = match choice % 3 {
        0 => Sort::Points {
            lowest: Decimal::from(-20),
            highest: Decimal::from(40),
        },
        1 => Sort::Count,
        _ => Sort::Amount,
    };
    if let Ok(Some(number)) = number::read(&CellValue::Text(text.to_string()), sort, "người") {
        let has_digit = text
            .chars()
            .any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        assert!(has_digit, "{text:?} was read as {}", number.value);
        assert!(sort != Sort::Count || number.value.is_integer(), "{text:?}");
    }
}
