//! Rules about what is possible but unlikely, and what an appraiser should see (TH406 to TH416).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Bonus or penalty left out of the total.
pub static BONUS_LEFT_OUT: Rule = Rule {
    code: "TH406",
    name: "bonus-left-out",
    severity: Severity::Warning,
    vi: Page {
        title: "Tổng bỏ sót điểm cộng/trừ",
        message: "đơn vị ghi tổng {found}, cộng lại là {expected}; lệch đúng bằng điểm cộng/trừ bị bỏ sót ({difference})",
        advice: "dùng số cộng lại; báo đơn vị tổng phải gồm cả điểm cộng/trừ",
        ..Page::BLANK
    },
    en: Page {
        title: "Bonus or penalty left out of the total",
        message: "the unit states a total of {found}, its scores add up to {expected}; the difference is the bonus or penalty left out ({difference})",
        advice: "the recomputed total is used; tell the unit that the total includes bonus and penalty",
        ..Page::BLANK
    },
};

/// Rounding crosses a grade limit.
pub static NEAR_LIMIT: Rule = Rule {
    code: "TH407",
    name: "near-limit",
    severity: Severity::Warning,
    vi: Page {
        title: "Sát ngưỡng xếp loại",
        message: "tổng {found} làm tròn thành {expected} thì đổi xếp loại",
        advice: "xếp loại theo số chưa làm tròn; xem lại các điểm có phần lẻ",
        ..Page::BLANK
    },
    en: Page {
        title: "Rounding crosses a grade limit",
        message: "the total of {found} would change its grade when rounded to {expected}",
        advice: "the grade follows the total before rounding; look at the scores with decimals",
        ..Page::BLANK
    },
};

/// Score is not on a permitted step.
pub static NOT_A_STEP: Rule = Rule {
    code: "TH408",
    name: "not-a-step",
    severity: Severity::Warning,
    vi: Page {
        title: "Điểm không thuộc mức cho phép",
        message: "tiêu chí {about} tự chấm {found}; các mức của bộ tiêu chí: {expected}",
        advice: "thẩm định: điểm tự chấm đang được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score is not on a permitted step",
        message: "criterion {about} claims {found}; the scheme's steps are {expected}",
        advice: "appraise it; the claim counts for now",
        ..Page::BLANK
    },
};

/// Points claimed without evidence.
pub static NO_EVIDENCE: Rule = Rule {
    code: "TH409",
    name: "no-evidence",
    severity: Severity::Warning,
    vi: Page {
        title: "Điểm không có tài liệu kiểm chứng",
        message: "tự chấm có điểm nhưng không ghi tài liệu kiểm chứng và giải trình: {expected}",
        advice: "đề nghị đơn vị bổ sung tài liệu; điểm tự chấm đang được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Points claimed without evidence",
        message: "points are claimed without evidence or explanation: {expected}",
        advice: "ask the unit for documents; the claims count for now",
        ..Page::BLANK
    },
};

/// Evidence of another year.
pub static EVIDENCE_OTHER_YEAR: Rule = Rule {
    code: "TH410",
    name: "evidence-other-year",
    severity: Severity::Info,
    vi: Page {
        title: "Tài liệu kiểm chứng của năm khác",
        message: "tiêu chí {about}: tài liệu ghi {found}, năm đánh giá là {expected}",
        advice: "xem tài liệu có còn hiệu lực trong năm đánh giá không",
        ..Page::BLANK
    },
    en: Page {
        title: "Evidence of another year",
        message: "criterion {about}: the evidence says {found}, the year assessed is {expected}",
        advice: "check whether the document applies in the year assessed",
        ..Page::BLANK
    },
};

