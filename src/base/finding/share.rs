//! How a finding says points that its cell has as a share of the maximum.
//!
//! In: a finding. Out: what was found, in words. Not for: how shares are read.

use crate::base::finding::Finding;
use crate::base::lang::Lang;

impl Finding {
    /// With the share that stands in the cell, where that is one.
    #[must_use]
    pub fn as_share(mut self, share: Option<String>) -> Self {
        self.share = share;
        self
    }

    /// What was found, as people read it: of points that were a share both. Empty where nothing is told.
    pub fn found_shown(&self, lang: Lang) -> String {
        let found = self.found.as_ref().map(|fact| fact.show(lang));
        let found = found.unwrap_or_default();
        match &self.share {
            Some(share) => lang.of_share(share, &found),
            None => found,
        }
    }
}
