//! What has to be said of results that are put together: what is not added up, not compared, or may be one and the same.
//!
//! In: results, which of their units are the same, which of them judge alike. Out: findings. Not for: files that were not taken in.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::{IndexMap, IndexSet};

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::UnitId;
use crate::base::rules::{Rule, rollup as rules};
use crate::base::text;
use crate::result::diff::SideUnit;
use crate::result::rollup::comparable::Alike;
use crate::result::rollup::same_unit::{SameUnits, authority_key, returned};
use crate::result::rollup::{ResultFacts, RolledStatistic};

/// How many names a finding tells.
const MOST: usize = 10;

/// All that has to be said. `labels` are what the results are called.
pub(super) fn notes(
    results: &[ResultFacts],
    (known, alike): (&SameUnits, &Alike),
    statistics: &[RolledStatistic],
    labels: &[String],
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut years: Vec<i32> = results.iter().map(|result| result.year).collect();
    years.dedup();
    for year in &years {
        found.extend(twice(results, known, *year));
        found.extend(called_alike(results, known, *year, labels));
    }
    found.extend(judged_otherwise(results, alike, labels));
    found.extend(by_best(results, alike));
    found.extend(apart(statistics, labels));
    found
}

fn note(rule: &'static Rule, about: String, found: Vec<String>) -> Finding {
    let finding = Finding::new(rule, Place::default());
    finding
        .about(About::Row(about))
        .found(Fact::Names(shortened(found)))
}

/// The first of many names.
fn shortened(mut names: Vec<String>) -> Vec<String> {
    if names.len() > MOST + 1 {
        let left = names.len() - MOST;
        names.truncate(MOST);
        names.push(format!("… +{left}"));
    }
    names
}

/// Units that two results of a year have a result of, by the two files.
fn twice(results: &[ResultFacts], known: &SameUnits, year: i32) -> Vec<Finding> {
    let mut pairs: IndexMap<(usize, usize), Vec<String>> = IndexMap::new();
    for met in known.twice(results, year) {
        let mut at = returned(results, met);
        let Some((first, id)) = at.next() else {
            continue;
        };
        let unit = results.get(*first).and_then(|one| one.units.get(id));
        let name = unit.map(|unit| unit.name.clone()).unwrap_or_default();
        for (other, _) in at {
            pairs
                .entry((*first, *other))
                .or_default()
                .push(name.clone());
        }
    }
    let file = |at: usize| results.get(at).map(|result| result.file.clone());
    let of = |((first, other), names): ((usize, usize), Vec<String>)| {
        let mut finding = note(&rules::UNIT_TWICE, year.to_string(), names);
        finding.place.file = file(other);
        finding.expected(Fact::Name(file(first).unwrap_or_default()))
    };
    pairs.into_iter().map(of).collect()
}

/// A unit of a result that has a result, with its result.
struct Named<'r> {
    /// The place of the result.
    at: usize,
    number: Option<usize>,
    authority: String,
    unit: &'r SideUnit,
}

/// Units of one name: whether it is their own, and the places of their results.
type NamedUnits<'r> = IndexSet<(&'r UnitId, bool, usize)>;

