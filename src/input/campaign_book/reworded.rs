//! What a person corrected in the wording of a row: the forms still say what they said, and that stays known.
//!
//! In: the documents as they were read, and what the workbook said when it was written. Out: other wordings and names added to the
//! documents, and one finding for each sheet of what was kept, and of what is no longer known. Not for: corrections of values.

use std::collections::{BTreeSet, HashMap};

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::cell::Grid;
use crate::base::finding::{Fact, Finding};
use crate::base::lang::{Lang, say};
use crate::base::rules::{Rule, Severity, campaign_wording};
use crate::base::text::{self, Letters};
use crate::campaign::book::{BookCell, RECORD_SHEET, WrittenRecord};
use crate::campaign::definition::{PathStep, steps};
use crate::campaign::documents::Document;
use crate::input::campaign_book::BookReading;

/// How alike two wordings are at least of which one may be the other corrected, where another row has the code.
const LIKENESS: f64 = 0.6;

/// Wordings that are told; of more the number.
const MOST_TOLD: usize = 3;

/// Rows that are told.
const MOST_ROWS: usize = 12;

/// A wording that was replaced: where the new one stands, and the old one.
type Replaced = (Option<BookCell>, String);

/// What was replaced in one list.
#[derive(Default)]
pub(super) struct Rewordings {
    kept: Vec<Replaced>,
    lost: Vec<Replaced>,
}

/// What the hidden sheet of a workbook says that it was written as.
pub(super) fn record(grids: &[Grid]) -> Option<WrittenRecord> {
    let grid = grids.iter().find(|grid| grid.name == RECORD_SHEET)?;
    let row = |cells: &[crate::base::cell::Cell]| {
        let last = cells.last().map_or(0, |cell| cell.address.column);
        let text = |column: u32| {
            let cell = cells.iter().find(|cell| cell.address.column == column);
            cell.map(|cell| cell.value.show()).unwrap_or_default()
        };
        (0..=last).map(text).collect::<Vec<_>>()
    };
    WrittenRecord::read(grid.rows().map(row))
}

impl BookReading {
    /// Keeps the wordings that forms have of rows whose wording was corrected since, and says which.
    pub(super) fn keep_wordings(&mut self, record: &WrittenRecord) {
        // A campaign of another year, or other criteria: what its rows were called before is no wording of them.
        let is_same = self.is_same_campaign(record);
        let mut scheme = std::mem::take(&mut self.documents.scheme);
        let mut of_tree = Rewordings::default();
        let names = TreeWordings::of(&scheme, &record.documents.scheme);
        for list in ["group", "criterion"] {
            let old = entries(&record.documents.scheme, list);
            let Some(Value::Array(all)) = scheme.get_mut(list) else {
                continue;
            };
            for (index, one) in all.iter_mut().enumerate() {
                let Value::Table(one) = one else { continue };
                let path = steps![list, index];
                let Some(was) = names.was(one, &old, index) else {
                    continue;
                };
                self.keep_below(one, was, &path, (is_same, &mut of_tree));
                let Some(before) = names.gone(one, was) else {
                    continue;
                };
                let spot = self.places.find(Document::Scheme, &named(&path)).cloned();
                if is_same && !names.is_nearer(one, &before) {
                    add_alias(one, &before);
                    of_tree.kept.push((spot, before));
                } else {
                    of_tree.lost.push((spot, before));
                }
            }
        }
        self.documents.scheme = scheme;
        let units = self.keep_names(record, is_same);
        let headings = self.keep_headings(record);
        self.reworded = vec![of_tree, units, headings];
    }

    /// Says what was kept and what is lost, once nothing is wrong that has to be mended first.
    pub(super) fn say_reworded(&mut self) {
        let is_wrong = |one: &Finding| one.severity() == Severity::Error;
        if self.findings.iter().any(is_wrong) {
            return;
        }
        for found in std::mem::take(&mut self.reworded) {
            self.say_wordings(&campaign_wording::WORDING_KEPT, &found.kept);
            self.say_wordings(&campaign_wording::WORDING_LOST, &found.lost);
        }
    }

    /// Whether the workbook is of the year and the criteria that it was written for.
    fn is_same_campaign(&self, record: &WrittenRecord) -> bool {
        let (now, before) = (&self.documents, &record.documents);
        now.settings.get("year") == before.settings.get("year")
            && now.scheme.get("version") == before.scheme.get("version")
    }

