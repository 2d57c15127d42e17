//! The columns of the sheet of the annex's sentences.

use crate::base::lang::phrase;
use crate::campaign::book::columns::{NOTE_COLUMN, OTHER_COLUMN, QUESTION_COLUMN, choice, column};
use crate::campaign::book::{BookColumn, CellSort, DropDownEntry, RowKind};

const ONLY: &[RowKind] = &[RowKind::Only];

const CONDITIONS: &[DropDownEntry] = &[
    choice("full", "bằng 100%", "is 100%"),
    choice("at_least", "từ mức", "at least"),
    choice("below", "dưới mức", "below"),
    choice("zero", "bằng 0", "is 0"),
    choice("above_zero", "lớn hơn 0", "above 0"),
];

pub(in crate::campaign::book) const SENTENCES: &[BookColumn] = &[
    column(
        "section",
        phrase("Mục", "Section"),
        CellSort::Code,
        8.0,
        phrase(
            "Mã mục chứa câu này, như ở trang Thống kê.",
            "The section, as on the sheet of statistics.",
        ),
    )
    .known_as(&["Thuộc mục"])
    .needed(ONLY),
    column(
        "text",
        phrase("Câu", "Sentence"),
        CellSort::Text,
        90.0,
        phrase(
            "Câu in trong phụ lục. Trường trong ngoặc nhọn chỉ là tên: {mã chỉ tiêu} là giá trị; {mã.muc} là “100% các đơn vị”, “hầu hết các đơn vị”…; {mã.toi_da} là điểm tối đa của nhóm; {nam}; {chu_thich}.",
            "The sentence. Fields in braces are names: {id} its value; {id.muc} the share in words; {id.toi_da} the maximum of the group; {nam} the year; {chu_thich} the mark of the footnote.",
        ),
    )
    .known_as(&["Nội dung", "Câu chữ"])
    .needed(ONLY),
    column(
        "statistic",
        phrase("Chỉ số thống kê", "Statistic"),
        CellSort::Code,
        22.0,
        phrase(
            "Mã chỉ tiêu mà điều kiện xét; để trống: chỉ các chỉ tiêu có trong câu. Chỉ tiêu chưa có số liệu thì câu không in, thay bằng lời nhắc.",
            "The statistic that the condition is about. A sentence whose statistics have no value is not said.",
        ),
    )
    .known_as(&["Chỉ tiêu", "Mã chỉ tiêu"]),
    column(
        "when",
        phrase("Điều kiện", "Condition"),
        CellSort::Choice(CONDITIONS),
        14.0,
        phrase(
            "Khi nào in câu này; để trống: luôn in khi có số liệu.",
            "When it is said; empty: whenever there is a value.",
        ),
    ),
    column(
        "value",
        phrase("Mức", "Number"),
        CellSort::Percent,
        10.0,
        phrase(
            "Con số của “từ mức”, “dưới mức”: tỷ lệ thì ghi theo %, ví dụ 80.",
            "The number of \"at least\" and \"below\"; of shares in percent.",
        ),
    ),
    column(
        "footnote",
        phrase("Ghi chú cuối trang", "Footnote"),
        CellSort::Code,
        20.0,
        phrase(
            "Mã chỉ tiêu “Số đơn vị đạt điểm tối đa của nhóm”: các đơn vị ấy được liệt kê ở cuối trang, dấu đặt ở {chu_thich} trong câu.",
            "The statistic whose units a footnote lists, at {chu_thich}.",
        ),
    ),
    column(
        "blank",
        phrase("Chỗ người soạn viết", "Place for the author"),
        CellSort::Code,
        20.0,
        phrase(
            "Ghi một mã riêng (không dấu) nếu dòng này là chỗ người soạn tự viết trong Word; cột Câu khi ấy là lời nhắc viết gì. Lần chạy sau giữ nguyên chữ đã viết ở mã đó.",
            "A name of its own where the author writes in Word; the sentence says what belongs there. What was written is kept under it.",
        ),
    ),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];
