//! Rules about files that are read and stand in question: versions, copies, dates, forms of another year or level (`TH1xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Several files from one unit.
pub static SEVERAL_VERSIONS: Rule = Rule {
    code: "TH105",
    name: "several-versions",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Nhiều tệp của cùng một đơn vị",
        message: "không tính tệp này; tệp được tính là {expected}",
        advice: "kiểm tra tệp được tính có đúng là bản cuối không; nếu không, chọn tệp đúng trong tệp quyết định",
        finds: "Có nhiều tệp đọc được của cùng một đơn vị; chỉ một tệp được tính, không bao giờ cộng với nhau. Thứ \
            tự chọn: tệp có ngày lưu trong thuộc tính tài liệu đứng trước tệp không có; trong số đó, ngày muộn nhất \
            (tệp không có ngày ấy thì lấy ngày của tệp trên đĩa); nếu vẫn bằng nhau, tên tệp đứng sau theo thứ tự \
            chữ. Các chữ “final”, “bản sửa”, “(1)” trong tên tệp không được xét. Tệp giống hệt tệp được tính thì báo \
            mã TH106.",
        why: "Chọn nhầm bản thì kết quả là của bản cũ. Ngày lưu là dấu hiệu chứ không phải bằng chứng: mở bản cũ \
            rồi lưu lại cũng làm bản đó mới hơn. Các cảnh báo bên trong tệp không được tính không có trong kết \
            quả.",
        fix: "Hỏi đơn vị bản nào là bản chính thức, rồi chọn tệp ấy ở dòng “Tệp được tính” của tệp quyết định (docs/quyet-dinh.md) và \
            chạy lại; các tệp khác ở nguyên trong thư mục, kết quả ghi ai đã quyết định. Cách khác là chuyển tệp không dùng ra khỏi thư \
            mục. Không mở và lưu lại tệp gốc của đơn vị.",
        example: "So Y te (ban cu).xlsx: không tính tệp này; tệp được tính là BC tự chấm CNTT - Sở Y tế.xlsx",
    },
    en: Page {
        title: "Several files from one unit",
        message: "this file does not count; the one that counts is {expected}",
        advice: "check that the one that counts is the final version; if not, choose the right one in the decision workbook",
        finds: "Several readable files come from one unit; one of them counts, and they are never added up. The \
            order of choice: a file whose document properties say when it was saved goes before one that does not \
            say so; then the latest date (the file system's, where the document has none); then the later file \
            name. Words such as \"final\" or \"(1)\" in a file name mean nothing here. A file identical to the one \
            that counts has TH106 instead.",
        why: "The wrong choice gives the result of an old version. The date is a sign and no proof: opening an old \
            version and saving it makes it the newer one. What is wrong inside a file that does not count is not \
            listed in the result.",
        fix: "Ask the unit which version is the official one, choose it in the row \"Tệp được tính\" of the decision workbook and \
            run again; the other files stay in the folder, and the result says who decided it. Or move those that do not count \
            out of the folder. Do not open and save the files as received.",
        example: "So Y te (ban cu).xlsx: this file does not count; the one that counts is BC tự chấm CNTT - Sở Y \
            tế.xlsx",
    },
};

/// Identical copy.
pub static COPY: Rule = Rule {
    code: "TH106",
    name: "identical-copy",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Bản sao giống hệt",
        message: "giống hệt tệp {expected}",
        advice: "không phải làm gì; mỗi nội dung chỉ được tính một lần",
        finds: "Tệp giống từng byte (cùng SHA-256) với tệp được tính của cùng một đơn vị, ví dụ thư gửi hai lần. \
            Cùng số liệu nhưng được lưu lại một lần nữa thì không còn giống từng byte và được báo mã TH105.",
        why: "Để biết vì sao thư mục có nhiều tệp hơn số đơn vị: tệp đã được thấy, và không bị tính hai lần.",
        fix: "Không phải làm gì. Muốn danh sách gọn hơn thì chuyển bản sao ra khỏi thư mục.",
        example: "So Y te (1).xlsx: giống hệt tệp So Y te.xlsx",
    },
    en: Page {
        title: "Identical copy",
        message: "is identical to {expected}",
        advice: "nothing to do; the same content counts once",
        finds: "The file is byte for byte (same SHA-256) the one that counts for the same unit, such as a mail \
            that came twice. The same numbers saved once more are no longer the same bytes and have TH105.",
        why: "It says why the folder holds more files than there are units: the file was seen, and it is not \
            counted twice.",
        fix: "Nothing to do. For a shorter list, move the copy out of the folder.",
        example: "So Y te (1).xlsx: is identical to So Y te.xlsx",
    },
};

