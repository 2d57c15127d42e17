//! Which units of several results are one and the same.
//!
//! In: results. Out: a number for each unit, the same where authority and code are and one of the results knows it by the name that it has
//! in the other, or where a registry says that the unit was renamed. A result that names no authority is of the only one that has a unit of this code and name. Never by likeness. Not for:
//! what follows from it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::ids::UnitId;
use crate::base::text;
use crate::result::diff::SideUnit;
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
        let mut known = KnownNames::default();
        let mut numbers: HashMap<(usize, UnitId), usize> = HashMap::new();
        let authorities = Authorities::of(results);
        for (at, result) in results.iter().enumerate() {
            for (id, unit) in &result.units {
                let authority = authorities.of_unit(result, id, unit);
                let number = known.number((authority, id), unit);
                numbers.insert((at, id.clone()), number);
            }
        }
        let numbers: HashMap<(usize, UnitId), usize> = numbers
            .into_iter()
            .map(|(place, number)| (place, known.after_all(number)))
            .collect();
        let now = renamed(results, &numbers, known.now.len());
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

/// The units that were met, with all that they are called.
#[derive(Default)]
struct KnownNames<'r> {
    /// Those of an authority and a code, each with its number.
    units: HashMap<(String, &'r UnitId), Vec<(usize, &'r SideUnit)>>,
    /// For each number that of the unit that it turned out to be.
    now: Vec<usize>,
}

impl<'r> KnownNames<'r> {
    /// The number of a unit: that of all that it is called as, or that are called as it is.
    fn number(&mut self, key: (String, &'r UnitId), unit: &'r SideUnit) -> usize {
        let met = self.units.entry(key).or_default();
        let is_met = |other: &SideUnit| other.name == unit.name && other.others == unit.others;
        if let Some((number, _)) = met.iter().find(|(_, other)| is_met(other)) {
            return *number;
        }
        let same = met.iter().filter(|(_, other)| unit.is_called(other));
        let same: BTreeSet<usize> = same
            .filter_map(|(one, _)| self.now.get(*one).copied())
            .collect();
        let number = same.first().copied().unwrap_or(self.now.len());
        if number == self.now.len() {
            self.now.push(number);
        }
        met.push((number, unit));
        // Looked for among all units only where several turn out to be one.
        if same.len() > 1 {
            let joined = self.now.iter_mut().filter(|one| same.contains(one));
            joined.for_each(|one| *one = number);
        }
        number
    }

    fn after_all(&self, number: usize) -> usize {
        self.now.get(number).copied().unwrap_or(number)
    }
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
                for name in unit.keys() {
                    let of = all.entry((id.clone(), name)).or_default();
                    of.insert(authority.clone());
                }
            }
        }
        Authorities(all)
    }

    /// That of a unit of a result: the result's own, or the only one there is.
    fn of_unit(&self, result: &ResultFacts, id: &UnitId, unit: &SideUnit) -> String {
        let own = authority_key(&result.authority);
        if !own.is_empty() {
            return own;
        }
        let known = unit
            .keys()
            .filter_map(|name| self.0.get(&(id.clone(), name)));
        let known: BTreeSet<&String> = known.flatten().collect();
        match (known.len(), known.first()) {
            (1, Some(only)) => (*only).clone(),
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
