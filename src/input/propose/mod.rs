//! Proposing a campaign from forms that no scheme is known of.
//!
//! In: the grids of returned workbooks, and a list of units where there is one. Out: a campaign as documents, with what each value
//! rests on; or what was seen, where too little is understood. Forms of one campaign agree with each other: what they agree on is the
//! form, what differs is the answer. Not for: reading files, and not for scores.
//!
//! The order is blocks, forest and tree for each form; consensus, roles, levels, kinds and items for all of them; documents and
//! sources last. Nothing hangs on the order of files; their names say how a name in capitals is spelt, and whose a form without a name is.

mod about;
mod account;
mod answer_column;
mod answers;
mod asked;
mod assessing;
mod below_numbers;
mod block;
mod blocks;
mod cap_proof;
mod choice_proof;
mod claimed;
mod code;
mod coded_rows;
mod columns;
mod consensus;
mod cover;
mod cover_text;
mod draft;
mod file_units;
mod finder;
mod forest;
mod form_decimals;
mod forms;
mod grade_columns;
mod group_lines;
mod indices;
mod item_facts;
mod items;
mod level_doubts;
mod level_signs;
mod levels;
mod lifted;
mod line_heads;
mod list_doubts;
mod maximum_doubts;
mod maximum_proof;
mod method;
mod outline;
mod own_score;
mod parents;
mod part_doubts;
mod part_proof;
mod part_ways;
mod penalties;
mod printed_grades;
mod printed_points;
mod roles;
mod row_kinds;
mod row_measure;
mod score_proof;
mod score_sense;
mod sense;
mod share_doubts;
mod share_rules;
mod sources;
mod spelling;
mod structure;
mod superiors;
mod toml_values;
mod total_proof;
mod tree;
mod unit_list;
mod units;
mod value;
mod varying;
mod weight_column;
mod weight_doubts;
mod weight_proof;
mod weight_readings;
mod weights;
mod word_scores;
mod worded;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use indexmap::IndexSet;
use rayon::prelude::*;

use crate::base::cell::{Grid, Visibility};
use crate::base::guard;
use crate::base::lang::Lang;
use crate::campaign::documents::{Documents, Proposal};
use crate::campaign::stamp::{STAMP_SCHEME, STAMP_VERSION};
use crate::campaign::units::offices::kind_of;
use crate::input::propose::account::Teller;
use crate::input::propose::block::Block;
use crate::input::propose::consensus::Consensus;
use crate::input::propose::cover::{CommonTexts, FormCover, cover};
use crate::input::propose::draft::Draft;
use crate::input::propose::forms::Forms;
use crate::input::propose::items::{ItemBuilder, ProposedItem};
use crate::input::propose::level_signs::LevelSigns;
use crate::input::propose::outline::Outline;
use crate::input::propose::roles::Roles;
use crate::input::propose::row_kinds::Finder;
use crate::input::propose::sources::Sources;
use crate::input::propose::tree::Tree;
use crate::input::propose::weights::Weighing;
use crate::input::read::Workbook;
use crate::input::tables::Vocabulary;

pub use crate::input::propose::account::Account;
pub use crate::input::propose::unit_list::{PassedRow, UnitList, listed, nearest_provinces};
pub use crate::input::propose::units::ListedUnit;

/// A returned workbook.
#[derive(Clone, Debug)]
pub struct Form {
    /// The file, as the inbox names it.
    pub file: String,
    /// What was read of it, which others may hold as well.
    pub book: Arc<Workbook>,
    /// Whether it is a form that nobody filled in, of no unit.
    pub is_blank: bool,
}

impl Form {
    /// Its sheets.
    fn grids(&self) -> &[Grid] {
        &self.book.grids
    }

    /// Its custom properties, among them the stamp of a form that some program handed out.
    fn stamp(&self) -> &BTreeMap<String, String> {
        &self.book.properties.custom
    }
}

/// The sheets that somebody can see, with their places among all.
fn in_sight(grids: &[Grid]) -> impl Iterator<Item = (usize, &Grid)> {
    let all = grids.iter().enumerate();
    all.filter(|(_, grid)| grid.visibility != Visibility::VeryHidden)
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
    /// Units of the list that was given which no form names.
    pub unseen: usize,
    /// Units that forms name and the list that was given does not have.
    pub unlisted: Vec<String>,
}

