//! Rules about scores in cells (`TH3xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Score unreadable.
pub static SCORE_UNREADABLE: Rule = Rule {
    code: "TH301",
    name: "score-unreadable",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm không đọc được",
        message: "{found} không phải là điểm của {about}; cần một số {expected}",
        advice: "sửa ô thành một số; giá trị này chưa được tính, không phải 0 điểm",
        finds: "Ô điểm (tự chấm, thẩm định, dòng cộng) có nội dung nhưng không phải một số rõ ràng: chữ, hai số \
            (“5-10”), giá trị TRUE, từ không khai báo ở [words] của bộ tiêu chí (“-”, “KCĐ”). Vẫn đọc được 8,5 hay \
            8.5 dạng văn bản, 36/40, “30 điểm”, (10) là -10. Ngày tháng được báo mã TH313, dấu ~ hoặc >= được báo mã \
            TH314, chữ O thay số 0 được báo mã TH315, phần trăm được báo mã TH319; ô trống được báo mã TH302, ô báo \
            lỗi được báo mã TH308.",
        why: "Đoán một con số là cách nhanh nhất để sai mà không ai biết. Điểm tự chấm không đọc được thì tiêu chí \
            để trống, tổng điểm là tạm tính; điểm thẩm định không đọc được thì điểm tự chấm được tính; dòng cộng \
            không đọc được thì không đối chiếu được tổng.",
        fix: "Đơn vị sửa ô thành đúng một số, phần giải thích chuyển sang cột “Giải trình”. Nếu nhiều đơn vị dùng \
            chung một từ như “không có”, khai báo nghĩa của từ ở [words] trong bộ tiêu chí (scheme.toml). Trong \
            lúc chờ, có thể ghi điểm vào cột “Điểm thẩm định” của phiếu.",
        example: "Phieu tu danh gia 2017 - So Tai chinh.xlsx: 2. Nhân lực!F12: “8 hoặc 9” không phải là điểm của 2.3 \
            (Trình độ cán bộ chuyên trách CNTT); cần một số từ 0 đến 40",
    },
    en: Page {
        title: "Score unreadable",
        message: "{found} is not a score for {about}; a number {expected} is needed",
        advice: "correct the cell to one number; the value does not count until then, it is not 0 points",
        finds: "A cell of points (self score, appraised score, sum) holds something that is not clearly one \
            number: words, two numbers (\"5-10\"), TRUE, a word that [words] of the scheme does not list (\"-\", \
            \"KCĐ\"). Read are 8,5 or 8.5 stored as text, 36/40, \"30 điểm\", (10) for -10. A date has TH313, ~ \
            or >= TH314, the letter O for a zero TH315, a percentage TH319; a blank cell has TH302, an error value \
            TH308.",
        why: "To guess a number is the quickest way to be wrong unnoticed. With an unreadable self score the \
            criterion stays open and the total is provisional; with an unreadable appraised score the self score \
            counts; with an unreadable sum the sum cannot be checked.",
        fix: "The unit corrects the cell to exactly one number and moves what explains it to \"Giải trình\". If \
            many units use one word, such as \"không có\", say what it means in [words] of the scheme \
            (scheme.toml). Meanwhile the points can be entered in the column \"Điểm thẩm định\" of the form.",
        example: "Phieu tu danh gia 2017 - So Tai chinh.xlsx: 2. Nhân lực!F12: \"8 hoặc 9\" is not a score for 2.3 \
            (Trình độ cán bộ chuyên trách CNTT); a number from 0 to 40 is needed",
    },
};

