//! Rules about numbers that were read and may not be what is meant (`TH333` to `TH338`, `TH346`, `TH347`, `TH352`, `TH353`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A count that is whole in both readings.
pub static THOUSANDS_OR_DECIMALS: Rule = Rule {
    code: "TH333",
    name: "thousands-or-decimals",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không rõ hàng nghìn hay số lẻ",
        message: "số liệu {about} ghi {found}, có thể hiểu là {expected}; đang lấy số lớn",
        advice: "hỏi đơn vị số nào đúng; gõ số không có dấu phân cách",
        finds: "Một số đếm (người, máy, văn bản) ghi bằng chữ với một dấu chấm hoặc dấu phẩy và ba số 0 ở sau, như \
            “2,000” hay “12.000”: có thể là hai nghìn, cũng có thể là 2 với ba chữ số lẻ do phần mềm xuất ra. “1.234” \
            chỉ có một cách hiểu nên không báo. Nếu cùng trang có số khác cho thấy dấu ấy dùng cho hàng nghìn, như \
            “1.250”, thì không báo. Số tiền hiểu được hai cách được báo mã TH349.",
        why: "Hai cách hiểu cách nhau nghìn lần: nếu hiểu sai, tỷ lệ và chỉ tiêu thống kê của cả tỉnh sai theo. Số lớn \
            được dùng như đơn vị thường viết.",
        fix: "So với các số khác của đơn vị, chẳng hạn tổng số cán bộ. Đơn vị gõ lại số vào ô định dạng “Số” (Number), \
            không gõ dấu phân cách, rồi gửi lại.",
        example: "STNMT.xlsx: 2. Nhân lực!D21: số liệu 2.6 (Tập huấn cán bộ chuyên trách CNTT trong năm) ghi “2,000”, có \
            thể hiểu là 2.000; 2; đang lấy số lớn",
    },
    en: Page {
        title: "Thousands or decimals",
        message: "figure {about} says {found}, which may be read as {expected}; the larger one counts for now",
        advice: "ask the unit which one is right; type the number without separators",
        finds: "A count (people, computers, documents) is written as text with one point or comma and three zeros behind \
            it, such as \"2,000\" or \"12.000\": it may be two thousand, or 2 with three decimals as a program exports \
            it. \"1.234\" has one reading only and raises nothing. Nor does it where another figure of the sheet shows \
            that the sign sets off thousands, such as \"1.250\". An amount with two readings has TH349.",
        why: "The readings are a thousandfold apart: the wrong one spoils the ratios and statistics of the whole \
            province. The larger one is used, as units mostly write.",
        fix: "Hold it against the unit's other figures, such as all its staff. The unit types the number into a cell of \
            the format Number, without separators, and sends the form again.",
        example: "STNMT.xlsx: 2. Nhân lực!D21: figure 2.6 (Tập huấn cán bộ chuyên trách CNTT trong năm) says \"2,000\", \
            which may be read as 2,000; 2; the larger one counts for now",
    },
};

/// Another unit of measure than the form's.
pub static OTHER_MEASURE: Rule = Rule {
    code: "TH334",
    name: "other-measure",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị tính khác mẫu",
        message: "số liệu {about}: phiếu ghi đơn vị tính {found}, mẫu là {expected}",
        advice: "hỏi đơn vị số đã ghi theo đơn vị tính nào; số liệu này chưa được dùng",
        finds: "Cột “Đơn vị tính” của dòng, tiêu đề cột số liệu hoặc dòng “Đơn vị tính: …” ở trên bảng ghi nghìn, triệu, \
            tỷ hoặc đồng khác với bộ tiêu chí, như “nghìn đồng” ở số liệu tính bằng triệu đồng. Chữ viết khác mà cùng độ \
            lớn (“triệu”, “Triệu đồng”) hoặc ô để trống thì không báo.",
        why: "Số có thể lệch nghìn lần. Không rõ đơn vị đã ghi số theo mẫu hay theo chữ đã sửa, nên số liệu không được \
            dùng; điểm tự chấm vẫn được tính, nhưng không có gì đối chiếu.",
        fix: "Hỏi đơn vị. Đơn vị đổi số về đơn vị tính của mẫu, sửa lại chữ ở cột “Đơn vị tính” rồi gửi lại.",
        example: "STNMT.xlsx: 4. Chính sách!D14: số liệu 4.6 – Tổng chi thường xuyên: phiếu ghi đơn vị tính “nghìn \
            đồng”, mẫu là “triệu đồng”",
    },
    en: Page {
        title: "Another unit of measure than the form's",
        message: "figure {about}: the unit of measure is {found}, in the form it is {expected}",
        advice: "ask the unit in which measure the number is; the figure is not used until then",
        finds: "The column \"Đơn vị tính\" of the row, the heading of the figures or a line \"Đơn vị tính: …\" above the \
            table says thousands, millions, billions or plain dong where the scheme says otherwise, such as \"nghìn \
            đồng\" for a figure in triệu đồng. Other words of the same size (\"triệu\", \"Triệu đồng\") and a blank \
            cell raise nothing.",
        why: "The number may be a thousandfold off. Whether it follows the form or the words that were changed is not \
            known, so the figure is not used; the claim counts, but cannot be held against it.",
        fix: "Ask the unit. It converts the number into the measure of the form, restores the words in the column \"Đơn \
            vị tính\" and sends the form again.",
        example: "STNMT.xlsx: 4. Chính sách!D14: figure 4.6 – Tổng chi thường xuyên: the unit of measure is \"nghìn \
            đồng\", in the form it is \"triệu đồng\"",
    },
};

