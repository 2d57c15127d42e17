//! The names of the lists of a decision workbook, and the formulas with which a cell finds what is its own.
//!
//! In: cells. Out: names and formulas. Not for: what stands in the lists.

/// Points of a question that has no criterion are within these.
pub(super) const WIDEST: f64 = 10_000.0;

/// The fewest points of what is no number but one of several options, of which the most are none: no number is within these.
pub(super) const ONLY_WORDS: f64 = 1e9;

/// The units.
pub(super) const UNIT_LIST: &str = "QD_DonVi";
/// The criteria.
pub(super) const CRITERION_LIST: &str = "QD_TieuChi";
pub(super) const LEVEL_LIST: &str = "QD_Cap";
pub(super) const FEWEST_LIST: &str = "QD_ToiThieu";
pub(super) const MOST_LIST: &str = "QD_ToiDa";
pub(super) const CLAIM_LIST: &str = "QD_TuCham";
pub(super) const ID_LIST: &str = "QD_CauHoi";
pub(super) const LIMIT_LIST: &str = "QD_Khung";
pub(super) const KIND_START: &str = "QD_LuaChon";
pub(super) const TARGET_START: &str = "QD_DanhMuc";

/// The verdicts of the question whose id stands in a cell.
pub(super) fn kinds(id: &str) -> String {
    let row = format!("MATCH({id},{ID_LIST},0)");
    format!(
        "=IF(ISERROR({row}),{KIND_START},OFFSET({KIND_START},{row}-1,0,1,INDEX({LIMIT_LIST},{row},6)))"
    )
}

/// What can be named as the target of the question whose id stands in a cell.
pub(super) fn targets(id: &str) -> String {
    let row = format!("MATCH({id},{ID_LIST},0)");
    format!(
        "=IF(ISERROR({row}),{UNIT_LIST},OFFSET({TARGET_START},INDEX({LIMIT_LIST},{row},3),INDEX({LIMIT_LIST},{row},4),INDEX({LIMIT_LIST},{row},5),1))"
    )
}

/// Whether the question whose id stands in a cell has targets that can be named.
pub(super) fn has_targets(id: &str) -> String {
    format!("IFERROR(INDEX({LIMIT_LIST},MATCH({id},{ID_LIST},0),5)>1,FALSE)")
}

/// Whether a cell has what can be typed as the value of the question whose id stands in another: a number within its limits, or a text
/// where it is about one of several options. As long as Excel takes: 255 characters.
pub(super) fn within(own: &str, id: &str) -> String {
    let row = format!("MATCH({id},{ID_LIST},0)");
    let limit = |which: u8| format!("INDEX({LIMIT_LIST},{row},{which})");
    can_be(own, &limit(1), &limit(2))
}

/// The same of the criterion or the figure that stands in a cell, for the unit in another.
pub(super) fn within_free(own: &str, unit: &str, criterion: &str) -> String {
    let unit = format!("MATCH({unit},{UNIT_LIST},0)");
    let criterion = format!("MATCH({criterion},{CRITERION_LIST},0)");
    let fewest = format!("INDEX({FEWEST_LIST},{criterion})");
    let most = format!("INDEX({MOST_LIST},{criterion},INDEX({LEVEL_LIST},{unit}))");
    can_be(own, &fewest, &most)
}

fn can_be(own: &str, fewest: &str, most: &str) -> String {
    format!(
        "=IFERROR(IF(ISTEXT({own}),{fewest}={ONLY_WORDS},AND({own}>={fewest},{own}<={most})),ISNUMBER({own}))"
    )
}

/// What the unit that stands in a cell claims of the criterion in another.
pub(super) fn claimed(unit: &str, criterion: &str) -> String {
    let unit = format!("MATCH({unit},{UNIT_LIST},0)");
    let criterion = format!("MATCH({criterion},{CRITERION_LIST},0)");
    format!("=IFERROR(INDEX({CLAIM_LIST},{unit},{criterion}),\"\")")
}
