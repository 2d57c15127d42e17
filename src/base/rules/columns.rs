//! Rules about columns of numbers beside those that are read (`TH230` to `TH232`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Two columns of which either may count.
pub static SECOND_COLUMN: Rule = Rule {
    code: "TH230",
    name: "second-column",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Hai cột số, không rõ cột nào được tính",
        message: "{about}: có {found}, khác với {expected}; chưa rõ cột nào được tính",
        advice: "hỏi đơn vị cột nào là kết quả cuối cùng, xóa hoặc chuyển cột kia; các tiêu chí hai cột ghi khác nhau chưa được tính",
        finds: "Bên cạnh cột điểm (hoặc cột số liệu) đang đọc còn một cột số nữa: không có tiêu đề, cùng chung một tiêu \
            đề gộp ô, trùng tiêu đề, hoặc có tiêu đề về điểm mà chương trình không biết, như “Điểm sau rà soát”, “Điểm \
            chốt”, “Lần 2”. Cột có tiêu đề về điểm mà ghi số khác 0 bên ô điểm bỏ trống cũng vậy. Mỗi cột báo một lần, ở \
            ô đầu tiên có số khác. Cột ghi giống hệt, cột điểm tối đa, tỷ lệ hay hệ \
            số thì không báo; cột ghi năm khác hoặc “kỳ trước” được báo mã TH231. Hai cột cùng tên “Điểm tự chấm” được báo \
            mã TH205.",
        why: "Người mở tệp thấy hai số và không biết số nào là của đơn vị; lấy cột đứng trước là đoán. Tiêu chí mà hai \
            cột ghi khác nhau để trống, với khoảng điểm từ số nhỏ đến số lớn; tiêu chí hai cột ghi giống nhau vẫn được \
            tính. Số liệu có hai giá trị thì chưa được dùng.",
        fix: "Hỏi đơn vị cột nào là kết quả cuối cùng. Đơn vị xóa cột kia, hoặc chuyển sang một trang khác, rồi gửi lại. \
            Nếu cả đợt dùng mẫu có cột này, thêm tiêu đề của cột vào bảng [columns] trong campaign.toml.",
        example: "VP UBND tinh.xlsx: 5. Trang TTĐT!G9: 5.1 (Trang thông tin điện tử): có 10 (G “Điểm sau rà soát”), khác \
            với 20 (F9, F “Điểm tự chấm”); chưa rõ cột nào được tính",
    },
    en: Page {
        title: "Two columns of numbers, and which one counts is not clear",
        message: "{about}: there is {found} beside {expected}; which column counts is not clear",
        advice: "ask the unit which column is final, delete or move the other one; criteria on which they differ do not count until then",
        finds: "Beside the column of scores (or of figures) that is read there is another column of numbers: without a \
            heading, below the same merged heading, with the same heading, or with a heading of points that the program \
            does not know, such as \"Điểm sau rà soát\", \"Điểm chốt\", \"Lần 2\". So has one with a heading of points and a number other than 0 beside a score that is blank. \
            There is one finding for each column, at the first cell that differs. A column of the same numbers, of maxima, percentages or weights raises \
            nothing; one of another year or \"kỳ trước\" has TH231. Two columns \"Điểm tự chấm\" have TH205.",
        why: "Whoever opens the file sees two numbers and cannot tell which is the unit's; to take the first would be a \
            guess. Criteria on which the columns differ stay open, between the lower and the higher number; the others \
            count. A figure with two values is not used.",
        fix: "Ask the unit which column is final. The unit deletes the other one, or moves it to another sheet, and sends \
            the form again. If the form of the campaign has the column, add its heading to the table [columns] of \
            campaign.toml.",
        example: "VP UBND tinh.xlsx: 5. Trang TTĐT!G9: 5.1 (Trang thông tin điện tử): there is 10 (G “Điểm sau rà soát”) \
            beside 20 (F9, F “Điểm tự chấm”); which column counts is not clear",
    },
};

