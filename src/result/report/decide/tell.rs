//! What is told of decisions: a row for each, and findings about those that do not hold.
//!
//! In: decisions, weighed. Out: rows and findings. Not for: how they are shown.

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::lang::Lang;
use crate::base::outside::Shown;
use crate::base::points::Points;
use crate::base::rules::{Rule, decisions as rules};
use crate::campaign::decisions::{self, DecidedValue, Decision, DecisionSubject};
use crate::judge::score::CriterionScore;
use crate::result::report::decide::Case;
use crate::result::report::decide::act::written_now;
use crate::result::report::decide::desk::Desk;
use crate::result::report::decide::outcome::{Act, RowOutcome};
use crate::result::report::{DecisionRow, FigureChange};

/// The row of a decision.
pub(super) fn row(desk: &Desk<'_>, case: &Case<'_>) -> DecisionRow {
    let decision = &*case.decision;
    let id = decision.question.as_ref();
    let (before, after) = points(desk, case);
    let figure = figure(desk, case);
    let criterion = match &case.outcome {
        RowOutcome::Holds(Act::Score { criterion, .. }) => Some(criterion.clone()),
        _ => None,
    };
    DecisionRow {
        question: id.cloned(),
        name: id.map_or_else(|| decision.name.clone(), |id| desk.report.question_unit(id)),
        about: id.map_or_else(
            || decision.about.clone(),
            |id| desk.report.question_about(id),
        ),
        kind: decision.kind,
        target: target(desk, decision),
        reason: decision.reason.clone(),
        by: decision.by.clone(),
        on: decision.on,
        origin: decision.origin.clone(),
        file: decision.place.file.clone().unwrap_or_default(),
        status: case.status(),
        because: because(case),
        criterion,
        before,
        after,
        figure,
        ground_then: match id {
            Some(id) if decision.is_free() && !decision.ground.words.is_empty() => {
                written_now(id, &decision.ground.words)
            }
            _ => decision.ground.words.clone(),
        },
        ground_now: ground_now(desk, case),
    }
}

/// What counts without a decision and with it.
fn points(desk: &Desk<'_>, case: &Case<'_>) -> (Option<Points>, Option<Points>) {
    let Some(id) = &case.decision.question else {
        return (None, None);
    };
    let own = |of| desk.score(id, of).and_then(CriterionScore::own);
    match (&case.outcome, &id.subject) {
        (RowOutcome::Holds(Act::Score { criterion, points }), _) => (own(criterion), Some(*points)),
        (outcome, DecisionSubject::Criterion(criterion)) => {
            let stays = matches!(outcome, RowOutcome::Holds(Act::Settle));
            let before = own(criterion);
            (before, before.filter(|_| stays))
        }
        (outcome, DecisionSubject::Total | DecisionSubject::Group(_)) => {
            let stays = matches!(outcome, RowOutcome::Holds(Act::Settle));
            let before = desk.question(id).and_then(|(question, _)| question.counted);
            (before, before.filter(|_| stays))
        }
        _ => (None, None),
    }
}

/// The figure without a decision that gives another, and with it.
fn figure(desk: &Desk<'_>, case: &Case<'_>) -> Option<FigureChange> {
    let id = case.decision.question.as_ref()?;
    let RowOutcome::Holds(Act::Figure { figure, value }) = &case.outcome else {
        return None;
    };
    Some(FigureChange {
        before: desk.figure(id, figure),
        after: value.clone(),
    })
}

/// The unit or the file that a decision names, as people know it.
fn target(desk: &Desk<'_>, decision: &Decision) -> Option<String> {
    let unit = decision.unit.as_ref();
    let unit = unit.map(|unit| {
        let name = desk.report.unit_name(unit);
        name.map_or_else(|| unit.to_string(), str::to_string)
    });
    unit.or_else(|| decision.file.clone())
}

fn ground_now(desk: &Desk<'_>, case: &Case<'_>) -> String {
    let decision = &*case.decision;
    let Some(id) = &decision.question else {
        return String::new();
    };
    if decision.is_of_file() {
        return match &case.outcome {
            RowOutcome::Holds(_) => decision.ground.words.clone(),
            RowOutcome::Stale { now } => now.clone(),
            _ => String::new(),
        };
    }
    if let Some((question, _)) = desk.question(id) {
        return question.ground.words.clone();
    }
    let has_value = matches!(
        id.subject,
        DecisionSubject::Criterion(_) | DecisionSubject::Figure(_)
    );
    let is_there = has_value && desk.row(id).is_some();
    let now = is_there.then(|| written_now(id, desk.written(id)));
    now.unwrap_or_default()
}

fn because(case: &Case<'_>) -> Option<Fact> {
    match &case.outcome {
        RowOutcome::Holds(_) => None,
        RowOutcome::Stale { .. } => Some(Fact::Said(
            "cơ sở đã thay đổi".to_string(),
            "its ground has changed".to_string(),
        )),
        RowOutcome::NotNeeded(why) => Some(why.clone()),
        RowOutcome::Contradicts { origin, verdict } => {
            let (vi, en) = verdict;
            Some(Fact::Said(
                format!("{origin} ghi {vi}"),
                format!("{origin} says {en}"),
            ))
        }
        RowOutcome::Mistyped(faults) => Some(joined(faults)),
    }
}

