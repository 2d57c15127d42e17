//! Rules about decisions that do not hold, or that somebody should look at again (`TH8xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// The ground of a decision has changed.
pub static STALE: Rule = Rule {
    code: "TH801",
    name: "decision-stale",
    severity: Severity::Warning,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Quyết định cần xem lại",
        message: "chưa áp dụng quyết định về {about} vì cơ sở đã thay đổi: khi quyết định là {found}; nay là {expected}",
        advice: "xem lại phiếu của đơn vị rồi quyết định ở dòng mới, hoặc xóa quyết định cũ",
        finds: "Một dòng của tệp quyết định dựa trên điểm tự chấm, điểm thẩm định, số liệu, tài liệu kiểm chứng hoặc giải trình \
            mà nay trong phiếu ghi khác: đơn vị đã gửi tệp mới, hoặc ô đã được sửa. Phiếu gửi lại mà ghi y như cũ thì quyết \
            định vẫn được áp dụng và không báo. Quyết định về tệp dựa trên nội dung tệp: tệp được chọn đã thay đổi hoặc không còn, \
            hoặc đơn vị đã gửi thêm tệp khác.",
        why: "Quyết định là về những gì đơn vị ghi lúc đó. Áp dụng cho nội dung khác có thể cho điểm mà không ai định cho, \
            nên tiêu chí được tính như khi chưa có quyết định.",
        fix: "So hai cơ sở nêu trong cảnh báo. Nếu vẫn giữ ý cũ thì quyết định lại ở dòng mới của tệp quyết định (tonghop đã \
            ghi câu hỏi với cơ sở mới); không cần nữa thì xóa ô “Quyết định” (ở trang “Thẩm định khác”: điểm và căn cứ) của \
            dòng cũ.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: chưa áp dụng quyết định về Sở Tài chính: 1.1 (Máy tính) vì cơ sở đã thay đổi: khi quyết định là điểm tự chấm “40”; nay là điểm tự chấm “38”",
    },
    en: Page {
        title: "Decision to be looked at again",
        message: "the decision on {about} was not applied, because its ground has changed: then {found}; now {expected}",
        advice: "look at the unit's form again and decide in the new row, or remove the old decision",
        finds: "A row of a decision workbook rests on a claim, an appraised score, figures, evidence or an explanation of which the \
            form now says something else: the unit sent a new file, or a cell was changed. A form that is sent again and \
            says the same does not raise this, and the decision holds. A decision on files rests on their contents: the chosen \
            file was changed or is gone, or another one of the unit has come.",
        why: "A decision is about what the unit said then. Applied to anything else it could give points that nobody meant to \
            give, so the criterion counts as if nothing had been decided.",
        fix: "Compare the two grounds in the finding. If the decision is to stay, take it again in the new row of the decision \
            workbook (the question stands there with its new ground); if it is not needed, empty \"Quyết định\" (on the \
            sheet \"Thẩm định khác\": points and reason) in the old row.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: the decision on Sở Tài chính: 1.1 (Máy tính) was not applied, because its ground has changed: then điểm tự chấm “40”; now điểm tự chấm “38”",
    },
};