/// A percentage that does not follow from its figures.
pub static RATIO_CONTRADICTS: Rule = Rule {
    code: "TH335",
    name: "ratio-contradicts",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tỷ lệ ghi trên phiếu khác với số liệu",
        message: "{about}: phiếu ghi tỷ lệ {found} %, theo số liệu bên dưới là {expected} %",
        advice: "hỏi đơn vị số nào đúng: tỷ lệ hay hai số liệu; đang dùng hai số liệu",
        finds: "Ở dòng tiêu chí có số liệu a, b ghi ở các dòng riêng, cột “Số liệu” có một tỷ lệ khác với b/a từ 1 điểm \
            phần trăm trở lên: thường là tỷ lệ gõ đè lên công thức. Sai khác do làm tròn, tỷ lệ ghi dạng 0,94, ô trống, \
            hoặc số liệu đã có cảnh báo khác (b lớn hơn a, a bằng 0) thì không báo.",
        why: "Một trong ba số là sai. Điểm theo quy tắc và chỉ tiêu thống kê dùng a và b; nếu tỷ lệ mới đúng thì cả hai \
            đều sai.",
        fix: "Hỏi đơn vị. Nếu a và b đúng, khôi phục công thức của mẫu ở ô tỷ lệ; nếu tỷ lệ đúng, sửa a hoặc b rồi gửi \
            lại.",
        example: "STNMT.xlsx: 1. Hạ tầng!D8: 1.1 (Tỷ lệ CBCC được trang bị máy tính phục vụ công tác): phiếu ghi tỷ lệ \
            55,5 %, theo số liệu bên dưới là 100 %",
    },
    en: Page {
        title: "The percentage in the form contradicts its figures",
        message: "{about}: the form says {found} %, by the figures below it is {expected} %",
        advice: "ask the unit which is right, the percentage or the figures; the figures are used for now",
        finds: "In the row of a criterion whose figures a and b have rows of their own, the column \"Số liệu\" holds a \
            percentage that is off b/a by a percentage point or more: mostly it was typed over the formula. Rounding, a \
            share written as 0.94, a blank cell, and figures that have another finding (b above a, a of 0) raise nothing.",
        why: "One of the three numbers is wrong. The rule and the statistics use a and b; if the percentage is right, \
            both are wrong.",
        fix: "Ask the unit. If a and b are right, restore the formula of the form; if the percentage is right, correct a \
            or b and send the form again.",
        example: "STNMT.xlsx: 1. Hạ tầng!D8: 1.1 (Tỷ lệ CBCC được trang bị máy tính phục vụ công tác): the form says \
            55.5 %, by the figures below it is 100 %",
    },
};

