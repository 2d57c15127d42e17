//! Rules about options that stand as rows below their criterion, of which one is ticked (`TH34x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Two options ticked.
pub static SEVERAL_TICKED: Rule = Rule {
    code: "TH340",
    name: "several-options-ticked",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chọn nhiều phương án",
        message: "tiêu chí {about} chọn cả “{found}” và “{expected}”",
        advice: "hỏi đơn vị chọn phương án nào; tiêu chí chưa được tính",
        finds: "Dưới một tiêu chí có hai dòng phương án trở lên được đánh dấu, hoặc được ghi điểm. Một dấu ✓ hay ☑ \
            đứng cùng dấu x ở tất cả các dòng còn lại là một phương án được chọn và không báo; số 0 ở các dòng không \
            chọn cũng vậy.",
        why: "Mỗi tiêu chí chỉ được một phương án. Lấy dòng đầu hay dòng cao điểm đều là đoán, nên tiêu chí để trống \
            cho đến khi rõ.",
        fix: "Hỏi đơn vị, rồi đơn vị xóa dấu ở dòng không chọn và gửi lại.",
        example: "Phường 1 Bảo Lộc.xlsx: Phiếu chấm điểm!D42: tiêu chí II.3 (Xin lỗi tổ chức, cá nhân khi trễ hạn) \
            chọn cả “Không đầy đủ” và “100% hồ sơ trễ hạn có thư xin lỗi”",
    },
    en: Page {
        title: "Several options chosen",
        message: "criterion {about} has both \"{found}\" and \"{expected}\" chosen",
        advice: "ask the unit which of them it means; the criterion does not count until then",
        finds: "Two or more options below a criterion are ticked, or have points written on them. One ✓ or ☑ with an \
            x on all other rows is one option and raises nothing, and so are zeros on the others.",
        why: "A criterion has one option. To take the first or the best would be a guess, so the criterion stays open \
            until it is settled.",
        fix: "Ask the unit, which then takes the mark off the option that does not apply and sends the form again.",
        example: "Phường 1 Bảo Lộc.xlsx: Phiếu chấm điểm!D42: criterion II.3 (Xin lỗi tổ chức, cá nhân khi trễ hạn) \
            has both \"Không đầy đủ\" and \"100% hồ sơ trễ hạn có thư xin lỗi\" chosen",
    },
};

/// No option ticked.
pub static NONE_TICKED: Rule = Rule {
    code: "TH341",
    name: "no-option-ticked",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chưa chọn phương án nào",
        message: "tiêu chí {about} chưa chọn phương án nào",
        advice: "hỏi đơn vị; không chọn không có nghĩa là 0 điểm",
        finds: "Tiêu chí chấm theo phương án mà không dòng phương án nào được đánh dấu hay ghi điểm, và ô điểm của \
            chính tiêu chí cũng trống. Phương án 0 điểm được đánh dấu là 0 điểm và không báo.",
        why: "Có thể đơn vị quên, hoặc dấu nằm ở cột khác. Tiêu chí để trống, tổng điểm là tạm tính kèm khoảng điểm \
            còn có thể.",
        fix: "Hỏi đơn vị rồi đơn vị đánh dấu một dòng, kể cả dòng 0 điểm. Nếu dấu nằm ở cột mà chương trình chưa \
            nhận ra, ghi tiêu đề của cột đó vào [columns] của campaign.toml, khóa tick. Nếu tiêu chí không áp dụng \
            cho đơn vị, thêm mục [[exempt]] với unit, criterion và reason vào campaign.toml.",
        example: "Don Duong.xlsx: Phiếu chấm điểm!D9: tiêu chí I.1.a (Thời gian ban hành) chưa chọn phương án nào",
    },
    en: Page {
        title: "No option chosen",
        message: "criterion {about} has no option chosen",
        advice: "ask the unit; no tick is not 0 points",
        finds: "A criterion that is scored by options has no row ticked and no points written on one, and its own \
            score is blank as well. A ticked option of 0 points is 0 and raises nothing.",
        why: "It may be forgotten, or the ticks stand in another column. The criterion stays open and the total is \
            provisional, with the range that is still possible.",
        fix: "Ask the unit, which then ticks a row, even if it is worth 0. If the ticks stand in a column that is not \
            recognised, write its heading into [columns] of campaign.toml, key tick. If the criterion does not apply \
            to the unit, add an [[exempt]] with unit, criterion and reason to campaign.toml.",
        example: "Don Duong.xlsx: Phiếu chấm điểm!D9: criterion I.1.a (Thời gian ban hành) has no option chosen",
    },
};

