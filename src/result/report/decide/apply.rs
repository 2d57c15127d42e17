//! What decisions that hold change: points that count, and findings that are settled.
//!
//! In: decisions, weighed. Out: points of criteria, findings with who settled them. Not for: weighing.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::base::finding::{Finding, Settlement};
use crate::base::ids::{CriterionId, UnitId};
use crate::campaign::decisions::{DecidedScore, QuestionId};
use crate::result::report::DecisionRow;
use crate::result::report::decide::Case;
use crate::result::report::decide::act::{Act, RowOutcome};
use crate::result::report::decide::desk::Desk;

/// The points that a decision gives.
pub(super) fn score(case: &Case<'_>) -> Option<(UnitId, CriterionId, DecidedScore)> {
    let RowOutcome::Holds(Act::Score { criterion, points }) = &case.outcome else {
        return None;
    };
    let decision = case.decision;
    let unit = decision.question.as_ref()?.unit.clone()?;
    let score = DecidedScore {
        kind: decision.kind?,
        points: *points,
        reason: decision.reason.clone(),
        by: decision.by.clone(),
        on: decision.on,
        origin: decision.origin.clone(),
    };
    Some((unit, criterion.clone(), score))
}

/// The findings whose questions are all settled.
pub(super) fn settled(
    desk: &Desk<'_>,
    settled: &HashMap<QuestionId, usize>,
    rows: &[DecisionRow],
) -> SettledFindings {
    let mut findings = SettledFindings::default();
    for report in [Some(desk.report), desk.later].into_iter().flatten() {
        for (index, ids) in report.asked_by_findings() {
            let by = ids.iter().map(|id| settled.get(id).copied());
            let by: Option<Vec<usize>> = by.collect();
            let Some((settled, finding)) = by
                .and_then(|by| settlements(by, rows))
                .zip(report.findings.get(index))
            else {
                continue;
            };
            let of_file = findings.0.entry(finding.place.file.clone());
            of_file.or_default().push(Finding {
                effect: None,
                settled: Some(Box::new(settled)),
                ..finding.clone()
            });
        }
    }
    findings
}

/// What several rows say of one finding, each row once; nothing of none.
fn settlements(mut by: Vec<usize>, rows: &[DecisionRow]) -> Option<Settlement> {
    let mut seen = HashSet::new();
    by.retain(|index| seen.insert(*index));
    let mut all = by
        .into_iter()
        .filter_map(|index| rows.get(index))
        .map(settlement);
    let first = all.next()?;
    Some(Settlement {
        also: all.collect(),
        ..first
    })
}

fn settlement(row: &DecisionRow) -> Settlement {
    let (document, sheet, cell) = row.origin.book_cell();
    Settlement {
        by: row.by.clone(),
        on: row.on,
        reason: row.reason.clone(),
        criterion: row.criterion.clone(),
        said: None,
        before: row.before,
        after: row.after,
        document,
        sheet,
        cell,
        also: Vec::new(),
    }
}

/// Settled findings, by the file that they are about.
#[derive(Debug, Default)]
pub(in crate::result::report) struct SettledFindings(BTreeMap<Option<String>, Vec<Finding>>);

impl SettledFindings {
    /// Marks those of these findings that are settled: nothing is open about them.
    pub(in crate::result::report) fn mark(&self, findings: &mut [Finding]) {
        for finding in findings {
            let of_file = self.0.get(&finding.place.file);
            let mut of_file = of_file.into_iter().flatten();
            if let Some(one) = of_file.find(|one| is_same(one, finding)) {
                finding.settled.clone_from(&one.settled);
                finding.effect = None;
            }
        }
    }

    /// Adds settled findings that what was decided made vanish: what was asked and decided stays to be seen.
    pub(in crate::result::report) fn add_missing(&self, findings: &mut Vec<Finding>) {
        let mut there: BTreeMap<&Option<String>, Vec<&Finding>> = BTreeMap::new();
        for finding in &*findings {
            if self.0.contains_key(&finding.place.file) {
                there.entry(&finding.place.file).or_default().push(finding);
            }
        }
        let is_gone = |one: &&Finding| {
            let of_file = there.get(&one.place.file);
            !of_file
                .into_iter()
                .flatten()
                .any(|other| is_same(one, other))
        };
        let gone = self.0.values().flatten().filter(is_gone);
        let gone: Vec<Finding> = gone.cloned().collect();
        findings.extend(gone);
    }
}

fn is_same(one: &Finding, other: &Finding) -> bool {
    one.rule == other.rule && one.place == other.place && one.about == other.about
}
