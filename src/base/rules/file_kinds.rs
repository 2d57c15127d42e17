//! Rules about files that are no workbook but may hold what one should (`TH917` to `TH920`, `TH949`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A page, a text or an old spreadsheet without a table that can be read.
pub static NO_TABLE_INSIDE: Rule = Rule {
    code: "TH917",
    name: "no-table-inside",
    severity: Severity::Error,
    bearing: Bearing::Own,
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
    bearing: Bearing::Own,
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

/// A mail in place of what is attached to it.
pub static MAIL: Rule = Rule {
    code: "TH919",
    name: "mail",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp là một thư điện tử",
        message: "tệp là một thư điện tử ({found}), không phải phiếu",
        advice: "mở thư, lưu tệp đính kèm vào thư mục rồi chạy lại",
        finds: "Nội dung tệp là thư điện tử lưu từ chương trình thư (.eml, .msg, winmail.dat). Chương trình không mở tệp đính kèm trong thư.",
        why: "Phiếu thường nằm trong thư dưới dạng tệp đính kèm. Thư được ghi nhận là đã nhận, phiếu trong đó chưa được tính.",
        fix: "Mở thư bằng chương trình thư (Outlook, Thunderbird), lưu tệp đính kèm (.xlsx, .xls) vào thư mục rồi chạy lại. Nếu thư không \
            có tệp đính kèm, đề nghị đơn vị gửi phiếu.",
        example: "So Giao thong Van tai.eml: tệp là một thư điện tử (EML/MSG), không phải phiếu",
    },
    en: Page {
        title: "The file is a mail",
        message: "the file is a mail ({found}), not a form",
        advice: "open the mail, save what is attached to it into the folder and run again",
        finds: "The content is a mail as mail programs save it (.eml, .msg, winmail.dat). What is attached to a mail is not opened.",
        why: "The form is mostly attached to the mail. The mail is listed as received; the form in it does not count.",
        fix: "Open the mail in a mail program (Outlook, Thunderbird), save the attachment (.xlsx, .xls) into the folder and run again. If \
            there is none, ask the unit for the form.",
        example: "So Giao thong Van tai.eml: the file is a mail (EML/MSG), not a form",
    },
};

/// A page of frames, whose sheets lie elsewhere.
pub static FRAMES: Rule = Rule {
    code: "TH920",
    name: "sheets-in-other-files",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang web của Excel, các trang tính nằm ở tệp khác",
        message: "tệp là trang web ({found}) lưu từ Excel, các trang tính nằm trong thư mục đi kèm, không nằm trong tệp này",
        advice: "đề nghị đơn vị mở phiếu bằng Excel, lưu thành .xlsx rồi gửi lại",
        finds: "Phiếu được lưu bằng Excel theo kiểu “Web Page” (.htm, có khi mang đuôi .xls): tệp chính chỉ có khung, còn mỗi trang tính là \
            một tệp sheet001.htm, sheet002.htm… trong thư mục đi kèm (ví dụ gtvt_files).",
        why: "Tệp chính không có ô nào để đọc. Gửi riêng tệp này thì số liệu không đi theo.",
        fix: "Nếu có đủ thư mục đi kèm, mở tệp chính bằng Excel, chọn “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx), chép vào thư mục \
            rồi chạy lại. Nếu không, đề nghị đơn vị lưu thành .xlsx rồi gửi lại.",
        example: "So GTVT.xls: tệp là trang web (HTML) lưu từ Excel, các trang tính nằm trong thư mục đi kèm, không nằm trong tệp này",
    },
    en: Page {
        title: "Web page of Excel whose sheets are in other files",
        message: "the file is a web page ({found}) of Excel, whose sheets lie in the folder that belongs to it and not in this file",
        advice: "ask the unit to open the form in Excel, save it as .xlsx and send it again",
        finds: "The form was saved by Excel as Web Page (.htm, sometimes called .xls): the file itself has frames only, each sheet is a file \
            sheet001.htm, sheet002.htm… in a folder that belongs to it, such as gtvt_files.",
        why: "There is no cell in the file. When it is sent alone the numbers do not come with it.",
        fix: "If the folder is there as well, open the file in Excel, choose Save As, type Excel Workbook (.xlsx), copy it into the folder \
            and run again. Otherwise ask the unit to save it as .xlsx and send it again.",
        example: "So GTVT.xls: the file is a web page (HTML) of Excel, whose sheets lie in the folder that belongs to it and not in this file",
    },
};

/// Decimal commas between commas.
pub static DECIMAL_COMMAS: Rule = Rule {
    code: "TH949",
    name: "decimal-commas-part-fields",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "CSV có dấu phẩy thập phân lẫn với dấu phẩy ngăn cột",
        message: "dấu phẩy vừa ngăn cột vừa là dấu thập phân: ở dòng {expected} có {found}, không rõ đâu là một số",
        advice: "lưu lại thành .xlsx, hoặc CSV ngăn cột bằng dấu chấm phẩy, rồi chạy lại",
        finds: "Tệp CSV ngăn cột bằng dấu phẩy, trong đó có số viết với dấu phẩy thập phân mà không đặt trong ngoặc kép. Các dòng như vậy \
            dài hơn những dòng quanh nó, và không biết chắc hai số nào là một. Cả tệp không được đọc.",
        why: "Số bị tách làm hai và các ô sau đó lệch cột: 29,57 thành 29, còn 57 rơi vào cột điểm thẩm định.",
        fix: "Mở tệp gốc bằng Excel, chọn “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx), rồi chạy lại. Nếu chỉ còn tệp CSV, đề nghị \
            đơn vị gửi lại phiếu gốc.",
        example: "gtvt.csv: dấu phẩy vừa ngăn cột vừa là dấu thập phân: ở dòng 35 có “98,46,20,20”, không rõ đâu là một số",
    },
    en: Page {
        title: "CSV with decimal commas between commas",
        message: "commas part the columns and are decimal marks as well: line {expected} has {found}, and which of them is one number cannot be told",
        advice: "save it as .xlsx, or as CSV with semicolons, and run again",
        finds: "A CSV file with commas has numbers with decimal commas that are not in quotation marks. Such lines are longer than those around \
            them, and which two numbers are one cannot be told for sure. Nothing of the file is read.",
        why: "The number is parted and the cells behind it stand in other columns: 29,57 becomes 29, and 57 an appraised score.",
        fix: "Open the original in Excel, choose Save As, type Excel Workbook (.xlsx), and run again. If there is only the CSV file, ask the \
            unit for the original form.",
        example: "gtvt.csv: commas part the columns and are decimal marks as well: line 35 has \"98,46,20,20\", and which of them is one number cannot be told",
    },
};
