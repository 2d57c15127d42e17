//! Rules about the values of a campaign workbook, and about how they fit together (`TH714` to `TH726`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

const WHY_VI: &str = "Tệp đợt đánh giá quyết định phiếu được chấm theo tiêu chí và điểm tối đa nào; một ô hiểu sai sẽ làm sai kết quả của mọi đơn vị.";
const WHY_EN: &str = "The campaign workbook decides by which criteria and maxima every unit is judged; one cell misread makes all results wrong.";
const FIX_VI: &str = "Mở tệp đợt đánh giá, sửa ô được nêu, lưu lại rồi chạy lại.";
const FIX_EN: &str =
    "Open the campaign workbook, correct the cell that is named, save and run again.";

/// A code that Excel changed, mended.
pub static CODE_MENDED: Rule = Rule {
    code: "TH714",
    name: "campaign-code-mended",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mã bị Excel đổi, đã đọc lại",
        message: "mã đã bị Excel đổi thành {found}; theo dòng bên cạnh thì mã là {expected}",
        advice: "ghi lại mã đó vào ô dạng chữ (Text)",
        finds: "Mã ghi ở ô không phải dạng chữ bị Excel đổi: 1.10 thành 1,1; 1/2 thành ngày; (1) thành -1. Mã được suy từ dòng phía trên, chỉ khi có đúng một mã nối tiếp được.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!A15: mã đã bị Excel đổi thành “1.1”; theo dòng bên cạnh thì mã là 1.10",
    },
    en: Page {
        title: "A code that Excel changed, mended",
        message: "the code became {found} in Excel; by its neighbours it is {expected}",
        advice: "write that code into the cell as text",
        finds: "A code in a cell that is not text was changed by Excel: 1.10 to 1.1, 1/2 to a date, (1) to -1. It follows from the row above, where one code alone can come next.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!A15: the code became \"1.1\" in Excel; by its neighbours it is 1.10",
    },
};

/// A code that Excel changed, unclear.
pub static CODE_UNCLEAR: Rule = Rule {
    code: "TH715",
    name: "campaign-code-unclear",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mã bị Excel đổi, không rõ mã gốc",
        message: "mã đã bị Excel đổi thành {found}; không rõ mã gốc",
        advice: "định dạng ô là chữ (Text) rồi ghi lại mã",
        finds: "Như TH714 nhưng dòng phía trên không cho biết mã gốc.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!A15: mã đã bị Excel đổi thành “02/01/2026”; không rõ mã gốc",
    },
    en: Page {
        title: "A code that Excel changed, unclear",
        message: "the code became {found} in Excel; what it was is not clear",
        advice: "format the cell as text and write the code again",
        finds: "As TH714, where the row above does not tell the code.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!A15: the code became \"02/01/2026\" in Excel; what it was is not clear",
    },
};

/// A cell with an error.
pub static CELL_ERROR: Rule = Rule {
    code: "TH716",
    name: "campaign-cell-error",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô lỗi",
        message: "{about}: ô báo lỗi {found}",
        advice: "ghi giá trị thay cho công thức",
        finds: "Ô có giá trị lỗi của Excel, hoặc công thức không có kết quả lưu trong tệp.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!D7: Điểm tối đa: ô báo lỗi “#REF!”",
    },
    en: Page {
        title: "A cell with an error",
        message: "{about}: the cell holds the error {found}",
        advice: "write the value in place of the formula",
        finds: "The cell holds an error value, or a formula without a stored result.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!D7: Điểm tối đa: the cell holds the error \"#REF!\"",
    },
};

/// Two cells that contradict.
pub static CONTRADICTORY: Rule = Rule {
    code: "TH717",
    name: "campaign-contradictory",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Hai ô nói khác nhau",
        message: "{about}: {found} mâu thuẫn với ô {expected}",
        advice: "chỉ giữ một trong hai ô",
        finds: "Hai ô cùng nói về một điều: điểm tối đa của mọi cấp và của từng cấp trên một dòng, một mục của trang Đợt ghi hai lần, bộ tiêu chí có sẵn cùng với trang Tiêu chí, hoặc tham số khác trùng một cột.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!E7: Điểm tối đa: “40” mâu thuẫn với ô D7",
    },
    en: Page {
        title: "Two cells that contradict",
        message: "{about}: {found} contradicts the cell {expected}",
        advice: "keep one of the two",
        finds: "Two cells say the same thing: the maximum of all levels and of single ones, a setting twice, a built-in scheme beside criteria of its own, or another parameter that has a column.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!E7: Điểm tối đa: \"40\" contradicts the cell D7",
    },
};

