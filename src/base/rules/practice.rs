//! Rules about scores and totals that are possible but unlikely (`TH406` to `TH416`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Bonus or penalty left out of the total.
pub static BONUS_LEFT_OUT: Rule = Rule {
    code: "TH406",
    name: "bonus-left-out",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tổng bỏ sót điểm cộng/trừ",
        message: "đơn vị ghi tổng {found}, cộng lại là {expected} (lệch {difference}), đúng bằng điểm cộng/trừ bị bỏ sót",
        advice: "đã lấy số cộng lại; đề nghị đơn vị tính cả điểm cộng/trừ vào tổng",
        finds: "Số ở dòng tổng của phiếu khác tổng các điểm được tính nhưng bằng đúng tổng đó khi không kể nhóm điểm \
            cộng, điểm trừ. Lệch vì lý do khác thì báo mã TH401. Điểm cộng và điểm trừ bù nhau thành 0 thì không có \
            gì lệch, nên không báo.",
        why: "Nguyên nhân đã rõ nên không phải dò từng tiêu chí. Kết quả dùng số cộng lại, gồm cả điểm cộng, điểm \
            trừ; đơn vị bỏ sót điểm trừ sẽ thấy điểm công bố thấp hơn điểm của mình và hỏi vì sao.",
        fix: "Báo đơn vị con số cộng lại và lý do. Đơn vị sửa công thức ở dòng tổng cho gồm cả nhóm điểm cộng, \
            điểm trừ rồi gửi lại; chưa sửa thì kết quả cũng không thay đổi. Nếu nhiều đơn vị cùng bị, xem công \
            thức tổng trong mẫu đã gửi có thiếu nhóm này không.",
        example: "phieu tu danh gia so cong thuong.ods: Tổng hợp!D16: đơn vị ghi tổng 861, cộng lại là 871 \
            (lệch -10), đúng bằng điểm cộng/trừ bị bỏ sót",
    },
    en: Page {
        title: "Bonus or penalty left out of the total",
        message: "the unit states a total of {found}, its scores add up to {expected} (difference {difference}), just the bonus or penalty left out",
        advice: "the recomputed total is used; tell the unit that the total includes bonus and penalty",
        finds: "The number in the form's row for the total is not the sum of the points that count, but is exactly \
            that sum without the group of bonus and penalty. A difference for another reason has TH401. Where \
            bonus and penalty make 0 together there is no difference, so nothing is raised.",
        why: "The cause is known, so there is no need to go through the criteria. The result uses the recomputed \
            total with bonus and penalty; a unit that left out a penalty finds its published points lower than its \
            own and will ask why.",
        fix: "Tell the unit the recomputed total and the reason. The unit corrects the formula of its total so \
            that it takes in the group of bonus and penalty, and sends the form again; the result is the same \
            until it does. If many units are concerned, see whether the formula in the form sent out leaves this \
            group out.",
        example: "phieu tu danh gia so cong thuong.ods: Tổng hợp!D16: the unit states a total of 861, its scores \
            add up to 871 (difference -10), just the bonus or penalty left out",
    },
};

