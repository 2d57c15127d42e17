//! Which findings say something because of figures that were decided on: no cell of a form has the numbers that they name.
//!
//! In: a report with decided figures, and one that has none, or only these. Out: findings, marked. Not for: what is settled.

use std::collections::HashSet;

use crate::base::finding::Finding;
use crate::base::ids::UnitId;
use crate::result::report::Report;

/// Marks findings about units with decided figures that are not there, or say something else, without what was decided.
pub(super) fn mark(report: Option<&mut Report>, without: &Report) {
    let Some(report) = report else { return };
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let has_decided = rows.filter(|row| row.figures.values().any(|cell| cell.decided.is_some()));
    let units: HashSet<UnitId> = has_decided.map(|row| row.unit.clone()).collect();
    let is_of = |one: &Finding| one.place.unit.as_ref().is_some_and(|of| units.contains(of));
    let before: Vec<&Finding> = without.findings.iter().filter(|one| is_of(one)).collect();
    for finding in report.findings.iter_mut().filter(|one| is_of(one)) {
        finding.by_decided_figures = !before.iter().any(|one| says_same(one, finding));
    }
}

/// Marks findings that are marked in a report in which only figures were decided.
pub(super) fn mark_alike(report: Option<&mut Report>, of_figures: Option<&Report>) {
    let Some((report, of_figures)) = report.zip(of_figures) else {
        return;
    };
    let marked = of_figures.findings.iter();
    let marked: Vec<&Finding> = marked.filter(|one| one.by_decided_figures).collect();
    for finding in &mut report.findings {
        finding.by_decided_figures = marked.iter().any(|one| says_same(one, finding));
    }
}

fn says_same(one: &Finding, other: &Finding) -> bool {
    let says = |of: &Finding| (of.found.clone(), of.expected.clone());
    one.rule == other.rule
        && one.place == other.place
        && one.about == other.about
        && says(one) == says(other)
}
