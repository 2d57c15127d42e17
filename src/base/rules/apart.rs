//! Rules about what single sheets, the period and the path say against the workbook as a whole (`TH127` to `TH131`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// The letterhead of one sheet names another unit.
pub static OTHER_UNIT: Rule = Rule {
    code: "TH127",
    name: "sheet-of-another-unit",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang tính mang tên đơn vị khác",
        message: "tiêu đề của trang ghi {found}, phiếu là của {expected}",
        advice: "hỏi đơn vị trang này có phải của đơn vị không; điểm và số liệu ở trang vẫn được tính",
        finds: "Ở trên bảng của một trang tính có tên một đơn vị khác trong danh sách, mà không có tên đơn vị của phiếu. \
            Tên cơ quan cấp trên đứng ngay trên tên đơn vị thì không báo. Trang bìa ghi tên đơn vị khác thì báo mã TH104.",
        why: "Thường là trang chép từ phiếu của đơn vị khác mà quên thay điểm; khi đó điểm của nhóm là của đơn vị kia. \
            Cũng có thể chỉ quên sửa tiêu đề.",
        fix: "Hỏi đơn vị, và so điểm của trang với phiếu của đơn vị được nêu. Đơn vị sửa tiêu đề hoặc thay đúng trang rồi \
            gửi lại.",
        example: "Thanh tra tinh.xlsm: 5. Trang TTĐT!A2: tiêu đề của trang ghi “UBND HUYỆN TU MƠ RÔNG”, phiếu là của \
            Thanh Tra tỉnh",
    },
    en: Page {
        title: "A sheet bears another unit's name",
        message: "the letterhead of the sheet says {found}, the form is that of {expected}",
        advice: "ask the unit whether the sheet is its own; its scores and figures count for now",
        finds: "Above the table of a sheet stands the name of another registered unit, and not that of the form's. The \
            name of a superior authority right above the unit's own raises nothing. A cover with another name has TH104.",
        why: "Mostly the sheet was copied from another unit's form and the scores were not replaced; the group then has \
            the other unit's scores. Or only the letterhead was left as it was.",
        fix: "Ask the unit, and hold the scores of the sheet against the form of the unit named. The unit corrects the \
            letterhead or puts in the right sheet, and sends the form again.",
        example: "Thanh tra tinh.xlsm: 5. Trang TTĐT!A2: the letterhead of the sheet says \"UBND HUYỆN TU MƠ RÔNG\", the \
            form is that of Thanh Tra tỉnh",
    },
};

/// A sheet with another unit's name has its scores as well.
pub static SCORES_OF_OTHER: Rule = Rule {
    code: "TH131",
    name: "sheet-with-scores-of-another-unit",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm của trang giống phiếu của đơn vị khác",
        message: "trang mang tên {about} và {found} có điểm, số liệu giống hệt phiếu của đơn vị đó ({expected})",
        advice: "hỏi đơn vị, và đề nghị gửi lại trang này; điểm và số liệu ở trang vẫn được tính",
        finds: "Trang tính mang tên đơn vị khác (TH127), và từ 9 phần 10 ô điểm, ô số liệu của trang giống hệt phiếu của đơn vị ấy \
            trong đợt, trong đó có ô mà hai đơn vị khó ghi trùng nhau: điểm không phải 0 hay tối đa, số liệu từ 10 trở lên.",
        why: "Trang đã chép nguyên từ phiếu của đơn vị kia: điểm đang tính cho đơn vị này là điểm của đơn vị kia.",
        fix: "Đặt hai phiếu cạnh nhau rồi hỏi đơn vị. Đơn vị thay đúng trang của mình và gửi lại.",
        example: "Thanh tra tinh.xlsm: 5. Trang TTĐT!A2: trang mang tên UBND huyện Tu Mơ Rông và 14 trên 14 ô có điểm, số liệu \
            giống hệt phiếu của đơn vị đó (Tu Mo Rong.xlsx)",
    },
    en: Page {
        title: "A sheet has another unit's scores",
        message: "the sheet bears the name of {about}, and {found} of scores and figures are those of that unit's form ({expected})",
        advice: "ask the unit, and have the sheet sent again; its scores and figures count for now",
        finds: "A sheet bears another unit's name (TH127), and of its scores and figures nine in ten or more are the same as in \
            that unit's form of this campaign, some among them that two units hardly share: a score that is neither 0 nor the \
            maximum, a figure of 10 or more.",
        why: "The sheet was copied whole from the other unit's form: the scores that count for this unit are the other's.",
        fix: "Lay the two forms side by side and ask the unit. It puts in its own sheet and sends the form again.",
        example: "Thanh tra tinh.xlsm: 5. Trang TTĐT!A2: the sheet bears the name of UBND huyện Tu Mơ Rông, and 14 of 14 cells of \
            scores and figures are those of that unit's form (Tu Mo Rong.xlsx)",
    },
};