/// Rounding crosses a grade limit.
pub static NEAR_LIMIT: Rule = Rule {
    code: "TH407",
    name: "near-limit",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Sát ngưỡng xếp loại",
        message: "tổng {found}, nếu làm tròn thành {expected} thì xếp loại sẽ khác",
        advice: "xếp loại theo số chưa làm tròn; xem lại các điểm có phần lẻ",
        finds: "Tổng điểm có nhiều hơn một chữ số lẻ, và làm tròn đến một chữ số lẻ như bảng in thì sang mức xếp \
            loại khác, như 849,95 thành 850,0. Tổng đã đạt ngưỡng, hoặc làm tròn mà không qua ngưỡng, thì không báo.",
        why: "Xếp loại theo số chưa làm tròn: 849,95 chưa đến 850. Nhưng bảng in ra 850,0, nên người đọc sẽ hỏi vì \
            sao không được mức cao hơn; và chỉ cần 0,05 điểm ở một tiêu chí là kết quả đổi.",
        fix: "Thẩm định kỹ các tiêu chí có điểm lẻ của đơn vị, nhất là tiêu chí chấm theo tỷ lệ; có thay đổi thì \
            ghi vào cột “Điểm thẩm định” rồi chạy lại. Không thay đổi thì nêu rõ tổng chưa làm tròn khi báo cáo. \
            Nếu quy định cho xếp loại theo số đã làm tròn, việc đó do người có thẩm quyền quyết định; chương trình \
            không tự nâng.",
        example: "Ngoc Hoi_tu danh gia CNTT.xlsx: tổng 849,95, nếu làm tròn thành 850 thì xếp loại sẽ khác",
    },
    en: Page {
        title: "Rounding crosses a grade limit",
        message: "the total of {found} would change its grade when rounded to {expected}",
        advice: "the grade follows the total before rounding; look at the scores with decimals",
        finds: "The total has more than one decimal, and rounding it to one, as in print, would bring it into \
            another grade, such as 849.95 to 850.0. A total that reaches the limit anyway, or is rounded without \
            crossing one, raises nothing.",
        why: "The grade follows the total before rounding: 849.95 is less than 850. But the table prints 850.0, so \
            readers will ask why the unit is not in the higher grade, and 0.05 points on one criterion would \
            change the result.",
        fix: "Appraise with care the unit's scores that have decimals, above all those by a ratio; enter a change \
            in the column \"Điểm thẩm định\" and run again. If nothing changes, state the total before rounding in \
            the report. If the rules grant grades on rounded totals, that is for whoever is in charge to decide; \
            the program lifts nobody by itself.",
        example: "Ngoc Hoi_tu danh gia CNTT.xlsx: the total of 849.95 would change its grade when rounded to 850",
    },
};

/// Score is not on a permitted step.
pub static NOT_A_STEP: Rule = Rule {
    code: "TH408",
    name: "not-a-step",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm không thuộc mức cho phép",
        message: "tiêu chí {about} tự chấm {found}; các mức của bộ tiêu chí: {expected}",
        advice: "thẩm định tiêu chí này; điểm tự chấm đang được tính",
        finds: "Tiêu chí chấm Có/Không, theo mức hoặc theo lựa chọn mà điểm tự chấm không phải mức nào trong các mức \
            quy tắc có thể cho, như 25 khi chỉ có 0, 10, 20 và 30. Chỉ báo khi thiếu số liệu nên không tính được \
            điểm; đủ số liệu mà điểm lệch thì báo mã TH403. Tiêu chí chấm theo tỷ lệ hoặc do đơn vị tự chấm không được xét.",
        why: "Dù số liệu thế nào, quy tắc cũng không cho ra điểm này: đơn vị có thể đã chấm mức giữa, chấm một \
            phần hoặc nhầm dòng. Điểm tự chấm vẫn được tính cho đến khi có điểm thẩm định.",
        fix: "Đề nghị đơn vị bổ sung số liệu và chấm lại theo đúng một mức, hoặc ghi điểm vào cột “Điểm thẩm định” \
            của phiếu. Nếu quy định cho chấm mức khác, sửa rule của tiêu chí trong bộ tiêu chí (scheme.toml).",
        example: "STNMT_phieu_2017.xlsx: 1. Hạ tầng!F9: tiêu chí 1.1 (Tỷ lệ CBCC được trang bị máy tính phục vụ \
            công tác) tự chấm 25; các mức của bộ tiêu chí: 0; 10; 20; 30",
    },
    en: Page {
        title: "Score is not on a permitted step",
        message: "criterion {about} claims {found}; the scheme's steps are {expected}",
        advice: "appraise the criterion; the claim counts for now",
        finds: "A criterion scored by yes or no, by steps or by choice has a claim that is none of the points that \
            its rule can give, such as 25 where there are only 0, 10, 20 and 30. It is raised only where figures \
            are missing, so that the score cannot be computed; where they are there, a difference has TH403. \
            Criteria scored by a ratio or declared freely are not looked at.",
        why: "Whatever the figures, the rule does not give these points: the unit may have taken something in \
            between, granted itself a part, or mistaken the row. The claim counts until there is an appraised \
            score.",
        fix: "Ask the unit for the figures and for one of the steps, or enter the points in the column \"Điểm thẩm \
            định\" of the form. If the rules allow other steps, correct the criterion's rule in the scheme \
            (scheme.toml).",
        example: "STNMT_phieu_2017.xlsx: 1. Hạ tầng!F9: criterion 1.1 (Tỷ lệ CBCC được trang bị máy tính phục vụ \
            công tác) claims 25; the scheme's steps are 0; 10; 20; 30",
    },
};

