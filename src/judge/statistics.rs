//! The summary figures: sums, ratios of sums, shares of units, lists of units.
//!
//! In: the figures of all units of a level and a formula of the scheme. Out: each number with numerator, denominator and
//! coverage. Not for: wording.

use serde::{Deserialize, Serialize};

use crate::base::ids::{FigureId, GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, percent_of, round_half_away};
use crate::campaign::scheme::{Formula, Scheme, StatisticSpec};
use crate::judge::score::UnitScore;
use crate::judge::score::figures::Figures;

/// What a statistic comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Outcome {
    /// A sum over the units that gave all its figures.
    Sum {
        /// The sum.
        value: Decimal,
    },
    /// A ratio of sums, over the units that gave both figures.
    Ratio {
        /// The sum of the numerators.
        numerator: Decimal,
        /// The sum of the denominators.
        denominator: Decimal,
        /// The ratio in percent, rounded as the scheme says; `None` where the denominator is 0.
        percent: Option<Decimal>,
    },
    /// The share of units that say yes, of those that answered.
    Share {
        /// Units that say yes.
        yes: usize,
        /// Units that answered.
        answered: usize,
        /// The share in percent, rounded as the scheme says; `None` where nobody answered.
        percent: Option<Decimal>,
        /// Units that say no.
        no_units: Vec<UnitId>,
    },
    /// The units at the maximum of a group.
    Units {
        /// Those units, by level and rank.
        units: Vec<UnitId>,
    },
    /// A figure that the province holds itself.
    Given {
        /// The figure; `None` where the campaign does not give it.
        value: Option<Decimal>,
        /// Of how many, where that is given.
        of: Option<Decimal>,
    },
}

/// One statistic with its coverage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistic {
    /// Its id in the scheme.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The section of the decision it belongs to: id and name.
    pub section: (String, String),
    /// The unit of measure, if it has one.
    pub unit: Option<String>,
    /// Whether it stands on the overview.
    pub headline: bool,
    /// How it is computed, in the names of the figures: `Σ Số CBCC được trang bị máy tính ÷ Σ Tổng số cán bộ, công chức`.
    pub formula: String,
    /// What it comes to.
    pub outcome: Outcome,
    /// Units that are in it.
    pub covered: usize,
    /// Units that were expected to be in it.
    pub expected: usize,
    /// Units that are left out: missing ones and those whose figures are open.
    pub left_out: Vec<UnitId>,
    /// What it is computed from.
    #[serde(default)]
    pub basis: ComputedFrom,
}

/// What a statistic is computed from, so that a writer can write it as a formula over the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ComputedFrom {
    /// The level it is about. `None`: all of them.
    pub level: Option<LevelId>,
    /// The figures that are added up, divided, or answered with yes or no. Empty: not made from figures.
    pub figures: Vec<FigureId>,
    /// The figures that a ratio divides by.
    pub of: Vec<FigureId>,
    /// The group whose maximum units have to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
}

/// A unit as statistics see it: expected, and perhaps with a submission and its scores.
#[derive(Clone, Copy)]
pub struct ExpectedUnit<'a> {
    /// Which.
    pub unit: &'a UnitId,
    /// The figures that it returned, and its scores, if it counts.
    pub returned: Option<(&'a dyn Figures, &'a UnitScore)>,
    /// Its figures that contradict each other: they are in no statistic.
    pub contradicted: &'a [FigureId],
}

impl ExpectedUnit<'_> {
    /// Whether none of these figures is contradicted.
    fn agrees<'f>(&self, figures: impl IntoIterator<Item = &'f FigureId>) -> bool {
        let mut figures = figures.into_iter();
        figures.all(|figure| !self.contradicted.contains(figure))
    }
}

