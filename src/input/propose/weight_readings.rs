//! All that the weights which forms print may mean.
//!
//! In: the items, and the weight that is printed in the row of each. Out: the weights that each reading gives them: none, those
//! that add up, multipliers, and shares of what they come to, so that sums are weighted means. Not for: which one is meant.

use crate::base::points::{Decimal, Points};
use crate::input::propose::items::ProposedItem;
use crate::input::propose::row_kinds::FormRowKind;

/// Decimals of a quotient of weights: with these, points come to what they mean to the last decimal that counts.
const QUOTIENT_DECIMALS: u32 = 15;

/// What the weights of all items are in one reading.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WeightReading {
    /// The weight of each item; all 1 where points are added as they are.
    pub(super) weights: Vec<Decimal>,
    /// Whether they are quotients of those that are printed: the total is a weighted mean.
    pub(super) is_mean: bool,
}

/// Whether an item adds up what stands below it.
pub(super) fn is_sum(item: &ProposedItem) -> bool {
    item.is_group || item.kind == FormRowKind::Sum
}

/// What forms print, and which item stands below which.
struct PrintedWeights<'a> {
    items: &'a [ProposedItem],
    printed: &'a [Option<Decimal>],
    above: &'a [Option<usize>],
}

/// Each reading once: none at all, those that add up, if they do, what is printed as multipliers, and weighted means.
pub(super) fn readings(
    items: &[ProposedItem],
    printed: &[Option<Decimal>],
    added_up: Option<&[Decimal]>,
    above: &[Option<usize>],
) -> Vec<WeightReading> {
    let all = PrintedWeights {
        items,
        printed,
        above,
    };
    let mut plain = vec![vec![Decimal::ONE; items.len()]];
    plain.extend(added_up.map(<[Decimal]>::to_vec));
    plain.extend(all.multipliers());
    let plain = plain.into_iter().map(|weights| (weights, false));
    let means = all.means().into_iter().map(|weights| (weights, true));
    let mut distinct: Vec<WeightReading> = Vec::new();
    for (weights, is_mean) in plain.chain(means) {
        if !distinct.iter().any(|one| one.weights == weights) {
            distinct.push(WeightReading { weights, is_mean });
        }
    }
    // What comes together as a mean does so by whatever the forms weigh.
    for reading in &mut distinct {
        for (weight, item) in reading.weights.iter_mut().zip(items) {
            *weight = weight.checked_mul(item.weight).unwrap_or(*weight);
        }
    }
    distinct
}

impl PrintedWeights<'_> {
    fn of(&self, at: usize) -> Option<Decimal> {
        self.printed.get(at).copied().flatten()
    }

    fn above(&self, at: usize) -> Option<usize> {
        self.above.get(at).copied().flatten()
    }

    fn is_sum(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(is_sum)
    }

    /// The weight in the row of an item. A group without parts is its only criterion: one row has one weight.
    fn own(&self, at: usize) -> Option<Decimal> {
        let row = |at: usize| self.items.get(at).and_then(|item| item.row);
        let is_again = |group: usize| row(group) == row(at);
        self.of(at)
            .filter(|_| !self.above(at).is_some_and(is_again))
    }

    fn multipliers(&self) -> Vec<Vec<Decimal>> {
        let of_leaf = |at: usize| self.own(at).filter(|_| !self.is_sum(at));
        let carried = |at: usize| {
            let over = self.above(at).and_then(|above| self.of(above));
            let both = self.own(at).unwrap_or(Decimal::ONE).checked_mul(over?);
            both.filter(|_| !self.is_sum(at))
        };
        let kinds: [&dyn Fn(usize) -> Option<Decimal>; 4] = [
            &|at| self.own(at),
            &of_leaf,
            &|at| self.own(at).filter(|_| self.is_sum(at)),
            &|at| carried(at).or_else(|| of_leaf(at)),
        ];
        let mut all = Vec::new();
        for kind in kinds {
            for whole in [Decimal::ONE, Decimal::ONE_HUNDRED] {
                let weight = |at: usize| kind(at).and_then(|one| one.checked_div(whole));
                let weights = (0..self.items.len()).map(|at| weight(at).unwrap_or(Decimal::ONE));
                all.push(weights.collect());
            }
        }
        all
    }

    /// The mean below each item, the mean of all criteria, and that where groups say their own mean.
    fn means(&self) -> Vec<Vec<Decimal>> {
        let leaves: Vec<usize> = (0..self.items.len())
            .filter(|at| !self.is_sum(*at) && self.own(*at).is_some())
            .collect();
        let all = self.sum(leaves.iter().copied());
        let in_group = |group: usize| {
            let of = leaves.iter().copied();
            self.sum(of.filter(|at| self.group(*at) == Some(group)))
        };
        let siblings = |at: usize| {
            let all = 0..self.items.len();
            self.sum(all.filter(|one| self.above(*one) == self.above(at)))
        };
        let below_each = |at: usize| quotient(self.own(at)?, siblings(at));
        let heads = |at: usize| self.items.get(at).is_some_and(|one| one.is_group);
        let of_all = |at: usize| {
            if heads(at) {
                return quotient(Decimal::ONE, all).filter(|_| !in_group(at).is_zero());
            }
            self.own(at).filter(|_| !self.is_sum(at))
        };
        let of_groups = |at: usize| {
            if heads(at) {
                return quotient(in_group(at), all).filter(|one| !one.is_zero());
            }
            let own = self.own(at).filter(|_| !self.is_sum(at))?;
            quotient(own, in_group(self.group(at)?))
        };
        let kinds: [&dyn Fn(usize) -> Option<Decimal>; 3] = [&below_each, &of_all, &of_groups];
        let weights = |kind: &&dyn Fn(usize) -> Option<Decimal>| -> Vec<Decimal> {
            let all = 0..self.items.len();
            all.map(|at| kind(at).unwrap_or(Decimal::ONE)).collect()
        };
        kinds.iter().map(weights).collect()
    }

    /// What the weights of some items come to.
    fn sum(&self, of: impl Iterator<Item = usize>) -> Decimal {
        let all = of.filter_map(|at| self.own(at)).map(Points);
        all.sum::<Points>().0
    }

    /// The group that an item is in.
    fn group(&self, mut at: usize) -> Option<usize> {
        while let Some(above) = self.above(at) {
            at = above;
        }
        Some(at).filter(|at| self.items.get(*at).is_some_and(|one| one.is_group))
    }
}

pub(super) fn quotient(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let exact = part.checked_div(whole)?;
    Some(Points(exact).rounded(QUOTIENT_DECIMALS).0.normalize())
}
