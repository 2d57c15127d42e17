//! The columns of the sheets whose rows are all of one kind.

use crate::base::lang::phrase;
use crate::campaign::book::columns::{NOTE_COLUMN, OTHER_COLUMN, QUESTION_COLUMN, choice, column};
use crate::campaign::book::{
    BookColumn, CellSort, DropDownEntry, FORMS, GIVEN_ID, IGNORED, MEANING, OWNER, RowKind, SEEN,
    SETTING, UNKNOWN, VALUE, WORD,
};

const ONLY: &[RowKind] = &[RowKind::Only];

pub(in crate::campaign::book) const SETTINGS: &[BookColumn] = &[
    column(
        SETTING,
        phrase("Mục", "Setting"),
        CellSort::Code,
        38.0,
        phrase(
            "Tên mục, không đổi. Mục nào ghi được nhiều giá trị thì mỗi giá trị một dòng.",
            "The setting; leave it as it is. Where several values are possible, one row for each.",
        ),
    )
    .known_as(&["Nội dung", "Thiết lập"])
    .needed(ONLY),
    column(
        VALUE,
        phrase("Giá trị", "Value"),
        CellSort::Text,
        60.0,
        phrase(
            "Sửa ở đây. Để trống: dùng giá trị mặc định.",
            "Correct here. Empty: the default.",
        ),
    ),
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

pub(in crate::campaign::book) const LEVELS: &[BookColumn] = &[
    column("id", phrase("Mã cấp", "Level code"), CellSort::Code, 14.0, phrase("Mã ngắn của cấp, không dấu, ví dụ tinh, huyen, xa. Trang Đơn vị và các cột điểm tối đa dùng mã này.", "A short code, such as tinh; used by the sheet of units and the columns of maxima.")).known_as(&["Mã"]).needed(ONLY),
    column("name", phrase("Tên cấp", "Level"), CellSort::Text, 30.0, phrase("Tên in trong kết quả, ví dụ Cấp tỉnh.", "The name in results.")).known_as(&["Tên"]).needed(ONLY),
    column("units", phrase("Gọi chung các đơn vị", "Its units together"), CellSort::Text, 40.0, phrase("Cách gọi chung các đơn vị của cấp, ví dụ: sở, ban, ngành.", "What its units are called together.")).needed(ONLY),
    column("total_maximum", phrase("Tổng điểm tối đa", "Total maximum"), CellSort::Number, 12.0, phrase("Chỉ ghi khi cấp này có tổng điểm tối đa khác với ở trang Đợt.", "Only where it is another number than that of the first sheet.")),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

const RELATIONS: &[DropDownEntry] = &[
    choice("renamed", "đổi tên", "renamed"),
    choice("merged", "sáp nhập", "merged"),
    choice("split", "chia tách", "split"),
    choice("abolished", "giải thể", "abolished"),
];

pub(in crate::campaign::book) const UNITS: &[BookColumn] = &[
    column(
        "level",
        phrase("Cấp", "Level"),
        CellSort::Code,
        12.0,
        phrase(
            "Mã hoặc tên cấp, như ở trang Cấp; để trống thì lấy theo các đơn vị cùng loại.",
            "The code or the name of the level; empty: that of units of the same kind.",
        ),
    )
    .known_as(&["Mã cấp", "Tên cấp"]),
    column(
        "order",
        phrase("Thứ tự", "Order"),
        CellSort::Whole,
        9.0,
        phrase(
            "Thứ tự trong cấp khi in kết quả; để trống thì theo thứ tự dòng.",
            "The order within the level; empty: that of the rows.",
        ),
    )
    .known_as(&["TT", "STT", "Số TT"]),
    column(
        "code",
        phrase("Mã đơn vị", "Unit code"),
        CellSort::Code,
        14.0,
        phrase(
            "Mã không trùng trong một cấp, ví dụ STC; để trống thì ghép từ chữ đầu của tên.",
            "A code of its own within the level; empty: initials of the name.",
        ),
    )
    .known_as(&["Mã"]),
    column(
        "name",
        phrase("Tên đơn vị", "Unit"),
        CellSort::Text,
        44.0,
        phrase(
            "Tên đầy đủ, như in trong kết quả. Mỗi dòng là một đơn vị phải nộp phiếu.",
            "The full name. Each row is a unit that has to return a form.",
        ),
    )
    .known_as(&["Đơn vị", "Tên"])
    .needed(ONLY),
    column(
        "aliases",
        phrase("Tên khác", "Other names"),
        CellSort::Aliases,
        44.0,
        phrase(
            "Các cách viết khác có trong phiếu, mỗi tên một dòng trong ô (Alt+Enter) hoặc cách nhau bằng dấu |.",
            "Other names in use, one a line or parted by |.",
        ),
    ),
    column(
        "from",
        phrase("Có từ ngày", "Since"),
        CellSort::Day,
        13.0,
        phrase(
            "Ngày thành lập, nếu trong kỳ có thay đổi.",
            "The first day it exists.",
        ),
    ),
    column(
        "until",
        phrase("Hết từ ngày", "Until"),
        CellSort::Day,
        13.0,
        phrase(
            "Ngày không còn tồn tại, nếu có.",
            "The day from which it no longer exists.",
        ),
    ),
    column(
        "relation",
        phrase("Thay đổi", "Change"),
        CellSort::Choice(RELATIONS),
        14.0,
        phrase(
            "Đơn vị có từ đổi tên, sáp nhập hay chia tách.",
            "How it came from, or went into, others.",
        ),
    ),
    column(
        "predecessors",
        phrase("Từ đơn vị", "Comes from"),
        CellSort::Aliases,
        20.0,
        phrase(
            "Mã các đơn vị cũ hình thành nên đơn vị này, mỗi mã một dòng.",
            "Codes of the units that it comes from.",
        ),
    ),
    column(
        "successors",
        phrase("Thành đơn vị", "Went into"),
        CellSort::Aliases,
        20.0,
        phrase(
            "Mã các đơn vị mới mà đơn vị này nhập vào, mỗi mã một dòng.",
            "Codes of the units that it went into.",
        ),
    ),
    column(
        "basis",
        phrase("Căn cứ", "Basis"),
        CellSort::Text,
        30.0,
        phrase(
            "Văn bản quy định thay đổi.",
            "The decision behind the change.",
        ),
    ),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

const MEANINGS: &[DropDownEntry] = &[
    choice("columns.number", "cột: số thứ tự, mã", "column: number"),
    choice("columns.code", "cột: mã tiêu chí", "column: code"),
    choice("columns.criterion", "cột: tiêu chí", "column: criterion"),
    choice(
        "columns.measure",
        "cột: đơn vị tính",
        "column: unit of measure",
    ),
    choice("columns.figure", "cột: số liệu", "column: figure"),
    choice("columns.maximum", "cột: điểm tối đa", "column: maximum"),
    choice("columns.claimed", "cột: điểm tự chấm", "column: self score"),
    choice(
        "columns.appraised",
        "cột: điểm thẩm định",
        "column: appraised score",
    ),
    choice(
        "columns.weight",
        "cột: hệ số (ghi ở trang Tiêu chí)",
        "column: weight (as on the sheet of criteria)",
    ),
    choice(
        "columns.evidence",
        "cột: tài liệu kiểm chứng",
        "column: evidence",
    ),
    choice(
        "columns.explanation",
        "cột: giải trình",
        "column: explanation",
    ),
    choice(
        "columns.earlier",
        "cột: năm trước (không đọc)",
        "column: last year (not read)",
    ),
    choice(
        "columns.unit",
        "cột: tên đơn vị (bảng kết quả)",
        "column: unit (tables of results)",
    ),
    choice(
        "columns.total",
        "cột: tổng điểm (bảng kết quả)",
        "column: total (tables of results)",
    ),
    choice(
        "columns.grade",
        "cột: xếp loại (bảng kết quả)",
        "column: grade (tables of results)",
    ),
    choice(
        "columns.place",
        "cột: thứ hạng (bảng kết quả)",
        "column: place (tables of results)",
    ),
    choice("columns.tick", "cột: đánh dấu phương án", "column: tick"),
    choice("columns.yes", "cột: đánh dấu Có", "column: ticked yes"),
    choice("columns.no", "cột: đánh dấu Không", "column: ticked no"),
    choice(
        "columns.choice",
        "cột: câu trả lời hoặc mức được chọn",
        "column: answer or grade ticked",
    ),
    choice(
        "rows.total",
        "dòng: tổng điểm của phiếu",
        "row: total of a form",
    ),
    choice(
        "rows.sum",
        "dòng: cộng các dòng trên",
        "row: sum of what stands above",
    ),
    choice(
        "rows.sum_of",
        "dòng: “cộng …” trước tên nhóm",
        "row: before the group it sums",
    ),
    choice("rows.grade", "dòng: tự xếp loại", "row: own grade"),
    choice(
        "rows.summary",
        "dòng: tối đa, trung bình … (bảng kết quả)",
        "row: maxima, averages (tables of results)",
    ),
    choice("cover.unit", "bìa: tên đơn vị", "cover: unit"),
    choice("cover.level", "bìa: cấp", "cover: level"),
    choice("cover.year", "bìa: năm đánh giá", "cover: year"),
    choice("cover.period", "bìa: kỳ số liệu", "cover: period"),
    choice(IGNORED, "bỏ qua", "passed over"),
    choice(UNKNOWN, "không nhận ra", "not recognised"),
];

const OWNERS: &[DropDownEntry] = &[
    choice("scheme", "bộ tiêu chí", "scheme"),
    choice("settings", "đợt này", "this campaign"),
];

pub(in crate::campaign::book) const WORDS: &[BookColumn] = &[
    column(WORD, phrase("Tiêu đề trong phiếu", "Heading in forms"), CellSort::Text, 44.0, phrase("Chữ ở tiêu đề cột, ở dòng cộng hoặc ở bìa phiếu, đúng như phiếu ghi.", "A heading, a caption of a row or a label of a cover, as forms have it.")).known_as(&["Tiêu đề", "Tiêu đề cột"]).needed(ONLY),
    column(MEANING, phrase("Là", "Is"), CellSort::Choice(MEANINGS), 38.0, phrase("Chọn trong danh sách. “bỏ qua”: cột này không dùng. “không nhận ra”: chưa biết; chương trình không đoán theo các chữ có sẵn, và báo khi cột ấy có số khác với số được tính.", "Choose from the list.")).known_as(&["Vai trò", "Ý nghĩa"]).needed(ONLY),
    column(OWNER, phrase("Dùng cho", "Belongs to"), CellSort::Choice(OWNERS), 16.0, phrase("“bộ tiêu chí”: dùng cho mọi năm theo bộ này; “đợt này”: chỉ lần này. Để trống: đợt này.", "Of the scheme or of this campaign; empty: this campaign.")),
    column(FORMS, phrase("Số phiếu có", "Forms with it"), CellSort::Free, 13.0, phrase("Bao nhiêu phiếu có tiêu đề này; không được đọc lại.", "In how many forms it was seen; not read.")),
    column(SEEN, phrase("Thấy ở", "Seen in"), CellSort::Free, 40.0, phrase("Một chỗ có tiêu đề này; không được đọc lại.", "Where it was seen; not read.")),
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

pub(in crate::campaign::book) const GRADES: &[BookColumn] = &[
    column(
        "name",
        phrase("Xếp loại", "Grade"),
        CellSort::Text,
        24.0,
        phrase("Tên loại, cao nhất đứng trước.", "Its name; best first."),
    )
    .known_as(&["Tên", "Loại"])
    .needed(ONLY),
    column(
        "from",
        phrase("Từ điểm", "From"),
        CellSort::Threshold,
        14.0,
        phrase(
            "Tổng điểm thấp nhất đạt loại này: số điểm, hoặc tỷ lệ của tổng điểm tối đa như 80%. Nếu các cấp khác nhau: để trống ô này và ghi ở các cột bên cạnh.",
            "The lowest total that has it: points, or a percentage of the total maximum such as 80%. Where levels differ leave it empty and fill the columns beside it.",
        ),
    )
    .needed(ONLY),
    column(
        "each_group",
        phrase("Mỗi nhóm từ", "Each group from"),
        CellSort::Threshold,
        14.0,
        phrase(
            "Điểm thấp nhất ở từng nhóm trong tổng để đạt loại này: số điểm, hoặc tỷ lệ của điểm tối đa của nhóm như 60%. Để trống: chỉ xét tổng điểm. Nếu các cấp khác nhau: để trống ô này và ghi ở cột “Tham số khác” từng cấp một, ví dụ each_group = { tinh = \"60%\", xa = \"50%\" }; cấp không ghi thì không xét.",
            "The fewest points in each group inside the total: points, or a percentage of the maximum of the group such as 60%. Empty: the total alone decides. Where levels differ leave it empty and write each in the column of other parameters, such as each_group = { tinh = \"60%\", xa = \"50%\" }; a level that is left out asks for none.",
        ),
    ),
    column(
        "groups",
        phrase("Riêng nhóm", "Single groups"),
        CellSort::Minima,
        22.0,
        phrase(
            "Mức riêng của từng nhóm, mỗi nhóm một dòng trong ô (Alt+Enter): mã nhóm, dấu hai chấm, số điểm hoặc tỷ lệ. Ví dụ: 1: 50%",
            "The minimum of single groups, one a line: the code, a colon, points or a percentage, such as 1: 50%.",
        ),
    ),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

pub(in crate::campaign::book) const GIVEN: &[BookColumn] = &[
    column(
        GIVEN_ID,
        phrase("Mã chỉ tiêu", "Statistic"),
        CellSort::Code,
        26.0,
        phrase(
            "Mã của chỉ tiêu có cách tính “Tỉnh cung cấp” ở trang Thống kê.",
            "The code of a statistic that is given.",
        ),
    )
    .known_as(&["Mã"])
    .needed(ONLY),
    column(
        "value",
        phrase("Giá trị", "Value"),
        CellSort::Number,
        16.0,
        phrase("Con số do tỉnh cung cấp.", "The figure."),
    )
    .needed(ONLY),
    column(
        "of",
        phrase("Trên tổng số", "Out of"),
        CellSort::Number,
        16.0,
        phrase(
            "Trên tổng số bao nhiêu, nếu biết.",
            "Of how many, where known.",
        ),
    ),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];
