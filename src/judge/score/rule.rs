//! Scoring rules, evaluated.
//!
//! In: a criterion's rule and the figures of one unit, or what the criteria below it come to. Out: the working: its terms, what
//! they come to, and the score, which is its last line; nothing where a figure is missing or makes no sense. The rules
//! themselves are in `campaign/scheme/rule.rs`.

#![deny(clippy::wildcard_enum_match_arm)]

use serde::Serialize;

use crate::base::ids::{CriterionId, FigureId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{ChoiceOption, CountedItem, ScoringRule, Tier};
use crate::judge::score::figures::{Figures, sensible};
use crate::judge::score::terms::{ChildPoints, meant, picked, taken};

pub use crate::judge::score::measured::ComparedValue;

/// The most decimals of points that anybody means; what a division leaves beyond them is noise.
pub const MEANT: u32 = 10;

/// What a rule is evaluated for.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'s> {
    /// The level of the unit.
    pub level: &'s LevelId,
    /// The most points of the criterion there.
    pub maximum: Most,
    /// To how many decimals points are rounded.
    pub decimals: u32,
    /// What the criteria below it come to, in order; none where it has points of its own.
    pub below: &'s [ChildPoints],
}

/// A rule with the figures of a unit, line by line.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Working {
    /// What is computed with.
    #[serde(flatten)]
    pub terms: Terms,
    /// What the terms come to, before rounding.
    #[serde(skip)]
    pub exact: Option<Points>,
    /// The score. `None`: nothing is computed, or a term is missing or makes no sense.
    #[serde(skip)]
    pub points: Option<Points>,
    /// What the terms come to where that is more than counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncapped: Option<Points>,
}

/// The terms of a computation; a term is missing where its figure cannot be used.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Terms {
    /// Nothing is computed.
    #[default]
    Declared,
    /// The answers, in the rule's order.
    YesNo {
        /// Those answers.
        answers: Vec<Option<bool>>,
    },
    /// Part / whole x maximum.
    Ratio {
        /// The part.
        part: Option<Decimal>,
        /// The whole.
        whole: Option<Decimal>,
    },
    /// The tier that a value reaches.
    Tiers {
        /// The value.
        value: ComparedValue,
        /// Where that tier begins, and its points; none where the value lies below all.
        reached: Option<(Decimal, Decimal)>,
    },
    /// The points that a value has on a line.
    Linear {
        /// The value.
        value: ComparedValue,
        /// The two points that it lies between, each with its points; none where it lies beyond all.
        between: Option<((Decimal, Decimal), (Decimal, Decimal))>,
    },
    /// Things counted, up to the maximum.
    PerItem {
        /// Each of them.
        items: Vec<CountedFigure>,
    },
    /// A choice.
    Choice {
        /// The option chosen, and its points.
        chosen: Option<(String, Option<Decimal>)>,
    },
    /// Value / the level's best value x maximum.
    BestOfLevel {
        /// The value.
        value: ComparedValue,
        /// The best value.
        best: Option<Decimal>,
    },
    /// The sum of the criteria below.
    Sum {
        /// Those criteria, in order.
        below: Vec<ChildPoints>,
    },
    /// The best of the criteria below.
    Maximum {
        /// Those criteria, in order.
        below: Vec<ChildPoints>,
        /// The one that counts.
        counts: Option<CriterionId>,
    },
    /// The weakest of the criteria below.
    Minimum {
        /// Those criteria, in order.
        below: Vec<ChildPoints>,
        /// The one that counts.
        counts: Option<CriterionId>,
    },
    /// The mean of the criteria below.
    Mean {
        /// Those criteria, in order.
        below: Vec<ChildPoints>,
        /// What their sum is divided by: their weights.
        divisor: Decimal,
        /// Those that are blank and left out.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        left_out: Vec<CriterionId>,
    },
}

/// Something counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CountedFigure {
    /// How many there are.
    pub count: Option<Decimal>,
    /// How many make one.
    pub per: Decimal,
    /// How many full ones that makes.
    pub full: Option<Decimal>,
    /// Points for each.
    pub points: Decimal,
}

