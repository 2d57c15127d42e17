//! Rules about the totals, places and grades of published tables (TH601 to TH611).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Total does not add up.
pub static TOTAL_WRONG: Rule = Rule {
    code: "TH601",
    name: "published-total-wrong",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Tổng điểm công bố cộng sai",
        message: "tổng điểm công bố {found}, các cột cộng lại là {expected} (lệch {difference}, không phải do làm \
            tròn)",
        advice: "tìm lại phiếu chấm gốc: sửa tổng điểm, hoặc sửa cột bị ghi sai",
        finds: "Tổng điểm công bố trong bảng khác tổng các cột cùng dòng, và phần lệch lớn hơn mức mà việc làm tròn \
            các số đã công bố có thể gây ra (nửa đơn vị của chữ số cuối cùng, cộng qua các cột).",
        why: "Người đọc cộng lại sẽ thấy sai ngay; thứ hạng và xếp loại dựa trên tổng này không còn căn cứ.",
        fix: "Đối chiếu với phiếu chấm của đơn vị, xác định cột nào hoặc tổng nào sai rồi đính chính cả thứ hạng và xếp loại nếu có thay đổi.",
        example: "decision-134.docx: Bảng 1!J5: tổng điểm công bố 852,4, các cột cộng lại là 849,9 (lệch 2,5, không \
            phải do làm tròn)",
    },
    en: Page {
        title: "Published total does not add up",
        message: "the printed total is {found}, the columns add up to {expected} (difference {difference}, more than rounding can cause)",
        advice: "go back to the scores behind it: correct the total, or the column that is wrong",
        finds: "The printed total differs from the sum of the columns in its row by more than rounding of the printed numbers can cause: half a unit in each last printed place, added up over the columns.",
        why: "Whoever adds up the row sees the error at once, and the place and grade that follow from the total have no basis.",
        fix: "Compare with the unit's scores, find out which column or total is wrong, and correct place and grade with it.",
        example: "decision-134.docx: Bảng 1!J5: the printed total is 852.4, the columns add up to 849.9 (difference 2.5, more than rounding can cause)",
    },
};

/// Total differs by what rounding can cause.
pub static TOTAL_ROUNDED: Rule = Rule {
    code: "TH602",
    name: "published-total-rounded",
    severity: Severity::Warning,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Tổng điểm lệch do làm tròn",
        message: "tổng điểm công bố {found}, các cột cộng lại là {expected} (lệch {difference}, có thể do làm tròn)",
        advice: "ghi các cột với đủ số lẻ, hoặc ghi chú rằng tổng được cộng trước khi làm tròn",
        finds: "Tổng điểm công bố trong bảng khác tổng các cột, nhưng phần lệch không lớn hơn mức mà việc làm tròn \
            các số đã công bố có thể gây ra.",
        why: "Tổng có thể đúng, nhưng người đọc không kiểm tra được bằng chính bảng đã công bố.",
        fix: "Ghi điểm thành phần với cùng số chữ số lẻ như khi cộng, hoặc cộng tổng từ các số đã làm tròn.",
        example: "decision-134.docx: Bảng 2!J2: tổng điểm công bố 840, các cột cộng lại là 839,9 (lệch 0,1, có thể \
            do làm tròn)",
    },
    en: Page {
        title: "Total differs by what rounding can cause",
        message: "the printed total is {found}, the columns add up to {expected} (difference {difference}, which rounding can cause)",
        advice: "print the columns with all their decimals, or note that totals are added up before rounding",
        finds: "The printed total differs from the sum of the columns, by no more than rounding of the printed numbers can cause.",
        why: "The total may be right, but nobody can verify it from the published table alone.",
        fix: "Print the points with the decimals that are added up, or add up the rounded numbers.",
        example: "decision-134.docx: Bảng 2!J2: the printed total is 840, the columns add up to 839.9 (difference 0.1, which rounding can cause)",
    },
};

