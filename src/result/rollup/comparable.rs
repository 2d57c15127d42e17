//! Which results judge the units of a level alike.
//!
//! In: results. Out: for each year and level the results in groups that have the same criteria, rules, maxima and grades. Scores of two
//! groups are not compared. Not for: what is said of it.

use std::collections::BTreeMap;

use crate::base::ids::LevelId;
use crate::result::rollup::ResultFacts;

/// Results in groups by how they judge.
pub(super) struct Alike {
    groups: BTreeMap<(i32, LevelId), Vec<Vec<usize>>>,
}

impl Alike {
    /// Finds them.
    pub(super) fn of(results: &[ResultFacts]) -> Self {
        let mut groups: BTreeMap<(i32, LevelId), Vec<Vec<usize>>> = BTreeMap::new();
        for (at, result) in results.iter().enumerate() {
            for (id, level) in &result.levels {
                // A level without units judges nobody.
                if !result.units.keys().any(|unit| unit.level == *id) {
                    continue;
                }
                let of_level = groups.entry((result.year, id.clone())).or_default();
                let judged_by = |other: &usize| {
                    let other = results.get(*other);
                    let other = other.and_then(|other| other.levels.get(id));
                    other.is_some_and(|other| other.judged_by == level.judged_by)
                };
                match of_level
                    .iter_mut()
                    .find(|group| group.first().is_some_and(judged_by))
                {
                    Some(group) => group.push(at),
                    None => of_level.push(vec![at]),
                }
            }
        }
        Alike { groups }
    }

    /// The groups of a year and a level.
    pub(super) fn groups(&self, year: i32, level: &LevelId) -> &[Vec<usize>] {
        let found = self.groups.get(&(year, level.clone()));
        found.map_or(&[], Vec::as_slice)
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = (i32, &LevelId, &[Vec<usize>])> {
        let each = self.groups.iter();
        each.map(|((year, level), groups)| (*year, level, groups.as_slice()))
    }
}
