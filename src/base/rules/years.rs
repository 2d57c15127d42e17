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

/// Results of two places.
pub static OTHER_UNITS: Rule = Rule {
    code: "TH510",
    name: "hardly-a-unit-in-common",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Hai bên hầu như không có đơn vị chung",
        message: "{about}: chỉ {found}/{expected} đơn vị của bên ít đơn vị hơn có ở bên kia",
        advice: "chọn lại tệp: có lẽ đây là kết quả của nơi khác; nếu đơn vị đã sáp nhập, đổi tên thì ghi vào danh sách đơn vị",
        finds: "Khi so sánh hai kết quả (diff, --previous): ở một cấp mà cả hai bên đều có, chưa đến một phần năm số đơn vị của bên ít đơn vị hơn có ở bên kia, tính cả cùng mã, cùng tên và sáp nhập, chia tách, đổi tên ghi ở danh sách đơn vị; cấp đó phải có từ ba đơn vị ở mỗi bên. Nếu không có cấp nào chung thì xét trên mọi đơn vị.",
        why: "Sở, ban thì tỉnh nào cũng cùng tên, còn huyện, xã thì không: đặt kết quả tỉnh này cạnh tỉnh khác vẫn ra thay đổi và thứ hạng, nhưng đều vô nghĩa. Vì vậy điểm hai bên được đặt cạnh nhau, không tính thay đổi và thứ hạng.",
        fix: "Kiểm tra tên đợt và nơi ban hành ở tệp đã chọn. Nếu đúng là cùng một nơi, ghi sáp nhập, đổi tên vào danh sách đơn vị (trang Đơn vị, hoặc units.csv) rồi chạy lại.",
        example: "quang-ngai-tong-hop.xlsx: Cấp huyện: chỉ 0/5 đơn vị của bên ít đơn vị hơn có ở bên kia",
    },
    en: Page {
        title: "The sides hardly share a unit",
        message: "{about}: only {found}/{expected} units of the side that has fewer are on the other one",
        advice: "choose the file again: it is probably another place's result; if units merged or were renamed, say so in the list of units",
        finds: "When two results are compared (diff, --previous): on a level that both have, less than a fifth of the units of the side that has fewer are on the other one, by code, by name, or by what the list of units says of mergers, splits and new names; the level has three units or more on each side. Where they share no level, all units count.",
        why: "Departments are called alike in every province, districts and communes are not: the results of two provinces side by side do give changes and places, which mean nothing. So points stand side by side, without changes and places.",
        fix: "Look at the name of the campaign and at who published it. If it is the same place, write mergers and new names into the list of units (sheet Đơn vị, or units.csv) and run again.",
        example: "quang-ngai-tong-hop.xlsx: Cấp huyện: only 0/5 units of the side that has fewer are on the other one",
    },
};

/// Results by criteria of which none is the same.
pub static OTHER_CRITERIA: Rule = Rule {
    code: "TH511",
    name: "no-criterion-in-common",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Hai bên không có tiêu chí chung",
        message: "không nhóm, tiêu chí nào có cùng mã và cùng tên ở cả hai bên ({found}; {expected})",
        advice: "chọn lại tệp nếu đây là bộ tiêu chí khác; nếu bộ tiêu chí đã thay hẳn thì hai năm chỉ đặt cạnh nhau được",
        finds: "Khi so sánh hai kết quả (diff, --previous): cả hai bên đều có nhóm hoặc tiêu chí, nhưng không mục nào có cùng mã và cùng tên ở hai bên. Chỉ một mục chung là không báo.",
        why: "Hai tổng điểm đo hai việc khác nhau, nên tăng, giảm, lên hay xuống hạng đều không nói được gì; kể từng tiêu chí là “mới” hay “đã bỏ” chỉ che mất điều đó.",
        fix: "Kiểm tra bộ tiêu chí của tệp đã chọn. Nếu cùng bộ tiêu chí mà chỉ đánh lại mã thì sửa mã cho khớp rồi chạy lại.",
        example: "quang-ngai-tong-hop.xlsx: không nhóm, tiêu chí nào có cùng mã và cùng tên ở cả hai bên (muc-do-chuyen-doi-so 1; kontum-2017 1)",
    },
    en: Page {
        title: "The sides share no criterion",
        message: "no group and no criterion has the same code and name on both sides ({found}; {expected})",
        advice: "choose the file again if it is by other criteria; where all criteria were replaced the years can only stand side by side",
        finds: "When two results are compared (diff, --previous): both have groups or criteria, of which none has the same code and name on both sides. One is enough not to raise it.",
        why: "The totals measure different things, so that neither a rise or fall nor a place means anything; to call each criterion new or gone only hides that.",
        fix: "Look at the scheme of the file. If the criteria are the same and were only numbered anew, make the codes agree and run again.",
        example: "quang-ngai-tong-hop.xlsx: no group and no criterion has the same code and name on both sides (muc-do-chuyen-doi-so 1; kontum-2017 1)",
    },
};

