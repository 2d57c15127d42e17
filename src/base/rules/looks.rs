//! Rules about what a person sees in a cell, where it is not what the cell holds (`TH324` to `TH329`, `TH339`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A format that shows something else.
pub static SHOWN_OTHERWISE: Rule = Rule {
    code: "TH324",
    name: "shown-otherwise",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô hiện một số khác với số đã lưu",
        message: "ô của {about} lưu {found} nhưng định dạng làm ô hiện {expected}",
        advice: "hỏi đơn vị số nào đúng; số đã lưu đang được tính",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có định dạng số làm người xem thấy một số khác, một chữ cố định, một tỷ lệ phần trăm hoặc một mức ước lượng như “>5”: \
            ví dụ 40 hiện là 4,0; 71 hiện là 0,1 vì định dạng chia cho nghìn; -10 hiện là 10. Làm tròn khi hiển thị, dấu phân cách và chữ đi \
            kèm như 0 “điểm” thì không báo. Điểm của tiêu chí hiện dạng phần trăm báo mã TH319 và không được tính.",
        why: "Người ký phiếu nhìn số hiện trên màn hình hoặc trên giấy, còn công thức và chương trình dùng số đã lưu. Hai số khác nhau thì \
            không biết đơn vị muốn ghi số nào.",
        fix: "Trong Excel chọn ô, đổi định dạng về General để thấy số đã lưu. Nếu số hiện trước đó mới đúng, đơn vị gõ lại số đó rồi gửi lại.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F21: ô của 2.6 (Tập huấn cán bộ chuyên trách CNTT) lưu 40 nhưng định dạng làm ô hiện “4,0”",
    },
    en: Page {
        title: "The cell shows another number than it stores",
        message: "the cell of {about} stores {found}, but its format shows {expected}",
        advice: "ask the unit which one is right; the stored number counts for now",
        finds: "The number format of a score, a figure or a sum shows another number, fixed words, a percentage or an estimate such as \">5\": 40 as 4,0; 71 as 0,1 \
            since the format divides by a thousand; -10 as 10. Rounding, separators and words such as 0 \"điểm\" raise nothing. The score of \
            a criterion shown as a percentage has TH319 and does not count.",
        why: "Whoever signs the form sees what is shown on the screen or on paper, formulas and this program use what is stored. Where the two \
            differ nobody knows which of them the unit means.",
        fix: "In Excel select the cell and set its format to General, which shows the stored number. If the number shown before was right, \
            the unit types it in and sends the form again.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F21: the cell of 2.6 (Tập huấn cán bộ chuyên trách CNTT) stores 40, but its format shows \"4,0\"",
    },
};

/// A part of the cell is struck out.
pub static STRUCK_IN_PART: Rule = Rule {
    code: "TH325",
    name: "struck-in-part",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Một phần của ô bị gạch ngang",
        message: "trong ô của {about}, phần {found} bị gạch ngang; đọc là {expected}",
        advice: "xem ô có đúng là đã sửa như vậy không; phần không bị gạch được tính",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có vài chữ số bị gạch ngang và số mới viết bên cạnh, trong mọi định dạng tệp có ghi lại nét \
            gạch. Cả ô bị gạch thì báo mã TH326 hoặc TH328.",
        why: "Với phần mềm, “2” bị gạch và “24” viết tiếp là 224; với người đọc là 24. Số đọc được là phần còn lại, nhưng ô đã bị sửa tay nên \
            cần có người xem.",
        fix: "Mở ô và xem phần nào bị gạch. Đơn vị xóa hẳn phần đã bỏ, chỉ để lại số đúng.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D18: trong ô của 1.6 – Số máy in, phần “2” bị gạch ngang; đọc là 24",
    },
    en: Page {
        title: "A part of the cell is struck out",
        message: "in the cell of {about}, the part {found} is struck out; read as {expected}",
        advice: "see whether this is how it was corrected; what is not struck out counts",
        finds: "In the cell of a score, a figure or a sum some digits are struck out and the new number stands beside them, in any kind of \
            file that keeps it. A cell struck out as a whole has TH326 or TH328.",
        why: "To software, a struck \"2\" followed by \"24\" is 224; to a person it is 24. What is left is read, but the cell was corrected by \
            hand and somebody should look.",
        fix: "Open the cell and see which part is struck out. The unit deletes it and leaves the right number alone.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D18: in the cell of 1.6 – Số máy in, the part \"2\" is struck out; read as 24",
    },
};

