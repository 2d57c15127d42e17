//! Rules about the wordings of a campaign workbook that a person corrected (`TH735` and `TH736`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Corrected wordings, of which the forms' own stay known.
pub static WORDING_KEPT: Rule = Rule {
    code: "TH735",
    name: "campaign-wording-kept",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ đã sửa, cách ghi của phiếu vẫn được nhận ra",
        message: "{about}: đã sửa {found}; phiếu ghi như trước ({expected}) vẫn được nhận ra",
        advice: "không phải làm gì; nếu dòng nay là mục khác thì ghi mã khác cho dòng ấy",
        finds: "Nội dung tiêu chí, tên đơn vị hoặc tiêu đề cột khác với lúc chương trình ghi tệp đợt đánh giá, cùng mã (tiêu đề: cùng dòng). Phiếu vẫn ghi như trước, nên cách ghi trước được coi là “cách ghi khác” của dòng. Cả trang một ghi chú.",
        why: "Sửa lỗi chính tả trong tệp đợt đánh giá không sửa các phiếu đã nộp; nếu cách ghi của phiếu không còn được nhận ra thì mất điểm của cả dòng ở mọi phiếu.",
        fix: "Không phải làm gì. Muốn thấy cách ghi trước trong tệp thì chép vào cột “Cách ghi khác” (đơn vị: “Tên khác”), ghi chú sẽ hết.",
        example: "dot-danh-gia.xlsx: Tiêu chí!C9: Nội dung: đã sửa 1 ô (dòng 9); phiếu ghi như trước (“Quy chế an tòan”) vẫn được nhận ra",
    },
    en: Page {
        title: "Corrected wording; that of the forms stays known",
        message: "{about}: {found} corrected; what forms say ({expected}) is still known",
        advice: "nothing to do; if the row is another thing now, give it another code",
        finds: "The text of a criterion, the name of a unit or a heading differs from what was written when the campaign workbook was made, by the same code (headings: in the same row). The forms say what they said, so that counts as another wording of the row. There is one note for a sheet.",
        why: "To correct the campaign workbook does not correct the forms; were their wording no longer known, all would lose the scores of that row.",
        fix: "Nothing to do. To see the former wording in the workbook, copy it into the column of other wordings (of units: other names); the note goes.",
        example: "dot-danh-gia.xlsx: Tiêu chí!C9: Text: 1 cells (rows 9) corrected; what forms say (“Quy chế an tòan”) is still known",
    },
};

/// Corrected wordings, of which the forms' own are not known any more.
pub static WORDING_LOST: Rule = Rule {
    code: "TH736",
    name: "campaign-wording-lost",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chữ đã sửa, cách ghi trước không còn được nhận ra",
        message: "{about}: đã sửa {found}; phiếu ghi như trước ({expected}) không còn được nhận ra ở đây",
        advice: "nếu các phiếu vẫn ghi như trước thì chép cách ghi ấy vào cột “Cách ghi khác” (đơn vị: “Tên khác”) cùng dòng",
        finds: "Nội dung tiêu chí hoặc tên đơn vị khác với lúc chương trình ghi tệp đợt đánh giá, mà không rõ có phải vẫn là dòng ấy không: năm hoặc phiên bản bộ tiêu chí cũng đã đổi, hoặc một dòng khác giống cách ghi trước hơn. Cả trang một cảnh báo.",
        why: "Phiếu ghi như trước thì dòng ấy không được nhận ra và mất điểm của cả dòng; còn nếu tiêu chí đã khác thì phiếu theo mẫu cũ không được tính nhầm vào tiêu chí mới.",
        fix: "Mở tệp đợt đánh giá, xem các dòng được nêu: chỉ sửa chữ thì chép cách ghi trước vào cột “Cách ghi khác” (đơn vị: “Tên khác”); tiêu chí đã khác thì để nguyên.",
        example: "dot-danh-gia.xlsx: Tiêu chí!C9: Nội dung: đã sửa 1 ô (dòng 9); phiếu ghi như trước (“Quy chế an tòan”) không còn được nhận ra ở đây",
    },
    en: Page {
        title: "Corrected wording; the former one is not known any more",
        message: "{about}: {found} corrected; forms that say what it was ({expected}) are not recognised here any more",
        advice: "if the forms still say that, copy it into the column of other wordings (of units: other names) of the row",
        finds: "The text of a criterion or the name of a unit differs from what was written when the campaign workbook was made, and it is not clear whether it is still that row: the year or the version of the scheme was changed as well, or another row is more like the former wording. There is one finding for a sheet.",
        why: "Where forms say what it was, the row is not recognised and its scores are lost; where it is another criterion now, forms of the old one must not be taken for it.",
        fix: "Open the campaign workbook and look at the rows that are named: of a mere correction copy the former wording into the column of other wordings (of units: other names); leave another criterion as it is.",
        example: "dot-danh-gia.xlsx: Tiêu chí!C9: Text: 1 cells (rows 9) corrected; forms that say what it was (“Quy chế an tòan”) are not recognised here any more",
    },
};