/// Totals on two scales.
pub static OTHER_SCALE: Rule = Rule {
    code: "TH512",
    name: "sides-on-other-scales",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Hai bên không cùng thang điểm",
        message: "tổng điểm ở giữa của hai bên là {found} và {expected}: không thể cùng một thang điểm",
        advice: "chọn bảng cùng thang điểm, hoặc nêu đúng bộ tiêu chí của bảng bằng --previous-scheme, --current-scheme",
        finds: "Khi so sánh hai kết quả mà ít nhất một bên không cho biết điểm tối đa (bảng công bố không theo bộ tiêu chí): tổng điểm ở giữa của bên này gấp từ tám lần bên kia trở lên.",
        why: "Thang 1.000 và thang 100, hay chỉ số từ 0 đến 1, không trừ cho nhau được: chênh lệch và thứ hạng khi đó đều sai.",
        fix: "Xem tổng điểm của hai bảng theo thang nào; chọn lại bảng hoặc nêu bộ tiêu chí của bảng.",
        example: "cchc-2020.xlsx: tổng điểm ở giữa của hai bên là 84,5 và 810,1: không thể cùng một thang điểm",
    },
    en: Page {
        title: "The sides are on different scales",
        message: "the totals in the middle of the two sides are {found} and {expected}, which cannot be one scale",
        advice: "choose a table on the same scale, or name its scheme with --previous-scheme, --current-scheme",
        finds: "When two results are compared of which at least one does not tell its maximum (a published table by no scheme): the total in the middle of one side is eight times that of the other or more.",
        why: "Scales of 1,000 and of 100 points, or indices from 0 to 1, cannot be subtracted: differences and places are wrong then.",
        fix: "See on which scale each table is; choose another table or name its scheme.",
        example: "cchc-2020.xlsx: the totals in the middle of the two sides are 84.5 and 810.1, which cannot be one scale",
    },
};

/// The sides do not stand in the order of time.
pub static LATER_YEAR: Rule = Rule {
    code: "TH513",
    name: "earlier-result-of-a-later-year",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Kết quả trước là của năm sau",
        message: "bên trước là kết quả năm {found}, bên sau là kết quả năm {expected}",
        advice: "chọn lại kết quả năm trước, hoặc đổi chỗ hai tệp",
        finds: "Khi so sánh hai kết quả (diff, --previous): năm đánh giá của bên đứng trước lớn hơn năm của bên đứng sau. Bên nào không cho biết năm thì không báo.",
        why: "Mọi thay đổi khi đó bị ngược: tăng thành giảm, đơn vị đã giải thể thành đơn vị mới. Vì vậy không báo điểm thay đổi lớn so với năm trước.",
        fix: "Kiểm tra năm của hai tệp; với diff thì đổi chỗ, với --previous thì chọn kết quả của năm trước.",
        example: "ket-qua-2024.xlsx: bên trước là kết quả năm 2024, bên sau là kết quả năm 2017",
    },
    en: Page {
        title: "The earlier result is of a later year",
        message: "the first side is the result of {found}, the second one that of {expected}",
        advice: "choose last year's result again, or swap the two files",
        finds: "When two results are compared (diff, --previous): the year of the first side is after that of the second one. Nothing is raised where a side does not tell its year.",
        why: "All changes are turned round: a rise is a fall, and a unit that was abolished is new. So no large change on last year is reported.",
        fix: "Look at the years of both files; with diff swap them, with --previous choose the result of the year before.",
        example: "ket-qua-2024.xlsx: the first side is the result of 2024, the second one that of 2017",
    },
};

