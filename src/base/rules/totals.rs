//! Rules about totals and rules of the scheme (`TH4xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Total does not add up.
pub static TOTAL_MISMATCH: Rule = Rule {
    code: "TH401",
    name: "total-mismatch",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tổng điểm không khớp điểm thành phần",
        message: "đơn vị ghi tổng {found}, cộng lại là {expected} (lệch {difference})",
        advice: "đã lấy số cộng lại; đề nghị đơn vị kiểm tra điểm thành phần hoặc tổng",
        finds: "Số ở dòng “Tổng điểm”, “Tổng cộng” của phiếu khác tổng các điểm tự chấm, kể cả điểm cộng, điểm \
            trừ; so đúng từng phần lẻ, không làm tròn. Điểm thẩm định khác điểm tự chấm thì không báo, vì không \
            phải do đơn vị; tổng tự tính theo điểm thẩm định bằng công thức cũng không báo. \
            Khi còn tiêu chí để trống, chỉ báo nếu số ghi nằm ngoài khoảng mà tổng có thể đạt. Cùng một số \
            lặp lại ở nhiều trang tính chỉ báo một lần.",
        why: "Kết quả xếp hạng dùng số cộng lại. Nếu tổng đúng mà một điểm thành phần sai thì số cộng lại cũng \
            sai, nên cảnh báo nêu nếu điều này có thể đổi xếp loại hay thứ hạng. Trong bảng đã công bố của năm \
            2017, 12 trên 28 tổng không bằng tổng các cột.",
        fix: "So mức lệch với từng dòng: bằng một dòng thì thường là dòng đó chưa được cộng (lệch đúng bằng điểm \
            cộng, điểm trừ thì báo mã TH406); chỉ vài phần mười thì thường do làm tròn. Trong Excel, chọn các ô điểm \
            và xem tổng ở thanh trạng thái, rồi xem công thức SUM có phủ hết các dòng chèn thêm không. Đơn vị sửa \
            tổng hoặc điểm thành phần rồi gửi lại.",
        example: "BQL KKT - tu danh gia CNTT nam 2017.xlsx: Tổng hợp!D15: đơn vị ghi tổng 832, cộng lại là 826,8 (lệch 5,2)",
    },
    en: Page {
        title: "Total does not add up",
        message: "the unit states a total of {found}, its scores add up to {expected} (difference {difference})",
        advice: "the recomputed total is used; ask the unit to check its scores or its total",
        finds: "The number in the form's row \"Tổng điểm\" or \"Tổng cộng\" is not the sum of the unit's own \
            scores, bonus and penalty included; it is compared exactly, without rounding. Appraised scores that differ \
            from the claims do not raise it, as they are not the unit's doing, nor does a total that follows the \
            appraised scores by a formula of the form. While criteria are open, this is raised only if no points for them \
            could make the number true. The same number on several sheets is reported once.",
        why: "The ranking uses the recomputed total. If the total is right and one score is wrong, the recomputed \
            total is wrong too, so the finding says whether it can change a grade or a place. In the table \
            published for 2017, 12 of 28 totals are not the sum of their columns.",
        fix: "Hold the difference against the rows: if it is that of a row, that row was mostly left out (where it \
            is just the bonus or penalty, there is TH406); a few tenths are mostly rounding. In Excel, select the scores, look at the sum in the status bar, \
            and see whether the SUM takes in all inserted rows. The unit corrects its total or its scores and \
            sends the form again.",
        example: "BQL KKT - tu danh gia CNTT nam 2017.xlsx: Tổng hợp!D15: the unit states a total of 832, its scores \
            add up to 826.8 (difference 5.2)",
    },
};

