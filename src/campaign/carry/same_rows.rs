//! What is alike in two campaigns: rows, by their codes and wordings, and values, whatever a cell makes of them.
//!
//! In: tables. Out: which row is which, whether values are the same. Not for: which of them counts.

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::text;
use crate::campaign::book::inline_value;

/// The keys of two tables, those of the first in its order.
pub(super) fn keys(own: &Table, new: &Table) -> Vec<String> {
    let more = new.keys().filter(|key| !own.contains_key(*key));
    own.keys().chain(more).cloned().collect()
}

/// What a row is known by.
struct RowSigns<'r> {
    code: Option<(&'r str, &'r str)>,
    wordings: Vec<String>,
}

impl<'r> RowSigns<'r> {
    fn of(row: &'r Table) -> Self {
        RowSigns {
            code: code(row),
            wordings: wordings(row),
        }
    }

    fn is_coded_as(&self, other: &RowSigns<'_>) -> bool {
        self.code.is_some() && self.code == other.code
    }

    fn is_worded_as(&self, other: &RowSigns<'_>) -> bool {
        let mut own = self.wordings.iter();
        own.any(|one| other.wordings.contains(one))
    }
}

/// The row of another list that each row is: by its code and wording, by its wording, by its code.
pub(super) fn partners_of(rows: &[Table], others: &[Table]) -> Vec<Option<usize>> {
    let mut partners = vec![None; rows.len()];
    let mut used = vec![false; others.len()];
    let rows: Vec<RowSigns<'_>> = rows.iter().map(RowSigns::of).collect();
    let others: Vec<RowSigns<'_>> = others.iter().map(RowSigns::of).collect();
    let stages: [fn(&RowSigns<'_>, &RowSigns<'_>) -> bool; 3] = [
        |one, other| one.is_coded_as(other) && one.is_worded_as(other),
        |one, other| one.is_worded_as(other),
        |one, other| one.is_coded_as(other),
    ];
    for is_it in stages {
        for (row, partner) in rows.iter().zip(&mut partners) {
            if partner.is_some() {
                continue;
            }
            let free = others.iter().enumerate().zip(&used);
            let mut free = free.filter(|(_, used)| !**used).map(|(one, _)| one);
            let found = free.find(|(_, other)| is_it(row, other)).map(|(at, _)| at);
            if let Some(is_used) = found.and_then(|at| used.get_mut(at)) {
                *is_used = true;
                *partner = found;
            }
        }
    }
    partners
}

fn code(row: &Table) -> Option<(&str, &str)> {
    let text = |key: &str| row.get(key).and_then(Value::as_str);
    let own = text("id").or_else(|| text("code"))?;
    Some((text("level").unwrap_or_default(), own))
}

/// What a row is called, as it is compared.
fn wordings(row: &Table) -> Vec<String> {
    let name = row.get("name").and_then(Value::as_str);
    let others = listed(row.get("aliases"));
    let all = name.into_iter().chain(others.iter().map(String::as_str));
    all.map(text::key).filter(|key| !key.is_empty()).collect()
}

/// What a row is called in words.
pub(super) fn called(row: &Table) -> String {
    let text = |key: &str| row.get(key).and_then(Value::as_str);
    let code = text("id").or_else(|| text("code"));
    let name = text("name").or_else(|| text("text"));
    let all = [code, name].into_iter().flatten().collect::<Vec<_>>();
    all.join(" ")
}

pub(super) fn is_list(value: Option<&Value>) -> bool {
    let all = value.and_then(Value::as_array);
    all.is_some_and(|all| !all.is_empty() && all.iter().all(Value::is_table))
}

pub(super) fn tables(table: &Table, key: &str) -> Vec<Table> {
    let all = table.get(key).and_then(Value::as_array);
    let all = all.into_iter().flatten();
    all.filter_map(|one| one.as_table().cloned()).collect()
}

/// What each word of a list means.
pub(super) fn words(table: &Table, list: &str) -> IndexMap<String, String> {
    let meanings = table.get(list).and_then(Value::as_table);
    let each = meanings.into_iter().flatten().flat_map(|(meaning, words)| {
        let words = words.as_array().into_iter().flatten();
        let words = words.filter_map(Value::as_str);
        words.map(|word| (word.to_string(), meaning.clone()))
    });
    each.collect()
}

/// Whether two values mean the same, whatever a cell makes of numbers.
pub(super) fn is_same(a: Option<&Value>, b: Option<&Value>) -> bool {
    #[allow(clippy::cast_precision_loss)] // as cells hold them
    let number = |value: &Value| match value {
        Value::Integer(whole) => Some(*whole as f64),
        Value::Float(number) => Some(*number),
        _ => None,
    };
    match (a, b) {
        (None, None) => true,
        (Some(Value::Table(a)), Some(Value::Table(b))) => is_same_table(a, b),
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(Some(a), Some(b)))
        }
        (Some(Value::String(a)), Some(Value::String(b))) => text::clean(a) == text::clean(b),
        (Some(a), Some(b)) => match (number(a), number(b)) {
            (Some(a), Some(b)) => a.total_cmp(&b).is_eq(),
            _ => a == b,
        },
        _ => false,
    }
}

pub(super) fn is_same_table(a: &Table, b: &Table) -> bool {
    let mut all = keys(a, b).into_iter();
    all.all(|key| is_same(a.get(&key), b.get(&key)))
}

/// The entries of a list of other wordings.
fn listed(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(all)) => {
            let all = all.iter().filter_map(Value::as_str);
            all.map(str::to_string).collect()
        }
        Some(Value::String(all)) => all.split('|').map(str::to_string).collect(),
        _ => Vec::new(),
    }
}

/// Whether a row has no other wordings than were proposed but for the name that it was proposed with.
pub(super) fn has_kept_wording(old: &Table, own: &Table) -> bool {
    let before = listed(old.get("aliases"));
    let name = old.get("name").and_then(Value::as_str).map(text::key);
    let all = listed(own.get("aliases"));
    let (kept, others): (Vec<&String>, Vec<&String>) = all
        .iter()
        .partition(|one| Some(text::key(one)) == name && !before.contains(one));
    let is_named_so = own.get("name").and_then(Value::as_str).map(text::key) == name;
    !kept.is_empty() && !is_named_so && others == before.iter().collect::<Vec<_>>()
}

/// Other wordings: the person's, with those that were proposed now and never before.
pub(super) fn both(old: Option<&Value>, own: Option<&Value>, new: Option<&Value>) -> Option<Value> {
    let (old, own_all, new_all) = (listed(old), listed(own), listed(new));
    let mut all = own_all.clone();
    let is_new = |one: &&String| !old.contains(one) && !own_all.contains(one);
    all.extend(new_all.iter().filter(is_new).cloned());
    if all.is_empty() {
        return None;
    }
    Some(match own.or(new) {
        Some(Value::String(_)) => Value::String(all.join("|")),
        _ => Value::Array(all.into_iter().map(Value::String).collect()),
    })
}

/// A value for people.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) if all.iter().all(Value::is_str) => {
            let all: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            all.join("; ")
        }
        other => inline_value(other),
    }
}
