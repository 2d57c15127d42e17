//! Rules about published tables that are not made by the scheme, or not wholly (TH635 to TH643).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Totals are no plain sums.
pub static NO_PLAIN_SUM: Rule = Rule {
    code: "TH635",
    name: "published-no-plain-sum",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tổng điểm không phải phép cộng các cột",
        message: "{found} tổng điểm khác tổng các cột: bảng này không cộng đơn thuần (có trọng số, hệ số hoặc là chỉ số), nên không kiểm tra được phép cộng",
        advice: "nếu bảng phải cộng được thì xem lại các cột; thứ hạng vẫn được kiểm tra theo tổng đã in",
        finds: "Bảng không theo bộ tiêu chí, hoặc theo thang điểm khác, và quá nửa số tổng điểm lệch với tổng các cột. Khi đó các cột không được cộng thẳng với nhau. Cả bảng báo một lần, thay cho một lỗi ở mỗi dòng.",
        why: "Bảng chỉ số có trọng số thì tổng không bằng tổng các cột mà vẫn đúng. Nhưng phần mềm không biết trọng số, nên không xác nhận được tổng nào.",
        fix: "Tìm cách tính tổng trong văn bản gốc và kiểm tra vài dòng bằng tay.",
        example: "pci.xlsx: Bảng 1!L3: 21/21 tổng điểm khác tổng các cột: bảng này không cộng đơn thuần (có trọng số, hệ số hoặc là chỉ số), nên không kiểm tra được phép cộng",
    },
    en: Page {
        title: "Totals are no plain sums",
        message: "{found} totals are not the sum of the columns: the table is no plain sum (weights, factors or an index), so its additions cannot be verified",
        advice: "if it has to add up, look at its columns; places are still verified by the printed totals",
        finds: "The table is none of the scheme, or on another scale, and more than half of its totals differ from the sums of their columns. Then its columns are not simply added up. It is said once for the table instead of once for each row.",
        why: "In an index with weights the totals are right without being plain sums. But the weights are not known here, so no total is confirmed either.",
        fix: "Look up in the original how the total is computed, and verify some rows by hand.",
        example: "pci.xlsx: Bảng 1!L3: 21/21 totals are not the sum of the columns: the table is no plain sum (weights, factors or an index), so its additions cannot be verified",
    },
};

/// None of the scheme's tables.
pub static NOT_OF_SCHEME: Rule = Rule {
    code: "TH636",
    name: "published-not-of-scheme",
    severity: Severity::Info,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Bảng không thuộc bộ tiêu chí đang dùng",
        message: "bảng không phải của bộ tiêu chí {expected}: không xét xếp loại, khung điểm và danh sách đơn vị theo bộ này",
        advice: "nếu có bộ tiêu chí và danh sách đơn vị của bảng thì chọn bằng --campaign, hoặc --scheme và --registry",
        finds: "Bảng có các cột điểm riêng, thang điểm hoặc từ xếp loại khác, không có cột nhóm nào của bộ tiêu chí đang dùng hoặc chỉ trùng tên với vài nhóm, hay phần lớn đơn vị không có trong danh sách; và không ai nói bảng được lập theo bộ đó. Khi đó chỉ kiểm tra phép cộng và thứ tự.",
        why: "Lấy mức của thang 1000 điểm để xếp loại bảng 100 điểm, hay coi đơn vị của tỉnh này là thiếu trong bảng của tỉnh khác, là kết luận sai.",
        fix: "Kiểm tra bảng bằng đúng bộ tiêu chí của nó. Nếu bảng đúng là của bộ đang dùng thì nêu rõ bằng --scheme.",
        example: "ha-noi.xlsx: Bảng 1: bảng không phải của bộ tiêu chí kontum-2017: không xét xếp loại, khung điểm và danh sách đơn vị theo bộ này",
    },
    en: Page {
        title: "Table is none of the scheme in use",
        message: "the table is none of the scheme {expected}: grades, ranges and the registry are not considered",
        advice: "if its own scheme and registry are there, choose them with --campaign, or --scheme and --registry",
        finds: "The table has columns of its own, another scale or other words for grades and no column of a group of the scheme in use or the names of a few, or most of its units are not in the registry; and nobody says that it was made by that scheme. Then only additions and order are verified.",
        why: "To grade a table of 100 points by limits of 1,000, or to call the units of one province missing in the table of another, is a false claim.",
        fix: "Audit the table by its own scheme. If it is one of the scheme in use, say so with --scheme.",
        example: "ha-noi.xlsx: Bảng 1: the table is none of the scheme kontum-2017: grades, ranges and the registry are not considered",
    },
};

