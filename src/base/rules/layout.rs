//! Rules about layout: tables, groups and rows that are missing or stand twice (`TH2xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// No score table.
pub static NO_TABLE: Rule = Rule {
    code: "TH201",
    name: "no-table",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không có bảng chấm điểm",
        message: "không tìm thấy bảng chấm điểm nào trong tệp; tiêu đề thấy trong tệp: {found}; {nearest}",
        advice: "kiểm tra tệp có đúng là phiếu tự đánh giá không; dòng tiêu đề phải có “Tiêu chí” và “Điểm tự chấm”",
        finds: "Không trang tính nào có bảng với dòng tiêu đề của mẫu (cột “Tiêu chí” và ít nhất một cột điểm hoặc \
            số liệu). Bảng được tìm theo chữ, ở trang tính và vị trí nào cũng được. Phiếu mẫu chưa điền được báo mã \
            TH113; bảng có tiêu đề của mẫu nhưng là bộ tiêu chí khác được báo mã TH114; bảng dán thành ảnh được báo \
            thêm mã TH227.",
        why: "Tệp không có gì để tính. Thường đó là công văn, kế hoạch hoặc bảng khác gửi nhầm, hoặc bảng được dán \
            vào dưới dạng ảnh. Đơn vị không còn tệp nào khác thì báo mã TH102.",
        fix: "Mở tệp trong Excel. Nếu là tệp khác, đề nghị đơn vị gửi phiếu. Nếu là phiếu, đơn vị đặt lại dòng \
            tiêu đề và tên tiêu chí đúng như mẫu. Nếu cả đợt dùng mẫu khác, kiểm tra scheme trong campaign.toml.",
        example: "Phieu - So Cong thuong.xlsx: không tìm thấy bảng chấm điểm nào trong tệp; tiêu đề thấy trong tệp: TT; Chỉ tiêu \
            thi đua; Điểm tụ chấm; gần giống: Điểm tụ chấm ≈ điểm tự chấm",
    },
    en: Page {
        title: "No score table",
        message: "no score table was found in the file; headings seen: {found}; {nearest}",
        advice: "check that this is the self-assessment form; its header row needs \"Tiêu chí\" and \"Điểm tự chấm\"",
        finds: "No sheet has a table with the header row of the form (a column \"Tiêu chí\" and at least one of \
            points or figures). Tables are found by their words, on any \
            sheet and at any place. A blank form has TH113; a table with the headings of the form and other \
            criteria has TH114; a table pasted as a picture has TH227 as well.",
        why: "There is nothing to count. Mostly it is a letter, a plan or another table sent by mistake, or the \
            table was pasted as a picture. If the unit has no other file, it has TH102.",
        fix: "Open the file in Excel. If it is something else, ask the unit for the form. If it is the form, the \
            unit restores header row and criteria as they were. If all units use another form, check scheme in \
            campaign.toml.",
        example: "Phieu - So Cong thuong.xlsx: no score table was found in the file; headings seen: TT; Chỉ tiêu thi đua; Điểm tụ \
            chấm; similar: Điểm tụ chấm ≈ điểm tự chấm",
    },
};

/// Criterion group missing.
pub static GROUP_MISSING: Rule = Rule {
    code: "TH202",
    name: "group-missing",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thiếu cả nhóm tiêu chí",
        message: "không tìm thấy {about} ở trang tính nào",
        advice: "đề nghị đơn vị bổ sung; nhóm này để trống, không phải 0 điểm",
        finds: "Không trang tính nào có một dòng tiêu chí nào của nhóm, thường do trang tính của nhóm bị xóa. Trang \
            tính đổi tên, đổi thứ tự hoặc nhiều nhóm chung một trang vẫn đọc được. Thiếu vài tiêu chí thì từng tiêu \
            chí được báo mã TH203; bảng có tiêu chí nhưng không rõ cột điểm thì báo mã TH205.",
        why: "Cả nhóm chưa có điểm, nên tổng điểm chỉ là tạm tính và đơn vị có thể chưa được xếp loại. Cảnh báo \
            nêu khoảng điểm mà nhóm còn có thể mang lại.",
        fix: "Mở tệp, xem nhóm có nằm ở trang tính ẩn hoặc ở tệp khác không. Đề nghị đơn vị gửi lại phiếu đủ các \
            nhóm, giữ nguyên mã và tên tiêu chí của mẫu.",
        example: "So Xay dung.xlsx: không tìm thấy nhóm 5 (Trang/Cổng TTĐT) ở trang tính nào",
    },
    en: Page {
        title: "Criterion group missing",
        message: "{about} was not found on any sheet",
        advice: "ask the unit for it; the group stays open, it is not 0 points",
        finds: "No sheet holds a single row of the group's criteria, mostly because its sheet was deleted. Sheets \
            that were renamed or moved, or hold several groups, are read. If only some criteria are missing, each \
            has TH203; a table with the criteria but no clear score column has TH205.",
        why: "The whole group is without points, so the total is provisional and the unit may be without a grade. \
            The finding says between what the group's points can still lie.",
        fix: "Open the file and see whether the group stands on a hidden sheet or in another file. Ask the unit \
            for the form with all groups, with codes and texts as they were.",
        example: "So Xay dung.xlsx: group 5 (Trang/Cổng TTĐT) was not found on any sheet",
    },
};

