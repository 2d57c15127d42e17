//! How points come together: from criteria to those above them, to groups and to the total, by weights.
//!
//! In: a scheme, and the points of its criteria that have none below. Out: what a criterion above or a group comes to, and what
//! a point of each criterion is worth in the total. Not for: which points those are.

use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{Combined, Criterion, Group, Scheme};

/// Where points come together.
#[derive(Clone, Copy, Debug)]
pub enum CombinedAt<'s> {
    /// A group.
    Group(&'s GroupId),
    /// A criterion.
    Criterion(&'s CriterionId),
}

impl CombinedAt<'_> {
    fn id(&self) -> &str {
        match self {
            CombinedAt::Group(id) => &id.0,
            CombinedAt::Criterion(id) => &id.0,
        }
    }
}

impl Scheme {
    /// Whether points are added up as they are, without weights and without choosing between them.
    pub fn is_plain(&self) -> bool {
        let is_sum = |one: &Criterion| {
            let combined = one.rule.combines();
            one.weight == Decimal::ONE
                && !one.own_points
                && combined.is_none_or(|how| how == Combined::Sum)
        };
        self.criteria.iter().all(is_sum) && self.groups.iter().all(|one| one.weight == Decimal::ONE)
    }

    /// The criteria right below a group or a criterion, in order.
    pub fn children<'s>(&'s self, above: CombinedAt<'s>) -> impl Iterator<Item = &'s Criterion> {
        self.criteria.iter().filter(move |one| {
            let parent = one.id.0.rsplit_once('.').map(|(parent, _)| parent);
            parent == Some(above.id())
        })
    }

    /// The criterion right above one; `None` where a group is.
    pub fn parent(&self, criterion: &Criterion) -> Option<&Criterion> {
        let (parent, _) = criterion.id.0.rsplit_once('.')?;
        self.criteria.iter().find(|one| one.id.0 == parent)
    }

    /// What the criteria below come to, by the points of those that have none below them; `None` where none has any.
    pub fn combined(
        &self,
        above: CombinedAt<'_>,
        of: &dyn Fn(&Criterion) -> Option<Points>,
    ) -> Option<Points> {
        let how = match above {
            CombinedAt::Group(_) => Combined::Sum,
            CombinedAt::Criterion(id) => self.criterion(id)?.rule.combines()?,
        };
        let below = self
            .children(above)
            .filter_map(|one| Some((one.weight, self.points(one, of)?)));
        let below: Vec<(Decimal, Points)> = below.collect();
        let weighted = below.iter().map(|(weight, points)| times(*points, *weight));
        match how {
            Combined::Sum => (!below.is_empty()).then(|| weighted.sum()),
            Combined::Maximum => weighted.max(),
            Combined::Minimum => weighted.min(),
            Combined::Mean => {
                let weights: Points = below.iter().map(|(weight, _)| Points(*weight)).sum();
                let sum: Points = weighted.sum();
                sum.0.checked_div(weights.0).map(Points)
            }
        }
    }

    /// The points of a criterion: its own, or those that come together in it.
    pub fn points(
        &self,
        criterion: &Criterion,
        of: &dyn Fn(&Criterion) -> Option<Points>,
    ) -> Option<Points> {
        match criterion.rule.combines() {
            None => of(criterion),
            Some(_) => self.combined(CombinedAt::Criterion(&criterion.id), of),
        }
    }

    /// What a point of a criterion is worth in its group on a level, as long as it counts: the product of the weights up to the
    /// group, less where a mean is taken.
    pub fn worth_in_group(&self, criterion: &Criterion, level: &LevelId) -> Decimal {
        let Some(parent) = self.parent(criterion) else {
            return criterion.weight;
        };
        let above = self.worth_in_group(parent, level);
        let own = match parent.rule.combines() {
            // The points of the criterion above are its own.
            None => Decimal::ZERO,
            Some(Combined::Mean) => {
                let siblings = self.children(CombinedAt::Criterion(&parent.id));
                let siblings = siblings.filter(|one| one.maximum.at(level).is_some());
                let all: Points = siblings.map(|one| Points(one.weight)).sum();
                criterion.weight.checked_div(all.0).unwrap_or_default()
            }
            Some(Combined::Sum | Combined::Maximum | Combined::Minimum) => criterion.weight,
        };
        above.checked_mul(own).unwrap_or_default()
    }

    /// What a point of a criterion is worth in the total on a level.
    pub fn worth(&self, criterion: &Criterion, level: &LevelId) -> Decimal {
        let group = self.group(&criterion.group());
        let group = group.map_or(Decimal::ONE, |group| group.weight);
        let own = self.worth_in_group(criterion, level);
        own.checked_mul(group).unwrap_or_default()
    }

    /// The criterion above of which this one is one of several that only one counts of.
    pub fn choice_above(&self, criterion: &Criterion) -> Option<&Criterion> {
        let parent = self.parent(criterion)?;
        match parent.rule.combines() {
            Some(Combined::Maximum | Combined::Minimum) => Some(parent),
            _ => self.choice_above(parent),
        }
    }
}

impl Group {
    /// The most points that it can bring to the total on a level.
    pub fn worth_at(&self, level: &LevelId) -> Points {
        times(self.maximum_at(level), self.weight)
    }
}

/// Points by a weight. Both are so small that there always is a product.
pub fn times(points: Points, weight: Decimal) -> Points {
    points.checked_mul(weight).unwrap_or(points)
}
