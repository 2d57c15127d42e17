//! The words of the written forms, in both languages.
//!
//! In: nothing. Out: phrases; `{0}`, `{1}` … stand for what is filled in. Not for: the texts of findings, which live in
//! `rules/`.

mod decided;

use crate::base::lang::{Lang, phrase, phrases};
use crate::base::rules::Severity;
use crate::base::seal::own_titles;
use crate::input::receipt::{Fate, Timing};

pub(super) use crate::base::lang::Phrase;
use crate::output::sentence::capital;
pub(crate) use crate::output::words::decided::decided_file;
pub(super) use crate::output::words::decided::{
    DECIDED_COUNTS, DECIDED_HEADS, decided_figure, decided_figures,
};

/// Counts in one line, without those that are 0.
pub(super) fn counted(counts: &[(usize, Phrase)], lang: Lang) -> String {
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let texts = counts.map(|(count, phrase)| phrase.fill(lang, &[&count.to_string()]));
    texts.collect::<Vec<_>>().join(", ")
}

/// What became of a file.
pub(super) fn fate(fate: Fate) -> Phrase {
    match fate {
        Fate::Counted => phrase("Được tính", "Counts"),
        Fate::CountedLate => phrase("Được tính, nộp muộn", "Counts, late"),
        Fate::Superseded => phrase(
            "Đã đọc, phiếu khác được tính",
            "Read, another version counts",
        ),
        Fate::Refused => phrase("Đã đọc, chưa tính, chờ xử lý", "Read, not counted yet"),
        Fate::Unreadable => phrase("Không đọc được", "Unreadable"),
        Fate::Ignored => phrase("Bỏ qua, không phải phiếu", "Ignored, not a return"),
    }
}

/// What a kind of file is called.
pub(super) fn file_kind(kind: &str, lang: Lang) -> &str {
    match kind {
        "0" => phrase("Tệp rỗng", "Empty file").get(lang),
        "?" => phrase("Không rõ", "Not known").get(lang),
        kind => kind,
    }
}

/// Whether a unit's return was in time; `None` without a deadline.
pub(super) fn returned(timing: Option<Timing>) -> Phrase {
    match timing {
        None => phrase("Đã nộp", "Returned"),
        Some(Timing::InTime) => phrase("Đúng hạn", "In time"),
        Some(Timing::Late) => phrase("Nộp muộn", "Late"),
        Some(Timing::Unknown) => phrase("Chưa rõ thời điểm", "Time not known"),
        Some(Timing::Appraised) => phrase(
            "Chưa rõ thời điểm (đã lưu lại khi thẩm định)",
            "Time not known (saved again when it was appraised)",
        ),
    }
}

/// How bad a finding is, as it stands in a cell of its own.
pub(super) fn severity(severity: Severity, lang: Lang) -> String {
    capital(severity.name().get(lang))
}

/// The names of the sheets other than the levels': overview, statistics, detail, intake, findings, data, decisions, the comparison with
/// last year, and the limits of grades.
pub(super) const SHEETS: [Phrase; 9] = [
    own_titles::OVERVIEW,
    phrase("Thống kê", "Statistics"),
    phrase("Chi tiết", "Detail"),
    phrase("Tình hình nộp", "Returns"),
    phrase("Cảnh báo", "Findings"),
    phrase("Dữ liệu", "Data"),
    phrase("Quyết định", "Decisions"),
    phrase("So sánh", "Comparison"),
    phrase("Ngưỡng xếp loại", "Limits"),
];

// All sheets.
phrases! {
    CUT_SHORT: "… [đã cắt bớt; đủ là {0} ký tự]", "… [cut short; the whole has {0} characters]";
    PAGE: "&A – trang &P", "&A – page &P";
    NUMBER: "STT", "No.";
    UNIT_NAME: "Tên đơn vị", "Unit";
    TOTAL: "Tổng điểm", "Total";
    GRADE: "Xếp loại", "Grade";
    LEVEL: "Cấp", "Level";
    UNGRADED: "chưa xếp loại", "not graded";
    YES: "Có", "Yes";
}

