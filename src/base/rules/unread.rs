//! Rules about sheets of which something could not be read (`TH94x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// The sheet is not in the file.
pub static MISSING: Rule = Rule {
    code: "TH941",
    name: "sheet-not-in-file",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Trang tính không có nội dung",
        message: "tệp có tên trang tính này nhưng không có nội dung của nó",
        advice: "mở tệp bằng Excel, xem trang tính còn không; nếu mất, đề nghị đơn vị gửi lại",
        finds: "Mục lục của tệp nêu trang tính mà phần chứa nội dung thì không có.",
        why: "Mọi số liệu của trang để trống, không phải 0.",
        fix: "Mở tệp bằng Excel, cho sửa lỗi nếu Excel hỏi, kiểm tra trang tính rồi lưu lại; nếu mất thì đề \
            nghị đơn vị gửi lại.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: tệp có tên trang tính này nhưng không có nội dung của nó",
    },
    en: Page {
        title: "Sheet without content",
        message: "the file names this sheet and does not hold it",
        advice: "open the file in Excel and look for the sheet; if it is gone, ask the unit to send it again",
        finds: "The list of sheets in the file names the sheet, and the part with its content is not there.",
        why: "All figures of the sheet stay open; they are not 0.",
        fix: "Open it in Excel, let Excel repair it if it asks, check the sheet and save; if it is lost, ask \
            the unit to send it again.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: the file names this sheet and does not hold it",
    },
};

/// Two sheets in one place.
pub static DOUBLED: Rule = Rule {
    code: "TH942",
    name: "sheet-doubled",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Hai trang tính trùng nhau trong tệp",
        message: "một trang tính đứng trước mang cùng tên hoặc cùng phần nội dung, nên trang này không được \
            đọc",
        advice: "mở tệp bằng Excel, xem trang nào đúng, lưu lại rồi chạy lại",
        finds: "Tệp nêu hai trang tính cùng tên, hoặc hai tên dùng chung một phần nội dung. Excel không bao \
            giờ ghi như vậy.",
        why: "Không thể biết trang nào là đúng; chỉ trang đứng trước được đọc.",
        fix: "Mở tệp bằng Excel, cho sửa lỗi nếu Excel hỏi, kiểm tra các trang rồi lưu lại.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: một trang tính đứng trước mang cùng tên hoặc cùng phần nội \
            dung, nên trang này không được đọc",
    },
    en: Page {
        title: "Two sheets in one place",
        message: "a sheet before it has the same name or the same content, so that this one was not read",
        advice: "open the file in Excel, see which one is right, save and run again",
        finds: "The file lists two sheets of one name, or two names for one content. Excel never writes \
            this.",
        why: "Nobody can know which one is right; only the first was read.",
        fix: "Open it in Excel, let Excel repair it if it asks, check the sheets and save.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: a sheet before it has the same name or the same content, so \
            that this one was not read",
    },
};

/// The sheet ends too early.
pub static CUT: Rule = Rule {
    code: "TH943",
    name: "sheet-cut",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Trang tính bị cắt ngang",
        message: "chỉ đọc được đến ô {found}, phần sau bị hỏng",
        advice: "mở tệp bằng Excel, kiểm tra phần sau ô đó rồi lưu lại; phần không đọc được để trống, không \
            phải 0",
        finds: "Nội dung của trang tính hỏng từ một chỗ trở đi.",
        why: "Các ô trước chỗ đó được đọc đúng. Các ô sau để trống và không được coi là 0.",
        fix: "Mở tệp bằng Excel, cho sửa lỗi nếu Excel hỏi, so với bản gốc rồi lưu lại; nếu mất dữ liệu thì \
            đề nghị đơn vị gửi lại.",
        example: "So Tu phap.xlsx, 1. Hạ tầng!D12: chỉ đọc được đến ô D12, phần sau bị hỏng",
    },
    en: Page {
        title: "Sheet ends too early",
        message: "it was read to the cell {found}; what follows is damaged",
        advice: "open the file in Excel, check what follows and save; what could not be read stays open, it \
            is not 0",
        finds: "The content of the sheet is damaged from some place on.",
        why: "The cells before that place were read right. Those after it stay open and are never taken for \
            0.",
        fix: "Open it in Excel, let Excel repair it if it asks, compare with the original and save; if data \
            are lost, ask the unit to send it again.",
        example: "So Tu phap.xlsx, 1. Hạ tầng!D12: it was read to the cell D12; what follows is damaged",
    },
};

