//! Workbooks as text: sheets of lines, cells between bars, each cell typed as a person would.
//!
//! `89.5` is a number, `'89,5` and any other words are text, `TRUE` is a boolean, `#DIV/0!` an error, `date:2018-05-08` a date,
//! `hidden:10` a number in the format `;;;`, `struck:10`, `white:10` a number so, `format{0\\,0}:40` one in that format, `rich:~~2~~24` and `rich:4^^1^^` a text with a piece
//! struck out or raised (`,,1,,` lowered), `picture:` a picture placed in the cell, `<blank>` a cell with a format only, `=A1+A2 -> 3` a formula with its stored result and `=A1+A2 ->` one without. `\n`, `\t`, `\|` and `\u{a0}` stand for what they
//! usually do.

use std::collections::{BTreeMap, BTreeSet};

use tonghop::base::cell::{CellAddress, CellRange};

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, as it is written into the file.
    Number(String),
    /// A text.
    Text(String),
    /// A boolean.
    Bool(bool),
    /// An error value.
    Error(String),
    /// A number in a format that shows nothing.
    Hidden(String),
    /// A number in a format of its own; the words `struck` and `white` stand for looks.
    Shown(String, String),
    /// A text in pieces: `~~struck~~`, `^^raised^^`, `,,lowered,,`.
    Rich(String),
    /// A picture placed in the cell.
    Picture,
    /// A format and nothing else.
    Blank,
    /// A serial day, in a date's format.
    Date(i64),
    /// A formula and its stored result.
    Formula(String, Option<Box<Value>>),
}

/// A sheet in the making.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// `hidden`, `veryHidden` or nothing.
    pub state: String,
    /// Its cells by row and column, from 0.
    pub cells: BTreeMap<(u32, u32), Value>,
    /// Its merged ranges.
    pub merges: Vec<CellRange>,
    /// Hidden rows, from 0.
    pub hidden_rows: BTreeSet<u32>,
    /// Rows without a height, from 0.
    pub flat_rows: BTreeSet<u32>,
    /// Hidden columns, from 0.
    pub hidden_columns: BTreeSet<u32>,
    /// Cells with a comment.
    pub comments: Vec<CellAddress>,
    /// Cells on which a picture lies.
    pub pictures: Vec<CellAddress>,
    /// Text boxes: the cells that they cover, and what they say.
    pub boxes: Vec<(CellRange, String)>,
    /// What the file claims to be the used range.
    pub dimension: Option<String>,
}

/// Reads sheets: `[name]` or `[name] hidden` begins one, `row | cell | cell` is a line of it, `# …` a remark.
pub fn sheets(text: &str) -> Result<Vec<Sheet>, String> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        if let Some((name, state)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            sheets.push(Sheet {
                name: unescape(name),
                state: state.trim().to_string(),
                ..Sheet::default()
            });
            continue;
        }
        let sheet = sheets
            .last_mut()
            .ok_or("a line stands before any [sheet]")?;
        if let Some(range) = line.strip_prefix("merge ") {
            sheet.merges.push(self::range(range)?);
            continue;
        }
        let mut parts = bars(line).into_iter();
        let row = parts.next().unwrap_or_default();
        let row: u32 = row
            .trim()
            .parse()
            .map_err(|_| format!("no row number: {line}"))?;
        for (column, cell) in (0..).zip(parts) {
            if let Some(value) = value(&cell)? {
                sheet.cells.insert((row - 1, column), value);
            }
        }
    }
    Ok(sheets)
}

/// The parts between bars; `\|` is no bar.
fn bars(line: &str) -> Vec<String> {
    let marked = line.replace("\\|", "\u{1}");
    marked
        .split('|')
        .map(|part| part.replace('\u{1}', "|"))
        .collect()
}

/// `F6:F7`.
pub fn range(text: &str) -> Result<CellRange, String> {
    let (first, last) = text
        .trim()
        .split_once(':')
        .ok_or_else(|| format!("no range: {text}"))?;
    Ok(CellRange {
        first: address(first)?,
        last: address(last)?,
    })
}

