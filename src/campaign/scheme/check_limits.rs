//! What must hold where something has no limit: nothing above it states one that it could pass, and nothing is computed from it.
//!
//! In: a scheme. Out: every problem of maxima without a limit, with the path to it in the file. Not for: maxima that are numbers.

use crate::base::error::{NeedsLimit, Problem};
use crate::base::ids::LevelId;
use crate::base::points::Most;
use crate::campaign::definition::{PathStep, Problems, at};
use crate::campaign::scheme::{CombinedAt, Criterion, GROUP_RULE, Group, PerLevel, Scheme};

/// Every problem of what has no limit.
pub(super) fn check(scheme: &Scheme, problems: &mut Problems) {
    for (index, group) in scheme.groups.iter().enumerate() {
        let why = if group.cap.is_set() {
            NeedsLimit::Cap
        } else {
            NeedsLimit::Total
        };
        let is_bounded = group.cap.is_set() || !group.outside_total;
        if let Some(path) = place(scheme, ("group", index), &group.maximum).filter(|_| is_bounded) {
            problems.push((path, unlimited(&group.id.0, why)));
        }
    }
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        let Some(path) = place(scheme, ("criterion", index), &criterion.maximum) else {
            continue;
        };
        let why = if criterion.cap.is_set() {
            Some(NeedsLimit::Cap)
        } else {
            let mut levels = scheme.levels.iter().map(|level| &level.id);
            levels.find_map(|level| above(scheme, criterion, level))
        };
        problems.extend(why.map(|why| (path, unlimited(&criterion.id.0, why))));
    }
}

/// Whether a group has no limit on some level.
pub(super) fn is_unlimited(scheme: &Scheme, group: &Group) -> bool {
    let mut levels = scheme.levels.iter();
    levels.any(|level| group.maximum_at(&level.id).is_unlimited())
}

fn unlimited(id: &str, why: NeedsLimit) -> Problem {
    let id = id.to_string();
    Problem::Unlimited { id, why }
}

/// Where it is written that there is no limit; `None` where there is one on every level.
fn place(
    scheme: &Scheme,
    (list, index): (&str, usize),
    maximum: &PerLevel,
) -> Option<Vec<PathStep>> {
    let mut path = at![list, index, "maximum"];
    match maximum {
        PerLevel::All(most) => most.is_unlimited().then_some(path),
        PerLevel::Each(all) => {
            let mut all = all.iter();
            let is_here =
                |(id, most): &(&LevelId, &Most)| most.is_unlimited() && scheme.level(id).is_some();
            let (level, _) = all.find(is_here)?;
            path.push(PathStep::Key(level.0.to_string()));
            Some(path)
        }
    }
}

/// What above a criterion keeps it from having no limit on a level: up to where no more than a maximum counts, each adds up and has
/// no limit either.
fn above(scheme: &Scheme, criterion: &Criterion, level: &LevelId) -> Option<NeedsLimit> {
    if !criterion.maximum_at(level)?.is_unlimited() {
        return None;
    }
    let Some(parent) = scheme.parent(criterion) else {
        let group = scheme.group(&criterion.group())?;
        let is_free = group.cap.is_set() || group.maximum_at(level).is_unlimited();
        return (!is_free).then(|| NeedsLimit::Above(group.id.0.to_string()));
    };
    // Of criteria below one that has points of its own nothing counts.
    if !parent.rule.combines() {
        return None;
    }
    if parent.rule != GROUP_RULE {
        return Some(NeedsLimit::Choice(parent.id.0.to_string()));
    }
    let states_one = parent
        .maximum_at(level)
        .is_none_or(|most| !most.is_unlimited());
    let is_capped = scheme
        .cap(CombinedAt::Criterion(&parent.id), level)
        .is_some();
    (states_one && !is_capped).then(|| NeedsLimit::Above(parent.id.0.to_string()))
}
