//! Notes that people write beside rows of a campaign workbook, so that a later proposal has them too.
//!
//! In: what stands in the cells of a row. Out: by what the row is known again. Not for: what a row says.

use crate::base::text;
use crate::campaign::book::{FIGURES, GIVEN_ID, MEANING, SETTING, SETTINGS, SheetId, VALUE, WORD};

/// A note of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookNote {
    /// The sheet.
    pub sheet: SheetId,
    /// The row.
    pub row: RowLabel,
    /// What the note says.
    pub text: String,
}

/// By what a row is known again: no column, but what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLabel {
    /// The code of the row itself, or of the last one above that has any.
    pub code: String,
    /// Whether the code is its own.
    pub is_own: bool,
    /// What it is called besides.
    pub name: String,
    /// The row as people see it.
    pub shown: String,
}

impl RowLabel {
    /// The likeness of what is least sure to be one row.
    pub const LEAST_SURE: u8 = 2;

    /// That of a row. `said` is what stands in the column of a key; `above` is the code of the last row that has one, and becomes that of
    /// this row.
    pub fn of(sheet: SheetId, said: impl Fn(&str) -> String, above: &mut String) -> Self {
        let (codes, names) = naming(sheet);
        let written = |keys: &[&str]| {
            let texts = keys.iter().map(|key| text::clean(&said(key)));
            let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
            texts.join(" ")
        };
        let all = |keys: &[&str]| {
            let texts: Vec<String> = keys.iter().map(|key| text::key(&said(key))).collect();
            texts.join(" ").trim().to_string()
        };
        let shown = [written(codes), written(names)].join(" ");
        let code = all(codes);
        let is_own = !code.is_empty();
        if is_own {
            above.clone_from(&code);
        }
        RowLabel {
            code: above.clone(),
            is_own,
            name: all(names),
            shown: shown.trim().to_string(),
        }
    }

    /// How sure it is that two rows are one, 0 for the surest: of one code and name, of one code, of one name.
    pub fn likeness(&self, other: &RowLabel) -> Option<u8> {
        let (is_code, is_name) = (self.code == other.code, self.name == other.name);
        let is_called = is_name && !self.name.is_empty();
        match (is_code && self.is_own == other.is_own, is_name) {
            (true, true) => Some(0),
            (true, false) if self.is_own => Some(1),
            (false, _) if is_called && self.is_own && other.is_own => Some(Self::LEAST_SURE),
            _ => None,
        }
    }
}

/// The columns that tell the rows of a sheet apart: those of codes, and those of names.
fn naming(sheet: SheetId) -> (&'static [&'static str], &'static [&'static str]) {
    match sheet {
        SheetId::Settings => (&[SETTING], &[VALUE]),
        SheetId::Levels | SheetId::Statistics => (&["id"], &["name"]),
        SheetId::Units => (&["level", "code"], &["name"]),
        SheetId::Words => (&[WORD], &[MEANING]),
        SheetId::Criteria => (&["id"], &["name", "from", "per", "points", FIGURES]),
        SheetId::Grades => (&["name"], &["from"]),
        SheetId::Sentences => (&["section", "statistic"], &["text"]),
        SheetId::Given => (&[GIVEN_ID], &["value"]),
        SheetId::Exempt => (&["unit", "criterion"], &["reason"]),
        SheetId::Points => (&["unit", "criterion"], &["points"]),
        SheetId::Sources => (&[], &[]),
    }
}

/// Whether a note is one that the program writes itself, in either language.
pub fn is_own_note(sheet: SheetId, note: &str) -> bool {
    let key = text::key(note);
    let is_it = |one: &str| text::key(one) == key;
    let mut settings = SETTINGS.iter();
    sheet == SheetId::Settings && settings.any(|one| is_it(one.note.vi) || is_it(one.note.en))
}
