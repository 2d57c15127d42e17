//! Rules about the sheets, columns and rows of a campaign workbook (`TH701` to `TH713`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

const WHY_VI: &str = "Tệp đợt đánh giá quyết định phiếu được chấm theo tiêu chí và điểm tối đa nào; một ô hiểu sai sẽ làm sai kết quả của mọi đơn vị.";
const WHY_EN: &str = "The campaign workbook decides by which criteria and maxima every unit is judged; one cell misread makes all results wrong.";
const FIX_VI: &str = "Mở tệp đợt đánh giá, sửa ô được nêu, lưu lại rồi chạy lại.";
const FIX_EN: &str =
    "Open the campaign workbook, correct the cell that is named, save and run again.";

/// Sheet missing from the campaign workbook.
pub static SHEET_MISSING: Rule = Rule {
    code: "TH701",
    name: "campaign-sheet-missing",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp đợt đánh giá thiếu trang",
        message: "thiếu trang {expected}",
        advice: "thêm trang có tên đó, hoặc xuất lại tệp bằng tonghop scheme export rồi chép nội dung sang",
        finds: "Trang Đợt lúc nào cũng phải có; các trang Cấp, Tiêu chí, Xếp loại phải có trừ khi mục “Bộ tiêu chí có sẵn” được ghi; trang Đơn vị phải có trừ khi mục “Danh sách đơn vị có sẵn” được ghi.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: thiếu trang Tiêu chí",
    },
    en: Page {
        title: "Sheet missing from the campaign workbook",
        message: "there is no sheet {expected}",
        advice: "add a sheet of that name, or export the workbook anew with tonghop scheme export and copy into it",
        finds: "The sheet Đợt is always needed; Cấp, Tiêu chí and Xếp loại unless a built-in scheme is named; Đơn vị unless a built-in registry is named.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: there is no sheet Tiêu chí",
    },
};

/// Sheet without headings.
pub static NO_HEADINGS: Rule = Rule {
    code: "TH702",
    name: "campaign-headings-missing",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang không có dòng tiêu đề",
        message: "không thấy dòng tiêu đề; cần các cột: {expected}",
        advice: "ghi lại dòng tiêu đề ở trên các dòng dữ liệu",
        finds: "Trong 30 dòng đầu của trang không có dòng nào có từ hai tiêu đề đã biết trở lên. Chỉ báo một lần cho cả trang. Hoa thường, dấu và dấu cách không quan trọng.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Cấp!A1: không thấy dòng tiêu đề; cần các cột: Mã cấp; Tên cấp",
    },
    en: Page {
        title: "Sheet without headings",
        message: "no row of headings; columns needed: {expected}",
        advice: "write the row of headings above the rows",
        finds: "None of the first 30 rows has two known headings. Said once for the sheet. Case, diacritics and blanks do not matter.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Cấp!A1: no row of headings; columns needed: Mã cấp; Tên cấp",
    },
};

/// Sheet that is not used.
pub static SHEET_UNKNOWN: Rule = Rule {
    code: "TH703",
    name: "campaign-sheet-unknown",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang không dùng đến",
        message: "trang này không dùng đến; {nearest}",
        advice: "đổi tên trang cho đúng nếu cần dùng; nếu không, thêm dấu _ ở đầu tên trang để không báo nữa",
        finds: "Tên trang không phải tên nào của tệp đợt đánh giá. Trang có tên bắt đầu bằng _ và trang trống thì không báo.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chi 2: trang này không dùng đến; gần giống: Tiêu chí",
    },
    en: Page {
        title: "Sheet that is not used",
        message: "this sheet is not used; {nearest}",
        advice: "rename it if it is to be used; if not, begin its name with _",
        finds: "Its name is none of those of a campaign workbook. Names that begin with _ and empty sheets do not raise this.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chi 2: this sheet is not used; similar: Tiêu chí",
    },
};

/// Column that is not used.
pub static COLUMN_UNKNOWN: Rule = Rule {
    code: "TH704",
    name: "campaign-column-unknown",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Cột không dùng đến",
        message: "cột {found} không dùng đến; {nearest}",
        advice: "sửa tiêu đề cho đúng nếu cần dùng; nếu không, thêm dấu _ ở đầu tiêu đề để không báo nữa",
        finds: "Tiêu đề không phải cột nào của trang. Báo một lần cho mỗi cột. Tiêu đề bắt đầu bằng _ thì không báo.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đơn vị!K2: cột “Điện thoại” không dùng đến; không có tên gần giống",
    },
    en: Page {
        title: "Column that is not used",
        message: "the column {found} is not used; {nearest}",
        advice: "correct the heading if it is to be used; if not, begin it with _",
        finds: "The heading is none of the sheet's. Said once for each column. Headings that begin with _ do not raise this.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đơn vị!K2: the column \"Điện thoại\" is not used; nothing similar",
    },
};