/// Group sum does not add up.
pub static GROUP_SUM_MISMATCH: Rule = Rule {
    code: "TH402",
    name: "group-sum-mismatch",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm nhóm không khớp điểm thành phần",
        message: "{about}: đơn vị ghi {found}, cộng lại là {expected} (lệch {difference})",
        advice: "đã lấy số cộng lại; đề nghị đơn vị kiểm tra điểm thành phần hoặc điểm nhóm",
        finds: "Điểm ghi ở dòng tên nhóm, dòng “Cộng nhóm …”, bảng tổng hợp theo nhóm, hoặc ở tiêu chí cha có tiêu \
            chí con, khác tổng các điểm được tính bên dưới. So đúng từng phần lẻ. Dòng cộng để trống thì không báo; \
            khi còn tiêu chí để trống, chỉ báo nếu số ghi nằm ngoài khoảng có thể. Cùng một số lặp lại ở nhiều trang \
            tính chỉ báo một lần.",
        why: "Kết quả dùng tổng các tiêu chí, không dùng số đơn vị ghi ở dòng cộng. Lệch nghĩa là một trong hai \
            phía sai, và phía sai có thể là điểm một tiêu chí.",
        fix: "Xem công thức của dòng cộng: thường vùng SUM thiếu dòng chèn thêm, hoặc số được gõ đè lên công thức. \
            Nếu dòng cộng đúng, tìm tiêu chí lệch đúng bằng số lệch. Đơn vị sửa rồi gửi lại.",
        example: "Phieu tu danh gia 2017 - So GTVT.xlsx: 2. Nhân lực!F38: nhóm 2 (Nguồn nhân lực CNTT): đơn vị ghi \
            185, cộng lại là 175 (lệch 10)",
    },
    en: Page {
        title: "Group sum does not add up",
        message: "{about}: the unit states {found}, its scores add up to {expected} (difference {difference})",
        advice: "the recomputed sum is used; ask the unit to check its scores or its sum",
        finds: "Points stated in the row of a group's name, in \"Cộng nhóm …\", in a summary by groups, or at a \
            criterion with criteria below it, are not the sum of the points that count below. They are compared \
            exactly. A blank sum raises nothing; while criteria are open, this is raised only if no points for \
            them could make the number true. The same number on several sheets is reported once.",
        why: "The result uses the sum of the criteria, not the number that the unit states for it. A difference \
            means that one side is wrong, and it may be the score of a criterion.",
        fix: "Look at the formula of the sum: mostly SUM leaves out inserted rows, or a number was typed over it. \
            If the sum is right, look for the criterion that is off by the difference. The unit corrects the form \
            and sends it again.",
        example: "Phieu tu danh gia 2017 - So GTVT.xlsx: 2. Nhân lực!F38: group 2 (Nguồn nhân lực CNTT): the unit \
            states 185, its scores add up to 175 (difference 10)",
    },
};

/// A sum that the unit states where what counts is not the sum of its scores.
pub static CLAIMS_COME_TO_OTHER: Rule = Rule {
    code: "TH446",
    name: "claims-come-to-other",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm ghi ở mục không khớp các điểm bên dưới",
        message: "{about}: đơn vị ghi {found}, tính từ các điểm đơn vị tự chấm bên dưới là {expected}",
        advice: "kết quả không dùng số này mà dùng điểm được tính của từng tiêu chí; đề nghị đơn vị kiểm tra",
        finds: "Như TH402, ở nơi điểm không phải là phép cộng các điểm tự chấm: tiêu chí cha lấy điểm cao nhất, thấp nhất hay bình quân của các \
            tiêu chí con, mục chỉ tính đến điểm tối đa, hoặc trong nhóm có tiêu chí do tỉnh cho điểm hay tính theo số liệu. Số đơn vị ghi được so với điểm tính theo đúng \
            quy tắc ấy từ các điểm đơn vị tự chấm.",
        why: "Một trong hai phía sai, và phía sai có thể là điểm một tiêu chí. Đơn vị cũng có thể hiểu quy tắc khác, như cộng các điểm mà lẽ ra \
            chỉ lấy điểm cao nhất.",
        fix: "Xem quy tắc của mục bằng tonghop trace, so với công thức trong phiếu. Đơn vị sửa rồi gửi lại; điểm được tính không phụ \
            thuộc số ghi ở mục.",
        example: "So Noi vu.xlsx: Phiếu!D11: 1.3: đơn vị ghi 18, tính từ các điểm đơn vị tự chấm bên dưới là 8",
    },
    en: Page {
        title: "Stated points are not those of the scores below",
        message: "{about}: the unit states {found}, from its own scores below it is {expected}",
        advice: "the result does not use this number, but what counts for each criterion; ask the unit to check",
        finds: "As TH402, where points are no plain sum of self scores: a criterion takes the best, the weakest or the mean of those below \
            it, no more than a maximum counts, or points in the group are given by the province or computed from figures. What the unit states is compared with what \
            the same rule gives from its own scores.",
        why: "One side is wrong, and it may be the score of a criterion. The unit may also think otherwise of the rule, such as adding up \
            what only the best counts of.",
        fix: "See the rule with tonghop trace and compare it with the formula in the form. The unit corrects the form and sends it \
            again; what counts does not depend on the number that it states.",
        example: "So Noi vu.xlsx: Phiếu!D11: 1.3: the unit states 18, from its own scores below it is 8",
    },
};

