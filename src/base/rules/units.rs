//! Rules about units: who returned what, and whose a file is (`TH1xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Unit has not returned.
pub static UNIT_MISSING: Rule = Rule {
    code: "TH101",
    name: "unit-missing",
    severity: Severity::Warning,
    bearing: Bearing::NoResult,
    vi: Page {
        title: "Đơn vị chưa nộp",
        message: "chưa nộp phiếu",
        advice: "đôn đốc đơn vị nộp; đơn vị đứng cuối bảng, không tính điểm",
        finds: "Đơn vị có trong danh sách nhưng không có phiếu nào được tính và không có tệp nào xác định được là \
            của đơn vị đó. Tệp không rõ của ai (TH103, TH108) không được gán cho ai, nên đơn vị gửi tệp như vậy cũng \
            nằm ở đây. Đơn vị có gửi tệp nhưng tệp không dùng được thì báo mã TH102; tệp có thể là của đơn vị thì \
            đơn vị được báo mã TH118.",
        why: "Đơn vị chưa nộp không có điểm, không có thứ hạng và không có trong chỉ tiêu thống kê. Chưa nộp không \
            phải là 0 điểm, nên bảng kết quả ghi đơn vị ở cuối và phạm vi của mỗi chỉ tiêu ghi rõ còn thiếu ai.",
        fix: "Xem trước các tệp được báo mã TH103, TH108 và TH9xx: phiếu của đơn vị có thể nằm trong số đó. Nếu \
            không có, đôn đốc đơn vị nộp, chép tệp nhận được vào thư mục rồi chạy lại. Nếu đơn vị không thuộc đợt \
            đánh giá, xóa dòng của đơn vị trong danh sách đơn vị (units.csv).",
        example: "Sở Nông Nghiệp và Phát triển nông thôn: chưa nộp phiếu",
    },
    en: Page {
        title: "Unit has not returned",
        message: "has not returned a workbook",
        advice: "remind the unit; it stands at the foot of the table without points",
        finds: "A unit of the registry has no submission that counts and no file that is known to be its own. A \
            file that names no registered unit (TH103, TH108) belongs to nobody yet, so the unit that sent it \
            stands here too. A unit whose files cannot be used has TH102 instead, and one whose a file may be \
            has TH118.",
        why: "A missing unit has no points and no place, and the statistics are without it. Missing is not 0 \
            points, so the result lists the unit at its foot and each statistic says how many units it covers.",
        fix: "Look at the files with TH103, TH108 and TH9xx first: the unit's workbook may be among them. \
            If it is not, remind the unit, copy what arrives into the folder and run again. If the unit is not \
            part of the campaign, delete its line in the registry (units.csv).",
        example: "Sở Nông Nghiệp và Phát triển nông thôn: has not returned a workbook",
    },
};

/// Received but not usable.
pub static NOTHING_USABLE: Rule = Rule {
    code: "TH102",
    name: "nothing-usable",
    severity: Severity::Error,
    bearing: Bearing::NoResult,
    vi: Page {
        title: "Đã gửi nhưng chưa dùng được",
        message: "đã gửi tệp nhưng chưa có phiếu nào dùng được: {found}",
        advice: "đề nghị đơn vị gửi lại bảng tính (.xlsx) theo mẫu",
        finds: "Đơn vị đã gửi ít nhất một tệp nhưng không tệp nào được tính: tệp không đọc được (TH9xx), không có \
            bảng chấm điểm (TH201), phiếu của năm, mẫu hay cấp khác (TH109, TH111, TH112, TH114), phiếu trắng \
            (TH113) hoặc trùng phiếu đơn vị khác (TH110). Tệp không đọc được chỉ được gán cho đơn vị khi tên tệp, \
            tên thư mục hay tên tệp nén có tên, tên khác, mã hoặc địa danh của riêng đơn vị. Đơn vị còn một tệp khác \
            được tính thì không báo.",
        why: "Đơn vị đã gửi nên không ghi là chưa nộp, nhưng cũng chưa có điểm và chưa được xếp hạng. Lý do nằm ở \
            cảnh báo của từng tệp được nêu tên.",
        fix: "Xem cảnh báo của từng tệp được nêu để biết lý do, rồi đề nghị đơn vị gửi lại phiếu theo mẫu. Đơn vị \
            lưu phiếu trong Excel bằng “Lưu Như” (Save As), kiểu “Excel Workbook” (.xlsx); bản PDF, bản quét và \
            ảnh chụp kèm theo được nhưng không thay được phiếu. Chép tệp mới vào thư mục rồi chạy lại.",
        example: "Sở Tư pháp: đã gửi tệp nhưng chưa có phiếu nào dùng được: Phieu 2017 - So Tu phap.pdf",
    },
    en: Page {
        title: "Received but not usable",
        message: "sent something, but no submission that can count: {found}",
        advice: "ask the unit for the workbook (.xlsx) in the form sent out",
        finds: "The unit sent at least one file and none of them counts: it cannot be read (TH9xx), holds no score \
            table (TH201), is the form of another year, version or level (TH109, TH111, TH112, TH114), is blank \
            (TH113) or repeats another unit's (TH110). A file that cannot be read belongs to a unit only if its \
            name, or that of its folder or archive, holds the unit's name, alias, code or place and no other's. If \
            another file of the unit counts, this \
            is not raised.",
        why: "The unit did send something, so it is not called missing, but it has no points and no place either. \
            The reason stands in the findings of the files named.",
        fix: "Look up the findings of the files named, then ask the unit for its workbook in the form sent out. In \
            Excel the unit chooses Save As, type Excel Workbook (.xlsx); a PDF, a scan or a photo may come with it \
            but cannot replace it. Copy the new file into the folder and run again.",
        example: "Sở Tư pháp: sent something, but no submission that can count: Phieu 2017 - So Tu phap.pdf",
    },
};

