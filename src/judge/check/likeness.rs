//! Forms that are another unit's with a few cells changed.
//!
//! In: all submissions. Out: a finding for each of two units whose forms agree in nearly all cells that are a unit's own. Not for: forms
//! that say the same throughout (`across`).
//!
//! What many units write tells nothing: full marks, `Có`, a document of the province. So only numbers and texts count that a unit would
//! hardly share, and of those only the ones that few units of the campaign have in the same place.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::base::cell::Reading;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::points::{Decimal, Points};
use crate::base::rules::practice;
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::input::submission::{Figure, Submission};

/// Cells of their own in which two forms agree, at least.
const ENOUGH: usize = 20;

/// Of ten cells, so many have to agree: in all, and among the numbers, because texts may be the same in the blank form.
const OF_TEN: usize = 7;

/// Numbers that two forms have to have for the share of those that agree to say something.
const FEW_NUMBERS: usize = 5;

/// Units beyond which a value is nobody's own, at least and at most; between them a fifth of the units.
const HOLDERS: (usize, usize) = (3, 8);

/// The smallest figure that two units hardly share.
pub(super) const LARGE: u64 = 10;

/// The shortest text that two units hardly share, in characters.
const LONG: usize = 15;

/// A cell of a form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum FormSpot<'a> {
    Score(&'a str),
    Figure(&'a str),
    Evidence(&'a str),
    Explanation(&'a str),
}

impl FormSpot<'_> {
    fn is_number(self) -> bool {
        matches!(self, FormSpot::Score(_) | FormSpot::Figure(_))
    }
}

/// What a unit wrote into a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Writing {
    Number(Decimal),
    /// A text in the form of [`text::key`].
    Text(String),
}

/// What a unit wrote into its own form, by the cell.
type OwnWriting<'a> = BTreeMap<FormSpot<'a>, Writing>;

/// What units wrote into one cell, each by its position among them.
type OfSpot<'o> = Vec<(usize, &'o Writing)>;

/// In how many cells each two units, by their positions, say what few others do.
type SharedCells = BTreeMap<(usize, usize), usize>;

/// Cells that agree, of all that are one of the two units' own.
#[derive(Clone, Copy, Default)]
struct Agreement {
    agree: usize,
    of: usize,
}

impl Agreement {
    fn is_much(self) -> bool {
        self.agree * 10 >= self.of * OF_TEN
    }
}

/// Findings about forms that are nearly another unit's, one for each of the units.
pub fn check(scheme: &Scheme, submissions: &[Submission]) -> Vec<Finding> {
    let all = submissions.par_iter().map(|one| own(scheme, one));
    let mut own: Vec<OwnWriting<'_>> = all.collect();
    let limit = (submissions.len() / 5).clamp(HOLDERS.0, HOLDERS.1);
    let (mut shared, common) = side_by_side(&own, limit);
    own.par_iter_mut().zip(common).for_each(|(cells, common)| {
        cells.retain(|spot, _| !common.contains(spot));
    });
    shared.retain(|_, agree| *agree >= ENOUGH);
    let mut alike: BTreeMap<usize, Vec<(Agreement, usize)>> = BTreeMap::new();
    for (first, second) in shared.into_keys() {
        let (Some(one), Some(other)) = (own.get(first), own.get(second)) else {
            continue;
        };
        if let Some(agreement) = agreement(one, other)
            && submissions.get(first).map(|one| &one.unit)
                != submissions.get(second).map(|one| &one.unit)
        {
            alike.entry(first).or_default().push((agreement, second));
            alike.entry(second).or_default().push((agreement, first));
        }
    }
    let finding = |(index, others): (usize, Vec<(Agreement, usize)>)| {
        finding(submissions, submissions.get(index)?, &others)
    };
    alike.into_iter().filter_map(finding).collect()
}

