//! Findings of one workbook, named one by one at first and then counted: a sheet can have the same fault in ten thousand rows.
//!
//! In: findings, in the order in which they are met. Out: those that are named, and for each kind that went on one more, which
//! says how often. A finding that leaves a score open is named whatever their number, if it is the first of its kind about this
//! score: nothing that is open is left out. Not for: findings about units and files as a whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::finding::{Fact, Finding, Place};
use crate::base::ids::CriterionId;
use crate::base::rules::Rule;

/// Findings of one kind in one workbook that are named.
pub const NAMED: usize = 100;

/// What there was so far.
#[derive(Debug, Default)]
pub struct Tally(BTreeMap<&'static str, RuleTally>);

/// The findings of one rule.
#[derive(Debug)]
struct RuleTally {
    rule: &'static Rule,
    named: usize,
    counted: u64,
    criteria: BTreeSet<CriterionId>,
}

impl Tally {
    fn kind(&mut self, rule: &'static Rule) -> &mut RuleTally {
        self.0.entry(rule.code).or_insert_with(|| RuleTally {
            rule,
            named: 0,
            counted: 0,
            criteria: BTreeSet::new(),
        })
    }

    /// The finding, where it is to be named; otherwise it is counted.
    pub fn take(&mut self, finding: Finding) -> Option<Finding> {
        let kind = self.kind(finding.rule);
        let known = kind.criteria.len();
        kind.criteria.extend(finding.criteria.iter().cloned());
        if kind.named >= NAMED && kind.criteria.len() == known {
            kind.counted += 1;
            return None;
        }
        kind.named += 1;
        Some(finding)
    }

    /// Counts a finding of this rule that leaves no score open, if no more of it are to be named, so that it need not be put
    /// together.
    pub fn is_only_counted(&mut self, rule: &'static Rule) -> bool {
        let kind = self.kind(rule);
        let is_full = kind.named >= NAMED;
        kind.counted += u64::from(is_full);
        is_full
    }

    /// Counts findings of a rule that are named nowhere.
    pub fn count(&mut self, rule: &'static Rule, further: u64) {
        if further > 0 {
            self.kind(rule).counted += further;
        }
    }

    /// One finding for each rule of which some were only counted.
    pub fn closing(self) -> impl Iterator<Item = Finding> {
        let kinds = self.0.into_values().filter(|kind| kind.counted > 0);
        kinds.map(|kind| Finding::new(kind.rule, Place::default()).found(Fact::More(kind.counted)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::rules::{row_labels, values};

    fn finding(criterion: &str) -> Finding {
        let finding = Finding::new(&values::SCORE_UNREADABLE, Place::default());
        finding.on(&CriterionId::from(criterion))
    }

    #[test]
    fn a_hundred_are_named_and_all_are_counted() {
        let mut tally = Tally::default();
        let row = || Finding::new(&row_labels::ROW_UNKNOWN, Place::default());
        let named = (0..250).filter_map(|_| tally.take(row())).count();
        assert_eq!(named, NAMED);
        assert!(tally.is_only_counted(&row_labels::ROW_UNKNOWN));
        assert!(!tally.is_only_counted(&row_labels::CODE_DIFFERS));
        let closing: Vec<Finding> = tally.closing().collect();
        assert_eq!(closing, [row().found(Fact::More(151))]);
    }

    #[test]
    fn what_leaves_another_score_open_is_always_named() {
        let mut tally = Tally::default();
        for _ in 0..NAMED {
            assert!(tally.take(finding("1.1")).is_some());
        }
        assert!(tally.take(finding("1.1")).is_none());
        assert!(tally.take(finding("1.2")).is_some());
        assert!(tally.take(finding("1.2")).is_none());
        let more = tally.closing().next().and_then(|finding| finding.found);
        assert_eq!(more, Some(Fact::More(2)));
    }
}
