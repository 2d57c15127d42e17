//! Counts what is copied out of a file, and stops where the limits are reached.
//!
//! In: [`ReadLimits`]. Out: nothing, or [`ReadFault::TooLarge`]. Not for: bytes of the file, which `package` counts.

use crate::read::fault::{Bound, ReadFault};
use crate::read::limits::ReadLimits;
use crate::read::package::within;

/// What has been copied out of one file so far.
#[derive(Debug)]
pub(super) struct Budget {
    limits: ReadLimits,
    cells: u64,
    text_bytes: u64,
}

impl Budget {
    /// Nothing copied yet.
    pub(super) fn new(limits: &ReadLimits) -> Self {
        Budget {
            limits: limits.clone(),
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
    /// [`ReadFault::TooLarge`].
    pub(super) fn cell(&mut self) -> Result<(), ReadFault> {
        self.cells += 1;
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