/// Score blank.
pub static SCORE_BLANK: Rule = Rule {
    code: "TH302",
    name: "score-blank",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Bỏ trống điểm",
        message: "tiêu chí {about} bỏ trống điểm tự chấm{left_out}",
        advice: "hỏi đơn vị; ghi 0 nếu đơn vị tự chấm 0; ô trống không phải là 0",
        finds: "Dòng tiêu chí có trong phiếu nhưng ô điểm tự chấm trống hoặc chỉ có dấu cách. Ô điểm gộp qua nhiều \
            tiêu chí thì báo mã TH225. Số 0 là điểm 0 và không báo; dấu “-” hay chữ “không” được báo mã TH301, trừ \
            khi [words] của bộ tiêu chí coi là trống. Có điểm thẩm định thì báo mã TH317, cột bên cạnh có điểm thì \
            báo mã TH318. Tiêu chí được miễn trừ thì không báo. Dưới một bình quân bỏ ô trống (mean_of_scored) ô trống \
            không tính vào bình quân mà vẫn báo, và ô ghi “Không có”, “Không thuộc lĩnh vực” và các câu như vậy được hiểu là ô trống.",
        why: "Trống có thể là quên, là 0 hoặc là không áp dụng; chỉ đơn vị biết. Tiêu chí để trống, tổng điểm là \
            tạm tính kèm khoảng điểm còn có thể.",
        fix: "Hỏi đơn vị rồi đơn vị điền số, kể cả số 0. Nếu tiêu chí không áp dụng cho đơn vị, thêm mục \
            [[exempt]] với unit, criterion và reason vào campaign.toml.",
        example: "So VHTTDL tu danh gia UDCNTT 2017.ods: 5. Trang TTĐT!F12: tiêu chí 5.4 (Dịch vụ công trực tuyến \
            mức độ 2) bỏ trống điểm tự chấm",
    },
    en: Page {
        title: "Score blank",
        message: "criterion {about} has no self score{left_out}",
        advice: "ask the unit; write 0 if the unit claims 0; a blank is not a zero",
        finds: "The row of the criterion is in the form, but its self score is blank or holds spaces only. A score \
            cell merged over several criteria has TH225. A 0 is a score of 0 and raises nothing; \"-\" or \
            \"không\" has TH301, unless [words] of the scheme takes it for a blank. With an appraised score there \
            is TH317, with a score in the next column TH318. An exempt criterion does not raise this. \
            Below a mean that leaves blanks out (mean_of_scored) a blank is not in the mean and raises this all the same; a cell that \
            says \"Không có\", \"Không thuộc lĩnh vực\" or the like is taken for a blank there.",
        why: "A blank may be forgotten, 0, or not applicable; only the unit knows. The criterion stays open and \
            the total is provisional, with the range that is still possible.",
        fix: "Ask the unit, which then fills in the number, even if it is 0. If the criterion does not apply to \
            the unit, add an [[exempt]] with unit, criterion and reason to campaign.toml.",
        example: "So VHTTDL tu danh gia UDCNTT 2017.ods: 5. Trang TTĐT!F12: criterion 5.4 (Dịch vụ công trực tuyến \
            mức độ 2) has no self score",
    },
};

/// Score above the maximum.
pub static ABOVE_MAXIMUM: Rule = Rule {
    code: "TH305",
    name: "above-maximum",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm cao hơn mức tối đa",
        message: "tiêu chí {about} tự chấm {found}, tối đa là {expected}",
        advice: "hỏi đơn vị hoặc thẩm định lại; tiêu chí chưa được tính",
        finds: "Điểm tự chấm lớn hơn mức tối đa của tiêu chí ở cấp của đơn vị; bằng mức tối đa thì không sao. Điểm \
            trừ ghi số dương (5 thay vì -5) được báo mã TH316, trừ khi lớn hơn mức trừ nhiều nhất. Nếu phiếu còn ghi \
            một mức tối đa khác bộ tiêu chí thì báo mã TH307 thay cho cảnh báo này.",
        why: "Có thể là gõ thừa số, nhầm dòng hoặc nhầm thang điểm. Hạ xuống mức tối đa cũng là đoán, nên tiêu chí \
            để trống cho đến khi rõ; nếu phiếu có điểm thẩm định thì điểm đó được tính.",
        fix: "Hỏi đơn vị điểm đúng rồi đơn vị sửa ô; điểm trừ ghi số âm. Hoặc ghi điểm vào cột “Điểm thẩm định” \
            của phiếu. Nếu nhiều đơn vị cùng bị, kiểm tra maximum của tiêu chí trong bộ tiêu chí (scheme.toml).",
        example: "UBND huyen Kon Plong 2017.xlsx: 2. Nhân lực!F12: tiêu chí 2.3 (Trình độ cán bộ chuyên trách CNTT) tự \
            chấm 45, tối đa là 40",
    },
    en: Page {
        title: "Score above the maximum",
        message: "criterion {about} claims {found}, the maximum is {expected}",
        advice: "ask the unit or appraise it; the criterion does not count until then",
        finds: "The self score is greater than the criterion's maximum at the unit's level; equal to it is fine. A \
            penalty typed as a positive number (5 for -5) has TH316, unless it is greater than the largest \
            penalty. If the form also states another maximum than the scheme, TH307 is raised instead.",
        why: "A digit too many, a wrong row, another scale: all are possible. To cut the score to the maximum \
            would be a guess, so the criterion stays open until it is settled; an appraised score in the form \
            counts.",
        fix: "Ask the unit, which then corrects the cell; penalties are negative. Or enter the points in the \
            column \"Điểm thẩm định\" of the form. If many units are concerned, check the criterion's maximum in \
            the scheme (scheme.toml).",
        example: "UBND huyen Kon Plong 2017.xlsx: 2. Nhân lực!F12: criterion 2.3 (Trình độ cán bộ chuyên trách CNTT) \
            claims 45, the maximum is 40",
    },
};

