//! The lists of the drop-downs, on a hidden sheet: a list that is written into a cell's rule itself may have 255 characters.

use rust_xlsxwriter::Worksheet;

use crate::base::cell::column_letters;
use crate::base::lang::{Lang, Phrase};
use crate::campaign::book::{
    BookColumn, CellSort, FORMULAS, HIDDEN_LIST, KIND, NO, RULES, SETTING, SETTINGS, SHEETS,
    SheetId, YES, sheet,
};
use crate::output::xlsx::page::WriteResult;

/// The lists, each by the sheet and the column that it is of.
pub(super) struct DropDownLists {
    all: Vec<((SheetId, &'static str), Vec<&'static str>)>,
}

impl DropDownLists {
    pub(super) fn new(lang: Lang) -> DropDownLists {
        let mut all = Vec::new();
        for sheet in SHEETS {
            for column in sheet.columns {
                let labels: Vec<Phrase> = match (column.key, column.sort) {
                    ("rule.type", _) => RULES.iter().map(|one| one.label).collect(),
                    ("formula.type", _) => FORMULAS.iter().map(|one| one.label).collect(),
                    (KIND, _) => sheet.kinds().iter().map(|(_, one)| one.label).collect(),
                    (SETTING, _) => SETTINGS.iter().map(|one| one.label).collect(),
                    (_, sort) => match labels_of(sort) {
                        Some(labels) => labels,
                        None => continue,
                    },
                };
                let labels = labels.iter().map(|label| label.get(lang)).collect();
                all.push(((sheet.id, column.key), labels));
            }
        }
        let settings = SETTINGS.iter().filter_map(|one| {
            let labels = labels_of(one.sort)?;
            let labels = labels.iter().map(|label| label.get(lang)).collect();
            Some(((SheetId::Settings, one.key), labels))
        });
        all.extend(settings);
        DropDownLists { all }
    }

    /// What the drop-down of a setting, or of a column of a sheet, is taken from, as a formula.
    pub(super) fn of_key(&self, id: SheetId, key: &str) -> Option<String> {
        let place = self.all.iter().position(|(of, _)| *of == (id, key))?;
        let (_, labels) = self.all.get(place)?;
        let letters = column_letters(place as u32);
        let last = labels.len();
        Some(format!("='{HIDDEN_LIST}'!${letters}$1:${letters}${last}"))
    }

    /// What the drop-down of a column is taken from, as a formula.
    pub(super) fn of(&self, id: SheetId, column: &BookColumn, lang: Lang) -> Option<String> {
        if let Some(list) = self.of_key(id, column.key) {
            return Some(list);
        }
        // The codes of levels, as far as anybody has levels.
        let is_level = matches!(
            (id, column.key),
            (SheetId::Units | SheetId::Statistics, "level")
        );
        let levels = sheet(SheetId::Levels).name.get(lang);
        is_level.then(|| format!("='{levels}'!$A$3:$A$60"))
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> WriteResult {
        for (column, (_, labels)) in (0_u16..).zip(&self.all) {
            for (row, label) in (0_u32..).zip(labels) {
                sheet.write_string(row, column, *label)?;
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }
}

/// What can be chosen where cells hold values of a sort; `None` where anything can be written.
fn labels_of(sort: CellSort) -> Option<Vec<Phrase>> {
    match sort {
        CellSort::Choice(list) => Some(list.iter().map(|one| one.label).collect()),
        CellSort::YesNo => Some(vec![YES, NO]),
        _ => None,
    }
}