/// Unit not in the registry.
pub static UNIT_UNKNOWN: Rule = Rule {
    code: "TH103",
    name: "unit-unknown",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị không có trong danh sách",
        message: "tên đơn vị {found} không có trong danh sách; {nearest}",
        advice: "nếu đúng là đơn vị đó thì thêm tên này vào tên khác của đơn vị (cột “Tên khác” ở trang Đơn vị của tệp đợt đánh giá, hoặc cột aliases của units.csv); trong lúc chờ, tệp chưa được tính",
        finds: "Phần đầu phiếu, phía trên bảng, có ghi tên đơn vị (“Tên đơn vị: …”) nhưng không tên nào khớp tên, \
            tên khác hoặc mã trong danh sách, hoặc tên có ở hai cấp mà phiếu không cho biết cấp nào. Khác chữ hoa, \
            dấu cách, dấu câu, cách gõ dấu (hoà, hòa), viết liền, UBND H., TP, VP vẫn khớp; tên không có dấu nào \
            được báo mã TH116. Viết tắt khác phải khai báo. Tên tệp không thay được tên ghi trong phiếu; tên gần \
            giống chỉ là gợi ý.",
        why: "Nhận nhầm phiếu của đơn vị này cho đơn vị khác làm sai kết quả của cả hai, nên chương trình không \
            đoán. Trong lúc chờ, tệp không được tính; đơn vị hiện là chờ quyết định (TH118) nếu tên rất gần hoặc tên \
            tệp chỉ rõ, không thì hiện là chưa nộp (TH101).",
        fix: "Nếu đúng là một đơn vị trong danh sách, thêm tên đã ghi vào cột tên gọi khác (aliases) của đơn vị đó (tệp \
            units.csv mà campaign.toml chỉ tới), các tên cách nhau bằng dấu |. Nếu là đơn vị mới, thêm một dòng vào danh \
            sách. Nếu ghi nhầm, đơn vị sửa ô tên trên phiếu rồi gửi lại. \
            Biết tệp là của ai mà chưa có bản sửa: chọn “tệp của đơn vị” ở dòng của tệp trong tệp quyết định, ghi căn cứ, rồi chạy lại.",
        example: "Phieu 2017 - STC.xlsx: Thông tin chung!B5: tên đơn vị “Sở Tài chánh” không có trong danh sách; \
            gần giống: Sở Tài chính",
    },
    en: Page {
        title: "Unit not in the registry",
        message: "unit name {found} is not in the registry; {nearest}",
        advice: "if it is that unit, add the name to its other names (column \"Tên khác\" on the sheet Đơn vị of the campaign workbook, or aliases of units.csv); until then the file does not count",
        finds: "The head of the form, above its tables, names a unit (\"Tên đơn vị: …\"), but no such name is a \
            name, alias or code of the registry, or two levels have the name and the form does not tell which is \
            meant. Case, spaces, punctuation and the place of a tone mark (hoà, hòa), blanks and \
            UBND H., TP, VP do not matter; a name without any diacritics has TH116. Other abbreviations have to be \
            listed. The file name cannot stand in for the name in the \
            form, and similar names are proposals only.",
        why: "Taking one unit's workbook for another's would make both results wrong, so nothing is guessed. Until \
            it is settled the file does not count; the unit waits for a decision (TH118) if the name is very like \
            its own or the file name tells it, and is listed as missing (TH101) otherwise.",
        fix: "If it is a unit of the registry, add the name to its column aliases (in the units.csv that \
            campaign.toml names), with | between names. If it is a new unit, add a line. If the name is a slip, \
            the unit corrects the cell and sends the form again. \
            Where it is known whose the file is: choose \"tệp của đơn vị\" in the file's row of the decision workbook, say why, and run again.",
        example: "Phieu 2017 - STC.xlsx: Thông tin chung!B5: unit name \"Sở Tài chánh\" is not in the registry; \
            similar: Sở Tài chính",
    },
};

