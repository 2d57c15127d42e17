//! Rules about the figures behind the scores (`TH3xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Figure blank.
pub static FIGURE_BLANK: Rule = Rule {
    code: "TH303",
    name: "figure-blank",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Bỏ trống số liệu",
        message: "số liệu {about} bỏ trống",
        advice: "đề nghị đơn vị bổ sung; không kiểm tra được điểm theo quy tắc và chỉ tiêu thống kê thiếu đơn vị này",
        finds: "Dòng số liệu có trong phiếu nhưng ô ở cột “Số liệu” trống, hoặc bảng không có cột “Số liệu”. Số 0 là \
            một số liệu và không báo. Tiêu chí chỉ có một số liệu ghi ngay ở dòng của nó cũng được kiểm tra. Thiếu \
            cả dòng thì báo mã TH210.",
        why: "Điểm tự chấm vẫn được tính, nhưng không đối chiếu được với số liệu (TH403), và các chỉ tiêu thống kê \
            dùng số liệu này không có đơn vị. Coi ô trống là 0 thì tỷ lệ của cả tỉnh sẽ sai.",
        fix: "Đơn vị điền số vào ô được nêu, kể cả số 0, rồi gửi lại. Nếu đơn vị không có số liệu, ghi lý do ở cột \
            “Giải trình”; chỉ tiêu khi đó ghi rõ phạm vi không có đơn vị.",
        example: "Sở Nội vụ.xlsx: 1. Hạ tầng!D10: số liệu 1.1 – Tổng số cán bộ, công chức bỏ trống",
    },
    en: Page {
        title: "Figure blank",
        message: "figure {about} is blank",
        advice: "ask the unit for it; the score cannot be checked and the statistics leave this unit out",
        finds: "The row of the figure is in the form, but its cell in the column \"Số liệu\" is blank, or the \
            table has no such column. A 0 is a figure and raises nothing. A criterion whose only figure stands in \
            its own row is looked at too. A row that is missing altogether has TH210.",
        why: "The claim still counts, but cannot be held against the figures (TH403), and the statistics that use \
            the figure are without this unit. With 0 for a blank the ratios of the whole province would be wrong.",
        fix: "The unit fills in the cell, even if it is 0, and sends the form again. If it has no such figure, it \
            gives the reason under \"Giải trình\"; the statistic then says that it does not cover the unit.",
        example: "Sở Nội vụ.xlsx: 1. Hạ tầng!D10: figure 1.1 – Tổng số cán bộ, công chức is blank",
    },
};

