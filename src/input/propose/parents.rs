//! How the points of what stands below a row come together in it: where the forms' own numbers say so, as their mean, the best of them
//! or the weakest.
//!
//! In: the forms, the items. Out: for each item above others how they come together, and by how many forms; a group that is no sum
//! of its criteria gets a criterion between that is what they come to. Not for: weights that forms print (`weights`).

use crate::base::points::{Decimal, Points};
use crate::input::propose::cap_proof::{self, says_most};
use crate::input::propose::columns::ColumnUse;
use crate::input::propose::items::{Ceiling, ProposedItem, add_up, is_below};
use crate::input::propose::maximum_proof;
use crate::input::propose::part_proof::{PrintedMost, SaidParts, doubted, proved};
use crate::input::propose::part_ways::{PartsTogether, ProvedParts};
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::total_proof::{self, ProvedTotals};
use crate::input::propose::weight_readings::{is_sum, quotient};

/// What the id of a criterion ends with that stands for its whole group: no form numbers a row so.
const FOR_GROUP: &str = "0";

/// Finds how points come together in each item, from below. A group adds up by nature: its mean is the sum by equal weights, and what
/// is no sum comes together in one criterion of it.
pub(super) fn apply(finder: &Finder<'_>, items: &mut Vec<ProposedItem>) {
    let has_weights = finder.roles.keys(ColumnUse::Weight).next().is_some();
    for at in (0..items.len()).rev() {
        let Some(below) = below(finder, items, at, has_weights) else {
            continue;
        };
        let words = words(finder, items, at);
        if let Some(item) = items.get_mut(at) {
            item.say_most(says_most(&words).map(|most| most.points));
        }
        let printed = maxima(items, at, &below.places);
        let cap = cap_proof::found(&below.said, printed.as_ref(), &words);
        let proved = proved(&below.said, printed.as_ref());
        // Where the best of several is the maximum, what is cut to it is the same: what more forms say is meant.
        let cap = cap.filter(|cap| proved.is_none_or(|way| cap.misses() < way.of - way.agree));
        if let (Some(cap), Some(item)) = (cap, items.get_mut(at)) {
            (item.kind, item.capped) = (FormRowKind::Sum, Some(cap));
            continue;
        }
        let Some(proved) = proved else {
            let doubted = doubted(&below.said, printed.as_ref());
            if let Some(item) = items.get_mut(at) {
                item.doubted = doubted;
            }
            continue;
        };
        take(items, at, proved);
    }
    leave_contradicted(finder, items);
    if !has_weights {
        take_of_totals(finder, items);
        maximum_proof::apply(finder, items);
        leave_contradicted(finder, items);
    }
    let groups = (0..items.len()).filter(|at| items.get(*at).is_some_and(|one| one.is_group));
    let groups: Vec<usize> = groups.collect();
    if !has_weights && is_mean_of_groups(finder, items, &groups) {
        share_out(items, &groups);
    }
    for at in (0..items.len()).rev() {
        if items.get(at).is_some_and(is_sum) {
            add_up(items, at);
        }
    }
}

/// Takes the points of an item from those below in the way that is proved.
fn take(items: &mut Vec<ProposedItem>, at: usize, proved: ProvedParts) {
    let whole = items
        .iter()
        .all(|item| item.maxima.iter().all(Option::is_some));
    let Some(item) = items.get_mut(at) else {
        return;
    };
    item.parts = Some(proved);
    if !item.is_group {
        // Whose own row says how much counts says so by what is below it.
        (item.kind, item.ceiling) = (FormRowKind::Sum, Ceiling::Said);
        item.together = proved.way;
    } else if proved.way == PartsTogether::Mean && whole {
        let id = item.id.clone();
        let below =
            (0..items.len()).filter(|at| items.get(*at).is_some_and(|one| is_below(one, &id)));
        let below: Vec<usize> = below.collect();
        share_out(items, &below);
    } else {
        put_between(items, at, proved);
    }
}

/// Leaves the caps that no score says and that totals contradict: these are right where all that is below adds up.
fn leave_contradicted(finder: &Finder<'_>, items: &mut [ProposedItem]) {
    for at in total_proof::contradicted(finder, items) {
        if let Some(item) = items.get_mut(at) {
            (item.capped, item.ceiling) = (None, Ceiling::Said);
        }
    }
}

/// Takes points in the way that only the totals of the forms prove.
fn take_of_totals(finder: &Finder<'_>, items: &mut Vec<ProposedItem>) {
    // What groups come to hangs on what is below them.
    for at in (0..items.len()).rev() {
        if items.get(at).is_some_and(is_sum) {
            add_up(items, at);
        }
    }
    match total_proof::found(finder, items) {
        Some(ProvedTotals::Best(all, proved)) => {
            for at in all.into_iter().rev() {
                take(items, at, proved);
            }
        }
        Some(ProvedTotals::Capped(all)) => {
            for (at, cap) in all {
                if let Some(item) = items.get_mut(at) {
                    item.capped = Some(cap);
                }
            }
        }
        None => {}
    }
}

/// What the row of an item says.
fn words(finder: &Finder<'_>, items: &[ProposedItem], at: usize) -> String {
    let row = items.get(at).and_then(|item| item.row);
    let row = row.and_then(|row| finder.forms.consensus.rows.get(row));
    row.map_or_else(String::new, |row| row.text.clone())
}

