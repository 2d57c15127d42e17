//! What the values of `Dữ liệu` are, in one place with the words for it.
//!
//! In: a word of the list, from a result of any year. Out: the kind, and back; what people call it. Not for: which rows there are.

use std::borrow::Cow;
use std::fmt;

/// What the kind of a figure begins with; its id follows.
const FIGURE: &str = "số liệu:";
/// What the kind of a figure begins with as the form has it, where another was decided; its id follows.
const FIGURE_IN_FORM: &str = "số liệu trong phiếu:";
/// What the kind of a figure's name begins with; its id follows.
const FIGURE_NAME: &str = "đợt:số liệu:";
/// What the kind of a statistic begins with; its id and the part follow.
pub const STATISTIC: &str = "thống kê:";

/// A kind of value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The most points of a group or criterion on a level; its text is the name.
    Maximum,
    /// Whether a unit returned; its value is the unit's place in the registry.
    Return,
    /// What the unit claims.
    Claimed,
    /// What figures give.
    Computed,
    /// What is granted.
    Appraised,
    /// What was decided.
    Decided,
    /// What counts.
    Counted,
    /// Why, in the unit's words.
    Explanation,
    /// The most points of a group that apply to a unit that is exempt from a criterion of it.
    Applicable,
    /// The sum of a group.
    Group,
    /// What the criteria below a criterion bring to the total.
    Subtotal,
    /// The total.
    Total,
    /// The total that the unit states.
    OwnTotal,
    /// The place.
    Rank,
    /// The grade.
    Grade,
    /// A figure, by its id.
    Figure(String),
    /// A figure as the form has it, where another was decided, by its id.
    FigureInForm(String),
    /// The year assessed.
    Year,
    /// The campaign's name.
    Campaign,
    /// The authority that publishes the result.
    Authority,
    /// The scheme's id and version.
    Scheme,
    /// What the groups inside the total add up to.
    TotalMaximum,
    /// To how many decimals percentages are rounded.
    PercentDecimals,
    /// A level; its value is its position.
    Level,
    /// A grade; its value is where it begins.
    GradeFrom,
    /// A group outside the maximum of the total.
    Outside,
    /// A criterion's rule, as JSON.
    Rule,
    /// A figure's name, by its id. Its value is 1 for answers by yes or no.
    FigureName(String),
    /// What became of units; its status is the relation's word.
    Succession,
    /// What a group, a criterion or a unit is called besides, as JSON.
    OtherNames,
    /// What the options of a criterion are called besides, each by its place, as JSON.
    OptionNames,
    /// A file that was received and does not count: its name, why as text, and the unit that it states where the list does not have it.
    NotCounted,
    /// How many rows there are in all, this one included.
    Rows,
    /// That all rows lie in a file beside the workbook: its name, its checksum as text, how many they are. It stands in their place.
    DataFile,
    /// A part of a statistic, by its id.
    Statistic(String, Part),
    /// Another word, which a later version may know.
    Other(String),
}

/// A part of a statistic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Its value.
    Value,
    /// Its numerator.
    Numerator,
    /// Its denominator.
    Denominator,
    /// Units that are in it.
    Covered,
    /// Units that were expected in it.
    Expected,
    /// Its position.
    Order,
    /// How it is computed.
    Formula,
}

/// The parts and their words, the same in every language and every year.
const PARTS: [(Part, &str); 7] = [
    (Part::Value, "giá trị"),
    (Part::Numerator, "tử số"),
    (Part::Denominator, "mẫu số"),
    (Part::Covered, "số đơn vị có số liệu"),
    (Part::Expected, "số đơn vị"),
    (Part::Order, "thứ tự"),
    (Part::Formula, "cách tính"),
];

