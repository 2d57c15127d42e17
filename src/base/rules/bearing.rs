//! How bad a finding is, and what it is to whoever sums findings up.
//!
//! In: nothing. Out: the two types that each rule has. Not for: single rules.

use serde::{Deserialize, Serialize};

use crate::base::lang::{Phrase, phrase};

/// How bad a finding is. Ordered: an error is greater than a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Info,
    /// A number was read, and somebody should look.
    Warning,
    /// A number, a sheet or a file does not count until somebody decides.
    Error,
}

impl Severity {
    /// What people call it.
    pub fn name(self) -> Phrase {
        match self {
            Severity::Error => phrase("lỗi", "error"),
            Severity::Warning => phrase("cảnh báo", "warning"),
            Severity::Info => phrase("ghi chú", "info"),
        }
    }
}

/// What findings of a rule are to whoever sums findings up. It stands in each rule, so that no list elsewhere forgets one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// Each is for itself.
    Own,
    /// Something was not read, and nobody can tell how many points it is: headlines count it beside what can change a grade or a place.
    Unread,
    /// A unit has no result, which lists of units say as well.
    NoResult,
    /// About a result of this program, which no unit sent.
    OfResult,
    /// About a decision of whoever appraises, which no unit sent.
    OfDecision,
    /// Of labels and columns, which are the campaign's where most forms share it: then said once.
    Shared,
    /// Whether a table that is compared with another says what it seems to.
    InDoubt,
    /// Of a published total, place or grade: the verdict of an audit counts it by that, and not among all else.
    Counted,
}
