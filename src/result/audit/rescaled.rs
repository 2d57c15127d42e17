//! What a result of this program says of its own totals: that fewer points than the maxima apply to some units,
//! and of some groups none.
//!
//! In: the rows of its list of all values. Out: for each such unit the maximum of the total and the part of it that applies, by which
//! its points were scaled up. Not for: whether the totals follow.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{Scheme, times};
use crate::result::report::kind::Kind;
use crate::result::report::row::DataRow;

/// The units whose totals are scaled up. None for a table that this program did not write.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnTotals {
    rescaled: HashMap<UnitId, Rescaled>,
    /// Groups of which nothing applies to a unit.
    exempt: HashSet<(UnitId, GroupId)>,
}

/// How a total is scaled up: its points but for bonus and penalty, by the maximum over what of it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescaled {
    /// The maximum of the total.
    pub whole: Points,
    /// What of it applies to the unit, more than 0.
    pub applies: Points,
}

impl OwnTotals {
    /// What the rows of a list say.
    pub fn of(rows: &[DataRow], scheme: &Scheme) -> Self {
        let mut left_out: HashMap<UnitId, Points> = HashMap::new();
        let mut exempt = HashSet::new();
        for row in rows.iter().filter(|row| row.kind == Kind::Applicable) {
            let unit = UnitId {
                level: LevelId::from(&*row.level),
                code: row.code.to_string(),
            };
            let group = scheme.group(&GroupId::from(&*row.group));
            let group = group.filter(|group| !group.outside_total);
            if let Some((group, applies)) = group.zip(row.value) {
                if applies == Decimal::ZERO {
                    exempt.insert((unit.clone(), group.id.clone()));
                }
                // Inside the total everything has a limit.
                let whole = group.worth_at(&unit.level).limit().unwrap_or_default();
                let less = whole - Points(applies);
                let sum = left_out.entry(unit).or_default();
                *sum = *sum + less;
            }
        }
        let of = |(unit, less): (UnitId, Points)| {
            let whole = Points(scheme.total_at(&unit.level));
            let applies = whole - less;
            let is_less = Points::ZERO < applies && applies < whole;
            is_less.then_some((unit, Rescaled { whole, applies }))
        };
        OwnTotals {
            rescaled: left_out.into_iter().filter_map(of).collect(),
            exempt,
        }
    }

    /// Whether nothing of a group applies to a unit: blank, as it is printed then, it adds nothing.
    pub(super) fn is_exempt(&self, unit: Option<&UnitId>, group: &GroupId) -> bool {
        let has = |unit: &UnitId| self.exempt.contains(&(unit.clone(), group.clone()));
        !self.exempt.is_empty() && unit.is_some_and(has)
    }

    /// How the total of a unit is scaled up.
    pub(super) fn rescaled(&self, unit: Option<&UnitId>) -> Option<Rescaled> {
        self.rescaled.get(unit?).copied()
    }
}

impl Rescaled {
    /// What points of a group inside the total are worth in it.
    pub(super) fn worth(self, points: Points) -> Points {
        let scale = self.whole.0.checked_div(self.applies.0);
        times(points, scale.unwrap_or(Decimal::ONE))
    }
}
