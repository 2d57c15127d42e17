//! The registry: who is expected to return a workbook, and by which names each is known.
//!
//! In: a `units.csv` (UTF-8 with or without BOM; comma, semicolon or tab). Out: units by level and order, and a look-up by name.
//! Not for: guessing; likeness only proposes.

pub mod offices;
mod place_words;
mod rows;
pub mod seat;
mod succession;
pub mod superior;
mod words;

use std::collections::HashSet;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::base::date::Day;
use crate::base::error::{DefinitionError, Nameable, Problem};
use crate::base::ids::{ById, LevelId, UnitId};
use crate::base::text;
use crate::campaign::definition::Source;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::place_words::PLACES;
pub use crate::campaign::units::rows::COLUMNS;
use crate::campaign::units::rows::{RegistryRows, unit};
pub use crate::campaign::units::succession::{Relation, Succession};
use crate::campaign::units::words::UnitWords;

/// The registries that the program carries: id and text.
pub const BUILT_IN: &[(&str, &str)] = &[(
    "kontum-2017",
    include_str!("../../../templates/kontum-2017/units.csv"),
)];

/// The text of a registry that the program carries.
pub fn built_in(id: &str) -> Option<&'static str> {
    BUILT_IN
        .iter()
        .find(|(name, _)| *name == id)
        .map(|(_, text)| *text)
}

/// A unit that is expected to return a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Level and code.
    pub id: UnitId,
    /// The name in results.
    pub name: String,
    /// Other names in use.
    pub aliases: Vec<String>,
    /// Its position within the level, from 1.
    pub order: u32,
    /// The first day it exists, ISO 8601, where the registry says it.
    pub from: Option<Day>,
    /// The day from which it no longer exists, ISO 8601, where the registry says it.
    pub until: Option<Day>,
    /// The units it comes from or went into.
    pub succession: Option<Succession>,
    /// Whether it has to return a workbook in the campaign's year.
    pub expected: bool,
}

/// All units, by level in the scheme's order and then by their own order.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    units: IndexMap<UnitId, Unit>,
    by_key: ById<String, Vec<UnitId>>,
    /// The same keys without their blanks.
    by_joined: FxHashMap<String, Vec<UnitId>>,
    /// By what stands in the names of files.
    words: UnitWords,
    /// Positions of units by their codes in lower case.
    by_code: FxHashMap<String, Vec<usize>>,
}

/// The most units that a registry may have.
pub const MOST_UNITS: usize = 50_000;

/// The rows of a registry by the names of its columns, without empty values, as they are written.
///
/// # Errors
/// A column that is missing or unknown, a row that cannot be taken apart.
pub fn rows(source: Source<'_>) -> Result<Vec<IndexMap<String, String>>, Vec<DefinitionError>> {
    let mut reader = RegistryRows::open(source)?;
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row() {
        let values = row.map_err(|error| vec![error])?.into_values();
        rows.push(
            values
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        );
    }
    Ok(rows)
}

fn too_many(
    source: Source<'_>,
    line: Result<usize, DefinitionError>,
    rest: &mut RegistryRows<'_>,
) -> DefinitionError {
    let mut found = MOST_UNITS + 1;
    while rest.next_row().is_some() {
        found += 1;
    }
    DefinitionError {
        file: source.file.to_string(),
        line: line.unwrap_or_else(|error| error.line),
        column: 1,
        problem: Problem::TooMany {
            key: "units".to_string(),
            found,
            limit: MOST_UNITS,
        },
    }
}

impl Registry {
    /// Reads and checks a registry.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its line: a missing or unknown column, an unknown level, a code used
    /// twice, a name that stands for two units of one level, a number that is none.
    pub fn parse(source: Source<'_>, scheme: &Scheme) -> Result<Registry, Vec<DefinitionError>> {
        let mut reader = RegistryRows::open(source)?;
        let mut errors = Vec::new();
        let mut units: Vec<(Unit, usize)> = Vec::new();
        while let Some(row) = reader.next_row() {
            if units.len() == MOST_UNITS {
                return Err(vec![too_many(source, row.map(|row| row.line), &mut reader)]);
            }
            match row.and_then(|row| unit(&row, scheme)) {
                Ok(unit) => units.push(unit),
                Err(error) => errors.push(error),
            }
        }
        let position = |level: &LevelId| scheme.levels.iter().position(|one| one.id == *level);
        units.sort_by_key(|(unit, line)| (position(&unit.id.level), unit.order, *line));
        let mut registry = Registry::default();
        for (unit, line) in units {
            registry.add(unit, line, source, &mut errors);
        }
        if registry.units.is_empty() && errors.is_empty() {
            errors.push(source.at(0, Problem::Empty("units".to_string())));
        }
        if errors.is_empty() {
            Ok(registry)
        } else {
            Err(errors)
        }
    }

    fn add(
        &mut self,
        unit: Unit,
        line: usize,
        source: Source<'_>,
        errors: &mut Vec<DefinitionError>,
    ) {
        let mut fail = |problem| {
            errors.push(DefinitionError {
                file: source.file.to_string(),
                line,
                column: 1,
                problem,
            });
        };
        if self.units.contains_key(&unit.id) {
            return fail(Problem::Duplicate {
                kind: Nameable::Unit,
                id: unit.id.code,
            });
        }
        for name in unit.names() {
            // Most names are one unit's: a list that grows would begin with room for four.
            let holders = self
                .by_key
                .entry(written_out(&text::key(name)))
                .or_insert_with(|| Vec::with_capacity(1));
            let other = holders
                .iter()
                .find(|id| id.level == unit.id.level && **id != unit.id);
            if let Some(other) = other {
                let first = other.code.clone();
                fail(Problem::AmbiguousName {
                    name: name.to_string(),
                    first,
                    second: unit.id.code.clone(),
                });
            } else if !holders.contains(&unit.id) {
                holders.push(unit.id.clone());
            }
            // `Ia H'Drai` has an `h` that is no abbreviation.
            let key = text::key(name);
            for joined in [joined(&written_out(&key)), joined(&key)] {
                let holders = self.by_joined.entry(joined);
                let holders = holders.or_insert_with(|| Vec::with_capacity(1));
                if !holders.contains(&unit.id) {
                    holders.push(unit.id.clone());
                }
            }
        }
        let position = self.units.len();
        self.words.add(&unit, position);
        let code = unit.id.code.to_ascii_lowercase();
        self.by_code.entry(code).or_default().push(position);
        self.units.insert(unit.id.clone(), unit);
    }

