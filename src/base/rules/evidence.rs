//! Rules about the grounds of a score: evidence, explanations and appraisal (`TH409` to `TH412`, `TH417`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Points claimed without evidence.
pub static NO_EVIDENCE: Rule = Rule {
    code: "TH409",
    name: "no-evidence",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm không có tài liệu kiểm chứng",
        message: "có điểm tự chấm nhưng không có tài liệu kiểm chứng và giải trình: {expected}",
        advice: "đề nghị đơn vị bổ sung tài liệu; điểm tự chấm đang được tính",
        finds: "Các tiêu chí tự chấm lớn hơn 0 mà ô “Tài liệu kiểm chứng” và ô “Giải trình” đều trống; mỗi đơn vị \
            một cảnh báo liệt kê các tiêu chí. Chỉ báo khi phiếu có cột tài liệu kiểm chứng và có ít nhất một ô ở \
            cột đó được điền. Ô có chữ gì cũng coi là có tài liệu: chương trình không mở và không đánh giá tài liệu.",
        why: "Điểm không có căn cứ thì khó bảo vệ khi có ý kiến, và là chỗ cần thẩm định trước. Điểm tự chấm vẫn \
            được tính. Phiếu bỏ trống cả cột thì có thể tài liệu gửi theo cách khác, nên không báo.",
        fix: "Gửi đơn vị danh sách tiêu chí và đề nghị ghi số, ký hiệu, ngày của văn bản vào cột “Tài liệu kiểm \
            chứng”, hoặc lý do vào “Giải trình”. Nếu không có căn cứ, người thẩm định ghi điểm được chấp nhận vào \
            cột “Điểm thẩm định” kèm lý do.",
        example: "Phieu danh gia - So Ngoai vu.xlsx: có điểm tự chấm nhưng không có tài liệu kiểm chứng và giải \
            trình: 1.2; 4.1; 4.3",
    },
    en: Page {
        title: "Points claimed without evidence",
        message: "points are claimed without evidence or explanation: {expected}",
        advice: "ask the unit for documents; the claims count for now",
        finds: "Criteria with a claim above 0 have nothing under \"Tài liệu kiểm chứng\" and nothing under \"Giải \
            trình\"; there is one finding for each unit, which lists them. It is raised only if the form has a \
            column of evidence and at least one cell of it is filled in. Any words count as evidence: the program \
            does not open or judge documents.",
        why: "Points without grounds are hard to defend when they are questioned, and are the first to appraise. \
            The claims count. Where the whole column is blank, documents may have been sent in another way, so \
            nothing is raised.",
        fix: "Send the unit the list and ask for number and date of the documents under \"Tài liệu kiểm chứng\", \
            or for reasons under \"Giải trình\". If there are no grounds, the appraiser enters the points accepted \
            in the column \"Điểm thẩm định\" with the reason.",
        example: "Phieu danh gia - So Ngoai vu.xlsx: points are claimed without evidence or explanation: 1.2; 4.1; \
            4.3",
    },
};

