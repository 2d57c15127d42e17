//! Pure functions over submissions: scores, checks, places, statistics.

pub mod check;
pub mod rank;
pub mod score;
pub mod statistics;
