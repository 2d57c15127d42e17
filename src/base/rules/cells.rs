//! Rules about single cells that say something else than they seem to (`TH31x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Score turned into a date.
pub static SCORE_IS_DATE: Rule = Rule {
    code: "TH313",
    name: "score-is-date",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm bị đổi thành ngày tháng",
        message: "ô điểm của {about} là ngày hoặc giờ {found}; có thể đơn vị muốn ghi {expected}",
        advice: "hỏi đơn vị, sửa ô thành số; tiêu chí chưa được tính",
        finds: "Ô điểm chứa ngày tháng thay vì số, thường do Excel tự đổi 8.5 hoặc 8/5 thành ngày 8 tháng 5. Cảnh \
            báo nêu các số có thể: số đã lưu, ngày.tháng và tháng.ngày, nếu nằm trong khung điểm của tiêu chí; đó chỉ là gợi ý. \
            Số 8.5 lưu dạng văn bản vẫn đọc được và không báo.",
        why: "Đằng sau ngày tháng là một số khác hẳn: ngày 08/05/2018 được lưu là 43228. Cùng một ngày có thể là \
            8,5 hay 5,8, nên không số nào được tính. Tiêu chí để trống, không phải 0 điểm; nếu phiếu có điểm thẩm \
            định thì điểm đó được tính.",
        fix: "Hỏi đơn vị điểm đúng. Đơn vị chọn ô, bấm Ctrl+1, chọn “Số” (Number) rồi gõ lại điểm; chỉ đổi định \
            dạng mà không gõ lại thì ô hiện 43228. Để không bị đổi nữa, gõ dấu thập phân theo cài đặt của máy, với \
            máy tiếng Việt là dấu phẩy: 8,5.",
        example: "So Xay dung.xlsx: 6. ATTT!F10: ô điểm của 6.2 (Tỷ lệ máy tính cài phần mềm diệt virus bản quyền) \
            là ngày hoặc giờ “08/05/2018”; có thể đơn vị muốn ghi 8,5; 5,8",
    },
    en: Page {
        title: "Score turned into a date",
        message: "the score of {about} is the date or time {found}; the unit may have meant {expected}",
        advice: "ask the unit and write the number; the criterion does not count until then",
        finds: "The cell of a score holds a date, mostly because Excel turned 8.5 or 8/5 into 8 May. The finding \
            gives the numbers that it may have been, the one stored, day.month and month.day, as far as they are within the range \
            of the criterion; these are proposals only. An 8.5 stored as text is read and raises nothing.",
        why: "Behind a date there is quite another number: 08/05/2018 is stored as 43228. One date may be 8.5 or \
            5.8, so neither counts. The criterion stays open, it is not 0 points; an appraised score in the form \
            counts.",
        fix: "Ask the unit for the score. The unit selects the cell, presses Ctrl+1, chooses Number and types the \
            score again; a change of format alone shows 43228. To keep it from happening again, type the decimal \
            mark of the computer's settings, which in Viet Nam is a comma: 8,5.",
        example: "So Xay dung.xlsx: 6. ATTT!F10: the score of 6.2 (Tỷ lệ máy tính cài phần mềm diệt virus bản \
            quyền) is the date or time \"08/05/2018\"; the unit may have meant 8.5; 5.8",
    },
};

