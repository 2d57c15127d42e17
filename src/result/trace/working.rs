//! The rule of a criterion with a unit's numbers filled in.
//!
//! In: the rule and the unit's figures. Out: the terms of the computation. What it comes to is in the unit's scores.

use serde::Serialize;

use crate::base::ids::FigureId;
use crate::base::points::{Decimal, Points, percent_of};
use crate::result::report::{FigureValue, MeasureFacts, RuleFacts, UnitRow};
use crate::result::trace::figure::{number, yes};

/// The terms of a computation; a term is missing where its figure cannot be used.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Working {
    /// Nothing is computed.
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
        value: Value,
        /// Where that tier begins, and its points; none where the value lies below all.
        reached: Option<(Decimal, Decimal)>,
    },
    /// Things counted, up to the maximum.
    PerItem {
        /// Each of them.
        items: Vec<Counted>,
    },
    /// A choice.
    Choice {
        /// The option chosen, and its points.
        chosen: Option<(String, Option<Decimal>)>,
    },
    /// Value / the level's best value x maximum.
    BestOfLevel {
        /// The value.
        value: Value,
        /// The best value.
        best: Option<Decimal>,
    },
}

/// A value that a rule compares.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Value {
    /// The figure, or the part of a percentage.
    pub part: Option<Decimal>,
    /// The whole of a percentage; `None` where the value is a figure as it is.
    pub whole: Option<Option<Decimal>>,
    /// What they come to, before rounding.
    pub result: Option<Decimal>,
}

/// Something counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counted {
    /// How many there are.
    pub count: Option<Decimal>,
    /// How many make one.
    pub per: Decimal,
    /// How many full ones that makes.
    pub full: Option<Decimal>,
    /// Points for each.
    pub points: Decimal,
}

impl Working {
    /// The rule with the figures of a unit.
    pub fn new(rule: &RuleFacts, row: &UnitRow) -> Self {
        match rule {
            RuleFacts::Declared => Working::Declared,
            RuleFacts::YesNo { figures } => Working::YesNo {
                answers: figures.iter().map(|figure| yes(row, figure)).collect(),
            },
            RuleFacts::Ratio { part, whole } => Working::Ratio {
                part: number(row, part),
                whole: number(row, whole),
            },
            RuleFacts::Tiers { value, tiers } => {
                let value = Value::new(value, row);
                let is_from = |from: Decimal| value.result.is_some_and(|result| result >= from);
                let reached = tiers.iter().find(|(from, _)| is_from(*from)).copied();
                Working::Tiers { value, reached }
            }
            RuleFacts::PerItem { items } => Working::PerItem {
                items: items
                    .iter()
                    .map(|item| {
                        let count = number(row, &item.figure);
                        Counted {
                            count,
                            per: item.per,
                            full: count
                                .and_then(|count| count.checked_div(item.per))
                                .map(Decimal::floor),
                            points: item.points,
                        }
                    })
                    .collect(),
            },
            RuleFacts::Choice { figure, options } => Working::Choice {
                chosen: choice(row, figure).map(|chosen| {
                    let points = options.iter().find(|(name, _)| *name == chosen);
                    (chosen, points.map(|(_, points)| *points))
                }),
            },
            RuleFacts::BestOfLevel { value, best } => Working::BestOfLevel {
                value: Value::new(value, row),
                best: best.get(&row.unit.level).copied(),
            },
        }
    }
}

impl Working {
    /// Whether its terms are multiplied and added up, rather than looked up.
    pub fn is_arithmetic(&self) -> bool {
        matches!(
            self,
            Working::Ratio { .. } | Working::PerItem { .. } | Working::BestOfLevel { .. }
        )
    }

    /// What the terms come to, before rounding. `None`: nothing is computed, or a term is missing or makes no sense.
    pub fn result(&self, maximum: Points) -> Option<Decimal> {
        match self {
            Working::Declared => None,
            Working::YesNo { answers } => {
                let answers: Option<Vec<bool>> = answers.iter().copied().collect();
                let all = answers?.into_iter().all(|yes| yes);
                Some(if all { maximum.0 } else { Decimal::ZERO })
            }
            Working::Ratio { part, whole } => {
                let (part, whole) = (*part).zip(*whole).filter(|(part, whole)| part <= whole)?;
                part.checked_mul(maximum.0)?.checked_div(whole)
            }
            Working::Tiers { value, reached } => {
                value.result?;
                Some(reached.map(|(_, points)| points).unwrap_or_default())
            }
            Working::PerItem { items } => Some(sum(items)?.min(maximum.0)),
            Working::Choice { chosen } => chosen.as_ref()?.1,
            Working::BestOfLevel { value, best } => {
                value.result?.checked_mul(maximum.0)?.checked_div((*best)?)
            }
        }
    }
}

/// What things counted come to, before they are cut to the maximum.
pub fn sum(items: &[Counted]) -> Option<Decimal> {
    items.iter().try_fold(Decimal::ZERO, |sum, one| {
        sum.checked_add(one.full?.checked_mul(one.points)?)
    })
}

impl Value {
    fn new(measure: &MeasureFacts, row: &UnitRow) -> Self {
        match measure {
            MeasureFacts::Figure(figure) => {
                let part = number(row, figure);
                Value {
                    part,
                    whole: None,
                    result: part,
                }
            }
            MeasureFacts::Percent(part, whole) => {
                let (part, whole) = (number(row, part), number(row, whole));
                let percent = |(part, whole): (Decimal, Decimal)| {
                    if part > whole {
                        return None;
                    }
                    percent_of(part, whole)
                };
                Value {
                    part,
                    whole: Some(whole),
                    result: part.zip(whole).and_then(percent),
                }
            }
        }
    }
}

fn choice(row: &UnitRow, figure: &FigureId) -> Option<String> {
    match &row.figures.get(figure)?.value {
        Some(FigureValue::Choice(name)) => Some(name.clone()),
        _ => None,
    }
}
