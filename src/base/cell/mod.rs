//! Cells as they were found: where they stand, what they hold, and the sparse grid of one sheet.
//!
//! In: what `read` took from a file. Out: values with absolute addresses. Not for: deciding what a cell means.

mod grid;
mod look;
mod merges;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use crate::base::cell::grid::{Grid, Lines, SheetFacts, Visibility};
pub use crate::base::cell::look::{Look, Mark, Piece, standing};
pub use crate::base::cell::merges::Merges;
use crate::base::date::{Day, duration};
use crate::base::points::from_f64;

/// Rows that a sheet can have: Excel's limit.
pub const ROWS: u32 = 1_048_576;
/// Columns that a sheet can have: Excel's limit.
pub const COLUMNS: u32 = 16_384;

/// Where a cell stands. Row and column are zero-based; shown as A1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Zero-based row, below [`ROWS`].
    pub row: u32,
    /// Zero-based column, below [`COLUMNS`].
    pub column: u32,
}

impl CellAddress {
    /// The address at a zero-based row and column.
    pub fn new(row: u32, column: u32) -> Self {
        CellAddress { row, column }
    }
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}{}",
            column_letters(self.column),
            u64::from(self.row) + 1
        )
    }
}

impl Serialize for CellAddress {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CellAddress {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A text that is not a cell address such as `C12`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a cell address")]
pub struct NotAnAddress(pub String);

impl FromStr for CellAddress {
    type Err = NotAnAddress;

    /// Reads `C12` and `$C$12`.
    ///
    /// # Errors
    /// [`NotAnAddress`] for any other text and for cells outside Excel's grid.
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let wrong = || NotAnAddress(text.to_string());
        let (mut column, mut row) = (0_u32, 0_u32);
        let mut letters = 0;
        let mut in_number = false;
        for byte in text.bytes() {
            match byte.to_ascii_uppercase() {
                b'$' => {}
                letter @ b'A'..=b'Z' if !in_number && letters < 3 => {
                    column = column * 26 + u32::from(letter - b'A') + 1;
                    letters += 1;
                }
                digit @ b'0'..=b'9' if letters > 0 => {
                    row = row
                        .saturating_mul(10)
                        .saturating_add(u32::from(digit - b'0'));
                    in_number = true;
                }
                _ => return Err(wrong()),
            }
        }
        if row == 0 || row > ROWS || column > COLUMNS {
            return Err(wrong());
        }
        Ok(CellAddress::new(row - 1, column - 1))
    }
}

/// The letters of a zero-based column: 0 is `A`, 27 is `AB`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A rectangle of cells, both corners included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CellRange {
    /// Top left.
    pub first: CellAddress,
    /// Bottom right.
    pub last: CellAddress,
}

impl CellRange {
    /// Whether the rectangle holds this cell.
    pub fn contains(&self, at: CellAddress) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }

    /// Whether it has cells in this row.
    pub fn has_row(&self, row: u32) -> bool {
        (self.first.row..=self.last.row).contains(&row)
    }
}

impl fmt::Display for CellRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

/// What a cell holds, before anybody asks what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CellValue {
    /// Nothing: the cell exists only for its formula, which was never calculated.
    NotCalculated,
    /// A number as stored, always finite.
    Number(f64),
    /// Text, as stored.
    Text(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number shown as a date or a time: the serial day, and the base 1904 instead of 1900.
    Date {
        /// Days since the base.
        serial: f64,
        /// Whether the base is 1 January 1904.
        base_1904: bool,
    },
    /// A date or a duration stored as ISO 8601 text.
    IsoDate(String),
    /// An error value as Excel writes it, such as `#DIV/0!`.
    Error(String),
    /// The cell is damaged; the text says how, in English.
    Damaged(String),
}

