//! Rules about files and sheets that cannot be read (`TH9xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Not a workbook.
pub static NOT_A_WORKBOOK: Rule = Rule {
    code: "TH901",
    name: "not-a-workbook",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không phải bảng tính đọc được",
        message: "nội dung là {found}, không phải bảng tính đọc được",
        advice: "đề nghị đơn vị gửi phiếu bằng bảng tính (.xlsx); tệp này chỉ dùng làm tài liệu kiểm chứng",
        finds: "Nội dung tệp là PowerPoint, PDF, ảnh, tài liệu Word kiểu cũ (.doc) hoặc tài liệu Word (.docx) không có bảng tiêu chí. \
            Loại tệp được xác định theo nội dung, không theo đuôi tệp: bảng tính mang đuôi .pdf vẫn đọc được; phiếu là bảng \
            trong tài liệu .docx được đọc như bảng tính. Tệp RAR và 7-Zip được báo mã TH916; trang web, văn \
            bản không có bảng và Excel quá cũ được báo mã TH917; tệp không rõ loại được báo mã TH918.",
        why: "Tệp được ghi nhận là đã nhận nhưng không tính được. Nếu đơn vị không còn tệp nào khác thì đơn vị được \
            báo mã TH102, với điều kiện tên tệp hoặc tên thư mục cho biết đơn vị; không thì đơn vị hiện là chưa nộp.",
        fix: "Đề nghị đơn vị gửi phiếu bằng bảng tính theo mẫu. Phiếu ở tài liệu Word kiểu cũ thì lưu lại \
            thành .docx. Không gõ lại số từ ảnh hay bản quét thay đơn vị.",
        example: "Phieu 2017 - So Tu phap.pdf: nội dung là PDF, không phải bảng tính đọc được",
    },
    en: Page {
        title: "Not a workbook that can be read",
        message: "the content is {found}, not a workbook that can be read",
        advice: "ask the unit for the form as a workbook (.xlsx); this can only serve as evidence",
        finds: "The file's content is a PowerPoint document, a PDF, a picture, an old Word document (.doc) or a Word document \
            (.docx) without a table of criteria. The content decides, not the extension: a workbook called .pdf is read. A form \
            that is a table of a .docx document is read as a workbook is. RAR and 7-Zip archives have TH916; web pages, texts without \
            a table and spreadsheets that are too old have TH917; files of an unknown kind have TH918.",
        why: "The file is listed as received and cannot count. If the unit has no other file, it has TH102, \
            provided that the name of the file or its folder tells the unit; otherwise the unit is listed as missing.",
        fix: "Ask the unit for the workbook in the form sent out. A form in an old Word document is saved \
            as .docx. Do not type numbers from a picture or a scan for the unit.",
        example: "Phieu 2017 - So Tu phap.pdf: the content is PDF, not a workbook that can be read",
    },
};

/// Password protected.
pub static PASSWORD: Rule = Rule {
    code: "TH902",
    name: "password",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Có mật khẩu mở tệp",
        message: "tệp có mật khẩu mở",
        advice: "đề nghị đơn vị bỏ mật khẩu rồi gửi lại",
        finds: "Tệp được mã hóa và cần mật khẩu để mở. Mật khẩu chỉ khóa sửa (bảo vệ trang tính, bảo vệ cấu trúc) \
            thì không báo: tệp như vậy vẫn đọc bình thường.",
        why: "Nội dung chưa đọc được nên chưa tính được. Tệp không hỏng: chỉ cần mật khẩu hoặc bản không có mật \
            khẩu.",
        fix: "Nếu có mật khẩu: mở tệp bằng Excel, vào Tệp > Thông tin > Bảo vệ Sổ làm việc > Mã hóa bằng Mật khẩu \
            (File > Info > Protect Workbook > Encrypt with Password), xóa trống ô mật khẩu, lưu lại rồi chạy lại. \
            Nếu không, đề nghị đơn vị làm như vậy rồi gửi lại.",
        example: "BQL KKT - tu danh gia CNTT nam 2017.xlsx: tệp có mật khẩu mở",
    },
    en: Page {
        title: "Password protected",
        message: "the file needs a password to open",
        advice: "ask the unit to remove the password and send it again",
        finds: "The file is encrypted and needs a password to be opened. A password against changes only \
            (protected sheets, protected structure) does not raise this: such files are read as usual.",
        why: "The content cannot be read, so it cannot count. The file is not damaged: it takes the password, or a \
            copy without one.",
        fix: "With the password: open the file in Excel, go to File > Info > Protect Workbook > Encrypt with \
            Password, empty the box, save and run again. Without it, ask the unit to do so and to send the file \
            again.",
        example: "BQL KKT - tu danh gia CNTT nam 2017.xlsx: the file needs a password to open",
    },
};