/// Column left out of a total.
pub static COLUMN_LEFT_OUT: Rule = Rule {
    code: "TH603",
    name: "published-column-left-out",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Tổng điểm bỏ sót một cột",
        message: "tổng điểm công bố {found}, các cột cộng lại là {expected} (lệch {difference}): đúng bằng {about} \
            không được cộng vào",
        advice: "cộng cả cột đó vào tổng rồi xếp hạng, xếp loại lại",
        finds: "Phần lệch giữa tổng điểm công bố và tổng các cột bằng đúng giá trị của một cột: cột đó đã không được \
            cộng.",
        why: "Đơn vị được lợi (khi bỏ sót điểm trừ) hoặc bị thiệt (khi bỏ sót điểm cộng) so với các đơn vị khác.",
        fix: "Sửa công thức tính tổng cho gồm đủ các cột, kể cả điểm cộng/trừ, rồi sắp xếp lại bảng.",
        example: "decision-134.docx: Bảng 1!J12: tổng điểm công bố 803,5, các cột cộng lại là 793,5 (lệch 10): đúng \
            bằng nhóm 7 (Điểm cộng/trừ) không được cộng vào",
    },
    en: Page {
        title: "Column left out of a total",
        message: "the printed total is {found}, the columns add up to {expected} (difference {difference}): exactly {about} left out",
        advice: "add that column in, then rank and grade again",
        finds: "The difference between the printed total and the sum of the columns is exactly the value of one column, which was not added in.",
        why: "The unit gains (a penalty left out) or loses (a bonus left out) against all others.",
        fix: "Make the formula of the total cover all columns, bonus and penalty included, and sort the table again.",
        example: "decision-134.docx: Bảng 1!J12: the printed total is 803.5, the columns add up to 793.5 (difference 10): exactly group 7 (Điểm cộng/trừ) left out",
    },
};

/// Column counted twice.
pub static COLUMN_TWICE: Rule = Rule {
    code: "TH604",
    name: "published-column-twice",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Tổng điểm cộng một cột hai lần",
        message: "tổng điểm công bố {found}, các cột cộng lại là {expected} (lệch {difference}): đúng bằng {about} \
            cộng thêm một lần nữa",
        advice: "bỏ lần cộng thừa rồi xếp hạng, xếp loại lại",
        finds: "Phần lệch giữa tổng điểm công bố và tổng các cột bằng đúng một lần nữa giá trị của một cột.",
        why: "Đơn vị có điểm mà không cột nào chứng minh được.",
        fix: "Kiểm tra công thức tính tổng; mỗi cột chỉ được cộng một lần.",
        example: "ket-qua.xlsx: Cấp tỉnh!J8: tổng điểm công bố 821,6, các cột cộng lại là 811,6 (lệch 10): đúng bằng \
            nhóm 7 (Điểm cộng/trừ) cộng thêm một lần nữa",
    },
    en: Page {
        title: "Column counted twice",
        message: "the printed total is {found}, the columns add up to {expected} (difference {difference}): exactly {about} once more",
        advice: "take it out once, then rank and grade again",
        finds: "The difference between the printed total and the sum of the columns is exactly the value of one column once more.",
        why: "The unit has points that no column bears out.",
        fix: "Look at the formula of the total; each column counts once.",
        example: "ket-qua.xlsx: Cấp tỉnh!J8: the printed total is 821.6, the columns add up to 811.6 (difference 10): exactly group 7 (Điểm cộng/trừ) once more",
    },
};

/// Penalty added instead of taken off.
pub static SIGN_TURNED: Rule = Rule {
    code: "TH605",
    name: "published-sign-turned",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Điểm trừ bị cộng vào tổng",
        message: "tổng điểm công bố {found}, các cột cộng lại là {expected} (lệch {difference}): đúng bằng {about} \
            tính ngược dấu",
        advice: "sửa dấu rồi xếp hạng, xếp loại lại",
        finds: "Phần lệch giữa tổng điểm công bố và tổng các cột bằng đúng hai lần giá trị của một cột với dấu ngược \
            lại.",
        why: "Một khoản trừ đã thành khoản cộng, hoặc ngược lại; sai lệch gấp đôi giá trị của nó.",
        fix: "Ghi điểm trừ bằng số âm và cộng tất cả các cột.",
        example: "ket-qua.xlsx: Cấp tỉnh!J9: tổng điểm công bố 830,1, các cột cộng lại là 810,1 (lệch 20): đúng bằng \
            nhóm 7 (Điểm cộng/trừ) tính ngược dấu",
    },
    en: Page {
        title: "Penalty added instead of taken off",
        message: "the printed total is {found}, the columns add up to {expected} (difference {difference}): exactly {about} with its sign turned",
        advice: "correct the sign, then rank and grade again",
        finds: "The difference between the printed total and the sum of the columns is exactly twice the value of one column with its sign turned.",
        why: "A penalty has become a bonus or the reverse, and the total is off by twice its size.",
        fix: "Write penalties as negative numbers and add up all columns.",
        example: "ket-qua.xlsx: Cấp tỉnh!J9: the printed total is 830.1, the columns add up to 810.1 (difference 20): exactly group 7 (Điểm cộng/trừ) with its sign turned",
    },
};

