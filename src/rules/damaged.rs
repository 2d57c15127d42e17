//! Rules about files and sheets that cannot be read (TH9xx).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Not a workbook.
pub static NOT_A_WORKBOOK: Rule = Rule {
    code: "TH901",
    name: "not-a-workbook",
    severity: Severity::Error,
    vi: Page {
        title: "Không phải bảng tính",
        message: "nội dung là {found}, không phải bảng tính Excel",
        advice: "đề nghị đơn vị gửi tệp bảng tính theo mẫu",
        ..Page::BLANK
    },
    en: Page {
        title: "Not a workbook",
        message: "the content is {found}, not a workbook",
        advice: "ask the unit for the workbook",
        ..Page::BLANK
    },
};

/// Password protected.
pub static PASSWORD: Rule = Rule {
    code: "TH902",
    name: "password",
    severity: Severity::Error,
    vi: Page {
        title: "Có mật khẩu mở tệp",
        message: "tệp có mật khẩu mở",
        advice: "đề nghị đơn vị bỏ mật khẩu rồi gửi lại",
        ..Page::BLANK
    },
    en: Page {
        title: "Password protected",
        message: "the file needs a password to open",
        advice: "ask the unit to remove the password and send it again",
        ..Page::BLANK
    },
};

/// File damaged.
pub static DAMAGED: Rule = Rule {
    code: "TH903",
    name: "damaged",
    severity: Severity::Error,
    vi: Page {
        title: "Tệp hỏng",
        message: "tệp hỏng hoặc thiếu nội dung: {found}",
        advice: "chép lại tệp từ thư gốc; nếu vẫn hỏng, đề nghị đơn vị gửi lại",
        ..Page::BLANK
    },
    en: Page {
        title: "File damaged",
        message: "the file is damaged or incomplete: {found}",
        advice: "copy it from the original mail again; if that fails, ask the unit to send it again",
        ..Page::BLANK
    },
};

/// File too large.
pub static TOO_LARGE: Rule = Rule {
    code: "TH904",
    name: "too-large",
    severity: Severity::Error,
    vi: Page {
        title: "Tệp quá lớn",
        message: "vượt giới hạn đọc: {found}, giới hạn {expected}",
        advice: "xóa phần thừa trong tệp, hoặc tăng giới hạn nếu tệp đúng là lớn như vậy",
        ..Page::BLANK
    },
    en: Page {
        title: "File too large",
        message: "exceeds a reading bound: {found}, the bound is {expected}",
        advice: "delete what is superfluous, or raise the bound if the file is really that large",
        ..Page::BLANK
    },
};

/// File cannot be opened.
pub static UNOPENABLE: Rule = Rule {
    code: "TH905",
    name: "unopenable",
    severity: Severity::Error,
    vi: Page {
        title: "Không mở được tệp",
        message: "hệ thống không cho đọc tệp: {found}",
        advice: "đóng tệp ở chương trình khác, kiểm tra quyền đọc, rồi chạy lại",
        ..Page::BLANK
    },
    en: Page {
        title: "File cannot be opened",
        message: "the system refuses to read the file: {found}",
        advice: "close it in other programs, check the permissions, then run again",
        ..Page::BLANK
    },
};

/// Sheet unreadable.
pub static SHEET_UNREADABLE: Rule = Rule {
    code: "TH906",
    name: "sheet-unreadable",
    severity: Severity::Error,
    vi: Page {
        title: "Trang tính không đọc được",
        message: "không đọc được hết trang tính: {found}",
        advice: "mở tệp bằng Excel rồi lưu lại; phần không đọc được để trống, không phải 0",
        ..Page::BLANK
    },
    en: Page {
        title: "Sheet unreadable",
        message: "the sheet could not be read to its end: {found}",
        advice: "open and save the file in Excel; what could not be read stays open, it is not 0",
        ..Page::BLANK
    },
};

/// Empty file.
pub static EMPTY_FILE: Rule = Rule {
    code: "TH907",
    name: "empty-file",
    severity: Severity::Error,
    vi: Page {
        title: "Tệp rỗng",
        message: "tệp có 0 byte",
        advice: "tải lại tệp từ thư gốc hoặc từ đám mây, hoặc đề nghị đơn vị gửi lại",
        ..Page::BLANK
    },
    en: Page {
        title: "Empty file",
        message: "the file has 0 bytes",
        advice: "download it again, or ask the unit to send it again",
        ..Page::BLANK
    },
};
