//! What somebody did to a form, line by line.
//!
//! | line | what it does |
//! |---|---|
//! | `1. Hạ tầng!F5 = 89,5` | types into a cell; nothing behind `=` empties it |
//! | `1.: insert 2 rows at 8` | new rows before row 8; `columns at E` likewise |
//! | `1.: delete rows 8..9` | also `delete row 8`, `delete column E` |
//! | `1.: move row 8 to 12` | the row then is row 12 |
//! | `1.: repeat row 5 x 20` | copies of the row below it |
//! | `1.: rename to Sheet1` | also `delete`, `hidden`, `veryHidden`, `first`, `last`, `copy to Sheet2` |
//! | `1.: append 2. Ứng dụng` | the other sheet's cells below this one's, and the other sheet gone |
//! | `1.: merge F5:F7` | also `hide row 5`, `flatten row 5` (no height), `hide column F`, `comment F5`, `picture B5`, `box G8:I9 words` (a text box), `dimension A1:B2` |
//! | `*: decompose` | every text and every sheet's name in NFD |
//!
//! A sheet is named by its name or by how it begins.

use unicode_normalization::UnicodeNormalization;

use tonghop::base::cell::{CellAddress, CellRange};

use super::grid::{Sheet, Value, address, range, unescape, value};

/// Does what the lines say.
pub fn edit(sheets: &mut Vec<Sheet>, lines: &str) -> Result<(), String> {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        one(sheets, line).map_err(|problem| format!("edit `{line}`: {problem}"))?;
    }
    Ok(())
}

fn one(sheets: &mut Vec<Sheet>, line: &str) -> Result<(), String> {
    if line == "*: decompose" {
        sheets.iter_mut().for_each(decompose);
        return Ok(());
    }
    if let Some((place, new)) = line.split_once('=')
        && let Some((sheet, cell)) = place.rsplit_once('!')
        && let Ok(at) = address(cell)
    {
        let index = find(sheets, sheet)?;
        let cells = &mut sheets[index].cells;
        match value(new)? {
            Some(value) => cells.insert((at.row, at.column), value),
            None => cells.remove(&(at.row, at.column)),
        };
        return Ok(());
    }
    let (sheet, order) = line.split_once(": ").ok_or("not understood")?;
    let index = find(sheets, sheet)?;
    let words: Vec<&str> = order.split(' ').collect();
    match words[..] {
        ["delete"] => {
            sheets.remove(index);
        }
        ["first"] => {
            let sheet = sheets.remove(index);
            sheets.insert(0, sheet);
        }
        ["last"] => {
            let sheet = sheets.remove(index);
            sheets.push(sheet);
        }
        ["copy", "to", ..] => {
            let mut copy = sheets[index].clone();
            copy.name = unescape(&words[2..].join(" "));
            sheets.insert(index + 1, copy);
        }
        ["append", ..] => {
            let other = find(sheets, &words[1..].join(" "))?;
            let below = sheets[other].clone();
            append(&mut sheets[index], &below);
            sheets.remove(other);
        }
        _ => within(&mut sheets[index], &words)?,
    }
    Ok(())
}

