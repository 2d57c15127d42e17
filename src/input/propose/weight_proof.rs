//! How weights count, where the forms' own totals prove it: "Hệ số 2" doubles points, or only tells how much a row matters.
//!
//! In: the forms, the items, the weights that the forms print. Out: the one reading of these that the totals of several forms come
//! to. Not for: weights under which nobody wrote a total: these stay a question.

use std::collections::BTreeSet;

use crate::base::points::{Decimal, Points};
use crate::input::propose::columns::{ColumnDoubt, ColumnUse};
use crate::input::propose::items::{ProposedItem, is_below, times};
use crate::input::propose::row_kinds::{Finder, FormRowKind};

/// Forms whose totals prove something: what two come to may be chance.
pub(super) const SEVERAL: usize = 3;

/// What the totals prove.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WeightProof {
    /// The weight of each item; all 1 where points are added as they are.
    pub(super) weights: Vec<Decimal>,
    /// The forms whose totals come to it.
    pub(super) agree: usize,
    /// The forms whose totals say anything.
    pub(super) of: usize,
}

/// All that weights may mean: those that add up, if they do, none at all, and what is printed as multipliers.
fn readings(
    items: &[ProposedItem],
    printed: &[Option<Decimal>],
    added_up: Option<&[Decimal]>,
    above: &[Option<usize>],
) -> Vec<Vec<Decimal>> {
    let plain = vec![Decimal::ONE; items.len()];
    let is_sum = |at: &usize| items.get(*at).is_some_and(is_sum);
    let of = |at: usize| printed.get(at).copied().flatten();
    let has_own = |at: usize| {
        let row = |at: usize| items.get(at).and_then(|item| item.row);
        // A group without parts is its only criterion: one row has one weight.
        above
            .get(at)
            .copied()
            .flatten()
            .is_none_or(|group| row(group) != row(at))
    };
    let own = |at: usize| of(at).filter(|_| has_own(at));
    let carried = |at: usize| {
        let over = above.get(at).copied().flatten().and_then(of);
        let both = own(at).unwrap_or(Decimal::ONE).checked_mul(over?);
        both.filter(|_| !is_sum(&at))
    };
    let kinds: [&dyn Fn(usize) -> Option<Decimal>; 4] = [
        &own,
        &|at| own(at).filter(|_| !is_sum(&at)),
        &|at| own(at).filter(|_| is_sum(&at)),
        &|at| carried(at).or_else(|| own(at).filter(|_| !is_sum(&at))),
    ];
    let mut all = vec![plain];
    all.extend(added_up.map(<[Decimal]>::to_vec));
    for kind in kinds {
        for whole in [Decimal::ONE, Decimal::ONE_HUNDRED] {
            let weight = |at: usize| kind(at).and_then(|one| one.checked_div(whole));
            let weights = (0..items.len()).map(|at| weight(at).unwrap_or(Decimal::ONE));
            all.push(weights.collect());
        }
    }
    let mut distinct: Vec<Vec<Decimal>> = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}

/// Whether an item adds up what stands below it.
fn is_sum(item: &ProposedItem) -> bool {
    item.is_group || item.kind == FormRowKind::Sum
}

/// What is the same for all forms: which item stands below which.
struct Proving<'a> {
    finder: &'a Finder<'a>,
    items: &'a [ProposedItem],
    above: Vec<Option<usize>>,
}

/// What a form says of one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TotalsSay {
    /// It has no total, or one that comes of each reading.
    Silent,
    /// Its totals come to it.
    Agrees,
    /// One of them does not.
    Differs,
}

