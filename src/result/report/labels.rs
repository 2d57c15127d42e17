//! What people call the levels and kinds of value in `Dữ liệu`.
//!
//! In: the report, an id or a kind. Out: its name, the same in every language. Not for: programs, which read the ids beside them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::result::report::Report;
use crate::result::report::kind::Kind;

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
    pub fn kind(&self, kind: &Kind) -> Cow<'r, str> {
        let name_in = |names: &BTreeMap<&str, &'r str>, id: &str| {
            let name = names.get(id).copied();
            name.map_or_else(|| id.to_string(), str::to_string)
        };
        let said = match kind {
            Kind::Figure(id) => format!("Số liệu: {}", name_in(&self.figures, id)),
            Kind::FigureInForm(id) => {
                format!("Số liệu trong phiếu: {}", name_in(&self.figures, id))
            }
            Kind::FigureName(_) => return Cow::Borrowed("Tên số liệu"),
            Kind::Statistic(id, part) => {
                let name = name_in(&self.statistics, id);
                format!("Thống kê: {name} ({})", part.word())
            }
            plain => match plain.called() {
                Some(called) => return Cow::Borrowed(called),
                None => plain.to_string(),
            },
        };
        Cow::Owned(said)
    }
}