/// Late.
pub static LATE: Rule = Rule {
    code: "TH107",
    name: "late",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Lưu sau hạn nộp",
        message: "tài liệu ghi ngày {found}, hạn nộp là {expected}",
        advice: "đối chiếu với ngày nhận thư; nếu có quy định thì xem xét trừ điểm nộp muộn",
        finds: "Tệp được tính có ngày lưu lần cuối trong thuộc tính tài liệu (không có thì ngày tạo) sau ngày \
            deadline trong campaign.toml; đúng ngày hạn thì chưa muộn. Chỉ ngày của chính tài liệu được xét: ngày \
            của tệp trên đĩa đổi mỗi lần chép nên không chứng minh được gì. Không có deadline, hoặc tài liệu không \
            ghi ngày, thì không báo. Phiếu đã có điểm thẩm định thì người thẩm định là người lưu lần cuối, nên \
            chỉ ngày tạo được xét; trang “Tình hình nộp” ghi chưa rõ thời điểm nếu ngày tạo chưa quá hạn.",
        why: "Nộp muộn có thể bị trừ điểm, nên cần căn cứ. Ngày lưu không phải là ngày gửi: phiếu lưu đúng hạn \
            nhưng gửi muộn không bị phát hiện, còn phiếu gửi đúng hạn mà người nhận mở ra lưu lại, không ghi điểm thẩm \
            định, thì bị báo nhầm. \
            Excel ghi giờ UTC; ngày được tính theo giờ Việt Nam (UTC+7).",
        fix: "Đối chiếu với ngày nhận thư hoặc sổ công văn đến trước khi trừ điểm. Dùng tệp gốc như khi nhận, \
            không mở và lưu lại. Nếu hạn nộp được gia hạn, sửa deadline trong campaign.toml rồi chạy lại.",
        example: "UBND huyen Sa Thay.xls: tài liệu ghi ngày 05/02/2018, hạn nộp là 31/01/2018",
    },
    en: Page {
        title: "Saved after the deadline",
        message: "the document is dated {found}, the deadline was {expected}",
        advice: "compare with the day the mail came; consider the penalty for late returns if there is one",
        finds: "The document properties of a file that counts say that it was last saved (or, failing that, made) \
            after the day of deadline in campaign.toml; on the day itself is in time. Only the document's own date \
            counts: a file's date on disk changes with every copy and proves nothing. Without a deadline, or where \
            the document has no date, this is not raised. A form with appraised scores was saved last by whoever \
            appraised it, so only the date on which it was made counts; where that is in time, the sheet of \
            returns says that the time is not known.",
        why: "A late return may cost points, so there must be grounds for it. Saved is not sent: a form saved in \
            time and sent late is not found, and one sent in time that the receiver opened and saved, without appraised \
            scores, is reported wrongly. Excel writes UTC; the day is that of Viet Nam (UTC+7).",
        fix: "Compare with the date of the mail or the register of incoming documents before any points are taken \
            off. Use the files as received, without saving them again. If the deadline was extended, correct \
            deadline in campaign.toml and run again.",
        example: "UBND huyen Sa Thay.xls: the document is dated 05/02/2018, the deadline was 31/01/2018",
    },
};

