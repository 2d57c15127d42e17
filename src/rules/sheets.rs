//! Rules about sheets and rows that stand in each other's way (TH22x).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Figure stands twice.
pub static FIGURE_TWICE: Rule = Rule {
    code: "TH220",
    name: "figure-twice",
    severity: Severity::Error,
    vi: Page {
        title: "Số liệu xuất hiện hai lần",
        message: "số liệu {about} ghi {found}, ở {expected} lại ghi khác",
        advice: "giữ một dòng đúng; số liệu này chưa được dùng",
        ..Page::BLANK
    },
    en: Page {
        title: "Figure stands twice",
        message: "figure {about} says {found}, and differently at {expected}",
        advice: "keep the right row; the figure is not used until then",
        ..Page::BLANK
    },
};

/// Two sheets hold the same group.
pub static GROUP_TWICE: Rule = Rule {
    code: "TH221",
    name: "group-twice",
    severity: Severity::Error,
    vi: Page {
        title: "Hai trang tính cùng một nhóm tiêu chí",
        message: "{about} có ở cả trang {expected} và trang {found}, điểm khác nhau",
        advice: "xóa trang thừa; các tiêu chí khác nhau chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Two sheets hold the same group",
        message: "{about} stands on sheet {expected} and on sheet {found} with different scores",
        advice: "delete the superfluous sheet; the criteria that differ do not count until then",
        ..Page::BLANK
    },
};

/// Hidden sheet holds scores.
pub static HIDDEN_SHEET: Rule = Rule {
    code: "TH222",
    name: "hidden-sheet",
    severity: Severity::Warning,
    vi: Page {
        title: "Trang tính ẩn có điểm",
        message: "trang tính ẩn này có điểm khác với trang hiện, hoặc điểm không có ở trang nào khác",
        advice: "kiểm tra trang ẩn; khi cả hai cùng có, trang hiện được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Hidden sheet holds scores",
        message: "this hidden sheet holds scores that differ from the visible ones, or that stand nowhere else",
        advice: "look at the hidden sheet; where both have a score, the visible one counts",
        ..Page::BLANK
    },
};

/// A second table on the same sheet.
pub static SECOND_TABLE: Rule = Rule {
    code: "TH223",
    name: "second-table",
    severity: Severity::Warning,
    vi: Page {
        title: "Có bảng thứ hai trong cùng trang tính",
        message: "từ ô này có một bảng thứ hai với điểm khác; bảng này không được tính",
        advice: "kiểm tra bảng trên có đúng là bảng của năm đánh giá không",
        ..Page::BLANK
    },
    en: Page {
        title: "A second table on the same sheet",
        message: "from this cell on there is a second table with other scores; it does not count",
        advice: "check that the table above is the one of the year assessed",
        ..Page::BLANK
    },
};

/// A criterion is split over two rows.
pub static ROW_SPLIT: Rule = Rule {
    code: "TH224",
    name: "row-split",
    severity: Severity::Warning,
    vi: Page {
        title: "Một tiêu chí bị tách thành hai dòng",
        message: "tên tiêu chí bị tách thành hai dòng; đọc là {expected}",
        advice: "kiểm tra điểm đã đọc có đúng của tiêu chí này không",
        ..Page::BLANK
    },
    en: Page {
        title: "A criterion is split over two rows",
        message: "the text of the criterion is split over two rows; read as {expected}",
        advice: "check that the score read belongs to this criterion",
        ..Page::BLANK
    },
};

/// Score cell merged over several criteria.
pub static MERGED_SCORES: Rule = Rule {
    code: "TH225",
    name: "merged-scores",
    severity: Severity::Error,
    vi: Page {
        title: "Ô điểm bị gộp qua nhiều tiêu chí",
        message: "ô gộp {found} phủ nhiều dòng tiêu chí nên không rõ điểm của tiêu chí nào",
        advice: "bỏ gộp ô và ghi điểm từng tiêu chí; các tiêu chí này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score cell merged over several criteria",
        message: "the merged range {found} covers several criteria, so whose score it is cannot be told",
        advice: "unmerge and write each score; these criteria do not count until then",
        ..Page::BLANK
    },
};