/// Figure unreadable.
pub static FIGURE_UNREADABLE: Rule = Rule {
    code: "TH304",
    name: "figure-unreadable",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số liệu không đọc được",
        message: "{found} không phải là giá trị của số liệu {about}",
        advice: "sửa ô thành một số (hoặc Có/Không, hoặc một lựa chọn của mẫu); số liệu này chưa được dùng",
        finds: "Ô số liệu có nội dung nhưng không phải loại giá trị cần có: số người, số máy phải là số nguyên; số \
            tiền, tỷ lệ là một số; câu hỏi Có/Không nhận có, không, x, ✓, đã có, chưa; lựa chọn phải là một trong \
            các lựa chọn của mẫu. “85 người” hay “1.234” ở số đếm vẫn đọc được. Số có thể hiểu hai cách (“1.234” ở \
            số tiền) được báo mã TH349. “khoảng 40” hay “>=40” được báo mã TH314, chữ O thay số 0 được báo mã TH315, ô \
            số báo lỗi được báo mã TH308; từ như “-” có nghĩa khi [words] của bộ tiêu chí khai báo.",
        why: "Số liệu không được dùng: chỉ tiêu thống kê không có đơn vị và điểm theo quy tắc không tính được. \
            Điểm tự chấm của tiêu chí vẫn được tính, nhưng không có gì đối chiếu.",
        fix: "Đơn vị sửa ô thành đúng một giá trị, ghi chú chuyển sang cột “Giải trình”. Số tiền, tỷ lệ thì gõ số \
            vào ô định dạng “Số” (Number), không gõ dấu phân cách hàng nghìn. Nếu nhiều đơn vị cùng dùng một cách \
            ghi lựa chọn khác, thêm vào aliases của lựa chọn trong bộ tiêu chí (scheme.toml).",
        example: "Thanh tra tinh - phieu 2017.xlsm: 1. Hạ tầng!D10: “40 hoặc 45” không phải là giá trị của số liệu \
            1.1 – Tổng số cán bộ, công chức",
    },
    en: Page {
        title: "Figure unreadable",
        message: "{found} is not a value of figure {about}",
        advice: "correct the cell to one number (or yes/no, or a choice of the form); the figure is not used until then",
        finds: "The cell of a figure holds something of another kind than it needs: counts of people or computers \
            are whole numbers; amounts and rates are one number; yes/no takes có, không, x, ✓, đã có, chưa; a \
            choice must be one of the form's. \"85 người\" or \"1.234\" is read where a count belongs. What can be \
            meant in two ways (\"1.234\" as an amount) is not read. \"khoảng 40\" or \">=40\" has TH314, the letter O \
            for a zero TH315, an error value TH308; a word such as \"-\" means what [words] of the scheme says.",
        why: "The figure is not used: the statistics leave the unit out and the score under the rule cannot be \
            computed. The unit's claim for the criterion still counts, with nothing to hold against it.",
        fix: "The unit corrects the cell to exactly one value and moves remarks to \"Giải trình\". Amounts and \
            rates are typed into cells formatted as Number, without separators of thousands. If many units write a \
            choice in another way, add it to the aliases of the option in the scheme (scheme.toml).",
        example: "Thanh tra tinh - phieu 2017.xlsm: 1. Hạ tầng!D10: \"40 hoặc 45\" is not a value of figure 1.1 – \
            Tổng số cán bộ, công chức",
    },
};

/// Numerator above denominator.
pub static NUMERATOR_TOO_LARGE: Rule = Rule {
    code: "TH309",
    name: "numerator-too-large",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tử số lớn hơn mẫu số",
        message: "{about}: {found} lớn hơn tổng {expected}",
        advice: "hỏi đơn vị số nào đúng; cả hai số không được tính vào thống kê",
        finds: "Tiêu chí chấm theo tỷ lệ có phần lớn hơn tổng, ví dụ số người có máy tính nhiều hơn tổng số người, \
            kể cả khi tổng là 0. Hai số bằng nhau (100%) thì không báo. Hai số liệu dùng ở nhiều tiêu chí hoặc chỉ \
            tiêu chỉ báo một lần, kèm ô của tổng trong ngoặc.",
        why: "Ít nhất một trong hai số sai và không biết là số nào, nên mọi chỉ tiêu thống kê dùng một trong hai \
            số đều không có đơn vị, phạm vi ghi rõ điều đó. Điểm theo quy tắc không tính được; điểm tự chấm của \
            tiêu chí vẫn được tính.",
        fix: "Hỏi đơn vị số nào đúng. Thường gặp: hai ô điền đổi chỗ cho nhau, đếm cả máy tính cũ hoặc máy dùng \
            chung, hoặc tổng chỉ tính biên chế mà phần tính cả hợp đồng. Đơn vị sửa ô số liệu rồi gửi lại.",
        example: "VP UBND tinh_danh gia ung dung CNTT 2017.xlsx: 1. Hạ tầng!D11: 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác): 92 lớn hơn tổng 85 (D10)",
    },
    en: Page {
        title: "Numerator above denominator",
        message: "{about}: {found} is more than the whole, {expected}",
        advice: "ask the unit which number is right; neither is used in the statistics",
        finds: "A criterion that is scored by a ratio has a part larger than its whole, such as more people with a \
            computer than people, also where the whole is 0. Equal numbers (100 %) raise nothing. A pair of \
            figures that several criteria or statistics use is reported once, with the cell of the whole.",
        why: "At least one of the two is wrong and nobody can tell which, so every statistic that uses either \
            leaves the unit out and says so in its coverage. The score under the rule cannot be computed; the \
            unit's claim still counts.",
        fix: "Ask the unit which number is right. Often the two cells were swapped, old or shared computers were \
            counted, or the whole leaves out contract staff that the part includes. The unit corrects the figure \
            and sends the form again.",
        example: "VP UBND tinh_danh gia ung dung CNTT 2017.xlsx: 1. Hạ tầng!D11: 1.1 (Tỷ lệ CBCC được trang bị máy \
            tính phục vụ công tác): 92 is more than the whole, 85 (D10)",
    },
};

