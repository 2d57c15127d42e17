//! The columns of the sheets whose rows are of several kinds: criteria and statistics.

use RowKind::{Criterion, Figure, Group, Item, Option as Opt, Section, Statistic, Tier};

use crate::base::lang::phrase;
use crate::campaign::book::columns::{NOTE_COLUMN, OTHER_COLUMN, QUESTION_COLUMN, choice, column};
use crate::campaign::book::{
    BookColumn, CellSort, DropDownEntry, FIGURES, KIND, MAXIMUM, OVER, RowKind,
};

pub(in crate::campaign::book) const CRITERIA_KINDS: &[(RowKind, DropDownEntry)] = &[
    (Group, choice("group", "nhóm", "group")),
    (Criterion, choice("criterion", "tiêu chí", "criterion")),
    (Figure, choice("figure", "số liệu", "figure")),
    (Opt, choice("option", "phương án", "option")),
    (Tier, choice("tier", "bậc", "tier")),
    (Item, choice("item", "số lượng", "item")),
];

const FIGURE_KINDS: &[DropDownEntry] = &[
    choice("count", "số đếm", "count"),
    choice("amount", "số lượng (có thể lẻ)", "amount"),
    choice("yes_no", "có/không", "yes or no"),
    choice("choice", "phương án", "option"),
];

