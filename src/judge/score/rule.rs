//! Scoring rules, computed.
//!
//! In: a criterion's rule and the figures of one unit. Out: exact points, before rounding; nothing where a figure is missing
//! or makes no sense. The rules themselves are in `scheme/rule.rs`.

use crate::base::ids::{ById, CriterionId, FigureId};
use crate::base::points::{Decimal, Points, percent_of};
use crate::campaign::scheme::{Criterion, Measure, Scheme, ScoringRule};
use crate::input::submission::{Figure, Found, Submission};
use crate::judge::score::BestValues;

/// The figures of a unit.
type Figures = ById<FigureId, Found<Figure>>;

/// What the figures of a unit give under a criterion's rule. `None`: the rule computes nothing, a figure is not there, a
/// denominator is 0, or a numerator is above its denominator.
pub fn compute(
    criterion: &Criterion,
    maximum: Points,
    figures: &Figures,
    best: &BestValues,
) -> Option<Points> {
    let points = match &criterion.rule {
        ScoringRule::Declared {} | ScoringRule::Sum {} => return None,
        ScoringRule::YesNo { figures: needed } => {
            let answers: Option<Vec<bool>> = needed
                .iter()
                .map(|figure| says_yes(figures, figure))
                .collect();
            if answers?.into_iter().all(|yes| yes) {
                maximum.0
            } else {
                Decimal::ZERO
            }
        }
        ScoringRule::Ratio {
            numerator,
            denominator,
        } => {
            let (part, whole) = parts(figures, numerator, denominator)?;
            part.checked_mul(maximum.0)?.checked_div(whole)?
        }
        ScoringRule::Tiers { value, tiers } => {
            let value = measure(figures, value)?;
            tiers
                .iter()
                .find(|tier| value >= tier.from)
                .map_or(Decimal::ZERO, |tier| tier.points)
        }
        ScoringRule::PerItem { items } => {
            let mut sum = Decimal::ZERO;
            for item in items {
                let full = number(figures, &item.figure)?
                    .checked_div(item.per)?
                    .floor();
                sum = sum.checked_add(full.checked_mul(item.points)?)?;
            }
            sum.min(maximum.0)
        }
        ScoringRule::Choice { figure, options } => match figures.get(figure)?.value.value()? {
            Figure::Choice(name) => options.iter().find(|option| option.name == *name)?.points,
            _ => return None,
        },
        ScoringRule::BestOfLevel { value } => {
            let best = best
                .get(&criterion.id)
                .filter(|best| **best > Decimal::ZERO)?;
            measure(figures, value)?
                .checked_mul(maximum.0)?
                .checked_div(*best)?
        }
    };
    Some(Points(points))
}

/// The best value of every criterion of the scheme that is scored against the best unit, over these submissions.
pub fn best_values<'a>(
    scheme: &Scheme,
    submissions: &(impl Iterator<Item = &'a Submission> + Clone),
) -> BestValues {
    let best = |criterion: &Criterion| -> Option<(CriterionId, Decimal)> {
        let ScoringRule::BestOfLevel { value } = &criterion.rule else {
            return None;
        };
        let values = submissions
            .clone()
            .filter_map(|submission| measure(&submission.figures, value));
        Some((criterion.id.clone(), values.max()?))
    };
    scheme.criteria.iter().filter_map(best).collect()
}

/// The number of a figure.
pub fn number(figures: &Figures, id: &FigureId) -> Option<Decimal> {
    match figures.get(id)?.value.value()? {
        Figure::Number(value) if *value >= Decimal::ZERO => Some(*value),
        _ => None,
    }
}

/// Whether a figure says yes, or is a number above zero.
pub fn says_yes(figures: &Figures, id: &FigureId) -> Option<bool> {
    match figures.get(id)?.value.value()? {
        Figure::Yes(answer) => Some(*answer),
        Figure::Number(value) if *value >= Decimal::ZERO => Some(*value > Decimal::ZERO),
        Figure::Number(_) | Figure::Choice(_) => None,
    }
}

/// Part and whole of a ratio that makes sense.
pub fn parts(figures: &Figures, part: &FigureId, whole: &FigureId) -> Option<(Decimal, Decimal)> {
    let (part, whole) = (number(figures, part)?, number(figures, whole)?);
    (whole > Decimal::ZERO && part <= whole).then_some((part, whole))
}

/// The figures of pairs that contradict each other: a part above its whole. At least one of the two is wrong and nobody can
/// say which, so neither is used.
pub fn contradicted(scheme: &Scheme, figures: &Figures) -> Vec<FigureId> {
    let mut contradicted = Vec::new();
    for (part, whole) in scheme.ratios() {
        if let (Some(small), Some(large)) = (number(figures, part), number(figures, whole))
            && small > large
        {
            contradicted.extend([part.clone(), whole.clone()]);
        }
    }
    contradicted
}

/// A measure: a figure as it is, or a ratio in percent.
pub fn measure(figures: &Figures, measure: &Measure) -> Option<Decimal> {
    match (&measure.figure, &measure.ratio, &measure.of) {
        (Some(figure), _, _) => number(figures, figure),
        (None, Some(part), Some(whole)) => {
            let (part, whole) = parts(figures, part, whole)?;
            percent_of(part, whole)
        }
        _ => None,
    }
}