/// The title of one sheet names another year.
pub static OTHER_YEAR_ON_SHEET: Rule = Rule {
    code: "TH128",
    name: "sheet-of-another-year",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang tính ghi năm khác",
        message: "tiêu đề của trang ghi năm {found}, năm đánh giá là {expected}",
        advice: "hỏi đơn vị điểm và số liệu ở trang là của năm nào; trang vẫn được tính",
        finds: "Tiêu đề ở trên bảng của một trang tính ghi một năm, và không tiêu đề nào ở trang ấy ghi năm đánh giá. Ngày \
            tháng ký, năm của quyết định hoặc kế hoạch thì không xét. Phiếu ghi năm khác ở trang đầu thì không được tính \
            và báo mã TH109.",
        why: "Có thể trang được chép từ phiếu năm trước, khi đó điểm của nhóm là điểm cũ; cũng có thể chỉ quên sửa tiêu \
            đề.",
        fix: "Hỏi đơn vị, và so vài số với phiếu năm trước. Đơn vị sửa tiêu đề hoặc thay đúng trang rồi gửi lại.",
        example: "So Xay dung.xlsx: 2. Nhân lực!A4: tiêu đề của trang ghi năm 2016, năm đánh giá là 2017",
    },
    en: Page {
        title: "A sheet names another year",
        message: "the title of the sheet says {found}, the year assessed is {expected}",
        advice: "ask the unit of which year scores and figures of the sheet are; they count for now",
        finds: "A title above the table of a sheet names a year, and none on that sheet names the year assessed. Days on \
            which something was signed, and years of decisions or plans, are not looked at. A form that names another \
            year on its first sheet does not count and has TH109.",
        why: "The sheet may be a copy of last year's, and the group then has the old scores; or only the title was left \
            as it was.",
        fix: "Ask the unit, and hold some numbers against last year's form. The unit corrects the title or puts in the \
            right sheet, and sends the form again.",
        example: "So Xay dung.xlsx: 2. Nhân lực!A4: the title of the sheet says 2016, the year assessed is 2017",
    },
};

/// A sheet beside the form is not read.
pub static SHEET_ASIDE: Rule = Rule {
    code: "TH133",
    name: "sheet-aside",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Trang ví dụ hoặc trang của năm khác không được đọc",
        message: "trang ghi {found} nên không được đọc; điểm và số liệu lấy ở trang {expected}, có cùng các tiêu chí",
        advice: "xem trang được lấy có đúng là phiếu của năm đánh giá không; nếu đúng thì không phải làm gì",
        finds: "Trong tệp có hai trang cùng một bộ tiêu chí: tiêu đề hoặc tên của một trang nói đó là ví dụ, hoặc tiêu đề ghi năm \
            khác với năm đánh giá, tiêu đề của trang kia thì không. Chỉ trang kia được đọc. Nếu trang ghi năm khác là nơi \
            duy nhất có các tiêu chí ấy thì vẫn được tính và báo mã TH128. Hai trang không trang nào nói như vậy mà điểm \
            khác nhau thì báo mã TH221.",
        why: "Điểm ở trang ví dụ hoặc trang năm trước không phải điểm của đợt này. Nhưng có khi đơn vị điền vào đúng trang \
            ấy, hoặc chỉ quên sửa tiêu đề.",
        fix: "Mở tệp, xem hai trang. Nếu đơn vị điền nhầm trang thì chép sang trang của phiếu; nếu chỉ tiêu đề sai thì sửa \
            tiêu đề, xóa trang thừa rồi chạy lại.",
        example: "So Noi vu.xlsx: 2016!A3: trang ghi “PHIẾU TỰ CHẤM ĐIỂM NĂM 2016” nên không được đọc; điểm và số liệu lấy ở \
            trang “2017”, có cùng các tiêu chí",
    },
    en: Page {
        title: "A sheet with an example or of another year is not read",
        message: "the sheet says {found} and is not read; scores and figures are those of the sheet {expected}, which has the same criteria",
        advice: "see whether the sheet that is read is the form of the year assessed; if so, there is nothing to do",
        finds: "The file has two sheets with the same criteria: the title or the name of one says that it is an example, or its title names another \
            year than the one assessed, that of the other does not. Only the other is read. A sheet of another year that \
            alone has its criteria counts and has TH128. Two sheets of which neither says so, with different scores, have \
            TH221.",
        why: "Scores of an example or of last year are not those of this campaign. But the unit may have filled in that \
            very sheet, or only left its title as it was.",
        fix: "Open the file and look at both sheets. If the unit filled in the wrong one, it copies its entries into the \
            form; if only the title is wrong, correct it, delete the other sheet and run again.",
        example: "So Noi vu.xlsx: 2016!A3: the sheet says \"PHIẾU TỰ CHẤM ĐIỂM NĂM 2016\" and is not read; scores and figures \
            are those of the sheet “2017”, which has the same criteria",
    },
};

