//! Rules about what is printed in a published table: numbers, rows and columns (TH621 to TH632).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Points out of range.
pub static OUT_OF_RANGE: Rule = Rule {
    code: "TH621",
    name: "published-out-of-range",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Điểm ngoài khung cho phép",
        message: "{about}: công bố {found}, khung cho phép {expected}",
        advice: "kiểm tra điểm, hoặc kiểm tra xem đã dùng đúng điểm tối đa của cấp này chưa",
        finds: "Điểm của một nhóm vượt điểm tối đa của cấp, hoặc thấp hơn mức thấp nhất.",
        why: "Điểm tối đa khác nhau giữa các cấp (ví dụ 40 và 50); dùng nhầm khung thì đơn vị được tính thừa điểm.",
        fix: "Đối chiếu với bộ tiêu chí của cấp đó rồi sửa điểm và tổng.",
        example: "ket-qua.xlsx: Cấp tỉnh!H5: nhóm 6 (An toàn thông tin): công bố 45, khung cho phép từ 0 đến 40",
    },
    en: Page {
        title: "Points out of range",
        message: "{about}: printed is {found}, allowed is {expected}",
        advice: "look at the points, or whether the maximum of this level was used",
        finds: "The points of a group are above the maximum of the level, or below the minimum.",
        why: "Maxima differ by level (such as 40 and 50); with the wrong one a unit gets too many points.",
        fix: "Compare with the scheme for that level and correct the points and the total.",
        example: "ket-qua.xlsx: Cấp tỉnh!H5: group 6 (An toàn thông tin): printed is 45, allowed is from 0 to 40",
    },
};

/// Decimal marks mixed.
pub static MIXED_DECIMAL_MARKS: Rule = Rule {
    code: "TH622",
    name: "published-mixed-decimal-marks",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Lẫn lộn dấu phẩy và dấu chấm thập phân",
        message: "dấu thập phân không thống nhất, các số viết khác phần còn lại: {found}",
        advice: "viết thống nhất một dấu thập phân và nhập số dưới dạng số",
        finds: "Trong cùng một bảng hoặc một phần lời văn, có số dùng dấu phẩy và có số dùng dấu chấm thập phân.",
        why: "Excel coi số viết khác dấu là chữ: không cộng và không sắp xếp theo giá trị, nên tổng và thứ hạng có thể sai mà không báo lỗi.",
        fix: "Chọn một dấu (văn bản hành chính tiếng Việt dùng dấu phẩy) và nhập lại các ô đó dưới dạng số.",
        example: "decision-134.docx: Bảng 1!G6: dấu thập phân không thống nhất, các số viết khác phần còn lại: 89,5 (G6); 859,5 (J6)",
    },
    en: Page {
        title: "Decimal marks mixed",
        message: "decimal marks are mixed; written otherwise than the rest: {found}",
        advice: "use one decimal mark, and enter numbers as numbers",
        finds: "Within one table or text, some numbers have a decimal comma and others a decimal point.",
        why: "Excel takes the odd ones for text: they are neither added up nor sorted by value, and nothing warns of it.",
        fix: "Choose one mark and enter those cells again as numbers.",
        example: "decision-134.docx: Bảng 1!G6: decimal marks are mixed; written otherwise than the rest: 89,5 (G6); 859,5 (J6)",
    },
};

/// Number stored as text.
pub static NUMBER_AS_TEXT: Rule = Rule {
    code: "TH623",
    name: "published-number-as-text",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Số lưu dưới dạng chữ",
        message: "số lưu dưới dạng chữ giữa các ô số: {found}",
        advice: "đổi các ô đó thành số (Data > Text to Columns) rồi cộng, sắp xếp lại",
        finds: "Trong bảng tính có ô chứa số nhưng lưu dưới dạng chữ, trong khi phần lớn các ô là số.",
        why: "Hàm SUM bỏ qua các ô này và lệnh sắp xếp đặt chúng riêng ra.",
        fix: "Đổi thành số, kiểm tra lại tổng và thứ tự.",
        example: "ket-qua.xlsx: Cấp tỉnh!F5: số lưu dưới dạng chữ giữa các ô số: 180.0 (F5)",
    },
    en: Page {
        title: "Number stored as text",
        message: "stored as text among numbers: {found}",
        advice: "turn these cells into numbers (Data > Text to Columns), then add up and sort again",
        finds: "Cells hold numbers stored as text while most cells of the table hold numbers.",
        why: "SUM passes them over, and sorting sets them apart.",
        fix: "Turn them into numbers, and look at totals and order again.",
        example: "ket-qua.xlsx: Cấp tỉnh!F5: stored as text among numbers: 180.0 (F5)",
    },
};