/// Results of one year by two schemes.
pub static ONE_YEAR_TWO_SCHEMES: Rule = Rule {
    code: "TH514",
    name: "one-year-two-schemes",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Cùng năm, hai bộ tiêu chí",
        message: "hai bên cùng là kết quả năm {about} nhưng theo hai bộ tiêu chí: {found}; {expected}",
        advice: "chọn lại kết quả năm trước; nếu cố ý so hai bộ tiêu chí thì không cần làm gì",
        finds: "Khi so sánh hai kết quả (diff, --previous): hai bên cùng năm, bộ tiêu chí khác mã. Chỉ khác phiên bản của bộ tiêu chí, hoặc một bên là bảng công bố, thì không báo.",
        why: "Một năm thường chỉ có một bộ tiêu chí cho một cuộc đánh giá, nên thường là chọn nhầm tệp của cuộc khác. Thay đổi khi đó không phải là thay đổi qua một năm, nên không báo điểm thay đổi lớn so với năm trước.",
        fix: "Kiểm tra tên đợt và năm của tệp đã chọn.",
        example: "cchc-2024-tong-hop.xlsx: hai bên cùng là kết quả năm 2024 nhưng theo hai bộ tiêu chí: cchc 1; chuyen-doi-so 1",
    },
    en: Page {
        title: "One year, two schemes",
        message: "both sides are results of {about}, but by two schemes: {found}; {expected}",
        advice: "choose last year's result again; where two schemes are compared on purpose there is nothing to do",
        finds: "When two results are compared (diff, --previous): both are of one year, by schemes of different ids. Another version of one scheme, or a published table on a side, raises nothing.",
        why: "Mostly there is one scheme in a year for one assessment, so mostly the file of another one was chosen. What changed did not change over a year then, so no large change on last year is reported.",
        fix: "Look at the name and the year of the campaign in that file.",
        example: "cchc-2024-tong-hop.xlsx: both sides are results of 2024, but by two schemes: cchc 1; chuyen-doi-so 1",
    },
};