/// Denominator zero.
pub static DENOMINATOR_ZERO: Rule = Rule {
    code: "TH310",
    name: "denominator-zero",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mẫu số bằng 0",
        message: "{about}: mẫu số bằng 0 (tử số {expected}) nên không tính được tỷ lệ",
        advice: "hỏi đơn vị; nếu tiêu chí không áp dụng, ghi vào trang “Không áp dụng” của tệp đợt đánh giá ([[exempt]] trong campaign.toml)",
        finds: "Tiêu chí chấm theo tỷ lệ có tổng (mẫu số) là 0 và phần (tử số) cũng không lớn hơn 0. Tử số lớn hơn 0 \
            thì báo mã TH309; mẫu số trống thì báo mã TH303.",
        why: "Không có tỷ lệ để đối chiếu với điểm tự chấm, và đơn vị không có trong chỉ tiêu thống kê của tỷ lệ \
            này. Điểm tự chấm vẫn được tính, nên cần xem đơn vị chấm dựa vào đâu.",
        fix: "Hỏi đơn vị. Nếu số 0 là điền thay cho “chưa có số liệu”, đơn vị điền số thật. Nếu tiêu chí không áp \
            dụng cho đơn vị (ví dụ không có thủ tục hành chính), thêm mục [[exempt]] với unit, criterion và reason \
            vào campaign.toml.",
        example: "Ban Dan toc - phieu cham 2017.xls: 3. Ứng dụng!D12: 3.2 (Tỷ lệ văn bản đi phát hành trên phần \
            mềm): mẫu số bằng 0 (tử số 0 (D13)) nên không tính được tỷ lệ",
    },
    en: Page {
        title: "Denominator zero",
        message: "{about}: the denominator is 0 (numerator {expected}), so there is no ratio",
        advice: "ask the unit; if the criterion does not apply, say so on the sheet \"Không áp dụng\" of the campaign workbook ([[exempt]] in campaign.toml)",
        finds: "A criterion that is scored by a ratio has 0 as its whole (denominator), and its part (numerator) \
            is not above 0 either. With a numerator above 0 it is TH309; with a blank denominator TH303.",
        why: "There is no ratio to hold against the claim, and the unit is not in the statistic of this ratio. The \
            claim still counts, so it is worth asking on what it rests.",
        fix: "Ask the unit. If the 0 stands for \"not known\", the unit fills in the real number. If the criterion \
            does not apply to the unit, add an [[exempt]] with unit, criterion and reason to campaign.toml.",
        example: "Ban Dan toc - phieu cham 2017.xls: 3. Ứng dụng!D12: 3.2 (Tỷ lệ văn bản đi phát hành trên phần \
            mềm): the denominator is 0 (numerator 0 (D13)), so there is no ratio",
    },
};

