//! The sheets whose rows are all of one kind: what each row adds to the documents.

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::finding::Fact;
use crate::base::rules::campaign_values;
use crate::base::text;
use crate::campaign::book::{GIVEN_ID, MEANING, OWNER, RowKind, UNKNOWN, WORD, inline_value};
use crate::campaign::definition::steps;
use crate::campaign::documents::Document;
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::row::BookRow;

impl BookReading {
    /// A row that is an entry of the list of its sheet.
    pub(super) fn entry(&mut self, row: BookRow<'_>) {
        let table = self.table(row, RowKind::Only, "");
        let (document, list) = row.sheet.rows;
        let index = self.push(document, list, table);
        self.places(row, document, &steps![list, index]);
    }

    pub(super) fn unit(&mut self, row: BookRow<'_>) {
        let table = self.table(row, RowKind::Only, "");
        let texts = table.into_iter().map(|(key, value)| {
            let text = match value {
                Value::String(text) => text,
                Value::Integer(number) => number.to_string(),
                other => inline_value(&other),
            };
            let text = if key == "level" {
                self.level_id(&text)
            } else {
                text
            };
            (key, text)
        });
        let unit: IndexMap<String, String> = texts.collect();
        let index = self.documents.units.len();
        self.documents.units.push(unit);
        self.places(row, Document::Units, &steps![index]);
    }

    /// The id of a level that may be written by its name.
    pub(super) fn level_id(&self, written: &str) -> String {
        let key = text::key(written);
        let is_id = self.levels.iter().any(|(id, _)| id == written);
        let mut same = self
            .levels
            .iter()
            .filter(|(id, name)| text::key(id) == key || text::key(name) == key);
        match (is_id, same.next(), same.next()) {
            (false, Some((id, _)), None) => id.clone(),
            _ => written.to_string(),
        }
    }

    pub(super) fn given(&mut self, row: BookRow<'_>) {
        let mut table = self.table(row, RowKind::Only, "");
        let Some(Value::String(id)) = table.remove(GIVEN_ID) else {
            return;
        };
        let given = self
            .documents
            .settings
            .entry("given")
            .or_insert_with(|| Value::Table(Table::new()));
        let Value::Table(given) = given else { return };
        if given.contains_key(&id) {
            if let Some((at, heading)) = row.at(GIVEN_ID) {
                let heading = heading.to_string();
                self.add(
                    &campaign_values::TWICE,
                    at,
                    &heading,
                    Some(Fact::Text(id)),
                    None,
                );
            }
            return;
        }
        given.insert(id.clone(), Value::Table(table));
        self.places(row, Document::Settings, &steps!["given", id.as_str()]);
    }

    pub(super) fn word(&mut self, row: BookRow<'_>) {
        let mut table = self.table(row, RowKind::Only, "");
        let mut take = |key: &str| match table.remove(key) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let (word, meaning, owner) = (take(WORD), take(MEANING), take(OWNER));
        let (Some(word), Some(meaning)) = (word, meaning) else {
            return;
        };
        if meaning == UNKNOWN {
            return;
        }
        let Some((list, meaning)) = meaning.split_once('.') else {
            return;
        };
        let (document, table) = match owner.as_deref() {
            Some("scheme") => (Document::Scheme, &mut self.documents.scheme),
            _ => (Document::Settings, &mut self.documents.settings),
        };
        let meanings = table
            .entry(list)
            .or_insert_with(|| Value::Table(Table::new()));
        let Value::Table(meanings) = meanings else {
            return;
        };
        let words = meanings
            .entry(meaning)
            .or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(words) = words else { return };
        words.push(Value::String(word));
        let index = words.len() - 1;
        self.places(row, document, &steps![list, meaning, index]);
    }
}
