//! A score that the columns beside it come to, as arithmetic proves: "Điểm chuẩn – Điểm trừ = Điểm đạt", the quarters and their sum.
//!
//! In: the columns of the forms, the maximum known. Out: which one is the self score, and which are its parts and do not count again.
//! Not for: one of which words alone say that it is the sum.

use crate::base::cell::CellAddress;
use crate::base::points::{Decimal, Points};
use crate::campaign::documents::Certainty;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::propose::claimed::{fits, says_points};
use crate::input::propose::columns::{
    ColumnDoubt, ColumnUse, FEWEST, FormColumn, MaximumTable, share,
};
use crate::input::propose::forms::Forms;
use crate::input::propose::sense::sign;
use crate::input::propose::varying;

/// The share of the rows that have to agree.
const AGREE: f64 = 0.9;

/// How a score is made of other columns.
#[derive(Clone, Copy)]
enum ScoreWay {
    /// The maximum, with what is added and taken off.
    OfMaximum,
    /// The first column, with what the others add and take off.
    OfBase,
    /// All together.
    Sum,
    /// The mean of those that are filled in, rounded to so many decimals.
    Mean(u32),
}

/// A way that holds in nearly all rows.
struct ScoreProof {
    parts: Vec<usize>,
    /// Whether it is a mean, which says less of what counts than a sum.
    is_mean: bool,
    slips: Vec<(usize, usize, CellAddress)>,
}

/// Takes a column for the self score where others prove it, and them for its parts.
pub(super) fn find(columns: &mut [FormColumn], forms: &Forms<'_>, maxima: &MaximumTable) {
    let open: Vec<usize> = (0..columns.len())
        .filter(|place| columns.get(*place).is_some_and(may_be_part))
        .collect();
    let is_ticked = |one: &FormColumn| one.role == Some(ColumnUse::Tick);
    if columns.iter().any(is_ticked) {
        return;
    }
    let proofs = open.iter().filter_map(|score| {
        let own = columns.get(*score)?;
        let is_part = sign(&own.key) != Some(0) || is_period(&own.key);
        let may = says_points(own) && !is_part && varying::varies(forms, own);
        let is_within = maxima.is_empty() || fits(forms, own, maxima).0 >= AGREE;
        let others: Vec<usize> = open.iter().copied().filter(|one| one != score).collect();
        let proof = proof((columns, forms, maxima), *score, &others);
        Some((*score, proof.filter(|_| may && is_within)?))
    });
    let Some((score, proof)) = proofs.max_by_key(|(_, proof)| proof.parts.len()) else {
        return;
    };
    // Another that is called the self score may be the one.
    let is_rival = |place: &usize| {
        let is_named = |one: &FormColumn| one.word == Some(Column::Claimed);
        let is_apart = *place != score && !proof.parts.contains(place);
        is_apart && columns.get(*place).is_some_and(is_named)
    };
    if open.iter().any(is_rival) {
        return;
    }
    for (place, column) in columns.iter_mut().enumerate() {
        if place == score {
            column.role = Some(ColumnUse::Claimed);
            (column.certainty, column.doubt) = (Certainty::Look, ColumnDoubt::Proved);
            if proof.is_mean || !proof.slips.is_empty() {
                column.certainty = Certainty::Unclear;
            }
            column.slips.clone_from(&proof.slips);
        } else if proof.parts.contains(&place) {
            column.role = Some(ColumnUse::Other(Column::Ignored));
            (column.certainty, column.doubt) = (Certainty::Look, ColumnDoubt::ProvedPart);
        }
    }
}

/// Whether a column holds the unit's own points, or what is added to them or taken off.
fn may_be_part(one: &FormColumn) -> bool {
    let is_points = matches!(one.word, None | Some(Column::Claimed));
    let is_others = one.sense.is_of_others() || one.sense.meant == Some(Column::Appraised);
    let is_beside = one.sense.is_earlier() || one.sense.is_beside || one.sense.is_weight;
    one.role.is_none()
        && is_points
        && one.numbers > one.texts
        && !one.text.is_empty()
        && !(is_others || is_beside || one.is_result() || Hint::Survey.is_in(&one.key))
}

/// Whether a heading is of a part of the year.
fn is_period(key: &str) -> bool {
    Hint::Period.is_in(key) && !Hint::WholeYear.is_in(key)
}

type ProofInput<'s> = (&'s [FormColumn], &'s Forms<'s>, &'s MaximumTable);