/// File names two units.
pub static IDENTITY_CONFLICT: Rule = Rule {
    code: "TH104",
    name: "identity-conflict",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp mang tên hai đơn vị",
        message: "tệp cho biết {found}, nơi khác lại cho biết {expected}",
        advice: "hỏi đơn vị gửi rồi sửa trang bìa hoặc tên tệp; trong lúc chờ, tệp chưa được tính",
        finds: "Các nơi ghi tên đơn vị không cùng chỉ một đơn vị: ô tên đơn vị ở đầu các trang tính, mã nhận dạng \
            của mẫu trong thuộc tính tệp và tên tệp. Tên cơ quan ở đầu trang chỉ được xét khi không có ô tên đơn vị \
            và không có mã nhận dạng của mẫu. Tên tệp không có tên đơn vị nào, hoặc hợp với hai đơn vị như nhau, thì \
            không gây mâu thuẫn.",
        why: "Thường là đơn vị chép phiếu của đơn vị khác rồi sửa, hoặc tệp bị lưu nhầm tên khi nhận. Tính cho đơn \
            vị nào cũng có thể sai, nên tệp không được tính cho đến khi rõ.",
        fix: "Hỏi đơn vị gửi phiếu là của ai. Nếu tên tệp sai, đổi tên tệp; nếu ô tên đơn vị sai, đơn vị sửa phiếu \
            rồi gửi lại. Nếu chỉ mã nhận dạng của mẫu sai (đơn vị dùng tệp mẫu của đơn vị khác), đơn vị chép số liệu \
            sang tệp mẫu của mình. \
            Biết tệp là của ai mà chưa có bản sửa: chọn “tệp của đơn vị” ở dòng của tệp trong tệp quyết định, ghi căn cứ, rồi chạy lại.",
        example: "Phieu - So Noi vu.xlsx: Thông tin chung!B5: tệp cho biết “Sở Ngoại vụ”, nơi khác lại cho biết \
            Sở Nội vụ (Phieu - So Noi vu.xlsx)",
    },
    en: Page {
        title: "File names two units",
        message: "says {found} in one place and {expected} in another",
        advice: "ask the sender, then correct the cover or the file name; until then the file does not count",
        finds: "The places that name a unit do not agree on one: the cells for the unit's name at the head of the \
            sheets, the form's stamp in the document properties, and the file name. A name in a letterhead is \
            looked at only where there is neither a cell for the name nor a stamp. A file name that names no unit, \
            or fits two units equally well, contradicts nothing.",
        why: "Mostly a unit has copied another unit's form and changed it, or the file was saved under a wrong \
            name. Either choice could be wrong, so the file does not count until it is settled.",
        fix: "Ask the sender whose form it is. If the file name is wrong, rename the file; if the cell is wrong, \
            the unit corrects the form and sends it again. If only the stamp is wrong, because the unit used the \
            form made for another, the unit copies its entries into its own form. \
            Where it is known whose the file is: choose \"tệp của đơn vị\" in the file's row of the decision workbook, say why, and run again.",
        example: "Phieu - So Noi vu.xlsx: Thông tin chung!B5: says \"Sở Ngoại vụ\" in one place and Sở Nội vụ \
            (Phieu - So Noi vu.xlsx) in another",
    },
};

