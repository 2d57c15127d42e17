//! Which of several columns of points is the unit's own score.
//!
//! In: the headings of the forms and what stands below them. Out: what each column of points was taken for. What is of another year, a
//! share, an average or a place is none; of the rest the one that the words are nearest to is chosen, and asked for. Not for: the maximum.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::base::points::{Decimal, Points};
use crate::campaign::documents::Certainty;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{
    ColumnDoubt, ColumnUse, FEWEST, FormColumn, MaximumTable, share,
};
use crate::input::propose::forms::{Forms, are_nearly_all};
use crate::input::propose::sense::HeadingOf;
use crate::input::propose::varying;

/// A column that may be the self score.
struct ScoreCandidate {
    /// Its place among the columns.
    place: usize,
    /// How much speaks for it.
    score: f64,
    /// Whether its heading says that it is none.
    is_out: bool,
    /// Whether its heading says so without a year.
    is_named: bool,
    /// Whether nothing but 0 and 1 stands below it.
    is_binary: bool,
}

/// Sets apart what is of another year; finds the self score and the appraised one.
pub(super) fn find(columns: &mut [FormColumn], forms: &Forms<'_>, maxima: &MaximumTable) {
    let (candidates, by_words) = rivals(columns, forms, maxima);
    // What arithmetic proves is chosen already.
    let is_proved = |(place, one): (usize, &FormColumn)| {
        one.role
            .map(|_| place)
            .filter(|_| one.doubt == ColumnDoubt::Proved)
    };
    let mut chosen: Vec<usize> = columns.iter().enumerate().filter_map(is_proved).collect();
    let mut left: Vec<usize> = Vec::new();
    let shares = |columns: &[FormColumn], one: usize, other: usize| {
        let pair = (columns.get(one), columns.get(other));
        matches!(pair, (Some(one), Some(other)) if one.shares_forms(other))
    };
    for one in &candidates {
        // Forms that write another heading are forms all the same.
        let is_other = chosen.iter().any(|at| shares(columns, one.place, *at));
        if is_other && !one.is_named {
            left.push(one.place);
        } else {
            chosen.push(one.place);
        }
    }
    for one in candidates.iter().filter(|one| chosen.contains(&one.place)) {
        let is_rivalled = left.iter().any(|other| shares(columns, one.place, *other));
        let has_others = by_words
            .iter()
            .any(|other| shares(columns, one.place, *other));
        let Some(column) = columns.get_mut(one.place) else {
            continue;
        };
        column.role = Some(ColumnUse::Claimed);
        // With the year assessed it says the same as without.
        let is_plain = column.sense.meant == Some(Column::Claimed)
            && column.sense.is_own
            && column.sense.is_current()
            && !is_rivalled;
        column.certainty = match (one.is_named || is_plain, is_rivalled || one.is_out) {
            (true, _) => Certainty::Sure,
            (false, false) => Certainty::Look,
            (false, true) => Certainty::Unclear,
        };
        if !one.is_named && (is_rivalled || has_others) {
            column.doubt = ColumnDoubt::Chosen;
        } else if !one.is_named && one.is_binary {
            (column.certainty, column.doubt) = (Certainty::Unclear, ColumnDoubt::Binary);
        }
    }
    leave_out(columns, &chosen, left);
    set_apart(columns);
    find_appraised(columns);
}

