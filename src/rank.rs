//! Places and grades within a level.
//!
//! In: exact totals with bounds, and the scheme's grades. Out: places (equal totals share one: 1, 2, 2, 4), best and worst
//! possible places, grades. Not for: rounding, which never comes before ranking.

use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::scheme::Scheme;

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
}

/// A unit's total with its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The total.
    pub total: Points,
    /// The lowest it can come to.
    pub lowest: Points,
    /// The highest it can come to.
    pub highest: Points,
}

/// The place of each unit among all, in the order given.
pub fn rank(standings: &[Standing]) -> Vec<Rank> {
    let place = |above: &dyn Fn(&Standing) -> bool, own: usize| -> u32 {
        let others = standings
            .iter()
            .enumerate()
            .filter(|(index, other)| *index != own && above(other));
        others.count() as u32 + 1
    };
    let of = |(own, standing): (usize, &Standing)| Rank {
        place: place(&|other| other.total > standing.total, own),
        best: place(&|other| other.lowest > standing.highest, own),
        worst: place(&|other| other.highest > standing.lowest, own),
    };
    standings.iter().enumerate().map(of).collect()
}

/// The place that one unit would have with another total.
pub fn place_with(standings: &[Standing], unit: usize, total: Points) -> u32 {
    let above = standings
        .iter()
        .enumerate()
        .filter(|(index, other)| *index != unit && other.total > total);
    above.count() as u32 + 1
}

/// The grade of a total. `open` is the range that criteria which do not count leave possible: no grade where it holds two.
/// `standing` adds what other open findings could change.
pub fn grade(scheme: &Scheme, standing: &Standing, open: (Points, Points)) -> Grading {
    let certain = scheme.grade(open.0) == scheme.grade(open.1);
    Grading {
        grade: certain.then(|| scheme.grade(standing.total).to_string()),
        worst: scheme.grade(standing.lowest).to_string(),
        best: scheme.grade(standing.highest).to_string(),
        next: scheme
            .next_grade(standing.total)
            .map(|(name, missing)| (name.to_string(), missing)),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn at(total: i64) -> Standing {
        Standing {
            total: Points::from(total),
            lowest: Points::from(total),
            highest: Points::from(total),
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
        let open = Standing {
            total: Points::from(80),
            lowest: Points::from(60),
            highest: Points::from(95),
        };
        let ranks = rank(&[at(90), open, at(70)]);
        assert_eq!((ranks[1].best, ranks[1].place, ranks[1].worst), (1, 2, 3));
        assert_eq!((ranks[0].best, ranks[0].worst), (1, 2));
        assert_eq!((ranks[2].best, ranks[2].worst), (2, 3));
        assert_eq!(place_with(&[at(90), at(80)], 1, Points::from(95)), 1);
    }
}
