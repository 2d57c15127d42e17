//! What became of each cell of a form: form, answer, note, or passed over. The counts add up.
//!
//! In: a form and what was found. Out: counts. Not for: what a cell means.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cell::Cell;
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::propose::block::{Block, BlockLine};
use crate::input::propose::code::Code;
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::tree::Tree;
use crate::input::propose::{Form, in_sight};

/// What became of the cells of a file that hold something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The file, as the inbox names it.
    pub file: String,
    /// What all forms have.
    pub form: usize,
    /// What the unit says: its scores, ticks, figures and names.
    pub answer: usize,
    /// Evidence, explanations and rows of its own.
    pub note: usize,
    /// What was passed over: columns that nothing is known of, forms set aside.
    pub ignored: usize,
}

impl Account {
    /// All cells that hold something.
    pub fn all(&self) -> usize {
        self.form + self.answer + self.note + self.ignored
    }
}

/// By what cells are told apart.
pub(super) struct Teller<'a> {
    trees: &'a [Tree],
    finder: &'a Finder<'a>,
    kinds: &'a [FormRowKind],
    /// The texts outside the tables that most of the forms have, and those that are on every paper.
    shared: BTreeSet<String>,
}

/// What stands at the head of every paper of an office.
const NATIONAL: [&str; 2] = [
    "cộng hòa xã hội chủ nghĩa việt nam",
    "độc lập tự do hạnh phúc",
];

impl<'a> Teller<'a> {
    pub(super) fn new(
        forms: &[Form],
        trees: &'a [Tree],
        finder: &'a Finder<'a>,
        kinds: &'a [FormRowKind],
    ) -> Self {
        let own = &finder.forms.consensus.forms;
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for place in own {
            let (Some(form), Some(tree)) = (forms.get(*place), trees.get(*place)) else {
                continue;
            };
            for key in outside(form, tree) {
                *counts.entry(key).or_default() += 1;
            }
        }
        let most = counts
            .into_iter()
            .filter(|(_, count)| *count > 1 && count * 2 >= own.len());
        let national = NATIONAL.map(plain).into_iter();
        Teller {
            trees,
            finder,
            kinds,
            shared: most.map(|(key, _)| key).chain(national).collect(),
        }
    }

    /// Counts the cells of a form, by its place among all.
    pub(super) fn account(&self, form: &Form, place: usize) -> Account {
        let mut account = Account {
            file: form.file.clone(),
            ..Account::default()
        };
        let mut own = self.finder.forms.consensus.forms.iter();
        let own = own.position(|one| *one == place);
        for (sheet, grid) in in_sight(form.grids()) {
            for cell in grid.cells() {
                if text::clean(&cell.value.show()).is_empty() {
                    continue;
                }
                let fate = match (own, self.trees.get(place)) {
                    (Some(own), Some(tree)) => self.fate(cell, sheet, own, tree),
                    _ => CellFate::Ignored,
                };
                *match fate {
                    CellFate::Form => &mut account.form,
                    CellFate::Answer => &mut account.answer,
                    CellFate::Note => &mut account.note,
                    CellFate::Ignored => &mut account.ignored,
                } += 1;
            }
        }
        account
    }

    fn fate(&self, cell: &Cell, sheet: usize, own: usize, tree: &Tree) -> CellFate {
        let at = cell.address;
        let Some(block) = block_at(tree, sheet, at.row) else {
            // The form's where most have it, else the unit's.
            return if self.shared.contains(&key(cell)) {
                CellFate::Form
            } else {
                CellFate::Answer
            };
        };
        if at.row <= block.header {
            return CellFate::Form;
        }
        let role = role(block, at.column, self.finder);
        let is_group = block.groups == Some(at.column);
        let is_here = |line: &BlockLine| {
            if is_group {
                line.at == at || is_repeated(line, cell)
            } else {
                line.row == at.row
            }
        };
        let line = block.lines.iter().rposition(is_here);
        let Some(line) = line else {
            return CellFate::Note;
        };
        let block_place = tree.blocks.iter().position(|one| std::ptr::eq(one, block));
        let here = (block_place.unwrap_or_default(), line);
        let is_sum = tree.sums.contains(&here);
        let rows = &self.finder.forms.consensus.rows;
        let row = rows.iter().position(|row| {
            let node = row.nodes.get(own).copied().flatten();
            node.and_then(|node| tree.nodes.get(node))
                .is_some_and(|node| node.lines.contains(&here))
        });
        let is_known = is_sum || row.is_some();
        let is_survey = row.is_some_and(|row| self.kinds.get(row) == Some(&FormRowKind::Survey));
        if is_group || block.labels.contains(&at.column) {
            return if is_known {
                CellFate::Form
            } else {
                CellFate::Note
            };
        }
        match role {
            _ if !is_known => CellFate::Note,
            Some(ColumnUse::Claimed | ColumnUse::Tick) if is_survey => CellFate::Ignored,
            Some(ColumnUse::Maximum | ColumnUse::Weight | ColumnUse::Other(Column::Measure)) => {
                CellFate::Form
            }
            Some(
                ColumnUse::Claimed
                | ColumnUse::Tick
                | ColumnUse::Other(
                    Column::Figure | Column::Appraised | Column::Yes | Column::No | Column::Choice,
                ),
            ) => CellFate::Answer,
            Some(ColumnUse::Other(Column::Evidence | Column::Explanation)) => CellFate::Note,
            _ => CellFate::Ignored,
        }
    }
}

/// Whether a cell says the name of a group again, further down in its column.
fn is_repeated(line: &BlockLine, cell: &Cell) -> bool {
    let (at, name) = (cell.address, text::clean(&cell.value.show()));
    let bare = Code::lead(&name).map_or(name, |(_, rest)| rest);
    line.at.column == at.column && line.at.row < at.row && line.key == text::key(&bare)
}

enum CellFate {
    Form,
    Answer,
    Note,
    Ignored,
}

/// The table that a row of a sheet is in.
fn block_at(tree: &Tree, sheet: usize, row: u32) -> Option<&Block> {
    let is_in = |block: &&Block| block.sheet == sheet && (block.first..block.end).contains(&row);
    tree.blocks.iter().find(is_in)
}

/// A text as it is compared: without diacritics, blanks, signs and case.
fn key(cell: &Cell) -> String {
    plain(&cell.value.show())
}

fn plain(text: &str) -> String {
    let key = text::bare_key(text);
    key.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The texts of a form outside its tables, each once.
fn outside(form: &Form, tree: &Tree) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (sheet, grid) in in_sight(form.grids()) {
        let cells = grid.cells().iter();
        let outside = cells.filter(|cell| block_at(tree, sheet, cell.address.row).is_none());
        keys.extend(outside.map(key).filter(|key| !key.is_empty()));
    }
    keys
}

fn role(block: &Block, column: u32, finder: &Finder<'_>) -> Option<ColumnUse> {
    let own = block.columns.iter().find(|one| one.column == column)?;
    finder
        .roles
        .columns
        .iter()
        .find(|one| one.key == own.key)?
        .role
}
