//! Rules about a year against the one before (`TH5xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Large change without an explanation.
pub static MOVEMENT: Rule = Rule {
    code: "TH501",
    name: "movement-unexplained",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm thay đổi lớn so với năm trước, không giải trình",
        message: "tiêu chí {about} được {found} điểm, năm trước {expected} (lệch {difference}), không có giải trình",
        advice: "thẩm định kỹ tiêu chí này; đề nghị đơn vị giải trình",
        finds: "Khi so với năm trước (--previous), tiêu chí so sánh được nguyên vẹn (cùng mã, cùng tên, cùng điểm \
            tối đa, cùng quy tắc, đơn vị không bị sáp nhập hay chia tách), điểm được tính tăng hoặc giảm từ ngưỡng \
            trở lên và cột “Giải trình” để trống. Ngưỡng là phần trăm của điểm tối đa, ghi ở movement_tolerance \
            trong campaign.toml, mặc định 50. Có giải trình, hoặc tiêu chí đã đổi, thì không báo.",
        why: "Thay đổi lớn trong một năm có thể là thành tích thật, cũng có thể là nhầm dòng, nhầm đơn vị tính hoặc \
            chấm rộng tay. Lãnh đạo sẽ hỏi vì sao; câu trả lời cần có trước khi ký.",
        fix: "Xem tài liệu kiểm chứng của tiêu chí, đề nghị đơn vị ghi lý do vào cột “Giải trình”, hoặc ghi điểm vào \
            cột “Điểm thẩm định” rồi chạy lại.",
        example: "STC_phieu_2017.xlsx: 2. Ứng dụng!F12: tiêu chí 2.3 (Thư điện tử) được 40 điểm, năm trước 10 (lệch \
            30), không có giải trình",
    },
    en: Page {
        title: "Large change on last year without an explanation",
        message: "criterion {about} has {found} points, last year {expected} (difference {difference}), without an explanation",
        advice: "appraise the criterion with care; ask the unit for an explanation",
        finds: "With a previous year given (--previous), a criterion that compares in full (same code, text, \
            maximum and rule, the unit neither merged nor split) went up or down by the tolerance or more, and the \
            column \"Giải trình\" is blank. The tolerance is a percentage of the maximum, movement_tolerance in \
            campaign.toml, 50 by default. An explanation, or a criterion that was changed, raises nothing.",
        why: "A large change in one year may be real progress, or a wrong row, a wrong unit of measure, or a \
            generous hand. Leadership will ask; the answer has to be there before the signature.",
        fix: "Look at the criterion's evidence, ask the unit to give its reason in the column \"Giải trình\", or \
            enter points in the column \"Điểm thẩm định\" and run again.",
        example: "STC_phieu_2017.xlsx: 2. Ứng dụng!F12: criterion 2.3 (Thư điện tử) has 40 points, last year 10 \
            (difference 30), without an explanation",
    },
};

/// Several large changes without an explanation.
pub static MOVEMENTS: Rule = Rule {
    code: "TH507",
    name: "movements-unexplained",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Nhiều thay đổi lớn so với năm trước, không giải trình",
        message: "{found} tiêu chí thay đổi lớn so với năm trước, không có giải trình: {expected}",
        advice: "thẩm định kỹ các tiêu chí này; đề nghị đơn vị giải trình",
        finds: "Như TH501, khi một đơn vị có từ hai tiêu chí như vậy trở lên. Mỗi đơn vị báo một lần, kèm mã và ô của \
            từng tiêu chí; điểm hai năm ở trang So sánh.",
        why: "Cả đơn vị lên hoặc xuống cùng lúc thường có một lý do chung; hỏi một lần là đủ.",
        fix: "Xem tài liệu kiểm chứng của các tiêu chí đã nêu, đề nghị đơn vị ghi lý do vào cột “Giải trình” ở từng \
            tiêu chí, rồi chạy lại.",
        example: "STC_phieu_2017.xlsx: 2. Ứng dụng!F12: 2 tiêu chí thay đổi lớn so với năm trước, không có giải trình: \
            2.3 (2. Ứng dụng!F12); 4.1 (4. Chính sách!F9)",
    },
    en: Page {
        title: "Several large changes on last year without an explanation",
        message: "{found} criteria changed much on last year, without an explanation: {expected}",
        advice: "appraise these criteria with care; ask the unit for an explanation",
        finds: "As TH501, where a unit has two such criteria or more. It is said once for a unit, with the code and the cell \
            of each criterion; the points of both years are on the sheet So sánh.",
        why: "Where a whole unit goes up or down there is mostly one reason; to ask once is enough.",
        fix: "Look at the evidence of the criteria named, ask the unit to give its reasons in the column \"Giải trình\", and \
            run again.",
        example: "STC_phieu_2017.xlsx: 2. Ứng dụng!F12: 2 criteria changed much on last year, without an explanation: \
            2.3 (2. Ứng dụng!F12); 4.1 (4. Chính sách!F9)",
    },
};

