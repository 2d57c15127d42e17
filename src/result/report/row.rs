//! One row of `Dữ liệu`, and the words of its states.
//!
//! In: a value with its unit, and where it was read. Out: the row. Not for: which rows there are (`data`, `facts`).

use std::borrow::Cow;

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
fn cell_of(source: Option<&ValueSource>) -> (Cow<'_, str>, Cow<'_, str>) {
    match source.and_then(|source| source.origin.cell()) {
        Some((sheet, cell)) if !sheet.is_empty() => ((&**sheet).into(), cell.to_string().into()),
        _ => (Cow::default(), Cow::default()),
    }
}

/// One row, with the texts of the report that it is made of, or with its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataRow<'r> {
    /// The level's id.
    pub level: Cow<'r, str>,
    /// The unit's code.
    pub code: Cow<'r, str>,
    /// The unit's name.
    pub unit: Cow<'r, str>,
    /// The group's id.
    pub group: Cow<'r, str>,
    /// The criterion's id.
    pub criterion: Cow<'r, str>,
    /// What the value is.
    pub kind: Kind,
    /// The value, where it is a number.
    pub value: Option<Decimal>,
    /// The value as text, or what stands in the cell.
    pub text: Cow<'r, str>,
    /// Its state.
    pub status: Cow<'r, str>,
    /// The file it comes from.
    pub file: Cow<'r, str>,
    /// Its sheet.
    pub sheet: Cow<'r, str>,
    /// Its cell, as `C12`.
    pub cell: Cow<'r, str>,
}

impl<'r> DataRow<'r> {
    pub(super) fn of_unit(unit: &'r UnitId, name: &'r str) -> Self {
        DataRow {
            level: (&*unit.level.0).into(),
            code: (&*unit.code).into(),
            unit: name.into(),
            ..DataRow::default()
        }
    }

    pub(super) fn kind(&self, kind: Kind, value: Option<Decimal>, status: &'r str) -> Self {
        DataRow {
            kind,
            value,
            status: status.into(),
            ..self.clone()
        }
    }

    pub(super) fn at(mut self, source: Option<&'r ValueSource>) -> Self {
        (self.sheet, self.cell) = cell_of(source);
        if let Some(source) = source {
            self.text = (&*source.text).into();
        }
        self
    }

    pub(super) fn text(mut self, text: &'r str) -> Self {
        self.text = text.into();
        self
    }
}