/// Approximate number.
pub static APPROXIMATE: Rule = Rule {
    code: "TH314",
    name: "approximate",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số ghi ước lượng",
        message: "{about} ghi {found}; đọc là {expected}",
        advice: "hỏi đơn vị số chính xác; số đã đọc đang được dùng",
        finds: "Ô điểm hoặc ô số liệu ghi một con số kèm dấu hay chữ chỉ mức ước lượng, như ~85, >=5, “khoảng 85”, \
            “trên 5”. Ô có hai con số, như “80-85”, không đọc được, báo mã TH301 hoặc TH304. Số đã đọc vẫn qua các \
            kiểm tra khác như mọi số.",
        why: "Con số đang được dùng, nhưng chính đơn vị cho biết nó không chính xác: “trên 5” có thể là 6 hoặc 50. \
            Khi điểm tính theo mức hoặc theo tỷ lệ, lệch một ít cũng có thể đổi điểm.",
        fix: "Hỏi đơn vị số chính xác, rồi đơn vị ghi đúng một số vào ô và chuyển phần giải thích sang cột “Giải \
            trình”. Nếu chỉ có số ước tính, đơn vị ghi cách ước tính ở “Giải trình” để người thẩm định quyết định.",
        example: "Thanh tra tinh - phieu 2017.xlsm: 3. Phần mềm!D11: 3.2 – Tổng số văn bản đi ghi “khoảng 850”; \
            đọc là 850",
    },
    en: Page {
        title: "Approximate number",
        message: "{about} says {found}; read as {expected}",
        advice: "ask the unit for the exact number; the number read is used for now",
        finds: "A score or a figure is given as one number with a sign or word for an estimate, such as ~85, >=5, \
            \"khoảng 85\" (about) or \"trên 5\" (over). A cell with two numbers, such as \"80-85\", cannot be read \
            and has TH301 or TH304. The number read goes through all other checks.",
        why: "The number is used, but the unit itself says that it is not exact: \"trên 5\" may be 6 or 50. Where \
            points depend on steps or a ratio, a small difference can change them.",
        fix: "Ask the unit for the exact number; the unit then writes just that into the cell and moves the \
            explanation to \"Giải trình\". If there is an estimate only, it says under \"Giải trình\" how it was \
            made, for the appraiser to decide.",
        example: "Thanh tra tinh - phieu 2017.xlsm: 3. Phần mềm!D11: 3.2 – Tổng số văn bản đi says \"khoảng 850\"; \
            read as 850",
    },
};

/// Letter in place of a digit.
pub static LETTER_FOR_DIGIT: Rule = Rule {
    code: "TH315",
    name: "letter-for-digit",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ cái thay chữ số",
        message: "{about} ghi {found}; có thể là {expected}",
        advice: "sửa ô thành số; giá trị này chưa được tính",
        finds: "Ô điểm hoặc ô số liệu có chữ O, o hoặc l, I lẫn giữa các chữ số, như “3O” hay “l5”. Cảnh báo nêu con \
            số có thể là đúng, với O là 0 và l, I là 1; đó chỉ là gợi ý. Chữ chỉ đơn vị đứng sau số, như “10đ”, “30 \
            điểm”, thì không báo; chữ khác được báo mã TH301 hoặc TH304.",
        why: "Trên màn hình “3O” và “30” gần như giống nhau, nhưng Excel không cộng được “3O”, nên tổng của đơn vị \
            cũng có thể thiếu. Giá trị chưa được tính, cũng không phải là 0: điểm tự chấm như vậy thì tiêu chí để \
            trống, số liệu như vậy thì không vào thống kê.",
        fix: "Đơn vị gõ lại ô bằng phím số rồi gửi lại. Lỗi này hay gặp khi chép số từ bản quét hoặc tệp PDF, nên \
            xem lại cả các ô khác của phiếu. Trong Excel, ô chưa căn lề thì số nằm bên phải, chữ nằm bên trái.",
        example: "Phieu_STTTT_2017.xlsx: 2. Nhân lực!F11: 2.2 (Bố trí cán bộ phụ trách CNTT) ghi “3O”; có thể là \
            30",
    },
    en: Page {
        title: "Letter in place of a digit",
        message: "{about} says {found}; it may be {expected}",
        advice: "write the number; the value does not count until then",
        finds: "A score or a figure has a letter O, o or l, I among its digits, such as \"3O\" or \"l5\". The \
            finding gives the number that is probably meant, with O as 0 and l, I as 1; it is a proposal only. A \
            word for the unit behind the number, such as \"10đ\" or \"30 điểm\", raises nothing; other letters \
            have TH301 or TH304.",
        why: "On the screen \"3O\" and \"30\" look much the same, but Excel cannot add \"3O\", so the unit's own \
            total may be short as well. The value does not count, and it is not 0 either: with such a self score \
            the criterion stays open, and such a figure is left out of the statistics.",
        fix: "The unit types the cell again with the number keys and sends the form again. This mostly comes from \
            numbers copied out of a scan or a PDF, so look at the other cells of the form too. In Excel, where no \
            alignment is set, numbers stand on the right of a cell and text on the left.",
        example: "Phieu_STTTT_2017.xlsx: 2. Nhân lực!F11: 2.2 (Bố trí cán bộ phụ trách CNTT) says \"3O\"; it may \
            be 30",
    },
};

