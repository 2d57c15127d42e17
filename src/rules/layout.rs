//! Rules about layout: sheets, columns and rows (TH2xx).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// No score table.
pub static NO_TABLE: Rule = Rule {
    code: "TH201",
    name: "no-table",
    severity: Severity::Error,
    vi: Page {
        title: "Không có bảng chấm điểm",
        message: "không tìm thấy bảng chấm điểm nào trong tệp",
        advice: "kiểm tra tệp có đúng là phiếu tự đánh giá không; dòng tiêu đề phải có “Tiêu chí” và “Điểm tự chấm”",
        ..Page::BLANK
    },
    en: Page {
        title: "No score table",
        message: "no score table was found in the file",
        advice: "check that this is the self-assessment form; its header row needs \"Tiêu chí\" and \"Điểm tự chấm\"",
        ..Page::BLANK
    },
};

/// Criterion group missing.
pub static GROUP_MISSING: Rule = Rule {
    code: "TH202",
    name: "group-missing",
    severity: Severity::Error,
    vi: Page {
        title: "Thiếu cả nhóm tiêu chí",
        message: "không tìm thấy {about} ở trang tính nào",
        advice: "đề nghị đơn vị bổ sung; nhóm này để trống, không phải 0 điểm",
        ..Page::BLANK
    },
    en: Page {
        title: "Criterion group missing",
        message: "{about} was not found on any sheet",
        advice: "ask the unit for it; the group stays open, it is not 0 points",
        ..Page::BLANK
    },
};

/// Criterion missing.
pub static CRITERION_MISSING: Rule = Rule {
    code: "TH203",
    name: "criterion-missing",
    severity: Severity::Error,
    vi: Page {
        title: "Thiếu tiêu chí",
        message: "không tìm thấy dòng của tiêu chí {about}",
        advice: "đề nghị đơn vị bổ sung dòng này; tiêu chí để trống, không phải 0 điểm",
        ..Page::BLANK
    },
    en: Page {
        title: "Criterion missing",
        message: "the row of criterion {about} was not found",
        advice: "ask the unit for the row; the criterion stays open, it is not 0 points",
        ..Page::BLANK
    },
};

/// Code and text disagree.
pub static CODE_TEXT_DISAGREE: Rule = Rule {
    code: "TH204",
    name: "code-text-disagree",
    severity: Severity::Error,
    vi: Page {
        title: "Mã và tên tiêu chí không khớp",
        message: "dòng ghi {found}, mẫu ghi {expected}",
        advice: "sửa mã hoặc tên tiêu chí cho đúng mẫu; dòng này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Code and text disagree",
        message: "the row says {found}, the form says {expected}",
        advice: "restore the code or the text of the form; the row does not count until then",
        ..Page::BLANK
    },
};

/// Score column missing.
pub static SCORE_COLUMN_MISSING: Rule = Rule {
    code: "TH205",
    name: "score-column-missing",
    severity: Severity::Error,
    vi: Page {
        title: "Không rõ cột điểm tự chấm",
        message: "không tìm thấy cột “Điểm tự chấm” của bảng",
        advice: "khôi phục dòng tiêu đề theo mẫu; cả bảng chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score column missing",
        message: "the table has no column \"Điểm tự chấm\"",
        advice: "restore the header row of the form; the whole table does not count until then",
        ..Page::BLANK
    },
};

