//! Scores: what each criterion, group and unit comes to.
//!
//! In: a submission and the scheme. Out: claimed, computed, appraised and counted points, sums and bounds. Not for: saying
//! what is wrong, which `check/` does from the same facts.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::cell::Reading;
use crate::ids::{CriterionId, GroupId};
use crate::points::Points;

/// One criterion of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriterionScore {
    /// What the unit claims.
    pub claimed: Reading<Points>,
    /// What its figures give under the rule, where the rule computes and all figures are there.
    pub computed: Option<Points>,
    /// What the department grants.
    pub appraised: Option<Points>,
    /// What counts: the appraised points if there are any, else the claim where it is valid. `None`: open.
    pub counted: Option<Points>,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to.
    pub highest: Points,
    /// Whether the unit is exempt from this criterion.
    pub exempt: bool,
}

/// One criterion group of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupScore {
    /// The sum of what counts.
    pub sum: Points,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to.
    pub highest: Points,
    /// The maximum that applies to this unit: the level's, less its exempt criteria.
    pub maximum: Points,
    /// Whether none of its criteria counts, so that the sum says nothing.
    pub blank: bool,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitScore {
    /// Every criterion of the scheme, in its order.
    pub criteria: IndexMap<CriterionId, CriterionScore>,
    /// Every group of the scheme, in its order.
    pub groups: IndexMap<GroupId, GroupScore>,
    /// The sum of the groups: what counts, as it stands.
    pub raw_total: Points,
    /// The total that is ranked and graded: `raw_total`, scaled up where the unit is exempt from criteria.
    pub total: Points,
    /// The fewest points the total can come to while criteria are open.
    pub lowest: Points,
    /// The most points the total can come to while criteria are open.
    pub highest: Points,
    /// How many criteria are open. The total is provisional if any is.
    pub open: usize,
}
