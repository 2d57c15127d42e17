//! Rules about labels: codes and texts of rows that are not the form's (`TH2xx`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Code and text disagree.
pub static CODE_TEXT_DISAGREE: Rule = Rule {
    code: "TH204",
    name: "code-text-disagree",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Mã và tên tiêu chí không khớp",
        message: "dòng ghi {found}, mẫu ghi {expected}",
        advice: "sửa mã hoặc tên tiêu chí cho đúng mẫu; dòng này chưa được tính",
        finds: "Mã của dòng là một tiêu chí trong bộ tiêu chí, nhưng tên ghi một tiêu chí khác đứng sai chỗ, hoặc \
            khác hẳn tên của mẫu. Tên chỉ sửa vài chữ thì báo mã TH207; tên đúng mẫu và đúng thứ tự mà mã khác thì \
            báo mã TH209; dòng đổi chỗ mà mã và tên vẫn đi với nhau thì không báo.",
        why: "Mã nói một tiêu chí, tên nói tiêu chí khác: điểm của dòng có thể thuộc về cả hai, nên không được \
            tính cho tiêu chí nào. Tiêu chí mang mã này để trống, không phải 0 điểm.",
        fix: "Xem nội dung số liệu và tài liệu kiểm chứng của dòng để biết đơn vị chấm tiêu chí nào, rồi đơn vị \
            sửa lại mã hoặc tên đúng mẫu. Nếu tên mới là cách gọi chính thức của cùng tiêu chí, thêm vào aliases \
            của tiêu chí trong bộ tiêu chí (scheme.toml).",
        example: "Huyen Ia H'Drai.xlsx: 6. ATTT!F11: dòng ghi “6.3 Tập huấn an toàn thông tin”, mẫu ghi 6.3 (Tường \
            lửa, hệ thống phát hiện và phòng chống truy nhập trái phép)",
    },
    en: Page {
        title: "Code and text disagree",
        message: "the row says {found}, the form says {expected}",
        advice: "restore the code or the text of the form; the row does not count until then",
        finds: "The row's code is a criterion of the scheme, but its text is that of another one out of place, or \
            nothing like the form's. A text with a few words changed has TH207; the form's text in its place under \
            another code has TH209; a row that was moved with code and text together raises nothing.",
        why: "The code says one criterion and the text another: the score could belong to either, so it counts for \
            neither. The criterion of the code stays open, it is not 0 points.",
        fix: "Look at the row's figures and evidence to see which criterion was meant; the unit then restores code \
            or text. If the text is an official name of the same criterion, add it to the criterion's aliases in \
            the scheme (scheme.toml).",
        example: "Huyen Ia H'Drai.xlsx: 6. ATTT!F11: the row says \"6.3 Tập huấn an toàn thông tin\", the form \
            says 6.3 (Tường lửa, hệ thống phát hiện và phòng chống truy nhập trái phép)",
    },
};

/// Criterion text edited.
pub static TEXT_EDITED: Rule = Rule {
    code: "TH207",
    name: "text-edited",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Tên tiêu chí khác mẫu",
        message: "dòng ghi {found}; đọc là {expected}",
        advice: "kiểm tra đơn vị có hiểu đúng tiêu chí không",
        finds: "Mã và thứ tự của dòng đúng mẫu, tên không giống hẳn nhưng rất gần với tên của mẫu và gần hơn với mọi \
            tiêu chí khác, hoặc có đủ tên của mẫu và thêm vài chữ. Chỉ khác chữ hoa, dấu cách, dấu câu hoặc cách gõ \
            dấu (hoà, hòa) thì không báo. Tên khác quá nhiều thì báo mã TH204.",
        why: "Điểm được tính, nhưng sửa một chữ có thể đổi nghĩa (“có” thành “không”, năm này thành năm trước), và \
            khi đó đơn vị đã chấm một việc khác.",
        fix: "Đọc hai tên cạnh nhau. Nếu nghĩa như cũ thì không phải làm gì, hoặc thêm tên mới vào aliases của \
            tiêu chí trong bộ tiêu chí (scheme.toml) để không còn cảnh báo. Nếu nghĩa khác, đơn vị khôi phục tên \
            của mẫu và chấm lại.",
        example: "SoTuPhap_CNTT2017.xlsx: 3. Ứng dụng!F20: dòng ghi “Phần mềm tài chính, kế toán, tài sản”; đọc là \
            3.5 (Phần mềm tài chính - kế toán)",
    },
    en: Page {
        title: "Criterion text differs",
        message: "the row says {found}; read as {expected}",
        advice: "check that the unit understood the criterion",
        finds: "Code and order of the row are the form's; its text is not, but very like it and more like it than \
            any other criterion's, or it holds the form's text and more. Differences in case, spaces, punctuation or the place of a tone mark (hoà, hòa) \
            raise nothing. A text too far from the form's has TH204.",
        why: "The score counts, but one word can change the meaning (\"có\" to \"không\", this year to last year), \
            and then the unit has scored something else.",
        fix: "Read the two texts side by side. If they mean the same, there is nothing to do; to end the finding, \
            add the text to the criterion's aliases in the scheme (scheme.toml). If not, the unit restores the \
            text and scores again.",
        example: "SoTuPhap_CNTT2017.xlsx: 3. Ứng dụng!F20: the row says \"Phần mềm tài chính, kế toán, tài sản\"; \
            read as 3.5 (Phần mềm tài chính - kế toán)",
    },
};

