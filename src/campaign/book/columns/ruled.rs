//! The columns of the sheets of what is ruled about single criteria of single units.

use crate::base::lang::{Phrase, phrase};
use crate::campaign::book::columns::{NOTE_COLUMN, OTHER_COLUMN, QUESTION_COLUMN, column};
use crate::campaign::book::{BookColumn, CellSort, RowKind};

const ONLY: &[RowKind] = &[RowKind::Only];

const UNIT: BookColumn = column(
    "unit",
    phrase("Đơn vị", "Unit"),
    CellSort::Text,
    40.0,
    phrase("Tên hoặc mã đơn vị.", "A name or a code."),
)
.known_as(&["Tên đơn vị", "Mã đơn vị"])
.needed(ONLY);

const fn criterion(comment: Phrase) -> BookColumn {
    column(
        "criterion",
        phrase("Tiêu chí", "Criterion"),
        CellSort::Code,
        14.0,
        comment,
    )
    .known_as(&["Mã tiêu chí"])
    .needed(ONLY)
}

pub(in crate::campaign::book) const EXEMPT: &[BookColumn] = &[
    UNIT,
    criterion(phrase(
        "Mã tiêu chí không áp dụng cho đơn vị này.",
        "The code of the criterion that does not apply.",
    )),
    column(
        "reason",
        phrase("Lý do", "Reason"),
        CellSort::Text,
        50.0,
        phrase("Vì sao không áp dụng.", "Why."),
    )
    .needed(ONLY),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

pub(in crate::campaign::book) const POINTS: &[BookColumn] = &[
    UNIT,
    criterion(phrase(
        "Mã tiêu chí được cho điểm.",
        "The code of the criterion.",
    )),
    column(
        "points",
        phrase("Điểm", "Points"),
        CellSort::Number,
        10.0,
        phrase("Số điểm được cho.", "How many points."),
    )
    .needed(ONLY),
    column(
        "source",
        phrase("Nguồn", "Source"),
        CellSort::Text,
        50.0,
        phrase(
            "Điểm lấy từ đâu, ví dụ kết quả khảo sát, biên bản hội đồng.",
            "What they come from, such as a survey.",
        ),
    )
    .needed(ONLY),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];