/// A figure above one that it can never exceed.
pub static ABOVE_ANOTHER: Rule = Rule {
    code: "TH336",
    name: "above-another",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số liệu lớn hơn số liệu bao trùm nó",
        message: "số liệu {about} ghi {found}, không thể lớn hơn {expected}",
        advice: "hỏi đơn vị số nào đúng; cả hai đang được dùng",
        finds: "Bộ tiêu chí khai báo at_most cho một số liệu (như số cán bộ, công chức không thể lớn hơn tổng số cán bộ, \
            công chức, viên chức), và phiếu ghi ngược lại. Bằng nhau thì không báo. Tử số lớn hơn mẫu số của một tỷ lệ \
            được báo mã TH309.",
        why: "Một trong hai số là sai, dù tiêu chí nào dùng từng số một cũng không thấy gì. Chỉ tiêu thống kê cộng cả hai.",
        fix: "Hỏi đơn vị số nào đúng, sửa ô ấy rồi gửi lại. Nếu quy tắc không đúng với đợt này, bỏ at_most trong bộ tiêu \
            chí (scheme.toml).",
        example: "STNMT.xlsx: 1. Hạ tầng!D9: số liệu 1.1 – Tổng số cán bộ, công chức ghi 580, không thể lớn hơn 71 (2. \
            Nhân lực!D16)",
    },
    en: Page {
        title: "A figure above the one that takes it in",
        message: "figure {about} says {found}, which cannot be more than {expected}",
        advice: "ask the unit which one is right; both are used for now",
        finds: "The scheme says at_most of a figure (officials can be no more than all staff), and the form says \
            otherwise. Equal numbers raise nothing. A part above the whole of a ratio has TH309.",
        why: "One of the two is wrong, though no criterion that uses either alone can show it. The statistics add up both.",
        fix: "Ask the unit which one is right, correct that cell and send the form again. If the rule does not hold in \
            this campaign, take at_most out of the scheme (scheme.toml).",
        example: "STNMT.xlsx: 1. Hạ tầng!D9: figure 1.1 – Tổng số cán bộ, công chức says 580, which cannot be more than \
            71 (2. Nhân lực!D16)",
    },
};

/// Words beside a score or a figure that name another.
pub static WORDS_CORRECT: Rule = Rule {
    code: "TH337",
    name: "words-correct",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Lời ghi bên cạnh nói khác ô được tính",
        message: "{about}: bên cạnh ghi {found}, ô được tính ghi {expected}",
        advice: "hỏi đơn vị số nào là kết quả cuối cùng; số trong ô đang được tính",
        finds: "Một ô, ghi chú (comment) hoặc hộp chữ ở dòng của tiêu chí, hay ở bất cứ đâu trong tệp mà nêu mã (“mục 1.2”), có lời sửa \
            (“sửa lại”, “chấm lại”, “điều chỉnh”, “đính chính”, “chốt”, …) kèm một số điểm trong thang điểm và khác số ở \
            ô điểm; ở dòng số liệu thì lời sửa kèm “là”, “thành”, “còn” hoặc dấu hai chấm và một số khác số liệu. Hộp chữ \
            chỉ có một con số nằm đè lên ô được tính và khác số trong ô cũng được báo; cũng báo câu “không tính” (điểm) ở một số khác \
            0, và “đã nộp bổ sung” ở điểm 0. Lời sửa nêu đúng số trong ô hoặc điểm \
            thẩm định, hoặc số không phải là điểm, thì không báo.",
        why: "Người mở tệp đọc thấy lời ghi và hiểu điểm là số khác. Lời ghi cũng có thể cũ hơn ô điểm, nên ô điểm được \
            tính.",
        fix: "Hỏi đơn vị. Nếu lời sửa đúng, đơn vị gõ số ấy vào ô “Điểm tự chấm”; nếu đã sửa rồi, xóa lời ghi.",
        example: "STNMT.xlsx: 4. Chính sách!I12: 4.5 (Văn bản chỉ đạo đẩy mạnh ứng dụng CNTT): bên cạnh ghi “Đề nghị chấm \
            lại: 15 điểm”, ô được tính ghi 20",
    },
    en: Page {
        title: "Words beside a number say otherwise",
        message: "{about}: beside it stands {found}, the cell that counts says {expected}",
        advice: "ask the unit which one is final; the number in the cell counts for now",
        finds: "In a cell, a comment or a text box in the row of a criterion, or anywhere in the workbook with its code (\"mục 1.2\"), \
            words correct something (\"sửa lại\", \"chấm lại\", \"điều chỉnh\", \"đính chính\", \"chốt\" and the like) \
            and name points within the scale that are not those in the cell of the score; in the row of a figure, with \
            \"là\", \"thành\", \"còn\" or a colon, a number that is not the figure. So does a text box with a bare number that \
            lies over the cell that counts and says another, \"không tính\" as a sentence of its own at a number other than 0, and \
            \"đã nộp bổ sung\" at a score of 0. Words that name the same number or the appraised one, and numbers \
            that are no points, raise nothing.",
        why: "Whoever opens the file reads the words and takes the score to be another. They may also be older than the \
            score, so the score counts.",
        fix: "Ask the unit. If the words are right, it types the number into the cell \"Điểm tự chấm\"; if that is done, \
            it deletes the words.",
        example: "STNMT.xlsx: 4. Chính sách!I12: 4.5 (Văn bản chỉ đạo đẩy mạnh ứng dụng CNTT): beside it stands \"Đề nghị \
            chấm lại: 15 điểm\", the cell that counts says 20",
    },
};

