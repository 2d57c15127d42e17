//! The rows of the first sheet: settings of the campaign and of the scheme that stand alone.

use crate::base::lang::{Phrase, phrase};
use crate::campaign::book::columns::choice;
use crate::campaign::book::{CellSort, DropDownEntry};
use crate::campaign::documents::Document;

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The document that has it.
    pub document: Document,
    /// The path to it there, with dots.
    pub key: &'static str,
    /// What people call it.
    pub label: Phrase,
    /// What to write.
    pub note: Phrase,
    /// What its value is.
    pub sort: CellSort,
    /// Whether it is a list, with one row for each of its entries.
    pub is_list: bool,
    /// Whether every campaign has to say it.
    pub is_needed: bool,
}

const fn setting(
    document: Document,
    key: &'static str,
    sort: CellSort,
    label: Phrase,
    note: Phrase,
) -> Setting {
    Setting {
        document,
        key,
        label,
        note,
        sort,
        is_list: false,
        is_needed: false,
    }
}

impl Setting {
    const fn needed(mut self) -> Self {
        self.is_needed = true;
        self
    }

    const fn list(mut self) -> Self {
        self.is_list = true;
        self
    }
}

const SET: Document = Document::Settings;
const SCHEME: Document = Document::Scheme;

/// What scores may be.
const SCORES: &[DropDownEntry] = &[
    choice("points", "điểm", "points"),
    choice("share", "tỷ lệ từ 0 đến 1", "shares from 0 to 1"),
    choice("percent", "phần trăm từ 0 đến 100", "percent from 0 to 100"),
];