/// Evidence of another year.
pub static EVIDENCE_OTHER_YEAR: Rule = Rule {
    code: "TH410",
    name: "evidence-other-year",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tài liệu kiểm chứng của năm khác",
        message: "tiêu chí {about}: tài liệu ghi {found}, năm đánh giá là {expected}",
        advice: "xem tài liệu có còn hiệu lực trong năm đánh giá không",
        finds: "Ô “Tài liệu kiểm chứng” có ngày ghi đủ ngày/tháng/năm, như 15/03/2015, và không ngày nào thuộc năm \
            đánh giá hoặc năm liền sau. Chỉ cần một ngày thuộc hai năm đó là không báo. Năm trong số hiệu \
            (12/2015/QĐ-UBND) và ngày viết bằng chữ không được xét.",
        why: "Căn cứ có thể được chép lại từ phiếu năm trước. Nhưng quy chế, quyết định ban hành từ trước mà còn \
            hiệu lực là căn cứ đúng, nên đây chỉ là ghi chú: điểm tự chấm được tính như thường.",
        fix: "Nếu tiêu chí hỏi việc trong năm, như kế hoạch hay tập huấn, đề nghị đơn vị nêu tài liệu của năm đánh \
            giá. Nếu hỏi văn bản còn hiệu lực, chỉ cần xem văn bản đã bị thay thế hay chưa.",
        example: "Biểu tự đánh giá - Sở Nội vụ.xlsx: 4. Chính sách!H9: tiêu chí 4.1 (Kế hoạch ứng dụng CNTT hằng \
            năm): tài liệu ghi 2015, năm đánh giá là 2017",
    },
    en: Page {
        title: "Evidence of another year",
        message: "criterion {about}: the evidence says {found}, the year assessed is {expected}",
        advice: "check whether the document applies in the year assessed",
        finds: "The cell \"Tài liệu kiểm chứng\" has dates with day, month and year, such as 15/03/2015, and none \
            of them is of the year assessed or the year after it. One date of these two years is enough not to \
            raise this. Years in numbers of documents (12/2015/QĐ-UBND) and dates in words are not looked at.",
        why: "The evidence may have been copied from last year's form. But regulations and decisions of earlier \
            years that are still in force are good evidence, so this is for information only: the claim counts as \
            usual.",
        fix: "If the criterion is about something done in the year, such as a plan or a training course, ask the \
            unit for a document of the year assessed. If it is about something in force, it is enough to see that \
            the document has not been replaced.",
        example: "Biểu tự đánh giá - Sở Nội vụ.xlsx: 4. Chính sách!H9: criterion 4.1 (Kế hoạch ứng dụng CNTT hằng \
            năm): the evidence says 2015, the year assessed is 2017",
    },
};

/// Evidence cannot be reached.
pub static EVIDENCE_UNREACHABLE: Rule = Rule {
    code: "TH411",
    name: "evidence-unreachable",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tài liệu kiểm chứng không mở được từ ngoài",
        message: "tiêu chí {about}: tài liệu là đường dẫn trong máy hoặc mạng nội bộ {found}",
        advice: "đề nghị đơn vị gửi kèm tài liệu",
        finds: "Ô “Tài liệu kiểm chứng” có đường dẫn chỉ mở được tại đơn vị: ổ đĩa (C:\\…), thư mục dùng chung trên \
            mạng (bắt đầu bằng hai dấu gạch chéo ngược), file://, localhost, địa chỉ mạng nội bộ 10.x hoặc \
            192.168.x. Đường dẫn web công khai thì không báo; chương trình không truy cập mạng nên không biết liên \
            kết còn mở được hay không.",
        why: "Người thẩm định không mở được tài liệu, nên điểm coi như chưa có căn cứ kiểm tra được. Điểm tự chấm \
            vẫn được tính cho đến khi có điểm thẩm định.",
        fix: "Đề nghị đơn vị gửi kèm tài liệu, hoặc thay đường dẫn bằng số, ký hiệu, ngày của văn bản hay một địa \
            chỉ web công khai. Không bổ sung được thì người thẩm định quyết định điểm ở cột “Điểm thẩm định”.",
        example: "UBND huyen Sa Thay.xls: 4. Chính sách!H10: tiêu chí 4.2 (Quy định quản lý văn bản và điều hành): \
            tài liệu là đường dẫn trong máy hoặc mạng nội bộ “D:\\CNTT 2017\\QD 12.pdf”",
    },
    en: Page {
        title: "Evidence cannot be reached",
        message: "criterion {about}: the evidence is a path on a computer or an internal network, {found}",
        advice: "ask the unit to send the document",
        finds: "The cell \"Tài liệu kiểm chứng\" has a path that opens only at the unit: a drive (C:\\…), a shared \
            folder (beginning with two backslashes), file://, localhost, or an address of an internal network, \
            10.x or 192.168.x. A public web address raises nothing; the program does not use the network and \
            cannot know whether a link still works.",
        why: "The appraiser cannot open the document, so there is no evidence that could be checked. The claim \
            counts until there is an appraised score.",
        fix: "Ask the unit to send the document, or to write its number and date or a public web address in place \
            of the path. If the unit cannot, the appraiser decides on the points in the column \"Điểm thẩm định\".",
        example: "UBND huyen Sa Thay.xls: 4. Chính sách!H10: criterion 4.2 (Quy định quản lý văn bản và điều \
            hành): the evidence is a path on a computer or an internal network, \"D:\\CNTT 2017\\QD 12.pdf\"",
    },
};