/// Penalty typed as a positive number.
pub static PENALTY_POSITIVE: Rule = Rule {
    code: "TH316",
    name: "penalty-positive",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm trừ ghi số dương",
        message: "tiêu chí {about} là điểm trừ nhưng ghi {found}; có thể là {expected}",
        advice: "ghi lại thành số âm; tiêu chí chưa được tính",
        finds: "Tiêu chí là điểm trừ (mức tối đa là 0) và điểm tự chấm là một số dương không lớn hơn mức trừ nhiều \
            nhất, như 5 ở tiêu chí trừ đến 10. Số lớn hơn mức đó thì báo mã TH305. Số âm, số trong ngoặc đơn như (5) \
            và số 0 thì không báo.",
        why: "Gần như chắc chắn đơn vị muốn trừ, nhưng đổi dấu thay đơn vị cũng là đoán. Cộng thay vì trừ làm tổng \
            lệch gấp đôi số điểm, nên tiêu chí để trống cho đến khi rõ; nếu phiếu có điểm thẩm định thì điểm đó \
            được tính.",
        fix: "Hỏi đơn vị rồi đơn vị ghi lại số âm, ví dụ -5. Xem cả công thức dòng tổng: nếu công thức đang trừ ô \
            này thì đổi thành cộng. Hoặc ghi số âm vào cột “Điểm thẩm định” của phiếu.",
        example: "UBND huyen Kon Plong 2017.xlsx: 7. Điểm cộng trừ!F11: tiêu chí 7.3 (Điểm trừ: nộp phiếu chậm) là \
            điểm trừ nhưng ghi 5; có thể là -5",
    },
    en: Page {
        title: "Penalty typed as a positive number",
        message: "criterion {about} is a penalty but says {found}; it may be {expected}",
        advice: "write it as a negative number; the criterion does not count until then",
        finds: "The criterion is a penalty (its maximum is 0) and the self score is a positive number not greater \
            than its largest penalty, such as 5 where up to 10 may be taken off. A greater number has TH305. A \
            negative number, one in parentheses such as (5), and 0 raise nothing.",
        why: "The unit almost certainly means to take points off, but to turn the sign for it would be a guess. \
            Added where it should be taken off, it puts the total out by twice its size, so the criterion stays \
            open until it is settled; an appraised score in the form counts.",
        fix: "Ask the unit, which then writes a negative number, such as -5. Look at the formula of the total as \
            well: if it subtracts this cell, it has to add it now. Or enter the negative number in the column \
            \"Điểm thẩm định\" of the form.",
        example: "UBND huyen Kon Plong 2017.xlsx: 7. Điểm cộng trừ!F11: criterion 7.3 (Điểm trừ: nộp phiếu chậm) \
            is a penalty but says 5; it may be -5",
    },
};

/// Appraised without a claim.
pub static APPRAISED_WITHOUT_CLAIM: Rule = Rule {
    code: "TH317",
    name: "appraised-without-claim",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Có điểm thẩm định, không có điểm tự chấm",
        message: "tiêu chí {about} bỏ trống điểm tự chấm, điểm thẩm định là {found}",
        advice: "điểm thẩm định được tính; kiểm tra đơn vị có bỏ sót không",
        finds: "Ô điểm tự chấm trống, còn ô điểm thẩm định của cùng tiêu chí có số. Cả hai cùng trống thì báo mã \
            TH302. Điểm tự chấm là 0 không phải là trống, nên không báo.",
        why: "Điểm thẩm định được tính nên tổng không thiếu, nhưng không có điểm tự chấm để so. Đơn vị có thể đã \
            bỏ sót, hoặc đã ghi điểm tự chấm nhầm sang cột thẩm định; khi đó điểm đang tính chưa có ai thẩm định.",
        fix: "Hỏi ai đã ghi cột “Điểm thẩm định” ở dòng này. Nếu là đơn vị ghi nhầm cột, đơn vị chuyển số sang cột \
            “Điểm tự chấm” rồi gửi lại. Nếu điểm thẩm định đúng thì không phải làm gì.",
        example: "So VHTTDL tu danh gia UDCNTT 2017.ods: 5. Trang TTĐT!F12: tiêu chí 5.4 (Dịch vụ công trực tuyến \
            mức độ 2) bỏ trống điểm tự chấm, điểm thẩm định là 10",
    },
    en: Page {
        title: "Appraised without a claim",
        message: "criterion {about} has no self score, the appraised score is {found}",
        advice: "the appraised score counts; check whether the unit forgot it",
        finds: "The self score is blank, but the appraised score of the same criterion holds a number. If both are \
            blank, the criterion has TH302. A self score of 0 is not a blank and raises nothing.",
        why: "The appraised score counts, so nothing is missing from the total, but there is no claim to compare \
            it with. The unit may have forgotten it, or have written its claim into the column of the appraiser; \
            then nobody has appraised what counts.",
        fix: "Ask who filled in the column \"Điểm thẩm định\" in this row. If the unit wrote into the wrong \
            column, it moves the number to \"Điểm tự chấm\" and sends the form again. If the appraised score is \
            right, there is nothing to do.",
        example: "So VHTTDL tu danh gia UDCNTT 2017.ods: 5. Trang TTĐT!F12: criterion 5.4 (Dịch vụ công trực tuyến \
            mức độ 2) has no self score, the appraised score is 10",
    },
};