// The sheet that nobody sees.
phrases! {
    SEAL: "Trang ẩn để tonghop biết ô nào đã được sửa tay. Đề nghị không sửa, không xóa.",
        "Hidden sheet by which tonghop knows which cells were changed by hand. Do not change or delete it.";
}

// The levels' sheets.
phrases! {
    STATE: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM";
    MOTTO: "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
    LEVEL_TITLE: "Kết quả xếp loại: {0} ({1})", "Result: {0} ({1})";
    MAXIMUM: "Điểm tối đa", "Maximum";
    RANK: "Thứ hạng", "Rank";
    REMARKS: "Ghi chú", "Remarks";
    GRADE_FROM: "Từ (điểm)", "From (points)";
    PLACE_AND_DATE: "…………, ngày …… tháng …… năm ……", "…………, date ……………………";
    DRAWN_UP_BY: "NGƯỜI TỔNG HỢP", "DRAWN UP BY";
    SIGNED_BY: "THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE OFFICE";
    SIGN_AND_NAME: "(Ký, ghi rõ họ tên)", "(signature, full name)";
    SIGN_AND_STAMP: "(Ký tên, đóng dấu)", "(signature, stamp)";
    PROVISIONAL: "Tạm tính: {0}.", "Provisional: {0}.";
    DEPENDS: "{0}, tùy kết quả xử lý cảnh báo.", "{0}, depending on open findings.";
    TOTAL_BETWEEN: "còn {0} tiêu chí chưa xác định điểm; tổng điểm có thể {1}",
        "{0} criteria open; the total may be {1}";
    PLACE_BETWEEN: "thứ hạng từ {0} đến {1}", "rank from {0} to {1}";
    GRADE_EITHER: "xếp loại là {0} hoặc {1}", "grade {0} or {1}";
    GRADE_BETWEEN: "xếp loại từ {0} đến {1}", "grade from {0} to {1}";
    EXEMPT: "Miễn tiêu chí {0}.", "Exempt from {0}.";
    CAPPED: "Chỉ tính đến điểm tối đa: {0}.", "Counted no further than to the maximum: {0}.";
    CAPPED_CRITERION: "{0} ({1} → {2})", "{0} ({1} → {2})";
    CAPPED_GROUP: "nhóm {0} ({1} → {2})", "group {0} ({1} → {2})";
    EXEMPT_RESCALED: "Miễn tiêu chí {0}, tổng quy đổi từ {1}.", "Exempt from {0}, total scaled up from {1}.";
    OWN_TOTAL: "Đơn vị ghi tổng {0}, điểm tự chấm cộng lại là {1} (lệch {2}).",
        "Unit states {0}, its own scores add up to {1} (difference {2}).";
    FROM_TO: "từ {0} đến {1}", "from {0} to {1}";
    LACKING_OF_UNLIMITED: "{0} đạt {1} điểm, cần {2}", "{0} has {1} points and needs {2}";
    OWN_GRADE: "Đơn vị tự xếp loại {0}.", "Unit grades itself {0}.";
    WITHHELD: "Đủ tổng điểm xếp {0} nhưng {1}.", "The total suffices for {0}, but {1}.";
    LACKING: "{0} đạt {1}/{2} điểm ({3}%), cần {4}", "{0} has {1} of {2} points ({3}%) and needs {4}";
    GRADE_ASKS: "Loại {0} cần thêm: {1}", "{0} also asks for: {1}";
    GROUP_FROM: "{0} từ {1}", "{0} from {1}";
}

