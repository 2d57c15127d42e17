//! Rules about units that no longer exist under the name they use (`TH121`, `TH122`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Unit renamed since.
pub static FORMER_NAME: Rule = Rule {
    code: "TH121",
    name: "former-name",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu mang tên cũ của đơn vị",
        message: "phiếu ghi tên cũ {found}; đơn vị nay là {expected}",
        advice: "phiếu được tính cho đơn vị hiện nay; đề nghị đơn vị dùng tên mới",
        finds: "Phiếu mang tên hoặc mã của một đơn vị mà danh sách ghi đã đổi tên (relation là renamed) và nay là \
            đúng một đơn vị. Đơn vị đã sáp nhập, chia tách hoặc giải thể thì báo mã TH122. Tên cũ ghi ở cột \
            tên gọi khác (aliases) của đơn vị thì không báo.",
        why: "Đổi tên không làm thay đổi đơn vị nên phiếu được tính, nhưng văn bản gửi đi phải dùng tên mới.",
        fix: "Đề nghị đơn vị sửa tên trên phiếu. Nếu danh sách ghi sai, sửa các cột relation, predecessors, \
            successors, from, until trong units.csv rồi chạy lại.",
        example: "Phieu - So Buu chinh.xlsx: Thông tin chung!B5: phiếu ghi tên cũ “Sở Bưu chính, Viễn thông”; đơn vị \
            nay là Sở Thông tin và Truyền thông",
    },
    en: Page {
        title: "Workbook under a former name",
        message: "the workbook has the former name {found}; the unit is now {expected}",
        advice: "it counts for the unit of today; tell the unit to use its new name",
        finds: "The workbook has the name or the code of a unit that was renamed, says the registry (relation \
            renamed), and is exactly one unit now. A unit that was merged, split or abolished has TH122. A former \
            name in the unit's column aliases is just another name and raises nothing.",
        why: "A new name does not change the unit, so the workbook counts; but what is sent out has to carry the \
            new name.",
        fix: "Ask the unit to correct the name. If the registry is wrong, correct the columns relation, \
            predecessors, successors, from and until in units.csv and run again.",
        example: "Phieu - So Buu chinh.xlsx: Thông tin chung!B5: the workbook has the former name \"Sở Bưu chính, \
            Viễn thông\"; the unit is now Sở Thông tin và Truyền thông",
    },
};

/// Unit no longer exists.
pub static FORMER_UNIT: Rule = Rule {
    code: "TH122",
    name: "former-unit",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị không còn",
        message: "phiếu của {found}, đơn vị không còn trong năm đánh giá; đơn vị kế thừa: {expected}",
        advice: "đề nghị đơn vị kế thừa gửi phiếu của mình; phiếu này chưa được tính",
        finds: "Phiếu mang tên hoặc mã của một đơn vị mà danh sách ghi đã sáp nhập, chia tách hoặc giải thể (cột \
            until) trước khi hết năm đánh giá, hoặc chưa thành lập trong năm đó. Đơn vị chỉ đổi tên thì báo mã TH121 \
            và được tính.",
        why: "Phiếu của một phần không phải là phiếu của cả đơn vị mới. Tính cho đơn vị kế thừa là ghi điểm của một \
            nửa thành điểm của toàn bộ, nên chương trình không làm.",
        fix: "Đề nghị đơn vị kế thừa gửi phiếu. Nếu đơn vị vẫn còn trong năm đánh giá, sửa cột until hoặc from trong \
            units.csv. Nếu thật ra chỉ là đổi tên, ghi relation là renamed.",
        example: "Phieu - Huyen Kon Ray.xlsx: Thông tin chung!B5: phiếu của “UBND huyện Kon Rẫy”, đơn vị không còn trong \
            năm đánh giá; đơn vị kế thừa: UBND xã Đăk Rve; UBND xã Kon Braih",
    },
    en: Page {
        title: "Unit no longer exists",
        message: "a workbook of {found}, which does not exist in the year assessed; its successors: {expected}",
        advice: "ask the successor for a workbook of its own; this one does not count",
        finds: "The workbook has the name or the code of a unit that was merged, split or abolished before the end \
            of the year assessed, says the registry (column until), or that did not exist yet. A unit that was only \
            renamed has TH121 and counts.",
        why: "The workbook of a part is not that of the whole new unit. To count it for the successor would make \
            the points of one half the points of all, so it is not done.",
        fix: "Ask the successor for its workbook. If the unit does exist in the year assessed, correct the column \
            until or from in units.csv. If it was only renamed, write the relation renamed.",
        example: "Phieu - Huyen Kon Ray.xlsx: Thông tin chung!B5: a workbook of \"UBND huyện Kon Rẫy\", which does not \
            exist in the year assessed; its successors: UBND xã Đăk Rve; UBND xã Kon Braih",
    },
};
