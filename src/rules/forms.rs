//! Rules about forms: which one was filled in, and for whom (TH11x).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Form of another version.
pub static OTHER_VERSION: Rule = Rule {
    code: "TH112",
    name: "other-version",
    severity: Severity::Error,
    vi: Page {
        title: "Phiếu của phiên bản khác",
        message: "dấu trong tệp ghi mẫu {found}, bộ tiêu chí đang dùng là {expected}",
        advice: "đề nghị đơn vị làm lại trên mẫu đang dùng; tệp này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Form of another version",
        message: "the stamp in the file says form {found}, the scheme in use is {expected}",
        advice: "ask the unit to use the current form; this file does not count",
        ..Page::BLANK
    },
};

/// Blank form returned.
pub static BLANK_FORM: Rule = Rule {
    code: "TH113",
    name: "blank-form",
    severity: Severity::Warning,
    vi: Page {
        title: "Gửi mẫu trắng",
        message: "tệp đúng mẫu nhưng chưa điền điểm và số liệu nào",
        advice: "đề nghị đơn vị điền rồi gửi lại; đơn vị được coi là chưa có bài nộp dùng được",
        ..Page::BLANK
    },
    en: Page {
        title: "Blank form returned",
        message: "the file follows the form, but no score and no figure is filled in",
        advice: "ask the unit to fill it in; the unit counts as without a usable return",
        ..Page::BLANK
    },
};

/// Table of another scheme.
pub static OTHER_FORM: Rule = Rule {
    code: "TH114",
    name: "other-form",
    severity: Severity::Error,
    vi: Page {
        title: "Bảng không theo bộ tiêu chí",
        message: "tệp có bảng chấm điểm nhưng không dòng nào thuộc bộ tiêu chí đang dùng",
        advice: "kiểm tra đây có phải phiếu của cuộc đánh giá khác hoặc tỉnh khác không; tệp này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Table of another scheme",
        message: "the file holds a score table, but none of its rows belongs to the scheme in use",
        advice: "check whether it is the form of another assessment or province; this file does not count",
        ..Page::BLANK
    },
};

/// Data period of another year.
pub static OTHER_PERIOD: Rule = Rule {
    code: "TH115",
    name: "other-period",
    severity: Severity::Warning,
    vi: Page {
        title: "Kỳ số liệu không thuộc năm đánh giá",
        message: "kỳ số liệu ghi {found}, năm đánh giá là {expected}",
        advice: "hỏi đơn vị số liệu lấy của kỳ nào; điểm và số liệu vẫn được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Data period of another year",
        message: "the data period says {found}, the year assessed is {expected}",
        advice: "ask the unit which period its figures are of; scores and figures count for now",
        ..Page::BLANK
    },
};

/// Unit name without diacritics.
pub static NAME_WITHOUT_MARKS: Rule = Rule {
    code: "TH116",
    name: "name-without-marks",
    severity: Severity::Warning,
    vi: Page {
        title: "Tên đơn vị không dấu",
        message: "tên đơn vị ghi không dấu {found}; đọc là {expected}",
        advice: "không phải làm gì nếu đúng đơn vị",
        ..Page::BLANK
    },
    en: Page {
        title: "Unit name without diacritics",
        message: "the unit's name is written without diacritics, {found}; read as {expected}",
        advice: "nothing to do if that is the unit",
        ..Page::BLANK
    },
};
