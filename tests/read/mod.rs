//! Reading: workbooks of every kind and in every state.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unnecessary_wraps
)]

mod beside;
pub mod build;
mod conditions;
mod hostile_cells;
mod hostile_packages;
pub mod legacy;
mod looks;
mod plain;
mod rows;
mod texts;
mod word;
mod word_parts;
mod xlsb;

use std::path::PathBuf;

use tonghop::base::cell::{Cell, CellValue, Format};
use tonghop::input::read::{ReadLimits, Reader, SheetProblem, Workbook};

/// What is special about a cell: its value, the pieces left off, its format and what it shows, its look.
fn described(cell: &Cell) -> String {
    let mut words = vec![match &cell.value {
        CellValue::Text(text) => format!("{text:?}"),
        other => other.show(),
    }];
    if cell.format != Format::General {
        words.push(format!("{:?}", cell.format));
    }
    if let Some(look) = cell.look.as_deref() {
        words.extend(look.shown.clone());
        words.extend(
            look.left_off
                .iter()
                .map(|piece| format!("{:?}:{}", piece.mark, piece.text)),
        );
        words.extend(look.is_struck.then(|| "struck".to_string()));
        words.extend(look.is_unseen.then(|| "unseen".to_string()));
    }
    words.join(" ")
}

fn reader() -> Reader {
    reader_with(ReadLimits::default())
}

fn reader_with(limits: ReadLimits) -> Reader {
    Reader::new(limits, PathBuf::from(env!("CARGO_BIN_EXE_tonghop")))
}

/// The cell of a sheet, both named as a user names them.
fn cell<'a>(workbook: &'a Workbook, sheet: &str, at: &str) -> Option<&'a Cell> {
    let grid = workbook.grids.iter().find(|grid| grid.name == sheet)?;
    grid.get(at.parse().unwrap())
}

fn value(workbook: &Workbook, sheet: &str, at: &str) -> Option<CellValue> {
    cell(workbook, sheet, at).map(|cell| cell.value.clone())
}

fn text(text: &str) -> Option<CellValue> {
    Some(CellValue::Text(text.to_string()))
}

fn number(number: f64) -> Option<CellValue> {
    Some(CellValue::Number(number))
}

fn problems(workbook: &Workbook) -> Vec<SheetProblem> {
    workbook
        .faults
        .iter()
        .map(|fault| fault.problem.clone())
        .collect()
}

/// Whether the cell of the sheet `A` is there as a damaged one.
fn damaged(workbook: &Workbook, at: &str) -> bool {
    matches!(value(workbook, "A", at), Some(CellValue::Damaged(_)))
}
