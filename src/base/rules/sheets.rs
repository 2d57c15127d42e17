//! Rules about sheets and rows that stand in each other's way (`TH22x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Figure stands twice.
pub static FIGURE_TWICE: Rule = Rule {
    code: "TH220",
    name: "figure-twice",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số liệu xuất hiện hai lần",
        message: "số liệu {about} ghi {found}, ở {expected} lại ghi khác",
        advice: "giữ một dòng đúng; số liệu này chưa được dùng",
        finds: "Cùng một số liệu có ở hai dòng, trên một trang tính hay hai trang đang hiện, với giá trị khác nhau; \
            một ô trống và một ô có số cũng là khác. Cảnh báo đặt ở nơi đứng sau và nêu địa chỉ của nơi đứng trước. \
            Hai giá trị giống nhau thì không báo. Số liệu ở trang tính ẩn, hoặc ở bảng thứ hai được báo mã TH223, \
            nhường cho nơi kia.",
        why: "Không có căn cứ để chọn một trong hai, nên số liệu không được dùng: điểm theo quy tắc không đối \
            chiếu được và chỉ tiêu thống kê không có đơn vị. Điểm tự chấm của tiêu chí vẫn được tính.",
        fix: "Hỏi đơn vị số nào đúng, rồi đơn vị xóa dòng thừa hoặc sửa hai ô cho giống nhau. Để tìm nơi đứng \
            trước, mở trang tính được nêu, bấm Ctrl+G và gõ địa chỉ ô, ví dụ D10.",
        example: "So Giao thong.xlsx: Sheet1 (2)!D10: số liệu 1.1 – Tổng số cán bộ, công chức ghi “52”, ở 1. Hạ \
            tầng!D10 lại ghi khác",
    },
    en: Page {
        title: "Figure stands twice",
        message: "figure {about} says {found}, and differently at {expected}",
        advice: "keep the right row; the figure is not used until then",
        finds: "One figure stands in two rows, on one sheet or on two visible ones, with different values; a blank \
            and a number are different too. The later place has the finding, which gives the address of the \
            earlier one. The same value twice raises nothing. A figure on a hidden sheet, or in a second table \
            with TH223, gives way to the other place.",
        why: "There are no grounds for choosing, so the figure is not used: the score cannot be checked against it \
            and the statistics leave the unit out. The unit's claim for the criterion still counts.",
        fix: "Ask the unit which number is right; the unit then deletes the extra row or makes both cells the \
            same. To find the earlier place, open the sheet named, press Ctrl+G and type the address of the cell, \
            such as D10.",
        example: "So Giao thong.xlsx: Sheet1 (2)!D10: figure 1.1 – Tổng số cán bộ, công chức says \"52\", and \
            differently at 1. Hạ tầng!D10",
    },
};

