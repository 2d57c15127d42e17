//! The sheet of settings, one a row.

use toml::{Table, Value};

use crate::base::cell::CellAddress;
use crate::base::finding::Fact;
use crate::base::rules::{campaign_form, campaign_values};
use crate::base::text;
use crate::campaign::book::{
    CellSort, PROVISIONAL, SETTING, SETTINGS, Setting, SheetId, VALUE, called, get, parse,
};
use crate::campaign::definition::PathStep;
use crate::campaign::documents::Document;
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::cells::{day, raw_line, sentence, shown, value};
use crate::input::campaign_book::row::BookRow;
use crate::input::campaign_book::tables::{merge, put};

/// What the keys of the scheme are that every scheme has to say.
const OF_SCHEME: [&str; 4] = ["id", "version", "name", "total_maximum"];

/// The setting of a label, in whatever case, with or without diacritics.
fn known(label: &str) -> Option<&'static Setting> {
    let all: Vec<&'static Setting> = SETTINGS.iter().collect();
    called(&all, |one| vec![one.label.vi, one.label.en], label)
}

/// The document and the key of a row such as `scheme.weights`.
fn foreign(label: &str) -> Option<(Document, &str)> {
    let of = |prefix: &str, document| label.strip_prefix(prefix).map(|key| (document, key));
    of("scheme.", Document::Scheme).or_else(|| of("campaign.", Document::Settings))
}

fn path(setting: &Setting) -> Vec<PathStep> {
    setting.key.split('.').map(PathStep::from).collect()
}

impl BookReading {
    fn table_of(&mut self, document: Document) -> &mut Table {
        match document {
            Document::Scheme => &mut self.documents.scheme,
            Document::Settings | Document::Units => &mut self.documents.settings,
        }
    }

    /// One setting.
    pub(super) fn setting(&mut self, row: BookRow<'_>) {
        let (Some((at, heading)), Some((value_at, _))) = (row.at(SETTING), row.at(VALUE)) else {
            return;
        };
        let heading = heading.to_string();
        let Some(label) = row.cell(SETTING).map(shown) else {
            self.add(&campaign_form::BLANK, at, &heading, None, None);
            return;
        };
        if label.starts_with('_') {
            return;
        }
        let Some(setting) = known(&label) else {
            if let Some((document, key)) = foreign(&label) {
                return self.foreign(row, document, key, value_at);
            }
            let names = SETTINGS.iter().map(|one| one.label.vi);
            let nearest = text::nearest(&label, names);
            let nearest = nearest.into_iter().map(str::to_string).collect();
            let found = Some(Fact::Text(label));
            let nearest = Some(Fact::Names(nearest));
            self.add(
                &campaign_values::SETTING_UNKNOWN,
                at,
                &heading,
                found,
                nearest,
            );
            return;
        };
        self.known_setting(row, setting, value_at);
    }

    fn known_setting(&mut self, row: BookRow<'_>, setting: &'static Setting, at: CellAddress) {
        let path = path(setting);
        let label = setting.label.vi;
        let before = get(self.table_of(setting.document), setting.key).cloned();
        let Some(cell) = row.cell(VALUE) else {
            return self.blank_setting(row, setting, &path);
        };
        let read = match (setting.sort, setting.document) {
            (CellSort::Day, Document::Settings) => day(cell).map(|day| {
                let text = day.to_string();
                Some(text.parse().map_or(Value::String(text), Value::Datetime))
            }),
            (sort, _) => value(sort, cell),
        };
        let value = match read {
            Ok(Some(value)) => value,
            Ok(None) => return,
            Err(fault) => {
                self.fault(at, label, fault);
                self.places(row, setting.document, &path);
                return;
            }
        };
        match (setting.is_list, before) {
            (true, before) => {
                let mut all = match before {
                    Some(Value::Array(all)) => all,
                    _ => Vec::new(),
                };
                let mut path = path;
                path.push(PathStep::from(all.len()));
                all.push(value);
                put(
                    self.table_of(setting.document),
                    setting.key,
                    Value::Array(all),
                );
                self.places(row, setting.document, &path);
            }
            (false, None) => {
                put(self.table_of(setting.document), setting.key, value);
                self.places(row, setting.document, &path);
            }
            (false, Some(_)) => {
                let first = self
                    .places
                    .exact(setting.document, &path)
                    .map(|spot| spot.cell.to_string());
                let found = Some(Fact::Text(shown(cell)));
                self.add(
                    &campaign_values::CONTRADICTORY,
                    at,
                    label,
                    found,
                    first.map(Fact::Name),
                );
            }
        }
    }