/// Points that are not the option's.
pub static OTHER_POINTS: Rule = Rule {
    code: "TH342",
    name: "points-not-of-the-option",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm không phải của phương án",
        message: "tiêu chí {about} ghi {found} ở dòng của phương án {expected} điểm",
        advice: "hỏi đơn vị chọn phương án nào; tiêu chí chưa được tính",
        finds: "Trên dòng của một phương án có một số khác với điểm của phương án đó, như 1 ở dòng 2 điểm, hoặc 0 ở \
            dòng 2 điểm mà không dòng nào khác được chọn.",
        why: "Số đó có thể là dấu chọn, có thể là điểm chấm lệch hoặc nằm nhầm dòng. Không rõ đơn vị định chọn phương \
            án nào, nên tiêu chí để trống.",
        fix: "Hỏi đơn vị, rồi đơn vị đánh dấu x hoặc ghi đúng điểm của phương án ở một dòng.",
        example: "PAR INDEX GTVT.xlsx: Bảng chấm điểm!E12: tiêu chí 1.1.1 (Ban hành kế hoạch CCHC năm) ghi 2 ở dòng của \
            phương án 1 điểm",
    },
    en: Page {
        title: "Points not of the option",
        message: "criterion {about} has {found} on the row of an option of {expected} points",
        advice: "ask the unit which option it means; the criterion does not count until then",
        finds: "The row of an option holds another number than the option's points, such as 1 on a row of 2 points, or \
            0 on a row of 2 points while no other row is chosen.",
        why: "It may be a mark, a score between the options, or stand on the wrong row. Which option is meant is not \
            clear, so the criterion stays open.",
        fix: "Ask the unit, which then ticks one row with x or writes the option's own points on it.",
        example: "PAR INDEX GTVT.xlsx: Bảng chấm điểm!E12: criterion 1.1.1 (Ban hành kế hoạch CCHC năm) has 2 on the row \
            of an option of 1 points",
    },
};

/// Tick and score disagree.
pub static TICK_DISAGREES: Rule = Rule {
    code: "TH343",
    name: "tick-and-score-disagree",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dấu chọn và điểm trái nhau",
        message: "tiêu chí {about} tự chấm {found}, nhưng phương án được chọn ở đây là {expected} điểm",
        advice: "hỏi đơn vị bên nào đúng; tiêu chí chưa được tính",
        finds: "Ô điểm của tiêu chí ghi một số, và dòng phương án được đánh dấu có số điểm khác. Cảnh báo đặt ở ô đánh \
            dấu. Hai bên bằng nhau, hoặc chỉ một bên có, thì không báo.",
        why: "Không có căn cứ để chọn một trong hai, nên tiêu chí để trống, không phải 0 điểm.",
        fix: "Hỏi đơn vị, rồi đơn vị sửa điểm hoặc dời dấu cho khớp nhau.",
        example: "SXD.xlsx: Bảng chấm điểm!E12: tiêu chí 1.1.1 (Ban hành kế hoạch CCHC năm) tự chấm 1, nhưng phương án \
            được chọn ở đây là 0,5 điểm",
    },
    en: Page {
        title: "Tick and score disagree",
        message: "criterion {about} claims {found}, but the option chosen here has {expected} points",
        advice: "ask the unit which is right; the criterion does not count until then",
        finds: "The score cell of the criterion holds a number, and the option that is ticked has other points. The \
            finding stands at the tick. If both agree, or only one of them is there, nothing is raised.",
        why: "There are no grounds for choosing one of them, so the criterion stays open; it is not 0 points.",
        fix: "Ask the unit, which then corrects the score or moves the tick.",
        example: "SXD.xlsx: Bảng chấm điểm!E12: criterion 1.1.1 (Ban hành kế hoạch CCHC năm) claims 1, but the option \
            chosen here has 0.5 points",
    },
};