/// Total known by the places only.
pub static TOTAL_BY_ORDER: Rule = Rule {
    code: "TH637",
    name: "published-total-by-order",
    severity: Severity::Info,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Cột tổng nhận theo thứ hạng",
        message: "cột {found} được hiểu là tổng điểm vì chỉ cột này giảm dần theo thứ hạng",
        advice: "nếu đúng thì không cần làm gì; nếu sai thì ghi tiêu đề “Tổng điểm” cho đúng cột",
        finds: "Không tiêu đề nào nói cột nào là tổng điểm, nhưng đúng một cột có giá trị giảm dần từ hạng 1 trở xuống.",
        why: "Đây là suy đoán từ chính thứ hạng, nên không dùng để xác nhận thứ hạng.",
        fix: "Đọc tiêu đề trong văn bản gốc.",
        example: "dti.xlsx: Bảng 1!K3: cột “Chuyển đổi số cấp tỉnh (PDTI)” được hiểu là tổng điểm vì chỉ cột này giảm dần theo thứ hạng",
    },
    en: Page {
        title: "Total known by the places only",
        message: "the column {found} is taken for the total, because it alone falls from place to place",
        advice: "nothing to do if that is right; else give the right column the heading \"Tổng điểm\"",
        finds: "No heading says which column is the total, but exactly one falls from the first place to the last.",
        why: "It is an inference from the places, so it cannot confirm them.",
        fix: "Read the heading in the original.",
        example: "dti.xlsx: Bảng 1!K3: the column \"Chuyển đổi số cấp tỉnh (PDTI)\" is taken for the total, because it alone falls from place to place",
    },
};

/// A total that only the sums tell.
pub static TOTAL_BY_SUM: Rule = Rule {
    code: "TH646",
    name: "published-total-by-sum",
    severity: Severity::Info,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Cột tổng nhận theo phép cộng",
        message: "cột {found} được hiểu là tổng điểm vì ở hầu hết các đơn vị cột này bằng tổng các cột đứng trước",
        advice: "nếu đúng thì không cần làm gì; nếu sai thì ghi tiêu đề “Tổng điểm” cho đúng cột",
        finds: "Không tiêu đề nào nói cột nào là tổng điểm, nhưng đúng một cột bằng tổng các cột đứng trước ở quá nửa số đơn vị, \
            ít nhất ba đơn vị.",
        why: "Đây là suy đoán từ chính phép cộng: ở các đơn vị cộng đúng, phép cộng không xác nhận được gì thêm.",
        fix: "Đọc tiêu đề trong văn bản gốc.",
        example: "cchc.xlsx: Sheet!G1: cột “Kết quả” được hiểu là tổng điểm vì ở hầu hết các đơn vị cột này bằng tổng các cột đứng trước",
    },
    en: Page {
        title: "Total known by the sums only",
        message: "the column {found} is taken for the total, because for most units it is the sum of the columns before it",
        advice: "nothing to do if that is right; else give the right column the heading \"Tổng điểm\"",
        finds: "No heading says which column is the total, but exactly one is the sum of the columns before it for more than half of \
            the units, three at least.",
        why: "It is an inference from the sums: where these are right they confirm nothing more.",
        fix: "Read the heading in the original.",
        example: "cchc.xlsx: Sheet!G1: the column \"Kết quả\" is taken for the total, because for most units it is the sum of the columns before it",
    },
};

/// Several columns of totals, of which one is read.
pub static TOTAL_CHOSEN: Rule = Rule {
    code: "TH644",
    name: "published-total-chosen",
    severity: Severity::Info,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Đã chọn một trong nhiều cột tổng",
        message: "cột {expected} được đọc là tổng điểm; cột {found} không được đọc",
        advice: "nếu đúng thì không cần làm gì; nếu sai thì bỏ hoặc đổi tên cột không phải kết quả rồi chạy lại",
        finds: "Bảng kết quả có từ hai cột tổng trở lên. Một cột được đọc: cột có tiêu đề nói là kết quả (thẩm định, chốt, sau \
            rà soát), hoặc cột duy nhất bằng tổng các cột nhóm ở hầu hết các đơn vị; nếu các cột giống hệt nhau thì đọc cột \
            đứng trước. Mỗi cột không đọc báo một lần; cột “tự chấm” không phải kết quả và không báo.",
        why: "Phép cộng, thứ tự và xếp loại được kiểm tra theo cột được đọc.",
        fix: "Đọc tiêu đề các cột trong văn bản gốc.",
        example: "ket-qua.xlsx: Cấp tỉnh!J4: cột Tổng điểm (K4) được đọc là tổng điểm; cột “Tổng điểm” không được đọc",
    },
    en: Page {
        title: "One of several columns of totals chosen",
        message: "the column {expected} is read as the total; the column {found} is not read",
        advice: "nothing to do if that is right; else take out or rename the column that is no result and run again",
        finds: "A result table has two or more columns of totals. One is read: the one whose heading says that it is the \
            result (\"thẩm định\", \"chốt\", \"sau rà soát\"), or the only one that is the sum of the groups for most units; \
            of columns that are the same in every row the first. Each column that is not read has one finding; the self \
            score is no result and raises nothing.",
        why: "Additions, order and grades are verified by the column that is read.",
        fix: "Read the headings in the original.",
        example: "ket-qua.xlsx: Cấp tỉnh!J4: the column Tổng điểm (K4) is read as the total; the column \"Tổng điểm\" is not \
            read",
    },
};

