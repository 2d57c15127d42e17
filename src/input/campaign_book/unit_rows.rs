//! Units of which a list says the name alone: they get a code, and the level of units of their kind.
//!
//! In: the units as they were read. Out: the same with what was left blank, and one finding that says which. Not for: rows that
//! are told to be wrong.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::base::finding::Fact;
use crate::base::lang::{Lang, say};
use crate::base::rules::{campaign_fit, campaign_form};
use crate::base::text;
use crate::campaign::book::BookCell;
use crate::campaign::definition::steps;
use crate::campaign::documents::Document;
use crate::campaign::units::offices::{UnitTier, code, kind_of};
use crate::input::campaign_book::BookReading;

/// What was left blank and is known now.
#[derive(Default)]
struct Completed {
    /// Where the units stand.
    spots: Vec<BookCell>,
    /// How many units got each level, by its id.
    levels: BTreeMap<String, usize>,
    codes: Vec<String>,
}

impl BookReading {
    /// Gives units without a level or a code what they lack, and says so once; a level that nothing tells is asked for once.
    pub(super) fn complete_units(&mut self) {
        let mut units = std::mem::take(&mut self.documents.units);
        let of_tier = self.levels_of_tiers(&units);
        let codes = units.iter().filter_map(|unit| unit.get("code"));
        let mut used: BTreeSet<String> = codes.map(|code| code.to_lowercase()).collect();
        let mut completed = Completed::default();
        let mut unclear: Vec<BookCell> = Vec::new();
        for (index, unit) in units.iter_mut().enumerate() {
            let path = steps![index];
            let Some(spot) = self.places.exact(Document::Units, &path).cloned() else {
                continue;
            };
            let is_told = self.faulty.contains(&(spot.sheet.clone(), spot.cell.row));
            let Some(name) = unit.get("name").filter(|_| !is_told).cloned() else {
                continue;
            };
            let has_level = unit.contains_key("level");
            let level = self.level_of(&name, &of_tier).filter(|_| !has_level);
            if !has_level && level.is_none() {
                let cell = steps![index, "level"];
                let cell = self.places.exact(Document::Units, &cell).cloned();
                unclear.push(cell.unwrap_or(spot));
                continue;
            }
            let own = (!unit.contains_key("code")).then(|| code(&name, &mut used));
            if level.is_some() || own.is_some() {
                completed.spots.push(spot);
            }
            if let Some(level) = level {
                *completed.levels.entry(level.clone()).or_default() += 1;
                unit.insert("level".to_string(), level);
            }
            if let Some(own) = own {
                completed.codes.push(own.clone());
                unit.insert("code".to_string(), own);
            }
        }
        self.documents.units = units;
        self.say_completed(&completed);
        self.ask_levels(&unclear);
    }

    /// The level of the units of a kind, where those that have one agree.
    fn levels_of_tiers(&self, units: &[IndexMap<String, String>]) -> BTreeMap<UnitTier, String> {
        let mut all: BTreeMap<UnitTier, BTreeSet<&String>> = BTreeMap::new();
        for unit in units {
            let tier = unit.get("name").and_then(|name| kind_of(&text::key(name)));
            if let (Some(tier), Some(level)) = (tier, unit.get("level")) {
                all.entry(tier).or_default().insert(level);
            }
        }
        // Where no unit says it, a level that is called as the kind is.
        for tier in UnitTier::ALL {
            let (id, name, _) = tier.words();
            let is_its = |(own, called): &&(String, String)| {
                own == id || text::key(called) == text::key(name)
            };
            if let Some((level, _)) = self.levels.iter().find(is_its) {
                all.entry(tier).or_insert_with(|| BTreeSet::from([level]));
            }
        }
        let one = |(tier, levels): (UnitTier, BTreeSet<&String>)| {
            let mut levels = levels.into_iter();
            let first = levels.next()?;
            levels.next().is_none().then(|| (tier, first.clone()))
        };
        all.into_iter().filter_map(one).collect()
    }

    /// The level of a unit of which nothing but the name is known.
    fn level_of(&self, name: &str, of_tier: &BTreeMap<UnitTier, String>) -> Option<String> {
        match &*self.levels {
            [(only, _)] => Some(only.clone()),
            _ => of_tier.get(&kind_of(&text::key(name))?).cloned(),
        }
    }

    fn say_completed(&mut self, completed: &Completed) {
        let Some(first) = completed.spots.first() else {
            return;
        };
        let heading = self.heading(first);
        let units = units_of(&completed.spots);
        let said = |lang| {
            let levels = completed.levels.iter().map(|(level, count)| {
                let mut known = self.levels.iter();
                let name = known.find(|(id, name)| id == level && !name.is_empty());
                let name = name.map_or(level, |(_, name)| name);
                say!(
                    lang,
                    "cấp “{name}” cho {count} đơn vị",
                    "level \"{name}\" for {count}"
                )
            });
            let codes = match &*completed.codes {
                [] => None,
                [only] => Some(say!(lang, "mã {only}", "code {only}")),
                [first, .., last] => Some(say!(
                    lang,
                    "mã từ {first} đến {last}",
                    "codes from {first} to {last}"
                )),
            };
            levels.chain(codes).collect::<Vec<_>>().join(", ")
        };
        let given = Fact::Said(said(Lang::Vi), said(Lang::En));
        let (found, expected) = (Some(units), Some(given));
        let rule = &campaign_fit::UNITS_COMPLETED;
        self.add(rule, first.cell, &heading, found, expected);
    }

    /// Asks for levels that nothing tells, once for all rows.
    fn ask_levels(&mut self, unclear: &[BookCell]) {
        let Some(first) = unclear.first() else {
            return;
        };
        let heading = self.heading(first);
        let about = match unclear {
            [_] => heading,
            all => format!("{heading} ({})", units_of(all).show(Lang::Vi)),
        };
        self.add(&campaign_form::BLANK, first.cell, &about, None, None);
        let rows = unclear
            .iter()
            .map(|spot| (spot.sheet.clone(), spot.cell.row));
        self.faulty.extend(rows);
    }
}

/// How many units they are, and in which rows.
fn units_of(spots: &[BookCell]) -> Fact {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for row in spots.iter().map(|spot| spot.cell.row + 1) {
        match spans.last_mut() {
            Some((_, end)) if *end + 1 == row => *end = row,
            _ => spans.push((row, row)),
        }
    }
    let span = |(start, end): &(u32, u32)| {
        if start == end {
            start.to_string()
        } else {
            format!("{start}–{end}")
        }
    };
    let rows: Vec<String> = spans.iter().map(span).collect();
    let (count, rows) = (spots.len(), rows.join(", "));
    Fact::Said(
        format!("{count} đơn vị ở dòng {rows}"),
        format!("{count} units in rows {rows}"),
    )
}
