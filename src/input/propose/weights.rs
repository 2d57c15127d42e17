//! Weights of rows, where the forms print some: "Trọng số", "Hệ số".
//!
//! In: the forms, the items with their limits. Out: the weight of each item, the limits of what is added up by them, and how that
//! is known. Not for: which column holds weights, and what one means in a score.

use crate::base::points::{Decimal, Points};
use crate::input::propose::columns::{ColumnDoubt, ColumnUse, FEWEST};
use crate::input::propose::forms::{are_nearly_all, majority};
use crate::input::propose::items::{Ceiling, ProposedItem, add_up, is_below, times};
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::weight_proof;

/// Maxima that scores are given on where the forms print none.
const SCALES: [i64; 3] = [1, 10, 100];

/// How weights that the forms print were understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weighing {
    /// Nothing says how: points are added as they are.
    Open,
    /// They add up.
    AddsUp,
    /// The totals of so many of so many forms come to them.
    Proved(usize, usize),
    /// The totals of so many of so many forms are means by them.
    Mean(usize, usize),
    /// The totals of so many of so many forms are simple sums.
    Plain(usize, usize),
}

/// Weighs the items as the forms print it, where their totals prove how, or the weights add up: to one or a hundred below each
/// item, or to its own.
pub(super) fn apply(finder: &Finder<'_>, items: &mut [ProposedItem]) -> Weighing {
    let mut printed: Vec<Option<Decimal>> = items.iter().map(|item| weight(finder, item)).collect();
    if printed.iter().all(Option::is_none) {
        return Weighing::Open;
    }
    let as_printed = printed.clone();
    let root: Vec<usize> = (0..items.len())
        .filter(|at| items.get(*at).is_some_and(|item| item.is_group))
        .collect();
    if is_percent(items, &printed, &root) {
        for weight in printed.iter_mut().flatten() {
            *weight = weight.checked_div(Decimal::ONE_HUNDRED).unwrap_or(*weight);
        }
    }
    let mut added_up = weighed(items, &printed, &root);
    if let Some(weights) = &mut added_up
        && let Some(factor) = converted(finder, items, &printed)
    {
        scale_up(items, weights, &printed, factor);
    }
    let proof = weight_proof::proof(finder, items, &as_printed, added_up.as_deref());
    let (weights, weighing) = match (proof, added_up) {
        (Some(proof), _) if proof.is_plain => {
            return Weighing::Plain(proof.agree, proof.of);
        }
        (Some(proof), _) if proof.is_mean => (proof.weights, Weighing::Mean(proof.agree, proof.of)),
        (Some(proof), _) => (proof.weights, Weighing::Proved(proof.agree, proof.of)),
        (None, Some(mut weights)) => {
            for (weight, item) in weights.iter_mut().zip(items.iter()) {
                *weight = weight.checked_mul(item.weight).unwrap_or(*weight);
            }
            (weights, Weighing::AddsUp)
        }
        (None, None) => return Weighing::Open,
    };
    let scale = scale(finder, items);
    weigh(items, weights, scale);
    weighing
}

/// Gives the items their weights, and limits to what has none printed.
fn weigh(items: &mut [ProposedItem], weights: Vec<Decimal>, scale: Points) {
    for (item, weight) in items.iter_mut().zip(weights) {
        item.weight = weight;
        if item.ceiling == Ceiling::Seen && !item.is_group && item.kind != FormRowKind::Sum {
            for maximum in item.maxima.iter_mut().flatten() {
                *maximum = scale.into();
            }
        }
    }
    for at in (0..items.len()).rev() {
        if items
            .get(at)
            .is_some_and(|item| item.kind == FormRowKind::Sum)
        {
            add_up(items, at);
        }
    }
}

/// Whether weights are percentages: those of the groups come to a hundred, or, where these have none, those below each.
fn is_percent(items: &[ProposedItem], printed: &[Option<Decimal>], root: &[usize]) -> bool {
    if let Some(sum) = sum(printed, root) {
        return sum == Decimal::ONE_HUNDRED;
    }
    let mut sums = items.iter().filter_map(|above| {
        let below = (0..items.len()).filter(|at| {
            let one = items.get(*at);
            one.is_some_and(|one| is_below(one, &above.id))
        });
        sum(printed, &below.collect::<Vec<_>>())
    });
    sums.all(|sum| sum == Decimal::ONE_HUNDRED)
}

/// The weight that most forms print in the row of an item.
fn weight(finder: &Finder<'_>, item: &ProposedItem) -> Option<Decimal> {
    let row = item.row?;
    let of = |place| {
        finder
            .roles
            .number(finder.forms, ColumnUse::Weight, row, place)
    };
    let most = majority((0..finder.forms.count()).filter_map(of))?.0;
    (most > Points::ZERO).then_some(most.0)
}

/// What the weights of some items come to; nothing where one of them has none.
fn sum(printed: &[Option<Decimal>], of: &[usize]) -> Option<Decimal> {
    let all = of
        .iter()
        .map(|at| printed.get(*at).copied().flatten().map(Points));
    let all: Option<Vec<Points>> = all.collect();
    let all = all.filter(|all| !all.is_empty())?;
    Some(all.into_iter().sum::<Points>().0)
}