    /// The figures of a criterion, and the options of its rule.
    fn keep_below(
        &self,
        now: &mut Table,
        old: &Table,
        path: &[PathStep],
        (is_same, found): (bool, &mut Rewordings),
    ) {
        let rule = |table: &Table| table.get("rule").and_then(Value::as_table).cloned();
        let old_options = rule(old).map(|rule| options(&rule)).unwrap_or_default();
        let old_figures = options_of(old, "figures");
        let mut keep = |list: Option<&mut Value>, old: &[String], place: &[&str]| {
            let Some(Value::Array(all)) = list else {
                return;
            };
            let names: BTreeSet<String> = all.iter().flat_map(wordings).collect();
            if all.len() != old.len() {
                return;
            }
            for (index, (one, before)) in all.iter_mut().zip(old).enumerate() {
                let Value::Table(one) = one else { continue };
                if before.is_empty() || names.contains(&text::key(before)) {
                    continue;
                }
                let mut spot = path.to_vec();
                spot.extend(place.iter().map(|key| PathStep::from(*key)));
                spot.push(PathStep::Index(index));
                let spot = self.places.find(Document::Scheme, &named(&spot)).cloned();
                if is_same {
                    add_alias(one, before);
                    found.kept.push((spot, before.clone()));
                } else {
                    found.lost.push((spot, before.clone()));
                }
            }
        };
        keep(now.get_mut("figures"), &old_figures, &["figures"]);
        let of_rule = now.get_mut("rule").and_then(Value::as_table_mut);
        let of_rule = of_rule.and_then(|rule| rule.get_mut("options"));
        keep(of_rule, &old_options, &["rule", "options"]);
    }

    /// The names of units, by their codes.
    fn keep_names(&mut self, record: &WrittenRecord, is_same: bool) -> Rewordings {
        let mut found = Rewordings::default();
        let mut units = std::mem::take(&mut self.documents.units);
        let known: BTreeSet<String> = units.iter().flat_map(names_of_unit).collect();
        let code = |unit: &IndexMap<String, String>| {
            let text = |key: &str| unit.get(key).cloned();
            (text("level"), text("code"))
        };
        let mut old: HashMap<_, Option<&String>> = HashMap::new();
        for unit in &record.documents.units {
            old.entry(code(unit)).or_insert(unit.get("name"));
        }
        for (index, unit) in units.iter_mut().enumerate() {
            let before = old.get(&code(unit)).copied().flatten();
            let before = before.filter(|_| unit.contains_key("name"));
            let Some(before) = before.filter(|name| !known.contains(&text::key(name))) else {
                continue;
            };
            let path = steps![index, "name"];
            let spot = self.places.find(Document::Units, &path).cloned();
            if is_same {
                let others = unit.entry("aliases".to_string()).or_default();
                if !others.is_empty() {
                    others.push('|');
                }
                others.push_str(before);
                found.kept.push((spot, before.clone()));
            } else {
                found.lost.push((spot, before.clone()));
            }
        }
        self.documents.units = units;
        found
    }

    /// The headings, by their rows: what is gone from the sheet while another stands in its row.
    fn keep_headings(&mut self, record: &WrittenRecord) -> Rewordings {
        let mut found = Rewordings::default();
        let words = std::mem::take(&mut self.words);
        let now: BTreeSet<String> = words.iter().map(|one| text::key(&one.word)).collect();
        let old: BTreeSet<String> = record.headings.iter().map(|one| text::key(one)).collect();
        if words.len() != record.headings.len() {
            // Which row became which is not known; new ones are no corrections of what is still there.
            return found;
        }
        for (one, before) in words.iter().zip(&record.headings) {
            let is_gone = !now.contains(&text::key(before));
            let is_new = !old.contains(&text::key(&one.word));
            if !is_gone || !is_new {
                continue;
            }
            self.add_word(before, one);
            found.kept.push((Some(one.spot.clone()), before.clone()));
        }
        found
    }

    /// One finding for all of one sheet, at the first cell.
    fn say_wordings(&mut self, rule: &'static Rule, replaced: &[Replaced]) {
        let mut placed: Vec<(&BookCell, &String)> = replaced
            .iter()
            .filter_map(|(spot, before)| Some((spot.as_ref()?, before)))
            .collect();
        placed.sort();
        let Some((first, _)) = placed.first().copied() else {
            return;
        };
        let rows: Vec<String> = placed
            .iter()
            .take(MOST_ROWS)
            .map(|(spot, _)| (spot.cell.row + 1).to_string())
            .collect();
        let told = placed.iter().take(MOST_TOLD);
        let told: Vec<String> = told
            .map(|(_, before)| Fact::Text((*before).clone()).show(Lang::Vi))
            .collect();
        let more = placed.len().saturating_sub(MOST_TOLD);
        let rows_more = if placed.len() > MOST_ROWS {
            ", …"
        } else {
            ""
        };
        let rows = rows.join(", ") + rows_more;
        let (count, told) = (placed.len(), told.join(", "));
        let found = |lang| {
            say!(
                lang,
                "{count} ô (dòng {rows})",
                "{count} cells (rows {rows})"
            )
        };
        let old = |lang| match more {
            0 => told.clone(),
            more => say!(lang, "{told} và {more} cách khác", "{told} and {more} more"),
        };
        let heading = self.heading(first);
        self.sheet.clone_from(&first.sheet);
        let (found, old) = (
            [Lang::Vi, Lang::En].map(found),
            [Lang::Vi, Lang::En].map(old),
        );
        let [vi, en] = found;
        let [old_vi, old_en] = old;
        let (found, old) = (Fact::Said(vi, en), Fact::Said(old_vi, old_en));
        self.add(rule, first.cell, &heading, Some(found), Some(old));
    }
}

