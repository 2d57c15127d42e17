//! Rules about files and units (TH1xx).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Unit has not returned.
pub static UNIT_MISSING: Rule = Rule {
    code: "TH101",
    name: "unit-missing",
    severity: Severity::Warning,
    vi: Page {
        title: "Đơn vị chưa nộp",
        message: "chưa nộp phiếu",
        advice: "đôn đốc đơn vị nộp; đơn vị đứng cuối bảng, không tính điểm",
        ..Page::BLANK
    },
    en: Page {
        title: "Unit has not returned",
        message: "has not returned a workbook",
        advice: "remind the unit; it stands at the foot of the table without points",
        ..Page::BLANK
    },
};

/// Received but not usable.
pub static NOTHING_USABLE: Rule = Rule {
    code: "TH102",
    name: "nothing-usable",
    severity: Severity::Error,
    vi: Page {
        title: "Đã gửi nhưng không dùng được",
        message: "đã gửi tệp nhưng không có bài nộp nào đọc được: {found}",
        advice: "đề nghị đơn vị gửi lại bảng tính (.xlsx) theo mẫu",
        ..Page::BLANK
    },
    en: Page {
        title: "Received but not usable",
        message: "sent something, but no workbook that can be read: {found}",
        advice: "ask the unit for the workbook (.xlsx) in the form sent out",
        ..Page::BLANK
    },
};

/// Unit not in the registry.
pub static UNIT_UNKNOWN: Rule = Rule {
    code: "TH103",
    name: "unit-unknown",
    severity: Severity::Error,
    vi: Page {
        title: "Đơn vị không có trong danh sách",
        message: "tên đơn vị {found} không có trong danh sách; gần giống: {expected}",
        advice: "thêm tên này vào cột aliases của danh sách đơn vị nếu đúng là đơn vị đó; đến lúc đó tệp chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Unit not in the registry",
        message: "unit name {found} is not in the registry; similar names: {expected}",
        advice: "add the name to the aliases in the registry if it is that unit; until then the file does not count",
        ..Page::BLANK
    },
};

/// File names two units.
pub static IDENTITY_CONFLICT: Rule = Rule {
    code: "TH104",
    name: "identity-conflict",
    severity: Severity::Error,
    vi: Page {
        title: "Tệp mang tên hai đơn vị",
        message: "tệp cho biết {found}, nơi khác lại cho biết {expected}",
        advice: "hỏi đơn vị gửi rồi sửa trang bìa hoặc tên tệp; đến lúc đó tệp chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "File names two units",
        message: "says {found} in one place and {expected} in another",
        advice: "ask the sender, then correct the cover or the file name; until then the file does not count",
        ..Page::BLANK
    },
};

/// Several files from one unit.
pub static SEVERAL_VERSIONS: Rule = Rule {
    code: "TH105",
    name: "several-versions",
    severity: Severity::Warning,
    vi: Page {
        title: "Nhiều tệp của cùng một đơn vị",
        message: "không tính tệp này; tệp được tính là {expected}",
        advice: "kiểm tra tệp được tính có đúng là bản cuối không; nếu không, bỏ tệp sai ra khỏi thư mục",
        ..Page::BLANK
    },
    en: Page {
        title: "Several files from one unit",
        message: "this file does not count; the one that counts is {expected}",
        advice: "check that the one that counts is the final version; if not, move the wrong one out of the folder",
        ..Page::BLANK
    },
};

/// Identical copy.
pub static COPY: Rule = Rule {
    code: "TH106",
    name: "identical-copy",
    severity: Severity::Info,
    vi: Page {
        title: "Bản sao giống hệt",
        message: "giống hệt tệp {expected}",
        advice: "không phải làm gì; mỗi nội dung chỉ được tính một lần",
        ..Page::BLANK
    },
    en: Page {
        title: "Identical copy",
        message: "is identical to {expected}",
        advice: "nothing to do; the same content counts once",
        ..Page::BLANK
    },
};

/// Late.
pub static LATE: Rule = Rule {
    code: "TH107",
    name: "late",
    severity: Severity::Warning,
    vi: Page {
        title: "Nộp muộn",
        message: "lưu lần cuối ngày {found}, hạn nộp là {expected}",
        advice: "xem xét điểm trừ nộp chậm nếu quy định có",
        ..Page::BLANK
    },
    en: Page {
        title: "Late",
        message: "last saved on {found}, the deadline was {expected}",
        advice: "consider the penalty for late returns if there is one",
        ..Page::BLANK
    },
};

/// Unit not named.
pub static UNIT_NOT_NAMED: Rule = Rule {
    code: "TH108",
    name: "unit-not-named",
    severity: Severity::Error,
    vi: Page {
        title: "Không rõ tệp của đơn vị nào",
        message: "không tìm thấy tên đơn vị trong trang bìa, thuộc tính và tên tệp",
        advice: "ghi tên đơn vị vào ô “Tên đơn vị” ở trang bìa, hoặc vào tên tệp",
        ..Page::BLANK
    },
    en: Page {
        title: "Unit not named",
        message: "names no unit on the cover, in its properties or in the file name",
        advice: "write the unit's name on the cover, or in the file name",
        ..Page::BLANK
    },
};

/// Form of another year.
pub static OTHER_YEAR: Rule = Rule {
    code: "TH109",
    name: "other-year",
    severity: Severity::Error,
    vi: Page {
        title: "Phiếu của năm khác",
        message: "phiếu ghi năm {found}, đợt đánh giá là năm {expected}",
        advice: "đề nghị đơn vị gửi phiếu của năm {expected}; tệp này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Form of another year",
        message: "the form says {found}, the campaign is for {expected}",
        advice: "ask the unit for the form of {expected}; this file does not count",
        ..Page::BLANK
    },
};

/// Two units sent the same content.
pub static SAME_CONTENT: Rule = Rule {
    code: "TH110",
    name: "same-content",
    severity: Severity::Error,
    vi: Page {
        title: "Hai đơn vị gửi cùng một nội dung",
        message: "nội dung giống hệt tệp {expected} của đơn vị khác",
        advice: "hỏi cả hai đơn vị; tệp này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Two units sent the same content",
        message: "has the same content as {expected} of another unit",
        advice: "ask both units; this file does not count",
        ..Page::BLANK
    },
};

/// Form of another level.
pub static OTHER_LEVEL: Rule = Rule {
    code: "TH111",
    name: "other-level",
    severity: Severity::Error,
    vi: Page {
        title: "Phiếu của khối khác",
        message: "phiếu ghi cấp {found}, đơn vị thuộc {expected}",
        advice: "đề nghị đơn vị dùng đúng mẫu của khối mình; tệp này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Form of another level",
        message: "the form says level {found}, the unit belongs to {expected}",
        advice: "ask the unit to use the form of its own level; this file does not count",
        ..Page::BLANK
    },
};
