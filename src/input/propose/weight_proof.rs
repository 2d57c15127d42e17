//! How weights count, where the forms' own totals prove it: "Hệ số 2" doubles points, or only tells how much a row matters.
//!
//! In: the forms, the items, the weights that the forms print. Out: the one reading of these that the totals of several forms come
//! to. Not for: weights under which nobody wrote a total: these stay a question.

use std::collections::BTreeSet;

use crate::base::points::{Decimal, Points};
use crate::input::propose::columns::{ColumnDoubt, ColumnUse};
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::items::{ProposedItem, is_below, times};
use crate::input::propose::printed_points::{EXACT_DECIMALS, MEANT_DECIMALS, is_printed, is_shown};
use crate::input::propose::row_kinds::Finder;
use crate::input::propose::weight_readings::{WeightReading, is_sum, readings};

/// The least total whose whole number tells one sum from another.
const LEAST_WHOLE: Points = Points(Decimal::whole(20));

/// What the totals prove.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WeightProof {
    /// The weight of each item; all 1 where points are added as they are.
    pub(super) weights: Vec<Decimal>,
    /// Whether the totals are weighted means.
    pub(super) is_mean: bool,
    /// Whether points come together as they are, whatever the forms print as weights.
    pub(super) is_plain: bool,
    /// The forms whose totals come to it.
    pub(super) agree: usize,
    /// The forms whose totals say anything.
    pub(super) of: usize,
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
    let proving = Proving::new(finder, items);
    let readings = readings(items, printed, added_up, &proving.above);
    // Where converted points have a column, the total is theirs.
    let columns = finder.roles.columns.iter();
    let beside = columns.filter(|one| one.doubt == ColumnDoubt::Beside);
    let beside: Vec<Option<&str>> = beside.map(|one| Some(one.key.as_str())).collect();
    let held = beside.iter().copied().chain([None]).find_map(|beside| {
        let mut held = proving.counted(&readings, beside);
        held.retain(WeightProof::is_held);
        // A column of converted points that are none says nothing.
        let is_said = beside.is_none() || !held.iter().any(|one| one.is_plain);
        (is_said && !held.is_empty()).then_some(held)
    });
    let proved = held.and_then(|held| proving.meant(held));
    proved.or_else(|| {
        // What adds up is no reason to weigh totals that all are simple sums, however few.
        added_up?;
        let is_converted = |beside: Option<&str>| {
            let mut counted = proving.counted(&readings, beside).into_iter();
            counted.any(|one| one.agree > 0 && !one.is_plain)
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
}

impl<'a> Proving<'a> {
    fn new(finder: &'a Finder<'a>, items: &'a [ProposedItem]) -> Self {
        let above = |item: &ProposedItem| items.iter().position(|one| is_below(item, &one.id));
        Proving {
            finder,
            items,
            above: items.iter().map(above).collect(),
        }
    }

    /// The readings with the forms that agree. A form that agrees with each of them, as one that scores 0 throughout, says nothing.
    fn counted(&self, readings: &[WeightReading], beside: Option<&str>) -> Vec<WeightProof> {
        let least = self.least_decimals(beside);
        let worths = readings.iter().map(|one| self.worth(&one.weights));
        let worths: BTreeSet<Vec<Decimal>> = worths.collect();
        let all = 0..self.finder.forms.count();
        let verdicts = all.map(|place| {
            let say = |one: &WeightReading| self.verdict(&one.weights, place, (beside, least));
            let say: Vec<TotalsSay> = readings.iter().map(say).collect();
            let agrees_with_all = say.iter().all(|one| *one == TotalsSay::Agrees);
            if agrees_with_all && worths.len() > 1 {
                vec![TotalsSay::Silent; readings.len()]
            } else {
                say
            }
        });
        let verdicts: Vec<Vec<TotalsSay>> = verdicts.collect();
        let counted = readings.iter().enumerate().map(|(at, one)| {
            let say = || verdicts.iter().filter_map(|form| form.get(at));
            WeightProof {
                weights: one.weights.clone(),
                is_mean: one.is_mean,
                is_plain: self
                    .items
                    .iter()
                    .map(|item| item.weight)
                    .eq(one.weights.iter().copied()),
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
            .map(|(_, worth)| Points(worth).rounded(MEANT_DECIMALS).0.normalize())
            .collect()
    }

    /// What a form says of a reading: by the sums of its rows, and by its total.
    fn verdict(
        &self,
        weights: &[Decimal],
        place: usize,
        (beside, least): (Option<&str>, u32),
    ) -> TotalsSay {
        let values = self.values(weights, place);
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
        let is_telling = |total: &Points| least > 0 || *total >= LEAST_WHOLE;
        let mut totals = self.totals(place, beside);
        totals.retain(is_telling);
        if totals.is_empty() {
            return TotalsSay::Silent;
        }
        let sums = self.sums(weights, &values);
        let is_total = |total: &Points| sums.iter().any(|sum| is_shown(*sum, *total, least));
        if is_same && totals.iter().any(is_total) {
            TotalsSay::Agrees
        } else {
            TotalsSay::Differs
        }
    }

    /// What the groups of a form come to: all of them, and those inside the total.
    fn sums(&self, weights: &[Decimal], values: &[Option<Points>]) -> [Points; 2] {
        let weighed = |at: usize| {
            let value = values.get(at).copied().flatten()?;
            Some(times(value, *weights.get(at)?))
        };
        let groups = self.items.iter().enumerate();
        let groups = || groups.clone().filter(|(_, one)| one.is_group);
        let is_beside = |item: &ProposedItem| item.row.is_some_and(|row| self.finder.is_bonus(row));
        let inside = groups().filter(|(_, item)| !is_beside(item));
        [
            groups().filter_map(|(at, _)| weighed(at)).sum(),
            inside.filter_map(|(at, _)| weighed(at)).sum(),
        ]
        .map(|sum: Points| sum.rounded(MEANT_DECIMALS))
    }

    /// The fewest decimals that a total has to be right to: none where all forms print theirs whole.
    fn least_decimals(&self, beside: Option<&str>) -> u32 {
        let all = 0..self.finder.forms.count();
        let mut totals = all.flat_map(|place| self.totals(place, beside));
        if totals.all(|total| total.0.is_integer()) {
            0
        } else {
            EXACT_DECIMALS
        }
    }

    /// What each item comes to in a form before its own weight.
    fn values(&self, weights: &[Decimal], place: usize) -> Vec<Option<Points>> {
        let mut values: Vec<Option<Points>> = vec![None; self.items.len()];
        let mut parts: Vec<Vec<(Decimal, Points)>> = vec![Vec::new(); self.items.len()];
        // Items stand behind what they stand below.
        for (at, item) in self.items.iter().enumerate().rev() {
            let own = if is_sum(item) {
                let sum = parts.get(at).and_then(|below| item.together.come_to(below));
                let most = item.capped.and_then(|_| item.first_printed());
                sum.map(|sum| most.map_or(sum, |most| sum.min(most)))
            } else {
                item.row.and_then(|row| self.claimed(row, place))
            };
            let above = self.above.get(at).copied().flatten();
            let above = above.and_then(|above| parts.get_mut(above));
            if let (Some(own), Some(above), Some(weight)) = (own, above, weights.get(at)) {
                above.push((*weight, own));
            }
            if let Some(value) = values.get_mut(at) {
                *value = own;
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

/// Whether the total of each form is what its items come to as they are; nothing where it has none.
pub(super) fn fitting(finder: &Finder<'_>, items: &[ProposedItem]) -> Vec<Option<bool>> {
    let proving = Proving::new(finder, items);
    let weights: Vec<Decimal> = items.iter().map(|item| item.weight).collect();
    let least = proving.least_decimals(None);
    let of = |place: usize| {
        let totals = proving.totals(place, None);
        let sums = proving.sums(&weights, &proving.values(&weights, place));
        let mut shown = totals.iter();
        let is_right = shown.any(|total| sums.iter().any(|sum| is_shown(*sum, *total, least)));
        (!totals.is_empty()).then_some(is_right)
    };
    (0..finder.forms.count()).map(of).collect()
}

/// How many forms print their totals rounded to whole numbers, and how many print any; nothing where they print them as they are.
pub(super) fn whole_totals(finder: &Finder<'_>, items: &[ProposedItem]) -> Option<(usize, usize)> {
    let proving = Proving::new(finder, items);
    if proving.least_decimals(None) > 0 {
        return None;
    }
    let weights: Vec<Decimal> = items.iter().map(|item| item.weight).collect();
    let (mut agree, mut rounded, mut all) = (0, 0, 0);
    for place in 0..finder.forms.count() {
        let totals = proving.totals(place, None);
        let sums = proving.sums(&weights, &proving.values(&weights, place));
        if totals.is_empty() {
            continue;
        }
        all += 1;
        let is = |test: fn(Points, Points) -> bool| {
            let mut totals = totals.iter();
            totals.any(|total| sums.iter().any(|sum| test(*sum, *total)))
        };
        let is_exact = is(|sum, total| sum == total);
        let is_rounded = !is_exact && is(|sum, total| is_shown(sum, total, 0));
        agree += usize::from(is_exact || is_rounded);
        rounded += usize::from(is_rounded);
    }
    (rounded >= SEVERAL && agree * 3 >= all * 2).then_some((agree, all))
}
