//! What one decision does, as long as no other says otherwise.
//!
//! In: a row of a decision workbook, and what is asked. Out: what it does, or why it does not hold. Not for: two rows against each other.

use crate::base::finding::{Fact, Finding};
use crate::base::ids::CriterionId;
use crate::base::lang::Lang;
use crate::base::points::{Decimal, Points};
use crate::base::rules::formulas;
use crate::base::text;
use crate::campaign::decisions::columns::{BLANK_CLAIM, NO_RETURN_CLAIM};
use crate::campaign::decisions::{Decision, DecisionKind, DecisionSubject, QuestionId};
use crate::judge::score::CriterionScore;
use crate::result::report::decide::desk::Desk;
use crate::result::report::decide::outcome::{Act, RowOutcome};
use crate::result::report::questions::kept;
use crate::result::report::{Question, Report};

impl Desk<'_> {
    /// What a decision does, all others aside.
    pub(super) fn weigh(&self, decision: &Decision) -> RowOutcome {
        let (Some(id), Some(kind)) = (&decision.question, decision.kind) else {
            return RowOutcome::Mistyped(decision.faults.clone());
        };
        if !decision.faults.is_empty() {
            return RowOutcome::Mistyped(decision.faults.clone());
        }
        if self.row(id).is_none() {
            return without_return(decision);
        }
        let outcome = if decision.is_free() {
            self.free(decision, id)
        } else {
            self.answer(decision, id, kind)
        };
        match outcome {
            RowOutcome::Holds(act) => self.signed(decision, id, act),
            other => other,
        }
    }

    /// A score or a figure that nothing needs to ask about.
    fn free(&self, decision: &Decision, id: &QuestionId) -> RowOutcome {
        if let Some(criterion) = Desk::criterion(id)
            && self.score(id, criterion).is_none()
        {
            return RowOutcome::wrong(
                format!("tiêu chí {criterion} không có điểm riêng ở đơn vị này"),
                format!("criterion {criterion} has no points of its own at this unit"),
            );
        }
        let now = self.written(id);
        let then = decision.ground.words.as_str();
        if !then.is_empty() && !is_same(then, now) {
            return RowOutcome::Stale {
                now: written_now(id, now),
            };
        }
        match &id.subject {
            DecisionSubject::Criterion(criterion) => self.points_for(decision, id, criterion, None),
            DecisionSubject::Figure(figure) => self.figure_for(decision, id, figure),
            _ => RowOutcome::Mistyped(Vec::new()),
        }
    }

    /// The answer to a question.
    fn answer(&self, decision: &Decision, id: &QuestionId, kind: DecisionKind) -> RowOutcome {
        let Some((asked, _)) = self.question(id) else {
            let code = &id.code;
            return RowOutcome::NotNeeded(Fact::Said(
                format!("cảnh báo {code} không còn"),
                format!("finding {code} is gone"),
            ));
        };
        let mut all = self.all_of(id);
        let Some((question, report)) = all.find(|(question, _)| rests_on(decision, question))
        else {
            return RowOutcome::Stale {
                now: asked.ground.words.clone(),
            };
        };
        if !question.kinds.contains(&kind) {
            return RowOutcome::not_offered(kind, &question.kinds);
        }
        if let Some(beside) = beside(decision, kind, question) {
            return beside;
        }
        match (&id.subject, question.range) {
            (DecisionSubject::Criterion(criterion), Some(_)) => {
                self.on_score((decision, kind), question, criterion)
            }
            (DecisionSubject::Figure(figure), _) => self.on_figure((decision, kind), id, figure),
            (DecisionSubject::Criterion(_), _) if kind != DecisionKind::Appraise => stays(kind),
            _ if kind == DecisionKind::Appraise => {
                self.on_sum(decision, id, stated(question, report))
            }
            _ => stays(kind),
        }
    }

    /// The answer to a question about a score.
    fn on_score(
        &self,
        (decision, kind): (&Decision, DecisionKind),
        question: &Question,
        criterion: &CriterionId,
    ) -> RowOutcome {
        let score = self.score(&question.id, criterion);
        let points = match kind {
            DecisionKind::KeepClaim => score.and_then(kept),
            // What the figures come to that count, of which some may have been decided.
            DecisionKind::TakeComputed if question.id.code != formulas::STALE_RESULT.code => {
                score.and_then(|score| score.computed)
            }
            DecisionKind::TakeComputed => question.computed,
            DecisionKind::Zero => Some(Points::ZERO),
            DecisionKind::Appraise => {
                return self.points_for(decision, &question.id, criterion, None);
            }
            DecisionKind::KeepFigure
            | DecisionKind::AppraiseFigure
            | DecisionKind::LeaveOut
            | DecisionKind::AskUnit
            | DecisionKind::UseFile
            | DecisionKind::OfUnit
            | DecisionKind::NoReturn => return stays(kind),
        };
        let Some(points) = points else {
            return RowOutcome::wrong(
                "nay không tính được điểm từ số liệu".to_string(),
                "the figures give no points now".to_string(),
            );
        };
        if let Some(typed) = decision.points.filter(|typed| *typed != points) {
            let name = |lang| kind.name().get(lang);
            let (typed_vi, typed_en) = (Lang::Vi.number(typed.0), Lang::En.number(typed.0));
            let (vi, en) = (Lang::Vi.number(points.0), Lang::En.number(points.0));
            return RowOutcome::wrong(
                format!("ô điểm ghi {typed_vi}, còn “{}” là {vi}", name(Lang::Vi)),
                format!(
                    "the cell of points says {typed_en}, but \"{}\" is {en}",
                    name(Lang::En)
                ),
            );
        }
        RowOutcome::Holds(Act::Score {
            criterion: criterion.clone(),
            points,
        })
    }

    /// Points of a sum that go to a criterion: those that are given, or what counts and the difference.
    fn on_sum(
        &self,
        decision: &Decision,
        id: &QuestionId,
        finding: Option<&Finding>,
    ) -> RowOutcome {
        let Some(criterion) = &decision.criterion else {
            return RowOutcome::wrong(
                "thiếu tiêu chí nhận điểm: tổng không được quyết định riêng, phần lệch phải thuộc một tiêu chí".to_string(),
                "the criterion that the points go to is missing: a total is never decided as such, the difference belongs to a criterion".to_string(),
            );
        };
        let is_in = self.is_in_sum(id, criterion);
        let score = self.score(id, criterion).filter(|_| is_in);
        let Some(score) = score else {
            return RowOutcome::wrong(
                format!("tiêu chí {criterion} không có điểm riêng trong tổng này"),
                format!("criterion {criterion} has no points of its own in this sum"),
            );
        };
        let difference = match finding.map(|finding| (&finding.found, &finding.expected)) {
            Some((Some(Fact::Number(stated)), Some(Fact::Number(summed)))) => {
                stated.checked_sub(*summed).map(Points)
            }
            _ => None,
        };
        let more = difference.and_then(|points| self.own_points(id, score, points));
        if decision.points.is_none() && difference.is_some() && more.is_none() {
            return RowOutcome::wrong(
                format!(
                    "phần lệch của tổng không đổi được ra điểm của tiêu chí {criterion} (có hệ số, có mức khống chế, chỉ tính một trong số các tiêu chí, hoặc tổng được quy đổi): ghi điểm của tiêu chí ở cột “Điểm hoặc số liệu”"
                ),
                format!(
                    "what the sum is off by cannot be told in points of criterion {criterion} (it has a weight, not all points count, only one of several criteria does, or the total is scaled up): write the criterion's points in the column \"Điểm hoặc số liệu\""
                ),
            );
        }
        let shifted = score.own().zip(more).map(|(own, more)| own + more);
        self.points_for(decision, id, criterion, shifted)
    }

    /// The points that are typed, or else those; bounded by what the criterion can have.
    fn points_for(
        &self,
        decision: &Decision,
        id: &QuestionId,
        criterion: &CriterionId,
        otherwise: Option<Points>,
    ) -> RowOutcome {
        let Some(points) = decision.points.or(otherwise) else {
            return RowOutcome::wrong(
                "thiếu điểm ở cột “Điểm hoặc số liệu”".to_string(),
                "there are no points in the column \"Điểm hoặc số liệu\"".to_string(),
            );
        };
        let (lowest, highest) = self.range(id, criterion).unwrap_or_default();
        if points < lowest || highest < points {
            let said = |lang: Lang| (lang.number(points.0), lang.range(lowest, highest));
            let ((vi, range_vi), (en, range)) = (said(Lang::Vi), said(Lang::En));
            return RowOutcome::wrong(
                format!("{vi} điểm nằm ngoài khoảng {range_vi} của tiêu chí {criterion}"),
                format!("{en} points are outside the range {range} of criterion {criterion}"),
            );
        }
        RowOutcome::Holds(Act::Score {
            criterion: criterion.clone(),
            points,
        })
    }

    /// Points and figures that change are signed for: with who decides it and why.
    fn signed(&self, decision: &Decision, id: &QuestionId, act: Act) -> RowOutcome {
        let stays = match &act {
            Act::Score { criterion, points } => {
                self.score(id, criterion).and_then(CriterionScore::own) == Some(*points)
            }
            Act::Figure { figure, value } => self.figure(id, figure) == *value,
            Act::Settle | Act::File | Act::Ask => return RowOutcome::Holds(act),
        };
        let missing = |vi: &str, en: &str| Fact::Said(vi.to_string(), en.to_string());
        let mut lacks = Vec::new();
        if decision.by.is_empty() {
            lacks.push(missing(
                "thiếu người quyết định",
                "who decided it is missing",
            ));
        }
        if decision.reason.is_empty() {
            lacks.push(missing("thiếu căn cứ", "the reason is missing"));
        }
        match (stays, lacks.is_empty()) {
            (false, false) => RowOutcome::Mistyped(lacks),
            // Nobody stands for points that nobody has signed; they stay those of the form.
            (true, false) => RowOutcome::Holds(Act::Settle),
            (_, true) => RowOutcome::Holds(act),
        }
    }
}