/// `F6`.
pub fn address(text: &str) -> Result<CellAddress, String> {
    text.trim().parse().map_err(|error| format!("{error}"))
}

/// One cell; `None` for a blank one.
pub fn value(text: &str) -> Result<Option<Value>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(forced) = text.strip_prefix('\'') {
        return Ok(Some(Value::Text(unescape(forced))));
    }
    if let Some(formula) = text.strip_prefix('=') {
        return match formula.split_once("->") {
            Some((formula, result)) => {
                let result = value(result)?.map(Box::new);
                Ok(Some(Value::Formula(formula.trim().to_string(), result)))
            }
            None => Err(format!("a formula needs `->` and its result: {text}")),
        };
    }
    if let Some(number) = text.strip_prefix("hidden:") {
        return Ok(Some(Value::Hidden(number.to_string())));
    }
    for look in ["struck", "white"] {
        if let Some(number) = text
            .strip_prefix(look)
            .and_then(|rest| rest.strip_prefix(':'))
        {
            return Ok(Some(Value::Shown(look.to_string(), number.to_string())));
        }
    }
    if let Some((code, number)) = text
        .strip_prefix("format{")
        .and_then(|rest| rest.split_once("}:"))
    {
        return Ok(Some(Value::Shown(code.to_string(), number.to_string())));
    }
    if let Some(pieces) = text.strip_prefix("rich:") {
        return Ok(Some(Value::Rich(unescape(pieces))));
    }
    if text == "picture:" {
        return Ok(Some(Value::Picture));
    }
    if let Some(day) = text.strip_prefix("date:") {
        return serial(day).map(|serial| Some(Value::Date(serial)));
    }
    let is_number = text.parse::<f64>().is_ok()
        && text.starts_with(['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    Ok(Some(match text {
        "<blank>" => Value::Blank,
        "TRUE" => Value::Bool(true),
        "FALSE" => Value::Bool(false),
        _ if is_number => Value::Number(text.to_string()),
        _ if text.starts_with('#') && text.ends_with(['!', '?', 'A']) => {
            Value::Error(text.to_string())
        }
        _ => Value::Text(unescape(text)),
    }))
}

/// The serial day of `2018-05-08`, from 1 March 1900 on.
fn serial(day: &str) -> Result<i64, String> {
    let parts: Vec<i64> = day
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let [year, month, day] = parts[..] else {
        return Err(format!("no date: {day}"));
    };
    // Days since 1 March of the year 0, and from there to the base of Excel.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    Ok(days - 693_899)
}

/// With `\n`, `\t`, `\|` and `\u{…}` made what they stand for.
pub fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        if let Some((hex, tail)) = after.strip_prefix("u{").and_then(|hex| hex.split_once('}'))
            && let Some(c) = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
        {
            plain.push(c);
            rest = tail;
            continue;
        }
        let mut characters = after.chars();
        match characters.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some(other) => plain.push(other),
            None => {}
        }
        rest = characters.as_str();
    }
    plain.push_str(rest);
    plain
}

#[test]
fn cells_are_typed_as_people_type() {
    let read = |text: &str| value(text).unwrap().unwrap();
    assert_eq!(read("89.5"), Value::Number("89.5".into()));
    assert_eq!(read("-10"), Value::Number("-10".into()));
    assert_eq!(read("89,5"), Value::Text("89,5".into()));
    assert_eq!(read("'30"), Value::Text("30".into()));
    assert_eq!(read("30\\u{a0}"), Value::Text("30\u{a0}".into()));
    assert_eq!(read("#DIV/0!"), Value::Error("#DIV/0!".into()));
    assert_eq!(read("date:2018-05-08"), Value::Date(43_228));
    let sum = Value::Formula("A1+1".into(), Some(Box::new(Value::Number("3".into()))));
    assert_eq!(read("=A1+1 -> 3"), sum);
    assert_eq!(read("=A1 ->"), Value::Formula("A1".into(), None));
    assert_eq!(value(" "), Ok(None));
}