/// The columns that may be the self score, the best first; and those that their words alone set apart.
fn rivals(
    columns: &[FormColumn],
    forms: &Forms<'_>,
    maxima: &MaximumTable,
) -> (Vec<ScoreCandidate>, Vec<usize>) {
    let has_ticks = columns.iter().any(|one| one.role == Some(ColumnUse::Tick));
    let mut candidates = score_candidates(columns, forms, (maxima, false));
    let is_proven = |one: &FormColumn| {
        one.is_result() && fits(forms, one, maxima).0 >= 1.0 && adds_up(forms, one)
    };
    let has_proven = columns.iter().any(is_proven);
    let is_score = |one: &ScoreCandidate| {
        let column = columns.get(one.place).filter(|_| !one.is_out);
        column.is_some_and(|column| {
            let is_said = one.is_named || says_points(column);
            is_said || !is_count(column) && (!has_proven || adds_up(forms, column))
        })
    };
    if !candidates.iter().any(is_score) {
        // What was planned or counted has beside it what was reached.
        candidates = score_candidates(columns, forms, (maxima, true));
    }
    let is_any_in = candidates.iter().any(|one| !one.is_out);
    // What the words alone set apart is told beside what was chosen.
    let by_words = |one: &&ScoreCandidate| {
        let column = columns.get(one.place);
        one.is_out && is_any_in && column.is_some_and(|column| column.sense.is_of_others())
    };
    let by_words: Vec<usize> = candidates
        .iter()
        .filter(by_words)
        .map(|one| one.place)
        .collect();
    candidates.retain(|one| !(one.is_out && is_any_in));
    candidates.retain(|one| one.is_named || !has_ticks);
    candidates.sort_by(|a, b| order(columns, a, b));
    (candidates, by_words)
}

/// Says of what was not chosen why.
fn leave_out(columns: &mut [FormColumn], chosen: &[usize], left: Vec<usize>) {
    let is_of_year = |at: &usize| {
        let column = columns.get(*at);
        column.is_some_and(|one| Hint::YearScore.is_in(&one.key) || Hint::WholeYear.is_in(&one.key))
    };
    let has_year = chosen.iter().any(is_of_year);
    for place in left {
        let Some(column) = columns.get_mut(place) else {
            continue;
        };
        (column.certainty, column.doubt) = (Certainty::Unclear, ColumnDoubt::NotChosen);
        if has_year && Hint::Period.is_in(&column.key) {
            column.role = Some(ColumnUse::Other(Column::Ignored));
            (column.certainty, column.doubt) = (Certainty::Look, ColumnDoubt::Part);
        }
    }
}

/// The best first; of equals that both say that the unit gives them the later one, else the earlier.
fn order(columns: &[FormColumn], a: &ScoreCandidate, b: &ScoreCandidate) -> Ordering {
    let is_own = |one: &ScoreCandidate| {
        let column = columns.get(one.place);
        column.is_some_and(|column| column.sense.is_own)
    };
    let places = a.place.cmp(&b.place);
    let places = if is_own(a) && is_own(b) {
        places.reverse()
    } else {
        places
    };
    b.score.total_cmp(&a.score).then(places)
}

fn score_candidates(
    columns: &[FormColumn],
    forms: &Forms<'_>,
    (maxima, has_figures): (&MaximumTable, bool),
) -> Vec<ScoreCandidate> {
    // Of several nobody knows which one is meant.
    let binaries = columns.iter().enumerate();
    let mut binaries = binaries.filter(|(_, one)| one.role.is_none() && is_binary(forms, one));
    let binary = binaries.next().filter(|_| binaries.next().is_none());
    let binary = binary.map(|(place, _)| place);
    let of = |(place, one): (usize, &FormColumn)| {
        let says = one.word == Some(Column::Claimed);
        // A value from 0 to 1 that no maximum stands beside may be the score.
        let is_unit = one.sense.of_whom == HeadingOf::Unit;
        let is_figure = one.is_result();
        let is_said = is_unit || one.word.is_none();
        let is_value = is_figure && (maxima.is_empty() || has_figures && is_said);
        let is_other = (one.word.is_some() || is_figure) && !says && !is_value;
        let is_appraised = one.sense.meant == Some(Column::Appraised);
        if one.role.is_some() || is_other || is_appraised || Hint::Survey.is_in(&one.key) {
            return None;
        }
        let is_beside = one.sense.is_beside || one.sense.is_of_others();
        let is_out = one.sense.is_earlier() || is_beside && !says;
        let is_named = says && !is_out;
        let (mut fit, filled) = fits(forms, one, maxima);
        let is_binary = binary == Some(place);
        if maxima.is_empty() {
            let is_own = one.sense.is_own && varying::varies(forms, one);
            fit = if is_binary || is_own {
                1.0
            } else {
                indices(forms, one)
            };
        }
        if !(is_named || one.numbers >= FEWEST && fit >= 0.8) {
            return None;
        }
        let hints = [
            (is_named, 1.0),
            (one.sense.meant == Some(Column::Claimed), 0.5),
            (one.sense.is_current(), 0.4),
            (one.sense.is_own, 0.3),
            (is_unit, 0.3),
            (adds_up(forms, one) && !is_count(one), 0.6),
            // What all forms have alike was printed.
            (varying::varies(forms, one), 0.5),
        ];
        let score = hints
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, by)| by)
            .sum::<f64>()
            + filled;
        Some(ScoreCandidate {
            place,
            score,
            is_out,
            is_named,
            is_binary,
        })
    };
    columns.iter().enumerate().filter_map(of).collect()
}

