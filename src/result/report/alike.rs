//! What nearly all units do alike is said once for the campaign.
//!
//! In: the findings about the forms that count. Out: the same, but one for those that most forms share; how many they are stands
//! in it. Only what opens no score and changes no total is put together. Not for: what one unit has to mend.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::finding::{Fact, Finding, Place};
use crate::base::rules::Bearing;

/// The fewest forms that make a habit of it.
const FEWEST: usize = 3;

/// The findings of the forms that count, so many in all, with those put together that at least four of five forms share.
pub(super) fn joined(mut findings: Vec<Finding>, all: usize) -> Vec<Finding> {
    let mut files: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
    for finding in &findings {
        if let (Some(key), Some(file)) = (key(finding), &finding.place.file) {
            files.entry(key).or_default().insert(file.clone());
        }
    }
    files.retain(|_, files| files.len() >= FEWEST && files.len() * 5 >= all * 4);
    let mut kept: BTreeMap<Key, Finding> = BTreeMap::new();
    findings.retain(|finding| {
        let Some(key) = key(finding) else {
            return true;
        };
        let Some(files) = files.get(&key) else {
            return true;
        };
        let of_campaign = Finding {
            place: Place {
                unit: None,
                ..finding.place.clone()
            },
            forms: Some((files.len(), all)),
            ..finding.clone()
        };
        let is_first = |other: &Finding| of_campaign.place < other.place;
        if kept.get(&key).is_none_or(is_first) {
            kept.insert(key, of_campaign);
        }
        false
    });
    findings.extend(kept.into_values());
    findings
}

/// The code of a rule, and what is the same in all such findings.
type Key = (&'static str, String);

/// What findings have in common that are alike; `None` for those that are each for itself.
fn key(finding: &Finding) -> Option<Key> {
    let is_alone = !finding.criteria.is_empty() || finding.effect.is_some();
    if is_alone || finding.rule.bearing != Bearing::Shared {
        return None;
    }
    // The numbers of a column are each unit's own; its heading is the campaign's.
    let told = match (&finding.found, &finding.expected) {
        // What a unit wrote in a cell alone is its own, though others wrote the same elsewhere.
        (Some(Fact::More(_) | Fact::Number(_)), _) => return None,
        (Some(Fact::NumberIn(_, column)), _) => column.clone(),
        (found, expected) => format!("{found:?} {expected:?}"),
    };
    Some((finding.rule.code, told))
}
