//! One campaign of three: as it was proposed, as a person has it, as it is proposed now.
//!
//! In: their tables. Out: the one that counts, and every difference. Not for: what is asked about them.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::text;
use crate::campaign::book::{MEANING, WORDS_OF};
use crate::campaign::carry::same_rows::{
    both, called, has_kept_wording, is_list, is_same, is_same_table, keys, partners_of, shown,
    tables, words,
};
use crate::campaign::carry::{BookChange, ChangeSort};
use crate::campaign::definition::PathStep;
use crate::campaign::documents::{Document, Proposal};

/// The three of a value, a row or a list: as it was proposed, as the person has it, as it is proposed now.
pub(super) type Three<'v, T> = (Option<&'v T>, &'v T, &'v T);

/// What a value, or a row, was proposed as.
#[derive(Clone, Copy)]
enum Before<'v, T> {
    /// The earlier proposal is not known.
    Unknown,
    /// What it had, if anything.
    Was(Option<&'v T>),
}

/// Which row of one list is which of another.
struct Partners {
    /// Of the person's rows, in the later proposal.
    later: Vec<Option<usize>>,
    /// Of the person's rows, in the earlier one, where that is known.
    before: Option<Vec<Option<usize>>>,
    /// Of the rows of the later proposal, in the earlier one.
    later_before: Option<Vec<Option<usize>>>,
}

impl Partners {
    /// The row of the earlier proposal that one of the person's is.
    fn old_row<'o>(&self, old: Option<&'o [Table]>, index: usize) -> Option<&'o Table> {
        let at = self.before.as_ref()?.get(index).copied().flatten()?;
        old?.get(at)
    }
}

/// A campaign while it is merged.
#[derive(Default)]
pub(super) struct Merging {
    /// The differences.
    pub(super) changes: Vec<BookChange>,
    /// Where the entries of lists that were proposed now stand.
    places: BTreeMap<(Document, String, usize), Option<usize>>,
    /// What each heading means that either says, by its key.
    pub(super) words: BTreeMap<String, Option<String>>,
}

impl Merging {
    /// A document.
    pub(super) fn document(
        &mut self,
        document: Document,
        (old, own, new): Three<'_, Table>,
    ) -> Table {
        let mut merged = Table::new();
        for key in keys(own, new) {
            let of = |table: &Table| table.get(&key).cloned();
            let (a, b) = (of(own), of(new));
            if WORDS_OF.contains(&key.as_str()) {
                let old = old.map(|old| words(old, &key));
                let three = (old.as_ref(), &words(own, &key), &words(new, &key));
                let words = self.merged_words((document, &key), three);
                if !words.is_empty() {
                    merged.insert(key, Value::Table(words));
                }
            } else if is_list(a.as_ref()) || is_list(b.as_ref()) {
                let old = old.map(|old| tables(old, &key));
                let three = (old.as_deref(), &*tables(own, &key), &*tables(new, &key));
                let list = self.list((document, &key), three);
                if !list.is_empty() {
                    let list = list.into_iter().map(Value::Table).collect();
                    merged.insert(key, Value::Array(list));
                }
            } else {
                let old = old.map_or(Before::Unknown, |old| Before::Was(old.get(&key)));
                let at = RowAt {
                    document,
                    list: "",
                    row: "",
                    path: &[],
                };
                if let Some(value) = self.value(&at, &key, (old, a.as_ref(), b.as_ref())) {
                    merged.insert(key, value);
                }
            }
        }
        merged
    }