/// What is of another year, and what is no score, beside the score that was chosen.
fn set_apart(columns: &mut [FormColumn]) {
    let is_free = |one: &&mut FormColumn| {
        let is_points = matches!(
            one.word,
            None | Some(Column::Claimed | Column::Appraised | Column::Maximum)
        );
        one.role.is_none() && one.numbers > 0 && is_points
    };
    for column in columns.iter_mut().filter(is_free) {
        let role = if column.sense.is_earlier() {
            (Column::Earlier, ColumnDoubt::Earlier)
        } else if column.sense.is_beside && column.word.is_none() {
            (Column::Ignored, ColumnDoubt::Beside)
        } else if column.sense.of_whom == HeadingOf::Plan && column.word.is_none() {
            (Column::Ignored, ColumnDoubt::Plan)
        } else {
            continue;
        };
        column.role = Some(ColumnUse::Other(role.0));
        (column.certainty, column.doubt) = (Certainty::Look, role.1);
    }
}

/// The appraised score, where one heading alone may mean it, as the forms are read later.
fn find_appraised(columns: &mut [FormColumn]) {
    let is_claimed = |one: &FormColumn| one.role == Some(ColumnUse::Claimed);
    let has_claimed = columns.iter().any(is_claimed);
    // Whose words alone say that others give them is one beside a score of the unit.
    let by_words = |one: &FormColumn| {
        let is_of_others = one.sense.of_whom == HeadingOf::Others;
        let is_unsaid = one.word.is_none() && one.sense.meant.is_none();
        let is_open = one.role.is_none() && is_unsaid && !one.sense.is_earlier();
        has_claimed
            && is_of_others
            && is_open
            && one.numbers >= FEWEST
            && !Hint::Survey.is_in(&one.key)
    };
    let is_by_words: Vec<bool> = columns.iter().map(by_words).collect();
    let is_meant = |one: &FormColumn| one.sense.meant == Some(Column::Appraised);
    let may = |one: &FormColumn| one.role.is_none() && is_meant(one) || by_words(one);
    if stand_together(columns, &may) {
        // Nobody knows which of them is the last word: none that words alone tell counts, and each is asked.
        for (column, _) in columns.iter_mut().zip(&is_by_words).filter(|(_, is)| **is) {
            column.role = Some(ColumnUse::Other(Column::Ignored));
            (column.certainty, column.doubt) = (Certainty::Unclear, ColumnDoubt::OneOfOthers);
        }
        if stand_together(columns, &may) {
            return;
        }
    }
    let is_word = |one: &FormColumn| one.word == Some(Column::Appraised);
    let found = columns.iter().enumerate();
    let found = found.filter(|(_, one)| may(one) && !is_word(one));
    let found: Vec<usize> = found.map(|(place, _)| place).collect();
    for place in found {
        let Some(column) = columns.get_mut(place) else {
            continue;
        };
        column.role = Some(ColumnUse::Other(Column::Appraised));
        column.certainty = Certainty::Look;
        if is_by_words.get(place) == Some(&true) {
            (column.certainty, column.doubt) = (Certainty::Unclear, ColumnDoubt::OfOthers);
        }
    }
}

/// Whether two of these columns stand in one form, where not both can be it; forms of several offices may call it differently.
fn stand_together(columns: &[FormColumn], may: &dyn Fn(&FormColumn) -> bool) -> bool {
    let all: Vec<&FormColumn> = columns.iter().filter(|one| may(one)).collect();
    let mut pairs = all.iter().enumerate();
    pairs.any(|(at, one)| all.iter().skip(at + 1).any(|other| one.shares_forms(other)))
}