/// In how many cells each two units say what few others say there, and the cells of each unit in which it says what many do.
fn side_by_side<'a>(
    own: &[OwnWriting<'a>],
    limit: usize,
) -> (SharedCells, Vec<BTreeSet<FormSpot<'a>>>) {
    let mut spots: FxHashMap<FormSpot<'a>, OfSpot<'_>> = FxHashMap::default();
    for (index, cells) in own.iter().enumerate() {
        for (spot, writing) in cells {
            spots.entry(*spot).or_default().push((index, writing));
        }
    }
    let alike: Vec<(FormSpot<'a>, Vec<Vec<usize>>)> = spots
        .into_par_iter()
        .map(|(spot, of_spot)| (spot, holders(of_spot)))
        .collect();
    let mut shared = SharedCells::new();
    let mut common = vec![BTreeSet::new(); own.len()];
    for (spot, lots) in alike {
        for lot in lots {
            if lot.len() > limit {
                for index in lot {
                    if let Some(common) = common.get_mut(index) {
                        common.insert(spot);
                    }
                }
                continue;
            }
            for (at, first) in lot.iter().enumerate() {
                for second in lot.iter().skip(at + 1) {
                    *shared.entry((*first, *second)).or_default() += 1;
                }
            }
        }
    }
    (shared, common)
}

/// The units that say the same in one cell, in their order, where two or more do.
fn holders(mut of_spot: OfSpot<'_>) -> Vec<Vec<usize>> {
    of_spot.sort_unstable_by(|(one, said), (other, also)| said.cmp(also).then(one.cmp(other)));
    let lots = of_spot.chunk_by(|(_, said), (_, also)| said == also);
    let positions = |lot: &[(usize, &Writing)]| lot.iter().map(|(index, _)| *index).collect();
    lots.filter(|lot| lot.len() > 1).map(positions).collect()
}

/// In how many cells two forms agree, where that is too much for chance.
fn agreement(one: &OwnWriting<'_>, other: &OwnWriting<'_>) -> Option<Agreement> {
    let (mut all, mut numbers) = (Agreement::default(), Agreement::default());
    let spots: BTreeSet<FormSpot<'_>> = one.keys().chain(other.keys()).copied().collect();
    for spot in spots {
        let agrees = usize::from(one.get(&spot) == other.get(&spot));
        all.of += 1;
        all.agree += agrees;
        if spot.is_number() {
            numbers.of += 1;
            numbers.agree += agrees;
        }
    }
    let is_alike =
        all.agree >= ENOUGH && all.is_much() && (numbers.of < FEW_NUMBERS || numbers.is_much());
    is_alike.then_some(all)
}

fn finding(
    submissions: &[Submission],
    submission: &Submission,
    others: &[(Agreement, usize)],
) -> Option<Finding> {
    let (nearest, _) = others.iter().max_by_key(|(one, _)| one.agree)?;
    let files = others
        .iter()
        .filter_map(|(_, index)| submissions.get(*index));
    let files = files.map(|other| other.file.clone()).collect();
    let place = Place {
        unit: Some(submission.unit.clone()),
        file: Some(submission.file.clone()),
        ..Place::default()
    };
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let found = Fact::OutOf(count(nearest.agree), count(nearest.of));
    let finding = Finding::new(&practice::ALIKE, place).found(found);
    Some(finding.expected(Fact::Names(files)))
}

/// What of a form a unit would hardly share with another by chance.
fn own<'a>(scheme: &Scheme, submission: &'a Submission) -> OwnWriting<'a> {
    let mut own = OwnWriting::new();
    let mut texts: BTreeSet<String> = BTreeSet::new();
    for (id, entry) in &submission.entries {
        let maximum = scheme.criterion(id);
        let maximum = maximum.and_then(|one| one.maximum_at(&submission.unit.level));
        if let Reading::Value(points) = entry.claimed.value
            && points != Points::ZERO
            && maximum.is_none_or(|most| points != most)
        {
            own.insert(FormSpot::Score(&id.0), Writing::Number(points.0));
        }
        let words = [
            (FormSpot::Evidence(&id.0), &entry.evidence),
            (FormSpot::Explanation(&id.0), &entry.explanation),
        ];
        for (spot, words) in words {
            let key = words.as_deref().map(text::key).unwrap_or_default();
            // The same text in several rows was thought of once.
            if key.chars().count() >= LONG && texts.insert(key.clone()) {
                own.insert(spot, Writing::Text(key));
            }
        }
    }
    for (id, found) in &submission.figures {
        if let Reading::Value(Figure::Number(number)) = &found.value
            && number.abs() >= Decimal::from(LARGE)
        {
            own.insert(FormSpot::Figure(&id.0), Writing::Number(*number));
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form<'a>(ids: &'a [String], from: usize, of: &str) -> OwnWriting<'a> {
        let cell = |(index, id): (usize, &'a String)| {
            let text = if index < from { "chung" } else { of };
            (
                FormSpot::Figure(id),
                Writing::Text(format!("{text} {index}")),
            )
        };
        ids.iter().enumerate().map(cell).collect()
    }

    #[test]
    fn seven_of_ten_cells_and_twenty_at_least() {
        let ids: Vec<String> = (0..40).map(|index| index.to_string()).collect();
        let agreed = |count: usize, same: usize| {
            let ids = ids.get(..count).unwrap_or_default();
            let found = agreement(&form(ids, same, "một"), &form(ids, same, "hai"));
            found.map(|one| (one.agree, one.of))
        };
        assert_eq!(agreed(40, 28), Some((28, 40)));
        assert_eq!(agreed(40, 27), None);
        assert_eq!(agreed(20, 20), Some((20, 20)));
        assert_eq!(agreed(19, 19), None);
    }

    #[test]
    fn the_same_texts_beside_other_numbers_are_those_of_the_blank_form() {
        let ids: Vec<String> = (0..60).map(|index| index.to_string()).collect();
        let agreed = |same: usize| {
            let mut forms =
                ["một", "hai"].map(|unit| form(ids.get(..10).unwrap_or_default(), same, unit));
            for form in &mut forms {
                let texts = ids.iter().map(|id| {
                    (
                        FormSpot::Evidence(id),
                        Writing::Text("kế hoạch, quyết định".to_string()),
                    )
                });
                form.extend(texts);
            }
            let [one, other] = forms;
            agreement(&one, &other).map(|one| (one.agree, one.of))
        };
        assert_eq!(agreed(0), None);
        assert_eq!(agreed(9), Some((69, 70)));
    }
}
