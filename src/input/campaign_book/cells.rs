//! The cells of a campaign workbook as values of its documents.
//!
//! In: a cell and the sort of its column. Out: a value, nothing for a blank, or what is wrong with it. Not for: what it is of.

use toml::Value;

use crate::base::cell::{Cell, CellValue, Format};
use crate::base::date::Day;
use crate::base::error::Problem;
use crate::base::finding::Fact;
use crate::base::lang::Lang;
use crate::base::number::{self, Sort, Step, says_no_limit};
use crate::base::points::Decimal;
use crate::base::rules::{Rule, campaign_fit, campaign_form, campaign_values};
use crate::base::text;
use crate::campaign::book::{CellSort, DropDownEntry, NO, RuleType, YES, called, is_name, parse};
use crate::campaign::scheme::{Threshold, UNLIMITED};

/// What is wrong with a cell: the rule, what stands there, what is accepted.
pub(super) type Fault = (&'static Rule, Option<Fact>, Option<Fact>);

/// What a cell says as text, in one line.
pub(super) fn shown(cell: &Cell) -> String {
    text::clean(&cell.value.show())
}

/// What a cell says in one line, with every blank of it.
pub(super) fn raw_line(cell: &Cell) -> String {
    cell.value.show().replace(['\n', '\r', '\t'], " ")
}

/// Whether a cell says nothing.
pub(super) fn is_blank(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Text(text) => text::cleaned(text).is_empty(),
        CellValue::NotCalculated => cell.formula.is_none(),
        _ => false,
    }
}

/// What is wrong, as a sentence.
pub(super) fn sentence(problem: &Problem) -> Fact {
    Fact::Said(problem.said(Lang::Vi), problem.said(Lang::En))
}

fn fault(rule: &'static Rule, cell: &Cell, expected: Option<Fact>) -> Fault {
    (rule, Some(Fact::Text(shown(cell))), expected)
}

/// Reads a cell. `None`: it is blank.
pub(super) fn value(sort: CellSort, cell: &Cell) -> Result<Option<Value>, Fault> {
    if is_blank(cell) {
        return Ok(None);
    }
    if matches!(
        cell.value,
        CellValue::Error(_) | CellValue::Damaged(_) | CellValue::NotCalculated
    ) {
        let shown = cell.formula.as_ref().filter(|_| shown(cell).is_empty());
        let found = shown.map_or_else(|| self::shown(cell), |formula| format!("={formula}"));
        return Err((&campaign_values::CELL_ERROR, Some(Fact::Text(found)), None));
    }
    let lines = || -> Vec<String> {
        let text = cell.value.show();
        let lines = text.split('\n').map(text::clean);
        lines.filter(|one| !one.is_empty()).collect()
    };
    let value = match sort {
        CellSort::Text | CellSort::Code | CellSort::Free => Value::String(shown(cell)),
        CellSort::Texts => Value::Array(lines().into_iter().map(Value::String).collect()),
        CellSort::Aliases => {
            let lines = lines();
            let all = lines
                .iter()
                .flat_map(|line| line.split('|'))
                .map(text::clean);
            Value::String(
                all.filter(|one| !one.is_empty())
                    .collect::<Vec<_>>()
                    .join("|"),
            )
        }
        CellSort::Codes => Value::Array(codes(cell).into_iter().map(Value::String).collect()),
        CellSort::Maximum => maximum(cell)?,
        CellSort::Number => number(cell, false)?,
        CellSort::Whole => whole(cell)?,
        CellSort::Percent => number(cell, true)?,
        CellSort::Threshold => threshold(cell)?,
        CellSort::Minima => minima(cell, &lines())?,
        CellSort::Day => Value::String(day(cell)?.to_string()),
        CellSort::YesNo => Value::Boolean(yes_no(cell)?),
        CellSort::Choice(list) => {
            let labels = list
                .iter()
                .map(|one| (one.value, one.label.vi, one.label.en));
            Value::String(choice(&labels.collect::<Vec<_>>(), cell)?)
        }
        CellSort::Other => {
            let line = raw_line(cell);
            let read = parse(&line).map_err(|problem| {
                let found = Some(Fact::Text(line.clone()));
                (
                    &campaign_values::PARAMETERS,
                    found,
                    Some(sentence(&problem)),
                )
            })?;
            Value::Table(read)
        }
    };
    Ok(Some(value))
}