/// The one reading of weights that the totals of the forms prove.
pub(super) fn proof(
    finder: &Finder<'_>,
    items: &[ProposedItem],
    printed: &[Option<Decimal>],
    added_up: Option<&[Decimal]>,
) -> Option<WeightProof> {
    let above = |item: &ProposedItem| items.iter().position(|one| is_below(item, &one.id));
    let proving = Proving {
        finder,
        items,
        above: items.iter().map(above).collect(),
    };
    let readings = readings(items, printed, added_up, &proving.above);
    // Where converted points have a column, the total is theirs.
    let columns = finder.roles.columns.iter();
    let beside = columns.filter(|one| one.doubt == ColumnDoubt::Beside);
    let beside: Vec<Option<&str>> = beside.map(|one| Some(one.key.as_str())).collect();
    let held = beside.iter().copied().chain([None]).find_map(|beside| {
        let mut held = proving.counted(&readings, beside);
        held.retain(WeightProof::is_held);
        // A column of converted points that are none says nothing.
        let is_said = beside.is_none() || !held.iter().any(WeightProof::is_plain);
        (is_said && !held.is_empty()).then_some(held)
    });
    let proved = held.and_then(|held| proving.meant(held));
    proved.or_else(|| {
        // What adds up is no reason to weigh totals that all are simple sums, however few.
        added_up?;
        let is_converted = |beside: Option<&str>| {
            let mut counted = proving.counted(&readings, beside).into_iter();
            counted.any(|one| one.agree > 0 && !one.is_plain())
        };
        let plain = proving.counted(&readings, None).into_iter().next()?;
        let is_all = plain.agree > 0 && plain.agree == plain.of;
        (is_all && !beside.iter().copied().any(is_converted)).then_some(plain)
    })
}

impl WeightProof {
    /// Whether nearly all forms with totals agree, and several do.
    fn is_held(&self) -> bool {
        self.agree >= SEVERAL && self.agree * 3 >= self.of * 2
    }

    /// Whether points are added as they are.
    pub(super) fn is_plain(&self) -> bool {
        self.weights.iter().all(|one| *one == Decimal::ONE)
    }
}

