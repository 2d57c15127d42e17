//! Figures: missing, blank, negative, parts larger than their wholes.

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::FigureId;
use crate::base::points::{Decimal, Points};
use crate::base::rules::{figures, layout};
use crate::campaign::scheme::{Criterion, FigureSpec};
use crate::input::recognise::figure_label;
use crate::input::submission::{Figure, Found, SumOf};
use crate::judge::check::Checked;
use crate::judge::score::figures::Figures;

/// Findings about the figures of a submission.
pub fn check(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for criterion in &checked.scheme.criteria {
        // The score of a sum is worked out from others', its figures are its own.
        let score = checked.score.criteria.get(&criterion.id);
        let is_scored = score.is_some_and(|score| !score.exempt);
        if row(checked, criterion).is_none() || !(is_scored || criterion.rule.combines()) {
            continue;
        }
        for figure in &criterion.figures {
            findings.extend(figure_finding(checked, criterion, figure));
        }
    }
    for ratio in checked.scheme.ratios() {
        findings.extend(ratio_finding(checked, ratio));
    }
    findings
}

/// The score or the sum in the row of a criterion.
fn row<'a>(checked: Checked<'a>, criterion: &Criterion) -> Option<&'a Found<Points>> {
    let submission = checked.submission;
    let entry = submission.entries.get(&criterion.id);
    let of = SumOf::Criterion(criterion.id.clone());
    let sum = || submission.own_sums.iter().find(|sum| sum.of == of);
    entry
        .map(|entry| &entry.claimed)
        .or_else(|| sum().map(|sum| &sum.stated))
}

fn figure_finding(
    checked: Checked<'_>,
    criterion: &Criterion,
    figure: &FigureSpec,
) -> Option<Finding> {
    let finding = match checked.submission.figures.get(&figure.id) {
        None => {
            let row = row(checked, criterion)?;
            Finding::new(&layout::FIGURE_MISSING, checked.place(&row.origin))
        }
        Some(found) => match &found.value {
            Reading::Empty => Finding::new(&figures::FIGURE_BLANK, checked.place(&found.origin)),
            Reading::Value(Figure::Number(value))
                if value.is_sign_negative() && !value.is_zero() =>
            {
                Finding::new(&figures::NEGATIVE_FIGURE, checked.place(&found.origin))
                    .found(Fact::Number(*value))
            }
            _ => return None,
        },
    };
    Some(finding.about(About::Row(figure_label(criterion, figure))))
}

/// A part above its whole, or a whole that is zero. Either of the two cells may be the wrong one, so both are named.
fn ratio_finding(checked: Checked<'_>, ratio: (&FigureId, &FigureId)) -> Option<Finding> {
    let own = &checked.submission.figures;
    let number = |id: &FigureId| own.number(id);
    let (part_found, whole_found) = (own.get(ratio.0), own.get(ratio.1)?);
    let (part, whole) = (number(ratio.0), number(ratio.1)?);
    let criterion = judged_by(checked, ratio)?;
    let finding = match (part, part_found) {
        (Some(part), Some(part_found)) if part > whole => {
            let place = checked.place(&part_found.origin);
            Finding::new(&figures::NUMERATOR_TOO_LARGE, place)
                .found(Fact::Number(part))
                .expected(number_in(whole, whole_found, part_found))
        }
        _ if whole.is_zero() => {
            let place = checked.place(&whole_found.origin);
            let part = match (part, part_found) {
                (Some(part), Some(found)) => number_in(part, found, whole_found),
                (None, Some(found)) => Fact::Text(found.text()),
                (_, None) => Fact::Names(Vec::new()),
            };
            Finding::new(&figures::DENOMINATOR_ZERO, place)
                .found(Fact::Number(whole))
                .expected(part)
        }
        _ => return None,
    };
    Some(finding.about(About::Row(criterion.label())))
}

/// A number with its cell, and its sheet where the finding stands on another one.
pub fn number_in(value: Decimal, found: &Found<Figure>, here: &Found<Figure>) -> Fact {
    let cell = match found.origin.cell() {
        Some((sheet, cell)) if here.origin.is_on(sheet) => cell.to_string(),
        _ => found.origin.to_string(),
    };
    Fact::NumberIn(value, cell)
}

/// The criterion that a ratio is named by: the first one that is scored by it, else the one its numerator stands under.
fn judged_by<'a>(checked: Checked<'a>, ratio: (&FigureId, &FigureId)) -> Option<&'a Criterion> {
    let applies = |criterion: &&Criterion| {
        let score = checked.score.criteria.get(&criterion.id);
        let is_here = checked.submission.entries.contains_key(&criterion.id);
        is_here && score.is_some_and(|score| !score.exempt)
    };
    let criteria = checked.scheme.criteria.iter();
    let by_rule = criteria
        .filter(|criterion| criterion.rule.ratio() == Some(ratio))
        .find(applies);
    let of_figure = || {
        checked
            .scheme
            .figure(ratio.0)
            .map(|(criterion, _)| criterion)
    };
    by_rule.or_else(of_figure)
}
