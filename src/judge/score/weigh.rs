//! Points of criteria as points of the total: by their weights, and where only one of several counts.
//!
//! In: the scores of one unit, each in points of its own. Out: what each adds to the total, so that groups and totals are plain
//! sums whatever the scheme makes of them. Not for: what a criterion above comes to, which is such a sum too.

use std::cmp::Reverse;

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, LevelId};
use crate::base::points::Points;
use crate::campaign::scheme::{Combined, CombinedAt, Criterion, Group, Scheme, times};
use crate::judge::score::{CriterionScore, Subtotal};

/// Decimals that a division by a weight gives right, of the 28 that it gives.
const SURE: u32 = 20;

/// The scores of a unit, by criterion.
type Scores = IndexMap<CriterionId, CriterionScore>;

/// Turns points of criteria into points of the total.
pub(super) fn weigh(scheme: &Scheme, level: &LevelId, scores: &mut Scores) {
    for criterion in &scheme.criteria {
        let Some(score) = scores.get_mut(&criterion.id) else {
            continue;
        };
        score.weight = scheme.worth(criterion, level);
        if score.weight == super::one() {
            continue;
        }
        // What a third leaves behind its last decimal is none of the points.
        let worth = |points: Points| times(points, score.weight).rounded(SURE);
        score.own = score.counted;
        score.counted = score.counted.map(worth);
        (score.lowest, score.highest) = (worth(score.lowest), worth(score.highest));
        if score.weight.is_zero() && !score.exempt {
            score.counted = Some(Points::ZERO);
        }
    }
    let is_choice = |one: &&Criterion| {
        let how = one.rule.combines();
        matches!(how, Some(Combined::Maximum | Combined::Minimum))
    };
    let mut choices: Vec<&Criterion> = scheme.criteria.iter().filter(is_choice).collect();
    // From below: what an inner choice comes to is one of the points of the outer.
    choices.sort_by_key(|one| Reverse(one.id.0.matches('.').count()));
    for parent in choices {
        choose(scheme, parent, scores);
    }
}

/// One of the criteria of which one counts, with those below it that carry points.
struct Branch {
    leaves: Vec<CriterionId>,
    lowest: Points,
    highest: Points,
}

/// Lets one of the criteria below count: the best or the weakest. While some are open, the one that is certain to be reached
/// counts, and what an open one can change is its range.
fn choose(scheme: &Scheme, parent: &Criterion, scores: &mut Scores) {
    let branches = scheme.children(CombinedAt::Criterion(&parent.id));
    let branches = branches.filter_map(|child| branch(scheme, child, scores));
    let branches: Vec<Branch> = branches.collect();
    let is_best = parent.rule.combines() == Some(Combined::Maximum);
    let (lowest, highest) = (|one: &Branch| one.lowest, |one: &Branch| one.highest);
    // The first of equals counts.
    let best = |of: fn(&Branch) -> Points| branches.iter().rev().max_by_key(|one| of(one));
    let weakest = |of: fn(&Branch) -> Points| branches.iter().min_by_key(|one| of(one));
    let (Some(counts), Some(other)) = (if is_best {
        (best(lowest), best(highest))
    } else {
        (weakest(highest), weakest(lowest))
    }) else {
        return;
    };
    let change = if is_best {
        other.highest - counts.highest
    } else {
        other.lowest - counts.lowest
    };
    for one in branches.iter().filter(|one| !std::ptr::eq(*one, counts)) {
        let change = if std::ptr::eq(one, other) {
            change
        } else {
            Points::ZERO
        };
        pass_over(one, change, scores);
    }
}

/// The part of a tree that a criterion is; `None` where nothing of it applies to the unit.
fn branch(scheme: &Scheme, child: &Criterion, scores: &Scores) -> Option<Branch> {
    let below = scheme.scored_below(&child.id).filter(|_| !child.own_points);
    let all = std::iter::once(child).chain(below);
    let leaves = all.filter(|one| scores.get(&one.id).is_some_and(|score| !score.exempt));
    let leaves: Vec<CriterionId> = leaves.map(|one| one.id.clone()).collect();
    let own = || leaves.iter().filter_map(|id| scores.get(id));
    let (lowest, highest) = (
        own().map(|score| score.lowest).sum(),
        own().map(|score| score.highest).sum(),
    );
    (!leaves.is_empty()).then_some(Branch {
        leaves,
        lowest,
        highest,
    })
}

/// Lets nothing of a branch count, but for what its first open criterion can still change.
fn pass_over(branch: &Branch, mut change: Points, scores: &mut Scores) {
    for id in &branch.leaves {
        let Some(score) = scores.get_mut(id) else {
            continue;
        };
        let own = score.own();
        score.passed_over = true;
        (score.lowest, score.highest) = (Points::ZERO, Points::ZERO);
        if score.counted.is_none() && !change.is_zero() {
            score.lowest = change.min(Points::ZERO);
            score.highest = change.max(Points::ZERO);
            change = Points::ZERO;
            continue;
        }
        score.own = own;
        score.counted = Some(Points::ZERO);
    }
}

/// The maximum of a group, less what the unit is exempt from. Of several criteria of which one counts, the others remain.
pub(super) fn applicable(
    group: &Group,
    scheme: &Scheme,
    criteria: &Scores,
    level: &LevelId,
) -> Points {
    let is_exempt = |one: &&Criterion| criteria.get(&one.id).is_some_and(|score| score.exempt);
    let mut exempt = scheme.scored(&group.id).filter(is_exempt).peekable();
    if exempt.peek().is_none() {
        return group.worth_at(level);
    }
    if scheme.is_plain() {
        let exempt: Points = exempt.filter_map(|one| one.maximum_at(level)).sum();
        return group.maximum_at(level) - exempt;
    }
    let remaining = |one: &Criterion| match is_exempt(&one) {
        false => one.maximum_at(level),
        true if scheme.choice_above(one).is_some() => None,
        true => Some(Points::ZERO),
    };
    let remaining = scheme.combined(CombinedAt::Group(&group.id), &remaining);
    times(remaining.unwrap_or_default(), group.weight)
}

/// What each criterion with others below it brings to the total; none where the level has nothing of it.
pub(super) fn subtotals(scheme: &Scheme, scores: &Scores) -> IndexMap<CriterionId, Subtotal> {
    let above = scheme.criteria.iter();
    let above = above.filter(|one| one.rule.combines().is_some());
    let of = |one: &Criterion| {
        let below = scheme.scored_below(&one.id);
        let below: Vec<&CriterionScore> = below.filter_map(|one| scores.get(&one.id)).collect();
        let sum = |of: fn(&CriterionScore) -> Points| -> Points {
            let sum: Points = below.iter().map(|score| of(score)).sum();
            sum.rounded(super::MEANT)
        };
        let subtotal = Subtotal {
            sum: sum(|score| score.counted.unwrap_or_default()),
            lowest: sum(|score| score.lowest),
            highest: sum(|score| score.highest),
        };
        (!below.is_empty()).then(|| (one.id.clone(), subtotal))
    };
    above.filter_map(of).collect()
}
