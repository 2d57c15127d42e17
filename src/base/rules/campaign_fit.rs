//! Rules about the values of a campaign workbook that are of the right sort and cannot be meant (`TH727` to `TH734`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

const WHY_VI: &str = "Tệp đợt đánh giá quyết định phiếu được chấm theo tiêu chí và điểm tối đa nào; một ô hiểu sai sẽ làm sai kết quả của mọi đơn vị.";
const WHY_EN: &str = "The campaign workbook decides by which criteria and maxima every unit is judged; one cell misread makes all results wrong.";
const FIX_VI: &str = "Mở tệp đợt đánh giá, sửa ô được nêu, lưu lại rồi chạy lại.";
const FIX_EN: &str =
    "Open the campaign workbook, correct the cell that is named, save and run again.";

/// Not a whole number.
pub static NOT_WHOLE: Rule = Rule {
    code: "TH727",
    name: "campaign-not-whole",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô phải là số nguyên",
        message: "{about}: {found} không phải số nguyên dùng được ở đây",
        advice: "ghi một số nguyên, ví dụ năm 2025, phiên bản 1, 2 chữ số lẻ",
        finds: "Năm, phiên bản, số chữ số lẻ, thứ tự và những ô đếm được phải là số nguyên không âm và không quá lớn.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đợt!B4: Năm đánh giá: “2017.5” không phải số nguyên dùng được ở đây",
    },
    en: Page {
        title: "Not a whole number",
        message: "{about}: {found} is no whole number that can be here",
        advice: "write a whole number, such as the year 2025, version 1 or 2 decimals",
        finds: "Years, versions, decimals, orders and whatever is counted are whole numbers that are not negative and not too large.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đợt!B4: Năm đánh giá: \"2017.5\" is no whole number that can be here",
    },
};

/// A folder of returns that a run does not look at.
pub static INBOX_UNUSED: Rule = Rule {
    code: "TH728",
    name: "campaign-inbox-unused",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thư mục phiếu ghi ở đây không được dùng",
        message: "{about}: {found} không dùng ở lần chạy này, đang xem {expected}",
        advice: "nếu phiếu ở thư mục đã ghi thì chạy tonghop với thư mục chứa tệp này; nếu không thì xóa ô",
        finds: "Tệp đợt đánh giá nằm ngoài thư mục được nêu lúc chạy, nên phiếu được lấy từ thư mục được nêu chứ không từ mục “Thư mục phiếu”. Ô để trống, ghi dấu chấm hoặc ghi đúng thư mục ấy thì không báo.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "phieu-dot-danh-gia.xlsx: Đợt!B7: Thư mục phiếu: “nop” không dùng ở lần chạy này, đang xem phieu",
    },
    en: Page {
        title: "The folder of returns that is written here is not used",
        message: "{about}: {found} is not used in this run, which looks at {expected}",
        advice: "if the returns lie in the folder that is written here, run on the folder of this file; if not, empty the cell",
        finds: "The campaign workbook lies outside the folder of the run, so that the returns are those of the folder that was named and not of the setting. A blank, a full stop or the same folder do not raise this.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "phieu-dot-danh-gia.xlsx: Đợt!B7: Thư mục phiếu: \"nop\" is not used in this run, which looks at phieu",
    },
};

/// A folder of returns that is not there.
pub static INBOX_WRONG: Rule = Rule {
    code: "TH729",
    name: "campaign-inbox-wrong",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không có thư mục phiếu ghi ở đây",
        message: "{about}: không có thư mục {found} bên trong thư mục của tệp này",
        advice: "sửa tên thư mục cho đúng, hoặc chuyển thư mục phiếu vào cạnh tệp; thư mục ở nơi khác cần thêm --allow-outside",
        finds: "Mục “Thư mục phiếu” chỉ tới một thư mục không có, hoặc nằm ngoài thư mục chứa tệp đợt đánh giá.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đợt!B7: Thư mục phiếu: không có thư mục “phieu nop” bên trong thư mục của tệp này",
    },
    en: Page {
        title: "The folder of returns that is written here is not there",
        message: "{about}: there is no folder {found} within the folder of this file",
        advice: "correct its name, or move the folder beside the file; a folder elsewhere needs --allow-outside",
        finds: "The setting names a folder that does not exist, or that lies outside the folder of the campaign workbook.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đợt!B7: Thư mục phiếu: there is no folder \"phieu nop\" within the folder of this file",
    },
};

/// A text that is too long.
pub static TOO_LONG: Rule = Rule {
    code: "TH730",
    name: "campaign-too-long",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Nội dung quá dài",
        message: "{about}: {found} quá dài, nhiều nhất {expected} ký tự",
        advice: "rút ngắn nội dung",
        finds: "Tên, mã hoặc chữ dài hơn mức mà bảng kết quả chứa được.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Xếp loại!A3: Xếp loại: “Hoàn thành xuất sắc…” quá dài, nhiều nhất 200 ký tự",
    },
    en: Page {
        title: "A text that is too long",
        message: "{about}: {found} is too long, there may be {expected} characters",
        advice: "shorten it",
        finds: "A name, a code or a word is longer than results can hold.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Xếp loại!A3: Xếp loại: \"Hoàn thành xuất sắc…\" is too long, there may be 200 characters",
    },
};

