//! What is ruled about single criteria of single units: which do not apply, which points the province gives, and
//! which points and figures were decided on.
//!
//! In: the entries of a campaign, which name units as people do, and the registry. Out: what is wrong with them, and for each
//! unit what is ruled of it. The only place where such a name becomes a unit. Not for: what follows, which `judge` says.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::base::error::{Nameable, Problem};
use crate::base::ids::{CriterionId, FigureId, LevelId, UnitId};
use crate::base::origin::Origin;
use crate::base::points::{Decimal, Points};
use crate::campaign::decisions::{DecidedFigure, DecidedScore};
use crate::campaign::definition::{Problems, at, nearest_or_few};
use crate::campaign::scheme::{CombinedAt, Criterion, Scheme, number};
use crate::campaign::units::Registry;

/// A criterion that does not apply to a unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The unit's name or code.
    pub unit: String,
    /// The criterion.
    pub criterion: CriterionId,
    /// Why.
    pub reason: String,
}

/// Points that the province gives a unit, of its own or by a survey.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenPoints {
    /// The unit's name or code.
    pub unit: String,
    /// The criterion.
    pub criterion: CriterionId,
    /// The points.
    #[serde(deserialize_with = "number")]
    pub points: Decimal,
    /// What they come from, such as the survey.
    pub source: String,
    /// Where they are written, as far as whoever read the campaign knows.
    #[serde(skip)]
    pub origin: Option<Origin>,
}

/// Points that a unit is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantedPoints {
    /// For which criterion.
    pub criterion: CriterionId,
    /// How many.
    pub points: Points,
    /// What they come from, and where that is written.
    pub from: PointsFrom,
}

/// What points come from that the province gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsFrom {
    /// What, such as the survey.
    pub source: String,
    /// Where that is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// What is ruled of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruling {
    /// The criteria that do not apply to it.
    pub exempt: Vec<CriterionId>,
    /// The points that the province gives it.
    pub granted: Vec<GrantedPoints>,
    /// The points that were decided on.
    pub decided: Vec<(CriterionId, DecidedScore)>,
    /// The figures that were decided on.
    pub figures: Vec<(FigureId, DecidedFigure)>,
}

impl Ruling {
    /// What the province gives for a criterion.
    pub fn granted(&self, criterion: &CriterionId) -> Option<&GrantedPoints> {
        self.granted.iter().find(|one| one.criterion == *criterion)
    }

    /// What was decided of a criterion.
    pub fn decided(&self, criterion: &CriterionId) -> Option<&DecidedScore> {
        let mut decided = self.decided.iter();
        let found = decided.find(|(id, _)| id == criterion);
        found.map(|(_, score)| score)
    }
}

/// What is ruled of each unit that something is ruled of.
#[derive(Clone, Debug, Default)]
pub struct Rulings(HashMap<UnitId, Ruling>);

impl Rulings {
    /// The rulings of a campaign; what names no unit rules nothing, and [`check`] says so.
    pub fn new(exemptions: &[Exemption], given: &[GivenPoints], registry: &Registry) -> Self {
        let mut rulings = HashMap::<UnitId, Ruling>::new();
        for exemption in exemptions {
            for unit in meant(&exemption.unit, registry) {
                let ruling = rulings.entry(unit).or_default();
                ruling.exempt.push(exemption.criterion.clone());
            }
        }
        for one in given {
            for unit in meant(&one.unit, registry) {
                let ruling = rulings.entry(unit).or_default();
                ruling.granted.push(GrantedPoints {
                    criterion: one.criterion.clone(),
                    points: Points(one.points),
                    from: PointsFrom {
                        source: one.source.clone(),
                        origin: one.origin.clone(),
                    },
                });
            }
        }
        Rulings(rulings)
    }

    /// With what was decided of single scores.
    #[must_use]
    pub fn with_decided(
        mut self,
        scores: impl IntoIterator<Item = (UnitId, CriterionId, DecidedScore)>,
    ) -> Self {
        for (unit, criterion, score) in scores {
            let ruling = self.0.entry(unit).or_default();
            ruling.decided.push((criterion, score));
        }
        self
    }

    /// With what was decided of single figures.
    #[must_use]
    pub fn with_figures(
        mut self,
        figures: impl IntoIterator<Item = (UnitId, FigureId, DecidedFigure)>,
    ) -> Self {
        for (unit, id, figure) in figures {
            let ruling = self.0.entry(unit).or_default();
            ruling.figures.push((id, figure));
        }
        self
    }

    /// Whether a criterion does not apply to a unit.
    pub fn is_exempt(&self, unit: &UnitId, criterion: &CriterionId) -> bool {
        let ruling = self.0.get(unit);
        ruling.is_some_and(|ruling| ruling.exempt.contains(criterion))
    }

    /// What is ruled of a unit.
    pub fn of(&self, unit: &UnitId) -> Ruling {
        self.0.get(unit).cloned().unwrap_or_default()
    }
}

