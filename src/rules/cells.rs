//! Rules about single cells that say something else than they seem to (TH31x).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Score turned into a date.
pub static SCORE_IS_DATE: Rule = Rule {
    code: "TH313",
    name: "score-is-date",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm bị đổi thành ngày tháng",
        message: "ô điểm của {about} là ngày {found}; có thể đơn vị muốn ghi {expected}",
        advice: "hỏi đơn vị, sửa ô thành số; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score turned into a date",
        message: "the score of {about} is the date {found}; the unit may have meant {expected}",
        advice: "ask the unit and write the number; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Approximate number.
pub static APPROXIMATE: Rule = Rule {
    code: "TH314",
    name: "approximate",
    severity: Severity::Warning,
    vi: Page {
        title: "Số ghi ước lượng",
        message: "{about} ghi {found}; đọc là {expected}",
        advice: "hỏi đơn vị số chính xác; số đã đọc đang được dùng",
        ..Page::BLANK
    },
    en: Page {
        title: "Approximate number",
        message: "{about} says {found}; read as {expected}",
        advice: "ask the unit for the exact number; the number read is used for now",
        ..Page::BLANK
    },
};

/// Letter in place of a digit.
pub static LETTER_FOR_DIGIT: Rule = Rule {
    code: "TH315",
    name: "letter-for-digit",
    severity: Severity::Error,
    vi: Page {
        title: "Chữ cái thay chữ số",
        message: "{about} ghi {found}; có thể là {expected}",
        advice: "sửa ô thành số; giá trị này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Letter in place of a digit",
        message: "{about} says {found}; it may be {expected}",
        advice: "write the number; the value does not count until then",
        ..Page::BLANK
    },
};

/// Penalty typed as a positive number.
pub static PENALTY_POSITIVE: Rule = Rule {
    code: "TH316",
    name: "penalty-positive",
    severity: Severity::Warning,
    vi: Page {
        title: "Điểm trừ ghi số dương",
        message: "tiêu chí {about} là điểm trừ nhưng ghi {found}; có thể là {expected}",
        advice: "ghi lại thành số âm; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Penalty typed as a positive number",
        message: "criterion {about} is a penalty but says {found}; it may be {expected}",
        advice: "write it as a negative number; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Appraised without a claim.
pub static APPRAISED_WITHOUT_CLAIM: Rule = Rule {
    code: "TH317",
    name: "appraised-without-claim",
    severity: Severity::Warning,
    vi: Page {
        title: "Có điểm thẩm định, không có điểm tự chấm",
        message: "tiêu chí {about} bỏ trống điểm tự chấm, điểm thẩm định là {found}",
        advice: "điểm thẩm định được tính; kiểm tra đơn vị có bỏ sót không",
        ..Page::BLANK
    },
    en: Page {
        title: "Appraised without a claim",
        message: "criterion {about} has no self score, the appraised score is {found}",
        advice: "the appraised score counts; check whether the unit forgot it",
        ..Page::BLANK
    },
};

/// Score may stand in the wrong column.
pub static SCORE_SHIFTED: Rule = Rule {
    code: "TH318",
    name: "score-shifted",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm có thể lệch cột",
        message: "tiêu chí {about} bỏ trống điểm tự chấm, cột bên cạnh lại có số {found}",
        advice: "kiểm tra đơn vị có ghi lệch cột không; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score may stand in the wrong column",
        message: "criterion {about} has no self score, but a column beside it holds the number {found}",
        advice: "check whether the unit wrote into the wrong column; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Score written as a percentage.
pub static PERCENT_SCORE: Rule = Rule {
    code: "TH319",
    name: "percent-score",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm ghi bằng phần trăm",
        message: "điểm của {about} ghi {found}; không rõ là điểm hay tỷ lệ",
        advice: "hỏi đơn vị, ghi lại thành điểm; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score written as a percentage",
        message: "the score of {about} says {found}; whether points or a share is meant cannot be told",
        advice: "ask the unit and write points; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Appraised score out of range.
pub static APPRAISED_OUT_OF_RANGE: Rule = Rule {
    code: "TH320",
    name: "appraised-out-of-range",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm thẩm định ngoài khung",
        message: "tiêu chí {about} thẩm định {found}, khung cho phép {expected}",
        advice: "sửa điểm thẩm định; đến lúc đó điểm tự chấm được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Appraised score out of range",
        message: "criterion {about} is appraised at {found}, allowed is {expected}",
        advice: "correct the appraised score; the claim counts until then",
        ..Page::BLANK
    },
};
