//! The arithmetic of the scheme's rules.
//!
//! Points are whole hundredths throughout, so that nothing is rounded but where a rule rounds.

/// `maximum * part / whole`, in hundredths of a point, rounded half away from zero.
pub fn ratio(maximum: i64, part: i64, whole: i64) -> i64 {
    (200 * maximum * part + whole).div_euclid(2 * whole)
}

/// The share in hundredths of a percent, rounded half away from zero.
pub fn percent(part: i64, whole: i64) -> i64 {
    ratio(100, part, whole)
}

/// The part whose ratio to `whole` gives exactly these hundredths of a point, if there is one.
pub fn part_for(hundredths: i64, maximum: i64, whole: i64) -> Option<i64> {
    let near = hundredths * whole / (100 * maximum);
    (near.max(0)..=(near + 1).min(whole)).find(|&part| ratio(maximum, part, whole) == hundredths)
}