/// Same odd percentage for several indicators.
pub static REPEATED_PERCENTAGE: Rule = Rule {
    code: "TH624",
    name: "published-repeated-percentage",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tỷ lệ lẻ giống hệt nhau ở hai chỉ tiêu",
        message: "tỷ lệ {found} xuất hiện ở nhiều chỉ tiêu khác nhau: {expected}",
        advice: "kiểm tra xem có chép nhầm số của chỉ tiêu này sang chỉ tiêu kia không",
        finds: "Cùng một tỷ lệ phần trăm có số lẻ được ghi cho hai chỉ tiêu khác nhau.",
        why: "Hai tỷ lệ tính từ hai tử số và mẫu số khác nhau hiếm khi trùng đến hai chữ số lẻ; thường là chép nhầm.",
        fix: "Tính lại cả hai tỷ lệ từ số liệu gốc và ghi kèm tử số, mẫu số.",
        example: "decision-134.docx: Văn bản!A12: tỷ lệ 77.28% xuất hiện ở nhiều chỉ tiêu khác nhau: Tỷ lệ cán bộ được trang bị máy tính; Tỷ lệ cán bộ thường xuyên sử dụng internet",
    },
    en: Page {
        title: "Same odd percentage for several indicators",
        message: "{found} is given for several indicators: {expected}",
        advice: "see whether one was copied from the other",
        finds: "The same percentage with decimals is given for two different indicators.",
        why: "Two rates of different numerators and denominators hardly ever agree to two decimals; mostly one was copied.",
        fix: "Compute both from their figures again, and print numerator and denominator with them.",
        example: "decision-134.docx: Văn bản!A12: 77.28% is given for several indicators: Tỷ lệ cán bộ được trang bị máy tính; Tỷ lệ cán bộ thường xuyên sử dụng internet",
    },
};

/// No result and no note.
pub static NO_RESULT_NO_NOTE: Rule = Rule {
    code: "TH625",
    name: "published-no-result-no-note",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị không có kết quả, không có ghi chú",
        message: "{about} không có điểm trong bảng và không có ghi chú vì sao",
        advice: "bổ sung kết quả, hoặc ghi chú lý do dưới bảng",
        finds: "Một đơn vị trong danh sách không có dòng trong bảng, hoặc có dòng trống, mà không ghi chú nào nhắc đến.",
        why: "Người đọc không biết đơn vị chưa nộp, được miễn hay bị bỏ quên.",
        fix: "Thêm dòng của đơn vị, hoặc ghi chú như “* … chưa thực hiện việc tự đánh giá, xếp loại”.",
        example: "ket-qua.xlsx: Cấp huyện!B14: UBND huyện Kon Rẫy không có điểm trong bảng và không có ghi chú vì sao",
    },
    en: Page {
        title: "Unit without result and without note",
        message: "{about} has no points in the table, and no note says why",
        advice: "add the result, or a note under the table",
        finds: "A unit of the registry has no row in the table, or an empty one, and no note names it.",
        why: "Readers cannot tell whether it returned nothing, was exempt, or was forgotten.",
        fix: "Add the unit's row, or a note that it has not carried out its self-assessment.",
        example: "ket-qua.xlsx: Cấp huyện!B14: UBND huyện Kon Rẫy has no points in the table, and no note says why",
    },
};

