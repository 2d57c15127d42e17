//! What a unit has, as grades ask for it: its total, and of each group its points and what it can have there.
//!
//! In: the score of a unit. Out: the same at one end or the other of what is open. Not for: the grade itself.

use crate::base::ids::{GroupId, LevelId};
use crate::base::points::Most;
use crate::campaign::scheme::{Attained, GroupShare, Scheme};
use crate::judge::score::{GroupScore, UnitScore};

impl UnitScore {
    /// A total with the groups at one end of their range; `whole` is the most points of a group on the unit's level.
    pub fn attained(
        &self,
        total: impl Into<Most>,
        of: impl Fn(&GroupScore) -> Most,
        whole: impl Fn(&GroupId) -> Most,
    ) -> Attained {
        let groups = self.groups.iter().map(|(id, group)| {
            let share = GroupShare {
                points: of(group),
                maximum: group.maximum,
                whole: whole(id),
            };
            (id.clone(), share)
        });
        Attained {
            total: total.into(),
            groups: groups.collect(),
        }
    }

    /// What the unit has as it stands, and at both ends while criteria are open.
    pub fn ends(&self, scheme: &Scheme, level: &LevelId) -> [Attained; 3] {
        let at = |total: Most, of: fn(&GroupScore) -> Most| {
            if !scheme.grades_ask_for_groups() {
                return Attained::of_total(total);
            }
            let group = |id: &GroupId| scheme.group(id).map(|group| group.worth_at(level));
            self.attained(total, of, |id| group(id).unwrap_or_default())
        };
        [
            at(self.lowest.into(), |group| group.lowest.into()),
            at(self.total.into(), |group| group.sum.into()),
            at(self.highest, |group| group.highest),
        ]
    }
}