/// The way that holds with the most columns.
fn proof(seen: ProofInput<'_>, score: usize, others: &[usize]) -> Option<ScoreProof> {
    let (columns, ..) = seen;
    let key = |place: &usize| columns.get(*place).map(|one| one.key.as_str());
    let of_sign = |is: fn(i64) -> bool| {
        let own = |place: &usize| key(place).and_then(sign).is_some_and(is);
        others.iter().copied().filter(own).collect::<Vec<usize>>()
    };
    let (signed, plain) = (of_sign(|sign| sign != 0), of_sign(|sign| sign == 0));
    if !signed.is_empty() {
        for base in &plain {
            let parts: Vec<usize> = [*base].into_iter().chain(signed.clone()).collect();
            if let Some(found) = holds(seen, score, (&parts, ScoreWay::OfBase)) {
                return Some(found);
            }
        }
        if let Some(found) = holds(seen, score, (&signed, ScoreWay::OfMaximum)) {
            return Some(found);
        }
    }
    let before: Vec<usize> = plain.into_iter().filter(|one| *one < score).collect();
    (0..before.len().saturating_sub(1)).find_map(|from| {
        let parts = before.get(from..)?;
        let sum = holds(seen, score, (parts, ScoreWay::Sum));
        let ways = (0..3).rev().map(ScoreWay::Mean);
        let is_mean = parts.iter().all(|one| key(one).is_some_and(is_period));
        let mut means = ways.filter(|_| is_mean);
        sum.or_else(|| means.find_map(|way| holds(seen, score, (parts, way))))
    })
}

/// Whether a score is in nearly all rows what the parts come to, and where it is not.
fn holds(
    (columns, forms, maxima): ProofInput<'_>,
    score: usize,
    (parts, way): (&[usize], ScoreWay),
) -> Option<ScoreProof> {
    let own = columns.get(score)?;
    let all: Vec<&FormColumn> = parts.iter().filter_map(|one| columns.get(*one)).collect();
    let (mut hits, mut told, mut compared) = (0_usize, 0_usize, 0_usize);
    let mut slips = Vec::new();
    let leaves = forms
        .rows()
        .filter(|row| forms.coded_below(*row).is_empty());
    for (row, place) in leaves.flat_map(|row| own.places.iter().map(move |place| (row, *place))) {
        let Some(points) = forms.number(row, place, &own.key) else {
            continue;
        };
        let number = |one: &&FormColumn| forms.number(row, place, &one.key);
        let numbers: Vec<Option<Points>> = all.iter().map(number).collect();
        let signs = all.iter().map(|one| sign(&one.key).unwrap_or_default());
        let (expected, is_telling) = match way {
            ScoreWay::OfMaximum => (
                added(maxima.at(row, place), signs.zip(&numbers)),
                told_by(&numbers, 1),
            ),
            ScoreWay::OfBase => {
                let rest = signs.zip(&numbers).skip(1);
                let base = numbers.first().copied().flatten();
                (added(base, rest), told_by(numbers.get(1..)?, 1))
            }
            ScoreWay::Sum => {
                let said = numbers.iter().flatten().copied();
                (Some(said.sum::<Points>()), told_by(&numbers, 2))
            }
            ScoreWay::Mean(decimals) => (mean(&numbers, decimals), told_by(&numbers, 2)),
        };
        let Some(expected) = expected else { continue };
        compared += 1;
        if expected == points {
            hits += 1;
            told += usize::from(is_telling);
        } else if let Some((_, sheet, at)) = forms.said(row, place, &own.key) {
            slips.push((place, sheet, at));
        }
    }
    let is_proved = told >= FEWEST && share(hits, compared) >= AGREE;
    is_proved.then(|| ScoreProof {
        parts: parts.to_vec(),
        is_mean: matches!(way, ScoreWay::Mean(_)),
        slips,
    })
}

/// What a number comes to with what is added and taken off; blanks are nothing.
fn added<'n>(
    base: Option<Points>,
    rest: impl Iterator<Item = (i64, &'n Option<Points>)>,
) -> Option<Points> {
    let mut sum = base?;
    for (sign, number) in rest {
        let number = number.unwrap_or_default();
        // What is taken off may be written below 0.
        let is_off = sign < 0 && number > Points::ZERO;
        let change = if is_off {
            Points::ZERO - number
        } else {
            number
        };
        sum = [sum, change].into_iter().sum();
    }
    Some(sum)
}

fn mean(numbers: &[Option<Points>], decimals: u32) -> Option<Points> {
    let said: Vec<Points> = numbers.iter().flatten().copied().collect();
    let count = Decimal::from(i64::try_from(said.len()).ok().filter(|count| *count > 0)?);
    let sum = said.into_iter().sum::<Points>();
    Some(Points(sum.0.checked_div(count)?).rounded(decimals))
}

/// Whether so many of the parts have points: others prove nothing.
fn told_by(numbers: &[Option<Points>], least: usize) -> bool {
    let said = numbers.iter().flatten();
    said.filter(|one| **one != Points::ZERO).count() >= least
}
