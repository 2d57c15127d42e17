//! Proposing a campaign from forms that no scheme is known of.
//!
//! In: the grids of returned workbooks, and a list of units where there is one. Out: a campaign as documents, with what each value
//! rests on; or what was seen, where too little is understood. Forms of one campaign agree with each other: what they agree on is the
//! form, what differs is the answer. Not for: reading files, and not for scores.
//!
//! The order is blocks, forest and tree for each form; consensus, roles, levels, kinds and items for all of them; documents and
//! sources last. Nothing hangs on the names or the order of files.

mod about;
mod account;
mod block;
mod code;
mod columns;
mod consensus;
mod cover;
mod forest;
mod forms;
mod found;
mod items;
mod kinds;
mod levels;
mod list;
mod roles;
mod sources;
mod structure;
mod tree;
mod units;
mod value;
mod words;
mod write;

use rayon::prelude::*;

use crate::base::cell::{Grid, Visibility};
use crate::base::lang::Lang;
use crate::campaign::documents::{Documents, Proposal};
use crate::input::propose::consensus::Consensus;
use crate::input::propose::cover::{Cover, cover};
use crate::input::propose::forms::Forms;
use crate::input::propose::found::Found;
use crate::input::propose::items::{Item, Items};
use crate::input::propose::kinds::{Finder, Kind};
use crate::input::propose::roles::Roles;
use crate::input::propose::sources::Sources;
use crate::input::propose::tree::Tree;
use crate::input::tables::Vocabulary;

pub use crate::input::propose::account::Account;
pub use crate::input::propose::list::listed;
pub use crate::input::propose::units::Listed;

/// A returned workbook.
#[derive(Clone, Debug)]
pub struct Form {
    /// The file, as the inbox names it.
    pub file: String,
    /// Its sheets.
    pub grids: Vec<Grid>,
}

/// A campaign that was understood from forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The campaign, and what it rests on.
    pub proposal: Proposal,
    /// What became of the cells of each file, by name.
    pub files: Vec<Account>,
    /// Files that share too few rows with the others, by name.
    pub aside: Vec<String>,
    /// How many forms it rests on.
    pub forms: usize,
}

/// Too little is understood to propose anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Files in which tables of criteria were seen, and how many rows with a text each has.
    pub seen: Vec<(String, usize)>,
    /// Criteria with points that all forms have together.
    pub criteria: usize,
}

/// Criteria that a form has at least: what has fewer is not recognised.
pub const FLOOR: usize = 3;

/// Proposes a campaign.
///
/// # Errors
/// [`NotUnderstood`] where fewer than [`FLOOR`] criteria with points are found.
pub fn propose(
    mut forms: Vec<Form>,
    list: &[Listed],
    lang: Lang,
) -> Result<Suggestion, NotUnderstood> {
    sort(&mut forms);
    let vocabulary = Vocabulary::new(&[]);
    let tree = |form: &Form| {
        let blocks = block::blocks(&form.grids, &vocabulary);
        Tree::new(blocks, &form.grids, &vocabulary)
    };
    let trees: Vec<Tree> = forms.par_iter().map(tree).collect();
    let consensus = Consensus::new(&trees);
    let together = Forms {
        trees: &trees,
        consensus: &consensus,
    };
    let of = |place: &usize| Some((forms.get(*place)?, trees.get(*place)?));
    let own: Vec<(&Form, &Tree)> = consensus.forms.iter().filter_map(of).collect();
    let cover = |(form, tree): &(&Form, &Tree)| cover(&form.grids, tree, &vocabulary);
    let covers: Vec<Cover> = own.iter().map(cover).collect();
    let roles = Roles::new(&together);
    let level = |cover: &Cover| Some(cover.level.as_ref()?.key.clone());
    let stated = covers.iter().map(|cover| level(cover).unwrap_or_default());
    let levels = levels::levels(&together, &roles, &stated.collect::<Vec<_>>());
    let finder = Finder {
        forms: &together,
        roles: &roles,
        levels: &levels,
    };
    let kinds = finder.kinds();
    let items = Items::all(&finder, &kinds);
    let is_leaf = |item: &&Item| !item.is_group && item.kind != Kind::Sum;
    let criteria = items.iter().filter(is_leaf).count();
    if criteria < FLOOR {
        return Err(not_understood(&forms, &trees, criteria));
    }
    let mut found = Found::new(&finder, &covers, items, list);
    found.labels = sources::labels(&own, &vocabulary);
    let sources = Sources {
        found: &found,
        finder: &finder,
        kinds: &kinds,
        own: &own,
        covers: &covers,
        lang,
    };
    Ok(suggestion(&forms, &trees, &sources))
}

/// What was found, written down.
fn suggestion(forms: &[Form], trees: &[Tree], sources: &Sources<'_>) -> Suggestion {
    let documents = Documents {
        settings: write::settings(sources.found),
        scheme: write::scheme(sources.found),
        units: write::units(sources.found),
    };
    let proposal = Proposal {
        proposed: sources.all(&documents),
        headings: sources.headings(),
        documents,
    };
    let account = |(place, form): (usize, &Form)| {
        account::account(form, place, trees, sources.finder, sources.kinds)
    };
    let mut files: Vec<Account> = forms.iter().enumerate().map(account).collect();
    files.sort_by(|a, b| a.file.cmp(&b.file));
    let aside = sources.finder.forms.consensus.aside.iter();
    let file = |place: &usize| Some(forms.get(*place)?.file.clone());
    let mut aside: Vec<String> = aside.filter_map(file).collect();
    aside.sort();
    Suggestion {
        proposal,
        files,
        aside,
        forms: sources.own.len(),
    }
}

/// By content, so that names decide nothing; equal files one by one. What nobody sees is left off.
fn sort(forms: &mut [Form]) {
    for form in forms.iter_mut() {
        form.grids
            .retain(|grid| grid.visibility != Visibility::VeryHidden);
    }
    forms.sort_by_cached_key(|form| (fingerprint(form), form.file.clone()));
}

/// What a form says, all of it.
fn fingerprint(form: &Form) -> String {
    let mut all = String::new();
    for cell in form.grids.iter().flat_map(Grid::cells) {
        all.push_str(&cell.address.to_string());
        all.push('\u{1f}');
        all.push_str(&cell.value.show());
        all.push('\u{1e}');
    }
    all
}

fn not_understood(forms: &[Form], trees: &[Tree], criteria: usize) -> NotUnderstood {
    let seen = |(form, tree): (&Form, &Tree)| {
        let lines = tree.blocks.iter().map(|block| block.lines.len()).sum();
        (lines > 0).then(|| (form.file.clone(), lines))
    };
    let mut seen: Vec<(String, usize)> = forms.iter().zip(trees).filter_map(seen).collect();
    seen.sort();
    NotUnderstood { seen, criteria }
}
