//! What is asked and what counts, looked up while decisions are weighed.
//!
//! In: reports. Out: questions by their identity, units by theirs, scores and their bounds. Not for: what a decision does.

use std::collections::HashMap;

use crate::base::ids::{CriterionId, FigureId, UnitId};
use crate::base::lang::Lang;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::decisions::{DecidedValue, DecisionSubject, QuestionId};
use crate::campaign::scheme::{Criterion, FigureKind, Scheme};
use crate::input::submission::Figure;
use crate::judge::score::CriterionScore;
use crate::result::report::data::as_number;
use crate::result::report::{Question, Report, UnitRow};

/// The reports that decisions are weighed against.
#[derive(Clone, Copy)]
pub(in crate::result::report) struct Reports<'r> {
    /// The one without these decisions.
    pub(in crate::result::report) base: &'r Report,
    /// The one without those on figures either, where the other has any.
    pub(in crate::result::report) earlier: Option<&'r Report>,
    /// One with these decisions, where it asks something else.
    pub(in crate::result::report) later: Option<&'r Report>,
}

impl<'r> Reports<'r> {
    /// A report alone.
    pub(in crate::result::report) fn only(base: &'r Report) -> Self {
        Reports {
            base,
            earlier: None,
            later: None,
        }
    }

    /// All of them.
    pub(super) fn all(self) -> impl Iterator<Item = &'r Report> {
        let others = [self.earlier, self.later].into_iter().flatten();
        std::iter::once(self.base).chain(others)
    }
}

/// All that decisions are weighed against.
pub(super) struct Desk<'r> {
    /// The report without them.
    pub(super) report: &'r Report,
    /// All that ask anything.
    pub(super) reports: Reports<'r>,
    /// The criteria.
    pub(super) scheme: &'r Scheme,
    questions: HashMap<QuestionId, Vec<(Question, &'r Report)>>,
    rows: HashMap<&'r UnitId, &'r UnitRow>,
}

impl<'r> Desk<'r> {
    pub(super) fn new(reports: Reports<'r>, scheme: &'r Scheme) -> Self {
        let mut questions = HashMap::<QuestionId, Vec<(Question, &'r Report)>>::new();
        for report in reports.all() {
            for question in report.questions() {
                let same = questions.entry(question.id.clone()).or_default();
                same.push((question, report));
            }
        }
        let report = reports.base;
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        Desk {
            report,
            reports,
            scheme,
            questions,
            rows: rows.map(|row| (&row.unit, row)).collect(),
        }
    }

    /// A question, with the first report that asks it.
    pub(super) fn question(&self, id: &QuestionId) -> Option<&(Question, &'r Report)> {
        self.questions.get(id)?.first()
    }

    /// A question as each report asks it.
    pub(super) fn all_of(&self, id: &QuestionId) -> impl Iterator<Item = &(Question, &'r Report)> {
        self.questions.get(id).into_iter().flatten()
    }

    /// Whether a question was there before anything was decided of this kind.
    pub(super) fn is_first(&self, id: &QuestionId) -> bool {
        let is_later = |report: &Report| {
            let later = self.reports.later;
            later.is_some_and(|later| std::ptr::eq(later, report))
        };
        self.all_of(id).any(|(_, report)| !is_later(report))
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
                let below = criterion.0.strip_prefix(above.0.as_str());
                below.is_some_and(|rest| rest.starts_with('.'))
            }
            DecisionSubject::Figure(_) | DecisionSubject::Files | DecisionSubject::File(_) => false,
        }
    }

    /// Points of the sum that a question is about, as points of one of its criteria; nothing where more points of that one may not be
    /// as many more of the sum.
    pub(super) fn own_points(
        &self,
        id: &QuestionId,
        score: &CriterionScore,
        of_sum: Points,
    ) -> Option<Points> {
        let worth = self.worth_in_sum(id, score)?;
        let own = Points(of_sum.0.checked_div(worth)?);
        let is_sure = worth == Decimal::ONE || score.weighed(own) == of_sum;
        is_sure.then_some(own)
    }

    /// What a point of a criterion is worth in the sum that a question is about, whatever else counts there; nothing where that is not
    /// always the same.
    pub(super) fn worth_in_sum(&self, id: &QuestionId, score: &CriterionScore) -> Option<Decimal> {
        let row = self.row(id)?;
        let (of, _) = row
            .score
            .criteria
            .iter()
            .find(|(_, one)| std::ptr::eq(*one, score))?;
        let facts = self.report.criterion(of)?;
        let is_left_out = score.left_out.is_some();
        let is_bounded = facts.one_of.is_some() || facts.capped_by.is_some() || is_left_out;
        let is_one = score.weight == Decimal::ONE;
        // Weights of groups and of criteria above go into sums of these or not, as the scheme has it.
        let is_told = is_one || id.subject == DecisionSubject::Total;
        let is_plain = row.score.scale == Decimal::ONE && !is_bounded && is_told;
        (is_plain && !score.weight.is_zero()).then_some(score.weight)
    }

    /// What stands in the form where a question is about a score or a figure.
    pub(super) fn written(&self, id: &QuestionId) -> &'r str {
        let source = self.row(id).and_then(|row| match &id.subject {
            DecisionSubject::Criterion(criterion) => row.sources.get(criterion),
            DecisionSubject::Figure(figure) => row.figures.get(figure).map(|cell| &cell.source),
            _ => None,
        });
        source.map_or("", |source| &*source.text)
    }

    /// A figure without a decision on it, where it was understood.
    pub(super) fn figure(&self, id: &QuestionId, of: &FigureId) -> Option<DecidedValue> {
        let cell = self.row(id)?.figures.get(of)?;
        match cell.value.as_ref()? {
            Figure::Choice(name) => Some(DecidedValue::Chosen {
                option: name.clone(),
            }),
            other => as_number(other).map(DecidedValue::Number),
        }
    }

    /// Points or a figure, as a question about them says it: of a figure that is yes or no, or an option, the word.
    pub(super) fn in_words(
        &self,
        id: Option<&QuestionId>,
        value: &DecidedValue,
        lang: Lang,
    ) -> String {
        let figure = id.and_then(|id| match &id.subject {
            DecisionSubject::Figure(figure) => self.scheme.figure(figure),
            _ => None,
        });
        let is_answer = figure.is_some_and(|(_, spec)| spec.kind == FigureKind::YesNo);
        match value.number().filter(|_| is_answer) {
            Some(answer) => lang.answer(!answer.is_zero()).to_string(),
            None => value.show(lang),
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
