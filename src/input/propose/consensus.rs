//! What the forms agree on: their rows, from the form that is nearest to all others.
//!
//! In: the trees of all forms, in an order that no file name changes. Out: the rows of the campaign's form, and which row of each
//! form is which of them. Rows that one unit added are set aside; a renumbered row is known again by its text. Not for: what a row is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::text;
use crate::input::propose::code::{Code, CodeStyle};
use crate::input::propose::coded_rows;
use crate::input::propose::tree::Tree;

/// Other wordings of a row that are kept: what everybody writes for themselves is an answer, and a cell holds only so much.
const MOST_WORDINGS: usize = 20;
/// The longest of them, in bytes.
const LONGEST_WORDING: usize = 500;

/// A row of the campaign's form.
#[derive(Clone, Debug)]
pub(super) struct ConsensusRow {
    pub(super) parent: Option<usize>,
    pub(super) code: Code,
    /// As most forms write it.
    pub(super) text: String,
    pub(super) key: String,
    /// Other wordings: text, form and node.
    pub(super) others: Vec<(String, usize, usize)>,
    /// For each form of the campaign its node.
    pub(super) nodes: Vec<Option<usize>>,
}

/// The rows of the campaign's form.
#[derive(Debug, Default)]
pub(super) struct Consensus {
    /// The forms that belong together, by their places; the nearest to all others is the first.
    pub(super) forms: Vec<usize>,
    /// Forms that share too few rows with them.
    pub(super) aside: Vec<usize>,
    /// Each behind what it stands below.
    pub(super) rows: Vec<ConsensusRow>,
    /// The rows below each row, and last those below none.
    children: Vec<Vec<usize>>,
}

/// Tenths of the nearest form's rows that a form of the same campaign has at least.
const SHARED: usize = 4;

/// How alike a wording is that only its code decides.
const ALIKE: f64 = 0.5;

impl Consensus {
    /// What some forms agree on; none of them may have no rows at all.
    pub(super) fn new(trees: &[Tree]) -> Consensus {
        let filled: Vec<usize> = (0..trees.len())
            .filter(|form| trees.get(*form).is_some_and(|tree| !tree.nodes.is_empty()))
            .collect();
        let Some(centre) = centre(trees, &filled) else {
            return Consensus::default();
        };
        let keys = |form: usize| -> BTreeSet<&str> {
            let nodes = trees
                .get(form)
                .map_or(&[][..], |tree| tree.nodes.as_slice());
            nodes.iter().map(|node| node.key.as_str()).collect()
        };
        let of_centre = keys(centre);
        let is_near = |form: &usize| {
            let shared = keys(*form).intersection(&of_centre).count();
            shared * 10 >= of_centre.len() * SHARED
        };
        let others = filled.iter().copied().filter(|form| *form != centre);
        let (near, aside): (Vec<usize>, Vec<usize>) = others.partition(is_near);
        let forms: Vec<usize> = std::iter::once(centre).chain(near).collect();
        let rows = ConsensusBuilder::new(trees, &forms).rows();
        let mut children = vec![Vec::new(); rows.len() + 1];
        for (place, row) in rows.iter().enumerate() {
            if let Some(below) = children.get_mut(row.parent.unwrap_or(rows.len())) {
                below.push(place);
            }
        }
        Consensus {
            forms,
            aside,
            rows,
            children,
        }
    }

    /// Puts a row beside the one that it stands below.
    pub(super) fn lift(&mut self, row: usize) {
        let parent = |row: usize| self.rows.get(row).and_then(|one| one.parent);
        let Some(old) = parent(row) else {
            return;
        };
        let new = parent(old);
        let all = self.children.iter_mut();
        all.for_each(|below| below.retain(|one| *one != row));
        if let Some(below) = self.children.get_mut(new.unwrap_or(self.rows.len())) {
            below.insert(below.partition_point(|one| *one < row), row);
        }
        if let Some(one) = self.rows.get_mut(row) {
            one.parent = new;
        }
    }

    /// The rows below a row; below none, the groups.
    pub(super) fn below(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let below = self.children.get(parent.unwrap_or(self.rows.len()));
        below.into_iter().flatten().copied()
    }
}

/// The form nearest to all others: the one with the most rows that others have and the fewest that they do not have.
fn centre(trees: &[Tree], forms: &[usize]) -> Option<usize> {
    let mut counts: BTreeMap<(&str, &str), isize> = BTreeMap::new();
    let rows = |form: usize| {
        let nodes = trees
            .get(form)
            .map_or(&[][..], |tree| tree.nodes.as_slice());
        nodes
            .iter()
            .map(|node| (node.identity.as_str(), node.key.as_str()))
    };
    for form in forms {
        for row in rows(*form) {
            *counts.entry(row).or_default() += 1;
        }
    }
    let all = forms.len().cast_signed();
    let nearness = |form: &usize| -> isize {
        let of = |row| 2 * counts.get(&row).copied().unwrap_or_default() - all;
        rows(*form).map(of).sum()
    };
    // Of equals the first, so that the result does not hang on anything else.
    forms.iter().copied().rev().max_by_key(nearness)
}