/// Everything in the cell is struck out.
pub static STRUCK_OUT: Rule = Rule {
    code: "TH326",
    name: "struck-out",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Nội dung của ô bị gạch bỏ",
        message: "mọi chữ trong ô của {about} đều bị gạch ngang: {found}",
        advice: "hỏi đơn vị số đúng; ô này chưa được tính, không phải là 0",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng chỉ còn chữ bị gạch ngang, không có chữ nào viết thay. Số mà cả ô có định dạng gạch ngang thì \
            báo mã TH328 và vẫn được tính.",
        why: "Chữ bị gạch là chữ đã bỏ, nên ô không còn giá trị nào; nhưng đơn vị cũng không ghi gì thay, nên không biết đơn vị muốn gì.",
        fix: "Đơn vị xóa chữ bị gạch và ghi số đúng, hoặc bỏ nét gạch nếu số đó vẫn đúng.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D19: mọi chữ trong ô của 1.6 – Số máy photo đều bị gạch ngang: “7”",
    },
    en: Page {
        title: "Everything in the cell is struck out",
        message: "everything in the cell of {about} is struck out: {found}",
        advice: "ask the unit for the number; the cell does not count, it is not 0",
        finds: "All letters in the cell of a score, a figure or a sum are struck out, and none stands in their place. A number in a cell whose \
            format strikes it out has TH328 and counts.",
        why: "What is struck out is taken back, so the cell has no value left; but nothing was written instead, so nobody knows what the unit \
            means.",
        fix: "The unit deletes the struck text and writes the right number, or takes the line off if the number still holds.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D19: everything in the cell of 1.6 – Số máy photo is struck out: \"7\"",
    },
};

/// A mark of a footnote behind the number.
pub static FOOTNOTE_MARK: Rule = Rule {
    code: "TH327",
    name: "footnote-mark",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dấu chú thích cạnh số",
        message: "trong ô của {about}, chữ nhỏ {found} được coi là dấu chú thích; đọc là {expected}",
        advice: "xem ô có đúng như vậy không; số không kèm dấu chú thích được tính",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có chữ nhỏ viết cao hoặc viết thấp sau con số, thường là số của một chú thích. Chữ nhỏ trong \
            tên đơn vị, tên tiêu chí cũng được bỏ khi so tên, không báo. Ký tự ¹ gõ thẳng vào ô thì ô không đọc được.",
        why: "Phần mềm đọc 4 kèm chú thích 1 là 41. Con số người ta muốn ghi là 4, nhưng chữ nhỏ cũng có thể là số mũ, nên cần có người xem.",
        fix: "Đơn vị chuyển chú thích sang cột “Giải trình”, chỉ để con số trong ô.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D20: trong ô của 1.6 – Số máy quét, chữ nhỏ “1” được coi là dấu chú thích; đọc là 4",
    },
    en: Page {
        title: "Mark of a footnote beside a number",
        message: "in the cell of {about}, the small {found} is taken for the mark of a footnote; read as {expected}",
        advice: "see whether that is so; the number without the mark counts",
        finds: "In the cell of a score, a figure or a sum small letters stand above or below the line behind the number, mostly the number of \
            a footnote. In names of units and criteria they are left off as well, without a finding. A ¹ that was typed as such makes the cell \
            unreadable.",
        why: "Software reads 4 with footnote 1 as 41. What is meant is 4, but a small number can be a power too, so somebody should look.",
        fix: "The unit moves the footnote to \"Giải trình\" and leaves the number alone in the cell.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!D20: in the cell of 1.6 – Số máy quét, the small \"1\" is taken for the mark of a footnote; read as 4",
    },
};

/// A number in a cell that is struck out.
pub static STRUCK: Rule = Rule {
    code: "TH328",
    name: "struck-number",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số bị gạch ngang",
        message: "ô của {about} có {found} bị gạch ngang",
        advice: "hỏi đơn vị số này còn đúng không; số vẫn được tính",
        finds: "Cả ô điểm, ô số liệu hoặc dòng cộng có định dạng gạch ngang, kể cả khi cả dòng bị gạch. Chỉ một phần chữ trong ô bị gạch thì \
            báo mã TH325 hoặc TH326.",
        why: "Gạch ngang thường có nghĩa là bỏ, nhưng công thức vẫn cộng số đó và không có số nào ghi thay.",
        fix: "Hỏi đơn vị. Nếu số đã bỏ, đơn vị xóa số hoặc ghi số đúng; nếu không thì bỏ định dạng gạch ngang.",
        example: "So Tai chinh.xlsx: 4. Chính sách!F10: ô của 4.3 (Quy chế nội bộ về ứng dụng CNTT) có 25 bị gạch ngang",
    },
    en: Page {
        title: "Number struck out",
        message: "the cell of {about} holds {found}, struck out",
        advice: "ask the unit whether it still holds; it counts",
        finds: "The cell of a score, a figure or a sum is struck out as a whole by its format, also where a whole row is. Where only letters \
            in it are struck out it has TH325 or TH326.",
        why: "A line through a number mostly takes it back, but formulas still add it, and no other number stands there.",
        fix: "Ask the unit. If the number was taken back, the unit deletes it or writes the right one; if not, it takes the line off.",
        example: "So Tai chinh.xlsx: 4. Chính sách!F10: the cell of 4.3 (Quy chế nội bộ về ứng dụng CNTT) holds 25, struck out",
    },
};