/// A ticked row that is no option.
pub static NO_OPTION: Rule = Rule {
    code: "TH344",
    name: "ticked-row-is-no-option",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dòng được chọn không có trong bộ tiêu chí",
        message: "tiêu chí {about} chọn dòng {found}, không phải phương án nào của bộ tiêu chí",
        advice: "đối chiếu dòng này với mẫu; tiêu chí chưa được tính",
        finds: "Giữa các dòng phương án của một tiêu chí có một dòng được đánh dấu hoặc ghi điểm mà nội dung không phải \
            phương án nào, cũng không đủ giống một phương án cùng số điểm đứng đúng chỗ đó.",
        why: "Đơn vị có thể đã viết lại phương án hoặc thêm phương án của mình. Không biết dòng đó bao nhiêu điểm, nên \
            tiêu chí để trống.",
        fix: "Đơn vị đánh dấu một phương án của mẫu. Nếu nhiều đơn vị ghi phương án theo cách khác, thêm cách ghi đó vào \
            aliases của phương án trong bộ tiêu chí (scheme.toml).",
        example: "Phan Thiet.xlsx: Phiếu chấm điểm!D26: tiêu chí I.3 (Sáng kiến trong cải cách hành chính) chọn dòng “Đang \
            xây dựng sáng kiến”, không phải phương án nào của bộ tiêu chí",
    },
    en: Page {
        title: "Row chosen is no option",
        message: "criterion {about} has the row {found} chosen, which is none of the scheme's options",
        advice: "compare the row with the form; the criterion does not count until then",
        finds: "Among the options of a criterion a row is ticked, or has points, whose text is none of them, nor like \
            enough to one of the same points in its place.",
        why: "The unit may have reworded an option or added one of its own. How many points it is worth is not known, so \
            the criterion stays open.",
        fix: "The unit ticks an option of the form. If many units word an option otherwise, add that to the aliases of the \
            option in the scheme (scheme.toml).",
        example: "Phan Thiet.xlsx: Phiếu chấm điểm!D26: criterion I.3 (Sáng kiến trong cải cách hành chính) has the row \
            \"Đang xây dựng sáng kiến\" chosen, which is none of the scheme's options",
    },
};

/// An option that is worth something else in the form.
pub static OTHER_WORTH: Rule = Rule {
    code: "TH345",
    name: "option-worth-otherwise",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phương án ghi điểm khác bộ tiêu chí",
        message: "tiêu chí {about}: phương án được chọn ghi {found} điểm, bộ tiêu chí là {expected}",
        advice: "kiểm tra đơn vị dùng đúng mẫu không; tiêu chí chưa được tính",
        finds: "Dòng phương án được chọn nêu số điểm (ở cuối nội dung hoặc ở cột điểm tối đa) khác với bộ tiêu chí.",
        why: "Đơn vị chấm theo thang điểm khác, có thể trên mẫu cũ, hoặc đã sửa mẫu. Điểm không quy đổi được nên tiêu chí \
            để trống.",
        fix: "Nếu bộ tiêu chí sai, sửa points của phương án trong scheme.toml. Nếu phiếu sai, đơn vị chấm lại trên mẫu \
            đúng.",
        example: "Don Duong.xlsx: Phiếu chấm điểm!D10: tiêu chí I.1.a (Thời gian ban hành): phương án được chọn ghi 3 điểm, \
            bộ tiêu chí là 2",
    },
    en: Page {
        title: "Option worth something else",
        message: "criterion {about}: the option chosen says {found} points, the scheme says {expected}",
        advice: "check that the unit used the right form; the criterion does not count until then",
        finds: "The row of the option chosen states other points, at the end of its text or under the maximum, than the \
            scheme.",
        why: "The unit scored on another scale, perhaps in an older form, or changed the form. The points cannot be \
            converted, so the criterion stays open.",
        fix: "If the scheme is wrong, correct the option's points in scheme.toml. If the form is wrong, the unit scores \
            again in the right one.",
        example: "Don Duong.xlsx: Phiếu chấm điểm!D10: criterion I.1.a (Thời gian ban hành): the option chosen says 3 \
            points, the scheme says 2",
    },
};

