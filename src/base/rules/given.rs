//! Rules about points that do not rest on a claim: given by the province, or computed by it (`TH440` to `TH442`), or that have to give way (`TH443`, `TH444`) or to be told as provisional (`TH445`).

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
        advice: "thêm một dòng vào trang “Điểm tỉnh cho” của tệp đợt đánh giá ([[points]] trong campaign.toml); tiêu chí để trống, không phải 0 điểm",
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
        advice: "add a row to the sheet \"Điểm tỉnh cho\" of the campaign workbook ([[points]] in campaign.toml); the criterion stays open, it is not 0 points",
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
        advice: "không phải làm gì nếu điểm được tính đúng; nếu không, sửa trang “Điểm tỉnh cho” của tệp đợt đánh giá ([[points]] trong campaign.toml) hoặc số liệu của phiếu",
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
        advice: "nothing to do if what counts is right; if not, correct the sheet \"Điểm tỉnh cho\" of the campaign workbook ([[points]] in campaign.toml) or the form's figures",
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

/// An appraised score beside points that the province gives.
pub static APPRAISED_LEFT: Rule = Rule {
    code: "TH443",
    name: "appraised-left-out",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm thẩm định không được dùng",
        message: "tiêu chí {about} thẩm định {found}, tỉnh cho {expected}",
        advice: "điểm tỉnh cho được tính; nếu điểm thẩm định mới đúng thì sửa trang “Điểm tỉnh cho” của tệp đợt đánh giá ([[points]] trong campaign.toml)",
        finds: "Tiêu chí có điểm tỉnh cho ([[points]] trong campaign.toml), và cột “Điểm thẩm định” của phiếu có một điểm khác. \
            Hai điểm bằng nhau, hoặc ô thẩm định để trống, thì không báo.",
        why: "Điểm tỉnh cho được tính trước điểm thẩm định. Hai điểm khác nhau do cùng một phía ghi thì một trong hai có thể là điểm cũ \
            hoặc gõ nhầm.",
        fix: "So hai điểm với nguồn của điểm (kết quả khảo sát, biên bản hội đồng). Sửa [[points]] trong campaign.toml, hoặc xóa điểm \
            thẩm định trong phiếu, rồi chạy lại.",
        example: "So Noi vu.xlsx: Phiếu!G12: tiêu chí 3.1 (Mức độ hài lòng của người dân) thẩm định 8, tỉnh cho 7,5",
    },
    en: Page {
        title: "Appraised score not used",
        message: "criterion {about} is appraised at {found}, the province gives {expected}",
        advice: "the given points count; if the appraised score is right, correct the sheet \"Điểm tỉnh cho\" of the campaign workbook ([[points]] in campaign.toml)",
        finds: "The province gives the points of the criterion ([[points]] in campaign.toml), and the form has others as appraised \
            score. The same points, or a blank, raise nothing.",
        why: "Given points go before an appraised score. Where those who judge have written two, one of them may be an old one or a slip.",
        fix: "Compare both with what the points come from, a survey or a decision. Correct the [[points]] in campaign.toml, or clear \
            the appraised score in the form, and run again.",
        example: "So Noi vu.xlsx: Phiếu!G12: criterion 3.1 (Mức độ hài lòng của người dân) is appraised at 8, the province gives 7.5",
    },
};

/// Points in the row of a criterion that the level does not have.
pub static OTHER_LEVEL: Rule = Rule {
    code: "TH444",
    name: "points-of-another-level",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Có điểm ở tiêu chí không thuộc cấp của đơn vị",
        message: "tiêu chí {about} ghi {found} điểm, cấp của đơn vị không có tiêu chí này",
        advice: "điểm này không được tính; kiểm tra đơn vị có dùng đúng mẫu của cấp mình không, hoặc sửa maximum của tiêu chí",
        finds: "Bộ tiêu chí chỉ áp dụng tiêu chí cho một số cấp (maximum theo từng cấp), mà đơn vị ở cấp khác ghi một điểm khác 0 vào dòng ấy, \
            ở cột tự chấm hoặc cột thẩm định. Dòng để trống hoặc ghi 0 thì không báo.",
        why: "Điểm ở dòng đó không vào tổng. Có thể đơn vị dùng mẫu của cấp khác, có thể cấp của đơn vị trong danh sách ghi sai, hoặc bộ tiêu \
            chí còn thiếu điểm tối đa của cấp.",
        fix: "Đối chiếu với quyết định: tiêu chí có áp dụng cho cấp của đơn vị thì thêm điểm tối đa của cấp vào bộ tiêu chí; không áp dụng \
            thì báo cho đơn vị biết điểm này không được tính. Sai cấp thì sửa danh sách đơn vị.",
        example: "UBND huyen Sa Thay.xlsx: Phiếu!D14: tiêu chí 2.5 (Dịch vụ công của sở) ghi 5 điểm, cấp của đơn vị không có tiêu chí này",
    },
    en: Page {
        title: "Points for a criterion that the level does not have",
        message: "criterion {about} states {found} points, and the unit's level does not have it",
        advice: "they do not count; see whether the unit has used the form of its level, or correct the maximum of the criterion",
        finds: "The scheme has the criterion on some levels only (a maximum for each level), and a unit of another states points other \
            than 0 in its row, as self score or as appraised score. A blank or a 0 raises nothing.",
        why: "These points are not in the total. The unit may have used the form of another level, its level may be wrong in the list \
            of units, or the scheme lacks the maximum of the level.",
        fix: "Look at the decision: if the criterion applies on the level, add its maximum there to the scheme; if not, tell the unit \
            that these points do not count. If the level is wrong, correct the list of units.",
        example: "UBND huyen Sa Thay.xlsx: Phiếu!D14: criterion 2.5 (Dịch vụ công của sở) states 5 points, and the unit's level does not \
            have it",
    },
};

