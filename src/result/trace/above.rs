//! One criterion of one unit whose points come from those below it.

use serde::Serialize;

use crate::base::finding::{About, Finding};
use crate::base::ids::{CriterionId, UnitId};
use crate::campaign::scheme::ScoringRule;
use crate::judge::score::Subtotal;
use crate::judge::score::rule::Working;
use crate::result::report::{AboveFacts, GroupFacts, Report};
use crate::result::trace::criterion::SumsAbove;
use crate::result::trace::row;

/// One criterion of one unit that takes its points from those below it.
#[derive(Clone, Debug, Serialize)]
pub struct AboveTrace<'r> {
    /// Whose.
    pub unit: &'r UnitId,
    /// Its name.
    pub unit_name: &'r str,
    /// Which criterion.
    pub criterion: &'r CriterionId,
    /// Its text in the scheme.
    pub name: &'r str,
    /// How its points come from those below.
    pub rule: &'r ScoringRule,
    /// Whether no more than its maximum counts.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cap: bool,
    /// The rule with the points of those below; `None` where the level does not have them.
    pub working: Option<&'r Working>,
    /// What it brings to the total.
    pub subtotal: Option<&'r Subtotal>,
    /// What it adds to.
    #[serde(flatten)]
    pub sums: SumsAbove<'r>,
    /// Findings about the points that the unit states for it.
    pub findings: Vec<&'r Finding>,
}

impl<'r> AboveTrace<'r> {
    /// The criterion of a unit. `None`: the unit is not in the result.
    pub fn new(
        report: &'r Report,
        unit: &'r UnitId,
        group: &'r GroupFacts,
        criterion: &'r AboveFacts,
    ) -> Option<Self> {
        let row = row(report, unit)?;
        let subtotal = row.score.subtotals.get(&criterion.id);
        let is_about = |finding: &&Finding| {
            let names_it = finding.criteria.contains(&criterion.id)
                || matches!(&finding.about, Some(About::Row(name)) if *name == criterion.id.0);
            finding.place.unit.as_ref() == Some(unit) && names_it
        };
        Some(AboveTrace {
            unit,
            unit_name: &row.name,
            criterion: &criterion.id,
            name: &criterion.name,
            rule: &criterion.rule,
            cap: !criterion.cap.is_empty(),
            working: subtotal.map(|one| &one.working),
            subtotal,
            sums: SumsAbove::new(report, row, group, &criterion.id),
            findings: report.findings.iter().filter(is_about).collect(),
        })
    }
}
