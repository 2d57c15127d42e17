//! The results that were joined, and how many units each of them has.
//!
//! In: results. Out: each with a label of its own and its counts; results that say the same as another are left out. Not for: units
//! one by one.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};

use crate::base::finding::{Fact, Finding, Place};
use crate::base::ids::{LevelId, UnitId};
use crate::base::rules::rollup as rules;
use crate::campaign::units::MOST_UNITS;
use crate::result::diff::SideUnit;
use crate::result::rollup::comparable::Alike;
use crate::result::rollup::same_unit::{SameUnits, authority_key, returned};
use crate::result::rollup::{JoinedResult, ResultFacts, RolledCounts, RolledLevel};

/// Leaves out what says the same as a result before it, and tells each.
pub(super) fn without_copies(results: Vec<ResultFacts>) -> (Vec<ResultFacts>, Vec<Finding>) {
    let mut seen: HashMap<(String, String), String> = HashMap::new();
    let (mut kept, mut copies) = (Vec::new(), Vec::new());
    for result in results {
        // What two authorities say is of two, however alike.
        let key = (result.digest.clone(), authority_key(&result.authority));
        if let Some(first) = seen.get(&key) {
            let place = Place {
                file: Some(result.file),
                ..Place::default()
            };
            let finding = Finding::new(&rules::SAME_RESULT, place);
            copies.push(finding.found(Fact::Name(first.clone())));
        } else {
            seen.insert(key, result.file.clone());
            kept.push(result);
        }
    }
    (kept, copies)
}

/// What each result is called: by its label, by its path where two have one label, with a number where that is one as well.
pub(super) fn labels(results: &[ResultFacts]) -> Vec<String> {
    let stem = |file: &str| match file.rsplit_once('.') {
        Some((stem, _)) => stem.to_string(),
        None => file.to_string(),
    };
    let mut taken: IndexSet<String> = IndexSet::new();
    for result in results {
        let is_shared = results.iter().filter(|one| one.label == result.label);
        let wanted = if is_shared.count() > 1 {
            stem(&result.file)
        } else {
            result.label.clone()
        };
        let numbered = (2..MOST_UNITS).map(|number| format!("{wanted} ({number})"));
        let mut names = std::iter::once(wanted.clone()).chain(numbered);
        let free = names.find(|name| !taken.contains(name));
        taken.insert(free.unwrap_or(wanted));
    }
    taken.into_iter().collect()
}

/// The results, with these labels.
pub(super) fn results(results: &[ResultFacts], labels: Vec<String>) -> Vec<JoinedResult> {
    let each = results.iter().zip(labels);
    each.map(|(result, label)| JoinedResult {
        file: result.file.clone(),
        label,
        campaign: result.campaign.clone(),
        authority: result.authority.clone(),
        year: result.year,
        scheme: result.scheme.clone(),
        provisional: result.provisional.clone(),
        counts: counts(result, result.units.values()),
    })
    .collect()
}

/// Counts some units of a result.
fn counts<'u>(result: &ResultFacts, units: impl Iterator<Item = &'u SideUnit>) -> RolledCounts {
    let mut counts = RolledCounts::default();
    for grade in &result.grades {
        counts.grades.insert(grade.clone(), 0);
    }
    for unit in units {
        count(&mut counts, unit);
    }
    counts
}

fn count(counts: &mut RolledCounts, unit: &SideUnit) {
    counts.expected += 1;
    let Some(result) = &unit.result else { return };
    counts.returned += 1;
    counts.open += usize::from(result.open.is_some());
    if let Some(grade) = &result.grade {
        *counts.grades.entry(grade.clone()).or_default() += 1;
    }
}

/// Each level in each year, levels in the order in which results have them.
pub(super) fn levels(
    results: &[ResultFacts],
    known: &SameUnits,
    alike: &Alike,
) -> Vec<RolledLevel> {
    let mut ids: IndexMap<LevelId, String> = IndexMap::new();
    for result in results {
        for (id, level) in &result.levels {
            ids.entry(id.clone()).or_insert_with(|| level.name.clone());
        }
    }
    let mut levels = Vec::new();
    for (id, name) in ids {
        let mut years: Vec<i32> = results.iter().map(|result| result.year).collect();
        years.dedup();
        for year in years {
            let groups = alike.groups(year, &id);
            if groups.is_empty() {
                continue;
            }
            let is_alike = groups.len() < 2;
            let own: Vec<usize> = groups.iter().flatten().copied().collect();
            let all = together(results, known, (year, &id, &own), is_alike);
            let mut own = own;
            own.sort_unstable();
            let of = |at: usize| {
                let result = results.get(at)?;
                let units = result.units.iter();
                let units = units.filter(|(unit, _)| unit.level == id);
                Some((at, counts(result, units.map(|(_, unit)| unit))))
            };
            levels.push(RolledLevel {
                id: id.clone(),
                name: name.clone(),
                year,
                all,
                is_alike,
                results: own.into_iter().filter_map(of).collect(),
            });
        }
    }
    levels
}

/// All units of a level in a year, each once. A unit that two results have a result of has no grade here: which is right is not known.
fn together(
    results: &[ResultFacts],
    known: &SameUnits,
    (year, level, own): (i32, &LevelId, &[usize]),
    is_alike: bool,
) -> RolledCounts {
    let mut all = RolledCounts::default();
    let grades = own.iter().filter_map(|at| results.get(*at));
    for grade in grades.flat_map(|result| &result.grades) {
        all.grades.entry(grade.clone()).or_default();
    }
    let unit = |(at, id): &(usize, UnitId)| results.get(*at).and_then(|one| one.units.get(id));
    for met in known.of_year(year) {
        let is_here = |(_, id): &(usize, UnitId)| id.level == *level;
        let Some(first) = met.iter().find(|one| is_here(one)) else {
            continue;
        };
        let mut with_result = returned(results, met);
        let counted = with_result.next().unwrap_or(first);
        let Some(one) = unit(counted) else { continue };
        if with_result.next().is_some() {
            all.expected += 1;
            all.returned += 1;
        } else {
            count(&mut all, one);
        }
    }
    if !is_alike {
        all.grades.clear();
    }
    all
}