/// Other parameters that are not understood.
pub static PARAMETERS: Rule = Rule {
    code: "TH718",
    name: "campaign-parameters",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tham số khác không đúng cách viết",
        message: "không hiểu {found}: {expected}",
        advice: "viết như trong TOML: khóa = giá trị, chữ đặt trong ngoặc kép, các khóa cách nhau bằng dấu phẩy; nếu không rõ thì xóa ô",
        finds: "Cột Tham số khác, hoặc một mục dạng scheme.… và campaign.… ở trang Đợt, không đúng cú pháp TOML.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!Q7: không hiểu “khoa 1”: “key with no value, expected `=`”",
    },
    en: Page {
        title: "Other parameters that are not understood",
        message: "{found} is not understood: {expected}",
        advice: "write it as TOML: key = value, texts in quotation marks, keys parted by commas; if in doubt empty the cell",
        finds: "The column of other parameters, or a row scheme.… or campaign.… of the first sheet, is not TOML.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!Q7: \"khoa 1\" is not understood: \"key with no value, expected `=`\"",
    },
};

/// An unknown setting.
pub static SETTING_UNKNOWN: Rule = Rule {
    code: "TH719",
    name: "campaign-setting-unknown",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mục lạ ở trang Đợt",
        message: "không có mục {found}; {nearest}",
        advice: "chọn tên mục trong danh sách thả xuống, hoặc thêm dấu _ ở đầu tên mục để ghi chú",
        finds: "Tên mục ở trang Đợt không phải mục nào đã biết. Tên bắt đầu bằng _ thì không báo.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Đợt!A9: không có mục “Hạn nôp phiếu”; gần giống: Hạn nộp",
    },
    en: Page {
        title: "An unknown setting",
        message: "there is no setting {found}; {nearest}",
        advice: "choose it from the list, or begin it with _ for a note",
        finds: "The setting is none that is known. Names that begin with _ do not raise this.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Đợt!A9: there is no setting \"Hạn nôp phiếu\"; similar: Hạn nộp",
    },
};

/// Defined twice.
pub static TWICE: Rule = Rule {
    code: "TH721",
    name: "campaign-twice",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Khai báo hai lần",
        message: "{found} được khai báo hai lần",
        advice: "đổi mã hoặc tên của một trong hai, hoặc xóa dòng thừa",
        finds: "Một mã được dùng hai lần, hoặc một tên chỉ hai đơn vị hay hai nghĩa.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!A15: “1.2” được khai báo hai lần",
    },
    en: Page {
        title: "Defined twice",
        message: "{found} is defined twice",
        advice: "change the code or the name of one of them, or delete a row",
        finds: "A code is used twice, or a name stands for two units or two meanings.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!A15: \"1.2\" is defined twice",
    },
};

/// No such code.
pub static DANGLING: Rule = Rule {
    code: "TH722",
    name: "campaign-dangling",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không có mã này",
        message: "không có {found}; {nearest}",
        advice: "sửa mã cho đúng, hoặc thêm dòng khai báo mã đó",
        finds: "Ô nhắc tới một cấp, nhóm, tiêu chí, số liệu, mục, chỉ tiêu hoặc đơn vị mà tệp không khai báo.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!G7: không có “may_tin”; gần giống: may_tinh",
    },
    en: Page {
        title: "No such code",
        message: "there is no {found}; {nearest}",
        advice: "correct the code, or add the row that defines it",
        finds: "The cell names a level, a group, a criterion, a figure, a section, a statistic or a unit that the workbook does not define.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!G7: there is no \"may_tin\"; similar: may_tinh",
    },
};