/// Score may stand in the wrong column.
pub static SCORE_SHIFTED: Rule = Rule {
    code: "TH318",
    name: "score-shifted",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm có thể lệch cột",
        message: "tiêu chí {about} bỏ trống điểm tự chấm, cột bên cạnh lại có số {found}",
        advice: "kiểm tra đơn vị có ghi lệch cột không; tiêu chí chưa được tính",
        finds: "Điểm tự chấm trống, và ô “Tài liệu kiểm chứng” hoặc “Giải trình” của cùng dòng chỉ có một con số nằm \
            trong khung điểm của tiêu chí. Ô có thêm chữ, như “QĐ số 20”, hoặc số ngoài khung điểm thì không báo và \
            tiêu chí được báo mã TH302. Các cột khác không được xét.",
        why: "Có thể đơn vị ghi hoặc dán lệch vài cột, nhưng con số cũng có thể là số văn bản hay số trang. Vì vậy \
            nó không được tính thay; tiêu chí để trống, không phải 0 điểm, và tổng là tạm tính.",
        fix: "Xem các dòng trên và dưới: nếu cả đoạn cùng lệch, đơn vị chọn đoạn số, cắt (Ctrl+X), dán (Ctrl+V) \
            vào cột “Điểm tự chấm” rồi gửi lại. Nếu con số có nghĩa khác, đơn vị ghi rõ bằng chữ và điền điểm tự \
            chấm.",
        example: "So LDTBXH - phieu tu danh gia.xlsx: 4. Chính sách!H12: tiêu chí 4.4 (Quy chế hoạt động trang \
            TTĐT, Ban biên tập và nhuận bút) bỏ trống điểm tự chấm, cột bên cạnh lại có số 20",
    },
    en: Page {
        title: "Score may stand in the wrong column",
        message: "criterion {about} has no self score, but a column beside it holds the number {found}",
        advice: "check whether the unit wrote into the wrong column; the criterion does not count until then",
        finds: "The self score is blank, and the cell \"Tài liệu kiểm chứng\" or \"Giải trình\" of the same row \
            holds nothing but a number within the range of the criterion. A cell with words, such as \"QĐ số 20\", \
            or a number out of range does not raise this, and the criterion has TH302. Other columns are not \
            looked at.",
        why: "The unit may have typed or pasted a few columns too far, but the number may as well be that of a \
            document or of pages. So it does not count in place of a score; the criterion stays open, it is not 0 \
            points, and the total is provisional.",
        fix: "Look at the rows above and below: if a whole stretch is out of place, the unit selects the numbers, \
            cuts them (Ctrl+X), pastes them (Ctrl+V) into \"Điểm tự chấm\" and sends the form again. If the number \
            means something else, the unit says so in words and fills in the self score.",
        example: "So LDTBXH - phieu tu danh gia.xlsx: 4. Chính sách!H12: criterion 4.4 (Quy chế hoạt động trang \
            TTĐT, Ban biên tập và nhuận bút) has no self score, but a column beside it holds the number 20",
    },
};