/// A column of numbers that is not read.
pub static COLUMN_BESIDE: Rule = Rule {
    code: "TH231",
    name: "column-beside",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Có cột số không được đọc",
        message: "{about}: có {found}, khác với {expected}; cột sau được tính, cột trước không được đọc",
        advice: "xem cột không được đọc là gì; nếu đó mới là số đúng, đề nghị đơn vị sửa lại",
        finds: "Trên các dòng tiêu chí hoặc số liệu có một cột số mà chương trình không biết là gì, hoặc là của năm khác \
            (“Năm 2016”, “Kỳ trước”), và ghi khác cột đang đọc. Mỗi cột báo một lần, ở ô đầu tiên có số khác. Số vượt quá \
            thang điểm của tiêu chí chỉ báo khi tiêu đề nói là điểm; tỷ lệ phần trăm, hệ số và điểm tối đa thì không báo. Cột về điểm không rõ năm nào \
            được báo mã TH230.",
        why: "Cột “Điểm tự chấm” hoặc “Số liệu” được tính như thường. Nhưng một cột số không tên cũng có thể là chỗ đơn vị \
            ghi số thật, và người xem bảng tổng hợp không thấy cột đó.",
        fix: "Mở tệp và xem cột được nêu. Nếu là năm trước hoặc ghi chú thì không phải làm gì. Nếu là số đúng, đơn vị \
            chuyển vào cột của mẫu rồi gửi lại.",
        example: "UBND huyen Dak Ha.xlsx: 2. Nhân lực!J9: 2.2 (Bố trí cán bộ phụ trách CNTT): có 20 (J “Năm 2016”), khác \
            với 30 (F9, F “Điểm tự chấm”); cột sau được tính, cột trước không được đọc",
    },
    en: Page {
        title: "A column of numbers is not read",
        message: "{about}: there is {found} beside {expected}; the latter counts, the former is not read",
        advice: "see what the column is that is not read; if it has the right numbers, ask the unit to mend the form",
        finds: "On rows of criteria or figures there is a column of numbers that the program does not know, or that is of \
            another year (\"Năm 2016\", \"Kỳ trước\"), and differs from the column that is read. There is one finding for \
            each column, at the first cell that differs. Numbers beyond the scale of the criterion are told only \
            below a heading of points; percentages, weights and maxima raise nothing. A column of points of no other year has TH230.",
        why: "The column \"Điểm tự chấm\" or \"Số liệu\" counts as always. But an unknown column of numbers may be where \
            the unit wrote the real ones, and who looks at the result does not see it.",
        fix: "Open the file and look at the column named. If it is last year's or a note, there is nothing to do. If it \
            has the right numbers, the unit moves them into the column of the form and sends it again.",
        example: "UBND huyen Dak Ha.xlsx: 2. Nhân lực!J9: 2.2 (Bố trí cán bộ phụ trách CNTT): there is 20 (J “Năm 2016”) \
            beside 30 (F9, F “Điểm tự chấm”); the latter counts, the former is not read",
    },
};

/// A number in a column that is not read for its row.
pub static NUMBER_DROPPED: Rule = Rule {
    code: "TH232",
    name: "number-dropped",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Có số ở cột không đọc cho dòng này",
        message: "{about}: ô này ghi {found} mà không được dùng",
        advice: "hỏi đơn vị số này là gì; nếu là số đúng thì ghi vào đúng cột rồi gửi lại",
        finds: "Dòng số liệu có một số ở cột điểm, hoặc một số đứng riêng ở cột “Giải trình”, khác với số liệu đã đọc ở \
            dòng ấy. Điểm ghi ở các dòng số liệu mà cộng lại đúng bằng điểm của tiêu chí thì không \
            báo. Cột đã khai là cột số liệu mà không tiêu chí nào \
            trong bảng có số liệu thì mỗi trang báo một lần, ở số đầu tiên; hầu hết các phiếu đều thế thì cả đợt báo một lần. Số nằm trong câu chữ thì không báo ở đây; câu có ý sửa điểm được báo mã TH337.",
        why: "Điểm lấy ở dòng tiêu chí, số liệu lấy ở cột số liệu. Số ghi nhầm ô thì không được dùng, và có khi chính nó \
            là số đúng.",
        fix: "Mở phiếu tại ô nêu tên, hỏi đơn vị. Nếu ghi nhầm chỗ thì đơn vị chuyển số về đúng cột rồi gửi lại; nếu \
            thừa thì xóa. Cột số liệu không dòng nào đọc: thêm dòng “số liệu” dưới tiêu chí và chọn cách chấm theo số liệu ấy, hoặc \
            đặt cột là “bỏ qua”.",
        example: "STNMT.xlsx: 1. Hạ tầng!F9: 1.1 – Tổng số cán bộ, công chức: ô này ghi 12 mà không được dùng",
    },
    en: Page {
        title: "Number in a column that is not read here",
        message: "{about}: this cell says {found}, which is not used",
        advice: "ask the unit what it is; if it is the right number, it belongs into its column",
        finds: "The row of a figure has a number in a column of scores, or one alone under \"Giải trình\", that is not the \
            figure read there. Points in the rows of figures that add up to the \
            score of their criterion raise nothing. A column that was declared one of figures, while no criterion of the table has any, \
            is told once for a sheet, at its first number, and once for the campaign where most forms have it. Nor does a number within a sentence; words that correct a score have \
            TH337.",
        why: "Scores are taken from the row of the criterion, figures from the column of figures. What was written into \
            another cell is not used, and may be the number that was meant.",
        fix: "Open the form at the cell named and ask the unit. It moves the number into its column and sends the form \
            again, or deletes it. For a column that no criterion reads add rows of figures below the criteria and a rule that uses \
            them, or have the column passed over.",
        example: "STNMT.xlsx: 1. Hạ tầng!F9: 1.1 – Tổng số cán bộ, công chức: this cell says 12, which is not used",
    },
};

