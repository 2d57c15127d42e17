//! Which maxima cut what stands below them, where what the forms print above is right only so: "TỔNG ĐIỂM | 100" over groups of 90 and of
//! 10, the second with rows of 5, 5 and 6.
//!
//! In: the forms, the items. Out: the items that are cut. Not for: what scores say (`part_proof`, `cap_proof`, `total_proof`).

use crate::base::points::Points;
use crate::input::propose::cap_proof::FoundCap;
use crate::input::propose::columns::ColumnUse;
use crate::input::propose::forms::majority;
use crate::input::propose::items::{ProposedItem, add_up, is_below};
use crate::input::propose::row_kinds::Finder;
use crate::input::propose::total_proof::{is_best_printed, is_less_printed};
use crate::input::propose::weight_readings::is_sum;

/// Cuts the items whose maximum only what is printed above proves.
pub(super) fn apply(finder: &Finder<'_>, items: &mut [ProposedItem]) {
    // What stands above comes to another number when what is below is cut.
    for at in (0..items.len()).rev() {
        let Some(item) = items.get(at).filter(|one| is_sum(one)) else {
            continue;
        };
        let id = item.id.clone();
        let below = places(items, |one| is_below(one, &id));
        let printed = item.printed.clone();
        let printed = |level: usize| Some(vec![printed.get(level).copied().flatten()?]);
        let open = proved(finder, items, &below, printed);
        cut(items, &open, at);
    }
    let groups = places(items, |one| one.is_group);
    let is_bonus = |one: &ProposedItem| one.row.is_some_and(|row| finder.is_bonus(row));
    let inside = places(items, |one| one.is_group && !is_bonus(one));
    let totals = |level| majority(finder.total_maxima(level)).map(|(most, ..)| vec![most]);
    let open = proved(finder, items, &groups, totals);
    let open = if open.is_empty() && inside.len() < groups.len() {
        proved(finder, items, &inside, totals)
    } else {
        open
    };
    cut(items, &open, items.len());
}

fn places(items: &[ProposedItem], is: impl Fn(&ProposedItem) -> bool) -> Vec<usize> {
    let all = items.iter().enumerate().filter(|(_, one)| is(one));
    all.map(|(at, _)| at).collect()
}

/// Of items that are added up those that have to be cut to come to what is printed above them on each level.
fn proved(
    finder: &Finder<'_>,
    items: &[ProposedItem],
    of: &[usize],
    stated: impl Fn(usize) -> Option<Vec<Points>>,
) -> Vec<usize> {
    let open = of.iter().copied().filter(|at| is_open(finder, items, *at));
    let open: Vec<usize> = open.collect();
    let most = |at: usize, level: usize| {
        let item = items.get(at)?;
        item.maxima.get(level).copied().flatten()?.limit()
    };
    let printed = |at: usize, level: usize| items.get(at)?.printed.get(level).copied().flatten();
    let is_right = |level: usize| {
        let stated = stated(level)?;
        let whole: Points = of.iter().filter_map(|at| most(*at, level)).sum();
        let cut = of.iter().filter_map(|at| {
            let most = most(*at, level)?;
            let own = printed(*at, level).filter(|_| open.contains(at));
            Some(own.unwrap_or(most))
        });
        let cut: Points = cut.sum();
        Some(stated.contains(&cut) && !stated.contains(&whole))
    };
    let said: Vec<bool> = (0..finder.levels.len()).filter_map(is_right).collect();
    if !open.is_empty() && !said.is_empty() && said.iter().all(|is| *is) {
        open
    } else {
        Vec::new()
    }
}

/// Whether an item may be cut to what is printed: nothing else is known of it, no form says more, and it is not the best of what is below.
fn is_open(finder: &Finder<'_>, items: &[ProposedItem], at: usize) -> bool {
    let Some(item) = items.get(at).filter(|_| is_less_printed(items, at)) else {
        return false;
    };
    let (Some(row), Some(most)) = (item.row, item.first_printed()) else {
        return false;
    };
    let claimed = |row: usize, place: usize| {
        finder
            .roles
            .number(finder.forms, ColumnUse::Claimed, row, place)
    };
    let all = || 0..finder.forms.count();
    if all().any(|place| claimed(row, place).is_some_and(|own| own > most)) {
        return false;
    }
    // Where the best may be meant as well a form that adds up tells the two apart.
    let is_added = |place: usize| {
        let below = items.iter().filter(|one| is_below(one, &item.id));
        let parts = below.filter_map(|one| claimed(one.row?, place));
        let parts: Vec<Points> = parts.collect();
        let sum: Points = parts.iter().copied().sum();
        claimed(row, place) == Some(sum) && parts.iter().max().is_some_and(|best| *best < sum)
    };
    !is_best_printed(items, at) || all().any(is_added)
}

/// Cuts items, and adds up again what stands above them.
fn cut(items: &mut [ProposedItem], open: &[usize], above: usize) {
    for at in open {
        if let Some(item) = items.get_mut(*at) {
            item.capped = Some(FoundCap::of_maxima(item.first_limit()));
        }
        add_up(items, *at);
    }
    for at in (0..above.saturating_add(1).min(items.len())).rev() {
        if !open.is_empty() && items.get(at).is_some_and(is_sum) {
            add_up(items, at);
        }
    }
}
