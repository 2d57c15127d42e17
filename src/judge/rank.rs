//! Places and grades within a level.
//!
//! In: exact totals with bounds, and the scheme's grades. Out: places (equal totals share one: 1, 2, 2, 4), best and worst
//! possible places, grades. Not for: rounding, which never comes before ranking.

use serde::{Deserialize, Serialize};

use crate::base::ids::LevelId;
use crate::base::points::{Most, Points};
use crate::campaign::scheme::{Attained, LackingGroup, Scheme};

/// A unit's place within its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    /// The place, from 1; equal totals share it.
    pub place: u32,
    /// The best place the unit can get while findings are open.
    pub best: u32,
    /// The worst place the unit can get while findings are open.
    pub worst: u32,
}

/// A unit's grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grading {
    /// The grade. `None` while the open criteria leave more than one possible.
    pub grade: Option<String>,
    /// The grade at the lowest total that open findings leave possible.
    pub worst: String,
    /// The grade at the highest total that open findings leave possible.
    pub best: String,
    /// The next better grade and the points missing to its limit. `None` at the top.
    pub next: Option<(String, Points)>,
    /// The grade that the total alone would have, where groups keep it from the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<WithheldGrade>,
}

/// A grade that the total alone would have, and the groups that keep it from the unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithheldGrade {
    /// The grade.
    pub grade: String,
    /// The groups of which it asks for more points.
    pub lacking: Vec<LackingGroup>,
}

/// What a unit has, with all that open findings could still change.
#[derive(Clone, Debug, PartialEq)]
pub struct Prospect {
    /// At the fewest points.
    pub lowest: Attained,
    /// As it stands.
    pub now: Attained,
    /// At the most points.
    pub highest: Attained,
}

/// A unit's total with its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundedTotal {
    /// The total.
    pub total: Points,
    /// The lowest it can come to.
    pub lowest: Points,
    /// The highest it can come to.
    pub highest: Most,
}

/// The totals of a level and their bounds, each in rising order, so that a place is looked up and not counted.
#[derive(Debug)]
pub struct Field {
    totals: Vec<Most>,
    lowest: Vec<Most>,
    highest: Vec<Most>,
}

impl Field {
    /// The field of these units.
    pub fn new(standings: &[BoundedTotal]) -> Self {
        let sorted = |of: fn(&BoundedTotal) -> Most| {
            let mut points: Vec<Most> = standings.iter().map(of).collect();
            points.sort_unstable();
            points
        };
        Field {
            totals: sorted(|one| one.total.into()),
            lowest: sorted(|one| one.lowest.into()),
            highest: sorted(|one| one.highest),
        }
    }

    /// The place that one of the units would have with another total.
    pub fn place_with(&self, unit: &BoundedTotal, total: Most) -> u32 {
        place(&self.totals, unit.total.into(), total)
    }

    fn rank(&self, unit: &BoundedTotal) -> Rank {
        let (total, lowest) = (unit.total.into(), unit.lowest.into());
        Rank {
            place: place(&self.totals, total, total),
            best: place(&self.lowest, lowest, unit.highest),
            worst: place(&self.highest, unit.highest, lowest),
        }
    }
}

/// One more than how many of these are above a limit, not counting the unit's own.
fn place(rising: &[Most], own: Most, limit: Most) -> u32 {
    let above = rising.len() - rising.partition_point(|points| *points <= limit);
    (above - usize::from(own > limit)) as u32 + 1
}

/// The place of each unit among all, in the order given.
pub fn rank(standings: &[BoundedTotal]) -> Vec<Rank> {
    let field = Field::new(standings);
    standings.iter().map(|one| field.rank(one)).collect()
}

/// The grade of what a unit has. `open` are the ends of the range that criteria which do not count leave possible: no grade where
/// they have two. The prospect adds what other open findings could change.
pub fn grade(
    (scheme, level): (&Scheme, &LevelId),
    prospect: &Prospect,
    open: (&Attained, &Attained),
) -> Grading {
    let grade = |has: &Attained| scheme.grade(level, has).to_string();
    let certain = grade(open.0) == grade(open.1);
    let next = scheme.next_grade(level, &prospect.now);
    Grading {
        grade: certain.then(|| grade(&prospect.now)),
        worst: grade(&prospect.lowest),
        best: grade(&prospect.highest),
        next: next.map(|(name, missing)| (name.to_string(), missing)),
        withheld: withheld((scheme, level), &prospect.now),
    }
}

fn withheld((scheme, level): (&Scheme, &LevelId), has: &Attained) -> Option<WithheldGrade> {
    let (grade, lacking) = scheme.withheld(level, has)?;
    Some(WithheldGrade {
        grade: grade.to_string(),
        lacking,
    })
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn at(total: i64) -> BoundedTotal {
        BoundedTotal {
            total: Points::from(total),
            lowest: Points::from(total),
            highest: Points::from(total).into(),
        }
    }

    #[test]
    fn equal_totals_share_a_place() {
        let places: Vec<u32> = rank(&[at(90), at(70), at(90), at(100)])
            .iter()
            .map(|rank| rank.place)
            .collect();
        assert_eq!(places, [2, 4, 2, 1]);
    }

    #[test]
    fn bounds_give_the_best_and_the_worst_place() {
        let open = BoundedTotal {
            total: Points::from(80),
            lowest: Points::from(60),
            highest: Points::from(95).into(),
        };
        let ranks = rank(&[at(90), open, at(70)]);
        assert_eq!((ranks[1].best, ranks[1].place, ranks[1].worst), (1, 2, 3));
        assert_eq!((ranks[0].best, ranks[0].worst), (1, 2));
        assert_eq!((ranks[2].best, ranks[2].worst), (2, 3));
        let field = Field::new(&[at(90), at(80)]);
        assert_eq!(field.place_with(&at(80), Points::from(95).into()), 1);
        assert_eq!(field.place_with(&at(90), Points::from(70).into()), 2);
    }

    #[test]
    fn a_total_without_an_upper_end_can_get_to_the_top() {
        let open = BoundedTotal {
            highest: Most::Unlimited,
            ..at(60)
        };
        let ranks = rank(&[at(90), open, open]);
        // Each may come before the other, so neither is certain of anything but to be among three.
        assert_eq!((ranks[1].best, ranks[1].place, ranks[1].worst), (1, 2, 3));
        assert_eq!((ranks[0].best, ranks[0].worst), (1, 3));
    }
}
