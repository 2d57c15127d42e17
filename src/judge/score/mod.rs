//! Scores: what each criterion, group and unit comes to.
//!
//! In: a submission and the scheme. Out: claimed, computed, appraised and counted points, sums and bounds. Not for: saying
//! what is wrong, which `check/` does from the same facts.

mod attained;
pub mod best;
mod cap;
mod claim;
mod criterion;
pub mod figures;
mod left_out;
mod measured;
mod reach;
pub mod rule;
pub mod terms;
mod tree;
mod unsettled;
mod weigh;

use std::iter::Sum;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::ids::{CriterionId, GroupId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::rulings::{GrantedPoints, Ruling};
use crate::campaign::scheme::{Criterion, Group};
use crate::input::submission::{Entry, Submission};
use crate::judge::score::rule::{MEANT, Scale, Working};

pub use crate::judge::score::claim::{Open, claim};
pub use crate::judge::score::criterion::{BlankLeftOut, CountedBy, CountsInstead, CriterionScore};
pub use crate::judge::score::reach::Reach;
pub use crate::judge::score::tree::ScoreTree;

/// One criterion group of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupScore {
    /// The sum of what counts.
    pub sum: Points,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to.
    pub highest: Most,
    /// The maximum that applies to this unit: the level's, less its exempt criteria.
    pub maximum: Most,
    /// Whether none of its criteria counts, so that the sum says nothing.
    pub blank: bool,
    /// What its criteria come to where that is more than counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncapped: Option<Points>,
}

impl GroupScore {
    /// With the range that its criteria have together, where that is another, and with what they come to where more than counts.
    fn ranged(mut self, range: Option<(Points, Most)>, uncapped: Option<Points>) -> Self {
        (self.lowest, self.highest) = range.unwrap_or((self.lowest, self.highest));
        self.uncapped = uncapped;
        self
    }
}

/// What the criteria below a criterion bring to the total.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Subtotal {
    /// The sum of what counts.
    pub sum: Points,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to.
    pub highest: Most,
    /// What the criterion comes to in points of its own; the JSON of a report has its terms.
    #[serde(skip)]
    pub working: Working,
}

/// One unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UnitScore {
    /// Every criterion of the scheme, in its order.
    pub criteria: IndexMap<CriterionId, CriterionScore>,
    /// Every group of the scheme, in its order.
    pub groups: IndexMap<GroupId, GroupScore>,
    /// Every criterion with criteria below it that its points come from, in order.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub subtotals: IndexMap<CriterionId, Subtotal>,
    /// The sum of the groups: what counts, as it stands.
    pub raw_total: Points,
    /// The total that is ranked and graded: `raw_total`, scaled up where the unit is exempt from criteria.
    pub total: Points,
    /// What a point of a group inside the total is worth in it: more than 1 where the unit is exempt from criteria.
    #[serde(default = "one")]
    pub scale: Decimal,
    /// The fewest points the total can come to while criteria are open; in a report also while other findings are, so that
    /// it has the worst grade beside it.
    pub lowest: Points,
    /// The most points the total can come to, likewise, so that it has the best grade beside it.
    pub highest: Most,
    /// How many criteria are open. The total is provisional if any is.
    pub open: usize,
    /// What each criterion with points can come to, where a mean leaves blanks out: of use until the range of the total is known.
    #[serde(skip)]
    pub reaches: IndexMap<CriterionId, Reach>,
}

impl UnitScore {
    /// What the groups with a mean that leaves blanks out can come to, where each criterion can come to what `of` makes of its reach: so
    /// much of that as can be together.
    pub fn together(
        &self,
        tree: &ScoreTree<'_>,
        level: &LevelId,
        of: &dyn Fn(&CriterionId, &CriterionScore, Reach) -> Reach,
    ) -> IndexMap<GroupId, (Points, Most)> {
        if !tree.leaves_blanks {
            return IndexMap::new();
        }
        let reach = |one: &Criterion| {
            let (score, reach) = (self.criteria.get(&one.id)?, self.reaches.get(&one.id)?);
            Some(of(&one.id, score, *reach))
        };
        reach::ranges(tree, level, &reach).groups
    }

    /// The total of the groups inside its maximum and of those outside, which are never scaled up.
    pub fn in_total(&self, inside: Points, outside: Points) -> Points {
        scaled(inside, self.scale) + outside
    }
}

