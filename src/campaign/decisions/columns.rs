//! The sheets and columns of a decision workbook.
//!
//! In: nothing. Out: names of sheets, headings in their order. Not for: what stands below them.

use crate::base::lang::{Phrase, phrase};

/// The sheet of the open questions.
pub const QUESTIONS: &str = "Câu hỏi";
/// The sheet for scores that nothing asks about.
pub const FREE: &str = "Thẩm định khác";
/// The sheet that explains the others.
pub const GUIDE: &str = "Hướng dẫn";
/// The hidden sheet of the lists of drop-downs: units, criteria and what each unit claims of each.
pub const LISTS: &str = "tonghop-danh-muc";

/// What a question about the choice between files is about, as its row says.
pub const WHICH_FILE: &str = "Tệp được tính";
/// What stands for the unit in a question about whose a file is.
pub const NO_UNIT: &str = "(chưa rõ đơn vị)";
/// What stands for a claim that is blank, so that it is not taken for one that nobody noted.
pub const BLANK_CLAIM: &str = "(để trống)";
/// What stands for the claim of a unit that has no return.
pub const NO_RETURN_CLAIM: &str = "(không có phiếu)";

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnId {
    /// The unit's name.
    Unit,
    /// The criterion: code and name; also a figure, on a sheet of questions a group, the total or a file as well.
    Criterion,
    /// Where: a link to the file, the sheet and the cell.
    Place,
    /// What was found, with the code of the finding.
    Found,
    /// What counts now, in points of its own.
    CountedNow,
    /// The total, the grade and the place that are possible.
    Effect,
    /// What the unit claims, or the figure as its form has it: of a free row what the decision rests on.
    Claimed,
    /// What is decided.
    Decision,
    /// The points, or the figure.
    Points,
    /// The criterion that points of a total go to, the unit that a file is of, or the file that counts.
    Target,
    /// Why.
    Reason,
    /// Who.
    By,
    /// When.
    On,
    /// What it rests on, in words.
    GroundWords,
    /// The question's identity, hidden.
    Id,
    /// The checksum of the ground, hidden.
    GroundHash,
}

impl ColumnId {
    /// Its heading. The Vietnamese words are those of the workbook, whatever the language of the run.
    pub fn heading(self) -> Phrase {
        match self {
            ColumnId::Unit => phrase("Đơn vị", "Unit"),
            ColumnId::Criterion => phrase("Tiêu chí", "Criterion"),
            ColumnId::Place => phrase("Vị trí", "Place"),
            ColumnId::Found => phrase("Nội dung", "What was found"),
            ColumnId::CountedNow => phrase("Đang tính", "Counts now"),
            ColumnId::Effect => phrase("Ảnh hưởng", "Effect"),
            ColumnId::Claimed => phrase("Phiếu ghi", "The form says"),
            ColumnId::Decision => phrase("Quyết định", "Decision"),
            ColumnId::Points => phrase("Điểm hoặc số liệu", "Points or figure"),
            ColumnId::Target => phrase("Tiêu chí, đơn vị hoặc tệp", "Criterion, unit or file"),
            ColumnId::Reason => phrase("Căn cứ", "Reason"),
            ColumnId::By => phrase("Người quyết định", "Decided by"),
            ColumnId::On => phrase("Ngày", "Date"),
            ColumnId::GroundWords => phrase("Cơ sở", "Ground"),
            ColumnId::Id => phrase("Mã câu hỏi", "Question id"),
            ColumnId::GroundHash => phrase("Mã cơ sở", "Ground id"),
        }
    }

    /// What it was called in workbooks that may still be in use.
    pub fn former_heading(self) -> Option<Phrase> {
        match self {
            ColumnId::Target => Some(phrase(
                "Tiêu chí nhận điểm hoặc đơn vị",
                "Criterion or unit meant",
            )),
            ColumnId::Points => Some(phrase("Điểm", "Points")),
            ColumnId::Claimed => Some(phrase("Điểm tự chấm", "Self score")),
            _ => None,
        }
    }

    /// Whether a person fills it in.
    pub fn is_answer(self) -> bool {
        ANSWERS.contains(&self)
    }
}

/// The columns that a person fills in.
pub const ANSWERS: [ColumnId; 6] = [
    ColumnId::Decision,
    ColumnId::Points,
    ColumnId::Target,
    ColumnId::Reason,
    ColumnId::By,
    ColumnId::On,
];

/// The columns of the sheet of questions.
pub const QUESTION_COLUMNS: [ColumnId; 15] = [
    ColumnId::Unit,
    ColumnId::Criterion,
    ColumnId::Place,
    ColumnId::Found,
    ColumnId::CountedNow,
    ColumnId::Effect,
    ColumnId::Decision,
    ColumnId::Points,
    ColumnId::Target,
    ColumnId::Reason,
    ColumnId::By,
    ColumnId::On,
    ColumnId::GroundWords,
    ColumnId::Id,
    ColumnId::GroundHash,
];

/// The columns of the free sheet: all of them a person fills in, but the claim, which a formula looks up.
pub const FREE_COLUMNS: [ColumnId; 7] = [
    ColumnId::Unit,
    ColumnId::Criterion,
    ColumnId::Claimed,
    ColumnId::Points,
    ColumnId::Reason,
    ColumnId::By,
    ColumnId::On,
];