/// The weight of each item; nothing where those that are printed do not add up.
fn weighed(
    items: &[ProposedItem],
    printed: &[Option<Decimal>],
    root: &[usize],
) -> Option<Vec<Decimal>> {
    let mut weights = vec![Decimal::ONE; items.len()];
    let mut is_any = false;
    for above in std::iter::once(None).chain((0..items.len()).map(Some)) {
        let below: Vec<usize> = match above.and_then(|at| items.get(at)) {
            None => root.to_vec(),
            Some(item) => (0..items.len())
                .filter(|at| items.get(*at).is_some_and(|one| is_below(one, &item.id)))
                .collect(),
        };
        let Some(sum) = sum(printed, &below) else {
            // Some of them have weights and some have none.
            let has = |at: &usize| printed.get(*at).copied().flatten().is_some();
            if below.iter().any(has) {
                return None;
            }
            continue;
        };
        let own = above.and_then(|at| printed.get(at).copied().flatten());
        let is_whole = is_whole(sum, printed, &below);
        if !is_whole && above.is_some() && own.is_none_or(|own| own != sum) {
            return None;
        }
        if !is_whole && above.is_none() {
            return None;
        }
        for at in below {
            if let (Some(weight), Some(printed)) =
                (weights.get_mut(at), printed.get(at).copied().flatten())
            {
                *weight = printed;
                is_any = true;
            }
        }
        // What comes to the weight of the item above holds that weight already.
        if let Some(weight) = above
            .filter(|_| !is_whole)
            .and_then(|at| weights.get_mut(at))
        {
            *weight = Decimal::ONE;
        }
    }
    is_any.then_some(weights)
}

/// Whether weights come to one, as exactly as the forms print them: 0.33 three times does, 0.3 and 0.6 do not.
fn is_whole(sum: Decimal, printed: &[Option<Decimal>], of: &[usize]) -> bool {
    let all = of
        .iter()
        .filter_map(|at| printed.get(*at).copied().flatten());
    let decimals = all.map(|one| one.normalize().scale()).max().unwrap_or(0);
    let count = i64::try_from(of.len()).unwrap_or(i64::MAX);
    let rounded = if decimals < 2 {
        Decimal::ZERO
    } else {
        Decimal::new(count.saturating_mul(5), decimals + 1)
    };
    sum.checked_sub(Decimal::ONE)
        .is_some_and(|off| off.abs() <= rounded)
}

/// What forms multiply scores and weights by, where a column beside the score holds the product: "Điểm quy đổi".
fn converted(
    finder: &Finder<'_>,
    items: &[ProposedItem],
    printed: &[Option<Decimal>],
) -> Option<Decimal> {
    let beside = finder.roles.columns.iter();
    let mut beside = beside.filter(|one| one.doubt == ColumnDoubt::Beside);
    let fits = |key: &str, factor: Decimal| {
        let (mut same, mut all) = (0_usize, 0_usize);
        for (item, weight) in items.iter().zip(printed) {
            let (Some(row), Some(weight)) = (item.row.filter(|_| !item.is_group), weight) else {
                continue;
            };
            for place in 0..finder.forms.count() {
                let claimed = finder
                    .roles
                    .number(finder.forms, ColumnUse::Claimed, row, place);
                let Some((claimed, other)) = claimed.zip(finder.forms.number(row, place, key))
                else {
                    continue;
                };
                all += 1;
                same += usize::from(times(times(claimed, *weight), factor) == other);
            }
        }
        all >= FEWEST && same * 10 >= all * 8
    };
    let factors = || SCALES.into_iter().skip(1).map(Decimal::from);
    beside.find_map(|one| factors().find(|factor| fits(&one.key, *factor)))
}

/// Multiplies what the forms multiply: the weights of criteria that hold those of their groups already, else those of the groups.
fn scale_up(
    items: &[ProposedItem],
    weights: &mut [Decimal],
    printed: &[Option<Decimal>],
    factor: Decimal,
) {
    for (at, group) in items.iter().enumerate().filter(|(_, item)| item.is_group) {
        let own = printed.get(at).copied().flatten();
        let is_held = weights.get(at) == Some(&Decimal::ONE) && own != Some(Decimal::ONE);
        let is_it = |(place, one): (usize, &ProposedItem)| {
            let is_it = if is_held {
                is_below(one, &group.id)
            } else {
                place == at
            };
            is_it.then_some(place)
        };
        let scaled: Vec<usize> = items.iter().enumerate().filter_map(is_it).collect();
        for place in scaled {
            if let Some(weight) = weights.get_mut(place) {
                *weight = weight.checked_mul(factor).unwrap_or(*weight);
            }
        }
    }
}

/// The maximum of scores that the forms print none for: the least of the usual ones that most forms score by. Slips aside, a form scores
/// by the least that its scores do not exceed; what is beyond that of most stands above the maximum.
fn scale(finder: &Finder<'_>, items: &[ProposedItem]) -> Points {
    let leaves = || {
        let leaves = items.iter().filter(|one| one.ceiling == Ceiling::Seen);
        leaves.filter_map(|one| one.row.filter(|_| !one.is_group))
    };
    let scales = SCALES.map(|scale| Points(Decimal::from(scale)));
    let of_form = |place: usize| {
        let score = |row| {
            let role = ColumnUse::Claimed;
            finder.roles.number(finder.forms, role, row, place)
        };
        let scores: Vec<Points> = leaves().filter_map(score).collect();
        let within = |scale: &Points| scores.iter().filter(|score| *score <= scale).count();
        let mut fit = scales.iter().copied();
        let fit = fit.find(|scale| are_nearly_all(within(scale), scores.len()));
        // What exceeds each of them is what it is.
        let highest = scores.iter().copied().max()?;
        Some(fit.unwrap_or(highest))
    };
    let all = (0..finder.forms.count()).filter_map(of_form);
    majority(all).map_or(Points::ZERO, |(scale, ..)| scale)
}