/// Scores identical to another unit's.
pub static SAME_SCORES: Rule = Rule {
    code: "TH413",
    name: "same-scores",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm giống hệt đơn vị khác",
        message: "toàn bộ điểm tự chấm giống hệt {expected}",
        advice: "hỏi hai đơn vị có dùng chung một phiếu không; điểm vẫn được tính",
        finds: "Mọi điểm tự chấm của đơn vị giống hệt điểm của một đơn vị khác cùng cấp, trong khi số liệu khác \
            nhau. Giống cả điểm lẫn số liệu thì báo mã TH110 và tệp không được tính. Chỉ cần một tiêu chí khác điểm \
            là không báo.",
        why: "Hàng chục điểm trùng khít ít khi là ngẫu nhiên: thường một phiếu được chép cho hai đơn vị rồi chỉ \
            sửa số liệu. Cũng có trường hợp đúng, như hai đơn vị cùng đạt tối đa mọi tiêu chí, nên điểm vẫn được \
            tính.",
        fix: "So hai phiếu, nhất là cột “Tài liệu kiểm chứng”, và hỏi cả hai đơn vị. Xem trước các tiêu chí được báo \
            mã TH403, vì điểm chép lại thường không khớp số liệu. Đơn vị đã chép thì chấm lại rồi gửi lại.",
        example: "Ban Dan toc - phieu cham 2017.xls: toàn bộ điểm tự chấm giống hệt Sở Tư pháp",
    },
    en: Page {
        title: "Scores identical to another unit's",
        message: "all self scores are identical to those of {expected}",
        advice: "ask whether one form served both units; the scores count for now",
        finds: "All self scores of the unit are those of another unit of its level, while the figures differ. If \
            scores and figures are the same, the file has TH110 and does not count. One criterion with another \
            score is enough not to raise this.",
        why: "Dozens of equal scores are rarely chance: mostly one form was copied for two units and only the \
            figures were changed. It may be right all the same, as with two units that reach every maximum, so the \
            scores count.",
        fix: "Compare the two forms, above all the column \"Tài liệu kiểm chứng\", and ask both units. Look at \
            criteria with TH403 first, since copied scores often do not follow from the figures. A unit that \
            copied another's form scores anew and sends its own again.",
        example: "Ban Dan toc - phieu cham 2017.xls: all self scores are identical to those of Sở Tư pháp",
    },
};

/// One unit stretches the scale.
pub static BEST_STANDS_ALONE: Rule = Rule {
    code: "TH414",
    name: "best-stands-alone",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Một đơn vị kéo lệch thang điểm",
        message: "tiêu chí {about}: số của đơn vị này ({found}) cao gấp nhiều lần đơn vị thứ hai ({expected}) và là \
            mốc tính điểm của cả cấp",
        advice: "kiểm tra số liệu; nếu sai, điểm của mọi đơn vị trong cấp thay đổi",
        finds: "Ở tiêu chí chấm so với đơn vị tốt nhất trong cấp (rule có type là best_of_level), giá trị cao nhất \
            gấp ba lần giá trị thứ hai trở lên; đơn vị cao nhất nhận cảnh báo. Chưa đến ba lần, hoặc không có đơn vị \
            thứ hai để so, thì không báo.",
        why: "Giá trị cao nhất là mốc: điểm theo quy tắc của mọi đơn vị khác trong cấp là tỷ lệ so với nó. Một số gõ \
            thừa chữ số kéo điểm của cả cấp xuống, nhưng số đó cũng có thể đúng, nên vẫn được dùng.",
        fix: "Kiểm tra số liệu của đơn vị này trước: thừa số 0, nhầm đơn vị tính (đồng, triệu đồng), ghi số lũy kế \
            thay cho số trong năm. Nếu sai, đơn vị sửa ô số liệu, gửi lại, rồi chạy lại để tính lại điểm của cả cấp.",
        example: "Huyen Ia H'Drai.xlsx: 5. Trang TTĐT!D11: tiêu chí 5.3 (Cập nhật tin, bài): số của đơn vị này \
            (4800) cao gấp nhiều lần đơn vị thứ hai (620) và là mốc tính điểm của cả cấp",
    },
    en: Page {
        title: "One unit stretches the scale",
        message: "criterion {about}: this unit's value ({found}) is many times that of the second ({expected}) and sets the scale for the level",
        advice: "check the figure; if it is wrong, the scores of the whole level change",
        finds: "For a criterion that is scored against the best unit of the level (its rule has the type \
            best_of_level), the highest value is at least three times the second; the unit that has it gets the \
            finding. Less than three times, or no second unit to compare with, raises nothing.",
        why: "The highest value is the measure: the points that the rule gives to every other unit of the level \
            are a share of it. One digit too many pulls down the whole level, but the number may also be right, so \
            it is used.",
        fix: "Check the figure of this unit first: a 0 too many, a wrong unit of measure (đồng for triệu đồng), a \
            sum over several years in place of one. If it is wrong, the unit corrects the figure and sends the \
            form again; run again, and the points of the whole level are computed anew.",
        example: "Huyen Ia H'Drai.xlsx: 5. Trang TTĐT!D11: criterion 5.3 (Cập nhật tin, bài): this unit's value \
            (4800) is many times that of the second (620) and sets the scale for the level",
    },
};

