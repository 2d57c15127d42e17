//! What is asked and what counts, looked up while decisions are weighed.
//!
//! In: reports. Out: questions by their identity, units by theirs, scores and their bounds. Not for: what a decision does.

use std::collections::HashMap;

use crate::base::ids::{CriterionId, UnitId};
use crate::base::points::{Most, Points};
use crate::campaign::decisions::{DecisionSubject, QuestionId};
use crate::campaign::scheme::{Criterion, Scheme};
use crate::judge::score::CriterionScore;
use crate::result::report::{Question, Report, UnitRow};

/// All that decisions are weighed against.
pub(super) struct Desk<'r> {
    /// The report without decisions.
    pub(super) report: &'r Report,
    /// A report with decisions that asks something else.
    pub(super) later: Option<&'r Report>,
    /// The criteria.
    pub(super) scheme: &'r Scheme,
    questions: HashMap<QuestionId, (Question, &'r Report)>,
    rows: HashMap<&'r UnitId, &'r UnitRow>,
}

impl<'r> Desk<'r> {
    pub(super) fn new(report: &'r Report, later: Option<&'r Report>, scheme: &'r Scheme) -> Self {
        let mut questions = HashMap::new();
        for report in [Some(report), later].into_iter().flatten() {
            for question in report.questions() {
                let id = question.id.clone();
                questions.entry(id).or_insert((question, report));
            }
        }
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        Desk {
            report,
            later,
            scheme,
            questions,
            rows: rows.map(|row| (&row.unit, row)).collect(),
        }
    }

    /// A question, with the report that asks it.
    pub(super) fn question(&self, id: &QuestionId) -> Option<&(Question, &'r Report)> {
        self.questions.get(id)
    }

    /// The questions about the same thing of the same unit.
    pub(super) fn questions_on(&self, id: &QuestionId) -> impl Iterator<Item = &QuestionId> {
        let is_same = |other: &&QuestionId| other.unit == id.unit && other.subject == id.subject;
        self.questions.keys().filter(is_same)
    }

    /// A unit in the result.
    pub(super) fn row(&self, id: &QuestionId) -> Option<&'r UnitRow> {
        self.rows.get(id.unit.as_ref()?).copied()
    }

    /// The score of a criterion, where it can be decided: the level has it, and it applies.
    pub(super) fn score(&self, id: &QuestionId, of: &CriterionId) -> Option<&'r CriterionScore> {
        let score = self.row(id)?.score.criteria.get(of);
        score.filter(|score| !score.exempt)
    }

    /// The fewest and the most points of a criterion on the level of a unit.
    pub(super) fn range(&self, id: &QuestionId, of: &CriterionId) -> Option<(Points, Most)> {
        let criterion: &Criterion = self.scheme.criterion(of)?;
        let maximum = criterion.maximum_at(&id.unit.as_ref()?.level)?;
        Some((criterion.minimum(), maximum))
    }

    /// Whether a criterion is added up in the sum that a question is about.
    pub(super) fn is_in_sum(&self, id: &QuestionId, criterion: &CriterionId) -> bool {
        match &id.subject {
            DecisionSubject::Total => true,
            DecisionSubject::Group(group) => {
                let of = self.scheme.criterion(criterion).map(Criterion::group);
                of.as_ref() == Some(group)
            }
            DecisionSubject::Criterion(above) => {
                let below = criterion.0.strip_prefix(&above.0);
                below.is_some_and(|rest| rest.starts_with('.'))
            }
            DecisionSubject::Figure(_) | DecisionSubject::Files | DecisionSubject::File(_) => false,
        }
    }

    /// The criterion that a question is about.
    pub(super) fn criterion(id: &QuestionId) -> Option<&CriterionId> {
        match &id.subject {
            DecisionSubject::Criterion(id) => Some(id),
            _ => None,
        }
    }
}