/// A best value that may still be another.
pub static BEST_OPEN: Rule = Rule {
    code: "TH445",
    name: "best-value-open",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Giá trị cao nhất trong cấp chưa chắc chắn",
        message: "tiêu chí {about}: giá trị cao nhất hiện có là {found}, chưa có số liệu của {expected}",
        advice: "điểm của các đơn vị cùng cấp ở tiêu chí này là tạm tính, có thể giảm khi có đủ số liệu",
        finds: "Điểm của tiêu chí được tính so với đơn vị cao nhất cùng cấp (best_of_level, by_figures), mà trong cấp còn đơn vị chưa có \
            phiếu dùng được, hoặc số liệu để trống, không đọc được. Mỗi cấp một cảnh báo cho một tiêu chí. Đơn vị không áp dụng tiêu chí \
            ([[exempt]]) thì không xét, cũng không được lấy làm mức cao nhất.",
        why: "Đơn vị còn thiếu có thể là đơn vị cao nhất. Khi đó điểm của mọi đơn vị khác trong cấp giảm, dù phiếu của họ không đổi; tổng \
            điểm vì vậy kèm khoảng điểm còn có thể.",
        fix: "Đề nghị các đơn vị được nêu gửi phiếu hoặc bổ sung số liệu, rồi chạy lại. Nếu tiêu chí không áp dụng cho đơn vị thì dùng \
            [[exempt]]; đơn vị không còn trong đợt thì sửa danh sách đơn vị.",
        example: "So Tai chinh.xlsx: 2. Ứng dụng!F8: tiêu chí 2.2 (Hồ sơ nộp trực tuyến): giá trị cao nhất hiện có là 200, chưa có số liệu của Sở Nội vụ",
    },
    en: Page {
        title: "The level's best value is not certain",
        message: "criterion {about}: the best value so far is {found}, there is none of {expected}",
        advice: "what the other units of the level have for this criterion is provisional and may become less",
        finds: "Points are measured by the best unit of the level (best_of_level, by_figures), and some units of the level have no usable \
            return, or their figure is blank or not understood. One finding for each level and criterion. Units to which the criterion \
            does not apply ([[exempt]]) are left out, and are no measure either.",
        why: "A unit that is missing may be the best. Then all others of the level have fewer points although their forms stay the same; \
            their totals are told with the range that is possible.",
        fix: "Ask the units that are named for their returns or figures and run again. If the criterion does not apply to one, use \
            [[exempt]]; if it is no longer expected, correct the list of units.",
        example: "So Tai chinh.xlsx: 2. Ứng dụng!F8: criterion 2.2 (Hồ sơ nộp trực tuyến): the best value so far is 200, there is none of Sở Nội vụ",
    },
};

/// The best value of a level, by which others are measured, stands in a cell that is doubtful itself.
pub static BEST_DOUBTFUL: Rule = Rule {
    code: "TH447",
    name: "best-value-doubtful",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mốc tính điểm của cấp lấy từ ô đang có cảnh báo",
        message: "tiêu chí {about}: giá trị cao nhất trong cấp ({found}) là mốc tính điểm của cả cấp nhưng lấy từ ô đang có cảnh báo; \
            nếu bỏ thì mốc là {expected}",
        advice: "xử lý cảnh báo ở ô số liệu trước; xem điểm, xếp loại của từng đơn vị nếu bỏ giá trị này: tonghop margins",
        finds: "Điểm của tiêu chí được tính so với đơn vị cao nhất cùng cấp (best_of_level, by_figures), một đơn vị duy nhất có giá trị cao \
            nhất, và chính ô số liệu của đơn vị đó đang có lỗi hoặc cảnh báo khác. Nhiều đơn vị cùng có giá trị cao nhất thì không báo, \
            vì bỏ một đơn vị mốc không đổi.",
        why: "Giá trị đó sai thì điểm của mọi đơn vị khác trong cấp đều thấp đi, dù phiếu của họ đúng; xếp loại và thứ hạng có thể đổi theo.",
        fix: "Kiểm tra ô số liệu với đơn vị, sửa rồi chạy lại. Lệnh tonghop margins cho biết điểm, tổng điểm, xếp loại, thứ hạng của từng \
            đơn vị nếu bỏ giá trị này và lấy giá trị cao tiếp theo.",
        example: "So Tai chinh.xlsx: 2. Ứng dụng!D8: tiêu chí 2.2 (Hồ sơ nộp trực tuyến): giá trị cao nhất trong cấp (400) là mốc tính điểm \
            của cả cấp nhưng lấy từ ô đang có cảnh báo; nếu bỏ thì mốc là 200",
    },
    en: Page {
        title: "The measure of a level stands in a doubtful cell",
        message: "criterion {about}: the best value of the level ({found}) is what all others are measured by, but its cell has a finding; \
            without it the measure is {expected}",
        advice: "deal with the finding at the figure first; for what each unit would have without this value see tonghop margins",
        finds: "Points are measured by the best unit of the level (best_of_level, by_figures), a single unit has the best value, and the cell \
            of its figure has another error or warning. Where several units have the best value nothing is raised: without any one of \
            them the measure stays.",
        why: "If the value is wrong, all others of the level have too few points although their forms are right, and grades and places may \
            follow.",
        fix: "Check the figure with the unit, have it corrected and run again. tonghop margins tells the points, total, grade and place of \
            each unit without this value, the next best taken.",
        example: "So Tai chinh.xlsx: 2. Ứng dụng!D8: criterion 2.2 (Hồ sơ nộp trực tuyến): the best value of the level (400) is what all \
            others are measured by, but its cell has a finding; without it the measure is 200",
    },
};
