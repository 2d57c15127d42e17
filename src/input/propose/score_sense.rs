//! Whether the scores of unknown forms are points, or shares of the maximum.
//!
//! In: what was found of forms. Out: what the scores say where that is no points, and how many forms say so. Not for: reading them.

use crate::base::points::{Decimal, Points};
use crate::input::propose::columns::CLEAR_MAXIMUM;
use crate::input::propose::draft::Draft;
use crate::input::propose::forms::are_nearly_all;
use crate::input::propose::items::{Ceiling, ProposedItem};
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::FormRowKind;

/// Scores that must be there before all of them can be called shares.
const ENOUGH: usize = 5;

/// What scores are where they are no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoundShares {
    /// The value of `scores_as`.
    pub(super) key: &'static str,
    /// The forms that say so.
    pub(super) agree: usize,
    /// The forms with scores.
    pub(super) of: usize,
}

/// Scores of one form with their maxima.
type FormScores = Vec<(Points, Points)>;

/// Finds out what scores are; `None` where they are points.
pub(super) fn found(draft: &Draft<'_>) -> Option<FoundShares> {
    if let Some(indices) = draft.indices {
        return indices.is_share.then_some(FoundShares {
            key: "share",
            agree: indices.agree,
            of: indices.of,
        });
    }
    let forms = (0..draft.forms.count()).map(|place| scores(draft, place));
    let forms: Vec<FormScores> = forms.filter(|scores| !scores.is_empty()).collect();
    let all = || forms.iter().flatten();
    let count = all().count();
    let most_are = |is: &dyn Fn(&(Points, Points)) -> bool| {
        count >= ENOUGH && all().filter(|one| is(one)).count() * 2 >= count
    };
    let up_to = |most: Decimal| {
        let is_within = |(score, _): &(Points, Points)| (Decimal::ZERO..=most).contains(&score.0);
        let agree = forms.iter().filter(|one| one.iter().all(is_within)).count();
        are_nearly_all(agree, forms.len()).then_some(agree)
    };
    let is_broken = |(score, _): &(Points, Points)| !score.0.is_integer();
    let share = up_to(Decimal::ONE)
        .filter(|_| most_are(&|(score, _)| *score > Points::ZERO) && all().any(is_broken));
    let percent =
        up_to(Decimal::ONE_HUNDRED).filter(|_| most_are(&|(score, maximum)| score > maximum));
    let (key, agree) = share
        .map(|agree| ("share", agree))
        .or(percent.map(|agree| ("percent", agree)))?;
    Some(FoundShares {
        key,
        agree,
        of: forms.len(),
    })
}

/// The scores of a form where they may be unusual: of criteria inside the total that add up no others and have no options. The highest
/// score that was seen is no maximum to be a share of.
fn scores(draft: &Draft<'_>, place: usize) -> FormScores {
    let outside = draft.items.iter().filter(|one| one.is_outside);
    let outside: Vec<&str> = outside.map(|one| one.id.as_str()).collect();
    let is_inside = |item: &ProposedItem| {
        let group = item.id.split('.').next().unwrap_or_default();
        !outside.contains(&group) && item.minimum >= Points::ZERO && !item.is_unlimited()
    };
    let leaves = draft.items.iter().filter(|one| {
        let is_leaf = one.kind == FormRowKind::Leaf(Vec::new());
        !one.is_group && is_leaf && is_inside(one) && one.ceiling != Ceiling::Seen
    });
    let score = |item: &ProposedItem| {
        let maximum = item.first_limit();
        let number = |row| {
            draft
                .roles
                .number(draft.forms, ColumnUse::Claimed, row, place)
        };
        let is_clear = maximum.0 >= Decimal::from(CLEAR_MAXIMUM);
        Some((number(item.row?)?, maximum)).filter(|_| is_clear)
    };
    leaves.filter_map(score).collect()
}