impl Proving<'_> {
    /// The readings with the forms that agree. A form that agrees with each of them, as one that scores 0 throughout, says nothing.
    fn counted(&self, readings: &[Vec<Decimal>], beside: Option<&str>) -> Vec<WeightProof> {
        let worths = readings.iter().map(|one| self.worth(one));
        let worths: BTreeSet<Vec<Decimal>> = worths.collect();
        let all = 0..self.finder.forms.count();
        let verdicts = all.map(|place| {
            let say = |weights: &Vec<Decimal>| self.verdict(weights, place, beside);
            let say: Vec<TotalsSay> = readings.iter().map(say).collect();
            let agrees_with_all = say.iter().all(|one| *one == TotalsSay::Agrees);
            if agrees_with_all && worths.len() > 1 {
                vec![TotalsSay::Silent; readings.len()]
            } else {
                say
            }
        });
        let verdicts: Vec<Vec<TotalsSay>> = verdicts.collect();
        let counted = readings.iter().enumerate().map(|(at, weights)| {
            let say = || verdicts.iter().filter_map(|form| form.get(at));
            WeightProof {
                weights: weights.clone(),
                agree: say().filter(|one| **one == TotalsSay::Agrees).count(),
                of: say().filter(|one| **one != TotalsSay::Silent).count(),
            }
        });
        counted.collect()
    }

    /// The one reading that is meant, where several hold: of those that all forms agree with, if there are any.
    fn meant(&self, mut held: Vec<WeightProof>) -> Option<WeightProof> {
        let is_whole = |one: &WeightProof| one.agree == one.of;
        if held.iter().any(is_whole) {
            held.retain(is_whole);
        }
        let worth = |one: &WeightProof| self.worth(&one.weights);
        let (first, others) = held.split_first()?;
        // What is worth the same to each criterion is the same, wherever it stands.
        let is_one = others.iter().all(|other| worth(other) == worth(first));
        is_one.then(|| first.clone())
    }

    /// What a point of each criterion is worth in the total.
    fn worth(&self, weights: &[Decimal]) -> Vec<Decimal> {
        let mut worth = weights.to_vec();
        for at in 0..worth.len() {
            let above = self.above.get(at).copied().flatten();
            let above = above.and_then(|above| worth.get(above).copied());
            if let (Some(above), Some(own)) = (above, worth.get_mut(at)) {
                *own = own.checked_mul(above).unwrap_or(*own).normalize();
            }
        }
        let sums = self.items.iter().zip(worth);
        sums.filter(|(item, _)| !is_sum(item))
            .map(|(_, worth)| worth.normalize())
            .collect()
    }

    /// What a form says of a reading: by the sums of its rows, and by its total.
    fn verdict(&self, weights: &[Decimal], place: usize, beside: Option<&str>) -> TotalsSay {
        let values = self.values(weights, place);
        let weighed = |at: usize| {
            let value = values.get(at).copied().flatten()?;
            Some(times(value, *weights.get(at)?))
        };
        let mut is_same = true;
        for (at, item) in self.items.iter().enumerate().filter(|(_, one)| is_sum(one)) {
            let claimed = item.row.and_then(|row| self.claimed(row, place));
            // The row of a group without parts is that of its criterion.
            let is_own = self
                .items
                .get(at + 1)
                .is_some_and(|one| one.row == item.row);
            if let (Some(claimed), Some(value), false) =
                (claimed, values.get(at).copied().flatten(), is_own)
            {
                is_same &= is_printed(value, claimed);
            }
        }
        let totals = self.totals(place, beside);
        if totals.is_empty() {
            return TotalsSay::Silent;
        }
        let groups = || {
            self.items
                .iter()
                .enumerate()
                .filter(|(_, one)| one.is_group)
        };
        let is_beside = |item: &ProposedItem| item.row.is_some_and(|row| self.finder.is_bonus(row));
        let all: Points = groups().filter_map(|(at, _)| weighed(at)).sum();
        let inside = groups().filter(|(_, item)| !is_beside(item));
        let inside: Points = inside.filter_map(|(at, _)| weighed(at)).sum();
        let is_total = |total: &Points| is_printed(all, *total) || is_printed(inside, *total);
        if is_same && totals.iter().any(is_total) {
            TotalsSay::Agrees
        } else {
            TotalsSay::Differs
        }
    }

    /// What each item comes to in a form before its own weight.
    fn values(&self, weights: &[Decimal], place: usize) -> Vec<Option<Points>> {
        let mut values: Vec<Option<Points>> = vec![None; self.items.len()];
        // Items stand behind what they stand below.
        for (at, item) in self.items.iter().enumerate().rev() {
            if !is_sum(item)
                && let Some(value) = values.get_mut(at)
            {
                *value = item.row.and_then(|row| self.claimed(row, place));
            }
            let own = values.get(at).copied().flatten();
            let above = self.above.get(at).copied().flatten();
            let above = above.filter(|above| self.items.get(*above).is_some_and(is_sum));
            let (Some(own), Some(above), Some(weight)) = (own, above, weights.get(at)) else {
                continue;
            };
            if let Some(sum) = values.get_mut(above) {
                *sum = Some(sum.unwrap_or_default() + times(own, *weight));
            }
        }
        values
    }

    fn claimed(&self, row: usize, place: usize) -> Option<Points> {
        let finder = self.finder;
        finder
            .roles
            .number(finder.forms, ColumnUse::Claimed, row, place)
    }

    /// What a form says in rows of sums: under its converted points, else under its scores.
    fn totals(&self, place: usize, beside: Option<&str>) -> Vec<Points> {
        let forms = self.finder.forms;
        if let Some(key) = beside {
            return forms.summed(place, key).collect();
        }
        let keys = self.finder.roles.keys(ColumnUse::Claimed);
        keys.flat_map(|key| forms.summed(place, key)).collect()
    }
}

/// Whether points are printed as a number: to its decimals, at least two of them.
pub(super) fn is_printed(points: Points, printed: Points) -> bool {
    points.rounded(printed.0.normalize().scale().max(2)) == printed
}
