//! The sheets whose rows are all of one kind: what each row adds to the documents.

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::cell::CellAddress;
use crate::base::finding::Fact;
use crate::base::rules::campaign_values;
use crate::base::text;
use crate::campaign::book::{GIVEN_ID, MEANING, OWNER, RowKind, UNKNOWN, WORD, inline_value};
use crate::campaign::definition::{PathStep, steps};
use crate::campaign::documents::Document;
use crate::input::campaign_book::row::BookRow;
use crate::input::campaign_book::{BookReading, SheetWord};
use crate::input::tables::{self, TableKind, Vocabulary};

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
        let Some(word) = word else {
            return;
        };
        let spot = row.at(WORD).map(|(at, _)| self.spot(at));
        let plain = Vocabulary::new(&[]);
        let is_known = || tables::role(&word, &plain, TableKind::Form).is_some();
        // What is not recognised says something only of a word that would be known otherwise.
        let said = meaning
            .as_deref()
            .filter(|meaning| *meaning != UNKNOWN || is_known());
        let meaning = said.and_then(|meaning| {
            let (list, meaning) = meaning.split_once('.')?;
            Some((list.to_string(), meaning.to_string()))
        });
        let one = SheetWord {
            word: word.clone(),
            is_of_scheme: owner.as_deref() == Some("scheme"),
            meaning,
            spot: spot.unwrap_or_else(|| self.spot(CellAddress::new(row.number, 0))),
        };
        if let Some((document, path)) = self.add_word(&word, &one) {
            self.places(row, document, &path);
        }
        self.words.push(one);
    }

    /// Gives a word the meaning of a row of the sheet of words; the path to it.
    pub(super) fn add_word(
        &mut self,
        word: &str,
        like: &SheetWord,
    ) -> Option<(Document, Vec<PathStep>)> {
        let (list, meaning) = like.meaning.as_ref()?;
        let (document, table) = if like.is_of_scheme {
            (Document::Scheme, &mut self.documents.scheme)
        } else {
            (Document::Settings, &mut self.documents.settings)
        };
        let meanings = table
            .entry(list)
            .or_insert_with(|| Value::Table(Table::new()));
        let words = meanings
            .as_table_mut()?
            .entry(meaning)
            .or_insert_with(|| Value::Array(Vec::new()));
        let words = words.as_array_mut()?;
        words.push(word.into());
        let index = words.len() - 1;
        Some((
            document,
            steps![list.as_str(), meaning.as_str(), index].to_vec(),
        ))
    }
}
