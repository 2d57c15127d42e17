//! Rules about points that do not rest on a claim: given by the province, or computed by it (`TH440` to `TH442`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Points that the province has not given.
pub static NOT_GIVEN: Rule = Rule {
    code: "TH440",
    name: "points-not-given",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tỉnh chưa cho điểm",
        message: "tiêu chí {about} do tỉnh cho điểm, đợt này chưa có điểm của đơn vị",
        advice: "thêm mục [[points]] vào campaign.toml (hoặc trang “Điểm tỉnh cho”); tiêu chí để trống, không phải 0 điểm",
        finds: "Bộ tiêu chí quy định tiêu chí do tỉnh cho điểm (rule type = \"given\": khảo sát, hội đồng), nhưng thiết lập \
            của đợt không có điểm của đơn vị này. Điểm đơn vị tự ghi trong phiếu không được dùng thay. Có điểm thẩm định \
            hợp lệ trong phiếu thì điểm ấy được tính và không báo.",
        why: "Không ai biết tỉnh cho đơn vị bao nhiêu điểm, nên tiêu chí còn mở và tổng điểm là tạm tính, kèm khoảng điểm còn \
            có thể.",
        fix: "Thêm vào campaign.toml một mục [[points]] với unit, criterion, points và source (nguồn của điểm), hoặc một dòng ở \
            trang “Điểm tỉnh cho” của sổ đợt đánh giá, rồi chạy lại. Nếu tiêu chí không áp dụng cho đơn vị, dùng [[exempt]].",
        example: "So Noi vu.xlsx: tiêu chí 3.1 (Mức độ hài lòng của người dân) do tỉnh cho điểm, đợt này chưa có điểm của đơn vị",
    },
    en: Page {
        title: "The province has given no points",
        message: "criterion {about} is given by the province, and the campaign has no points for this unit",
        advice: "add a [[points]] to campaign.toml (or to the sheet of points); the criterion stays open, it is not 0 points",
        finds: "The scheme says that the province gives the points (rule type = \"given\": a survey, a council), and the \
            settings of the campaign have none for this unit. What the unit wrote into its form does not stand in for them. A \
            valid appraised score in the form counts and raises nothing.",
        why: "Nobody knows how many points the province gives, so the criterion is open and the total provisional, with the \
            range that is still possible.",
        fix: "Add a [[points]] with unit, criterion, points and source (what they come from) to campaign.toml, or a row to the \
            sheet of points of the campaign workbook, and run again. If the criterion does not apply, use [[exempt]].",
        example: "So Noi vu.xlsx: criterion 3.1 (Mức độ hài lòng của người dân) is given by the province, and the campaign has no \
            points for this unit",
    },
};

/// A claim beside points that count in its place.
pub static CLAIM_LEFT: Rule = Rule {
    code: "TH441",
    name: "claim-left-out",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm tự chấm không được dùng",
        message: "tiêu chí {about} tự chấm {found}, điểm được tính là {expected}",
        advice: "không phải làm gì nếu điểm được tính đúng; nếu không, sửa [[points]] của đợt hoặc số liệu của phiếu",
        finds: "Điểm của tiêu chí do tỉnh cho ([[points]] trong campaign.toml) hoặc do tỉnh tính từ số liệu (by_figures trong \
            bộ tiêu chí), và đơn vị tự ghi một điểm khác. Ghi đúng bằng điểm được tính, hoặc để trống, thì không báo.",
        why: "Đơn vị có thể đang hiểu khác về điểm của mình. Điểm đơn vị ghi không vào tổng, nên tổng đơn vị tự cộng cũng có \
            thể khác.",
        fix: "So với nguồn của điểm (kết quả khảo sát, biên bản hội đồng) hoặc với số liệu. Đúng thì báo cho đơn vị biết; sai \
            thì sửa campaign.toml, hoặc đề nghị đơn vị sửa số liệu, rồi chạy lại.",
        example: "So Noi vu.xlsx: Phiếu!F12: tiêu chí 3.1 (Mức độ hài lòng của người dân) tự chấm 10, điểm được tính là 7,5",
    },
    en: Page {
        title: "Claim not used",
        message: "criterion {about} claims {found}, what counts is {expected}",
        advice: "nothing to do if what counts is right; if not, correct the campaign's [[points]] or the form's figures",
        finds: "The points of the criterion are given by the province ([[points]] in campaign.toml) or computed from figures \
            (by_figures in the scheme), and the unit states others. The same points, or a blank, raise nothing.",
        why: "The unit may think otherwise of its points. What it wrote is not in the total, so that the total it states may \
            differ too.",
        fix: "Compare with what the points come from, a survey or a decision, or with the figures. If they are right tell the \
            unit; if not, correct campaign.toml, or ask the unit for the right figures, and run again.",
        example: "So Noi vu.xlsx: Phiếu!F12: criterion 3.1 (Mức độ hài lòng của người dân) claims 10, what counts is 7.5",
    },
};

/// Points that count by figures, and no figures that give any.
pub static NOT_COMPUTED: Rule = Rule {
    code: "TH442",
    name: "points-not-computed",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chưa tính được điểm từ số liệu",
        message: "tiêu chí {about} được tính theo số liệu, nhưng số liệu chưa cho ra điểm",
        advice: "đề nghị đơn vị bổ sung hoặc sửa số liệu; tiêu chí để trống, không phải 0 điểm",
        finds: "Bộ tiêu chí quy định điểm của tiêu chí là điểm tính từ số liệu (by_figures), mà số liệu của đơn vị thiếu, không \
            đọc được hoặc không hợp lý. Điểm đơn vị tự ghi không được dùng thay. Có điểm thẩm định hợp lệ thì điểm ấy được \
            tính và không báo.",
        why: "Không có số liệu thì không có điểm, và tổng điểm là tạm tính, kèm khoảng điểm còn có thể.",
        fix: "Xem các cảnh báo khác về số liệu của tiêu chí (TH303, TH304, TH309…), đề nghị đơn vị bổ sung rồi gửi lại phiếu.",
        example: "So Noi vu.xlsx: Phiếu!F9: tiêu chí 2.2 (Hồ sơ nộp trực tuyến) được tính theo số liệu, nhưng số liệu chưa cho ra điểm",
    },
    en: Page {
        title: "Points cannot be computed",
        message: "criterion {about} counts by its figures, and these give no points",
        advice: "ask the unit for the figures; the criterion stays open, it is not 0 points",
        finds: "The scheme says that the points are those computed from figures (by_figures), and the unit's figures are \
            missing, unreadable or make no sense. What the unit claims does not stand in for them. A valid appraised score \
            counts and raises nothing.",
        why: "Without figures there are no points, and the total is provisional, with the range that is still possible.",
        fix: "See the other findings about the criterion's figures (TH303, TH304, TH309 …), ask the unit for them and take the \
            form again.",
        example: "So Noi vu.xlsx: Phiếu!F9: criterion 2.2 (Hồ sơ nộp trực tuyến) counts by its figures, and these give no points",
    },
};