pub(in crate::campaign::book) const CRITERIA: &[BookColumn] = &[
    column("id", phrase("Mã", "Code"), CellSort::Code, 20.0, phrase("Mã in trong phiếu: 1, 1.1, 1.1.1; phần trước dấu chấm cuối là mã của mục chứa nó. Của số liệu: tên ngắn không dấu, không trùng. Ô này là chữ.", "The code as printed: 1, 1.1, 1.1.1; of a figure a short name of its own. A text.")).known_as(&["TT", "Mã tiêu chí"]).of(&[Group, Criterion, Figure]).needed(&[Group, Criterion, Figure]),
    column(KIND, phrase("Loại dòng", "Kind of row"), CellSort::Free, 14.0, phrase("Dòng này là nhóm, tiêu chí, hay số liệu, phương án, bậc của tiêu chí ngay phía trên.", "What the row is; figures, options and tiers are of the criterion above.")).known_as(&["Loại"]),
    column("name", phrase("Nội dung", "Text"), CellSort::Text, 60.0, phrase("Tên nhóm, tiêu chí, số liệu hoặc phương án, đúng như phiếu ghi.", "The text as forms have it.")).known_as(&["Tên", "Tiêu chí"]).of(&[Group, Criterion, Figure, Opt]).needed(&[Group, Criterion, Opt]),
    column(MAXIMUM, phrase("Điểm tối đa", "Maximum"), CellSort::Maximum, 10.0, phrase("Điểm tối đa ở mọi cấp; điểm cộng không có mức tối đa thì ghi: không giới hạn. Nếu các cấp khác nhau: để trống ô này và ghi ở các cột bên cạnh; cấp để trống là cấp không có tiêu chí này.", "On all levels; a bonus without a maximum has: unlimited. Where they differ leave it empty and fill the columns beside it; a level left empty does not have the criterion.")).of(&[Group, Criterion]),
    column("minimum", phrase("Điểm tối thiểu", "Minimum"), CellSort::Number, 10.0, phrase("Chỉ ghi khi có điểm trừ, ví dụ -10.", "Only where it is not 0, such as -10.")).of(&[Group, Criterion]),
    column("weight", phrase("Hệ số", "Weight"), CellSort::Number, 8.0, phrase("Một điểm ở đây bằng bao nhiêu điểm của mục chứa nó (của nhóm: của tổng điểm); để trống là 1. Khi lấy bình quân: trọng số của tiêu chí con.", "What a point is worth in what contains it; empty: 1. Of a mean, the weight.")).known_as(&["Trọng số"]).of(&[Group, Criterion]),
    column("own_points", phrase("Điểm của chính mục", "Points of its own"), CellSort::YesNo, 9.0, phrase("Ghi có nếu mục có tiêu chí con nhưng điểm lấy ở chính dòng của mục; điểm các tiêu chí con khi đó không cộng.", "Yes: it has criteria below, but its own row has the points; those below are not added.")).of(&[Criterion]),
    column("by_figures", phrase("Điểm theo số liệu", "Points by figures"), CellSort::YesNo, 9.0, phrase("Ghi có nếu điểm được tính là điểm tính từ số liệu (tỉnh tính, như so với đơn vị cao nhất); điểm đơn vị tự chấm khi đó chỉ để đối chiếu.", "Yes: what the figures give counts; the claim is only compared.")).of(&[Criterion]),
    column("rule.type", phrase("Cách chấm", "How it is scored"), CellSort::Choice(&[]), 34.0, phrase("Chọn trong danh sách. Mục có tiêu chí con thì chọn “Cộng các tiêu chí con”.", "Choose from the list.")).of(&[Criterion]).needed(&[Criterion]),
    column(FIGURES, phrase("Theo số liệu", "By figures"), CellSort::Codes, 20.0, phrase("Mã các số liệu dùng để chấm, cách nhau bằng dấu phẩy. Cách chấm theo tỷ lệ: số liệu ở tử số.", "The codes of the figures; of a share the part.")).of(&[Criterion, Item]).needed(&[Item]),
    column(OVER, phrase("Chia cho số liệu", "Divided by"), CellSort::Code, 16.0, phrase("Mã số liệu ở mẫu số, khi chấm theo tỷ lệ.", "The code of the whole, of a share.")).of(&[Criterion]),
    column("from", phrase("Từ mức", "From"), CellSort::Percent, 9.0, phrase("Của dòng bậc: giá trị thấp nhất đạt bậc này; theo tỷ lệ thì ghi số phần trăm, ví dụ 90. Bậc cao đứng trước.", "Of a tier: the lowest value that reaches it; highest tier first.")).of(&[Tier]).needed(&[Tier]),
    column("per", phrase("Cứ mỗi", "For every"), CellSort::Number, 9.0, phrase("Của dòng số lượng: cứ bao nhiêu thì được số điểm bên cạnh; để trống là 1.", "How many make one; empty: 1.")).of(&[Item]),
    column("points", phrase("Điểm", "Points"), CellSort::Number, 9.0, phrase("Điểm của bậc, phương án, hoặc của mỗi việc.", "The points of the tier, the option or the item.")).of(&[Tier, Opt, Item]).needed(&[Tier, Opt, Item]),
    column("unit", phrase("Đơn vị tính", "Unit of measure"), CellSort::Text, 14.0, phrase("Ví dụ %, người, máy.", "Such as %.")).of(&[Criterion, Figure]),
    column("kind", phrase("Kiểu số liệu", "Kind of figure"), CellSort::Choice(FIGURE_KINDS), 18.0, phrase("Của dòng số liệu; để trống là số đếm.", "Of a figure; empty: a count.")).of(&[Figure]),
    column("aliases", phrase("Cách ghi khác", "Other wordings"), CellSort::Texts, 28.0, phrase("Những cách ghi khác của nội dung có trong phiếu, mỗi cách một dòng trong ô (Alt+Enter).", "Other wordings in use, one a line.")).known_as(&["Tên khác"]).of(&[Group, Criterion, Figure, Opt]),
    column("short", phrase("Tên ngắn", "Short name"), CellSort::Text, 16.0, phrase("Của nhóm: tên ngắn cho cột hẹp và tên trang.", "Of a group: for narrow columns.")).of(&[Group]),
    column("outside_total", phrase("Ngoài tổng", "Outside the total"), CellSort::YesNo, 9.0, phrase("Của nhóm điểm cộng, điểm trừ nằm ngoài tổng điểm tối đa: ghi có.", "Of bonus and penalty groups: yes.")).of(&[Group]),
    column("blank_is_zero", phrase("Trống là 0", "Blank is 0"), CellSort::YesNo, 9.0, phrase("Của điểm cộng, điểm trừ: ghi có nếu để trống nghĩa là 0 điểm. Không ghi gì thì ô trống là chưa rõ, không phải 0.", "Of a bonus or penalty: yes if a blank means 0. Otherwise a blank is open, not 0.")).of(&[Criterion]),
    column("cap", phrase("Tính đến tối đa", "At most the maximum"), CellSort::YesNo, 9.0, phrase("Ghi có nếu các tiêu chí con cộng lại được nhiều hơn điểm tối đa của mục mà chỉ tính đến điểm tối đa, ví dụ “tối đa 5 điểm”.", "Yes: those below may add up to more than the maximum, and no more than the maximum counts.")).of(&[Group, Criterion]),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];

