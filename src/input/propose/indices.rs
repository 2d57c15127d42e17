//! Scores from 0 to 1 that no maximum is printed for: what their totals say that they are.
//!
//! In: forms without a column of the maximum, their items. Out: maxima of the items, and whether scores are shares: of sums they are
//! points up to 1, of means shares of maxima that give each criterion what it is worth in the mean. Not for: forms that print maxima.

use crate::base::points::{Decimal, Most, Points};
use crate::input::propose::columns::{ColumnDoubt, ColumnUse};
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::forms::are_nearly_all;
use crate::input::propose::items::{Ceiling, ProposedItem, add_up, is_below};
use crate::input::propose::printed_points::is_printed;
use crate::input::propose::row_kinds::{Finder, FormRowKind};

/// The highest total of maxima that share out a mean: beyond it they are no numbers that somebody could check.
const MOST_SHARED: i64 = 10_000;

/// What scores from 0 to 1 are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IndexScores {
    /// Whether they are shares: the totals are means.
    pub(super) is_share: bool,
    /// The forms whose totals say so; none where no total does.
    pub(super) agree: usize,
    /// The forms with totals.
    pub(super) of: usize,
}

/// How scores come together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Together {
    /// They are added up.
    Sum,
    /// The mean of all criteria.
    MeanOfAll,
    /// The mean of the means right below.
    MeanOfMeans,
}

/// All of them.
const WAYS: [Together; 3] = [Together::Sum, Together::MeanOfAll, Together::MeanOfMeans];

/// The forms, and which item stands below which.
struct Indices<'a> {
    finder: &'a Finder<'a>,
    items: &'a [ProposedItem],
    below: Vec<Vec<usize>>,
    roots: Vec<usize>,
}

/// Gives items maxima where the forms print none and score from 0 to 1.
pub(super) fn apply(finder: &Finder<'_>, items: &mut [ProposedItem]) -> Option<IndexScores> {
    if finder.roles.keys(ColumnUse::Maximum).next().is_some() {
        return None;
    }
    let below = |above: &ProposedItem| {
        let all = items.iter().enumerate();
        all.filter(|(_, one)| is_below(one, &above.id))
            .map(|(at, _)| at)
            .collect()
    };
    let indices = Indices {
        finder,
        items,
        below: items.iter().map(below).collect(),
        roots: (0..items.len())
            .filter(|at| items.get(*at).is_some_and(|item| item.is_group))
            .collect(),
    };
    if !indices.are_indices() {
        return None;
    }
    let proved = WAYS.into_iter().find_map(|way| {
        let (agree, of) = indices.proved(way)?;
        Some((way, agree, of))
    });
    let (way, agree, of) = proved.unwrap_or((Together::Sum, 0, 0));
    let maxima = indices.maxima(way)?;
    for (item, maximum) in items.iter_mut().zip(maxima) {
        if item.ceiling == Ceiling::Seen && !is_sum(item) {
            item.ceiling = Ceiling::Index;
            for own in item.maxima.iter_mut().flatten() {
                *own = Most::Points(maximum);
            }
        }
    }
    for at in (0..items.len()).rev() {
        if items.get(at).is_some_and(is_sum) {
            add_up(items, at);
        }
    }
    Some(IndexScores {
        is_share: way != Together::Sum,
        agree,
        of,
    })
}

fn is_sum(item: &ProposedItem) -> bool {
    item.is_group || item.kind == FormRowKind::Sum
}

