//! One row of `Dữ liệu`, and the words of its kinds and states.
//!
//! In: a value with its unit, and where it was read. Out: the row. Not for: which rows there are (`data`, `facts`).

use crate::base::ids::UnitId;
use crate::base::points::Decimal;
use crate::result::report::Source;

/// Kinds of value, the same words in every language and every year.
pub mod kind {
    /// The most points of a group or criterion on a level; its text is the name.
    pub const MAXIMUM: &str = "điểm tối đa";
    /// Whether a unit returned; its value is the unit's place in the registry.
    pub const RETURN: &str = "bài nộp";
    /// What the unit claims.
    pub const CLAIMED: &str = "tự chấm";
    /// What figures give.
    pub const COMPUTED: &str = "tính theo số liệu";
    /// What is granted.
    pub const APPRAISED: &str = "thẩm định";
    /// What counts.
    pub const COUNTED: &str = "được tính";
    /// Why, in the unit's words.
    pub const EXPLANATION: &str = "giải trình";
    /// The sum of a group.
    pub const GROUP: &str = "điểm nhóm";
    /// The total.
    pub const TOTAL: &str = "tổng điểm";
    /// The total that the unit states.
    pub const OWN_TOTAL: &str = "tổng điểm đơn vị ghi";
    /// The place.
    pub const RANK: &str = "thứ hạng";
    /// The grade.
    pub const GRADE: &str = "xếp loại";
    /// What the kind of a figure begins with.
    pub const FIGURE: &str = "số liệu:";
}

/// States of a value, the same words in every language and every year.
pub mod status {
    /// It was read.
    pub const READ: &str = "đọc được";
    /// Nothing is there.
    pub const EMPTY: &str = "để trống";
    /// It was not understood.
    pub const UNREADABLE: &str = "không đọc được";
    /// Nothing counts yet.
    pub const OPEN: &str = "còn mở";
    /// It does not apply to the unit.
    pub const EXEMPT: &str = "miễn";
    /// It stands.
    pub const FINAL: &str = "đã chốt";
    /// It may still change.
    pub const PROVISIONAL: &str = "tạm tính";
}

/// The cell of a source, or nothing where there is no sheet.
fn cell_of(source: Option<&Source>) -> (String, String) {
    match source.and_then(|source| source.origin.cell()) {
        Some((sheet, cell)) if !sheet.is_empty() => (sheet.to_string(), cell.to_string()),
        _ => (String::new(), String::new()),
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataRow {
    /// The level's id.
    pub level: String,
    /// The unit's code.
    pub code: String,
    /// The unit's name.
    pub unit: String,
    /// The group's id.
    pub group: String,
    /// The criterion's id.
    pub criterion: String,
    /// What the value is.
    pub kind: String,
    /// The value, where it is a number.
    pub value: Option<Decimal>,
    /// The value as text, or what stands in the cell.
    pub text: String,
    /// Its state.
    pub status: String,
    /// The file it comes from.
    pub file: String,
    /// Its sheet.
    pub sheet: String,
    /// Its cell, as `C12`.
    pub cell: String,
}

impl DataRow {
    pub(super) fn of_unit(unit: &UnitId, name: &str) -> Self {
        DataRow {
            level: unit.level.0.clone(),
            code: unit.code.clone(),
            unit: name.to_string(),
            ..DataRow::default()
        }
    }

    pub(super) fn kind(&self, kind: &str, value: Option<Decimal>, status: &str) -> Self {
        DataRow {
            kind: kind.to_string(),
            value,
            status: status.to_string(),
            ..self.clone()
        }
    }

    pub(super) fn at(mut self, source: Option<&Source>) -> Self {
        (self.sheet, self.cell) = cell_of(source);
        if let Some(source) = source {
            self.text.clone_from(&source.text);
        }
        self
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        self.text = text.to_string();
        self
    }
}
