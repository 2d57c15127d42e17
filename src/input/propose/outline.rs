//! Which lines without codes of their own are the heads of those that follow: arithmetic decides, capitals support.
//!
//! In: the blocks of all forms. Out: how deep each such line stands among its neighbours, as most forms that have it say, and what too
//! little speaks for. A head is a line whose number is what the lines below it come to, up to the next such line; where the form states a
//! total, that comes to the heads and not to every line. Not for: lines whose codes say where they belong.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use rayon::prelude::*;

use crate::base::guard;
use crate::base::points::Points;
use crate::base::text;
use crate::input::propose::block::{Block, BlockLine, is_sum};
use crate::input::propose::code::CodeStyle;
use crate::input::propose::line_heads::{Capitals, LineDepths, candidates, unnumbered};
use crate::input::propose::value::CellStatement;
use crate::input::tables::Vocabulary;

/// Lines of which fewer say nothing of how they stand, and sums of which fewer may be chance.
const FEWEST: usize = 3;

/// Lines that follow each other and whose codes do not say which stands above which.
pub(super) type LineRun = Vec<usize>;

/// What names a line in every form: its key, and which of the lines of a block that have it.
type LineName = (String, usize);

/// How deep lines stand, as most forms say.
#[derive(Debug, Default)]
pub(super) struct Outline {
    depths: BTreeMap<LineName, usize>,
    /// The heads, by their texts, that the same numbers alone speak for, and their parts: they are lines like all others.
    pub(super) doubted: Vec<(String, Vec<String>)>,
    /// The places of forms whose lines took too long.
    pub(super) slow: Vec<usize>,
}

/// What a form says of its lines.
#[derive(Debug, Default)]
struct FormOutline {
    /// How deep lines stand; `None` where they are lines like all others. What too little speaks for is not said.
    lines: Vec<(LineName, Option<usize>)>,
    /// Heads that too little speaks for.
    doubted: Vec<(String, Vec<String>)>,
}

impl Outline {
    /// What the blocks of all forms say together, each of which may take so long.
    pub(super) fn new(forms: &[Vec<Block>], vocabulary: &Vocabulary, longest: Duration) -> Outline {
        let of_form = |blocks: &Vec<Block>| guard::within(longest, || said_by(blocks, vocabulary));
        let all: Vec<Option<FormOutline>> = forms
            .par_iter()
            .map(|blocks| of_form(blocks).ok())
            .collect();
        let mut outline = Outline::default();
        let mut said: BTreeMap<LineName, BTreeMap<Option<usize>, usize>> = BTreeMap::new();
        let mut doubted: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (place, form) in all.into_iter().enumerate() {
            let Some(form) = form else {
                outline.slow.push(place);
                continue;
            };
            for (name, depth) in form.lines {
                *said.entry(name).or_default().entry(depth).or_default() += 1;
            }
            doubted.extend(form.doubted);
        }
        // What another form says of these lines is no doubt.
        let is_said = |text: &String| said.contains_key(&(text::key(text), 0));
        doubted.retain(|text, _| !is_said(text));
        let most = |(name, counts): (LineName, BTreeMap<Option<usize>, usize>)| {
            let all: usize = counts.values().sum();
            let known = counts
                .into_iter()
                .filter_map(|(depth, by)| Some((depth?, by)));
            let (depth, by) = known.max_by_key(|(depth, by)| (*by, usize::MAX - depth))?;
            (by * 2 >= all).then_some((name, depth))
        };
        outline.depths = said.into_iter().filter_map(most).collect();
        outline.doubted = doubted.into_iter().collect();
        outline
    }

    /// For each line of a block its run and how deep it stands there, where that is known.
    pub(super) fn depths(
        &self,
        block: &Block,
        vocabulary: &Vocabulary,
    ) -> Vec<Option<(usize, usize)>> {
        let mut depths = vec![None; block.lines.len()];
        if self.depths.is_empty() {
            return depths;
        }
        let names = names(block);
        for (number, run) in runs(block, vocabulary).into_iter().enumerate() {
            for place in run {
                let depth = names.get(place).and_then(|name| self.depths.get(name));
                if let (Some(own), Some(depth)) = (depths.get_mut(place), depth) {
                    *own = Some((number, *depth));
                }
            }
        }
        depths
    }
}

/// How deep the lines of a form that may stand below each other do, as the form alone says.
fn said_by(blocks: &[Block], vocabulary: &Vocabulary) -> FormOutline {
    let mut said = FormOutline::default();
    for block in blocks {
        let names = names(block);
        for run in runs(block, vocabulary) {
            guard::check();
            let outlined = Outlined::new(block, &run, vocabulary);
            let depths = match outlined.depths() {
                Some(HeadsSaid::Open(heads)) => {
                    let text = |at: usize| Some(block.lines.get(*run.get(at)?)?.text.clone());
                    let texts = |parts: Vec<usize>| parts.into_iter().filter_map(text).collect();
                    let heads = heads.with_parts().into_iter();
                    let heads = heads.filter_map(|(head, parts)| Some((text(head)?, texts(parts))));
                    said.doubted.extend(heads);
                    continue;
                }
                Some(HeadsSaid::Proved(heads)) => Some(heads.0),
                None => None,
            };
            let depth = |at: usize| depths.as_ref().and_then(|depths| depths.get(at).copied());
            let own = run.iter().enumerate();
            let own = own.filter_map(|(at, place)| Some((names.get(*place)?.clone(), depth(at))));
            said.lines.extend(own);
        }
    }
    said
}

