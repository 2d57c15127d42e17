//! Figures: missing, blank, negative, parts larger than their wholes.

use rust_decimal::Decimal;

use crate::cell::Reading;
use crate::check::Checked;
use crate::finding::{About, Fact, Finding};
use crate::ids::FigureId;
use crate::rules::{figures, layout};
use crate::scheme::{Criterion, FigureSpec};
use crate::submission::{Figure, Found};

/// Findings about the figures of a submission.
pub fn check(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for criterion in &checked.scheme.criteria {
        let is_here = checked.submission.entries.contains_key(&criterion.id);
        let score = checked.score.criteria.get(&criterion.id);
        if !is_here || score.is_none_or(|score| score.exempt) {
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

fn figure_finding(
    checked: Checked<'_>,
    criterion: &Criterion,
    figure: &FigureSpec,
) -> Option<Finding> {
    let finding = match checked.submission.figures.get(&figure.id) {
        None => {
            let spot = checked
                .submission
                .entries
                .get(&criterion.id)
                .map(|entry| &entry.claimed.spot);
            let place = spot.map_or_else(|| checked.file(), |spot| checked.place(spot));
            Finding::new(&layout::FIGURE_MISSING, place)
        }
        Some(found) => match &found.value {
            Reading::Empty => Finding::new(&figures::FIGURE_BLANK, checked.place(&found.spot)),
            Reading::Value(Figure::Number(value))
                if value.is_sign_negative() && !value.is_zero() =>
            {
                Finding::new(&figures::NEGATIVE_FIGURE, checked.place(&found.spot))
                    .found(Fact::Number(*value))
            }
            _ => return None,
        },
    };
    let label = match &figure.name {
        Some(name) => format!("{} – {name}", criterion.id),
        None => criterion.label(),
    };
    Some(finding.about(About::Row(label)))
}

/// A part above its whole, or a whole that is zero. Either of the two cells may be the wrong one, so both are named.
fn ratio_finding(checked: Checked<'_>, ratio: (&FigureId, &FigureId)) -> Option<Finding> {
    let number = |id: &FigureId| -> Option<(&Found<Figure>, Decimal)> {
        let found = checked.submission.figures.get(id)?;
        match found.value.value()? {
            Figure::Number(value) if *value >= Decimal::ZERO => Some((found, *value)),
            _ => None,
        }
    };
    let ((part_found, part), (whole_found, whole)) = (number(ratio.0)?, number(ratio.1)?);
    let criterion = judged_by(checked, ratio)?;
    let (rule, here, there, (found, other)) = if part > whole {
        let rule = &figures::NUMERATOR_TOO_LARGE;
        (rule, part_found, whole_found, (part, whole))
    } else if whole.is_zero() {
        let rule = &figures::DENOMINATOR_ZERO;
        (rule, whole_found, part_found, (whole, part))
    } else {
        return None;
    };
    let cell = match here.spot.sheet == there.spot.sheet {
        true => there.spot.cell.to_string(),
        false => format!("{}!{}", there.spot.sheet, there.spot.cell),
    };
    let finding = Finding::new(rule, checked.place(&here.spot))
        .found(Fact::Number(found))
        .expected(Fact::NumberIn(other, cell))
        .about(About::Row(criterion.label()));
    Some(finding)
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