/// Criterion stands twice.
pub static CRITERION_TWICE: Rule = Rule {
    code: "TH206",
    name: "criterion-twice",
    severity: Severity::Error,
    vi: Page {
        title: "Tiêu chí xuất hiện hai lần",
        message: "tiêu chí {about} ghi {found}, ở {expected} lại ghi khác",
        advice: "xóa dòng thừa; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Criterion stands twice",
        message: "criterion {about} says {found}, and differently at {expected}",
        advice: "delete the extra row; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Criterion text edited.
pub static TEXT_EDITED: Rule = Rule {
    code: "TH207",
    name: "text-edited",
    severity: Severity::Warning,
    vi: Page {
        title: "Tên tiêu chí bị sửa",
        message: "dòng ghi {found}; đọc là {expected}",
        advice: "kiểm tra đơn vị có hiểu đúng tiêu chí không",
        ..Page::BLANK
    },
    en: Page {
        title: "Criterion text edited",
        message: "the row says {found}; read as {expected}",
        advice: "check that the unit understood the criterion",
        ..Page::BLANK
    },
};

/// Unknown row with a score.
pub static ROW_UNKNOWN: Rule = Rule {
    code: "TH208",
    name: "row-unknown",
    severity: Severity::Warning,
    vi: Page {
        title: "Dòng lạ có điểm",
        message: "dòng {found} không có trong bộ tiêu chí; gần giống: {expected}; điểm ở dòng này không được tính",
        advice: "sửa mã và tên tiêu chí theo mẫu nếu đây là một tiêu chí",
        ..Page::BLANK
    },
    en: Page {
        title: "Unknown row with a score",
        message: "row {found} is not in the scheme; similar: {expected}; its score does not count",
        advice: "restore code and text of the form if this is a criterion",
        ..Page::BLANK
    },
};

/// Criterion code differs.
pub static CODE_DIFFERS: Rule = Rule {
    code: "TH209",
    name: "code-differs",
    severity: Severity::Warning,
    vi: Page {
        title: "Mã tiêu chí bị đổi",
        message: "mã ghi {found}; theo tên và thứ tự thì đây là {expected}",
        advice: "không phải làm gì nếu đúng; nếu sai, sửa lại mã theo mẫu",
        ..Page::BLANK
    },
    en: Page {
        title: "Criterion code differs",
        message: "the code says {found}; by text and order this is {expected}",
        advice: "nothing to do if that is right; if not, restore the code of the form",
        ..Page::BLANK
    },
};

/// Figure missing.
pub static FIGURE_MISSING: Rule = Rule {
    code: "TH210",
    name: "figure-missing",
    severity: Severity::Warning,
    vi: Page {
        title: "Thiếu dòng số liệu",
        message: "không tìm thấy dòng số liệu {about}",
        advice: "đề nghị đơn vị bổ sung; không kiểm tra được điểm theo quy tắc và chỉ tiêu thống kê thiếu đơn vị này",
        ..Page::BLANK
    },
    en: Page {
        title: "Figure missing",
        message: "the row of figure {about} was not found",
        advice: "ask the unit for it; the score cannot be checked and the statistics leave this unit out",
        ..Page::BLANK
    },
};

/// Old encoding.
pub static OLD_ENCODING: Rule = Rule {
    code: "TH211",
    name: "old-encoding",
    severity: Severity::Warning,
    vi: Page {
        title: "Chữ theo bảng mã cũ",
        message: "tệp có chữ theo bảng mã {about}: {found} được đọc là {expected}",
        advice: "không phải làm gì nếu chữ mẫu đọc đúng; nên đề nghị đơn vị dùng phông Unicode như Times New Roman",
        finds: "Tiêu đề cột, tên đơn vị, tên tiêu chí, tên số liệu hoặc câu trả lời gõ theo bảng mã TCVN3 (ABC), VNI, \
            Windows-1258, hoặc chữ Unicode (UTF-8) bị mở sai bảng mã. Chương trình chỉ đổi chữ khi chữ sau khi đổi đúng là một tên đã \
            biết; chữ số không bao giờ bị đổi.",
        why: "Chữ theo bảng mã cũ không so khớp được với mẫu. Nếu không đổi thì cả bảng của đơn vị sẽ bị coi là không có; \
            nếu đổi theo phỏng đoán thì có thể gán điểm vào nhầm tiêu chí.",
        fix: "So chữ mẫu trước và sau khi đổi. Nếu đúng thì không phải làm gì. Lần sau, đề nghị đơn vị gõ bằng phông \
            Unicode, hoặc dùng UniKey để chuyển mã cả tệp.",
        example: "So Tai chinh.xls: Thông tin chung!C4: tệp có chữ theo bảng mã TCVN3 (ABC): “Së Tµi chÝnh” được đọc là \
            “Sở Tài chính”",
    },
    en: Page {
        title: "Old encoding",
        message: "the file has texts in {about}: {found} was read as {expected}",
        advice: "nothing to do if the sample reads right; ask the unit to use a Unicode font such as Times New Roman",
        finds: "Column headings, unit names, criteria, figures or answers typed in TCVN3 (ABC), VNI or Windows-1258, or \
            UTF-8 that was opened in the wrong code page. A text is decoded only if it is a known name once decoded; digits are never \
            touched.",
        why: "Texts in an old encoding match nothing of the form. Left alone, the unit's whole table would count as missing; \
            decoded by guess, points could land on the wrong criterion.",
        fix: "Compare the sample before and after. If it is right there is nothing to do. Next time ask the unit to type in \
            a Unicode font, or to convert the file with UniKey.",
        example: "So Tai chinh.xls: Thông tin chung!C4: the file has texts in TCVN3 (ABC): \"Së Tµi chÝnh\" was read as \
            \"Sở Tài chính\"",
    },
};