/// Rows while they are put together.
struct ConsensusBuilder<'t> {
    trees: &'t [Tree],
    forms: &'t [usize],
    /// For each form the identity that each of its nodes has among all.
    own: Vec<Vec<String>>,
    /// For each form the first node of each identity.
    places: Vec<HashMap<String, usize>>,
}

/// Texts by how many forms write them.
type Counts<'t> = BTreeMap<&'t str, usize>;

impl<'t> ConsensusBuilder<'t> {
    fn new(trees: &'t [Tree], forms: &'t [usize]) -> Self {
        let mut rows = ConsensusBuilder {
            trees,
            forms,
            own: Vec::new(),
            places: Vec::new(),
        };
        let as_printed = |tree: &Tree| {
            tree.nodes
                .iter()
                .map(|node| node.identity.clone())
                .collect()
        };
        rows.own = forms
            .iter()
            .filter_map(|form| Some(as_printed(trees.get(*form)?)))
            .collect();
        rows.settle();
        let places = |own: &Vec<String>| {
            let last_first = own.iter().enumerate().rev();
            last_first.map(|(node, one)| (one.clone(), node)).collect()
        };
        rows.places = rows.own.iter().map(places).collect();
        rows
    }

    fn tree(&self, place: usize) -> Option<&'t Tree> {
        self.trees.get(*self.forms.get(place)?)
    }

    fn texts(&self) -> BTreeMap<String, Counts<'t>> {
        let mut texts: BTreeMap<String, Counts<'t>> = BTreeMap::new();
        for (place, own) in self.own.iter().enumerate() {
            let Some(tree) = self.tree(place) else {
                continue;
            };
            for (node, identity) in tree.nodes.iter().zip(own) {
                let counts = texts.entry(identity.clone()).or_default();
                if !node.key.is_empty() {
                    *counts.entry(node.key.as_str()).or_default() += 1;
                }
            }
        }
        texts
    }

    /// Finds rows again whose code is another form's than most: by their text, where one row alone has it.
    fn settle(&mut self) {
        let texts = self.texts();
        let mut by_text: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        let mut meant: BTreeMap<&str, &str> = BTreeMap::new();
        for (identity, counts) in &texts {
            if let Some(key) = most(counts) {
                let above = identity.rsplit_once('/').map_or("", |(above, _)| above);
                by_text.entry((above, key)).or_default().push(identity);
                meant.insert(identity, key);
            }
        }
        let coded = coded_rows::coded(by_text.values(), &self.own);
        let mut settled = Vec::new();
        for (place, own) in self.own.iter().enumerate() {
            let Some(tree) = self.tree(place) else {
                continue;
            };
            let mut now: Vec<String> = Vec::new();
            let taken: BTreeSet<&str> = tree
                .nodes
                .iter()
                .zip(own)
                .filter(|(node, identity)| meant.get(identity.as_str()) == Some(&node.key.as_str()))
                .map(|(_, identity)| identity.as_str())
                .collect();
            for (node, identity) in tree.nodes.iter().zip(own) {
                let printed = identity.rsplit_once('/').map_or("", |(_, label)| label);
                let above = node
                    .parent
                    .and_then(|parent| now.get(parent))
                    .cloned()
                    .unwrap_or_default();
                let here = format!("{above}/{printed}");
                if let Some(one) = coded.get(here.as_str()) {
                    now.push(one.clone());
                    continue;
                }
                let is_meant = node.key.is_empty()
                    || meant
                        .get(here.as_str())
                        .is_none_or(|key| *key == node.key.as_str());
                let same = by_text.get(&(above.as_str(), node.key.as_str()));
                let alike = || {
                    meant
                        .get(here.as_str())
                        .is_some_and(|key| text::likeness_of_keys(key, &node.key) >= ALIKE)
                };
                now.push(match same.map(Vec::as_slice) {
                    _ if is_meant => here,
                    Some([only]) if !taken.contains(only) => (*only).to_string(),
                    _ if !taken.contains(here.as_str()) && alike() => here,
                    // Nobody else has this row.
                    _ => format!("{here} {}", node.key),
                });
            }
            settled.push(now);
        }
        self.own = settled;
    }

    /// The rows, each behind what it stands below.
    fn rows(&self) -> Vec<ConsensusRow> {
        let texts = self.texts();
        let mut rows = Vec::new();
        self.collect(None, &texts, &mut rows);
        rows
    }

    fn collect(
        &self,
        parent: Option<usize>,
        texts: &BTreeMap<String, Counts<'t>>,
        rows: &mut Vec<ConsensusRow>,
    ) {
        let above: Vec<Option<usize>> = match parent {
            Some(parent) => rows
                .get(parent)
                .map_or_else(Vec::new, |row: &ConsensusRow| row.nodes.clone()),
            None => vec![None; self.forms.len()],
        };
        let is_root = parent.is_none();
        for identity in self.ordered(is_root, &above) {
            let nodes = self.nodes(&identity);
            let counts = texts.get(&identity);
            let key = counts
                .and_then(|counts| most(counts))
                .unwrap_or_default()
                .to_string();
            let written = |at: usize| {
                let node = nodes.get(at).copied().flatten()?;
                Some((at, node, self.tree(at)?.nodes.get(node)?))
            };
            let all: Vec<_> = (0..nodes.len()).filter_map(written).collect();
            let as_most = || all.iter().filter(|(_, _, node)| node.key == key);
            let coded = as_most().find(|(_, _, node)| node.code.is_coded());
            let Some((_, _, as_most)) = coded.or_else(|| as_most().next()) else {
                continue;
            };
            let mut seen = BTreeSet::from([key.as_str(), ""]);
            let differ = all
                .iter()
                .filter(|(_, _, node)| {
                    node.key.len() <= LONGEST_WORDING && seen.insert(node.key.as_str())
                })
                .take(MOST_WORDINGS);
            let others = differ
                .map(|(at, place, node)| (node.text.clone(), *at, *place))
                .collect();
            let (code, text) = (as_most.code.clone(), as_most.text.clone());
            rows.push(ConsensusRow {
                parent,
                code,
                text,
                key,
                others,
                nodes,
            });
            self.collect(Some(rows.len() - 1), texts, rows);
        }
    }

    fn nodes(&self, identity: &str) -> Vec<Option<usize>> {
        let of = |places: &HashMap<String, usize>| places.get(identity).copied();
        self.places.iter().map(of).collect()
    }

    /// The identities of a form's rows below its row, with their codes.
    fn inner(
        &self,
        place: usize,
        is_root: bool,
        above: &[Option<usize>],
    ) -> Vec<(&'_ String, &'t Code)> {
        let parent = above.get(place).copied().flatten();
        let tree = self.tree(place).filter(|_| parent.is_some() || is_root);
        let (Some(tree), Some(own)) = (tree, self.own.get(place)) else {
            return Vec::new();
        };
        let both = tree.nodes.iter().zip(own);
        let below = both.filter(|(node, _)| node.parent == parent);
        below.map(|(node, one)| (one, &node.code)).collect()
    }

    /// The identities below the same row in all forms: those of the nearest form, and each other one behind what it follows.
    fn ordered(&self, is_root: bool, above: &[Option<usize>]) -> Vec<String> {
        let forms = || (0..self.own.len()).map(|place| self.inner(place, is_root, above));
        let mut codes: BTreeMap<&String, (&Code, usize)> = BTreeMap::new();
        for (identity, code) in forms().flatten() {
            let known = codes.entry(identity).or_insert((code, 0));
            known.1 += 1;
            if !known.0.is_coded() {
                known.0 = code;
            }
        }
        let holders = if is_root {
            self.forms.len()
        } else {
            above.iter().flatten().count()
        };
        // What most forms have, and what several have that the others may not be asked for. The rest is dropped before it is put in
        // order: what each unit adds for itself may be as much as all else.
        codes.retain(|_, (code, count)| *count * 2 >= holders || *count >= 2 && code.is_coded());
        let mut ordered: Vec<String> = Vec::new();
        for form in forms() {
            let mut before = None;
            for (identity, _) in form.into_iter().filter(|(one, _)| codes.contains_key(one)) {
                let at = ordered.iter().position(|one| one == identity);
                let at = at.unwrap_or_else(|| {
                    let at = before.map_or(0, |before: usize| before + 1);
                    ordered.insert(at, identity.clone());
                    at
                });
                before = Some(at);
            }
        }
        let order = |one: &String| codes.get(one).and_then(|(code, _)| code.order());
        let style = |one: &String| codes.get(one).map(|(code, _)| code.style);
        let is_one_style = ordered.windows(2).all(|pair| match pair {
            [a, b] => style(a) == style(b),
            _ => true,
        });
        let is_listed =
            |one: &String| matches!(style(one), Some(CodeStyle::Dash | CodeStyle::Bare));
        if is_one_style
            && !ordered
                .iter()
                .any(|one| is_listed(one) || order(one).is_none())
        {
            ordered.sort_by_key(order);
        }
        ordered
    }
}

/// The text that most forms write; of equals the first.
fn most<'t>(counts: &Counts<'t>) -> Option<&'t str> {
    let most = counts.values().max()?;
    counts
        .iter()
        .find(|(_, count)| *count == most)
        .map(|(key, _)| *key)
}
