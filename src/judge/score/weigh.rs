//! Points of criteria as points of the total: by their weights, and where only one of several counts.
//!
//! In: the scores of one unit, each in points of its own. Out: what each adds to the total, so that groups and totals are plain
//! sums whatever the scheme makes of them. Not for: what a criterion above comes to, which is such a sum too.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::cell::Reading;
use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{CombinedAt, Criterion, Group, Pick, times};
use crate::input::submission::Submission;
use crate::judge::score::cap::cut;
use crate::judge::score::figures::Figures;
use crate::judge::score::left_out::{UnitWorth, Workings};
use crate::judge::score::reach::ReachedTogether;
use crate::judge::score::rule::{MEANT, Scale, Working, evaluate};
use crate::judge::score::terms::{ChildPoints, range};
use crate::judge::score::tree::{Branch, Fork, ScoreTree};
use crate::judge::score::{BlankLeftOut, CriterionScore, Subtotal};

/// Decimals behind which nothing is left but the end of a scale.
const LAST_DIGITS: u32 = 18;

/// The scores of a unit, by criterion.
type Scores = IndexMap<CriterionId, CriterionScore>;

/// What carries points for a unit, as terms of what is above.
pub(super) type LeafTerms = IndexMap<CriterionId, ChildPoints>;

/// What every criterion with others below it comes to, that a level has, from those that carry points; `each` is told its working.
fn come_together<'s>(
    tree: &ScoreTree<'s>,
    (level, figures): (&LevelId, &impl Figures),
    carried: impl Fn(&Criterion) -> Option<ChildPoints>,
    mut each: impl FnMut(&'s CriterionId, Working),
) -> HashMap<&'s CriterionId, ChildPoints> {
    let mut inner: HashMap<&CriterionId, ChildPoints> = HashMap::new();
    for Fork { criterion, below } in &tree.forks {
        let below = below.iter();
        let below = below.filter_map(|one| {
            let of_inner = || inner.get(&one.top.id).cloned();
            carried(one.top).or_else(of_inner)
        });
        let below: Vec<ChildPoints> = below.collect();
        if below.is_empty() {
            continue;
        }
        let scale = Scale {
            level,
            maximum: criterion.maximum_at(level).unwrap_or_default(),
            // Thirds of points that are added up again are whole ones.
            decimals: MEANT,
            below: &below,
        };
        let cap = criterion.cap.is_set().then_some(scale.maximum);
        let cap = cap.and_then(Most::limit);
        let working = evaluate(&criterion.rule, figures, scale).capped(cap);
        let (lowest, highest) = range(&criterion.rule, &below);
        let mut applies = below.iter().filter(|one| !one.exempt).peekable();
        let term = ChildPoints {
            criterion: criterion.id.clone(),
            weight: criterion.weight,
            points: working.points,
            lowest: cap.map_or(lowest, |cap| lowest.min(cap)),
            highest: cap.map_or(highest, |cap| highest.at_most(cap).into()),
            exempt: below.iter().all(|one| one.exempt),
            blank: applies.peek().is_some() && applies.all(|one| one.blank),
        };
        inner.insert(&criterion.id, term);
        each(&criterion.id, working);
    }
    inner
}

/// Whether a unit has left the score of a criterion blank, and nothing else counts in its place.
fn is_blank(submission: &Submission, score: &CriterionScore, criterion: &Criterion) -> bool {
    let entry = submission.entries.get(&criterion.id);
    let is_empty = entry.is_some_and(|entry| {
        let appraised = entry.appraised.as_ref();
        let is_appraised = appraised.is_some_and(|one| one.value != Reading::Empty);
        entry.claimed.value == Reading::Empty && entry.either.is_empty() && !is_appraised
    });
    is_empty && score.is_open() && score.basis.is_none()
}

/// A criterion as a term of the one above it, from points that are not weighed yet.
fn term(submission: &Submission, score: &CriterionScore, criterion: &Criterion) -> ChildPoints {
    ChildPoints {
        criterion: criterion.id.clone(),
        weight: criterion.weight,
        points: score.counted,
        lowest: score.lowest,
        highest: score.highest,
        exempt: score.exempt,
        blank: is_blank(submission, score, criterion),
    }
}

/// The working of every criterion with others below it that the level has, from points that are not weighed yet.
pub(super) fn workings(tree: &ScoreTree<'_>, submission: &Submission, scores: &Scores) -> Workings {
    let mut workings = Workings::new();
    let carried = |one: &Criterion| Some(term(submission, scores.get(&one.id)?, one));
    let of = (&submission.unit.level, &submission.figures);
    come_together(tree, of, carried, |id, working| {
        workings.insert(id.clone(), working);
    });
    workings
}

/// What carries points, from points that are not weighed yet, where a mean leaves blanks out.
pub(super) fn terms(tree: &ScoreTree<'_>, submission: &Submission, scores: &Scores) -> LeafTerms {
    let criteria = tree.scheme.criteria.iter();
    let criteria = criteria.filter(|_| tree.leaves_blanks);
    let of = |one: &Criterion| Some(term(submission, scores.get(&one.id)?, one));
    criteria
        .filter_map(|one| Some((one.id.clone(), of(one)?)))
        .collect()
}