/// Two columns of one meaning.
pub static HEADING_TWICE: Rule = Rule {
    code: "TH705",
    name: "campaign-heading-twice",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Hai cột cùng một nghĩa",
        message: "cột {found} trùng nghĩa với cột {expected}",
        advice: "bỏ một trong hai cột, hoặc đổi tiêu đề của một cột",
        finds: "Hai tiêu đề của một trang chỉ cùng một cột, kể cả khi viết khác nhau, nên không biết cột nào được tính.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Xếp loại!C2: cột “Từ điểm” trùng nghĩa với cột “TỪ ĐIỂM”",
    },
    en: Page {
        title: "Two columns of one meaning",
        message: "the column {found} means the same as the column {expected}",
        advice: "remove one of them, or rename it",
        finds: "Two headings of a sheet stand for one column, so that nobody knows which one counts.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Xếp loại!C2: the column \"Từ điểm\" means the same as the column \"TỪ ĐIỂM\"",
    },
};

/// Column missing.
pub static COLUMN_MISSING: Rule = Rule {
    code: "TH706",
    name: "campaign-column-missing",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang thiếu cột",
        message: "thiếu cột {expected}",
        advice: "thêm cột có tiêu đề đó vào dòng tiêu đề",
        finds: "Dòng tiêu đề không có một cột mà mọi dòng của trang đều cần.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Xếp loại!A2: thiếu cột Từ điểm",
    },
    en: Page {
        title: "Column missing",
        message: "there is no column {expected}",
        advice: "add a column of that heading",
        finds: "The row of headings lacks a column that every row of the sheet needs.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Xếp loại!A2: there is no column Từ điểm",
    },
};

/// Not a number.
pub static NOT_A_NUMBER: Rule = Rule {
    code: "TH707",
    name: "campaign-not-a-number",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô phải là số",
        message: "{about}: {found} không phải một số rõ ràng",
        advice: "ghi một số, ví dụ 30 hoặc 2,5, không kèm chữ; điểm tối đa không có giới hạn ghi “không giới hạn”; ở trang Xếp loại, tỷ lệ của tổng điểm ghi kèm dấu %, như 80%",
        finds: "Cột cần số mà ô có chữ, có hai cách hiểu (1.000), hoặc định dạng phần trăm ở cột điểm. Số có dấu phẩy thập phân ghi thành chữ vẫn đọc được.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!D7: Điểm tối đa: “ba mươi” không phải một số rõ ràng",
    },
    en: Page {
        title: "Not a number",
        message: "{about}: {found} is not clearly a number",
        advice: "write a number such as 30 or 2,5 without words; a maximum without a limit is “không giới hạn”; on the sheet of grades a share of the total has its sign, such as 80%",
        finds: "The column needs a number, and the cell holds words, can be read in two ways (1.000), or has the format of a percentage among points. A decimal comma in a text is read.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!D7: Điểm tối đa: \"ba mươi\" is not clearly a number",
    },
};

/// Not a day.
pub static NOT_A_DAY: Rule = Rule {
    code: "TH708",
    name: "campaign-not-a-day",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô phải là ngày",
        message: "{about}: {found} không phải ngày",
        advice: "ghi ngày, ví dụ 31/01/2026",
        finds: "Cột cần ngày mà ô có thứ khác. Ngày ghi thành chữ 31/01/2026 hoặc 2026-01-31 vẫn đọc được.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đợt!B5: Hạn nộp: “cuối tháng 1” không phải ngày",
    },
    en: Page {
        title: "Not a day",
        message: "{about}: {found} is not a day",
        advice: "write a day such as 31/01/2026",
        finds: "The column needs a day, and the cell holds something else. 31/01/2026 and 2026-01-31 as text are read.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đợt!B5: Hạn nộp: \"cuối tháng 1\" is not a day",
    },
};

