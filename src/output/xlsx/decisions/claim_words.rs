//! What a form says where a claim was read as another number, in words: a share of the maximum is decided in points.
//!
//! In: the text of the cell, and the points that it was read as. Out: both. Not for: what was left open.

use crate::base::points::Points;
use crate::output::xlsx::decisions::LANG;

/// The text, with the points behind it where it is another number.
pub(super) fn said(text: &str, points: Option<Points>) -> String {
    let number = points.map(|points| LANG.number(points.0));
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    match number.filter(|number| is_number && !text.contains(number.as_str())) {
        Some(number) => format!("{text} (tính {number} điểm)"),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::points::Decimal;

    #[test]
    fn a_share_is_told_with_its_points() {
        let points = |value: i64| Some(Points(Decimal::new(value, 2)));
        assert_eq!(said("0.75", points(225)), "0.75 (tính 2,25 điểm)");
        assert_eq!(said("2,25 điểm", points(225)), "2,25 điểm");
        assert_eq!(said("1.5", None), "1.5");
        assert_eq!(said("mười ba", points(1300)), "mười ba");
    }
}