/// Everything as last year.
pub static SAME_AS_LAST_YEAR: Rule = Rule {
    code: "TH502",
    name: "same-as-last-year",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu giống hệt năm trước",
        message: "tất cả {found} điểm và số liệu giống hệt năm trước",
        advice: "hỏi đơn vị có gửi nhầm phiếu năm trước không; phiếu vẫn được tính",
        finds: "Khi so với năm trước (--previous), mọi điểm tự chấm và mọi số liệu có ở cả hai năm đều bằng nhau, và \
            có ít nhất năm giá trị như vậy. Chỉ một giá trị khác là không báo. Bảng công bố không có số liệu của \
            tiêu chí nên không so được.",
        why: "Số cán bộ, số máy tính, số văn bản của hai năm khó giống nhau hoàn toàn. Thường là đơn vị gửi lại phiếu \
            năm trước, có khi chỉ sửa năm trên bìa.",
        fix: "Hỏi đơn vị và xin phiếu đúng năm. Nếu số liệu đúng là không đổi, đề nghị đơn vị xác nhận bằng văn bản.",
        example: "Phieu 2017 - Thanh tra tinh.xlsx: tất cả 62 điểm và số liệu giống hệt năm trước",
    },
    en: Page {
        title: "Workbook the same as last year's",
        message: "all {found} scores and figures are the same as last year",
        advice: "ask the unit whether it sent last year's workbook; it still counts",
        finds: "With a previous year given (--previous), every claimed score and every figure that both years have \
            is equal, and there are at least five of them. One difference is enough not to raise it. A published \
            table has no criteria and figures, so it cannot be compared so.",
        why: "Officials, computers and documents are hardly the same in two years. Mostly the unit has sent last \
            year's workbook again, perhaps with another year on the cover.",
        fix: "Ask the unit for the workbook of the year. If nothing did change, ask for its confirmation in writing.",
        example: "Phieu 2017 - Thanh tra tinh.xlsx: all 62 scores and figures are the same as last year",
    },
};

/// Nearly all units as last year.
pub static SAME_ROUND: Rule = Rule {
    code: "TH509",
    name: "same-round-twice",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Kết quả năm trước có lẽ là kết quả của chính đợt này",
        message: "{found}/{expected} đơn vị có mọi điểm tự chấm và mọi số liệu giống hệt kết quả này",
        advice: "chọn lại kết quả năm trước: tệp này có lẽ là kết quả của chính đợt đang tổng hợp",
        finds: "Khi so với năm trước (--previous), từ ba đơn vị trở lên và ít nhất chín phần mười số đơn vị có kết quả ở cả \
            hai bên giống hệt nhau như ở TH502; hoặc hai kết quả cùng tên đợt, cùng năm, cùng bộ tiêu chí và có đơn vị giống hệt. Báo một lần cho cả đợt, thay cho TH502 ở từng đơn vị. Không thuộc các \
            trường hợp này thì TH502 nêu từng đơn vị.",
        why: "Cả tỉnh không thể nộp lại phiếu cũ cùng lúc. Thường là chọn nhầm tệp: kết quả lần chạy trước của chính đợt này, \
            hay thư mục phiếu của đợt này được chép sang. Mọi so sánh với năm trước khi đó đều vô nghĩa: không đơn vị nào thay đổi.",
        fix: "Kiểm tra tên đợt và năm ở tệp đã chọn, chọn đúng kết quả năm trước rồi chạy lại.",
        example: "kontum-2017-tong-hop.xlsx: 28/28 đơn vị có mọi điểm tự chấm và mọi số liệu giống hệt kết quả này",
    },
    en: Page {
        title: "Last year's result is probably that of this very round",
        message: "{found}/{expected} units have the same claimed scores and figures as this result throughout",
        advice: "choose last year's result again: this file is probably a result of the round that is being consolidated",
        finds: "With a previous year given (--previous), three units or more, and at least nine tenths of the units with a result on \
            both sides, are the same throughout, as in TH502; or both results have one name, year and scheme, and any unit is the same. \
            It is said once, in the place of TH502 for each unit. Where neither holds, TH502 names each of them.",
        why: "A whole province does not send its old workbooks again at one time. Mostly the wrong file was chosen: the result of an \
            earlier run on this round, or a copy of this round's folder. Every comparison with last year is void then: nothing changes.",
        fix: "Look at the name and the year of the campaign in that file, choose last year's result, and run again.",
        example: "kontum-2017-tong-hop.xlsx: 28/28 units have the same claimed scores and figures as this result throughout",
    },
};