/// Form of another year.
pub static OTHER_YEAR: Rule = Rule {
    code: "TH109",
    name: "other-year",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu của năm khác",
        message: "phiếu ghi năm {found}, đợt đánh giá là năm {expected}",
        advice: "đề nghị đơn vị gửi phiếu của năm {expected}; tệp này chưa được tính",
        finds: "Năm ghi ở phần đầu phiếu khác year của đợt đánh giá. Năm lấy từ ô “Năm”, “Năm đánh giá” hoặc “Năm \
            báo cáo”; không có thì lấy từ tiêu đề có chữ “đánh giá” hoặc “tự chấm” và “năm …”. Năm trong tên tệp, \
            trong ngày ký và trong số công văn không được xét; phiếu không ghi năm thì không báo.",
        why: "Phiếu năm trước gửi lại sẽ cho điểm của năm trước mà nhìn vẫn như thật, nên tệp không được tính. Đơn \
            vị không còn tệp nào khác thì báo mã TH102.",
        fix: "Nếu đơn vị gửi nhầm phiếu cũ, đề nghị gửi phiếu đúng năm. Nếu phiếu đúng mà đơn vị quên sửa năm, đơn \
            vị sửa ô năm ở trang bìa rồi gửi lại. Nếu nhiều đơn vị cùng bị, kiểm tra year trong campaign.toml: thư \
            mục không có tệp này thì dùng đợt đánh giá có sẵn của chương trình.",
        example: "Sở Xây dựng.xlsx: Thông tin chung!B7: phiếu ghi năm 2016, đợt đánh giá là năm 2017",
    },
    en: Page {
        title: "Form of another year",
        message: "the form says {found}, the campaign is for {expected}",
        advice: "ask the unit for the form of {expected}; this file does not count",
        finds: "The year at the head of the form is not the campaign's year. It is taken from a cell \"Năm\", \
            \"Năm đánh giá\" or \"Năm báo cáo\", else from a title with the words \"đánh giá\" or \"tự chấm\" and \
            \"năm …\". Years in the file name, in dates of signature and in numbers of documents do not matter; a \
            form without a year does not raise this.",
        why: "Last year's form sent once more would give last year's points and look quite right, so the file does \
            not count. If the unit has no other file, it has TH102.",
        fix: "If the unit sent an old form, ask for the right one. If only the year was left as it was, the unit \
            corrects it on the cover and sends the form again. If many units are concerned, check year in \
            campaign.toml: a folder without that file is read as the campaign that the program carries.",
        example: "Sở Xây dựng.xlsx: Thông tin chung!B7: the form says 2016, the campaign is for 2017",
    },
};

/// Two units sent the same content.
pub static SAME_CONTENT: Rule = Rule {
    code: "TH110",
    name: "same-content",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Hai đơn vị gửi cùng một nội dung",
        message: "nội dung giống hệt tệp {expected} của đơn vị khác",
        advice: "hỏi cả hai đơn vị; tệp này chưa được tính",
        finds: "Hai tệp được nhận là của hai đơn vị khác nhau nhưng có điểm và số liệu giống hệt nhau, ví dụ chỉ sửa \
            tên ở trang bìa. Tệp lưu sau theo ngày trong tài liệu nhận cảnh báo này, không có ngày thì tệp đứng sau \
            theo tên. Hai tệp giống hệt của cùng một đơn vị thì báo mã TH106.",
        why: "Nhiều nhất một trong hai đơn vị có thể đúng là chủ của số liệu. Tính cả hai là cho một đơn vị điểm \
            của đơn vị khác.",
        fix: "Hỏi cả hai đơn vị tệp là của ai, đề nghị đơn vị còn lại gửi phiếu của mình. Chuyển tệp nhầm ra khỏi \
            thư mục, chép tệp đúng vào rồi chạy lại. Nếu số liệu đúng là của chính đơn vị gửi, ghi vào tệp quyết định: tệp \
            ấy được tính.",
        example: "Ban Dan toc.xlsx: nội dung giống hệt tệp So Tu phap.xlsx của đơn vị khác",
    },
    en: Page {
        title: "Two units sent the same content",
        message: "has the same content as {expected} of another unit",
        advice: "ask both units; this file does not count",
        finds: "Two files are taken for those of two units and have the same scores and figures, such as a copy \
            with another cover. The one whose document was saved later has this finding, and without such a date \
            the later name. Identical files of one unit have TH106 instead.",
        why: "At most one of the two units can own the numbers. To count both would give one unit the points of \
            the other.",
        fix: "Ask both units whose file it is, and the other one for its own form. Move the wrong file out of the \
            folder, copy the right one into it and run again. If the numbers are the sender's own, say so in the \
            decision workbook: then the file counts.",
        example: "Ban Dan toc.xlsx: has the same content as So Tu phap.xlsx of another unit",
    },
};