/// Score written as a percentage.
pub static PERCENT_SCORE: Rule = Rule {
    code: "TH319",
    name: "percent-score",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm ghi bằng phần trăm",
        message: "điểm của {about} ghi {found}; không rõ là điểm hay tỷ lệ",
        advice: "hỏi đơn vị, ghi lại thành điểm; tiêu chí chưa được tính",
        finds: "Ô điểm ghi dấu phần trăm hoặc phần nghìn, như “97,93%”, hoặc là số mà định dạng làm hiện dấu đó. Số không có dấu \
            phần trăm thì đọc như thường, kể cả ở tiêu chí chấm theo tỷ lệ. Ô số liệu ghi phần trăm không thuộc \
            cảnh báo này.",
        why: "Ở tiêu chí tối đa 60, “97,93%” có thể là tỷ lệ đạt được, tức 58,76 điểm, cũng có thể là điểm ghi \
            thừa dấu; còn Excel thì lưu 0,9793. Các cách hiểu cho điểm khác nhau, nên tiêu chí để trống, không \
            phải 0 điểm; nếu phiếu có điểm thẩm định thì điểm đó được tính.",
        fix: "Hỏi đơn vị con số là tỷ lệ hay là điểm. Đơn vị chọn ô, bấm Ctrl+1, chọn “Số” (Number) rồi gõ lại \
            điểm; chỉ đổi định dạng thì 97,93% thành 0,98. Tỷ lệ thì ghi ở cột “Giải trình”, không ghi ở cột điểm.",
        example: "SGDDT-phieu-danh-gia-2017.xls: 3. Phần mềm!F11: điểm của 3.2 (Tỷ lệ văn bản đi phát hành trên \
            phần mềm) ghi “97,93%”; không rõ là điểm hay tỷ lệ",
    },
    en: Page {
        title: "Score written as a percentage",
        message: "the score of {about} says {found}; whether points or a share is meant cannot be told",
        advice: "ask the unit and write points; the criterion does not count until then",
        finds: "The cell of a score has a percent or per mille sign, such as \"97,93%\", or is a number whose format shows \
            one. A number without a percent sign is read as usual, even where the criterion is scored by a \
            ratio. Figures in percent are not concerned.",
        why: "Where the maximum is 60, \"97,93%\" may be the share achieved, which is 58.76 points, or points with \
            a sign too many; and what Excel stores is 0.9793. These give different points, so the criterion stays \
            open, it is not 0 points; an appraised score in the form counts.",
        fix: "Ask the unit whether the number is a share or points. The unit selects the cell, presses Ctrl+1, \
            chooses Number and types the points again; a change of format alone turns 97.93% into 0.98. A share \
            belongs under \"Giải trình\", not in a column of points.",
        example: "SGDDT-phieu-danh-gia-2017.xls: 3. Phần mềm!F11: the score of 3.2 (Tỷ lệ văn bản đi phát hành \
            trên phần mềm) says \"97,93%\"; whether points or a share is meant cannot be told",
    },
};

/// Appraised score out of range.
pub static APPRAISED_OUT_OF_RANGE: Rule = Rule {
    code: "TH320",
    name: "appraised-out-of-range",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm thẩm định ngoài khung",
        message: "tiêu chí {about} thẩm định {found}, khung cho phép {expected}",
        advice: "sửa điểm thẩm định; đến lúc đó tiêu chí được tính như chưa thẩm định",
        finds: "Cột “Điểm thẩm định” có một số, nhưng số đó cao hơn điểm tối đa hoặc thấp hơn điểm tối thiểu của \
            tiêu chí ở cấp của đơn vị. Điểm thẩm định bằng đúng mức tối đa hoặc tối thiểu thì không sao.",
        why: "Điểm thẩm định thay điểm tự chấm. Một điểm ngoài khung không thể là ý của người thẩm định, nên không được tính; tiêu chí được tính như chưa thẩm định cho đến khi có điểm đúng.",
        fix: "Mở phiếu, sửa ô ở cột “Điểm thẩm định” rồi chạy lại.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!G12: tiêu chí 2.3 (Trình độ cán bộ chuyên trách CNTT) thẩm định 45, khung cho phép từ 0 đến 40",
    },
    en: Page {
        title: "Appraised score out of range",
        message: "criterion {about} is appraised at {found}, allowed is {expected}",
        advice: "correct the appraised score; until then the criterion counts as not appraised",
        finds: "The column \"Điểm thẩm định\" holds a number that is above the maximum or below the minimum of the criterion at the unit's level. A score at the maximum or the minimum is fine.",
        why: "The appraised score replaces the claim. One out of range cannot be what the appraiser meant, so it does not count; until there is a right one the criterion counts as not appraised.",
        fix: "Open the workbook, correct the cell in the column \"Điểm thẩm định\" and run again.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!G12: criterion 2.3 (Trình độ cán bộ chuyên trách CNTT) is appraised at 45, allowed is from 0 to 40",
    },
};