/// Cells that could not be read.
pub static CELLS: Rule = Rule {
    code: "TH944",
    name: "cells-unreadable",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Có ô không đọc được",
        message: "{found} không đọc được và không rõ đứng ở đâu",
        advice: "mở tệp bằng Excel rồi lưu lại; các ô đó để trống, không phải 0",
        finds: "Một số ô của trang tính ghi sai quy cách đến mức không biết chúng ở dòng, cột nào. Ô hỏng mà \
            biết vị trí thì có cảnh báo riêng tại ô.",
        why: "Các ô đó có thể chứa điểm. Chúng để trống và không được coi là 0.",
        fix: "Mở tệp bằng Excel, cho sửa lỗi nếu Excel hỏi, lưu lại rồi chạy lại.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: 3 ô không đọc được và không rõ đứng ở đâu",
    },
    en: Page {
        title: "Cells that could not be read",
        message: "{found} could not be read, and it is not known where they stand",
        advice: "open and save the file in Excel; these cells stay open, they are not 0",
        finds: "Some cells of the sheet are written so wrongly that their row and column are unknown. A \
            damaged cell whose place is known has a finding at the cell.",
        why: "They may hold points. They stay open and are never taken for 0.",
        fix: "Open it in Excel, let Excel repair it if it asks, save, and run again.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: 3 cells could not be read, and it is not known where they \
            stand",
    },
};

/// Cells outside the grid.
pub static OUTSIDE: Rule = Rule {
    code: "TH945",
    name: "outside-grid",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Ô nằm ngoài giới hạn của Excel",
        message: "{found} nằm ngoài giới hạn của Excel, ô đầu tiên ghi là {expected}",
        advice: "mở tệp bằng Excel, kiểm tra có thiếu gì không rồi lưu lại",
        finds: "Ô ghi địa chỉ quá dòng 1.048.576 hoặc quá cột XFD, hoặc trang web, văn bản có nhiều dòng, \
            cột hơn thế.",
        why: "Các ô đó không được đọc. Excel không ghi ra tệp như vậy.",
        fix: "Mở tệp bằng Excel, so với bản gốc của đơn vị rồi lưu lại; nếu thiếu thì đề nghị đơn vị gửi \
            lại.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: 2 ô nằm ngoài giới hạn của Excel, ô đầu tiên ghi là XFE1",
    },
    en: Page {
        title: "Cells outside the grid",
        message: "{found} outside the grid of Excel, the first at {expected}",
        advice: "open the file in Excel, see whether anything is missing, and save",
        finds: "A cell claims a row beyond 1,048,576 or a column beyond XFD, or a web page or a text has \
            more rows or columns than that.",
        why: "These cells were not read. Excel does not write such files.",
        fix: "Open it in Excel, compare it with the unit's original and save; if something is missing, ask \
            the unit to send it again.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: 2 cells outside the grid of Excel, the first at XFE1",
    },
};

/// Too many merged ranges.
pub static MERGES: Rule = Rule {
    code: "TH946",
    name: "too-many-merges",
    severity: Severity::Warning,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Quá nhiều vùng gộp ô",
        message: "chỉ xét {found} đầu tiên của trang tính",
        advice: "kiểm tra các nhãn trong vùng gộp ô ở cuối trang",
        finds: "Trang tính có nhiều vùng gộp ô hơn giới hạn.",
        why: "Nhãn trong các vùng gộp còn lại chỉ được đọc ở ô đầu, nên dòng hay cột dưới chúng có thể không \
            nhận ra.",
        fix: "Bỏ gộp ô ở phần thừa của trang tính rồi lưu lại, hoặc tăng giới hạn.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: chỉ xét 20.000 vùng gộp ô đầu tiên của trang tính",
    },
    en: Page {
        title: "Too many merged ranges",
        message: "only the first {found} of the sheet count",
        advice: "check the labels in merged ranges at the end of the sheet",
        finds: "The sheet has more merged ranges than the limit.",
        why: "Labels in the other ranges are read in their first cell only, so that rows or columns under \
            them may not be known.",
        fix: "Unmerge what is superfluous and save, or raise the limit.",
        example: "So Tu phap.xlsx, 1. Hạ tầng: only the first 20,000 merged ranges of the sheet count",
    },
};

