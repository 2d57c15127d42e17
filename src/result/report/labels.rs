//! What people call the levels and kinds of value in `Dữ liệu`.
//!
//! In: the report, an id or a kind. Out: its name, the same in every language. Not for: programs, which read the ids beside them.

use std::collections::BTreeMap;

use crate::result::report::row::kind;
use crate::result::report::{Report, facts};

/// Names of what a report's rows hold.
pub struct Labels<'r> {
    levels: BTreeMap<&'r str, &'r str>,
    figures: BTreeMap<&'r str, &'r str>,
    statistics: BTreeMap<&'r str, &'r str>,
}

impl<'r> Labels<'r> {
    /// The names in a report.
    pub fn new(report: &'r Report) -> Self {
        let levels = report.levels.iter();
        let criteria = report.groups.iter().flat_map(|group| &group.criteria);
        let figures = criteria.flat_map(|criterion| &criterion.figures);
        let statistics = report.statistics.iter();
        Labels {
            levels: levels
                .map(|one| (one.id.0.as_str(), one.name.as_str()))
                .collect(),
            figures: figures
                .map(|one| (one.id.0.as_str(), one.name.as_str()))
                .collect(),
            statistics: statistics
                .map(|one| (one.id.as_str(), one.name.as_str()))
                .collect(),
        }
    }

    /// A level's name.
    pub fn level<'i>(&self, id: &'i str) -> &'i str
    where
        'r: 'i,
    {
        self.levels.get(id).copied().unwrap_or(id)
    }

    /// What a kind of value is called.
    pub fn kind(&self, kind: &str) -> String {
        if let Some(id) = kind.strip_prefix(kind::FIGURE) {
            let name = self.figures.get(id).copied().unwrap_or(id);
            return format!("Số liệu: {name}");
        }
        if kind.starts_with(facts::FIGURE_NAME) {
            return "Tên số liệu".to_string();
        }
        if let Some(rest) = kind.strip_prefix(facts::STATISTIC) {
            let (id, part) = rest.rsplit_once(':').unwrap_or((rest, ""));
            let name = self.statistics.get(id).copied().unwrap_or(id);
            return format!("Thống kê: {name} ({part})");
        }
        let own = OWN.iter().find(|(id, _)| *id == kind);
        own.map_or(kind, |(_, name)| name).to_string()
    }
}

/// Kinds that are not named after a figure or a statistic.
const OWN: [(&str, &str); 22] = [
    (kind::MAXIMUM, "Điểm tối đa"),
    (kind::RETURN, "Phiếu (số thứ tự của đơn vị)"),
    (kind::CLAIMED, "Điểm tự chấm"),
    (kind::COMPUTED, "Điểm tính theo số liệu"),
    (kind::APPRAISED, "Điểm thẩm định"),
    (kind::COUNTED, "Điểm được tính"),
    (kind::EXPLANATION, "Giải trình"),
    (kind::GROUP, "Điểm nhóm"),
    (kind::TOTAL, "Tổng điểm"),
    (kind::OWN_TOTAL, "Tổng điểm đơn vị ghi"),
    (kind::RANK, "Thứ hạng"),
    (kind::GRADE, "Xếp loại"),
    (facts::YEAR, "Đợt đánh giá: năm"),
    (facts::NAME, "Đợt đánh giá: tên"),
    (facts::SCHEME, "Đợt đánh giá: bộ tiêu chí"),
    (facts::TOTAL_MAXIMUM, "Đợt đánh giá: tổng điểm tối đa"),
    (facts::LEVEL, "Đợt đánh giá: cấp"),
    (facts::GRADE, "Đợt đánh giá: xếp loại từ"),
    (facts::OUTSIDE, "Nhóm ngoài tổng điểm tối đa"),
    (facts::RULE, "Quy tắc chấm"),
    (facts::SUCCESSION, "Đơn vị kế thừa"),
    (facts::ROWS, "Số dòng của trang này"),
];
