//! The words by which the parts of a form are known: columns, sums, the lines of a cover.
//!
//! In: a text. Out: what it labels. All words are here, in the form of [`crate::base::text::key`].

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The code of a criterion.
    Code,
    /// Its text.
    Name,
    /// The unit of measure.
    Measure,
    /// The figure.
    Figure,
    /// The maximum.
    Maximum,
    /// The self score.
    Claimed,
    /// The appraised score.
    Appraised,
    /// Documents named as evidence.
    Evidence,
    /// The explanation.
    Explanation,
}

impl Column {
    /// How many there are.
    pub const COUNT: usize = Column::Explanation as usize + 1;
}

/// The words of each column.
pub(super) const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Code,
        &[
            "tt",
            "stt",
            "số tt",
            "số thứ tự",
            "mã",
            "mã số",
            "mã tiêu chí",
            "mã tc",
        ],
    ),
    (
        Column::Name,
        &[
            "tiêu chí",
            "tên tiêu chí",
            "nội dung",
            "nội dung tiêu chí",
            "nội dung đánh giá",
            "tiêu chí đánh giá",
            "nhóm tiêu chí",
            "tên nhóm tiêu chí",
            "tiêu chí nhóm tiêu chí",
            "tiêu chí số liệu",
            "chỉ tiêu",
        ],
    ),
    (Column::Measure, &["đơn vị tính", "đvt", "đ v t"]),
    (
        Column::Figure,
        &[
            "số liệu",
            "số liệu thực tế",
            "số liệu báo cáo",
            "giá trị",
            "kết quả thực hiện",
            "thực hiện",
        ],
    ),
    (
        Column::Maximum,
        &[
            "điểm tối đa",
            "tối đa",
            "điểm chuẩn",
            "thang điểm",
            "mức điểm tối đa",
            "điểm chuẩn tối đa",
            "số điểm tối đa",
        ],
    ),
    (
        Column::Claimed,
        &[
            "điểm tự chấm",
            "tự chấm",
            "điểm tự đánh giá",
            "tự đánh giá",
            "đơn vị tự chấm",
            "đơn vị tự đánh giá",
            "điểm đơn vị tự chấm",
            "điểm đơn vị tự đánh giá",
            "điểm tự chấm của đơn vị",
            "điểm do đơn vị tự chấm",
            "điểm tự cho",
        ],
    ),
    (
        Column::Appraised,
        &[
            "điểm thẩm định",
            "thẩm định",
            "điểm thẩm tra",
            "điểm sở thẩm định",
            "sở tt và tt thẩm định",
            "điểm hội đồng thẩm định",
            "điểm được thẩm định",
        ],
    ),
    (
        Column::Evidence,
        &[
            "tài liệu kiểm chứng",
            "tài liệu minh chứng",
            "minh chứng",
            "tài liệu",
            "hồ sơ minh chứng",
            "hồ sơ kiểm chứng",
            "văn bản kiểm chứng",
            "căn cứ",
        ],
    ),
    (
        Column::Explanation,
        &["giải trình", "diễn giải", "thuyết minh", "ghi chú"],
    ),
];

/// A line of a cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverLine {
    /// The unit's name.
    Unit,
    /// The level.
    Level,
    /// The year assessed.
    Year,
    /// The period of the figures.
    Period,
}

const COVER: &[(CoverLine, &[&str])] = &[
    (
        CoverLine::Unit,
        &[
            "tên đơn vị",
            "đơn vị",
            "tên cơ quan",
            "cơ quan",
            "tên cơ quan đơn vị",
            "cơ quan đơn vị",
            "đơn vị tự đánh giá",
            "đơn vị báo cáo",
            "đơn vị tự chấm",
        ],
    ),
    (
        CoverLine::Level,
        &["cấp", "khối", "thuộc khối", "cấp hành chính"],
    ),
    (CoverLine::Year, &["năm", "năm đánh giá", "năm báo cáo"]),
    (
        CoverLine::Period,
        &[
            "kỳ số liệu",
            "thời kỳ số liệu",
            "kỳ báo cáo",
            "số liệu tính từ",
            "thời điểm số liệu",
        ],
    ),
];

/// The line of a cover that a label of this key begins.
pub fn cover_line(key: &str) -> Option<CoverLine> {
    COVER
        .iter()
        .find(|(_, words)| words.contains(&key))
        .map(|(line, _)| *line)
}

const TOTAL: &[&str] = &[
    "tổng điểm",
    "tổng cộng",
    "tổng số điểm",
    "tổng cộng điểm",
    "tổng điểm tự chấm",
    "tổng điểm đơn vị tự chấm",
    "tổng điểm các nhóm",
    "tổng điểm tất cả các nhóm",
    "tổng số",
    "tổng",
];

/// Whether a row's text says that it holds the total.
pub fn is_total(key: &str) -> bool {
    TOTAL.contains(&key)
}

const SUM: &[&str] = &[
    "cộng",
    "cộng điểm",
    "cộng nhóm",
    "tổng nhóm",
    "tổng điểm nhóm",
    "cộng điểm nhóm",
];

/// Whether a row's text says that it holds the sum of what stands above, without saying of what.
pub fn is_sum(key: &str) -> bool {
    SUM.contains(&key)
}

/// The words before a group in `Cộng nhóm 1` or `Tổng điểm nhóm Hạ tầng`.
pub const SUM_OF: [&str; 8] = [
    "tổng cộng điểm nhóm ",
    "tổng cộng nhóm ",
    "tổng điểm nhóm ",
    "cộng điểm nhóm ",
    "tổng nhóm ",
    "cộng nhóm ",
    "tổng điểm ",
    "cộng ",
];

/// What follows the words for a sum in `Cộng nhóm 1` or `Tổng điểm nhóm Hạ tầng`.
pub fn sum_of(key: &str) -> Option<&str> {
    SUM_OF.iter().find_map(|words| key.strip_prefix(words))
}

const OWN_GRADE: &[&str] = &[
    "tự xếp loại",
    "xếp loại",
    "đơn vị tự xếp loại",
    "đề nghị xếp loại",
    "kết quả xếp loại",
];

/// Whether a row's text says that it holds the unit's own grade.
pub fn is_own_grade(key: &str) -> bool {
    OWN_GRADE.contains(&key)
}

/// All keys of labels that do not depend on the scheme.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let columns = COLUMNS.iter().flat_map(|(_, words)| words.iter());
    let cover = COVER.iter().flat_map(|(_, words)| words.iter());
    let sums = TOTAL.iter().chain(SUM).chain(OWN_GRADE);
    columns.chain(cover).chain(sums).copied()
}