/// A decision that cannot be understood, or lacks what it needs.
pub static MISTYPED: Rule = Rule {
    code: "TH802",
    name: "decision-mistyped",
    severity: Severity::Error,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Quyết định ghi chưa đúng",
        message: "chưa áp dụng quyết định về {about}: {found}",
        advice: "sửa dòng này trong tệp quyết định rồi chạy lại",
        finds: "Một dòng của tệp quyết định không áp dụng được: chữ ở ô “Quyết định” không có trong danh sách, điểm không phải \
            là số hoặc vượt điểm tối đa, số liệu âm hoặc không phải số nguyên, không rõ đơn vị hay tiêu chí, quyết định không hợp với câu hỏi, hoặc điểm, số liệu bị đổi mà \
            thiếu người quyết định hay căn cứ; đơn vị hay tệp ghi ở cột bên cạnh không có; các ô của hai dòng bị lẫn (cột ẩn \
            là câu hỏi khác); ở trang “Thẩm định khác”, điểm đã xóa mà căn cứ còn. Chữ hoa, chữ thường, thiếu dấu thì vẫn hiểu và không báo.",
        why: "Điểm đã có người quyết định nhưng kết quả chưa theo. Đoán thay người quyết định thì sai mà không ai biết.",
        fix: "Sửa đúng ô được nêu. Điểm khác với điểm đang tính chỉ được áp dụng khi có người quyết định và căn cứ.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: chưa áp dụng quyết định về Sở Tài chính: 1.1 (Máy tính): thiếu người quyết định (ô K8)",
    },
    en: Page {
        title: "Decision mistyped",
        message: "the decision on {about} was not applied: {found}",
        advice: "mend this row of the decision workbook and run again",
        finds: "A row of a decision workbook cannot be applied: \"Quyết định\" holds words that are not in its list, the points are no \
            number or above the maximum, the unit or the criterion is not clear, the decision does not answer the question, or \
            points are changed without who decides it or why; there is no such unit or file as is named beside; cells of two rows \
            were mixed up (the hidden column is another question); on \"Thẩm định khác\" the points were emptied and the reason was \
            not. Capitals and missing diacritics are understood and do not raise \
            this.",
        why: "Somebody has decided, and the result does not follow. To guess in their place would be wrong without anybody \
            knowing.",
        fix: "Mend the cell that is named. Other points than those that count now are applied only with who decided it and why.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: the decision on Sở Tài chính: 1.1 (Máy tính) was not applied: nobody is named as who decided it (cell K8)",
    },
};

/// Two decisions on one thing.
pub static CONTRADICTORY: Rule = Rule {
    code: "TH803",
    name: "decisions-contradictory",
    severity: Severity::Error,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Hai quyết định mâu thuẫn",
        message: "chưa áp dụng quyết định về {about}: {found}, còn {expected}",
        advice: "giữ một quyết định, xóa ô quyết định ở dòng kia rồi chạy lại",
        finds: "Hai dòng của các tệp quyết định cho cùng một điểm hoặc số liệu hai kết quả khác nhau, hoặc trả lời cùng một câu hỏi theo hai \
            cách. Cả hai ô đều được nêu. Hai dòng cho cùng một kết quả thì không báo.",
        why: "Không biết quyết định nào là quyết định sau cùng, nên không áp dụng quyết định nào.",
        fix: "Hỏi những người đã quyết định, giữ một dòng và xóa ô “Quyết định” (ở trang “Thẩm định khác”: điểm và căn cứ) của \
            dòng kia.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: chưa áp dụng quyết định về Sở Tài chính: 1.1 (Máy tính): ở đây là điểm thẩm định 38, còn ở phieu-quyet-dinh.xlsx: Thẩm định khác!D5 là điểm thẩm định 36",
    },
    en: Page {
        title: "Two decisions contradict each other",
        message: "the decision on {about} was not applied: {found}, but {expected}",
        advice: "keep one decision, empty the other row's, and run again",
        finds: "Two rows of the decision workbooks give one score or one figure two results, or answer one question in two ways. Both cells \
            are named. Two rows that come to the same do not raise this.",
        why: "Which of them is the last word cannot be told, so neither is applied.",
        fix: "Ask those who decided, keep one row and empty \"Quyết định\" (on the sheet \"Thẩm định khác\": points and reason) in the other.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: the decision on Sở Tài chính: 1.1 (Máy tính) was not applied: here it is appraised points 38, but in phieu-quyet-dinh.xlsx: Thẩm định khác!D5 appraised points 36",
    },
};