// The overview.
phrases! {
    MADE_WITH: "Lập bằng {0}", "Made with {0}";
    AS_OF: "; phiếu mới nhất lưu ngày {0}", "; newest return saved on {0}";
    SECTION_GRADES: "Kết quả xếp loại (số đơn vị)", "Grades (number of units)";
    SECTION_HEADLINES: "Chỉ tiêu chính", "Headline statistics";
    SECTION_ATTAINMENT: "Điểm bình quân so với điểm tối đa", "Average against the maximum";
    SECTION_MISSING: "Đơn vị chưa có kết quả", "Units without a result";
    SECTION_OPEN: "Việc còn phải xử lý", "What is open";
    SECTION_LEADERS: "Đơn vị cao điểm nhất, thấp điểm nhất", "Highest and lowest totals";
    SECTION_CHANGES: "So với {0} (chi tiết ở trang {1})", "Against {0} (details on sheet {1})";
    SHEETS_LINKS: "Mở trang:", "Go to:";
    PROVISIONAL_BANNER: "TẠM TÍNH – còn {0}", "PROVISIONAL – {0}";
    PROVISIONAL_GAPS: "{0} đơn vị chưa có kết quả", "{0} units without a result";
    PROVISIONAL_OPEN: "{0} tiêu chí chưa xác định điểm", "{0} criteria open";
    PROVISIONAL_FILES: "{0} tệp chưa được tính", "{0} files that do not count";
    PROVISIONAL_UNREAD: "{0} chỗ chưa đọc được", "{0} places that could not be read";
    BEST: "Cao nhất", "Highest";
    LAST: "Thấp nhất", "Lowest";
    PLACE: "Vị trí", "Place";
    AND_OTHERS: " (và {0} đơn vị cùng điểm)", " (and {0} with the same total)";
    NOTHING_COMPARED: "Không có đơn vị nào có kết quả cả hai năm.", "No unit has a result in both years.";
    CHANGES_COMPARED: "{0} đơn vị có kết quả cả hai năm", "{0} units with a result in both years";
    CHANGES_UP: "{0} tăng điểm", "{0} up";
    CHANGES_DOWN: "{0} giảm điểm", "{0} down";
    CHANGES_EVEN: "{0} giữ nguyên", "{0} the same";
    MOST_UP: "tăng nhiều nhất: {0}", "most up: {0}";
    MOST_DOWN: "giảm nhiều nhất: {0}", "most down: {0}";
    OF_THIS_OPEN: ", trong đó {0} do tiêu chí chưa xác định điểm", ", of this {0} for open criteria";
    UNGRADED_HEAD: "Chưa xếp loại", "Not graded";
    NO_RESULT: "Chưa có kết quả", "No result";
    ALL_UNITS: "Cộng", "All";
    ALL_LEVELS: "Toàn tỉnh", "All levels";
    STATISTIC: "Chỉ tiêu", "Statistic";
    VALUE: "Giá trị", "Value";
    COVERAGE_HEAD: "Phạm vi", "Coverage";
    CRITERION_GROUP: "Nhóm tiêu chí", "Criterion group";
    CHART_GRADES: "Số đơn vị theo xếp loại", "Units per grade";
    NOBODY_MISSING: "Tất cả đơn vị trong danh sách đã có kết quả.", "Every unit of the registry has a result.";
    MISSING_LIST: "Chưa nộp phiếu ({0}): {1}.", "Not returned ({0}): {1}.";
    UNUSABLE_LIST: "Đã gửi phiếu nhưng phiếu chưa dùng được ({0}): {1}.", "Sent, but not usable ({0}): {1}.";
    UNDECIDED_LIST: "Có tệp chưa rõ là của ai ({0}): {1}.", "With a file that may be theirs ({0}): {1}.";
    MORE_UNITS: " và {0} đơn vị khác (xem trang {1})", " and {0} more (sheet {1})";
    MORE_OPEN: "… và {0} cảnh báo khác có thể làm đổi xếp loại hoặc thứ hạng (xem trang {1}).",
        "… and {0} more findings that can change a grade or a rank (sheet {1}).";
    CHANGES_BOTH: "Có thể đổi xếp loại, thứ hạng", "Can change grade and rank";
    CHANGES_GRADE: "Có thể đổi xếp loại", "Can change the grade";
    CHANGES_RANK: "Có thể đổi thứ hạng", "Can change the rank";
}