/// Two sheets hold the same group.
pub static GROUP_TWICE: Rule = Rule {
    code: "TH221",
    name: "group-twice",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Hai trang tính cùng một nhóm tiêu chí",
        message: "{about} có ở cả trang {expected} và trang {found}, điểm khác nhau",
        advice: "xóa trang thừa; các tiêu chí khác nhau chưa được tính",
        finds: "Hai trang tính đang hiện cùng có các tiêu chí của một nhóm, và từ hai tiêu chí trở lên có điểm tự \
            chấm khác nhau; một ô trống và một ô có số cũng là khác. Cả nhóm chỉ báo một lần, ở trang đứng sau. Chỉ \
            một tiêu chí khác thì báo mã TH206, điểm giống nhau thì không báo, một trong hai trang bị ẩn thì báo mã \
            TH222.",
        why: "Thường là bản nháp, bản chép “(2)” hoặc trang của năm trước còn sót, nhưng không có căn cứ để chọn. \
            Các tiêu chí có điểm khác nhau để trống, không phải 0 điểm; tiêu chí mà hai trang ghi giống nhau vẫn \
            được tính.",
        fix: "Hỏi đơn vị trang nào là bản chính thức. Đơn vị bấm chuột phải vào tên trang thừa, chọn “Xóa” \
            (Delete), lưu rồi gửi lại. Trước khi xóa, xem bảng tổng hợp có công thức lấy số từ trang đó không; nếu \
            có, các ô ấy sẽ thành #REF!.",
        example: "So Giao thong.xlsx: Sheet1 (2): nhóm 1 (Hạ tầng kỹ thuật CNTT) có ở cả trang “1. Hạ tầng” và \
            trang “Sheet1 (2)”, điểm khác nhau",
    },
    en: Page {
        title: "Two sheets hold the same group",
        message: "{about} stands on sheet {expected} and on sheet {found} with different scores",
        advice: "delete the superfluous sheet; the criteria that differ do not count until then",
        finds: "Two visible sheets hold criteria of one group, and two or more of these have different self \
            scores; a blank and a number are different too. There is one finding for the group, on the later \
            sheet. If only one criterion differs, it has TH206; equal scores raise nothing; if one of the sheets \
            is hidden, it has TH222.",
        why: "Mostly it is a draft, a copy named \"(2)\" or a sheet left over from last year, but there are no \
            grounds for choosing. The criteria that differ stay open, they are not 0 points; those on which both \
            sheets agree count.",
        fix: "Ask the unit which sheet is the official one. The unit right-clicks the name of the superfluous \
            sheet, chooses Delete, saves and sends the form again. Before that, see whether formulas of the \
            summary take numbers from it; if they do, those cells will become #REF!.",
        example: "So Giao thong.xlsx: Sheet1 (2): group 1 (Hạ tầng kỹ thuật CNTT) stands on sheet \"1. Hạ tầng\" \
            and on sheet \"Sheet1 (2)\" with different scores",
    },
};

/// Hidden sheet holds scores.
pub static HIDDEN_SHEET: Rule = Rule {
    code: "TH222",
    name: "hidden-sheet",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Trang tính ẩn có điểm",
        message: "trang tính ẩn này có điểm hoặc số liệu khác với trang hiện, hoặc không có ở trang nào khác",
        advice: "kiểm tra trang ẩn; khi cả hai cùng có, trang hiện được tính",
        finds: "Một trang tính ẩn có điểm tự chấm hoặc số liệu khác với trang đang hiện, kể cả khi trang hiện để \
            trống, hoặc có điểm, số liệu mà không trang nào khác có. Mỗi trang ẩn báo một lần. Trang ẩn ghi giống \
            hệt trang hiện, để trống, hoặc chỉ chứa danh mục, ghi chú, thì không báo.",
        why: "Trang hiện được tính, kể cả khi ô điểm ở đó trống; tiêu chí chỉ có ở trang ẩn thì điểm ở trang ẩn \
            được tính. Trang ẩn có thể là bản cũ bị quên, cũng có thể là nơi đơn vị thật sự chấm điểm, và người mở \
            tệp thì không thấy.",
        fix: "Bấm chuột phải vào tên một trang tính bất kỳ, chọn “Bỏ ẩn” (Unhide), chọn trang được nêu rồi so với \
            trang hiện. Nếu trang không có trong danh sách đó, bấm Alt+F11, chọn trang và đổi thuộc tính Visible \
            thành xlSheetVisible. Hỏi đơn vị bản nào đúng; đơn vị xóa trang thừa rồi gửi lại.",
        example: "UBND huyen Dak Ha.xlsx: Ban nhap: trang tính ẩn này có điểm hoặc số liệu khác với trang hiện, hoặc không \
            có ở trang nào khác",
    },
    en: Page {
        title: "Hidden sheet holds scores",
        message: "this hidden sheet holds scores or figures that differ from the visible ones, or that stand nowhere else",
        advice: "look at the hidden sheet; where both have a score, the visible one counts",
        finds: "A hidden sheet has self scores or figures that differ from those of a visible one, even where the \
            visible one is blank, or that stand on no other sheet. There is one finding for each hidden sheet. A \
            hidden sheet that agrees with the visible ones, is blank, or holds only lists and notes, raises nothing.",
        why: "The visible sheet counts, even where its score is blank; a criterion that stands on the hidden sheet \
            only counts from there. The hidden sheet may be an old version that was forgotten, or the place where \
            the unit really scored, and whoever opens the file does not see it.",
        fix: "Right-click the name of any sheet, choose Unhide, choose the sheet named and compare it with the \
            visible one. If it is not in that list, press Alt+F11, select the sheet and set its property Visible \
            to xlSheetVisible. Ask the unit which version is right; the unit deletes the other one and sends the \
            form again.",
        example: "UBND huyen Dak Ha.xlsx: Ban nhap: this hidden sheet holds scores or figures that differ from the \
            visible ones, or that stand nowhere else",
    },
};

