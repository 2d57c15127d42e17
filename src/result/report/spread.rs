//! The range that all open findings together leave to a total, and to each group.
//!
//! In: the score of a unit, and what was found of it. Out: the fewest and the most points that its total can come to, with those of the
//! groups beside it. Not for: what a single finding can change.

use indexmap::IndexMap;

use crate::base::finding::{About, Finding};
use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{Criterion, Group, Scheme, times};
use crate::judge::rank::{BoundedTotal, Prospect};
use crate::judge::score::{CriterionScore, GroupScore, Reach, ScoreTree, UnitScore};

/// A unit with what was found of it.
pub(super) struct Spread<'a> {
    scheme: &'a Scheme,
    level: &'a LevelId,
    score: &'a UnitScore,
    findings: &'a [Finding],
    /// What the groups with a mean that leaves blanks out can come to, with all that was found of single criteria of them: there one
    /// changes what the others are worth.
    together: IndexMap<GroupId, (Points, Most)>,
}

impl<'a> Spread<'a> {
    pub(super) fn new(
        tree: &ScoreTree<'a>,
        level: &'a LevelId,
        score: &'a UnitScore,
        findings: &'a [Finding],
    ) -> Self {
        let reach = |id: &CriterionId, score: &CriterionScore, reach: Reach| {
            let mut about = findings.iter().filter(|one| is_of(one, id));
            if score.left_out.is_some() {
                let is_settled = about.any(|one| one.settled.is_some());
                return if is_settled { reach.out() } else { reach };
            }
            about.filter_map(shift).fold(reach, |reach, (down, up)| {
                let own = |points: Points| {
                    let own = points.0.checked_div(score.weight);
                    own.map_or(Points::ZERO, Points)
                };
                reach.widened((own(down), up.map(own)))
            })
        };
        Spread {
            scheme: tree.scheme,
            level,
            score,
            findings,
            together: score.together(tree, level, &reach),
        }
    }

    /// Whether what a group can come to has a finding in it already.
    fn is_in(&self, finding: &Finding) -> bool {
        let of_one = finding
            .criteria
            .first()
            .is_some_and(|id| is_of(finding, id));
        let group = group_of(self.scheme, finding);
        of_one && group.is_some_and(|group| self.together.contains_key(&group.id))
    }

    /// The range of a group by its criteria.
    fn of_group(&self, id: &GroupId) -> (Points, Most) {
        let score = self.score.groups.get(id);
        let range = |score: &GroupScore| (score.lowest, score.highest);
        let (lowest, highest) = score.map_or_else(Default::default, range);
        let Some((least, most)) = self.together.get(id) else {
            return (lowest, highest);
        };
        (lowest.min(*least), highest.max(*most))
    }

    /// The range of the total by the criteria of the groups.
    fn of_groups(&self) -> (Points, Most) {
        if self.together.is_empty() {
            return (self.score.lowest, self.score.highest);
        }
        let (mut lowest, mut highest) = (Points::ZERO, Most::ZERO);
        for group in &self.scheme.groups {
            let (least, most) = self.of_group(&group.id);
            lowest = lowest + self.scaled(least, group.outside_total);
            highest = highest + most.map(|points| self.scaled(points, group.outside_total));
        }
        (lowest, highest)
    }

    fn scaled(&self, points: Points, is_outside: bool) -> Points {
        if is_outside {
            return points;
        }
        points.checked_mul(self.score.scale).unwrap_or(points)
    }

    /// The range of the total: criteria that do not count, claims that the figures do not bear out, and sums that the unit states. Sums
    /// restate the same points, so they widen the range and do not add to it.
    pub(super) fn standing(&self) -> BoundedTotal {
        let score = self.score;
        let shift = |finding: &Finding| -> Option<(Points, Most)> {
            let effect = finding.effect.filter(|effect| effect.counted.is_some())?;
            Some(effect.shift(weight(self.scheme, score, finding)))
        };
        let of_groups = self.of_groups();
        let (mut lowest, mut highest) = of_groups;
        let (of_criteria, of_sums): (Vec<&Finding>, Vec<&Finding>) = self
            .findings
            .iter()
            .partition(|one| !one.criteria.is_empty());
        let of_criteria = of_criteria.into_iter().filter(|one| !self.is_in(one));
        for (low, high) in of_criteria.filter_map(shift) {
            lowest = lowest + low.min(Points::ZERO);
            highest = highest + high.max(Most::ZERO);
        }
        for (low, high) in of_sums.into_iter().filter_map(shift) {
            lowest = lowest.min(score.total + low);
            highest = highest.max(high + score.total);
        }
        // A sum that the unit states may be any number; no total can be beyond what all criteria together give.
        let (least, most) = self.reach();
        BoundedTotal {
            total: score.total,
            lowest: lowest.max(least.min(of_groups.0)),
            highest: highest.min(most.max(of_groups.1)),
        }
    }

