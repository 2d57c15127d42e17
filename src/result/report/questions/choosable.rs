//! What can be decided of a question.
//!
//! In: the finding, and what it is about. Out: kinds that make sense there, in the order of the drop-down. Not for: what follows.

use crate::base::cell::Reading;
use crate::base::finding::{Fact, Finding};
use crate::base::points::Points;
use crate::base::rules::totals;
use crate::campaign::decisions::DecisionKind;
use crate::judge::score::{CountedBy, CriterionScore};
use crate::result::report::Question;

/// What a question is about, as far as that bears on what can be decided.
pub(super) enum Choosable<'r> {
    /// A score.
    Score(&'r CriterionScore),
    /// A sum.
    Sum,
    /// A figure.
    Figure,
    /// What stays as it is, if anything is decided of it.
    AsItIs,
}

/// What can be decided; never nothing.
pub(super) fn choosable(
    finding: &Finding,
    what: &Choosable<'_>,
    question: &Question,
) -> Vec<DecisionKind> {
    match what {
        Choosable::AsItIs => vec![DecisionKind::KeepClaim, DecisionKind::AskUnit],
        Choosable::Figure => vec![
            DecisionKind::KeepFigure,
            DecisionKind::AppraiseFigure,
            DecisionKind::LeaveOut,
            DecisionKind::AskUnit,
        ],
        Choosable::Sum => {
            // What counts leaves its frame: there is no other sum to take.
            let drops = match (
                finding.rule == &totals::GROUP_OUT_OF_RANGE,
                &finding.expected,
            ) {
                (false, Some(Fact::Number(_) | Fact::Range(..))) => DecisionKind::TakeComputed,
                _ => DecisionKind::KeepClaim,
            };
            vec![drops, DecisionKind::Appraise, DecisionKind::AskUnit]
        }
        Choosable::Score(score) => of_score(score, question),
    }
}

fn of_score(score: &CriterionScore, question: &Question) -> Vec<DecisionKind> {
    let is_within = |points: Option<Points>| {
        let within = points.zip(question.range);
        within.is_some_and(|(points, (lowest, highest))| lowest <= points && highest >= points)
    };
    let offered = [
        (DecisionKind::KeepClaim, is_within(kept(score))),
        (DecisionKind::TakeComputed, is_within(question.computed)),
        (DecisionKind::Appraise, question.range.is_some()),
        (DecisionKind::Zero, is_within(Some(Points::ZERO))),
        (DecisionKind::AskUnit, true),
    ];
    let kinds = offered.into_iter().filter(|(_, makes_sense)| *makes_sense);
    kinds.map(|(kind, _)| kind).collect()
}

/// What the unit's own points are: its claim, or the blank that is 0 by the scheme.
pub(in crate::result::report) fn kept(score: &CriterionScore) -> Option<Points> {
    match score.claimed {
        Reading::Value(points) => Some(points),
        Reading::Empty if score.counted_by() == CountedBy::Blank => score.own(),
        Reading::Empty | Reading::Unreadable => None,
    }
}