/// Criterion missing.
pub static CRITERION_MISSING: Rule = Rule {
    code: "TH203",
    name: "criterion-missing",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thiếu tiêu chí",
        message: "không tìm thấy dòng của tiêu chí {about}",
        advice: "đề nghị đơn vị bổ sung dòng này; tiêu chí để trống, không phải 0 điểm",
        finds: "Tiêu chí áp dụng cho đơn vị nhưng không dòng nào trong phiếu nhận ra được là tiêu chí đó, dù các \
            tiêu chí khác của nhóm có mặt. Dòng bị chèn, đổi chỗ, sai mã hoặc sửa vài chữ vẫn nhận được. Tiêu chí \
            được miễn trừ, hoặc dòng của nó đã được báo mã TH204, thì không báo.",
        why: "Thiếu dòng không có nghĩa là 0 điểm: có thể dòng bị xóa, hoặc bị viết lại khác hẳn mẫu (khi đó \
            thường có TH208). Tổng điểm là tạm tính, kèm khoảng điểm còn có thể.",
        fix: "Tìm trong phiếu một dòng được báo mã TH208 có nội dung tương tự; nếu có, đơn vị sửa mã và tên theo \
            mẫu. Nếu không, đơn vị bổ sung dòng. Nếu tiêu chí không áp dụng cho đơn vị, thêm mục [[exempt]] với \
            unit, criterion và reason vào campaign.toml.",
        example: "Ban Dan toc.xls: không tìm thấy dòng của tiêu chí 2.3 (Trình độ cán bộ chuyên trách CNTT)",
    },
    en: Page {
        title: "Criterion missing",
        message: "the row of criterion {about} was not found",
        advice: "ask the unit for the row; the criterion stays open, it is not 0 points",
        finds: "A criterion that applies to the unit is recognised in no row, though others of its group are \
            there. Rows that were inserted around, moved, renumbered or slightly reworded are recognised. An \
            exempt criterion, or one whose row has TH204, does not raise this.",
        why: "A missing row is not 0 points: it may have been deleted, or rewritten beyond recognition (then there \
            is often a TH208). The total is provisional, with the range that is still possible.",
        fix: "Look for a row with TH208 and similar words; if there is one, the unit restores its code and text. \
            If not, the unit adds the row. If the criterion does not apply to the unit, add an [[exempt]] with \
            unit, criterion and reason to campaign.toml.",
        example: "Ban Dan toc.xls: the row of criterion 2.3 (Trình độ cán bộ chuyên trách CNTT) was not found",
    },
};

