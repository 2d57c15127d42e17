//! Points of criteria on their way to the total: up through the criteria above them, to the groups, to the total.
//!
//! In: the facts of a report, the scores of a unit, and of each criterion a value of some kind, such as its points. Out: what they come
//! to in a group, by the same weights, choices and caps by which the scores came together. Not for: which values those are.

use std::cmp::Reverse;
use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, GroupId};
use crate::base::points::{Most, Points};
use crate::campaign::scheme::{Attained, Pick};
use crate::judge::score::CriterionScore;
use crate::judge::score::rule::MEANT;
use crate::result::report::{AboveFacts, CriterionFacts, GroupFacts, Report, UnitRow};

/// A criterion that can bring a unit points, in points of the total.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stake<'r> {
    /// The criterion.
    pub(super) facts: &'r CriterionFacts,
    /// Its scores.
    pub(super) score: &'r CriterionScore,
    /// What it has, before choices and caps; nothing where it is open.
    pub(super) now: Points,
    /// The most that it can have; what it has where that has no limit.
    pub(super) most: Points,
    /// Whether there is no limit to what it can have.
    pub(super) is_unlimited: bool,
    /// Whether the most is what it can change alone: it has nothing yet, below a mean that leaves blanks out, where points of one change
    /// what those of the others are worth.
    pub(super) is_alone: bool,
}

impl<'r> Stake<'r> {
    /// A criterion of a group for a unit; `None` where it does not apply to the unit, or adds nothing whatever it has.
    pub(super) fn new(
        group: &GroupFacts,
        facts: &'r CriterionFacts,
        row: &'r UnitRow,
    ) -> Option<Self> {
        let score = row.score.criteria.get(&facts.id)?;
        if score.exempt || score.weight.is_zero() {
            return None;
        }
        let level = &row.unit.level;
        let own = facts.own_maximum.get(level);
        let own = *own.or(facts.maximum.get(level))?;
        let steps = facts.rule.steps(own);
        let best = steps.and_then(|steps| steps.into_iter().max());
        let most = match best {
            Some(best) => Some(own.at_most(Points(best))),
            None => own.limit(),
        };
        let is_below_such = || group.leaves_blanks_above(&facts.id);
        let alone = match score.left_out {
            Some(left) => Some(left.highest),
            None if score.is_open() && is_below_such() => Some(had(score.highest)),
            None => None,
        };
        if let Some(alone) = alone {
            return Some(Stake {
                facts,
                score,
                now: Points::ZERO,
                most: alone,
                is_unlimited: false,
                is_alone: true,
            });
        }
        let now = score.own().map_or(Points::ZERO, |own| score.weighed(own));
        Some(Stake {
            facts,
            score,
            now,
            most: most.map_or(now, |most| score.weighed(most)),
            is_unlimited: most.is_none(),
            is_alone: false,
        })
    }
}

/// Values that come together as points do.
pub(super) trait Gathered: Sized {
    /// Those of criteria that are added up.
    fn plus(all: Vec<Self>) -> Self;
    /// Those of criteria of which the best counts.
    fn best(all: Vec<Self>) -> Self;
    /// Those of criteria of which the weakest counts.
    fn weakest(all: Vec<Self>) -> Self;
    /// No more than a maximum.
    fn capped(self, most: Points) -> Self;
}

impl Gathered for Points {
    fn plus(all: Vec<Self>) -> Self {
        all.into_iter().sum()
    }

    fn best(all: Vec<Self>) -> Self {
        all.into_iter().max().unwrap_or_default()
    }

    fn weakest(all: Vec<Self>) -> Self {
        all.into_iter().min().unwrap_or_default()
    }

    fn capped(self, most: Points) -> Self {
        self.min(most)
    }
}

/// What the criteria of a group come to for a unit.
pub(super) fn gather<'r, G: Gathered>(
    group: &'r GroupFacts,
    row: &'r UnitRow,
    of: impl Fn(Stake<'r>) -> G,
) -> G {
    let level = &row.unit.level;
    let mut below: HashMap<&str, Vec<G>> = HashMap::new();
    let stakes = group.criteria.iter();
    for stake in stakes.filter_map(|facts| Stake::new(group, facts, row)) {
        let above = parent(&stake.facts.id);
        below.entry(above).or_default().push(of(stake));
    }
    let mut forks: Vec<&AboveFacts> = group.above.iter().collect();
    // What an inner one comes to is a term of the outer.
    forks.sort_by_key(|fork| Reverse(fork.id.0.matches('.').count()));
    for fork in forks {
        let Some(terms) = below.remove(fork.id.0.as_str()) else {
            continue;
        };
        let whole = match fork.rule.picks() {
            None => G::plus(terms),
            Some(Pick::Best) => G::best(terms),
            Some(Pick::Weakest) => G::weakest(terms),
        };
        let whole = match fork.cap.get(level) {
            Some(most) => whole.capped(*most),
            None => whole,
        };
        below.entry(parent(&fork.id)).or_default().push(whole);
    }
    let terms = below.remove(group.id.0.as_str());
    let whole = G::plus(terms.unwrap_or_default());
    match group.maximum.get(level).filter(|_| group.cap) {
        Some(Most::Points(most)) => whole.capped(*most),
        Some(Most::Unlimited) | None => whole,
    }
}

/// What stands before the last dot of a code: the criterion or the group above.
fn parent(id: &CriterionId) -> &str {
    id.0.rsplit_once('.').map_or("", |(parent, _)| parent)
}

/// Points without what a division leaves behind the last decimal that anybody means.
pub(super) fn meant(points: Points) -> Points {
    points.rounded(MEANT)
}

/// Points that a unit has: whatever could be had besides, what is there is always so many.
pub(super) fn had(points: Most) -> Points {
    points.limit().unwrap_or_default()
}

/// The points of one group of a unit; `of` says those of each criterion.
pub(super) fn sum<'r>(
    group: &'r GroupFacts,
    row: &'r UnitRow,
    of: impl Fn(Stake<'r>) -> Points,
) -> Points {
    meant(gather(group, row, of))
}

/// What a unit would have if single groups had these points instead of theirs.
pub(super) fn with_groups(
    report: &Report,
    row: &UnitRow,
    changed: &IndexMap<&GroupId, Points>,
) -> Attained {
    let mut has = report.attained(row);
    for (id, points) in changed {
        if let Some(share) = has.groups.get_mut(*id) {
            share.points = (*points).into();
        }
    }
    let of = |is_outside: bool| -> Most {
        let groups = report.groups.iter();
        let groups = groups.filter(|group| group.outside_total == is_outside);
        let shares = groups.filter_map(|group| has.groups.get(&group.id));
        shares.map(|share| share.points).sum()
    };
    // What a unit has, and what single criteria of it can have at most, is so many points.
    if let (Some(inside), Some(outside)) = (of(false).limit(), of(true).limit()) {
        has.total = row.score.in_total(inside, outside).into();
    }
    has
}

/// Whether all groups of a unit come to what the report says, so that what is gathered here can be believed.
pub(super) fn agrees(report: &Report, row: &UnitRow) -> bool {
    let mut groups = report.groups.iter();
    let is_same = groups.all(|group| {
        let own = row.score.groups.get(&group.id);
        own.is_none_or(|own| sum(group, row, |stake| stake.now) == own.sum)
    });
    is_same && with_groups(report, row, &IndexMap::new()).total == row.score.total
}
