//! The fewest and the most points that groups can come to, over all that may stand in what is open or left out together.
//!
//! In: a scheme with a mean that leaves blanks out, and what each criterion can come to in points of its own. Out: the range of each
//! group with such a mean. A score in a blank changes what the others beside it are worth, so single changes do not add up. Not for:
//! what counts now.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{CombinedAt, Criterion, Group, ScoringRule, times};
use crate::judge::score::rule::MEANT;
use crate::judge::score::tree::{Fork, ScoreTree};

/// What a criterion can come to, in points of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reach {
    /// The fewest and the most points, where it has some; `None`: it will have none.
    pub(super) points: Option<(Points, Most)>,
    /// Whether it may be meant to be blank.
    pub(super) may_be_blank: bool,
    /// Whether it does not apply to the unit.
    pub(super) exempt: bool,
}

impl Reach {
    /// With more or fewer points.
    #[must_use]
    pub fn widened(mut self, (down, up): (Points, Most)) -> Self {
        let wider = |(lowest, highest): (Points, Most)| {
            let lowest = lowest + down.min(Points::ZERO);
            (lowest, highest + up.max(Most::ZERO))
        };
        self.points = self.points.map(wider);
        self
    }

    /// With no points to come.
    #[must_use]
    pub fn out(self) -> Self {
        Reach {
            points: None,
            ..self
        }
    }

    /// The same where a blank is no points.
    fn in_sum(self) -> (Points, Most) {
        let (lowest, highest) = self.points.unwrap_or_default();
        if self.may_be_blank {
            return (lowest.min(Points::ZERO), highest.max(Most::ZERO));
        }
        (lowest, highest)
    }
}

/// A criterion below another: what a point of it is worth there, and what it can come to.
type WeighedReach = (Decimal, Reach);

/// What can come together.
pub(super) struct ReachedTogether<'s> {
    /// The groups with a mean that leaves blanks out, in points of the total.
    pub(super) groups: IndexMap<GroupId, (Points, Most)>,
    /// The criteria with others below them, in points of their own.
    pub(super) above: HashMap<&'s CriterionId, Reach>,
}

impl ReachedTogether<'_> {
    /// The range of a criterion in the total, where a point of it is worth so much.
    pub(super) fn above(&self, id: &CriterionId, worth: Decimal) -> Option<(Points, Most)> {
        let (lowest, highest) = self.above.get(id)?.in_sum();
        let lowest = times(lowest, worth).rounded(MEANT);
        Some((lowest, highest.times(worth).rounded(MEANT)))
    }
}

/// What the groups with a mean that leaves blanks out can come to; `of` says what each criterion with points can.
pub(super) fn ranges<'s>(
    tree: &ScoreTree<'s>,
    level: &LevelId,
    of: &dyn Fn(&Criterion) -> Option<Reach>,
) -> ReachedTogether<'s> {
    let mut inner: HashMap<&CriterionId, Reach> = HashMap::new();
    for Fork { criterion, below } in &tree.forks {
        let below = below.iter().filter_map(|one| {
            let reach = of(one.top).or_else(|| inner.get(&one.top.id).copied())?;
            Some((one.top.weight, reach))
        });
        let below: Vec<WeighedReach> = below.collect();
        if below.is_empty() {
            continue;
        }
        let cap = tree.scheme.cap(CombinedAt::Criterion(&criterion.id), level);
        inner.insert(&criterion.id, together(&criterion.rule, &below, cap));
    }
    let with_means = tree.scheme.groups.iter().filter(|group| {
        let mut means = tree.forks.iter().map(|fork| fork.criterion);
        means.any(|one| one.rule.leaves_blanks() && one.group() == group.id)
    });
    let range = |group: &Group| {
        let top = tree.scheme.children(CombinedAt::Group(&group.id));
        let top = top.filter_map(|one| {
            let reach = of(one).or_else(|| inner.get(&one.id).copied())?;
            let (lowest, highest) = reach.in_sum();
            let applies = !reach.exempt;
            applies.then(|| (times(lowest, one.weight), highest.times(one.weight)))
        });
        let (lowest, highest): (Vec<Points>, Vec<Most>) = top.unzip();
        let lowest = times(lowest.into_iter().sum(), group.weight).rounded(MEANT);
        let highest = highest.into_iter().sum::<Most>().times(group.weight);
        let highest = highest.rounded(MEANT);
        let cap = group.worth_at(level).limit();
        match cap.filter(|_| group.cap.is_set()) {
            Some(cap) => (lowest.min(cap), highest.at_most(cap).into()),
            None => (lowest, highest),
        }
    };
    let groups = with_means.map(|group| (group.id.clone(), range(group)));
    let groups = groups.collect();
    ReachedTogether {
        groups,
        above: inner,
    }
}