/// Appraised differently without a reason.
pub static APPRAISED_WITHOUT_REASON: Rule = Rule {
    code: "TH412",
    name: "appraised-without-reason",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thẩm định khác tự chấm mà không nêu lý do",
        message: "tiêu chí {about} tự chấm {found}, thẩm định {expected}, không có giải trình",
        advice: "ghi điểm và căn cứ vào tệp quyết định; đến lúc đó điểm thẩm định trong phiếu được tính",
        finds: "Điểm thẩm định ghi trong phiếu khác điểm tự chấm và ô “Giải trình” của tiêu chí trống. Hai điểm bằng nhau \
            thì không báo; điểm tự chấm trống thì báo mã TH317. Ô “Giải trình” có chữ, hoặc tệp được lưu lần cuối trong \
            hạn nộp, thì có thể chính đơn vị đã ghi điểm thẩm định: khi đó báo mã TH422.",
        why: "Điểm thẩm định được tính. Đơn vị bị thay đổi điểm sẽ hỏi vì sao, và không ghi lại thì sau này không \
            ai còn nhớ căn cứ.",
        fix: "Trong tệp quyết định (tên thư mục phiếu, thêm “-quyet-dinh”), ở dòng của tiêu chí, chọn “điểm thẩm định”, ghi \
            điểm, căn cứ (ví dụ “thiếu quyết định phê duyệt”) và người quyết định, rồi chạy lại: quyết định được tính \
            trước mọi điểm ghi trong phiếu.",
        example: "Phieu danh gia - So Ngoai vu.xlsx: 1. Hạ tầng!G9: tiêu chí 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác) tự chấm 30, thẩm định 20, không có giải trình",
    },
    en: Page {
        title: "Appraised differently without a reason",
        message: "criterion {about} claims {found}, is appraised at {expected}, and no reason is given",
        advice: "write points and reason into the decision workbook; the appraised score in the form counts until then",
        finds: "The appraised score in the form differs from the self score and the criterion has nothing under \"Giải \
            trình\". Equal scores raise nothing; where the self score is blank there is TH317. Where there are words \
            under \"Giải trình\", or the file was last saved by the deadline, the unit itself may have written the \
            appraised score, and that is TH422.",
        why: "The appraised score counts. A unit whose points are changed will ask why, and without a note nobody \
            will remember the grounds later.",
        fix: "In the decision workbook (the folder's name and \"-quyet-dinh\"), in the row of the criterion, choose \"điểm \
            thẩm định\", write the points, the reason (such as \"thiếu quyết định phê duyệt\", no decision of approval) \
            and who decides, and run again: a decision goes before whatever stands in a form.",
        example: "Phieu danh gia - So Ngoai vu.xlsx: 1. Hạ tầng!G9: criterion 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác) claims 30, is appraised at 20, and no reason is given",
    },
};

