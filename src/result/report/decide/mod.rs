//! What follows from decisions: which of them hold, what they change, what is settled by them, and what has to be told.
//!
//! In: a report without them, the rows of the decision workbooks, the criteria. Out: points that count, findings that are settled, a row
//! for each decision, findings about those that do not hold. Not for: reading, and not for scoring.

mod act;
mod apply;
mod chosen;
mod desk;
mod differences;
mod filed;
mod of_figures;
mod outcome;
mod rivals;
mod tell;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::base::finding::{Finding, Place};
use crate::base::ids::{CriterionId, FigureId, UnitId};
use crate::base::points::Points;
use crate::campaign::decisions::{
    DecidedFigure, DecidedScore, DecidedValue, Decision, DecisionKind, DecisionStatus,
    DecisionSubject, QuestionId,
};
use crate::campaign::scheme::Scheme;
use crate::result::report::decide::desk::Desk;
use crate::result::report::decide::outcome::{Act, RowOutcome};
use crate::result::report::decide::rivals::Rivals;
use crate::result::report::{DecisionRow, Report};

pub(super) use crate::result::report::decide::apply::SettledFindings;
pub(super) use crate::result::report::decide::desk::Reports;
pub use crate::result::report::decide::filed::FileDecisions;

/// What decisions change in a report.
#[derive(Debug, Default)]
pub(super) struct Applied {
    /// Points that count, for criteria of units.
    pub(super) scores: Vec<(UnitId, CriterionId, DecidedScore)>,
    /// Figures that count, or nothing in their place.
    pub(super) figures: Vec<(UnitId, FigureId, DecidedFigure)>,
    /// Findings that are settled, with who settled them.
    pub(super) settled: SettledFindings,
}

impl Applied {
    /// With what other decisions change as well.
    pub(super) fn and(&self, other: &Applied) -> Applied {
        Applied {
            scores: [&self.scores[..], &other.scores[..]].concat(),
            figures: [&self.figures[..], &other.figures[..]].concat(),
            settled: self.settled.and(&other.settled),
        }
    }
}

/// What a decision says a score or a figure is.
#[derive(Clone, Debug, PartialEq)]
enum SaidValue {
    Points(Points),
    Figure(Option<DecidedValue>),
}

/// What became of decisions.
#[derive(Debug, Default)]
pub(super) struct WeighedDecisions {
    /// What they change.
    pub(super) applied: Applied,
    /// One row for each.
    pub(super) rows: Vec<DecisionRow>,
    /// What is to be told of them.
    pub(super) findings: Vec<Finding>,
}

/// A decision on the way to its row.
#[derive(Debug)]
struct Case<'d> {
    decision: Cow<'d, Decision>,
    outcome: RowOutcome,
}

/// Weighs decisions, which are in the order of their documents, sheets and cells, against reports without them. Those on figures are
/// weighed apart: what a figure gives is what points are held against.
pub(super) fn decide(
    reports: Reports<'_>,
    decisions: &[Decision],
    scheme: &Scheme,
) -> WeighedDecisions {
    let desk = Desk::new(reports, scheme);
    let mut cases: Vec<Case<'_>> = decisions
        .iter()
        .map(|decision| Case {
            decision: Cow::Borrowed(decision),
            outcome: desk.weigh(decision),
        })
        .collect();
    contradict(&desk, &mut cases);
    rivals::repeat(&mut cases, |decision| decision.question.clone());
    let (settled, answered) = settled_questions(&desk, &cases);
    let mut outcome = WeighedDecisions::default();
    for case in &cases {
        outcome.rows.push(tell::row(&desk, case));
        outcome.findings.extend(tell::findings(&desk, case));
        outcome.applied.scores.extend(apply::score(case));
        outcome.applied.figures.extend(apply::figure(case));
    }
    outcome
        .findings
        .extend(differences::findings(&desk, &cases));
    // One score is given once, however many rows say so.
    let mut seen = HashSet::new();
    let scores = &mut outcome.applied.scores;
    scores.retain(|(unit, criterion, _)| seen.insert((unit.clone(), criterion.clone())));
    let mut seen = HashSet::new();
    let figures = &mut outcome.applied.figures;
    figures.retain(|(unit, figure, _)| seen.insert((unit.clone(), figure.clone())));
    outcome.applied.settled = apply::settled(&desk, (&settled, &answered), &outcome.rows);
    outcome
}