/// What a group comes to by such terms, in points of the total.
pub(super) fn group_points(
    tree: &ScoreTree<'_>,
    (level, figures): (&LevelId, &impl Figures),
    group: &Group,
    of: impl Fn(&Criterion) -> Option<ChildPoints>,
) -> Points {
    let inner = come_together(tree, (level, figures), &of, |_, _| ());
    let top = tree.scheme.children(CombinedAt::Group(&group.id));
    let top = top.filter_map(|one| {
        let term = of(one).or_else(|| inner.get(&one.id).cloned())?;
        Some(times(term.points?, one.weight))
    });
    let sum = times(top.sum(), group.weight).rounded(MEANT);
    let cap = group.worth_at(level).limit();
    let cap = cap.filter(|_| group.cap.is_set());
    cap.map_or(sum, |cap| sum.min(cap))
}

/// Turns points of criteria into points of the total, and says what each group came to of which less counts.
pub(super) fn weigh(
    tree: &ScoreTree<'_>,
    level: &LevelId,
    workings: &Workings,
    scores: &mut Scores,
) -> IndexMap<GroupId, Points> {
    let worth = UnitWorth {
        tree,
        level,
        workings,
    };
    for (id, score) in scores.iter_mut() {
        let Some(own) = worth.of(id).or(score.exempt.then_some(Decimal::ZERO)) else {
            // What it could change is noted once all is weighed.
            score.left_out = Some(BlankLeftOut::default());
            score.weight = tree.worth(id, level);
            (score.lowest, score.highest) = (Points::ZERO, Most::ZERO);
            continue;
        };
        score.weight = own;
        if score.weight == super::one() {
            continue;
        }
        score.own = score.counted;
        score.counted = score.counted.map(|points| score.weighed(points));
        score.lowest = score.weighed(score.lowest);
        score.highest = score.highest.map(|points| score.weighed(points));
        if score.weight.is_zero() {
            score.highest = Most::ZERO;
        }
        if score.weight.is_zero() && !score.exempt {
            score.counted = Some(Points::ZERO);
        }
    }
    // From below: what an inner choice comes to is one of the points of the outer.
    for above in &tree.forks {
        let own = worth.of(&above.criterion.id).unwrap_or_default();
        if let Some(cap) = tree.cap(above.criterion, level, own) {
            let below = above.below.iter().flat_map(|branch| branch.leaves.iter());
            cut(below.copied().cloned(), cap, scores);
        }
        let counts = workings.get(&above.criterion.id).and_then(Working::counts);
        if let (Some(pick), Some(counts)) = (above.criterion.rule.picks(), counts) {
            choose(above, pick, counts, scores);
        }
    }
    let capped = tree.scheme.groups.iter().filter(|one| one.cap.is_set());
    let uncapped = capped.filter_map(|group| {
        let below = || tree.scheme.scored(&group.id);
        let counted = below().filter_map(|one| scores.get(&one.id)?.counted);
        let sum = counted.sum::<Points>().rounded(MEANT);
        let most = group.worth_at(level).limit()?;
        cut(below().map(|one| one.id.clone()), most, scores);
        (sum > most).then(|| (group.id.clone(), sum))
    });
    uncapped.collect()
}

/// Lets the one of the criteria below count that the working says. While some are open, what these can change is their range.
fn choose(above: &Fork<'_>, pick: Pick, counts: &CriterionId, scores: &mut Scores) {
    let highest = |branch: &Branch<'_>| -> Option<Points> {
        let mut applies = branch.applies(scores).peekable();
        applies.peek()?;
        // A scheme has no criterion without a limit below such a choice.
        applies
            .map(|(_, score)| score.highest)
            .sum::<Most>()
            .limit()
    };
    let branches = above.below.iter();
    let branches = branches.filter_map(|one| Some((one, highest(one)?)));
    let branches: Vec<(&Branch<'_>, Points)> = branches.collect();
    let Some((counts, own)) = branches.iter().find(|(one, _)| one.top.id == *counts) else {
        return;
    };
    let ends = branches.iter().map(|(_, highest)| *highest);
    let most = match pick {
        Pick::Best => ends.max(),
        Pick::Weakest => ends.min(),
    };
    // Above nothing another one may become the best, below nothing no more of this one can be the weakest.
    let mut change = most.unwrap_or_default() - *own;
    if change < Points::ZERO {
        lower(counts, -change, scores);
    }
    for (one, highest) in &branches {
        if one.top.id == counts.top.id {
            continue;
        }
        let is_other = change > Points::ZERO && Some(*highest) == most;
        let change = if is_other {
            std::mem::take(&mut change)
        } else {
            Points::ZERO
        };
        pass_over(one, change, scores);
    }
}

/// Takes from the most points of a branch, of its open criteria in order.
fn lower(branch: &Branch<'_>, mut change: Points, scores: &mut Scores) {
    for id in &branch.leaves {
        if let Some(score) = scores.get_mut(*id) {
            let part = (score.highest - score.lowest).at_most(change);
            score.highest = score.highest - part;
            change = change - part;
        }
    }
}