/// A second table on the same sheet.
pub static SECOND_TABLE: Rule = Rule {
    code: "TH223",
    name: "second-table",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Có bảng thứ hai trong cùng trang tính",
        message: "ô này thuộc một bảng thứ hai, điểm khác bảng ở trên; bảng ở trên được tính",
        advice: "kiểm tra bảng trên có đúng là bảng của năm đánh giá không",
        finds: "Trên cùng trang tính, bên dưới bảng chấm điểm, có một bảng nữa với dòng tiêu đề riêng, ghi lại các \
            tiêu chí đã có ở trên với điểm tự chấm khác. Mỗi bảng báo một lần, ở ô đầu tiên có điểm khác. Bảng dưới \
            ghi điểm giống hệt, hoặc chứa các tiêu chí khác (mỗi nhóm một bảng), thì không báo.",
        why: "Điểm ở bảng trên được tính; điểm của cùng tiêu chí ở bảng dưới bị bỏ qua. Thường bảng dưới là số năm \
            trước để so sánh, nhưng nếu đơn vị đặt số năm trước lên trên thì điểm đang được tính là điểm cũ. Tiêu \
            chí chỉ có ở bảng dưới vẫn được đọc.",
        fix: "Xem tiêu đề của hai bảng để biết bảng nào là của năm đánh giá. Nếu là bảng trên thì không phải làm \
            gì. Nếu là bảng dưới, đơn vị xóa bảng trên hoặc chuyển sang một tệp khác, không phải sang một trang \
            tính khác, rồi gửi lại.",
        example: "Biểu tự đánh giá - Sở Nội vụ.xlsx: Phiếu tự chấm!F82: ô này thuộc một bảng thứ hai, điểm khác \
            bảng ở trên; bảng ở trên được tính",
    },
    en: Page {
        title: "A second table on the same sheet",
        message: "this cell belongs to a second table, whose scores differ from the one above; the one above counts",
        advice: "check that the table above is the one of the year assessed",
        finds: "On the same sheet, below the score table, there is another one with a header row of its own that \
            repeats criteria of the first with other self scores. There is one finding for each such table, at its \
            first score that differs. A table below with equal scores, or with other criteria (one table for each \
            group), raises nothing.",
        why: "The scores of the table above count; those of the same criteria below are left aside. Mostly the \
            table below is last year's for comparison, but if the unit has put last year's on top, the scores that \
            count are the old ones. Criteria that stand only below are read.",
        fix: "Look at the titles of the two tables to see which is of the year assessed. If it is the one above, \
            there is nothing to do. If it is the one below, the unit deletes the one above or moves it to another \
            file, not to another sheet, and sends the form again.",
        example: "Biểu tự đánh giá - Sở Nội vụ.xlsx: Phiếu tự chấm!F82: this cell belongs to a second table, whose \
            scores differ from the one above; the one above counts",
    },
};