/// The wordings of the tree, now and before.
struct TreeWordings {
    /// All that rows are called now.
    now: BTreeSet<String>,
    /// The codes now.
    ids: BTreeSet<String>,
    /// What rows are called now and were not before, each as it is compared.
    new: Vec<(String, Letters)>,
}

impl TreeWordings {
    fn of(now: &Table, before: &Table) -> TreeWordings {
        let all = |of: &Table| -> BTreeSet<String> {
            let lists = ["group", "criterion"].into_iter();
            let tables = lists.flat_map(|list| entries(of, list));
            tables.flat_map(wordings_of).collect()
        };
        let lists = ["group", "criterion"].into_iter();
        let tables = lists.flat_map(|list| entries(now, list));
        let ids = tables.filter_map(|one| Some(one.get("id")?.as_str()?.to_string()));
        let ids = ids.collect();
        let (now, before) = (all(now), all(before));
        let new = now.difference(&before);
        let new = new.map(|key| (key.clone(), Letters::of(key))).collect();
        TreeWordings { now, ids, new }
    }

    /// What a row was before: by its code, which it may have with others; where that was corrected as well, by its place.
    fn was<'o>(&self, now: &Table, old: &[&'o Table], index: usize) -> Option<&'o Table> {
        let is_it = |one: &&&Table| one.get("id") == now.get("id");
        let same = old.iter().filter(is_it);
        let unchanged = same.clone().find(|one| one.get("name") == now.get("name"));
        if let Some(own) = unchanged.or_else(|| same.clone().next()) {
            return Some(own);
        }
        let in_place = old.get(index)?;
        let id = in_place.get("id").and_then(Value::as_str)?;
        let [own, before] = [now, in_place].map(|one| one.get("name").and_then(Value::as_str));
        let likeness = text::likeness_of_keys(&text::key(own?), &text::key(before?));
        (!self.ids.contains(id) && likeness >= LIKENESS).then_some(in_place)
    }

    /// What a row said before, where nothing says it any more.
    fn gone(&self, now: &Table, was: &Table) -> Option<String> {
        let before = was.get("name")?.as_str()?;
        let key = text::key(before);
        let is_there = self.now.contains(&key);
        (!is_there && now.contains_key("name")).then(|| before.to_string())
    }

    /// Whether another new wording is more alike to an old one than that of the row with its code: rows were renumbered.
    fn is_nearer(&self, now: &Table, before: &str) -> bool {
        let key = text::key(before);
        let own = now.get("name").and_then(Value::as_str).map(text::key);
        let own = own.unwrap_or_default();
        let least = text::likeness_of_keys(&own, &key);
        let letters = Letters::of(&key);
        let mut others = self.new.iter().filter(|(one, _)| *one != own);
        others.any(|(one, of_one)| {
            let may_be = of_one.most_alike(&letters);
            if may_be < LIKENESS || may_be <= least {
                return false;
            }
            let likeness = text::likeness_of_keys(one, &key);
            likeness >= LIKENESS && likeness > least
        })
    }
}

/// The tables of a list.
fn entries<'t>(table: &'t Table, list: &str) -> Vec<&'t Table> {
    let all = table.get(list).and_then(Value::as_array);
    all.into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .collect()
}

/// The names in a list of a table, blank where there is none.
fn options_of(table: &Table, list: &str) -> Vec<String> {
    let name = |one: &Table| {
        one.get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_string()
    };
    entries(table, list).into_iter().map(name).collect()
}

fn options(rule: &Table) -> Vec<String> {
    options_of(rule, "options")
}

/// What a row is called, as it is compared.
fn wordings_of(table: &Table) -> impl Iterator<Item = String> {
    let name = table.get("name").and_then(Value::as_str);
    let others = table.get("aliases").and_then(Value::as_array);
    let others = others.into_iter().flatten().filter_map(Value::as_str);
    name.into_iter().chain(others).map(text::key)
}

fn wordings(value: &Value) -> Vec<String> {
    value
        .as_table()
        .map(|one| wordings_of(one).collect())
        .unwrap_or_default()
}

fn names_of_unit(unit: &IndexMap<String, String>) -> Vec<String> {
    let others = unit.get("aliases").map_or("", String::as_str);
    let name = unit.get("name").map_or("", String::as_str);
    [name]
        .into_iter()
        .chain(others.split('|'))
        .map(text::key)
        .collect()
}

/// The path to the name of a row.
fn named(path: &[PathStep]) -> Vec<PathStep> {
    let mut path = path.to_vec();
    path.push(PathStep::from("name"));
    path
}

fn add_alias(table: &mut Table, alias: &str) {
    let all = table
        .entry("aliases")
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(all) = all {
        all.push(alias.into());
    }
}
