//! What no result of this program says.

/// A contradiction in the structure of a result that is read again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The same value stands in it twice.
    #[error("stands in it twice")]
    Twice,
    /// A level, group or criterion that the result does not have.
    #[error("there is no \"{0}\" in this result")]
    Unknown(String),
    /// A unit that stands on a level other than its own.
    #[error("stands on level \"{0}\"")]
    OtherLevel(String),
    /// No year of the calendar.
    #[error("{0} is no year from 1 to 9999")]
    Year(String),
    /// A count or a place that is not a whole number, or below the least one.
    #[error("{found} is no whole number from {least} up")]
    Count {
        /// The number.
        found: String,
        /// The least that there can be.
        least: u32,
    },
    /// More of something than a definition may have.
    #[error("{found} of them, more than {limit}")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
}