// Statistics.
phrases! {
    COVERAGE: "{0}/{1} đơn vị có số liệu", "{0} of {1} units have the figures";
    COVERAGE_UNITS: "xét {0}/{1} đơn vị", "{0} of {1} units considered";
    COVERAGE_SHARE: "{0}/{1} đơn vị đã báo cáo; {2} đơn vị thuộc danh sách",
        "{0} of {1} units that reported; {2} units in the registry";
    COVERAGE_SHARE_ALL: "{0}/{1} đơn vị", "{0} of {1} units";
    GIVEN: "số liệu của tỉnh", "figure held by the province";
    NOT_GIVEN: "chưa khai số liệu của tỉnh", "the province's figure is not given";
    NO_VALUE: "chưa có", "none";
    NO_UNIT: "không có đơn vị nào", "no unit";
    SAY_NO: "Đơn vị trả lời “Không”", "Units that say no";
    WITHOUT_RETURN: "{0} đơn vị chưa có phiếu dùng được (¹)", "{0} units without a usable return (¹)";
    AND_WITHOUT_RETURN: "{0}; và {1} đơn vị chưa có phiếu dùng được (¹)", "{0}; and {1} units without a usable return (¹)";
    WITHOUT_RETURN_NOTE: "(¹) Đơn vị chưa có phiếu dùng được: {0}.", "(¹) Units without a usable return: {0}.";
    STATISTICS_GUIDE: "Giá trị tự tính lại theo trang “{0}” và trang “{1}”. Số in nghiêng, phạm vi, câu dùng trong báo cáo và tên đơn vị là của lần chạy, không đổi theo khi sửa số.",
        "Values follow the sheets “{0}” and “{1}”. Numbers in italics, coverage, quoted sentences and names of units are those of the run and do not follow.";
}

/// The heads of the columns of the statistics.
pub(super) const STATISTICS_HEADS: [Phrase; 10] = [
    NUMBER,
    STATISTIC,
    VALUE,
    phrase("Đơn vị tính", "Unit of measure"),
    phrase("Tử số", "Numerator"),
    phrase("Mẫu số", "Denominator"),
    phrase("Phạm vi (đơn vị)", "Coverage (units)"),
    phrase("Câu dùng trong báo cáo", "As to be quoted"),
    phrase("Đơn vị chưa có số liệu", "Units without the figure"),
    phrase("Cách tính", "How it is computed"),
];

// The matrix.
phrases! {
    DETAIL_LEGEND: "Chưa có điểm được tính (không phải 0). In nghiêng: tạm tính. In đậm, có ghi chú: điểm thẩm định ghi trong phiếu, khác điểm tự chấm.",
        "No points count yet (not 0). Italic: provisional. Bold, with a comment: appraised in the form, otherwise than claimed.";
    APPRAISED_NOTE: "Theo điểm thẩm định ghi trong phiếu: {0} điểm ({1}).\nĐơn vị tự chấm {2}; tính theo số liệu {3}.",
        "By the appraised score in the form: {0} points ({1}).\nThe unit claims {2}; its figures give {3}.";
    DECIDED_LEGEND: "Nền xanh lá, có ghi chú: theo quyết định.", "Green, with a comment: decided.";
    DECIDED_NOTE: "Theo quyết định: {0}, {1} điểm.\nNgười quyết định: {2}; ngày {3}; căn cứ: {4}.\nĐơn vị tự chấm {5}; tính theo số liệu {6}; điểm thẩm định trong phiếu {7}.",
        "Decided: {0}, {1} points.\nBy {2}, on {3}, because {4}.\nThe unit claims {5}; its figures give {6}; appraised in the form {7}.";
    BY_FIGURES_NOTE: "Tính theo số liệu đã quyết định: {0}.", "By figures that were decided on: {0}.";
    GROUP_SUM: "Cộng nhóm", "Group";
    LEVEL_MAXIMA: "{0}: điểm tối đa", "{0}: maximum";
    TOTAL_UNSCALED: "Tổng điểm (trước quy đổi)", "Total (before scaling)";
    TOTAL_SCALED: "Tổng điểm (sau quy đổi)", "Total (scaled)";
    EXEMPT_SHORT: "miễn", "n/a";
}