/// Score below the minimum.
pub static BELOW_MINIMUM: Rule = Rule {
    code: "TH306",
    name: "below-minimum",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm thấp hơn mức tối thiểu",
        message: "tiêu chí {about} tự chấm {found}, tối thiểu là {expected}",
        advice: "hỏi đơn vị hoặc thẩm định lại; tiêu chí chưa được tính",
        finds: "Điểm tự chấm nhỏ hơn mức tối thiểu của tiêu chí: số âm ở tiêu chí thường (tối thiểu là 0), hoặc \
            điểm trừ quá mức cho phép. Số trong ngoặc đơn, như (5), được đọc là số âm như cách ghi kế toán. Bằng \
            mức tối thiểu thì không sao.",
        why: "Số âm ở tiêu chí thường gần như chắc chắn là gõ nhầm, nhưng bỏ dấu trừ cũng là đoán. Tiêu chí để \
            trống cho đến khi rõ; nếu phiếu có điểm thẩm định thì điểm đó được tính.",
        fix: "Hỏi đơn vị điểm đúng rồi đơn vị sửa ô, bỏ dấu trừ hoặc ngoặc đơn nếu không có ý trừ điểm. Hoặc ghi \
            điểm vào cột “Điểm thẩm định” của phiếu. Mức tối thiểu nằm ở minimum của tiêu chí trong bộ tiêu chí \
            (scheme.toml).",
        example: "So Xay dung.xlsx: 3. Ứng dụng!F14: tiêu chí 3.3 (Tỷ lệ văn bản đến xử lý trên phần mềm) tự chấm \
            -60, tối thiểu là 0",
    },
    en: Page {
        title: "Score below the minimum",
        message: "criterion {about} claims {found}, the minimum is {expected}",
        advice: "ask the unit or appraise it; the criterion does not count until then",
        finds: "The self score is less than the criterion's minimum: a negative number at an ordinary criterion, \
            whose minimum is 0, or a penalty beyond what is allowed. A number in parentheses, such as (5), is read \
            as negative, as accountants write it. Equal to the minimum is fine.",
        why: "A negative score at an ordinary criterion is almost certainly a slip, but to drop the minus would be \
            a guess. The criterion stays open until it is settled; an appraised score in the form counts.",
        fix: "Ask the unit, which then corrects the cell, without minus or parentheses where none is meant. Or \
            enter the points in the column \"Điểm thẩm định\" of the form. The minimum is the criterion's minimum \
            in the scheme (scheme.toml).",
        example: "So Xay dung.xlsx: 3. Ứng dụng!F14: criterion 3.3 (Tỷ lệ văn bản đến xử lý trên phần mềm) claims \
            -60, the minimum is 0",
    },
};