/// File damaged.
pub static DAMAGED: Rule = Rule {
    code: "TH903",
    name: "damaged",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp hỏng",
        message: "tệp hỏng hoặc thiếu nội dung: {found}",
        advice: "chép lại tệp từ thư gốc; nếu vẫn hỏng, đề nghị đơn vị gửi lại",
        finds: "Tệp có vẻ là bảng tính nhưng không đọc được như một bảng tính trọn vẹn: thiếu phần bắt buộc, nội \
            dung nén hoặc mã kiểm tra sai, hoặc làm chương trình đọc phải dừng. Phần trong ngoặc kép là chi tiết kỹ \
            thuật bằng tiếng Anh. Chỉ một trang tính hỏng thì báo mã TH906; tệp 0 byte được báo mã TH907, toàn byte \
            0 được báo mã TH908, thiếu phần cuối được báo mã TH909.",
        why: "Không phần nào của tệp được tính, vì một tệp đứt giữa chừng có thể thiếu số mà không ai biết.",
        fix: "Tải hoặc chép lại tệp từ thư gốc và so dung lượng. Nếu Excel vẫn mở được (có thể hỏi “sửa chữa”), \
            xem kỹ số liệu, lưu thành tệp .xlsx mới và hỏi lại đơn vị. Nếu không, đề nghị đơn vị gửi lại.",
        example: "Huyen Ia H'Drai.xlsx: tệp hỏng hoặc thiếu nội dung: “the part xl/workbook.xml is missing”",
    },
    en: Page {
        title: "File damaged",
        message: "the file is damaged or incomplete: {found}",
        advice: "copy it from the original mail again; if that fails, ask the unit to send it again",
        finds: "The file looks like a workbook and cannot be read as a whole one: a part is missing that is \
            needed, packed content or a checksum is wrong, or something stops the reader. The text in \
            quotation marks is a technical detail. If only one sheet is damaged, it has TH906; a file of 0 \
            bytes has TH907, one of nothing but zero bytes TH908, one without its end TH909.",
        why: "Nothing of the file counts, because a file cut short can lack numbers without anybody noticing.",
        fix: "Download or copy it from the original mail again and compare the size. If Excel still opens it, \
            perhaps offering to repair it, check the numbers, save it as a new .xlsx and ask the unit. If not, ask \
            the unit to send it again.",
        example: "Huyen Ia H'Drai.xlsx: the file is damaged or incomplete: \"the part xl/workbook.xml is \
            missing\"",
    },
};