/// What the criteria below another come to.
fn together(rule: &ScoringRule, below: &[WeighedReach], cap: Option<Points>) -> Reach {
    let applies = || below.iter().filter(|(_, reach)| !reach.exempt);
    if applies().next().is_none() {
        return Reach {
            exempt: true,
            ..Reach::default()
        };
    }
    let points = if rule.leaves_blanks() {
        mean_of_some(&applies().copied().collect::<Vec<WeighedReach>>())
    } else {
        let is_in = |(_, reach): &&WeighedReach| rule.picks().is_none() || !reach.exempt;
        let terms = below.iter().filter(is_in);
        let ends = terms.map(|(weight, reach)| (*weight, reach.in_sum()));
        let (lowest, highest): (Vec<_>, Vec<_>) = ends
            .map(|(weight, (lowest, highest))| ((weight, lowest), (weight, highest)))
            .unzip();
        let has_points = applies().any(|(_, reach)| reach.points.is_some());
        let range = rule.come_to(&lowest).zip(rule.come_to_most(&highest));
        range.filter(|_| has_points)
    };
    let capped = |(lowest, highest): (Points, Most)| match cap {
        Some(cap) => (lowest.min(cap), highest.at_most(cap).into()),
        None => (lowest, highest),
    };
    Reach {
        points: points.map(capped),
        may_be_blank: applies().all(|(_, reach)| reach.may_be_blank || reach.points.is_none()),
        exempt: false,
    }
}

/// The least and the greatest mean of criteria of which some may be left out; `None` where none has points.
fn mean_of_some(below: &[WeighedReach]) -> Option<(Points, Most)> {
    let with_points = below.iter();
    let with_points = with_points
        .filter_map(|(weight, reach)| Some((*weight, reach.may_be_blank, reach.points?)));
    let (mut low, mut high) = (Vec::new(), Vec::new());
    let mut is_unlimited = false;
    for (weight, may_be_blank, (lowest, highest)) in with_points {
        // The least mean is the greatest of the same below nothing.
        low.push((weight, may_be_blank, -lowest));
        is_unlimited |= highest.is_unlimited();
        high.push((weight, may_be_blank, highest.limit().unwrap_or_default()));
    }
    let lowest = -greatest_mean(low)?;
    let highest = greatest_mean(high)?;
    let highest = if is_unlimited {
        Most::Unlimited
    } else {
        highest.into()
    };
    Some((lowest, highest))
}

/// The greatest mean by weights of all that must count and any of those that may. One more makes it greater as long as it is above the
/// mean of what is in already, so those that may come in by falling points, and the first that does not ends it.
fn greatest_mean(mut terms: Vec<(Decimal, bool, Points)>) -> Option<Points> {
    terms.sort_by(|(_, one_may, one), (_, other_may, other)| {
        one_may.cmp(other_may).then_with(|| other.cmp(one))
    });
    let (mut sum, mut weights) = (Points::ZERO, Decimal::ZERO);
    for (weight, may_be_blank, points) in terms {
        let is_above = || weights.is_zero() || times(points, weights) > sum;
        if may_be_blank && !is_above() {
            break;
        }
        sum = sum + times(points, weight);
        weights = weights.checked_add(weight)?;
    }
    sum.0.checked_div(weights).map(Points)
}
