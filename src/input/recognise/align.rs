//! Rows aligned to the scheme: which row of a sheet is which row of the form.
//!
//! In: the labelled rows of a sheet and the lexicon. Out: pairs, with what speaks for each, and the rows left over. Rows are
//! aligned in order, on code and text together, so that inserted, deleted, moved and renumbered rows resolve at once. Likeness
//! helps only where the code agrees and the row stands in its place. Not for: values.

use std::sync::Arc;

use crate::base::guard;
use crate::base::text;
use crate::campaign::scheme::Criterion;
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::printed_codes::{code_key, is_printed_for, printed_id};
use crate::input::recognise::recall::Recall;
pub use crate::input::submission::Ground;
use crate::input::texts::LabelText;

/// A row of a sheet, by its labels.
#[derive(Clone, Debug)]
pub struct RowLabels<'a> {
    /// The code, where there is one.
    pub code: Option<LabelText<'a>>,
    /// The text.
    pub text: LabelText<'a>,
}

impl RowLabels<'_> {
    /// The code as it stands, trimmed; empty where there is none.
    pub fn code(&self) -> Arc<str> {
        let code = self.code.as_ref();
        code.map(|code| code.clean().clone()).unwrap_or_default()
    }

    /// Whether the code is a number or a letter, and no bullet.
    pub fn has_number(&self) -> bool {
        let code = self.code.as_ref();
        code.is_some_and(|code| code.clean().chars().any(text::is_letter))
    }

    /// The criterion that has the code.
    fn by_code(&self, recall: &Recall<'_>) -> Option<usize> {
        recall.criterion(self.code.as_ref()?)
    }
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// It is this row of the form.
    As {
        /// The row of the form, by its index in the lexicon.
        item: usize,
        /// Why.
        ground: Ground,
    },
    /// It is this row of the form once more.
    Again(usize),
    /// Its code says one row of the form and its text another, or none.
    Torn {
        /// What the code says.
        by_code: usize,
    },
    /// It is no row of the form.
    Unknown,
}

/// How alike an edited text must be to its original to be read at all. Below it lies "not the same criterion".
const LIKENESS: f64 = 0.75;

/// Says for each row what it is.
pub fn align(rows: &[&RowLabels<'_>], recall: &Recall<'_>) -> Vec<RowFate> {
    let of_row = |row: &&RowLabels<'_>| {
        guard::check();
        candidates(row, recall)
    };
    let candidates: Vec<Vec<(usize, u32, Ground)>> = rows.iter().map(of_row).collect();
    let mut taken = vec![RowFate::Unknown; rows.len()];
    let mut used = vec![false; recall.lexicon.items.len()];
    for (row, item, ground) in in_order(&candidates) {
        set(&mut taken, row, RowFate::As { item, ground });
        set(&mut used, item, true);
    }
    for (index, row) in rows.iter().enumerate() {
        if taken.get(index) != Some(&RowFate::Unknown) {
            continue;
        }
        let became = left_over(
            row,
            candidates.get(index).map_or(&[], Vec::as_slice),
            &used,
            recall,
        );
        if let RowFate::As { item, .. } = became {
            set(&mut used, item, true);
        }
        set(&mut taken, index, became);
    }
    taken
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}

/// The rows of the form that a row can be, each with a weight.
fn candidates(row: &RowLabels<'_>, recall: &Recall<'_>) -> Vec<(usize, u32, Ground)> {
    let lexicon = recall.lexicon;
    let by_text = recall.items(&row.text);
    let by_code = || row.by_code(recall);
    let mut candidates: Vec<(usize, u32, Ground)> = by_text
        .iter()
        .map(|&item| match lexicon.items.get(item) {
            Some(Item::Criterion(_)) if by_code() == Some(item) => (item, 12, Ground::CodeAndText),
            Some(Item::Criterion(criterion))
                if !row.has_number()
                    || is_tail(&row.code(), criterion)
                    || row.text.key().starts_with(|c: char| c.is_ascii_digit()) =>
            {
                (item, 10, Ground::CodeAndText)
            }
            Some(Item::Criterion(_)) => (item, 8, Ground::TextAndOrder),
            _ => (item, 10, Ground::CodeAndText),
        })
        .collect();
    if candidates.is_empty()
        && let Some(code) = by_code()
        && is_edited(row.text.key(), code, lexicon)
    {
        candidates.push((code, 5, Ground::CodeAndOrder));
    }
    candidates
}

/// Whether a code is what forms print for a criterion's: its end, as `a)` for `I.1.a`, or `2.1` for `II.1`. What tells two criteria of
/// one number apart, as in `1.1-2`, no form prints.
fn is_tail(code: &str, criterion: &Criterion) -> bool {
    let printed = printed_id(&criterion.id.0);
    let (code, id) = (code_key(code), code_key(printed));
    let is_whole = id == code && printed != criterion.id.0;
    is_whole || is_printed_for(&code, &id)
}

