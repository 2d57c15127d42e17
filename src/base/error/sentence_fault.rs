//! What can be wrong in a row of a sentence of the annex.
//!
//! In: nothing. Out: typed faults with their words in both languages. Not for: where they stand.

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentenceFault {
    /// A brace that opens or closes no name, with what follows it.
    Braces(Box<str>),
    /// A statistic that cannot be said as the field wants it.
    Kind(Box<str>),
    /// A footnote of a statistic that lists no units.
    FootnoteKind(Box<str>),
    /// A mark without a footnote.
    NoFootnote,
    /// A footnote without its one mark.
    NoMark,
    /// A condition without a statistic.
    NoStatistic,
    /// A condition that a sum can never meet.
    NeverFull(Box<str>),
    /// A number without a condition that compares.
    NoComparison,
    /// A name of a place for the author that is none.
    Tag(Box<str>),
    /// What only a sentence has, in the row of a place for the author.
    NotOfBlank,
}

impl SentenceFault {
    /// What is wrong, in Vietnamese.
    pub fn vietnamese(&self) -> String {
        match self {
            SentenceFault::Braces(at) => {
                format!("dấu ngoặc nhọn ở “{at}” không bao một tên trường, ví dụ {{lan_share}}")
            }
            SentenceFault::Kind(id) => format!(
                "chỉ tiêu “{id}” không ghi được như vậy: .muc chỉ dùng cho tỷ lệ đơn vị trả lời Có và đơn vị đạt điểm tối đa, \
                .toi_da chỉ dùng cho đơn vị đạt điểm tối đa"
            ),
            SentenceFault::FootnoteKind(id) => format!(
                "ghi chú cuối trang phải là chỉ tiêu liệt kê đơn vị đạt điểm tối đa, “{id}” thì không"
            ),
            SentenceFault::NoFootnote => {
                "có {chu_thich} nhưng không ghi chú cuối trang nào".to_string()
            }
            SentenceFault::NoMark => {
                "có ghi chú cuối trang thì câu phải có {chu_thich} đúng một lần".to_string()
            }
            SentenceFault::NoStatistic => {
                "có điều kiện nhưng không ghi chỉ số thống kê nào".to_string()
            }
            SentenceFault::NeverFull(id) => {
                format!("chỉ tiêu “{id}” là một tổng, không bao giờ “bằng 100%”")
            }
            SentenceFault::NoComparison => {
                "mức chỉ ghi khi điều kiện là “từ mức” hoặc “dưới mức”".to_string()
            }
            SentenceFault::Tag(tag) => format!(
                "“{tag}” không dùng làm mã chỗ viết được: chỉ gồm chữ không dấu, chữ số, “-”, “_”, dài nhất 40"
            ),
            SentenceFault::NotOfBlank => {
                "chỗ người soạn tự viết không có chỉ số, điều kiện hay ghi chú cuối trang"
                    .to_string()
            }
        }
    }
}

impl std::fmt::Display for SentenceFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SentenceFault::Braces(at) => {
                write!(
                    f,
                    "the brace at \"{at}\" holds no name of a field, such as {{lan_share}}"
                )
            }
            SentenceFault::Kind(id) => write!(
                f,
                "statistic \"{id}\" cannot be said so: .muc is for shares of units and units at a maximum, .toi_da for these alone"
            ),
            SentenceFault::FootnoteKind(id) => {
                write!(
                    f,
                    "a footnote lists the units at a maximum, which \"{id}\" is not"
                )
            }
            SentenceFault::NoFootnote => f.write_str("{chu_thich} stands there without a footnote"),
            SentenceFault::NoMark => {
                f.write_str("a footnote needs {chu_thich} exactly once in the text")
            }
            SentenceFault::NoStatistic => f.write_str("a condition needs a statistic"),
            SentenceFault::NeverFull(id) => {
                write!(f, "statistic \"{id}\" is a sum and never 100%")
            }
            SentenceFault::NoComparison => {
                f.write_str("a number only goes with the conditions at_least and below")
            }
            SentenceFault::Tag(tag) => write!(
                f,
                "\"{tag}\" cannot name a place: plain letters, digits, \"-\" and \"_\", 40 at most"
            ),
            SentenceFault::NotOfBlank => {
                f.write_str("a place for the author has no statistic, condition or footnote")
            }
        }
    }
}
