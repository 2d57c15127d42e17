//! The words of the page that no other form of a result has.
//!
//! In: nothing. Out: phrases in both languages. Not for: headings of columns and remarks, which are those of the workbook.

use crate::base::lang::phrases;

// Around everything.
phrases! {
    LANGUAGE: "vi", "en";
    SKIP: "Đến nội dung chính", "Skip to the content";
    CONTENTS: "Mục lục", "Contents";
    YEAR: "năm {0}", "year {0}";
    BACK: "Về đầu trang", "Back to the top";
    ABOUT_FILE: "Trang này gồm mọi số của bảng tổng hợp cùng lần chạy; không tải gì từ mạng. Ô trống, dấu – và chữ “chưa có” không phải là 0.",
        "This page has the numbers of the consolidated workbook of the same run and loads nothing from a network. A blank, a dash and “none” are not 0.";
}

// What the script says.
phrases! {
    SEARCH: "Tìm trong bảng", "Search the table";
    EVERYTHING: "Tất cả", "All";
    ROWS_SHOWN: "{0}/{1} dòng", "{0} of {1} rows";
    CLEAR: "Bỏ lọc", "Clear";
}

// Parts and their headings.
phrases! {
    OVERVIEW: "Tổng quan", "Overview";
    FINDINGS: "Cảnh báo", "Findings";
    STATISTICS: "Thống kê", "Statistics";
    DECISIONS: "Quyết định", "Decisions";
    UNITS: "Từng đơn vị", "Units";
    COMPARISON: "So với {0}", "Against {0}";
    CARDS: "Đơn vị và phiếu", "Units and returns";
    CARD_RESULT: "Đơn vị có kết quả", "Units with a result";
    CARD_IN_TIME: "Nộp đúng hạn", "In time";
    CARD_LATE: "Nộp muộn", "Late";
    CARD_TIME_UNKNOWN: "Chưa rõ thời điểm nộp", "Time not known";
    CARD_MISSING: "Chưa nộp phiếu", "Not returned";
    CARD_UNUSABLE: "Phiếu chưa dùng được", "Return not usable";
    CARD_UNDECIDED: "Có tệp chưa rõ của ai", "File of unknown owner";
    CARD_OPEN: "Còn tiêu chí chưa xác định điểm", "With open criteria";
    CARD_OF: "trên {0} đơn vị", "of {0} units";
    RESULT_TABLE: "Bảng kết quả {0} ({1})", "Results: {0} ({1})";
    LIMITS_TABLE: "Ngưỡng xếp loại, {0}", "Limits of grades, {0}";
    GRADES_TABLE: "Số đơn vị theo xếp loại", "Units per grade";
    HEADLINES_TABLE: "Chỉ tiêu chính", "Headline statistics";
    AVERAGES_TABLE: "Điểm bình quân so với điểm tối đa", "Average against the maximum";
    OPEN_SCORE: "chưa có điểm", "no points yet";
    AVERAGE_ROW: "Bình quân", "Average";
}

// Pictures.
phrases! {
    TOTALS_CHART: "Phân bố tổng điểm, {0}", "Distribution of totals, {0}";
    TOTALS_READ: "Mỗi chấm là một đơn vị; chấm rỗng là tổng tạm tính. Vạch đứng là ngưỡng xếp loại. Số liệu ở bảng kết quả phía trên.",
        "Each dot is a unit; a hollow one has a provisional total. Upright lines are limits of grades. The numbers are in the table of results above.";
    TOTALS_SPOKEN: "{0}: {1} đơn vị, thấp nhất {2}, trung vị {3}, cao nhất {4}.",
        "{0}: {1} units, lowest {2}, median {3}, highest {4}.";
    FROM: "từ {0}", "from {0}";
    HEAT_TABLE: "Điểm nhóm so với điểm tối đa, {0}", "Groups as share of the maximum, {0}";
    HEAT_READ: "Nền càng đậm là tỷ lệ càng cao. Điểm tối đa là của riêng từng đơn vị, đã trừ tiêu chí được miễn.",
        "The darker the ground, the higher the share, of what each unit can reach.";
    SLOPES_CHART: "Tổng điểm {0} và {1}, {2}", "Totals {0} and {1}, {2}";
    SLOPES_READ: "Mỗi đường là một đơn vị: nét liền là tăng hoặc giữ nguyên, nét đứt là giảm. Số liệu ở bảng phía dưới.",
        "Each line is a unit: unbroken for up or the same, broken for down. The numbers are in the table below.";
    SLOPES_SPOKEN: "{0}: {1} đơn vị, {2} tăng, {3} giảm, {4} giữ nguyên.", "{0}: {1} units, {2} up, {3} down, {4} the same.";
    COMPARISON_NOTE: "* Thứ hạng trong số đơn vị có kết quả cả hai năm, xếp lại theo tổng điểm của từng năm. Dấu – là không so sánh.",
        "* Places among the units with a result in both years, by the totals of each year. A dash: not compared.";
    SHARE_OF_TOTAL: "Tỷ lệ so với tổng điểm tối đa", "Share of the maximum";
}

// A unit.
phrases! {
    TOTAL_OF: "Tổng điểm {0}/{1}", "Total {0} of {1}";
    GRADED: "xếp loại {0}", "grade {0}";
    PLACED: "thứ hạng {0}/{1}", "place {0} of {1}";
    SEE_TABLE: "Xem bảng {0}", "See the table of {0}";
    GROUP_TABLE: "Điểm theo nhóm", "Points by group";
    POINTS: "Điểm", "Points";
    MEDIAN: "Trung vị của cấp", "Median of the level";
    SHARE: "Tỷ lệ", "Share";
    PICTURE: "Điểm so với tối đa (vạch: trung vị)", "Points of the maximum (mark: median)";
    ITS_FINDINGS: "Cảnh báo ({0})", "Findings ({0})";
    ITS_DECISIONS: "Quyết định ({0})", "Decisions ({0})";
    FILE: "Tệp:", "File:";
    SAVED: "lưu lần cuối {0}", "last saved {0}";
    YEAR_IN_LINE: "Kết quả {0}:", "{0}:";
    TOTAL_THEN: "tổng điểm {0}", "total {0}";
    CHANGED_BY: "thay đổi {0}", "change {0}";
    NO_FINDING: "Không có cảnh báo.", "No findings.";
}