// Returns.
phrases! {
    OTHER_FILES: "Các tệp khác trong thư mục", "Other files in the folder";
    UNIT_NOT_KNOWN: "(chưa xác định)", "(not known)";
    DATE_OF_DOCUMENT: "Thuộc tính tệp", "Document";
    DATE_OF_FILE: "Ngày của tệp", "File system";
}

/// The heads of the columns of the returns.
pub(super) const INTAKE_HEADS: [Phrase; 15] = [
    NUMBER,
    UNIT_NAME,
    LEVEL,
    phrase("Tình trạng", "State"),
    phrase("Lỗi", "Errors"),
    phrase("Cảnh báo", "Warnings"),
    phrase("Có thể đổi", "Can change"),
    phrase("Đã quyết định", "Decided"),
    phrase("Tệp", "File"),
    phrase("Lưu lần cuối (giờ Việt Nam)", "Last saved (Viet Nam time)"),
    phrase("Căn cứ thời điểm", "Source of the date"),
    phrase("Loại", "Kind"),
    phrase("Dung lượng (byte)", "Size (bytes)"),
    phrase("SHA-256 (12 ký tự đầu)", "SHA-256 (first 12)"),
    phrase("SHA-256 (đủ)", "SHA-256 (whole)"),
];

// The limits of grades.
phrases! {
    MARGINS_NOTE: "Số của lần chạy, không đổi theo khi sửa điểm ở trang khác. Điểm, xếp loại, thứ hạng có thể đạt là tùy kết quả xử lý cảnh báo; thứ hạng chưa kể đơn vị chưa có kết quả. Tiêu chí để lên mức trên là tập ít tiêu chí nhất mà nếu đạt điểm tối đa thì đủ.",
        "Numbers of the run, which follow no other sheet. Possible totals, grades and places depend on open findings; places do not reckon with units without a result. The criteria to the next grade are the fewest that are enough at their most points.";
    NOTHING_GRADED: "Bộ tiêu chí không xếp loại.", "The scheme grades nothing.";
    WITHOUT_SCORE: "Chưa có điểm nào", "No score yet";
    CERTAIN: "Chắc chắn", "Certain";
    NOT_CERTAIN_OPEN: "Tùy kết quả xử lý cảnh báo", "Depends on open findings";
    NOT_CERTAIN_UNREAD: "Có phần chưa đọc được", "Something was not read";
    WAY_CRITERIA: "{0} tiêu chí: {1}", "{0} criteria: {1}";
    WAY_OUT_OF_REACH: "Mọi tiêu chí đạt tối đa vẫn chưa đủ", "Not even with all at their most";
    WAY_NOT_KNOWN: "Chưa tính được", "Cannot be computed";
    WAY_GROUP: "nhóm {0} thiếu {1}", "group {0} lacks {1}";
}

