//! Numbers as a reader of a trace wants them.
//!
//! In: a number that was computed. Out: its text. Not for: numbers as somebody wrote them, which are shown as they are.

use crate::base::lang::{Lang, Phrase, say};
use crate::base::points::{Decimal, Most, Points, round_half_away};

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

/// A maximum likewise, or that there is none.
pub fn most_shown(most: Most, lang: Lang) -> String {
    let limit = most.limit().map(|points| shown(points.0, lang));
    limit.unwrap_or_else(|| lang.most(most))
}

/// The same behind the word for a maximum, which stands before no words: `tối đa 40`, `không giới hạn`.
pub fn most_told(word: Phrase, most: Most, lang: Lang) -> String {
    let shown = most_shown(most, lang);
    if most.is_unlimited() {
        shown
    } else {
        format!("{} {shown}", word.get(lang))
    }
}

/// What lies between two ends, the upper of which may be open: `từ 12 đến 15`, `từ 12 trở lên`.
pub fn range_shown(lowest: Points, highest: Most, lang: Lang) -> String {
    let low = shown(lowest.0, lang);
    match highest.limit() {
        Some(highest) => {
            let high = shown(highest.0, lang);
            say!(lang, "từ {low} đến {high}", "from {low} to {high}")
        }
        None => say!(lang, "từ {low} trở lên", "{low} or more"),
    }
}

/// Whether [`shown`] leaves nothing off.
pub fn is_told_whole(value: Decimal) -> bool {
    round_half_away(value, WRITTEN) == round_half_away(value, NOISE)
}
