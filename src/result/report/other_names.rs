//! What groups, criteria, their options and units are called besides: as forms write it, or as it was written before somebody corrected it.
//!
//! In: scheme and registry. Out: the other names of what a report tells of. Not for: reading forms, which asks the scheme itself.

use serde::{Deserialize, Serialize};

use crate::base::ids::{CriterionId, GroupId, UnitId};
use crate::campaign::scheme::{Scheme, ScoringRule};
use crate::campaign::units::Registry;

/// What things are called besides; whatever has one name alone is not in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherNames {
    /// Groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<(GroupId, Vec<String>)>,
    /// Criteria that carry points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<(CriterionId, Vec<String>)>,
    /// The options of criteria, each by its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<(CriterionId, Vec<Vec<String>>)>,
    /// Units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<(UnitId, Vec<String>)>,
}

impl OtherNames {
    /// Those of a campaign.
    pub(super) fn of(scheme: &Scheme, registry: &Registry) -> Self {
        let groups = scheme.groups.iter();
        let groups = groups.map(|one| (one.id.clone(), one.aliases.clone()));
        let criteria = scheme.criteria.iter().filter(|one| !one.rule.combines());
        let options = criteria.clone();
        let options = options.map(|one| (one.id.clone(), other_option_names(&one.rule)));
        let criteria = criteria.map(|one| (one.id.clone(), one.aliases.clone()));
        let levels = scheme.levels.iter();
        let units = levels.flat_map(|level| registry.of_level(&level.id));
        let units = units.map(|one| (one.id.clone(), one.aliases.clone()));
        OtherNames {
            groups: groups.filter(|(_, names)| !names.is_empty()).collect(),
            criteria: criteria.filter(|(_, names)| !names.is_empty()).collect(),
            options: options.filter(|(_, names)| !names.is_empty()).collect(),
            units: units.filter(|(_, names)| !names.is_empty()).collect(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        let of_items = self.groups.is_empty() && self.criteria.is_empty();
        of_items && self.options.is_empty() && self.units.is_empty()
    }
}

/// What each option of a rule is called besides, by its place; nothing where none is.
pub fn other_option_names(rule: &ScoringRule) -> Vec<Vec<String>> {
    let options = rule.options().iter();
    let names: Vec<Vec<String>> = options.map(|one| one.aliases.clone()).collect();
    if names.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    names
}
