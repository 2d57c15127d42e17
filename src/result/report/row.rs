//! One row of `Dữ liệu`, and the words of its states.
//!
//! In: a value with its unit, and where it was read. Out: the row. Not for: which rows there are (`data`, `facts`).

use crate::base::ids::UnitId;
use crate::base::points::Decimal;
use crate::result::report::ValueSource;
use crate::result::report::kind::Kind;

/// States of a value, the same words in every language and every year.
pub mod status {
    /// It was read.
    pub const READ: &str = "đọc được";
    /// Nothing is there.
    pub const EMPTY: &str = "để trống";
    /// It was not understood.
    pub const UNREADABLE: &str = "không đọc được";
    /// It was left out.
    pub const LEFT_OUT: &str = "không tính";
    /// Nothing counts yet.
    pub const OPEN: &str = "còn mở";
    /// It does not apply to the unit.
    pub const EXEMPT: &str = "miễn";
    /// It stands.
    pub const FINAL: &str = "đã chốt";
    /// There is none: what it would be the most of has no limit.
    pub const UNLIMITED: &str = "không giới hạn";
    /// It may still change.
    pub const PROVISIONAL: &str = "tạm tính";
}

/// The cell of a source, or nothing where there is no sheet.
fn cell_of(source: Option<&ValueSource>) -> (String, String) {
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
    pub kind: Kind,
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

    pub(super) fn kind(&self, kind: Kind, value: Option<Decimal>, status: &str) -> Self {
        DataRow {
            kind,
            value,
            status: status.to_string(),
            ..self.clone()
        }
    }

    pub(super) fn at(mut self, source: Option<&ValueSource>) -> Self {
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