/// The period of the figures is no whole year.
pub static PART_OF_YEAR: Rule = Rule {
    code: "TH129",
    name: "part-of-the-year",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Kỳ số liệu không đủ năm",
        message: "kỳ số liệu ghi {found}, không đủ mười hai tháng",
        advice: "hỏi đơn vị số liệu có phải của cả năm không; điểm và số liệu vẫn được tính",
        finds: "Dòng “Kỳ số liệu” ghi một khoảng ngắn hơn mười hai tháng trong năm đánh giá, như “01/01/2017 - \
            30/06/2017”, “Quý I năm 2017” hay “6 tháng đầu năm 2017”. Kỳ đủ mười hai tháng hoặc chỉ ghi năm thì không báo; \
            kỳ của năm khác báo mã TH115.",
        why: "Số văn bản, số tin bài, số tiền của nửa năm chỉ bằng một nửa, nên điểm và chỉ tiêu thống kê thấp hơn thật mà \
            nhìn từng ô thì không thấy.",
        fix: "Hỏi đơn vị. Nếu số liệu là của nửa năm, đơn vị cập nhật cho đủ năm, chấm lại rồi gửi lại; nếu đủ năm, chỉ \
            sửa dòng “Kỳ số liệu”.",
        example: "STNMT.xlsx: Thông tin chung!C10: kỳ số liệu ghi “01/01/2017 - 30/06/2017”, không đủ mười hai tháng",
    },
    en: Page {
        title: "Data period shorter than the year",
        message: "the data period says {found}, which is less than twelve months",
        advice: "ask the unit whether its figures are of the whole year; scores and figures count for now",
        finds: "The line \"Kỳ số liệu\" names less than twelve months of the year assessed, such as \"01/01/2017 - \
            30/06/2017\", \"Quý I năm 2017\" or \"6 tháng đầu năm 2017\". Twelve months or the year alone raise nothing; a \
            period of another year has TH115.",
        why: "Documents, articles and money of half a year are half as many, so that scores and statistics are too low, \
            and no single cell shows it.",
        fix: "Ask the unit. If the figures are of half a year, it brings them up to date, scores again and sends the form \
            again; if not, it only corrects the line \"Kỳ số liệu\".",
        example: "STNMT.xlsx: Thông tin chung!C10: the data period says \"01/01/2017 - 30/06/2017\", which is less than \
            twelve months",
    },
};

/// The form says that it is not the final one.
pub static NOT_FINAL: Rule = Rule {
    code: "TH130",
    name: "not-final",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu có thể chưa phải bản chính thức",
        message: "{found} cho thấy phiếu có thể là bản dự thảo, bản nháp hoặc bản đã trả lại",
        advice: "hỏi đơn vị đây có phải bản chính thức không; phiếu vẫn được tính",
        finds: "Tên tệp, tên thư mục chứa tệp, một tiêu đề hoặc hộp chữ ở trên bảng, hay hộp chữ vài từ ở bất cứ đâu có chữ “dự thảo”, \
            “nháp”, “trả lại”, “bản cũ” hoặc tương tự; tên tệp có “old”, “hủy”, hoặc “cũ” đứng riêng (“STC - cũ.xlsx”). Trong \
            tên tệp không dấu, “nhap” và “huy” đứng một mình không được xét vì có thể là “nhập” hoặc tên người; “Copy of” cũng \
            không được xét vì bản sao có thể là bản chính thức. Câu dài có \
            nhắc đến dự thảo thì không báo.",
        why: "Phiếu bị trả lại để sửa hoặc bản chưa ký có thể khác bản chính thức. Nếu đơn vị còn tệp khác thì TH105 cho \
            biết tệp nào được tính.",
        fix: "Hỏi đơn vị. Nếu không phải bản chính thức, đề nghị gửi bản chính thức và chuyển tệp này ra ngoài thư mục \
            phiếu.",
        example: "Phiếu trả lại/So Noi vu.xlsx: “Phiếu trả lại/So Noi vu.xlsx” cho thấy phiếu có thể là bản dự thảo, bản \
            nháp hoặc bản đã trả lại",
    },
    en: Page {
        title: "The form may not be the final one",
        message: "{found} says that the form may be a draft or one that was sent back",
        advice: "ask the unit whether it is the final one; the form counts for now",
        finds: "The file's name, the name of its folder, a title or a text box above a table, or a text box of a few words anywhere \
            says \"dự thảo\", \"nháp\", \"trả lại\", \"bản cũ\" or the like; the file's name says \"old\", \"hủy\", or \"cũ\" on its \
            own (\"STC - cũ.xlsx\"). In names without diacritics \"nhap\" and \"huy\" alone are not looked at, because they may be \
            \"nhập\" or a person; nor is \"Copy of\", since a copy may be the final one. A long sentence that mentions a draft raises nothing.",
        why: "A form that was sent back to be mended, or one that is not signed, may differ from the final one. Where the \
            unit has another file, TH105 says which one counts.",
        fix: "Ask the unit. If it is not the final one, ask for that, and move this file out of the folder of returns.",
        example: "Phiếu trả lại/So Noi vu.xlsx: \"Phiếu trả lại/So Noi vu.xlsx\" says that the form may be a draft or one \
            that was sent back",
    },
};
