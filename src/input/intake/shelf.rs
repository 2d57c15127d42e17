//! What was read from the files of a folder, for whatever else is made of it: a folder whose forms nobody knows is looked at by one
//! campaign, a campaign is proposed from it, and it is looked at by that one.
//!
//! In: workbooks, and why there is none. Out: the same again, by the name of the file. Not for: reading, and not for what a workbook
//! means.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::cell::{Cell, CellValue, Grid, Look};
use crate::input::intake::bounds::Untreated;
use crate::input::read::Workbook;

/// Memory for what is kept, in bytes: some 10,000 ordinary forms. What does not fit in is read again when it is asked for.
pub(super) const MOST_BYTES: u64 = 768 * 1024 * 1024;

/// What is known of a file that was loaded once.
#[derive(Clone, Debug)]
pub(super) struct ShelvedFile {
    /// The SHA-256 of its bytes.
    pub(super) sha256: String,
    /// What is in it.
    pub(super) content: Shelved,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub(super) enum Shelved {
    /// A workbook.
    Book(Arc<Workbook>),
    /// A result of ours, which its bytes say.
    OwnText,
    /// Nothing that can be read.
    Nothing(NoBook),
}

/// Why there is no workbook in a file.
#[derive(Clone, Debug)]
pub(super) struct NoBook {
    pub(super) why: Untreated,
    /// What people call its kind.
    pub(super) kind: String,
    /// Whether it is the first of several volumes of an archive.
    pub(super) is_volume: bool,
}

/// Files by name.
#[derive(Debug)]
pub(super) struct Shelf {
    /// Bytes that may still be taken; nothing is kept where there are none from the start.
    left: Mutex<u64>,
    files: Mutex<HashMap<String, ShelvedFile>>,
    is_kept: bool,
}

impl Shelf {
    /// A shelf for so many bytes.
    pub(super) fn new(most_bytes: u64) -> Shelf {
        Shelf {
            left: Mutex::new(most_bytes),
            files: Mutex::default(),
            is_kept: most_bytes > 0,
        }
    }

    /// What is kept of a file.
    pub(super) fn get(&self, name: &str) -> Option<ShelvedFile> {
        if !self.is_kept {
            return None;
        }
        held(&self.files).get(name).cloned()
    }

    /// Keeps what is in a file, instead of what was; a workbook only where there is room.
    pub(super) fn put(&self, name: &str, file: ShelvedFile) {
        if !self.is_kept {
            return;
        }
        if let Shelved::Book(book) = &file.content {
            let bytes = book.memory_bytes();
            let mut left = held(&self.left);
            let Some(rest) = left.checked_sub(bytes) else {
                return;
            };
            *left = rest;
        }
        let before = held(&self.files).insert(name.to_string(), file);
        if let Some(Shelved::Book(book)) = before.map(|one| one.content) {
            *held(&self.left) += book.memory_bytes();
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Workbook {
    /// The memory that it takes, in bytes.
    pub fn memory_bytes(&self) -> u64 {
        self.grids.iter().map(of_grid).sum()
    }
}

fn of_grid(grid: &Grid) -> u64 {
    let cells = grid.cells().iter().map(of_cell);
    let comments = grid.facts.comment_texts.iter().map(|(_, text)| text.len());
    let boxes = grid.facts.box_texts.iter().map(|(_, text)| text.len());
    cells.chain(comments).chain(boxes).sum::<usize>() as u64
}

fn of_cell(cell: &Cell) -> usize {
    let value = match &cell.value {
        CellValue::Text(text)
        | CellValue::Error(text)
        | CellValue::Damaged(text)
        | CellValue::IsoDate(text) => text.len(),
        CellValue::NotCalculated
        | CellValue::Number(_)
        | CellValue::Bool(_)
        | CellValue::Date { .. } => 0,
    };
    let formula = cell.formula.as_ref().map_or(0, String::len);
    let look = cell.look.as_ref().map_or(0, |_| size_of::<Look>());
    size_of::<Cell>() + value + formula + look
}
