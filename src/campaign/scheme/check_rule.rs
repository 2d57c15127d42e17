//! What must hold in a scoring rule.
//!
//! In: a criterion. Out: every problem of its rule, with the path to it in the file.

use crate::base::error::{Kind, Problem};
use crate::base::ids::FigureId;
use crate::base::points::Decimal;
use crate::campaign::definition::{Problems, Step, at, nearest_or_few};
use crate::campaign::scheme::{Criterion, FigureKind, Measure, Scheme, ScoringRule};

/// Problems of a criterion's rule: figures that are not there or of the wrong kind, points out of range, tiers out of order.
pub fn check(scheme: &Scheme, index: usize, criterion: &Criterion, problems: &mut Problems) {
    let here = || at!["criterion", index, "rule"];
    for figure in criterion.rule.figures() {
        let allowed: &[FigureKind] = match criterion.rule {
            ScoringRule::YesNo { .. } => {
                &[FigureKind::YesNo, FigureKind::Count, FigureKind::Amount]
            }
            ScoringRule::Choice { .. } => &[FigureKind::Choice],
            _ => &[FigureKind::Count, FigureKind::Amount],
        };
        problems.extend(figure_problem(scheme, figure, allowed).map(|problem| (here(), problem)));
    }
    if let ScoringRule::Tiers { value, .. } | ScoringRule::BestOfLevel { value } = &criterion.rule
        && !matches!(
            value,
            Measure {
                figure: Some(_),
                ratio: None,
                of: None
            } | Measure {
                figure: None,
                ratio: Some(_),
                of: Some(_)
            }
        )
    {
        problems.push((here(), Problem::AmbiguousMeasure));
    }
    let highest = scheme
        .levels
        .iter()
        .filter_map(|level| criterion.maximum.at(&level.id))
        .max()
        .unwrap_or_default();
    let lowest = criterion.minimum.unwrap_or_default();
    if lowest > highest {
        let problem = Problem::OutOfRange {
            value: lowest,
            lowest: -Decimal::READABLE,
            highest,
        };
        problems.push((at!["criterion", index, "minimum"], problem));
        return;
    }
    let mut check = |path: Vec<Step>, value: Decimal| {
        if !(lowest..=highest).contains(&value) {
            problems.push((
                path,
                Problem::OutOfRange {
                    value,
                    lowest,
                    highest,
                },
            ));
        }
    };
    match &criterion.rule {
        ScoringRule::Tiers { tiers, .. } => {
            for (tier, one) in tiers.iter().enumerate() {
                check(
                    at!["criterion", index, "rule", "tiers", tier, "points"],
                    one.points,
                );
            }
            tiers_in_order(index, criterion, problems);
        }
        ScoringRule::Choice { options, .. } => {
            for (option, one) in options.iter().enumerate() {
                check(
                    at!["criterion", index, "rule", "options", option, "points"],
                    one.points,
                );
            }
        }
        ScoringRule::PerItem { items } => {
            for (item, one) in items.iter().enumerate() {
                check(
                    at!["criterion", index, "rule", "items", item, "points"],
                    one.points,
                );
                if one.per <= Decimal::ZERO {
                    let problem = Problem::OutOfRange {
                        value: one.per,
                        lowest: Decimal::ONE,
                        highest: Decimal::READABLE,
                    };
                    problems.push((
                        at!["criterion", index, "rule", "items", item, "per"],
                        problem,
                    ));
                    return;
                }
            }
        }
        _ => {}
    }
}

fn tiers_in_order(index: usize, criterion: &Criterion, problems: &mut Problems) {
    let ScoringRule::Tiers { tiers, .. } = &criterion.rule else {
        return;
    };
    for (tier, pair) in tiers.windows(2).enumerate() {
        if let [above, below] = pair
            && below.from >= above.from
        {
            let problem = Problem::OutOfOrder {
                kind: Kind::Tier,
                id: below.from.to_string(),
            };
            problems.push((
                at!["criterion", index, "rule", "tiers", tier + 1, "from"],
                problem,
            ));
        }
    }
}

/// What is wrong with a reference to a figure, if anything.
pub fn figure_problem(scheme: &Scheme, id: &FigureId, allowed: &[FigureKind]) -> Option<Problem> {
    let Some((_, figure)) = scheme.figure(id) else {
        let known = scheme
            .criteria
            .iter()
            .flat_map(|one| &one.figures)
            .map(|figure| figure.id.0.as_str());
        return Some(dangling(Kind::Figure, &id.0, known));
    };
    (!allowed.contains(&figure.kind)).then(|| Problem::WrongFigureKind(id.0.clone()))
}

pub(super) fn dangling<'a>(kind: Kind, id: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let known: Vec<String> = known.map(str::to_string).collect();
    Problem::Dangling {
        kind,
        id: id.to_string(),
        nearest: nearest_or_few(id, &known),
    }
}
