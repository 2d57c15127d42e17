//! Ways in which the lines of a list may stand below each other.
//!
//! In: the numbers of a column, or the texts. Out: for each way how deep each line stands. Not for: which way is meant (`outline`).

use crate::base::guard;
use crate::base::points::Points;

/// The deepest that heads stand above the lines that they add up.
const DEEPEST: usize = 3;

/// Letters of a text in capitals that names something; fewer may be an abbreviation.
const FEWEST_LETTERS: usize = 5;

/// How deep each line stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineDepths(pub(super) Vec<usize>);

impl LineDepths {
    /// What the lines that stand below none come to: each its number, or what stands below it where it has none.
    pub(super) fn come_to(&self, own: &[Option<Points>]) -> Points {
        let mut sum = Points::ZERO;
        // How deep the line stands whose number holds all that is below it.
        let mut held: Option<usize> = None;
        for (depth, number) in self.0.iter().zip(own) {
            if held.is_some_and(|above| *depth > above) {
                continue;
            }
            held = number.map(|_| *depth);
            sum = sum + number.unwrap_or_default();
        }
        sum
    }

    /// The heads, each with the lines right below it.
    pub(super) fn with_parts(&self) -> Vec<(usize, Vec<usize>)> {
        let mut all: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (at, depth) in self.0.iter().enumerate() {
            guard::check();
            open.truncate(*depth);
            if let Some((_, parts)) = open.last().and_then(|head| all.get_mut(*head)) {
                parts.push(at);
            }
            open.push(all.len());
            all.push((at, Vec::new()));
        }
        all.retain(|(_, parts)| !parts.is_empty());
        all
    }
}

/// Ways in which the numbers of a column add up: the first line is a head, and so is each one behind what the one before it adds up.
pub(super) fn candidates(own: &[Option<Points>], may_head: &[bool]) -> Vec<LineDepths> {
    let numbers = ColumnNumbers { own, may_head };
    let mut found: Vec<LineDepths> = Vec::new();
    for deepest in 1..=DEEPEST {
        if let Some(heads) = numbers.heads(deepest)
            && !found.contains(&heads)
        {
            found.push(heads);
        }
    }
    found
}

/// The numbers of a column, and which lines may be heads.
struct ColumnNumbers<'a> {
    own: &'a [Option<Points>],
    may_head: &'a [bool],
}

impl ColumnNumbers<'_> {
    fn number(&self, at: usize) -> Points {
        self.own.get(at).copied().flatten().unwrap_or_default()
    }

    /// The whole list, where at least two lines are heads of several: nearly all of it stands below some.
    fn heads(&self, deepest: usize) -> Option<LineDepths> {
        let mut depths = vec![0; self.own.len()];
        let (mut at, mut heads, mut below) = (0, 0, 0);
        while at < self.own.len() {
            guard::check();
            let end = (1..=deepest)
                .rev()
                .find_map(|levels| self.node(at, levels, 0, &mut depths));
            if let Some(end) = end {
                heads += 1;
                below += end - at;
            }
            at = end.unwrap_or(at + 1);
        }
        let has_first = depths.get(1) == Some(&1);
        (heads > 1 && has_first && below * 3 >= self.own.len() * 2).then_some(LineDepths(depths))
    }

    /// The end of the node that begins at a line and has so many levels below it; nothing where its number is not what they come to.
    fn node(&self, at: usize, levels: usize, depth: usize, depths: &mut [usize]) -> Option<usize> {
        if levels == 0 {
            *depths.get_mut(at)? = depth;
            return Some(at + 1);
        }
        let most = self.number(at);
        if most <= Points::ZERO || !self.may_head.get(at).copied()? {
            return None;
        }
        let before = depths.to_vec();
        let (mut next, mut sum, mut parts) = (at + 1, Points::ZERO, 0);
        while sum < most && next < self.own.len() {
            guard::check();
            sum = sum + self.number(next);
            // What is below may have lines of its own, or none.
            let end = (0..levels)
                .rev()
                .find_map(|inner| self.node(next, inner, depth + 1, depths));
            next = end?;
            parts += 1;
        }
        // What is worth nothing belongs to what it follows.
        while levels == 1 && self.is_nothing(next) {
            next = self.node(next, 0, depth + 1, depths)?;
            parts += 1;
        }
        if sum != most || parts < 2 {
            depths.copy_from_slice(&before);
            return None;
        }
        *depths.get_mut(at)? = depth;
        Some(next)
    }

    fn is_nothing(&self, at: usize) -> bool {
        self.own.get(at).is_some() && self.number(at) == Points::ZERO
    }
}

/// Lines in capitals, each before others that are not.
#[derive(Clone, Debug)]
pub(super) struct Capitals(Vec<bool>);

impl Capitals {
    /// The lines in capitals that may be heads; nothing where they look like no heads.
    pub(super) fn new<'t>(
        texts: impl Iterator<Item = &'t str>,
        may_head: &[bool],
        numbered: &[bool],
    ) -> Option<Capitals> {
        let own: Vec<bool> = texts
            .zip(may_head)
            .map(|(text, may)| *may && is_capital(text))
            .collect();
        let heads = own.iter().filter(|one| **one).count();
        let capitals = Capitals(own);
        // One with a number of its own stands for itself.
        let is_alone = |at: &usize| {
            let is_numbered = numbered.get(*at) == Some(&true);
            capitals.is_head(*at) && !capitals.is_above(*at) && !is_numbered
        };
        let alone = (0..capitals.0.len()).filter(is_alone).count();
        let is_first = capitals.is_head(0) && capitals.is_above(0);
        (heads > 1 && is_first && alone * 2 < heads).then_some(capitals)
    }

    fn is_head(&self, at: usize) -> bool {
        self.0.get(at) == Some(&true)
    }

    /// Whether a head has lines below it.
    fn is_above(&self, at: usize) -> bool {
        self.0.get(at + 1) == Some(&false)
    }

    /// All of them with what follows below each.
    pub(super) fn heads(&self) -> LineDepths {
        LineDepths(self.0.iter().map(|is| usize::from(!is)).collect())
    }

    /// Whether the top heads are those in capitals.
    pub(super) fn agree(&self, heads: &LineDepths) -> bool {
        let parts = heads.with_parts();
        let tops = || {
            parts
                .iter()
                .map(|(at, _)| *at)
                .filter(|at| heads.0.get(*at) == Some(&0))
        };
        let all = 0..self.0.len();
        let own = all.filter(|at| self.is_head(*at) && self.is_above(*at));
        tops().eq(own)
    }
}

/// Lines with nothing but a text as heads of those that follow, all of which have numbers: at least two, the first line among them.
pub(super) fn unnumbered(
    may_head: &[bool],
    blank: &[bool],
    numbered: &[bool],
) -> Option<LineDepths> {
    let is_head = |at: usize| blank.get(at) == Some(&true) && may_head.get(at) == Some(&true);
    let has_number = |at: usize| numbered.get(at) == Some(&true);
    let all = 0..blank.len();
    let is_told = all
        .clone()
        .all(|at| has_number(at + usize::from(is_head(at))));
    let heads = all.clone().filter(|at| is_head(*at)).count();
    let depths = || LineDepths(all.map(|at| usize::from(!is_head(at))).collect());
    (is_told && heads > 1 && is_head(0)).then(depths)
}

/// Whether a text is written in capitals, whatever stands in brackets behind it: `HẠ TẦNG (15 điểm)`.
fn is_capital(text: &str) -> bool {
    let text = text.split(['(', '[', ':']).next().unwrap_or_default();
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().count() >= FEWEST_LETTERS && letters().all(|c| !c.is_lowercase())
}