/// Score column missing.
pub static SCORE_COLUMN_MISSING: Rule = Rule {
    code: "TH205",
    name: "score-column-missing",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Không rõ cột điểm tự chấm",
        message: "không xác định được cột “Điểm tự chấm” của bảng; tiêu đề của bảng: {found}; {nearest}",
        advice: "khôi phục dòng tiêu đề theo mẫu, hoặc chọn nghĩa của tiêu đề ở cột “Là” trang “Cột” của tệp đợt đánh giá ([columns] trong campaign.toml); cả bảng chưa được tính",
        finds: "Bảng có tiêu chí của bộ tiêu chí nhưng dòng tiêu đề không có cột “Điểm tự chấm” (hoặc cách gọi \
            tương đương như “Tự chấm”, “Điểm tự đánh giá”), hoặc có hai cột như vậy. Cột đổi chỗ, chèn thêm cột \
            khác, tiêu đề hai dòng thì không sao. Mỗi bảng một cảnh báo.",
        why: "Không biết cột nào là điểm thì mọi điểm của bảng đều là đoán, nên không điểm nào trong bảng được \
            tính. Các tiêu chí chỉ có trong bảng này để trống, kèm khoảng điểm còn có thể; tiêu chí có điểm ở bảng \
            khác vẫn được tính.",
        fix: "Đơn vị đặt lại tiêu đề “Điểm tự chấm” cho đúng một cột, các cột khác mang tên khác. Nếu bảng chỉ để \
            tham khảo (ví dụ bảng kê tiêu chí không có điểm), xóa bảng đó khỏi phiếu. Nếu phiếu của cả đợt gọi cột \
            này khác, ghi tiêu đề đó vào một dòng ở trang “Cột” của tệp đợt đánh giá, cột “Là” chọn “cột: điểm tự chấm”; với \
            campaign.toml thì ghi vào [columns], khóa claimed (docs/tieu-de.md).",
        example: "So Noi vu.xlsx: 4. Chính sách!B8: không xác định được cột “Điểm tự chấm” của bảng; tiêu đề của bảng: TT; Tiêu chí; \
            Điểm chấm của đơn vị; không có tên gần giống",
    },
    en: Page {
        title: "Score column not clear",
        message: "it is not clear which column of the table is \"Điểm tự chấm\"; its headings: {found}; {nearest}",
        advice: "restore the header row of the form, or say what the heading means on the sheet \"Cột\" of the campaign workbook ([columns] in campaign.toml); the whole table does not count until then",
        finds: "A table holds criteria of the scheme, but its header row has no column \"Điểm tự chấm\" (or an \
            equivalent such as \"Tự chấm\" or \"Điểm tự đánh giá\"), or it has two. Columns that were moved or \
            inserted and headers of two rows do no harm. There is one finding for each table.",
        why: "As long as it is not known which column holds the scores, each score of the table would be a guess, \
            so none counts. Criteria that stand in this table only stay open, with the range that is still \
            possible; those that another table scores count.",
        fix: "The unit gives the heading \"Điểm tự chấm\" to exactly one column and other headings to the others. \
            If the table is for reference only, such as a list of the criteria without scores, delete it from the \
            form. If all forms of the campaign call the column something else, write that heading into a row of the sheet \
            \"Cột\" of the campaign workbook; in campaign.toml into [columns], key claimed (docs/tieu-de.md).",
        example: "So Noi vu.xlsx: 4. Chính sách!B8: it is not clear which column of the table is \"Điểm tự chấm\"; its headings: TT; \
            Tiêu chí; Điểm chấm của đơn vị; nothing similar",
    },
};

/// Criterion stands twice.
pub static CRITERION_TWICE: Rule = Rule {
    code: "TH206",
    name: "criterion-twice",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ghi hai lần, hai giá trị khác nhau",
        message: "{about}: ở đây ghi {found}, ở {expected} ghi khác",
        advice: "xóa dòng thừa hoặc sửa cho giống nhau; giá trị này chưa được tính",
        finds: "Cùng một tiêu chí xuất hiện ở hai dòng với điểm tự chấm khác nhau; một ô trống và một ô có số cũng \
            là khác. Cảnh báo đặt ở nơi đứng sau và nêu địa chỉ của nơi đứng trước. Hai dòng cùng điểm thì không báo \
            và chỉ được tính một lần. Nhiều tiêu chí của một nhóm lặp lại ở trang tính khác thì báo mã TH221, trang \
            tính ẩn được báo mã TH222, bảng thứ hai trên cùng trang tính được báo mã TH223, số liệu được báo mã \
            TH220.",
        why: "Không có căn cứ để chọn một trong hai, nên cả hai đều chưa được tính: tiêu chí để trống, không phải \
            0 điểm.",
        fix: "Hỏi đơn vị điểm nào đúng, rồi đơn vị xóa dòng thừa (thường là dòng chép lại khi chèn dòng, bản nháp, \
            hoặc trang tính chép lại) và gửi lại.",
        example: "So Giao thong.xlsx: Sheet1 (2)!F12: 1.2 (Mạng nội bộ (LAN)): ở đây ghi “0”, ở 1. Hạ tầng!F12 ghi \
            khác",
    },
    en: Page {
        title: "Stated twice, in two ways",
        message: "{about}: says {found} here, and something else at {expected}",
        advice: "delete the extra row, or make both the same; the value does not count until then",
        finds: "One criterion stands in two rows with different self scores; a blank and a number are different \
            too. The later place has the finding, which gives the address of the earlier one. Two rows with the \
            same score do not raise this and count once. Several criteria of a group repeated on another sheet \
            have TH221, a hidden sheet TH222, a second table on the same sheet TH223, a figure TH220.",
        why: "There are no grounds for choosing, so neither counts: the criterion stays open, it is not 0 points.",
        fix: "Ask the unit which score is right; the unit then deletes the extra row, mostly one copied while rows \
            were inserted, a draft or a copied sheet, and sends the form again.",
        example: "So Giao thong.xlsx: Sheet1 (2)!F12: 1.2 (Mạng nội bộ (LAN)): says \"0\" here, and something else \
            at 1. Hạ tầng!F12",
    },
};

