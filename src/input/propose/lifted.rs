//! Rows without codes that the lines put below the criterion before them and that stand beside it: penalties and figures.
//!
//! In: what the forms agree on. Out: the same with such rows beside, where the forms' own numbers above count both. Not for: rows with
//! codes, which say where they belong.

use crate::base::points::Points;
use crate::campaign::hints::names_figure;
use crate::input::propose::below_numbers::{ProvedAbove, are_most};
use crate::input::propose::consensus::{Consensus, ConsensusRow};
use crate::input::propose::forms::Forms;
use crate::input::propose::level_signs::LevelSigns;
use crate::input::propose::levels;
use crate::input::propose::penalties::begins_with_penalty;
use crate::input::propose::roles::Roles;
use crate::input::propose::row_kinds::Finder;
use crate::input::propose::tree::{Node, Tree};
use crate::input::propose::value::CellStatement;

/// Puts rows beside the row that they stand below where the forms' own numbers above count both: a row without a code behind a criterion.
pub(super) fn lift_beside(
    consensus: &mut Consensus,
    trees: &[Tree],
    (year, signs): (Option<i32>, &LevelSigns),
) {
    let forms = Forms { trees, consensus };
    // Most forms have options without codes below rows: columns are found twice for what may stand beside alone.
    let may_be = |row: usize| {
        let one = forms.consensus.rows.get(row);
        one.is_some_and(|one| is_without_code(one) && names_figure(&one.key))
            || may_be_penalty(&forms, row)
    };
    if !forms.rows().any(may_be) {
        return;
    }
    let roles = Roles::new(&forms, year, signs);
    let levels = levels::levels(&forms, &roles, signs);
    let finder = Finder::new(&forms, &roles, &levels);
    let beside = |row: usize| {
        let below = forms.consensus.below(Some(row));
        let below: Vec<usize> = below.filter(|one| !finder.is_silent(*one)).collect();
        let is_plain = |one: &usize| finder.is_bare_figure(*one) && !finder.is_figure(*one);
        let has_most = (0..levels.len()).any(|level| finder.printed(row, level).is_some());
        let is_beside = has_most && !below.is_empty() && below.iter().all(is_plain) && {
            let said = finder.numbers_below(row, &below);
            finder.proved_above(row, &said) == ProvedAbove::Beside
        };
        if is_beside { below } else { Vec::new() }
    };
    let mut lifted: Vec<usize> = forms.rows().flat_map(beside).collect();
    lifted.extend(penalties(&finder));
    for row in lifted {
        consensus.lift(row);
    }
}

/// Whether a row stands below another and has no code that says so.
fn is_without_code(row: &ConsensusRow) -> bool {
    row.parent.is_some() && !row.code.is_coded()
}

/// Whether a row without a code is called a penalty, or some form writes a number below 0 there.
fn may_be_penalty(forms: &Forms<'_>, row: usize) -> bool {
    let Some(one) = forms
        .consensus
        .rows
        .get(row)
        .filter(|one| is_without_code(one))
    else {
        return false;
    };
    let is_negative = |place: usize| {
        let lines = |node: &Node| node.lines.clone();
        let lines = forms.node(row, place).map(lines).unwrap_or_default();
        let tree = forms.tree(place);
        let cells = lines
            .into_iter()
            .filter_map(|at| Some(&tree?.line(at)?.1.cells));
        let mut cells = cells.flatten();
        cells.any(|(_, said, _)| matches!(said, CellStatement::Number(one) if *one < Points::ZERO))
    };
    begins_with_penalty(&one.key) || (0..forms.count()).any(is_negative)
}

/// Penalties that stand below criteria with points of their own: below 0 nothing adds up to these. They stand beside them unless the
/// numbers above leave them out.
fn penalties(finder: &Finder<'_>) -> Vec<usize> {
    let rows = finder.forms.rows();
    let found: Vec<usize> = rows.filter(|row| is_penalty_below(finder, *row)).collect();
    if found.is_empty() {
        return found;
    }
    let (mut counted, mut left_out) = (0, 0);
    for place in 0..finder.forms.count() {
        // Each number above once, with all penalties that it may count.
        let mut above: Vec<(Option<usize>, Vec<Points>, Points)> = Vec::new();
        for row in &found {
            let parent = finder
                .forms
                .consensus
                .rows
                .get(*row)
                .and_then(|one| one.parent);
            let stated = parent.and_then(|parent| finder.stated_above(parent, place));
            let taken = taken_off(finder, *row, place);
            if let (Some((one, stated)), Some(taken)) = (stated, taken) {
                match above.iter_mut().find(|(other, ..)| *other == one) {
                    Some((_, _, all)) => *all = *all + taken,
                    None => above.push((one, stated, taken)),
                }
            }
        }
        for (one, stated, taken) in above.into_iter().filter(|(_, _, taken)| !taken.is_zero()) {
            let sum = finder.sum_below(one, place);
            let (is_less, is_sum) = (stated.contains(&(sum + taken)), stated.contains(&sum));
            counted += usize::from(is_less && !is_sum);
            left_out += usize::from(is_sum && !is_less);
        }
    }
    // Where no number above tells, the sign does.
    let is_said = left_out == 0 && found.iter().all(|row| is_written_below_zero(finder, *row));
    let is_proved = is_said || are_most(counted, counted + left_out);
    found.into_iter().filter(|_| is_proved).collect()
}

/// Whether some form writes a number below 0 in a row.
fn is_written_below_zero(finder: &Finder<'_>, row: usize) -> bool {
    let mut numbers = (0..finder.forms.count()).filter_map(|place| finder.number(row, place));
    numbers.any(|one| one < Points::ZERO)
}

/// The points that a row takes off in a form, as a number below 0.
fn taken_off(finder: &Finder<'_>, row: usize, place: usize) -> Option<Points> {
    let points = finder.number(row, place)?;
    Some(points.min(Points::ZERO - points))
}

/// Whether a row without a code is a penalty in all forms, right below a row whose own points are above 0 and that nothing else below it is
/// scored of.
fn is_penalty_below(finder: &Finder<'_>, row: usize) -> bool {
    let rows = &finder.forms.consensus.rows;
    let Some((one, parent)) = rows.get(row).and_then(|one| Some((one, one.parent?))) else {
        return false;
    };
    let places = || 0..finder.forms.count();
    let has_points = |place: usize| {
        let own = finder.number(parent, place);
        own.is_some_and(|own| own > Points::ZERO)
    };
    let is_blank = |row: usize| places().all(|place| finder.claimed(row, place).is_none());
    let mut beside = finder.forms.consensus.below(Some(parent));
    !one.code.is_coded()
        && finder.forms.consensus.below(Some(row)).next().is_none()
        && is_written_penalty(finder, row)
        && places().any(has_points)
        && beside.all(|one| is_written_penalty(finder, one) || is_blank(one))
}

/// Whether a row without a most has numbers that its words, or all of them, say are taken off.
fn is_written_penalty(finder: &Finder<'_>, row: usize) -> bool {
    let numbers = (0..finder.forms.count()).filter_map(|place| finder.number(row, place));
    let numbers: Vec<Points> = numbers.collect();
    let one = finder.forms.consensus.rows.get(row);
    let is_called = one.is_some_and(|one| begins_with_penalty(&one.key));
    let is_below_zero = numbers.iter().all(|one| *one <= Points::ZERO)
        && numbers.iter().any(|one| *one < Points::ZERO);
    let mut levels = 0..finder.levels.len();
    levels.all(|level| finder.most(row, level).is_none())
        && !numbers.is_empty()
        && (is_called || is_below_zero)
}
