//! The words of the sheet of decisions.
//!
//! In: nothing. Out: its sentences and the heads of its columns. Not for: the decision workbook, whose words are those of its columns.

use crate::base::lang::{Lang, Phrase, phrase};
use crate::campaign::decisions::DecisionKind;
use crate::campaign::decisions::decided_file::DecidedFile;
use crate::input::receipt::FileRow;
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

/// What was decided of a file: whose it is.
pub(in crate::output) const OWNER_DECIDED: Phrase = phrase(
    "đơn vị theo quyết định của {0}",
    "of this unit by the decision of {0}",
);

/// What was decided of a file: that it counts.
pub(in crate::output) const FILE_CHOSEN: Phrase = phrase(
    "được tính theo quyết định của {0}",
    "counts by the decision of {0}",
);

/// What was decided of a file: that another one counts.
pub(in crate::output) const OTHER_CHOSEN: Phrase = phrase(
    "không được tính theo quyết định của {0}",
    "does not count by the decision of {0}",
);

/// What was decided of a file: that it is no return.
pub(in crate::output) const NO_RETURN: Phrase = phrase(
    "không phải phiếu, theo quyết định của {0}",
    "no return, by the decision of {0}",
);

/// What was decided of a file, each decision with who took it and why.
pub(crate) fn decided_file(file: &FileRow, lang: Lang) -> Vec<String> {
    let line = |decided: &DecidedFile| {
        let words = match decided.kind {
            DecisionKind::UseFile if file.counts() => FILE_CHOSEN,
            DecisionKind::UseFile => OTHER_CHOSEN,
            DecisionKind::NoReturn => NO_RETURN,
            _ => OWNER_DECIDED,
        };
        let words = words.fill(lang, &[&decided.by]);
        if decided.reason.is_empty() {
            return words;
        }
        format!("{words} ({})", decided.reason)
    };
    file.decided.iter().map(line).collect()
}