/// Too little is understood to propose anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Files in which tables of criteria were seen, and how many rows with a text each has.
    pub seen: Vec<(String, usize)>,
    /// Criteria with points that all forms have together, by their text.
    pub criteria: Vec<String>,
    /// The headings over these tables, each once.
    pub headings: Vec<String>,
    /// What their rows say, as texts are compared.
    pub texts: BTreeSet<String>,
}

/// Criteria, or options of some, that a form has at least: what has fewer is not recognised.
pub const FLOOR: usize = 3;

/// How long the rows of one form may take: a thousand times what ordinary ones take.
const LONGEST: Duration = Duration::from_secs(20);

/// Proposes a campaign.
///
/// # Errors
/// [`NotUnderstood`] where fewer than [`FLOOR`] criteria with points are found, or nothing says that they are criteria.
pub fn propose(
    mut forms: Vec<Form>,
    list: &[ListedUnit],
    lang: Lang,
) -> Result<Suggestion, NotUnderstood> {
    sort(&mut forms);
    let vocabulary = Vocabulary::new(&[]).with_tiers();
    let (trees, outline) = trees(&forms, &vocabulary);
    let mut consensus = Consensus::new(&trees);
    let of = |place: &usize| Some((forms.get(*place)?, trees.get(*place)?));
    let own: Vec<(&Form, &Tree)> = consensus.forms.iter().filter_map(of).collect();
    let cover = |(form, tree): &(&Form, &Tree)| cover(form.grids(), tree, &vocabulary);
    let covers: Vec<FormCover> = own.iter().map(cover).collect();
    let year = cover::assessed(&covers);
    let signs = signs(&covers);
    lifted::lift_beside(&mut consensus, &trees, (year, &signs));
    let together = Forms {
        trees: &trees,
        consensus: &consensus,
    };
    let mut roles = Roles::new(&together, year, &signs);
    let is_assessing = assessing::assess(&own);
    if is_assessing {
        roles.guess_score(&together);
    }
    let levels = levels::levels(&together, &roles, &signs);
    let finder = Finder::new(&together, &roles, &levels);
    let kinds = finder.kinds();
    let mut items = ItemBuilder::all(&finder, &kinds);
    // Scores from 0 to 1 without a maximum have their own means.
    if indices::apply(&finder, &mut items.clone()).is_none() {
        parents::apply(&finder, &mut items);
    }
    let weighing = weights::apply(&finder, &mut items);
    let indices = indices::apply(&finder, &mut items).filter(|_| weighing == Weighing::Open);
    let text = |item: &ProposedItem| Some(consensus.rows.get(item.row?)?.text.clone());
    let leaves = items.iter().filter(|item| item.is_leaf());
    let criteria: Vec<String> = leaves.map(|item| text(item).unwrap_or_default()).collect();
    let is_proved = weighing != Weighing::Open || indices.is_some_and(|one| one.agree > 0);
    let is_known = is_proved || finder.is_evident(&kinds);
    let is_said = finder.is_claimed_anywhere() || finder.is_worded_anywhere();
    if leaf_rows(&items) < FLOOR || !(is_known || is_assessing && is_said) {
        return Err(not_understood(&forms, &trees, criteria));
    }
    let files = own.iter().map(|(form, _)| form.file.as_str());
    let mut found = Draft::new(&finder, (&covers, &files.collect::<Vec<_>>()), items, list);
    (found.stamp, found.weighing, found.indices) = (stamp(&own), weighing, indices);
    found.is_score_guessed = !is_known;
    found.slow = files_of(&forms, &outline.slow);
    found.doubted_heads = outline.doubted;
    found.whole_totals = weight_proof::whole_totals(&finder, &found.items);
    found.labels = sources::labels(&own, &vocabulary);
    found.captions = sources::captions(&own, &vocabulary);
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

/// How many rows say points of criteria: their own, or those of their options.
fn leaf_rows(items: &[ProposedItem]) -> usize {
    let leaves = items.iter().filter(|item| item.is_leaf());
    leaves.map(ProposedItem::rows).sum()
}

/// The tree of each form, and what all of them say of lines without codes. A form that is no form may be anything: it costs itself, and stands aside.
fn trees(forms: &[Form], vocabulary: &Vocabulary) -> (Vec<Tree>, Outline) {
    let blocks = |form: &Form| {
        let made = guard::within(LONGEST, || blocks::blocks(form.grids(), vocabulary));
        made.unwrap_or_default()
    };
    let blocks: Vec<Vec<Block>> = forms.par_iter().map(blocks).collect();
    let outline = Outline::new(&blocks, vocabulary, LONGEST);
    let tree = |(form, blocks): (&Form, Vec<Block>)| {
        let words = (vocabulary, &outline);
        let made = guard::within(LONGEST, || Tree::new(blocks, form.grids(), words));
        made.unwrap_or_default()
    };
    let trees = forms.par_iter().zip(blocks).map(tree).collect();
    (trees, outline)
}

/// What covers say of the levels of their forms.
fn signs(covers: &[FormCover]) -> LevelSigns {
    let said = CommonTexts::new(covers);
    let authority = said.authority(covers).map(|(one, ..)| one.key.as_str());
    let level = |cover: &FormCover| Some(cover.level.as_ref()?.key.clone());
    let unit = |cover: &FormCover| Some(said.unit(cover, authority)?.key);
    let tier = |cover: &FormCover| kind_of(&unit(cover)?);
    LevelSigns {
        stated: covers
            .iter()
            .map(|cover| level(cover).unwrap_or_default())
            .collect(),
        tiers: covers.iter().map(tier).collect(),
        units: covers.iter().map(unit).collect(),
    }
}

/// The files of forms, by name.
fn files_of(forms: &[Form], places: &[usize]) -> Vec<String> {
    let file = |place: &usize| Some(forms.get(*place)?.file.clone());
    let mut files: Vec<String> = places.iter().filter_map(file).collect();
    files.sort();
    files
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
    let teller = Teller::new(forms, trees, sources.finder, sources.kinds);
    let account = |(place, form): (usize, &Form)| teller.account(form, place);
    let mut files: Vec<Account> = forms.iter().enumerate().map(account).collect();
    files.sort_by(|a, b| a.file.cmp(&b.file));
    let aside = files_of(forms, &sources.finder.forms.consensus.aside);
    Suggestion {
        proposal,
        files,
        aside,
        forms: sources.own.len(),
        unseen: sources
            .found
            .units
            .iter()
            .filter(|(_, unit)| unit.is_unseen())
            .count(),
        unlisted: sources
            .found
            .units
            .iter()
            .filter(|(_, unit)| !unit.is_listed)
            .map(|(_, unit)| unit.name.clone())
            .collect(),
    }
}

/// By content, so that names decide nothing; equal files one by one.
fn sort(forms: &mut [Form]) {
    forms.sort_by_cached_key(|form| (fingerprint(form), form.file.clone()));
}

/// The id and the version of the scheme that most of the stamped forms name.
fn stamp(own: &[(&Form, &Tree)]) -> Option<(String, i64)> {
    let stamps = own.iter().filter_map(|(form, _)| {
        let version = form.stamp().get(STAMP_VERSION)?.parse::<i64>().ok()?;
        Some((form.stamp().get(STAMP_SCHEME)?.as_str(), version))
    });
    let ((id, version), ..) = forms::majority(stamps)?;
    Some((id.to_string(), version))
}

/// What a form says, all of it.
fn fingerprint(form: &Form) -> String {
    let mut all = String::new();
    for cell in in_sight(form.grids()).flat_map(|(_, grid)| grid.cells()) {
        all.push_str(&cell.address.to_string());
        all.push('\u{1f}');
        all.push_str(&cell.value.show());
        all.push('\u{1e}');
    }
    all
}

fn not_understood(forms: &[Form], trees: &[Tree], criteria: Vec<String>) -> NotUnderstood {
    let seen = |(form, tree): (&Form, &Tree)| {
        let lines = tree.blocks.iter().map(|block| block.lines.len()).sum();
        (lines > 0).then(|| (form.file.clone(), lines))
    };
    let mut seen: Vec<(String, usize)> = forms.iter().zip(trees).filter_map(seen).collect();
    seen.sort();
    let blocks = || trees.iter().flat_map(|tree| &tree.blocks);
    let lines = blocks().flat_map(|block| &block.lines);
    let headings = blocks().flat_map(|block| &block.columns);
    let headings = headings.map(|column| &column.heading);
    let headings: IndexSet<&String> = headings.filter(|one| !one.is_empty()).collect();
    NotUnderstood {
        seen,
        criteria,
        headings: headings.into_iter().cloned().collect(),
        texts: lines.map(|line| line.key.clone()).collect(),
    }
}