/// The settings, in the order of their rows.
pub const SETTINGS: &[Setting] = &[
    setting(
        SET,
        "name",
        CellSort::Text,
        phrase("Tên đợt", "Name of the campaign"),
        phrase("In ở kết quả", "Stands in results"),
    )
    .needed(),
    setting(
        SET,
        "year",
        CellSort::Whole,
        phrase("Năm đánh giá", "Year"),
        phrase("Ví dụ 2025", "Such as 2025"),
    )
    .needed(),
    setting(
        SET,
        "provisional",
        CellSort::YesNo,
        phrase("Tạm tính", "Provisional"),
        phrase(
            "“có” khi chưa ai xác nhận: kết quả ghi TẠM TÍNH; xem xong các trang thì ghi “không”",
            "\"yes\" while nobody has confirmed it: results say PROVISIONAL; write \"no\" once all sheets were looked at",
        ),
    ),
    setting(
        SET,
        "deadline",
        CellSort::Day,
        phrase("Hạn nộp", "Deadline"),
        phrase(
            "Ngày cuối nhận phiếu, ví dụ 31/01/2026",
            "The last day for returns",
        ),
    ),
    setting(
        SET,
        "inbox",
        CellSort::Text,
        phrase("Thư mục phiếu", "Folder of returns"),
        phrase(
            "Tên thư mục con chứa phiếu; để trống khi phiếu nằm ở thư mục khác được nêu lúc chạy",
            "The subfolder of returns",
        ),
    ),
    setting(
        SET,
        "authority",
        CellSort::Text,
        phrase("Cơ quan", "Authority"),
        phrase("Dòng trên tiêu đề kết quả", "The line above the title"),
    ),
    setting(
        SET,
        "title",
        CellSort::Text,
        phrase("Dòng tiêu đề", "Title line"),
        phrase(
            "Mỗi dòng tiêu đề của kết quả một dòng",
            "One row for each line of the title",
        ),
    )
    .list(),
    setting(
        SET,
        "movement_tolerance",
        CellSort::Percent,
        phrase("Biến động phải giải trình (%)", "Change to explain (%)"),
        phrase(
            "Thay đổi so với năm trước, theo % điểm tối đa; để trống là 50",
            "In percent of the maximum; empty: 50",
        ),
    ),
    setting(
        SET,
        "data_rows",
        CellSort::Whole,
        phrase("Số dòng trang Dữ liệu", "Rows of the sheet Dữ liệu"),
        phrase(
            "Danh sách dài hơn thì nằm ở tệp riêng cạnh kết quả; để trống là 200000",
            "A longer list goes into a file beside the result; empty: 200000",
        ),
    ),
    setting(
        SET,
        "scheme",
        CellSort::Text,
        phrase("Bộ tiêu chí có sẵn", "Built-in scheme"),
        phrase(
            "Chỉ khi dùng bộ có sẵn thay cho các trang Cấp, Tiêu chí, Xếp loại",
            "Only in place of the sheets of criteria",
        ),
    ),
    setting(
        SET,
        "registry",
        CellSort::Text,
        phrase("Danh sách đơn vị có sẵn", "Built-in registry"),
        phrase(
            "Chỉ khi dùng danh sách có sẵn thay cho trang Đơn vị",
            "Only in place of the sheet of units",
        ),
    ),
    setting(
        SCHEME,
        "id",
        CellSort::Code,
        phrase("Mã bộ tiêu chí", "Scheme code"),
        phrase(
            "Không dấu, không dấu cách, ví dụ camau-2025",
            "A short name without blanks",
        ),
    ),
    setting(
        SCHEME,
        "version",
        CellSort::Whole,
        phrase("Phiên bản bộ tiêu chí", "Scheme version"),
        phrase(
            "Tăng 1 khi đổi tiêu chí hoặc điểm tối đa",
            "Counted up when criteria change",
        ),
    ),
    setting(
        SCHEME,
        "name",
        CellSort::Text,
        phrase("Tên bộ tiêu chí", "Scheme"),
        phrase("Tên đầy đủ", "The full name"),
    ),
    setting(
        SCHEME,
        "total_maximum",
        CellSort::Number,
        phrase("Tổng điểm tối đa", "Total maximum"),
        phrase(
            "Bằng tổng điểm tối đa các nhóm trong tổng, ở mọi cấp",
            "What the groups inside the total add up to",
        ),
    ),
    setting(
        SCHEME,
        "scores_as",
        CellSort::Choice(SCORES),
        phrase("Điểm trong phiếu ghi theo", "Scores in the forms are"),
        phrase(
            "Để trống: điểm. Chọn tỷ lệ hoặc phần trăm khi đơn vị ghi phần đạt được của điểm tối đa (0,9 hay 90): chương trình nhân với điểm tối đa",
            "Empty: points. A share or percent where units write what part of the maximum they reach (0.9 or 90): it is multiplied by the maximum",
        ),
    ),
    setting(
        SCHEME,
        "rounding.points_decimals",
        CellSort::Whole,
        phrase("Số chữ số lẻ của điểm", "Decimals of points"),
        phrase("Để trống là 2", "Empty: 2"),
    ),
    setting(
        SCHEME,
        "rounding.percent_decimals",
        CellSort::Whole,
        phrase("Số chữ số lẻ của tỷ lệ", "Decimals of percentages"),
        phrase("Để trống là 2", "Empty: 2"),
    ),
    setting(
        SCHEME,
        "rounding.total_decimals",
        CellSort::Whole,
        phrase("Số chữ số lẻ của tổng điểm", "Decimals of totals"),
        phrase("Để trống là 1", "Empty: 1"),
    ),
    setting(
        SCHEME,
        "share_words.most_from",
        CellSort::Percent,
        phrase("Gọi là “hầu hết” từ (%)", "\"Most\" from (%)"),
        phrase("Để trống là 80; đủ cả thì ghi 100%", "Empty: 80"),
    ),
    setting(
        SCHEME,
        "share_words.majority_from",
        CellSort::Percent,
        phrase("Gọi là “đa số” từ (%)", "\"Majority\" from (%)"),
        phrase("Để trống là 50; thấp hơn là “một số”", "Empty: 50"),
    ),
    setting(
        SCHEME,
        "words.zero",
        CellSort::Text,
        phrase("Chữ có nghĩa là 0", "Word for 0"),
        phrase("Ví dụ không có; mỗi chữ một dòng", "One row for each"),
    )
    .list(),
    setting(
        SCHEME,
        "words.blank",
        CellSort::Text,
        phrase("Chữ có nghĩa là để trống", "Word for a blank"),
        phrase("Ví dụ KCĐ; mỗi chữ một dòng", "One row for each"),
    )
    .list(),
];

/// What a row of the first sheet is called that holds a key which no setting has, and back: `campaign.key`, `scheme.key`.
pub fn foreign(document: Document, key: &str) -> String {
    match document {
        Document::Scheme => format!("scheme.{key}"),
        Document::Settings | Document::Units => format!("campaign.{key}"),
    }
}