/// Unit placed below one with fewer points.
pub static PLACED_BELOW_FEWER: Rule = Rule {
    code: "TH606",
    name: "published-inversion",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Xếp dưới đơn vị có điểm thấp hơn",
        message: "tổng điểm công bố {found}, nhưng xếp dưới {about} chỉ có {expected}",
        advice: "đổi chỗ hai đơn vị, hoặc sửa tổng điểm bị ghi sai",
        finds: "Trong thứ tự đã công bố, một đơn vị đứng ngay dưới đơn vị khác dù tổng điểm công bố cao hơn.",
        why: "Thứ hạng đã ký trái với chính điểm số trong bảng; đơn vị bị xếp thấp có quyền khiếu nại.",
        fix: "Sắp xếp lại bảng theo tổng điểm; nếu tổng điểm bị ghi sai thì sửa tổng trước.",
        example: "decision-134.docx: Bảng 1!B6: tổng điểm công bố 859,5, nhưng xếp dưới Sở Khoa học và Công nghệ chỉ \
            có 852,4",
    },
    en: Page {
        title: "Placed below a unit with fewer points",
        message: "the printed total is {found}, but it is placed below {about}, which has {expected}",
        advice: "swap the two, or correct the total that is wrong",
        finds: "In the published order a unit stands right below another although its printed total is higher.",
        why: "The signed ranking contradicts the table's own points, and the unit placed too low can contest it.",
        fix: "Sort the table by its totals; correct a wrong total first.",
        example: "decision-134.docx: Bảng 1!B6: the printed total is 859.5, but it is placed below Sở Khoa học và Công nghệ, which has 852.4",
    },
};

/// Place changes once the totals are corrected.
pub static PLACE_CHANGES: Rule = Rule {
    code: "TH607",
    name: "published-place-changes",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Thứ hạng đổi khi sửa tổng điểm",
        message: "xếp thứ {found}; sửa các tổng cộng sai thì xếp thứ {expected}",
        advice: "sửa các tổng cộng sai (TH601, TH603) rồi xếp hạng lại",
        finds: "Thứ hạng theo tổng điểm công bố khác thứ hạng sau khi mọi tổng sai mà làm tròn không giải thích được \
            đã thay bằng tổng cộng lại.",
        why: "Một tổng sai làm sai thứ hạng của cả những đơn vị có tổng đúng.",
        fix: "Đính chính tổng điểm rồi công bố lại thứ hạng của tất cả đơn vị bị ảnh hưởng.",
        example: "decision-134.docx: Bảng 1!B12: xếp thứ 11; sửa các tổng cộng sai thì xếp thứ 12",
    },
    en: Page {
        title: "Place changes once totals are corrected",
        message: "placed {found}; once the wrong totals are corrected it is {expected}",
        advice: "correct the wrong totals (TH601, TH603), then rank again",
        finds: "The place by the printed totals differs from the place after every wrong total that rounding cannot explain is replaced by the sum of its columns.",
        why: "One wrong total displaces units whose own totals are right.",
        fix: "Correct the totals and publish the places of all units concerned again.",
        example: "decision-134.docx: Bảng 1!B12: placed 11; once the wrong totals are corrected it is 12",
    },
};

/// Place does not follow from the totals.
pub static PLACE_WRONG: Rule = Rule {
    code: "TH608",
    name: "published-place-wrong",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Thứ hạng ghi sai",
        message: "ghi thứ {found}, theo tổng điểm công bố là thứ {expected}",
        advice: "sửa cột thứ hạng theo tổng điểm",
        finds: "Cột thứ hạng ghi một số không khớp tổng điểm công bố, dù tính đồng hạng theo cách nào (1, 2, 2, 4 \
            hoặc 1, 2, 2, 3).",
        why: "Thứ hạng là điều đơn vị xem đầu tiên và được dùng cho thi đua, khen thưởng.",
        fix: "Tính lại cột thứ hạng từ tổng điểm bằng công thức, không gõ tay.",
        example: "ket-qua.xlsx: Cấp huyện!B8: ghi thứ 5, theo tổng điểm công bố là thứ 4",
    },
    en: Page {
        title: "Place does not follow from the totals",
        message: "the place is given as {found}, by the printed totals it is {expected}",
        advice: "correct the column of places",
        finds: "The column of places gives a number that does not fit the printed totals, however ties are counted (1, 2, 2, 4 or 1, 2, 2, 3).",
        why: "The place is what units look at first, and awards follow from it.",
        fix: "Compute the column from the totals by a formula instead of typing it.",
        example: "ket-qua.xlsx: Cấp huyện!B8: the place is given as 5, by the printed totals it is 4",
    },
};