/// An appraised score that the unit itself may have written.
pub static APPRAISED_BY_UNIT: Rule = Rule {
    code: "TH422",
    name: "appraised-by-unit",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm thẩm định có thể do đơn vị tự ghi",
        message: "{about}: được tính {found} theo ô “Điểm thẩm định” của phiếu, có thể do chính đơn vị ghi; không có ô này thì được tính {expected}",
        advice: "xem ai đã ghi ô này rồi chốt điểm trong tệp quyết định; đến lúc đó điểm ở ô này được tính",
        finds: "Phiếu có điểm ở cột “Điểm thẩm định”, điểm ấy được tính và khác điểm sẽ được tính nếu không có nó (điểm tự chấm, hoặc \
            điểm theo số liệu ở tiêu chí tính theo số liệu), mà có dấu hiệu do đơn vị ghi: dòng có chữ ở cột “Giải trình”, hoặc chính \
            tệp cho biết được lưu lần cuối trong hạn nộp, tức từ đó không ai ghi thêm. Không có dấu hiệu nào thì báo mã TH412. \
            Hai điểm bằng nhau thì không báo; điểm tự chấm trống hoặc không hợp lệ thì đã có cảnh báo riêng. Ai gõ một con số thì \
            trong tệp không ghi lại, nên đây chỉ là dấu hiệu.",
        why: "Cột này dành cho cơ quan thẩm định và được tính trước điểm tự chấm. Đơn vị ghi nhầm vào đó, chẳng hạn ghi điểm năm trước hay \
            điểm trừ, thì điểm của đơn vị đổi mà không ai quyết định.",
        fix: "Cơ quan đã ghi điểm này: trong tệp quyết định chọn “điểm thẩm định”, ghi điểm, căn cứ và người quyết định. Đơn vị đã ghi: chọn \
            “giữ điểm đơn vị” hoặc điểm khác; hoặc đề nghị đơn vị xóa ô này, ghi điểm vào cột “Điểm tự chấm” và gửi lại.",
        example: "So Tu phap.xlsx: 3. Phần mềm!G8: 3.2 (Tỷ lệ văn bản đi phát hành trên phần mềm): được tính 8,5 theo ô “Điểm thẩm định” của \
            phiếu, có thể do chính đơn vị ghi; không có ô này thì được tính 13,5",
    },
    en: Page {
        title: "Appraised score that the unit may have written",
        message: "{about}: {found} counts by the cell \"Điểm thẩm định\" of the form, which the unit itself may have written; without it {expected} would count",
        advice: "see who wrote this cell and decide the score in the decision workbook; the cell counts until then",
        finds: "The form has points under \"Điểm thẩm định\" which count and are not what would count without them (the claim, or what the \
            figures give where the scheme says so), and something speaks for the unit: words under \"Giải trình\" in the row, or the \
            document says that it was last saved by the deadline, so that nobody has written in it since. Where nothing does there is \
            TH412. Equal points raise nothing; a claim that is blank or not valid has a finding of its own. A workbook does not keep who \
            typed a number, so these are signs and no proof.",
        why: "The column is for those who appraise and goes before the claim. A unit that writes there by mistake, last year's points or a \
            deduction, changes its score without anybody having decided it.",
        fix: "If those who appraise wrote it, choose \"điểm thẩm định\" in the decision workbook with the points, the reason and who decides. If \
            the unit did, choose \"giữ điểm đơn vị\" (keep the claim) or other points, or ask the unit to clear the cell, to write its \
            points under \"Điểm tự chấm\" and to send the form again.",
        example: "So Tu phap.xlsx: 3. Phần mềm!G8: 3.2 (Tỷ lệ văn bản đi phát hành trên phần mềm): 8.5 counts by the cell \"Điểm thẩm định\" \
            of the form, which the unit itself may have written; without it 13.5 would count",
    },
};

/// Appraised in part.
pub static APPRAISED_IN_PART: Rule = Rule {
    code: "TH417",
    name: "appraised-in-part",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mới thẩm định một phần",
        message: "{expected} tiêu chí đã có điểm thẩm định, các tiêu chí này thì chưa: {found}",
        advice: "thẩm định nốt các tiêu chí này; đến lúc đó điểm tự chấm của chúng được tính",
        finds: "Phiếu có ít nhất một điểm thẩm định, nhưng còn tiêu chí được tính điểm tự chấm vì ô “Điểm thẩm định” \
            trống. Mỗi phiếu một cảnh báo, nêu mọi tiêu chí còn thiếu. Tiêu chí tự chấm 0 điểm thì không xét. Nếu \
            mọi điểm thẩm định đều khác điểm tự chấm thì không báo: người thẩm định chỉ ghi chỗ thay đổi, ô trống là \
            đồng ý.",
        why: "Tổng khi đó cộng điểm thẩm định của tiêu chí này với điểm tự chấm của tiêu chí khác. Ô trống có thể \
            là “đồng ý với điểm tự chấm”, cũng có thể là bị bỏ sót.",
        fix: "Ghi điểm thẩm định của các tiêu chí được nêu vào phiếu, kể cả khi bằng điểm tự chấm, rồi chạy lại. \
            Nếu ô trống có nghĩa là đồng ý thì không phải làm gì.",
        example: "So Noi vu.xlsx: 2. Nhân lực!F12: 31 tiêu chí đã có điểm thẩm định, các tiêu chí này thì chưa: \
            2.3; 2.4",
    },
    en: Page {
        title: "Appraised in part",
        message: "criteria with an appraised score: {expected}; without one: {found}",
        advice: "appraise these criteria too; their claims count until then",
        finds: "The form holds at least one appraised score, and a criterion whose claim counts because its cell \
            \"Điểm thẩm định\" is blank. There is one finding for each form, which names all such criteria. A \
            criterion that claims 0 points is not concerned. Where every appraised score differs from its claim, \
            nothing is raised: the appraiser writes down changes only, and a blank agrees.",
        why: "The total then adds appraised scores of some criteria to claims of others. A blank cell may mean \
            \"agreed\", or that the criterion was overlooked.",
        fix: "Enter the appraised scores of the criteria named, even where they equal the claims, and run again. \
            If a blank cell means agreement, there is nothing to do.",
        example: "So Noi vu.xlsx: 2. Nhân lực!F12: criteria with an appraised score: 31; without one: 2.3; 2.4",
    },
};

