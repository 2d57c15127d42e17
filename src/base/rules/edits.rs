//! Rules about results of this program that were changed by hand (`TH503`–`TH506`, `TH508`), and about results among the returns (`TH123`, `TH126`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A result of this program among the returns.
pub static OWN_RESULT: Rule = Rule {
    code: "TH123",
    name: "own-result",
    severity: Severity::Info,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Kết quả của tonghop nằm trong thư mục phiếu",
        message: "đây là kết quả do tonghop ghi ra, không phải phiếu của đơn vị",
        advice: "không phải làm gì; muốn danh sách gọn hơn thì chuyển tệp ra khỏi thư mục phiếu",
        finds: "Tệp mang dấu của tonghop: bảng tổng hợp, bảng kiểm tra, bảng so sánh hoặc báo cáo JSON, kể cả bản _2, \
            bản đã đổi tên, đã lưu lại hay đổi sang .ods, .xls. Phiếu làm từ biểu mẫu của tonghop mang dấu khác và \
            được đọc như mọi phiếu.",
        why: "Kết quả ghi vào chính thư mục phiếu, hoặc chép nhầm vào đó, mà bị đọc như phiếu thì sẽ có một đơn vị \
            không có thật, hoặc điểm của một đơn vị bị tính hai lần.",
        fix: "Không phải làm gì: tệp được bỏ qua. Nên ghi kết quả ra ngoài thư mục phiếu.",
        example: "kontum-2017-tong-hop.xlsx: đây là kết quả do tonghop ghi ra, không phải phiếu của đơn vị",
    },
    en: Page {
        title: "Result of tonghop among the returns",
        message: "this is a result that tonghop wrote, not a unit's return",
        advice: "there is nothing to do; for a shorter list move it out of the folder",
        finds: "The file carries the stamp of tonghop: a consolidated workbook, an audit, a comparison or a JSON \
            report, also under another name, saved again, or converted to .ods or .xls. A return made from a form of \
            tonghop has another stamp and is read like any return.",
        why: "A result that was written into the folder of returns, or copied there, would be read as a return of a \
            unit that does not exist, or count a unit twice.",
        fix: "Nothing: the file is left out. Results are better written outside the folder of returns.",
        example: "kontum-2017-tong-hop.xlsx: this is a result that tonghop wrote, not a unit's return",
    },
};

/// A table of results among the returns.
pub static RESULT_TABLE: Rule = Rule {
    code: "TH126",
    name: "result-table-among-returns",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Bảng kết quả nằm trong thư mục phiếu",
        message: "đây là bảng kết quả, không phải phiếu của một đơn vị: cạnh ô tên đơn vị là tên cột {found}",
        advice: "chuyển tệp ra khỏi thư mục phiếu; muốn kiểm tra bảng kết quả thì dùng tonghop audit",
        finds: "Tệp không có bảng chấm điểm (cột “Tiêu chí”, “Điểm tự chấm”), và ngay sau tiêu đề “Tên đơn vị” là tên một nhóm tiêu \
            chí hoặc cột tổng điểm, như ở bảng kết quả được công bố; hoặc không rõ tệp của đơn vị nào, và có bảng ghi tổng điểm của \
            nhiều đơn vị, theo bộ tiêu chí nào cũng vậy.",
        why: "Bảng kết quả có điểm của nhiều đơn vị. Đọc như phiếu thì tên nhóm tiêu chí bị tưởng là tên đơn vị.",
        fix: "Chuyển tệp ra khỏi thư mục phiếu. Nếu đó thật là phiếu của một đơn vị, làm lại trên mẫu đang dùng.",
        example: "Quyet dinh 134.xlsx: Sở, ban, ngành!C4: đây là bảng kết quả, không phải phiếu của một đơn vị: cạnh ô tên đơn vị \
            là tên cột “Hạ tầng kỹ thuật CNTT”",
    },
    en: Page {
        title: "Table of results among the returns",
        message: "this is a table of results, not a unit's return: beside the unit's name stands the heading {found}",
        advice: "move the file out of the folder of returns; to check a table of results, use tonghop audit",
        finds: "The file has no table of scores (columns \"Tiêu chí\", \"Điểm tự chấm\"), and behind the heading \"Tên đơn vị\" \
            stands the name of a criterion group or the column of totals, as in a published result; or nothing says whose file it is, and \
            a table has the totals of several units, by whatever scheme.",
        why: "A table of results has the points of many units. Read as a return, the name of a group would be taken for a unit's.",
        fix: "Move the file out of the folder of returns. If it is a unit's return, fill in the form that is in use.",
        example: "Quyet dinh 134.xlsx: Sở, ban, ngành!C4: this is a table of results, not a unit's return: beside the unit's name \
            stands the heading \"Hạ tầng kỹ thuật CNTT\"",
    },
};

