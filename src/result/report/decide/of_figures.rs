//! What is decided of figures: what it does, and what it answers besides.
//!
//! In: rows of decision workbooks about figures, and what is asked. Out: what each does; questions that are answered once the figure is
//! another. Not for: what follows from a figure, which `judge` says.

use std::collections::{BTreeMap, HashMap};

use crate::base::ids::FigureId;
use crate::base::lang::Lang;
use crate::base::points::{Decimal, round_half_away};
use crate::base::rules::{doubtful, figures as rules};
use crate::campaign::decisions::{Decision, DecisionKind, DecisionSubject, QuestionId};
use crate::campaign::scheme::FigureKind;
use crate::result::report::decide::Case;
use crate::result::report::decide::desk::Desk;
use crate::result::report::decide::outcome::{Act, RowOutcome};

impl Desk<'_> {
    /// The answer to a question about a figure.
    pub(super) fn on_figure(
        &self,
        (decision, kind): (&Decision, DecisionKind),
        id: &QuestionId,
        figure: &FigureId,
    ) -> RowOutcome {
        let act = match kind {
            DecisionKind::AppraiseFigure => return self.figure_for(decision, id, figure),
            DecisionKind::LeaveOut => Act::Figure {
                figure: figure.clone(),
                value: None,
            },
            DecisionKind::AskUnit => Act::Ask,
            _ => Act::Settle,
        };
        let own = self
            .figure(id, figure)
            .filter(|_| kind == DecisionKind::KeepFigure);
        if let Some(typed) = decision
            .figure
            .as_ref()
            .filter(|typed| Some(*typed) != own.as_ref())
        {
            let (vi, en) = (typed.show(Lang::Vi), typed.show(Lang::En));
            let name = |lang| kind.name().get(lang);
            return RowOutcome::wrong(
                format!("ô số liệu ghi {vi}, nhưng đã chọn “{}”", name(Lang::Vi)),
                format!(
                    "the cell of the figure says {en}, but \"{}\" was chosen",
                    name(Lang::En)
                ),
            );
        }
        RowOutcome::Holds(act)
    }

    /// The figure that is typed, where the scheme lets it be.
    pub(super) fn figure_for(
        &self,
        decision: &Decision,
        id: &QuestionId,
        figure: &FigureId,
    ) -> RowOutcome {
        let level = id.unit.as_ref().map(|unit| &unit.level);
        let spec = self.scheme.figure(figure).filter(|(criterion, _)| {
            let maximum = level.and_then(|level| criterion.maximum_at(level));
            maximum.is_some()
        });
        let Some((_, spec)) = spec else {
            return RowOutcome::wrong(
                "số liệu này không có ở cấp của đơn vị".to_string(),
                "the level of the unit has no such figure".to_string(),
            );
        };
        let Some(decided) = &decision.figure else {
            return RowOutcome::wrong(
                "thiếu số liệu ở cột “Điểm hoặc số liệu”".to_string(),
                "there is no figure in the column \"Điểm hoặc số liệu\"".to_string(),
            );
        };
        let holds = RowOutcome::Holds(Act::Figure {
            figure: figure.clone(),
            value: Some(decided.clone()),
        });
        // An option was read as one of those that there are.
        let Some(value) = decided.number() else {
            return holds;
        };
        let is_whole = round_half_away(value, 0) == value;
        let wrong = match spec.kind {
            FigureKind::YesNo if ![Decimal::ZERO, Decimal::ONE].contains(&value) => Some((
                "chỉ có thể là 1 (có) hoặc 0 (không)",
                "can only be 1 (yes) or 0 (no)",
            )),
            _ if value < Decimal::ZERO => Some(("không thể là số âm", "cannot be below 0")),
            FigureKind::Count if !is_whole => Some(("phải là số nguyên", "is a whole number")),
            _ => None,
        };
        if let Some((vi, en)) = wrong {
            let (typed_vi, typed_en) = (Lang::Vi.number(value), Lang::En.number(value));
            return RowOutcome::wrong(
                format!("ô số liệu ghi {typed_vi}, nhưng số liệu này {vi}"),
                format!("the cell of the figure says {typed_en}, but this figure {en}"),
            );
        }
        holds
    }

    /// Figures that are held against one another: parts and wholes, and what is at most another.
    fn beside(&self, figure: &FigureId) -> Vec<&FigureId> {
        let pairs = self.scheme.ratios();
        let limits = self.scheme.criteria.iter().flat_map(|one| &one.figures);
        let limits = limits.filter_map(|one| Some((&one.id, one.at_most.as_ref()?)));
        let pairs = pairs.chain(limits);
        let pairs = pairs.filter(|(one, other)| *one == figure || *other == figure);
        let others = pairs.map(|(one, other)| if one == figure { other } else { one });
        others.collect()
    }
}

/// What of a question about a figure a decision cannot settle as long as the numbers themselves cannot be.
fn stays_impossible(code: &str) -> bool {
    let impossible = [
        &rules::NUMERATOR_TOO_LARGE,
        &rules::DENOMINATOR_ZERO,
        &doubtful::ABOVE_ANOTHER,
        &doubtful::ABOVE_HUNDRED,
    ];
    impossible.iter().any(|rule| rule.code == code)
}

/// Questions that decided figures settle, and those that they answer where nothing asks them any more, each with its row.
#[derive(Default)]
pub(super) struct AnsweredByFigures {
    /// What is asked of the figure itself.
    pub(super) settled: BTreeMap<QuestionId, usize>,
    /// What a figure that makes sense, and fits others and points, answers of itself.
    pub(super) answered: HashMap<QuestionId, usize>,
}

/// What the figures answer that these decisions give.
pub(super) fn answered(
    desk: &Desk<'_>,
    cases: &[Case<'_>],
    is_open: impl Fn(&QuestionId) -> bool,
) -> AnsweredByFigures {
    let mut all = AnsweredByFigures::default();
    for (index, case) in cases.iter().enumerate() {
        let (RowOutcome::Holds(Act::Figure { figure, .. }), Some(id)) =
            (&case.outcome, &case.decision.question)
        else {
            continue;
        };
        let about = |subject: DecisionSubject| QuestionId {
            subject,
            ..id.clone()
        };
        let own = about(DecisionSubject::Figure(figure.clone()));
        let others = desk.beside(figure).into_iter().cloned();
        let others = others.map(|one| about(DecisionSubject::Figure(one)));
        let criteria = desk.scheme.criteria.iter();
        let criteria = criteria.filter(|one| one.rule.figures().contains(&figure));
        let criteria = criteria.map(|one| about(DecisionSubject::Criterion(one.id.clone())));
        for about in others.chain(criteria) {
            for question in desk.questions_on(&about).filter(|one| !is_open(one)) {
                all.answered.entry(question.clone()).or_insert(index);
            }
        }
        let first = desk.questions_on(&own).filter(|one| desk.is_first(one));
        for question in first.filter(|one| !is_open(one)) {
            let id = question.clone();
            if stays_impossible(&question.code) {
                all.answered.entry(id).or_insert(index);
            } else {
                all.settled.entry(id).or_insert(index);
            }
        }
    }
    all
}