/// An error value in place of evidence.
pub static EVIDENCE_IS_ERROR: Rule = Rule {
    code: "TH418",
    name: "evidence-is-error",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô tài liệu kiểm chứng là giá trị lỗi",
        message: "ô tài liệu kiểm chứng hoặc giải trình của {about} là lỗi {found}; coi như chưa có",
        advice: "đề nghị đơn vị ghi lại tài liệu; điểm tự chấm đang được tính",
        finds: "Ô “Tài liệu kiểm chứng” hoặc “Giải trình” của một tiêu chí chứa giá trị lỗi của Excel như #REF!, #N/A. Ô trống thì báo mã TH409.",
        why: "Công thức hoặc liên kết trong ô đã hỏng nên không còn chỉ tới tài liệu nào; giá trị lỗi không phải là căn cứ.",
        fix: "Đơn vị ghi lại số, ký hiệu, ngày của văn bản vào ô, hoặc sửa liên kết.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!H12: ô tài liệu kiểm chứng hoặc giải trình của 1.2 (Mạng nội bộ (LAN)) là lỗi “#REF!”; coi như chưa có",
    },
    en: Page {
        title: "An error value in place of evidence",
        message: "the evidence or explanation of {about} is the error {found}; taken as none",
        advice: "ask the unit to name the document again; the claim counts for now",
        finds: "The cell \"Tài liệu kiểm chứng\" or \"Giải trình\" of a criterion holds an error value of Excel such as #REF! or #N/A. A blank \
            cell has TH409.",
        why: "The formula or link in the cell is broken and no longer leads to a document; an error is no ground for points.",
        fix: "The unit writes number and date of the document into the cell, or mends the link.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!H12: the evidence or explanation of 1.2 (Mạng nội bộ (LAN)) is the error \"#REF!\"; taken as none",
    },
};

/// A picture in the cell of evidence.
pub static EVIDENCE_IS_PICTURE: Rule = Rule {
    code: "TH419",
    name: "evidence-is-picture",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tài liệu kiểm chứng là ảnh đặt trong ô",
        message: "tài liệu kiểm chứng hoặc giải trình của {about} là ảnh đặt trong ô",
        advice: "mở phiếu để xem ảnh; chương trình không đọc được ảnh",
        finds: "Ô “Tài liệu kiểm chứng” hoặc “Giải trình” của một tiêu chí chứa ảnh đặt vào ô (Place in Cell của Excel, DISPIMG của WPS).",
        why: "Ảnh có thể là tài liệu, nhưng không ai biết nội dung nếu không mở phiếu; trong bảng tổng hợp chỉ ghi là ảnh.",
        fix: "Người thẩm định mở phiếu và xem ảnh. Nếu được, đơn vị ghi thêm số, ký hiệu, ngày của văn bản.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!H12: tài liệu kiểm chứng hoặc giải trình của 1.2 (Mạng nội bộ (LAN)) là ảnh đặt trong ô",
    },
    en: Page {
        title: "The evidence is a picture placed in the cell",
        message: "the evidence or explanation of {about} is a picture placed in the cell",
        advice: "open the form to see the picture; the program cannot read it",
        finds: "The cell \"Tài liệu kiểm chứng\" or \"Giải trình\" of a criterion holds a picture placed in the cell (Place in Cell of Excel, \
            DISPIMG of WPS).",
        why: "A picture may be a document, but nobody knows what it shows without opening the form; the result only says that it is a picture.",
        fix: "The appraiser opens the form and looks. If possible the unit adds number and date of the document.",
        example: "So Tai chinh.xlsx: 1. Hạ tầng!H12: the evidence or explanation of 1.2 (Mạng nội bộ (LAN)) is a picture placed in the cell",
    },
};
