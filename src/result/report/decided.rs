//! What is asked of those who decide, and what became of what they decided.
//!
//! In: nothing; these are the words for it. Out: questions for the decision workbook, rows for whoever tells of decisions. Not for:
//! deciding what follows.

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::finding::Fact;
use crate::base::ids::CriterionId;
use crate::base::lang::Lang;
use crate::base::origin::Origin;
use crate::base::points::{Most, Points};
use crate::campaign::decisions::{
    self, DecidedValue, DecisionGround, DecisionKind, DecisionStatus, QuestionId,
};

/// An open question: a finding that touches a score, a figure, an identity or a choice of file.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// What it rests on.
    pub ground: DecisionGround,
    /// The finding that asks, by its place in the report's list; the first of several that ask the same.
    pub finding: usize,
    /// What can be decided, in the order of the drop-down; never empty.
    pub kinds: Vec<DecisionKind>,
    /// What counts now, in points of its own, where it is about points and something counts.
    pub counted: Option<Points>,
    /// What [`DecisionKind::TakeComputed`] counts, where that is points of a criterion.
    pub computed: Option<Points>,
    /// The fewest and the most points that the criterion can have, where it is about one that has points.
    pub range: Option<(Points, Most)>,
}

/// A row of a decision workbook in which somebody has decided something, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionRow {
    /// Which question; `None` where that could not be understood.
    pub question: Option<QuestionId>,
    /// The unit's name, or the file's; as it was typed where it could not be understood.
    pub name: String,
    /// What it is about, as people know it: code and name of the criterion, the total, the file.
    pub about: String,
    /// What is decided; `None` where it could not be understood.
    pub kind: Option<DecisionKind>,
    /// The unit that a file is of, by its name, or the file that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When.
    pub on: Option<Day>,
    /// Where it stands.
    pub origin: Origin,
    /// Its file, as a path from the inbox.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// What became of it.
    pub status: DecisionStatus,
    /// Why it does not hold, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Fact>,
    /// The criterion whose points it gives, where it gives any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionId>,
    /// The figure without it and with it, where it gives another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureChange>,
    /// What counted without it, where it is about points.
    pub before: Option<Points>,
    /// What counts with it, where it holds and is about points.
    pub after: Option<Points>,
    /// The ground when it was decided, in words.
    pub ground_then: String,
    /// The ground now, in words.
    pub ground_now: String,
}

/// What a decision makes of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureChange {
    /// The form's; nothing where it has none that could be understood.
    pub before: Option<DecidedValue>,
    /// What counts; nothing where it is left out.
    pub after: Option<DecidedValue>,
}

impl DecisionRow {
    /// What counts without the decision and with it: points, or a figure.
    pub fn values(&self) -> [Option<DecidedValue>; 2] {
        let of = |points: Points| DecidedValue::Number(points.0);
        match &self.figure {
            Some(figure) => [figure.before.clone(), figure.after.clone()],
            None => [self.before, self.after].map(|points| points.map(of)),
        }
    }

    /// What is decided, in short: the kind, and the unit or the file that is meant.
    pub fn verdict(&self, lang: Lang) -> String {
        decisions::verdict(self.kind, self.target.as_deref(), lang)
    }
}
