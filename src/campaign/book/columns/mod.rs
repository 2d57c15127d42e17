//! The columns of the sheets of a campaign workbook.

mod flat;
mod ruled;
mod sentences;
mod tree;

use crate::base::lang::{Phrase, phrase};
use crate::campaign::book::{BookColumn, CellSort, DropDownEntry, NOTE, OTHER, QUESTION, RowKind};

pub(super) use crate::campaign::book::columns::flat::{
    GIVEN, GRADES, LEVELS, SETTINGS, UNITS, WORDS,
};
pub(super) use crate::campaign::book::columns::ruled::{EXEMPT, POINTS};
pub(super) use crate::campaign::book::columns::sentences::SENTENCES;
pub(super) use crate::campaign::book::columns::tree::{
    CRITERIA, CRITERIA_KINDS, STATISTICS, STATISTICS_KINDS,
};

pub(super) const fn column(
    key: &'static str,
    heading: Phrase,
    sort: CellSort,
    width: f64,
    comment: Phrase,
) -> BookColumn {
    BookColumn {
        key,
        heading,
        known_as: &[],
        comment,
        sort,
        width,
        of: &[],
        needed: &[],
    }
}

impl BookColumn {
    pub(super) const fn of(mut self, kinds: &'static [RowKind]) -> Self {
        self.of = kinds;
        self
    }

    pub(super) const fn needed(mut self, kinds: &'static [RowKind]) -> Self {
        self.needed = kinds;
        self
    }

    pub(super) const fn known_as(mut self, headings: &'static [&'static str]) -> Self {
        self.known_as = headings;
        self
    }
}

pub(super) const fn choice(
    value: &'static str,
    vi: &'static str,
    en: &'static str,
) -> DropDownEntry {
    DropDownEntry {
        value,
        label: phrase(vi, en),
    }
}

pub(super) const OTHER_COLUMN: BookColumn = column(
    OTHER,
    phrase("Tham số khác", "Other parameters"),
    CellSort::Other,
    26.0,
    phrase(
        "Chỉ dành cho người soạn bộ tiêu chí: những gì không cột nào ghi được, viết như trong TOML, ví dụ: khóa = 1. Thường để trống.",
        "For authors of schemes: what no column holds, as TOML, such as key = 1. Mostly empty.",
    ),
);
pub(super) const NOTE_COLUMN: BookColumn = column(
    NOTE,
    phrase("Ghi chú", "Notes"),
    CellSort::Free,
    28.0,
    phrase(
        "Ghi chú của người soạn, chương trình không đọc.",
        "Notes, which the program does not read.",
    ),
)
.known_as(&["Giải thích", "Chú thích"]);
pub(super) const QUESTION_COLUMN: BookColumn = column(
    QUESTION,
    phrase("Cần xem", "To look at"),
    CellSort::Free,
    36.0,
    phrase(
        "Điều chương trình chưa chắc khi suy ra từ các phiếu. Sửa ô được tô màu cùng dòng nếu sai; để nguyên là chấp nhận. Cột này không được đọc lại.",
        "What the program is not sure of. Correct the coloured cell of the row if it is wrong; as it stands it is accepted. This column is not read.",
    ),
);