/// An order that concerns one sheet only.
fn within(sheet: &mut Sheet, words: &[&str]) -> Result<(), String> {
    let number = |text: &str| {
        text.parse::<u32>()
            .map_err(|_| format!("no number: {text}"))
    };
    match *words {
        ["hidden" | "veryHidden"] => sheet.state = words[0].to_string(),
        ["rename", "to", ..] => sheet.name = unescape(&words[2..].join(" ")),
        ["merge", text] => sheet.merges.push(range(text)?),
        ["comment", at] => sheet.comments.push(address(at)?),
        ["picture", at] => sheet.pictures.push(address(at)?),
        ["box", over, ..] => {
            let words = unescape(&words[2..].join(" "));
            sheet.boxes.push((range(over)?, words));
        }
        ["dimension", text] => sheet.dimension = Some(text.to_string()),
        ["flatten", "row", row] => {
            sheet.flat_rows.insert(number(row)? - 1);
        }
        ["hide", "column", column] => {
            sheet.hidden_columns.insert(self::column(column)?);
        }
        ["hide", "row", row] => {
            sheet.hidden_rows.insert(number(row)? - 1);
        }
        ["insert", count, "row" | "rows", "at", row] => {
            shift(sheet, number(row)? - 1, number(count)?.into(), true);
        }
        ["insert", count, "column" | "columns", "at", column] => {
            shift(sheet, self::column(column)?, number(count)?.into(), false);
        }
        ["delete", "row", row] => shift(sheet, number(row)? - 1, -1, true),
        ["delete", "rows", rows] => {
            let (first, last) = rows.split_once("..").ok_or("first..last")?;
            let (first, last) = (number(first)?, number(last)?);
            shift(
                sheet,
                first - 1,
                i64::from(first) - i64::from(last) - 1,
                true,
            );
        }
        ["delete", "column", column] => shift(sheet, self::column(column)?, -1, false),
        ["move", "row", from, "to", to] => {
            let (from, to) = (number(from)? - 1, number(to)? - 1);
            let row = row_of(sheet, from);
            shift(sheet, from, -1, true);
            shift(sheet, to, 1, true);
            put_row(sheet, to, row);
        }
        ["repeat", "row", row, "x", count] => {
            let (row, count) = (number(row)? - 1, number(count)?);
            let content = row_of(sheet, row);
            shift(sheet, row + 1, count.into(), true);
            for copy in 1..=count {
                put_row(sheet, row + copy, content.clone());
            }
        }
        _ => return Err("not understood".to_string()),
    }
    Ok(())
}

/// The sheet of a name, or the only one that begins so.
fn find(sheets: &[Sheet], name: &str) -> Result<usize, String> {
    let name = unescape(name.trim());
    let exact = sheets.iter().position(|sheet| sheet.name == name);
    let mut begin = (0..sheets.len()).filter(|&index| sheets[index].name.starts_with(&name));
    exact
        .or_else(|| begin.next())
        .ok_or_else(|| format!("no sheet {name}"))
}

fn column(letters: &str) -> Result<u32, String> {
    address(&format!("{letters}1")).map(|at| at.column)
}

fn row_of(sheet: &Sheet, row: u32) -> Vec<(u32, Value)> {
    let cells = sheet.cells.range((row, 0)..(row + 1, 0));
    cells
        .map(|((_, column), value)| (*column, value.clone()))
        .collect()
}

fn put_row(sheet: &mut Sheet, row: u32, cells: Vec<(u32, Value)>) {
    let cells = cells
        .into_iter()
        .map(|(column, value)| ((row, column), value));
    sheet.cells.extend(cells);
}

/// Moves what stands at and behind a row or column by a number of rows or columns; what gets in the way is gone.
fn shift(sheet: &mut Sheet, from: u32, by: i64, rows: bool) {
    let moved = |position: u32| -> Option<u32> {
        if position < from {
            return Some(position);
        }
        let to = i64::from(position) + by;
        u32::try_from(to).ok().filter(|to| *to >= from)
    };
    let old = std::mem::take(&mut sheet.cells);
    sheet.cells = old
        .into_iter()
        .filter_map(|((row, column), value)| {
            let at = if rows {
                (moved(row)?, column)
            } else {
                (row, moved(column)?)
            };
            Some((at, value))
        })
        .collect();
    let corner = |at: CellAddress| -> Option<CellAddress> {
        Some(if rows {
            CellAddress::new(moved(at.row)?, at.column)
        } else {
            CellAddress::new(at.row, moved(at.column)?)
        })
    };
    sheet.merges = sheet
        .merges
        .iter()
        .filter_map(|range| {
            Some(CellRange {
                first: corner(range.first)?,
                last: corner(range.last)?,
            })
        })
        .collect();
}

fn append(sheet: &mut Sheet, below: &Sheet) {
    let last = sheet.cells.keys().map(|(row, _)| *row).max();
    let start = last.map_or(0, |row| row + 2);
    for ((row, column), value) in &below.cells {
        sheet.cells.insert((row + start, *column), value.clone());
    }
}

fn decompose(sheet: &mut Sheet) {
    sheet.name = sheet.name.nfd().collect();
    for value in sheet.cells.values_mut() {
        if let Value::Text(text) = value {
            *text = text.nfd().collect();
        }
    }
}