/// What becomes of a decision on a unit that has no return which counts: it rested on one that is gone, or on none at all.
fn without_return(decision: &Decision) -> RowOutcome {
    let then = text::key(&decision.ground.words);
    if decision.is_free() && (then.is_empty() || then == text::key(NO_RETURN_CLAIM)) {
        return RowOutcome::wrong(
            "đơn vị chưa có phiếu được tính nên không có gì để tính; có phiếu rồi thì quyết định theo phiếu ấy".to_string(),
            "the unit has no return that counts, so there is nothing to count; decide once there is one".to_string(),
        );
    }
    let now = "đơn vị chưa có phiếu được tính".to_string();
    RowOutcome::Stale { now }
}

/// Whether what a decision rests on is what a question rests on.
fn rests_on(decision: &Decision, question: &Question) -> bool {
    let ground = &decision.ground;
    if ground.hash.is_empty() {
        return proves(question) && text::key(&ground.words) == text::key(&question.ground.words);
    }
    ground.hash == question.ground.hash
}

/// Whether the words of a ground say all that it rests on: not so where a text was cut short, nor of a sum, whose parts they leave out.
fn proves(question: &Question) -> bool {
    let is_sum = question.range.is_none() && question.kinds.contains(&DecisionKind::Appraise);
    !is_sum && !question.ground.words.contains("…”")
}