    /// A setting whose cell is blank, which means the default. Of what is provisional it says that nobody has confirmed it.
    fn blank_setting(&mut self, row: BookRow<'_>, setting: &Setting, path: &[PathStep]) {
        let settings = self.table_of(setting.document);
        if setting.key == PROVISIONAL && get(settings, setting.key).is_none() {
            put(settings, setting.key, Value::Boolean(true));
        }
        self.places(row, setting.document, path);
    }

    /// A key that no setting has.
    fn foreign(&mut self, row: BookRow<'_>, document: Document, key: &str, at: CellAddress) {
        let Some(cell) = row.cell(VALUE) else { return };
        let line = raw_line(cell);
        let mut entry = match parse(&format!("value = {line}")) {
            Ok(entry) => entry,
            Err(problem) => {
                let found = Some(Fact::Text(line));
                self.add(
                    &campaign_values::PARAMETERS,
                    at,
                    key,
                    found,
                    Some(sentence(&problem)),
                );
                return;
            }
        };
        let Some(value) = entry.remove("value") else {
            return;
        };
        // What a proposal left open is written as a blank text, and then filled in above.
        let is_open = value.as_str() == Some("");
        if is_open && get(self.table_of(document), key).is_some() {
            return;
        }
        let mut one = Table::new();
        one.insert(key.to_string(), value);
        // The lists of other sheets come after this one, so that they are added to what stands here.
        if merge(self.table_of(document), one).is_some() {
            let found = Some(Fact::Text(line));
            let first = self.places.exact(document, &[PathStep::from(key)]);
            let first = first.map(|spot| Fact::Name(spot.cell.to_string()));
            self.add(&campaign_values::CONTRADICTORY, at, key, found, first);
        }
        self.places(row, document, &[PathStep::from(key)]);
    }

    /// Says which settings are missing, and puts something in their place, so that the rest can be looked at.
    pub(super) fn needed_settings(&mut self, has_scheme: bool) {
        for setting in SETTINGS {
            let is_of_scheme =
                setting.document == Document::Scheme && OF_SCHEME.contains(&setting.key);
            if !(setting.is_needed || is_of_scheme && has_scheme)
                || get(self.table_of(setting.document), setting.key).is_some()
            {
                continue;
            }
            let spot = self
                .places
                .exact(setting.document, &path(setting))
                .or_else(|| self.firsts.get(&SheetId::Settings))
                .cloned();
            if let Some(spot) = spot {
                self.sheet.clone_from(&spot.sheet);
                // A row that slipped is told already.
                let is_told = self.faulty_texts.iter().any(|one| one == setting.label.vi);
                if !is_told && !self.faulty.contains(&(spot.sheet, spot.cell.row)) {
                    self.add(
                        &campaign_form::BLANK,
                        spot.cell,
                        setting.label.vi,
                        None,
                        None,
                    );
                }
            }
            // What is added up to it is not told against what stands in for it.
            self.faulty_texts.insert(setting.key.to_string());
            let stand_in = match setting.sort {
                CellSort::Number | CellSort::Whole => Value::Integer(2000),
                _ => Value::String("?".to_string()),
            };
            put(self.table_of(setting.document), setting.key, stand_in);
        }
    }
}
