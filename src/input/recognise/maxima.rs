//! Forms with a column of maxima for each level: the unit takes that of its own.
//!
//! In: what the rows of a form state, and the level of its unit. Out: the maxima of the unit's column alone. Not for: whether they are the
//! scheme's.

use std::sync::Arc;

use crate::base::ids::LevelId;
use crate::base::text;
use crate::campaign::scheme::{Level, Scheme};
use crate::input::recognise::merge::Extract;

/// Leaves of each row the maximum under the heading that names the unit's level; where none does, of the column all of whose numbers are
/// that level's. Where that is none either, the first column stays.
pub fn settle(extract: &mut Extract, scheme: &Scheme, level: &LevelId) {
    let mut headings: Vec<Arc<str>> = Vec::new();
    for stated in extract.entries.values().flat_map(|entry| &entry.maxima) {
        if let Some(heading) = stated
            .heading
            .as_ref()
            .filter(|one| !headings.contains(one))
        {
            headings.push(heading.clone());
        }
    }
    if headings.is_empty() {
        return;
    }
    let is_named = |heading: &&Arc<str>| {
        let mut named = scheme.levels.iter().filter(|one| names(heading, one));
        named.next().is_some_and(|one| one.id == *level) && named.next().is_none()
    };
    let fits = |heading: &&Arc<str>| {
        let mut compared = 0;
        for (id, entry) in &extract.entries {
            let mut stated = entry.maxima.iter();
            let stated = stated.find(|one| one.heading.as_ref() == Some(*heading));
            let (Some(stated), Some(criterion)) = (stated, scheme.criterion(id)) else {
                continue;
            };
            if criterion.maximum_at(level) != Some(stated.most) {
                return false;
            }
            compared += 1;
        }
        compared > 0
    };
    let own = headings
        .iter()
        .find(is_named)
        .or_else(|| headings.iter().find(fits));
    let Some(own) = own.or(headings.first()).cloned() else {
        return;
    };
    for entry in extract.entries.values_mut() {
        let is_own = |heading: &Option<Arc<str>>| heading.as_ref().is_none_or(|one| *one == own);
        entry.maxima.retain(|stated| is_own(&stated.heading));
    }
}

/// Whether a heading names a level, or its units: `Điểm tối đa (sở, ban, ngành)`.
fn names(heading: &str, level: &Level) -> bool {
    let heading = text::bare_key(heading);
    let all = [level.name.as_str(), level.units.as_str()];
    let mut keys = all.into_iter().map(text::bare_key);
    keys.any(|key| !key.is_empty() && heading.contains(&key))
}