/// Evidence cannot be reached.
pub static EVIDENCE_UNREACHABLE: Rule = Rule {
    code: "TH411",
    name: "evidence-unreachable",
    severity: Severity::Warning,
    vi: Page {
        title: "Tài liệu kiểm chứng không mở được từ ngoài",
        message: "tiêu chí {about}: tài liệu là đường dẫn trong máy hoặc mạng nội bộ {found}",
        advice: "đề nghị đơn vị gửi kèm tài liệu",
        ..Page::BLANK
    },
    en: Page {
        title: "Evidence cannot be reached",
        message: "criterion {about}: the evidence is a path on a computer or an internal network, {found}",
        advice: "ask the unit to send the document",
        ..Page::BLANK
    },
};

/// Appraised differently without a reason.
pub static APPRAISED_WITHOUT_REASON: Rule = Rule {
    code: "TH412",
    name: "appraised-without-reason",
    severity: Severity::Warning,
    vi: Page {
        title: "Thẩm định khác tự chấm mà không nêu lý do",
        message: "tiêu chí {about} tự chấm {found}, thẩm định {expected}, không có giải trình",
        advice: "ghi lý do vào cột “Giải trình”; điểm thẩm định được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Appraised differently without a reason",
        message: "criterion {about} claims {found}, is appraised at {expected}, and no reason is given",
        advice: "write the reason into the explanation; the appraised score counts",
        ..Page::BLANK
    },
};

/// Scores identical to another unit's.
pub static SAME_SCORES: Rule = Rule {
    code: "TH413",
    name: "same-scores",
    severity: Severity::Warning,
    vi: Page {
        title: "Điểm giống hệt đơn vị khác",
        message: "toàn bộ điểm tự chấm giống hệt {expected}",
        advice: "hỏi hai đơn vị có dùng chung một phiếu không; điểm vẫn được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Scores identical to another unit's",
        message: "all self scores are identical to those of {expected}",
        advice: "ask whether one form served both units; the scores count for now",
        ..Page::BLANK
    },
};

/// One unit stretches the scale.
pub static BEST_STANDS_ALONE: Rule = Rule {
    code: "TH414",
    name: "best-stands-alone",
    severity: Severity::Warning,
    vi: Page {
        title: "Một đơn vị kéo lệch thang điểm",
        message: "tiêu chí {about}: số của đơn vị này ({found}) cao gấp nhiều lần đơn vị thứ hai ({expected}) và làm mốc cho cả khối",
        advice: "kiểm tra số liệu; nếu sai, điểm của mọi đơn vị trong khối thay đổi",
        ..Page::BLANK
    },
    en: Page {
        title: "One unit stretches the scale",
        message: "criterion {about}: this unit's value ({found}) is many times that of the second ({expected}) and sets the scale for the level",
        advice: "check the figure; if it is wrong, the scores of the whole level change",
        ..Page::BLANK
    },
};

/// All criteria alike.
pub static ALL_ALIKE: Rule = Rule {
    code: "TH415",
    name: "all-alike",
    severity: Severity::Warning,
    vi: Page {
        title: "Mọi tiêu chí cùng một mức",
        message: "tất cả tiêu chí đều tự chấm {found}",
        advice: "thẩm định kỹ; điểm tự chấm đang được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "All criteria alike",
        message: "every criterion claims {found}",
        advice: "appraise with care; the claims count for now",
        ..Page::BLANK
    },
};

/// Appraised total without details.
pub static TOTAL_NOT_OF_DETAILS: Rule = Rule {
    code: "TH416",
    name: "total-not-of-details",
    severity: Severity::Warning,
    vi: Page {
        title: "Có tổng thẩm định, không có điểm thẩm định chi tiết",
        message: "cột thẩm định có tổng {found} nhưng không tiêu chí nào có điểm thẩm định",
        advice: "bổ sung điểm thẩm định từng tiêu chí; điểm tự chấm đang được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Appraised total without details",
        message: "the appraised column states a total of {found}, but no criterion is appraised",
        advice: "write the appraised scores; the claims count for now",
        ..Page::BLANK
    },
};
