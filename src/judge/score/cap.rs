//! Criteria of which no more than a maximum counts together: each brings what is left of it, so that sums of them are plain ones.
//!
//! In: the criteria below a cap, in points of the total, and the cap in such points. Out: the same, with sums that are no more than
//! the cap; of each the points that it would have. Not for: where caps are.

use indexmap::IndexMap;

use crate::base::ids::CriterionId;
use crate::base::points::{Most, Points};
use crate::judge::score::CriterionScore;

/// Points as they were, and what is left of them, of one criterion.
struct Share {
    id: CriterionId,
    counted: Option<Points>,
    lowest: Points,
    highest: Most,
}

impl Share {
    /// Penalties fill first, so that they weigh in full; what is open fills last, so that what counts now does not hang on it.
    fn order(&self) -> (bool, bool, bool) {
        let is_penalty = self.highest < Points::ZERO;
        (
            self.counted.is_none(),
            self.lowest != self.highest,
            !is_penalty,
        )
    }
}

/// Cuts the criteria below a cap, those that come first keeping theirs: the sums of what counts, of the fewest and of the most points
/// are each no more than the cap.
pub(super) fn cut(
    below: impl Iterator<Item = CriterionId>,
    cap: Points,
    scores: &mut IndexMap<CriterionId, CriterionScore>,
) {
    let shares = below.filter_map(|id| {
        let score = scores.get(&id).filter(|score| !score.exempt)?;
        Some(Share {
            id,
            counted: score.counted,
            lowest: score.lowest,
            highest: score.highest,
        })
    });
    let mut shares: Vec<Share> = shares.collect();
    shares.sort_by_key(Share::order);
    let capped = |of: &dyn Fn(&Share) -> Points| shares.iter().map(of).sum::<Points>().min(cap);
    let highest: Most = shares.iter().map(|one| one.highest).sum();
    let counts = |of: fn(&Share) -> Points| {
        capped(&move |one| one.counted.map_or(Points::ZERO, |_| of(one)))
    };
    // What is not open is together in front, so the fewest points of it are no more than the cap as well.
    let mut room = highest.at_most(cap) - capped(&|one| one.lowest);
    let mut of_counted = counts(|one| one.counted.unwrap_or_default()) - counts(|one| one.lowest);
    let (mut sum, mut filled) = (Points::ZERO, Points::ZERO);
    for one in &shares {
        sum = sum + one.lowest;
        let lowest = sum.min(cap) - filled;
        filled = sum.min(cap);
        let take = |left: &mut Points, most: Most| {
            let more = most.at_most(*left);
            *left = *left - more;
            lowest + more
        };
        let highest = take(&mut room, one.highest - one.lowest);
        let counted = one
            .counted
            .map(|points| take(&mut of_counted, (points - one.lowest).into()));
        let Some(score) = scores.get_mut(&one.id) else {
            continue;
        };
        (score.lowest, score.highest) = (lowest, highest.into());
        if counted != score.counted {
            score.own = score.own().or(score.counted);
            (score.counted, score.cut) = (counted, true);
        }
    }
}