/// Unit not named.
pub static UNIT_NOT_NAMED: Rule = Rule {
    code: "TH108",
    name: "unit-not-named",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không rõ tệp của đơn vị nào",
        message: "không tìm thấy tên đơn vị ở trang bìa, đầu trang tính, thuộc tính tệp và tên tệp",
        advice: "ghi tên đơn vị vào ô “Tên đơn vị” ở trang bìa, hoặc vào tên tệp; nếu phiếu hoặc tên tệp ghi tên khác với danh sách thì thêm cách ghi ấy vào cột “Tên khác” ở trang Đơn vị của tệp đợt đánh giá (hoặc cột aliases của units.csv)",
        finds: "Không nơi nào cho biết đơn vị: phiếu không có ô tên đơn vị có nội dung, đầu trang không có tên cơ \
            quan trong danh sách, tệp không có mã nhận dạng của mẫu, và tên tệp không có tên, tên khác hoặc mã của \
            riêng một đơn vị. Tên tệp không dấu vẫn nhận được. Ô tên đơn vị có nội dung nhưng không có trong danh \
            sách thì báo mã TH103.",
        why: "Không rõ của ai thì không tính được cho ai: tệp chưa được tính, và đơn vị gửi có thể hiện là chưa \
            nộp (TH101).",
        fix: "Xem thư gửi kèm hoặc chữ ký trong phiếu để biết đơn vị. Cách nhanh nhất là thêm tên hoặc mã đơn vị \
            vào tên tệp, ví dụ “STC - Phieu tu cham.xlsx”, rồi chạy lại. Lần sau, đơn vị ghi tên vào ô “Tên đơn \
            vị” ở trang bìa. \
            Biết tệp là của ai mà chưa có bản sửa: chọn “tệp của đơn vị” ở dòng của tệp trong tệp quyết định, ghi căn cứ, rồi chạy lại.",
        example: "Phieu tu cham ban chinh.xlsx: không tìm thấy tên đơn vị ở trang bìa, đầu trang tính, thuộc tính \
            tệp và tên tệp",
    },
    en: Page {
        title: "Unit not named",
        message: "names no unit on the cover, in a letterhead, in its properties or in the file name",
        advice: "write the unit's name on the cover, or in the file name; if form or file name call it otherwise than the list, add that to the column \"Tên khác\" on the sheet Đơn vị of the campaign workbook (or aliases of units.csv)",
        finds: "Nothing says whose file it is: no filled cell for the unit's name, no registered name in a \
            letterhead, no stamp of the form, and a file name without the name, alias or code of one unit only. \
            File names without diacritics are understood. A filled cell with a name that is not registered is \
            TH103.",
        why: "What belongs to nobody can count for nobody: the file does not count, and the unit that sent it may \
            be listed as missing (TH101).",
        fix: "Look at the mail or at the signature in the form to learn whose it is. The quickest way is to add \
            the unit's name or code to the file name, such as \"STC - Phieu tu cham.xlsx\", and to run again. Next \
            time the unit fills in \"Tên đơn vị\" on the cover. \
            Where it is known whose the file is: choose \"tệp của đơn vị\" in the file's row of the decision workbook, say why, and run again.",
        example: "Phieu tu cham ban chinh.xlsx: names no unit on the cover, in a letterhead, in its properties or \
            in the file name",
    },
};

