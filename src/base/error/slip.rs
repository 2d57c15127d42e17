//! What people write in a definition by the habits of Excel, of Word and of the office, and what to write instead.

use std::fmt;

/// A habit that no definition takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// `0,5`.
    DecimalComma,
    /// `1.000` for a thousand.
    Thousands,
    /// `1.000.000`.
    Grouped,
    /// `50%`.
    Percent,
    /// The same where a percentage may stand, as a text.
    BarePercent,
    /// `“Tốt”`.
    Quotes,
    /// `31/01/2025`.
    Day,
    /// `"C:\phieu"`.
    Backslash,
    /// `year: 2025`.
    Colon,
    /// `có`, `True`.
    Truth,
    /// `[criterion]` for one of several.
    Brackets,
    /// A text in the letters of an old font, stored as if they were Unicode.
    OldFont,
}

/// Such a habit at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HabitSlip {
    /// Which.
    pub habit: Habit,
    /// What is written, all of it visible.
    pub written: String,
    /// What to write instead.
    pub instead: String,
}

impl HabitSlip {
    /// What a number with a point is to those who mean the point: `1` for `1.000`.
    pub fn plain(&self) -> &str {
        self.written.trim_end_matches('0').trim_end_matches('.')
    }
}

impl fmt::Display for HabitSlip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let HabitSlip {
            habit,
            written,
            instead,
        } = self;
        let wanted = match habit {
            Habit::DecimalComma => "decimals stand behind a point",
            Habit::Thousands => {
                let plain = self.plain();
                return write!(
                    f,
                    "{written} may be {instead} or {plain}: write the one that is meant, without a point"
                );
            }
            Habit::Grouped => "thousands are not parted",
            Habit::Percent => "a number stands without %",
            Habit::BarePercent => "a percentage stands in quotation marks",
            Habit::Quotes => "quotation marks are straight",
            Habit::Day => "a day is year-month-day, without quotation marks",
            Habit::Backslash => "\\ in quotation marks begins a sign, so that a path takes /",
            Habit::Colon => "= stands between a key and its value",
            Habit::Truth => "yes and no are true and false",
            Habit::Brackets => "each of several begins with two brackets",
            Habit::OldFont => "these are letters of an old font; Unicode is needed",
        };
        write!(f, "{wanted}: {instead}, not {written}")
    }
}