/// Maximum differs from the form.
pub static OTHER_MAXIMUM: Rule = Rule {
    code: "TH307",
    name: "other-maximum",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mức tối đa không đúng mẫu",
        message: "tiêu chí {about} ghi điểm tối đa {found}, bộ tiêu chí là {expected}",
        advice: "kiểm tra đơn vị có dùng đúng mẫu của cấp mình không; tiêu chí chưa được tính",
        finds: "Dòng tiêu chí có điểm tự chấm, nhưng cột “Điểm tối đa” (hoặc số sau dấu gạch của 36/40) ghi một số \
            khác mức tối đa ở cấp của đơn vị. Ô mức tối đa trống hoặc không phải số thì không xét. Với điểm trừ, ghi \
            0 hoặc ghi mức trừ lớn nhất đều được.",
        why: "Điểm chấm trên thang khác không so được: 40 trên 40 không phải là 40 trên 50. Thường đơn vị dùng mẫu \
            của cấp khác, mẫu năm trước, hoặc sửa cột điểm tối đa. Tiêu chí để trống; nếu phiếu có điểm thẩm định \
            thì điểm đó được tính.",
        fix: "So phiếu với mẫu của cấp đơn vị. Nếu dùng nhầm mẫu, đơn vị chép nội dung sang mẫu đúng và chấm lại. \
            Nếu chỉ ô điểm tối đa bị sửa, đơn vị khôi phục ô đó. Nếu nhiều đơn vị cùng bị, kiểm tra maximum trong bộ \
            tiêu chí (scheme.toml).",
        example: "phieu tu danh gia UBND huyen Dak Ha.xlsx: 6. ATTT!F10: tiêu chí 6.2 (Tỷ lệ máy tính cài phần mềm \
            diệt virus bản quyền) ghi điểm tối đa 10, bộ tiêu chí là 20",
    },
    en: Page {
        title: "Maximum differs from the form",
        message: "criterion {about} states a maximum of {found}, the scheme says {expected}",
        advice: "check that the unit used the form of its level; the criterion does not count until then",
        finds: "The row has a self score, but the column \"Điểm tối đa\" (or the second number of 36/40) states \
            another number than the maximum at the unit's level. A maximum that is blank or no number is not \
            looked at. For a penalty both 0 and the size of the greatest penalty are right.",
        why: "Points on another scale cannot be compared: 40 of 40 is not 40 of 50. Mostly the unit used the form \
            of another level or of last year, or changed the column. The criterion stays open; an appraised score \
            in the form counts.",
        fix: "Compare with the form of the unit's level. If it is the wrong form, the unit copies its entries into \
            the right one and scores again. If only the cell was changed, the unit restores it. If many units are \
            concerned, check maximum in the scheme (scheme.toml).",
        example: "phieu tu danh gia UBND huyen Dak Ha.xlsx: 6. ATTT!F10: criterion 6.2 (Tỷ lệ máy tính cài phần \
            mềm diệt virus bản quyền) states a maximum of 10, the scheme says 20",
    },
};