impl CellValue {
    /// The value as a person sees it: numbers by their first 15 digits with a decimal point, dates day first.
    pub fn show(&self) -> String {
        match self {
            CellValue::NotCalculated => String::new(),
            CellValue::Number(value) if value.abs() < 1e15 && value.fract() == 0.0 => {
                (*value as i64).to_string()
            }
            CellValue::Number(value) => {
                from_f64(*value).map_or_else(|| exponent(*value), |decimal| decimal.to_string())
            }
            CellValue::Text(text) | CellValue::Error(text) | CellValue::Damaged(text) => {
                text.clone()
            }
            CellValue::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_string(),
            CellValue::Date { serial, base_1904 } => Day::of_serial(*serial, *base_1904)
                .map_or_else(|| serial.to_string(), Day::day_first),
            CellValue::IsoDate(text) => match (Day::start_of(text), duration(text)) {
                (Some(day), _) => day.day_first(),
                (None, Some((hours, minutes, _))) => format!("{hours}:{minutes:02}"),
                (None, None) => text.clone(),
            },
        }
    }
}

/// A number with too many digits to be written out, as Excel shows it: `1E+28`.
fn exponent(value: f64) -> String {
    let shown = format!("{value:E}");
    match shown.split_once('E') {
        Some((digits, power)) if !power.starts_with('-') => format!("{digits}E+{power}"),
        _ => shown,
    }
}

/// One cell of a sheet that holds something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Where it stands.
    pub address: CellAddress,
    /// What it holds.
    pub value: CellValue,
    /// The formula behind the value, without `=`, where there is one; empty if it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// What its format does to a number.
    #[serde(default, skip_serializing_if = "Format::is_general")]
    pub format: Format,
    /// What is special about its look, where something is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<Box<Look>>,
}

impl Cell {
    /// A cell without a formula, in a format that says nothing.
    pub fn new(address: CellAddress, value: CellValue) -> Self {
        Cell {
            address,
            value,
            formula: None,
            format: Format::General,
            look: None,
        }
    }

    /// Hands over every text of the cell, to be changed in its place.
    pub fn each_text(&mut self, change: impl Fn(&mut String)) {
        match &mut self.value {
            CellValue::Text(text)
            | CellValue::Error(text)
            | CellValue::Damaged(text)
            | CellValue::IsoDate(text) => change(text),
            CellValue::NotCalculated
            | CellValue::Number(_)
            | CellValue::Bool(_)
            | CellValue::Date { .. } => {}
        }
        self.formula.iter_mut().for_each(&change);
        if let Some(look) = &mut self.look {
            look.shown.iter_mut().for_each(&change);
            look.code.iter_mut().for_each(&change);
            look.list_number.iter_mut().for_each(&change);
            let pieces = look.left_off.iter_mut();
            pieces.for_each(|piece| change(&mut piece.text));
        }
    }

    /// Whether nothing stands in it but the number that a list sets before a paragraph.
    pub fn is_list_number(&self) -> bool {
        let look = self.look.as_ref();
        look.is_some_and(|look| look.list_number.is_some())
    }

    /// Its look, to be changed.
    pub fn look_mut(&mut self) -> &mut Look {
        self.look.get_or_insert_default()
    }
}

/// What the format of a cell does to the number in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Shows it as it is, or with decoration; or the value is not a number.
    #[default]
    General,
    /// Shows it as a percentage: 0.9793 as 97,93%.
    Percent,
    /// Shows it as it is with the sign of a percentage or a per mille, which is only a letter; [`Look::shown`] has all of it.
    PercentSign,
    /// Shows nothing.
    Hidden,
    /// Shows another number or only words; [`Look::shown`] says what.
    Other,
}

impl Format {
    // serde hands over a reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn is_general(&self) -> bool {
        *self == Format::General
    }
}

/// What a place in a form says: nothing, something, or something that cannot be understood. A blank is not a zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading<T> {
    /// Left blank.
    #[default]
    Empty,
    /// Understood.
    Value(T),
    /// Something is there that was not understood; a finding says what.
    Unreadable,
}

impl<T> Reading<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Reading::Value(value) => Some(value),
            Reading::Empty | Reading::Unreadable => None,
        }
    }
}
