//! Numbers as a reader of a trace wants them.
//!
//! In: a number that was computed. Out: its text. Not for: numbers as somebody wrote them, which are shown as they are.

use crate::base::lang::Lang;
use crate::base::points::{Decimal, round_half_away};

/// The most decimals that anybody writes; a number with more comes from a division.
const WRITTEN: u32 = 6;

/// As many decimals as tell a reader on which side of a limit a number lies.
pub const TOLD: u32 = 4;

/// What a division leaves behind this decimal is noise.
const NOISE: u32 = 10;

/// A number as a reader wants it: as it is where somebody can have written it, else with so many decimals.
pub fn shown(value: Decimal, lang: Lang) -> String {
    let decimals = if is_told_whole(value) { WRITTEN } else { TOLD };
    lang.number(round_half_away(value, decimals))
}

/// Whether [`shown`] leaves nothing off.
pub fn is_told_whole(value: Decimal) -> bool {
    round_half_away(value, WRITTEN) == round_half_away(value, NOISE)
}
