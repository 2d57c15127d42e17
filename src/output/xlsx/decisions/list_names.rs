//! The names of the lists of a decision workbook, and the formulas with which a cell finds what is its own.
//!
//! In: cells. Out: names and formulas. Not for: what stands in the lists.

/// Points of a question that has no criterion are within these.
pub(super) const WIDEST: f64 = 10_000.0;

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

/// The fewest points (1) or the most (2) of the question whose id stands in a cell.
pub(super) fn limit(id: &str, which: u8) -> String {
    let row = format!("MATCH({id},{ID_LIST},0)");
    let sign = if which == 1 { "-" } else { "" };
    format!("=IF(ISERROR({row}),{sign}{WIDEST},INDEX({LIMIT_LIST},{row},{which}))")
}

/// The fewest points of the criterion that stands in a cell.
pub(super) fn fewest(criterion: &str) -> String {
    let row = format!("MATCH({criterion},{CRITERION_LIST},0)");
    format!("=IF(ISERROR({row}),-{WIDEST},INDEX({FEWEST_LIST},{row}))")
}

/// The most points of the criterion that stands in a cell, for the unit in another.
pub(super) fn most_of(unit: &str, criterion: &str) -> String {
    let unit = format!("MATCH({unit},{UNIT_LIST},0)");
    let criterion = format!("MATCH({criterion},{CRITERION_LIST},0)");
    format!(
        "=IF(ISERROR({unit}*{criterion}),{WIDEST},INDEX({MOST_LIST},{criterion},INDEX({LEVEL_LIST},{unit})))"
    )
}

/// What the unit that stands in a cell claims of the criterion in another.
pub(super) fn claimed(unit: &str, criterion: &str) -> String {
    let unit = format!("MATCH({unit},{UNIT_LIST},0)");
    let criterion = format!("MATCH({criterion},{CRITERION_LIST},0)");
    format!("=IFERROR(INDEX({CLAIM_LIST},{unit},{criterion}),\"\")")
}