/// A free decision that does not say what it rests on.
pub static WITHOUT_GROUND: Rule = Rule {
    code: "TH804",
    name: "decision-without-ground",
    severity: Severity::Info,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Quyết định không ghi lúc đó phiếu ghi gì",
        message: "đã áp dụng quyết định về {about}, nhưng dòng này không ghi khi quyết định phiếu ghi gì; nay phiếu ghi {expected}",
        advice: "không phải làm gì nếu quyết định vẫn đúng; ghi điểm hoặc số liệu của phiếu vào cột “Phiếu ghi” để lần sau biết khi phiếu thay đổi",
        finds: "Một dòng của trang “Thẩm định khác” có điểm hoặc số liệu mà ô “Phiếu ghi” để trống. Ô ấy thường có công thức tự lấy từ phiếu; \
            nó trống khi công thức bị xóa hoặc tệp được ghi bằng chương trình không tính công thức.",
        why: "Không biết quyết định dựa trên điểm hay số liệu nào của phiếu, nên nếu đơn vị gửi tệp mới thì quyết định vẫn được áp dụng mà \
            không ai được báo.",
        fix: "Ghi vào ô “Phiếu ghi” điểm hoặc số liệu mà phiếu ghi khi quyết định.",
        example: "phieu-quyet-dinh.xlsx: Thẩm định khác!D5: đã áp dụng quyết định về Sở Tài chính: 1.1 (Máy tính), nhưng dòng này không ghi khi quyết định phiếu ghi gì; nay phiếu ghi “40”",
    },
    en: Page {
        title: "Decision without what it rests on",
        message: "the decision on {about} was applied, but its row does not say what the form said when it was taken; now it says {expected}",
        advice: "nothing to do if the decision still holds; write what the form says into \"Phiếu ghi\", so that a change shows next time",
        finds: "A row of the sheet \"Thẩm định khác\" has points or a figure and nothing in \"Phiếu ghi\". A formula fills that cell in; it is \
            blank where the formula was removed, or where a program saved the file that does not work formulas out.",
        why: "Nobody knows which claim or figure the decision was about, so when the unit sends another file it holds and nobody is told.",
        fix: "Write into \"Phiếu ghi\" what the form said when it was decided.",
        example: "phieu-quyet-dinh.xlsx: Thẩm định khác!D5: the decision on Sở Tài chính: 1.1 (Máy tính) was applied, but its row does not say what the form said when it was taken; now it says \"40\"",
    },
};

/// What counts without the decision is not what it was.
pub static RESULT_CHANGED: Rule = Rule {
    code: "TH805",
    name: "counted-otherwise-then",
    severity: Severity::Warning,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Điểm đang tính đã khác lúc quyết định",
        message: "quyết định về {about} vẫn được áp dụng, nhưng khi quyết định điểm đang tính là {found}, nay là {expected} dù phiếu không đổi",
        advice: "xem quyết định có còn đúng không; điểm thay đổi vì bộ tiêu chí, thiết lập của đợt hoặc phiên bản chương trình",
        finds: "Phiếu vẫn ghi như lúc quyết định, nhưng điểm được tính nếu không có quyết định đã khác với cột “Đang tính” của \
            dòng.",
        why: "Người quyết định đã so với một điểm khác. Giữ nguyên hay lấy điểm tính lại có thể không còn là điều họ muốn.",
        fix: "Xem lại dòng được nêu. Nếu vẫn đúng thì sửa cột “Đang tính” thành điểm hiện nay để không báo nữa.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: quyết định về Sở Tài chính: 1.1 (Máy tính) vẫn được áp dụng, nhưng khi quyết định điểm đang tính là 40, nay là 38 dù phiếu không đổi",
    },
    en: Page {
        title: "Other points counted when it was decided",
        message: "the decision on {about} is still applied, but {found} counted when it was taken and {expected} would now, though the form says the same",
        advice: "see whether the decision still holds; the scheme, the settings or the version of the program changed the points",
        finds: "The form says what it said when the decision was taken, but what would count without it is not what the row says in \
            \"Đang tính\".",
        why: "Whoever decided compared with other points. To keep them, or to take the computed ones, may not be what was meant.",
        fix: "Look at the row again. If it still holds, write what counts now into \"Đang tính\".",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: the decision on Sở Tài chính: 1.1 (Máy tính) is still applied, but 40 counted when it was taken and 38 would now, though the form says the same",
    },
};

