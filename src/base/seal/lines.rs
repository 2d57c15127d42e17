//! The seal as the text of a sheet, and back.
//!
//! In: checksums, or the grid of such a sheet. Out: rows of two texts each, short enough for cells. Not for: files.

use std::collections::BTreeMap;

use crate::base::cell::{CellAddress, Grid};
use crate::base::seal::normal::Checksum;
use crate::base::seal::sheet::{PRIME, PartSums, SheetSeal};
use crate::base::seal::{Looks, SHEET, Seal};

/// The version of the seal's form; a sheet of another version is not understood.
const FORMAT: &str = "1";
/// Letters of one cell; Excel's limit is 32,767.
const LONGEST: usize = 30_000;
/// Six bits a letter. None of them begins a formula.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Letters of both sums of a row of a long list, 15 bits each.
const LETTERS_OF_ROW: usize = 5;
/// A cell of a row that says nothing.
const NOTHING: &str = "..";

/// Whether a sheet begins as that of a seal does.
pub(super) fn is_marked(grid: &Grid) -> bool {
    text(grid, 0, 0) == Some(SHEET)
}

fn text(grid: &Grid, row: u32, column: u32) -> Option<&str> {
    match &grid.get(CellAddress::new(row, column))?.value {
        crate::base::cell::CellValue::Text(text) => Some(text.as_str()),
        _ => None,
    }
}

impl Seal {
    /// The texts of the sheet, two a row: what it is, and what it says. The last row is the checksum of those before it.
    pub fn lines(&self) -> Vec<(String, String)> {
        let mut lines = vec![(SHEET.to_string(), format!("v{FORMAT}"))];
        for sheet in &self.sheets {
            let kind = match sheet.parts {
                PartSums::Cells(_) => "cells",
                PartSums::Rows(_) => "rows",
            };
            lines.push((format!("{kind} {:016x}", sheet.whole), sheet.name.clone()));
            let mut line = (String::new(), String::new());
            let mut next = None;
            for (row, sums) in sheet.rows() {
                if next != Some(row) || line.1.len() + sums.len() + 1 > LONGEST {
                    lines.extend(Some(line).filter(|(at, _)| !at.is_empty()));
                    line = (format!("r{}", row + 1), String::new());
                } else if matches!(sheet.parts, PartSums::Cells(_)) {
                    line.1.push('/');
                }
                line.1.push_str(&sums);
                next = Some(row + 1);
            }
            lines.extend(Some(line).filter(|(at, _)| !at.is_empty()));
        }
        for (name, looks) in &self.looks {
            lines.push((format!("look {}", looks.text()), name.clone()));
        }
        let all = checksum(
            lines
                .iter()
                .map(|(one, other)| (one.as_str(), other.as_str())),
        );
        lines.push(("end".to_string(), all));
        lines
    }

    /// The seal that a sheet holds. `None` where it was changed or is of another version.
    pub(super) fn from_grid(grid: &Grid) -> Option<Self> {
        let rows = grid.rows().count() as u32;
        let lines: Option<Vec<(&str, &str)>> = (0..rows)
            .map(|row| Some((text(grid, row, 0)?, text(grid, row, 1)?)))
            .collect();
        let lines = lines?;
        let (last, before) = lines.split_last()?;
        if *last != ("end", checksum(before.iter().copied()).as_str()) {
            return None;
        }
        let (first, before) = before.split_first()?;
        if first.1 != format!("v{FORMAT}") {
            return None;
        }
        let mut sheets: Vec<SheetSeal> = Vec::new();
        let mut looks = Vec::new();
        for (head, body) in before {
            if let Some(look) = head.strip_prefix("look ") {
                looks.push(((*body).to_string(), Looks::parse(look)?));
                continue;
            }
            if let Some(row) = head
                .strip_prefix('r')
                .and_then(|row| row.parse::<u32>().ok())
            {
                sheets.last_mut()?.take(row.checked_sub(1)?, body)?;
                continue;
            }
            let (kind, whole) = head.split_once(' ')?;
            sheets.push(SheetSeal {
                name: (*body).to_string(),
                whole: u64::from_str_radix(whole, 16).ok()?,
                parts: match kind {
                    "cells" => PartSums::Cells(BTreeMap::new()),
                    "rows" => PartSums::Rows(BTreeMap::new()),
                    _ => return None,
                },
            });
        }
        Some(Seal { sheets, looks })
    }
}

fn checksum<'a>(lines: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let sum = lines.fold(Checksum::new(), |sum, (one, other)| {
        sum.add(one.as_bytes())
            .add(b"\n")
            .add(other.as_bytes())
            .add(b"\n")
    });
    format!("{:016x}", sum.value())
}

impl SheetSeal {
    /// The sums of each row as text.
    fn rows(&self) -> Vec<(u32, String)> {
        let mut rows: Vec<(u32, String)> = Vec::new();
        match &self.parts {
            PartSums::Cells(cells) => {
                let mut next = 0;
                for (at, sum) in cells {
                    if rows.last().is_none_or(|(row, _)| *row != at.row) {
                        rows.push((at.row, String::new()));
                        next = 0;
                    }
                    if let Some((_, text)) = rows.last_mut() {
                        // A cell far to the right would take many.
                        let gap = at.column - next;
                        if gap > 8 {
                            text.push_str(&format!("+{gap}+"));
                        } else {
                            (0..gap).for_each(|_| text.push_str(NOTHING));
                        }
                        letters(u32::from(*sum), 2, text);
                        next = at.column + 1;
                    }
                }
            }
            PartSums::Rows(sums) => {
                for (row, (plain, weighed)) in sums {
                    let mut text = String::with_capacity(LETTERS_OF_ROW);
                    letters((plain << 15) | weighed, LETTERS_OF_ROW as u32, &mut text);
                    rows.push((*row, text));
                }
            }
        }
        rows
    }