/// A cell of a result that is not what was written.
pub static EDITED: Rule = Rule {
    code: "TH503",
    name: "result-edited",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Bảng kết quả đã bị sửa tay",
        message: "nội dung ở đây đã được sửa sau khi tonghop ghi tệp; nay là {found}",
        advice: "hỏi người sửa; điểm đúng thì sửa ở phiếu của đơn vị rồi tổng hợp lại, ghi chú riêng thì chép sang tệp mới",
        finds: "Mỗi bảng kết quả mang dấu kiểm của từng ô (giá trị, công thức, ghi chú). Khi đọc lại bảng để so \
            sánh hoặc kiểm tra, ô nào khác lúc ghi thì bị nêu. Mở rồi lưu lại bằng Excel hay LibreOffice, đổi màu, \
            đổi độ rộng cột thì không báo. Ở danh sách dài như trang Dữ liệu, nếu sửa nhiều ô cùng một hàng thì chỉ \
            nêu được hàng.",
        why: "So sánh hai năm lấy số từ trang Dữ liệu. Số sửa trên trang in ra không đi theo, và số sửa ở trang Dữ \
            liệu thì không còn nguồn: cả hai đều không được tin một cách im lặng.",
        fix: "Hỏi người đã sửa. Nếu cần sửa điểm, sửa ở phiếu của đơn vị (cột “Điểm thẩm định”) rồi chạy lại để có \
            bảng mới. Nếu sửa nhầm, dùng bảng gốc.",
        example: "kontum-2016-tong-hop.xlsx: Cấp tỉnh!J10: nội dung ở đây đã được sửa sau khi tonghop ghi tệp; nay là “1708”",
    },
    en: Page {
        title: "Result changed by hand",
        message: "what stands here was changed after tonghop wrote the file; it is now {found}",
        advice: "ask who changed it; correct a score in the unit's return and consolidate again, copy notes to the new file",
        finds: "Every result carries a checksum of each cell (value, formula, comment). When it is read again for a \
            comparison or an audit, cells that are not what was written are listed. Opening and saving it in Excel \
            or LibreOffice, colours and column widths raise nothing. In a long list such as the sheet of all values, \
            several changed cells of one row are told as the row.",
        why: "A comparison takes its numbers from the list of all values. A number changed on a printed sheet does \
            not reach it, and a number changed in the list has no source any more: neither is believed silently.",
        fix: "Ask who changed it. A score is corrected in the unit's return (column \"Điểm thẩm định\"), then run \
            again for a new workbook. If it was a slip, use the original.",
        example: "kontum-2016-tong-hop.xlsx: Cấp tỉnh!J10: what stands here was changed after tonghop wrote the file; it is now \"1708\"",
    },
};

