//! Points as whole hundredths, read from and written as decimal numbers.

use std::error::Error;

/// A decimal number, with point or comma, in hundredths.
///
/// # Errors
/// When it is not a number.
pub fn hundredths(text: &str) -> Result<i64, Box<dyn Error>> {
    let plain = text.replace(',', ".");
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let decimals: i64 = format!("{decimals:0<2}").parse()?;
    Ok(whole.parse::<i64>()? * 100 + sign * decimals)
}

/// Hundredths as a decimal number without trailing zeros: `889.2`.
pub fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.abs();
    let text = format!("{sign}{}.{:02}", size / 100, size % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}
