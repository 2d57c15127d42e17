//! Figures: missing, blank, negative, parts larger than their wholes.

use std::collections::BTreeSet;

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
    let mut ratios: BTreeSet<(&FigureId, &FigureId)> = BTreeSet::new();
    for criterion in &checked.scheme.criteria {
        let is_here = checked.submission.entries.contains_key(&criterion.id);
        let score = checked.score.criteria.get(&criterion.id);
        if !is_here || score.is_none_or(|score| score.exempt) {
            continue;
        }
        for figure in &criterion.figures {
            findings.extend(figure_finding(checked, criterion, figure));
        }
        if let Some(ratio) = criterion.rule.ratio()
            && ratios.insert(ratio)
        {
            findings.extend(ratio_finding(checked, criterion, ratio));
        }
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

/// A part above its whole, or a whole that is zero.
fn ratio_finding(
    checked: Checked<'_>,
    criterion: &Criterion,
    ratio: (&FigureId, &FigureId),
) -> Option<Finding> {
    let number = |id: &FigureId| -> Option<(&Found<Figure>, rust_decimal::Decimal)> {
        let found = checked.submission.figures.get(id)?;
        match found.value.value()? {
            Figure::Number(value) => Some((found, *value)),
            _ => None,
        }
    };
    let ((part_found, part), (whole_found, whole)) = (number(ratio.0)?, number(ratio.1)?);
    let finding = if part > whole {
        Finding::new(
            &figures::NUMERATOR_TOO_LARGE,
            checked.place(&part_found.spot),
        )
        .found(Fact::Number(part))
        .expected(Fact::Number(whole))
    } else if whole.is_zero() {
        Finding::new(&figures::DENOMINATOR_ZERO, checked.place(&whole_found.spot))
            .found(Fact::Number(whole))
    } else {
        return None;
    };
    Some(finding.about(About::Row(criterion.label())))
}
