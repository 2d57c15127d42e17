//! Levels: forms with other maxima, which add up all the same.
//!
//! In: forms, their columns, the kinds of their units. Out: forms by level. Units of other kinds are another level, though the form is one. One form alone with other numbers was altered and is no
//! level, unless its unit is of another kind than the others. Not for: names of levels.

use std::collections::BTreeMap;

use crate::base::points::Points;
use crate::campaign::units::offices::UnitTier;
use crate::input::propose::forms::{Forms, majority};
use crate::input::propose::level_signs::LevelSigns;
use crate::input::propose::roles::{ColumnUse, Roles};

/// Where a form differs from most: rows with its own maximum.
type Differences = BTreeMap<usize, Points>;

/// The forms of each level, by their places; the level of the nearest form is the first.
pub(super) fn levels(forms: &Forms<'_>, roles: &Roles, signs: &LevelSigns) -> Vec<Vec<usize>> {
    let stated = &signs.stated;
    let differences = differences(forms, roles);
    let mut kinds: Vec<Differences> = Vec::new();
    for (place, own) in differences.iter().enumerate() {
        let others = differences.iter().filter(|other| *other == own).count();
        // What breaks its own sums is a slip, and what one form alone has was altered there.
        let is_several = others > 1 || own.len() > 1 && signs.is_only_of_its_kind(place);
        let is_one =
            own.is_empty() || is_several && adds_up(forms, roles, place, own).unwrap_or(others > 1);
        if is_one && !kinds.contains(own) {
            kinds.push(own.clone());
        }
    }
    if kinds.is_empty() {
        kinds.push(Differences::new());
    }
    let nearest = |own: &Differences| {
        let apart = |kind: &Differences| {
            let in_kind = kind
                .iter()
                .filter(|(row, points)| own.get(row) != Some(points))
                .count();
            in_kind
                + own
                    .iter()
                    .filter(|(row, points)| kind.get(row) != Some(points))
                    .count()
        };
        (0..kinds.len()).min_by_key(|kind| kinds.get(*kind).map(apart))
    };
    let is_stated = !stated.is_empty() && stated.iter().all(|name| !name.is_empty());
    let mut levels: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    for (place, own) in differences.iter().enumerate() {
        let name = stated
            .get(place)
            .filter(|_| is_stated)
            .map_or("", String::as_str);
        levels
            .entry((nearest(own).unwrap_or_default(), name))
            .or_default()
            .push(place);
    }
    let levels = levels.into_values();
    let mut levels: Vec<Vec<usize>> = if is_stated {
        levels.collect()
    } else {
        levels.flat_map(|forms| by_kind(forms, signs)).collect()
    };
    levels.sort();
    levels
}

/// Where each form differs from most.
fn differences(forms: &Forms<'_>, roles: &Roles) -> Vec<Differences> {
    let number = |row: usize, place: usize| roles.number(forms, ColumnUse::Maximum, row, place);
    let all = 0..forms.count();
    let mut differences: Vec<Differences> = vec![Differences::new(); forms.count()];
    for row in forms.rows() {
        let values = all.clone().filter_map(|place| number(row, place));
        let Some((most, ..)) = majority(values) else {
            continue;
        };
        for (place, own) in differences.iter_mut().enumerate() {
            if let Some(points) = number(row, place).filter(|points| *points != most) {
                own.insert(row, points);
            }
        }
    }
    differences
}

/// Forms that are alike, parted by the kinds of their units: offices and committees are ranked apart, although they fill in one form.
/// A kind of which there is one alone is no level.
fn by_kind(forms: Vec<usize>, signs: &LevelSigns) -> Vec<Vec<usize>> {
    let tier = |place: &usize| signs.tiers.get(*place).copied().flatten();
    let mut counts: BTreeMap<UnitTier, usize> = BTreeMap::new();
    for tier in forms.iter().filter_map(tier) {
        *counts.entry(tier).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    let most = counts.iter().max_by_key(|(_, count)| **count);
    let Some(most) = most.map(|(tier, _)| *tier).filter(|_| counts.len() > 1) else {
        return vec![forms];
    };
    let mut levels: BTreeMap<UnitTier, Vec<usize>> = BTreeMap::new();
    for place in forms {
        let own = tier(&place).filter(|tier| counts.contains_key(tier));
        levels.entry(own.unwrap_or(most)).or_default().push(place);
    }
    levels.into_values().collect()
}

/// Whether the maxima of a form add up where they differ from those of most; nothing where no sum is printed.
fn adds_up(forms: &Forms<'_>, roles: &Roles, place: usize, own: &Differences) -> Option<bool> {
    let number = |row: usize| roles.number(forms, ColumnUse::Maximum, row, place);
    let mut checked = 0;
    for row in forms.rows() {
        let below = forms.coded_below(row);
        let is_touched = own.contains_key(&row) || below.iter().any(|one| own.contains_key(one));
        let parts: Vec<Points> = below.iter().filter_map(|one| number(*one)).collect();
        let Some(points) = number(row).filter(|_| is_touched && parts.len() > 1) else {
            continue;
        };
        checked += 1;
        if parts.iter().copied().sum::<Points>() != points {
            return Some(false);
        }
    }
    (checked > 0).then_some(true)
}