/// A criterion is split over two rows.
pub static ROW_SPLIT: Rule = Rule {
    code: "TH224",
    name: "row-split",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Một tiêu chí bị tách thành hai dòng",
        message: "tên tiêu chí bị tách thành hai dòng; đọc là {expected}",
        advice: "kiểm tra điểm đã đọc có đúng của tiêu chí này không",
        finds: "Tên của một tiêu chí nằm ở hai dòng liền nhau, dòng dưới không có mã, và hai phần ghép lại đúng bằng \
            tên của mẫu; chữ hoa, dấu cách, dấu câu không xét. Thừa hay thiếu một chữ thì không ghép, và mỗi dòng \
            được xét riêng (TH204, TH207, TH208). Chữ xuống dòng trong cùng một ô thì không báo.",
        why: "Tiêu chí được tính, nhưng điểm có thể nằm ở dòng trên hoặc dòng dưới: dòng trên được lấy trước, \
            trống mới lấy dòng dưới. Nếu cả hai dòng đều có số, số ở dòng dưới không được dùng.",
        fix: "Mở ô được nêu và xem điểm đã đọc có đúng của tiêu chí không. Nếu đúng thì không phải làm gì; để \
            không còn cảnh báo, đơn vị chép phần chữ ở dòng dưới lên ô trên rồi xóa dòng dưới. Muốn chữ tự xuống \
            dòng trong một ô thì dùng nút Wrap Text ở thẻ Trang đầu (Home).",
        example: "So Cong thuong.ods: 6. ATTT!F11: tên tiêu chí bị tách thành hai dòng; đọc là 6.3 (Tường lửa, hệ \
            thống phát hiện và phòng chống truy nhập trái phép)",
    },
    en: Page {
        title: "A criterion is split over two rows",
        message: "the text of the criterion is split over two rows; read as {expected}",
        advice: "check that the score read belongs to this criterion",
        finds: "The text of a criterion stands in two rows, one below the other, the lower one without a code, and \
            the two parts together are exactly the form's text; case, spaces and punctuation do not matter. With a \
            word more or less they are not joined, and each row is looked at by itself (TH204, TH207, TH208). A \
            line break within one cell raises nothing.",
        why: "The criterion counts, but its score may stand in the upper or in the lower row: the upper one is \
            taken first, the lower one only if that is blank. If both rows hold a number, the lower one is not \
            used.",
        fix: "Open the cell and see whether the score that was read belongs to the criterion. If it does, there is \
            nothing to do; to end the finding, the unit copies the text of the lower row into the cell above and \
            deletes the lower row. To wrap a text within one cell, use Wrap Text on the tab Home.",
        example: "So Cong thuong.ods: 6. ATTT!F11: the text of the criterion is split over two rows; read as 6.3 \
            (Tường lửa, hệ thống phát hiện và phòng chống truy nhập trái phép)",
    },
};

/// Score cell merged over several criteria.
pub static MERGED_SCORES: Rule = Rule {
    code: "TH225",
    name: "merged-scores",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô điểm bị gộp qua nhiều dòng",
        message: "vùng ô gộp {found} nằm trên nhiều dòng nên không rõ là điểm của dòng nào",
        advice: "bỏ gộp ô và ghi điểm từng dòng; các điểm này chưa được tính",
        finds: "Ô điểm tự chấm bị gộp theo chiều dọc qua dòng của hai tiêu chí trở lên, dù trong ô có số hay không. \
            Gộp ô điểm của một tiêu chí với các dòng số liệu bên dưới, hoặc gộp ô ở các cột khác, thì không báo. \
            Trong bảng kết quả: ô điểm bị gộp qua dòng của hai đơn vị trở lên.",
        why: "Một vùng gộp chỉ giữ một con số. Số đó có thể là điểm của tiêu chí đầu, điểm chung hay tổng của cả \
            vùng, nên không tiêu chí nào trong vùng được tính theo nó. Các tiêu chí để trống, không phải 0 điểm; \
            tiêu chí có điểm thẩm định thì điểm đó được tính.",
        fix: "Đơn vị chọn vùng được nêu, bỏ gộp (Trang đầu > Phối & Căn giữa, Home > Merge & Center), ghi điểm vào \
            từng dòng, kể cả số 0, rồi gửi lại. Trong lúc chờ, có thể ghi điểm từng tiêu chí vào cột “Điểm thẩm \
            định” của phiếu.",
        example: "UBND TP Kon Tum - phieu 2017.xlsx: 6. ATTT!F11: vùng ô gộp F11:F13 nằm trên nhiều dòng \
            nên không rõ là điểm của dòng nào",
    },
    en: Page {
        title: "Score cell merged over several rows",
        message: "the merged range {found} covers several rows, so whose score it is cannot be told",
        advice: "unmerge and write each score; these scores do not count until then",
        finds: "A self score is merged downwards over the rows of two or more criteria, whether the cell holds a \
            number or not. A score merged with the rows of the criterion's own figures, or merged cells in other \
            columns, raise nothing. In a table of results: a number merged over the rows of two or more units.",
        why: "A merged range keeps one number only. It may be the score of the first criterion, one for each, or \
            the sum of all, so none of the criteria counts by it. They stay open, they are not 0 points; where \
            there is an appraised score, that one counts.",
        fix: "The unit selects the range, unmerges it (Home > Merge & Center), writes a score into each row, even \
            if it is 0, and sends the form again. Meanwhile the points of each criterion can be entered in the \
            column \"Điểm thẩm định\" of the form.",
        example: "UBND TP Kon Tum - phieu 2017.xlsx: 6. ATTT!F11: the merged range F11:F13 covers several \
            rows, so whose score it is cannot be told",
    },
};