/// File too large.
pub static TOO_LARGE: Rule = Rule {
    code: "TH904",
    name: "too-large",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Vượt giới hạn đọc",
        message: "vượt giới hạn đọc: {found}, giới hạn {expected}",
        advice: "xóa phần thừa trong tệp (dòng, cột, hình) rồi lưu lại",
        finds: "Tệp vượt một giới hạn giữ cho máy không bị treo: dung lượng tệp, dung lượng sau khi giải nén, số \
            phần, số ô có nội dung hoặc lượng chữ. Phiếu thật nhỏ hơn các giới hạn này rất \
            nhiều. Khi cảnh báo nêu tên một trang tính, trang đó có quá nhiều dòng và chỉ các dòng đầu được đọc; \
            khi không nêu, cả tệp không được tính.",
        why: "Thường do định dạng kéo xuống tận dòng cuối, một ô lạc ở cuối trang tính, hoặc ảnh chụp dán vào tệp. \
            Đọc dở rồi tính sẽ thiếu số mà không ai biết.",
        fix: "Mở tệp bằng Excel. Ở mỗi trang tính bấm Ctrl+End; nếu nhảy xa khỏi bảng, xóa các dòng và cột thừa \
            (chọn cả dòng, cả cột rồi Xóa) và lưu lại. Ảnh minh chứng để ở tệp riêng. Nếu vẫn vượt, chép bảng sang \
            tệp mẫu mới.",
        example: "So Y te.xlsx: vượt giới hạn đọc: 104857600 byte, giới hạn 67.108.864",
    },
    en: Page {
        title: "Reading bound exceeded",
        message: "exceeds a reading bound: {found}, the bound is {expected}",
        advice: "delete what is superfluous (rows, columns, pictures) and save",
        finds: "The file exceeds one of the bounds that keep the computer from hanging: size of the file, size \
            once inflated, number of parts, cells that hold something or amount of text. \
            Real forms are far below all of them. If the finding names a sheet, that sheet has too many rows and \
            only its first rows are read; if not, nothing of the file counts.",
        why: "Mostly formats reach down to the last row, a stray cell stands at the end of a sheet, or photographs \
            were pasted in. To count what was read halfway would be to lose numbers unnoticed.",
        fix: "Open the file in Excel. Press Ctrl+End on each sheet; if it jumps far beyond the table, delete the \
            extra rows and columns as a whole and save. Keep pictures of evidence in files of their own. If that \
            does not help, copy the table into a new form.",
        example: "So Y te.xlsx: exceeds a reading bound: 104857600 bytes, the bound is 67,108,864",
    },
};

/// File cannot be opened.
pub static UNOPENABLE: Rule = Rule {
    code: "TH905",
    name: "unopenable",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không mở được tệp",
        message: "hệ thống không cho đọc tệp: {found}",
        advice: "chép tệp sang thư mục khác trên máy rồi chạy lại",
        finds: "Hệ điều hành không cho đọc tệp hoặc thư mục con vì một lý do hiếm gặp, nêu trong ngoặc kép \
            bằng lời của hệ thống. Các lý do thường gặp có cảnh báo riêng, từ TH921 đến TH927.",
        why: "Chưa biết gì về nội dung tệp. Đơn vị chưa bị coi là chưa nộp nếu tên tệp cho biết đơn vị, nhưng chưa \
            có điểm.",
        fix: "Chép cả thư mục nhận phiếu về ổ đĩa của máy, ví dụ D:\\phieu, rồi chạy lại. Nếu vẫn không được, đưa \
            lời báo trong ngoặc kép cho người quản trị máy.",
        example: "So Lao dong.xlsx: hệ thống không cho đọc tệp: “Input/output error (os error 5)”",
    },
    en: Page {
        title: "File cannot be opened",
        message: "the system refuses to read the file: {found}",
        advice: "copy the file into another folder on this computer and run again",
        finds: "The operating system does not let the program read the file or subfolder for a rare reason, \
            which stands in quotation marks in its own words. The common reasons have findings of their own, \
            from TH921 to TH927.",
        why: "Nothing is known of the content. The unit is not called missing if the file name tells the unit, but \
            it has no points.",
        fix: "Copy the folder of returns to a disk of this computer, such as D:\\phieu, and run again. If \
            that fails, show the words in quotation marks to whoever looks after the computer.",
        example: "So Lao dong.xlsx: the system refuses to read the file: \"Input/output error (os error 5)\"",
    },
};