/// The ids of a cell that may hold several.
pub(super) fn codes(cell: &Cell) -> Vec<String> {
    let text = cell.value.show();
    let all = text.split([',', ';', '\n']).map(text::clean);
    all.filter(|one| !one.is_empty()).collect()
}

/// A type of rules or formulas, by its label.
pub(super) fn rule_type(types: &[RuleType], cell: &Cell) -> Result<String, Fault> {
    let labels = types
        .iter()
        .map(|one| (one.value, one.label.vi, one.label.en));
    choice(&labels.collect::<Vec<_>>(), cell)
}

/// What kind of row a cell says.
pub(super) fn one_of(list: &[DropDownEntry], cell: &Cell) -> Result<String, Fault> {
    let labels = list
        .iter()
        .map(|one| (one.value, one.label.vi, one.label.en));
    let found = choice(&labels.collect::<Vec<_>>(), cell)?;
    if list.iter().any(|one| one.value == found) {
        return Ok(found);
    }
    Err(not_in_list(list.iter().map(|one| one.label.vi), cell))
}

fn not_in_list<'l>(labels: impl Iterator<Item = &'l str>, cell: &Cell) -> Fault {
    let labels = Fact::Names(labels.map(str::to_string).collect());
    fault(&campaign_form::NOT_IN_LIST, cell, Some(labels))
}

/// An entry of a list by its label in either language, or by its name in the documents; a name that the list does not have may be one
/// that a later list has, and is judged with the documents.
fn choice(list: &[(&str, &str, &str)], cell: &Cell) -> Result<String, Fault> {
    let shown = shown(cell);
    let exact = list
        .iter()
        .find(|(value, vi, en)| [*value, *vi, *en].contains(&shown.as_str()));
    let found = exact
        .copied()
        .or_else(|| called(list, |(value, vi, en)| vec![value, vi, en], &shown))
        .map(|(value, ..)| value.to_string());
    found
        .or_else(|| is_name(&shown).then(|| shown.clone()))
        .ok_or_else(|| not_in_list(list.iter().map(|(_, vi, _)| *vi), cell))
}

/// Words before the code of a group.
const GROUP: [&str; 2] = ["Nhóm ", "nhóm "];

/// Words behind a number of points.
const POINTS: [&str; 2] = ["điểm", "đ"];

/// A text without the word that says that it is points.
fn without_points(value: &CellValue) -> Option<CellValue> {
    let CellValue::Text(text) = value else {
        return None;
    };
    let lower = text::clean(text).to_lowercase();
    let number = POINTS.iter().find_map(|word| lower.strip_suffix(word))?;
    let is_number = number.trim_end().ends_with(|c: char| c.is_ascii_digit());
    is_number.then(|| CellValue::Text(number.trim_end().to_string()))
}

/// Points, or a percentage: by its sign, or by the format that shows one.
fn threshold(cell: &Cell) -> Result<Value, Fault> {
    let percentage = match (&cell.value, cell.format) {
        (CellValue::Text(text), _) => Threshold::percentage(text),
        (CellValue::Number(_), Format::Percent | Format::PercentSign) => {
            Some(Threshold::Percent(amount(cell, true)?))
        }
        _ => None,
    };
    match percentage {
        Some(percentage) => Ok(Value::String(percentage.to_string())),
        None => number(cell, false),
    }
}

