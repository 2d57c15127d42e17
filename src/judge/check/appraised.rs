//! An appraised score that stands in a return and counts: whether something else would count without it, and who may have written it.
//!
//! In: the row of a criterion. Out: a finding at the appraised cell. Who wrote a number into a workbook cannot be seen; what speaks for the
//! unit is its explanation beside it, and a document that nobody has saved since the deadline. Not for: scores that nobody may have.

use crate::base::finding::{About, Fact, Finding};
use crate::base::points::{Most, Points};
use crate::base::rules::evidence as rules;
use crate::campaign::scheme::Criterion;
use crate::input::submission::Entry;
use crate::judge::check::{Checked, points};
use crate::judge::score::{CriterionScore, unappraised};

/// The finding about the appraised score of a criterion, where it counts in place of something else.
pub fn check(checked: Checked<'_>, criterion: &Criterion, entry: &Entry) -> Option<Finding> {
    let found = entry.appraised.as_ref()?;
    let appraised = points(found)?;
    let score = checked.score.criteria.get(&criterion.id)?;
    let maximum = criterion.maximum_at(checked.level())?;
    if !score.appraised_counts || score.weight.is_zero() {
        return None;
    }
    let basis = score.basis.as_ref();
    let other = unappraised(Some(entry), (criterion, maximum), basis, score.computed);
    let is_by_unit = entry.explanation.is_some() || checked.saved_in_time;
    let is_of_claim = basis.is_none();
    let rule = match other {
        Some(other) if other == appraised => return None,
        // What is wrong with the claim is a finding already.
        None if is_of_claim => return None,
        None if !is_by_unit => return None,
        Some(_) if is_of_claim && !is_by_unit => &rules::APPRAISED_WITHOUT_REASON,
        _ => &rules::APPRAISED_BY_UNIT,
    };
    let place = checked.place(&found.origin);
    let finding = Finding::new(rule, place).about(About::Row(criterion.label()));
    if rule == &rules::APPRAISED_WITHOUT_REASON {
        return Some(finding.found(points(&entry.claimed)?).expected(appraised));
    }
    let finding = finding.on(&criterion.id).found(appraised);
    let (finding, least, most) = if let Some(other) = other {
        (finding.expected(other), other, other.into())
    } else {
        let nothing = Fact::Said("chưa có điểm nào".to_string(), "nothing".to_string());
        (finding.expected(nothing), criterion.minimum(), maximum)
    };
    let (lowest, highest) = bounds(score, appraised, (least, most));
    Some(finding.open_effect(score.counted, lowest, highest))
}

/// The fewest and the most points in the total that may be left when it is decided who wrote the score.
fn bounds(score: &CriterionScore, appraised: Points, other: (Points, Most)) -> (Points, Most) {
    let (least, most) = other;
    let most = most.max(appraised.into());
    (
        score.worth(least.min(appraised)),
        most.map(|points| score.worth(points)),
    )
}