/// All criteria alike.
pub static ALL_ALIKE: Rule = Rule {
    code: "TH415",
    name: "all-alike",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mọi tiêu chí cùng một mức",
        message: "tất cả tiêu chí đều tự chấm {found}",
        advice: "thẩm định kỹ; điểm tự chấm đang được tính",
        finds: "Mọi tiêu chí của đơn vị đều tự chấm đúng mức tối đa, hoặc đều tự chấm 0. Chỉ cần một tiêu chí ở mức \
            khác là không báo. Ô trống không phải là 0; phiếu trống hoàn toàn thì báo mã TH113. Khi mọi tiêu chí đều \
            tính theo điểm thẩm định thì cũng không báo.",
        why: "Phiếu như vậy thường do chép cột “Điểm tối đa” sang cột điểm tự chấm, hoặc điền 0 cho đủ ô. Điểm vẫn \
            được tính, nên nếu không xem lại, đơn vị có thể đứng đầu hoặc cuối bảng mà không có căn cứ.",
        fix: "Đối chiếu với số liệu (TH403) và tài liệu kiểm chứng (TH409), và hỏi đơn vị. Đơn vị chấm lại theo \
            thực tế rồi gửi lại, hoặc người thẩm định ghi điểm vào cột “Điểm thẩm định” của phiếu.",
        example: "BQL KKT - tu danh gia CNTT nam 2017.xlsx: tất cả tiêu chí đều tự chấm 0",
    },
    en: Page {
        title: "All criteria alike",
        message: "every criterion claims {found}",
        advice: "appraise with care; the claims count for now",
        finds: "Every criterion of the unit claims its maximum, or every one claims 0. One criterion at another \
            score is enough not to raise this. A blank is not a 0; a form that is wholly blank has TH113. Nor is it \
            raised where the appraised score counts for every criterion.",
        why: "Mostly the column \"Điểm tối đa\" was copied into the self scores, or 0 was typed to fill the cells. \
            The claims count, so unless somebody looks, the unit may stand at the head or at the foot of the table \
            without grounds.",
        fix: "Hold the claims against the figures (TH403) and the evidence (TH409), and ask the unit. The unit \
            scores again and sends the form again, or the appraiser enters points in the column \"Điểm thẩm định\" \
            of the form.",
        example: "BQL KKT - tu danh gia CNTT nam 2017.xlsx: every criterion claims 0",
    },
};