/// Error value or formula without result.
pub static ERROR_VALUE: Rule = Rule {
    code: "TH308",
    name: "error-value",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô báo lỗi hoặc chưa tính",
        message: "ô của {about} báo lỗi hoặc chưa có kết quả: {found}",
        advice: "mở tệp bằng Excel, sửa công thức, lưu lại; giá trị này chưa được tính",
        finds: "Ô điểm, dòng cộng hoặc ô số liệu dạng số chứa giá trị lỗi của Excel (#REF!, #DIV/0!, #N/A, #NAME?…), \
            công thức chưa có kết quả lưu trong tệp, hoặc giá trị bị hỏng. Chương trình dùng kết quả mà Excel đã \
            lưu, không tự tính công thức. Công thức có kết quả là số thì không báo.",
        why: "Không có con số nào để tính. Công thức chưa có kết quả thường do tệp được tạo bằng phần mềm khác và \
            chưa mở bằng Excel lần nào. Điểm tự chấm như vậy thì tiêu chí để trống; số liệu như vậy thì không vào \
            thống kê.",
        fix: "Mở tệp bằng Excel. Nếu ô hiện số, chỉ cần lưu lại (Ctrl+S). Nếu ô hiện lỗi, sửa công thức hoặc gõ \
            thẳng con số; #REF! thường do xóa dòng hay trang tính mà công thức dùng đến. Đơn vị gửi lại tệp đã \
            lưu.",
        example: "UBND TP Kon Tum - phieu 2017.xlsx: 1. Hạ tầng!F9: ô của 1.1 (Tỷ lệ CBCC được trang bị máy tính \
            phục vụ công tác) báo lỗi hoặc chưa có kết quả: “#DIV/0! (=D11/D10*30)”",
    },
    en: Page {
        title: "Error value or formula without result",
        message: "the cell of {about} shows an error or has no result: {found}",
        advice: "open the file in Excel, mend the formula and save; the value does not count until then",
        finds: "A cell of points, a sum or a figure that is a number holds an error value of Excel (#REF!, \
            #DIV/0!, #N/A, #NAME? …), a formula whose result is not stored in the file, or a damaged value. The \
            program uses the results that Excel stored and does not compute formulas itself. A formula with a \
            number as its stored result raises nothing.",
        why: "There is no number to count. A formula without a result mostly means that another program made the \
            file and Excel has never opened it. With such a self score the criterion stays open; such a figure is \
            left out of the statistics.",
        fix: "Open the file in Excel. If the cell shows a number, saving is enough (Ctrl+S). If it shows an error, \
            mend the formula or type the number; #REF! mostly means that a row or a sheet that the formula needs \
            was deleted. The unit sends the saved file again.",
        example: "UBND TP Kon Tum - phieu 2017.xlsx: 1. Hạ tầng!F9: the cell of 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác) shows an error or has no result: \"#DIV/0! (=D11/D10*30)\"",
    },
};

/// More points without a limit than the whole total has.
pub static ABOVE_TOTAL: Rule = Rule {
    code: "TH350",
    name: "above-total",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm không giới hạn cao hơn cả tổng điểm",
        message: "tiêu chí {about} tự chấm {found}, cao hơn cả tổng điểm tối đa {expected}",
        advice: "hỏi đơn vị: tiêu chí không giới hạn nên điểm vẫn được tính, nhưng có thể là số khác ghi nhầm ô",
        finds: "Tiêu chí không giới hạn (maximum = \"unlimited\") có điểm tự chấm lớn hơn tổng điểm tối đa của cấp; \
            bằng tổng điểm tối đa thì không báo. Điểm thẩm định không bị báo.",
        why: "Tiêu chí không có mức tối đa thì không có gì chặn một năm (2025), một số văn bản hay một số liệu gõ \
            nhầm vào ô điểm. Điểm cộng lớn hơn cả tổng điểm gần như luôn là nhầm.",
        fix: "Hỏi đơn vị điểm đúng rồi đơn vị sửa ô, hoặc ghi điểm vào cột “Điểm thẩm định” của phiếu. Điểm đúng là \
            như vậy thì không phải làm gì.",
        example: "STC.xlsx: 3. Cộng, trừ!F5: tiêu chí 3.1 (Mỗi sáng kiến cộng 2 điểm) tự chấm 2017, cao hơn cả tổng điểm tối \
            đa 100",
    },
    en: Page {
        title: "Unlimited points above the whole total",
        message: "criterion {about} claims {found}, more than the whole total of {expected}",
        advice: "ask the unit: the criterion is unlimited, so the points count, but another number may have been typed there",
        finds: "A criterion that is unlimited (maximum = \"unlimited\") has a self score greater than the maximum of \
            the total on the level; equal to it is fine. An appraised score is not reported.",
        why: "Where there is no maximum nothing stops a year (2025), the number of a document or a figure that was \
            typed into the cell of points. A bonus greater than the whole total is nearly always a mistake.",
        fix: "Ask the unit for the right points; the unit corrects the cell, or enter the points in the column \"Điểm \
            thẩm định\" of the form. If the points are right, nothing has to be done.",
        example: "STC.xlsx: 3. Cộng, trừ!F5: criterion 3.1 (Mỗi sáng kiến cộng 2 điểm) claims 2017, more than the whole \
            total of 100",
    },
};
