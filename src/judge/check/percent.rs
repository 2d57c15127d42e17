//! Percentages that may be shares, 0.9 where the form asks for percent, and those above 100.
//!
//! In: all submissions. Out: findings; the number counts as it is written. Not for: cells that say which it is, by their format or a
//! sign (`input::seen`).

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::FigureId;
use crate::base::number::Step;
use crate::base::points::{Decimal, Points};
use crate::base::rules::doubtful;
use crate::campaign::scheme::{Criterion, FigureSpec, Scheme};
use crate::input::recognise::figure_label;
use crate::input::submission::{Figure, Found, Submission};
use crate::judge::score::rule::{Scale, evaluate};

/// How many times the largest percentage of the others a share of 1 would be, at least, to be none.
const FAR: u64 = 3;

/// Findings about percentages that may be shares, and about those that no share can be.
pub fn check(scheme: &Scheme, submissions: &[Submission]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for criterion in &scheme.criteria {
        let figures = criterion.figures.iter();
        for figure in figures.filter(|figure| figure.is_percent(criterion)) {
            let is_possible = may_be_above(scheme, figure);
            let above = |one| above_hundred(criterion, figure, one).filter(|_| !is_possible);
            findings.extend(submissions.iter().filter_map(above));
            let clear = submissions.iter().filter_map(|one| percentage(one, figure));
            let highest = clear.max();
            let of = |one| may_be_share(scheme, criterion, figure, one, highest);
            findings.extend(submissions.iter().filter_map(of));
        }
    }
    findings
}

/// Whether the scheme foresees more than 100 percent: a tier that begins there, or a point of a line beyond.
fn may_be_above(scheme: &Scheme, figure: &FigureSpec) -> bool {
    let mut own = scheme.criteria.iter();
    own.any(|one| one.rule.figures().contains(&&figure.id) && one.rule.foresees_above_hundred())
}

fn above_hundred(
    criterion: &Criterion,
    figure: &FigureSpec,
    submission: &Submission,
) -> Option<Finding> {
    let found = submission.figures.get(&figure.id)?;
    let Reading::Value(Figure::Number(value)) = found.value else {
        return None;
    };
    (value > Decimal::ONE_HUNDRED).then(|| {
        let finding = Finding::new(&doubtful::ABOVE_HUNDRED, place(submission, found));
        let finding = finding.about(About::Row(figure_label(criterion, figure)));
        finding.found(Fact::Number(value))
    })
}

/// Where a figure stands.
fn place(submission: &Submission, found: &Found<Figure>) -> Place {
    Place {
        unit: Some(submission.unit.clone()),
        file: Some(submission.file.clone()),
        ..found.origin.place()
    }
}

/// A percentage that can be nothing else: one that says so, or a number above 1.
fn percentage(submission: &Submission, figure: &FigureSpec) -> Option<Decimal> {
    let found = submission.figures.get(&figure.id)?;
    match found.value {
        Reading::Value(Figure::Number(value)) if says_percent(found) || value > Decimal::ONE => {
            Some(value)
        }
        _ => None,
    }
}

/// Whether a cell says that its number is a percentage.
fn says_percent(found: &Found<Figure>) -> bool {
    let says = |step: &Step| matches!(step, Step::Percent | Step::UnitWord(_));
    found.steps.iter().any(says)
}

fn may_be_share(
    scheme: &Scheme,
    criterion: &Criterion,
    figure: &FigureSpec,
    submission: &Submission,
    highest: Option<Decimal>,
) -> Option<Finding> {
    let found = submission.figures.get(&figure.id)?;
    let Reading::Value(Figure::Number(value)) = found.value else {
        return None;
    };
    if value <= Decimal::ZERO || value > Decimal::ONE || says_percent(found) {
        return None;
    }
    let percent = value.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    // Where all others are a few percent, so is this one.
    let is_far = |highest: Decimal| {
        let bound = highest.checked_mul(Decimal::from(FAR));
        bound.is_some_and(|bound| percent > bound)
    };
    let bears_out = |value: Decimal| is_claimed(scheme, &figure.id, value, submission);
    let (as_it_is, as_share) = (bears_out(value), bears_out(percent));
    let is_settled = (as_it_is || highest.is_some_and(is_far)) && !as_share;
    if is_settled {
        return None;
    }
    let finding = Finding::new(&doubtful::SHARE_OR_PERCENT, place(submission, found));
    let finding = finding.about(About::Row(figure_label(criterion, figure)));
    let finding = finding.found(Fact::Number(value));
    Some(finding.expected(Fact::Numbers(vec![value, percent])))
}

/// Whether the unit claims what a rule makes of a figure with this value.
fn is_claimed(scheme: &Scheme, id: &FigureId, value: Decimal, submission: &Submission) -> bool {
    let mut figures = submission.figures.clone();
    if let Some(found) = figures.get_mut(id) {
        found.value = Reading::Value(Figure::Number(value));
    }
    let level = &submission.unit.level;
    let by_figure = scheme.criteria.iter();
    let mut by_figure = by_figure.filter(|criterion| criterion.rule.figures().contains(&id));
    by_figure.any(|criterion| {
        let entry = submission.entries.get(&criterion.id);
        let claimed = entry.and_then(|entry| entry.claimed.value.value());
        let computed = criterion.maximum_at(level).and_then(|maximum| {
            let decimals = scheme.rounding.points_decimals;
            let scale = Scale {
                level,
                maximum,
                decimals,
                below: &[],
            };
            evaluate(&criterion.rule, &figures, scale).points
        });
        let agrees = |(claimed, computed): (&Points, Points)| {
            computed == *claimed || computed.rounded(claimed.0.normalize().scale()) == *claimed
        };
        claimed.zip(computed).is_some_and(agrees)
    })
}
