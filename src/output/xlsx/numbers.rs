//! Numbers in columns: right, off the border, with the decimals that the column has, so that decimal marks stand below each other.
//!
//! In: numbers, or how many decimals. Out: formats. Not for: counts, which have no decimals and stand in the middle.

use crate::base::points::Decimal;
use rust_xlsxwriter::{Format, FormatAlign};

use crate::output::xlsx::styles;
use crate::result::report::Report;

/// More decimals than these are not shown.
const MOST: u32 = 15;
/// The sign of a change, the same as in texts.
const MINUS: &str = "\"\u{2212}\"";

/// A number in a table.
pub(super) fn right(format: &str) -> Format {
    styles::number(&padded(format)).set_align(FormatAlign::Right)
}

/// A sum in a table.
pub(super) fn total(format: &str) -> Format {
    styles::sum(&padded(format)).set_align(FormatAlign::Right)
}

/// A format that keeps its numbers off the border by a digit's width. An indent would do the same in Excel; `LibreOffice` forgets
/// it where the cell before has another number format.
fn padded(format: &str) -> String {
    let sections: Vec<String> = format.split(';').map(|one| format!("{one}_0")).collect();
    sections.join(";")
}

/// The decimals that a number has.
pub(super) fn scale(value: Decimal) -> u32 {
    value.normalize().scale()
}

/// The most decimals of some numbers.
pub(super) fn most(values: impl Iterator<Item = Decimal>) -> u32 {
    values.map(scale).max().unwrap_or_default()
}

/// A number format with so many decimals. No `#` stands behind the point: Excel would leave the point of a whole number.
pub(super) fn digits(decimals: u32) -> String {
    match decimals.min(MOST) {
        0 => "0".to_string(),
        decimals => format!("0.{}", "0".repeat(decimals as usize)),
    }
}

/// As [`digits`], thousands set off.
pub(super) fn grouped(decimals: u32) -> String {
    digits(decimals).replacen('0', styles::WHOLE, 1)
}

/// As [`digits`], with a sign.
pub(super) fn signed(decimals: u32) -> String {
    let digits = digits(decimals);
    format!("+{digits};{MINUS}{digits};{digits}")
}

/// As [`signed`]; none is blank.
pub(super) fn changed(decimals: u32) -> String {
    let digits = digits(decimals);
    format!("+{digits};{MINUS}{digits};")
}

/// As [`signed`]; none is a dash.
pub(super) fn differing(decimals: u32) -> String {
    let digits = digits(decimals);
    format!("+{digits};{MINUS}{digits};\"–\"")
}

/// A format that shows a number's own decimals and keeps its point above that of others, which have at most so many.
pub(super) fn aligned(own: u32, most: u32) -> String {
    let (own, most) = (own.min(MOST), most.min(MOST));
    let mut format = digits(own);
    if own == 0 && most > 0 {
        format.push_str("_.");
    }
    format.push_str(&"_0".repeat(most.saturating_sub(own) as usize));
    format
}

/// The number format of a share: 100%, 97,93%.
pub(super) fn share_format(report: &Report) -> String {
    match report.campaign.percent_decimals as usize {
        0 => "0%".to_string(),
        decimals => format!("[=1]0%;[=0]0%;0.{}%", "0".repeat(decimals)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_keep_the_decimal_mark_in_place() {
        assert_eq!(digits(0), "0");
        assert_eq!(grouped(2), "#,##0.00");
        assert_eq!(signed(1), "+0.0;\"\u{2212}\"0.0;0.0");
        assert_eq!(aligned(0, 2), "0_._0_0");
        assert_eq!(aligned(1, 2), "0.0_0");
        assert_eq!(aligned(2, 2), "0.00");
        assert_eq!(padded("+0;-0;0"), "+0_0;-0_0;0_0");
    }
}