/// A figure of quite another size than those of the other units.
pub static OTHER_MAGNITUDE: Rule = Rule {
    code: "TH338",
    name: "other-magnitude",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số liệu lệch hẳn so với các đơn vị khác",
        message: "số liệu {about} ghi {found}; mức thường gặp ở các đơn vị cùng cấp là {expected}",
        advice: "hỏi đơn vị về số này, xem có nhầm đơn vị tính hoặc thừa, thiếu chữ số không; số liệu vẫn được dùng",
        finds: "Một số liệu lớn hơn 20 lần trung vị của các đơn vị cùng cấp và hơn 3 lần số lớn thứ hai, hoặc nhỏ hơn \
            1/100 trung vị và chưa bằng 1/3 số nhỏ thứ hai (khi trung vị từ 100 trở lên). Chỉ xét khi có ít nhất năm đơn \
            vị cùng cấp có số liệu đó. Số 0, ô đã có cảnh báo khác về chính số ấy thì không báo.",
        why: "Thường là ghi đồng ở chỗ tính bằng triệu, gõ thừa số 0 hoặc chép nhầm ô. Không quy tắc chấm điểm nào thấy \
            được, mà chỉ một số như vậy cũng làm sai tổng của cả tỉnh.",
        fix: "So với báo cáo của đơn vị hoặc số năm trước. Nếu sai, đơn vị sửa ô rồi gửi lại; nếu đúng thì không phải làm \
            gì.",
        example: "So Xay dung.xlsx: 4. Chính sách!D14: số liệu 4.6 – Tổng chi thường xuyên ghi 9.768.000.000; mức thường \
            gặp ở các đơn vị cùng cấp là 8.120",
    },
    en: Page {
        title: "A figure of quite another size than the other units'",
        message: "figure {about} says {found}; the usual size among units of the level is {expected}",
        advice: "ask the unit about it: another unit of measure, a digit too many or too few; the figure is used for now",
        finds: "A figure is more than 20 times the median of its level and more than 3 times the next largest, or less \
            than a hundredth of the median and less than a third of the next smallest (where the median is 100 or more). It is \
            raised only if at least five units of the level have the figure. A 0, and a cell with another finding about \
            the same number, raise nothing.",
        why: "Mostly dong were written where millions are meant, a 0 was typed too often, or another cell was copied. No \
            rule of scoring sees it, and one such number spoils the sum of the whole province.",
        fix: "Hold it against the unit's reports or last year's figure. If it is wrong, the unit corrects the cell and \
            sends the form again; if it is right, there is nothing to do.",
        example: "So Xay dung.xlsx: 4. Chính sách!D14: figure 4.6 – Tổng chi thường xuyên says 9,768,000,000; the usual \
            size among units of the level is 8,120",
    },
};

