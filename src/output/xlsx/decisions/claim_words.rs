//! What a form says where a claim was read as another number, in words: a share of the maximum is decided in points.
//!
//! In: the text of the cell, and the points that it was read as. Out: both. Not for: what was left open.

use crate::base::cell::CellValue;
use crate::base::number::{self, Sort};
use crate::base::points::{Decimal, Points};
use crate::output::xlsx::decisions::LANG;

/// The text, with the points behind it where it is another number.
pub(super) fn said(text: &str, points: Option<Points>) -> String {
    let is_other = |points: &Points| number(text).is_some_and(|number| number != points.0);
    match points.filter(is_other) {
        Some(points) => format!("{text} (tính {} điểm)", LANG.number(points.0)),
        None => text.to_string(),
    }
}

/// The number that a text says; of a percentage that before its sign.
fn number(text: &str) -> Option<Decimal> {
    // So that 1.000 is a share and no thousand.
    let sort = Sort::Points {
        lowest: Decimal::ZERO,
        highest: Decimal::ONE_HUNDRED,
    };
    let bare = text.trim_end().trim_end_matches('%').to_string();
    let read = number::read(&CellValue::Text(bare), sort, "").ok()??;
    Some(read.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_share_is_told_with_its_points() {
        let points = |value: i64| Some(Points(Decimal::new(value, 2)));
        assert_eq!(said("0.75", points(225)), "0.75 (tính 2,25 điểm)");
        assert_eq!(said("2,25 điểm", points(225)), "2,25 điểm");
        // The points are digits of the share.
        assert_eq!(said("0.5", points(500)), "0.5 (tính 5 điểm)");
        assert_eq!(said("0,7625", points(625)), "0,7625 (tính 6,25 điểm)");
        assert_eq!(said("50%", points(500)), "50% (tính 5 điểm)");
        assert_eq!(said("1.000", points(2000)), "1.000 (tính 20 điểm)");
        // Blanks, and digits of another kind, are no other number.
        assert_eq!(said(" ０,5", points(50)), " ０,5");
        assert_eq!(said("(2)", points(-200)), "(2)");
        // The same number, in whatever form.
        assert_eq!(said("0.35", points(35)), "0.35");
        assert_eq!(said("5.0", points(500)), "5.0");
        assert_eq!(said("36/40", points(3600)), "36/40");
        assert_eq!(said("1.5", None), "1.5");
        assert_eq!(said("mười ba", points(1300)), "mười ba");
    }
}