/// Name unknown to the registry.
pub static UNIT_UNKNOWN: Rule = Rule {
    code: "TH626",
    name: "published-unit-unknown",
    severity: Severity::Warning,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Tên đơn vị không có trong danh sách",
        message: "{found} không có trong danh sách đơn vị; {nearest}",
        advice: "sửa tên cho đúng, hoặc thêm tên gọi khác vào danh sách",
        finds: "Tên trong bảng không trùng tên nào trong danh sách đơn vị, kể cả tên gọi khác.",
        why: "Kết quả không gắn được với đơn vị nào, nên không so sánh được qua các năm.",
        fix: "Dùng tên chính thức, hoặc thêm tên này vào cột tên gọi khác (aliases) của danh sách.",
        example: "ket-qua.xlsx: Cấp huyện!B14: “UBND huyện Kon Rẩy” không có trong danh sách đơn vị; gần giống: UBND \
            huyện Kon Rẫy; UBND huyện Kon Plong",
    },
    en: Page {
        title: "Name unknown to the registry",
        message: "{found} is not in the registry; {nearest}",
        advice: "correct the name, or add it to the registry as an alias",
        finds: "A name in the table is none of the names and aliases of the registry.",
        why: "The result belongs to no unit, so that years cannot be compared.",
        fix: "Use the official name, or add this one to the aliases.",
        example: "ket-qua.xlsx: Cấp huyện!B14: \"UBND huyện Kon Rẩy\" is not in the registry; nearest: UBND huyện Kon Rẫy; UBND huyện Kon Plong",
    },
};

/// Unit in the table twice.
pub static UNIT_TWICE: Rule = Rule {
    code: "TH627",
    name: "published-unit-twice",
    severity: Severity::Error,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Đơn vị có hai dòng",
        message: "{about} đã có một dòng ở trên",
        advice: "giữ một dòng và xếp hạng lại",
        finds: "Cùng một đơn vị, theo tên hoặc tên gọi khác, có hai dòng trong các bảng.",
        why: "Một kết quả bị tính hai lần, các đơn vị phía sau bị đẩy xuống.",
        fix: "Đối chiếu hai dòng, bỏ dòng sai.",
        example: "ket-qua.xlsx: Cấp tỉnh!B22: Sở TT&TT đã có một dòng ở trên",
    },
    en: Page {
        title: "Unit in the table twice",
        message: "{about} has a row further up",
        advice: "keep one row, and rank again",
        finds: "One unit, by its name or an alias, has two rows in the tables.",
        why: "One result counts twice and pushes others down.",
        fix: "Compare the two rows and take the wrong one out.",
        example: "ket-qua.xlsx: Cấp tỉnh!B22: Sở TT&TT has a row further up",
    },
};

/// Unit of another level.
pub static UNIT_OF_OTHER_LEVEL: Rule = Rule {
    code: "TH628",
    name: "published-unit-of-other-level",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đơn vị thuộc cấp khác",
        message: "{about} thuộc {found}, bảng này xếp hạng {expected}",
        advice: "chuyển đơn vị sang bảng của cấp mình",
        finds: "Một đơn vị nằm trong bảng của cấp khác với cấp trong danh sách.",
        why: "Điểm tối đa của hai cấp khác nhau, xếp hạng chung là không đúng.",
        fix: "Chuyển dòng sang bảng đúng cấp rồi xếp hạng lại cả hai bảng.",
        example: "ket-qua.xlsx: Cấp tỉnh!B22: UBND thành phố Kon Tum thuộc Cấp huyện, bảng này xếp hạng Cấp tỉnh",
    },
    en: Page {
        title: "Unit of another level",
        message: "{about} belongs to {found}, this table ranks {expected}",
        advice: "move it to the table of its level",
        finds: "A unit stands in the table of a level that is not its own in the registry.",
        why: "Maxima differ by level, so that ranking them together is wrong.",
        fix: "Move the row, and rank both tables again.",
        example: "ket-qua.xlsx: Cấp tỉnh!B22: UBND thành phố Kon Tum belongs to Cấp huyện, this table ranks Cấp tỉnh",
    },
};

/// Number that cannot be read.
pub static VALUE_UNREADABLE: Rule = Rule {
    code: "TH629",
    name: "published-value-unreadable",
    severity: Severity::Error,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Số không đọc được",
        message: "{about}: {found} không phải là một con số",
        advice: "sửa ô này; dòng này chưa cộng lại được",
        finds: "Một ô điểm chứa thứ không đọc được thành đúng một số.",
        why: "Không kiểm tra được tổng của dòng.",
        fix: "Ghi một số, không kèm chữ hay số thứ hai.",
        example: "ket-qua.xlsx: Cấp tỉnh!G7: nhóm 5 (Trang/Cổng TTĐT): “8,5-9” không phải là một con số",
    },
    en: Page {
        title: "Number that cannot be read",
        message: "{about}: {found} is not a number of points",
        advice: "correct the cell; its row cannot be added up",
        finds: "A cell of points holds something that cannot be read as exactly one number.",
        why: "The row's total cannot be verified.",
        fix: "Write one number, without words or a second number.",
        example: "ket-qua.xlsx: Cấp tỉnh!G7: group 5 (Trang/Cổng TTĐT): \"8,5-9\" is not a number of points",
    },
};

