//! The words of a roll-up: on the terminal and in its workbook.
//!
//! In: nothing, or a [`Rollup`]. Out: phrases, and sentences that count. Not for: findings, which have their own.

use crate::base::lang::{Lang, phrases, plural, say};
use crate::output::outstanding;
use crate::result::rollup::{RolledCounts, Rollup, StatisticOfYear, StatisticTotal};

phrases! {
    TITLE: "TỔNG HỢP CHUNG CÁC KẾT QUẢ ĐÁNH GIÁ", "RESULTS ROLLED UP";
    FOOTER: "Tổng hợp chung", "Results rolled up";
    OVERVIEW: "Tổng hợp", "Overview";
    STATISTICS: "Thống kê", "Statistics";
    UNITS: "Đơn vị", "Units";
    THROUGH_YEARS: "Qua các năm", "Through the years";
    GROUPS: "Nhóm qua các năm", "Groups through the years";
    PARTS: "Tử số, mẫu số", "Numerators";
    FINDINGS: "Cảnh báo", "Findings";
    STATISTICS_TITLE: "CHỈ TIÊU THỐNG KÊ", "STATISTICS";
    UNITS_TITLE: "KẾT QUẢ CỦA CÁC ĐƠN VỊ", "RESULTS OF THE UNITS";
    THROUGH_YEARS_TITLE: "TỔNG ĐIỂM VÀ XẾP LOẠI QUA CÁC NĂM", "TOTALS AND GRADES THROUGH THE YEARS";
    GROUPS_TITLE: "ĐIỂM TỪNG NHÓM QUA CÁC NĂM", "GROUPS THROUGH THE YEARS";
    PARTS_TITLE: "TỬ SỐ, MẪU SỐ CỦA CÁC CHỈ TIÊU", "NUMERATORS AND DENOMINATORS";
    FINDINGS_TITLE: "CẢNH BÁO KHI GỘP KẾT QUẢ", "FINDINGS OF THE ROLL-UP";
    SECTION_RESULTS: "1. Kết quả được gộp", "1. Results rolled up";
    SECTION_GRADES: "2. Số đơn vị theo mức xếp loại", "2. Units by grade";
    NUMBER: "TT", "No.";
    RESULT: "Kết quả", "Result";
    AUTHORITY: "Cơ quan ban hành", "Authority";
    YEAR: "Năm", "Year";
    SCHEME: "Bộ tiêu chí", "Scheme";
    STATE: "Tình trạng", "State";
    FILE: "Tệp", "File";
    LEVEL: "Cấp", "Level";
    UNIT: "Đơn vị", "Unit";
    EXPECTED: "Số đơn vị", "Units";
    RETURNED: "Có kết quả", "With a result";
    MISSING: "Chưa có kết quả", "Without a result";
    UNGRADED: "Chưa xếp loại", "Not graded";
    OPEN: "Điểm còn tạm tính", "Provisional totals";
    SETTLED: "Đã chốt", "Final";
    PROVISIONAL: "Tạm tính: điểm {0} đơn vị chưa chốt", "Provisional: totals of {0} units are open";
    NOT_ALL: "Tạm tính: {0} đơn vị chưa có kết quả", "Provisional: {0} units without a result";
    ALL_RESULTS: "Tất cả", "All";
    TOTAL: "Tổng điểm", "Total";
    MAXIMUM: "Điểm tối đa", "Maximum";
    SHARE: "Tỷ lệ đạt", "Share";
    GRADE: "Xếp loại", "Grade";
    PLACE: "Hạng chung", "Common place";
    OWN_PLACE: "Hạng trong kết quả", "Place in its result";
    REMARK: "Ghi chú", "Remarks";
    GROUP_CODE: "Mã nhóm", "Group";
    GROUP: "Nhóm tiêu chí", "Criterion group";
    LAST_RESULT: "Kết quả năm cuối", "Last result";
    STATISTIC: "Chỉ tiêu", "Statistic";
    MEASURE: "Đơn vị tính", "Measure";
    NUMERATOR: "Tử số", "Numerator";
    DENOMINATOR: "Mẫu số", "Denominator";
    VALUE: "Giá trị", "Value";
    COVERAGE: "Đơn vị có số liệu", "Units with figures";
    COVERED: "Có số liệu", "With figures";
    FORMULA: "Cách tính", "Formula";
    WITHOUT_RESULT: "Chưa có kết quả", "No result";
    IS_OPEN: "Tạm tính: còn tiêu chí chưa chốt", "Provisional: criteria are open";
    IS_TWICE: "Có ở hai kết quả của năm này, không xếp hạng chung", "In two results of this year, no common place";
    JUDGED_BY: "Chấm theo {0}", "Judged by {0}";
    UNITS_TWICE: "không cộng: có đơn vị nằm trong hai kết quả", "not added up: units are in two results";
    NOT_ADDED: "không cộng: số của riêng từng cơ quan", "not added up: each authority's own number";
    PLACE_NOTE: "Hạng chung tính trong các đơn vị cùng năm, cùng cấp và được chấm như nhau (cùng bộ tiêu chí, điểm tối đa, mức xếp loại); điểm bằng nhau thì cùng hạng, đơn vị sau cách quãng (1, 2, 2, 4). Đơn vị chưa có kết quả không có điểm, không phải 0 điểm.",
        "Common places are among units of one year and level that are judged alike (scheme, maxima, grades); equal totals share a place (1, 2, 2, 4). A unit without a result has no total, which is not 0.";
    YEARS_NOTE: "Dấu – là năm đó đơn vị chưa có kết quả; ô trống là năm đó đơn vị không có trong danh sách, hoặc có ở hai kết quả. Năm nào chấm theo bộ tiêu chí khác thì xem tỷ lệ đạt, không so điểm trực tiếp; so từng phần bằng lệnh tonghop diff.",
        "A dash: no result in that year; a blank: not among the units of that year, or in two results. Where years are judged by different schemes, look at shares and do not compare points; tonghop diff compares part by part.";
    GROUPS_NOTE: "Nhóm đổi tên thì đứng riêng. Dấu – là nhóm để trống, không phải 0 điểm.",
        "A group with another name stands apart. A dash: the group is blank, which is not 0.";
    STATISTICS_NOTE: "Dòng đậm là số của tất cả kết quả: cộng tử số, cộng mẫu số rồi mới chia; “Đơn vị có số liệu” là số đơn vị có số liệu trên số đơn vị phải có. Tử số, mẫu số của từng kết quả ở trang “{0}”.",
        "Rows in bold are of all results: numerators and denominators are added up, then divided; coverage is units with figures of units expected. The parts of each result are on the sheet \"{0}\".";
    NOT_ALIKE: "chấm khác nhau, không cộng", "judged otherwise, not added up";
    FINDINGS_LINE: "Có {0} cảnh báo, xem trang “{1}”.", "Findings: {0}, see the sheet \"{1}\".";
    MORE: "… và {0} dòng khác, xem bản JSON", "… and {0} more, see the JSON";
    DASH: "–", "–";
}