/// Score does not follow from the figures.
pub static RULE_DISAGREES: Rule = Rule {
    code: "TH403",
    name: "rule-disagrees",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm không khớp số liệu",
        message: "tiêu chí {about} tự chấm {found}, theo số liệu là {expected} (lệch {difference})",
        advice: "thẩm định tiêu chí này; chưa thẩm định thì điểm tự chấm được tính",
        finds: "Tiêu chí có quy tắc tính điểm, đủ số liệu, và điểm tự chấm hợp lệ khác điểm tính theo quy tắc. Điểm \
            tự chấm có phần lẻ mà bằng điểm tính ra làm tròn đến cùng số chữ số lẻ thì không báo, cắt bớt thì được báo mã TH421; điểm tự chấm là số \
            nguyên thì phải bằng đúng. Thiếu số liệu hoặc số liệu vô lý (TH303, TH304, TH309…) thì không đối chiếu \
            được, nên cũng không báo.",
        why: "Đây là chỗ điểm tự chấm có thể cao hoặc thấp hơn điểm được hưởng. Chương trình không tự sửa: điểm tự \
            chấm được tính cho đến khi có điểm thẩm định, và cảnh báo nêu nếu việc này có thể đổi xếp loại hay thứ \
            hạng.",
        fix: "So số liệu với tài liệu kiểm chứng. Nếu số liệu đúng, ghi điểm theo quy tắc vào cột “Điểm thẩm định” \
            của phiếu; nếu số liệu sai, đơn vị sửa số liệu. Nếu nhiều đơn vị cùng lệch một kiểu, kiểm tra rule của \
            tiêu chí trong bộ tiêu chí (scheme.toml).",
        example: "Phieu danh gia - So Ngoai vu.xlsx: 1. Hạ tầng!F9: tiêu chí 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác) tự chấm 30, theo số liệu là 20 (lệch 10)",
    },
    en: Page {
        title: "Score does not follow from the figures",
        message: "criterion {about} claims {found}, its figures give {expected} (difference {difference})",
        advice: "appraise the criterion; until then the claim counts",
        finds: "The criterion has a scoring rule and all its figures, and a valid claim differs from the points \
            under the rule. A claim with decimals that equals the computed points rounded to as many decimals \
            raises nothing, one that was cut off there raises TH421; a whole number must be equal. Where figures are missing or make no sense (TH303, \
            TH304, TH309 …) there is nothing to compare, so nothing is raised either.",
        why: "Here a claim may be above or below what is due. Nothing is corrected by itself: the claim counts \
            until there is an appraised score, and the finding says whether this can change a grade or a place.",
        fix: "Hold the figures against the evidence. If they are right, enter the points under the rule in the \
            column \"Điểm thẩm định\" of the form; if not, the unit corrects them. If many units differ in the \
            same way, check the criterion's rule in the scheme (scheme.toml).",
        example: "Phieu danh gia - So Ngoai vu.xlsx: 1. Hạ tầng!F9: criterion 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác) claims 30, its figures give 20 (difference 10)",
    },
};

