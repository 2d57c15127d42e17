//! Rules about files that this program did not come to an end with (`TH95x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A fault of this program, met in one file.
pub static FAULT: Rule = Rule {
    code: "TH951",
    name: "program-fault",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Lỗi của chương trình ở tệp này",
        message: "lỗi của chương trình ở tệp này: {found}",
        advice: "gửi tệp này kèm nguyên văn dòng báo lỗi cho người cung cấp chương trình tonghop; trong khi \
            chờ, mở tệp bằng Excel, sao chép các trang sang một tệp mới rồi chạy lại",
        finds: "Chương trình gặp lỗi của chính nó khi nhận dạng hoặc chấm tệp này. Phần trong ngoặc kép là \
            lời báo lỗi, dành cho người sửa chương trình.",
        why: "Lỗi nằm ở chương trình, không phải ở đơn vị. Tệp này chưa được tính; các tệp khác không bị ảnh \
            hưởng.",
        fix: "Gửi tệp và dòng báo lỗi cho người cung cấp chương trình. Có thể thử: sao chép nội dung các \
            trang sang một tệp Excel mới (dán giá trị), lưu thành .xlsx, thay tệp cũ và chạy lại.",
        example: "So Tu phap.xlsx: lỗi của chương trình ở tệp này: “index out of bounds \
            (src/input/tables/mod.rs:40)”",
    },
    en: Page {
        title: "A fault of this program, in this file",
        message: "a fault of this program, in this file: {found}",
        advice: "send the file and this line as it stands to those who gave you tonghop; meanwhile copy the \
            sheets into a new file in Excel and run again",
        finds: "The program met a fault of its own while it recognised or judged this file. What stands in \
            quotation marks is for those who mend the program.",
        why: "The fault is the program's, not the unit's. The file does not count; no other file is touched.",
        fix: "Send the file and the line to those who gave you the program. It may help to copy the sheets \
            into a new file in Excel (as values), save it as .xlsx, put it in the place of the old one and run \
            again.",
        example: "So Tu phap.xlsx: a fault of this program, in this file: \"index out of bounds \
            (src/input/tables/mod.rs:40)\"",
    },
};

/// The treatment of one file took too long.
pub static TOO_LONG: Rule = Rule {
    code: "TH952",
    name: "treatment-too-long",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Nhận dạng tệp quá lâu",
        message: "việc nhận dạng tệp bị dừng sau {found}",
        advice: "mở tệp bằng Excel, xóa các trang, dòng và cột thừa rồi chạy lại; nếu tệp vốn bình thường thì \
            gửi tệp cho người cung cấp chương trình tonghop",
        finds: "Đọc được tệp nhưng tìm các bảng, dòng và tên đơn vị trong tệp lâu hơn giới hạn thời gian của \
            một tệp (--limit seconds=…) nên bị dừng. Phiếu bình thường chỉ cần chưa đến một giây.",
        why: "Tệp có nội dung bất thường, chẳng hạn hàng vạn dòng lạ. Dừng một tệp để cả đợt vẫn chạy xong; \
            tệp này chưa được tính.",
        fix: "Xóa phần thừa và lưu lại. Nếu tệp là một phiếu bình thường thì đó là lỗi của chương trình: gửi \
            tệp cho người cung cấp chương trình; máy chậm thì tăng giới hạn, ví dụ --limit seconds=120.",
        example: "So Tu phap.xlsx: việc nhận dạng tệp bị dừng sau 30 giây",
    },
    en: Page {
        title: "Recognition took too long",
        message: "recognition was stopped after {found}",
        advice: "delete superfluous sheets, rows and columns in Excel and run again; if the file is an \
            ordinary return, send it to those who gave you tonghop",
        finds: "The file was read, but looking for its tables, rows and the unit's name took longer than the \
            limit for one file (--limit seconds=…), and was stopped. A return takes less than a second.",
        why: "The file holds something unusual, such as tens of thousands of strange rows. One file is \
            stopped so that the run can end; it does not count.",
        fix: "Delete what is superfluous and save. If it is an ordinary return, the fault is the program's: \
            send the file to those who gave you the program; on a slow computer raise the limit, as with \
            --limit seconds=120.",
        example: "So Tu phap.xlsx: recognition was stopped after 30 seconds",
    },
};

/// A file that was not finished in the little time that others left.
pub static NO_TIME_LEFT: Rule = Rule {
    code: "TH953",
    name: "no-time-left",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không còn đủ thời gian cho tệp này",
        message: "chưa đọc xong tệp này trong nửa giây còn lại vì các tệp bị dừng vì quá lâu đã dùng hết {found}",
        advice: "đưa các tệp báo mã TH931, TH952 ra khỏi thư mục rồi chạy lại",
        finds: "Trong một lần chạy, các tệp bị dừng vì quá lâu (TH931, TH952) chỉ được dùng một khoảng thời \
            gian có hạn. Hết khoảng đó, mỗi tệp còn lại chỉ có nửa giây; phiếu bình thường vẫn đọc kịp, tệp này \
            thì không.",
        why: "Nếu không, một thư mục nhiều tệp hỏng có thể chạy hàng giờ. Tệp này có thể hoàn toàn bình \
            thường, nhưng chưa được đọc xong nên chưa được tính.",
        fix: "Đưa các tệp quá lâu ra khỏi thư mục (hoặc lưu lại thành .xlsx), rồi chạy lại.",
        example: "So Tu phap.xlsx: chưa đọc xong tệp này trong nửa giây còn lại vì các tệp bị dừng vì quá lâu đã \
            dùng hết 240 giây",
    },
    en: Page {
        title: "No time was left for this file",
        message: "this file was not finished in the half second that was left: files stopped as too slow used up {found}",
        advice: "take the files with TH931 and TH952 out of the folder and run again",
        finds: "In one run, files that are stopped as too slow (TH931, TH952) may use so much time together \
            and no more. Once it is used up, each file that is left has half a second; an ordinary return needs \
            less, this file needs more.",
        why: "Otherwise a folder with many damaged files could take hours. This file may be quite in order, \
            but it was not read to its end and does not count.",
        fix: "Take the slow files out of the folder (or save them as .xlsx), and run again.",
        example: "So Tu phap.xlsx: this file was not finished in the half second that was left: files stopped as \
            too slow used up 240 seconds",
    },
};