/// Sheet unreadable.
pub static SHEET_UNREADABLE: Rule = Rule {
    code: "TH906",
    name: "sheet-unreadable",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Trang tính không đọc được",
        message: "không đọc được trang tính: {found}",
        advice: "mở tệp bằng Excel rồi lưu lại; phần không đọc được để trống, không phải 0",
        finds: "Tệp đọc được nhưng một trang tính thì hoàn toàn không: phần của nó hỏng. Phần trong ngoặc kép là chi \
            tiết kỹ thuật bằng tiếng Anh. Trang mất nội dung, trùng nhau, bị cắt ngang hoặc chỉ có vài ô không đọc \
            được thì báo mã TH941 đến TH946. Trang biểu đồ không có ô nên không tính.",
        why: "Các tiêu chí trên phần không đọc được hiện là thiếu hoặc trống (TH202, TH203, TH302); cảnh báo này \
            cho biết lý do. Phần đã đọc được của tệp vẫn được tính.",
        fix: "Mở tệp bằng Excel; nếu Excel đề nghị sửa chữa, đồng ý, so lại số với bản in hoặc bản ký của đơn vị, \
            rồi lưu thành tệp mới. Nếu Excel cũng không mở được trang đó, đề nghị đơn vị gửi lại.",
        example: "So Noi vu.xlsx: 3. Ứng dụng: không đọc được trang tính: “corrupt deflate stream”",
    },
    en: Page {
        title: "Sheet unreadable",
        message: "the sheet could not be read: {found}",
        advice: "open and save the file in Excel; what could not be read stays open, it is not 0",
        finds: "The file is read and one sheet is not at all: its part is damaged. The text in quotation \
            marks is a technical detail. A sheet that is missing, doubled, cut short or lacks a few cells \
            has TH941 to TH946. Chart sheets hold no cells and do not matter.",
        why: "The criteria in what was not read show as missing or blank (TH202, TH203, TH302); this finding gives \
            the reason. What was read of the file counts.",
        fix: "Open the file in Excel; if it offers to repair the file, accept, compare the numbers with the unit's \
            printed or signed copy, and save as a new file. If Excel cannot open the sheet either, ask the unit to \
            send the file again.",
        example: "So Noi vu.xlsx: 3. Ứng dụng: the sheet could not be read: \"corrupt deflate stream\"",
    },
};

/// Empty file.
pub static EMPTY_FILE: Rule = Rule {
    code: "TH907",
    name: "empty-file",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp rỗng",
        message: "tệp có 0 byte",
        advice: "tải lại tệp từ thư gốc hoặc từ đám mây, hoặc đề nghị đơn vị gửi lại",
        finds: "Tệp có tên nhưng không có byte nào. Tệp có dung lượng mà nội dung toàn byte 0 thì báo mã TH908.",
        why: "Thường do lưu tệp đính kèm bị ngắt giữa chừng, hết dung lượng đĩa, hoặc tệp trên đám mây chưa tải \
            về. Đơn vị đã gửi nhưng chưa có gì để tính.",
        fix: "Lưu lại tệp đính kèm từ thư gốc; với OneDrive hay Google Drive, chọn tải về máy rồi chép vào thư \
            mục. Nếu tệp trong thư cũng 0 byte, đề nghị đơn vị gửi lại.",
        example: "UBND huyen Kon Plong 2017.xlsx: tệp có 0 byte",
    },
    en: Page {
        title: "Empty file",
        message: "the file has 0 bytes",
        advice: "download it again, or ask the unit to send it again",
        finds: "The file has a name and no bytes. A file with a size whose bytes are all zero has TH908.",
        why: "Mostly an attachment was not saved to its end, the disk was full, or the file in the cloud was never \
            downloaded. The unit sent something, but there is nothing to count.",
        fix: "Save the attachment from the original mail again; with OneDrive or Google Drive, download the file \
            first and then copy it into the folder. If the attachment itself has 0 bytes, ask the unit to send it \
            again.",
        example: "UBND huyen Kon Plong 2017.xlsx: the file has 0 bytes",
    },
};

