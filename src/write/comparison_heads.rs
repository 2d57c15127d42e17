//! The headings of a comparison's sheets, in both languages.
//!
//! In: nothing. Out: phrases. Not for: what is said of a unit, which is in `comparison`.

use crate::lang::{Phrase, phrase};

macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(pub(super) const $name: Phrase = phrase($vi, $en);)*
    };
}

words! {
    TITLE: "SO SÁNH KẾT QUẢ HAI NĂM", "TWO YEARS COMPARED";
    OVERVIEW: "Tổng quan", "Overview";
    STATISTICS: "Thống kê", "Statistics";
    CELLS: "Từng ô", "Cells";
    ITEMS: "Tiêu chí đổi", "Criteria changed";
    SIDE_BEFORE: "Trước: {0}", "Before: {0}";
    SIDE_NOW: "Sau: {0}", "After: {0}";
    UNIT: "Đơn vị", "Unit";
    STATE: "Tình trạng", "State";
    TOTAL: "Tổng {0}", "Total {0}";
    CHANGE: "Thay đổi", "Change";
    PLACE: "Hạng* {0}", "Place* {0}";
    PLACES: "Lên (+), xuống (-)", "Up (+), down (-)";
    GRADE: "Xếp loại {0}", "Grade {0}";
    WHY: "Căn cứ, điều kiện so sánh", "Reasons and conditions";
    NOTE: "* Thứ hạng trong số đơn vị có kết quả cả hai năm, xếp lại theo tổng điểm của từng năm. Các cột sau “Xếp loại” cộng lại đúng bằng cột “Thay đổi”. Dấu – là không so sánh.",
        "* Places among the units with a result in both years, by the totals of each year. The columns behind the grades add up to the change exactly. A dash: not compared.";
    LEVEL: "Cấp", "Level";
    UP: "Tăng", "Up";
    DOWN: "Giảm", "Down";
    EVEN: "Giữ nguyên", "Same";
    SECTION_COUNTS: "1. Số đơn vị", "1. Number of units";
    SECTION_MOVERS: "2. Thay đổi nhiều nhất", "2. Biggest changes";
    SECTION_CHARTS: "3. Biểu đồ", "3. Charts";
    PARTS: "Gồm", "Made of";
    NOBODY: "Không có thay đổi nào so sánh được.", "There is no change that can be compared.";
    CHART_TOTALS: "{0}: tổng điểm {1} và {2}", "{0}: totals {1} and {2}";
    CHART_PLACES: "{0}: số bậc lên, xuống", "{0}: places won and lost";
    STATISTIC: "Chỉ tiêu", "Statistic";
    COVERAGE: "Phạm vi {0}", "Coverage {0}";
    COMPARED: "So sánh", "Comparison";
    ACTION: "Thao tác", "Action";
    CODE: "Mã", "Code";
    CONTENT: "Nội dung", "Text";
    OLD_NEW: "{0} → {1}", "{0} → {1}";
    DIFFERENCE: "Chênh lệch", "Difference";
    CELLS_NOTE: "+++ có thêm; --- mất đi; → thay đổi. (trống) không phải là 0.", "+++ came; --- went; → changed. (blank) is not 0.";
    MORE: "… và {0} dòng khác, xem bản JSON", "… and {0} more, see the JSON";
}