/// Kinds that name no figure and no statistic: the word, the same in every language and every year, and what people call it.
static KINDS: [(Kind, &str, &str); 31] = [
    (Kind::Maximum, "điểm tối đa", "Điểm tối đa"),
    (Kind::Return, "bài nộp", "Phiếu (số thứ tự của đơn vị)"),
    (Kind::Claimed, "tự chấm", "Điểm tự chấm"),
    (
        Kind::Computed,
        "tính theo số liệu",
        "Điểm tính theo số liệu",
    ),
    (Kind::Appraised, "thẩm định", "Điểm thẩm định"),
    (Kind::Decided, "quyết định", "Điểm theo quyết định"),
    (Kind::Counted, "được tính", "Điểm được tính"),
    (Kind::Explanation, "giải trình", "Giải trình"),
    (
        Kind::Applicable,
        "điểm tối đa áp dụng",
        "Điểm tối đa áp dụng",
    ),
    (Kind::Group, "điểm nhóm", "Điểm nhóm"),
    (Kind::Subtotal, "điểm mục", "Điểm mục"),
    (Kind::Total, "tổng điểm", "Tổng điểm"),
    (
        Kind::OwnTotal,
        "tổng điểm đơn vị ghi",
        "Tổng điểm đơn vị ghi",
    ),
    (Kind::Rank, "thứ hạng", "Thứ hạng"),
    (Kind::Grade, "xếp loại", "Xếp loại"),
    (Kind::Year, "đợt:năm", "Đợt đánh giá: năm"),
    (Kind::Campaign, "đợt:tên", "Đợt đánh giá: tên"),
    (
        Kind::Authority,
        "đợt:cơ quan",
        "Đợt đánh giá: cơ quan ban hành",
    ),
    (Kind::Scheme, "đợt:bộ tiêu chí", "Đợt đánh giá: bộ tiêu chí"),
    (
        Kind::TotalMaximum,
        "đợt:tổng điểm tối đa",
        "Đợt đánh giá: tổng điểm tối đa",
    ),
    (
        Kind::PercentDecimals,
        "đợt:số thập phân của tỷ lệ",
        "Đợt đánh giá: số chữ số thập phân của tỷ lệ",
    ),
    (Kind::Level, "đợt:cấp", "Đợt đánh giá: cấp"),
    (
        Kind::GradeFrom,
        "đợt:xếp loại từ",
        "Đợt đánh giá: xếp loại từ",
    ),
    (
        Kind::Outside,
        "đợt:ngoài tổng",
        "Nhóm ngoài tổng điểm tối đa",
    ),
    (Kind::Rule, "đợt:quy tắc", "Quy tắc chấm"),
    (Kind::Succession, "đợt:kế thừa", "Đơn vị kế thừa"),
    (Kind::OtherNames, "đợt:tên khác", "Tên khác, cách ghi khác"),
    (
        Kind::OptionNames,
        "đợt:tên khác của phương án",
        "Tên khác, cách ghi khác của các phương án",
    ),
    (Kind::NotCounted, "đợt:tệp chưa tính", "Tệp chưa được tính"),
    (Kind::Rows, "đợt:số dòng", "Số dòng của trang này"),
    (Kind::DataFile, "đợt:tệp dữ liệu", "Tệp chứa danh sách này"),
];

impl Part {
    /// Its word.
    pub fn word(self) -> &'static str {
        let found = PARTS.iter().find(|(part, _)| *part == self);
        found.map_or("", |(_, word)| word)
    }
}

impl Kind {
    /// The kind with this word.
    pub fn of(word: &str) -> Self {
        let of_statistic = || {
            let (id, part) = word.strip_prefix(STATISTIC)?.rsplit_once(':')?;
            let (part, _) = PARTS.iter().find(|(_, word)| *word == part)?;
            Some(Kind::Statistic(id.to_string(), *part))
        };
        if let Some((kind, ..)) = KINDS.iter().find(|(_, one, _)| *one == word) {
            kind.clone()
        } else if let Some(id) = word.strip_prefix(FIGURE) {
            Kind::Figure(id.to_string())
        } else if let Some(id) = word.strip_prefix(FIGURE_IN_FORM) {
            Kind::FigureInForm(id.to_string())
        } else if let Some(id) = word.strip_prefix(FIGURE_NAME) {
            Kind::FigureName(id.to_string())
        } else {
            of_statistic().unwrap_or_else(|| Kind::Other(word.to_string()))
        }
    }

    /// What people call a kind that names no figure and no statistic.
    pub fn called(&self) -> Option<&'static str> {
        let found = KINDS.iter().find(|(kind, ..)| kind == self);
        found.map(|(_, _, name)| *name)
    }

    /// Its word in the list.
    pub fn word(&self) -> Cow<'static, str> {
        let found = KINDS.iter().find(|(kind, ..)| kind == self);
        found.map_or_else(|| self.to_string().into(), |(_, word, _)| (*word).into())
    }
}

impl Default for Kind {
    fn default() -> Self {
        Kind::Other(String::new())
    }
}

/// The word of a kind in the list.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Figure(id) => write!(f, "{FIGURE}{id}"),
            Kind::FigureInForm(id) => write!(f, "{FIGURE_IN_FORM}{id}"),
            Kind::FigureName(id) => write!(f, "{FIGURE_NAME}{id}"),
            Kind::Statistic(id, part) => write!(f, "{STATISTIC}{id}:{}", part.word()),
            Kind::Other(word) => f.write_str(word),
            plain => {
                let found = KINDS.iter().find(|(kind, ..)| kind == plain);
                f.write_str(found.map_or("", |(_, word, _)| word))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back_from_its_word() {
        let parts = PARTS.map(|(part, _)| Kind::Statistic("a:b".to_string(), part));
        let with_id = [
            Kind::Figure("may_in".to_string()),
            Kind::FigureInForm("may_in".to_string()),
            Kind::FigureName("may_in".to_string()),
            Kind::Other("đợt:khác".to_string()),
            Kind::Other("thống kê:a:khác".to_string()),
            Kind::default(),
        ];
        let plain = KINDS.iter().map(|(kind, ..)| kind.clone());
        for kind in plain.chain(parts).chain(with_id) {
            assert_eq!(Kind::of(&kind.to_string()), kind, "{kind}");
        }
        let kinds: std::collections::HashSet<&str> =
            KINDS.iter().map(|(_, word, _)| *word).collect();
        assert_eq!(kinds.len(), KINDS.len(), "a word stands for two kinds");
    }
}