/// Whether a text of this key can be the edited text of this row: the form's own text stands in it whole, it is the
/// beginning of it, or it is alike, and more alike than to any other.
fn is_edited(key: &str, item: usize, lexicon: &Lexicon<'_>) -> bool {
    lexicon.is_whole_or_cut_off(item, key)
        || lexicon.likeness(item, key) >= LIKENESS
            && lexicon
                .most_alike(key)
                .is_some_and(|(nearest, _)| nearest == item)
}

/// The heaviest set of pairs in which rows and items both rise (a weighted longest common subsequence).
fn in_order(candidates: &[Vec<(usize, u32, Ground)>]) -> Vec<(usize, usize, Ground)> {
    if let Some(pairs) = all_in_order(candidates) {
        return pairs;
    }
    // Items that no row can be change nothing, and a sheet mostly has one group of many.
    let mut possible: Vec<usize> = candidates
        .iter()
        .flatten()
        .map(|(item, _, _)| *item)
        .collect();
    possible.sort_unstable();
    possible.dedup();
    let items = possible.len();
    let width = items + 1;
    let mut best = vec![0_u32; (candidates.len() + 1) * width];
    let at = |row: usize, item: usize| row * width + item;
    let weight = |row: usize, item: usize| -> Option<(u32, Ground)> {
        let pairs = candidates.get(row)?;
        let item = possible.get(item)?;
        pairs
            .iter()
            .find(|(one, _, _)| one == item)
            .map(|(_, weight, ground)| (*weight, *ground))
    };
    let value = |best: &[u32], row: usize, item: usize| {
        best.get(at(row, item)).copied().unwrap_or_default()
    };
    for row in (0..candidates.len()).rev() {
        guard::check();
        for item in (0..items).rev() {
            let skip = value(&best, row + 1, item).max(value(&best, row, item + 1));
            let pair =
                weight(row, item).map_or(0, |(weight, _)| weight + value(&best, row + 1, item + 1));
            set(&mut best, at(row, item), skip.max(pair));
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut item) = (0_usize, 0_usize);
    while row < candidates.len() && item < items {
        let here = value(&best, row, item);
        if let Some((weight, ground)) = weight(row, item)
            && here == weight + value(&best, row + 1, item + 1)
        {
            pairs.extend(possible.get(item).map(|item| (row, *item, ground)));
            row += 1;
            item += 1;
        } else if here == value(&best, row, item + 1) {
            item += 1;
        } else {
            row += 1;
        }
    }
    pairs
}

/// All pairs, where no row has a choice and they rise already, as in most forms.
fn all_in_order(candidates: &[Vec<(usize, u32, Ground)>]) -> Option<Vec<(usize, usize, Ground)>> {
    let mut pairs: Vec<(usize, usize, Ground)> = Vec::with_capacity(candidates.len());
    for (row, of_row) in candidates.iter().enumerate() {
        match of_row.as_slice() {
            [] => {}
            &[(item, _, ground)] if pairs.last().is_none_or(|(_, last, _)| *last < item) => {
                pairs.push((row, item, ground));
            }
            _ => return None,
        }
    }
    Some(pairs)
}

/// What a row is that does not stand in its place: moved if code and text agree, the text be it whole with more or only its
/// beginning, or if its text has no rival.
fn left_over(
    row: &RowLabels<'_>,
    candidates: &[(usize, u32, Ground)],
    used: &[bool],
    recall: &Recall<'_>,
) -> RowFate {
    let is_free = |item: usize| used.get(item) == Some(&false);
    if let Some((item, _, ground)) = candidates
        .iter()
        .find(|(item, _, ground)| is_free(*item) && *ground == Ground::CodeAndText)
    {
        return RowFate::As {
            item: *item,
            ground: *ground,
        };
    }
    if let Some((item, _, _)) = candidates
        .iter()
        .find(|(item, _, ground)| !is_free(*item) && *ground == Ground::CodeAndText)
    {
        return RowFate::Again(*item);
    }
    let lexicon = recall.lexicon;
    match row.by_code(recall) {
        // Groups in another order than the form's: all that is left of the text is that of the code.
        Some(item) if is_free(item) && lexicon.is_whole_or_cut_off(item, row.text.key()) => {
            RowFate::As {
                item,
                ground: Ground::CodeAndOrder,
            }
        }
        Some(by_code) => RowFate::Torn { by_code },
        // The code is no code of the scheme, so nothing contradicts the text but its place.
        None => match candidates.first() {
            Some((item, _, ground)) if is_free(*item) => RowFate::As {
                item: *item,
                ground: *ground,
            },
            Some((item, _, _)) => RowFate::Again(*item),
            None => RowFate::Unknown,
        },
    }
}
