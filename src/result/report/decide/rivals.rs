//! Rows about one thing: those that contradict each other, and those that say it again.
//!
//! In: decisions, each weighed for itself, in the order of their rows. Out: what becomes of them beside each other. Not for: what a row
//! says, which its topic knows.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::base::lang::Lang;
use crate::campaign::decisions::{Decision, QuestionId};
use crate::result::report::decide::Case;
use crate::result::report::decide::outcome::RowOutcome;

/// Rows that say otherwise than another, each with the first that it contradicts.
#[derive(Default)]
pub(super) struct Rivals(BTreeMap<usize, usize>);

impl Rivals {
    /// Notes those that say different things of one topic. `said` has the place of each row in the list.
    pub(super) fn note<K: Ord, T: PartialEq>(&mut self, said: impl Iterator<Item = (usize, K, T)>) {
        let mut topics: BTreeMap<K, Vec<(usize, T)>> = BTreeMap::new();
        for (index, topic, verdict) in said {
            topics.entry(topic).or_default().push((index, verdict));
        }
        for rows in topics.values() {
            for (index, verdict) in rows {
                let other = rows.iter().find(|(_, other)| other != verdict);
                if let Some((other, _)) = other {
                    self.0.entry(*index).or_insert(*other);
                }
            }
        }
    }

    /// None of them holds, and each names the other.
    pub(super) fn settle(
        self,
        cases: &mut [Case<'_>],
        verdict: impl Fn(&Case<'_>, Lang) -> String,
    ) {
        let outcome = |other: usize| {
            let other = cases.get(other)?;
            Some(RowOutcome::Contradicts {
                origin: other.decision.origin.to_string(),
                verdict: (verdict(other, Lang::Vi), verdict(other, Lang::En)),
            })
        };
        let against = self.0.into_iter();
        let against: Vec<_> = against
            .filter_map(|(one, other)| Some((one, outcome(other)?)))
            .collect();
        for (one, outcome) in against {
            if let Some(case) = cases.get_mut(one) {
                case.outcome = outcome;
            }
        }
    }
}

/// Of rows that decide one thing alike, the first holds and the others are not needed. What rests on what has changed needs no second
/// look either where another row has decided it anew.
pub(super) fn repeat<K: Eq + Hash>(cases: &mut [Case<'_>], topic: impl Fn(&Decision) -> Option<K>) {
    let mut first: HashMap<K, String> = HashMap::new();
    let mut anew: HashMap<QuestionId, String> = HashMap::new();
    for case in &mut *cases {
        let (RowOutcome::Holds(_), Some(topic)) = (&case.outcome, topic(&case.decision)) else {
            continue;
        };
        let origin = case.decision.origin.to_string();
        if let Some(id) = &case.decision.question {
            anew.entry(id.clone()).or_insert(origin.clone());
        }
        match first.get(&topic) {
            Some(earlier) => case.outcome = RowOutcome::repeated(earlier),
            None => {
                first.insert(topic, origin);
            }
        }
    }
    for case in cases {
        let id = case.decision.question.as_ref();
        let origin = id.and_then(|id| anew.get(id));
        if let (RowOutcome::Stale { .. }, Some(origin)) = (&case.outcome, origin) {
            case.outcome = RowOutcome::repeated(origin);
        }
    }
}