/// The names of the lines of a block.
fn names(block: &Block) -> Vec<LineName> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let name = |line: &'_ BlockLine| (line.key.clone(), 0);
    let mut all: Vec<LineName> = block.lines.iter().map(name).collect();
    for (line, name) in block.lines.iter().zip(&mut all) {
        let count = counts.entry(line.key.as_str()).or_default();
        name.1 = *count;
        *count += 1;
    }
    all
}

/// The runs of a block: lines without codes, with signs, and with numbers of one part; sums stand between them and part none.
fn runs(block: &Block, vocabulary: &Vocabulary) -> Vec<LineRun> {
    let is_open = |line: &BlockLine| {
        matches!(
            line.code.style,
            CodeStyle::Bare | CodeStyle::Dash | CodeStyle::Number(1)
        )
    };
    let mut all: Vec<LineRun> = vec![Vec::new()];
    for (place, line) in block.lines.iter().enumerate() {
        if is_sum(line, vocabulary) {
            continue;
        }
        match all.last_mut() {
            Some(run) if is_open(line) => run.push(place),
            _ => all.push(Vec::new()),
        }
    }
    all.retain(|run| run.len() > FEWEST && may_have_heads(block, run));
    all
}

/// Whether some lines of a run may be heads of others: those without codes, else all of them where they are numbered through or have
/// the same sign.
fn may_have_heads(block: &Block, run: &[usize]) -> bool {
    let lines = || run.iter().filter_map(|place| block.lines.get(*place));
    let is_bare = |line: &BlockLine| line.code.style == CodeStyle::Bare;
    if lines().any(is_bare) {
        return lines().next().is_some_and(is_bare);
    }
    let is_signed = lines().all(|line| line.code.style == CodeStyle::Dash);
    let orders: Option<Vec<u32>> = lines().map(|line| line.code.order()).collect();
    let follows = |orders: &Vec<u32>| {
        orders
            .iter()
            .zip(orders.iter().skip(1))
            .all(|(one, next)| one + 1 == *next)
    };
    is_signed || orders.as_ref().is_some_and(follows)
}

/// A run with its numbers.
struct Outlined {
    /// The numbers of each column in the lines of the run, and those in rows of sums beside it.
    columns: Vec<(Vec<Option<Points>>, Vec<Points>)>,
    /// Which lines may be heads.
    may_head: Vec<bool>,
    capitals: Option<Capitals>,
    /// The lines without any number, each before others that have some.
    unnumbered: Option<LineDepths>,
}

impl Outlined {
    fn new(block: &Block, run: &[usize], vocabulary: &Vocabulary) -> Outlined {
        let lines: Vec<&BlockLine> = run.iter().filter_map(|at| block.lines.get(*at)).collect();
        let is_bare = |line: &BlockLine| line.code.style == CodeStyle::Bare;
        let has_bare = lines.iter().any(|line| is_bare(line));
        let may_head: Vec<bool> = lines
            .iter()
            .map(|line| !has_bare || is_bare(line))
            .collect();
        let sums: Vec<&BlockLine> = block
            .lines
            .iter()
            .filter(|line| is_sum(line, vocabulary))
            .collect();
        let number = |line: &BlockLine, column: usize| {
            line.cells.iter().find_map(|(place, said, _)| match said {
                CellStatement::Number(points) if *place == column => Some(*points),
                _ => None,
            })
        };
        let of = |column: usize| {
            let own = lines.iter().map(|line| number(line, column)).collect();
            let sums = sums.iter().filter_map(|line| number(line, column));
            (own, sums.collect())
        };
        let texts = lines.iter().map(|line| line.text.as_str());
        let numbered: Vec<bool> = lines.iter().map(|line| line.has_number()).collect();
        let blank: Vec<bool> = lines.iter().map(|line| line.cells.is_empty()).collect();
        Outlined {
            columns: (0..block.columns.len()).map(of).collect(),
            capitals: Capitals::new(texts, &may_head, &numbered),
            unnumbered: unnumbered(&may_head, &blank, &numbered),
            may_head,
        }
    }

    /// How deep each line stands; nothing where nothing says that any of them is a head.
    fn depths(&self) -> Option<HeadsSaid> {
        let of_columns = self.columns.iter();
        let of_columns = of_columns.flat_map(|(own, _)| candidates(own, &self.may_head));
        let of_looks = self.capitals.iter().map(Capitals::heads);
        let of_looks = of_looks.chain(self.unnumbered.clone());
        let judged = of_columns.chain(of_looks).filter_map(|heads| {
            let standing = self.standing(&heads)?;
            Some((standing, heads))
        });
        // Of equals the first.
        let mut best: Option<(HeadsProof, LineDepths)> = None;
        for one in judged {
            if best.as_ref().is_none_or(|best| one.0 > best.0) {
                best = Some(one);
            }
        }
        let (proof, heads) = best?;
        if !proof.is_enough {
            return Some(HeadsSaid::Open(heads));
        }
        Some(HeadsSaid::Proved(self.with_single(proof, heads)))
    }

