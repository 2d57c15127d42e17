//! What is ruled about single criteria of single units: which do not apply.
//!
//! In: the entries of a campaign, which name units as people do, and the registry. Out: what is wrong with them, and for each
//! unit what is ruled of it. The only place where such a name becomes a unit. Not for: what follows, which `judge` says.

use std::collections::HashMap;

use serde::Deserialize;

use crate::base::error::{Kind, Problem};
use crate::base::ids::{CriterionId, UnitId};
use crate::campaign::definition::{Problems, at, nearest_or_few};
use crate::campaign::scheme::Scheme;
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

/// What is ruled of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruling {
    /// The criteria that do not apply to it.
    pub exempt: Vec<CriterionId>,
}

/// What is ruled of each unit that something is ruled of.
#[derive(Clone, Debug, Default)]
pub struct Rulings(HashMap<UnitId, Ruling>);

impl Rulings {
    /// The rulings of a campaign; what names no unit rules nothing, and [`check`] says so.
    pub fn new(exemptions: &[Exemption], registry: &Registry) -> Self {
        let mut rulings = HashMap::<UnitId, Ruling>::new();
        for exemption in exemptions {
            for unit in meant(&exemption.unit, registry) {
                let ruling = rulings.entry(unit).or_default();
                ruling.exempt.push(exemption.criterion.clone());
            }
        }
        Rulings(rulings)
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

/// Adds what is wrong with the entries: names of no unit or of two, criteria that are not there.
pub fn check(
    exemptions: &[Exemption],
    scheme: &Scheme,
    registry: &Registry,
    problems: &mut Problems,
) {
    for (index, exemption) in exemptions.iter().enumerate() {
        let unit = match &*meant(&exemption.unit, registry) {
            [] => Some(Problem::Dangling {
                kind: Kind::Unit,
                id: exemption.unit.clone(),
                nearest: registry.nearest(&exemption.unit),
            }),
            [_] => None,
            // Of two units one may be meant, and the other would be exempt as well.
            [first, second, ..] => Some(Problem::AmbiguousName {
                name: exemption.unit.clone(),
                first: first.to_string(),
                second: second.to_string(),
            }),
        };
        problems.extend(unit.map(|problem| (at!["exempt", index, "unit"], problem)));
        if scheme.criterion(&exemption.criterion).is_none() {
            let known: Vec<String> = scheme.criteria.iter().map(|one| one.id.0.clone()).collect();
            let id = exemption.criterion.0.clone();
            let nearest = nearest_or_few(&id, &known);
            let kind = Kind::Criterion;
            let problem = Problem::Dangling { kind, id, nearest };
            problems.push((at!["exempt", index, "criterion"], problem));
        }
    }
}