/// Lets nothing of a branch count, but for what its first open criterion can still change.
fn pass_over(branch: &Branch<'_>, mut change: Points, scores: &mut Scores) {
    for id in &branch.leaves {
        let applies = |score: &&mut CriterionScore| !score.exempt && score.left_out.is_none();
        let Some(score) = scores.get_mut(*id).filter(applies) else {
            continue;
        };
        let own = score.own();
        score.passed_over = true;
        (score.lowest, score.highest) = (Points::ZERO, Most::ZERO);
        if score.counted.is_none() && !change.is_zero() {
            score.lowest = change.min(Points::ZERO);
            score.highest = change.max(Points::ZERO).into();
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
    tree: &ScoreTree<'_>,
    submission: &Submission,
    scores: &Scores,
) -> Most {
    let level = &submission.unit.level;
    let is_exempt = |one: &Criterion| scores.get(&one.id).is_some_and(|score| score.exempt);
    let mut exempt = tree
        .scheme
        .scored(&group.id)
        .filter(|one| is_exempt(one))
        .peekable();
    if exempt.peek().is_none() {
        return group.worth_at(level);
    }
    if tree.is_plain {
        return less_exempt(group, tree, level, exempt);
    }
    let carried = |one: &Criterion| {
        let maximum = one.maximum_at(level).filter(|_| !one.rule.combines())?;
        let exempt = is_exempt(one);
        let highest = if exempt { Most::ZERO } else { maximum };
        Some(ChildPoints {
            criterion: one.id.clone(),
            weight: one.weight,
            points: None,
            lowest: Points::ZERO,
            highest,
            exempt,
            blank: false,
        })
    };
    let inner = come_together(tree, (level, &submission.figures), carried, |_, _| ());
    let top = tree.scheme.children(CombinedAt::Group(&group.id));
    let top = top.filter_map(|one| carried(one).or_else(|| inner.get(&one.id).cloned()));
    let remaining: Most = top.map(|one| one.highest.times(one.weight)).sum();
    let remaining = remaining.times(group.weight).rounded(MEANT);
    if group.cap.is_set() {
        return remaining.min(group.worth_at(level));
    }
    remaining
}

/// The maximum of a group less what does not apply, where points are added up as they are. One without a limit has what is left of
/// its criteria.
fn less_exempt<'s>(
    group: &'s Group,
    tree: &ScoreTree<'s>,
    level: &LevelId,
    exempt: impl Iterator<Item = &'s Criterion>,
) -> Most {
    let of = |one: &Criterion| one.maximum_at(level);
    let exempt: Vec<&Criterion> = exempt.collect();
    let whole = group.maximum_at(level);
    if whole.is_unlimited() {
        let left = tree.scheme.scored(&group.id);
        let left = left.filter(|one| !exempt.iter().any(|other| other.id == one.id));
        return left.filter_map(of).sum();
    }
    let exempt: Most = exempt.into_iter().filter_map(of).sum();
    exempt.limit().map_or(Most::ZERO, |exempt| whole - exempt)
}

/// What each criterion with others below it brings to the total, in the order of the scheme.
pub(super) fn subtotals(
    tree: &ScoreTree<'_>,
    level: &LevelId,
    scores: &Scores,
    mut workings: Workings,
    together: Option<&ReachedTogether<'_>>,
) -> IndexMap<CriterionId, Subtotal> {
    let of = |one: &Fork<'_>| {
        let id = &one.criterion.id;
        let worth = UnitWorth {
            tree,
            level,
            workings: &workings,
        };
        let range = together.filter(|all| all.groups.contains_key(&one.criterion.group()));
        let range = range.and_then(|all| all.above(id, worth.of(id).unwrap_or_default()));
        let working = workings.swap_remove(id)?;
        let below = one.below.iter().flat_map(|branch| branch.leaves.iter());
        let below: Vec<&CriterionScore> = below.filter_map(|id| scores.get(*id)).collect();
        let sum = |of: fn(&CriterionScore) -> Points| -> Points {
            let sum: Points = below.iter().map(|score| of(score)).sum();
            sum.rounded(MEANT)
        };
        let own = sum(|score| score.counted.unwrap_or_default());
        let (lowest, highest) = range.unwrap_or_else(|| {
            let highest = below.iter().map(|score| score.highest).sum::<Most>();
            (sum(|score| score.lowest), highest.rounded(MEANT))
        });
        let subtotal = Subtotal {
            sum: own,
            lowest,
            highest,
            working,
        };
        Some((id.clone(), subtotal))
    };
    let mut subtotals: IndexMap<CriterionId, Subtotal> = tree.forks.iter().filter_map(of).collect();
    subtotals.sort_by_key(|id, _| tree.place(id));
    subtotals
}

/// A scale such as 100/90 has no end: what it makes by its last digits less or more than a number is that number, 70 of 63 points.
pub(super) fn without_end(scaled: Points) -> Points {
    let meant = scaled.rounded(MEANT);
    let noise = Points(Decimal::new(1, LAST_DIGITS));
    if (scaled - meant).abs() < noise {
        meant
    } else {
        scaled
    }
}