/// Equal totals, different places.
pub static EQUAL_APART: Rule = Rule {
    code: "TH638",
    name: "published-equal-totals-apart",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Cùng tổng điểm nhưng khác thứ hạng",
        message: "tổng điểm {found} bằng {about} nhưng thứ hạng khác ({expected})",
        advice: "xếp đồng hạng, hoặc ghi căn cứ phân định trong bảng",
        finds: "Hai đơn vị có cùng tổng điểm công bố nhưng cột thứ hạng ghi hai thứ khác nhau.",
        why: "Bảng không có số nào cho thấy vì sao một đơn vị đứng trên. Quy tắc dùng ở đây: cùng điểm thì cùng thứ hạng.",
        fix: "Ghi cùng một thứ hạng; nếu có tiêu chí phụ hoặc số lẻ chưa in thì ghi chú ngay dưới bảng.",
        example: "ket-qua.xlsx: Cấp huyện!B6: tổng điểm 719,7 bằng UBND huyện Tu Mơ Rông nhưng thứ hạng khác (4; 5)",
    },
    en: Page {
        title: "Equal totals, different places",
        message: "the total {found} is equal to that of {about}, the places are not ({expected})",
        advice: "let them share a place, or say in the table what decides",
        finds: "Two units have the same printed total, and the column of places gives them different ones.",
        why: "No number of the table shows why one stands above. The rule here: equal totals share a place.",
        fix: "Print one place; where a further criterion or unprinted decimals decide, say so below the table.",
        example: "ket-qua.xlsx: Cấp huyện!B6: the total 719.7 is equal to that of UBND huyện Tu Mơ Rông, the places are not (4; 5)",
    },
};

/// Most units are not in the registry.
pub static OTHER_REGISTRY: Rule = Rule {
    code: "TH639",
    name: "published-other-registry",
    severity: Severity::Warning,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Phần lớn đơn vị không có trong danh sách",
        message: "{found} đơn vị của bảng không có trong danh sách đơn vị; không xét đơn vị nào thiếu",
        advice: "chọn danh sách đơn vị của bảng này bằng --registry hoặc --campaign",
        finds: "Quá nửa số đơn vị trong bảng không có trong danh sách. Bảng có lẽ thuộc tỉnh, năm hoặc cấp khác nên từng đơn vị lạ không được báo riêng và không đơn vị nào của danh sách bị coi là thiếu.",
        why: "Danh sách không phải của bảng thì kết luận thiếu hay thừa đơn vị đều sai.",
        fix: "Chạy lại với đúng danh sách đơn vị.",
        example: "lam-dong.xlsx: Bảng 1: 20/22 đơn vị của bảng không có trong danh sách đơn vị; không xét đơn vị nào thiếu",
    },
    en: Page {
        title: "Most units are not in the registry",
        message: "{found} units of the table are not in the registry; none is called missing",
        advice: "choose the registry of this table with --registry or --campaign",
        finds: "More than half of the units of a table are not in the registry. It is probably of another province, year or level, so unknown units are not told one by one, and no unit of the registry is called missing.",
        why: "With a registry that is not the table's, every claim about missing or additional units is false.",
        fix: "Run again with the right registry.",
        example: "lam-dong.xlsx: Bảng 1: 20/22 units of the table are not in the registry; none is called missing",
    },
};