/// A rule with the figures of a unit, and with what the criteria below come to.
pub fn evaluate(rule: &ScoringRule, figures: &impl Figures, scale: Scale<'_>) -> Working {
    // What is a share of the maximum comes to nothing that is known where there is none, which no scheme has.
    let maximum = scale.maximum.limit().map(|most| most.0);
    let (terms, exact) = match rule {
        // The option is what the unit claims: reading the form says which it is.
        ScoringRule::Declared {} | ScoringRule::Given {} | ScoringRule::Options { .. } => {
            (Terms::Declared, None)
        }
        ScoringRule::YesNo { figures: asked } => yes_no(asked, figures, maximum),
        ScoringRule::Ratio { part, whole } => ratio(part, whole, figures, maximum),
        ScoringRule::Tiers { value, tiers } => reached(ComparedValue::new(value, figures), tiers),
        ScoringRule::Linear { value, between } => {
            on_line(ComparedValue::new(value, figures), between, maximum)
        }
        ScoringRule::PerItem { items } => per_item(items, figures, maximum),
        ScoringRule::Choice { figure, options } => choice(figures.chosen(figure), options),
        ScoringRule::BestOfLevel { value, best } => {
            let best = best.get(scale.level).copied();
            share_of_best(ComparedValue::new(value, figures), best, maximum)
        }
        ScoringRule::Sum {} => from_below(rule, scale, |below, _| Terms::Sum { below }),
        ScoringRule::Maximum {} => from_below(rule, scale, |below, counts| Terms::Maximum {
            below,
            counts,
        }),
        ScoringRule::Minimum {} => from_below(rule, scale, |below, counts| Terms::Minimum {
            below,
            counts,
        }),
        ScoringRule::Mean {} | ScoringRule::MeanOfScored {} => {
            let (meant, left_out) = meant(rule, scale.below);
            let below = &*meant;
            from_below(rule, Scale { below, ..scale }, |below, _| {
                let divisor = rule.divisor(below.iter().map(|one| one.weight));
                Terms::Mean {
                    below,
                    divisor,
                    left_out,
                }
            })
        }
    };
    let exact = exact.map(Points);
    Working {
        terms,
        exact,
        points: exact.map(|points| points.rounded(scale.decimals)),
        uncapped: None,
    }
}

impl Working {
    /// The same where no more than so many points count.
    #[must_use]
    pub fn capped(mut self, cap: Option<Points>) -> Self {
        if let (Some(cap), Some(points)) = (cap, self.points)
            && points > cap
        {
            (self.exact, self.points) = (Some(cap), Some(cap));
            self.uncapped = Some(points);
        }
        self
    }

    /// The criteria below, where the points are theirs.
    pub fn below(&self) -> &[ChildPoints] {
        match &self.terms {
            Terms::Sum { below }
            | Terms::Maximum { below, .. }
            | Terms::Minimum { below, .. }
            | Terms::Mean { below, .. } => below,
            Terms::Declared
            | Terms::YesNo { .. }
            | Terms::Ratio { .. }
            | Terms::Tiers { .. }
            | Terms::Linear { .. }
            | Terms::PerItem { .. }
            | Terms::Choice { .. }
            | Terms::BestOfLevel { .. } => &[],
        }
    }

    /// The weights of what a mean is of, and what it leaves out because it is blank.
    pub fn mean_of(&self) -> Option<(Decimal, &[CriterionId])> {
        if let Terms::Mean {
            divisor, left_out, ..
        } = &self.terms
        {
            return Some((*divisor, left_out));
        }
        None
    }

    /// The criterion below that counts, where only one does.
    pub fn counts(&self) -> Option<&CriterionId> {
        if let Terms::Maximum { counts, .. } | Terms::Minimum { counts, .. } = &self.terms {
            return counts.as_ref();
        }
        None
    }
}

/// Terms, and what they come to.
type Evaluated = (Terms, Option<Decimal>);

fn yes_no(asked: &[FigureId], figures: &impl Figures, maximum: Option<Decimal>) -> Evaluated {
    let answers: Vec<Option<bool>> = asked.iter().map(|id| figures.says_yes(id)).collect();
    let all: Option<Vec<bool>> = answers.iter().copied().collect();
    let is_yes = all.map(|all| all.into_iter().all(|yes| yes));
    let points = is_yes.and_then(|yes| if yes { maximum } else { Some(Decimal::ZERO) });
    (Terms::YesNo { answers }, points)
}

fn ratio(
    part: &FigureId,
    whole: &FigureId,
    figures: &impl Figures,
    maximum: Option<Decimal>,
) -> Evaluated {
    let (part, whole) = (figures.number(part), figures.number(whole));
    let share = |(part, whole): (Decimal, Decimal)| part.checked_mul(maximum?)?.checked_div(whole);
    let points = sensible(part, whole).and_then(share);
    (Terms::Ratio { part, whole }, points)
}

fn reached(value: ComparedValue, tiers: &[Tier]) -> Evaluated {
    let is_from = |tier: &&Tier| value.result.is_some_and(|result| result >= tier.from);
    let reached = tiers.iter().find(is_from);
    let reached = reached.map(|tier| (tier.from, tier.points));
    let points = |_| reached.map(|(_, points)| points).unwrap_or_default();
    let points = value.result.map(points);
    (Terms::Tiers { value, reached }, points)
}