/// Group sum out of range.
pub static GROUP_OUT_OF_RANGE: Rule = Rule {
    code: "TH404",
    name: "group-out-of-range",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm nhóm hoặc tổng ngoài khung",
        message: "{about}: cộng được {found}, chỉ được {expected}",
        advice: "thẩm định lại các tiêu chí được cộng hoặc bị trừ; đến lúc đó tổng vẫn giữ nguyên điểm này",
        finds: "Tổng các điểm được tính của một nhóm cao hơn mức tối đa của nhóm ở cấp của đơn vị, hoặc thấp hơn mức \
            tối thiểu; hoặc tổng điểm dưới 0 vì bị trừ nhiều hơn số điểm đạt được \
            (còn tiêu chí chưa có điểm thì chưa báo). Từng tiêu chí vẫn trong khung của nó, nên thường chỉ gặp ở nhóm điểm cộng, điểm trừ có mức \
            trần chung. Bằng đúng giới hạn thì không báo.",
        why: "Quy định giới hạn điểm của cả nhóm, nhưng bỏ bớt ở tiêu chí nào thì phải có người quyết định. Trong \
            lúc chờ, tổng vẫn cộng đủ điểm, kèm khoảng điểm khi đưa về giới hạn.",
        fix: "Thẩm định các tiêu chí của nhóm sao cho tổng nằm trong khung: ghi điểm vào cột “Điểm thẩm định” của \
            phiếu. Nếu khung ghi sai, sửa maximum hoặc minimum của nhóm trong bộ tiêu chí (scheme.toml).",
        example: "UBND huyen Ngoc Hoi.xlsx: nhóm 7 (Điểm cộng/trừ): cộng được 25, chỉ được từ -20 đến 20",
    },
    en: Page {
        title: "Group sum or total out of range",
        message: "{about}: adds up to {found}, allowed is {expected}",
        advice: "appraise the criteria that take it out of range; the total holds the full sum until then",
        finds: "The points that count in a group add up to more than the group's maximum at the unit's level, or \
            to less than its minimum; or the total is below 0, because more is taken off than there is \
            (not told while a criterion is open). Each criterion is within its own range, so this is mostly seen in a group of \
            bonus and penalty with a common cap. A sum equal to a limit raises nothing.",
        why: "The rules limit the group as a whole, but somebody has to decide which criterion gives way. Until \
            then the total holds the full sum, with the range that opens if it is brought to the limit.",
        fix: "Appraise the criteria of the group so that they stay within the range: enter points in the column \
            \"Điểm thẩm định\" of the form. If the range is wrong, correct the group's maximum or minimum in the \
            scheme (scheme.toml).",
        example: "UBND huyen Ngoc Hoi.xlsx: group 7 (Điểm cộng/trừ): adds up to 25, allowed is from -20 to 20",
    },
};

