//! Values of a campaign's documents as cells.
//!
//! In: a value and the sort of a column. Out: what stands in the cell, if a cell can hold it so that it is read as the same value.
//! Not for: where it stands.

use toml::{Table, Value};

use crate::base::date::Day;
use crate::base::lang::{self, Lang};
use crate::base::outside;
use crate::base::text;
use crate::campaign::book::{CellSort, DropDownEntry, NO, RuleType, YES, is_name};
use crate::campaign::scheme::{Threshold, UNLIMITED};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CellContent {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
}

/// The largest whole number that a cell keeps exactly.
const EXACT: i64 = 1 << 53;
/// Beyond these no number of a form means anything, and none is read.
const LARGEST: f64 = 1e12;
/// See [`LARGEST`].
const SMALLEST: f64 = 1e-10;
/// No group has more points; so many are read as no number of thousands.
const LARGEST_MINIMUM: i64 = 999;
/// The first year in which Excel and the calendar agree on every day.
const FIRST_YEAR: i32 = 1901;
/// The longest text of a cell, in UTF-16 units, as all of them may be two.
const LONGEST: usize = 32_767 / 2;

/// The cell of a value, in a column of a sort; `None` where it would not be read as the same.
pub(super) fn cell(sort: CellSort, value: &Value, lang: Lang) -> Option<CellContent> {
    match (sort, value) {
        (CellSort::Text | CellSort::Code, Value::String(text)) => {
            plain(text).map(CellContent::Text)
        }
        (CellSort::Texts, Value::Array(all)) if !all.is_empty() => {
            let all: Option<Vec<String>> =
                all.iter().map(|one| one.as_str().and_then(plain)).collect();
            short(all?.join("\n"))
        }
        (CellSort::Aliases, Value::String(text)) => {
            let all = text
                .split('|')
                .map(text::clean)
                .filter(|one| !one.is_empty());
            let all = all.collect::<Vec<_>>().join("\n");
            short(all).filter(|written| *written != CellContent::Text(String::new()))
        }
        (CellSort::Whole, Value::Integer(whole)) if *whole >= 0 => {
            number(value).map(CellContent::Number)
        }
        (CellSort::Threshold, Value::String(text)) => {
            // Others are read as the same, but not written so.
            let read = Threshold::percentage(text)?;
            (read.to_string() == *text).then(|| CellContent::Text(text.clone()))
        }
        (CellSort::Maximum, Value::String(text)) => {
            (text == UNLIMITED).then(|| CellContent::Text(lang::UNLIMITED.get(lang).to_string()))
        }
        (CellSort::Number | CellSort::Maximum | CellSort::Percent | CellSort::Threshold, value) => {
            number(value).map(CellContent::Number)
        }
        (CellSort::Minima, Value::Table(all)) if !all.is_empty() => {
            let lines: Option<Vec<String>> = all.iter().map(minimum).collect();
            short(lines?.join("\n"))
        }
        (CellSort::Day, value) => day(value).map(CellContent::Day),
        (CellSort::YesNo, Value::Boolean(value)) => {
            let words = if *value { YES } else { NO };
            Some(CellContent::Text(words.get(lang).to_string()))
        }
        (CellSort::Choice(list), Value::String(value)) => choice(list, value, lang),
        _ => None,
    }
}

/// The minimum of a group as a line; `None` where it would not be read as the same.
fn minimum((id, value): (&String, &Value)) -> Option<String> {
    let is_word = |id: &str| !id.contains([':', '=', '≥', ';', ' ']);
    let id = plain(id).filter(|id| is_word(id))?;
    let minimum = match value {
        Value::String(text) => {
            let read = Threshold::percentage(text)?;
            (read.to_string() == *text).then(|| text.clone())?
        }
        Value::Integer(points) if (0..=LARGEST_MINIMUM).contains(points) => points.to_string(),
        _ => return None,
    };
    Some(format!("{id}: {minimum}"))
}

/// A text that a cell gives back as it is.
pub(super) fn plain(text: &str) -> Option<String> {
    let is_plain = !text.is_empty() && text.len() < LONGEST && text::clean(text) == text;
    (is_plain && !outside::has_signs(text)).then(|| text.to_string())
}

/// An id that may stand beside others in a cell.
pub(super) fn is_id(text: &str) -> bool {
    plain(text).is_some() && !text.contains([',', ';', ' '])
}

fn short(text: String) -> Option<CellContent> {
    (text.len() < LONGEST).then_some(CellContent::Text(text))
}

fn number(value: &Value) -> Option<f64> {
    let number = match value {
        #[allow(clippy::cast_precision_loss)] // within what is exact
        Value::Integer(value) if value.abs() <= EXACT => *value as f64,
        Value::Float(value) => *value,
        _ => return None,
    };
    let size = number.abs();
    (number == 0.0 || (SMALLEST..=LARGEST).contains(&size)).then_some(number)
}

fn day(value: &Value) -> Option<Day> {
    let day = match value {
        Value::Datetime(moment) if moment.time.is_none() && moment.offset.is_none() => {
            let date = moment.date?;
            Day::new(date.year.into(), date.month.into(), date.day.into())?
        }
        Value::String(text) => text
            .parse::<Day>()
            .ok()
            .filter(|day| day.to_string() == *text)?,
        _ => return None,
    };
    (day.year() >= FIRST_YEAR).then_some(day)
}

/// The label of an entry of a list; a value that is none of it as it is, if no label could be meant by it.
fn choice(list: &[DropDownEntry], value: &str, lang: Lang) -> Option<CellContent> {
    if let Some(one) = list.iter().find(|one| one.value == value) {
        return Some(CellContent::Text(one.label.get(lang).to_string()));
    }
    let labels = list.iter().flat_map(|one| [one.label.vi, one.label.en]);
    raw(value, labels)
}

/// The label of a type of rules or formulas, likewise.
pub(super) fn type_label(types: &[RuleType], value: &Value, lang: Lang) -> Option<CellContent> {
    let value = value.as_str()?;
    if let Some(one) = types.iter().find(|one| one.value == value) {
        return Some(CellContent::Text(one.label.get(lang).to_string()));
    }
    raw(
        value,
        types.iter().flat_map(|one| [one.label.vi, one.label.en]),
    )
}

fn raw<'l>(value: &str, mut labels: impl Iterator<Item = &'l str>) -> Option<CellContent> {
    let key = text::key(value);
    (is_name(value) && !labels.any(|label| text::key(label) == key))
        .then(|| CellContent::Text(value.to_string()))
}

/// Takes out what a path with dots leads to; a table that is empty after that goes too.
pub(super) fn remove(table: &mut Table, key: &str) {
    let Some((first, rest)) = key.split_once('.') else {
        table.remove(key);
        return;
    };
    if let Some(Value::Table(inner)) = table.get_mut(first) {
        remove(inner, rest);
        if inner.is_empty() {
            table.remove(first);
        }
    }
}