/// Number missing in a row.
pub static VALUE_BLANK: Rule = Rule {
    code: "TH630",
    name: "published-value-blank",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ô điểm để trống",
        message: "{about} để trống trong khi dòng có điểm",
        advice: "ghi 0 nếu không có điểm; dòng này chưa cộng lại được",
        finds: "Một dòng có điểm nhưng một cột để trống.",
        why: "Trống không phải là 0: không biết đơn vị không có điểm hay số bị sót.",
        fix: "Ghi rõ số điểm, kể cả 0.",
        example: "ket-qua.xlsx: Cấp tỉnh!H7: nhóm 6 (An toàn thông tin) để trống trong khi dòng có điểm",
    },
    en: Page {
        title: "Number missing in a row",
        message: "{about} is blank in a row that has points",
        advice: "write 0 where there are no points; the row cannot be added up",
        finds: "A row has points, and one of its columns is blank.",
        why: "A blank is not a zero: nobody knows whether the unit has none or the number was lost.",
        fix: "Write the number, zero included.",
        example: "ket-qua.xlsx: Cấp tỉnh!H7: group 6 (An toàn thông tin) is blank in a row that has points",
    },
};

/// Formulas without stored results.
pub static NOT_CALCULATED: Rule = Rule {
    code: "TH633",
    name: "published-not-calculated",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Công thức chưa lưu kết quả",
        message: "các ô có công thức nhưng tệp chưa lưu kết quả, nên chưa kiểm tra được: {found}",
        advice: "mở tệp bằng Excel, bấm lưu, rồi kiểm tra lại",
        finds: "Ở dòng của các đơn vị có ô chứa công thức mà tệp không lưu kết quả của công thức đó. Mỗi trang nêu một lần.",
        why: "Phần mềm khác Excel khi lưu có thể chỉ giữ công thức. Ô như vậy không phải ô trống: mở bằng Excel thì có số, \
            nhưng trong tệp thì chưa có số nào để cộng lại.",
        fix: "Mở tệp bằng Excel (hoặc LibreOffice), lưu lại, rồi chạy lại lệnh kiểm tra.",
        example: "ket-qua.xlsx: Cấp tỉnh!C11: các ô có công thức nhưng tệp chưa lưu kết quả, nên chưa kiểm tra được: C11, D11, E11",
    },
    en: Page {
        title: "Formulas without stored results",
        message: "these cells hold formulas whose results are not stored in the file, so they could not be checked: {found}",
        advice: "open the file in Excel, save it and audit it again",
        finds: "In the rows of units there are cells with a formula whose result the file does not store. Each sheet is told once.",
        why: "Other programs than Excel may save the formulas only. Such a cell is not blank: Excel shows a number in it, but \
            the file has none that could be added up.",
        fix: "Open the file in Excel (or LibreOffice), save it, and run the audit again.",
        example: "ket-qua.xlsx: Cấp tỉnh!C11: these cells hold formulas whose results are not stored in the file, so they could \
            not be checked: C11, D11, E11",
    },
};

/// Column missing.
pub static COLUMN_MISSING: Rule = Rule {
    code: "TH631",
    name: "published-column-missing",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Bảng thiếu cột",
        message: "bảng không có cột {about}{found}, nên không cộng lại được tổng điểm",
        advice: "kiểm tra tiêu đề cột, hoặc chọn đúng bộ tiêu chí bằng --scheme",
        finds: "Bảng kết quả không có cột của một nhóm tiêu chí, hoặc không có cột tổng điểm. Chỉ nêu tên nhóm khi bảng có phần lớn các nhóm của bộ tiêu chí, hoặc khi bộ tiêu chí được chọn cho bảng; bảng của nơi khác không bị coi là thiếu nhóm.",
        why: "Chỉ kiểm tra được thứ tự và xếp loại, không kiểm tra được phép cộng.",
        fix: "Bổ sung cột, hoặc khai báo tên cột đang dùng vào aliases của bộ tiêu chí.",
        example: "ket-qua.xlsx: Cấp tỉnh: bảng không có cột Điểm cộng/trừ, nên không cộng lại được tổng điểm",
    },
    en: Page {
        title: "Column missing",
        message: "the table has no column for {about}{found}, so its totals cannot be added up",
        advice: "look at the headings, or choose the right scheme with --scheme",
        finds: "A result table has no column for a criterion group, or none for the total. Groups are named where the table has most groups of the scheme, or where the scheme was chosen for it; the table of somebody else lacks none.",
        why: "Only order and grades can be verified, not the additions.",
        fix: "Add the column, or the heading in use to the aliases of the scheme.",
        example: "ket-qua.xlsx: Cấp tỉnh: the table has no column for Điểm cộng/trừ, so its totals cannot be added up",
    },
};