/// Damaged parts.
pub static PARTS: Rule = Rule {
    code: "TH947",
    name: "parts-damaged",
    severity: Severity::Warning,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Có phần của tệp bị hỏng",
        message: "tệp có phần bị hỏng: {found}",
        advice: "mở tệp bằng Excel, xem ảnh và hình vẽ có còn không; các ô không bị ảnh hưởng",
        finds: "Một phần của tệp không chứa ô (ảnh, biểu đồ, nhận xét, macro) không giải nén được hoặc sai \
            mã kiểm tra.",
        why: "Số liệu đọc đúng, nhưng tệp đã hỏng ở đâu đó khi chép hoặc gửi; ảnh chụp tài liệu kiểm chứng \
            có thể đã mất.",
        fix: "Chép lại tệp từ thư gốc; nếu vẫn hỏng và cần phần đó thì đề nghị đơn vị gửi lại.",
        example: "So Tu phap.xlsx: tệp có phần bị hỏng: xl/media/image1.png",
    },
    en: Page {
        title: "Damaged parts",
        message: "parts of the file are damaged: {found}",
        advice: "open it in Excel and see whether pictures and drawings are there; the cells are not touched",
        finds: "A part of the file without cells (a picture, a chart, comments, macros) cannot be inflated, \
            or its checksum is wrong.",
        why: "The figures were read right, but the file was damaged when it was copied or sent; a picture of \
            evidence may be lost.",
        fix: "Copy it from the mail again; if it is still damaged and the part is needed, ask the unit to \
            send it again.",
        example: "So Tu phap.xlsx: parts of the file are damaged: xl/media/image1.png",
    },
};

/// How cells look is not told by the kind of file.
pub static LOOKS: Rule = Rule {
    code: "TH948",
    name: "looks-not-read",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chưa kiểm tra hết cách hiện của ô",
        message: "tệp {found} chưa được kiểm tra định dạng có điều kiện, ghi chú, hình và hộp chữ",
        advice: "mở tệp bằng Excel để xem, hoặc đề nghị đơn vị lưu thành .xlsx rồi gửi lại",
        finds: "Phiếu là tệp .xlsb. Chương trình đọc được giá trị, công thức và định dạng của ô, chưa đọc định dạng có điều kiện, ghi chú, hình và hộp chữ. Mỗi tệp báo một lần.",
        why: "Trong các loại tệp khác, số bị định dạng có điều kiện gạch ngang hoặc giấu đi, ghi chú hay hộp chữ nêu một điểm khác thì có cảnh \
            báo; ở tệp này thì không.",
        fix: "Mở tệp bằng Excel, chọn “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx), rồi thay tệp trong thư mục.",
        example: "So Tu phap.xlsb: tệp xlsb chưa được kiểm tra định dạng có điều kiện, ghi chú, hình và hộp chữ",
    },
    en: Page {
        title: "Not all that changes what is seen was checked",
        message: "conditional formats, comments, pictures and text boxes of an {found} file were not checked",
        advice: "open the file in Excel and look, or ask the unit to save it as .xlsx and send it again",
        finds: "The form is an .xlsb file. Values, formulas and formats of its cells are read; conditional formats, comments, pictures and text boxes \
            are not. There is one finding for a file.",
        why: "In other kinds of files a number that a conditional format may strike out or hide, or beside which a comment or a text box names \
            another one, has a finding; in this one it has none.",
        fix: "Open it in Excel, choose Save As, type Excel Workbook (.xlsx), and replace the file in the folder.",
        example: "So Tu phap.xlsb: conditional formats, comments, pictures and text boxes of an xlsb file were not checked",
    },
};
