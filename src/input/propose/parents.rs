//! How the points of what stands below a row come together in it: where the forms' own numbers say so, as their mean, the best of them
//! or the weakest.
//!
//! In: the forms, the items. Out: for each item above others how they come together, and by how many forms. Not for: weights that
//! forms print (`weights`).

use crate::base::points::{Decimal, Points};
use crate::input::propose::columns::ColumnUse;
use crate::input::propose::items::{Ceiling, ProposedItem, add_up, is_below};
use crate::input::propose::part_ways::{PartsTogether, ProvedParts};
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::weight_proof::SEVERAL;
use crate::input::propose::weight_readings::{is_sum, quotient};

/// All of them.
const WAYS: [PartsTogether; 4] = [
    PartsTogether::Sum,
    PartsTogether::Mean,
    PartsTogether::Best,
    PartsTogether::Weakest,
];

/// Finds how points come together in each item, from below. A group adds up by nature: its mean is the sum by equal weights.
pub(super) fn apply(finder: &Finder<'_>, items: &mut [ProposedItem]) {
    let has_weights = finder.roles.keys(ColumnUse::Weight).next().is_some();
    for at in (0..items.len()).rev() {
        let Some((parts, proved)) = found(finder, items, at, has_weights) else {
            continue;
        };
        let whole = items
            .iter()
            .all(|item| item.maxima.iter().all(Option::is_some));
        let Some(item) = items.get_mut(at) else {
            continue;
        };
        item.parts = Some(proved);
        if !item.is_group {
            // Whose own row says how much counts says so by what is below it.
            (item.kind, item.ceiling) = (FormRowKind::Sum, Ceiling::Said);
            item.together = proved.way;
        } else if proved.way == PartsTogether::Mean && whole {
            share_out(items, &parts);
        }
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

/// Gives items equal weights that come to one.
fn share_out(items: &mut [ProposedItem], of: &[usize]) {
    let count = Decimal::from(i64::try_from(of.len()).unwrap_or(i64::MAX));
    for at in of {
        if let (Some(item), Some(weight)) = (items.get_mut(*at), quotient(Decimal::ONE, count)) {
            item.weight = weight;
        }
    }
}

/// How points come together in an item where that is no sum, with the places of what is below it.
fn found(
    finder: &Finder<'_>,
    items: &[ProposedItem],
    at: usize,
    has_weights: bool,
) -> Option<(Vec<usize>, ProvedParts)> {
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
        let parts: Option<Vec<Points>> = rows.iter().map(|row| claimed(*row, place)).collect();
        Some((parts?, vec![claimed(own, place)?]))
    });
    Some((below, proved(&said.collect::<Vec<_>>())?))
}

/// Whether the totals of the forms are the mean of their groups.
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
        let totals: Vec<Points> = totals.collect();
        (!totals.is_empty()).then_some((parts?, totals))
    });
    let said: Vec<(Vec<Points>, Vec<Points>)> = said.collect();
    groups.len() > 1 && proved(&said).is_some_and(|one| one.way == PartsTogether::Mean)
}

/// The one way, if it is no sum, in which nearly all forms, and several, come to what they say: to as many decimals as any of them
/// prints. A form that says the same in each way says nothing.
fn proved(said: &[(Vec<Points>, Vec<Points>)]) -> Option<ProvedParts> {
    let printed = said.iter().flat_map(|(_, own)| own);
    let decimals = printed.map(|own| own.0.normalize().scale()).max()?;
    let agrees = |way: PartsTogether, (parts, own): &(Vec<Points>, Vec<Points>)| {
        let parts: Vec<(Decimal, Points)> = parts.iter().map(|one| (Decimal::ONE, *one)).collect();
        let value = way.come_to(&parts).map(|value| value.rounded(decimals));
        value.is_some_and(|value| own.contains(&value))
    };
    let telling = said.iter().filter(|one| {
        let agree = WAYS.iter().filter(|way| agrees(**way, one)).count();
        agree < WAYS.len()
    });
    let telling: Vec<&(Vec<Points>, Vec<Points>)> = telling.collect();
    let counted = WAYS.map(|way| {
        let agree = telling.iter().filter(|one| agrees(way, one)).count();
        (way, agree)
    });
    let of = telling.len();
    let holds = |agree: usize| agree >= SEVERAL && agree * 3 >= of * 2;
    let most = counted.iter().map(|(_, agree)| *agree).max()?;
    let (way, agree) = counted.into_iter().find(|(_, agree)| *agree == most)?;
    (holds(agree) && way != PartsTogether::Sum).then_some(ProvedParts { way, agree, of })
}
