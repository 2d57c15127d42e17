//! What must hold in the grades of a scheme, on each level.
//!
//! In: a scheme. Out: every problem of its grades, with the path to it in the file.

use indexmap::IndexMap;

use crate::base::error::{Nameable, NeedsLimit, Problem};
use crate::base::ids::LevelId;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::definition::{LONGEST_ID, PathStep, Problems, at, longer};
use crate::campaign::scheme::check_rule::dangling;
use crate::campaign::scheme::{Grade, Group, Level, PerLevel, Scheme, Threshold};

/// Problems of the grades: names that are too long, levels that are not there or left out, limits that do not fall, and the first and
/// the last of them.
pub fn check(scheme: &Scheme, problems: &mut Problems) {
    // It stands in formulas, in which Excel takes no longer text.
    for (index, grade) in scheme.grades.iter().enumerate() {
        if let Some(problem) = longer(&grade.name, LONGEST_ID) {
            problems.push((at!["grade", index, "name"], problem));
        }
        levels(scheme, index, grade, problems);
        groups(scheme, index, grade, problems);
    }
    let mut of_limits = Vec::new();
    for level in &scheme.levels {
        falling(scheme, level, &mut of_limits);
        last_grade(scheme, level, &mut of_limits);
    }
    of_limits.extend(first_grade(scheme));
    // What is written once for all levels is told once.
    for problem in of_limits {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

/// A table of limits names every level, and no other.
fn levels(scheme: &Scheme, index: usize, grade: &Grade, problems: &mut Problems) {
    let PerLevel::Each(limits) = &grade.from else {
        return;
    };
    let known = || scheme.levels.iter().map(|level| level.id.0.as_str());
    for level in limits.keys().filter(|id| scheme.level(id).is_none()) {
        let problem = dangling(Nameable::Level, &level.0, known());
        problems.push((at!["grade", index, "from", level.0.as_str()], problem));
    }
    for level in &scheme.levels {
        if !limits.contains_key(&level.id) {
            let problem = Problem::MissingKey(level.id.0.to_string());
            problems.push((at!["grade", index, "from"], problem));
        }
    }
}

/// What a grade asks for in groups: groups that are there, and points that can be had in them; nothing of the last grade.
fn groups(scheme: &Scheme, index: usize, grade: &Grade, problems: &mut Problems) {
    let is_last = index + 1 == scheme.grades.len();
    if is_last && grade.asks_for_groups() {
        let key = match grade.each_group {
            Some(_) => "each_group",
            None => "groups",
        };
        let problem = Problem::LastGradeAsks(grade.name.clone());
        problems.push((at!["grade", index, key], problem));
        return;
    }
    let known = || scheme.groups.iter().map(|group| group.id.0.as_str());
    for (id, minimum) in &grade.groups {
        let path = at!["grade", index, "groups", id.0.as_str()];
        let problem = match scheme.group(id) {
            Some(group) => out_of_reach(&scheme.levels, group, *minimum),
            None => Some(dangling(Nameable::Group, &id.0, known())),
        };
        problems.extend(problem.map(|problem| (path, problem)));
    }
    let meant = || {
        let groups = scheme.groups.iter();
        groups.filter(|group| !group.outside_total && !grade.groups.contains_key(&group.id))
    };
    match &grade.each_group {
        None => {}
        Some(PerLevel::All(each)) => {
            let problem = meant().find_map(|group| out_of_reach(&scheme.levels, group, *each));
            problems.extend(problem.map(|problem| (at!["grade", index, "each_group"], problem)));
        }
        Some(PerLevel::Each(limits)) => {
            for (id, each) in limits {
                let path = at!["grade", index, "each_group", id.0.as_str()];
                let problem = if let Some(level) = scheme.level(id) {
                    let level = std::slice::from_ref(level);
                    meant().find_map(|group| out_of_reach(level, group, *each))
                } else {
                    let known = scheme.levels.iter().map(|level| level.id.0.as_str());
                    Some(dangling(Nameable::Level, &id.0, known))
                };
                problems.extend(problem.map(|problem| (path, problem)));
            }
        }
    }
}

/// Why a minimum of a group is none that a unit of some levels can reach, or none that any unit misses.
fn out_of_reach(levels: &[Level], group: &Group, minimum: Threshold) -> Option<Problem> {
    let worth = levels.iter().map(|level| group.worth_at(&level.id));
    let worth: Vec<Most> = worth.filter(|worth| *worth > Most::ZERO).collect();
    if matches!(minimum, Threshold::Percent(_)) && worth.contains(&Most::Unlimited) {
        let (id, why) = (group.id.0.to_string(), NeedsLimit::Share);
        return Some(Problem::Unlimited { id, why });
    }
    let least = worth.into_iter().min()?;
    // Any number of points can be had of what has no limit, and none looks like a share of it.
    let least = least.limit().map_or(Decimal::READABLE, |least| least.0);
    let (written, highest) = match minimum {
        Threshold::Points(points) => (points, least),
        Threshold::Percent(percent) => (percent, Decimal::ONE_HUNDRED),
    };
    if written <= Decimal::ZERO || written > highest {
        return Some(Problem::OutOfRange {
            value: written,
            lowest: Decimal::ZERO,
            highest,
        });
    }
    let is_limited = least < Decimal::READABLE;
    let is_share =
        is_limited && written <= Decimal::ONE && written.checked_mul(10_u32.into())? < highest;
    let part = match minimum {
        Threshold::Points(points) => points.checked_mul(least)?,
        Threshold::Percent(percent) => percent.checked_mul(least)?,
    };
    is_share.then(|| Problem::ShareOfGroup {
        minimum: minimum.of(least).normalize(),
        whole: least,
        instead: part.normalize(),
    })
}

/// Where the limit of a grade on a level is written.
fn path(index: usize, grade: &Grade, level: &LevelId) -> Vec<PathStep> {
    let mut path = at!["grade", index, "from"];
    if let PerLevel::Each(_) = grade.from {
        path.push(PathStep::Key(level.0.to_string()));
    }
    path
}

/// Where a grade begins on a level, where the scheme says so.
fn limit(scheme: &Scheme, grade: &Grade, level: &Level) -> Option<Decimal> {
    let from = grade.from.at(&level.id)?;
    Some(from.of(scheme.total_at(&level.id)))
}

fn falling(scheme: &Scheme, level: &Level, problems: &mut Problems) {
    for (index, pair) in scheme.grades.windows(2).enumerate() {
        let [above, below] = pair else { continue };
        let limits = limit(scheme, above, level).zip(limit(scheme, below, level));
        if limits.is_some_and(|(above, below)| below >= above) {
            let problem = Problem::OutOfOrder {
                kind: Nameable::Grade,
                id: below.name.clone(),
            };
            problems.push((path(index + 1, below, &level.id), problem));
        }
    }
}

/// The last grade is that of all totals below the others: a limit of its own would be one that nothing obeys.
fn last_grade(scheme: &Scheme, level: &Level, problems: &mut Problems) {
    let Some(last) = scheme.grades.last() else {
        return;
    };
    if limit(scheme, last, level).is_some_and(|from| from > Decimal::ZERO) {
        let index = scheme.grades.len() - 1;
        let problem = Problem::LastGrade(last.name.clone());
        problems.push((path(index, last, &level.id), problem));
    }
}

/// The first grade begins where the units of a level can get to: not above what all groups come to, those beside the total among
/// them; and not at what looks like a share of it. Of levels with the same limit the one with the fewest points, or the most, says.
fn first_grade(scheme: &Scheme) -> Problems {
    let most = |level: &Level| -> Decimal {
        let groups = scheme.groups.iter().filter(|group| group.outside_total);
        let beside: Most = groups.map(|group| group.worth_at(&level.id)).sum();
        let most = beside + Points(scheme.total_at(&level.id));
        most.limit().map_or(Decimal::READABLE, |most| most.0)
    };
    let Some(first) = scheme.grades.first() else {
        return Vec::new();
    };
    // By the limit, in the order of the levels: how much can be had, and how much there is.
    let mut limits: IndexMap<(Vec<PathStep>, Decimal), (Threshold, Decimal, Decimal)> =
        IndexMap::new();
    for level in &scheme.levels {
        let Some(written) = first.from.at(&level.id) else {
            continue;
        };
        let (most, total) = (most(level), scheme.total_at(&level.id));
        let key = (path(0, first, &level.id), written.of(total));
        let (_, least, largest) = limits.entry(key).or_insert((written, most, total));
        *least = most.min(*least);
        *largest = total.max(*largest);
    }
    let all = limits
        .into_iter()
        .filter_map(|((path, from), (written, highest, total))| {
            let problem = if from > highest {
                Problem::OutOfRange {
                    value: from,
                    lowest: Decimal::ZERO,
                    highest,
                }
            } else {
                share(scheme, written, from, total)?
            };
            Some((path, problem))
        });
    all.collect()
}

/// A first grade whose points look like a share of the total or a percentage of it: nearly every unit would have it. Where one passes
/// or fails, it may begin below half of the points. A percentage of one at most looks like a share.
fn share(scheme: &Scheme, written: Threshold, from: Decimal, total: Decimal) -> Option<Problem> {
    let whole = match written {
        Threshold::Points(_) => {
            let mut habits = [Decimal::ONE, Decimal::ONE_HUNDRED].into_iter();
            habits.find(|whole| from <= *whole && total > *whole)?
        }
        Threshold::Percent(percent) if percent <= Decimal::ONE => total.hundredth(),
        Threshold::Percent(_) => return None,
    };
    let most = if scheme.grades.len() > 2 {
        2_u32
    } else {
        10_u32
    };
    let is_low = from > Decimal::ZERO && from.checked_mul(most.into())? < total;
    let meant = from.checked_mul(total)?.checked_div(whole)?;
    is_low.then(|| Problem::FirstGrade {
        from,
        total,
        instead: meant.normalize(),
    })
}