/// Units that count as different ones and are called alike.
fn called_alike(
    results: &[ResultFacts],
    known: &SameUnits,
    year: i32,
    labels: &[String],
) -> Vec<Finding> {
    let in_result = |name: &str, at: usize| {
        let label = labels.get(at).map_or("", String::as_str);
        format!("{name} ({label})")
    };
    let mut by_code: BTreeMap<&UnitId, Vec<Named<'_>>> = BTreeMap::new();
    let mut by_name: BTreeMap<(&str, String), NamedUnits<'_>> = BTreeMap::new();
    for (at, result) in (0..).zip(results).filter(|(_, one)| one.year == year) {
        let authority = authority_key(&result.authority);
        for (id, unit) in &result.units {
            if unit.result.is_none() {
                continue;
            }
            by_code.entry(id).or_default().push(Named {
                at,
                number: known.number(at, id),
                authority: authority.clone(),
                unit,
            });
            let level = id.level.0.as_str();
            for (place, name) in unit.keys().enumerate() {
                let name = format!("{authority} {name}");
                let of_name = by_name.entry((level, name)).or_default();
                of_name.insert((id, place == 0, at));
            }
        }
    }
    let (mut alike, mut one) = (IndexSet::new(), IndexSet::new());
    for units in by_code.values() {
        let Some((first, others)) = units.split_first() else {
            continue;
        };
        for other in others.iter().filter(|other| other.number != first.number) {
            let is_name = text::key(&first.unit.name) == text::key(&other.unit.name);
            match (is_name, first.authority == other.authority) {
                (true, _) => drop(alike.insert(first.unit.name.clone())),
                (false, true) => {
                    let named = |one: &Named<'_>| in_result(&one.unit.name, one.at);
                    one.insert(format!("{} / {}", named(first), named(other)));
                }
                (false, false) => {}
            }
        }
    }
    for met in by_name.values() {
        // What only others call both says of neither that it is the other.
        let is_own = met.iter().any(|(_, is_own, _)| *is_own);
        let ids: BTreeSet<&UnitId> = met.iter().map(|(id, ..)| *id).collect();
        if is_own && ids.len() > 1 {
            let all = met
                .iter()
                .map(|(id, _, at)| in_result(&id.to_string(), *at));
            let all: BTreeSet<String> = all.collect();
            one.insert(all.into_iter().collect::<Vec<_>>().join(" / "));
        }
    }
    let told = [(&rules::CALLED_ALIKE, alike), (&rules::MAY_BE_ONE, one)];
    told.into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(rule, names)| note(rule, year.to_string(), names.into_iter().collect()))
        .collect()
}

/// Levels whose units are not all judged alike; levels with the same groups of results together.
fn judged_otherwise(results: &[ResultFacts], alike: &Alike, labels: &[String]) -> Vec<Finding> {
    let mut told: IndexMap<(i32, &[Vec<usize>]), Vec<&str>> = IndexMap::new();
    for (year, level, groups) in alike.all().filter(|(.., groups)| groups.len() > 1) {
        let first = groups.first().and_then(|group| group.first());
        let name = first.and_then(|at| results.get(*at)?.levels.get(level));
        let name = name.map_or(level.0.as_str(), |level| level.name.as_str());
        told.entry((year, groups)).or_default().push(name);
    }
    let of = |((year, groups), levels): ((i32, &[Vec<usize>]), Vec<&str>)| {
        let group = |group: &Vec<usize>| {
            let scheme = group.first().and_then(|at| results.get(*at));
            let scheme = scheme.map_or("", |result| result.scheme.as_str());
            let of = group.iter().filter_map(|at| labels.get(*at).cloned());
            format!("{scheme} ({})", shortened(of.collect()).join(", "))
        };
        let about = format!("{year}, {}", levels.join(", "));
        note(
            &rules::JUDGED_OTHERWISE,
            about,
            groups.iter().map(group).collect(),
        )
    };
    told.into_iter().map(of).collect()
}

/// Levels at which points of several results are measured by the best unit of each.
fn by_best(results: &[ResultFacts], alike: &Alike) -> Vec<Finding> {
    let of = |(year, level, groups): (i32, _, &[Vec<usize>])| {
        let shared = groups.iter().find(|group| group.len() > 1)?;
        let level = results.get(*shared.first()?)?.levels.get(level)?;
        let about = format!("{year}, {}", level.name);
        let criteria = level.by_best.clone();
        (!criteria.is_empty()).then(|| note(&rules::BEST_OF_EACH, about, criteria))
    };
    alike.all().filter_map(of).collect()
}

/// Statistics of one id that stand apart.
fn apart(statistics: &[RolledStatistic], labels: &[String]) -> Vec<Finding> {
    let mut by_id: IndexMap<&str, Vec<&RolledStatistic>> = IndexMap::new();
    for one in statistics {
        by_id.entry(&one.id).or_default().push(one);
    }
    let of = |(id, all): (&str, Vec<&RolledStatistic>)| {
        let is_formula = all
            .iter()
            .any(|one| Some(&one.formula) != all.first().map(|one| &one.formula));
        let told = |one: &&RolledStatistic| {
            let of = one.years.values().flat_map(|year| &year.results);
            let of = of.filter_map(|(at, _)| labels.get(*at).cloned());
            let what = if is_formula { &one.formula } else { &one.name };
            format!("{what} ({})", shortened(of.collect()).join(", "))
        };
        note(
            &rules::STATISTIC_APART,
            id.to_string(),
            all.iter().map(told).collect(),
        )
    };
    let apart = by_id.into_iter().filter(|(_, all)| all.len() > 1);
    apart.map(of).collect()
}