/// Nothing but zero bytes.
pub static ONLY_ZEROS: Rule = Rule {
    code: "TH908",
    name: "only-zeros",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp chưa tải về hết",
        message: "tệp dài {found} nhưng chỉ gồm byte 0, nội dung chưa được tải về",
        advice: "tải lại tệp từ thư gốc hoặc từ đám mây rồi chạy lại",
        finds: "Tệp có kích thước bình thường nhưng phần đầu chỉ gồm byte 0. Tệp 0 byte được báo mã TH907.",
        why: "Đây là chỗ giữ sẵn cho một lần tải về hoặc đồng bộ không hoàn thành, hoặc ổ đĩa đã mất nội dung. Không có số \
            liệu nào trong đó.",
        fix: "Tải lại từ thư gốc, hoặc mở OneDrive, Google Drive chờ đồng bộ xong rồi chạy lại.",
        example: "So Tu phap.xlsx: tệp dài 31,2 KB nhưng chỉ gồm byte 0, nội dung chưa được tải về",
    },
    en: Page {
        title: "Download that never came",
        message: "the file has {found} and nothing but zero bytes: its content was never downloaded",
        advice: "download it again from the mail or the cloud, then run again",
        finds: "A file of ordinary size that begins with nothing but zero bytes. A file of 0 bytes has TH907.",
        why: "It holds the place of a download or a synchronisation that did not end, or the disk lost its content. There \
            are no figures in it.",
        fix: "Download it again from the mail, or let OneDrive or Google Drive finish, and run again.",
        example: "So Tu phap.xlsx: the file has 31.2 KB and nothing but zero bytes: its content was never downloaded",
    },
};

/// The file was cut.
pub static CUT: Rule = Rule {
    code: "TH909",
    name: "cut",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp bị cắt cụt",
        message: "tệp chỉ còn {found}, thiếu phần cuối",
        advice: "chép lại tệp từ thư gốc; nếu vẫn thiếu, đề nghị đơn vị gửi lại",
        finds: "Tệp bắt đầu đúng là bảng tính hoặc tệp zip nhưng không có mục lục, vốn nằm ở cuối tệp.",
        why: "Việc chép, tải về hoặc gửi thư đã dừng giữa chừng. Không đọc được phần nào một cách tin cậy.",
        fix: "Chép hoặc tải lại tệp và so kích thước với tệp trong thư gốc; nếu bằng nhau thì đề nghị đơn vị gửi lại.",
        example: "So Tu phap.xlsx: tệp chỉ còn 12 KB, thiếu phần cuối",
    },
    en: Page {
        title: "File cut short",
        message: "only {found} are left of the file, its end is missing",
        advice: "copy it from the mail again; if it is still cut, ask the unit to send it again",
        finds: "A file that begins as a workbook or a zip file does, but lacks the directory at its end.",
        why: "Copying, downloading or sending stopped half-way. No part of it can be read reliably.",
        fix: "Copy or download it again and compare its size with that in the mail; if they are equal, ask the unit to \
            send it again.",
        example: "So Tu phap.xlsx: only 12 KB are left of the file, its end is missing",
    },
};

/// Another format than the extension says.
pub static OTHER_FORMAT: Rule = Rule {
    code: "TH910",
    name: "other-format",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đuôi tệp không đúng loại tệp",
        message: "tệp có đuôi {expected} nhưng nội dung là {found}; đã đọc theo nội dung",
        advice: "đối chiếu vài số với tệp gốc; tốt nhất đề nghị đơn vị lưu lại thành .xlsx",
        finds: "Đuôi tệp nói một loại, nội dung là loại khác mà chương trình đọc được: trang web, CSV, XML của Excel \
            2003 hay .xlsx mang đuôi .xls. Loại không đọc được thì báo mã TH901.",
        why: "Excel cũng báo khi mở tệp như vậy. Trang web và CSV chỉ giữ chữ hiện trên màn hình: số đã làm tròn và không có \
            công thức.",
        fix: "Mở tệp bằng Excel, chọn “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx), rồi thay tệp trong thư mục.",
        example: "So Tu phap.xls: tệp có đuôi .xls nhưng nội dung là HTML; đã đọc theo nội dung",
    },
    en: Page {
        title: "The extension does not fit",
        message: "the extension is {expected}, the content is {found}; it was read as what it is",
        advice: "compare a few numbers with the original; best have the unit save it as .xlsx",
        finds: "The extension says one thing, the content is another that can be read: a web page, CSV, XML of Excel 2003 \
            or .xlsx under the name .xls. A kind that cannot be read has TH901.",
        why: "Excel warns of such files as well. A web page and CSV keep only what was on the screen: rounded numbers, and no \
            formulas.",
        fix: "Open it in Excel, choose Save As, type Excel Workbook (.xlsx), and replace the file in the folder.",
        example: "So Tu phap.xls: the extension is .xls, the content is HTML; it was read as what it is",
    },
};
