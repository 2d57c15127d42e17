//! Rules about totals and rules of the scheme (TH4xx).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Total does not add up.
pub static TOTAL_MISMATCH: Rule = Rule {
    code: "TH401",
    name: "total-mismatch",
    severity: Severity::Warning,
    vi: Page {
        title: "Tổng điểm cộng sai",
        message: "đơn vị ghi tổng {found}, cộng lại là {expected} (lệch {difference})",
        advice: "dùng số cộng lại; báo đơn vị kiểm tra điểm thành phần hoặc tổng",
        ..Page::BLANK
    },
    en: Page {
        title: "Total does not add up",
        message: "the unit states a total of {found}, its scores add up to {expected} (difference {difference})",
        advice: "the recomputed total is used; ask the unit to check its scores or its total",
        ..Page::BLANK
    },
};

/// Group sum does not add up.
pub static GROUP_SUM_MISMATCH: Rule = Rule {
    code: "TH402",
    name: "group-sum-mismatch",
    severity: Severity::Warning,
    vi: Page {
        title: "Điểm nhóm cộng sai",
        message: "{about}: đơn vị ghi {found}, cộng lại là {expected} (lệch {difference})",
        advice: "dùng số cộng lại; báo đơn vị kiểm tra điểm thành phần hoặc điểm nhóm",
        ..Page::BLANK
    },
    en: Page {
        title: "Group sum does not add up",
        message: "{about}: the unit states {found}, its scores add up to {expected} (difference {difference})",
        advice: "the recomputed sum is used; ask the unit to check its scores or its sum",
        ..Page::BLANK
    },
};

/// Score does not follow from the figures.
pub static RULE_DISAGREES: Rule = Rule {
    code: "TH403",
    name: "rule-disagrees",
    severity: Severity::Warning,
    vi: Page {
        title: "Điểm không khớp số liệu",
        message: "tiêu chí {about} tự chấm {found}, theo số liệu là {expected} (lệch {difference})",
        advice: "thẩm định: điểm tự chấm đang được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score does not follow from the figures",
        message: "criterion {about} claims {found}, its figures give {expected} (difference {difference})",
        advice: "appraise it; the claim counts for now",
        ..Page::BLANK
    },
};

/// Group sum out of range.
pub static GROUP_OUT_OF_RANGE: Rule = Rule {
    code: "TH404",
    name: "group-out-of-range",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm nhóm ngoài khung",
        message: "{about}: cộng được {found}, khung cho phép {expected}",
        advice: "xem lại các điểm thành phần của nhóm; tổng điểm là tạm tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Group sum out of range",
        message: "{about}: adds up to {found}, allowed is {expected}",
        advice: "look at the scores of the group; the total is provisional",
        ..Page::BLANK
    },
};

/// Own grade differs.
pub static GRADE_MISMATCH: Rule = Rule {
    code: "TH405",
    name: "grade-mismatch",
    severity: Severity::Warning,
    vi: Page {
        title: "Tự xếp loại khác kết quả",
        message: "đơn vị tự xếp loại {found}, theo tổng điểm cộng lại là {expected}",
        advice: "dùng kết quả tính lại; báo đơn vị",
        ..Page::BLANK
    },
    en: Page {
        title: "Own grade differs",
        message: "the unit grades itself {found}, the recomputed total gives {expected}",
        advice: "the computed grade is used; tell the unit",
        ..Page::BLANK
    },
};