/// Letters in a file name that are the initials of several units.
pub static INITIALS_OF_SEVERAL: Rule = Rule {
    code: "TH132",
    name: "initials-of-several",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ viết tắt trong tên tệp hợp với nhiều đơn vị",
        message: "phiếu không ghi tên đơn vị; “{found}” trong tên tệp có thể là {expected}",
        advice: "xem phiếu là của ai rồi ghi đủ tên đơn vị vào tên tệp; hoặc ghi mã khác nhau cho từng đơn vị ở cột “Mã đơn vị”, trang Đơn vị của tệp đợt đánh giá (cột code của units.csv)",
        finds: "Trong phiếu không có tên đơn vị, tên tệp chỉ có chữ viết tắt, và chữ ấy là chữ cái đầu của tên nhiều đơn \
            vị trong danh sách mà mã cũng ghép từ các chữ cái đầu: Sở Nội vụ và Sở Ngoại vụ đều là SNV, đơn vị đứng \
            sau có mã SNV-2. Mã khác nhau do người lập danh sách ghi (SNV và SNgV) thì nhận được, và không có cảnh \
            báo này.",
        why: "Mã ghép từ chữ cái đầu phụ thuộc thứ tự trong danh sách, người đặt tên tệp không biết. Lấy theo mã ấy thì \
            cả phiếu có thể được tính cho đơn vị khác, nên tệp chưa được tính.",
        fix: "Hỏi người gửi, ghi đủ tên đơn vị vào tên tệp (“So Noi vu.xlsx”) rồi chạy lại. Nếu các đơn vị vẫn quen viết \
            tắt, ghi cho mỗi đơn vị một mã riêng ở danh sách, ví dụ SNV và SNgV. \
            Biết tệp là của ai mà chưa có bản sửa: chọn “tệp của đơn vị” ở dòng của tệp trong tệp quyết định, ghi căn cứ, rồi chạy lại.",
        example: "SNV.xlsx: phiếu không ghi tên đơn vị; “SNV” trong tên tệp có thể là Sở Ngoại vụ; Sở Nội vụ",
    },
    en: Page {
        title: "Initials of several units in a file name",
        message: "the form names no unit, and \"{found}\" in the file name may be {expected}",
        advice: "see whose form it is and write the unit's full name into the file name; or give each unit a code of its own in the column \"Mã đơn vị\" on the sheet Đơn vị of the campaign workbook (code of units.csv)",
        finds: "The form names no unit, its file name has an abbreviation only, and that is the initials of several units of \
            the list whose codes are made of initials as well: Sở Nội vụ and Sở Ngoại vụ are both SNV, the later one \
            has the code SNV-2. Codes that the author of the list tells apart (SNV and SNgV) are understood and raise \
            nothing.",
        why: "Which unit has the code without a number depends on the order of the list, which nobody who names a file \
            knows. Going by it, a whole form could count for another unit, so the file does not count.",
        fix: "Ask the sender, write the unit's full name into the file name (\"So Noi vu.xlsx\") and run again. Where units \
            keep to abbreviations, give each a code of its own in the list, such as SNV and SNgV. \
            Where it is known whose the file is: choose \"tệp của đơn vị\" in the file's row of the decision workbook, say why, and run again.",
        example: "SNV.xlsx: the form names no unit, and \"SNV\" in the file name may be Sở Ngoại vụ; Sở Nội vụ",
    },
};

/// A file that may be the unit's.
pub static UNDECIDED: Rule = Rule {
    code: "TH118",
    name: "undecided",
    severity: Severity::Warning,
    bearing: Bearing::NoResult,
    vi: Page {
        title: "Có tệp chưa rõ là của đơn vị nào",
        message: "đã nhận tệp có thể là của đơn vị này, chờ quyết định: {found}",
        advice: "xem cảnh báo của tệp, xác định tệp là của ai; nếu không phải của đơn vị này thì đôn đốc đơn vị nộp",
        finds: "Đơn vị chưa có phiếu nào được tính, nhưng có tệp nêu tên đơn vị ở nơi này và tên đơn vị khác ở nơi \
            khác (TH104), có chữ viết tắt trong tên tệp hợp cả với đơn vị này (TH132), hoặc tên trên bìa không có trong danh sách (TH103) mà tên tệp hay mã nhận dạng của mẫu chỉ \
            đơn vị này, hoặc tên trên bìa rất gần tên của riêng đơn vị này.",
        why: "Đã có tệp nên chưa thể nói đơn vị chưa nộp; nhưng tính tệp đó cho đơn vị cũng có thể sai. Đơn vị \
            chưa có điểm và chưa được xếp hạng cho đến khi rõ.",
        fix: "Mở tệp được nêu, xem cảnh báo TH104 hoặc TH103 của tệp và hỏi người gửi. Sửa ô tên đơn vị ở trang \
            bìa hoặc đổi tên tệp cho đúng rồi chạy lại. Nếu tệp là của đơn vị khác, đơn vị này sẽ hiện là chưa \
            nộp (TH101).",
        example: "Sở Nội vụ: đã nhận tệp có thể là của đơn vị này, chờ quyết định: Phieu - So Noi vu.xlsx",
    },
    en: Page {
        title: "File of an undecided unit",
        message: "a file that may be this unit's waits for a decision: {found}",
        advice: "see the finding of the file and settle whose it is; if it is not this unit's, remind the unit",
        finds: "The unit has no submission that counts, but a file names it in one place and another unit \
            elsewhere (TH104), has initials in its file name that are this unit's as well (TH132), or has a name on its cover that is not registered (TH103) while its file name or \
            stamp points to this unit, or while that name is very like this unit's and no other's.",
        why: "There is a file, so the unit cannot be called missing; to count it for the unit could be wrong as \
            well. The unit has no points and no place until it is settled.",
        fix: "Open the file named, look at its finding TH104 or TH103 and ask the sender. Correct the name on the \
            cover or the file name and run again. If the file is another unit's, this unit is then listed as \
            missing (TH101).",
        example: "Sở Nội vụ: a file that may be this unit's waits for a decision: Phieu - So Noi vu.xlsx",
    },
};