/// The years, as people write them.
pub fn years(rollup: &Rollup) -> String {
    let years: Vec<String> = rollup.years.iter().map(i32::to_string).collect();
    years.join(", ")
}

/// What was put together, in one sentence.
pub fn verdict(rollup: &Rollup, lang: Lang) -> String {
    let (results, years) = (rollup.results.len(), years(rollup));
    let RolledCounts {
        expected, returned, ..
    } = rollup.counts();
    let missing = expected.saturating_sub(returned);
    if rollup.years.len() > 1 {
        return say!(
            lang,
            "Đã gộp {results} kết quả của các năm {years}: {expected} lượt đơn vị, {returned} có kết quả, {missing} chưa có.",
            "{results} results of the years {years} rolled up: {expected} units and years, {returned} with a result, {missing} without."
        );
    }
    say!(
        lang,
        "Đã gộp {results} kết quả năm {years}: {expected} đơn vị, {returned} có kết quả, {missing} chưa có.",
        (
            "{} of {years} rolled up: {}, {returned} with a result, {missing} without.",
            plural(results, "result"),
            plural(expected, "unit")
        )
    )
}

/// What became of the files that were met.
pub fn files(rollup: &Rollup, lang: Lang) -> String {
    let files = rollup.files;
    let (found, read) = (files.found, files.read);
    let (refused, ignored) = (files.refused, files.ignored);
    let mut text = say!(
        lang,
        "Đã xem {found} tệp: {read} được gộp, {refused} không gộp được, {ignored} bỏ qua",
        "Files seen: {found}; rolled up: {read}, not taken in: {refused}, left out: {ignored}"
    );
    let parts = files.with_workbook;
    if parts > 0 {
        text.push_str(&say!(
            lang,
            "; ngoài ra có {parts} tệp dữ liệu đi kèm, được tính cùng sổ kết quả ở cạnh",
            "; besides, data files that count with the workbook beside them: {parts}"
        ));
    }
    text
}

/// How settled a result is.
pub fn state(provisional: Option<&str>, counts: &RolledCounts, lang: Lang) -> String {
    match provisional {
        Some(own) => outstanding::banner_in(own, lang),
        None if counts.open > 0 => PROVISIONAL.fill(lang, &[&counts.open.to_string()]),
        None if counts.missing() > 0 => NOT_ALL.fill(lang, &[&counts.missing().to_string()]),
        None => SETTLED.get(lang).to_string(),
    }
}

/// Units by grade: `Tốt 9; Khá 8`.
pub fn grades(counts: &RolledCounts, lang: Lang) -> String {
    let ungraded = UNGRADED.get(lang).to_lowercase();
    let open = (ungraded.as_str(), counts.ungraded());
    let grades = counts.grades.iter();
    let grades = grades.map(|(name, count)| (name.as_str(), *count));
    let told = grades.chain([open]).filter(|(_, count)| *count > 0);
    let told: Vec<String> = told
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    told.join("; ")
}

/// Why a statistic has no common number in a year.
pub fn why_none(of: &StatisticOfYear, lang: Lang) -> Option<&'static str> {
    match of.total {
        StatisticTotal::Sum(_) => None,
        StatisticTotal::UnitsTwice => Some(UNITS_TWICE.get(lang)),
        StatisticTotal::NotAdded => Some(NOT_ADDED.get(lang)),
    }
}

/// That results are not judged alike.
pub fn not_alike(lang: Lang) -> &'static str {
    NOT_ALIKE.get(lang)
}
