//! One form as a tree: its blocks put together, each row with an identity that is the path of codes above it.
//!
//! In: the blocks of a form. Out: its rows below each other. A summary repeats the groups and is one with them; tables whose
//! numbering restarts are groups of their own. Not for: what other forms say.

use std::collections::BTreeMap;

use crate::base::cell::{CellAddress, Grid};
use crate::base::guard;
use crate::base::text;
use crate::input::propose::block::{Block, BlockLine};
use crate::input::propose::code::{Code, CodeStyle};
use crate::input::propose::forest::{Placed, forest};
use crate::input::propose::outline::Outline;
use crate::input::tables::Vocabulary;

/// A row of a form, or a group that only a title or a code names.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) code: Code,
    pub(super) text: String,
    pub(super) key: String,
    /// The place of its sheet, and where its text stands.
    pub(super) at: Option<(usize, CellAddress)>,
    /// The rows that it is: block and line. A summary repeats a group.
    pub(super) lines: Vec<(usize, usize)>,
    /// The path of what tells it from its siblings.
    pub(super) identity: String,
}

/// A form as a tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    pub(super) blocks: Vec<Block>,
    /// Each behind what it stands below.
    pub(super) nodes: Vec<Node>,
    /// Rows that add up others: block and line.
    pub(super) sums: Vec<(usize, usize)>,
    by_identity: BTreeMap<String, usize>,
}

impl Tree {
    /// The tree of a form.
    pub(super) fn new(
        blocks: Vec<Block>,
        grids: &[Grid],
        (vocabulary, outline): (&Vocabulary, &Outline),
    ) -> Tree {
        let placed = |one: &Block| forest(one, vocabulary, outline);
        let forests: Vec<Vec<Placed>> = blocks.iter().map(placed).collect();
        let mut tree = Tree {
            blocks,
            ..Tree::default()
        };
        let is_parted = tree.blocks.iter().any(|one| one.is_part);
        let is_sections = is_parted || tree.are_sections(&forests);
        for (block, placed) in forests.iter().enumerate() {
            if is_sections && tree.is_summary(block) {
                continue;
            }
            let group = tree.group_of(block, placed, is_sections, grids);
            tree.take(block, placed, group);
        }
        for block in 0..forests.len() {
            if is_sections && tree.is_summary(block) {
                tree.take_summary(block);
            }
        }
        tree
    }