/// Number hidden by its format.
pub static HIDDEN_VALUE: Rule = Rule {
    code: "TH321",
    name: "hidden-value",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số bị ẩn bằng định dạng",
        message: "ô của {about} có số {found} nhưng định dạng không cho thấy",
        advice: "đổi định dạng ô về General rồi xem lại; số này vẫn được tính",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có số, nhưng định dạng số của ô không hiển thị gì (như ;;;). Số có định dạng thường, kể cả kèm chữ như 0 “điểm”, thì không sao. Chữ cùng màu với nền báo mã TH329.",
        why: "Người xem phiếu thấy ô trống, nhưng ô vẫn có số và công thức vẫn cộng số đó.",
        fix: "Trong Excel chọn ô, đổi định dạng về General. Hỏi đơn vị nếu số không đúng ý.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: ô của 2.3 (Trình độ cán bộ chuyên trách CNTT) có số 40 nhưng định dạng không cho thấy",
    },
    en: Page {
        title: "Number hidden by its format",
        message: "the cell of {about} holds {found}, but its format shows nothing",
        advice: "set the format to General and look again; the number counts",
        finds: "The cell of a score, a figure or a sum holds a number, but its number format shows nothing (such as ;;;). Usual formats are fine, with words too. Letters of the colour behind them have TH329.",
        why: "Whoever looks at the form sees a blank cell, but the cell holds a number, and formulas add it.",
        fix: "In Excel select the cell and set its format to General. Ask the unit if the number is not what it meant.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: the cell of 2.3 (Trình độ cán bộ chuyên trách CNTT) holds 40, but its format shows nothing",
    },
};

/// Number that no form can mean.
pub static IMPOSSIBLE_NUMBER: Rule = Rule {
    code: "TH323",
    name: "impossible-number",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số không thể có trong phiếu",
        message: "ô của {about} có số {found}, không phiếu nào có số như vậy",
        advice: "hỏi đơn vị con số đúng; số này chưa được tính, không phải là 0",
        finds: "Ô điểm, ô điểm tối đa, dòng cộng hoặc ô số liệu có một số lớn hơn 1.000.000.000.000 (một nghìn tỷ, kể cả số âm). Số gần 0 do phép trừ để lại, như 1,1E-16, được đọc là 0. Số lớn vừa phải, như 999999, vẫn được đọc; quá mức tối đa thì báo mã TH305.",
        why: "Số như vậy là do lỗi gõ, lỗi công thức hoặc lỗi chuyển đổi tệp, và làm hỏng mọi phép cộng có nó. Ô điểm tự chấm hoặc ô điểm tối đa như vậy thì tiêu chí để trống; số liệu như vậy không vào chỉ tiêu nào.",
        fix: "Đơn vị sửa ô thành đúng số đã có trong hồ sơ. Nếu ô là công thức, sửa công thức.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F12: ô của 2.3 (Trình độ cán bộ chuyên trách CNTT) có số “1E+28”, không phiếu nào có số như vậy",
    },
    en: Page {
        title: "Number that no form can mean",
        message: "the cell of {about} holds {found}, which no form can mean",
        advice: "ask the unit for the right number; this one does not count, it is not 0",
        finds: "A score, a stated maximum, a sum or a figure is a number beyond 1,000,000,000,000 (negative ones too). A number next to 0 that a subtraction leaves, such as 1.1E-16, is read as 0. Large numbers below that, such as 999999, are read; above the maximum they have TH305.",
        why: "Such a number comes from a slip, a wrong formula or a conversion, and spoils each sum that it is in. With such a self score or stated maximum the criterion stays open; such a figure is in no statistic.",
        fix: "The unit corrects the cell to the number that its records have. In a formula, correct the formula.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F12: the cell of 2.3 (Trình độ cán bộ chuyên trách CNTT) holds \"1E+28\", which no form can mean",
    },
};