/// Puts a criterion between a group and its criteria that takes its points from them in another way than as a sum. What has no limit
/// cannot be chosen from.
fn put_between(items: &mut Vec<ProposedItem>, at: usize, proved: ProvedParts) {
    let Some(group) = items.get(at) else { return };
    let (above, id) = (
        format!("{}.", group.id),
        format!("{}.{FOR_GROUP}", group.id),
    );
    let is_inside = |one: &ProposedItem| one.id.starts_with(&above);
    let is_taken = |one: &ProposedItem| one.id == id || one.is_unlimited();
    if items.iter().any(|one| is_inside(one) && is_taken(one)) {
        return;
    }
    let mut between = group.clone();
    between.id.clone_from(&id);
    (between.is_group, between.together) = (false, proved.way);
    for one in items.iter_mut().filter(|one| one.id.starts_with(&above)) {
        let rest = one.id.strip_prefix(&above).map(str::to_string);
        one.id = rest.map_or_else(String::new, |rest| format!("{id}.{rest}"));
    }
    if let Some(group) = items.get_mut(at) {
        group.parts = None;
    }
    items.insert(at + 1, between);
}

/// What the forms print as the most of an item, and of what is right below it.
fn maxima(items: &[ProposedItem], at: usize, below: &[usize]) -> Option<PrintedMost> {
    let own = items.get(at)?.first_printed()?;
    Some((own, printed(items, below)?))
}

/// What the forms print as the most of items.
fn printed(items: &[ProposedItem], of: &[usize]) -> Option<Vec<Points>> {
    let most = of.iter().map(|at| {
        let item = items.get(*at)?;
        Some(item.first_printed().unwrap_or_else(|| item.first_limit()))
    });
    most.collect()
}

/// Gives items equal weights that come to one.
fn share_out(items: &mut [ProposedItem], of: &[usize]) {
    let count = Decimal::from(i64::try_from(of.len()).unwrap_or(i64::MAX));
    for at in of {
        if let (Some(item), Some(weight)) = (items.get_mut(*at), quotient(Decimal::ONE, count)) {
            item.weight = weight;
        }
    }
}

/// What is right below an item, whose points come together in it.
struct PartsBelow {
    /// Their places.
    places: Vec<usize>,
    /// What each form says.
    said: Vec<SaidParts>,
}

/// What is right below an item that may be another thing than the sum of it.
fn below(
    finder: &Finder<'_>,
    items: &[ProposedItem],
    at: usize,
    has_weights: bool,
) -> Option<PartsBelow> {
    let is_above = |item: &&ProposedItem| is_sum(item) || item.ceiling == Ceiling::Below;
    let item = items.get(at).filter(is_above)?;
    let below = items.iter().enumerate();
    let below: Vec<usize> = below
        .filter(|(_, one)| is_below(one, &item.id))
        .map(|(place, _)| place)
        .collect();
    let rows: Option<Vec<usize>> = below.iter().map(|at| items.get(*at)?.row).collect();
    let (rows, own) = (rows?, item.row?);
    // What is weighed comes together by its weights.
    let is_weighed = |row: &usize| {
        let weight = |place| {
            let role = ColumnUse::Weight;
            finder.roles.number(finder.forms, role, *row, place)
        };
        (0..finder.forms.count()).any(|place| weight(place).is_some())
    };
    if rows.len() < 2 || rows.contains(&own) || has_weights && rows.iter().any(is_weighed) {
        return None;
    }
    let claimed = |row: usize, place: usize| {
        let role = ColumnUse::Claimed;
        finder.roles.number(finder.forms, role, row, place)
    };
    let said = (0..finder.forms.count()).filter_map(|place| {
        Some(SaidParts {
            place,
            parts: rows.iter().map(|row| claimed(*row, place)).collect(),
            own: vec![claimed(own, place)?],
        })
    });
    let said = said.collect();
    let places = below;
    Some(PartsBelow { places, said })
}

/// Whether the totals of the forms are the mean of their groups, and what they print as the most of the total is not the sum.
fn is_mean_of_groups(finder: &Finder<'_>, items: &[ProposedItem], groups: &[usize]) -> bool {
    let number = |at: &usize, place: usize| {
        let role = ColumnUse::Claimed;
        let row = items.get(*at)?.row?;
        finder.roles.number(finder.forms, role, row, place)
    };
    let said = (0..finder.forms.count()).filter_map(|place| {
        let parts: Option<Vec<Points>> = groups.iter().map(|at| number(at, place)).collect();
        let keys = finder.roles.keys(ColumnUse::Claimed);
        let totals = keys.flat_map(|key| finder.forms.summed(place, key));
        let own: Vec<Points> = totals.collect();
        (!own.is_empty()).then_some(SaidParts {
            place,
            parts: parts?.into_iter().map(Some).collect(),
            own,
        })
    });
    let said: Vec<SaidParts> = said.collect();
    let most: Points = printed(items, groups).unwrap_or_default().into_iter().sum();
    let is_sum_printed = (0..finder.forms.count()).any(|place| {
        let keys = finder.roles.keys(ColumnUse::Maximum);
        let mut totals = keys.flat_map(|key| finder.forms.summed(place, key));
        totals.any(|total| total == most)
    });
    let maxima = is_sum_printed.then(|| Some((most, printed(items, groups)?)));
    groups.len() > 1
        && proved(&said, maxima.flatten().as_ref())
            .is_some_and(|one| one.way == PartsTogether::Mean)
}
