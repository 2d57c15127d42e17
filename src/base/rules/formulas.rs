//! Rules about formulas and their results (`TH312`, `TH33x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Stale result.
pub static STALE_RESULT: Rule = Rule {
    code: "TH312",
    name: "stale-result",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Kết quả công thức đã cũ",
        message: "ô của {about} lưu kết quả {found}, tính lại theo công thức được {expected}",
        advice: "mở tệp bằng Excel, bấm Ctrl+Alt+F9 để tính lại, lưu rồi gửi lại; hiện dùng kết quả đã lưu",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có công thức đơn giản (SUM, ROUND, IF, phép tính thường) mà kết quả lưu \
            trong tệp khác kết quả tính lại từ các ô hiện có. Công thức phức tạp không được tính lại.",
        why: "Excel ở chế độ tính thủ công, hoặc phần mềm khác ghi tệp, để lại kết quả cũ sau khi số đã sửa. Người mở tệp \
            thấy một số, tệp lưu một số khác.",
        fix: "Mở tệp bằng Excel, chọn Formulas, Calculation Options, Automatic, bấm Ctrl+Alt+F9, xem ô đã đúng chưa rồi \
            lưu. Trong lúc chờ, kết quả đã lưu được tính và điểm có thể đổi được nêu kèm cảnh báo.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F5: ô của 1.1 (Tỷ lệ CBCC được trang bị máy tính phục vụ công tác) lưu kết \
            quả 20, tính lại theo công thức được 30",
    },
    en: Page {
        title: "Stale result",
        message: "the cell of {about} stores the result {found}, its formula now gives {expected}",
        advice: "open the file in Excel, press Ctrl+Alt+F9, save and send it again; the stored result is used until then",
        finds: "A score, a figure or a sum with a simple formula (SUM, ROUND, IF, plain arithmetic) whose stored result is \
            not what its cells now give. Formulas that are not simple are not computed.",
        why: "Excel with manual calculation, or another program that wrote the file, leaves the old result behind when \
            numbers change. Who opens the file sees one number, and the file stores another.",
        fix: "Open the file in Excel, set Formulas, Calculation Options to Automatic, press Ctrl+Alt+F9, check the cell and \
            save. Meanwhile the stored result counts, and the finding carries the points at stake.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F5: the cell of 1.1 (Tỷ lệ CBCC được trang bị máy tính phục vụ công tác) \
            stores the result 20, its formula now gives 30",
    },
};

/// Formula calculated.
pub static CALCULATED: Rule = Rule {
    code: "TH330",
    name: "formula-calculated",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Công thức được tính thay",
        message: "{found} ô có công thức nhưng chưa lưu kết quả; chương trình tự tính, ví dụ {about} được {expected}",
        advice: "không phải làm gì nếu ví dụ đúng; mở tệp bằng Excel và lưu lại thì kết quả sẽ có sẵn trong tệp",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có công thức đơn giản mà tệp không lưu kết quả. Chương trình tính \
            như Excel. Công thức không đơn giản thì ô được báo mã TH308.",
        why: "Tệp do phần mềm khác tạo ra thường chỉ có công thức. Coi ô như vậy là trống hay là 0 đều sai.",
        fix: "So ví dụ với tệp mở bằng Excel. Nếu đúng thì không phải làm gì.",
        example: "So Tai chinh.xlsx: Tổng hợp!D12: 8 ô có công thức nhưng chưa lưu kết quả; chương trình tự tính, ví dụ \
            =SUM(D5:D11) được 86,5",
    },
    en: Page {
        title: "Formula calculated",
        message: "{found} cells have a formula without a stored result; they were computed, as {about} to {expected}",
        advice: "nothing to do if the example is right; opening and saving the file in Excel stores the results",
        finds: "A score, a figure or a sum with a simple formula whose result is not stored in the file. It is computed as \
            Excel does. With a formula that is not simple the cell has TH308.",
        why: "Files made by other programs often hold formulas only. To take such a cell for blank or for 0 would be wrong.",
        fix: "Compare the example with the file in Excel. If it is right there is nothing to do.",
        example: "So Tai chinh.xlsx: Tổng hợp!D12: 8 cells have a formula without a stored result; they were computed, as \
            =SUM(D5:D11) to 86.5",
    },
};

/// Link to another workbook.
pub static EXTERNAL_LINK: Rule = Rule {
    code: "TH331",
    name: "external-link",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số lấy từ tệp khác",
        message: "ô của {about} lấy số từ tệp khác: {found}",
        advice: "hỏi đơn vị số này còn đúng không và đề nghị dán giá trị thay công thức; hiện dùng kết quả đã lưu",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có công thức trỏ sang một tệp khác. Số trong ngoặc vuông là thứ tự của \
            tệp đó trong danh sách liên kết của Excel.",
        why: "Tệp kia không được gửi kèm. Kết quả đã lưu có thể là của lần mở cuối cùng, và không ai kiểm tra lại được.",
        fix: "Trong Excel mở Data, Edit Links để xem tệp nguồn; đề nghị đơn vị chép số vào phiếu bằng Paste Values.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D6: ô của 1.1 – Tổng số cán bộ, công chức lấy số từ tệp khác: \
            “[1]Sheet1!A1”",
    },
    en: Page {
        title: "Link to another workbook",
        message: "the cell of {about} takes its number from another file: {found}",
        advice: "ask the unit whether it still holds, and to paste the value; the stored result is used until then",
        finds: "A score, a figure or a sum whose formula points into another file. A number in square brackets is that \
            file's place in Excel's list of links.",
        why: "The other file was not sent. The stored result may be that of the last time it was open, and nobody can check \
            it.",
        fix: "In Excel, Data, Edit Links shows the source; ask the unit to put the number into the form with Paste Values.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D6: the cell of 1.1 – Tổng số cán bộ, công chức takes its number from \
            another file: \"[1]Sheet1!A1\"",
    },
};

/// Circular reference.
pub static CIRCULAR: Rule = Rule {
    code: "TH332",
    name: "circular-reference",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Công thức vòng",
        message: "công thức ở ô của {about} phụ thuộc vào chính nó: {found}",
        advice: "sửa công thức trong Excel rồi lưu lại; giá trị này chưa được tính",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có công thức mà, qua các ô khác hay trực tiếp, dùng lại chính ô đó; ví dụ \
            dòng cộng nằm trong vùng được cộng.",
        why: "Công thức vòng không có kết quả. Số lưu trong ô chỉ là số còn sót lại của một lần tính trước.",
        fix: "Trong Excel, Formulas, Error Checking, Circular References chỉ ra ô; sửa vùng của công thức rồi lưu.",
        example: "So Tai chinh.xlsx: Tổng hợp!D12: công thức ở ô của tổng điểm phụ thuộc vào chính nó: “=SUM(D5:D12)”",
    },
    en: Page {
        title: "Circular reference",
        message: "the formula in the cell of {about} depends on itself: {found}",
        advice: "mend the formula in Excel and save; the value does not count until then",
        finds: "A score, a figure or a sum whose formula uses its own cell, directly or through others, as a sum that stands \
            inside the range it adds up.",
        why: "A circular formula has no result. The number in the cell is only what some earlier calculation left there.",
        fix: "In Excel, Formulas, Error Checking, Circular References names the cell; correct the range and save.",
        example: "So Tai chinh.xlsx: Tổng hợp!D12: the formula in the cell of the total depends on itself: \"=SUM(D5:D12)\"",
    },
};