/// Scores or figures in hidden rows.
pub static HIDDEN_ROWS: Rule = Rule {
    code: "TH226",
    name: "hidden-rows",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dòng điểm hoặc số liệu bị ẩn",
        message: "có điểm hoặc số liệu nằm ở dòng bị ẩn hoặc bị lọc: {found}",
        advice: "bỏ ẩn, bỏ lọc rồi xem các dòng này; điểm vẫn được tính",
        finds: "Trên trang tính có dòng có điểm hoặc số liệu đang bị ẩn bằng tay, bằng bộ lọc hoặc vì chiều cao dòng gần bằng 0. Dòng \
            ẩn khác thì không sao. Trong bảng kết quả, cảnh báo nêu các đơn vị ở dòng ẩn.",
        why: "Người xem phiếu không thấy các điểm này, nhưng công thức SUM vẫn cộng. Điểm ẩn có thể là bản nháp cũ.",
        fix: "Trong Excel chọn cả trang, bấm chuột phải ở số dòng, chọn Unhide; nếu có bộ lọc thì vào Data, Clear. Hỏi đơn vị nếu điểm ở dòng ẩn khác điểm thường.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: có điểm hoặc số liệu nằm ở dòng bị ẩn hoặc bị lọc: 2.3; 2.4",
    },
    en: Page {
        title: "Scores in hidden rows",
        message: "scores or figures stand in rows that are hidden or filtered out: {found}",
        advice: "unhide and unfilter the rows and look at them; the scores count",
        finds: "A sheet has rows with scores or figures that are hidden by hand, by a filter or by a height of almost 0. Other hidden rows are fine. In a table of results the units of such rows are named.",
        why: "Whoever looks at the form does not see these scores, but a SUM adds them. Hidden scores can be an old draft.",
        fix: "In Excel select the whole sheet, right-click a row number and choose Unhide; with a filter choose Data, Clear. Ask the unit if a hidden score looks wrong.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: scores or figures stand in rows that are hidden or filtered out: 2.3; 2.4",
    },
};

/// A picture instead of a table.
pub static PICTURE_INSTEAD: Rule = Rule {
    code: "TH227",
    name: "picture-instead",
    severity: Severity::Error,
    bearing: Bearing::Unread,
    vi: Page {
        title: "Ảnh thay cho bảng",
        message: "trang tính chỉ có ảnh, không có số liệu trong ô",
        advice: "đề nghị đơn vị gửi bảng có số trong ô; ảnh không đọc được",
        finds: "Trang tính có ảnh mà gần như không có ô nào: thường là ảnh chụp hoặc bản quét của bảng. Ảnh con dấu, biểu trưng bên cạnh một bảng thì không sao. Chỉ tệp .xlsx và .xlsm cho biết có ảnh.",
        why: "Số trong ảnh không đọc được và không cộng được, nên nhóm tiêu chí đó để trống, không phải 0 điểm.",
        fix: "Đề nghị đơn vị gửi tệp gốc, hoặc gõ lại số vào mẫu.",
        example: "So Tai chinh.xlsx: 3. Phần mềm!B2: trang tính chỉ có ảnh, không có số liệu trong ô",
    },
    en: Page {
        title: "A picture instead of a table",
        message: "the sheet holds only a picture, no figures in cells",
        advice: "ask the unit for the table with numbers in cells; a picture cannot be read",
        finds: "The sheet has a picture and hardly a cell: mostly a screenshot or a scan of the table. A stamp or a logo beside a table is fine. Only .xlsx and .xlsm files tell of pictures.",
        why: "Numbers in a picture cannot be read or added up, so the criterion group stays open; it is not 0 points.",
        fix: "Ask the unit for the original file, or have the numbers typed into the form.",
        example: "So Tai chinh.xlsx: 3. Phần mềm!B2: the sheet holds only a picture, no figures in cells",
    },
};

