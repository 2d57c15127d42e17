//! What is asked of a group or a criterion, whatever the forms say of it.
//!
//! In: an item. Out: its limits, and how many rows it has. Not for: finding items.

use crate::base::points::{Most, Points};
use crate::input::propose::items::ProposedItem;
use crate::input::propose::row_kinds::FormRowKind;

impl ProposedItem {
    /// Whether its minimum is the lowest score of the forms, which print nothing of it.
    pub(super) fn is_minimum_seen(&self) -> bool {
        let is_printed = |one: &Option<Points>| one.is_some_and(|points| points != Points::ZERO);
        self.minimum < Points::ZERO && !self.printed.iter().any(is_printed)
    }

    /// Whether it has points of its own.
    pub(super) fn is_leaf(&self) -> bool {
        !self.is_group && self.kind != FormRowKind::Sum
    }

    /// How many rows say its points: its own, or those of its options.
    pub(super) fn rows(&self) -> usize {
        match &self.kind {
            FormRowKind::Leaf(options) => options.len().max(1),
            _ => 1,
        }
    }

    /// Whether it has no limit on some level.
    pub(super) fn is_unlimited(&self) -> bool {
        self.maxima.contains(&Some(Most::Unlimited))
    }

    /// Takes the maximum that the words of its row say, where the forms print none.
    pub(super) fn say_most(&mut self, most: Option<Points>) {
        if self.printed.iter().all(Option::is_none) {
            self.printed.fill(most);
        }
    }

    /// The first number that the forms print as its maximum.
    pub(super) fn first_printed(&self) -> Option<Points> {
        self.printed.iter().flatten().copied().next()
    }

    /// The first of its maxima that is a number.
    pub(super) fn first_limit(&self) -> Points {
        let limits = self.maxima.iter().flatten();
        let mut limits = limits.filter_map(|most| most.limit());
        limits.next().unwrap_or_default()
    }
}
