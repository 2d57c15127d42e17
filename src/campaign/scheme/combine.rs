//! How points come together: from criteria to those above them, to groups and to the total, by weights.
//!
//! In: a scheme, and the points of its criteria that have none below. Out: what a criterion above or a group comes to, and what
//! a point of each criterion is worth in the total. Not for: which points those are.

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{Criterion, GROUP_RULE, Group, Scheme, maxima};

/// More decimals than these no weight is written with: it is a quotient.
const MOST_WRITTEN: u32 = 4;

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

/// Whether a weight is a quotient: what is weighed by it may have no end.
pub fn is_quotient(weight: Decimal) -> bool {
    weight.normalize().scale() > MOST_WRITTEN
}

impl Scheme {
    /// Whether points are added up as they are, without weights, without choosing between them and without a cap.
    pub fn is_plain(&self) -> bool {
        let is_sum = |one: &Criterion| {
            let adds_up = !one.rule.combines() || one.rule == GROUP_RULE;
            one.weight == Decimal::ONE && !one.own_points && !one.cap.is_set() && adds_up
        };
        let is_whole = |one: &Group| one.weight == Decimal::ONE && !one.cap.is_set();
        self.criteria.iter().all(is_sum) && self.groups.iter().all(is_whole)
    }

    /// Whether points of some group or criterion count more or less than others.
    pub fn is_weighed(&self) -> bool {
        let groups = self.groups.iter().map(|one| one.weight);
        let mut all = groups.chain(self.criteria.iter().map(|one| one.weight));
        all.any(|weight| weight != Decimal::ONE)
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

    /// The most points that count of what the criteria below come to on a level, where that is bounded.
    pub fn cap(&self, above: CombinedAt<'_>, level: &LevelId) -> Option<Points> {
        match above {
            CombinedAt::Group(id) => {
                let group = self.group(id).filter(|one| one.cap.is_set())?;
                group.maximum_at(level).limit()
            }
            CombinedAt::Criterion(id) => {
                let criterion = self.criterion(id).filter(|one| one.cap.is_set())?;
                criterion.maximum_at(level)?.limit()
            }
        }
    }

    /// What the criteria below come to, by the points of those that have none below them, no more than what counts; `None` where
    /// none has any.
    pub fn combined(
        &self,
        above: CombinedAt<'_>,
        level: &LevelId,
        of: &dyn Fn(&Criterion) -> Option<Points>,
    ) -> Option<Points> {
        // What is added up of so many points is so many.
        self.combined_most(above, level, &|one| of(one).map(Most::Points))?
            .limit()
    }

    /// As [`Scheme::combined`], of the most that they can come to.
    pub fn combined_most(
        &self,
        above: CombinedAt<'_>,
        level: &LevelId,
        of: &dyn Fn(&Criterion) -> Option<Most>,
    ) -> Option<Most> {
        let most = self.uncapped(above, level, of)?;
        let cap = self.cap(above, level);
        Some(cap.map_or(most, |cap| most.at_most(cap).into()))
    }

    /// As [`Scheme::combined_most`], before it is cut to what counts.
    pub fn uncapped(
        &self,
        above: CombinedAt<'_>,
        level: &LevelId,
        of: &dyn Fn(&Criterion) -> Option<Most>,
    ) -> Option<Most> {
        let rule = match above {
            CombinedAt::Group(_) => &GROUP_RULE,
            CombinedAt::Criterion(id) => &self.criterion(id)?.rule,
        };
        let below = self
            .children(above)
            .filter_map(|one| Some((one.weight, self.most(one, level, of)?)));
        let below: Vec<(Decimal, Most)> = below.collect();
        rule.come_to_most(&below)
    }

    /// The most points of a criterion: its own, or those that come together in it.
    fn most(
        &self,
        criterion: &Criterion,
        level: &LevelId,
        of: &dyn Fn(&Criterion) -> Option<Most>,
    ) -> Option<Most> {
        if criterion.rule.combines() {
            return self.combined_most(CombinedAt::Criterion(&criterion.id), level, of);
        }
        of(criterion)
    }

    /// What a point of a criterion is worth in its group on a level, as long as it counts: the product of the weights up to the
    /// group, less where a mean is taken.
    pub fn worth_in_group(&self, criterion: &Criterion, level: &LevelId) -> Decimal {
        self.share_of_group(criterion, level, false)
    }

    /// The same; of a mean that leaves out blanks, where `alone`, with nothing else in it.
    fn share_of_group(&self, criterion: &Criterion, level: &LevelId, alone: bool) -> Decimal {
        let Some(parent) = self.parent(criterion) else {
            return criterion.weight;
        };
        let above = self.share_of_group(parent, level, alone);
        // The points of the criterion above may be its own.
        if !parent.rule.combines() {
            return Decimal::ZERO;
        }
        if alone && parent.rule.leaves_blanks() {
            return above;
        }
        let siblings = self.children(CombinedAt::Criterion(&parent.id));
        let siblings = siblings.filter(|one| one.maximum.at(level).is_some());
        let divisor = parent.rule.divisor(siblings.map(|one| one.weight));
        let own = criterion.weight.checked_div(divisor).unwrap_or_default();
        above.checked_mul(own).unwrap_or_default()
    }

    /// What a point of a criterion is worth in the total on a level.
    pub fn worth(&self, criterion: &Criterion, level: &LevelId) -> Decimal {
        self.share_of_total(criterion, level, false)
    }

    fn share_of_total(&self, criterion: &Criterion, level: &LevelId, alone: bool) -> Decimal {
        let group = self.group(&criterion.group());
        let group = group.map_or(Decimal::ONE, |group| group.weight);
        let own = self.share_of_group(criterion, level, alone);
        own.checked_mul(group).unwrap_or_default()
    }

    /// The most points that a group can bring to the total, on each level that has it.
    pub fn most_of_group(&self, group: &Group) -> IndexMap<LevelId, Most> {
        let all = maxima(self, &group.maximum).into_iter();
        all.map(|(level, most)| (level, most.times(group.weight)))
            .collect()
    }

    /// The most points that a criterion can bring to the total, on each level that has it.
    pub fn most_of(&self, criterion: &Criterion) -> IndexMap<LevelId, Most> {
        let all = maxima(self, &criterion.maximum).into_iter();
        all.map(|(level, most)| {
            let worth = self.share_of_total(criterion, &level, true);
            (level, most.times(worth))
        })
        .collect()
    }

    /// The criterion above of which this one is one of several that only one counts of.
    pub fn choice_above(&self, criterion: &Criterion) -> Option<&Criterion> {
        let parent = self.parent(criterion)?;
        match parent.rule.picks() {
            Some(_) => Some(parent),
            None => self.choice_above(parent),
        }
    }
}

impl Scheme {
    /// The criterion above, the nearest, that leaves out what is blank below it.
    pub fn leaves_blanks_above(&self, criterion: &Criterion) -> Option<&Criterion> {
        let parent = self.parent(criterion)?;
        if parent.rule.leaves_blanks() {
            return Some(parent);
        }
        self.leaves_blanks_above(parent)
    }

    /// The most points of the total that count of those below a criterion, on each level that has it; none where that is not bounded.
    pub fn cap_in_total(&self, criterion: &Criterion) -> IndexMap<LevelId, Points> {
        if !criterion.cap.is_set() {
            return IndexMap::new();
        }
        let most = self.most_of(criterion).into_iter();
        most.filter_map(|(level, most)| Some((level, most.limit()?)))
            .collect()
    }

    /// The criterion or the group above of whose criteria no more than a maximum counts, the nearest to a criterion.
    pub fn capped_by(&self, criterion: &Criterion) -> Option<String> {
        let Some(parent) = self.parent(criterion) else {
            let group = self
                .group(&criterion.group())
                .filter(|one| one.cap.is_set())?;
            return Some(group.id.0.to_string());
        };
        if parent.cap.is_set() {
            return Some(parent.id.0.to_string());
        }
        self.capped_by(parent)
    }
}

impl Group {
    /// The most points that it can bring to the total on a level.
    pub fn worth_at(&self, level: &LevelId) -> Most {
        self.maximum_at(level).times(self.weight)
    }
}