    /// The same with what stands between heads and is a head of one line: the next line has all of its numbers. Otherwise it would count twice.
    fn with_single(&self, proof: HeadsProof, heads: LineDepths) -> LineDepths {
        let is_top = |depths: &[usize], at: usize| depths.get(at).is_none_or(|depth| *depth == 0);
        let is_same = |at: usize| {
            let both =
                |own: &Vec<Option<Points>>| own.get(at).copied().zip(own.get(at + 1).copied());
            let mut pairs = self.columns.iter().filter_map(|(own, _)| both(own));
            let has_some = pairs.clone().any(|(one, _)| one.is_some());
            has_some && pairs.all(|(one, next)| one == next)
        };
        let mut depths = heads.0.clone();
        for at in 0..depths.len().saturating_sub(1) {
            let is_alone = (at..at + 3).all(|at| is_top(&depths, at));
            let is_head = is_alone && self.may_head.get(at) == Some(&true) && is_same(at);
            if let Some(depth) = depths.get_mut(at + 1).filter(|_| is_head) {
                *depth = 1;
            }
        }
        let with = LineDepths(depths);
        let is_as_good = self.standing(&with).is_some_and(|one| one >= proof);
        if is_as_good { with } else { heads }
    }

    /// What speaks for some heads; nothing where nothing does, or a total says that each line counts for itself.
    fn standing(&self, heads: &LineDepths) -> Option<HeadsProof> {
        let (mut proofs, mut hits, mut misses) = (0_usize, 0_usize, 0_usize);
        // Columns that add up, of which equal ones say the same; and the numbers that do.
        let (mut telling, mut parts_seen) = (Vec::new(), BTreeSet::new());
        for (own, sums) in &self.columns {
            let top = heads.come_to(own);
            let all: Points = own.iter().flatten().copied().sum();
            if top != all {
                if sums.contains(&all) && !sums.contains(&top) {
                    return None;
                }
                proofs += usize::from(sums.contains(&top));
            }
            let before = hits;
            for (head, below) in heads.with_parts() {
                let said = own.get(head).copied().flatten();
                let parts = below.iter().filter_map(|at| *own.get(*at)?);
                let parts: Vec<Points> = parts.collect();
                if let (Some(said), false) = (said, parts.is_empty()) {
                    let is_it = said == parts.iter().copied().sum::<Points>();
                    (hits, misses) = (hits + usize::from(is_it), misses + usize::from(!is_it));
                    parts_seen.extend(parts.into_iter().filter(|_| is_it));
                }
            }
            if hits > before && !telling.contains(&own) {
                telling.push(own);
            }
        }
        let is_looked = self.capitals.as_ref().is_some_and(|one| one.agree(heads))
            || self.unnumbered.as_ref() == Some(heads);
        let are_sums = hits >= 2 && hits >= misses * 4;
        // Full marks say again what the maxima say: 2 = 1 + 1 may be chance.
        let is_sure = hits > FEWEST && (telling.len() > 1 || parts_seen.len() > FEWEST);
        let is_enough = proofs > 0 || is_looked || is_sure;
        (are_sums || is_looked).then_some(HeadsProof {
            is_enough,
            proofs,
            hits: hits.saturating_sub(misses),
            is_looked,
        })
    }
}

/// Heads of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
enum HeadsSaid {
    /// Enough speaks for them.
    Proved(LineDepths),
    /// They add up, and nothing else speaks for them.
    Open(LineDepths),
}

/// How much speaks for some heads: whether it is enough, then totals, sums, looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct HeadsProof {
    is_enough: bool,
    proofs: usize,
    hits: usize,
    is_looked: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::CellAddress;
    use crate::input::propose::code::Code;

    #[test]
    fn forms_whose_lines_take_too_long_are_named() {
        let vocabulary = Vocabulary::new(&[]);
        let line = |number: u32| BlockLine {
            row: number,
            code: Code::bare(),
            is_number: false,
            text: format!("Dòng {number}"),
            key: format!("dòng {number}"),
            at: CellAddress::new(number, 0),
            cells: Vec::new(),
        };
        let block = Block {
            sheet: 0,
            title: None,
            first: 0,
            header: 0,
            end: 9,
            labels: vec![0],
            groups: None,
            columns: Vec::new(),
            is_part: false,
            is_off: false,
            lines: (1..9).map(line).collect(),
        };
        let forms = [Vec::new(), vec![block]];
        let of = |longest: Duration| Outline::new(&forms, &vocabulary, longest).slow;
        assert_eq!(of(Duration::ZERO), [1]);
        assert!(of(Duration::from_secs(20)).is_empty());
    }
}