/// A percentage that may be a share of one.
pub static SHARE_OR_PERCENT: Rule = Rule {
    code: "TH346",
    name: "share-or-percent",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không rõ số phần trăm hay phần của 1",
        message: "số liệu {about} tính bằng %, phiếu ghi {found}, có thể hiểu là {expected} %; đang lấy {found} %",
        advice: "hỏi đơn vị tỷ lệ đúng là bao nhiêu; ghi số phần trăm, như 90 hoặc 90%",
        finds: "Số liệu có đơn vị tính là % mà ô chỉ ghi một số lớn hơn 0 và không quá 1, không có dấu % và không định dạng phần \
            trăm. Không báo khi điểm tự chấm đúng bằng điểm tính theo số ấy, hoặc khi các đơn vị khác cũng chỉ có vài phần \
            trăm. Ô định dạng phần trăm đọc như ô hiện: 0,9 hiện là 90% thì là 90 %.",
        why: "0,9 có thể là 0,9 %, cũng có thể là 90 % ghi theo phần của 1. Hai cách hiểu cho điểm và số thống kê khác nhau \
            một trăm lần.",
        fix: "Hỏi đơn vị. Đơn vị gõ lại số phần trăm kèm dấu %, như 90% hoặc 0,9%, rồi gửi lại phiếu.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D12: số liệu 1.4 (Tỷ lệ hồ sơ trực tuyến) tính bằng %, phiếu ghi 0,9, có thể \
            hiểu là 0,9 hoặc 90 %; đang lấy 0,9 %",
    },
    en: Page {
        title: "Percentage or share of one",
        message: "figure {about} is in percent and says {found}, which may be read as {expected} %; {found} % counts for now",
        advice: "ask the unit for the percentage; write percent, such as 90 or 90%",
        finds: "The unit of measure of a figure is %, and its cell holds a mere number above 0 and not above 1, without a percent \
            sign and without the format of a percentage. It is not raised where the self score is what the rule makes of \
            this number, nor where the other units have but a few percent. A cell in the format of a percentage is read as \
            it is shown: 0.9 shown as 90% is 90 %.",
        why: "0.9 may be 0.9 %, or 90 % written as a share of one. The two give scores and statistics that are a hundred \
            times apart.",
        fix: "Ask the unit. It types the percentage with its sign, 90% or 0.9%, and sends the form again.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D12: figure 1.4 (Tỷ lệ hồ sơ trực tuyến) is in percent and says 0.9, which may be \
            read as 0.9 or 90 %; 0.9 % counts for now",
    },
};

/// A percentage above one hundred.
pub static ABOVE_HUNDRED: Rule = Rule {
    code: "TH347",
    name: "above-hundred-percent",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tỷ lệ trên 100%",
        message: "số liệu {about} tính bằng %, phiếu ghi {found}; bộ tiêu chí không có mức nào trên 100%",
        advice: "hỏi đơn vị tỷ lệ đúng là bao nhiêu; điểm theo số này chưa chắc chắn",
        finds: "Số liệu có đơn vị tính là % mà phiếu ghi trên 100, trong khi không bậc nào, mốc nào của tiêu chí \
            cho thấy có thể trên 100%. Tiêu chí có bậc từ 100% trở lên thì không báo: khi đó vượt kế hoạch là bình \
            thường.",
        why: "Tỷ lệ của một phần trong tổng số không thể quá 100%: có thể gõ nhầm, hoặc ghi số lượng vào ô tỷ lệ. \
            Điểm tự chấm khi đó không đối chiếu được, hoặc được bậc cao nhất.",
        fix: "Hỏi đơn vị, đơn vị sửa số rồi gửi lại. Nếu tỷ lệ được phép trên 100%, ghi một bậc hoặc mốc như thế \
            vào bộ tiêu chí.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D12: số liệu 1.4 (Tỷ lệ hồ sơ trực tuyến) tính bằng %, phiếu ghi \
            120; bộ tiêu chí không có mức nào trên 100%",
    },
    en: Page {
        title: "Percentage above 100",
        message: "figure {about} is in percent and says {found}; nothing in the scheme goes beyond 100%",
        advice: "ask the unit for the percentage; points by this number are not certain",
        finds: "The unit of measure of a figure is %, and the form says more than 100, where no tier and no point \
            of a line of the criterion shows that it may. With a tier that begins at 100% or above nothing is \
            raised: more than planned is usual then.",
        why: "A part cannot be more than its whole: a slip of the pen, or a count in the cell of a percentage. The \
            self score cannot be held against it, or the highest tier is reached.",
        fix: "Ask the unit, which corrects the number and sends the form again. Where more than 100% is possible, \
            write such a tier or point into the scheme.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D12: figure 1.4 (Tỷ lệ hồ sơ trực tuyến) is in percent and says \
            120; nothing in the scheme goes beyond 100%",
    },
};