/// Whether a heading says that there are points below it, or what the unit gives.
pub(super) fn says_points(column: &FormColumn) -> bool {
    let is_unit = column.sense.is_own || column.sense.of_whom == HeadingOf::Unit;
    is_unit || column.key.split(' ').any(|word| word == "điểm")
}

/// Whether a heading says that things are counted: they add up as well, and are as small as scores.
fn is_count(column: &FormColumn) -> bool {
    column.key == "số lượng" || column.key.starts_with("số lượng ")
}

/// Whether the rows above others say in nearly all places what those come to, as scores do and figures of all kinds do not.
fn adds_up(forms: &Forms<'_>, column: &FormColumn) -> bool {
    let (mut hits, mut all) = (0_usize, 0_usize);
    for row in forms.rows() {
        let below = forms.coded_below(row);
        for place in column.places.iter().copied().filter(|_| below.len() > 1) {
            let number = |row: usize| forms.number(row, place, &column.key);
            let parts: Vec<Points> = below.iter().filter_map(|row| number(*row)).collect();
            if let Some(own) = number(row).filter(|_| parts.len() > 1) {
                all += 1;
                hits += usize::from(own == parts.iter().copied().sum::<Points>());
            }
        }
    }
    all >= FEWEST && are_nearly_all(hits, all)
}

/// How many of a column's numbers are scores from 0 to 1; none where all are whole.
fn indices(forms: &Forms<'_>, column: &FormColumn) -> f64 {
    let places = || column.places.iter().copied();
    let of = |row| places().filter_map(move |place| forms.number(row, place, &column.key));
    let parts = forms
        .rows()
        .filter(|row| forms.coded_below(*row).is_empty());
    let scores: Vec<Points> = parts.flat_map(of).collect();
    let is_index = |score: &&Points| (Decimal::ZERO..=Decimal::ONE).contains(&score.0);
    if scores.iter().all(|score| score.0.is_integer()) {
        return 0.0;
    }
    share(scores.iter().filter(is_index).count(), scores.len())
}

/// Whether nearly all cells of a column in the rows of criteria are 0 or 1, each of them somewhere, and nothing else is there. Without
/// a heading it could not be read later.
fn is_binary(forms: &Forms<'_>, column: &FormColumn) -> bool {
    let places = || column.places.iter().copied();
    let of = |row| places().filter_map(move |place| forms.number(row, place, &column.key));
    let parts = forms
        .rows()
        .filter(|row| forms.coded_below(*row).is_empty());
    let rows: Vec<Vec<Points>> = parts
        .map(|row| of(row).collect::<Vec<_>>())
        .filter(|scores| !scores.is_empty())
        .collect();
    let scores = || rows.iter().flatten();
    let has = |what: Decimal| scores().any(|score| score.0 == what);
    let is_either = |score: &Points| score.0.is_zero() || score.0 == Decimal::ONE;
    !column.text.is_empty()
        && rows.len() >= FEWEST
        && column.places.len() >= FEWEST
        && column.texts == 0
        && scores().all(is_either)
        && has(Decimal::ZERO)
        && has(Decimal::ONE)
        && are_nearly_all(scores().count(), rows.len() * column.places.len())
}

/// How many of a column's numbers do not exceed the maximum, and in how many of the forms that have it there are any.
pub(super) fn fits(forms: &Forms<'_>, column: &FormColumn, maxima: &MaximumTable) -> (f64, f64) {
    let (mut fit, mut all) = (0_usize, 0_usize);
    let mut filled = BTreeSet::new();
    for row in forms.rows() {
        for place in column.places.iter().copied() {
            let Some(points) = forms.number(row, place, &column.key) else {
                continue;
            };
            filled.insert(place);
            let most = maxima.at(row, place);
            if let Some(most) = most {
                all += 1;
                fit += usize::from(points <= most.max(Points::ZERO));
            }
        }
    }
    (
        if all == 0 { 0.0 } else { share(fit, all) },
        share(filled.len(), column.places.len()),
    )
}
