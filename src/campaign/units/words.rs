//! Units by words and letters, as they stand in names of files.
//!
//! In: units as they are registered. Out: those that words or letters may mean. Not for: names on a form, which are compared with
//! their marks.

use rustc_hash::FxHashMap;

use crate::base::text;
use crate::campaign::units::{Registry, Unit, offices};

/// Positions of units by words, without marks.
#[derive(Clone, Debug, Default)]
pub(super) struct UnitWords {
    /// By the words of names and aliases.
    names: FxHashMap<String, Vec<usize>>,
    /// By the words of codes.
    codes: FxHashMap<String, Vec<usize>>,
    /// By the initials of which a unit's code is made.
    initials: FxHashMap<String, Vec<usize>>,
    /// Words of the longest name, alias or code.
    most: usize,
}

impl UnitWords {
    /// Takes what may name a unit in the name of a file.
    pub(super) fn add(&mut self, unit: &Unit, position: usize) {
        let code = unit.id.code.as_str();
        let names = unit.names().map(|name| (text::bare_words(name), false));
        // `Huyện Sa Thầy.xlsx` for `UBND huyện Sa Thầy`.
        let plain = unit.names().filter_map(|name| {
            let key = text::key(name).replace("ủy ban nhân dân", "ubnd");
            let place =
                offices::with_or_without_committee(&key).filter(|_| key.starts_with("ubnd"))?;
            Some((text::bare_words(&place), false))
        });
        for (words, is_code) in names.chain(plain).chain([(text::bare_words(code), true)]) {
            self.most = self.most.max(words.len());
            let map = if is_code {
                &mut self.codes
            } else {
                &mut self.names
            };
            let holders = map.entry(words.join(" ")).or_default();
            if !holders.contains(&position) {
                holders.push(position);
            }
        }
        if let Some(initials) = offices::made_of(code, &unit.name) {
            self.initials.entry(initials).or_default().push(position);
        }
    }
}

impl Registry {
    /// The unit that is meant where somebody writes this code for it: none where the code is made of initials that another unit's
    /// code is made of as well.
    pub fn meant_by_code(&self, code: &str) -> Option<&Unit> {
        self.by_code(code).filter(|unit| !self.is_vague(unit))
    }

    /// The expected units whose codes are made of these letters, the initials of their names, where there are several: `SNV` may be
    /// any of them, whichever was given the code without a number.
    pub fn of_initials(&self, letters: &str) -> Vec<&Unit> {
        let positions = self.words.initials.get(&letters.to_lowercase());
        let units = positions.into_iter().flatten();
        let units = units.filter_map(|&position| self.at(position));
        let units: Vec<&Unit> = units.filter(|unit| unit.expected).collect();
        if units.len() > 1 { units } else { Vec::new() }
    }

    /// Whether a unit's code would stand for another unit as well.
    fn is_vague(&self, unit: &Unit) -> bool {
        let initials = offices::made_of(&unit.id.code, &unit.name);
        initials.is_some_and(|initials| !self.of_initials(&initials).is_empty())
    }

    /// The units that have a name, an alias or a code that is their own alone of exactly these words, as [`text::bare_words`] gives
    /// them.
    pub fn by_words(&self, words: &[String]) -> impl Iterator<Item = &Unit> {
        let words = words.join(" ");
        let at = |&position: &usize| self.at(position);
        let named = self.words.names.get(&words).into_iter().flatten();
        let coded = self.words.codes.get(&words).into_iter().flatten();
        let coded = coded.filter_map(at).filter(|unit| !self.is_vague(unit));
        named.filter_map(at).chain(coded)
    }

    /// How many words the longest name, alias or code has.
    pub fn most_words(&self) -> usize {
        self.words.most
    }
}
