//! Rules about archives in the folder (`TH91x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Archive in an archive.
pub static NESTED: Rule = Rule {
    code: "TH911",
    name: "archive-in-archive",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp nén nằm trong tệp nén",
        message: "tệp nén {found} nằm trong một tệp nén khác nên chưa được đọc",
        advice: "giải nén tệp ngoài vào thư mục rồi chạy lại",
        finds: "Trong một tệp zip có một tệp nén nữa.",
        why: "Chương trình đọc thẳng tệp zip trong thư mục, nhưng chỉ đọc một lớp: tệp nén nhiều lớp có thể phình ra \
            vô hạn. Phiếu nằm ở lớp trong chưa được tính.",
        fix: "Giải nén tệp ngoài vào thư mục nhận phiếu, xóa tệp ngoài, rồi chạy lại.",
        example: "Gửi lần 2.zip/Sở Tư pháp.zip: tệp nén ZIP nằm trong một tệp nén khác nên chưa được đọc",
    },
    en: Page {
        title: "Archive in an archive",
        message: "the {found} archive stands inside another archive and was not read",
        advice: "unpack the outer archive into the folder and run again",
        finds: "A zip file holds another archive.",
        why: "Zip files in the folder are read in place, one layer deep: archives in archives can grow without end. \
              What is in the inner layer does not count.",
        fix: "Unpack the outer archive into the folder, delete it, and run again.",
        example: "Gửi lần 2.zip/Sở Tư pháp.zip: the ZIP archive stands inside another archive and was not read",
    },
};

/// Nothing in the archive.
pub static EMPTY: Rule = Rule {
    code: "TH912",
    name: "archive-empty",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp nén không chứa tệp nào",
        message: "tệp nén không chứa tệp nào",
        advice: "đề nghị đơn vị nén và gửi lại",
        finds: "Tệp zip mở được nhưng bên trong không có tệp nào.",
        why: "Đơn vị tưởng đã gửi phiếu, nhưng không có gì để tính.",
        fix: "Đề nghị đơn vị gửi lại, tốt nhất là gửi thẳng bảng tính, không nén.",
        example: "Bao cao.zip: tệp nén không chứa tệp nào",
    },
    en: Page {
        title: "Archive is empty",
        message: "there is no file in the archive",
        advice: "ask the unit to pack and send it again",
        finds: "A zip file that opens and holds no file.",
        why: "The unit believes that it has returned its workbook, and there is nothing to count.",
        fix: "Ask the unit to send it again, best the workbook itself.",
        example: "Bao cao.zip: there is no file in the archive",
    },
};

/// One volume of several.
pub static SPLIT: Rule = Rule {
    code: "TH913",
    name: "archive-split",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp nén chia nhiều phần",
        message: "đây là một phần của tệp nén chia nhiều phần",
        advice: "gom đủ các phần, giải nén vào thư mục rồi chạy lại",
        finds: "Tệp zip được chia thành nhiều phần (.z01, .z02, .zip).",
        why: "Một phần riêng lẻ không chứa đủ nội dung để đọc.",
        fix: "Đặt đủ các phần vào một thư mục, giải nén bằng chương trình nén, rồi chép bảng tính vào thư mục nhận \
            phiếu.",
        example: "Bao cao.zip: đây là một phần của tệp nén chia nhiều phần",
    },
    en: Page {
        title: "Archive in several volumes",
        message: "this is one volume of an archive in several",
        advice: "collect all volumes, unpack them into the folder and run again",
        finds: "A zip file that is divided into volumes (.z01, .z02, .zip).",
        why: "One volume alone does not hold enough to read anything.",
        fix: "Put all volumes into one folder, unpack them with an archiver, and copy the workbook into the folder.",
        example: "Bao cao.zip: this is one volume of an archive in several",
    },
};