/// The heads of the columns of the limits.
pub(super) const MARGIN_HEADS: [Phrase; 18] = [
    NUMBER,
    UNIT_NAME,
    LEVEL,
    TOTAL,
    phrase("Thấp nhất có thể", "Lowest possible"),
    phrase("Cao nhất có thể", "Highest possible"),
    GRADE,
    phrase("Xếp loại thấp nhất", "Worst grade"),
    phrase("Xếp loại cao nhất", "Best grade"),
    phrase("Hạng", "Place"),
    phrase("Hạng tốt nhất", "Best place"),
    phrase("Hạng kém nhất", "Worst place"),
    phrase("Xếp loại đã chắc chắn?", "Is the grade certain?"),
    phrase("Mức trên", "Grade above"),
    phrase("Còn thiếu", "Missing"),
    phrase("Tiêu chí để lên mức trên", "Criteria to the grade above"),
    phrase("Mức dưới", "Grade below"),
    phrase("Dư so với ngưỡng", "Above the limit"),
];

// Findings.
phrases! {
    NO_FINDINGS: "Không có cảnh báo nào.", "There are no findings.";
    COUNT_FINDINGS: "{0} mục", "{0} findings";
    COUNT_ERRORS: "{0} lỗi", "{0} errors";
    COUNT_WARNINGS: "{0} cảnh báo", "{0} warnings";
    COUNT_INFOS: "{0} ghi chú", "{0} infos";
    COUNT_GRADES: "{0} mục có thể làm đổi xếp loại", "{0} can change a grade";
    COUNT_RANKS: "{0} mục có thể làm đổi thứ hạng", "{0} can change a rank";
    MORE_FINDINGS: "… và {0} cảnh báo khác không ghi hết được trên một trang tính.",
        "… and {0} more findings that do not fit on one sheet.";
    MORE_FINDINGS_IN: "… và {0} cảnh báo khác không ghi hết được trên một trang tính; tất cả nằm trong tệp {1}.",
        "… and {0} more findings that do not fit on one sheet; all of them are in the file {1}.";
    LINKS_LEFT: "Excel chỉ cho {0} liên kết trên một trang tính: {1} chỗ ở cuối trang không bấm mở được, tên tệp và ô vẫn ghi đủ.",
        "Excel has at most {0} links on a sheet: {1} places further down lead nowhere, but name their file and cell.";
    ABOUT_GROUP: "nhóm {0} ({1})", "group {0} ({1})";
    ABOUT_TOTAL: "tổng điểm", "the total";
    ABOUT_PARTS: "điểm thành phần", "the points it adds up";
    FOLLOWS_UNUSABLE: "Vì lý do ở dòng {0}, đơn vị chưa có phiếu nào được tính.",
        "For the reason in row {0}, no return of the unit counts yet.";
    FOLLOWS_UNDECIDED: "Tệp ở dòng {0} có thể là của đơn vị này; chờ quyết định.",
        "The file in row {0} may be this unit's; to be decided.";
    FOLLOWS_ADVICE: "Xử lý theo dòng {0}.", "Deal with row {0}.";
    POINTS_BETWEEN: "điểm {0}", "points {0}";
}

/// The heads of the columns of the findings.
pub(super) const FINDING_HEADS: [Phrase; 18] = [
    NUMBER,
    phrase("Mức độ", "Severity"),
    phrase("Mã", "Code"),
    phrase("Đơn vị", "Unit"),
    phrase("Cảnh báo", "Finding"),
    phrase("Hướng xử lý", "What to do"),
    phrase("Tệp", "File"),
    phrase("Trang tính", "Sheet"),
    phrase("Ô", "Cell"),
    phrase("Ảnh hưởng", "Effect"),
    phrase("Nội dung", "About"),
    phrase("Điểm đang tính", "Points now"),
    phrase("Thấp nhất có thể", "Lowest possible"),
    phrase("Cao nhất có thể", "Highest possible"),
    phrase("Đổi xếp loại", "Changes grade"),
    phrase("Đổi thứ hạng", "Changes rank"),
    phrase("Giá trị tìm thấy", "Found"),
    phrase("Giá trị cần có", "Expected"),
];