/// Results of two authorities of two places.
pub static OTHER_AUTHORITY: Rule = Rule {
    code: "TH515",
    name: "results-of-two-places",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Hai bên là kết quả của hai nơi",
        message: "bên trước là kết quả của “{found}”, bên sau là kết quả của “{expected}”",
        advice: "chọn lại tệp: đây là kết quả của nơi khác; nếu là một nơi thì ghi cơ quan ban hành giống nhau ở hai đợt đánh giá",
        finds: "Khi so sánh hai kết quả (diff, --previous): hai bên đều ghi cơ quan ban hành (trang Đợt, hoặc authority trong campaign.toml) và hai cơ quan ấy là của hai nơi: khác tỉnh, khác huyện, khác xã, hoặc khác bộ. Bên nào không ghi cơ quan, hoặc cơ quan không nêu tên nơi nào (ví dụ chỉ ghi “Sở Nội vụ”) thì không báo. Hầu như không có đơn vị chung thì báo TH510 thay cho mã này.",
        why: "Sở, ban, ngành của tỉnh nào cũng cùng tên, và các tỉnh thường dùng chung một bộ tiêu chí: đặt kết quả tỉnh này cạnh tỉnh khác vẫn ra thay đổi và thứ hạng cho từng sở, nhưng đều vô nghĩa. Vì vậy điểm hai bên được đặt cạnh nhau, không tính thay đổi và thứ hạng.",
        fix: "Kiểm tra tên đợt và cơ quan ban hành ở tệp đã chọn, chọn lại kết quả rồi chạy lại. Nếu tỉnh đã đổi tên thì ghi tên mới ở cả hai đợt.",
        example: "quang-ngai-tong-hop.xlsx: bên trước là kết quả của “UBND TỈNH QUẢNG NGÃI”, bên sau là kết quả của “UBND TỈNH KON TUM”",
    },
    en: Page {
        title: "The sides are results of two places",
        message: "the first side is a result of \"{found}\", the second one of \"{expected}\"",
        advice: "choose the file again: it is another place's result; if it is one place, name its authority alike in both campaigns",
        finds: "When two results are compared (diff, --previous): both name the authority that publishes them (sheet Đợt, or authority in campaign.toml), and these are of two places: two provinces, districts, communes or ministries. Nothing is raised where a side names none, or one that names no place (such as \"Sở Nội vụ\" alone). Where hardly a unit is shared, TH510 is raised instead.",
        why: "Departments are called alike in every province, and provinces share their criteria: the results of two provinces side by side do give changes and places for each department, which mean nothing. So points stand side by side, without changes and places.",
        fix: "Look at the name of the campaign and at its authority in that file, choose another one and run again. Where the province has got another name, write the new one into both campaigns.",
        example: "quang-ngai-tong-hop.xlsx: the first side is a result of \"UBND TỈNH QUẢNG NGÃI\", the second one of \"UBND TỈNH KON TUM\"",
    },
};

/// Files of a side that do not count.
pub static NOT_COUNTED: Rule = Rule {
    code: "TH516",
    name: "side-with-files-not-counted",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Một bên có tệp chưa được tính",
        message: "{found} tệp ở đây chưa được tính: {expected}",
        advice: "xử lý các tệp ấy rồi chạy lại; xem từng tệp bằng: tonghop check THƯ-MỤC",
        finds: "Khi so sánh hai kết quả (diff, --previous) hoặc khi gộp các kết quả (rollup): một bên là thư mục phiếu hoặc kết quả đã ghi (tệp kết quả, báo cáo JSON, tệp dữ liệu), trong đó có tệp đã nhận nhưng chưa được tính, vì có mật khẩu, không đọc được, của năm khác, chưa rõ của đơn vị nào … Mỗi bên báo một lần, kèm tên các tệp và lý do; kết quả của phiên bản trước chỉ nêu được tệp của đơn vị, không có lý do.",
        why: "Đơn vị có tệp như vậy được nêu là chưa có kết quả, dù phiếu đã nằm trong thư mục: bảng so sánh khi đó thiếu đơn vị, và thứ hạng còn có thể đổi.",
        fix: "Chạy tonghop check với thư mục ấy để biết từng tệp bị gì, xử lý theo hướng dẫn ở từng cảnh báo, rồi so sánh lại.",
        example: "kontum-2016: 2 tệp ở đây chưa được tính: So Tai chinh.xlsx (tệp có mật khẩu); Phieu.xlsx (chưa rõ là tệp của đơn vị nào)",
    },
    en: Page {
        title: "A side has files that do not count",
        message: "{found} files of it do not count: {expected}",
        advice: "deal with these files and run again; to see each of them: tonghop check FOLDER",
        finds: "When two results are compared (diff, --previous) or results are put together (rollup), and one of them is a folder of returns or a result that was written (its workbook, JSON or data file): files were received that do not count, because they need a password, cannot be read, are of another year, may be of several units … It is said once for each side, with the names of the files and why; results of earlier versions only tell files of units, without why.",
        why: "A unit with such a file is told as one without a result, though its return lies in the folder: the comparison lacks it, and places may still change.",
        fix: "Run tonghop check on that folder to see what is wrong with each file, deal with it as each finding says, and compare again.",
        example: "kontum-2016: 2 files of it do not count: So Tai chinh.xlsx (needs a password); Phieu.xlsx (not clear whose file it is)",
    },
};
