//! Rules about files whose reading was stopped (`TH93x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Reading took too long.
pub static TOO_SLOW: Rule = Rule {
    code: "TH931",
    name: "too-slow",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đọc tệp quá lâu",
        message: "việc đọc tệp bị dừng sau {found}",
        advice: "mở tệp bằng Excel, lưu thành .xlsx rồi chạy lại; hoặc tăng giới hạn thời gian nếu máy chậm",
        finds: "Đọc tệp .xls, .xlsb hoặc .ods lâu hơn giới hạn nên bị dừng. Tệp bình thường đọc trong chưa \
            đến một giây.",
        why: "Tệp thường bị hỏng khiến việc đọc lặp mãi. Dừng một tệp để cả đợt vẫn chạy xong; tệp này chưa \
            được tính.",
        fix: "Mở tệp bằng Excel, lưu thành “Excel Workbook” (.xlsx) và thay tệp cũ.",
        example: "So Tu phap.ods: việc đọc tệp bị dừng sau 30 giây",
    },
    en: Page {
        title: "Reading took too long",
        message: "reading was stopped after {found}",
        advice: "open the file in Excel, save it as .xlsx and run again; or raise the time limit on a slow \
            computer",
        finds: "Reading an .xls, .xlsb or .ods file took longer than the limit and was stopped. An ordinary \
            file takes less than a second.",
        why: "Mostly the file is damaged so that reading goes round in circles. One file is stopped so that \
            the run can end; it does not count.",
        fix: "Open it in Excel, save it as Excel Workbook (.xlsx), and replace the old file.",
        example: "So Tu phap.ods: reading was stopped after 30 seconds",
    },
};

/// Reading took too much memory.
pub static TOO_MUCH_MEMORY: Rule = Rule {
    code: "TH932",
    name: "too-much-memory",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đọc tệp cần quá nhiều bộ nhớ",
        message: "đọc tệp cần hơn {found} bộ nhớ",
        advice: "mở tệp bằng Excel, xóa các dòng và cột trống đến tận cuối trang, lưu thành .xlsx rồi chạy \
            lại",
        finds: "Đọc tệp .xls, .xlsb hoặc .ods cần nhiều bộ nhớ hơn giới hạn.",
        why: "Thường là một ô lạc ở cuối trang, hoặc tệp hỏng khai kích thước vô lý. Tệp chưa được tính.",
        fix: "Mở tệp bằng Excel, bấm Ctrl+End để tìm ô lạc, xóa dòng và cột thừa, rồi lưu thành “Excel \
            Workbook” (.xlsx).",
        example: "So Tu phap.xls: đọc tệp cần hơn 1 GB bộ nhớ",
    },
    en: Page {
        title: "Reading took too much memory",
        message: "reading takes more than {found} of memory",
        advice: "open the file in Excel, delete blank rows and columns down to the end of the sheet, save it \
            as .xlsx and run again",
        finds: "Reading an .xls, .xlsb or .ods file takes more memory than the limit.",
        why: "Mostly a stray cell stands at the end of a sheet, or a damaged file claims an impossible size. \
            The file does not count.",
        fix: "Open it in Excel, find the stray cell with Ctrl+End, delete what is superfluous, and save it \
            as Excel Workbook (.xlsx).",
        example: "So Tu phap.xls: reading takes more than 1 GB of memory",
    },
};

/// Reading failed.
pub static CRASHED: Rule = Rule {
    code: "TH933",
    name: "reading-failed",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Việc đọc tệp kết thúc bất thường",
        message: "việc đọc tệp kết thúc bất thường: {found}",
        advice: "mở tệp bằng Excel, lưu thành .xlsx rồi chạy lại",
        finds: "Tiến trình đọc tệp dừng mà không trả kết quả. Phần trong ngoặc kép là lời báo của hệ thống.",
        why: "Tệp hỏng theo cách chưa từng gặp. Tiến trình đọc chạy riêng nên các tệp khác không bị ảnh \
            hưởng; tệp này chưa được tính.",
        fix: "Mở tệp bằng Excel, lưu thành “Excel Workbook” (.xlsx). Nếu Excel cũng không mở được thì đề \
            nghị đơn vị gửi lại.",
        example: "So Tu phap.xls: việc đọc tệp kết thúc bất thường: “signal: 11”",
    },
    en: Page {
        title: "Reading failed",
        message: "reading ended without an answer: {found}",
        advice: "open the file in Excel, save it as .xlsx and run again",
        finds: "The process that reads the file ended without an answer. What stands in quotation marks is \
            the system's word.",
        why: "The file is damaged in a way not met before. It was read by a process of its own, so that no \
            other file is touched; this one does not count.",
        fix: "Open it in Excel and save it as Excel Workbook (.xlsx). If Excel cannot open it either, ask \
            the unit to send it again.",
        example: "So Tu phap.xls: reading ended without an answer: \"signal: 11\"",
    },
};

/// Reading could not start.
pub static NOT_STARTED: Rule = Rule {
    code: "TH934",
    name: "reading-not-started",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không khởi động được việc đọc tệp",
        message: "không khởi động được tiến trình đọc tệp: {found}",
        advice: "kiểm tra phần mềm bảo vệ có chặn tonghop không, rồi chạy lại; hoặc lưu tệp thành .xlsx",
        finds: "Chương trình không tự chạy thêm được một tiến trình của chính nó để đọc tệp .xls, .xlsb hoặc \
            .ods.",
        why: "Phần mềm diệt virus hoặc chính sách của cơ quan có thể chặn. Tệp không hỏng nhưng chưa được \
            tính.",
        fix: "Cho phép tonghop chạy trong phần mềm bảo vệ, hoặc mở tệp bằng Excel rồi lưu thành .xlsx, vốn \
            không cần tiến trình riêng.",
        example: "So Tu phap.xls: không khởi động được tiến trình đọc tệp: “Access is denied.”",
    },
    en: Page {
        title: "Reading could not start",
        message: "the process that reads the file could not be started: {found}",
        advice: "see whether security software stops tonghop, then run again; or save the file as .xlsx",
        finds: "The program could not start another process of itself to read an .xls, .xlsb or .ods file.",
        why: "A virus scanner or a policy may forbid it. The file is not damaged, but does not count.",
        fix: "Allow tonghop in the security software, or save the file in Excel as .xlsx, which needs no \
            process of its own.",
        example: "So Tu phap.xls: the process that reads the file could not be started: \"Access is \
            denied.\"",
    },
};