    /// Whether most rows of a block repeat the titles of others.
    fn is_summary(&self, block: usize) -> bool {
        let Some(own) = self.blocks.get(block) else {
            return false;
        };
        let others = self
            .blocks
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != block);
        let titles: Vec<String> = others
            .filter_map(|(_, other)| Some(text::key(&other.title.as_ref()?.1)))
            .collect();
        let repeated = own
            .lines
            .iter()
            .filter(|line| titles.contains(&line.key))
            .count();
        repeated > 1 && repeated * 2 > own.lines.len()
    }

    /// Lays the rows of a summary on the groups whose texts they have.
    fn take_summary(&mut self, block: usize) {
        let lines = self
            .blocks
            .get(block)
            .map_or_else(Vec::new, |block| block.lines.clone());
        for (place, line) in lines.iter().enumerate() {
            guard::check();
            let is_it = |node: &&mut Node| node.parent.is_none() && node.key == line.key;
            match self.nodes.iter_mut().find(is_it) {
                Some(node) => node.lines.push((block, place)),
                None => self.sums.push((block, place)),
            }
        }
    }

    /// Whether a row stands in a part of a table whose header says that points are taken off.
    pub(super) fn is_off(&self, node: &Node) -> bool {
        let mut lines = node.lines.iter();
        lines.any(|at| self.line(*at).is_some_and(|(block, _)| block.is_off))
    }

    /// The node of an identity.
    pub(super) fn find(&self, identity: &str) -> Option<usize> {
        self.by_identity.get(identity).copied()
    }

    pub(super) fn line(&self, (block, line): (usize, usize)) -> Option<(&Block, &BlockLine)> {
        let block = self.blocks.get(block)?;
        Some((block, block.lines.get(line)?))
    }

    fn lines_of<'a>(
        &'a self,
        block: usize,
        placed: &'a [Placed],
    ) -> impl Iterator<Item = (&'a Placed, &'a BlockLine)> {
        let lines = self
            .blocks
            .get(block)
            .map_or(&[][..], |block| block.lines.as_slice());
        placed.iter().zip(lines)
    }

    /// Whether blocks number their rows each for itself: the same code on other rows.
    fn are_sections(&self, forests: &[Vec<Placed>]) -> bool {
        let mut seen: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        for (block, placed) in forests.iter().enumerate() {
            for (one, line) in self.lines_of(block, placed) {
                if one.parent.is_some() || one.is_sum || one.code.parts.len() != 1 {
                    continue;
                }
                let (first, key) = *seen.entry(one.code.joined()).or_insert((block, &line.key));
                if first != block && key != line.key {
                    return true;
                }
            }
        }
        false
    }

    /// The group that all rows of a block stand below, where none of them is a group itself.
    fn group_of(
        &mut self,
        block: usize,
        placed: &[Placed],
        is_sections: bool,
        grids: &[Grid],
    ) -> Option<usize> {
        let mut roots = placed
            .iter()
            .filter(|one| one.parent.is_none() && !one.is_sum);
        let first = roots.next()?;
        let is_part = first.code.parts.len() > 1;
        let common = first.code.parts.first().cloned();
        let has_common =
            |one: &Placed| one.code.parts.len() > 1 && one.code.parts.first() == common.as_ref();
        let is_common = is_part && roots.all(has_common);
        let own = self.blocks.get(block)?;
        let title = own.title.clone();
        if !is_common && !is_sections {
            return None;
        }
        let sheet = own.sheet;
        let name = grids
            .get(sheet)
            .map(|grid| grid.name.clone())
            .unwrap_or_default();
        let named = Code::lead(&name);
        let (code, text, at) = match (title, named) {
            (Some((code, text, at)), _) if !is_common || code.tail() == common.as_deref() => {
                (code, text, Some((sheet, at)))
            }
            (_, Some((code, text))) if !is_common || code.tail() == common.as_deref() => {
                (code, text, None)
            }
            _ => {
                let tail = common.filter(|_| is_common);
                let tail = tail.unwrap_or_else(|| (block + 1).to_string());
                (Code::parse(&tail)?, String::new(), None)
            }
        };
        Some(self.add(None, code, &text, at))
    }

    /// Adds a node, or finds the one that is there already.
    fn add(
        &mut self,
        parent: Option<usize>,
        code: Code,
        name: &str,
        at: Option<(usize, CellAddress)>,
    ) -> usize {
        let key = text::key(name);
        let identity = self.identity(parent, &code, &key);
        if let Some(known) = self.find(&identity) {
            if let Some(node) = self.nodes.get_mut(known)
                && node.key.is_empty()
            {
                (node.text, node.key, node.at) = (name.to_string(), key, at);
            }
            return known;
        }
        self.nodes.push(Node {
            parent,
            code,
            text: name.to_string(),
            key,
            at,
            lines: Vec::new(),
            identity: identity.clone(),
        });
        self.by_identity.insert(identity, self.nodes.len() - 1);
        self.nodes.len() - 1
    }

    fn identity(&self, parent: Option<usize>, code: &Code, key: &str) -> String {
        let above = parent.and_then(|parent| self.nodes.get(parent));
        let label = match code.style {
            CodeStyle::Dash | CodeStyle::Bare => format!("~{key}"),
            _ => own_part(code, above.map(|above| &above.code)),
        };
        let above = above.map_or("", |above| above.identity.as_str());
        format!("{above}/{label}")
    }

    /// Takes the rows of a block.
    fn take(&mut self, block: usize, placed: &[Placed], group: Option<usize>) {
        let rows: Vec<(Placed, BlockLine)> = self
            .lines_of(block, placed)
            .map(|(one, line)| (one.clone(), line.clone()))
            .collect();
        let sheet = self.blocks.get(block).map_or(0, |block| block.sheet);
        let mut nodes: Vec<Option<usize>> = Vec::new();
        for (place, (one, line)) in rows.iter().enumerate() {
            guard::check();
            if one.is_sum {
                self.sums.push((block, place));
                nodes.push(None);
                continue;
            }
            let above = one
                .parent
                .and_then(|parent| nodes.get(parent).copied().flatten());
            let parent = above.or(group).or_else(|| self.prefix(&one.code));
            let node = self.row(parent, one, line, sheet);
            if let Some(node) = self.nodes.get_mut(node) {
                node.lines.push((block, place));
            }
            nodes.push(Some(node));
        }
    }

    /// The group that the first part of a code names.
    fn prefix(&mut self, code: &Code) -> Option<usize> {
        let first = code.parts.first().filter(|_| code.parts.len() > 1)?;
        let code = Code::parse(first)?;
        Some(self.add(None, code, "", None))
    }

    /// The node of a row. Another row of the same code is another node.
    fn row(
        &mut self,
        parent: Option<usize>,
        one: &Placed,
        line: &BlockLine,
        sheet: usize,
    ) -> usize {
        let identity = self.identity(parent, &one.code, &line.key);
        let other = self.find(&identity).and_then(|node| self.nodes.get(node));
        let is_other = other.is_some_and(|other| {
            let is_same = other.key == line.key || other.key.is_empty();
            // A title may say it otherwise.
            !(is_same || parent.is_none() && other.lines.is_empty())
        });
        if !is_other {
            return self.add(parent, one.code.clone(), &line.text, Some((sheet, line.at)));
        }
        let mut code = one.code.clone();
        let mut number = 2;
        if let Some(tail) = code.parts.pop() {
            loop {
                let mut next = code.clone();
                next.parts.push(format!("{tail}-{number}"));
                if self
                    .find(&self.identity(parent, &next, &line.key))
                    .is_none()
                {
                    return self.add(parent, next, &line.text, Some((sheet, line.at)));
                }
                number += 1;
            }
        }
        self.add(parent, code, &line.text, Some((sheet, line.at)))
    }
}

/// What a code adds to the one above it: `1.1.2` below `1.1` is `2`, `1.1` below `I` is `1`.
pub(super) fn own_part(code: &Code, above: Option<&Code>) -> String {
    if let Some(above) = above
        && above.is_coded()
        && let Some(rest) = code.parts.strip_prefix(above.parts.as_slice())
        && !rest.is_empty()
    {
        return rest.join(".");
    }
    match above {
        Some(_) => code.tail().unwrap_or_default().to_string(),
        None => code.joined(),
    }
}