/// Grade does not follow from the total.
pub static GRADE_WRONG: Rule = Rule {
    code: "TH609",
    name: "published-grade-wrong",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Xếp loại không khớp tổng điểm",
        message: "xếp loại công bố {found}, theo tổng điểm là {expected}",
        advice: "sửa xếp loại, hoặc kiểm tra lại mức điểm của bộ tiêu chí",
        finds: "Xếp loại công bố không phải là loại mà bộ tiêu chí quy định cho tổng điểm công bố, cũng không phải \
            cho tổng cộng lại.",
        why: "Xếp loại không có căn cứ trong bảng.",
        fix: "Xếp loại lại theo mức điểm của bộ tiêu chí.",
        example: "ket-qua.xlsx: Cấp huyện!K7: xếp loại công bố “Trung bình”, theo tổng điểm là Khá",
    },
    en: Page {
        title: "Grade does not follow from the total",
        message: "the printed grade is {found}, the total gives {expected}",
        advice: "correct the grade, or look at the limits in the scheme",
        finds: "The printed grade is neither the one that the scheme gives to the printed total nor the one of the recomputed total.",
        why: "Nothing in the table bears the grade out.",
        fix: "Grade again by the limits of the scheme.",
        example: "ket-qua.xlsx: Cấp huyện!K7: the printed grade is \"Trung bình\", the total gives Khá",
    },
};

/// Grade hangs on a wrong total.
pub static GRADE_ON_WRONG_TOTAL: Rule = Rule {
    code: "TH610",
    name: "published-grade-on-wrong-total",
    severity: Severity::Error,
    bearing: Bearing::Counted,
    vi: Page {
        title: "Xếp loại dựa vào tổng điểm sai",
        message: "xếp loại {found} chỉ đúng với tổng điểm công bố; theo tổng các cột là {expected}",
        advice: "xác minh tổng điểm trước; nếu tổng sai thì xếp loại phải đổi",
        finds: "Xếp loại đúng với tổng điểm công bố, nhưng tổng đó cộng sai và tổng cộng lại thuộc loại khác.",
        why: "Kết quả quan trọng nhất của đơn vị dựa trên số điểm mà không cột nào có.",
        fix: "Đối chiếu phiếu chấm; nếu các cột đúng thì hạ hoặc nâng xếp loại theo tổng cộng lại.",
        example: "decision-134.docx: Bảng 1!K5: xếp loại “Tốt” chỉ đúng với tổng điểm công bố; theo tổng các cột là \
            Khá",
    },
    en: Page {
        title: "Grade hangs on a wrong total",
        message: "the grade {found} fits the printed total only; the columns give {expected}",
        advice: "settle the total first; if it is wrong, the grade changes",
        finds: "The grade fits the printed total, but that total does not add up and the sum of the columns has another grade.",
        why: "The unit's most important result hangs on points that no column holds.",
        fix: "Compare with the unit's scores; if the columns are right, the grade follows their sum.",
        example: "decision-134.docx: Bảng 1!K5: the grade \"Tốt\" fits the printed total only; the columns give Khá",
    },
};

/// Grade depends on rounding.
pub static GRADE_ON_ROUNDING: Rule = Rule {
    code: "TH611",
    name: "published-grade-on-rounding",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Xếp loại sát ngưỡng, phụ thuộc làm tròn",
        message: "xếp loại {found} phụ thuộc làm tròn: tổng điểm công bố và tổng các cột đã làm tròn nằm ở hai bên một ngưỡng, \
            bên kia là {expected}",
        advice: "kiểm tra bằng điểm chưa làm tròn",
        finds: "Tổng điểm công bố và tổng các cột chỉ lệch trong phạm vi làm tròn, nhưng nằm ở hai bên một ngưỡng \
            xếp loại.",
        why: "Xếp loại do cách làm tròn quyết định; cần nói rõ tính theo số nào.",
        fix: "Cộng lại từ điểm chưa làm tròn và lưu bảng tính đó cùng quyết định.",
        example: "ket-qua.xlsx: Cấp tỉnh!K5: xếp loại “Tốt” phụ thuộc làm tròn: tổng điểm công bố và tổng các cột đã làm tròn \
            nằm ở hai bên một ngưỡng, bên kia là Khá",
    },
    en: Page {
        title: "Grade near a limit depends on rounding",
        message: "the grade {found} depends on rounding: the printed total and the rounded columns lie on two sides of a limit, \
            the other one is {expected}",
        advice: "verify it with the points before rounding",
        finds: "The printed total and the sum of the columns differ by no more than rounding, but lie on two sides of a grade's limit.",
        why: "Rounding decides the grade, so it has to be said which numbers count.",
        fix: "Add up the points before rounding, and keep that sheet with the decision.",
        example: "ket-qua.xlsx: Cấp tỉnh!K5: the grade \"Tốt\" depends on rounding: the printed total and the rounded columns lie \
            on two sides of a limit, the other one is Khá",
    },
};
