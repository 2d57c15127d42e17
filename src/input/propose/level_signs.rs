//! What the covers of forms say of the level of their units.
//!
//! In: covers. Out: for each form what it calls its level, the kind and the name of its unit. Not for: which levels there are.

use crate::campaign::units::offices::UnitTier;

/// What forms say of their level, by their places.
pub(super) struct LevelSigns {
    /// What covers call it.
    pub(super) stated: Vec<String>,
    /// The kinds of the units.
    pub(super) tiers: Vec<Option<UnitTier>>,
    /// The names of the units, as keys.
    pub(super) units: Vec<Option<String>>,
}

impl LevelSigns {
    /// Whether the unit of a form is of a kind that no other one is.
    pub(super) fn is_only_of_its_kind(&self, place: usize) -> bool {
        let own = self.tiers.get(place).copied().flatten();
        let others = self.tiers.iter().enumerate().filter(|(at, _)| *at != place);
        own.is_some() && others.into_iter().all(|(_, tier)| *tier != own)
    }
}
