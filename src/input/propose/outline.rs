//! Which lines without codes of their own are the heads of those that follow: arithmetic decides, capitals support.
//!
//! In: the blocks of all forms. Out: how deep each such line stands among its neighbours, as most forms that have it say. A head is a
//! line whose number is what the lines below it come to, up to the next such line; where the form states a total, that comes to the
//! heads and not to every line. Not for: lines whose codes say where they belong.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::guard;
use crate::base::points::Points;
use crate::input::propose::LONGEST;
use crate::input::propose::block::{Block, BlockLine, is_sum};
use crate::input::propose::code::CodeStyle;
use crate::input::propose::line_heads::{Capitals, LineDepths, candidates};
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
pub(super) struct Outline(BTreeMap<LineName, usize>);

impl Outline {
    /// What the blocks of all forms say together.
    pub(super) fn new(forms: &[Vec<Block>], vocabulary: &Vocabulary) -> Outline {
        let mut said: BTreeMap<LineName, BTreeMap<Option<usize>, usize>> = BTreeMap::new();
        let of_form = |blocks: &Vec<Block>| {
            guard::within(LONGEST, || said_by(blocks, vocabulary)).unwrap_or_default()
        };
        let all: Vec<Vec<(LineName, Option<usize>)>> = forms.par_iter().map(of_form).collect();
        for (name, depth) in all.into_iter().flatten() {
            *said.entry(name).or_default().entry(depth).or_default() += 1;
        }
        let most = |(name, counts): (LineName, BTreeMap<Option<usize>, usize>)| {
            let all: usize = counts.values().sum();
            let known = counts
                .into_iter()
                .filter_map(|(depth, by)| Some((depth?, by)));
            let (depth, by) = known.max_by_key(|(depth, by)| (*by, usize::MAX - depth))?;
            (by * 2 >= all).then_some((name, depth))
        };
        Outline(said.into_iter().filter_map(most).collect())
    }

    /// For each line of a block its run and how deep it stands there, where that is known.
    pub(super) fn depths(
        &self,
        block: &Block,
        vocabulary: &Vocabulary,
    ) -> Vec<Option<(usize, usize)>> {
        let mut depths = vec![None; block.lines.len()];
        if self.0.is_empty() {
            return depths;
        }
        let names = names(block);
        for (number, run) in runs(block, vocabulary).into_iter().enumerate() {
            for place in run {
                let depth = names.get(place).and_then(|name| self.0.get(name));
                if let (Some(own), Some(depth)) = (depths.get_mut(place), depth) {
                    *own = Some((number, *depth));
                }
            }
        }
        depths
    }
}

/// How deep the lines of a form that may stand below each other do, as the form alone says.
fn said_by(blocks: &[Block], vocabulary: &Vocabulary) -> Vec<(LineName, Option<usize>)> {
    let mut said = Vec::new();
    for block in blocks {
        let names = names(block);
        for run in runs(block, vocabulary) {
            guard::check();
            let depths = Outlined::new(block, &run, vocabulary).depths();
            let depth = |at: usize| depths.as_ref().and_then(|depths| depths.get(at).copied());
            let own = run.iter().enumerate();
            let own = own.filter_map(|(at, place)| Some((names.get(*place)?.clone(), depth(at))));
            said.extend(own);
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
        Outlined {
            columns: (0..block.columns.len()).map(of).collect(),
            capitals: Capitals::new(texts, &may_head),
            may_head,
        }
    }

    /// How deep each line stands; nothing where nothing says that any of them is a head.
    fn depths(&self) -> Option<Vec<usize>> {
        let of_columns = self.columns.iter();
        let of_columns = of_columns.flat_map(|(own, _)| candidates(own, &self.may_head));
        let of_capitals = self.capitals.iter().map(Capitals::heads);
        let judged = of_columns.chain(of_capitals).filter_map(|heads| {
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
        best.map(|(proof, heads)| self.with_single(proof, heads).0)
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

    /// What speaks for some heads; nothing where too little does, or a total says that each line counts for itself.
    fn standing(&self, heads: &LineDepths) -> Option<HeadsProof> {
        let (mut proofs, mut hits, mut misses) = (0_usize, 0_usize, 0_usize);
        for (own, sums) in &self.columns {
            let top = heads.come_to(own);
            let all: Points = own.iter().flatten().copied().sum();
            if top != all {
                if sums.contains(&all) && !sums.contains(&top) {
                    return None;
                }
                proofs += usize::from(sums.contains(&top));
            }
            for (head, below) in heads.with_parts() {
                let said = own.get(head).copied().flatten();
                let parts = below.iter().filter_map(|at| *own.get(*at)?);
                let parts: Vec<Points> = parts.collect();
                if let (Some(said), false) = (said, parts.is_empty()) {
                    let is_it = said == parts.into_iter().sum::<Points>();
                    (hits, misses) = (hits + usize::from(is_it), misses + usize::from(!is_it));
                }
            }
        }
        let is_looked = self.capitals.as_ref().is_some_and(|one| one.agree(heads));
        let are_sums = hits >= 2 && hits >= misses * 4;
        let is_said = proofs > 0 || is_looked || hits > FEWEST;
        (are_sums && is_said || is_looked).then_some(HeadsProof {
            proofs,
            hits: hits.saturating_sub(misses),
            is_looked,
        })
    }
}

/// How much speaks for some heads: totals first, then sums, then looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct HeadsProof {
    proofs: usize,
    hits: usize,
    is_looked: bool,
}
