//! The words of the sheet of decisions.
//!
//! In: nothing. Out: its sentences and the heads of its columns. Not for: the decision workbook, whose words are those of its columns.

use crate::base::lang::{Phrase, phrase};
use crate::output::words::NUMBER;

/// How many rows there are, by what became of them.
pub(in crate::output) const DECIDED_COUNTS: Phrase = phrase(
    "{0} dòng có quyết định: {1}.",
    "{0} rows with a decision: {1}.",
);

/// The heads of the columns of the decisions.
pub(in crate::output) const DECIDED_HEADS: [Phrase; 14] = [
    NUMBER,
    phrase("Trạng thái", "State"),
    phrase("Đơn vị", "Unit"),
    phrase("Nội dung", "About"),
    phrase("Quyết định", "Decision"),
    phrase("Điểm trước", "Points before"),
    phrase("Điểm sau", "Points after"),
    phrase("Căn cứ", "Reason"),
    phrase("Người quyết định", "Decided by"),
    phrase("Ngày", "Date"),
    phrase("Dòng quyết định", "Row"),
    phrase("Vì sao chưa áp dụng", "Why it does not hold"),
    phrase("Cơ sở khi quyết định", "Ground then"),
    phrase("Cơ sở hiện nay", "Ground now"),
];