/// Negative figure.
pub static NEGATIVE_FIGURE: Rule = Rule {
    code: "TH311",
    name: "negative-figure",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số liệu âm",
        message: "số liệu {about} là {found}, nhỏ hơn 0",
        advice: "sửa ô; số liệu này chưa được dùng",
        finds: "Một số liệu dạng số nhỏ hơn 0. Số trong ngoặc đơn, như (12), được đọc là -12 theo cách ghi kế toán, \
            nên cũng báo. Số 0 thì không.",
        why: "Số người, số máy, số văn bản không thể âm. Số liệu này không vào tổng và tỷ lệ trong thống kê, và \
            điểm theo quy tắc không tính được; điểm tự chấm của tiêu chí vẫn được tính.",
        fix: "Đơn vị sửa ô thành số đúng, bỏ dấu trừ, dấu gạch đầu dòng hoặc ngoặc đơn. Nếu ô là công thức, kiểm \
            tra phép trừ trong công thức.",
        example: "SGDDT-phieu-danh-gia-2017.xls: 2. Nhân lực!D13: số liệu 2.3 – Đại học là -2, nhỏ hơn 0",
    },
    en: Page {
        title: "Negative figure",
        message: "figure {about} is {found}, below 0",
        advice: "correct the cell; the figure is not used until then",
        finds: "A figure that is a number is below 0. A number in parentheses, such as (12), is read as -12, as \
            accountants write it, and raises this too. A 0 does not.",
        why: "People, computers and documents cannot be negative. The figure is left out of sums and ratios in the \
            statistics, and the score under the rule cannot be computed; the unit's claim still counts.",
        fix: "The unit corrects the cell, without minus, leading dash or parentheses. If the cell is a formula, \
            look at its subtraction.",
        example: "SGDDT-phieu-danh-gia-2017.xls: 2. Nhân lực!D13: figure 2.3 – Đại học is -2, below 0",
    },
};

/// A figure that can be read as two numbers.
pub static TWO_READINGS: Rule = Rule {
    code: "TH349",
    name: "figure-of-two-readings",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số liệu có thể hiểu hai cách",
        message: "{found} ở số liệu {about} có thể hiểu là một trong hai số: {expected}",
        advice: "hỏi đơn vị là số nào, rồi gõ số ấy vào ô định dạng số; số liệu này chưa được dùng",
        finds: "Số liệu là số tiền hoặc tỷ lệ, ô ghi bằng chữ một số có đúng ba chữ số sau một dấu chấm hoặc dấu phẩy, như “1.234”: dấu ấy có thể \
            ngăn hàng nghìn, có thể là dấu thập phân. Ở số đếm (người, máy) thì chỉ có một cách hiểu, nên đọc được và không báo; số ghi \
            trong ô định dạng số cũng vậy.",
        why: "Hai cách hiểu cách nhau một nghìn lần. Chọn một cách là đoán, nên số liệu không được dùng: chỉ tiêu thống kê không có đơn vị, điểm theo \
            quy tắc không tính được. Điểm tự chấm của tiêu chí vẫn được tính, nhưng không có gì đối chiếu.",
        fix: "Hỏi đơn vị. Đơn vị gõ số vào ô định dạng “Số” (Number), không gõ dấu ngăn hàng nghìn, rồi gửi lại.",
        example: "So Tu phap.xlsx: 1. Hạ tầng!D12: “1.234” ở số liệu 1.10 – Kinh phí bảo trì hệ thống có thể hiểu là một trong hai số: 1,234; 1234",
    },
    en: Page {
        title: "Figure that is two numbers",
        message: "{found} of figure {about} can be either of two numbers: {expected}",
        advice: "ask the unit which, then type that number into a cell of the format of numbers; the figure is not used until then",
        finds: "The figure is an amount or a share, and its cell holds, as text, a number with exactly three digits behind one point or comma, such as \
            \"1.234\": it may set off thousands or be the decimal mark. A count, of people or computers, can only be one of them, is read and \
            raises nothing, and so is a number in a cell of the format of numbers.",
        why: "The two are a thousand times apart. To take one would be a guess, so the figure is not used: the statistics leave the unit out and the \
            score under the rule cannot be computed. The unit's claim still counts, with nothing to hold it against.",
        fix: "Ask the unit, which types the number into a cell of the format Number, without marks between thousands, and sends the form again.",
        example: "So Tu phap.xlsx: 1. Hạ tầng!D12: \"1.234\" of figure 1.10 – Kinh phí bảo trì hệ thống can be either of two numbers: 1.234; 1234",
    },
};
