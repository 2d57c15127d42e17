//! The findings of a workbook that was written, from its sheet `Cảnh báo`.
//!
//! In: the sheets of the workbook, and its list of all values, by whose names units and groups are known. Out: the findings as the rows
//! say them. Not for: which of them still hold, and not for the criteria that one leaves open, which the sheet does not list.

use std::collections::HashMap;

use crate::base::cell::{Cell, Grid};
use crate::base::finding::{About, Place};
use crate::base::ids::{GroupId, UnitId};
use crate::base::lang::Lang;
use crate::base::rules::{Severity, by_code};
use crate::output::words;
use crate::result::report::kind::Kind;
use crate::result::report::record::ListedFinding;
use crate::result::report::row::DataRow;

/// The heads of the sheet stand among so many first rows.
const HEADS_WITHIN: u32 = 12;
/// How many of the heads have to be there: what follows is for filters.
const HEADS: usize = 11;

const SEVERITY: u32 = 1;
const CODE: u32 = 2;
const UNIT: u32 = 3;
const MESSAGE: u32 = 4;
const FILE: u32 = 6;
const SHEET: u32 = 7;
const CELL: u32 = 8;
const ABOUT: u32 = 10;

/// The findings of a workbook. `None`: it has no such sheet, or its heads are others.
pub fn findings(grids: &[Grid], rows: &[DataRow]) -> Option<Vec<ListedFinding>> {
    let (grid, head, lang) = grids.iter().find_map(|grid| {
        let (row, lang) = heads(grid)?;
        Some((grid, row, lang))
    })?;
    let names = SheetNames::of(rows, lang);
    let below = grid.rows().filter(|cells| {
        let first = cells.first();
        first.is_some_and(|cell| cell.address.row > head)
    });
    Some(below.filter_map(|cells| names.finding(cells)).collect())
}

/// The row of the heads, and their language.
fn heads(grid: &Grid) -> Option<(u32, Lang)> {
    let has = |row: u32, lang: Lang| {
        let cells = grid.row(row);
        let mut heads = (0_u32..).zip(words::FINDING_HEADS).take(HEADS);
        heads.all(|(column, head)| text(cells, column) == head.get(lang))
    };
    let rows = 0..HEADS_WITHIN;
    rows.flat_map(|row| [(row, Lang::Vi), (row, Lang::En)])
        .find(|(row, lang)| has(*row, *lang))
}

fn text(cells: &[Cell], column: u32) -> String {
    let mut cells = cells.iter();
    let cell = cells.find(|cell| cell.address.column == column);
    cell.map(|cell| cell.value.show()).unwrap_or_default()
}

/// By what a sheet names units and groups.
struct SheetNames {
    lang: Lang,
    /// Units by their names, each with its file.
    units: HashMap<String, Vec<(UnitId, String)>>,
    /// Groups as the sheet calls them.
    groups: HashMap<String, GroupId>,
}

impl SheetNames {
    fn of(rows: &[DataRow], lang: Lang) -> Self {
        let mut units: HashMap<String, Vec<(UnitId, String)>> = HashMap::new();
        let mut groups = HashMap::new();
        for row in rows {
            if row.kind == Kind::Return {
                let id = UnitId {
                    level: (&*row.level).into(),
                    code: row.code.to_string(),
                };
                let own = units.entry(row.unit.to_string()).or_default();
                own.push((id, row.file.to_string()));
            } else if row.kind == Kind::Maximum && row.criterion.is_empty() {
                let name = words::ABOUT_GROUP.fill(lang, &[&row.group, &row.text]);
                groups.insert(name, GroupId::from(&*row.group));
            }
        }
        SheetNames {
            lang,
            units,
            groups,
        }
    }

    /// The finding of a row; nothing for a row without a code of ours.
    fn finding(&self, cells: &[Cell]) -> Option<ListedFinding> {
        let some = |column: u32| Some(text(cells, column)).filter(|text| !text.is_empty());
        let code = some(CODE).filter(|code| by_code(code).is_some())?;
        let severity = text(cells, SEVERITY);
        let all = [Severity::Error, Severity::Warning, Severity::Info];
        let mut all = all.into_iter();
        let severity = all.find(|one| words::severity(*one, self.lang) == severity);
        let (unit, file) = (text(cells, UNIT), some(FILE));
        Some(ListedFinding {
            severity: severity.unwrap_or(Severity::Warning),
            code,
            place: Place {
                unit: self.unit(&unit, file.as_deref()),
                file,
                sheet: some(SHEET),
                cell: text(cells, CELL).parse().ok(),
            },
            about: self.about(some(ABOUT)),
            criteria: Vec::new(),
            message: text(cells, MESSAGE),
        })
    }

    /// The unit of a name; of several that are called alike the one whose file it is.
    fn unit(&self, name: &str, file: Option<&str>) -> Option<UnitId> {
        let found = self.units.get(name)?;
        let own = match found.as_slice() {
            [only] => Some(only),
            several => several.iter().find(|(_, own)| file == Some(own)),
        };
        own.map(|(id, _)| id.clone())
    }

    fn about(&self, text: Option<String>) -> Option<About> {
        let text = text?;
        let is_word = |word: &crate::base::lang::Phrase| text == word.get(self.lang);
        if let Some(group) = self.groups.get(&text) {
            return Some(About::Group(group.clone(), String::new()));
        }
        if is_word(&words::ABOUT_TOTAL) {
            return Some(About::Total);
        }
        if is_word(&words::ABOUT_PARTS) {
            return Some(About::Parts);
        }
        Some(About::Row(text))
    }
}