/// Places leave some out.
pub static PLACES_SKIP: Rule = Rule {
    code: "TH640",
    name: "published-places-skip",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thứ hạng bỏ cách",
        message: "thứ hạng trong bảng không liền nhau ({found}): có lẽ đây là bản trích, nên chỉ kiểm tra thứ tự",
        advice: "nếu bảng phải đủ đơn vị thì tìm các thứ hạng còn thiếu",
        finds: "Bảng không thuộc danh sách đơn vị đang dùng có thứ hạng lớn hơn số dòng, và thứ tự các dòng vẫn đúng.",
        why: "Bản trích vài đơn vị đầu, cuối của một bảng xếp hạng vẫn giữ thứ hạng gốc; đó không phải lỗi, nhưng cũng không kiểm tra được.",
        fix: "Kiểm tra bằng bảng đầy đủ.",
        example: "ha-noi.xlsx: Bảng 1!B4: thứ hạng trong bảng không liền nhau (1; 22): có lẽ đây là bản trích, nên chỉ kiểm tra thứ tự",
    },
    en: Page {
        title: "Places leave some out",
        message: "the places in the table leave some out ({found}): it is probably an extract, so only their order is verified",
        advice: "if the table has to be whole, look for the places that are missing",
        finds: "A table that is not of the registry in use has places beyond the number of its rows, and the rows stand in the right order.",
        why: "An extract keeps the places of the whole table; that is no fault, but cannot be verified either.",
        fix: "Audit the whole table.",
        example: "ha-noi.xlsx: Bảng 1!B4: the places in the table leave some out (1; 22): it is probably an extract, so only their order is verified",
    },
};

/// Column left out of all totals.
pub static LEFT_OUT_EVERYWHERE: Rule = Rule {
    code: "TH641",
    name: "published-column-left-out-everywhere",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Mọi tổng điểm đều không gồm một cột",
        message: "{found} tổng điểm đều thiếu đúng bằng {about}: cột này không được cộng vào tổng",
        advice: "cộng cột đó vào tổng rồi xếp hạng, xếp loại lại; nếu tổng không gồm cột này thì ghi rõ trong tiêu đề",
        finds: "Ở mọi dòng mà cột đó khác 0, tổng điểm lệch đúng bằng giá trị của cột. Cả bảng báo một lần.",
        why: "Cách tính tổng của cả bảng khác với bộ tiêu chí, nên thứ hạng và xếp loại của mọi đơn vị phải tính lại.",
        fix: "Sửa công thức tính tổng ở tất cả các dòng.",
        example: "ket-qua.xlsx: Cấp huyện!J1: 9/9 tổng điểm đều thiếu đúng bằng nhóm 7 (Điểm cộng/trừ): cột này không được cộng vào tổng",
    },
    en: Page {
        title: "Column left out of all totals",
        message: "{found} totals are short by exactly {about}: the column is not added in",
        advice: "add it in, then rank and grade again; if the total is meant without it, say so in the heading",
        finds: "In every row where the column is not 0, the total differs by exactly its value. It is said once for the table.",
        why: "The totals of the whole table are computed otherwise than the scheme says, so that every place and grade has to be computed again.",
        fix: "Correct the formula of the total in all rows.",
        example: "ket-qua.xlsx: Cấp huyện!J1: 9/9 totals are short by exactly group 7 (Điểm cộng/trừ): the column is not added in",
    },
};

/// Another scale than the scheme's.
pub static OTHER_SCALE: Rule = Rule {
    code: "TH642",
    name: "published-other-scale",
    severity: Severity::Warning,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Thang điểm khác bộ tiêu chí",
        message: "thang điểm hoặc từ xếp loại của bảng khác bộ tiêu chí {expected}: không xét xếp loại và khung điểm",
        advice: "chọn đúng bộ tiêu chí của bảng bằng --campaign hoặc --scheme",
        finds: "Các cột và đơn vị là của bộ tiêu chí đang dùng, nhưng mọi tổng điểm quá nhỏ hoặc quá lớn so với tổng điểm tối đa của bộ, dòng điểm tối đa ghi số khác, hoặc không từ xếp loại nào là của bộ.",
        why: "Mức xếp loại của thang 1000 điểm không nói gì về bảng 100 điểm.",
        fix: "Kiểm tra lại đã chọn đúng bộ tiêu chí chưa; nếu bảng quy đổi sang thang khác thì kiểm tra trên bảng chưa quy đổi.",
        example: "ket-qua.xlsx: Cấp huyện: thang điểm hoặc từ xếp loại của bảng khác bộ tiêu chí kontum-2017: không xét xếp loại và khung điểm",
    },
    en: Page {
        title: "Another scale than the scheme's",
        message: "the scale or the grades of the table are not those of the scheme {expected}: grades and ranges are not considered",
        advice: "choose the scheme of the table with --campaign or --scheme",
        finds: "Columns and units are those of the scheme in use, but all totals are too small or too large for its maximum, the row of maxima says another one, or no grade is one of its own.",
        why: "The limits of 1,000 points say nothing about a table of 100.",
        fix: "See whether the right scheme was chosen; where the table was converted to another scale, audit the one before.",
        example: "ket-qua.xlsx: Cấp huyện: the scale or the grades of the table are not those of the scheme kontum-2017: grades and ranges are not considered",
    },
};

