//! As what a published table was read: what chooses its scheme depends on the command.
//!
//! In: a rule. Out: its advice where the table was not audited but compared. Not for: what is wrong with the table.

use serde::{Deserialize, Serialize};

use crate::base::lang::{Phrase, phrase};
use crate::base::rules::{Rule, foreign, years};

/// As what a published table was read, where it was not to be audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableSide {
    /// As the first of two results.
    Previous,
    /// As the second one.
    Current,
    /// As last year's result, by a command that compares with it and lets nobody choose its scheme.
    LastYear,
}

impl TableSide {
    /// What to do about what a rule says of the table, where that is not as for an audit.
    pub(super) fn advice(self, rule: &Rule) -> Option<Phrase> {
        let is = |one: &Rule| rule == one;
        if is(&foreign::NOT_OF_SCHEME) || is(&foreign::OTHER_SCALE) {
            return Some(self.scheme());
        }
        let is_scale = is(&years::OTHER_SCALE) && self == TableSide::LastYear;
        if is_scale {
            return Some(phrase(
                "chọn bảng cùng thang điểm; nếu có bộ tiêu chí của bảng thì để tệp đợt đánh giá năm ấy cạnh bảng",
                "choose a table on the same scale; if its own scheme is there, put the campaign of that year beside the table",
            ));
        }
        is(&foreign::OTHER_REGISTRY).then(|| self.registry())
    }

    fn scheme(self) -> Phrase {
        match self {
            TableSide::Previous => phrase(
                "nếu có bộ tiêu chí và danh sách đơn vị của bảng thì chọn bằng --previous-scheme và --previous-registry",
                "if its own scheme and registry are there, choose them with --previous-scheme and --previous-registry",
            ),
            TableSide::Current => phrase(
                "nếu có bộ tiêu chí và danh sách đơn vị của bảng thì chọn bằng --current-scheme và --current-registry",
                "if its own scheme and registry are there, choose them with --current-scheme and --current-registry",
            ),
            TableSide::LastYear => phrase(
                "nếu có bộ tiêu chí của bảng thì để tệp đợt đánh giá năm ấy cạnh bảng, hoặc so sánh bằng tonghop diff với --previous-scheme và --previous-registry",
                "if its own scheme is there, put the campaign of that year beside the table, or compare by tonghop diff with --previous-scheme and --previous-registry",
            ),
        }
    }

    fn registry(self) -> Phrase {
        match self {
            TableSide::Previous => phrase(
                "chọn danh sách đơn vị của bảng này bằng --previous-registry",
                "choose the registry of this table with --previous-registry",
            ),
            TableSide::Current => phrase(
                "chọn danh sách đơn vị của bảng này bằng --current-registry",
                "choose the registry of this table with --current-registry",
            ),
            TableSide::LastYear => phrase(
                "để tệp đợt đánh giá năm ấy cạnh bảng, hoặc so sánh bằng tonghop diff với --previous-registry",
                "put the campaign of that year beside the table, or compare by tonghop diff with --previous-registry",
            ),
        }
    }
}
