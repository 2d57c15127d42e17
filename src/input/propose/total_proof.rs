//! How points come together where the rows above them say nothing and only the totals of the forms do: "Tổng cộng" of the best of each group.
//!
//! In: the forms, the items. Out: the items whose maximum is less than what is below them, and the one way that the totals prove. Not for:
//! rows that say it themselves (`part_proof`, `cap_proof`).

use crate::base::points::Points;
use crate::input::propose::cap_proof::{CapSaid, FoundCap};
use crate::input::propose::columns::ColumnUse;
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::items::{ProposedItem, is_below};
use crate::input::propose::part_ways::{PartsTogether, ProvedParts};
use crate::input::propose::row_kinds::Finder;
use crate::input::propose::weight_proof;
use crate::input::propose::weight_readings::is_sum;

/// What the totals prove of items, by their places.
pub(super) enum ProvedTotals {
    /// The best of what is below counts.
    Best(Vec<usize>, ProvedParts),
    /// No more counts than what is printed.
    Capped(Vec<(usize, FoundCap)>),
}

/// What the totals prove; nothing where they do not, or of two ways.
pub(super) fn found(finder: &Finder<'_>, items: &[ProposedItem]) -> Option<ProvedTotals> {
    let open: Vec<usize> = (0..items.len())
        .filter(|at| is_open(finder, items, *at))
        .collect();
    let best = open
        .iter()
        .copied()
        .filter(|at| is_best_printed(items, *at));
    let best: Vec<usize> = best.collect();
    if open.is_empty() {
        return None;
    }
    let mut chosen = items.to_vec();
    for at in &best {
        if let Some(item) = chosen.get_mut(*at) {
            item.together = PartsTogether::Best;
        }
    }
    let mut cut = items.to_vec();
    for at in &open {
        if let Some(item) = cut.get_mut(*at) {
            item.capped = Some(cap(item, (0, 0)));
        }
    }
    let of_best = prove(finder, items, &chosen).filter(|_| !best.is_empty());
    match (of_best, prove(finder, items, &cut)) {
        (Some((agree, of)), None) => {
            let proved = ProvedParts {
                way: PartsTogether::Best,
                agree,
                of,
                by_totals: true,
                blanks: None,
            };
            Some(ProvedTotals::Best(best, proved))
        }
        (None, Some(forms)) => {
            let of = |at: usize| Some((at, cap(items.get(at)?, forms)));
            Some(ProvedTotals::Capped(
                open.into_iter().filter_map(of).collect(),
            ))
        }
        _ => None,
    }
}

/// The items whose cap no score says and the total of some form contradicts, which is right only without it: each for itself, or all
/// of them together.
pub(super) fn contradicted(finder: &Finder<'_>, items: &[ProposedItem]) -> Vec<usize> {
    let is_unscored = |at: &usize| {
        let cap = items.get(*at).and_then(|item| item.capped);
        cap.is_some_and(|cap| matches!(cap.said, CapSaid::Words | CapSaid::Maxima))
    };
    let said: Vec<usize> = (0..items.len()).filter(is_unscored).collect();
    if said.is_empty() {
        return said;
    }
    let of_caps = weight_proof::fitting(finder, items);
    let is_against = |left: &[usize]| {
        let mut whole = items.to_vec();
        for at in left {
            if let Some(item) = whole.get_mut(*at) {
                item.capped = None;
            }
        }
        let of_sums = weight_proof::fitting(finder, &whole);
        let mut both = of_sums.into_iter().zip(&of_caps);
        both.any(|(sum, cut)| (sum, *cut) == (Some(true), Some(false)))
    };
    let each = said.iter().copied().filter(|at| is_against(&[*at]));
    let each: Vec<usize> = each.collect();
    if each.is_empty() && is_against(&said) {
        return said;
    }
    each
}

fn cap(item: &ProposedItem, forms: (usize, usize)) -> FoundCap {
    FoundCap::of_totals(forms, item.first_limit())
}

/// Whether nothing says how what is below an item comes together, though it comes to more than what is printed.
fn is_open(finder: &Finder<'_>, items: &[ProposedItem], at: usize) -> bool {
    let Some(row) = items.get(at).and_then(|item| item.row) else {
        return false;
    };
    let is_claimed = (0..finder.forms.count()).any(|place| {
        let role = ColumnUse::Claimed;
        finder
            .roles
            .number(finder.forms, role, row, place)
            .is_some()
    });
    is_less_printed(items, at) && !is_claimed
}

/// Whether the rows below an item come to more than what is printed, and nothing is known of how.
pub(super) fn is_less_printed(items: &[ProposedItem], at: usize) -> bool {
    let Some(item) = items.get(at).filter(|one| is_sum(one)) else {
        return false;
    };
    let is_said = item.parts.is_some() || item.doubted.is_some() || item.capped.is_some();
    let limit = item.first_limit();
    let printed = item.first_printed();
    let is_less = printed.is_some_and(|most| most > Points::ZERO && most < limit);
    let is_added = item.together == PartsTogether::Sum && !item.is_unlimited();
    is_added && is_less && !is_said
}

/// Whether what is printed is the most of the best row below.
pub(super) fn is_best_printed(items: &[ProposedItem], at: usize) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let below = items.iter().filter(|one| is_below(one, &item.id));
    below.map(ProposedItem::first_limit).max() == item.first_printed()
}

/// How many forms have totals that are right in another way and not as sums, of how many that tell the two apart.
fn prove(
    finder: &Finder<'_>,
    sums: &[ProposedItem],
    other: &[ProposedItem],
) -> Option<(usize, usize)> {
    let of_sums = weight_proof::fitting(finder, sums);
    let of_other = weight_proof::fitting(finder, other);
    let both = of_sums.into_iter().zip(of_other);
    let both: Vec<(bool, bool)> = both.filter_map(|(sum, way)| Some((sum?, way?))).collect();
    let agree = both.iter().filter(|one| **one == (false, true)).count();
    let against = both.iter().filter(|one| !one.1).count();
    let is_sum = both.contains(&(true, false));
    let of = agree + against;
    (agree >= SEVERAL && !is_sum && agree * 3 >= of * 2).then_some((agree, of))
}
