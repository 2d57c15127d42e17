//! In place of `progress` where there is no terminal: nothing is drawn.

use crate::app::cli::Context;
use crate::app::pipeline::Watch;

/// Known by the name of what it stands for.
pub(super) use self::NoProgress as Progress;

/// Nothing.
pub(super) struct NoProgress;

impl NoProgress {
    pub(super) fn new(_: &Context<'_>) -> NoProgress {
        NoProgress
    }

    /// Nothing is said.
    pub(super) fn writing(&self) {}
}

impl Watch for NoProgress {
    fn reading(&self, _: usize) {}

    fn read(&self) {}
}
