//! What becomes of a decision, and what one that holds does.
//!
//! In: nothing; these are the words for it. Out: outcomes, with why. Not for: weighing.

use crate::base::finding::Fact;
use crate::base::ids::{CriterionId, FigureId};
use crate::base::lang::Lang;
use crate::base::points::Points;
use crate::campaign::decisions::{DecidedValue, DecisionKind};

/// What a decision that holds does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// What counts stays, and nothing is open about it any more.
    Settle,
    /// These points of its own count for a criterion.
    Score {
        criterion: CriterionId,
        points: Points,
    },
    /// This figure counts, or nothing in its place.
    Figure {
        figure: FigureId,
        value: Option<DecidedValue>,
    },
    /// What it says of a file as a whole.
    File,
    /// All stays open until the unit has explained.
    Ask,
}

/// What becomes of a decision.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RowOutcome {
    /// It holds.
    Holds(Act),
    /// It rests on something else than there is now, in words.
    Stale { now: String },
    /// Nothing asks for it, and why.
    NotNeeded(Fact),
    /// Another row says otherwise: where, and what, in both languages.
    Contradicts {
        origin: String,
        verdict: (String, String),
    },
    /// It cannot be applied, and why.
    Mistyped(Vec<Fact>),
}

impl RowOutcome {
    /// That another row has decided the same.
    pub(super) fn repeated(origin: &str) -> RowOutcome {
        RowOutcome::NotNeeded(Fact::Said(
            format!("việc này đã được quyết định ở {origin}"),
            format!("this is decided in {origin}"),
        ))
    }

    /// That a question has no such answer, and which it has.
    pub(super) fn not_offered(kind: DecisionKind, kinds: &[DecisionKind]) -> RowOutcome {
        let names = |lang: Lang| {
            let names = kinds.iter().map(|kind| kind.name().get(lang));
            names.collect::<Vec<_>>().join("; ")
        };
        let (vi, en) = (kind.name().get(Lang::Vi), kind.name().get(Lang::En));
        RowOutcome::wrong(
            format!(
                "“{vi}” không dùng được cho câu hỏi này, chỉ chọn được: {}",
                names(Lang::Vi)
            ),
            format!(
                "\"{en}\" does not answer this question, only: {}",
                names(Lang::En)
            ),
        )
    }

    pub(super) fn wrong(vi: String, en: String) -> RowOutcome {
        RowOutcome::Mistyped(vec![Fact::Said(vi, en)])
    }
}