    /// The registry in a year: a unit that no longer exists at its end, or does not exist yet, is known but not expected.
    #[must_use]
    pub fn in_year(mut self, year: i32) -> Registry {
        for unit in self.units.values_mut() {
            let is_gone = unit.until.is_some_and(|until| until.year() <= year);
            let is_future = unit.from.is_some_and(|from| from.year() > year);
            unit.expected = !is_gone && !is_future;
        }
        self
    }

    /// All units that are expected, by level and order.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.units.values().filter(|unit| unit.expected)
    }

    /// The units of a level that are expected, in order.
    pub fn of_level<'a>(&'a self, level: &'a LevelId) -> impl Iterator<Item = &'a Unit> {
        self.units().filter(move |unit| unit.id.level == *level)
    }

    /// What the registry says about units before and after, in its order.
    pub fn successions(&self) -> impl Iterator<Item = &Succession> {
        self.units
            .values()
            .filter_map(|unit| unit.succession.as_ref())
    }

    /// The expected unit that a former one goes on as: it was renamed, and nothing else.
    pub fn renamed(&self, former: &UnitId) -> Option<&Unit> {
        let mut now = self.units.get(former)?;
        // A chain is never longer than the registry.
        for _ in 0..self.units.len() {
            if now.expected {
                return Some(now).filter(|unit| unit.id != *former);
            }
            let follows = |one: &&Succession| {
                one.relation == Relation::Renamed && one.predecessors.contains(&now.id)
            };
            let next = self.successions().find(follows)?;
            now = match next.successors.as_slice() {
                [only] => self.units.get(only)?,
                _ => return None,
            };
        }
        None
    }

    /// The unit of an id.
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.units.get(id)
    }

    /// The position of a unit among all.
    pub fn position(&self, id: &UnitId) -> Option<usize> {
        self.units.get_index_of(id)
    }

    /// The units that go by this name, on any level. Names are compared by [`text::key`] with the usual
    /// abbreviations written out (`UBND H.`, `TP`, `VP`), and where that finds nothing, without their blanks (`IaH'Drai`), and at last
    /// a place with and without its committee (`huyện Sa Thầy` is `UBND huyện Sa Thầy`); a level may hold one of them only.
    pub fn by_name(&self, name: &str) -> &[UnitId] {
        self.by_name_key(&text::key(name))
    }

    /// As [`Registry::by_name`], by the name's [`text::key`].
    pub fn by_name_key(&self, key: &str) -> &[UnitId] {
        let full = written_out(key);
        match self.by_full_key(key, &full) {
            [] => {
                let other = offices::with_or_without_committee(&full);
                other.map_or(&[], |other| self.by_full_key(&other, &other))
            }
            holders => holders,
        }
    }

    /// As [`Registry::by_name_key`], where `full` has the abbreviations written out.
    fn by_full_key(&self, key: &str, full: &str) -> &[UnitId] {
        if let Some(holders) = self.by_key.get(full) {
            return holders;
        }
        let mut holders = self.by_joined.get(&joined(full));
        if holders.is_none() && full != key {
            holders = self.by_joined.get(&joined(key));
        }
        let Some(holders) = holders else {
            return &[];
        };
        // Two units of one level differ in their blanks alone: without them neither is named.
        let levels: HashSet<&LevelId> = holders.iter().map(|id| &id.level).collect();
        if levels.len() == holders.len() {
            holders
        } else {
            &[]
        }
    }

    /// The keys of all names and aliases.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// Whether a name or an alias has exactly this key.
    pub fn has_key(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// The unit of a code, where one level only has it.
    pub fn by_code(&self, code: &str) -> Option<&Unit> {
        match self.by_code.get(&code.to_ascii_lowercase())?.as_slice() {
            &[position] => self.at(position),
            _ => None,
        }
    }

    fn at(&self, position: usize) -> Option<&Unit> {
        self.units.get_index(position).map(|(_, unit)| unit)
    }

    /// Names in the registry that are most like this one: proposals only.
    pub fn nearest(&self, name: &str) -> Vec<String> {
        text::nearest(name, self.units.values().map(|unit| unit.name.as_str()))
            .into_iter()
            .map(str::to_string)
            .collect()
    }
}

/// The key of a unit's name with the abbreviations of kinds of units written out.
fn written_out(key: &str) -> String {
    let key = key.replace("ủy ban nhân dân", "ubnd");
    let mut full = String::with_capacity(key.len() + 16);
    for word in key.split(' ') {
        if !full.is_empty() {
            full.push(' ');
        }
        let place = PLACES.iter().find(|one| one.letters == word);
        full.push_str(match (place, word) {
            (Some(place), _) => place.word,
            (None, "vp") => "văn phòng",
            (None, "bql") => "ban quản lý",
            (None, "kkt") => "khu kinh tế",
            (None, word) => word,
        });
    }
    full
}

fn joined(key: &str) -> String {
    key.chars().filter(|c| *c != ' ').collect()
}

impl Unit {
    /// Its name and its aliases. The code is not among them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}