/// Points and maxima are so much alike in size that there always is a product.
fn scaled(points: Points, scale: Decimal) -> Points {
    points.checked_mul(scale).map_or(points, weigh::without_end)
}

fn one() -> Decimal {
    Decimal::ONE
}

/// The scores of a submission, by what is ruled of its unit.
pub fn score(submission: &Submission, tree: &ScoreTree<'_>, ruling: &Ruling) -> UnitScore {
    let scheme = tree.scheme;
    let level = &submission.unit.level;
    let mut criteria: IndexMap<CriterionId, CriterionScore> = scheme
        .criteria
        .iter()
        .filter(|criterion| !criterion.rule.combines())
        .filter_map(|criterion| {
            let maximum = criterion.maximum_at(level)?;
            let score = criterion_score(submission, tree, criterion, maximum, ruling);
            Some((criterion.id.clone(), score))
        })
        .collect();
    let workings = weigh::workings(tree, submission, &criteria);
    let terms = weigh::terms(tree, submission, &criteria);
    let uncapped = if tree.is_plain {
        IndexMap::new()
    } else {
        weigh::weigh(tree, level, &workings, &mut criteria)
    };
    let reaches = unsettled::reaches(submission, &terms, &criteria);
    let together = tree.leaves_blanks.then(|| {
        unsettled::note_changes(tree, submission, &terms, &mut criteria);
        unsettled::as_left_out(tree, level, &reaches, &criteria)
    });
    let groups: IndexMap<GroupId, GroupScore> = scheme
        .groups
        .iter()
        .map(|group| {
            let own = group_score(group, tree, submission, &criteria);
            let range = together.as_ref().and_then(|all| all.groups.get(&group.id));
            let uncapped = uncapped.get(&group.id).copied();
            (group.id.clone(), own.ranged(range.copied(), uncapped))
        })
        .collect();
    let of_groups = |outside: bool| {
        let groups = scheme.groups.iter().filter_map(|group| {
            let is_meant = group.outside_total == outside;
            groups.get(&group.id).filter(|_| is_meant)
        });
        groups.collect::<Vec<&GroupScore>>()
    };
    let (inside, outside) = (of_groups(false), of_groups(true));
    let scale = scale(scheme.total_at(level), sum(&inside, |group| group.maximum));
    let total = |of: fn(&GroupScore) -> Points| scaled(sum(&inside, of), scale) + sum(&outside, of);
    let highest: fn(&GroupScore) -> Most = |group| group.highest;
    UnitScore {
        raw_total: sum(&inside, |group| group.sum) + sum(&outside, |group| group.sum),
        total: total(|group| group.sum),
        scale,
        lowest: total(|group| group.lowest),
        highest: sum(&inside, highest).map(|points| scaled(points, scale)) + sum(&outside, highest),
        open: criteria.values().filter(|one| one.is_open()).count(),
        subtotals: weigh::subtotals(tree, level, &criteria, workings, together.as_ref()),
        criteria,
        groups,
        reaches,
    }
}

fn sum<T: Sum>(groups: &[&GroupScore], of: fn(&GroupScore) -> T) -> T {
    groups.iter().map(|group| of(group)).sum()
}

/// How much a total is scaled up for criteria that do not apply: the full maximum over the one that applies.
fn scale(whole: Decimal, applicable: Most) -> Decimal {
    // Inside the total everything has a limit.
    let applicable = applicable.limit().map_or(whole, |applicable| applicable.0);
    if applicable == whole || applicable.is_zero() {
        return Decimal::ONE;
    }
    whole.checked_div(applicable).unwrap_or(Decimal::ONE)
}