/// Score may stand in a comment.
pub static COMMENT_INSTEAD: Rule = Rule {
    code: "TH228",
    name: "comment-instead",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm có thể nằm trong ghi chú của ô",
        message: "ô điểm trống nhưng có ghi chú (comment): {found}",
        advice: "mở ghi chú, ghi điểm vào ô nếu điểm nằm ở đó; tiêu chí chưa được tính",
        finds: "Ô điểm tự chấm bỏ trống, nhưng ô có ghi chú (comment, note) của Excel. Ghi chú ở ô đã có điểm thì \
            không sao. Ô chữ (text box) không được đọc: điểm chỉ ghi ở đó thì ô điểm trống và được báo mã TH302. Tệp \
            .xlsb, trang web và .docx không cho biết có ghi chú.",
        why: "Nội dung ghi chú không được đọc thành điểm. Nếu đơn vị ghi điểm ở đó thì tiêu chí này đang thiếu điểm.",
        fix: "Trong Excel rê chuột lên góc đỏ của ô để đọc ghi chú; ghi điểm vào chính ô đó.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: ô điểm trống nhưng có ghi chú (comment): 2.3",
    },
    en: Page {
        title: "Score may stand in a comment",
        message: "the score cell is blank but has a comment: {found}",
        advice: "open the comment and write the score into the cell if it stands there; the criterion does not count until then",
        finds: "A self score is blank, but its cell has a comment or note of Excel. Comments on cells with a score are fine. Text boxes are not read: where a score stands in one only, its cell is blank and has TH302. Files of the kinds .xlsb and .docx and web pages do not tell of comments.",
        why: "The text of a comment is not read as a score. If the unit wrote it there, this criterion lacks its score.",
        fix: "In Excel point at the red corner of the cell to read the comment; write the score into the cell itself.",
        example: "So Tai chinh.xlsx: 2. Nhân lực!F9: the score cell is blank but has a comment: 2.3",
    },
};

/// Hidden column of scores.
pub static HIDDEN_COLUMN: Rule = Rule {
    code: "TH229",
    name: "hidden-column",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Cột điểm hoặc cột số liệu bị ẩn",
        message: "cột {found} bị ẩn nhưng có điểm hoặc số liệu",
        advice: "bỏ ẩn cột rồi xem lại; các số trong cột vẫn được tính",
        finds: "Cột “Điểm tự chấm”, “Điểm thẩm định” hoặc “Số liệu” của trang tính, hoặc cột điểm của bảng kết quả, bị ẩn hoặc rộng gần bằng 0 mà có \
            số. Mỗi cột báo một lần, ở ô đầu tiên có số. Cột ẩn khác thì không sao.",
        why: "Người xem phiếu không thấy các số này. Cột ẩn có thể là bản cũ, còn số đang thấy ở cột bên cạnh mới là số đơn vị muốn gửi.",
        fix: "Trong Excel chọn hai cột ở hai bên, bấm chuột phải, chọn Unhide. Hỏi đơn vị nếu số trong cột khác số đang thấy.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F8: cột F bị ẩn nhưng có điểm hoặc số liệu",
    },
    en: Page {
        title: "Hidden column of scores or figures",
        message: "column {found} is hidden but holds scores or figures",
        advice: "unhide the column and look at it; the numbers in it count",
        finds: "The column \"Điểm tự chấm\", \"Điểm thẩm định\" or \"Số liệu\" of a sheet, or a column of points in a table of results, is \
            hidden, or has almost no width, and holds numbers. There is one finding for a column, at the first number. Other hidden columns are fine.",
        why: "Whoever looks at the form does not see these numbers. A hidden column can be an old version, and the numbers seen beside it those \
            that the unit means.",
        fix: "In Excel select the columns on both sides, right-click and choose Unhide. Ask the unit if the numbers differ from those that are \
            seen.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!F8: column F is hidden but holds scores or figures",
    },
};