fn joined(faults: &[Fact]) -> Fact {
    let all = |lang: Lang| {
        let said = faults.iter().map(|fact| fact.show(lang));
        Shown::line(&said.collect::<Vec<_>>().join("; ")).into()
    };
    Fact::Said(all(Lang::Vi), all(Lang::En))
}

/// A decision in short: `điểm thẩm định 38`.
pub(super) fn verdict(case: &Case<'_>, lang: Lang) -> String {
    let kind = case.decision.kind.map(|kind| kind.name().get(lang));
    let kind = kind.unwrap_or_default();
    match &case.outcome {
        RowOutcome::Holds(Act::Score { points, .. }) => {
            format!("{kind} {}", lang.number(points.0))
        }
        RowOutcome::Holds(Act::Figure {
            value: Some(value), ..
        }) => {
            format!("{kind} {}", value.show(lang))
        }
        _ => kind.to_string(),
    }
}

/// What has to be told of a decision.
pub(super) fn findings(desk: &Desk<'_>, case: &Case<'_>) -> Vec<Finding> {
    let at = |rule: &'static Rule| finding(desk, case, rule);
    let line = |text: &str| Fact::Name(Shown::line(text).into());
    match &case.outcome {
        RowOutcome::Holds(_) => held(desk, case),
        RowOutcome::Stale { now } => {
            let row = row(desk, case);
            let then = if row.ground_then.is_empty() {
                Fact::Said("không ghi".to_string(), "not said".to_string())
            } else {
                line(&row.ground_then)
            };
            vec![at(&rules::STALE).found(then).expected(line(now))]
        }
        RowOutcome::NotNeeded(why) => vec![at(&rules::NOT_NEEDED).found(why.clone())],
        RowOutcome::Contradicts {
            origin,
            verdict: (vi, en),
        } => {
            let (own_vi, own_en) = (
                own_verdict(desk, case, Lang::Vi),
                own_verdict(desk, case, Lang::En),
            );
            let found = Fact::Said(format!("ở đây là {own_vi}"), format!("here it is {own_en}"));
            let expected = Fact::Said(
                format!("ở {origin} là {vi}"),
                format!("in {origin} it is {en}"),
            );
            vec![at(&rules::CONTRADICTORY).found(found).expected(expected)]
        }
        RowOutcome::Mistyped(faults) => vec![at(&rules::MISTYPED).found(joined(faults))],
    }
}

/// What a row that contradicts another says, by what is typed.
fn own_verdict(desk: &Desk<'_>, case: &Case<'_>, lang: Lang) -> String {
    let target = target(desk, &case.decision);
    let points = case.decision.points.map(|points| points.0);
    let points = points.map(DecidedValue::Number);
    match points.as_ref().or(case.decision.figure.as_ref()) {
        Some(value) => {
            let kind = decisions::verdict(case.decision.kind, None, lang);
            let shown = desk.in_words(case.decision.question.as_ref(), value, lang);
            format!("{kind} {shown}")
        }
        None => decisions::verdict(case.decision.kind, target.as_deref(), lang),
    }
}

/// What is to be looked at of a decision that holds.
fn held(desk: &Desk<'_>, case: &Case<'_>) -> Vec<Finding> {
    let decision = &*case.decision;
    let Some(id) = &decision.question else {
        return Vec::new();
    };
    let at = |rule: &'static Rule| finding(desk, case, rule);
    let mut findings = Vec::new();
    if decision.is_free() {
        let now = desk.written(id);
        if decision.ground.words.is_empty() && !now.is_empty() {
            findings.push(at(&rules::WITHOUT_GROUND).expected(Fact::Text(now.to_string())));
        }
        return findings;
    }
    let asked = desk.all_of(id).map(|(question, _)| question);
    let counted = asked.filter(|question| question.range.is_some());
    let counted: Vec<Points> = counted.filter_map(|question| question.counted).collect();
    let after = points(desk, case).1;
    if let (Some(then), Some(now)) = (decision.counted_then, counted.first().copied())
        && !counted.contains(&then)
        && Some(then) != after
    {
        findings.push(at(&rules::RESULT_CHANGED).found(then).expected(now));
    }
    findings
}

/// A finding of a rule about a decision, at its row.
pub(super) fn finding(desk: &Desk<'_>, case: &Case<'_>, rule: &'static Rule) -> Finding {
    let decision = &*case.decision;
    let (name, about) = match &decision.question {
        Some(id) => (
            desk.report.question_unit(id),
            desk.report.question_about(id),
        ),
        None => (decision.name.clone(), decision.about.clone()),
    };
    let about = if name.is_empty() {
        about
    } else {
        format!("{name}: {about}")
    };
    let about: String = Shown::line(&about).into();
    let id = decision.question.as_ref();
    let place = Place {
        unit: id.and_then(|id| id.unit.clone()),
        ..decision.place.clone()
    };
    Finding::new(rule, place).about(About::Row(about))
}