/// A word by which nothing is known.
pub static WORD_UNFIT: Rule = Rule {
    code: "TH731",
    name: "campaign-word-unfit",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ không dùng để nhận biết được",
        message: "{about}: {found} không dùng để nhận biết được",
        advice: "ghi chữ đúng như phiếu, có ít nhất một chữ cái; chữ có nghĩa là 0 hoặc để trống thì không có chữ số và không mang cả hai nghĩa",
        finds: "Tiêu đề không có chữ nào ngoài ngoặc, hoặc chữ có nghĩa là 0, là để trống mà có chữ số, trống, hay đã mang nghĩa kia.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Cột!A5: Tiêu đề trong phiếu: “(…)” không dùng để nhận biết được",
    },
    en: Page {
        title: "A word by which nothing is known",
        message: "{about}: nothing is known by {found}",
        advice: "write the word as forms have it, with a letter; a word for 0 or for a blank holds no digit and does not mean both",
        finds: "A heading has no letter outside brackets, or a word for 0 or for a blank holds a digit, is empty, or means the other already.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Cột!A5: Tiêu đề trong phiếu: nothing is known by \"(…)\"",
    },
};

/// Units before and after that cannot be.
pub static SUCCESSION: Rule = Rule {
    code: "TH732",
    name: "campaign-succession",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị cũ, mới ghi không được",
        message: "{about}: {found} không dùng được ở đây",
        advice: "chỉ ghi một trong hai cột “Từ đơn vị”, “Thành đơn vị”, và không ghi chính đơn vị của dòng",
        finds: "Một dòng ghi cả đơn vị cũ lẫn đơn vị mới, hoặc ghi chính mã của mình.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đơn vị!I7: Từ đơn vị: “STC” không dùng được ở đây",
    },
    en: Page {
        title: "Units before and after that cannot be",
        message: "{about}: {found} cannot be here",
        advice: "fill one of both columns, and not with the unit of the row",
        finds: "A row has units before and units after, or its own code.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đơn vị!I7: Từ đơn vị: \"STC\" cannot be here",
    },
};

/// Rows below a criterion that its rule does not use.
pub static ROWS_UNUSED: Rule = Rule {
    code: "TH733",
    name: "campaign-rows-unused",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dòng bên dưới không dùng với cách chấm này",
        message: "{about}: {found} không dùng đến các dòng {expected}",
        advice: "xóa các dòng ấy, hoặc chọn ở ô này cách chấm có dùng đến chúng",
        finds: "Dưới tiêu chí còn các dòng phương án, bậc hoặc số lượng mà cách chấm của tiêu chí không dùng, thường do cách chấm vừa được đổi.",
        why: WHY_VI,
        fix: "Mở tệp đợt đánh giá, xóa các dòng được nêu hoặc chọn lại cách chấm, lưu lại rồi chạy lại.",
        example: "dot-danh-gia.xlsx: Tiêu chí!I4: Cách chấm: “Đơn vị tự chấm, không tính từ số liệu” không dùng đến các dòng “bậc” ở dòng 5, 6, chỉ dùng với “Theo bậc (mỗi bậc một dòng bên dưới)”",
    },
    en: Page {
        title: "Rows below that the rule does not use",
        message: "{about}: {found} does not use the rows {expected}",
        advice: "delete those rows, or choose a rule here that uses them",
        finds: "Below a criterion stand options, tiers or items that its rule does not use, mostly because the rule was changed.",
        why: WHY_EN,
        fix: "Open the campaign workbook, delete the rows that are named or choose another rule, save and run again.",
        example: "dot-danh-gia.xlsx: Tiêu chí!I4: How it is scored: \"Claimed by the unit\" does not use the rows \"tier\" in row 5, 6, of \"By tiers (rows below)\"",
    },
};

/// Units that were given a level or a code.
pub static UNITS_COMPLETED: Rule = Rule {
    code: "TH734",
    name: "campaign-units-completed",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị chỉ ghi tên nên được đặt cấp, mã",
        message: "{found} chưa ghi cấp hoặc mã, đang dùng {expected}",
        advice: "xem các dòng ấy có đúng là đơn vị phải nộp phiếu không; ghi cấp, mã vào ô thì không báo nữa",
        finds: "Ở trang Đơn vị có dòng chỉ ghi tên, ví dụ danh sách dán vào. Cấp được lấy theo các đơn vị cùng loại (sở, huyện, xã…), mã ghép từ chữ đầu của tên, trùng thì thêm số. Cả trang một cảnh báo; cấp không rõ thì báo mã TH710.",
        why: "Mỗi dòng là một đơn vị phải nộp phiếu, chấm theo điểm tối đa của cấp; một dòng dán nhầm sẽ thành đơn vị chưa nộp. Mã đặt theo tên có thể đổi khi danh sách đổi.",
        fix: "Mở tệp đợt đánh giá, xem các dòng được nêu, ghi cấp và mã vào ô trống, xóa dòng không phải đơn vị, lưu lại rồi chạy lại.",
        example: "dot-danh-gia.xlsx: Đơn vị!A14: 12 đơn vị ở dòng 14–25 chưa ghi cấp hoặc mã, đang dùng cấp “Cấp xã” cho 12 đơn vị, mã từ XBL1 đến XDL",
    },
    en: Page {
        title: "Units with a name alone were given a level and a code",
        message: "{found} have no level or no code; taken: {expected}",
        advice: "see whether those rows are units that have to return a form; with a level and a code in the cells nothing is said",
        finds: "Rows of the sheet of units say a name alone, such as a list that was pasted. Their level is that of units of the same kind (offices, districts, communes), their codes are initials, with a number where two are alike. There is one finding for the sheet; a level that is not clear has TH710.",
        why: "Each row is a unit that has to return a form and is judged by the maxima of its level; a row pasted by mistake becomes a missing unit. A code made of a name can change when the list does.",
        fix: "Open the campaign workbook, look at the rows that are named, fill in level and code, delete what is no unit, save and run again.",
        example: "dot-danh-gia.xlsx: Đơn vị!A14: 12 units in rows 14–25 have no level or no code; taken: level \"Cấp xã\" for 12, codes from XBL1 to XDL",
    },
};