/// Both answers marked.
pub static BOTH_ANSWERS: Rule = Rule {
    code: "TH348",
    name: "both-answers-marked",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đánh dấu cả Có và Không",
        message: "tiêu chí {about} đánh dấu cả “{found}” và “{expected}”",
        advice: "hỏi đơn vị trả lời thế nào; câu trả lời này chưa được dùng, điểm ghi bên cạnh (nếu có) vẫn được tính",
        finds: "Ở cả hai cột “Có” và “Không” của một tiêu chí đều có dấu. Một dấu ✓ đứng cạnh dấu x hoặc ✗ là một câu trả lời và không báo.",
        why: "Chọn một trong hai là đoán, nên câu trả lời để trống. Phiếu có cột điểm thì điểm đơn vị tự chấm được tính như thường, chỉ là không có câu trả lời để đối chiếu; phiếu không có cột điểm thì tiêu chí chưa được tính.",
        fix: "Hỏi đơn vị, rồi đơn vị xóa dấu ở cột không đúng và gửi lại.",
        example: "So Xay dung.xlsx: Phiếu!E7: tiêu chí I.1 (Có cổng thông tin điện tử) đánh dấu cả “Không” và “Có”",
    },
    en: Page {
        title: "Yes and no both marked",
        message: "criterion {about} has both \"{found}\" and \"{expected}\" marked",
        advice: "ask the unit which it means; the answer is not used until then, points beside it count as ever",
        finds: "Both columns, \"Có\" and \"Không\", hold a mark for one criterion. One ✓ beside an x or a ✗ is one answer and raises nothing.",
        why: "To take one of them would be a guess, so there is no answer. Where the form has a column of points the unit's own count, and there is \
            only nothing to hold them against; where it has none the criterion stays open.",
        fix: "Ask the unit, which then takes the wrong mark off and sends the form again.",
        example: "So Xay dung.xlsx: Phiếu!E7: criterion I.1 (Có cổng thông tin điện tử) has both \"Không\" and \"Có\" marked",
    },
};

/// An answer where the score would be.
pub static ANSWER_WITHOUT_POINTS: Rule = Rule {
    code: "TH354",
    name: "answer-without-points",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Câu trả lời chưa được tính điểm",
        message: "tiêu chí {about} ghi {found}, không ghi điểm; câu trả lời này chưa được tính điểm",
        advice: "ở trang Tiêu chí, ghi điểm của từng phương án và “có” ở cột “Điểm theo số liệu”; câu trả lời không có trong các phương án thì hỏi đơn vị",
        finds: "Phiếu không có cột điểm: đơn vị trả lời bằng chữ hoặc chọn một mức ở dòng tiêu chí, và bộ tiêu chí không lấy điểm theo \
            câu trả lời (cột “Điểm theo số liệu”, by_figures). Ô không ghi gì thì báo mã TH302.",
        why: "Câu trả lời đọc được nhưng mỗi câu được bao nhiêu điểm thì chỉ quy định của đợt đánh giá mới biết. Chưa ghi điểm thì \
            tiêu chí chưa được tính, không phải 0 điểm.",
        fix: "Mở tệp đợt đánh giá, trang Tiêu chí: ghi điểm tối đa của tiêu chí, điểm của từng phương án bên dưới và “có” ở cột \
            “Điểm theo số liệu” (scheme.toml: points và by_figures = true), rồi chạy lại. Không phải hỏi lại đơn vị.",
        example: "So Y te.docx: Bảng 1!D3: tiêu chí 1.2 (Báo cáo định kỳ) ghi “Đạt”, không ghi điểm; câu trả lời này chưa được tính điểm",
    },
    en: Page {
        title: "Answer without points",
        message: "criterion {about} says {found} and no score; the answer has no points yet",
        advice: "on the sheet of criteria write the points of each option and \"có\" under \"Điểm theo số liệu\"; of an answer that is no option ask the unit",
        finds: "The form has no column of scores: the unit answers in words or chooses a level in the row of the criterion, and the scheme does \
            not take points from the answer (\"Điểm theo số liệu\", by_figures). A cell that says nothing has TH302.",
        why: "The answer can be read, and how many points it is worth only the rules of the campaign know. Until they are written down the \
            criterion does not count, which is not 0 points.",
        fix: "Open the campaign workbook at its sheet of criteria: write the maximum of the criterion, the points of each option below it and \
            \"có\" under \"Điểm theo số liệu\" (scheme.toml: points and by_figures = true), and run again. No unit has to be asked.",
        example: "So Y te.docx: Bảng 1!D3: criterion 1.2 (Báo cáo định kỳ) says \"Đạt\" and no score; the answer has no points yet",
    },
};