/// Several columns of totals.
pub static SEVERAL_TOTALS: Rule = Rule {
    code: "TH634",
    name: "published-several-totals",
    severity: Severity::Warning,
    bearing: Bearing::InDoubt,
    vi: Page {
        title: "Bảng có nhiều cột tổng điểm",
        message: "bảng có nhiều cột tổng ({found}) và không rõ cột nào là kết quả; không cột nào được đọc",
        advice: "xem cột tổng nào là kết quả; bỏ hoặc đổi tên cột kia rồi chạy lại",
        finds: "Bảng kết quả có từ hai cột tổng trở lên, mà tiêu đề, phép cộng các cột nhóm và thứ tự không cho biết cột nào là kết \
            quả, hoặc nói ngược nhau.",
        why: "Phép cộng, thứ tự và xếp loại của bảng không được kiểm tra, vì cột nào là kết quả thì chỉ văn bản gốc mới cho biết.",
        fix: "Đọc tiêu đề các cột trong văn bản gốc. Chép bảng ra một tệp, bỏ cột không phải kết quả rồi chạy lại.",
        example: "ket-qua.xlsx: Cấp tỉnh!K4: bảng có nhiều cột tổng (Tổng điểm (J4); Tổng điểm (K4)) và không rõ cột nào \
            là kết quả; không cột nào được đọc",
    },
    en: Page {
        title: "Several columns of totals",
        message: "the table has several columns of totals ({found}), and which one is the result cannot be told; none is read",
        advice: "see which column is the result; take out or rename the other one and run again",
        finds: "A result table has two or more columns of totals, and the headings, the sums of the groups and the places do \
            not tell which one is the result, or contradict each other.",
        why: "Additions, order and grades of the table are not verified, because only the original says which column is the \
            result.",
        fix: "Read the headings in the original. Copy the table into a file, take out the column that is no result and run \
            again.",
        example: "ket-qua.xlsx: Cấp tỉnh!K4: the table has several columns of totals (Tổng điểm (J4); Tổng điểm (K4)), \
            and which one is the result cannot be told; none is read",
    },
};

/// Column known by its position.
pub static COLUMN_BY_POSITION: Rule = Rule {
    code: "TH632",
    name: "published-column-by-position",
    severity: Severity::Info,
    bearing: Bearing::Own,
    vi: Page {
        title: "Cột nhận theo vị trí",
        message: "cột {found} được hiểu là {expected} theo vị trí giữa các cột đã biết",
        advice: "nếu đúng, thêm tên này vào aliases của bộ tiêu chí",
        finds: "Tiêu đề của một cột không phải tên nào của nhóm tiêu chí, nhưng cột đứng đúng chỗ của nhóm duy nhất còn thiếu.",
        why: "Vị trí chỉ là suy đoán; cần người xác nhận.",
        fix: "Dùng tên nhóm như trong bộ tiêu chí, hoặc thêm tên đang dùng vào aliases.",
        example: "ket-qua.xlsx: Cấp tỉnh!G4: cột “Cổng thông tin” được hiểu là Trang/Cổng TTĐT theo vị trí giữa các cột đã biết",
    },
    en: Page {
        title: "Column known by its position",
        message: "the column {found} is taken for {expected}, by its place between known columns",
        advice: "if that is right, add the heading to the aliases of the scheme",
        finds: "A heading is no name of a criterion group, but its column stands where the only missing group belongs.",
        why: "A position is an inference that somebody should confirm.",
        fix: "Use the group's name as in the scheme, or add the heading to its aliases.",
        example: "ket-qua.xlsx: Cấp tỉnh!G4: the column \"Cổng thông tin\" is taken for Trang/Cổng TTĐT, by its place between known columns",
    },
};