/// Appraised total without details.
pub static TOTAL_NOT_OF_DETAILS: Rule = Rule {
    code: "TH416",
    name: "total-not-of-details",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Có tổng thẩm định, không có điểm thẩm định chi tiết",
        message: "cột thẩm định có tổng {found} nhưng không tiêu chí nào có điểm thẩm định",
        advice: "bổ sung điểm thẩm định từng tiêu chí; điểm tự chấm đang được tính",
        finds: "Phiếu có tổng ở cột thẩm định nhưng không tiêu chí nào có điểm thẩm định. Chỉ cần một tiêu chí có \
            điểm thẩm định là không báo. Chương trình không chia tổng thẩm định cho các tiêu chí.",
        why: "Kết quả được tính từ từng tiêu chí, nên tổng thẩm định không được dùng: điểm đang tính vẫn là điểm \
            tự chấm, dù phiếu trông như đã thẩm định xong.",
        fix: "Tìm bản có điểm thẩm định chi tiết, ghi điểm từng tiêu chí vào cột “Điểm thẩm định” rồi chạy lại; \
            tiêu chí giữ nguyên điểm tự chấm thì không cần ghi. Nếu phiếu chưa được thẩm định, xóa số ở dòng tổng \
            của cột đó.",
        example: "Biểu tự đánh giá - Sở Nội vụ.xlsx: Tổng hợp!E16: cột thẩm định có tổng 812,5 nhưng không tiêu \
            chí nào có điểm thẩm định",
    },
    en: Page {
        title: "Appraised total without details",
        message: "the appraised column states a total of {found}, but no criterion is appraised",
        advice: "write the appraised scores; the claims count for now",
        finds: "The form states a total in the appraised column, but no criterion has an appraised score. One \
            criterion with an appraised score is enough not to raise this. The program does not spread an \
            appraised total over the criteria.",
        why: "The result is made from the criteria, so the appraised total is not used: what counts is still the \
            self scores, although the form looks as if it had been appraised.",
        fix: "Find the version with the details, enter the score of each criterion in the column \"Điểm thẩm \
            định\" and run again; where the self score stands, nothing needs to be entered. If the form has not \
            been appraised, delete the total of that column.",
        example: "Biểu tự đánh giá - Sở Nội vụ.xlsx: Tổng hợp!E16: the appraised column states a total of 812.5, \
            but no criterion is appraised",
    },
};

/// A form that is another unit's with a few cells changed.
pub static ALIKE: Rule = Rule {
    code: "TH420",
    name: "alike-another-unit",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu gần như của đơn vị khác",
        message: "{found} có nội dung riêng giống hệt {expected}",
        advice: "hỏi hai đơn vị có chép phiếu của nhau không; điểm vẫn được tính",
        finds: "So điểm, số liệu, tài liệu kiểm chứng và giải trình của mọi phiếu với nhau. Chỉ xét những ô mà các đơn \
            vị khó ghi trùng nhau: điểm không phải 0 hay tối đa, số liệu từ 10 trở lên, câu từ 15 ký tự, và ít đơn vị \
            khác ghi như vậy ở cùng chỗ; văn bản của tỉnh mà nhiều đơn vị cùng dẫn thì không tính. Báo cho cả hai đơn vị \
            nếu từ 20 ô trở lên và từ 70% số ô ấy giống hệt nhau, trong đó riêng các ô số cũng giống từ 70%.",
        why: "Phiếu chép của đơn vị khác rồi chỉ sửa tên và vài ô thì phần còn lại là điểm và số liệu của đơn vị kia. Máy \
            không biết ai chép của ai, nên báo cả hai và điểm vẫn được tính.",
        fix: "Đặt hai phiếu cạnh nhau, xem cột “Tài liệu kiểm chứng” nêu văn bản của đơn vị nào, rồi hỏi cả hai. Đơn vị \
            đã chép thì tự chấm lại bằng số liệu của mình và gửi lại. Giống toàn bộ thì báo mã TH110 hoặc TH413.",
        example: "STP.xlsx: 112 trên 118 ô có nội dung riêng giống hệt Sở Nội vụ.xlsx",
    },
    en: Page {
        title: "Form nearly another unit's",
        message: "{found} of a unit's own content are identical to those of {expected}",
        advice: "ask whether one unit copied the other's form; the scores count for now",
        finds: "Scores, figures, evidence and explanations of all forms are compared with each other. Only cells count \
            that units hardly write alike: a score that is neither 0 nor the maximum, a figure of 10 or more, a text of \
            15 characters or more, which few other units have in the same place; a document of the province that many \
            name does not count. Both units have this if 20 cells or more and 70% of them are the same, and 70% of the \
            numbers among them as well.",
        why: "In a form that was copied and then changed in a few cells, the rest are the other unit's scores and \
            figures. Who copied cannot be told, so both have this and the scores count.",
        fix: "Lay the two forms side by side, see whose documents the column \"Tài liệu kiểm chứng\" names, and ask both. \
            The unit that copied scores itself by its own figures and sends the form again. If all is the same, TH110 or \
            TH413 says so.",
        example: "STP.xlsx: 112 of 118 cells of a unit's own content are identical to those of Sở Nội vụ.xlsx",
    },
};