pub(in crate::campaign::book) const STATISTICS_KINDS: &[(RowKind, DropDownEntry)] = &[
    (Section, choice("section", "mục", "section")),
    (Statistic, choice("statistic", "chỉ tiêu", "statistic")),
];

pub(in crate::campaign::book) const STATISTICS: &[BookColumn] = &[
    column(
        "id",
        phrase("Mã", "Code"),
        CellSort::Code,
        22.0,
        phrase("Mã không trùng, không dấu.", "A code of its own."),
    )
    .needed(&[Section, Statistic]),
    column(
        KIND,
        phrase("Loại dòng", "Kind of row"),
        CellSort::Free,
        12.0,
        phrase(
            "mục: một phần của báo cáo; chỉ tiêu: một con số.",
            "A section, or a statistic.",
        ),
    )
    .known_as(&["Loại"]),
    column(
        "name",
        phrase("Nội dung", "Text"),
        CellSort::Text,
        60.0,
        phrase("Tên mục hoặc chỉ tiêu.", "The text."),
    )
    .known_as(&["Tên"])
    .needed(&[Section, Statistic]),
    column(
        "section",
        phrase("Thuộc mục", "Section"),
        CellSort::Code,
        12.0,
        phrase("Mã của mục chứa chỉ tiêu.", "The code of its section."),
    )
    .of(&[Statistic])
    .needed(&[Statistic]),
    column(
        "formula.type",
        phrase("Cách tính", "Formula"),
        CellSort::Choice(&[]),
        34.0,
        phrase("Chọn trong danh sách.", "Choose from the list."),
    )
    .of(&[Statistic])
    .needed(&[Statistic]),
    column(
        FIGURES,
        phrase("Theo số liệu", "By figures"),
        CellSort::Codes,
        24.0,
        phrase(
            "Mã các số liệu, cách nhau bằng dấu phẩy; của tỷ lệ: số liệu ở tử số.",
            "The codes of the figures; of a share the part.",
        ),
    )
    .of(&[Statistic]),
    column(
        OVER,
        phrase("Chia cho số liệu", "Divided by"),
        CellSort::Code,
        18.0,
        phrase("Của tỷ lệ: mã số liệu ở mẫu số.", "Of a share: the whole."),
    )
    .of(&[Statistic]),
    column(
        "formula.group",
        phrase("Nhóm", "Group"),
        CellSort::Code,
        9.0,
        phrase(
            "Mã nhóm, khi đếm đơn vị đạt điểm tối đa.",
            "The group, for units at its maximum.",
        ),
    )
    .of(&[Statistic]),
    column(
        "unit",
        phrase("Đơn vị tính", "Unit of measure"),
        CellSort::Text,
        14.0,
        phrase("Ví dụ người, máy.", "Of what it is a number."),
    )
    .of(&[Statistic]),
    column(
        "level",
        phrase("Cấp", "Level"),
        CellSort::Code,
        10.0,
        phrase(
            "Mã cấp, nếu chỉ tính một cấp; để trống: mọi cấp.",
            "The level it is about; empty: all.",
        ),
    )
    .of(&[Statistic]),
    column(
        "headline",
        phrase("Ở trang đầu", "On the overview"),
        CellSort::YesNo,
        10.0,
        phrase(
            "Ghi có nếu chỉ tiêu đứng ở trang Tổng quan.",
            "Yes: it stands on the overview.",
        ),
    )
    .of(&[Statistic]),
    OTHER_COLUMN,
    NOTE_COLUMN,
    QUESTION_COLUMN,
];