/// Maxima that do not add up.
pub static SUMS: Rule = Rule {
    code: "TH723",
    name: "campaign-sums",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm tối đa không khớp tổng",
        message: "{about}: tính từ các mục bên dưới là {found}, ở đây ghi {expected}",
        advice: "sửa điểm tối đa của mục này hoặc của các mục bên dưới; nếu các mục bên dưới cộng lại được nhiều hơn mà chỉ tính đến điểm tối đa thì ghi “có” ở cột “Tính đến tối đa”",
        finds: "Điểm tối đa của nhóm không bằng tổng điểm tối đa các tiêu chí có điểm, điểm tối đa của tiêu chí cha lấy điểm cao nhất, thấp nhất hay bình quân không đúng với các tiêu chí con, điểm tối đa của tiêu chí cha cộng các tiêu chí con thấp hơn tổng của chúng, hoặc tổng điểm tối đa không bằng tổng các nhóm trong tổng. Mục “tối đa 5 điểm” mà các mục bên dưới cộng lại được nhiều hơn thì ghi “có” ở cột “Tính đến tối đa”: điểm được tính khi đó không vượt điểm tối đa.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!D3: 1, cấp tinh: tính từ các mục bên dưới là 90, ở đây ghi 100",
    },
    en: Page {
        title: "Maxima that do not add up",
        message: "{about}: what stands below comes to {found}, here it says {expected}",
        advice: "correct this maximum or those below; where those below may come to more and no more than the maximum counts, say yes in the column \"Tính đến tối đa\"",
        finds: "The maximum of a group is not the sum of its criteria that carry points, that of a criterion which takes the best, the weakest or the mean of those below is not theirs, that of a criterion which adds up those below is less than their sum, or the total maximum is not that of the groups inside it. Where those below may come to more and no more than the maximum counts, say yes in the column \"Tính đến tối đa\".",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!D3: 1, tinh: what stands below comes to 90, here it says 100",
    },
};

/// Out of range or out of order.
pub static OUT_OF_RANGE: Rule = Rule {
    code: "TH724",
    name: "campaign-out-of-range",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số ngoài khoảng hoặc sai thứ tự",
        message: "{found} không hợp lệ ở đây; cần {expected}",
        advice: "sửa số cho đúng, hoặc đổi thứ tự các dòng: mức cao đứng trước",
        finds: "Số nằm ngoài khoảng có thể có (ví dụ điểm của bậc lớn hơn điểm tối đa), hoặc các loại, các bậc không giảm dần từ trên xuống.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!K9: 40 không hợp lệ ở đây; cần từ 0 đến 30",
    },
    en: Page {
        title: "Out of range or out of order",
        message: "{found} cannot be here; needed: {expected}",
        advice: "correct the number, or the order of the rows: highest first",
        finds: "The number is outside what is possible, such as the points of a tier above the maximum, or grades or tiers do not fall from top to bottom.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!K9: 40 cannot be here; needed: from 0 to 30",
    },
};

/// A rule that does not fit.
pub static RULE_UNFIT: Rule = Rule {
    code: "TH725",
    name: "campaign-rule-unfit",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Cách chấm không hợp",
        message: "{found}: cách chấm hoặc cách tính không hợp với dòng này",
        advice: "mục có tiêu chí con phải chọn “Cộng các tiêu chí con”, mục không có thì không được chọn; số liệu phải đúng kiểu mà cách chấm cần",
        finds: "Cách chấm “Cộng các tiêu chí con” ở mục không có con hoặc thiếu ở mục có con, số liệu sai kiểu (ví dụ có/không cho một tỷ lệ), hoặc thiếu số liệu, bậc, phương án.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!F7: “1.1”: cách chấm hoặc cách tính không hợp với dòng này",
    },
    en: Page {
        title: "A rule that does not fit",
        message: "{found}: the rule or the formula does not fit this row",
        advice: "a criterion with others below must be their sum, and no other may; figures must be of the kind that the rule needs",
        finds: "A sum without criteria below or criteria below without a sum, a figure of the wrong kind such as yes or no for a share, or figures, tiers or options that are missing.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!F7: \"1.1\": the rule or the formula does not fit this row",
    },
};

/// A wrong value.
pub static WRONG: Rule = Rule {
    code: "TH726",
    name: "campaign-wrong-value",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Giá trị không đúng",
        message: "{about}: giá trị {found} không dùng được: {expected}",
        advice: "sửa ô theo chú thích ở tiêu đề cột",
        finds: "Giá trị không đúng dạng cần có, dài quá, hoặc có quá nhiều dòng.",
        why: WHY_VI,
        fix: FIX_VI,
        example: "dot-danh-gia.xlsx: Tiêu chí!Q7: Tham số khác: giá trị “mode = 1” không dùng được: “expected a string”",
    },
    en: Page {
        title: "A wrong value",
        message: "{about}: the value {found} cannot be used: {expected}",
        advice: "correct the cell as the comment of its column says",
        finds: "The value is not of the form that is needed, too long, or one of too many.",
        why: WHY_EN,
        fix: FIX_EN,
        example: "dot-danh-gia.xlsx: Tiêu chí!Q7: Tham số khác: the value \"mode = 1\" cannot be used: \"expected a string\"",
    },
};