/// Computes one statistic. `units` holds every expected unit of all levels, best place first within a level.
pub fn compute(
    spec: &StatisticSpec,
    scheme: &Scheme,
    units: &[ExpectedUnit<'_>],
    given: Option<(Decimal, Option<Decimal>)>,
) -> Statistic {
    let mut scope: Vec<ExpectedUnit<'_>> = units
        .iter()
        .filter(|one| {
            spec.level
                .as_ref()
                .is_none_or(|level| one.unit.level == *level)
        })
        .copied()
        .collect();
    let decimals = scheme.rounding.percent_decimals;
    let basis = basis(spec);
    for one in &mut scope {
        if !one.agrees(basis.figures.iter().chain(&basis.of)) {
            one.returned = None;
        }
    }
    let (outcome, left_out) = match &spec.formula {
        Formula::Sum { figures } => sum(&scope, figures),
        Formula::Ratio {
            numerator,
            denominator,
        } => ratio(&scope, numerator, denominator, decimals),
        Formula::ShareYes { figures } => share(&scope, figures, decimals),
        Formula::UnitsAtMaximum { group } => at_maximum(&scope, group),
        Formula::Given {} => (
            Outcome::Given {
                value: given.map(|(value, _)| value),
                of: given.and_then(|(_, of)| of),
            },
            Vec::new(),
        ),
    };
    let section = scheme
        .sections
        .iter()
        .find(|section| section.id == spec.section);
    let is_given = spec.formula == Formula::Given {};
    let expected = if is_given { 0 } else { scope.len() };
    Statistic {
        id: spec.id.clone(),
        name: spec.name.clone(),
        section: (
            spec.section.clone(),
            section
                .map(|section| section.name.clone())
                .unwrap_or_default(),
        ),
        unit: spec.unit.clone(),
        headline: spec.headline,
        formula: in_words(&spec.formula, scheme),
        outcome,
        covered: expected - left_out.len(),
        expected,
        left_out,
        basis,
    }
}

fn basis(spec: &StatisticSpec) -> ComputedFrom {
    let (figures, of) = match &spec.formula {
        Formula::Sum { figures } | Formula::ShareYes { figures } => (figures.clone(), Vec::new()),
        Formula::Ratio {
            numerator,
            denominator,
        } => (vec![numerator.clone()], vec![denominator.clone()]),
        Formula::UnitsAtMaximum { .. } | Formula::Given {} => (Vec::new(), Vec::new()),
    };
    ComputedFrom {
        level: spec.level.clone(),
        figures,
        of,
        group: match &spec.formula {
            Formula::UnitsAtMaximum { group } => Some(group.clone()),
            _ => None,
        },
    }
}

fn sum(scope: &[ExpectedUnit<'_>], figures: &[FigureId]) -> (Outcome, Vec<UnitId>) {
    let of = |own: &dyn Figures, _: &UnitScore| -> Option<Decimal> {
        figures.iter().try_fold(Decimal::ZERO, |sum, figure| {
            sum.checked_add(own.number(figure)?)
        })
    };
    let (values, mut left_out) = each(scope, of);
    let value = within_reach(values, &mut left_out, Decimal::ZERO, |sum, value| {
        sum.checked_add(value)
    });
    (Outcome::Sum { value }, left_out)
}

fn ratio(
    scope: &[ExpectedUnit<'_>],
    part: &FigureId,
    whole: &FigureId,
    decimals: u32,
) -> (Outcome, Vec<UnitId>) {
    let (values, mut left_out) = each(scope, |own, _| own.parts(part, whole));
    let none = (Decimal::ZERO, Decimal::ZERO);
    let (numerator, denominator) = within_reach(
        values,
        &mut left_out,
        none,
        |(parts, wholes), (part, whole)| {
            Some((parts.checked_add(part)?, wholes.checked_add(whole)?))
        },
    );
    (
        Outcome::Ratio {
            numerator,
            denominator,
            percent: percent(numerator, denominator, decimals),
        },
        left_out,
    )
}

/// The sum over units; a unit whose value would lead beyond the limit of numbers is left out, and so is in no sum.
fn within_reach<T: Copy>(
    values: Vec<(&UnitId, T)>,
    left_out: &mut Vec<UnitId>,
    none: T,
    add: impl Fn(T, T) -> Option<T>,
) -> T {
    values.into_iter().fold(none, |sum, (unit, value)| {
        add(sum, value).unwrap_or_else(|| {
            left_out.push(unit.clone());
            sum
        })
    })
}

fn share(
    scope: &[ExpectedUnit<'_>],
    figures: &[FigureId],
    decimals: u32,
) -> (Outcome, Vec<UnitId>) {
    let of = |own: &dyn Figures, _: &UnitScore| -> Option<bool> {
        let answers: Option<Vec<bool>> =
            figures.iter().map(|figure| own.says_yes(figure)).collect();
        answers.map(|answers| answers.into_iter().all(|yes| yes))
    };
    let (values, left_out) = each(scope, of);
    let no_units: Vec<UnitId> = values
        .iter()
        .filter(|(_, yes)| !yes)
        .map(|(unit, _)| (*unit).clone())
        .collect();
    let (answered, yes) = (values.len(), values.len() - no_units.len());
    let percent = percent(Decimal::from(yes), Decimal::from(answered), decimals);
    (
        Outcome::Share {
            yes,
            answered,
            percent,
            no_units,
        },
        left_out,
    )
}

fn at_maximum(scope: &[ExpectedUnit<'_>], group: &GroupId) -> (Outcome, Vec<UnitId>) {
    let of = |_: &dyn Figures, score: &UnitScore| -> Option<bool> {
        let group = score.groups.get(group)?;
        // An open criterion may still decide it; then the unit is left out, not counted as below.
        (group.lowest == group.highest).then(|| group.sum == group.maximum)
    };
    let (values, left_out) = each(scope, of);
    (
        Outcome::Units {
            units: values
                .iter()
                .filter(|(_, top)| *top)
                .map(|(unit, _)| (*unit).clone())
                .collect(),
        },
        left_out,
    )
}

/// A value of each unit that has it, and the units that have not.
fn each<'a, T>(
    scope: &[ExpectedUnit<'a>],
    of: impl Fn(&dyn Figures, &UnitScore) -> Option<T>,
) -> (Vec<(&'a UnitId, T)>, Vec<UnitId>) {
    let mut values = Vec::new();
    let mut left_out = Vec::new();
    for one in scope {
        match one.returned.and_then(|(figures, score)| of(figures, score)) {
            Some(value) => values.push((one.unit, value)),
            None => left_out.push(one.unit.clone()),
        }
    }
    (values, left_out)
}

fn percent(part: Decimal, whole: Decimal, decimals: u32) -> Option<Decimal> {
    Some(round_half_away(percent_of(part, whole)?, decimals))
}

/// A formula in the names of its figures.
fn in_words(formula: &Formula, scheme: &Scheme) -> String {
    let name = |id: &FigureId| -> String {
        scheme.figure(id).map_or_else(
            || id.0.to_string(),
            |(criterion, figure)| figure.label(criterion).to_string(),
        )
    };
    let names = |figures: &[FigureId], between: &str| {
        figures.iter().map(name).collect::<Vec<_>>().join(between)
    };
    match formula {
        Formula::Sum { figures } => format!("Σ {}", names(figures, " + ")),
        Formula::Ratio {
            numerator,
            denominator,
        } => format!("Σ {} ÷ Σ {}", name(numerator), name(denominator)),
        Formula::ShareYes { figures } => names(figures, " + "),
        Formula::UnitsAtMaximum { group } => scheme.group(group).map_or_else(
            || group.0.to_string(),
            |one| format!("{}. {}", one.id, one.name),
        ),
        Formula::Given {} => String::new(),
    }
}