impl Indices<'_> {
    /// Whether nearly all forms score from 0 to 1 throughout, not all of it whole but where nothing else is known of a column, and no
    /// criterion is of another kind. What goes beyond in few forms is a slip, and stands above the maximum of 1.
    fn are_indices(&self) -> bool {
        let leaves = || self.items.iter().filter(|item| !is_sum(item));
        let is_plain = |item: &ProposedItem| {
            let is_open = item.ceiling == Ceiling::Seen && item.minimum == Points::ZERO;
            is_open && item.kind == FormRowKind::Leaf(Vec::new())
        };
        let scores = |place| {
            let scores = leaves().filter_map(|item| self.claimed(item, place));
            Some(scores.collect::<Vec<Points>>()).filter(|scores| !scores.is_empty())
        };
        let forms = (0..self.finder.forms.count()).filter_map(scores);
        let forms: Vec<Vec<Points>> = forms.collect();
        let is_index = |score: &Points| (Decimal::ZERO..=Decimal::ONE).contains(&score.0);
        let within = forms.iter().filter(|scores| scores.iter().all(is_index));
        let mut scores = within.clone().flatten();
        let is_broken = scores.any(|score| !score.0.is_integer());
        let mut columns = self.finder.roles.columns.iter();
        let is_binary = columns.any(|one| one.doubt == ColumnDoubt::Binary);
        leaves().all(is_plain)
            && (is_broken || is_binary)
            && are_nearly_all(within.count(), forms.len())
    }

    fn claimed(&self, item: &ProposedItem, place: usize) -> Option<Points> {
        let finder = self.finder;
        finder
            .roles
            .number(finder.forms, ColumnUse::Claimed, item.row?, place)
    }

    /// How many forms with totals come to them in a way, and how many have any; nothing where too few do.
    fn proved(&self, way: Together) -> Option<(usize, usize)> {
        // A form that agrees with each, as one that scores 0 throughout, says nothing.
        let is_open = |place: &usize| {
            WAYS.iter()
                .any(|way| self.agrees(*way, *place) != Some(true))
        };
        let open = (0..self.finder.forms.count()).filter(is_open);
        let all = open.filter_map(|place| self.agrees(way, place));
        let all: Vec<bool> = all.collect();
        let agree = all.iter().filter(|agrees| **agrees).count();
        (agree >= SEVERAL && agree * 3 >= all.len() * 2).then_some((agree, all.len()))
    }

    /// Whether what a form says of its sums comes of its scores in a way; nothing where it says nothing.
    fn agrees(&self, way: Together, place: usize) -> Option<bool> {
        let mut said: Vec<(Option<Points>, Vec<Points>)> = Vec::new();
        let sums = self.items.iter().enumerate();
        for (at, item) in sums.filter(|(_, item)| is_sum(item)) {
            // The row of a group without parts is that of its criterion.
            let is_own = self
                .items
                .get(at + 1)
                .is_some_and(|one| one.row == item.row);
            if let (Some(claimed), false) = (self.claimed(item, place), is_own) {
                said.push((self.value(way, at, place), vec![claimed]));
            }
        }
        let keys = self.finder.roles.keys(ColumnUse::Claimed);
        let totals = keys.flat_map(|key| self.finder.forms.summed(place, key));
        let totals: Vec<Points> = totals.collect();
        if !totals.is_empty() {
            said.push((self.together(way, &self.roots, place), totals));
        }
        let scales = said.iter().flat_map(|(_, printed)| printed);
        let scale = scales.map(|one| one.0.normalize().scale()).max()?.max(2);
        let is_near = |value: Points, printed: &Points| match way {
            Together::Sum => is_printed(value, *printed),
            // A mean of means that were rounded is off by one in its last decimal.
            _ => (value - *printed).abs() <= Points(Decimal::new(1, scale)),
        };
        let is_said = |(value, printed): (Option<Points>, Vec<Points>)| {
            value.is_some_and(|value| printed.iter().any(|one| is_near(value, one)))
        };
        Some(said.into_iter().all(is_said))
    }

    /// What an item comes to in a form.
    fn value(&self, way: Together, at: usize, place: usize) -> Option<Points> {
        let item = self.items.get(at)?;
        if is_sum(item) {
            return self.together(way, self.below.get(at)?, place);
        }
        self.claimed(item, place)
    }

    /// What items come to together in a form.
    fn together(&self, way: Together, of: &[usize], place: usize) -> Option<Points> {
        let leaves;
        let of = if way == Together::MeanOfAll {
            leaves = self.leaves(of);
            &leaves
        } else {
            of
        };
        let values = of.iter().map(|at| self.value(way, *at, place));
        let sum = values.sum::<Option<Points>>()?;
        match way {
            Together::Sum => Some(sum),
            _ => sum.0.checked_div(count(of)).map(Points),
        }
    }

    /// The criteria without parts at or below items.
    fn leaves(&self, of: &[usize]) -> Vec<usize> {
        let at_or_below = |at: &usize| match self.items.get(*at) {
            Some(item) if is_sum(item) => {
                self.leaves(self.below.get(*at).map_or(&[][..], Vec::as_slice))
            }
            _ => vec![*at],
        };
        of.iter().flat_map(at_or_below).collect()
    }

    /// The maximum of each criterion; nothing where a mean cannot be shared out.
    fn maxima(&self, way: Together) -> Option<Vec<Points>> {
        if way != Together::MeanOfMeans {
            return Some(vec![Points(Decimal::ONE); self.items.len()]);
        }
        // What a mean divides by on the way down to each item.
        let mut divisors = vec![1_i64; self.items.len()];
        let mut total = 1_i64;
        let roots = std::iter::once((1, &self.roots));
        let mut open: Vec<(i64, &Vec<usize>)> = roots.collect();
        while let Some((above, of)) = open.pop() {
            for at in of {
                let own = above.checked_mul(i64::try_from(of.len()).ok()?)?;
                *divisors.get_mut(*at)? = own;
                let below = self.below.get(*at).filter(|below| !below.is_empty());
                match below {
                    Some(below) => open.push((own, below)),
                    None => total = common(total, own)?,
                }
            }
        }
        let total = if 100 % total == 0 { 100 } else { total };
        let shared = |divisor: i64| Points(Decimal::from(total / divisor));
        Some(divisors.into_iter().map(shared).collect())
    }
}

fn count(of: &[usize]) -> Decimal {
    Decimal::from(i64::try_from(of.len()).unwrap_or(i64::MAX))
}

/// The least number that both divide, where it is not too high.
fn common(one: i64, other: i64) -> Option<i64> {
    let (mut a, mut b) = (one, other);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    (one / a)
        .checked_mul(other)
        .filter(|all| *all <= MOST_SHARED)
}