/// Not in the list.
pub static NOT_IN_LIST: Rule = Rule {
    code: "TH709",
    name: "campaign-not-in-list",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Giá trị không có trong danh sách",
        message: "{about}: không có lựa chọn {found}; chỉ dùng: {expected}",
        advice: "chọn một giá trị trong danh sách thả xuống của ô",
        finds: "Ô có danh sách chọn mà ghi thứ khác, ví dụ do dán đè. Hoa thường, dấu cách và dấu không quan trọng.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!B9: Loại dòng: không có lựa chọn “muc”; chỉ dùng: nhóm; tiêu chí",
    },
    en: Page {
        title: "Not in the list",
        message: "{about}: {found} is no choice; there are: {expected}",
        advice: "choose from the list of the cell",
        finds: "The cell has a list and holds something else, for example because it was pasted over. Case, blanks and diacritics do not matter.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!B9: Loại dòng: \"muc\" is no choice; there are: nhóm; tiêu chí",
    },
};

/// A cell that must be filled is blank.
pub static BLANK: Rule = Rule {
    code: "TH710",
    name: "campaign-blank",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô bắt buộc bị để trống",
        message: "{about} không được để trống",
        advice: "điền ô này, hoặc xóa cả dòng nếu dòng không dùng",
        finds: "Dòng có nội dung nhưng thiếu ô mà loại dòng đó bắt buộc phải có, thường do nội dung bị lệch cột.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đơn vị!D14: Tên đơn vị không được để trống",
    },
    en: Page {
        title: "A cell that must be filled is blank",
        message: "{about} must not be blank",
        advice: "fill the cell, or delete the row if it is not needed",
        finds: "The row has content and lacks a cell that its kind of row must have, mostly because it slipped by a column.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đơn vị!D14: Tên đơn vị must not be blank",
    },
};

/// A cell without effect in its row.
pub static NOT_USED: Rule = Rule {
    code: "TH711",
    name: "campaign-not-used",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô không có tác dụng ở dòng này",
        message: "{about}: {found} không có tác dụng ở dòng này",
        advice: "xóa ô, hoặc sửa Loại dòng hay Cách chấm cho hợp",
        finds: "Ô có nội dung nhưng loại dòng hoặc cách chấm, cách tính của dòng không dùng tới. Không nội dung nào bị bỏ qua mà không báo.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!I12: Từ mức: “90” không có tác dụng ở dòng này",
    },
    en: Page {
        title: "A cell without effect in its row",
        message: "{about}: {found} has no effect in this row",
        advice: "empty the cell, or correct the kind of row or the rule",
        finds: "The cell has content that its kind of row, its rule or its formula does not use. Nothing is passed over in silence.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!I12: Từ mức: \"90\" has no effect in this row",
    },
};

/// A row of no criterion.
pub static NO_PARENT: Rule = Rule {
    code: "TH712",
    name: "campaign-row-without-parent",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dòng không thuộc tiêu chí nào",
        message: "dòng {found} không đứng dưới tiêu chí nào",
        advice: "chuyển dòng xuống ngay dưới tiêu chí của nó",
        finds: "Số liệu, phương án, bậc thuộc tiêu chí gần nhất phía trên; phía trên dòng này không có tiêu chí nào trong nhóm.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!B4: dòng “bậc” không đứng dưới tiêu chí nào",
    },
    en: Page {
        title: "A row of no criterion",
        message: "the row {found} stands below no criterion",
        advice: "move it below its criterion",
        finds: "Figures, options and tiers are of the nearest criterion above, and there is none above this row in its group.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!B4: the row \"bậc\" stands below no criterion",
    },
};

/// Content in a column without heading.
pub static NO_HEADING: Rule = Rule {
    code: "TH713",
    name: "campaign-text-without-heading",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Nội dung ở cột không có tiêu đề",
        message: "{found} nằm ở cột không có tiêu đề",
        advice: "chuyển về đúng cột, xóa, hoặc ghi tiêu đề bắt đầu bằng _ cho cột ghi chú",
        finds: "Ô có nội dung nhưng cột của ô không có tiêu đề, thường do lệch một cột. Báo ở ô đầu tiên của cột.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Cấp!G4: “sở, ban, ngành” nằm ở cột không có tiêu đề",
    },
    en: Page {
        title: "Content in a column without heading",
        message: "{found} stands in a column without heading",
        advice: "move it, delete it, or give the column a heading that begins with _",
        finds: "The cell has content and its column no heading, mostly because it slipped by a column. Said at the first cell of the column.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Cấp!G4: \"sở, ban, ngành\" stands in a column without heading",
    },
};
