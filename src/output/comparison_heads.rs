//! The headings of a comparison's sheets, in both languages.
//!
//! In: nothing. Out: phrases. Not for: what is said of a unit, which is in `comparison`.

use crate::base::lang::{Phrase, phrase, phrases};

phrases! {
    FOOTER: "So sánh kết quả hai năm", "Two years compared";
    OVERVIEW: "Tổng quan", "Overview";
    STATISTICS: "Thống kê", "Statistics";
    CELLS: "Từng ô", "Cells";
    ITEMS: "Tiêu chí đổi", "Criteria changed";
    SIDE_BEFORE: "Trước: {0}", "Before: {0}";
    SIDE_NOW: "Sau: {0}", "After: {0}";
    UNIT: "Đơn vị", "Unit";
    TOTAL: "Tổng {0}", "Total {0}";
    CHANGE: "Thay đổi", "Change";
    PLACE: "Hạng* {0}", "Place* {0}";
    PLACES: "Lên (+), xuống (-)", "Up (+), down (-)";
    GRADE: "Xếp loại {0}", "Grade {0}";
    WHY: "Ghi chú so sánh", "Remarks";
    COMMON: "Chung cho mọi đơn vị có kết quả cả hai năm: {0}", "The same for all units with a result in both years: {0}";
    COMMON_ROWS: "Chung cho mọi dòng: {0}", "The same for all rows: {0}";
    NOTE: "* Thứ hạng trong số đơn vị có kết quả cả hai năm, xếp lại theo tổng điểm của từng năm. Các cột sau “Xếp loại” cộng lại đúng bằng cột “Thay đổi”; ở các cột đó, ô trống là không thay đổi; cột nào bằng 0 ở mọi đơn vị thì không ghi. Dấu – là không so sánh.",
        "* Places among the units with a result in both years, by the totals of each year. The columns behind the grades add up to the change exactly; there, a blank is no change; a column that is 0 for all units is left out. A dash: not compared.";
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
    ACTION: "Loại thay đổi", "Change";
    HELD: "Loại giá trị", "Kind of value";
    CODE: "Mã", "Code";
    CONTENT: "Nội dung", "Text";
    DIFFERENCE: "Chênh lệch", "Difference";
    CELLS_NOTE: "(trống) không phải là 0.", "(blank) is not 0.";
    CHARTS_CONTINUED: "3. Biểu đồ (tiếp theo)", "3. Charts (continued)";
    SCHEME_ONLY: "Không ghi từng ô {0} điểm chỉ đổi theo điểm tối đa của tiêu chí, tỷ lệ đạt giữ nguyên: xem trang “{1}”.",
        "Not listed here: {0} points that only follow a criterion's maximum, their share unchanged; see the sheet \"{1}\".";
    ALT_TOTALS: "{0}. Mỗi đơn vị có hai điểm nối nhau: năm trước và năm nay; số liệu ở trang {1}.",
        "{0}. Two joined marks for each unit, then and now; the numbers are on sheet {1}.";
    ALT_PLACES: "{0}. Mỗi đơn vị một thanh, sang phải là lên bậc; số liệu ở trang {1}.",
        "{0}. A bar for each unit, to the right for places won; the numbers are on sheet {1}.";
    DOUBTS_SHEET: "Cảnh báo", "Findings";
    DOUBTS_NOTE: "Tệp được so sánh có {0} cảnh báo, xem trang “{1}”.",
        "There are findings about the files compared ({0}), see the sheet \"{1}\".";
    MORE: "… và {0} dòng khác, xem bản JSON", "… and {0} more, see the JSON";
}

/// The heads of the findings about the files compared.
pub(super) const DOUBTS: [Phrase; 7] = [
    phrase("Mức độ", "Severity"),
    phrase("Mã", "Code"),
    phrase("Tệp", "File"),
    phrase("Trang", "Sheet"),
    phrase("Ô", "Cell"),
    phrase("Cảnh báo", "Finding"),
    phrase("Hướng xử lý", "What to do"),
];
