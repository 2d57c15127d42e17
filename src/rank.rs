//! Places and grades within a level.
//!
//! In: exact totals with bounds, and the scheme's grades. Out: places (equal totals share one: 1, 2, 2, 4), best and worst
//! possible places, grades. Not for: rounding, which never comes before ranking.

use serde::{Deserialize, Serialize};

use crate::points::Points;

/// A unit's place within its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    /// The place, from 1; equal totals share it.
    pub place: u32,
    /// The best place the unit can get while findings are open.
    pub best: u32,
    /// The worst place the unit can get while findings are open.
    pub worst: u32,
}

/// A unit's grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grading {
    /// The grade. `None` while the open criteria leave more than one possible.
    pub grade: Option<String>,
    /// The grade at the lowest total that open findings leave possible.
    pub worst: String,
    /// The grade at the highest total that open findings leave possible.
    pub best: String,
    /// The next better grade and the points missing to its limit. `None` at the top.
    pub next: Option<(String, Points)>,
}