/// Own grade differs.
pub static GRADE_MISMATCH: Rule = Rule {
    code: "TH405",
    name: "grade-mismatch",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tự xếp loại khác kết quả",
        message: "đơn vị tự xếp loại {found}, tính lại là {expected}",
        advice: "đã lấy kết quả tính lại; đề nghị đơn vị xem lại phần tự xếp loại",
        finds: "Xếp loại mà đơn vị ghi ở dòng “Tự xếp loại”, “Xếp loại” khác xếp loại tính lại theo tổng \
            điểm (và điểm từng nhóm, nếu bộ tiêu chí xét), và \
            cũng không phải là xếp loại theo tổng điểm đơn vị ghi. Khác chữ hoa, dấu cách thì không sao. Phiếu không \
            ghi xếp loại, bộ tiêu chí không xếp loại, hoặc còn tiêu chí để trống làm xếp loại chưa chắc chắn, thì \
            không báo; xếp loại chỉ khác vì tổng đơn vị ghi không khớp thì TH401 hoặc TH406 đã nêu.",
        why: "Đơn vị sẽ hỏi vì sao xếp loại khác với điều đã ghi. Nguyên nhân thường là ghi nhầm, tổng sát ngưỡng, \
            hoặc đơn vị dùng ngưỡng khác.",
        fix: "Xem tổng điểm cách ngưỡng bao nhiêu. Nếu tính lại đúng, báo đơn vị kết quả kèm chi tiết. Nếu nhiều \
            đơn vị cùng khác, kiểm tra các mục [[grade]] trong bộ tiêu chí (scheme.toml).",
        example: "Phieu_STTTT_2017.xlsx: Tổng hợp!D16: đơn vị tự xếp loại “Tốt”, tính lại là Khá",
    },
    en: Page {
        title: "Own grade differs",
        message: "the unit grades itself {found}, recomputed it is {expected}",
        advice: "the computed grade is used; tell the unit",
        finds: "The grade that the unit states in \"Tự xếp loại\" or \"Xếp loại\" is neither that of the \
            recomputed total nor that of the total which the unit states. Case and spaces do not matter. A form \
            without a grade, a scheme without grades, or open criteria that leave the grade uncertain do not raise this; a grade \
            that differs only because the stated total does not add up is covered by TH401 or TH406.",
        why: "The unit will ask why its grade differs from what it stated. Mostly it is a slip, the total is close \
            to a limit, or the unit used other limits.",
        fix: "See how far the total is from a limit. If the computation is right, send the unit the result with \
            its details. If many units differ, check the [[grade]] entries in the scheme (scheme.toml).",
        example: "Phieu_STTTT_2017.xlsx: Tổng hợp!D16: the unit grades itself \"Tốt\", recomputed it is Khá",
    },
};

/// A claim whose last digit was cut off.
pub static CUT_OFF: Rule = Rule {
    code: "TH421",
    name: "claim-cut-off",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm cắt bớt chữ số lẻ",
        message: "tiêu chí {about} tự chấm {found}: theo số liệu là {expected}, phần lẻ bị cắt bớt chứ không làm tròn",
        advice: "điểm tự chấm được tính; muốn tính điểm làm tròn thì ghi vào cột “Điểm thẩm định” của phiếu",
        finds: "Điểm tự chấm có phần lẻ và bằng điểm tính theo quy tắc sau khi bỏ các chữ số lẻ còn lại, như 66,6 của 66,67. Làm tròn đúng (66,7) thì \
            không báo; lệch nhiều hơn thì được báo mã TH403.",
        why: "Đơn vị đúng về số liệu và quy tắc, chỉ khác cách bỏ số lẻ; điểm thấp hơn điểm làm tròn chưa đến một đơn vị của chữ số cuối. Ở sát ngưỡng \
            thì phần ấy có thể đổi xếp loại hay thứ hạng, và khi đó cảnh báo nêu rõ.",
        fix: "Không phải làm gì nếu chấp nhận điểm của đơn vị. Nếu không, ghi điểm làm tròn vào cột “Điểm thẩm định” của phiếu.",
        example: "So Noi vu.xlsx: 1. Hạ tầng!F5: tiêu chí 1.1 (Tỷ lệ cán bộ được trang bị máy tính) tự chấm 16,6: theo số liệu là 16,67, phần lẻ bị cắt \
            bớt chứ không làm tròn",
    },
    en: Page {
        title: "Score with its last digits cut off",
        message: "criterion {about} claims {found}: its figures give {expected}, which was cut off and not rounded",
        advice: "the claim counts; to have the rounded points, enter them in the column \"Điểm thẩm định\" of the form",
        finds: "The claim has decimals and equals the points under the rule without the digits behind, such as 66.6 of 66.67. One that is rounded (66.7) \
            raises nothing; one that differs by more raises TH403.",
        why: "The unit is right about figures and rule and left digits off in another way; it has less than the rounded points by less than one of the last \
            digit. Close to a threshold this can change a grade or a place, which the finding then says.",
        fix: "Nothing, if the unit's points are accepted. If not, enter the rounded points in the column \"Điểm thẩm định\" of the form.",
        example: "So Noi vu.xlsx: 1. Hạ tầng!F5: criterion 1.1 (Tỷ lệ cán bộ được trang bị máy tính) claims 16.6: its figures give 16.67, which was cut off \
            and not rounded",
    },
};
