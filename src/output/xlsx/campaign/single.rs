//! The sheets whose rows are no entries of one array: settings that stand alone, and words by their meaning.

use toml::{Table, Value};

use crate::base::lang::Lang;
use crate::campaign::book::{
    MEANING, NO, NOTE, OWNER, PROVISIONAL, RowKind, SETTING, SETTINGS, SheetId, VALUE, WORD,
    foreign, get, inline_value, sheet,
};
use crate::campaign::definition::{PathStep, at};
use crate::campaign::documents::Document;
use crate::output::xlsx::campaign::lay::{LaidRow, LaidSheet, Layer};
use crate::output::xlsx::campaign::values::{CellContent, cell, plain, remove};

/// The sheet of settings; whatever of the documents stands nowhere else comes last, by its key.
pub(super) fn settings(layer: &mut Layer) -> LaidSheet {
    let mut laid = LaidSheet::new(SheetId::Settings);
    for setting in SETTINGS {
        let lang = layer.lang;
        let from = document(layer, setting.document);
        let path: Vec<PathStep> = setting.key.split('.').map(PathStep::from).collect();
        let values: Option<Vec<(Vec<PathStep>, CellContent)>> = match get(from, setting.key) {
            Some(Value::Array(all)) if setting.is_list => {
                let value = |(index, one): (usize, &Value)| {
                    let mut path = path.clone();
                    path.push(PathStep::from(index));
                    Some((path, cell(setting.sort, one, lang)?))
                };
                all.iter().enumerate().map(value).collect()
            }
            Some(value) if !setting.is_list => {
                cell(setting.sort, value, lang).map(|value| vec![(path.clone(), value)])
            }
            _ => None,
        };
        if values.is_some() {
            remove(from, setting.key);
        }
        let values = values
            .unwrap_or_default()
            .into_iter()
            .map(|(path, value)| (path, Some(value)));
        let mut values: Vec<_> = values.collect();
        if values.is_empty() {
            // A blank says that nobody has confirmed the campaign.
            let is_confirmed = setting.key == PROVISIONAL;
            let value = is_confirmed.then(|| CellContent::Text(NO.get(layer.lang).to_string()));
            values.push((path, value));
        }
        for (path, value) in values {
            let mut row = LaidRow::new(&laid, RowKind::Only, setting.document, path);
            row.set(
                &laid,
                SETTING,
                Some(CellContent::Text(setting.label.get(lang).to_string())),
            );
            row.set(&laid, VALUE, value);
            row.set(
                &laid,
                NOTE,
                Some(CellContent::Text(setting.note.get(lang).to_string())),
            );
            laid.rows.push(row);
        }
    }
    for of in [Document::Settings, Document::Scheme] {
        for (key, value) in std::mem::take(document(layer, of)) {
            let mut row = LaidRow::new(&laid, RowKind::Only, of, at![key.as_str()]);
            row.set(&laid, SETTING, Some(CellContent::Text(foreign(of, &key))));
            row.set(&laid, VALUE, Some(CellContent::Text(inline_value(&value))));
            laid.rows.push(row);
        }
    }
    laid
}

fn document(layer: &mut Layer, document: Document) -> &mut Table {
    match document {
        Document::Scheme => &mut layer.scheme,
        Document::Settings | Document::Units => &mut layer.settings,
    }
}

/// The words of the scheme and of the campaign.
pub(super) fn words(layer: &mut Layer) -> LaidSheet {
    let mut laid = LaidSheet::new(SheetId::Words);
    for of in [Document::Scheme, Document::Settings] {
        for list in ["columns", "rows", "cover"] {
            let lang = layer.lang;
            let from = document(layer, of);
            let Some(Value::Table(meanings)) = from.get_mut(list) else {
                continue;
            };
            let known: Vec<String> = meanings.keys().cloned().collect();
            for meaning in known {
                let Some(words) = plain_words(meanings.get(&meaning)) else {
                    continue;
                };
                let Some(label) = label(MEANING, &format!("{list}.{meaning}"), lang) else {
                    continue;
                };
                meanings.remove(&meaning);
                for (index, word) in words.into_iter().enumerate() {
                    let path = at![list, meaning.as_str(), index];
                    let mut row = LaidRow::new(&laid, RowKind::Only, of, path);
                    let owner = if of == Document::Scheme {
                        "scheme"
                    } else {
                        "settings"
                    };
                    row.set(&laid, WORD, Some(CellContent::Text(word)));
                    row.set(&laid, MEANING, Some(label.clone()));
                    row.set(&laid, OWNER, self::label(OWNER, owner, lang));
                    laid.rows.push(row);
                }
            }
            if meanings.is_empty() {
                from.remove(list);
            }
        }
    }
    laid
}

/// The label of a value of a drop-down of the sheet of words.
pub(super) fn label(column: &str, value: &str, lang: Lang) -> Option<CellContent> {
    let column = sheet(SheetId::Words).column(column)?;
    cell(column.sort, &Value::String(value.to_string()), lang)
}

fn plain_words(words: Option<&Value>) -> Option<Vec<String>> {
    let words = words?.as_array().filter(|words| !words.is_empty())?;
    words.iter().map(|word| plain(word.as_str()?)).collect()
}
