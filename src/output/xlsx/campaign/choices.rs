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
                    (_, CellSort::Choice(list)) => list.iter().map(|one| one.label).collect(),
                    (_, CellSort::YesNo) => vec![YES, NO],
                    _ => continue,
                };
                let labels = labels.iter().map(|label| label.get(lang)).collect();
                all.push(((sheet.id, column.key), labels));
            }
        }
        DropDownLists { all }
    }

    /// What the drop-down of a column is taken from, as a formula.
    pub(super) fn of(&self, id: SheetId, column: &BookColumn, lang: Lang) -> Option<String> {
        let place = self.all.iter().position(|(of, _)| *of == (id, column.key));
        if let Some((place, (_, labels))) = place.and_then(|at| Some((at, self.all.get(at)?))) {
            let letters = column_letters(place as u32);
            return Some(format!(
                "='{HIDDEN_LIST}'!${letters}$1:${letters}${}",
                labels.len()
            ));
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
