//! One group of one unit: its criteria, and what it adds to.

use serde::Serialize;

use crate::base::finding::{About, Finding};
use crate::base::ids::UnitId;
use crate::judge::score::GroupScore;
use crate::result::report::{GroupFacts, Report};
use crate::result::trace::criterion::SumsAbove;
use crate::result::trace::figure::StatisticName;
use crate::result::trace::{feeds, row};

/// One group of one unit.
#[derive(Clone, Debug, Serialize)]
pub struct GroupTrace<'r> {
    /// Whose.
    pub unit: &'r UnitId,
    /// Its name.
    pub unit_name: &'r str,
    /// What it comes to; `None` where the level does not have it.
    pub score: Option<&'r GroupScore>,
    /// The criteria of the group, and the total.
    #[serde(flatten)]
    pub sums: SumsAbove<'r>,
    /// The statistics that its sum goes into.
    pub statistics: Vec<StatisticName>,
    /// Findings about the group as a whole.
    pub findings: Vec<&'r Finding>,
}

impl<'r> GroupTrace<'r> {
    /// The group of a unit. `None`: the unit is not in the result.
    pub fn new(report: &'r Report, unit: &'r UnitId, group: &'r GroupFacts) -> Option<Self> {
        let row = row(report, unit)?;
        let is_about = |finding: &&Finding| {
            let names_it = matches!(&finding.about, Some(About::Group(id, _)) if *id == group.id);
            finding.place.unit.as_ref() == Some(unit) && names_it
        };
        Some(GroupTrace {
            unit,
            unit_name: &row.name,
            score: row.score.groups.get(&group.id),
            sums: SumsAbove::of_group(report, row, group),
            statistics: feeds(report, unit, &[], Some(&group.id)),
            findings: report.findings.iter().filter(is_about).collect(),
        })
    }
}