/// Points in a table that is not read.
pub static POINTS_UNREAD: Rule = Rule {
    code: "TH233",
    name: "points-unread",
    severity: Severity::Warning,
    bearing: Bearing::Shared,
    vi: Page {
        title: "Có cột điểm ở bảng không được đọc",
        message: "ô này ghi {found} ở một bảng không được đọc: không rõ cột nội dung hoặc cột điểm của bảng",
        advice: "xem bảng ấy có phải tính vào kết quả không; nếu có thì khai tiêu đề các cột của bảng ở trang Cột của tệp đợt đánh giá",
        finds: "Một trang tính đang hiện, hoặc một phần khác của trang, có cột mang tiêu đề về điểm mà đơn vị ghi (“Điểm tự \
            chấm”, “Điểm cộng”, “Điểm thưởng”, “Điểm trừ”) và có số khác 0, nhưng chương trình không đọc bảng đó: tiêu đề của cột \
            nội dung hoặc của cột điểm chưa được khai. Mỗi bảng báo một lần, ở số đầu tiên; hầu hết các phiếu đều thế thì \
            cả đợt báo một lần. Trang ví dụ và trang của năm khác được báo mã TH133, trang ẩn được báo mã TH222.",
        why: "Điểm ở bảng ấy không có trong kết quả. Bảng điểm thưởng, điểm trừ hay phần tiếp theo của phiếu thường nằm ở một \
            trang riêng.",
        fix: "Mở phiếu tại ô nêu tên. Nếu bảng phải được tính: ở trang Cột của tệp đợt đánh giá (hoặc bảng [columns] trong \
            campaign.toml) chọn cột nội dung là “cột: tiêu chí”, cột điểm là “cột: điểm tự chấm”, rồi thêm các dòng của bảng vào \
            trang Tiêu chí. Nếu chỉ một đơn vị thêm bảng thì hỏi đơn vị. Nếu không phải tính thì không phải làm gì.",
        example: "Sở Tư pháp.xlsx: Điểm thưởng!D3: ô này ghi 1,5 (D “Điểm cộng”) ở một bảng không được đọc: không rõ cột nội \
            dung hoặc cột điểm của bảng",
    },
    en: Page {
        title: "A column of points in a table that is not read",
        message: "this cell says {found} in a table that is not read: its column of texts or of points is not known",
        advice: "see whether the table counts; if so, say what its headings mean in the sheet Cột of the campaign workbook",
        finds: "A visible sheet, or another part of one, has a column with a heading of points that a unit writes (\"Điểm tự \
            chấm\", \"Điểm cộng\", \"Điểm thưởng\", \"Điểm trừ\") and numbers other than 0, and its table is not read: nothing says what its \
            column of texts or of points is. There is one finding for each table, at its first number, and one for the campaign where \
            most forms have it. Examples and sheets of other years have TH133, hidden sheets TH222.",
        why: "Those points are in no result. Tables of bonus points, of points taken off, and the second part of a form often \
            stand on a sheet of their own.",
        fix: "Open the form at the cell named. If the table counts, choose “cột: tiêu chí” and “cột: điểm tự chấm” for its \
            headings in the sheet Cột of the campaign workbook (or in [columns] of campaign.toml), and add its rows to the sheet \
            Tiêu chí. If a single unit added it, ask the unit. If it does not count, there is nothing to do.",
        example: "Sở Tư pháp.xlsx: Điểm thưởng!D3: this cell says 1,5 (D “Điểm cộng”) in a table that is not read: its column of \
            texts or of points is not known",
    },
};
