//! What decisions that hold change: points that count, and findings that are settled.
//!
//! In: decisions, weighed. Out: points of criteria, findings with who settled them. Not for: weighing.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::base::finding::{Fact, Finding, Settlement};
use crate::base::ids::{CriterionId, FigureId, UnitId};
use crate::base::lang::{Lang, say};
use crate::campaign::decisions::{DecidedFigure, DecidedScore, DecidedValue, QuestionId};
use crate::result::report::DecisionRow;
use crate::result::report::decide::Case;
use crate::result::report::decide::desk::Desk;
use crate::result::report::decide::outcome::{Act, RowOutcome};

/// The points that a decision gives.
pub(super) fn score(case: &Case<'_>) -> Option<(UnitId, CriterionId, DecidedScore)> {
    let RowOutcome::Holds(Act::Score { criterion, points }) = &case.outcome else {
        return None;
    };
    let decision = &*case.decision;
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

/// The figure that a decision gives, or that there is none.
pub(super) fn figure(case: &Case<'_>) -> Option<(UnitId, FigureId, DecidedFigure)> {
    let RowOutcome::Holds(Act::Figure { figure, value }) = &case.outcome else {
        return None;
    };
    let decision = &*case.decision;
    let unit = decision.question.as_ref()?.unit.clone()?;
    let decided = DecidedFigure {
        kind: decision.kind?,
        value: value.clone(),
        reason: decision.reason.clone(),
        by: decision.by.clone(),
        on: decision.on,
        origin: decision.origin.clone(),
    };
    Some((unit, figure.clone(), decided))
}

/// The findings whose questions are all settled, and those whose questions are answered as long as nothing asks them.
pub(super) fn settled(
    desk: &Desk<'_>,
    (settled, answered): (&HashMap<QuestionId, usize>, &HashMap<QuestionId, usize>),
    rows: &[DecisionRow],
) -> SettledFindings {
    let mut findings = SettledFindings::default();
    for report in desk.reports.all() {
        for (index, ids) in report.asked_by_findings() {
            let is_settled = ids.iter().all(|id| settled.contains_key(id));
            let by = ids
                .iter()
                .map(|id| settled.get(id).or_else(|| answered.get(id)).copied());
            let by: Option<Vec<usize>> = by.collect();
            let Some((settled, finding)) = by
                .and_then(|by| settlements(by, (desk, rows)))
                .zip(report.findings.get(index))
            else {
                continue;
            };
            let of = if is_settled {
                &mut findings.settled
            } else {
                &mut findings.answered
            };
            let of_file = of.entry(finding.place.file.clone());
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
fn settlements(
    mut by: Vec<usize>,
    (desk, rows): (&Desk<'_>, &[DecisionRow]),
) -> Option<Settlement> {
    let mut seen = HashSet::new();
    by.retain(|index| seen.insert(*index));
    let mut all = by
        .into_iter()
        .filter_map(|index| rows.get(index))
        .map(|row| settlement(desk, row));
    let first = all.next()?;
    Some(Settlement {
        also: all.collect(),
        ..first
    })
}

fn settlement(desk: &Desk<'_>, row: &DecisionRow) -> Settlement {
    let (document, sheet, cell) = row.origin.book_cell();
    Settlement {
        by: row.by.clone(),
        on: row.on,
        reason: row.reason.clone(),
        criterion: row.criterion.clone(),
        said: said_of_figure(desk, row),
        before: row.before,
        after: row.after,
        document,
        sheet,
        cell,
        also: Vec::new(),
    }
}

/// What became of a figure, in short; nothing where the row is about none or leaves it as it is.
fn said_of_figure(desk: &Desk<'_>, row: &DecisionRow) -> Option<Fact> {
    let figure = row.figure.as_ref()?;
    let said = |lang: Lang| {
        let about = &row.about;
        let number = |value: &DecidedValue| desk.in_words(row.question.as_ref(), value, lang);
        match (&figure.before, &figure.after) {
            (_, None) => say!(lang, "không tính số liệu {about}", "{about} is left out"),
            (None, Some(after)) => {
                let after = number(after);
                say!(lang, "số liệu {about}: {after}", "{about}: {after}")
            }
            (Some(before), Some(after)) => {
                let (before, after) = (number(before), number(after));
                say!(
                    lang,
                    "số liệu {about}: từ {before} thành {after}",
                    "{about}: from {before} to {after}"
                )
            }
        }
    };
    Some(Fact::Said(said(Lang::Vi), said(Lang::En)))
}

/// Findings, by the file that they are about.
type ByFile = BTreeMap<Option<String>, Vec<Finding>>;

/// Findings of which nothing is open any more.
#[derive(Clone, Debug, Default)]
pub(in crate::result::report) struct SettledFindings {
    /// Whatever the numbers are now.
    settled: ByFile,
    /// As long as nothing asks them again: what a decided figure answers of itself.
    answered: ByFile,
}

impl SettledFindings {
    /// With others.
    pub(super) fn and(&self, other: &SettledFindings) -> SettledFindings {
        let mut all = self.clone();
        for (of, more) in [
            (&mut all.settled, &other.settled),
            (&mut all.answered, &other.answered),
        ] {
            for (file, findings) in more {
                let of_file = of.entry(file.clone()).or_default();
                of_file.extend(findings.iter().cloned());
            }
        }
        all
    }

    /// Marks those of these findings that are settled: nothing is open about them.
    pub(in crate::result::report) fn mark(&self, findings: &mut [Finding]) {
        for finding in findings {
            let of_file = self.settled.get(&finding.place.file);
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
            let file = &finding.place.file;
            if self.settled.contains_key(file) || self.answered.contains_key(file) {
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
        let all = self.settled.values().chain(self.answered.values());
        let mut gone: Vec<Finding> = Vec::new();
        for finding in all.flatten().filter(is_gone) {
            // Several reports may have asked it.
            if !gone.iter().any(|one| is_same(one, finding)) {
                gone.push(finding.clone());
            }
        }
        findings.extend(gone);
    }
}

fn is_same(one: &Finding, other: &Finding) -> bool {
    one.rule == other.rule && one.place == other.place && one.about == other.about
}