    /// One value.
    fn value(
        &mut self,
        at: &RowAt<'_>,
        key: &str,
        (old, own, new): (Before<'_, Value>, Option<&Value>, Option<&Value>),
    ) -> Option<Value> {
        if is_same(own, new) {
            return own.cloned();
        }
        // A code stands in results and decisions of before: it goes on, and a newcomer gets another one.
        if at.document == Document::Units && key == "code" && own.is_some() {
            return own.cloned();
        }
        let (sort, value) = match old {
            Before::Was(old) if is_same(old, own) => (ChangeSort::Other, new.cloned()),
            Before::Was(old) if key == "aliases" => (ChangeSort::Kept, both(old, own, new)),
            Before::Was(old) if is_same(old, new) => (ChangeSort::Kept, own.cloned()),
            _ => (ChangeSort::Asked, own.cloned()),
        };
        // Where a unit stands is counted anew with each unit that comes.
        let is_counted = sort == ChangeSort::Other && key == "order";
        if is_counted || (is_same(value.as_ref(), new) && sort == ChangeSort::Kept) {
            return value;
        }
        let mut path = at.path.to_vec();
        path.push(PathStep::from(key));
        self.changes.push(BookChange {
            sort,
            document: at.document,
            list: at.list.to_string(),
            row: at.row.to_string(),
            key: key.to_string(),
            before: own.map(shown).unwrap_or_default(),
            proposed: new.map(shown).unwrap_or_default(),
            path: Some(path),
        });
        value
    }

    /// A list of rows: the person's, in their order, with what is new behind what it is proposed behind.
    pub(super) fn list(
        &mut self,
        place: (Document, &str),
        (old, own, new): Three<'_, [Table]>,
    ) -> Vec<Table> {
        let partners = Partners {
            later: partners_of(own, new),
            before: old.map(|old| partners_of(own, old)),
            later_before: old.map(|old| partners_of(new, old)),
        };
        let rows = self.rows(place, (old, own, new), &partners);
        let mut taken = TakenCodes::of(own);
        let (document, list) = place;
        let mut merged = Vec::new();
        for (at, (of_own, of_new)) in rows.into_iter().enumerate() {
            if let Some(index) = of_new {
                let key = (document, list.to_string(), index);
                self.places.insert(key, Some(at));
            }
            let path = path_of(list, at);
            let own_row = of_own.and_then(|at| own.get(at));
            let new_row = of_new.and_then(|at| new.get(at));
            let old_row = of_own.and_then(|at| partners.old_row(old, at));
            merged.push(match (own_row, new_row) {
                (Some(own), Some(new)) => {
                    let name = called(own);
                    let at = RowAt {
                        document,
                        list,
                        row: &name,
                        path: &path,
                    };
                    let before = match old {
                        None => Before::Unknown,
                        Some(_) => Before::Was(old_row),
                    };
                    self.merged_row(&at, (before, own, new))
                }
                (Some(own), None) => {
                    let sort = match old_row {
                        Some(_) => ChangeSort::Asked,
                        None => ChangeSort::Kept,
                    };
                    self.row(sort, place, own, Some(path));
                    own.clone()
                }
                (None, Some(new)) => {
                    let new = taken.with_free_code(new, document);
                    self.row(ChangeSort::Added, place, &new, Some(path));
                    new
                }
                (None, None) => Table::new(),
            });
        }
        merged
    }

    /// The rows as they will stand: of the person, of the proposal, or of both.
    fn rows(
        &mut self,
        place: (Document, &str),
        (old, own, new): Three<'_, [Table]>,
        partners: &Partners,
    ) -> Vec<(Option<usize>, Option<usize>)> {
        let mut rows: Vec<(Option<usize>, Option<usize>)> = Vec::new();
        for (index, row) in own.iter().enumerate() {
            let later = partners.later.get(index).copied().flatten();
            let old_row = partners.old_row(old, index);
            let is_untouched = old_row.is_some_and(|old| is_same_table(old, row));
            if later.is_none() && is_untouched {
                self.row(ChangeSort::Gone, place, row, None);
                continue;
            }
            rows.push((Some(index), later));
        }
        for (index, row) in new.iter().enumerate() {
            if partners.later.contains(&Some(index)) {
                continue;
            }
            let before = partners.later_before.as_ref();
            if before.is_some_and(|all| all.get(index).copied().flatten().is_some()) {
                // The person took it out.
                self.row(ChangeSort::Kept, place, row, None);
                let key = (place.0, place.1.to_string(), index);
                self.places.insert(key, None);
                continue;
            }
            // The one before it may have been taken out; then it stands behind the nearest that is there.
            let standing =
                |behind: usize| rows.iter().position(|(_, later)| *later == Some(behind));
            let at = (0..index).rev().find_map(standing).map_or(0, |at| at + 1);
            rows.insert(at, (None, Some(index)));
        }
        rows
    }

    /// The values of a row.
    fn merged_row(
        &mut self,
        at: &RowAt<'_>,
        (old, own, new): (Before<'_, Table>, &Table, &Table),
    ) -> Table {
        let mut merged = Table::new();
        let is_kept_wording = match old {
            Before::Was(Some(old)) => has_kept_wording(old, own),
            Before::Was(None) | Before::Unknown => false,
        };
        for key in keys(own, new) {
            let old = match old {
                Before::Unknown => Before::Unknown,
                Before::Was(old) => Before::Was(old.and_then(|old| old.get(&key))),
            };
            let value = if key == "aliases" && is_kept_wording {
                // Nobody typed it: the reader of the workbook keeps the wording that was corrected.
                let before = match old {
                    Before::Was(old) => old,
                    Before::Unknown => None,
                };
                both(before, own.get(&key), new.get(&key))
            } else {
                let three = (old, own.get(&key), new.get(&key));
                self.value(at, &key, three)
            };
            if let Some(value) = value {
                merged.insert(key, value);
            }
        }
        merged
    }

    /// A row as a whole.
    fn row(
        &mut self,
        sort: ChangeSort,
        (document, list): (Document, &str),
        row: &Table,
        path: Option<Vec<PathStep>>,
    ) {
        self.changes.push(BookChange {
            sort,
            document,
            list: list.to_string(),
            row: called(row),
            key: String::new(),
            before: String::new(),
            proposed: String::new(),
            path,
        });
    }

    /// Headings and captions, each by itself.
    fn merged_words(
        &mut self,
        (document, list): (Document, &str),
        (old, own, new): Three<'_, IndexMap<String, String>>,
    ) -> Table {
        let mut merged = Table::new();
        let mut all: Vec<&String> = own.keys().collect();
        all.extend(new.keys().filter(|word| !own.contains_key(*word)));
        for word in all {
            let text = |of: &IndexMap<String, String>| of.get(word).cloned().map(Value::String);
            let old = old.map(text);
            let (own, new) = (text(own), text(new));
            let at = RowAt {
                document,
                list,
                row: word,
                path: &[],
            };
            let old = old.as_ref();
            let old = old.map_or(Before::Unknown, |old| Before::Was(old.as_ref()));
            let three = (old, own.as_ref(), new.as_ref());
            let meaning = self.value(&at, MEANING, three);
            let meaning = meaning.as_ref().and_then(Value::as_str);
            let role = meaning.map(|one| format!("{list}.{one}"));
            self.words.insert(text::key(word), role);
            let Some(meaning) = meaning else { continue };
            let words = merged
                .entry(meaning)
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(words) = words {
                words.push(word.clone().into());
            }
        }
        merged
    }

    /// Gives what is known of proposed values the places that they have now, and drops that of rows that are gone.
    pub(super) fn place(&self, proposal: &mut Proposal) {
        proposal.proposed.retain_mut(|one| {
            let (list, index) = match one.path.as_mut_slice() {
                [PathStep::Index(index), ..] => (String::new(), index),
                [PathStep::Key(list), PathStep::Index(index), ..] => (list.clone(), index),
                _ => return true,
            };
            match self.places.get(&(one.document, list, *index)) {
                Some(Some(place)) => {
                    *index = *place;
                    true
                }
                Some(None) => false,
                None => true,
            }
        });
    }
}

/// A row while it is merged.
struct RowAt<'r> {
    document: Document,
    list: &'r str,
    row: &'r str,
    path: &'r [PathStep],
}

fn path_of(list: &str, index: usize) -> Vec<PathStep> {
    let list = (!list.is_empty()).then(|| PathStep::from(list));
    list.into_iter().chain([PathStep::Index(index)]).collect()
}

/// The codes of units that are taken, and the number that a code was given last.
struct TakenCodes {
    all: HashSet<String>,
    last: HashMap<String, usize>,
}

impl TakenCodes {
    fn of(rows: &[Table]) -> Self {
        TakenCodes {
            all: rows.iter().filter_map(TakenCodes::code).collect(),
            last: HashMap::new(),
        }
    }

    fn code(row: &Table) -> Option<String> {
        Some(row.get("code")?.as_str()?.to_string())
    }

    /// A unit that is new, with a code that none of those before has.
    fn with_free_code(&mut self, new: &Table, document: Document) -> Table {
        let mut new = new.clone();
        let Some(wanted) = TakenCodes::code(&new).filter(|_| document == Document::Units) else {
            return new;
        };
        let from = self.last.get(&wanted).copied().unwrap_or(1);
        let mut codes = (from..).map(|number| match number {
            1 => (1, wanted.clone()),
            number => (number, format!("{wanted}-{number}")),
        });
        if let Some((number, free)) = codes.find(|(_, one)| !self.all.contains(one)) {
            self.all.insert(free.clone());
            self.last.insert(wanted, number);
            new.insert("code".to_string(), Value::String(free));
        }
        new
    }
}