/// Points on a line; those of its ends for whatever lies beyond them. A percentage above 100 makes no sense.
fn on_line(value: ComparedValue, line: &[Tier], maximum: Option<Decimal>) -> Evaluated {
    let between = None;
    if line.is_empty() && maximum.is_none() {
        return (Terms::Linear { value, between }, None);
    }
    let maximum = maximum.unwrap_or_default();
    let whole = [
        (Decimal::ZERO, Decimal::ZERO),
        (Decimal::ONE_HUNDRED, maximum),
    ];
    let line: Vec<(Decimal, Decimal)> = match line {
        [] => whole.to_vec(),
        line => line.iter().map(|tier| (tier.from, tier.points)).collect(),
    };
    let is_sensible =
        |result: &Decimal| line != whole || (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(result);
    let Some(result) = value.result.filter(is_sensible) else {
        return (Terms::Linear { value, between }, None);
    };
    let mut between = line.windows(2).filter_map(|pair| {
        let [left, right] = pair else { return None };
        let is_within = (left.0..=right.0).contains(&result);
        is_within.then_some((*left, *right))
    });
    let between = between.next();
    let points = match between {
        Some((left, right)) => between_two(result, left, right),
        None if line.first().is_some_and(|first| result < first.0) => line.first().map(|one| one.1),
        None => line.last().map(|one| one.1),
    };
    (Terms::Linear { value, between }, points)
}

/// The points of a value on the line through two points.
fn between_two(
    value: Decimal,
    (left, low): (Decimal, Decimal),
    (right, high): (Decimal, Decimal),
) -> Option<Decimal> {
    let minus = Decimal::checked_sub;
    let rise = minus(value, left)?.checked_mul(minus(high, low)?)?;
    low.checked_add(rise.checked_div(minus(right, left)?)?)
}

fn per_item(items: &[CountedItem], figures: &impl Figures, maximum: Option<Decimal>) -> Evaluated {
    let counted = |item: &CountedItem| {
        let count = figures.number(&item.figure);
        let full = count.and_then(|count| count.checked_div(item.per));
        CountedFigure {
            count,
            per: item.per,
            full: full.map(Decimal::floor),
            points: item.points,
        }
    };
    let items: Vec<CountedFigure> = items.iter().map(counted).collect();
    let points = sum(&items).map(|sum| maximum.map_or(sum, |most| sum.min(most)));
    (Terms::PerItem { items }, points)
}

/// What things counted come to, before they are cut to the maximum.
pub fn sum(items: &[CountedFigure]) -> Option<Decimal> {
    items.iter().try_fold(Decimal::ZERO, |sum, one| {
        sum.checked_add(one.full?.checked_mul(one.points)?)
    })
}

fn choice(chosen: Option<&str>, options: &[ChoiceOption]) -> Evaluated {
    let chosen = chosen.map(|name| {
        let option = options.iter().find(|option| option.name == name);
        (name.to_string(), option.map(|option| option.points))
    });
    let points = chosen.as_ref().and_then(|(_, points)| *points);
    (Terms::Choice { chosen }, points)
}

fn share_of_best(
    value: ComparedValue,
    best: Option<Decimal>,
    maximum: Option<Decimal>,
) -> Evaluated {
    let share = |value: Decimal| {
        let best = best.filter(|best| *best > Decimal::ZERO)?;
        value.checked_mul(maximum?)?.checked_div(best)
    };
    let points = value.result.and_then(share);
    (Terms::BestOfLevel { value, best }, points)
}

/// What the criteria below come to; `terms` takes them, and the one that counts where only one does.
fn from_below(
    rule: &ScoringRule,
    scale: Scale<'_>,
    terms: impl FnOnce(Vec<ChildPoints>, Option<CriterionId>) -> Terms,
) -> Evaluated {
    let counts = rule.picks().and_then(|pick| picked(pick, scale.below));
    let counts = counts.map(|one| one.criterion.clone());
    let points = taken(rule, scale.below);
    (terms(scale.below.to_vec(), counts), points.map(|one| one.0))
}

impl Terms {
    /// Whether they are multiplied and added up, rather than looked up.
    pub fn is_arithmetic(&self) -> bool {
        match self {
            Terms::Ratio { .. }
            | Terms::Linear { .. }
            | Terms::PerItem { .. }
            | Terms::BestOfLevel { .. }
            | Terms::Sum { .. }
            | Terms::Maximum { .. }
            | Terms::Minimum { .. }
            | Terms::Mean { .. } => true,
            Terms::Declared | Terms::YesNo { .. } | Terms::Tiers { .. } | Terms::Choice { .. } => {
                false
            }
        }
    }
}