/// Sheets of a result that contradict each other.
pub static APART: Rule = Rule {
    code: "TH504",
    name: "sheets-disagree",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Trang in ra và trang Dữ liệu không khớp",
        message: "{about}: ở đây là {found}, trang dữ liệu ghi {expected}",
        advice: "so sánh dùng số của trang dữ liệu, kiểm tra dùng số của trang in ra; xem số nào đúng rồi tổng hợp lại",
        finds: "Trong một bảng tổng hợp, tổng điểm, điểm nhóm, điểm tiêu chí, thứ hạng hoặc xếp loại của một đơn vị \
            trên trang in ra khác với trang Dữ liệu. Sửa một điểm thành phần thì tổng, thứ hạng tính theo công thức \
            cũng đổi và cũng bị nêu. Ô chưa được tính lại và chữ “tạm tính” thì không báo.",
        why: "Hai trang của cùng một tệp nói hai số khác nhau thì có người đã sửa một trong hai. So sánh năm sau đọc \
            trang Dữ liệu, lãnh đạo đọc trang in ra.",
        fix: "Xem số nào đúng, sửa ở phiếu của đơn vị rồi chạy lại để hai trang cùng một số.",
        example: "kontum-2016-tong-hop.xlsx: Cấp tỉnh!J10: Sở Tài chính, tổng điểm: ở đây là 1708, trang dữ liệu ghi \
            869,7 (Dữ liệu!G81)",
    },
    en: Page {
        title: "Printed sheet and list of values disagree",
        message: "{about}: here it is {found}, the list of values says {expected}",
        advice: "a comparison uses the list, an audit uses the printed sheet; find out which is right and consolidate again",
        finds: "In a consolidated workbook the total, a group, a criterion, the place or the grade of a unit on a \
            printed sheet is not what the list of all values says. Where a part was changed, totals and places that \
            are formulas change with it and are listed too. Cells not yet calculated and words for what is \
            provisional raise nothing.",
        why: "If two sheets of one file give two numbers, somebody changed one of them. Next year's comparison reads \
            the list, leadership reads the printed sheet.",
        fix: "Find out which number is right, correct the unit's return and run again, so that both say the same.",
        example: "kontum-2016-tong-hop.xlsx: Cấp tỉnh!J10: Sở Tài chính, tổng điểm: here it is 1708, the list of values \
            says 869.7 (Dữ liệu!G81)",
    },
};

/// A result without a seal.
pub static UNSEALED: Rule = Rule {
    code: "TH505",
    name: "result-unsealed",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Không biết bảng kết quả đã bị sửa hay chưa",
        message: "tệp không có dấu kiểm nguyên vẹn nên không biết đã bị sửa tay hay chưa; số liệu vẫn được dùng",
        advice: "nếu còn các phiếu của năm đó thì tổng hợp lại để có bảng mới; nếu không, so với bản đã ký",
        finds: "Tệp do tonghop ghi ra nhưng không có dấu kiểm: do bản tonghop cũ ghi, đã đổi sang dạng khác làm mất trang \
            ẩn “tonghop”, hoặc trang đó đã bị xóa hay sửa. Với báo cáo JSON: không có dòng checksum, hoặc dòng đó \
            không khớp với nội dung.",
        why: "Không có dấu kiểm thì số nào cũng có thể đã bị sửa mà không ai biết. Chương trình vẫn đối chiếu các \
            trang với nhau, nhưng sửa đồng thời cả hai trang thì không thấy được.",
        fix: "Chạy lại trên các phiếu của năm đó. Nếu không còn phiếu, đối chiếu vài số với bản đã ký.",
        example: "kontum-2015-tong-hop.xlsx: tệp không có dấu kiểm nguyên vẹn nên không biết đã bị sửa tay hay chưa; số \
            liệu vẫn được dùng",
    },
    en: Page {
        title: "Result that may have been changed",
        message: "the file has no whole seal, so whether it was changed by hand cannot be told; its numbers are used",
        advice: "if the returns of that year are there, consolidate them again; if not, compare with what was signed",
        finds: "A file that tonghop wrote and that has no seal: an older version wrote it, a conversion lost the hidden \
            sheet \"tonghop\", or that sheet was deleted or changed. Of a JSON report: it has no checksum, or one \
            that is not that of its content.",
        why: "Without a seal any number may have been changed. The sheets are still compared with each other, but a \
            change made in both is not seen.",
        fix: "Run again on the returns of that year. If they are gone, compare some numbers with what was signed.",
        example: "kontum-2015-tong-hop.xlsx: the file has no whole seal, so whether it was changed by hand cannot be told; \
            its numbers are used",
    },
};