/// Figure missing.
pub static FIGURE_MISSING: Rule = Rule {
    code: "TH210",
    name: "figure-missing",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thiếu dòng số liệu",
        message: "không tìm thấy dòng số liệu {about}",
        advice: "đề nghị đơn vị bổ sung; không kiểm tra được điểm theo quy tắc và chỉ tiêu thống kê thiếu đơn vị này",
        finds: "Tiêu chí có trong phiếu nhưng không nhận ra được dòng số liệu của nó. Dòng số liệu được nhận theo \
            tên, nên tên bị viết lại khác mẫu cũng là thiếu; khác chữ hoa, dấu cách, dấu câu thì không sao. Có dòng \
            nhưng ô trống thì báo mã TH303. Vị trí của cảnh báo là ô điểm của tiêu chí.",
        why: "Điểm tự chấm vẫn được tính, nhưng không đối chiếu được với số liệu (TH403), và các chỉ tiêu thống kê \
            dùng số liệu này không có đơn vị.",
        fix: "Đơn vị khôi phục dòng số liệu ngay dưới tiêu chí, tên đúng như mẫu, rồi điền số. Nếu nhiều đơn vị \
            dùng một tên khác, thêm tên đó vào aliases của số liệu trong bộ tiêu chí (scheme.toml).",
        example: "So Noi vu.xlsx: 1. Hạ tầng!F9: không tìm thấy dòng số liệu 1.1 – Tổng số cán bộ, công chức",
    },
    en: Page {
        title: "Figure missing",
        message: "the row of figure {about} was not found",
        advice: "ask the unit for it; the score cannot be checked and the statistics leave this unit out",
        finds: "The criterion is in the form and the row of one of its figures is not recognised. Figures are \
            known by their text, so one that was reworded is missing too; case, spaces and punctuation do not \
            matter. A row with a blank cell has TH303. The place of the finding is the criterion's score.",
        why: "The claim still counts, but cannot be held against the figures (TH403), and the statistics that use \
            the figure are without this unit.",
        fix: "The unit restores the row below its criterion with the text of the form and fills it in. If many \
            units use another text, add it to the figure's aliases in the scheme (scheme.toml).",
        example: "So Noi vu.xlsx: 1. Hạ tầng!F9: the row of figure 1.1 – Tổng số cán bộ, công chức was not found",
    },
};

/// Old encoding.
pub static OLD_ENCODING: Rule = Rule {
    code: "TH211",
    name: "old-encoding",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ theo bảng mã cũ",
        message: "tệp có chữ theo bảng mã {about}: {found} được đọc là {expected}",
        advice: "không phải làm gì nếu chữ mẫu đọc đúng; nên đề nghị đơn vị dùng phông Unicode như Times New Roman",
        finds: "Tiêu đề cột, tên đơn vị, tên tiêu chí, tên số liệu hoặc câu trả lời gõ theo bảng mã TCVN3 (ABC), VNI, \
            Windows-1258, hoặc chữ Unicode (UTF-8) bị mở sai bảng mã. Chương trình chỉ đổi chữ khi chữ sau khi đổi đúng là một tên đã \
            biết; chữ số không bao giờ bị đổi.",
        why: "Chữ theo bảng mã cũ không so khớp được với mẫu. Nếu không đổi thì cả bảng của đơn vị sẽ bị coi là không có; \
            nếu đổi theo phỏng đoán thì có thể gán điểm vào nhầm tiêu chí.",
        fix: "So chữ mẫu trước và sau khi đổi. Nếu đúng thì không phải làm gì. Lần sau, đề nghị đơn vị gõ bằng phông \
            Unicode, hoặc dùng UniKey để chuyển mã cả tệp.",
        example: "So Tai chinh.xls: Thông tin chung!C4: tệp có chữ theo bảng mã TCVN3 (ABC): “Së Tµi chÝnh” được đọc là \
            “Sở Tài chính”",
    },
    en: Page {
        title: "Old encoding",
        message: "the file has texts in {about}: {found} was read as {expected}",
        advice: "nothing to do if the sample reads right; ask the unit to use a Unicode font such as Times New Roman",
        finds: "Column headings, unit names, criteria, figures or answers typed in TCVN3 (ABC), VNI or Windows-1258, or \
            UTF-8 that was opened in the wrong code page. A text is decoded only if it is a known name once decoded; digits are never \
            touched.",
        why: "Texts in an old encoding match nothing of the form. Left alone, the unit's whole table would count as missing; \
            decoded by guess, points could land on the wrong criterion.",
        fix: "Compare the sample before and after. If it is right there is nothing to do. Next time ask the unit to type in \
            a Unicode font, or to convert the file with UniKey.",
        example: "So Tai chinh.xls: Thông tin chung!C4: the file has texts in TCVN3 (ABC): \"Së Tµi chÝnh\" was read as \
            \"Sở Tài chính\"",
    },
};