/// Password in the archive.
pub static LOCKED: Rule = Rule {
    code: "TH914",
    name: "archive-password",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp nén có mật khẩu",
        message: "tệp này nằm trong tệp nén có mật khẩu",
        advice: "giải nén bằng mật khẩu đơn vị cho biết, hoặc đề nghị gửi lại không đặt mật khẩu",
        finds: "Tệp nằm trong tệp zip được đặt mật khẩu.",
        why: "Tên tệp đọc được nhưng nội dung thì không; tệp không hỏng.",
        fix: "Hỏi đơn vị mật khẩu, giải nén vào thư mục nhận phiếu rồi chạy lại.",
        example: "Bao cao.zip/Phieu.xlsx: tệp này nằm trong tệp nén có mật khẩu",
    },
    en: Page {
        title: "Archive with a password",
        message: "this file stands in an archive with a password",
        advice: "unpack it with the password, or ask for it without one",
        finds: "A file in a zip archive that is protected by a password.",
        why: "Its name can be read, its content cannot; the file is not damaged.",
        fix: "Ask the unit for the password, unpack the archive into the folder, and run again.",
        example: "Bao cao.zip/Phieu.xlsx: this file stands in an archive with a password",
    },
};

/// Unknown compression.
pub static METHOD: Rule = Rule {
    code: "TH915",
    name: "archive-method",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Kiểu nén không đọc được",
        message: "tệp được nén theo kiểu số {found} của định dạng zip, chương trình không đọc kiểu này",
        advice: "giải nén bằng chương trình nén vào thư mục rồi chạy lại",
        finds: "Tệp trong tệp zip được nén bằng kiểu khác kiểu thông thường (deflate).",
        why: "Một số chương trình nén dùng kiểu riêng khi chọn mức nén cao nhất. Nội dung không hỏng nhưng chưa được đọc.",
        fix: "Giải nén bằng chính chương trình đó hoặc 7-Zip vào thư mục nhận phiếu, rồi chạy lại.",
        example: "Bao cao.zip/Phieu.xlsx: tệp được nén theo kiểu số 14 của định dạng zip, chương trình không đọc kiểu này",
    },
    en: Page {
        title: "Unknown compression",
        message: "the file is compressed by method {found} of the zip format, which is not read",
        advice: "unpack it with an archiver into the folder and run again",
        finds: "A file in a zip archive that is compressed in another way than usual (deflate).",
        why: "Some archivers use methods of their own at their highest setting. The content is sound, but was not read.",
        fix: "Unpack it with the same archiver or 7-Zip into the folder, and run again.",
        example: "Bao cao.zip/Phieu.xlsx: the file is compressed by method 14 of the zip format, which is not read",
    },
};

/// Archive of another kind than zip.
pub static NOT_ZIP: Rule = Rule {
    code: "TH916",
    name: "archive-not-zip",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp nén không phải zip",
        message: "đây là tệp nén {found}, chưa được đọc",
        advice: "giải nén vào thư mục nhận phiếu, xóa tệp nén, rồi chạy lại",
        finds: "Tệp nén kiểu RAR hoặc 7-Zip, xác định theo nội dung. Tệp zip thì được đọc thẳng và không báo.",
        why: "Phiếu của đơn vị có thể nằm trong tệp nén. Đơn vị đã gửi nên không ghi là chưa nộp, nhưng cũng chưa \
              được tính.",
        fix: "Bấm chuột phải vào tệp, chọn giải nén bằng WinRAR hoặc 7-Zip, chép phiếu vào thư mục rồi chạy lại. \
              Nếu máy không có chương trình giải nén, đề nghị đơn vị gửi thẳng bảng tính.",
        example: "So NNPTNT.rar: đây là tệp nén RAR, chưa được đọc",
    },
    en: Page {
        title: "Archive that is no zip file",
        message: "this is a {found} archive and was not read",
        advice: "unpack it into the folder of returns, delete the archive, and run again",
        finds: "A RAR or 7-Zip archive, told from its content. Zip files are read in place and raise nothing.",
        why: "The unit's workbook may be in the archive. The unit sent something, so it is not called missing, but \
              nothing counts yet.",
        fix: "Unpack it with WinRAR or 7-Zip, copy the workbook into the folder and run again. Without such a \
              program, ask the unit for the workbook itself.",
        example: "So NNPTNT.rar: this is a RAR archive and was not read",
    },
};