/// No total of the scheme's table adds up.
pub static NO_TOTAL_ADDS_UP: Rule = Rule {
    code: "TH643",
    name: "published-no-total-adds-up",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Không tổng điểm nào bằng tổng các cột",
        message: "{found} tổng điểm khác tổng các cột, không phải do làm tròn: có thể bảng có cách tính tổng khác bộ tiêu chí",
        advice: "tìm cách tính tổng trong văn bản gốc; nếu phải cộng đơn thuần thì cộng lại toàn bảng rồi kiểm tra lại",
        finds: "Bảng có đủ các cột của bộ tiêu chí và từ ba dòng trở lên, nhưng không tổng nào bằng tổng các cột, và không phải do thiếu một cột. Cả bảng báo một lần; thứ hạng và xếp loại được kiểm tra theo tổng đã in.",
        why: "Khi mọi dòng đều lệch thì thường là cách tính (trọng số, quy đổi, trừ điểm chung), không phải từng dòng cộng sai. Dù là gì, người đọc không cộng lại được bảng.",
        fix: "Nêu cách tính trong chú thích của bảng, hoặc sửa công thức tính tổng.",
        example: "ket-qua.xlsx: Cấp huyện!J1: 10/10 tổng điểm khác tổng các cột, không phải do làm tròn: có thể bảng có cách tính tổng khác bộ tiêu chí",
    },
    en: Page {
        title: "No total is the sum of its columns",
        message: "{found} totals are not the sum of their columns, beyond rounding: the table may compute totals otherwise than the scheme",
        advice: "look up in the original how totals are computed; if they are plain sums, add up the whole table and audit it again",
        finds: "The table has all columns of the scheme and three or more rows, but no total is the sum of its columns, and not for want of one column. It is said once; places and grades are verified by the printed totals.",
        why: "Where all rows differ it is mostly the computation (weights, a conversion, a general deduction) and not row after row added up wrongly. Either way nobody can add up the table.",
        fix: "Say below the table how totals are computed, or correct their formula.",
        example: "ket-qua.xlsx: Cấp huyện!J1: 10/10 totals are not the sum of their columns, beyond rounding: the table may compute totals otherwise than the scheme",
    },
};

/// Grades that rest on points of groups which the table does not tell.
pub static GRADE_BY_GROUPS: Rule = Rule {
    code: "TH645",
    name: "published-grade-by-groups",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chưa xét được xếp loại theo điểm từng nhóm",
        message: "chưa xét được {found} xếp loại: bộ tiêu chí đặt mức tối thiểu cho từng nhóm, bảng không cho biết đủ điểm các nhóm",
        advice: "kiểm tra trên bảng có điểm từng nhóm chưa làm tròn",
        finds: "Bộ tiêu chí xếp loại cả theo điểm từng nhóm, nhưng bảng không có cột của nhóm đó, ô trống, điểm đã làm tròn sát mức tối thiểu, hoặc đơn vị có tiêu chí không áp dụng. Cả bảng báo một lần.",
        why: "Chỉ theo tổng điểm thì không biết đơn vị có đạt mức tối thiểu của từng nhóm hay không.",
        fix: "Kiểm tra bảng tổng hợp có đủ các cột nhóm.",
        example: "ket-qua.xlsx: Cấp tỉnh!D5: chưa xét được 12 xếp loại: bộ tiêu chí đặt mức tối thiểu cho từng nhóm, bảng không cho biết đủ điểm các nhóm",
    },
    en: Page {
        title: "Grades by points of groups are not verified",
        message: "{found} grades are not verified: the scheme asks for a minimum in groups, and the table does not tell their points",
        advice: "verify them in a table that has the points of the groups before rounding",
        finds: "The scheme grades by the points of single groups as well, but the table has no column of such a group, or a blank cell, or points rounded near the minimum, or criteria do not apply to the unit. It is said once for the table.",
        why: "The total alone does not say whether a unit reaches the minimum of each group.",
        fix: "Audit a table that has all columns of groups.",
        example: "ket-qua.xlsx: Cấp tỉnh!D5: 12 grades are not verified: the scheme asks for a minimum in groups, and the table does not tell their points",
    },
};