    /// The same range for each group, with which grades that ask for points of groups are judged. What may be wrong with a total may be
    /// so in any group.
    pub(super) fn prospect(&self, standing: BoundedTotal) -> Prospect {
        let [mut lowest, now, mut highest] = self.score.ends(self.scheme, self.level);
        (lowest.total, highest.total) = (standing.lowest.into(), standing.highest);
        let shifts = self.findings.iter();
        let shifts: Vec<(&Finding, (Points, Most))> =
            shifts.filter_map(|one| Some((one, shift(one)?))).collect();
        for (id, share) in &now.groups {
            let (Some(least), Some(most)) = (lowest.groups.get_mut(id), highest.groups.get_mut(id))
            else {
                continue;
            };
            let (of_group, up_to) = self.of_group(id);
            (least.points, most.points) = (of_group.into(), up_to);
            let here = shifts.iter().filter(|(finding, _)| {
                let group = group_of(self.scheme, finding);
                group.is_none_or(|group| group.id == *id)
            });
            let (of_criteria, of_sums): (Vec<_>, Vec<_>) =
                here.partition(|(finding, _)| !finding.criteria.is_empty());
            let of_criteria = of_criteria.into_iter();
            for (_, (low, high)) in of_criteria.filter(|(finding, _)| !self.is_in(finding)) {
                least.points = least.points + low.min(Points::ZERO);
                most.points = most.points + high.max(Most::ZERO);
            }
            for (_, (low, high)) in of_sums {
                least.points = least.points.min(share.points + low);
                most.points = most.points.max(share.points + high);
            }
            most.points = most.points.min(share.maximum.max(share.points));
        }
        Prospect {
            lowest,
            now,
            highest,
        }
    }

    /// The fewest and the most points that the total of a unit can come to at all.
    fn reach(&self) -> (Points, Most) {
        let (scheme, score) = (self.scheme, self.score);
        let (mut least, mut most) = (Points::ZERO, Most::ZERO);
        for group in &scheme.groups {
            let minima = scheme.scored(&group.id).filter_map(|one| {
                let score = score.criteria.get(&one.id);
                let score = score.filter(|score| !score.exempt)?;
                Some(times(one.minimum(), score.weight))
            });
            let minimum: Points = minima.sum();
            least = least + self.scaled(minimum, group.outside_total);
            let maximum = score.groups.get(&group.id).map(|one| one.maximum);
            let maximum = maximum.unwrap_or_default();
            most = most + maximum.map(|points| self.scaled(points, group.outside_total));
        }
        (least, most)
    }
}

/// Whether a finding is about one criterion alone.
fn is_of(finding: &Finding, id: &CriterionId) -> bool {
    !finding.criteria.is_empty() && finding.criteria.iter().all(|one| one == id)
}

/// By how many points of a group, or of the whole, deciding a finding can move what counts.
fn shift(finding: &Finding) -> Option<(Points, Most)> {
    let effect = finding.effect.filter(|effect| effect.counted.is_some())?;
    Some(effect.shift(Decimal::ONE))
}

/// What a point of a finding is worth in the total: bonus and penalty are never scaled up with the rest.
pub(super) fn weight(scheme: &Scheme, score: &UnitScore, finding: &Finding) -> Decimal {
    if group_of(scheme, finding).is_some_and(|group| group.outside_total) {
        Decimal::ONE
    } else {
        score.scale
    }
}

/// The group that a finding is about; `None`: the whole.
pub(super) fn group_of<'s>(scheme: &'s Scheme, finding: &Finding) -> Option<&'s Group> {
    let id = match (finding.criteria.first(), &finding.about) {
        (Some(id), _) => scheme.criterion(id).map(Criterion::group),
        (None, Some(About::Group(id, _))) => Some(id.clone()),
        (None, _) => None,
    };
    scheme.group(&id?)
}