// The data.
phrases! {
    DATA_TITLE: "DỮ LIỆU", "DATA";
    DATA_PRINTING: "Trang này để lọc, tính và so sánh năm sau; khi in chỉ in phần đầu này. Muốn in cả bảng: thẻ Bố trí Trang (Page Layout) → Vùng In (Print Area) → Xóa Vùng In (Clear Print Area).",
        "This sheet is for filters, formulas and next year's comparison; only this heading is printed. To print it all: Page Layout, Print Area, Clear Print Area.";
    DATA_ELSEWHERE: "Danh sách {0} giá trị và cảnh báo nằm trong tệp {1}, cùng thư mục với tệp này. Khi chép hoặc gửi tệp này, hãy kèm tệp đó: so sánh năm sau cần cả hai.",
        "The list of {0} values and findings lies in the file {1}, in the same folder as this one. Copy and send the two together: next year's comparison needs both.";
}

// The workbook of an audit.
phrases! {
    AUDIT_TITLE: "KIỂM TRA BẢNG KẾT QUẢ ĐÃ CÔNG BỐ", "AUDIT OF THE PUBLISHED RESULT";
    AUDIT_FILE: "Tệp: {0}", "File: {0}";
    AUDIT_TABLE: "Bảng {0}", "Table {0}";
    AUDIT_PRINTED_PLACE: "Thứ hạng công bố", "Published place";
    AUDIT_PLACE: "Thứ hạng tính lại", "Recomputed place";
    AUDIT_PRINTED_TOTAL: "Tổng điểm công bố", "Published total";
    AUDIT_SUM: "Cộng các cột", "Sum of columns";
    AUDIT_DIFFERENCE: "Lệch", "Difference";
    AUDIT_ROUNDING: "Làm tròn gây lệch tối đa", "Rounding at most";
    AUDIT_CONCLUSION: "Kết luận về tổng", "About the total";
    AUDIT_PRINTED_GRADE: "Xếp loại công bố", "Published grade";
    AUDIT_GRADE: "Xếp loại tính lại", "Recomputed grade";
    AUDIT_RIGHT: "Khớp", "Adds up";
    AUDIT_WITHIN_ROUNDING: "Lệch, có thể do làm tròn", "Differs, rounding can cause it";
    AUDIT_WRONG: "Lệch, không phải do làm tròn", "Differs by more than rounding";
    AUDIT_LEFT_OUT: "Bỏ sót cột {0}", "{0} left out";
    AUDIT_SIGN_TURNED: "Cột {0} tính ngược dấu", "{0} with its sign turned";
    AUDIT_TWICE: "Cột {0} cộng hai lần", "{0} counted twice";
    AUDIT_OPEN: "Chưa cộng lại được", "Cannot be added up";
    AUDIT_BLANK: "Không có kết quả", "No result";
    AUDIT_RESCALED: "{0} (tổng đã quy đổi: chỉ {1}/{2} điểm tối đa áp dụng cho đơn vị)", "{0} (total scaled up: {1} of {2} points apply to the unit)";
    AUDIT_LEGEND: "Thứ hạng và xếp loại tính lại dùng tổng điểm công bố; nơi tổng công bố lệch quá mức làm tròn thì dùng tổng các cột. Ô tô màu có cảnh báo, xem trang {0}.",
        "Recomputed places and grades use the published total, or the sum of the columns where the published one is off by more than rounding. Marked cells have a finding, see sheet {0}.";
}

/// The heads of the columns of an audit's findings.
pub(super) const AUDIT_FINDING_HEADS: [Phrase; 10] = [
    NUMBER,
    phrase("Mức độ", "Severity"),
    phrase("Mã", "Code"),
    phrase("Đơn vị", "Unit"),
    AUDIT_PRINTED_PLACE,
    AUDIT_PLACE,
    phrase("Cảnh báo", "Finding"),
    phrase("Hướng xử lý", "What to do"),
    phrase("Bảng", "Table"),
    phrase("Ô", "Cell"),
];