/// Numbers of a result that do not fit each other.
pub static CONTRADICTORY: Rule = Rule {
    code: "TH506",
    name: "result-contradicts-itself",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Số liệu trong kết quả không khớp nhau",
        message: "{about}: ở đây là {found}, tính lại từ các số khác trong tệp thì được {expected}",
        advice: "nếu còn các phiếu của năm đó thì tổng hợp lại để có kết quả mới; nếu không, so với bản đã ký",
        finds: "Trong một kết quả do tonghop ghi ra, điểm nhóm không bằng tổng điểm các tiêu chí, tổng điểm không bằng \
            tổng các nhóm, thứ hạng hoặc xếp loại không theo tổng điểm, điểm được tính vượt điểm tối đa, tỷ lệ không \
            bằng tử số chia mẫu số, hoặc chỉ tiêu thống kê không bằng tổng số liệu của các đơn vị. Bảng tổng hợp có ô \
            đã bị sửa tay thì nêu ô đó (TH503, TH504) và không nêu thêm ở đây.",
        why: "Chương trình luôn tính tổng từ các phần. Hai số không khớp thì tệp đã bị sửa, và không biết số nào đúng.",
        fix: "Chạy lại trên các phiếu của năm đó. Nếu không còn phiếu, đối chiếu với bản đã ký rồi hỏi người đã sửa tệp.",
        example: "kontum-2016-tong-hop.json: Sở Tài chính, tổng điểm: ở đây là 1708, tính lại từ các số khác trong tệp \
            thì được 869,7",
    },
    en: Page {
        title: "Numbers of a result that do not fit each other",
        message: "{about}: here it is {found}, the other numbers of the file give {expected}",
        advice: "if the returns of that year are there, consolidate them again; if not, compare with what was signed",
        finds: "In a result that tonghop wrote, a group is not the sum of its criteria, a total is not the sum of its \
            groups, a place or a grade does not follow from the totals, points are above the maximum, a percentage is \
            not its part of the whole, or a statistic is not the sum of the units' figures. Of a workbook with cells \
            that were changed by hand, these are told (TH503, TH504) and nothing more here.",
        why: "The program always adds up parts. Where two numbers do not fit, the file was changed, and nobody can tell \
            which of them is right.",
        fix: "Run again on the returns of that year. If they are gone, compare with what was signed and ask who changed the file.",
        example: "kontum-2016-tong-hop.json: Sở Tài chính, tổng điểm: here it is 1708, the other numbers of the file \
            give 869.7",
    },
};

/// The file that lists the values of a result is not the one that was written with it.
pub static DATA_FILE: Rule = Rule {
    code: "TH508",
    name: "data-file-apart",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Tệp dữ liệu không đúng là tệp đã ghi",
        message: "tệp dữ liệu của kết quả {found}",
        advice: "lấy lại đúng tệp dữ liệu đã ghi cùng sổ kết quả; không còn thì tổng hợp lại từ các phiếu",
        finds: "Danh sách giá trị dài nằm ở tệp …-du-lieu.csv hoặc …-du-lieu.parquet cạnh sổ kết quả; sổ ghi tên và dấu \
            kiểm của tệp đó, tệp tự ghi dấu kiểm của mình. Khi so sánh mà tệp không có, không đọc được, đã bị sửa (kể cả \
            mở rồi lưu lại bằng Excel) hoặc là của lần chạy khác thì bị nêu.",
        why: "So sánh hai năm lấy số từ danh sách này. Danh sách của lần chạy khác, hay đã bị sửa, cho số không phải của \
            kết quả đã ký.",
        fix: "Chép lại tệp dữ liệu gốc vào cạnh sổ kết quả, không đổi tên. Nếu không còn, chạy lại trên các phiếu của năm đó.",
        example: "kontum-2016-tong-hop-du-lieu.csv: tệp dữ liệu của kết quả đã bị sửa sau khi ghi; số liệu vẫn được dùng",
    },
    en: Page {
        title: "Data file that is not the one that was written",
        message: "the data file of the result {found}",
        advice: "put the data file back that was written with the workbook; if it is gone, consolidate the returns again",
        finds: "A long list of values lies in a file …-du-lieu.csv or …-du-lieu.parquet beside the workbook, which states \
            its name and checksum; the file states its own as well. In a comparison it is missing, cannot be read, was \
            changed (opening and saving it in Excel is enough), or is of another run.",
        why: "A comparison takes its numbers from this list. One of another run, or one that was changed, has numbers that \
            are not those of the result that was signed.",
        fix: "Put the original data file beside the workbook, under its name. If it is gone, run again on the returns of that year.",
        example: "kontum-2016-tong-hop-du-lieu.csv: the data file of the result was changed after it was written; its numbers are used",
    },
};
