//! Claims that can count.
//!
//! In: the row of a criterion. Out: the points that it claims, or why they cannot count. Not for: what counts in their place.

use crate::base::cell::Reading;
use crate::base::number::Step;
use crate::base::points::{Most, Points};
use crate::campaign::scheme::Criterion;
use crate::input::submission::Entry;

/// Why a criterion has no claim that can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Its row was not found.
    Missing,
    /// Its score is blank.
    Blank,
    /// Its score was not understood, which a finding says already.
    Unreadable,
    /// It is above the maximum.
    Above(Points),
    /// It is below the minimum.
    Below(Points),
    /// The form states another maximum, so the claim is on another scale.
    OtherMaximum(Most),
}

/// The points that an entry claims, where they can count.
///
/// # Errors
/// [`Open`] says why they cannot.
pub fn claim(entry: Option<&Entry>, criterion: &Criterion, maximum: Most) -> Result<Points, Open> {
    let entry = entry.ok_or(Open::Missing)?;
    let out_of = entry.claimed.steps.iter().find_map(|step| match step {
        Step::OutOf(whole) => Some(Most::Points(Points(*whole))),
        _ => None,
    });
    let points = match entry.claimed.value {
        Reading::Empty if criterion.blank_is_zero => Points::ZERO,
        Reading::Empty => return Err(Open::Blank),
        Reading::Unreadable => return Err(Open::Unreadable),
        Reading::Value(points) => points,
    };
    let is_penalty = criterion.minimum() < Points::ZERO;
    // A penalty's maximum is 0 in the scheme; forms state its size instead.
    let on_scale = |stated: &Most| {
        let is_size = |stated: Points| stated.abs() == criterion.minimum().abs();
        // Points without a limit are the same points: those that are too many are above the maximum.
        *stated == maximum
            || stated.is_unlimited()
            || is_penalty && stated.limit().is_some_and(is_size)
    };
    match entry
        .stated_maximum()
        .into_iter()
        .chain(out_of)
        .find(|stated| !on_scale(stated))
    {
        Some(other) => Err(Open::OtherMaximum(other)),
        None if points > maximum => Err(Open::Above(points)),
        None if points < criterion.minimum() => Err(Open::Below(points)),
        None => Ok(points),
    }
}
