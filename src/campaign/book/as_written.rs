//! What a campaign workbook said when it was written, on a hidden sheet of its own: so that what a person corrected is known from what was
//! proposed, and what the forms themselves call a row is not lost with the correction of its wording.
//!
//! In: documents, and the headings in the order of their sheet; or the rows of that sheet. Out: its rows, or what they say. Not for: what
//! is made of the difference.

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::text;
use crate::campaign::book::{inline, inline_value, parse};
use crate::campaign::documents::Documents;

/// The name of the sheet. Names that begin with `_` are no sheets of a campaign.
pub const RECORD_SHEET: &str = "_de_xuat";

/// The longest part of a value in one cell, in characters: half of what Excel takes, as each may be two units.
const LONGEST: usize = 16_000;
/// Below it a whole number is one whether it is written as such or not.
const EXACT: f64 = 9.0e15;
/// What stands in the first column.
const SETTINGS: &str = "settings";
/// See [`SETTINGS`].
const SCHEME: &str = "scheme";
/// See [`SETTINGS`].
const UNIT: &str = "unit";
/// See [`SETTINGS`].
const HEADING: &str = "heading";
/// Behind the key of a list, each of whose entries has a row.
const ENTRY: &str = "[]";
/// The key of a value that has none of its own.
const ONLY: &str = "v";

/// A campaign as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WrittenRecord {
    /// Its documents.
    pub documents: Documents,
    /// The headings of the sheet of words, in its order, be they known or not.
    pub headings: Vec<String>,
}

impl WrittenRecord {
    /// The rows of the sheet: document, key, and the value in as many cells as it takes.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let documents = &self.documents;
        for (name, table) in [(SETTINGS, &documents.settings), (SCHEME, &documents.scheme)] {
            // Whatever the order of keys, the same campaign gives the same rows.
            for (key, value) in &sorted_table(table) {
                match value {
                    Value::Array(all) if all.iter().all(Value::is_table) => {
                        let entries = all.iter().filter_map(Value::as_table);
                        let key = format!("{key}{ENTRY}");
                        let line = |one: &Table| inline(&sorted_table(one));
                        rows.extend(entries.map(|one| row(name, &key, &line(one))));
                    }
                    value => rows.push(row(name, key, &inline_value(&sorted(value)))),
                }
            }
        }
        for unit in &documents.units {
            let text = |(key, value): (&String, &String)| {
                let parts = value.split('|').map(text::clean).collect::<Vec<_>>();
                (key.clone(), Value::from(parts.join("|")))
            };
            let unit: Table = unit.iter().map(text).collect();
            rows.push(row(UNIT, "", &inline(&sorted_table(&unit))));
        }
        let headings = self.headings.iter();
        rows.extend(headings.map(|one| row(HEADING, "", &inline_value(&one.clone().into()))));
        rows
    }

    /// What such rows say; `None` where they are not whole.
    pub fn read(rows: impl IntoIterator<Item = Vec<String>>) -> Option<WrittenRecord> {
        let mut record = WrittenRecord::default();
        for cells in rows {
            let [name, key, value @ ..] = cells.as_slice() else {
                return None;
            };
            let value = value.concat();
            let documents = &mut record.documents;
            match name.as_str() {
                SETTINGS => put(&mut documents.settings, key, &value)?,
                SCHEME => put(&mut documents.scheme, key, &value)?,
                UNIT => {
                    let unit = parse(&value).ok()?.into_iter();
                    let text = |(key, value): (String, Value)| match value {
                        Value::String(text) => Some((key, text)),
                        _ => None,
                    };
                    documents
                        .units
                        .push(unit.map(text).collect::<Option<IndexMap<_, _>>>()?);
                }
                HEADING => match only(&value)? {
                    Value::String(text) => record.headings.push(text),
                    _ => return None,
                },
                _ => return None,
            }
        }
        Some(record)
    }
}

/// A value with the keys of its tables in order.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Table(table) => Value::Table(sorted_table(table)),
        Value::Array(all) => Value::Array(all.iter().map(sorted).collect()),
        // A cell says 20 whichever of the two it is.
        #[allow(clippy::cast_possible_truncation)] // within what is exact
        Value::Float(number) if number.fract() == 0.0 && number.abs() < EXACT => {
            Value::Integer(*number as i64)
        }
        other => other.clone(),
    }
}

fn sorted_table(table: &Table) -> Table {
    let is_empty = |value: &Value| match value {
        Value::Table(table) => sorted_table(table).is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    };
    // A list of nothing is read as none.
    let all = table.iter().filter(|(_, value)| !is_empty(value));
    let mut all: Vec<(&String, &Value)> = all.collect();
    all.sort_by_key(|(key, _)| *key);
    let all = all.into_iter();
    all.map(|(key, value)| (key.clone(), sorted(value)))
        .collect()
}

/// A row, with a value that is too long for a cell in several.
fn row(name: &str, key: &str, value: &str) -> Vec<String> {
    let all: Vec<char> = value.chars().collect();
    let parts = all.chunks(LONGEST).map(|part| part.iter().collect());
    [name.to_string(), key.to_string()]
        .into_iter()
        .chain(parts)
        .collect()
}

fn put(table: &mut Table, key: &str, value: &str) -> Option<()> {
    let Some(list) = key.strip_suffix(ENTRY) else {
        table.insert(key.to_string(), only(value)?);
        return Some(());
    };
    let all = table
        .entry(list)
        .or_insert_with(|| Value::Array(Vec::new()));
    let entry = parse(value).ok()?;
    all.as_array_mut()?.push(Value::Table(entry));
    Some(())
}

/// A value that was written by itself.
fn only(value: &str) -> Option<Value> {
    parse(&format!("{ONLY} = {value}")).ok()?.remove(ONLY)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_record_gives_the_campaign_again() {
        let settings = "year = 2024\ntitle = [\"a\", \"b\"]\n[columns]\nclaimed = [\"Điểm |1\"]\n[[points]]\nunit = \"A\"\npoints = 2.5\n";
        let long = "x".repeat(40_000);
        let scheme = format!(
            "id = \"m\"\n[[criterion]]\nid = \"1\"\nname = \"{long}\"\nrule = {{ type = \"declared\" }}\n"
        );
        let unit = [("code", "A"), ("name", "Sở “A” = 1, 2")];
        let unit = unit.map(|(key, value)| (key.to_string(), value.to_string()));
        let record = WrittenRecord {
            documents: Documents {
                settings: toml::from_str(settings).unwrap(),
                scheme: toml::from_str(&scheme).unwrap(),
                units: vec![unit.into_iter().collect()],
            },
            headings: vec!["TT".to_string(), "Điểm\n |1".to_string()],
        };
        let rows = record.rows();
        let longest = rows.iter().flatten().map(String::len).max().unwrap();
        assert!(longest < 32_767);
        assert_eq!(WrittenRecord::read(rows.clone()).unwrap(), record);
        let broken = rows.into_iter().map(|mut row| {
            row.truncate(2);
            row
        });
        assert_eq!(WrittenRecord::read(broken), None);
    }
}
