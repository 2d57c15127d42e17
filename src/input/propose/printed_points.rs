//! Whether forms print what was reckoned, to the decimals that they print.
//!
//! In: points as they were reckoned, and a number of a form. Out: whether the one is printed as the other. Not for: reckoning.

use crate::base::points::Points;

/// The fewest decimals that sums are compared to, where not all forms print whole ones.
pub(super) const EXACT_DECIMALS: u32 = 2;

/// Decimals of what points come to by weights, which may be quotients.
pub(super) const MEANT_DECIMALS: u32 = 10;

/// Whether points are printed as a number: to its decimals, at least two of them.
pub(super) fn is_printed(points: Points, printed: Points) -> bool {
    is_shown(points, printed, EXACT_DECIMALS)
}

/// The same to at least so many decimals.
pub(super) fn is_shown(points: Points, printed: Points, least: u32) -> bool {
    // Quotients of weights come to what they mean first.
    let meant = points.rounded(MEANT_DECIMALS);
    meant.rounded(printed.0.normalize().scale().max(least)) == printed
}
