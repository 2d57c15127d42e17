//! The lists of a form's drop-downs, on a sheet that nobody sees: a list within a rule has 255 characters at most, and numbers in it hang
//! on the decimal mark of the computer.
//!
//! In: lists as they are asked for, each kept once. Out: the area of each as a formula, and the sheet. Not for: which cell has which.

use rust_xlsxwriter::Worksheet;

use crate::base::cell::column_letters;
use crate::base::points::{Decimal, to_f64};
use crate::output::xlsx::page::WriteResult;
use crate::output::xlsx::template::seats::LISTS;

/// The lists, each in a column of its own.
#[derive(Default)]
pub(super) struct DropDowns {
    all: Vec<DropDown>,
}

/// A list.
#[derive(PartialEq)]
pub(super) enum DropDown {
    /// Points.
    Points(Vec<Decimal>),
    /// Words.
    Words(Vec<String>),
}

impl DropDown {
    fn len(&self) -> usize {
        match self {
            DropDown::Points(points) => points.len(),
            DropDown::Words(words) => words.len(),
        }
    }
}

impl DropDowns {
    /// The area of a list.
    pub(super) fn area(&mut self, list: DropDown) -> String {
        let length = list.len().max(1);
        let known = self.all.iter().position(|one| *one == list);
        let place = known.unwrap_or_else(|| {
            self.all.push(list);
            self.all.len() - 1
        });
        let letters = column_letters(place as u32);
        format!("='{LISTS}'!${letters}$1:${letters}${length}")
    }

    /// Writes the sheet; none of a form without lists has one, but that sheets are counted.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> WriteResult {
        sheet.set_name(LISTS)?;
        for (column, list) in (0_u16..).zip(&self.all) {
            match list {
                DropDown::Points(points) => {
                    for (row, value) in (0_u32..).zip(points) {
                        sheet.write_number(row, column, to_f64(*value))?;
                    }
                }
                DropDown::Words(words) => {
                    for (row, word) in (0_u32..).zip(words) {
                        sheet.write_string(row, column, word)?;
                    }
                }
            }
        }
        sheet.protect();
        sheet.set_very_hidden(true);
        Ok(())
    }
}