/// A row for each decision on files, with its place, and what is to be told of them. `report` is the one in which they are applied.
pub(super) fn told_of_files(
    report: &Report,
    decisions: &FileDecisions,
    scheme: &Scheme,
) -> (Vec<(Place, DecisionRow)>, Vec<Finding>) {
    if decisions.cases.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let desk = Desk::new(Reports::only(report), scheme);
    let (mut rows, mut findings) = (Vec::new(), Vec::new());
    for case in &decisions.cases {
        rows.push((case.decision.place.clone(), tell::row(&desk, case)));
        findings.extend(tell::findings(&desk, case));
    }
    (rows, findings)
}

/// What a row says a score or a figure is; who keeps what counts says so too, whether they signed or not.
fn said(desk: &Desk<'_>, id: &QuestionId, act: &Act) -> Option<(DecisionSubject, SaidValue)> {
    match (act, &id.subject) {
        (Act::Score { criterion, points }, _) => Some((
            DecisionSubject::Criterion(criterion.clone()),
            SaidValue::Points(*points),
        )),
        (Act::Figure { figure, value }, _) => Some((
            DecisionSubject::Figure(figure.clone()),
            SaidValue::Figure(value.clone()),
        )),
        (Act::Settle, DecisionSubject::Criterion(of)) => {
            let own = desk.score(id, of)?.own()?;
            Some((id.subject.clone(), SaidValue::Points(own)))
        }
        (Act::Settle, DecisionSubject::Figure(of)) => {
            let own = desk.figure(id, of);
            Some((id.subject.clone(), SaidValue::Figure(own)))
        }
        (Act::Settle | Act::File | Act::Ask, _) => None,
    }
}

/// Two rows that give one score or one figure two results, or answer one question in two ways: neither holds.
fn contradict(desk: &Desk<'_>, cases: &mut [Case<'_>]) {
    let holding = || {
        let cases = cases.iter().enumerate();
        cases.filter_map(
            |(index, case)| match (&case.outcome, &case.decision.question) {
                (RowOutcome::Holds(act), Some(id)) => Some((index, act, id)),
                _ => None,
            },
        )
    };
    let mut rivals = Rivals::default();
    rivals.note(holding().filter_map(|(index, act, id)| {
        let (subject, value) = said(desk, id, act)?;
        Some((index, (id.unit.as_ref()?, subject), value))
    }));
    rivals.note(holding().map(|(index, act, id)| (index, id, act)));
    rivals.settle(cases, tell::verdict);
}

/// The questions that are settled, each with the row that settles it, and those that decided figures answer where nothing asks them any
/// more. Points that somebody gives a score settle all that is asked of it, but for what its unit has been asked to explain or what is
/// decided in two ways.
fn settled_questions(
    desk: &Desk<'_>,
    cases: &[Case<'_>],
) -> (HashMap<QuestionId, usize>, HashMap<QuestionId, usize>) {
    let mut settled = HashMap::new();
    let mut kept_open: HashSet<&QuestionId> = HashSet::new();
    for (index, case) in cases.iter().enumerate() {
        let Some(id) = &case.decision.question else {
            continue;
        };
        match &case.outcome {
            RowOutcome::Holds(Act::Settle | Act::Score { .. }) => {
                settled.entry(id.clone()).or_insert(index);
            }
            RowOutcome::Holds(Act::Ask) | RowOutcome::Contradicts { .. } => {
                kept_open.insert(id);
            }
            _ => {}
        }
    }
    for (index, case) in cases.iter().enumerate() {
        let gives = matches!(
            case.decision.kind,
            Some(DecisionKind::Appraise | DecisionKind::Zero)
        );
        let (RowOutcome::Holds(Act::Score { criterion, .. }), Some(id)) =
            (&case.outcome, &case.decision.question)
        else {
            continue;
        };
        if !gives {
            continue;
        }
        // Also where they were given as part of a sum.
        let score = QuestionId {
            subject: DecisionSubject::Criterion(criterion.clone()),
            ..id.clone()
        };
        let same = desk
            .questions_on(&score)
            .filter(|other| !kept_open.contains(other));
        for other in same.cloned().collect::<Vec<_>>() {
            settled.entry(other).or_insert(index);
        }
    }
    let by_figures = of_figures::answered(desk, cases, |id| kept_open.contains(id));
    for (id, index) in by_figures.settled {
        settled.entry(id).or_insert(index);
    }
    (settled, by_figures.answered)
}

impl Case<'_> {
    /// What became of the decision.
    fn status(&self) -> DecisionStatus {
        match &self.outcome {
            RowOutcome::Holds(_) => DecisionStatus::Applied,
            RowOutcome::Stale { .. } => DecisionStatus::Stale,
            RowOutcome::NotNeeded(_) => DecisionStatus::NotNeeded,
            RowOutcome::Contradicts { .. } => DecisionStatus::Contradictory,
            RowOutcome::Mistyped(_) => DecisionStatus::Mistyped,
        }
    }
}
