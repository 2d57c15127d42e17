//! Rules about values in cells (TH3xx).

use crate::finding::Severity;
use crate::rules::{Page, Rule};

/// Score unreadable.
pub static SCORE_UNREADABLE: Rule = Rule {
    code: "TH301",
    name: "score-unreadable",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm không đọc được",
        message: "{found} không phải là điểm của tiêu chí {about}; cần một số {expected}",
        advice: "sửa ô thành một số; tiêu chí để trống, không phải 0 điểm",
        ..Page::BLANK
    },
    en: Page {
        title: "Score unreadable",
        message: "{found} is not a score for criterion {about}; a number {expected} is needed",
        advice: "correct the cell to one number; the criterion stays open, it is not 0 points",
        ..Page::BLANK
    },
};

/// Score blank.
pub static SCORE_BLANK: Rule = Rule {
    code: "TH302",
    name: "score-blank",
    severity: Severity::Error,
    vi: Page {
        title: "Bỏ trống điểm",
        message: "tiêu chí {about} bỏ trống điểm tự chấm",
        advice: "hỏi đơn vị; ghi 0 nếu đơn vị tự chấm 0; ô trống không phải là 0",
        ..Page::BLANK
    },
    en: Page {
        title: "Score blank",
        message: "criterion {about} has no self score",
        advice: "ask the unit; write 0 if the unit claims 0; a blank is not a zero",
        ..Page::BLANK
    },
};

/// Figure blank.
pub static FIGURE_BLANK: Rule = Rule {
    code: "TH303",
    name: "figure-blank",
    severity: Severity::Warning,
    vi: Page {
        title: "Bỏ trống số liệu",
        message: "số liệu {about} bỏ trống",
        advice: "đề nghị đơn vị bổ sung; không kiểm tra được điểm theo quy tắc và chỉ tiêu thống kê thiếu đơn vị này",
        ..Page::BLANK
    },
    en: Page {
        title: "Figure blank",
        message: "figure {about} is blank",
        advice: "ask the unit for it; the score cannot be checked and the statistics leave this unit out",
        ..Page::BLANK
    },
};

/// Figure unreadable.
pub static FIGURE_UNREADABLE: Rule = Rule {
    code: "TH304",
    name: "figure-unreadable",
    severity: Severity::Error,
    vi: Page {
        title: "Số liệu không đọc được",
        message: "{found} không phải là {about}",
        advice: "sửa ô thành một số (hoặc Có/Không, hoặc một lựa chọn của mẫu)",
        ..Page::BLANK
    },
    en: Page {
        title: "Figure unreadable",
        message: "{found} is not a value for {about}",
        advice: "correct the cell to one number (or yes/no, or a choice of the form)",
        ..Page::BLANK
    },
};

/// Score above the maximum.
pub static ABOVE_MAXIMUM: Rule = Rule {
    code: "TH305",
    name: "above-maximum",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm cao hơn mức tối đa",
        message: "tiêu chí {about} tự chấm {found}, tối đa là {expected}",
        advice: "hỏi đơn vị hoặc thẩm định lại; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score above the maximum",
        message: "criterion {about} claims {found}, the maximum is {expected}",
        advice: "ask the unit or appraise it; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Score below the minimum.
pub static BELOW_MINIMUM: Rule = Rule {
    code: "TH306",
    name: "below-minimum",
    severity: Severity::Error,
    vi: Page {
        title: "Điểm thấp hơn mức tối thiểu",
        message: "tiêu chí {about} tự chấm {found}, tối thiểu là {expected}",
        advice: "hỏi đơn vị hoặc thẩm định lại; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Score below the minimum",
        message: "criterion {about} claims {found}, the minimum is {expected}",
        advice: "ask the unit or appraise it; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Maximum differs from the form.
pub static OTHER_MAXIMUM: Rule = Rule {
    code: "TH307",
    name: "other-maximum",
    severity: Severity::Error,
    vi: Page {
        title: "Mức tối đa không đúng mẫu",
        message: "tiêu chí {about} ghi điểm tối đa {found}, bộ tiêu chí là {expected}",
        advice: "kiểm tra đơn vị có dùng đúng mẫu của khối mình không; tiêu chí chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Maximum differs from the form",
        message: "criterion {about} states a maximum of {found}, the scheme says {expected}",
        advice: "check that the unit used the form of its level; the criterion does not count until then",
        ..Page::BLANK
    },
};

/// Error value or formula without result.
pub static ERROR_VALUE: Rule = Rule {
    code: "TH308",
    name: "error-value",
    severity: Severity::Error,
    vi: Page {
        title: "Ô báo lỗi hoặc chưa tính",
        message: "ô của {about} có giá trị {found}",
        advice: "mở tệp bằng Excel, sửa công thức, lưu lại; giá trị này chưa được tính",
        ..Page::BLANK
    },
    en: Page {
        title: "Error value or formula without result",
        message: "the cell of {about} holds {found}",
        advice: "open the file in Excel, mend the formula and save; the value does not count until then",
        ..Page::BLANK
    },
};

/// Numerator above denominator.
pub static NUMERATOR_TOO_LARGE: Rule = Rule {
    code: "TH309",
    name: "numerator-too-large",
    severity: Severity::Error,
    vi: Page {
        title: "Tử số lớn hơn mẫu số",
        message: "{about}: {found} lớn hơn tổng {expected}",
        advice: "hỏi đơn vị số nào đúng; tỷ lệ này không được tính vào thống kê",
        ..Page::BLANK
    },
    en: Page {
        title: "Numerator above denominator",
        message: "{about}: {found} is more than the whole, {expected}",
        advice: "ask the unit which number is right; the ratio is left out of the statistics",
        ..Page::BLANK
    },
};

/// Denominator zero.
pub static DENOMINATOR_ZERO: Rule = Rule {
    code: "TH310",
    name: "denominator-zero",
    severity: Severity::Warning,
    vi: Page {
        title: "Mẫu số bằng 0",
        message: "{about}: mẫu số bằng 0 nên không tính được tỷ lệ",
        advice: "hỏi đơn vị; nếu tiêu chí không áp dụng, ghi miễn trừ trong campaign.toml",
        ..Page::BLANK
    },
    en: Page {
        title: "Denominator zero",
        message: "{about}: the denominator is 0, so there is no ratio",
        advice: "ask the unit; if the criterion does not apply, exempt it in campaign.toml",
        ..Page::BLANK
    },
};

/// Negative figure.
pub static NEGATIVE_FIGURE: Rule = Rule {
    code: "TH311",
    name: "negative-figure",
    severity: Severity::Error,
    vi: Page {
        title: "Số liệu âm",
        message: "số liệu {about} là {found}",
        advice: "sửa ô; số liệu này chưa được dùng",
        ..Page::BLANK
    },
    en: Page {
        title: "Negative figure",
        message: "figure {about} is {found}",
        advice: "correct the cell; the figure is not used until then",
        ..Page::BLANK
    },
};