fn criterion_score(
    submission: &Submission,
    tree: &ScoreTree<'_>,
    criterion: &Criterion,
    maximum: Most,
    ruling: &Ruling,
) -> CriterionScore {
    let exempt = ruling.exempt.contains(&criterion.id);
    let entry = submission.entries.get(&criterion.id);
    let in_range = |points: &Points| *points >= criterion.minimum() && *points <= maximum;
    let appraised = entry
        .and_then(|entry| entry.appraised.as_ref())
        .and_then(|found| found.value.value())
        .copied();
    let scale = Scale {
        level: &submission.unit.level,
        maximum,
        decimals: tree.scheme.rounding.points_decimals,
        below: &[],
    };
    let computed = rule::evaluate(&criterion.rule, &submission.figures, scale).points;
    let granted = ruling.granted(&criterion.id);
    let basis = counts_instead(criterion, granted);
    // What is not read from a column of scores is the same whatever two columns say.
    let either = entry.map_or(&[][..], |entry| &entry.either);
    let either = if basis.is_some() { &[] } else { either };
    let decided = ruling.decided(&criterion.id);
    let counted = match (granted, appraised.filter(in_range), &basis) {
        _ if exempt => None,
        _ if decided.is_some() => decided.map(|decided| decided.points),
        _ if !either.is_empty() => None,
        (Some(granted), ..) => Some(granted.points),
        (_, Some(points), _) => Some(points),
        (None, None, basis) => unappraised(entry, (criterion, maximum), basis.as_ref(), computed),
    };
    let is_appraised = appraised.is_some_and(|points| in_range(&points));
    let is_measured = basis == Some(CountsInstead::Figures) && !is_appraised;
    let is_measured = is_measured && decided.is_none();
    let is_ruled = decided.is_some() || granted.is_some();
    let least = || tree.open_bests.least(criterion, &submission.figures, scale);
    let (lowest, highest) = match counted {
        Some(points) if is_measured => {
            let least = least().map_or(points, |least| least.min(points));
            (least, points.into())
        }
        Some(points) => (points, points.into()),
        None if exempt => (Points::ZERO, Most::ZERO),
        None => either_of(either, criterion.minimum(), maximum),
    };
    CriterionScore {
        claimed: entry
            .map(|entry| entry.claimed.value.clone())
            .unwrap_or_default(),
        computed,
        appraised,
        counted,
        lowest,
        highest,
        exempt,
        weight: Decimal::ONE,
        own: None,
        basis,
        decided: decided.cloned().map(Box::new),
        passed_over: false,
        cut: false,
        left_out: None,
        appraised_counts: is_appraised && !is_ruled && counted.is_some(),
    }
}

/// What counts where nothing is decided, given or appraised: what the figures give where the scheme says so, or the valid claim.
pub fn unappraised(
    entry: Option<&Entry>,
    (criterion, maximum): (&Criterion, Most),
    basis: Option<&CountsInstead>,
    computed: Option<Points>,
) -> Option<Points> {
    match basis {
        Some(CountsInstead::Figures) => {
            computed.filter(|points| *points >= criterion.minimum() && *points <= maximum)
        }
        Some(CountsInstead::Given(_)) => None,
        None => claim(entry, criterion, maximum).ok(),
    }
}

/// What counts in place of a claim of a criterion, where anything does.
fn counts_instead(criterion: &Criterion, granted: Option<&GrantedPoints>) -> Option<CountsInstead> {
    match granted {
        Some(granted) => Some(CountsInstead::Given(Some(Box::new(granted.from.clone())))),
        None if criterion.rule.is_given() => Some(CountsInstead::Given(None)),
        None => criterion.by_figures.then_some(CountsInstead::Figures),
    }
}

/// The fewest and the most points of those that may be meant, where that is known, and of all there are otherwise.
fn either_of(either: &[Points], minimum: Points, maximum: Most) -> (Points, Most) {
    let within = |points: &Points| maximum.at_most((*points).max(minimum));
    let lowest = either.iter().map(within).min();
    let highest = either.iter().map(within).max();
    let highest = highest.map_or(maximum, Most::Points);
    (lowest.unwrap_or(minimum), highest)
}

fn group_score(
    group: &Group,
    tree: &ScoreTree<'_>,
    submission: &Submission,
    criteria: &IndexMap<CriterionId, CriterionScore>,
) -> GroupScore {
    let scored: Vec<(&Criterion, &CriterionScore)> = tree
        .scheme
        .scored(&group.id)
        .filter_map(|criterion| Some((criterion, criteria.get(&criterion.id)?)))
        .collect();
    // Thirds of points that are added up again are whole ones.
    let whole = |sum: Points| sum.rounded(MEANT);
    GroupScore {
        sum: whole(scored.iter().filter_map(|(_, score)| score.counted).sum()),
        lowest: whole(scored.iter().map(|(_, score)| score.lowest).sum()),
        highest: scored
            .iter()
            .map(|(_, score)| score.highest)
            .sum::<Most>()
            .rounded(MEANT),
        maximum: weigh::applicable(group, tree, submission, criteria),
        blank: scored.iter().all(|(_, score)| score.counted.is_none()),
        uncapped: None,
    }
}
