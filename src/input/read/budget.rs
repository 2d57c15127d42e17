//! Counts what is copied out of a file and how long it takes, and stops where the limits are reached.
//!
//! In: [`ReadLimits`]. Out: nothing, or [`ReadFault::TooLarge`]. Not for: bytes of the file, which `package` counts.

use crate::base::clock::Stopwatch;
use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::within;

/// What has been copied out of one file so far.
#[derive(Debug)]
pub(super) struct Budget {
    limits: ReadLimits,
    started: Stopwatch,
    cells: u64,
    text_bytes: u64,
}

/// The clock is looked at once for so many cells.
const CELLS_PER_LOOK: u64 = 1024;

impl Budget {
    /// Nothing copied yet.
    pub(super) fn new(limits: &ReadLimits) -> Self {
        Budget {
            limits: limits.clone(),
            started: Stopwatch::start(),
            cells: 0,
            text_bytes: 0,
        }
    }

    /// The limits.
    pub(super) fn limits(&self) -> &ReadLimits {
        &self.limits
    }

    /// Counts one more cell.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`], [`ReadFault::TimedOut`].
    pub(super) fn cell(&mut self) -> Result<(), ReadFault> {
        self.cells += 1;
        let limit = self.limits.time;
        if self.cells.is_multiple_of(CELLS_PER_LOOK) && self.started.elapsed() > limit {
            let seconds = limit.as_secs();
            return Err(ReadFault::TimedOut { seconds });
        }
        within(Bound::Cells, self.cells, self.limits.cells)
    }

    /// Counts a text of this many bytes, before it is copied.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`].
    pub(super) fn text(&mut self, bytes: usize) -> Result<(), ReadFault> {
        self.text_bytes += bytes as u64;
        within(Bound::TextBytes, self.text_bytes, self.limits.text_bytes)
    }
}