    /// Takes the sums of rows that follow each other.
    fn take(&mut self, first: u32, body: &str) -> Option<()> {
        match &mut self.parts {
            PartSums::Cells(cells) => {
                for (row, sums) in (first..).zip(body.split('/')) {
                    take_cells(row, sums, cells)?;
                }
            }
            PartSums::Rows(rows) => {
                let mut rest = body;
                for row in first.. {
                    let Some((sums, behind)) = rest.split_at_checked(LETTERS_OF_ROW) else {
                        break;
                    };
                    let sums = number(sums)?;
                    let (plain, weighed) = (sums >> 15, sums & 0x7fff);
                    if u64::from(plain.max(weighed)) >= PRIME {
                        return None;
                    }
                    rows.insert(row, (plain, weighed));
                    rest = behind;
                }
                if !rest.is_empty() {
                    return None;
                }
            }
        }
        Some(())
    }
}

fn take_cells(row: u32, sums: &str, cells: &mut BTreeMap<CellAddress, u16>) -> Option<()> {
    let (mut rest, mut column) = (sums, 0_u32);
    while !rest.is_empty() {
        if let Some(gap) = rest.strip_prefix('+') {
            let (gap, behind) = gap.split_once('+')?;
            column = column.checked_add(gap.parse().ok()?)?;
            rest = behind;
            continue;
        }
        let (sum, behind) = rest.split_at_checked(2)?;
        if sum != NOTHING {
            cells.insert(CellAddress::new(row, column), number(sum)? as u16);
        }
        column = column.checked_add(1)?;
        rest = behind;
    }
    Some(())
}

fn letters(value: u32, count: u32, text: &mut String) {
    for place in (0..count).rev() {
        let bits = (value >> (6 * place)) & 63;
        text.extend(LETTERS.get(bits as usize).map(|&letter| char::from(letter)));
    }
}

fn number(text: &str) -> Option<u32> {
    text.bytes().try_fold(0_u32, |value, byte| {
        let bits = LETTERS.iter().position(|&letter| letter == byte)?;
        Some((value << 6) | bits as u32)
    })
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;
    use crate::base::cell::{Cell, CellValue, Visibility};
    use crate::base::seal::{Change, SealVerdict};

    fn sheet(name: &str, rows: u32) -> Grid {
        let columns = [0, 1, 3, 6, 700];
        let cells = (0..rows).filter(|row| row % 7 != 2).flat_map(|row| {
            columns.map(|column| {
                let value = CellValue::Number(f64::from(row * 1_000 + column));
                Cell::new(CellAddress::new(row, column), value)
            })
        });
        Grid::new(name, Visibility::Visible, cells.collect(), Vec::new())
    }

    fn own(lines: Vec<(String, String)>) -> Grid {
        let cells = (0_u32..).zip(lines).flat_map(|(row, (one, other))| {
            let text =
                |column, text| Cell::new(CellAddress::new(row, column), CellValue::Text(text));
            [text(0, one), text(1, other)]
        });
        Grid::new(SHEET, Visibility::VeryHidden, cells.collect(), Vec::new())
    }

    #[test]
    fn a_seal_comes_back_from_its_sheet() {
        let grids = [sheet("a", 40), sheet("Dữ liệu", 20_000), sheet("", 0)];
        let seal = Seal::of(&grids);
        assert!(seal.lines().iter().all(|(_, body)| body.len() < 32_767));
        assert_eq!(Seal::from_grid(&own(seal.lines())), Some(seal));
    }

    #[test]
    fn a_seal_that_was_changed_is_none() {
        let lines = Seal::of(&[sheet("a", 40)]).lines();
        for at in 0..lines.len() {
            let mut changed = lines.clone();
            if let Some((_, body)) = changed.get_mut(at) {
                body.push('A');
            }
            assert_eq!(Seal::check(&[own(changed)]), SealVerdict::Damaged, "{at}");
            let mut fewer = lines.clone();
            fewer.remove(at);
            assert_ne!(
                Seal::check(&[own(fewer)]),
                SealVerdict::Compared(Vec::new())
            );
        }
    }

    #[test]
    fn sheets_that_are_gone_or_new_are_named() {
        let seal = own(Seal::of(&[sheet("a", 4)]).lines());
        let SealVerdict::Compared(edits) = Seal::check(&[sheet("b", 4), seal]) else {
            panic!("sealed");
        };
        let found: Vec<_> = edits
            .iter()
            .map(|edit| (edit.sheet.as_str(), edit.change))
            .collect();
        assert_eq!(found, [("a", Change::Cleared), ("b", Change::Added)]);
        assert_eq!(Seal::check(&[sheet("a", 4)]), SealVerdict::Unsealed);
    }
}