/// That points or a criterion stand beside an answer that has none: whoever wrote them meant something else.
fn beside(decision: &Decision, kind: DecisionKind, question: &Question) -> Option<RowOutcome> {
    let of_score = question.range.is_some();
    let takes_points = of_score || kind == DecisionKind::Appraise;
    let more = decision
        .points
        .filter(|points| !takes_points && Some(*points) != question.counted);
    if let Some(points) = more {
        let (vi, en) = (Lang::Vi.number(points.0), Lang::En.number(points.0));
        let (kind_vi, kind_en) = (kind.name().get(Lang::Vi), kind.name().get(Lang::En));
        return Some(RowOutcome::wrong(
            format!("ô điểm ghi {vi}, nhưng “{kind_vi}” ở đây không dùng điểm"),
            format!("the cell of points says {en}, but \"{kind_en}\" takes none here"),
        ));
    }
    let own = Desk::criterion(&question.id).filter(|_| of_score);
    let takes_target = !of_score && kind == DecisionKind::Appraise;
    let other = decision.criterion.as_ref();
    let other = other.filter(|other| !takes_target && Some(*other) != own)?;
    Some(RowOutcome::wrong(
        format!(
            "ô tiêu chí nhận điểm ghi {other}, nhưng quyết định này không dùng đến tiêu chí ấy"
        ),
        format!("the cell of the criterion says {other}, which this decision has no use for"),
    ))
}

/// The finding of a sum; none where several say different things of it, so that nobody can tell which difference is meant.
pub(super) fn stated<'r>(question: &Question, report: &'r Report) -> Option<&'r Finding> {
    let first = report.findings.get(question.finding)?;
    let is_other = |one: &&Finding| {
        one.rule == first.rule
            && one.place.unit == first.place.unit
            && one.about == first.about
            && one.found != first.found
    };
    let is_clear = !report.findings.iter().any(|one| is_other(&one));
    is_clear.then_some(first)
}

/// What is decided where no points change.
fn stays(kind: DecisionKind) -> RowOutcome {
    RowOutcome::Holds(match kind {
        DecisionKind::AskUnit => Act::Ask,
        _ => Act::Settle,
    })
}

/// What a form says of a score or of a figure, in words.
pub(super) fn written_now(id: &QuestionId, now: &str) -> String {
    let what = match id.subject {
        DecisionSubject::Figure(_) => "số liệu",
        _ => "điểm tự chấm",
    };
    if now.is_empty() {
        return format!("{what} để trống");
    }
    format!("{what} “{now}”")
}

/// Whether a claim then and one now say the same: the same number, or the same text.
fn is_same(one: &str, other: &str) -> bool {
    if text::key(one) == text::key(BLANK_CLAIM) {
        return other.is_empty();
    }
    let number = |text: &str| {
        let plain = text.trim().replace(',', ".");
        plain.parse::<Decimal>().ok()
    };
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one == other,
        _ => text::key(one) == text::key(other),
    }
}
