//! A finding as a result that was written holds it: in a record of a data file, or in a row of the sheet `Cảnh báo`.
//!
//! In: the fields of a record. Out: the finding with its place and its message, and which rows of the list it touches. Not for: findings
//! of this run, which have their rule and their facts.

use crate::base::finding::{About, Place};
use crate::base::ids::{CriterionId, GroupId, UnitId};
use crate::base::rules::Severity;
use crate::result::report::record::keys;
use crate::result::report::record::touched::{cell_of, reaches};
use crate::result::report::row::DataRow;

/// A finding that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedFinding {
    /// How bad it is.
    pub severity: Severity,
    /// Its code.
    pub code: String,
    /// Where it is.
    pub place: Place,
    /// What it is about.
    pub about: Option<About>,
    /// The criteria that it leaves open; a sheet does not list them.
    pub criteria: Vec<CriterionId>,
    /// What it says, in the language in which it was written.
    pub message: String,
}

impl ListedFinding {
    /// The finding of a record, whose fields are found by the names of their columns.
    pub(super) fn of_record<'f>(field: &impl Fn(&str) -> &'f str) -> Self {
        let some = |name: &str| Some(field(name).to_string()).filter(|text| !text.is_empty());
        let unit = some("unit_code").map(|code| UnitId {
            level: field("level_id").into(),
            code,
        });
        let about = match (field("label"), field("group_id")) {
            ("", _) => None,
            (keys::ABOUT_TOTAL, _) => Some(About::Total),
            (keys::ABOUT_PARTS, _) => Some(About::Parts),
            (text, "") => Some(About::Row(text.to_string())),
            (_, group) => Some(About::Group(GroupId::from(group), String::new())),
        };
        let criteria = field("criterion_id").split_whitespace();
        ListedFinding {
            severity: keys::severity(field("status")),
            code: field("item_id").to_string(),
            place: Place {
                unit,
                file: some("file"),
                sheet: some("sheet"),
                cell: field("cell").parse().ok(),
            },
            about,
            criteria: criteria.map(CriterionId::from).collect(),
            message: field("text").to_string(),
        }
    }

    /// Whether it touches a row of its unit: the cell, the criterion, the sum; the row that says whether the unit returned, where it is
    /// about no less.
    pub fn touches(&self, row: &DataRow) -> bool {
        let (cell, about) = (cell_of(&self.place), self.about.as_ref());
        reaches((&self.place, &cell, about, &self.criteria), row)
    }
}
