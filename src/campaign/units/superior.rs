//! What two lines of a letterhead that stand below each other are to each other.
//!
//! In: keys of names, and cells. Out: whether the lower line names whose form it is, who of that office filled it in, or where it lies. An
//! authority stands above its offices, a district above its communes. Not for: which lines there are.

use crate::base::cell::CellAddress;
use crate::base::text;
use crate::campaign::units::offices::{UnitTier, kind, kind_of};

/// What the lower of two lines is to the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LowerLine {
    /// An office of its own, below the one above it: `UBND HUYỆN KIM BẢNG`, `UBND XÃ TÂN SƠN`.
    Own,
    /// A part of the office above, which writes for it: `UBND HUYỆN SA THẦY`, `PHÒNG NỘI VỤ`.
    Staff,
    /// Where the office above lies: `UBND XÃ TÂN SƠN`, `HUYỆN KIM BẢNG`.
    Place,
}

/// Rows from a line of a letterhead to the next; a rule may be drawn between them.
const NEXT_ROWS: u32 = 2;
/// Columns by which two lines of one letterhead may lie apart, where one of them is centred.
const NEXT_COLUMNS: u32 = 1;
/// The most words of a name; what is longer is a sentence.
const LONGEST: usize = 14;
/// What begins as a name does and is none.
const NO_NAMES: [&str; 3] = ["ban hành", "hội đồng", "đoàn kiểm tra"];
/// What parts of an office are called.
const STAFF: [&str; 4] = ["phòng", "văn phòng", "ban", "thanh tra"];

/// Whether a line of a letterhead names an office.
pub fn is_office(text: &str, key: &str) -> bool {
    let is_short = key.split(' ').count() <= LONGEST;
    is_short
        && !text.contains(':')
        && kind_of(key).is_some()
        && !NO_NAMES.iter().any(|no| key.starts_with(no))
}

/// Whether a cell is where the next line of a letterhead stands.
pub fn stands_below(above: CellAddress, own: CellAddress) -> bool {
    own.row > above.row
        && own.row - above.row <= NEXT_ROWS
        && own.column.abs_diff(above.column) <= NEXT_COLUMNS
}

/// What a line that names an office is to the line above it, which names one as well.
pub fn lower_line(upper: &str, lower: &str) -> LowerLine {
    let words = |key| kind(key).map_or("", |(words, _)| *words);
    let (above, below) = (kind_of(upper), kind_of(lower));
    let is_committee = words(lower).starts_with("ubnd");
    match (above, below) {
        (Some(UnitTier::Commune), Some(UnitTier::District)) => LowerLine::Place,
        (Some(UnitTier::District), Some(UnitTier::District)) if !is_committee => LowerLine::Place,
        (Some(UnitTier::Province), Some(UnitTier::District | UnitTier::Commune))
            if !is_committee =>
        {
            LowerLine::Place
        }
        _ if STAFF.contains(&words(lower)) || is_bare_part(lower) => LowerLine::Staff,
        _ => LowerLine::Own,
    }
}

/// Whether a line names a part of an office by its kind alone: `THANH TRA`, `VĂN PHÒNG`. It does below the office only.
pub fn is_bare_part(key: &str) -> bool {
    const BARE: [&str; 2] = ["văn phòng", "thanh tra"];
    BARE.contains(&key)
}

/// Whether two names begin with the same words for what they are: neither stands above the other.
pub fn are_equals(one: &str, other: &str) -> bool {
    let words = |key| kind(key).map(|(words, _)| *words);
    words(one).is_some() && words(one) == words(other)
}

/// The name of an office together with the line above it or below it: `UBND xã Tân Sơn, huyện Kim Bảng`, which is what tells apart two
/// communes of one name; `Thanh tra Sở Y tế`.
pub fn with_place(lower: &str, upper: &str) -> String {
    let is_part = is_bare_part(&text::key(lower));
    if is_part && kind(&text::key(upper)).is_some_and(|(words, _)| *words == "sở") {
        return format!("{lower} {upper}");
    }
    let rest = ["ủy ban nhân dân ", "ubnd "].iter().find_map(|committee| {
        let head = upper.get(..committee.len())?;
        (head.to_lowercase() == *committee).then(|| upper.get(committee.len()..))?
    });
    format!("{lower}, {}", rest.unwrap_or(upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lower_line_is_an_office_of_its_own_a_part_or_a_place() {
        for (upper, lower, expected) in [
            ("ubnd huyện kim bảng", "ubnd xã tân sơn", LowerLine::Own),
            ("ubnd huyện kim bảng", "xã tân sơn", LowerLine::Own),
            ("sở y tế", "chi cục dân số", LowerLine::Own),
            ("ubnd huyện sa thầy", "phòng nội vụ", LowerLine::Staff),
            ("sở y tế", "thanh tra", LowerLine::Staff),
            ("xã tân sơn", "huyện kim bảng", LowerLine::Place),
            ("trung tâm y tế", "huyện kim bảng", LowerLine::Place),
            ("ubnd quận 1", "thành phố hồ chí minh", LowerLine::Place),
        ] {
            assert_eq!(lower_line(upper, lower), expected, "{upper} / {lower}");
        }
        assert!(are_equals("sở y tế", "sở nội vụ"));
        assert!(!are_equals("ubnd huyện kim bảng", "ubnd xã tân sơn"));
        assert!(!is_office("BAN HÀNH KÈM THEO", "ban hành kèm theo"));
        assert_eq!(
            with_place("UBND xã Tân Sơn", "UBND huyện Kim Bảng"),
            "UBND xã Tân Sơn, huyện Kim Bảng"
        );
    }
}