/// A decision workbook that cannot be read.
pub static UNREADABLE: Rule = Rule {
    code: "TH806",
    name: "decisions-unreadable",
    severity: Severity::Error,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Tệp quyết định không đọc được",
        message: "không đọc được tệp quyết định nên chưa áp dụng quyết định nào trong đó: {found}",
        advice: "mở tệp bằng Excel, lưu lại dạng .xlsx rồi chạy lại",
        finds: "Tệp có tên như tệp quyết định, nằm cạnh thư mục phiếu hoặc được nêu bằng --decisions, nhưng bị hỏng, có mật khẩu, \
            thiếu một trang tính, hoặc không có bảng với các cột “Đơn vị”, “Tiêu chí” và “Quyết định” (hay “Điểm”).",
        why: "Những gì đã quyết định trong tệp không có trong kết quả này.",
        fix: "Mở tệp, bỏ mật khẩu, khôi phục hàng tiêu đề nếu đã bị xóa, lưu dạng .xlsx. Nếu tệp không phải tệp quyết định thì \
            đổi tên.",
        example: "phieu-quyet-dinh.xlsx: không đọc được tệp quyết định nên chưa áp dụng quyết định nào trong đó: không có bảng quyết định nào",
    },
    en: Page {
        title: "Decision workbook cannot be read",
        message: "this decision workbook cannot be read, so nothing that was decided in it is applied: {found}",
        advice: "open it in Excel, save it as .xlsx and run again",
        finds: "A file beside the folder has the name of a decision workbook, or was named by --decisions, and is damaged or locked, \
            lacks a sheet, or has no table with the columns \"Đơn vị\", \"Tiêu chí\" and \"Quyết định\" (or \"Điểm\").",
        why: "What was decided in it is not in this result.",
        fix: "Open the file, remove its password, bring the row of headings back if it was removed, save it as .xlsx. If it is no \
            decision workbook, give it another name.",
        example: "phieu-quyet-dinh.xlsx: this decision workbook cannot be read, so nothing that was decided in it is applied: there is no table of decisions",
    },
};

/// A decision that nothing asks for any more.
pub static NOT_NEEDED: Rule = Rule {
    code: "TH807",
    name: "decision-not-needed",
    severity: Severity::Info,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Quyết định không còn cần",
        message: "quyết định về {about} không còn cần: {found}",
        advice: "không phải làm gì; có thể để nguyên dòng này",
        finds: "Một dòng của tệp quyết định trả lời câu hỏi mà nay không còn: đơn vị đã sửa phiếu nên cảnh báo không còn, hoặc một \
            dòng khác đã quyết định cùng việc ấy như vậy.",
        why: "Quyết định không thay đổi kết quả; nêu ra để số dòng đã ghi và số dòng được áp dụng khớp nhau.",
        fix: "Không phải làm gì. Nếu muốn điểm vẫn theo quyết định này, ghi vào trang “Thẩm định khác”.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: quyết định về Sở Tài chính: 1.1 (Máy tính) không còn cần: cảnh báo TH403 không còn",
    },
    en: Page {
        title: "Decision no longer needed",
        message: "the decision on {about} is no longer needed: {found}",
        advice: "nothing to do; the row may stay as it is",
        finds: "A row of a decision workbook answers what nobody asks any more: the unit has mended its form and the finding is \
            gone, or another row has decided the same thing in the same way.",
        why: "It changes nothing in the result; it is told so that rows written and rows applied add up.",
        fix: "Nothing to do. If the score is to follow it all the same, write it on the sheet \"Thẩm định khác\".",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G8: the decision on Sở Tài chính: 1.1 (Máy tính) is no longer needed: finding TH403 is gone",
    },
};

