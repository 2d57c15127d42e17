//! Rules about files that are no workbook but may hold what one should (`TH917`, `TH918`).

use crate::base::rules::{Page, Rule, Severity};

/// A page, a text or an old spreadsheet without a table that can be read.
pub static NO_TABLE_INSIDE: Rule = Rule {
    code: "TH917",
    name: "no-table-inside",
    severity: Severity::Error,
    vi: Page {
        title: "Tệp chữ, trang web hoặc Excel quá cũ không đọc được bảng",
        message: "nội dung là {found}, không thấy bảng nào đọc được",
        advice: "mở bằng Excel: nếu có bảng thì lưu thành .xlsx rồi chạy lại, nếu không thì đề nghị đơn vị gửi phiếu",
        finds: "Nội dung là trang web hay văn bản không có bảng, XML loại khác, hoặc bảng tính từ trước Excel 5 \
            (Excel 2–4), dù đuôi tệp là .xls hay .xlsx. Trang web có bảng, CSV và XML của Excel 2003 thì đọc được và \
            không báo.",
        why: "Hay gặp khi “lưu” một trang đăng nhập hoặc thông báo lỗi thay cho tệp đính kèm. Tệp được ghi nhận là \
            đã nhận, chưa được tính.",
        fix: "Mở tệp bằng Excel. Nếu thấy đúng phiếu, chọn “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx), chép \
            vào thư mục rồi chạy lại. Nếu chỉ thấy chữ hoặc trang đăng nhập, tải lại tệp đính kèm từ thư gốc.",
        example: "UBND huyen Sa Thay.xls: nội dung là HTML, không thấy bảng nào đọc được",
    },
    en: Page {
        title: "Text, web page or old spreadsheet without a readable table",
        message: "the content is {found}, without a table that can be read",
        advice: "open it in Excel: save a table as .xlsx and run again; if there is none, ask the unit for the form",
        finds: "The content is a web page or a text without a table, other XML, or a spreadsheet from before Excel 5 \
            (Excel 2 to 4), whatever the extension. Web pages with tables, CSV and the XML of Excel 2003 are read \
            and raise nothing.",
        why: "This comes about when a login page or an error message was saved in place of an attachment. The file \
            is listed as received and does not count.",
        fix: "Open it in Excel. If the form is there, choose Save As, type Excel Workbook (.xlsx), copy it into the \
            folder and run again. If there is only text or a login page, download the attachment from the mail \
            again.",
        example: "UBND huyen Sa Thay.xls: the content is HTML, without a table that can be read",
    },
};

/// A file of an unknown kind.
pub static UNKNOWN_KIND: Rule = Rule {
    code: "TH918",
    name: "unknown-kind",
    severity: Severity::Error,
    vi: Page {
        title: "Không rõ loại tệp",
        message: "không nhận ra đây là loại tệp gì",
        advice: "mở tệp bằng chương trình đã tạo ra nó (Excel, WPS), lưu thành .xlsx rồi chạy lại",
        finds: "Nội dung không phải loại tệp nào chương trình biết, hoặc là tệp Office đời cũ mà bên trong không có \
            bảng tính. Tệp .et của WPS và tệp bị hỏng ngay từ đầu cũng thuộc loại này.",
        why: "Tệp được ghi nhận là đã nhận nhưng không tính được.",
        fix: "Mở tệp trên máy có chương trình đã tạo ra nó, chọn “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx), \
            rồi chạy lại. Nếu không mở được, tải lại từ thư gốc hoặc đề nghị đơn vị gửi lại.",
        example: "Phieu 2017.et: không nhận ra đây là loại tệp gì",
    },
    en: Page {
        title: "File of an unknown kind",
        message: "what kind of file this is cannot be told",
        advice: "open it in the program that made it (Excel, WPS), save it as .xlsx and run again",
        finds: "The content is of no kind that the program knows, or an old Office file without a workbook inside. \
            The .et files of WPS and files damaged from their first byte on are among them.",
        why: "The file is listed as received and cannot count.",
        fix: "Open it on a computer with the program that made it, choose Save As, type Excel Workbook (.xlsx), and \
            run again. If it does not open, download it from the mail again or ask the unit to send it again.",
        example: "Phieu 2017.et: what kind of file this is cannot be told",
    },
};
