//! Which units of several results are one and the same.
//!
//! In: results. Out: a number for each unit, the same where authority, code and name are, or where a registry says that the unit was
//! renamed. A result that names no authority is of the only one that has a unit of this code and name. Never by likeness. Not for:
//! what follows from it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::ids::UnitId;
use crate::base::text;
use crate::result::rollup::ResultFacts;

/// Places at which one unit stands in a year: a result by its position, and what it is called there.
pub(super) type UnitPlaces = Vec<(usize, UnitId)>;

/// The units of all results.
pub(super) struct SameUnits {
    numbers: HashMap<(usize, UnitId), usize>,
    /// By year and number.
    met: BTreeMap<(i32, usize), UnitPlaces>,
}

/// An authority as it is compared: a People's Committee may be written out or not.
pub(super) fn authority_key(authority: &str) -> String {
    text::bare_key(authority).replace("uybannhandan", "ubnd")
}

impl SameUnits {
    /// Finds them.
    pub(super) fn of(results: &[ResultFacts]) -> Self {
        let mut known: HashMap<(String, UnitId, String), usize> = HashMap::new();
        let mut numbers: HashMap<(usize, UnitId), usize> = HashMap::new();
        let authorities = Authorities::of(results);
        for (at, result) in results.iter().enumerate() {
            for (id, unit) in &result.units {
                let name = text::key(&unit.name);
                let key = (authorities.of_unit(result, id, &name), id.clone(), name);
                let next = known.len();
                let number = *known.entry(key).or_insert(next);
                numbers.insert((at, id.clone()), number);
            }
        }
        let now = renamed(results, &numbers, known.len());
        let after_all = |number: usize| now.get(number).copied().unwrap_or(number);
        let numbers: HashMap<(usize, UnitId), usize> = numbers
            .into_iter()
            .map(|(place, number)| (place, after_all(number)))
            .collect();
        let mut met: BTreeMap<(i32, usize), UnitPlaces> = BTreeMap::new();
        for (at, result) in results.iter().enumerate() {
            for id in result.units.keys() {
                if let Some(number) = numbers.get(&(at, id.clone())) {
                    let of = met.entry((result.year, *number)).or_default();
                    of.push((at, id.clone()));
                }
            }
        }
        SameUnits { numbers, met }
    }

    /// The number of a unit of a result.
    pub(super) fn number(&self, result: usize, unit: &UnitId) -> Option<usize> {
        self.numbers.get(&(result, unit.clone())).copied()
    }

    /// Where the same unit stands in a year.
    pub(super) fn met(&self, year: i32, number: usize) -> &[(usize, UnitId)] {
        self.met.get(&(year, number)).map_or(&[], Vec::as_slice)
    }

    /// Each unit of a year, by number.
    pub(super) fn of_year(&self, year: i32) -> impl Iterator<Item = &UnitPlaces> {
        let range = (year, 0)..=(year, usize::MAX);
        self.met.range(range).map(|(_, met)| met)
    }

    /// Units that several results of a year have a result of.
    pub(super) fn twice<'s>(
        &'s self,
        results: &'s [ResultFacts],
        year: i32,
    ) -> impl Iterator<Item = &'s UnitPlaces> {
        let is_twice = move |met: &&UnitPlaces| returned(results, met).count() > 1;
        self.of_year(year).filter(is_twice)
    }
}

/// Of the places of a unit those with a result.
pub(super) fn returned<'m>(
    results: &'m [ResultFacts],
    met: &'m [(usize, UnitId)],
) -> impl Iterator<Item = &'m (usize, UnitId)> {
    met.iter().filter(|(at, id)| {
        let unit = results.get(*at).and_then(|result| result.units.get(id));
        unit.is_some_and(|unit| unit.result.is_some())
    })
}

/// The authorities that have a unit of a code and name.
struct Authorities(HashMap<(UnitId, String), BTreeSet<String>>);

impl Authorities {
    fn of(results: &[ResultFacts]) -> Self {
        let mut all: HashMap<(UnitId, String), BTreeSet<String>> = HashMap::new();
        for result in results {
            let authority = authority_key(&result.authority);
            if authority.is_empty() {
                continue;
            }
            for (id, unit) in &result.units {
                let key = (id.clone(), text::key(&unit.name));
                all.entry(key).or_default().insert(authority.clone());
            }
        }
        Authorities(all)
    }

    /// That of a unit of a result: the result's own, or the only one there is.
    fn of_unit(&self, result: &ResultFacts, id: &UnitId, name: &str) -> String {
        let own = authority_key(&result.authority);
        let known = self.0.get(&(id.clone(), name.to_string()));
        match known.filter(|_| own.is_empty()) {
            Some(known) if known.len() == 1 => known.iter().next().cloned().unwrap_or_default(),
            _ => own,
        }
    }
}

/// For each number that of the unit after all renaming, whichever result tells it.
fn renamed(
    results: &[ResultFacts],
    numbers: &HashMap<(usize, UnitId), usize>,
    count: usize,
) -> Vec<usize> {
    let mut now: Vec<usize> = (0..count).collect();
    let told = results.iter().flat_map(|result| {
        let authority = authority_key(&result.authority);
        let all = result.renamed.iter();
        all.map(move |(before, after)| (authority.clone(), before, after))
    });
    let told: BTreeSet<(String, &UnitId, &UnitId)> = told.collect();
    for (authority, before, after) in &told {
        let having = |unit: &UnitId| -> Vec<(i32, usize, String)> {
            let each = (0..).zip(results);
            each.filter_map(|(at, result)| {
                let own = authority_key(&result.authority);
                let is_told = own == *authority || own.is_empty() || authority.is_empty();
                let number = numbers.get(&(at, unit.clone())).filter(|_| is_told)?;
                Some((result.year, *number, own))
            })
            .collect()
        };
        let (old, new) = (having(before), having(after));
        // A unit of nobody known goes on as the only one there is, and as none of several.
        let anywhere = (0..results.len()).filter_map(|at| numbers.get(&(at, (*after).clone())));
        let is_only = anywhere.collect::<BTreeSet<_>>().len() == 1;
        // Where both are there in one year, it is no renaming.
        let is_over = |year: i32| before == after || !old.iter().any(|(one, ..)| *one == year);
        for (year, target, of) in new.iter().filter(|(year, ..)| is_over(*year)) {
            let is_its =
                |of_old: &String| of_old == of || is_only && (of_old.is_empty() || of.is_empty());
            let earlier = old
                .iter()
                .filter(|(then, _, of_old)| then < year && is_its(of_old));
            for (_, number, _) in earlier {
                let (from, to) = (now.get(*number).copied(), now.get(*target).copied());
                if let Some((from, to)) = from.zip(to) {
                    let own = now.iter_mut().filter(|one| **one == from);
                    own.for_each(|one| *one = to);
                }
            }
        }
    }
    now
}
