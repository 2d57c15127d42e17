//! What became of each cell of a form: form, answer, note, or passed over. The counts add up.
//!
//! In: a form and what was found. Out: counts. Not for: what a cell means.

use crate::base::cell::{Cell, CellAddress};
use crate::base::text;
use crate::campaign::vocabulary::Column as Word;
use crate::input::propose::Form;
use crate::input::propose::block::Block;
use crate::input::propose::kinds::{Finder, Kind};
use crate::input::propose::roles::Role;
use crate::input::propose::tree::Tree;

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

/// Counts the cells of a form, by its place among all.
pub(super) fn account(
    form: &Form,
    place: usize,
    trees: &[Tree],
    finder: &Finder<'_>,
    kinds: &[Kind],
) -> Account {
    let mut account = Account {
        file: form.file.clone(),
        ..Account::default()
    };
    let own = finder
        .forms
        .consensus
        .forms
        .iter()
        .position(|one| *one == place);
    for (sheet, grid) in form.grids.iter().enumerate() {
        for cell in grid.cells() {
            if text::clean(&cell.value.show()).is_empty() {
                continue;
            }
            let count = match (own, trees.get(place)) {
                (Some(own), Some(tree)) => fate(cell, sheet, own, tree, finder, kinds),
                _ => Fate::Ignored,
            };
            *match count {
                Fate::Form => &mut account.form,
                Fate::Answer => &mut account.answer,
                Fate::Note => &mut account.note,
                Fate::Ignored => &mut account.ignored,
            } += 1;
        }
    }
    account
}

enum Fate {
    Form,
    Answer,
    Note,
    Ignored,
}

fn fate(
    cell: &Cell,
    sheet: usize,
    own: usize,
    tree: &Tree,
    finder: &Finder<'_>,
    kinds: &[Kind],
) -> Fate {
    let at = cell.address;
    let is_in = |block: &&Block| block.sheet == sheet && (block.first..block.end).contains(&at.row);
    let Some(block) = tree.blocks.iter().find(is_in) else {
        return above(cell, own, finder);
    };
    if at.row <= block.header {
        return Fate::Form;
    }
    let role = role(block, at.column, finder);
    let line = block.lines.iter().position(|line| line.row == at.row);
    let Some(line) = line else {
        return Fate::Note;
    };
    let block_place = tree.blocks.iter().position(|one| std::ptr::eq(one, block));
    let here = (block_place.unwrap_or_default(), line);
    let is_sum = tree.sums.contains(&here);
    let rows = &finder.forms.consensus.rows;
    let row = rows.iter().position(|row| {
        let node = row.nodes.get(own).copied().flatten();
        node.and_then(|node| tree.nodes.get(node))
            .is_some_and(|node| node.lines.contains(&here))
    });
    let is_known = is_sum || row.is_some();
    let is_survey = row.is_some_and(|row| kinds.get(row) == Some(&Kind::Survey));
    if block.labels.contains(&at.column) {
        return if is_known { Fate::Form } else { Fate::Note };
    }
    match role {
        _ if !is_known => Fate::Note,
        Some(Role::Claimed | Role::Tick) if is_survey => Fate::Ignored,
        Some(Role::Maximum | Role::Other(Word::Measure)) => Fate::Form,
        Some(Role::Claimed | Role::Tick | Role::Other(Word::Figure | Word::Appraised)) => {
            Fate::Answer
        }
        Some(Role::Other(Word::Evidence | Word::Explanation)) => Fate::Note,
        _ => Fate::Ignored,
    }
}

fn role(block: &Block, column: u32, finder: &Finder<'_>) -> Option<Role> {
    let own = block.columns.iter().find(|one| one.column == column)?;
    finder
        .roles
        .columns
        .iter()
        .find(|one| one.key == own.key)?
        .role
}

/// What stands outside the tables: the form's where another form has it at the same place, else the unit's.
fn above(cell: &Cell, own: usize, finder: &Finder<'_>) -> Fate {
    let is_same =
        |block: &Block, at: CellAddress| block.title.as_ref().is_some_and(|title| title.2 == at);
    let forms = 0..finder.forms.count();
    let others = forms
        .filter(|place| *place != own)
        .filter_map(|place| finder.forms.tree(place));
    let mut blocks = others.flat_map(|tree| &tree.blocks);
    if blocks.any(|block| is_same(block, cell.address)) {
        Fate::Form
    } else {
        Fate::Answer
    }
}