/// Letters of the colour behind them.
pub static UNSEEN: Rule = Rule {
    code: "TH329",
    name: "unseen",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ cùng màu với nền",
        message: "ô của {about} có {found} nhưng chữ cùng màu với nền nên không thấy",
        advice: "đổi màu chữ rồi xem lại; số này vẫn được tính",
        finds: "Ô điểm, ô số liệu hoặc dòng cộng có chữ trắng trên nền trắng, hoặc chữ và nền gần như cùng một màu (độ tương phản \
            dưới 1,3 theo WCAG 2.2), kể cả khi chỉ một phần chữ như vậy hoặc màu do định dạng số đặt, như [White]0. Chữ trắng trên nền màu thì không \
            sao. Nền có thể do định dạng có điều kiện tô thì báo mã TH339.",
        why: "Người xem phiếu thấy ô trống, nhưng ô vẫn có số và công thức vẫn cộng số đó.",
        fix: "Trong Excel chọn ô, đổi màu chữ về tự động. Hỏi đơn vị nếu số không đúng ý.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F11: ô của 1.2 (Mạng nội bộ (LAN)) có 20 nhưng chữ cùng màu với nền nên không thấy",
    },
    en: Page {
        title: "Letters of the colour behind them",
        message: "the cell of {about} holds {found}, but its letters have the colour behind them and are not seen",
        advice: "change the colour and look again; the number counts",
        finds: "The cell of a score, a figure or a sum has white letters on white, or letters and fill of almost one colour (a \
            contrast below 1.3 by WCAG 2.2), also where only some of the letters are so, or where the number format gives the colour, as \
            [White]0 does. White letters on a coloured fill are fine. Where the fill may be that of a conditional format it has TH339.",
        why: "Whoever looks at the form sees a blank cell, but the cell holds a number, and formulas add it.",
        fix: "In Excel select the cell and set the colour of its letters to automatic. Ask the unit if the number is not what it meant.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F11: the cell of 1.2 (Mạng nội bộ (LAN)) holds 20, but its letters have the colour behind them and are not seen",
    },
};

/// Conditional formats that may change what is seen.
pub static CONDITIONAL: Rule = Rule {
    code: "TH339",
    name: "conditional-look",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Định dạng có điều kiện có thể đổi cách hiện số",
        message: "định dạng có điều kiện có thể gạch ngang, giấu hoặc đổi cách hiện của số ở các ô: {found}",
        advice: "mở tệp xem các ô này hiện thế nào; số đã lưu đang được tính",
        finds: "Ô điểm hoặc ô số liệu nằm trong vùng có định dạng có điều kiện mà định dạng đó gạch ngang chữ, cho chữ gần cùng màu với nền hoặc \
            đổi định dạng số; hoặc chữ trắng mà nền do định dạng có điều kiện tô. Mỗi tệp báo một lần, nêu các ô của trang đầu tiên. Điều kiện chỉ \
            tô nền hay đổi màu chữ dễ đọc thì không báo. Thanh dữ liệu hoặc biểu tượng thay cho số báo mã TH321. Tệp .xlsb không được xét và báo mã TH948.",
        why: "Chương trình không tính xem điều kiện có đúng hay không, nên không biết người xem thấy số, thấy số bị gạch hay không thấy gì.",
        fix: "Mở tệp bằng Excel, xem các ô được nêu. Nếu số bị gạch hoặc không thấy, hỏi đơn vị số đó còn đúng không.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: định dạng có điều kiện có thể gạch ngang, giấu hoặc đổi cách hiện của số ở các ô: F9; F10",
    },
    en: Page {
        title: "Conditional format may change what is seen of numbers",
        message: "a conditional format may strike out, hide or change what is seen of the numbers in: {found}",
        advice: "open the file and see what these cells show; the stored numbers count",
        finds: "Scores or figures stand where a conditional format strikes letters out, gives them almost the colour behind them or changes the \
            number format; or white letters stand where one may give the fill. There is one finding for a file, with the cells of the first sheet. \
            A condition that only gives a fill or another colour that can be read raises nothing. Data bars and icons in place of the number have \
            TH321. In .xlsb files none are looked at, which TH948 says.",
        why: "Whether a condition is met is not worked out, so nobody knows whether a person sees the number, sees it struck out or sees nothing.",
        fix: "Open the file in Excel and look at the cells. Where a number is struck out or not seen, ask the unit whether it holds.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: a conditional format may strike out, hide or change what is seen of the numbers in: F9; F10",
    },
};