/// The units that a name, another name or a code stands for.
fn meant(name: &str, registry: &Registry) -> Vec<UnitId> {
    let mut meant = registry.by_name(name).to_vec();
    meant.extend(registry.by_code(name).map(|unit| unit.id.clone()));
    meant.sort();
    meant.dedup();
    meant
}

/// Adds what is wrong with the entries: names of no unit or of two, criteria that are not there or whose points are others', points
/// that they cannot have, and points for what does not apply.
pub fn check(
    exemptions: &[Exemption],
    given: &[GivenPoints],
    scheme: &Scheme,
    registry: &Registry,
    problems: &mut Problems,
) {
    let registered = (scheme, registry);
    for (index, exemption) in exemptions.iter().enumerate() {
        let Exemption {
            unit, criterion, ..
        } = exemption;
        names(("exempt", index), unit, criterion, registered, problems);
        if let Some(problem) = no_own_points(scheme, criterion, &[]) {
            problems.push((at!["exempt", index, "criterion"], problem));
        }
    }
    let exempt = exemptions.iter().flat_map(|exemption| {
        let units = meant(&exemption.unit, registry).into_iter();
        units.map(|unit| (unit, &exemption.criterion))
    });
    let mut seen: BTreeSet<(UnitId, &CriterionId)> = exempt.collect();
    for (index, one) in given.iter().enumerate() {
        let id = &one.criterion;
        names(("points", index), &one.unit, id, registered, problems);
        let units = meant(&one.unit, registry);
        if let Some(problem) = no_own_points(scheme, id, &units) {
            problems.push((at!["points", index, "criterion"], problem));
            continue;
        }
        for unit in units {
            let problem = scheme
                .criterion(id)
                .and_then(|criterion| outside(criterion, &unit.level, one.points));
            problems.extend(problem.map(|problem| (at!["points", index, "points"], problem)));
            if !seen.insert((unit, id)) {
                let (kind, id) = (Nameable::Criterion, id.0.to_string());
                let problem = Problem::Duplicate { kind, id };
                problems.push((at!["points", index, "criterion"], problem));
            }
        }
    }
}

/// That points are more or less than a criterion can have on a level.
fn outside(criterion: &Criterion, level: &LevelId, value: Decimal) -> Option<Problem> {
    let highest = criterion.maximum_at(level).unwrap_or_default().limit();
    let highest = highest.map_or(Decimal::READABLE, |most| most.0);
    let lowest = criterion.minimum().0;
    let is_within = (lowest..=highest).contains(&value);
    (!is_within).then_some(Problem::OutOfRange {
        value,
        lowest,
        highest,
    })
}

/// Why what is ruled of a criterion would change nothing: its points are those of the ones below it, or, for one of the units, it is not
/// there or the one above has points of its own.
fn no_own_points(scheme: &Scheme, id: &CriterionId, units: &[UnitId]) -> Option<Problem> {
    let criterion = scheme.criterion(id)?;
    let none = |others: Vec<String>| Problem::NoOwnPoints {
        id: id.0.to_string(),
        others,
    };
    if criterion.rule.combines() {
        let below = scheme.children(CombinedAt::Criterion(id));
        return Some(none(below.map(|one| one.id.0.to_string()).collect()));
    }
    units.iter().find_map(|unit| {
        let is_there = criterion.maximum_at(&unit.level).is_some();
        let is_passed_over = scheme.worth_in_group(criterion, &unit.level).is_zero();
        let above = scheme.parent(criterion).filter(|_| is_passed_over);
        let others = above.map(|one| one.id.0.to_string()).into_iter().collect();
        (!is_there || is_passed_over).then(|| none(others))
    })
}

/// What is wrong with the unit and the criterion that an entry names.
fn names(
    (list, index): (&str, usize),
    unit: &str,
    criterion: &CriterionId,
    (scheme, registry): (&Scheme, &Registry),
    problems: &mut Problems,
) {
    let named = match &*meant(unit, registry) {
        [] => Some(Problem::Dangling {
            kind: Nameable::Unit,
            id: unit.to_string(),
            nearest: registry.nearest(unit),
        }),
        [_] => None,
        // Of two units one may be meant, and what is ruled would be of the other as well.
        [first, second, ..] => Some(Problem::AmbiguousName {
            name: unit.to_string(),
            first: first.to_string(),
            second: second.to_string(),
        }),
    };
    problems.extend(named.map(|problem| (at![list, index, "unit"], problem)));
    if scheme.criterion(criterion).is_none() {
        let known: Vec<String> = scheme
            .criteria
            .iter()
            .map(|one| one.id.0.to_string())
            .collect();
        let id = criterion.to_string();
        let nearest = nearest_or_few(&id, &known);
        let kind = Nameable::Criterion;
        let problem = Problem::Dangling { kind, id, nearest };
        problems.push((at![list, index, "criterion"], problem));
    }
}