/// A decision workbook among the returns.
pub static AMONG_RETURNS: Rule = Rule {
    code: "TH808",
    name: "decisions-among-returns",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp quyết định nằm trong thư mục phiếu",
        message: "tệp quyết định nằm lẫn với phiếu nên không được áp dụng",
        advice: "nếu là của mình thì chuyển ra cạnh thư mục phiếu, hoặc chạy lại với --decisions và tên tệp; nếu không, hỏi ai gửi",
        finds: "Có một tệp quyết định của tonghop trong thư mục phiếu. Tệp này không phải phiếu; quyết định chỉ được đọc ở tệp nằm \
            cạnh thư mục phiếu hoặc được nêu bằng --decisions.",
        why: "Thư mục phiếu chứa những gì người khác gửi; một tệp gửi kèm có thể đổi điểm của mọi đơn vị. Nếu tệp là của người \
            thẩm định thì lần chạy này chưa theo các quyết định trong đó.",
        fix: "Nếu là tệp của mình: chuyển ra cạnh thư mục phiếu rồi chạy lại. Nếu không: hỏi đơn vị đã gửi.",
        example: "quyet-dinh.xlsx: tệp quyết định nằm lẫn với phiếu nên không được áp dụng",
    },
    en: Page {
        title: "Decision workbook among the returns",
        message: "a decision workbook lies among the returns and is not applied",
        advice: "if it is yours, move it beside the folder or run again with --decisions and the file; if not, ask who sent it",
        finds: "There is a decision workbook of tonghop among the returns. It is no return; decisions are read only from a file \
            beside the folder, or one that --decisions names.",
        why: "The folder of returns holds what others sent, and a file among it could change every unit's scores. If it is the \
            appraiser's own, this run did not follow it.",
        fix: "If it is yours, move it beside the folder and run again. If not, ask the unit that sent it.",
        example: "quyet-dinh.xlsx: a decision workbook lies among the returns and is not applied",
    },
};

/// Points given for a sum are not what the sum is off by.
pub static SUM_NOT_MET: Rule = Rule {
    code: "TH809",
    name: "sum-not-met",
    severity: Severity::Warning,
    bearing: Bearing::OfDecision,
    vi: Page {
        title: "Điểm quyết định cho tổng không bằng phần lệch",
        message: "quyết định về {about}: các tiêu chí nhận {found} điểm, còn phần lệch là {expected}",
        advice: "kiểm tra cột “Điểm”: đó là điểm của tiêu chí sau khi sửa, không phải phần lệch; để trống thì phần lệch được cộng vào",
        finds: "Một tổng của đơn vị không khớp và được quyết định bằng “điểm thẩm định”, nhưng điểm mà các tiêu chí trong tổng ấy \
            nhận thêm theo các quyết định về tổng không bằng phần lệch: gõ phần lệch vào ô điểm của tiêu chí, hoặc cả tổng của nhóm \
            lẫn tổng điểm cùng được cộng phần lệch.",
        why: "Quyết định vẫn được áp dụng, nhưng tổng sau đó không phải là tổng đơn vị ghi; phần lệch có thể bị tính hai lần hoặc mất điểm.",
        fix: "Sửa cột “Điểm”, hoặc xóa bớt một trong hai quyết định, rồi chạy lại. Nếu đúng là muốn như vậy thì không phải làm gì.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G5: quyết định về Sở Tài chính: Tổng điểm: các tiêu chí nhận -22,5 điểm, còn \
            phần lệch là 2,5",
    },
    en: Page {
        title: "Points decided for a sum are not its difference",
        message: "the decision on {about}: criteria get {found} points, but the difference is {expected}",
        advice: "look at the column \"Điểm\": it is the criterion's score once it is mended, not the difference; left empty, the difference is added",
        finds: "A sum of a unit does not add up and is decided by appraised points, but what the criteria in it get by decisions on \
            sums is not the difference: the difference was typed as the score of the criterion, or the sum of a group and the total \
            were both given it.",
        why: "The decision holds, but the sum is then not what the unit states; the difference may count twice, or points be lost.",
        fix: "Mend the column \"Điểm\", or empty one of the two decisions, and run again. If it is meant, there is nothing to do.",
        example: "phieu-quyet-dinh.xlsx: Câu hỏi!G5: the decision on Sở Tài chính: Tổng điểm: criteria get -22.5 points, but the \
            difference is 2.5",
    },
};