/// Self scores that may all be shares of their maxima.
pub static SCORES_MAY_BE_SHARES: Rule = Rule {
    code: "TH352",
    name: "scores-may-be-shares",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Điểm có thể ghi theo tỷ lệ",
        message: "mọi điểm tự chấm đều từ 0 đến 1 (như {found}), trong khi điểm tối đa của tiêu chí đến {expected}; có thể là tỷ lệ, không phải điểm",
        advice: "hỏi đơn vị; nếu là tỷ lệ thì ghi lại thành điểm (tỷ lệ × điểm tối đa); hiện vẫn được tính như đã ghi",
        finds: "Từ 5 tiêu chí trở lên có điểm tối đa từ 5 điểm, mà điểm tự chấm của tất cả đều từ 0 đến 1, quá nửa trên 0 và \
            có điểm lẻ. Chỉ một điểm trên 1 thì không báo. Ô hiện dấu phần trăm được báo mã TH319. Hầu hết các phiếu \
            đều thế thì cả đợt báo một lần. Đợt đã khai là ghi theo tỷ lệ thì không báo.",
        why: "Nhiều bộ chỉ số cho điểm từ 0 đến 1 rồi mới nhân với điểm tối đa. Đọc tỷ lệ như điểm thì tổng của đơn \
            vị chỉ còn vài điểm.",
        fix: "Hỏi đơn vị. Nếu là tỷ lệ, đơn vị nhân với điểm tối đa, ghi lại điểm rồi gửi lại. Nếu cả đợt ghi như \
            thế, chọn “tỷ lệ từ 0 đến 1” ở mục “Điểm trong phiếu ghi theo” của trang Đợt (`scores_as`).",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F5: mọi điểm tự chấm đều từ 0 đến 1 (như 0,9), trong khi điểm tối đa \
            của tiêu chí đến 60; có thể là tỷ lệ, không phải điểm",
    },
    en: Page {
        title: "Scores may be shares",
        message: "all self scores are from 0 to 1 (such as {found}), where criteria have up to {expected} points; they may be shares and no points",
        advice: "ask the unit; shares are to be written as points (share × maximum); for now they count as written",
        finds: "Five criteria or more with a maximum of at least 5 have self scores, all of them from 0 to 1, most of \
            them above 0 and one with decimals. A single one above 1 and nothing is raised. Cells that show a \
            percent sign have TH319. What nearly all forms do is said once for the campaign. Where the campaign says \
            that scores are shares, nothing is raised.",
        why: "Many indices give 0 to 1 and multiply by the maximum later. Read as points, shares leave the unit with a \
            total of a few points.",
        fix: "Ask the unit. If shares are meant, it multiplies them by the maxima, writes the points and sends the form \
            again. Where all forms are so, write `scores_as = \"share\"` into the scheme.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F5: all self scores are from 0 to 1 (such as 0.9), where criteria have up \
            to 60 points; they may be shares and no points",
    },
};

/// A score that may be a share of the maximum or points, where the scheme says that its forms have shares.
pub static SHARE_OR_POINTS: Rule = Rule {
    code: "TH353",
    name: "share-or-points",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không rõ là tỷ lệ hay là điểm",
        message: "{about} ghi {found}, có thể hiểu là {expected} điểm; chưa tính",
        advice: "hỏi đơn vị được bao nhiêu điểm; ghi lại theo cùng một cách ở mọi tiêu chí",
        finds: "Chỉ ở đợt ghi điểm theo tỷ lệ (mục “Điểm trong phiếu ghi theo”): phiếu có từ hai điểm vượt quá mức tối đa của \
            tỷ lệ, nên những số nhỏ trong phiếu ấy cũng có thể là điểm; hoặc đợt ghi theo phần trăm mà ô chỉ ghi một số lớn \
            hơn 0 và không quá 1; hoặc tiêu chí có phương án mà số ghi ở dòng tiêu chí vừa là điểm của một phương án, vừa là \
            tỷ lệ của phương án khác. Ô có dấu % hay định dạng phần trăm thì rõ, không báo.",
        why: "0,5 có thể là nửa số điểm tối đa, cũng có thể là nửa điểm. Hai cách hiểu cho hai số điểm khác nhau.",
        fix: "Hỏi đơn vị. Đơn vị ghi lại mọi điểm theo một cách rồi gửi lại phiếu.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F9: 1.3 (Mạng nội bộ) ghi 0,5, có thể hiểu là 0,5 hoặc 10 điểm; chưa tính",
    },
    en: Page {
        title: "Share or points is not clear",
        message: "{about} says {found}, which may mean {expected} points; it does not count yet",
        advice: "ask the unit how many points it has; all criteria are to be written in the same way",
        finds: "Only where scores are written as shares (`scores_as`): two scores or more of a form are beyond what a share \
            can be, so its small numbers may be points as well; or percent is written and a cell says no more than a number \
            above 0 and up to 1; or the number on the row of a criterion with options is the points of one and the share of \
            another. Cells with a percent sign or a format of percent are clear.",
        why: "0.5 may be half of the maximum or half a point, which are different scores.",
        fix: "Ask the unit, which writes all scores in one way and sends the form again.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F9: 1.3 (Mạng nội bộ) says 0.5, which may mean 0.5 or 10 points; it does \
            not count yet",
    },
};