/// Form of another level.
pub static OTHER_LEVEL: Rule = Rule {
    code: "TH111",
    name: "other-level",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu của cấp khác",
        message: "phiếu ghi cấp {found}, đơn vị thuộc {expected}",
        advice: "đề nghị đơn vị dùng đúng mẫu của cấp mình; tệp này chưa được tính",
        finds: "Ô “Cấp” hoặc “Khối” ở phần đầu phiếu ghi một cấp khác với cấp của đơn vị trong danh sách, hoặc mọi \
            điểm tối đa trong phiếu đều là của cấp khác (nêu ô đầu tiên). Phiếu có nhiều cột điểm tối đa thì lấy cột của cấp đơn \
            vị; chỉ một vài mức khác thì báo TH307.",
        why: "Mẫu của hai cấp khác nhau ở mức điểm tối đa, nên điểm chấm trên mẫu của cấp khác không cùng thang. \
            Tính vào thì đơn vị được lợi hoặc bị thiệt so với các đơn vị cùng cấp.",
        fix: "Đề nghị đơn vị chép nội dung sang đúng mẫu của cấp mình và chấm lại các tiêu chí có mức tối đa khác. \
            Nếu đơn vị chỉ ghi nhầm cấp, đơn vị sửa ô đó rồi gửi lại. Nếu danh sách đơn vị ghi nhầm cấp, sửa cột \
            level trong units.csv.",
        example: "UBND huyen Dak Ha.xlsx: Thông tin chung!B6: phiếu ghi cấp “Cấp tỉnh”, đơn vị thuộc Cấp huyện",
    },
    en: Page {
        title: "Form of another level",
        message: "the form says level {found}, the unit belongs to {expected}",
        advice: "ask the unit to use the form of its own level; this file does not count",
        finds: "The cell \"Cấp\" or \"Khối\" at the head of the form names another level than the one that the \
            unit has in the registry, or all maxima in the form that tell levels apart are another level's (the first one is \
            named). Of several columns of maxima that of the unit's level is taken; where only some numbers differ it is TH307.",
        why: "The forms of two levels differ in their maxima, so points claimed on the form of another level are \
            on another scale. Counted, they would put the unit above or below its place among the units of its \
            level.",
        fix: "Ask the unit to copy its entries into the form of its own level and to score the criteria with \
            another maximum again. If only the level is a slip, the unit corrects that cell. If the registry has \
            the wrong level, correct the column level in units.csv.",
        example: "UBND huyen Dak Ha.xlsx: Thông tin chung!B6: the form says level \"Cấp tỉnh\", the unit belongs \
            to Cấp huyện",
    },
};

/// Open in another program.
pub static OPEN_ELSEWHERE: Rule = Rule {
    code: "TH120",
    name: "open-elsewhere",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp đang có người mở",
        message: "tệp đang được mở, người mở: {found}; bản đọc được là bản đã lưu",
        advice: "hỏi người mở đã lưu chưa, rồi chạy lại sau khi tệp được đóng",
        finds: "Bên cạnh tệp có tệp khóa tạm (~$… của Excel, .~lock… của LibreOffice), tức là có người đang mở tệp. \
            Tệp khóa tạm không có bảng tính đi kèm thì không báo.",
        why: "Những gì người đó đã sửa mà chưa lưu thì chưa được tính. Tệp khóa tạm cũng có thể còn sót lại khi \
            Excel bị tắt đột ngột.",
        fix: "Lưu và đóng tệp ở máy đang mở rồi chạy lại. Nếu không ai mở tệp, xóa tệp khóa tạm (~$…) trong thư mục.",
        example: "STC.xlsx: tệp đang được mở, người mở: “Nguyễn Văn An”; bản đọc được là bản đã lưu",
    },
    en: Page {
        title: "Open in another program",
        message: "somebody has the file open: {found}; what was read is the saved version",
        advice: "ask whether it was saved, and run again once it is closed",
        finds: "An owner file (~$… of Excel, .~lock… of LibreOffice) stands beside the file: somebody has it open. An owner \
            file without its workbook does not raise this.",
        why: "What that person has changed and not saved does not count yet. An owner file can also be left behind when Excel \
            ends abruptly.",
        fix: "Save and close the file where it is open, and run again. If nobody has it open, delete the owner file.",
        example: "STC.xlsx: somebody has the file open: \"Nguyễn Văn An\"; what was read is the saved version",
    },
};