/// Points or percentages of single groups, each behind the code of its group.
fn minima(cell: &Cell, lines: &[String]) -> Result<Value, Fault> {
    let mut all = toml::Table::new();
    for line in lines.iter().flat_map(|line| line.split(';')) {
        let written = Cell::new(cell.address, CellValue::Text(line.to_string()));
        let wrong = || fault(&campaign_form::NOT_A_NUMBER, &written, None);
        let (id, minimum) = line.split_once([':', '=', '≥']).ok_or_else(wrong)?;
        let id = text::clean(id);
        let bare = GROUP.iter().find_map(|word| id.strip_prefix(word));
        let id = text::clean(bare.unwrap_or(&id));
        let minimum = CellValue::Text(text::clean(minimum));
        let minimum = threshold(&Cell::new(cell.address, minimum))?;
        if id.is_empty() || all.insert(id, minimum).is_some() {
            return Err(wrong());
        }
    }
    Ok(Value::Table(all))
}

/// A maximum: a number, or words that there is none.
fn maximum(cell: &Cell) -> Result<Value, Fault> {
    if says_no_limit(&shown(cell)) {
        return Ok(Value::String(UNLIMITED.to_string()));
    }
    number(cell, false)
}

/// A number that counts something.
fn whole(cell: &Cell) -> Result<Value, Fault> {
    match number(cell, false)? {
        Value::Integer(whole) if whole >= 0 => Ok(Value::Integer(whole)),
        _ => Err(fault(&campaign_fit::NOT_WHOLE, cell, None)),
    }
}

/// A number as a value of a document.
fn number(cell: &Cell, is_percent: bool) -> Result<Value, Fault> {
    let wrong = || fault(&campaign_form::NOT_A_NUMBER, cell, None);
    Ok(match amount(cell, is_percent)?.normalize() {
        whole if whole.is_integer() => Value::Integer(whole.to_i64().ok_or_else(wrong)?),
        value => Value::Float(value.to_f64()),
    })
}

/// A number. One that has the format of a percentage means what is shown where percentages are meant, and nothing clear elsewhere.
fn amount(cell: &Cell, is_percent: bool) -> Result<Decimal, Fault> {
    let wrong = || fault(&campaign_form::NOT_A_NUMBER, cell, None);
    let bare = without_points(&cell.value).filter(|_| !is_percent);
    let value = bare.as_ref().unwrap_or(&cell.value);
    let read = number::read(value, Sort::Amount, "").map_err(|_| wrong())?;
    let read = read.ok_or_else(wrong)?;
    let is_clear = read.steps.iter().all(|step| match step {
        Step::Percent => is_percent,
        Step::OutOf(_) | Step::Approximate | Step::UnitWord(_) | Step::Word(_) => false,
        _ => true,
    });
    if !is_clear || cell.format == Format::Percent && !is_percent {
        return Err(wrong());
    }
    let is_stored = matches!(cell.value, CellValue::Number(_));
    if is_stored && cell.format == Format::Percent {
        return read
            .value
            .checked_mul(Decimal::ONE_HUNDRED)
            .ok_or_else(wrong);
    }
    Ok(read.value)
}

/// A day, however it is written; the day stands before the month.
pub(super) fn day(cell: &Cell) -> Result<Day, Fault> {
    let read = match &cell.value {
        CellValue::Date { serial, base_1904 } => Day::of_serial(*serial, *base_1904),
        CellValue::IsoDate(text) => Day::start_of(text),
        CellValue::Text(text) => written_day(&text::clean(text)),
        _ => None,
    };
    read.ok_or_else(|| fault(&campaign_form::NOT_A_DAY, cell, None))
}

fn written_day(text: &str) -> Option<Day> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Option<Vec<i64>> = text
        .split(['/', '-', '.'])
        .map(|part| part.trim().parse().ok())
        .collect();
    match parts?.as_slice() {
        [day, month, year] if *year > 1000 => Day::new(*year, *month, *day),
        _ => None,
    }
}

fn yes_no(cell: &Cell) -> Result<bool, Fault> {
    if let CellValue::Bool(value) = cell.value {
        return Ok(value);
    }
    match text::bare_key(&shown(cell)).as_str() {
        "co" | "yes" | "x" | "true" | "1" => Ok(true),
        "khong" | "no" | "false" | "0" => Ok(false),
        _ => Err(not_in_list([YES.vi, NO.vi].into_iter(), cell)),
    }
}