/// Unknown row with a score.
pub static ROW_UNKNOWN: Rule = Rule {
    code: "TH208",
    name: "row-unknown",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Dòng ngoài bộ tiêu chí có điểm",
        message: "dòng {found} không có trong bộ tiêu chí; {nearest}; điểm ở dòng này không được tính",
        advice: "sửa mã và tên tiêu chí theo mẫu nếu đây là một tiêu chí",
        finds: "Một dòng của bảng có số ở cột điểm tự chấm, hoặc có dấu chọn, nhưng không nhận ra được là tiêu chí, số liệu, dòng cộng \
            hay dòng tự xếp loại. Dòng như vậy mà cột điểm trống hoặc chỉ có chữ thì không báo. Dòng có điểm mà không \
            có chữ nào cho biết là điểm của tiêu chí nào thì cũng báo. Tên gần giống chỉ là gợi ý.",
        why: "Có thể là tiêu chí đơn vị tự thêm, cũng có thể là một tiêu chí của mẫu bị viết lại. Điểm ở dòng này \
            không được tính; trong trường hợp sau, tiêu chí đó còn được báo mã TH203.",
        fix: "Nếu là một tiêu chí của mẫu, đơn vị sửa mã và tên theo mẫu. Nếu là tiêu chí tự thêm, không phải làm \
            gì: bộ tiêu chí không có thì không có điểm. Nếu là dòng cộng, đơn vị ghi “Cộng nhóm …” hoặc “Tổng \
            điểm” để nhận ra được.",
        example: "So Cong thuong.ods: 3. Ứng dụng!F31: dòng “Phần mềm quản lý chợ” không có trong bộ tiêu chí; gần \
            giống: 3.8 (Phần mềm chuyên ngành); điểm ở dòng này không được tính",
    },
    en: Page {
        title: "Unknown row with a score",
        message: "row {found} is not in the scheme; {nearest}; its score does not count",
        advice: "restore code and text of the form if this is a criterion",
        finds: "A row of a table has digits in the score column and is recognised neither as a criterion or figure \
            nor as a sum or the unit's own grade. Such a row with a blank or with words only in that column raises \
            nothing. A number in a row without any text that says of which criterion it is is told as well. Similar \
            names are proposals only.",
        why: "The unit may have added a criterion of its own, or one of the form was rewritten. The score does not \
            count; in the second case that criterion also has TH203.",
        fix: "If it is a criterion of the form, the unit restores code and text. If the unit added it, there is \
            nothing to do: what is not in the scheme has no points. If it is a sum, the unit calls it \"Cộng nhóm \
            …\" or \"Tổng điểm\", so that it is recognised.",
        example: "So Cong thuong.ods: 3. Ứng dụng!F31: row \"Phần mềm quản lý chợ\" is not in the scheme; similar: \
            3.8 (Phần mềm chuyên ngành); its score does not count",
    },
};

/// Criterion code differs.
pub static CODE_DIFFERS: Rule = Rule {
    code: "TH209",
    name: "code-differs",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Mã tiêu chí khác mẫu",
        message: "mã ghi {found}; theo tên và thứ tự thì đây là {expected}",
        advice: "không phải làm gì nếu đúng; nếu không, sửa lại mã theo mẫu",
        finds: "Tên của dòng đúng mẫu và đứng đúng thứ tự, nhưng mã khác: đánh số lại, 1.10 thành 1.1, 1.2 thành \
            ngày tháng. Mã không có trong bộ tiêu chí thì đứng sai thứ tự cũng vậy. Mã trống, gạch đầu dòng, \
            phần cuối của mã (a) cho I.1.a), hoặc chỉ thêm dấu chấm, dấu ngoặc, dấu cách thì không báo.",
        why: "Điểm được tính theo tên. Tên và thứ tự cùng chỉ một tiêu chí nên nhầm lẫn khó xảy ra, nhưng ai tra \
            cứu theo mã sẽ thấy khác.",
        fix: "So mã ghi trong phiếu với tiêu chí được nêu. Nếu đúng tiêu chí thì không phải làm gì. Để Excel không \
            đổi mã thành ngày tháng hoặc bỏ số 0, đơn vị định dạng cột mã là “Văn bản” (Text) trước khi gõ.",
        example: "Phieu_STTTT_2017.xlsx: 2. Nhân lực!F10: mã ghi “02/01/2018”; theo tên và thứ tự thì đây là 2.1 \
            (Bố trí lãnh đạo phụ trách CNTT)",
    },
    en: Page {
        title: "Criterion code differs",
        message: "the code says {found}; by text and order this is {expected}",
        advice: "nothing to do if that is right; if not, restore the code of the form",
        finds: "The row's text is the form's and stands in its place, but the code is another: renumbered, 1.10 \
            become 1.1, 1.2 become a date. With a code that the scheme does not have, a row out of place is taken \
            by its text too. A blank code, a bullet, the end of the code (a) for I.1.a), or one with dots, brackets or \
            spaces around it, raises nothing.",
        why: "The score counts by the text. Text and order say the same, so a mistake is unlikely, but whoever \
            looks up the code finds another one.",
        fix: "Compare the code in the form with the criterion named. If it is the right one, there is nothing to \
            do. To keep Excel from turning codes into dates or dropping zeros, the unit formats the column as Text \
            before typing.",
        example: "Phieu_STTTT_2017.xlsx: 2. Nhân lực!F10: the code says \"02/01/2018\"; by text and order this is \
            2.1 (Bố trí lãnh đạo phụ trách CNTT)",
    },
};
