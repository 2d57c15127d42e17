//! A line above a table that names an office.
//!
//! In: a cell, which may have several lines. Out: those that name offices, and how two of them stand to each other. Not for: whose the
//! form is.

use crate::base::finding::Place;
use crate::base::text;
use crate::campaign::units::superior::{
    LowerLine, is_bare_part, is_office, lower_line, stands_below,
};
use crate::input::recognise::Known;
use crate::input::recognise::cover_value::CoverValue;

/// A line above a table that names an office.
#[derive(Clone, Debug)]
pub struct OfficeLine {
    /// What it says.
    pub stated: CoverValue,
    /// Its key.
    pub key: String,
    /// The how manieth line of its cell it is, from 0.
    line: u32,
    /// Whether it is the name of a registered unit.
    pub is_unit: bool,
}

impl OfficeLine {
    /// The lines of a cell that name offices.
    pub fn of_cell(
        raw: &str,
        shown: &str,
        is_unit: bool,
        place: &Place,
        known: &Known<'_>,
    ) -> Vec<OfficeLine> {
        let one = |text: String, line: usize, is_unit: bool| {
            let key = text::key(&text);
            let is_named = is_office(&text, &key) || is_bare_part(&key);
            (is_unit || is_named).then(|| OfficeLine {
                stated: CoverValue {
                    text,
                    place: place.clone(),
                    is_name: true,
                },
                key,
                line: u32::try_from(line).unwrap_or(u32::MAX),
                is_unit,
            })
        };
        if is_unit || !raw.contains('\n') {
            return one(shown.to_string(), 0, is_unit).into_iter().collect();
        }
        let lines = raw.lines().enumerate().filter_map(|(line, text)| {
            let text = text::clean(text);
            let is_unit = known.names_unit(&text::key(&text));
            one(text, line, is_unit)
        });
        lines.collect()
    }

    /// Whether it is the next line of a letterhead.
    pub fn is_next_to(&self, above: &OfficeLine) -> bool {
        let (Some(own), Some(over)) = (self.stated.place.cell, above.stated.place.cell) else {
            return false;
        };
        let is_in_cell = own == over && self.line == above.line + 1;
        self.stated.place.sheet == above.stated.place.sheet
            && (is_in_cell || stands_below(over, own))
    }

    /// Whether it is a part of the office below it, which writes for that: `PHÒNG NỘI VỤ`, `HUYỆN SA THẦY`.
    pub fn is_staff_of(&self, office: &OfficeLine) -> bool {
        lower_line(&office.key, &self.key) == LowerLine::Staff
    }
}
