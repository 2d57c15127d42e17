//! The lines of one block put below each other: numbering restarts and repeats, so that a row is what stands above it.
//!
//! In: a block. Out: for each line the line above it, and which lines are sums. Not for: several blocks of a form.

use crate::base::guard;
use crate::campaign::hints::names_figure;
use crate::campaign::vocabulary::{Caption, Column};
use crate::input::propose::block::{Block, BlockLine, is_sum};
use crate::input::propose::code::{Code, CodeStyle};
use crate::input::propose::outline::Outline;
use crate::input::propose::value::CellStatement;
use crate::input::tables::Vocabulary;

/// What a line is within its block.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The place of the line that it stands below.
    pub(super) parent: Option<usize>,
    /// Its code, with what its neighbours say about it.
    pub(super) code: Code,
    /// Whether it adds up others, or is the unit's own grade.
    pub(super) is_sum: bool,
}

/// The last line that is a total, where no line with a code follows: what stands behind it says something of the total.
fn total_at_end(lines: &[BlockLine], vocabulary: &Vocabulary) -> Option<usize> {
    let is_total = |line: &BlockLine| vocabulary.caption(&line.key) == Some(Caption::Total);
    let total = lines.iter().rposition(is_total)?;
    let mut behind = lines.iter().skip(total + 1);
    behind.all(|line| !line.code.is_coded()).then_some(total)
}

/// Puts the lines of a block below each other.
pub(super) fn forest(block: &Block, vocabulary: &Vocabulary, outline: &Outline) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    let depths = outline.depths(block, vocabulary);
    // The run of lines that are put below each other by what they come to, and how many lines stand above all of it.
    let mut run: Option<(usize, usize)> = None;
    let ended = total_at_end(&block.lines, vocabulary);
    for (place, line) in block.lines.iter().enumerate() {
        guard::check();
        if is_sum(line, vocabulary) || ended.is_some_and(|end| place > end && !line.code.is_coded())
        {
            placed.push(Placed {
                parent: None,
                code: line.code.clone(),
                is_sum: true,
            });
            continue;
        }
        let of_style = |style: CodeStyle| {
            let is = |at: &&usize| placed.get(**at).is_some_and(|one| one.code.style == style);
            stack
                .iter()
                .rev()
                .find(is)
                .and_then(|at| placed.get(*at))
                .map(|one| &one.code)
        };
        let code = line.code.clone();
        let before = match code.style {
            CodeStyle::Roman(1) => of_style(CodeStyle::Upper(1)),
            CodeStyle::SmallRoman(1) => of_style(CodeStyle::Lower(1)),
            other => of_style(other),
        };
        let code = decimal(code.after(before), before, line.is_number);
        let keep = match (depths.get(place).copied().flatten(), run) {
            (Some((own, depth)), Some((same, above))) if own == same => above + depth,
            (outlined, _) => {
                let keep = depth(&code, &stack, &placed, block, place);
                run = outlined.map(|(own, _)| (own, keep));
                keep
            }
        };
        stack.truncate(keep);
        placed.push(Placed {
            parent: stack.last().copied(),
            code,
            is_sum: false,
        });
        stack.push(place);
    }
    placed
}

/// A code that is stored as a number behind its sibling: 1.1 behind 1.9 is 1.10.
fn decimal(mut code: Code, before: Option<&Code>, is_number: bool) -> Code {
    let next = || {
        let before = before.filter(|before| before.parts.len() == 2)?;
        let (group, last) = (before.parts.first()?, before.parts.last()?);
        let next: u32 = last.parse::<u32>().ok()? + 1;
        (code.parts.first()? == group).then(|| next.to_string())
    };
    if is_number
        && code.parts.len() == 2
        && let Some(next) = next()
        && next.ends_with('0')
        && code.tail() == Some(next.trim_end_matches('0'))
        && let Some(last) = code.parts.last_mut()
    {
        *last = next;
    }
    code
}

/// How many of the lines above stay above this one.
fn depth(code: &Code, stack: &[usize], placed: &[Placed], block: &Block, place: usize) -> usize {
    let lines = block.lines.as_slice();
    let code_at = |at: &usize| placed.get(*at).map(|one| &one.code);
    let style_at = |at: &usize| code_at(at).map(|code| code.style);
    let same = stack
        .iter()
        .rposition(|at| style_at(at) == Some(code.style));
    match code.style {
        CodeStyle::Bare => {
            let is_top = same.is_some_and(|at| at + 1 == stack.len());
            if is_top {
                return same.unwrap_or_default();
            }
            let is_heading = begins_anew(stack, placed, lines, place);
            match same {
                Some(at) if is_heading => at,
                None if is_heading => 0,
                _ => stack.len(),
            }
        }
        _ if code.parts.len() > 1 => {
            let is_above = |at: &usize| {
                code_at(at).is_some_and(|above| {
                    above.is_coded()
                        && above.parts.len() < code.parts.len()
                        && code.parts.starts_with(&above.parts)
                })
            };
            match stack.iter().rposition(is_above) {
                Some(above) => above + 1,
                None => same.unwrap_or_else(|| unlike(code, stack, placed)),
            }
        }
        _ => same.unwrap_or_else(|| {
            // "Tổng số đoàn viên | | 25" is no head of what is numbered behind it.
            let is_figure = |at: &usize| lines.get(*at).is_some_and(|line| is_figure(line, block));
            let heads = stack.iter().rposition(|at| !is_figure(at));
            heads.map_or(0, |at| at + 1)
        }),
    }
}

/// Whether a line without a code has one number and is called as a figure is. A maximum is no figure.
fn is_figure(line: &BlockLine, block: &Block) -> bool {
    let is_number = |said: &CellStatement| matches!(said, CellStatement::Number(_));
    let word = |column: usize| block.columns.get(column).and_then(|one| one.word);
    let mut numbers = line.cells.iter().filter(|(_, said, _)| is_number(said));
    let only = numbers.next().filter(|_| numbers.next().is_none());
    let is_plain = only.is_some_and(|(column, ..)| word(*column) != Some(Column::Maximum));
    !line.code.is_coded() && is_plain && names_figure(&line.key)
}

/// How many of the lines above have another kind of code, or one of fewer parts.
fn unlike(code: &Code, stack: &[usize], placed: &[Placed]) -> usize {
    let is_deeper = |at: &usize| {
        let style = placed.get(*at).map(|one| one.code.style);
        match (style, code.style) {
            (Some(CodeStyle::Number(own)), CodeStyle::Number(other))
            | (Some(CodeStyle::Roman(own)), CodeStyle::Roman(other))
            | (Some(CodeStyle::Upper(own)), CodeStyle::Upper(other)) => own >= other,
            _ => false,
        }
    };
    stack.iter().position(is_deeper).unwrap_or(stack.len())
}

/// Whether a line without a code is the heading of a part whose numbering begins anew: it has a number of points, and what
/// follows it is the first of a numbering that is going on already.
fn begins_anew(stack: &[usize], placed: &[Placed], lines: &[BlockLine], place: usize) -> bool {
    let line = lines.get(place);
    let has_number = line.is_some_and(|line| {
        line.cells
            .iter()
            .any(|(_, said, _)| matches!(said, CellStatement::Number(_)))
    });
    let next = lines.get(place + 1).map(|next| &next.code);
    let goes_on = |style: CodeStyle| {
        let mut styles = stack.iter().filter_map(|at| placed.get(*at));
        styles.any(|one| one.code.style == style)
    };
    has_number && next.is_some_and(|next| next.is_first() && goes_on(next.style))
}
